"""Searching everywhere: what is found, by whom, and what was opened last."""

import pytest
from django.urls import resolve, reverse

from inti.queries.pencarian import cari, semua_sumber, sumber_untuk
from kerjasama.models import Naskah
from kerjasama.services import indeks
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.laporan import laporan_draf
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.pengawasan import (
    KegiatanFactory,
    NomorSuratFactory,
    RapatFactory,
    RekomendasiFactory,
)
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db
KATA = "zamrudkatulistiwa"
CARI, SARAN = "/cari/", "/cari/saran/"


def butir_tindak_lanjut():
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


BENDA = {
    "naskah": lambda: (NaskahFactory(judul=KATA), indeks.lengkapi()),
    "mitra": lambda: MitraFactory(nama=f"PT {KATA}"),
    "perangkat-daerah": lambda: PerangkatDaerahFactory(nama=f"Dinas {KATA}"),
    "kegiatan": lambda: KegiatanFactory(naskah__judul=KATA),
    "rapat": lambda: RapatFactory(agenda=f"Membahas {KATA}"),
    "tindak-lanjut": lambda: (butir_tindak_lanjut(), Naskah.objects.update(judul=KATA)),
    "teguran": lambda: SuratTeguranFactory(teguran__naskah__judul=KATA),
    "laporan-mitra": lambda: LaporanMitraFactory(disampaikan=True, kewajiban__naskah__judul=KATA),
    "laporan-saya": lambda: LaporanMitraFactory(kewajiban__naskah__judul=KATA),
    "laporan": lambda: (laporan_draf(), Naskah.objects.update(judul=KATA)),
    "surat": lambda: NomorSuratFactory(perihal=KATA),
    "orang": lambda: PenggunaFactory(nama=KATA),
}


def ditemukan(pengguna, teks=KATA):
    return [k.sumber.kode for k in cari(pengguna, teks)]


def pembaca(kode):
    """Who may look into things of this kind."""
    if kode == "orang":
        return PenggunaFactory(admin=True)
    if kode == "laporan-saya":
        return anggota_mitra(MitraFactory())
    return PenggunaFactory(staf=True)


def test_every_source_has_an_example():
    assert [s.kode for s in semua_sumber()] == list(BENDA)


@pytest.mark.parametrize("kode", [k for k in BENDA if k != "laporan-saya"])
def test_each_kind_is_found_and_leads_to_a_page(client, kode):
    PemerintahFactory()
    orang = pembaca(kode)
    BENDA[kode]()

    satu = next(k for k in cari(orang, KATA) if k.sumber.kode == kode).temuan[0]

    client.force_login(orang)
    assert resolve(satu.alamat.split("?")[0]).view_name == satu.sumber.halaman
    assert client.get(satu.alamat).status_code == 200


def test_a_mitra_finds_its_own_report_at_the_page_where_it_is_filled_in(client):
    PemerintahFactory()
    laporan = LaporanMitraFactory(kewajiban__naskah__judul=KATA)
    orang = anggota_mitra(laporan.kewajiban.mitra)

    alamat = [t.alamat for k in cari(orang, KATA) for t in k.temuan if k.sumber.kode != "naskah"]

    assert alamat == [reverse("pelaporan:portal-laporan", args=[laporan.pk])]


@pytest.mark.parametrize("kode", BENDA)
def test_nothing_of_others_is_found(kode):
    BENDA[kode]()

    assert ditemukan(anggota_mitra(MitraFactory())) == []
    assert ditemukan(anggota_pd(PerangkatDaerahFactory())) == []
    assert "orang" not in ditemukan(PenggunaFactory(staf=True))


def test_a_meeting_is_not_found_by_a_naskah_that_the_reader_may_not_see():
    rapat = RapatFactory()
    unit = PerangkatDaerahFactory()
    milik = KegiatanFactory(rapat=rapat)
    milik.naskah.perangkat_daerah.add(unit)
    KegiatanFactory(rapat=rapat, naskah__judul=KATA)

    assert ditemukan(anggota_pd(unit)) == []


@pytest.mark.parametrize(("alamat", "jumlah"), [(CARI, 6), (SARAN, 5)])
@pytest.mark.parametrize("banyak", [1, 3])
def test_all_kinds_are_asked_at_once(client, count_queries, alamat, jumlah, banyak):
    PemerintahFactory()
    for _ in range(banyak):
        [buat() for kode, buat in BENDA.items() if kode not in ("mitra", "perangkat-daerah")]
    client.force_login(PenggunaFactory(staf=True, admin=True))

    with count_queries(jumlah):
        kelompok = client.get(alamat, {"q": KATA}).context["kelompok"]

    ditemukan = {k.sumber.kode for k in kelompok if len(k.temuan) >= banyak}
    assert ditemukan == set(BENDA) - {"mitra", "perangkat-daerah", "laporan-saya"}


