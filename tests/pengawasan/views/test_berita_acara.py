"""Berita acara through the client: on behalf of a unit, and verified by staff."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from inti.templatetags.tampilan import hari_tanggal, waktu
from pengawasan.enums import JenisBeritaAcara, StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.services import berita_acara as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    FotoBeritaAcaraFactory,
    HadirinFactory,
    KebijakanFactory,
    KegiatanFactory,
    KeputusanRapatFactory,
    NotulensiFactory,
    RapatFactory,
    SuratTugasFactory,
    foto,
    hari,
    siapkan_surat,
)

pytestmark = pytest.mark.django_db
Status = StatusBeritaAcara


@pytest.fixture
def kegiatan():
    siapkan_surat()
    KebijakanFactory()
    return KegiatanFactory(ditugaskan=True)


@pytest.fixture
def pd(client, kegiatan):
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.first())
    client.force_login(orang)
    return orang


def alamat(nama, *args):
    return reverse(f"pengawasan:berita-acara-{nama}", args=args)


def unggahan(nama="lokasi.jpg", isi=None):
    return SimpleUploadedFile(nama, isi or foto().isi, content_type="image/jpeg")


def kelola(**jumlah):
    return {f"{n}-TOTAL_FORMS": j for n, j in jumlah.items()} | {
        f"{n}-INITIAL_FORMS": 0 for n in jumlah
    }


def isian(kegiatan, **kolom):
    return {
        "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first().pk,
        "jenis": JenisBeritaAcara.TINJAU_LOKASI,
        "tanggal_kejadian": hari(-1),
        "tempat": "Pasar baru",
        "lintang": "-6.238270",
        "bujur": "106.975571",
        **kelola(temuan=1, angka=0, kesepakatan=0, penanda_tangan=1),
        "temuan-0-uraian": "Kios terisi.\r\nSaluran tersumbat.",
        "penanda_tangan-0-nama": "Kepala Dinas",
        "penanda_tangan-0-mewakili": "perangkat_daerah",
        **kolom,
    }


# --- Write ----------------------------------------------------------------------------------


def test_tambah_keeps_a_draft_for_the_unit(client, kegiatan, pd):
    client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, foto=[unggahan(), unggahan()]))

    berita_acara = BeritaAcara.objects.get()
    assert (berita_acara.status, berita_acara.disusun_oleh) == (Status.DRAF, pd)
    assert str(berita_acara.temuan.get()) == "Kios terisi.\nSaluran tersumbat."
    assert berita_acara.foto.count() == 2


@pytest.mark.parametrize(("metode", "diusulkan"), [("fgd", True), ("tinjau_lokasi", False)])
def test_tambah_says_filled_from_the_meeting_only_where_it_is(
    client, kegiatan, pd, metode, diusulkan
):
    Kegiatan.objects.filter(pk=kegiatan.pk).update(metode=metode)
    RapatFactory(kegiatan=kegiatan)

    halaman = client.get(alamat("tambah", kegiatan.pk)).text

    assert ("Diisi dari rapat" in halaman) is diusulkan


def test_tambah_submits_at_once_when_asked(client, kegiatan, pd):
    client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, simpan="ajukan"))

    berita_acara = BeritaAcara.objects.get()
    assert berita_acara.status == Status.DIAJUKAN
    assert berita_acara.nomor is not None


def test_tambah_takes_no_server_fields_from_the_browser(client, kegiatan, pd):
    client.post(
        alamat("tambah", kegiatan.pk),
        isian(
            kegiatan,
            status=Status.DIVERIFIKASI,
            diterima_pada="2024-02-01 08:00",
            disusun_oleh=PenggunaFactory().pk,
            diverifikasi_oleh=pd.pk,
        ),
    )

    berita_acara = BeritaAcara.objects.get()
    assert (berita_acara.status, berita_acara.diterima_pada) == (Status.DRAF, None)
    assert (berita_acara.disusun_oleh, berita_acara.diverifikasi_oleh) == (pd, None)


@pytest.mark.parametrize(
    ("kolom", "pesan"),
    [
        ({"tanggal_kejadian": hari(1)}, "tidak boleh di masa depan"),
        ({"tanggal_kejadian": "2001-01-01"}, "sebelum naskah ditandatangani"),
        ({"bujur": ""}, "Isi lintang dan bujur keduanya"),
        ({"lintang": "91"}, "90"),
        ({"temuan-0-uraian": " ", "temuan-0-butir": 9999}, "tidak boleh kosong"),
    ],
)
def test_tambah_says_what_is_wrong_and_keeps_the_rest(client, kegiatan, pd, kolom, pesan):
    page = client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, **kolom)).content.decode()

    assert pesan in page
    assert "Pasar baru" in page
    assert not BeritaAcara.objects.exists()


@pytest.mark.parametrize(
    ("kata", "keterangan"),
    [
        ("Pintu timur\r\n\r\nKios 12\r\n", ["Pintu timur", "", "Kios 12"]),
        ("\r\nPintu timur", ["", "Pintu timur", ""]),
    ],
)
def test_tambah_keeps_each_caption_with_its_photo(client, kegiatan, pd, kata, keterangan):
    data = isian(kegiatan, foto=[unggahan(), unggahan(), unggahan()], keterangan_foto=kata)

    client.post(alamat("tambah", kegiatan.pk), data)

    berita_acara = BeritaAcara.objects.get()
    page = client.get(berita_acara.get_absolute_url()).content.decode()
    assert [f.keterangan for f in berita_acara.foto.all()] == keterangan
    assert "Pintu timur" in page


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [("Satu\nDua", "Ada 2 baris keterangan untuk 1 foto baru"), ("x" * 201, "lebih dari 200")],
)
def test_tambah_says_which_caption_has_no_photo_or_no_room(client, kegiatan, pd, kata, pesan):
    data = isian(kegiatan, foto=[unggahan()], keterangan_foto=kata)

    page = client.post(alamat("tambah", kegiatan.pk), data).content.decode()

    assert pesan in page
    assert kata in page
    assert not BeritaAcara.objects.exists()


def test_ubah_mends_a_caption(client, kegiatan, pd):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, foto=1, foto__keterangan="Pintu barat")
    satu = berita_acara.foto.get()

    page = client.get(alamat("ubah", berita_acara.pk)).content.decode()
    client.post(
        alamat("ubah", berita_acara.pk), isian(kegiatan, **{f"keterangan_{satu.pk}": "Pintu timur"})
    )

    satu.refresh_from_db()
    assert "Pintu barat" in page
    assert satu.keterangan == "Pintu timur"


def test_tambah_names_the_last_event_at_the_date(client, kegiatan, pd):
    KegiatanFactory(naskah=kegiatan.naskah, evaluasi=True, dilaksanakan=True)

    page = client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, tanggal_kejadian=hari(-6)))

    assert "sebelum evaluasi terakhir" in page.context["form"].errors["tanggal_kejadian"][0]
    assert "Pasar baru" in page.content.decode()


def test_second_of_two_who_record_one_event_keeps_what_was_typed(client, kegiatan, pd):
    dulu = anggota_pd(kegiatan.naskah.perangkat_daerah.first())
    pertama = BeritaAcaraFactory(
        kegiatan=kegiatan, jenis="tinjau_lokasi", tanggal_kejadian=hari(-1), disusun_oleh=dulu
    )

    page = client.post(alamat("tambah", kegiatan.pk), isian(kegiatan)).content.decode()

    assert f"sudah dicatat lebih dahulu oleh {dulu}" in page
    assert pertama.get_absolute_url() in page
    assert "Pasar baru" in page
    assert "Saluran tersumbat." in page
    assert BeritaAcara.objects.get() == pertama
    client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, kejadian_lain="on"))
    assert BeritaAcara.objects.count() == 2


def test_tambah_refuses_a_photo_that_is_none(client, kegiatan, pd):
    bukan = unggahan("foto.jpg", b"<html>bukan foto</html>")

    page = client.post(alamat("tambah", kegiatan.pk), isian(kegiatan, foto=bukan)).content.decode()

    assert "bukan JPEG atau PNG" in page
    assert not BeritaAcara.objects.exists()


def test_tambah_is_not_for_another_unit_of_the_same_person(client, kegiatan, pd):
    client.post(
        alamat("tambah", kegiatan.pk),
        isian(kegiatan, perangkat_daerah=PerangkatDaerahFactory().pk),
    )

    assert not BeritaAcara.objects.exists()


@pytest.mark.parametrize(("peran", "kode"), [("staf", 403), ("tim", 403), ("pd", 404)])
def test_tambah_is_for_the_units_of_the_naskah(client, kegiatan, peran, kode):
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(alamat("tambah", kegiatan.pk)).status_code == kode


def test_tambah_waits_for_the_surat_tugas(client):
    kegiatan = KegiatanFactory()
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.first()))

    assert client.get(alamat("tambah", kegiatan.pk)).url == kegiatan.get_absolute_url()


def test_ubah_shows_the_note_of_a_returned_one_and_submits_it_again(client, kegiatan, pd):
    berita_acara = BeritaAcaraFactory(dikembalikan=True, kegiatan=kegiatan)
    semula = berita_acara.diterima_pada

    page = client.get(alamat("ubah", berita_acara.pk)).content.decode()
    client.post(alamat("ubah", berita_acara.pk), isian(kegiatan, simpan="ajukan"))

    berita_acara.refresh_from_db()
    assert "Lengkapi." in page
    assert (berita_acara.status, berita_acara.diterima_pada) == (Status.DIAJUKAN, semula)
    assert berita_acara.tempat == "Pasar baru"


def test_ubah_takes_photos_out(client, kegiatan, pd):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan)
    buang, tetap = FotoBeritaAcaraFactory.create_batch(2, berita_acara=berita_acara)

    client.post(alamat("ubah", berita_acara.pk), isian(kegiatan, hapus_foto=[buang.pk]))

    assert list(berita_acara.foto.all()) == [tetap]


@pytest.mark.parametrize("keadaan", ["diajukan", "diverifikasi"])
def test_ubah_of_a_locked_one_does_not_open(client, kegiatan, pd, keadaan):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, **{keadaan: True})

    assert client.get(alamat("ubah", berita_acara.pk)).url == berita_acara.get_absolute_url()


# --- Who sees what --------------------------------------------------------------------------


@pytest.mark.parametrize("peran", ["staf", "tim", "ketua"])
@pytest.mark.parametrize("nama", ["rincian", "ubah", "ajukan", "verifikasi", "kembalikan"])
def test_a_draft_does_not_exist_for_others(client, kegiatan, peran, nama):
    draf = BeritaAcaraFactory(kegiatan=kegiatan)
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.post(alamat(nama, draf.pk)).status_code in (404, 405)
    assert draf.status == Status.DRAF


def test_a_photo_is_seen_by_those_who_see_its_berita_acara(client, kegiatan, pd):
    draf = FotoBeritaAcaraFactory(berita_acara=BeritaAcaraFactory(kegiatan=kegiatan))
    lain = BeritaAcaraFactory(diajukan=True, foto=1).foto.get()
    foto_draf = alamat("foto", draf.berita_acara_id, draf.pk)

    answer = client.get(foto_draf)
    assert answer.getvalue() == draf.berkas.baca()
    assert client.get(alamat("foto", lain.berita_acara_id, lain.pk)).status_code == 404
    assert client.get(alamat("foto", draf.berita_acara_id, lain.pk)).status_code == 404
    client.force_login(PenggunaFactory(staf=True))
    assert client.get(foto_draf).status_code == 404


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rincian_takes_the_same_queries_for_any_number_of_photos(
    client, kegiatan, pd, count_queries, jumlah
):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True, foto=jumlah)

    with count_queries(13):
        client.get(berita_acara.get_absolute_url())


@pytest.mark.parametrize(("hari_lalu", "ditandai"), [(14, False), (15, True)])
def test_rincian_marks_a_claim_long_before_its_receipt(client, kegiatan, hari_lalu, ditandai):
    berita_acara = BeritaAcaraFactory(
        kegiatan=kegiatan, diajukan=True, tanggal_kejadian=hari(-hari_lalu)
    )
    client.force_login(PenggunaFactory(staf=True))

    page = client.get(berita_acara.get_absolute_url()).content.decode()

    assert ("Klaim tanggal lama" in page) == ditandai


def test_rincian_shows_three_dates(client, kegiatan):
    berita_acara = BeritaAcaraFactory(
        kegiatan=kegiatan,
        diverifikasi=True,
        diterima_pada=timezone.now() - timedelta(days=1),
    )
    client.force_login(PenggunaFactory(ketua=True))

    page = client.get(berita_acara.get_absolute_url()).content.decode()

    for kata, nilai in (
        ("Tanggal kejadian", hari_tanggal(berita_acara.tanggal_kejadian)),
        ("Diterima", waktu(berita_acara.diterima_pada)),
        ("Diverifikasi", waktu(berita_acara.diverifikasi_pada)),
    ):
        assert f"<dt>{kata}</dt><dd>{nilai}<br>" in page


# --- Verify ---------------------------------------------------------------------------------


def test_reviewer_who_comes_second_keeps_what_was_typed(client, kegiatan):
    berita_acara, dulu = BeritaAcaraFactory(kegiatan=kegiatan), PenggunaFactory(staf=True)
    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())
    services.verifikasi(berita_acara.pk, oleh=dulu)
    client.force_login(PenggunaFactory(staf=True))
    data = {"catatan": "CATATAN-SAYA", "alasan-temuan": "ALASAN-SAYA"}

    page = client.post(alamat("kembalikan", berita_acara.pk), data).content.decode()

    assert f"sudah diverifikasi oleh {dulu}" in page
    assert "CATATAN-SAYA" in page
    assert "ALASAN-SAYA" in page


def test_kembalikan_with_reasons_needs_no_note(client, kegiatan):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan)
    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())
    client.force_login(PenggunaFactory(staf=True))

    client.post(alamat("kembalikan", berita_acara.pk), {"catatan": "", "alasan-foto": "Kabur."})

    berita_acara.refresh_from_db()
    assert berita_acara.status == Status.DIKEMBALIKAN
    assert berita_acara.catatan_verifikasi == "Perbaiki isian yang diberi alasan: foto."
    assert berita_acara.putaran.get().alasan == {"foto": "Kabur."}


def test_verifikasi_by_staf_carries_the_kegiatan_out(client, kegiatan):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True)
    client.force_login(PenggunaFactory(staf=True))

    client.post(alamat("verifikasi", berita_acara.pk), {"catatan": ""})

    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DILAKSANAKAN
    assert kegiatan.tanggal_pelaksanaan == berita_acara.tanggal_kejadian


def test_kembalikan_needs_a_note(client, kegiatan):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True)
    client.force_login(PenggunaFactory(staf=True))

    page = client.post(alamat("kembalikan", berita_acara.pk), {"catatan": ""}, follow=True)

    assert "Pengembalian wajib disertai catatan." in page.content.decode()
    berita_acara.refresh_from_db()
    assert berita_acara.status == Status.DIAJUKAN


@pytest.mark.parametrize("aksi", ["verifikasi", "kembalikan"])
@pytest.mark.parametrize("peran", ["tim", "ketua"])
def test_verification_is_for_staf(client, kegiatan, aksi, peran):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True)
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.post(alamat(aksi, berita_acara.pk), {"catatan": "x"}).status_code == 403


def test_ajukan_twice_is_one_submission(client, kegiatan, pd):
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan)

    client.post(alamat("ajukan", berita_acara.pk))
    page = client.post(alamat("ajukan", berita_acara.pk), follow=True).content.decode()

    assert "tidak dapat diajukan" in page
    assert client.get(alamat("ajukan", berita_acara.pk)).status_code == 405


# --- Who signs for the unit is not on the team ----------------------------------------------


def test_signatory_who_is_on_the_team_is_refused_at_the_row_and_nothing_is_lost(
    client, kegiatan, pd
):
    surat = SuratTugasFactory(kegiatan=[kegiatan], anggota=[PenggunaFactory(nama="Yusuf Ardi")])
    kirim = isian(kegiatan, tempat="Pasar lama") | {"penanda_tangan-0-nama": "Yusuf Ardi, S.E."}

    jawaban = client.post(alamat("tambah", kegiatan.pk), kirim)

    baris = {satu["nama"]: satu["formset"] for satu in jawaban.context["baris"].semua}
    galat = baris["penanda_tangan"].forms[0].errors["nama"][0]
    assert galat.startswith(f"Yusuf Ardi, S.E. anggota Tim Pengawasan dalam surat tugas {surat}")
    assert "pemisahan tugas" in galat
    assert "Pasar lama" in jawaban.text
    assert not BeritaAcara.objects.exists()


def test_member_of_the_team_may_sign_for_the_team(client, kegiatan, pd):
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[PenggunaFactory(nama="Yusuf Ardi")])
    kirim = isian(kegiatan) | {
        "penanda_tangan-TOTAL_FORMS": 2,
        "penanda_tangan-1-nama": "Yusuf Ardi",
        "penanda_tangan-1-mewakili": "tim",
    }

    client.post(alamat("tambah", kegiatan.pk), kirim)

    assert BeritaAcara.objects.get().penanda_tangan.count() == 2


def test_writer_on_the_team_is_not_proposed_as_signatory(client, kegiatan, pd):
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[pd])

    baris = client.get(alamat("tambah", kegiatan.pk)).context["baris"]

    penanda = next(satu["formset"] for satu in baris.semua if satu["nama"] == "penanda_tangan")
    assert penanda.forms[0].initial["nama"] == ""


# --- Begun from the meeting -----------------------------------------------------------------


@pytest.fixture
def rapat(kegiatan):
    """A meeting with minutes, what was decided, and who attended."""
    Kegiatan.objects.filter(pk=kegiatan.pk).update(jenis="evaluasi", metode="fgd")
    satu = RapatFactory(kegiatan=kegiatan)
    NotulensiFactory(rapat=satu, tanggal=hari(-2), tempat="Aula lantai dua")
    KeputusanRapatFactory(notulensi=satu.notulensi, uraian="Menagih kekurangan")
    HadirinFactory(rapat=satu, nama="Budi", jabatan="Direktur", unsur="mitra")
    return satu


def test_a_new_one_begins_with_what_the_meeting_left(client, pd, rapat):
    page = client.get(alamat("tambah", rapat.kegiatan.get().pk)).context

    awal = {b["nama"]: b["formset"].initial for b in page["baris"].semua}
    assert page["form"].initial["tanggal_kejadian"] == hari(-2)
    assert page["form"].initial["tempat"] == "Aula lantai dua"
    assert awal["kesepakatan"] == [
        {
            "uraian": "Menagih kekurangan",
            "penanggung_jawab": "Sekretaris tim",
            "tenggat": hari(14),
        }
    ]
    assert [p["nama"] for p in awal["penanda_tangan"]] == [str(pd)]
    assert not BeritaAcara.objects.exists()


def test_what_was_decided_for_another_naskah_is_not_proposed(client, pd, rapat):
    lain = KegiatanFactory(ditugaskan=True, rapat=rapat)
    rapat.notulensi.keputusan.update(kegiatan=lain)

    page = client.get(alamat("tambah", rapat.kegiatan.order_by("pk").first().pk)).context

    assert page["baris"].semua[2]["formset"].initial == []


def test_who_is_ticked_in_the_daftar_hadir_signs_and_nobody_else(client, pd, rapat):
    kegiatan = rapat.kegiatan.get()
    HadirinFactory(rapat=rapat, nama="Cici")
    budi = rapat.hadirin.get(nama="Budi")

    client.post(alamat("tambah", kegiatan.pk), isian(kegiatan) | {"calon-hadirin": [budi.pk]})

    assert {str(p) for p in BeritaAcara.objects.get().penanda_tangan.all()} == {
        "Kepala Dinas",
        "Budi, Direktur, Dinas Perdagangan",
    }


def test_who_attended_another_meeting_cannot_be_taken_over(client, pd, rapat):
    kegiatan, lain = rapat.kegiatan.get(), HadirinFactory()

    client.post(alamat("tambah", kegiatan.pk), isian(kegiatan) | {"calon-hadirin": [lain.pk]})

    assert not BeritaAcara.objects.exists()
