"""Bringing in lists: nothing is half written, twice adds nothing, undone leaves nothing."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.domain.baris_impor import Bawaan
from kerjasama.domain.impor import BELUM_TERBUKA, TRANSISI, periksa
from kerjasama.domain.kolom import kenali
from kerjasama.enums import AksiBarisImpor, StatusBarisImpor, StatusImpor
from kerjasama.models import BarisImpor, Impor, Mitra, Naskah
from kerjasama.queries.impor import sisa, tampil
from kerjasama.services import batal_impor, ruang_tinjau, unggah_impor
from kerjasama.services import impor as services
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from kerjasama.services.lembar import Tata, baca_lembar
from pelaporan.services import kewajiban
from pengawasan.models import Jadwal
from pengawasan.services import jadwal
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
)
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory
from tests.kerjasama.services.test_lembar import xlsx

pytestmark = pytest.mark.django_db

DAFTAR = Path(__file__).parents[2] / "browser" / "data" / "daftar-kerja-sama.csv"
KEPALA = (
    "nomor_pemda,jenis,judul,mitra,jenis_mitra,tanggal_tanda_tangan,tanggal_berakhir,"
    "perangkat_daerah\n"
)
BARIS = (
    "12/2019,Perjanjian Kerja Sama,Pasar,PT A,Perusahaan swasta,17 Oktober 2019,17 Oktober 2029,\n"
)
BERUNIT = BARIS.replace("2029,", "2029,Dinas Perdagangan")
TANPA_NOMOR = BARIS.replace("12/2019", "")
AMBIGU = BARIS.replace("17 Oktober 2019", "2/4/2019")


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def bawa(staf):
    def bawa(*baris, nama="a.csv"):
        return unggah_impor.bawa_masuk(nama, (KEPALA + "".join(baris)).encode(), oleh=staf)[0]

    return bawa


def satu(impor, nomor=2):
    return impor.baris.get(nomor_baris=nomor)


def test_real_list_is_staged_whole_and_twice_adds_nothing(staf):
    impor, baru = unggah_impor.bawa_masuk("daftar.csv", DAFTAR.read_bytes(), oleh=staf)
    lagi, baru_lagi = unggah_impor.bawa_masuk("salinan.csv", DAFTAR.read_bytes(), oleh=staf)

    assert (baru, baru_lagi, lagi) == (True, False, impor)
    assert (impor.baris.count(), Naskah.objects.count()) == (92, 0)
    kembar = impor.baris.filter(status="duplikat")
    assert [b.mentah["no"] for b in kembar] == ["59", "82", "83", "91", "92"]


def test_twin_within_the_file_names_the_row_it_repeats(bawa):
    impor = bawa(TANPA_NOMOR, BARIS, TANPA_NOMOR, BARIS.replace("Pasar", "Terminal"))

    kembar = impor.baris.filter(status="duplikat")
    assert [(b.nomor_baris, b.peringatan[-1]["pesan"]) for b in kembar] == [
        (4, "Sama dengan baris 2 pada berkas ini."),
        (5, "Sama dengan baris 3 pada berkas ini."),  # another title, the same number
    ]


def test_same_list_as_xlsx_reads_the_same():
    csv = ruang_tinjau.baca_daftar(baca_lembar("a.csv", DAFTAR.read_bytes()))
    baris = [list(csv[0].mentah), *[list(b.mentah.values()) for b in csv]]
    sheet = ruang_tinjau.baca_daftar(baca_lembar("a.xlsx", xlsx(baris)))

    assert [(b.nomor, b.usulan, b.status) for b in sheet] == [
        (b.nomor, b.usulan, b.status) for b in csv
    ]


def bawa_semua(nama, isi, staf):
    """Staged with what a person accepts of the whole list."""
    impor, _ = unggah_impor.unggah(nama, isi, oleh=staf)
    judul = impor.daftar_lembar[0]["contoh"][0]
    bawaan = Bawaan(judul_usulan=True, tanpa_unit_asing=True)
    unggah_impor.petakan(impor.pk, Tata(0, 1, kenali(judul), bawaan), oleh=staf)
    return impor


def test_same_list_as_xlsx_adds_nothing_to_what_was_entered(staf):
    """Both files staged before any row was entered: the second names the rows of the first."""
    isi = DAFTAR.read_bytes()
    lembar = baca_lembar("a.csv", isi)
    baris = [lembar.judul_kolom, *[list(b.isi.values()) for b in lembar.baris]]
    pertama = bawa_semua("a.csv", isi, staf)
    kedua = bawa_semua("a.xlsx", xlsx(baris), staf)

    assert services.terima_semua_siap(pertama.pk, oleh=staf) == (28, [])

    assert kedua.baris.filter(status="duplikat").count() == 92
    assert "pada daftar a.csv, yang belum diputuskan" in str(satu(kedua).peringatan)
    assert services.terima_semua_siap(kedua.pk, oleh=staf) == (0, [])
    assert Naskah.objects.count() == 28


def test_sound_row_enters_the_register_and_another_file_finds_it(bawa, staf):
    unit = PerangkatDaerahFactory(nama="Dinas Perdagangan")
    impor = bawa(BERUNIT)

    assert services.terima_semua_siap(impor.pk, oleh=staf) == (1, [])
    naskah = Naskah.objects.get()
    assert (naskah.status, naskah.nomor) == ("berlaku", "12/2019")
    assert naskah.mulai_pengawasan is not None
    assert list(naskah.perangkat_daerah.all()) == [unit]
    kedua = bawa(BERUNIT, "\n")
    assert [(b.status, b.kembar) for b in kedua.baris.all()] == [("duplikat", naskah)]


def test_naskah_recorded_by_hand_is_found_by_title_party_and_date(bawa):
    mitra = MitraFactory(nama="A, PT")
    naskah = NaskahFactory(
        nomor="", judul="PASAR", mitra=[mitra], tanggal_ttd="2019-10-17", kunci_nomor=""
    )

    assert satu(bawa(BARIS)).kembar == naskah


def test_naskah_of_the_same_day_with_another_number_is_no_twin(bawa):
    NaskahFactory(
        nomor="13/2019", judul="Pasar", mitra=[MitraFactory(nama="PT A")], tanggal_ttd="2019-10-17"
    )

    assert satu(bawa(BARIS)).status == "siap"


def test_unit_of_another_city_is_told_and_not_taken(bawa, staf):
    PemerintahFactory(nama_daerah="Kota Bekasi")
    PerangkatDaerahFactory(nama="Dinas Perdagangan")
    impor = bawa(BERUNIT.replace("Perdagangan", "Perdagangan Kota Batu"))

    assert satu(impor).status == "perlu_ditinjau"
    assert "tidak ada pada daftar Perangkat Daerah" in satu(impor).peringatan[-1]["pesan"]
    with pytest.raises(AturanDilanggar, match="lengkapi Perangkat Daerah"):
        services.terima(satu(impor).pk, oleh=staf)
    services.terima(satu(impor).pk, {"unit_asing": []}, oleh=staf)

    assert not Naskah.objects.get().perangkat_daerah.exists()


@pytest.mark.parametrize(
    "sel",
    ["Dinas Perdagangan, Dinas Sosial", "Disdag & DINSOS Kota Bekasi", "Dinas Niaga; Dinas Sosial"],
)
def test_units_of_one_cell_are_found_by_any_name(bawa, staf, sel):
    PemerintahFactory(nama_daerah="Kota Bekasi")
    dagang = PerangkatDaerahFactory(nama="Dinas Perdagangan", singkatan="Disdag")
    sosial = PerangkatDaerahFactory(nama="Dinas Sosial", sebutan_lain="Dinsos\nDinas Soial")
    dagang.riwayat_nama.create(nama="Dinas Niaga")
    impor = bawa(BERUNIT.replace("Dinas Perdagangan", f'"{sel}"'))

    assert services.terima_semua_siap(impor.pk, oleh=staf) == (1, [])

    peran = Naskah.objects.get().keterlibatan.values_list("perangkat_daerah", "peran")
    assert set(peran) == {(dagang.pk, "pemrakarsa"), (sosial.pk, "terkait")}


def test_own_government_among_the_parties_is_no_mitra(bawa, staf):
    PemerintahFactory(nama="Pemerintah Kota Bekasi", nama_daerah="Kota Bekasi")
    impor = bawa(BARIS.replace("PT A", "Pemerintah Kota Bekasi; PT A"))

    services.terima_semua_siap(impor.pk, oleh=staf)

    assert [m.nama for m in Mitra.objects.all()] == ["PT A"]
    assert "pemerintah daerah sendiri" in str(satu(impor).peringatan)


def test_file_that_cannot_be_read_leaves_nothing(staf):
    with pytest.raises(AturanDilanggar):
        unggah_impor.bawa_masuk("a.csv", b"judul,x\na,b\n", oleh=staf)

    assert not Impor.objects.exists()


def test_formula_makes_its_row_wait_for_a_person(bawa):
    impor = bawa(BARIS.replace("Pasar", "=HYPERLINK(1)"), BARIS.replace("12/", "13/"))

    assert [b.status for b in impor.baris.all()] == ["perlu_ditinjau", "siap"]


@pytest.mark.parametrize(
    ("baris", "kurang"),
    [
        (",,Pasar,Suatu lembaga,,,,\n", "jenis naskah dan jenis mitra"),
        ("1,PKS,Pasar,,,17 Mei 2020,17 Mei 2021,\n", "mitra"),
        (AMBIGU, "pilihan tanggal penandatanganan"),
        (BARIS.replace("2029", "2018"), "pilihan tanggal berakhir"),
    ],
)
def test_row_that_lacks_something_says_what(bawa, staf, baris, kurang):
    with pytest.raises(AturanDilanggar, match=f"Baris 2: lengkapi {kurang} melalui tombol Ubah"):
        services.terima(satu(bawa(baris)).pk, oleh=staf)

    assert not Naskah.objects.exists()


def test_mended_row_enters_as_it_was_mended(bawa, staf):
    impor = bawa(AMBIGU)

    naskah = services.terima(satu(impor).pk, {"tanggal_ttd": "2019-04-02"}, oleh=staf)

    assert str(naskah.tanggal_ttd) == "2019-04-02"
    baris = satu(impor)
    assert (baris.status, baris.diputuskan_oleh, baris.naskah) == ("diterima", staf, naskah)
    assert baris.mentah["tanggal_tanda_tangan"] == "2/4/2019"


def test_mended_row_is_known_again_by_what_stood_there(bawa, staf):
    services.terima(satu(bawa(AMBIGU)).pk, {"judul": "Lain", "nomor": "9"}, oleh=staf)

    assert satu(bawa(AMBIGU, "\n")).status == "duplikat"


def test_each_transition_leaves_one_line_and_says_who(bawa, staf):
    baris = satu(bawa(BARIS))

    services.tolak(baris.pk, oleh=staf)
    assert BarisImpor.objects.get().diputuskan_oleh == staf
    services.pulihkan(baris.pk, oleh=staf)
    assert BarisImpor.objects.get().diputuskan_oleh is None
    services.terima(baris.pk, oleh=staf)

    jejak = JejakAudit.objects.filter(objek_jenis="kerjasama.barisimpor").order_by("pk")
    assert [j.aksi.split(".")[1] for j in jejak] == ["tolak", "pulihkan", "terima"]


def test_row_is_entered_once(bawa, staf):
    baris = satu(bawa(BARIS))
    services.terima(baris.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah masuk register"):
        services.terima(baris.pk, oleh=staf)

    assert Naskah.objects.count() == 1


def test_twin_enters_only_when_a_person_insists(bawa, staf):
    services.terima(satu(bawa(TANPA_NOMOR)).pk, oleh=staf)
    kembar = satu(bawa(TANPA_NOMOR, "\n"))

    with pytest.raises(services.BarisKembarError, match="Tetap masukkan"):
        services.terima(kembar.pk, oleh=staf)
    services.terima(kembar.pk, tetap=True, oleh=staf)

    assert Naskah.objects.count() == 2


def test_twin_by_number_never_enters(bawa, staf):
    services.terima(satu(bawa(BARIS)).pk, oleh=staf)
    kembar = satu(bawa(BARIS, "\n"))

    with pytest.raises(AturanDilanggar, match="sudah tercatat"):
        services.terima(kembar.pk, tetap=True, oleh=staf)

    assert (Naskah.objects.count(), satu(kembar.impor).status) == (1, "duplikat")


def test_import_is_done_when_no_row_waits(bawa, staf):
    impor = bawa(BARIS, TANPA_NOMOR, TANPA_NOMOR)
    services.terima(satu(impor).pk, oleh=staf)
    services.tolak(satu(impor, 3).pk, oleh=staf)

    impor.refresh_from_db()
    assert impor.status == StatusImpor.SELESAI
    services.pulihkan(satu(impor, 3).pk, oleh=staf)
    impor.refresh_from_db()
    assert impor.status == StatusImpor.DITINJAU


@pytest.mark.parametrize("impor", StatusImpor)
@pytest.mark.parametrize("aksi", AksiBarisImpor)
@pytest.mark.parametrize("status", StatusBarisImpor)
def test_every_pair_of_status_and_action_is_decided(status, aksi, impor):
    putusan = periksa(status, aksi, impor=impor, nomor=7)

    assert bool(putusan) == ((status, aksi) in TRANSISI and impor not in BELUM_TERBUKA)
    assert putusan or putusan.alasan.endswith(".")


def test_decided_row_without_who_and_when_cannot_exist(bawa):
    baris = satu(bawa(BARIS))

    with pytest.raises(IntegrityError, match="baris_impor_diputuskan"), transaction.atomic():
        BarisImpor.objects.filter(pk=baris.pk).update(status="ditolak")


def test_undone_import_leaves_the_register_as_it_was(bawa, staf):
    impor = bawa(BARIS, TANPA_NOMOR.replace("Pasar", "Terminal"))
    KebijakanFactory()
    services.terima_semua_siap(impor.pk, oleh=staf)
    jadwal.susun_yang_berubah()
    kewajiban.susun_yang_berubah()
    assert Jadwal.objects.exists()

    assert batal_impor.batalkan(impor.pk, oleh=staf) == 2

    impor.refresh_from_db()
    assert (impor.status, Naskah.objects.count(), Jadwal.objects.count()) == ("dibatalkan", 0, 0)
    assert not Mitra.objects.exists()
    assert JejakAudit.objects.filter(aksi="naskah.hapus").count() == 2
    assert JejakAudit.objects.get(aksi="mitra.hapus").objek_nama == "PT A"


def dipakai_naskah(mitra, staf):
    NaskahFactory(mitra=[mitra])


def diubah(mitra, staf):
    mitra_services.ubah(mitra.pk, {"alamat": "Jalan Baru"}, oleh=staf)


def bernarahubung(mitra, staf):
    NarahubungFactory(mitra=mitra)


@pytest.mark.parametrize("pakai", [dipakai_naskah, diubah, bernarahubung])
def test_mitra_that_something_else_uses_stays_when_the_list_is_undone(bawa, staf, pakai):
    lama = MitraFactory(nama="PT B")
    impor = bawa(BARIS, BARIS.replace("12/", "13/").replace("PT A", "PT B"))
    services.terima_semua_siap(impor.pk, oleh=staf)
    pakai(Mitra.objects.get(nama="PT A"), staf)

    batal_impor.batalkan(impor.pk, oleh=staf)

    assert set(Mitra.objects.values_list("nama", flat=True)) == {"PT A", lama.nama}


def test_undone_import_takes_no_row_and_can_begin_anew(bawa, staf):
    impor = bawa(BARIS)
    batal_impor.batalkan(impor.pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        services.terima(satu(impor).pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        batal_impor.batalkan(impor.pk, oleh=staf)

    lagi = bawa(BARIS)

    assert (lagi, lagi.status) == (impor, "ditinjau")
    assert services.terima_semua_siap(lagi.pk, oleh=staf) == (1, [])


def kegiatan(naskah, staf):
    KegiatanFactory(naskah=naskah)


def perubahan(naskah, staf):
    naskah_services.ubah(naskah.pk, {"judul": "Lain"}, oleh=staf)


def penundaan(naskah, staf):
    KebijakanFactory()
    jadwal.terbitkan(naskah.pk, per=timezone.localdate())
    Jadwal.objects.update(ditunda_sampai="2030-01-01", alasan_penundaan="banjir")


def turunan(naskah, staf):
    NaskahFactory(induk=naskah)


@pytest.mark.parametrize("pekerjaan", [kegiatan, perubahan, penundaan, turunan])
def test_import_on_which_something_hangs_is_not_undone(bawa, staf, pekerjaan):
    impor = bawa(BARIS, BARIS.replace("12/", "13/"))
    services.terima_semua_siap(impor.pk, oleh=staf)
    pekerjaan(Naskah.objects.get(nomor="12/2019"), staf)

    with pytest.raises(AturanDilanggar, match=r"Impor tidak dapat dibatalkan\. Baris 2: "):
        batal_impor.batalkan(impor.pk, oleh=staf)

    impor.refresh_from_db()
    assert impor.status == "selesai"
    assert impor.baris.filter(status="diterima", naskah__isnull=False).count() == 2


def test_what_was_not_taken_is_safe_in_a_spreadsheet_and_reads_back(bawa):
    impor = bawa("=cmd|x,PKS,+judul,-PT A,BUMN,,,\n")

    kepala, baris = list(sisa(impor))

    assert not [sel for sel in baris if sel.startswith(("=", "+", "-", "@"))]
    teks = "\n".join(",".join(f'"{s}"' for s in b) for b in (kepala, baris))
    kembali = baca_lembar("sisa.csv", teks.encode()).baris[0].isi
    assert {k: kembali[k] for k in satu(impor).mentah} == satu(impor).mentah


def test_staging_asks_the_database_as_often_for_many_rows(bawa, django_assert_max_num_queries):
    banyak = [BARIS.replace("12/", f"{n}/") for n in range(400)]

    with django_assert_max_num_queries(60):
        bawa(*banyak)


LAMA = (
    "nomor_pemda,jenis,judul,mitra,jenis_mitra,tanggal_ttd,tanggal_berakhir,"
    "monev terakhir,evaluasi terakhir,mulai pengawasan\n"
    "12/2019,PKS,Pasar,PT A,Perusahaan swasta,17 Oktober 2019,17 Oktober 2039,"
)


@pytest.mark.parametrize(
    ("sel", "tanggal"),
    [
        ("10 Maret 2024,12 September 2023,", ("2024-03-10", "2023-09-12")),
        (",belum pernah,1 Januari 2030", ("None", "None")),
    ],
)
def test_what_the_list_says_was_held_last_goes_into_the_register(staf, sel, tanggal):
    impor, _ = unggah_impor.bawa_masuk("a.csv", (LAMA + sel + "\n").encode(), oleh=staf)

    naskah = services.terima(satu(impor).pk, oleh=staf)

    naskah.refresh_from_db()
    assert (str(naskah.pemantauan_terakhir), str(naskah.evaluasi_terakhir)) == tanggal
    mulai = "2030-01-01" if "2030" in sel else str(timezone.localdate())
    assert str(naskah.mulai_pengawasan) == mulai


def test_doubtful_last_event_waits_for_a_choice(staf):
    isi = (LAMA + "1/2/2023,,\n").encode()
    impor, _ = unggah_impor.bawa_masuk("a.csv", isi, oleh=staf)

    with pytest.raises(AturanDilanggar, match="pilihan tanggal pemantauan terakhir"):
        services.terima(satu(impor).pk, oleh=staf)

    naskah = services.terima(satu(impor).pk, {"pemantauan_terakhir": "2023-02-01"}, oleh=staf)
    assert str(naskah.pemantauan_terakhir) == "2023-02-01"


def test_row_entered_while_the_list_is_undone_does_not_stay(bawa, staf):
    impor = bawa(BARIS)
    baris = satu(impor)
    Impor.objects.filter(pk=impor.pk).update(status="dibatalkan")
    baris.impor.status = "ditinjau"  # as it stood when the row was opened

    with pytest.raises(AturanDilanggar, match="baru saja dibatalkan"), transaction.atomic():
        services._pindah(baris, AksiBarisImpor.TOLAK, oleh=staf)

    assert satu(impor).status == "siap"


def test_twin_whose_other_half_is_gone_still_says_why(bawa, staf):
    services.terima(satu(bawa(TANPA_NOMOR)).pk, oleh=staf)
    kembar = satu(bawa(TANPA_NOMOR, "\n"))
    BarisImpor.objects.filter(pk=kembar.pk).update(kembar=None)

    kembar.refresh_from_db()
    assert "sudah dikeluarkan dari register" in tampil(kembar, {}).umum[0]