def test_more_than_fit_lead_to_the_list_with_the_same_words(client):
    PemerintahFactory()
    MitraFactory.create_batch(7)
    client.force_login(PenggunaFactory(staf=True))
    nama = MitraFactory(nama="PT Tujuh Bersama & Kawan").nama[:2]

    isi = client.get(CARI, {"q": nama}).content.decode()

    assert f'href="{reverse("kerjasama:mitra-daftar")}?q=PT"' in isi


@pytest.mark.parametrize(
    ("q", "kata"),
    [
        ("", "Tuliskan yang dicari"),
        (" ", "Tuliskan yang dicari"),
        ("a", "sedikitnya dua huruf"),
        ("\x00", "sedikitnya dua huruf"),
        ("zzzz", "Tidak ada yang cocok"),
        ("<script>" * 100, "&lt;script&gt;"),
        ("%%", "Tidak ada yang cocok"),
        ("' OR 1=1 --", "Tidak ada yang cocok"),
    ],
)
def test_nothing_found_says_what_to_do(client, q, kata):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))

    assert kata in client.get(CARI, {"q": q}).content.decode()
    assert client.get(SARAN, {"q": q}).status_code == 200


def test_the_box_stands_on_every_page_of_the_frame_and_not_before_signing_in(client):
    PemerintahFactory()
    assert "data-search" not in client.get("/masuk/").content.decode()

    client.force_login(PenggunaFactory(staf=True))
    isi = client.get(reverse("kerjasama:naskah-daftar")).content.decode()

    assert f'action="{CARI}"' in isi
    assert f'<a class="topbar-button search-link" href="{CARI}">' in isi


# --- What was opened last -----------------------------------------------------------------


def terakhir(client):
    return [t.nama for t in client.get(SARAN).context["terakhir"]]


def test_what_was_opened_last_comes_first_and_ten_are_kept(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))
    semua = [NaskahFactory(judul=f"Naskah ke-{ke:02}") for ke in range(12)]

    for naskah in [*semua, semua[5]]:
        client.get(naskah.get_absolute_url())

    assert terakhir(client) == [f"Naskah ke-{ke:02}" for ke in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2)]


def test_it_shows_on_the_first_page(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))
    assert "Terakhir dibuka" not in client.get("/").content.decode()

    client.get(NaskahFactory(judul="Parkir tepi jalan").get_absolute_url())

    isi = client.get("/").content.decode()
    assert f'hx-get="{CARI}" hx-trigger="load" hx-select="#terakhir .found"' in isi
    isi = client.get(CARI).content.decode()
    assert "Parkir tepi jalan" in isi[isi.index('id="terakhir"') :]


def test_what_one_may_not_see_any_more_is_not_named(client):
    PemerintahFactory()
    unit, naskah = PerangkatDaerahFactory(), NaskahFactory(judul=KATA)
    naskah.perangkat_daerah.add(unit)
    client.force_login(anggota_pd(unit))
    client.get(naskah.get_absolute_url())
    assert terakhir(client) == [KATA]

    naskah.perangkat_daerah.remove(unit)

    assert terakhir(client) == []


def test_a_page_that_was_refused_is_not_kept(client):
    PemerintahFactory()
    client.force_login(anggota_pd(PerangkatDaerahFactory()))

    client.get(NaskahFactory().get_absolute_url())

    assert "terakhir" not in client.cookies


def test_the_cookie_holds_no_title_and_cannot_be_read_by_scripts_or_other_accounts(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))
    client.get(NaskahFactory(judul=KATA).get_absolute_url())
    kue = client.cookies["terakhir"]
    assert kue["httponly"]
    assert KATA not in kue.value

    client.force_login(PenggunaFactory(staf=True))
    client.cookies["terakhir"] = kue.value

    assert terakhir(client) == []


def test_signing_out_takes_it_away(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))
    client.get(NaskahFactory().get_absolute_url())

    client.post(reverse("account_logout"))

    assert client.cookies["terakhir"].value == ""


def test_who_may_look_into_nothing_finds_nothing():
    assert sumber_untuk(PenggunaFactory()) == []
    assert cari(PenggunaFactory(), KATA) == []
