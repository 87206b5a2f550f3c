"""Rows that stand under, or replace, a naskah of the register or another row of their list."""

from datetime import date

import pytest

from inti.putusan import AturanDilanggar
from kerjasama.domain.baca_isian import TANPA_UNIT
from kerjasama.domain.baris_impor import Bawaan
from kerjasama.domain.kolom import kenali
from kerjasama.models import Naskah, Urusan
from kerjasama.services import batal_impor, hapus_naskah, unggah_impor
from kerjasama.services import impor as services
from kerjasama.services.jawaban_impor import jawab_sama
from kerjasama.services.lembar import Tata
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db

KEPALA = (
    "nomor_pemda,jenis,judul,mitra,jenis_mitra,tanggal_tanda_tangan,tanggal_berakhir,"
    "perangkat_daerah,induk,menggantikan,urusan,jenis_kerja_sama,ruang_lingkup,penanda_tangan,"
    "penanda_tangan_mitra\n"
)


def baris(nomor, *, jenis="PKS", ttd=None, induk="", ganti="", unit="", lain=",,,,"):
    ttd = f"1 Mei {nomor[-4:]}" if ttd is None else ttd
    return (
        f"{nomor},{jenis},Pasar {nomor},PT A,Perusahaan swasta,{ttd},17 Oktober 2039,{unit},"
        f"{induk},{ganti},{lain}\n"
    )


@pytest.fixture
def staf():
    PemerintahFactory()
    return PenggunaFactory(staf=True)


@pytest.fixture
def bawa(staf):
    def bawa(*daftar):
        isi = (KEPALA + "".join(daftar)).encode()
        return unggah_impor.bawa_masuk("a.csv", isi, oleh=staf)[0]

    return bawa


def satu(impor, nomor=2):
    return impor.baris.get(nomor_baris=nomor)


def ragu(baris):
    return [p["pesan"] for p in baris.peringatan if p["ragu"]]


def test_what_the_columns_say_enters_the_register(bawa, staf):
    urusan = Urusan.objects.create(kode="perdagangan", nama="Perdagangan", kelompok="pilihan")
    unit = PerangkatDaerahFactory(nama="Dinas Pasar")
    lain = "Perdagangan,KSDPK,Penataan kios,Ani (Wali Kota),Budi (Direktur)"

    naskah = services.terima(satu(bawa(baris("1/2019", unit=unit.nama, lain=lain))).pk, oleh=staf)

    assert (naskah.urusan, naskah.jenis_kerja_sama) == (urusan, "ksdpk")
    assert naskah.ruang_lingkup == "Penataan kios"
    pihak, pd = naskah.pihak.get(), naskah.keterlibatan.get()
    assert (pihak.penanda_tangan, pihak.jabatan) == ("Budi", "Direktur")
    assert (pd.penanda_tangan, pd.jabatan) == ("Ani", "Wali Kota")


@pytest.mark.parametrize("unit", ["", "Dinas Negeri Jauh"])
def test_signatory_without_a_known_unit_holds_the_row(bawa, staf, unit):
    satu_baris = satu(bawa(baris("1/2019", unit=unit, lain=",,,Ani,")))

    assert satu_baris.status == "perlu_ditinjau"
    assert TANPA_UNIT in ragu(satu_baris)
    with pytest.raises(AturanDilanggar, match="Perangkat Daerah yang diwakili penanda tangan"):
        services.terima(satu_baris.pk, oleh=staf)


def test_signatory_is_left_out_where_the_whole_list_says_so(bawa, staf):
    impor = bawa(baris("1/2019", lain=",,,Ani (Wali Kota),"))
    judul = KEPALA.strip().split(",")
    tata = Tata(0, 1, kenali(judul), Bawaan(tanpa_penanda=True))
    unggah_impor.petakan(impor.pk, tata, oleh=staf)

    satu_baris = satu(impor)
    assert (satu_baris.status, satu_baris.usulan["penanda_tangan"]) == ("siap", "")
    pesan = [p["pesan"] for p in satu_baris.peringatan if p["kolom"] == "penanda_tangan"]
    assert "menurut pilihan untuk seluruh daftar" in pesan[0]
    assert services.terima(satu_baris.pk, oleh=staf).baris_impor.get().mentah["penanda_tangan"]


