"""An invented kabupaten and province go the whole way, and nothing calls them a city."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail

from inti.models import Pemerintah
from pelaporan.models import Bundel, Dokumen, Laporan
from pengawasan.models import Jadwal, Kebijakan, TindakLanjut
from tests.flows.pemerintahan import INTERVAL, Pemerintahan
from tests.flows.tahun import hasil
from tests.flows.tahun.halaman import Halaman
from tests.support.pdf import pages_of, squeeze

MULAI = date(2026, 1, 5)
AKHIR = MULAI + timedelta(days=115)
KABUPATEN = {
    "nama": "Pemerintah Kabupaten Teluk Angsa",
    "jenis": "kabupaten",
    "nama_daerah": "Kabupaten Teluk Angsa",
    "provinsi": "Nusa Angsa",
    "tempat": "Muara Angsa",
    "sekretariat": "Sekretariat Daerah Kabupaten",
    "unit_kerja_sama": "Bagian Tata Pemerintahan",
    "alamat": "Jalan Bahari Nomor 1",
    "telepon": "",
    "laman": "",
    "surel": "",
    "kode_unit_surat": "SETDA.Tapem",
    "dasar_hukum": "Peraturan Bupati Teluk Angsa Nomor 7 Tahun 2024",
}
PROVINSI = KABUPATEN | {
    "nama": "Pemerintah Provinsi Nusa Angsa",
    "jenis": "provinsi",
    "nama_daerah": "Provinsi Nusa Angsa",
    "provinsi": "",
    "sekretariat": "Sekretariat Daerah Provinsi",
    "unit_kerja_sama": "Biro Pemerintahan dan Otonomi Daerah",
    "kode_unit_surat": "SETDA.Pemotda",
    "dasar_hukum": "Peraturan Gubernur Nusa Angsa Nomor 7 Tahun 2024",
}
# Offers all three kinds of government.
IDENTITAS = "/akun/pemerintah/"
# What each is called, and what nothing may call it.
PEMERINTAH = {
    "kabupaten": (
        KABUPATEN,
        "Bupati",
        re.compile(r"Wali\s?Kota|\b[Kk]ota\b|KOTA\b|Bekasi|SETDA\.Ks"),
    ),
    "provinsi": (
        PROVINSI,
        "Gubernur",
        re.compile(r"Wali\s?Kota|\b[Kk]ota\b|KOTA\b|Bupati|\b[Kk]abupaten\b|Bekasi|SETDA\.Ks"),
    ),
}


@pytest.fixture(params=PEMERINTAH)
def lain(request, settings, django_db_reset_sequences, tmp_path, monkeypatch):
    """Set up by its administrator, in the time zone of its settings; what was read is kept."""
    settings.TIME_ZONE = "Asia/Makassar"
    identitas, sebutan, terlarang = PEMERINTAH[request.param]
    satu = Pemerintahan(MULAI)
    satu.sebutan, satu.terlarang, satu.terbaca = sebutan, terlarang, []
    semula = Halaman.__init__

    def catat(halaman, orang, response):
        semula(halaman, orang, response)
        satu.terbaca.append((halaman.alamat, _kata(halaman.pohon)))

    monkeypatch.setattr(Halaman, "__init__", catat)
    with satu.pada(8):
        satu.dirikan(tmp_path, sebutan, identitas)
        satu.terbaca.clear()  # the reference data say another until the page has said who it is
        satu.catat_naskah(f"134.4/7/{identitas['kode_unit_surat']}/2026")
    return satu


def _kata(pohon):
    """What a person reads or is told: text, and the attributes that are shown or said."""
    sifat = pohon.xpath("//@title|//@placeholder|//@aria-label|//@alt|//@value|//@content")
    return " ".join((*pohon.xpath("//text()[not(parent::script)]"), *sifat))


def _janggal(teks, terlarang):
    return {teks[max(0, c.start() - 40) : c.end() + 30] for c in terlarang.finditer(teks)}


@pytest.mark.lambat
def test_pemerintah_lain_goes_the_whole_way(lain):
    lain.mainkan(AKHIR)

    with lain.pada(18):
        _selesai(lain)
        _kunjungi_semua(lain)
        _bersih(lain)


def _selesai(lain):
    """Every station of the flow was passed."""
    kebijakan = Kebijakan.objects.get()
    assert (kebijakan.dasar, kebijakan.interval_evaluasi) == (f"Peraturan {lain.sebutan}", INTERVAL)
    terlaksana = set(Jadwal.objects.filter(status="terlaksana").values_list("jenis", flat=True))
    assert terlaksana == {"pemantauan", "evaluasi"}
    laporan = Laporan.objects.values_list("kegiatan__jenis", "status")
    assert ("evaluasi", "disetujui") in laporan, (list(laporan), lain.dikerjakan)
    tindak_lanjut = TindakLanjut.objects.values_list("status", flat=True)
    assert "ditutup" in tindak_lanjut, (list(tindak_lanjut), lain.dikerjakan)
    assert hasil.belum_tercetak(MULAI) == []
    assert hasil.celah_nomor() == {}


def _kunjungi_semua(lain):
    """Everything the menu of each person leads to."""
    for orang in lain.orang:
        orang.masuk()
        menu = orang.buka("/").pohon.xpath("//nav[@aria-label='Menu utama']//a/@href")
        for alamat in menu:
            if alamat.startswith("/"):
                orang.buka(alamat)


def _bersih(lain):
    """Nothing that was read, mailed or printed calls the government what it is not."""
    identitas = Pemerintah.objects.get()
    surel = [(f"surel: {s.subject}", f"{s.subject} {s.body}") for s in mail.outbox]
    cetak = [(d.jenis, _cetakan(d)) for d in Dokumen.objects.exclude(berkas=None)]
    cetak += [("bundel", _cetakan(b)) for b in Bundel.objects.exclude(berkas=None)]
    assert surel
    assert cetak
    janggal = {
        f"{asal}: {kata}"
        for asal, teks in (*lain.terbaca, *surel, *cetak)
        for kata in _janggal(teks, lain.terlarang)
        if asal != IDENTITAS
    }
    assert janggal == set()
    for asal, teks in cetak:
        if asal != "bundel":
            assert squeeze(identitas.nama).casefold() in squeeze(teks).casefold(), asal


def _cetakan(punya):
    return " ".join(page.raw for page in pages_of(punya.berkas.baca()))
