"""Sheets and questionnaires through the client."""

import pytest
from django.urls import reverse

from pengawasan.models import KertasKerja, Kuesioner
from pengawasan.services import kertas_kerja as services
from pengawasan.services.kertas_kerja import IsiJawaban
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra
from tests.factories.kertas_kerja import KuesionerFactory, lembar
from tests.factories.pengawasan import KegiatanFactory, hari
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def kegiatan():
    return KegiatanFactory(evaluasi=True, ditugaskan=True)


@pytest.fixture
def milik(kegiatan):
    return lembar(kegiatan, "mitra")


@pytest.fixture
def mitra(client, kegiatan):
    client.mitra = anggota_mitra(kegiatan.naskah.mitra.get())
    client.force_login(client.mitra)
    return client


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def alamat(nama, *args):
    return reverse(f"pengawasan:{nama}", args=args)


UTUH = {"versi": "1", "jawab_1": "4", "jawab_2": "0", "uraian_2": "Izin habis.", "uraian_3": ""}


def test_a_mitra_saves_and_submits_its_own_sheet(mitra, milik):
    url = milik.get_absolute_url()

    mitra.post(url, UTUH | {"simpan": "draf"})
    draf = KertasKerja.objects.get(pk=milik.pk).status
    jawaban = mitra.post(url, UTUH | {"versi": "2", "simpan": "sampaikan"}, follow=True)

    milik.refresh_from_db()
    assert (draf, milik.status) == ("draf", "disampaikan")
    assert milik.jawaban.get(nomor=2).nilai == 0
    assert "4 – Baik" in jawaban.text
    assert "Izin habis." in jawaban.text


def test_what_is_missing_is_said_and_what_was_typed_stays(mitra, milik):
    isi = {"versi": "1", "jawab_1": "1", "uraian_3": "Ketikan saya", "simpan": "sampaikan"}

    jawaban = mitra.post(milik.get_absolute_url(), isi)

    assert "Nomor 1: Tulis keterangan untuk jawaban ini." in jawaban.text
    assert "Ketikan saya" in jawaban.text


def test_a_colleague_s_answer_stands_beside_what_was_typed(mitra, milik):
    services.simpan(milik.pk, {1: IsiJawaban(5, "Rekan")}, versi=1, oleh=mitra.mitra)

    jawaban = mitra.post(milik.get_absolute_url(), UTUH | {"simpan": "draf"})
    assert "Tersimpan oleh rekan Anda: 5 – Sangat baik. Rekan" in jawaban.text
    mitra.post(milik.get_absolute_url(), isian(jawaban) | UTUH | {"versi": "2", "simpan": "draf"})

    assert milik.jawaban.get(nomor=1).nilai == 4


@pytest.mark.parametrize("isi", [{"jawab_1": "9"}, {"versi": "x"}, {"uraian_1": "x" * 2001}])
def test_what_is_no_answer_is_refused_at_its_field(mitra, milik, isi):
    jawaban = mitra.post(milik.get_absolute_url(), UTUH | isi)

    assert jawaban.context["form"].errors
    assert not milik.jawaban.exclude(nilai=None).exists()


def test_hostile_text_stays_text(mitra, milik):
    isi = UTUH | {"simpan": "draf", "uraian_1": "<script>alert(1)</script>"}

    jawaban = mitra.post(milik.get_absolute_url(), isi, follow=True)

    assert "<script>alert" not in jawaban.text
    assert "&lt;script&gt;" in jawaban.text


def test_a_draft_of_another_side_shows_no_answer(staf, kegiatan, milik):
    services.simpan(milik.pk, {1: IsiJawaban(5, "Rahasia draf")}, versi=1, oleh=PenggunaFactory())

    sendiri = staf.get(milik.get_absolute_url()).text
    banding = staf.get(alamat("kertas-kerja-banding", kegiatan.pk)).text

    assert "Belum disampaikan" in sendiri
    assert "Rahasia draf" not in sendiri + banding


def test_staff_may_not_fill_the_sheet_of_a_mitra(staf, milik):
    assert staf.post(milik.get_absolute_url(), UTUH).status_code == 403


