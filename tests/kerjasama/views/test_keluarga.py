"""The family of a naskah, endings taken back and entries taken out, through their pages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from inti.roles import Kemampuan
from kerjasama.enums import AksiNaskah
from kerjasama.models import Naskah
from kerjasama.permissions import boleh_menjalankan
from kerjasama.queries import keluarga as queries
from kerjasama.queries.keluarga import keluarga_lengkap
from kerjasama.services import butir as butir_services
from kerjasama.services import naskah as services
from kerjasama.services import pembayaran, pernyataan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
    anggota_mitra,
)

pytestmark = pytest.mark.django_db
HARI_INI = date(2025, 6, 1)


@pytest.fixture
def staf(client):
    client.staf = PenggunaFactory(staf=True)
    client.force_login(client.staf)
    return client


def url(nama, naskah):
    return reverse(f"kerjasama:{nama}", args=[naskah.pk])


def keluarga_besar():
    """A Kesepakatan Bersama, two PKS under it, one replaced by a third with an addendum."""
    payung = NaskahFactory(jenis="kesepakatan_bersama", nomor="KB")
    lama = NaskahFactory(induk=payung, nomor="LAMA", tanggal_berakhir=date(2024, 12, 31))
    kakak = NaskahFactory(induk=payung, nomor="KAKAK", tanggal_ttd=date(2024, 2, 1))
    baru = NaskahFactory(
        induk=payung, menggantikan=lama, nomor="BARU", tanggal_ttd=date(2025, 2, 1)
    )
    AddendumFactory(naskah=baru, tanggal_ttd=date(2025, 3, 1))
    return payung, lama, kakak, baru


def anggota(naskah, pengguna):
    keluarga = keluarga_lengkap(naskah, pengguna, per=HARI_INI)
    return [(a.naskah.nomor, a.tingkat) for a in keluarga.anggota]


# --- The walk -------------------------------------------------------------------------------


def test_family_is_the_same_from_wherever_one_looks():
    orang = PenggunaFactory(staf=True)
    semua = keluarga_besar()
    NaskahFactory(nomor="LAIN")

    for satu in semua:
        assert anggota(satu, orang) == [("KB", 0), ("LAMA", 1), ("KAKAK", 1), ("BARU", 1)]


def test_walk_goes_through_every_generation_and_replacement():
    orang = PenggunaFactory(staf=True)
    rantai = [NaskahFactory(nomor="0")]
    for ke in range(1, 12):
        kaitan = "menggantikan" if ke % 2 else "induk"
        rantai.append(NaskahFactory(nomor=str(ke), **{kaitan: rantai[-1]}))

    assert len(anggota(rantai[0], orang)) == len(anggota(rantai[-1], orang)) == 12


def test_walk_ends_in_a_circle_and_at_its_limit(monkeypatch):
    orang, satu = PenggunaFactory(staf=True), NaskahFactory()
    dua = NaskahFactory(menggantikan=satu)
    Naskah.objects.filter(pk=satu.pk).update(menggantikan=dua)
    assert len(anggota(satu, orang)) == 2

    monkeypatch.setattr(queries, "TERBANYAK", 1)
    keluarga = keluarga_lengkap(satu, orang, per=HARI_INI)
    assert ([a.naskah for a in keluarga.anggota], keluarga.terpotong) == ([satu], True)


def test_a_naskah_that_may_not_be_seen_ties_nothing_together():
    mitra = MitraFactory()
    orang = anggota_mitra(mitra)
    sendiri = NaskahFactory(nomor="A", mitra=[mitra])
    rahasia = NaskahFactory(nomor="RAHASIA", induk=sendiri)
    NaskahFactory(nomor="B", mitra=[mitra], induk=rahasia)
    NaskahFactory(nomor="C", mitra=[mitra], induk=sendiri)

    assert anggota(sendiri, orang) == [("A", 0), ("C", 1)]


def test_gap_is_counted_from_the_last_day_that_was():
    orang = PenggunaFactory(staf=True)
    lama = NaskahFactory(
        nomor="LAMA",
        status="berakhir",
        alasan_berakhir="kesepakatan",
        tanggal_diakhiri=date(2024, 6, 30),
    )
    NaskahFactory(menggantikan=lama, tanggal_ttd=date(2024, 7, 11), mitra=[lama.mitra.get()])

    catatan = [k for a in keluarga_lengkap(lama, orang, per=HARI_INI).anggota for k in a.catatan]

    assert len(catatan) == 1
    assert catatan[0].startswith("Ada jeda 10 hari")


def test_a_replaced_naskah_ended_with_its_replacement_and_overlaps_nothing():
    orang = PenggunaFactory(staf=True)
    lama = NaskahFactory(nomor="LAMA")
    baru = NaskahFactory(
        menggantikan=lama, nomor="BARU", tanggal_ttd=date(2025, 2, 1), status="draf"
    )
    services.berlakukan(baru.pk, oleh=orang)
    mitra = [n.mitra.get().nama for n in (lama, baru)]

    lama.refresh_from_db()
    catatan = [k for a in keluarga_lengkap(lama, orang, per=HARI_INI).anggota for k in a.catatan]

    jangka, beda = catatan
    assert jangka == queries.kata_sambungan(lama, baru)
    assert jangka.endswith("15 Januari 2029; karena digantikan, hari terakhirnya 1 Februari 2025.")
    assert beda.endswith(f"tidak lagi dengan {mitra[0]}, baru dengan {mitra[1]}; periksa.")


def test_what_happened_carries_the_title_of_its_day():
    orang = PenggunaFactory(staf=True)
    naskah = NaskahFactory(judul="Menurut addendum")
    AddendumFactory(naskah=naskah, perubahan={"judul": ["Semula", "Menurut addendum"]})

    peristiwa = keluarga_lengkap(naskah, orang, per=HARI_INI).peristiwa

    assert [p.judul for p in peristiwa] == ["Semula", "Menurut addendum", "Menurut addendum"]


# --- The page -------------------------------------------------------------------------------


def test_page_shows_generations_gap_addendum_and_what_happened_in_order(staf):
    payung, _, _, baru = keluarga_besar()

    utuh = staf.get(url("naskah-keluarga", payung)).content.decode()

    assert "Ada jeda 31 hari" in utuh
    assert "Menggantikan <a" in utuh
    assert "Digantikan oleh <a" in utuh
    assert str(baru.addendum.get()) in utuh
    urutan = utuh[utuh.index("Urutan kejadian") :]
    assert urutan.index("31 Desember 2024") < urutan.index("1 Februari 2025")
    assert urutan.index("1 Februari 2025") < urutan.index("addendum ke-1")


def test_page_asks_as_often_for_a_family_of_many_as_for_one(staf, count_queries):
    satu = NaskahFactory()
    staf.get(url("naskah-keluarga", satu))
    with count_queries(9):
        staf.get(url("naskah-keluarga", satu))

    payung = keluarga_besar()[0]
    with count_queries(9):
        staf.get(url("naskah-keluarga", payung))


def test_mitra_sees_the_page_of_its_own_without_the_doors(client):
    naskah = AddendumFactory().naskah
    client.force_login(anggota_mitra(naskah.mitra.get()))

    utuh = client.get(url("naskah-keluarga", naskah)).content.decode()

    assert "Addendum ke-1" in utuh
    assert "Catat addendum" not in utuh
    assert reverse("pengawasan:naskah-rincian", args=[naskah.pk]) not in utuh


def test_detail_names_no_kin_that_may_not_be_seen(client):
    naskah = NaskahFactory(induk=NaskahFactory(nomor="RAHASIA"))
    client.force_login(anggota_mitra(naskah.mitra.get()))

    assert "RAHASIA" not in client.get(naskah.get_absolute_url()).content.decode()


def test_list_of_what_is_in_force_holds_what_was_extended(staf):
    satu = NaskahFactory(status="diperpanjang")
    NaskahFactory(status="digantikan")

    daftar = staf.get(reverse("kerjasama:naskah-daftar"), {"status": "berlaku"})

    assert list(daftar.context["object_list"]) == [satu]


def test_extended_naskah_may_be_ended_on_its_page(staf):
    naskah = NaskahFactory(status="diperpanjang")

    assert "Catat pengakhiran" in staf.get(naskah.get_absolute_url()).content.decode()


# --- Endings taken back ---------------------------------------------------------------------


def test_wrong_ending_is_taken_back_on_its_page(staf):
    naskah = NaskahFactory(
        status="diputus", alasan_berakhir="wanprestasi", tanggal_diakhiri=date(2025, 1, 1)
    )
    halaman = url("naskah-pengakhiran-batal", naskah)
    assert halaman in staf.get(url("naskah-keluarga", naskah)).content.decode()
    assert "1 Januari 2025" in staf.get(halaman).content.decode()

    answer = staf.post(halaman, {"alasan": "Salah naskah"})

    naskah.refresh_from_db()
    assert (answer.url, naskah.status) == (naskah.get_absolute_url(), "berlaku")


@pytest.mark.parametrize(
    ("alasan", "sebut"), [("Keliru", "memang sudah lewat"), ("", "tidak boleh kosong")]
)
def test_refused_taking_back_of_an_ending_says_why_on_the_page(staf, alasan, sebut):
    kemarin = timezone.localdate() - timedelta(days=1)
    naskah = NaskahFactory(
        status="berakhir",
        alasan_berakhir="jangka_waktu",
        tanggal_berakhir=kemarin,
        tanggal_diakhiri=kemarin,
    )

    answer = staf.post(url("naskah-pengakhiran-batal", naskah), {"alasan": alasan})

    naskah.refresh_from_db()
    assert sebut in answer.content.decode()
    assert naskah.status == "berakhir"


# --- Entries taken out ----------------------------------------------------------------------


def catat(oleh):
    data = {"jenis": "pks", "nomor": "134.4/5", "judul": "Salah catat"}
    unit = {"perangkat_daerah": PerangkatDaerahFactory().pk, "peran": "pemrakarsa"}
    return services.catat(data, pihak=[], perangkat_daerah=[unit], oleh=oleh)


def test_wrong_entry_is_taken_out_after_a_confirmation(staf):
    naskah = catat(staf.staf)
    hapus = url("naskah-hapus", naskah)
    assert hapus in staf.get(url("naskah-keluarga", naskah)).content.decode()
    assert "Salah catat" in staf.get(hapus).content.decode()
    assert Naskah.objects.exists()

    answer = staf.post(url("naskah-hapus", naskah))

    assert answer.url == reverse("kerjasama:naskah-daftar")
    assert not Naskah.objects.exists()


def test_entry_on_which_something_hangs_stays_and_the_page_says_why(staf):
    naskah = NaskahFactory()
    services.ubah(naskah.pk, {"objek": "Kios"}, oleh=staf.staf)
    keluarga = staf.get(url("naskah-keluarga", naskah)).content.decode()
    halaman = staf.get(url("naskah-hapus", naskah)).content.decode()

    answer = staf.post(url("naskah-hapus", naskah))

    assert url("naskah-hapus", naskah) not in keluarga
    assert "Tidak dapat dihapus" in halaman
    assert 'class="btn btn-danger"' not in halaman
    assert "sudah diubah atau dilengkapi" in answer.content.decode()
    assert Naskah.objects.filter(pk=naskah.pk).exists()


def dirinci(naskah, oleh):
    butir = ButirFactory(naskah=naskah)
    butir_services.ubah(butir.pk, {"ukuran": "kios"}, oleh=oleh)


def dinyatakan(naskah, oleh):
    isi = {"ke": 0, "status": "sebagian", "tanggal": date(2025, 1, 1), "sumber": "Surat"}
    pernyataan.nyatakan(ButirFactory(naskah=naskah).pk, isi, sisi="tim", oleh=oleh)


def dibayar(naskah, oleh):
    data = {"tanggal": date(2025, 4, 1), "jumlah": 5}
    pembayaran.catat(SetoranFactory(butir__naskah=naskah).pk, data, sisi="tim", oleh=oleh)


@pytest.mark.parametrize(
    ("gantungkan", "benda"),
    [
        (lambda naskah, _: AddendumFactory(naskah=naskah), "addendum"),
        (dirinci, "butir yang dirinci"),
        (dinyatakan, "pernyataan pemenuhan"),
        (dibayar, "pembayaran setoran"),
        (lambda naskah, _: NarahubungFactory(pihak=naskah.pihak.get()), "narahubung"),
    ],
)
def test_entry_stays_and_what_hangs_on_it_is_named(staf, gantungkan, benda):
    naskah = NaskahFactory()
    gantungkan(naskah, staf.staf)

    answer = staf.post(url("naskah-hapus", naskah))

    assert f"sudah memiliki {benda}." in answer.content.decode()
    halaman = staf.get(url("naskah-keluarga", naskah)).content.decode()
    assert url("naskah-hapus", naskah) not in halaman
    assert Naskah.objects.filter(pk=naskah.pk).exists()


# --- Who may, and bad input -----------------------------------------------------------------


@pytest.mark.parametrize("aksi", list(AksiNaskah))
@pytest.mark.parametrize("peran", ["staf", "tim", "pd", "mitra", "ketua", "walikota", "admin"])
def test_only_the_keeper_of_the_register_moves_a_naskah(peran, aksi):
    putusan = boleh_menjalankan(PenggunaFactory(**{peran: True}), aksi)

    assert bool(putusan) is (peran == "staf")
    assert putusan or Kemampuan.KELOLA_NASKAH.value in putusan.alasan


@pytest.mark.parametrize(
    ("isi", "isian_salah", "sebut"),
    [
        ({"tanggal_berakhir": "2026-01-14"}, "tanggal_berakhir", "sebelum tanggal penandatanganan"),
        ({"judul": "a" * 2000}, "judul", "1000"),
    ],
)
def test_bad_naskah_is_refused_at_its_field_and_the_rest_is_kept(staf, isi, isian_salah, sebut):
    baku = {
        "jenis": "pks",
        "nomor": "134.4/7/SETDA.Ks/2026",
        "judul": "Parkir",
        "tanggal_ttd": "2026-01-15",
        "pihak-TOTAL_FORMS": "0",
        "pihak-INITIAL_FORMS": "0",
        "pd-TOTAL_FORMS": "0",
        "pd-INITIAL_FORMS": "0",
        "butir-TOTAL_FORMS": "0",
        "butir-INITIAL_FORMS": "0",
    }

    answer = staf.post(reverse("kerjasama:naskah-tambah"), baku | isi)

    form = answer.context["form"]
    assert sebut in form.errors[isian_salah][0]
    assert form["nomor"].value() == baku["nomor"]
    assert not Naskah.objects.exists()


def test_reversed_parent_is_refused_at_its_field(staf):
    pks, payung = NaskahFactory(), NaskahFactory(jenis="kesepakatan_bersama")

    answer = staf.post(
        url("naskah-ubah", payung),
        {"jenis": "kesepakatan_bersama", "judul": payung.judul, "induk": pks.nomor},
    )

    assert "urutannya terbalik" in answer.context["form"].errors["induk"][0]
