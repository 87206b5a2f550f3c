"""Every list as a file: what the screen shows, and nothing that a spreadsheet would run."""

import csv
import io
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from openpyxl import load_workbook

from inti import audit
from inti.menu import menu_untuk
from inti.models import Jabatan, JejakAudit, PemangkuJabatan, Pemerintah
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from kerjasama.models import Naskah
from pengawasan.queries import akan_berakhir as meja_akhir
from tests.factories.adegan import bangun as adegan_lengkap
from tests.factories.inti import KlasifikasiSuratFactory, PemerintahFactory, PenggunaFactory
from tests.factories.kebijakan import DrafKebijakanFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PenugasanNaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.kertas_kerja import KuesionerFactory
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pembinaan import KeputusanTimFactory, PembinaanFactory
from tests.factories.pengawasan import (
    JadwalFactory,
    KegiatanFactory,
    NomorSuratFactory,
    RapatFactory,
    SuratTugasFactory,
    TenagaProfesionalFactory,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.penundaan import PenundaanJadwalFactory
from tests.factories.permintaan import diminta
from tests.factories.perpanjangan import PerpanjanganBatasFactory
from tests.factories.teguran import SuratTeguranFactory
from tests.test_query_counts import (
    berakhir,
    butir_tindak_lanjut,
    dokumen_resmi,
    impor,
    kertas_kerja,
    laporan_menunggu,
    pengecualian,
    rekomendasi_walikota,
)

pytestmark = pytest.mark.django_db
NASKAH = "kerjasama:naskah-daftar"
FORMAT = re.compile(r"format=(?:csv|xlsx)")
# Short for ever: there are some dozens of units and assignments.
TANPA_KUNCI = ("kerjasama:perangkat-daerah-daftar", "pengawasan:surat-tugas-daftar")
DAFTAR = [
    (NASKAH, NaskahFactory),
    ("kerjasama:mitra-daftar", MitraFactory),
    ("kerjasama:perangkat-daerah-daftar", PerangkatDaerahFactory),
    ("kerjasama:setoran-daftar", SetoranFactory),
    ("pengawasan:jadwal-daftar", JadwalFactory),
    ("pengawasan:kebijakan-daftar", DrafKebijakanFactory),
    ("pengawasan:penundaan-daftar", PenundaanJadwalFactory),
    ("pengawasan:kegiatan-daftar", KegiatanFactory),
    ("pengawasan:surat-tugas-daftar", SuratTugasFactory),
    ("pengawasan:anggota-naskah-daftar", PenugasanNaskahFactory),
    ("pengawasan:tenaga-profesional-daftar", TenagaProfesionalFactory),
    ("pelaporan:dokumen-daftar", dokumen_resmi),
    ("pengawasan:kertas-kerja-daftar", kertas_kerja),
    ("pengawasan:teguran-daftar", SuratTeguranFactory),
    ("pengawasan:rapat-daftar", RapatFactory),
    ("pengawasan:pengendalian-daftar", PengendalianFactory),
    ("pengawasan:pembinaan-daftar", PembinaanFactory),
    ("pengawasan:keputusan-tim-daftar", KeputusanTimFactory),
    ("pengawasan:tindak-lanjut-daftar", butir_tindak_lanjut),
    ("pelaporan:laporan-daftar", laporan_menunggu),
    ("pelaporan:laporan-mitra-daftar", lambda: LaporanMitraFactory(disampaikan=True)),
    ("pelaporan:laporan-mitra-belum", KewajibanLaporanFactory),
    ("pelaporan:perpanjangan-daftar", PerpanjanganBatasFactory),
    ("pelaporan:permintaan-laporan-daftar", diminta),
    ("pelaporan:surat-daftar", NomorSuratFactory),
]
LAIN = [
    ("kerjasama:impor-daftar", impor, "Berkas"),
    ("akan-berakhir", berakhir, "Berakhir"),
    ("pesan-daftar", None, "Subjek"),
    ("pelaporan:publikasi-daftar", pengecualian, "Alasan"),
    ("pengawasan:kuesioner-daftar", KuesionerFactory, "Versi"),
]
BERKUNCI = [d for d in DAFTAR if d[0] not in TANPA_KUNCI]
RUMUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "|calc",
    "%1",
    "＝1",
    "#REF!",
    '=HYPERLINK("x")',
]


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


