"""Every curl of docs/api.md does what the page says, in the order of the page."""

import re
import shlex
from datetime import timedelta
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from pelaporan.models import LaporanMitra
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pelaporan import (
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    berkas_pdf,
)
from tests.factories.pengawasan import KegiatanFactory
from tests.factories.token_api import token

DOK = Path(__file__).parents[1] / "docs" / "api.md"
PERINTAH = [
    baris
    for blok in re.findall(r"```sh\n(.+?)```", DOK.read_text(encoding="utf-8"), re.DOTALL)
    for baris in blok.strip().splitlines()
]


def jalankan(perintah, nilai):
    """As curl would, through the test client."""
    kata = shlex.split(Template(perintah).safe_substitute(nilai))
    assert kata.pop(0) == "curl"
    cara, kepala, isi, jenis, alamat = "GET", {}, "", "", ""
    while kata:
        satu = kata.pop(0)
        if satu == "-X":
            cara = kata.pop(0)
        elif satu == "-H":
            nama, _, teks = kata.pop(0).partition(": ")
            kepala[nama] = teks
        elif satu == "-d":
            isi, jenis = kata.pop(0), kepala["Content-Type"]
        elif satu == "-F":
            nama = kata.pop(0).partition("=")[0]
            isi = {nama: SimpleUploadedFile("laporan.pdf", berkas_pdf().isi)}
        else:
            bagian = urlsplit(satu)
            alamat = f"{bagian.path}?{bagian.query}"
    if isinstance(isi, dict):
        return Client().post(alamat, isi, headers=kepala)
    return Client().generic(cara, alamat, isi, jenis or "application/json", headers=kepala)


@pytest.mark.django_db
def test_every_example_works():
    FormulirLaporanFactory()
    kegiatan = KegiatanFactory(ditugaskan=True)
    naskah = kegiatan.naskah
    kewajiban = KewajibanLaporanFactory(naskah=naskah, mitra=naskah.mitra.first())
    unit = naskah.perangkat_daerah.first()
    nilai = {
        "ALAMAT": "http://testserver",
        "TOKEN": token(PenggunaFactory(staf=True)),
        "TOKEN_PD": token(anggota_pd(unit)),
        "TOKEN_MITRA": token(anggota_mitra(kewajiban.mitra)),
        "NASKAH": naskah.pk,
        "KEGIATAN": kegiatan.pk,
        "PD": unit.pk,
        "TANGGAL": timezone.localdate() - timedelta(days=1),
        "KEWAJIBAN": kewajiban.pk,
    }

    for perintah in PERINTAH:
        if laporan := LaporanMitra.objects.first():
            nilai |= {"LAPORAN": laporan.pk, "VERSI": laporan.versi}
        jawaban = jalankan(perintah, nilai)
        assert jawaban.status_code in {200, 201}, (perintah, jawaban.content.decode())

    assert len(PERINTAH) > 8
