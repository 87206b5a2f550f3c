"""Daftar hadir and notulensi through the client."""

import pytest
from django.urls import reverse

from pengawasan.enums import UnsurHadirin
from pengawasan.models import Hadirin, KeputusanRapat, Notulensi
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import (
    HadirinFactory,
    KegiatanFactory,
    KeputusanRapatFactory,
    RapatFactory,
    hari,
)

pytestmark = pytest.mark.django_db
ORANG = {"nama": "Ani", "jabatan": "Kabid", "instansi": "Dinas", "unsur": UnsurHadirin.TIM}


@pytest.fixture
def kegiatan(client):
    client.force_login(PenggunaFactory(tim=True))
    return KegiatanFactory(evaluasi=True, ditugaskan=True)


def hadirin(kegiatan):
    return reverse("pengawasan:hadirin-ubah", args=[kegiatan.pk])


def notulensi(kegiatan):
    return reverse("pengawasan:notulensi-ubah", args=[kegiatan.pk])


def kiriman(client, kegiatan, *baris, awal=0, **kolom):
    """The page as the browser sends it, with the fingerprint it was opened with."""
    form = client.get(hadirin(kegiatan)).context["form"]
    isi = {f"hadirin-{i}-{n}": v for i, satu in enumerate(baris) for n, v in satu.items()}
    return {
        "sidik": form.initial["sidik"],
        "unsur_tempel": UnsurHadirin.MITRA,
        "hadirin-TOTAL_FORMS": len(baris),
        "hadirin-INITIAL_FORMS": awal,
        **isi,
        **kolom,
    }


def test_hadirin_keeps_rows_and_pasted_lines_in_order(client, kegiatan):
    data = kiriman(client, kegiatan, ORANG, tempel="Budi; Direktur; PT Mitra\nCici; PT Mitra")

    client.post(hadirin(kegiatan), data)

    assert list(Hadirin.objects.values_list("nama", "jabatan", "unsur")) == [
        ("Ani", "Kabid", "tim"),
        ("Budi", "Direktur", "mitra"),
        ("Cici", "", "mitra"),
    ]


def test_hadirin_ignores_empty_rows_and_takes_marked_ones_out(client, kegiatan):
    HadirinFactory(rapat__kegiatan=kegiatan)
    kosong = {"nama": "", "jabatan": "", "instansi": "", "unsur": UnsurHadirin.PERANGKAT_DAERAH}
    data = kiriman(client, kegiatan, ORANG | {"DELETE": "on"}, ORANG, kosong, awal=1)

    client.post(hadirin(kegiatan), data)

    assert [h.nama for h in Hadirin.objects.all()] == ["Ani"]


def test_hadirin_names_the_pasted_line_it_cannot_read(client, kegiatan):
    data = kiriman(client, kegiatan, tempel="Budi; PT Mitra\nsalah")

    page = client.post(hadirin(kegiatan), data).content.decode()

    assert "Baris 2: tulis nama; jabatan; instansi" in page
    assert "Budi; PT Mitra" in page
    assert not Hadirin.objects.exists()


def test_hadirin_does_not_overwrite_what_another_wrote_meanwhile(client, kegiatan):
    data = kiriman(client, kegiatan, ORANG)
    HadirinFactory(rapat__kegiatan=kegiatan, nama="Orang lain")

    page = client.post(hadirin(kegiatan), data).content.decode()

    assert "diubah orang lain" in page
    assert "Ani" in page
    assert Hadirin.objects.get().nama == "Orang lain"


@pytest.mark.parametrize("jumlah", [1, 3])
def test_hadirin_takes_the_same_queries_for_any_number(client, kegiatan, count_queries, jumlah):
    HadirinFactory.create_batch(jumlah, rapat__kegiatan=kegiatan)

    with count_queries(6):
        client.get(hadirin(kegiatan))


NOTULENSI = {
    "sidik": "",
    "tanggal": hari(-1),
    "mulai": "09:00",
    "selesai": "11:00",
    "tempat": "Balai kota",
    "pimpinan": "Kepala Bagian",
    "notulis": "Ani",
    "agenda": "Evaluasi",
    "pembahasan": "Dibahas.",
    "kesimpulan": "Lanjut.",
    "keputusan-TOTAL_FORMS": 0,
    "keputusan-INITIAL_FORMS": 0,
}


def test_notulensi_is_written(client, kegiatan):
    client.post(notulensi(kegiatan), NOTULENSI)

    assert Notulensi.objects.get().pimpinan == "Kepala Bagian"


def test_notulensi_begins_with_what_the_meeting_says(client, kegiatan):
    rapat = RapatFactory(kegiatan=kegiatan, tempat="Aula", pimpinan="Kabag", agenda="Setoran")

    awal = client.get(notulensi(kegiatan)).context["form"].initial

    assert (awal["tanggal"], awal["mulai"]) == (rapat.tanggal, rapat.mulai)
    assert (awal["tempat"], awal["pimpinan"], awal["agenda"]) == ("Aula", "Kabag", "Setoran")