def test_sheets_stand_side_by_side_with_scores_and_differences(staf, kegiatan, milik):
    tim = lembar(kegiatan)
    isi = {2: IsiJawaban(1), 3: IsiJawaban()}
    for satu, nilai in ((milik, 5), (tim, 3)):
        services.sampaikan(satu.pk, {1: IsiJawaban(nilai), **isi}, versi=1, oleh=PenggunaFactory())

    halaman = staf.get(alamat("kertas-kerja-banding", kegiatan.pk))

    assert halaman.context["banding"].skor == [75, None, 100]
    assert [b.berbeda for b in halaman.context["banding"].baris] == [True, False, False]
    assert "Pendapat berbeda" in halaman.text


def test_side_by_side_takes_as_many_queries_for_any_number(staf, kegiatan, milik, count_queries):
    staf.get(alamat("kertas-kerja-banding", kegiatan.pk))

    with count_queries(7):
        staf.get(alamat("kertas-kerja-banding", kegiatan.pk))


def test_staff_ask_all_sides_and_return_one(staf, kegiatan):
    KuesionerFactory()

    minta = staf.post(alamat("kertas-kerja-minta", kegiatan.pk), follow=True)
    satu = kegiatan.kertas_kerja.get(pengisi="mitra")
    isi = {1: IsiJawaban(4), 2: IsiJawaban(1), 3: IsiJawaban()}
    services.sampaikan(satu.pk, isi, versi=1, oleh=PenggunaFactory())
    kembali = alamat("kertas-kerja-kembalikan", satu.pk)
    tanpa = staf.post(kembali, {"catatan": ""}, follow=True)
    panjang = staf.post(kembali, {"catatan": "Lengkapi " * 300})
    staf.post(kembali, {"catatan": "Lengkapi angkanya."})

    satu.refresh_from_db()
    assert "mereka diberi tahu" in minta.text
    assert "wajib disertai catatan" in tanpa.text
    assert "Lengkapi Lengkapi" in str(panjang.context["catatan_form"]["catatan"])
    assert (satu.status, satu.catatan) == ("dikembalikan", "Lengkapi angkanya.")


# --- The questions ------------------------------------------------------------------------


def test_a_new_version_is_drafted_changed_and_published(staf):
    KuesionerFactory()

    staf.post(alamat("kuesioner-daftar"), {"versi": "Kuesioner 2027"})
    baru = Kuesioner.objects.get(versi="Kuesioner 2027")
    ubah = alamat("kuesioner-ubah", baru.pk)
    isi = isian(staf.get(ubah)) | {f"p-{n}-pengisi": ["tim", "mitra"] for n in range(3)}
    isi |= {"p-0-pengisi": ["perangkat_daerah"], "p-0-teks": "Kewajiban dipenuhi?"}
    staf.post(ubah, isi)
    staf.post(
        alamat("kuesioner-terbitkan", baru.pk),
        {"dasar": "Keputusan 9/2026", "berlaku_mulai": hari().isoformat()},
    )

    baru.refresh_from_db()
    assert baru.status == "terbit"
    assert baru.daftar()[0].teks == "Kewajiban dipenuhi?"
    assert "tidak dapat diubah" in staf.get(ubah, follow=True).text


def test_questions_that_leave_a_side_out_are_refused_and_kept(staf):
    draf = KuesionerFactory(draf=True)
    ubah = alamat("kuesioner-ubah", draf.pk)
    isi = isian(staf.get(ubah)) | {f"p-{n}-pengisi": ["tim"] for n in range(3)}

    jawaban = staf.post(ubah, isi | {"p-1-teks": "Ketikan saya"})

    assert "Belum ada pertanyaan untuk Perangkat Daerah dan Mitra." in jawaban.text
    assert "Ketikan saya" in jawaban.text


def test_a_version_is_not_published_for_a_day_that_has_passed(staf):
    draf = KuesionerFactory(draf=True)

    jawaban = staf.post(
        alamat("kuesioner-terbitkan", draf.pk),
        {"dasar": "Keputusan 9", "berlaku_mulai": hari(-1).isoformat()},
    )

    assert "berlaku mundur" in jawaban.text


def test_a_draft_is_thrown_away(staf):
    draf = KuesionerFactory(draf=True)

    staf.post(alamat("kuesioner-hapus", draf.pk))

    assert not Kuesioner.objects.exists()
