"""An invented kabupaten in central Indonesia: its name, law and hours on everything."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from inti.models import Pemerintah
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.services import dokumen
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory, SuratTugasFactory
from tests.support.pdf import squeeze, whole_text
from tests.support.processes import ROOT

IDENTITAS = {
    "ukuran_kertas": "f4",
    "nama": "Pemerintah Kabupaten Teluk Angsa",
    "jenis": "kabupaten",
    "nama_daerah": "Kabupaten Teluk Angsa",
    "tempat": "Muara Angsa",
    "sekretariat": "Sekretariat Daerah",
    "unit_kerja_sama": "Bagian Tata Pemerintahan",
    "alamat": "Jalan Bahari Nomor 1",
    "kode_unit_surat": "SETDA.Tapem",
    "dasar_hukum": "Peraturan Bupati Teluk Angsa Nomor 7 Tahun 2024",
    "register_publik": "on",
}


@pytest.fixture
def kabupaten(db, settings):
    """Set up by its administrator on the identity page, in the time zone of its settings."""
    settings.TIME_ZONE = "Asia/Makassar"
    PemerintahFactory()
    admin = Client()
    admin.force_login(PenggunaFactory(admin=True))
    assert admin.post("/akun/pemerintah/", IDENTITAS).status_code == 302
    return Pemerintah.objects.get()


def test_printed_letter_is_its_own(kabupaten):
    surat = SuratTugasFactory(kegiatan=[KegiatanFactory(ditugaskan=True)])
    satu = dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, surat.pk, oleh=PenggunaFactory(staf=True))
    dokumen.kerjakan_antrean()

    teks = whole_text(Dokumen.objects.get(pk=satu.pk).berkas.baca())

    for kata in ("PEMERINTAH KABUPATEN TELUK ANGSA", "Jalan Bahari Nomor 1", "Muara Angsa"):
        assert squeeze(kata).casefold() in teks.casefold()
    assert squeeze(IDENTITAS["dasar_hukum"]) in teks
    assert squeeze("Wali Kota") not in teks


def test_pages_call_its_head_as_it_does(kabupaten):
    assert kabupaten.kepala_daerah == "Bupati"
    staf = Client()
    staf.force_login(PenggunaFactory(staf=True))

    for alamat in ("/", "/publik/", "/pelaporan/laporan-mitra/", "/pengawasan/kegiatan/"):
        halaman = staf.get(alamat).content.decode()
        assert "Wali Kota" not in halaman
    assert IDENTITAS["nama"] in Client().get("/publik/").content.decode()


def test_its_day_begins_an_hour_before_that_of_the_west(kabupaten):
    with time_machine.travel(datetime(2026, 12, 31, 16, 30, tzinfo=UTC), tick=False):
        assert timezone.localdate().isoformat() == "2027-01-01"


def test_no_head_of_government_is_named_in_code_or_page():
    """`Pemerintah.kepala_daerah` says what he is called."""
    boleh = {"inti/models/pemerintah.py"}
    ada = [
        str(path.relative_to(ROOT))
        for app in ("config", "inti", "kerjasama", "pengawasan", "pelaporan", "templates")
        for path in (ROOT / app).rglob("*.*")
        if path.suffix in {".py", ".html", ".txt"}
        and not {"contoh", "migrations"} & {*path.parts}
        and re.search(r"\b(Wali Kota|Bupati)\b", path.read_text(encoding="utf-8"))
    ]

    assert set(ada) <= boleh