def test_unit_answered_once_gives_its_signatory_a_place(bawa, staf):
    unit = PerangkatDaerahFactory(nama="Dinas Pasar")
    jauh = "Dinas Negeri Jauh"
    impor = bawa(*(baris(f"{n}/2020", unit=jauh, lain=",,,Ani,") for n in (1, 2)))

    jawab_sama(satu(impor), ["perangkat_daerah"], {"perangkat_daerah": unit.nama}, oleh=staf)

    assert satu(impor, 3).status == "siap"
    naskah = services.terima(satu(impor, 3).pk, oleh=staf)
    assert naskah.keterlibatan.get().penanda_tangan == "Ani"


def test_induk_is_found_in_the_register_and_anywhere_in_the_list(bawa, staf):
    lama = NaskahFactory(nomor="9/2018", jenis="kesepakatan_bersama")
    impor = bawa(
        baris("3/2020", induk="2/2019"),
        baris("4/2020", induk="No. 9 / 2018"),
        baris("2/2019", jenis="Kesepakatan Bersama"),
    )

    assert services.terima_semua(impor.pk, oleh=staf) == (3, [])
    induk = dict(Naskah.objects.values_list("nomor", "induk__nomor"))
    assert (induk["3/2020"], induk["4/2020"]) == ("2/2019", lama.nomor)


def test_row_waits_for_the_row_it_stands_under_and_stays_ready(bawa, staf):
    impor = bawa(
        baris("3/2020", induk="2/2019"),
        baris("2/2019", jenis="Kesepakatan Bersama", ttd=""),
    )

    diterima, gagal = services.terima_semua(impor.pk, oleh=staf)

    assert (diterima, satu(impor).status) == (0, "siap")
    assert "Terima baris 3 dahulu" in gagal[0]
    services.tolak(satu(impor, 3).pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="tidak dimasukkan"):
        services.terima(satu(impor).pk, oleh=staf)


def test_induk_that_left_the_register_meanwhile_is_said(bawa, staf):
    lama = NaskahFactory(nomor="9/2018", jenis="kesepakatan_bersama")
    impor = bawa(baris("3/2020", induk="9/2018"))
    lama.delete()

    with pytest.raises(AturanDilanggar, match="sudah dikeluarkan dari register"):
        services.terima(satu(impor).pk, oleh=staf)


def test_rows_that_lead_back_to_each_other_are_asked(bawa):
    impor = bawa(baris("1/2020", ganti="2/2020"), baris("2/2020", ganti="1/2020"))

    for nomor in (2, 3):
        assert "menunjuk kembali ke baris ini" in ragu(satu(impor, nomor))[0]


def test_unknown_induk_needs_a_choice_before_the_row_enters(bawa, staf):
    impor = bawa(baris("1/2020", induk="99/1999"))

    assert "tidak ada di register maupun pada daftar ini" in ragu(satu(impor))[0]
    with pytest.raises(AturanDilanggar, match="lengkapi naskah induk melalui tombol Ubah"):
        services.terima(satu(impor).pk, oleh=staf)


def test_undo_brings_back_what_a_row_replaced(bawa, staf):
    lama = NaskahFactory(
        nomor="9/2018",
        tanggal_ttd=date(2018, 1, 1),
        tanggal_berakhir=date(2040, 1, 1),
        status="berlaku",
    )
    impor = bawa(
        baris("1/2020", ganti="9/2018"),
        baris("2/2021", ganti="1/2020"),
    )
    assert services.terima_semua(impor.pk, oleh=staf) == (2, [])
    lama.refresh_from_db()
    assert (lama.status, lama.tanggal_diakhiri) == ("digantikan", date(2020, 5, 1))

    batal_impor.batalkan(impor.pk, oleh=staf)

    lama.refresh_from_db()
    assert (lama.status, lama.tanggal_diakhiri) == ("berlaku", None)
    assert list(Naskah.objects.all()) == [lama]