def masuk(client, pengguna=None):
    client.force_login(pengguna or PenggunaFactory(staf=True))
    return client


def sebagai_csv(client, nama=NASKAH, **kueri):
    jawaban = client.get(reverse(nama), kueri | {"format": "csv"})
    teks = b"".join(jawaban.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(teks)))


def sebagai_xlsx(client, nama=NASKAH, **kueri):
    jawaban = client.get(reverse(nama), kueri | {"format": "xlsx"})
    return load_workbook(io.BytesIO(b"".join(jawaban.streaming_content))).active


@pytest.mark.parametrize(("nama", "satu", "kolom"), LAIN, ids=[d[0] for d in LAIN])
def test_lists_of_another_kind_are_files_too(client, nama, satu, kolom):
    staf = PenggunaFactory(staf=True)
    masuk(client, staf)
    if satu is None:
        for _ in range(2):
            jejak = audit.catat("x.uji", staf, oleh=None)
            antrekan(jejak, kepada=[staf], pesan=Pesan("Kabar", "Isi"))
    else:
        satu(), satu()

    assert "format=xlsx" in client.get(reverse(nama)).text
    baris = sebagai_csv(client, nama)

    assert len(baris) >= 2
    assert all(b[kolom] for b in baris)
    assert JejakAudit.objects.filter(aksi__endswith=".ekspor").count() == 1


def test_desk_gives_all_its_pages(client, monkeypatch):
    monkeypatch.setattr(meja_akhir, "PER_HALAMAN", 2)
    for _ in range(3):
        berakhir()

    assert len(sebagai_csv(masuk(client), "akan-berakhir")) == 6


@pytest.mark.parametrize(
    ("nama", "peran", "satu"),
    [
        ("pelaporan:meja-ketua", "ketua", laporan_menunggu),
        ("pelaporan:meja-walikota", "walikota", rekomendasi_walikota),
    ],
)
def test_what_waits_for_a_decision_is_a_file(client, nama, peran, satu):
    satu()

    baris = sebagai_csv(masuk(client, PenggunaFactory(**{peran: True})), nama)

    assert [bool(b["Nomor naskah"]) for b in baris] == [True]


def test_accounts_are_a_file_for_the_administrator(client):
    admin = PenggunaFactory(admin=True)

    baris = sebagai_csv(masuk(client, admin), "akun-daftar")

    assert [b["Nama"] for b in baris] == [admin.nama]
    assert baris[0]["Jabatan"]


@pytest.mark.parametrize("nama", ["pelaporan:portal-daftar", "pelaporan:portal-riwayat"])
def test_a_mitra_takes_its_own_lists_and_no_row_of_another(client, nama):
    sendiri, lain = KewajibanLaporanFactory(), KewajibanLaporanFactory()
    for satu in (sendiri, lain):
        if nama.endswith("riwayat"):
            LaporanMitraFactory(kewajiban=satu, disampaikan=True)

    baris = sebagai_csv(masuk(client, anggota_mitra(sendiri.mitra)), nama)

    assert [b["Mitra"] for b in baris] == [sendiri.mitra.nama]


@pytest.mark.parametrize(("nama", "satu"), DAFTAR, ids=[d[0] for d in DAFTAR])
def test_every_list_gives_the_rows_of_its_screen(client, nama, satu):
    satu(), satu()
    masuk(client)

    layar = client.get(reverse(nama))

    assert "format=xlsx" in layar.content.decode()
    assert len(sebagai_csv(client, nama)) == len(layar.context["object_list"]) > 1
    assert sebagai_xlsx(client, nama).max_row == len(layar.context["object_list"]) + 1


@pytest.mark.parametrize(("nama", "satu"), DAFTAR, ids=[d[0] for d in DAFTAR])
def test_a_file_takes_as_many_queries_for_three_rows_as_for_one(client, nama, satu):
    masuk(client)
    jumlah = []
    for banyak in (1, 2):
        for _ in range(banyak):
            satu()
        with CaptureQueriesContext(connection) as kueri:
            sebagai_csv(client, nama)
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 13


def test_filters_and_order_of_the_screen_hold(client):
    for nomor, status in (("1", "berlaku"), ("3", "berlaku"), ("2", "berlaku"), ("4", "draf")):
        NaskahFactory(nomor=nomor, status=status)
    masuk(client)

    hasil = sebagai_csv(client, status="berlaku", urut="-nomor")

    assert [b["Nomor"] for b in hasil] == ["3", "2", "1"]
    assert sebagai_csv(client, status="ngawur") == []


