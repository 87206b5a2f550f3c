"""A year of supervision: nobody knows more than what their first page asks of them.

`make uji-setahun` plays it for 200 naskah; SETAHUN_NASKAH says for how many.
"""

import os
import sys
from datetime import date, timedelta

import pytest
from django.core.management import call_command

from tests.flows.tahun import hasil
from tests.flows.tahun.putaran import TANGGAPAN, Tahun

MULAI = date(2026, 1, 5)
AKHIR = MULAI + timedelta(days=365)
PENUH = 200
# Nobody here leaves a draft lying, asks for a later deadline, or warns one of several mitra: what
# these are answered with is tried in tests/pelaporan and tests/pengawasan.
TAK_TERJADI = {
    "BeritaAcara: Lanjutkan",
    "Kegiatan: Lanjutkan laporan",
    "PerpanjanganBatas: Putuskan",
    "TindakLanjut: Pilih mitra",
}
JUMLAH = int(os.environ.get("SETAHUN_NASKAH", "4"))


@pytest.fixture
def tahun(settings, django_db_reset_sequences):
    """The demo city as it stood on the first day; keys from one, for they say who is like what."""
    settings.MODE_DEMO = True
    satu = Tahun(MULAI)
    with satu.pada(8):
        call_command("isi_contoh", naskah=JUMLAH, verbosity=0)
        satu.datang()
    return satu


@pytest.mark.lambat
@pytest.mark.setahun
def test_setahun_every_obligation_is_met_late_or_closed_with_a_reason(tahun):
    tahun.mainkan(AKHIR)

    with tahun.pada(18):
        jadwal, laporan = hasil.keadaan_jadwal(AKHIR), hasil.keadaan_laporan(AKHIR)
        tindak_lanjut = hasil.keadaan_tindak_lanjut(AKHIR)
        angka = (jadwal, laporan, tindak_lanjut, tahun.dikerjakan)
        sys.stdout.writelines(f"{JUMLAH} naskah: {dict(satu)}\n" for satu in angka)
        assert {*jadwal, *laporan} <= {*hasil.AKHIR}
        assert jadwal[hasil.TEPAT] > jadwal[hasil.LEWAT]
        assert laporan[hasil.TEPAT] > 0
        assert tindak_lanjut["ditutup"] > tindak_lanjut[hasil.LEWAT]
        assert hasil.belum_tercetak(MULAI) == []
        assert hasil.celah_nomor() == {}
        assert hasil.pesan_janggal() == (0, 0)
        for perintah in ("periksa_jejak", "periksa_berkas", "putar_ulang_jadwal"):
            call_command(perintah)
        assert JUMLAH < PENUH or tahun.belum_pernah(TANGGAPAN) <= TAK_TERJADI
