"""Daftar hadir and notulensi through the client."""

import pytest
from django.urls import reverse

from pengawasan.enums import UnsurHadirin
from pengawasan.models import Hadirin, Notulensi
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import HadirinFactory, KegiatanFactory, hari

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

    with count_queries(7):
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
}


def test_notulensi_is_written(client, kegiatan):
    client.post(notulensi(kegiatan), NOTULENSI)

    assert Notulensi.objects.get().pimpinan == "Kepala Bagian"


def test_notulensi_cannot_end_before_it_begins(client, kegiatan):
    page = client.post(notulensi(kegiatan), NOTULENSI | {"selesai": "08:00"}).content.decode()

    assert "Waktu selesai tidak boleh sebelum waktu mulai." in page
    assert not Notulensi.objects.exists()


def test_notulensi_does_not_overwrite_what_another_wrote_meanwhile(client, kegiatan):
    client.post(notulensi(kegiatan), NOTULENSI)

    page = client.post(notulensi(kegiatan), NOTULENSI | {"agenda": "Lain"}).content.decode()

    assert "diubah orang lain" in page
    assert Notulensi.objects.get().agenda == "Evaluasi"


def test_notulensi_shows_both_versions_and_saves_the_second_time(client, kegiatan):
    client.post(notulensi(kegiatan), NOTULENSI)

    page = client.post(notulensi(kegiatan), NOTULENSI | {"agenda": "Lain"})
    sidik = page.context["form"]["sidik"].value()
    client.post(notulensi(kegiatan), NOTULENSI | {"agenda": "Lain", "sidik": sidik})

    assert page.context["beda"] == [("Agenda", "Evaluasi", "Lain")]
    assert Notulensi.objects.get().agenda == "Lain"


@pytest.mark.parametrize(("peran", "kode"), [("staf", 200), ("ketua", 403), ("walikota", 403)])
def test_the_meeting_is_recorded_by_team_and_staf(client, peran, kode):
    kegiatan = KegiatanFactory(ditugaskan=True)
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(hadirin(kegiatan)).status_code == kode
    assert client.get(notulensi(kegiatan)).status_code == kode