def test_undo_in_parts_takes_relatives_apart(bawa, staf, monkeypatch):
    monkeypatch.setattr(batal_impor, "BATAL_SEKALIGUS", 1)
    impor = bawa(
        baris("1/2020", jenis="Kesepakatan Bersama"),
        baris("2/2021", induk="1/2020"),
        baris("3/2022", ganti="2/2021"),
    )
    assert services.terima_semua(impor.pk, oleh=staf) == (3, [])
    impor.refresh_from_db()
    services.serahkan(impor, "batal", oleh=staf)

    list(batal_impor.batalkan_bertahap(impor.pk, oleh=staf))

    assert not Naskah.objects.exists()


def test_naskah_replaced_from_elsewhere_holds_the_undo(bawa, staf):
    impor = bawa(baris("1/2020"))
    lama = services.terima(satu(impor).pk, oleh=staf)
    NaskahFactory(nomor="2/2021", menggantikan=lama)

    with pytest.raises(AturanDilanggar, match="Baris 2"):
        batal_impor.batalkan(impor.pk, oleh=staf)


def test_taking_out_one_of_two_replacements_changes_nothing(staf):
    lama = NaskahFactory(status="digantikan")
    salah, _ = (NaskahFactory(menggantikan=lama, status="berlaku") for _ in range(2))

    hapus_naskah.hapus(salah.pk, oleh=staf)

    lama.refresh_from_db()
    assert lama.status == "digantikan"


@pytest.mark.parametrize(
    ("lain", "kolom", "jawab"),
    [
        ("Perikanan tangkap,,,,", "urusan", {"urusan": "perdagangan"}),
        (",KSDD,,,", "jenis_kerja_sama", {"jenis_kerja_sama": "ksdd_wajib"}),
    ],
)
def test_one_answer_serves_every_row_that_asks_the_same(bawa, staf, lain, kolom, jawab):
    Urusan.objects.create(kode="perdagangan", nama="Perdagangan", kelompok="pilihan")
    impor = bawa(
        baris("1/2020", lain=lain),
        baris("2/2020", lain=lain),
        baris("3/2020", lain=lain, induk="99/1999"),
        baris("4/2020", lain=lain.replace("KSDD", "KSDL").replace("tangkap", "budi daya")),
    )

    assert jawab_sama(satu(impor), [kolom], jawab, oleh=staf) == 2
    assert [satu(impor, n).status for n in (3, 4, 5)] == ["siap", *["perlu_ditinjau"] * 2]
    assert satu(impor, 3).usulan[kolom] == jawab[kolom]
    assert jawab_sama(satu(impor, 5), [kolom], jawab, oleh=staf) == 0


def test_unit_left_out_once_is_left_out_of_every_row(bawa, staf):
    impor = bawa(*(baris(f"{n}/2020", unit="Dinas Negeri Jauh") for n in (1, 2)))

    assert jawab_sama(satu(impor), ["perangkat_daerah"], {"unit_asing": []}, oleh=staf) == 1
    assert satu(impor, 3).status == "siap"
    assert services.terima(satu(impor, 3).pk, oleh=staf).perangkat_daerah.count() == 0


def test_kind_answered_once_is_called_as_the_cell_calls_it(bawa, staf):
    impor = bawa(baris("1/2020", jenis="Kontrak"), baris("2/2020", jenis="Kontrak"))

    jawab_sama(satu(impor), ["jenis"], {"jenis": "pks"}, oleh=staf)

    assert satu(impor, 3).usulan["sebutan"] == "Kontrak"
    assert services.terima(satu(impor, 3).pk, oleh=staf).jenis == "pks"