def test_more_than_a_page_is_in_the_file(client):
    NaskahFactory.create_batch(30)

    assert len(sebagai_csv(masuk(client), setelah="[null,1]")) == 30


def test_a_reader_gets_what_it_may_see(client):
    milik, _ = NaskahFactory.create_batch(2)

    for orang in (anggota_mitra(milik.mitra.get()), anggota_pd(milik.perangkat_daerah.get())):
        (satu,) = sebagai_csv(masuk(client, orang))
        assert satu["Nomor"] == milik.nomor
        assert "Tanda" not in satu


def test_those_who_supervise_get_what_the_staff_keep(client):
    staf = PenggunaFactory(staf=True, nama="Sri Wahyuni")
    NaskahFactory(penanggung_jawab=staf, tanda="periksa")

    (satu,) = sebagai_csv(masuk(client, PenggunaFactory(walikota=True)))

    assert (satu["Penanggung jawab"], satu["Tanda"]) == ("Sri Wahyuni", "Perlu diperiksa")


def test_who_may_not_see_the_list_gets_no_file(client):
    masuk(client, PenggunaFactory(admin=True))

    assert client.get(reverse(NASKAH), {"format": "csv"}).status_code == 403
    assert not JejakAudit.objects.exists()


@pytest.mark.parametrize("teks", RUMUS)
def test_no_cell_is_a_formula(client, teks):
    NaskahFactory(judul=teks, nomor="")
    masuk(client)

    (satu,) = sebagai_csv(client)
    sel = next(s for s in sebagai_xlsx(client)[2] if s.value and s.value.strip() == teks.strip())

    assert sel.data_type == "s"
    assert satu["Tentang"].lstrip()[0] in "'#"


def test_dates_are_dates_and_control_characters_go(client):
    NaskahFactory(judul="a\x0bb" + "x" * 900, tanggal_ttd=date(2024, 1, 31))
    masuk(client)

    (satu,) = sebagai_csv(client)
    isi = [s.value for s in sebagai_xlsx(client)[2]]

    assert satu["Tanggal penandatanganan"] == "2024-01-31"
    assert isi[6].date() == date(2024, 1, 31)
    assert isi[3].startswith("abx")


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_each_file_leaves_one_line_with_its_filters(client, bentuk):
    orang = PenggunaFactory(staf=True)
    masuk(client, orang)

    jawaban = client.get(reverse(NASKAH), {"format": bentuk, "status": "berlaku", "urut": "judul"})

    (jejak,) = JejakAudit.objects.all()
    assert (jejak.aksi, jejak.kalimat) == ("naskah.ekspor", "mengekspor naskah")
    assert jejak.perubahan == {
        "bentuk": bentuk,
        "saringan": ["Status: Berlaku, termasuk diperpanjang"],
        "urutan": "judul",
    }
    assert 'filename="naskah-' in jawaban["Content-Disposition"]
    assert f'.{bentuk}"' in jawaban["Content-Disposition"]
    jawaban.close()


def test_setoran_are_in_the_file_as_on_the_screen(client):
    lama, baru = SetoranFactory(dibayar=5), SetoranFactory(jatuh_tempo=date(2025, 6, 1), jumlah=7)
    SetoranFactory(jatuh_tempo=date(2099, 1, 1))
    masuk(client)

    satu, dua = sebagai_csv(client, "kerjasama:setoran-daftar", urut="jumlah")

    assert (satu["Jumlah (Rp)"], satu["Sisa (Rp)"], satu["Keadaan"]) == ("7", "7", "Terlambat")
    assert dua["Nomor naskah"] == lama.butir.naskah.nomor
    assert satu["Yang membayar"] == str(baru.butir.naskah.mitra.get())
    assert len(sebagai_csv(client, "kerjasama:setoran-daftar", keadaan="semua")) == 3


def test_mitra_takes_away_its_own_setoran_only(client):
    milik, _ = SetoranFactory(), SetoranFactory()
    masuk(client, anggota_mitra(milik.butir.naskah.mitra.get()))

    (satu,) = sebagai_csv(client, "kerjasama:setoran-daftar")

    assert satu["Nomor naskah"] == milik.butir.naskah.nomor