def test_notulensi_cannot_end_before_it_begins(client, kegiatan):
    page = client.post(notulensi(kegiatan), NOTULENSI | {"selesai": "08:00"}).content.decode()

    assert "Waktu selesai tidak boleh sebelum waktu mulai." in page
    assert not Notulensi.objects.exists()


def test_notulensi_does_not_overwrite_what_another_wrote_meanwhile(client, kegiatan):
    client.post(notulensi(kegiatan), NOTULENSI)

    page = client.post(notulensi(kegiatan), NOTULENSI | {"agenda": "Lain"}).content.decode()

    assert "diubah orang lain" in page
    assert Notulensi.objects.get().agenda == "Evaluasi"


@pytest.mark.parametrize(("peran", "kode"), [("staf", 200), ("ketua", 403), ("walikota", 403)])
def test_the_meeting_is_recorded_by_team_and_staf(client, peran, kode):
    kegiatan = KegiatanFactory(ditugaskan=True)
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(hadirin(kegiatan)).status_code == kode
    assert client.get(notulensi(kegiatan)).status_code == kode


# --- What was decided -----------------------------------------------------------------------


def berkeputusan(*baris):
    isi = {f"keputusan-{i}-{n}": v for i, satu in enumerate(baris) for n, v in satu.items()}
    return NOTULENSI | {"keputusan-TOTAL_FORMS": len(baris)} | isi


def test_decisions_are_kept_in_order_with_who_carries_them_out(client, kegiatan):
    unit, mitra = kegiatan.naskah.perangkat_daerah.get(), kegiatan.naskah.mitra.get()
    data = berkeputusan(
        {"uraian": "Menagih", "pihak": f"pd-{unit.pk}", "tenggat": hari(7)},
        {"uraian": "Membayar", "pihak": f"mitra-{mitra.pk}"},
        {"uraian": "Menyurati", "penanggung_jawab": "Sekretaris tim"},
        {"uraian": "", "pihak": "", "penanggung_jawab": ""},
    )

    client.post(notulensi(kegiatan), data)

    assert [(k.uraian, k.pihak, k.tenggat) for k in KeputusanRapat.objects.all()] == [
        ("Menagih", str(unit), hari(7)),
        ("Membayar", str(mitra), None),
        ("Menyurati", "Sekretaris tim", None),
    ]


@pytest.mark.parametrize(
    "pihak",
    [
        {"pihak": "", "penanggung_jawab": ""},
        {"pihak": "pd-999999"},
        {"pihak": "ketua-1"},
    ],
)
def test_a_decision_has_one_who_carries_it_out_of_this_meeting(client, kegiatan, pihak):
    page = client.post(notulensi(kegiatan), berkeputusan({"uraian": "Menagih"} | pihak))

    assert page.context["keputusan"]["formset"].errors[0]
    assert page.context["form"]["agenda"].value() == "Evaluasi"
    assert not Notulensi.objects.exists()


def test_a_decision_is_not_carried_out_by_two(client, kegiatan):
    unit = kegiatan.naskah.perangkat_daerah.get()
    dua = {"uraian": "Menagih", "pihak": f"pd-{unit.pk}", "penanggung_jawab": "Ani"}

    page = client.post(notulensi(kegiatan), berkeputusan(dua))

    assert "Pilih satu penanggung jawab" in page.text


def test_decisions_come_back_to_the_page_and_may_be_taken_out(client, kegiatan):
    client.post(notulensi(kegiatan), berkeputusan({"uraian": "Menagih", "penanggung_jawab": "Ani"}))
    page = client.get(notulensi(kegiatan)).context
    sidik = {"sidik": page["form"].initial["sidik"]}

    awal = page["keputusan"]["formset"].initial
    client.post(notulensi(kegiatan), NOTULENSI | sidik)

    assert awal[0]["penanggung_jawab"] == "Ani"
    assert not KeputusanRapat.objects.exists()
    assert Notulensi.objects.exists()


def test_a_decision_may_concern_one_naskah_of_several(client, kegiatan):
    rapat = RapatFactory(kegiatan=kegiatan)
    lain = KegiatanFactory(ditugaskan=True, rapat=rapat)
    satu = {"uraian": "Menagih", "penanggung_jawab": "Ani", "kegiatan": lain.pk}

    client.post(notulensi(kegiatan), berkeputusan(satu))

    assert KeputusanRapat.objects.get().kegiatan == lain
    assert list(KeputusanRapat.objects.menyangkut([kegiatan])) == []


def test_a_unit_does_not_see_what_was_decided_for_another_naskah(client, kegiatan):
    putusan = KeputusanRapatFactory(
        notulensi__rapat__kegiatan=kegiatan, uraian="Bagi semua", kegiatan=None
    )
    lain = KegiatanFactory(ditugaskan=True, rapat=kegiatan.rapat)
    KeputusanRapatFactory(notulensi=putusan.notulensi, uraian="Zamrudwangi", kegiatan=lain)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    page = client.get(kegiatan.rapat.get_absolute_url()).text

    assert "Bagi semua" in page
    assert "Zamrudwangi" not in page