def test_trail_can_be_checked_from_its_file(client):
    staf = PenggunaFactory(staf=True)
    audit.catat("naskah.ubah", staf, oleh=None, judul="=1+1")
    masuk(client, staf)

    ekspor, baris = sebagai_csv(client, "jejak-daftar")

    # Taking it away is a line of the trail itself.
    assert (ekspor["Tindakan"], baris["Perubahan"]) == (
        "mengekspor jejak audit",
        '{"judul": "=1+1"}',
    )
    assert ekspor["Hash sebelumnya"] == baris["Hash"]


@pytest.mark.parametrize(("nama", "satu"), BERKUNCI, ids=[d[0] for d in BERKUNCI])
def test_pages_by_key_hold_every_row_once_in_the_order_of_the_file(client, nama, satu, monkeypatch):
    for _ in range(5):
        satu()
    masuk(client)
    view = resolve(reverse(nama)).func.view_class
    monkeypatch.setattr(view, "paginate_by", 2)

    semua, alamat = [], {}
    while alamat is not None:
        halaman = client.get(reverse(nama), alamat).context
        semua += [satu.pk for satu in halaman["object_list"]]
        setelah = halaman["page_obj"].setelah
        alamat = {"setelah": setelah} if setelah else None

    filterset = halaman["filter"]
    assert semua == [satu.pk for satu in filterset.qs]
    assert len(semua) == len(set(semua)) >= 5


def test_another_format_is_the_page(client):
    assert b"<html" in masuk(client).get(reverse(NASKAH), {"format": "pdf"}).content


def test_rows_are_read_some_at_a_time(client, monkeypatch):
    monkeypatch.setattr("inti.views.ekspor.SEPOTONG", 2)
    NaskahFactory.create_batch(5)

    assert len(sebagai_csv(masuk(client))) == Naskah.objects.count()


def test_a_long_list_goes_on_in_another_sheet(client, monkeypatch):
    monkeypatch.setattr("inti.lembar.BARIS_SELEMBAR", 3)
    NaskahFactory.create_batch(5)

    jawaban = masuk(client).get(reverse(NASKAH), {"format": "xlsx"})
    buku = load_workbook(io.BytesIO(b"".join(jawaban.streaming_content)))

    assert [lembar.max_row for lembar in buku] == [3, 3, 2]


# Figures and days, not rows: each figure opens to a list that is a file, and a calendar has its own
# address for programs.
BUKAN_DAFTAR = {"pelaporan:dasbor", "pelaporan:kalender"}


def test_every_table_behind_the_menu_is_a_file(client):
    Pemerintah.objects.all().delete()  # the scene brings its own
    adegan = adegan_lengkap()
    tertinggal = set()
    for siapa, orang in adegan.orang.items():
        if orang is None:
            continue
        client.force_login(orang)
        for butir in menu_untuk(orang, "/"):
            isi = client.get(butir.url).text.partition("<main")[2]
            if "<table" in isi and not {"format=xlsx", "format=csv"} <= set(FORMAT.findall(isi)):
                tertinggal.add((siapa, butir.nama_url))
    assert {nama for _, nama in tertinggal} == BUKAN_DAFTAR, tertinggal


def test_team_of_a_day_is_a_file(client):
    kursi = Jabatan.objects.create(
        kode="ketua-uji", nama="Ketua TKKSD", peran="ketua", tunggal=True
    )
    PemangkuJabatan.objects.create(
        jabatan=kursi, pengguna=PenggunaFactory(nama="Ani"), mulai=date(2024, 1, 1),
        selesai=date(2024, 12, 31),
    )  # fmt: skip

    ada = sebagai_csv(masuk(client), "pengawasan:tim-rincian", pada="2024-05-01")
    kosong = sebagai_csv(client, "pengawasan:tim-rincian", pada="2025-05-01")

    assert [b["Mulai"] for b in ada if b["Pemangku"] == "Ani"] == ["2024-01-01"]
    assert not any(b["Pemangku"] == "Ani" for b in kosong)
    assert len(kosong) == len(ada)


def test_codes_of_letters_are_a_file(client):
    KlasifikasiSuratFactory(kode="100.9.9")

    baris = sebagai_csv(masuk(client), "pelaporan:klasifikasi-daftar")

    assert "100.9.9" in [b["Kode"] for b in baris]
