"""The corpus of hostile files, put through every door that a file can come in by.

All of it goes through the one check; that no upload passes beside it is shown from the source, and
what stands for each class is sent to every address that takes a file.
"""

import ast
import hashlib
import subprocess
import sys
import tracemalloc
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction
from django.urls import reverse

from inti.forms.berkas import BerkasField, BerkasGandaField
from inti.models import Berkas
from inti.putusan import AturanDilanggar
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX, nama_aman, periksa
from kerjasama.services.contoh_lembar import contoh_lembar
from tests.api_matrix import BERKAS as BERKAS_API
from tests.api_matrix import TULIS
from tests.factories.adegan import bangun
from tests.factories.inti import PenggunaFactory
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.token_api import Program
from tests.permissions_matrix import MATRIKS, ORANG
from tests.support.berkas_jahat import KORPUS, WAKIL
from tests.support.clients import ReadOnlyGetClient
from tests.test_isian_buruk import tidak_ditandai
from tests.test_permissions import peramban, url

AKAR = Path(__file__).parents[1]
PAKET = ("config", "inti", "kerjasama", "pengawasan", "pelaporan")
SEMUA = (PDF, JPEG, PNG, DOCX, XLSX)
BERTIPE = {BerkasField, BerkasGandaField}
# File fields that take no document: what they do with a file instead.
LAIN = {
    ("UnggahDaftarForm", "berkas"): "a list, judged by kerjasama.services.lembar",
    ("PeriksaBerkasForm", "berkas"): "only hashed while it streams: inti.sidik_unggahan",
}
# Forms that no address hands a file to.
TANPA_ALAMAT = {
    "ContohForm": "the gallery of components, in development only",
    "LapanganForm": "a phone sends the photos one by one: FotoLapanganForm",
}
# Where bytes come in that are no form: piece by piece, and then through the one check.
BADAN_MENTAH = {"pelaporan/views/unggahan_bertahap.py"}
MEMBUAT_DIPERIKSA = {"inti/unggahan.py"}


def berkas(satu):
    """As a view receives it, under the very name it was sent with."""
    unggahan = SimpleUploadedFile("x", satu.isi)
    unggahan._name = satu.nama
    return unggahan


def per_jenis(korpus):
    return pytest.mark.parametrize("satu", korpus, ids=lambda j: j.jenis)


# --- The one check, and the reader of lists -----------------------------------------------


def test_corpus_is_wide_and_each_kind_has_one_verdict():
    assert len({j.jenis for j in KORPUS}) == len(KORPUS) >= 40
    assert [j.jenis for j in KORPUS if bool(j.sebut) == bool(j.tipe)] == []
    assert len(WAKIL) >= 8


@per_jenis(KORPUS)
def test_every_kind_meets_its_verdict(satu):
    if satu.tipe:
        assert periksa(berkas(satu), SEMUA).tipe == satu.tipe
        return
    with pytest.raises(ValidationError, match=satu.sebut) as ditolak:
        periksa(berkas(satu), SEMUA)

    kalimat = ditolak.value.messages[0]
    assert nama_aman(satu.nama) in kalimat
    assert kalimat.endswith(".")


@pytest.mark.parametrize("nama", ["daftar.csv", "daftar.xlsx", ""])
def test_reader_of_lists_refuses_every_kind_in_words(nama):
    lolos = []
    for satu in KORPUS:
        alasan = ""
        try:
            contoh_lembar(nama or nama_aman(satu.nama), satu.isi)
        except AturanDilanggar as error:
            alasan = error.alasan
        if not alasan.endswith("."):
            lolos.append(satu.jenis)

    # The test pattern of scanners is one line of text; telling it is a scanner's work.
    assert lolos == (["eicar"] if nama == "daftar.csv" else [])


def test_whole_corpus_is_judged_in_little_memory():
    anak = subprocess.run(
        [sys.executable, "-c", MEMORI], cwd=AKAR, capture_output=True, text=True, check=True
    )

    sebelum, sesudah = map(int, anak.stdout.split())
    assert sesudah - sebelum < 200


MEMORI = """
import os, resource
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
import logging
logging.disable()
from tests.test_berkas_jahat import KORPUS, SEMUA, ValidationError, berkas, periksa
puncak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(puncak())
for satu in KORPUS:
    try:
        periksa(berkas(satu), SEMUA)
    except ValidationError:
        pass
print(puncak())
"""


# --- No upload passes beside it -----------------------------------------------------------


def semua_formulir():
    """Every form class of ours that has a file field."""
    ada = {k for k in turunan(forms.BaseForm) if k.__module__.startswith(PAKET)}
    return {k for k in ada if any(map(bertipe_file, getattr(k, "base_fields", {}).values()))}


def bertipe_file(field):
    return isinstance(field, forms.FileField)


def sumber(*kata):
    """The syntax of every source file in which one of the words stands."""
    for paket in PAKET:
        for jalan in (AKAR / paket).rglob("*.py"):
            isi = jalan.read_text()
            if "management/contoh" not in jalan.as_posix() and any(k in isi for k in kata):
                yield jalan.relative_to(AKAR).as_posix(), ast.parse(isi)


def test_every_file_field_checks_the_content():
    beda = {
        (kelas.__name__, nama)
        for kelas in semua_formulir()
        for nama, field in kelas.base_fields.items()
        if bertipe_file(field) and type(field) not in BERTIPE
    }

    assert beda == set(LAIN)


def diterima(field, satu):
    """Whether the field takes it."""
    try:
        field.clean([berkas(satu)] if isinstance(field, BerkasGandaField) else berkas(satu))
    except ValidationError:
        return False
    return True


def test_every_kind_meets_the_same_verdict_at_every_file_field():
    beda = [
        f"{kelas.__name__}.{nama}: {satu.jenis}"
        for kelas in semua_formulir()
        for nama, field in kelas.base_fields.items()
        if type(field) in BERTIPE
        for satu in KORPUS
        # What we issued ourselves may come back with the originals in it, and is then compared.
        if not (field.terbit and satu.jenis == "pdf berlampiran")
        if diterima(field, satu) is not (satu.tipe in field.tipe)
    ]

    assert beda == []


def test_no_row_takes_a_file_by_itself():
    assert [m for m in apps.get_models() for f in m._meta.fields if isinstance(f, models.FileField)] == []  # fmt: skip  # noqa: E501


# Asks for the names, and whether there are any: what was typed is kept without its files.
TANPA_ISI = {"inti/tertahan.py", "inti/diam.py"}


def test_files_of_a_request_go_to_forms_only():
    """`request.FILES` is handed on as an argument; nobody reads from it."""
    dibaca = []
    for nama, pohon in sumber("FILES"):
        argumen = {
            id(dalam)
            for panggil in ast.walk(pohon)
            if isinstance(panggil, ast.Call) and getattr(panggil.func, "id", "")[:1].isupper()
            for satu in panggil.args
            for dalam in ast.walk(satu)
        }
        dibaca += [
            f"{nama}:{satu.lineno}"
            for satu in ast.walk(pohon)
            if isinstance(satu, ast.Attribute) and satu.attr == "FILES" and id(satu) not in argumen
            if nama not in TANPA_ISI
        ]

    assert dibaca == []


def test_bytes_come_in_nowhere_else():
    mentah, membuat = set(), set()
    for nama, pohon in sumber("request.body", "Diperiksa("):
        for satu in ast.walk(pohon):
            if isinstance(satu, ast.Attribute) and satu.attr == "body":
                mentah |= {nama} if getattr(satu.value, "id", "") == "request" else set()
            if isinstance(satu, ast.Call) and getattr(satu.func, "id", "") == "Diperiksa":
                membuat.add(nama)

    assert (mentah, membuat) == (BADAN_MENTAH, MEMBUAT_DIPERIKSA)


# --- Over every address -------------------------------------------------------------------


@pytest.fixture
def adegan(db, settings):
    settings.API_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    settings.TANDA_TANGAN = "unggah"  # else its form is not on the page
    return bangun()


@pytest.fixture
def tercatat(monkeypatch):
    """Form classes that were given a file, with the name of its field, as it happens."""
    semula, ada = forms.BaseForm.full_clean, []

    def full_clean(form):
        semula(form)
        for nama, field in form.fields.items():
            if bertipe_file(field) and form.files.get(form.add_prefix(nama)):
                ada.append((type(form).__name__, form.add_prefix(nama)))

    monkeypatch.setattr(forms.BaseForm, "full_clean", full_clean)
    return ada


def tersimpan(settings):
    return Berkas.objects.count(), {p for p in Path(settings.BERKAS_DIR).rglob("*") if p.is_file()}


def pengirim(adegan):
    """Each address that somebody may post to, with a client of the first who may."""
    klien = {s: peramban(adegan, s) for s in ORANG}
    for nama, (cara, status) in MATRIKS.items():
        boleh = 405 if cara == "POST" else 200
        siapa = next((s for s in ORANG[::-1] if status[s] == boleh), None)
        if siapa and not nama.startswith(("account_", "mfa_", "sso")):
            yield nama, url(adegan, nama), klien[siapa]
    for nama, cara in TULIS:
        if nama in BERKAS_API:
            halaman = TULIS[nama, cara]
            siapa = next(s for s in ORANG[::-1] if MATRIKS[halaman][1][s] == 405)
            alamat = reverse(nama, args=adegan.alamat[halaman][:1])
            yield nama, alamat, Program(adegan.orang[siapa])


@dataclass(frozen=True)
class Alamat:
    nama: str
    alamat: str
    klien: ReadOnlyGetClient
    formulir: str
    field: str


def turunan(kelas):
    """All that inherit from it."""
    for satu in kelas.__subclasses__():
        yield satu
        yield from turunan(satu)


def kirim(klien, alamat, nama_field, isi):
    """What it is answered with; nothing of it stays in the database."""
    with transaction.atomic():
        data = {n: SimpleUploadedFile(*isi) for n in nama_field}
        response = klien.post(alamat, {"kunci": "0" * 32} | data, follow=True)
        transaction.set_rollback(True)
    if response.streaming:
        response.getvalue()  # reading a file to its end closes it
    return response


def alamat_unggah(adegan, tercatat):
    """Address, client and fields of everything that takes a file."""
    nama_field = {n for k in semua_formulir() for n, f in k.base_fields.items() if bertipe_file(f)}
    for nama, alamat, klien in pengirim(adegan):
        tercatat.clear()
        kirim(klien, alamat, nama_field, ("a.exe", b"MZ"))
        for formulir, field in set(tercatat):
            yield Alamat(nama, alamat, klien, formulir, field)


def keluhan(satu, jahat):
    """What is not as it should be about the answer to one file, in words."""
    response = kirim(satu.klien, satu.alamat, [satu.field], (jahat.nama, jahat.isi))
    json_ = "json" in response["Content-Type"]
    isi = str(response.json()) if json_ else unescape(response.getvalue().decode())
    if response.status_code != (400 if json_ else 200):
        yield f"{satu.nama} {jahat.jenis}: {response.status_code}"
        return
    if satu.formulir == "PeriksaBerkasForm":
        return  # nothing is refused there but what has no bytes to compare
    if satu.formulir != "UnggahDaftarForm" and not beralasan(jahat, isi):
        yield f"{satu.nama} {jahat.jenis}: no reason"
    # Where several files are sent at once, each is answered in a message above the page.
    if not (json_ or response.redirect_chain) and tidak_ditandai(isi, [satu.field]):
        yield f"{satu.nama} {jahat.jenis}: not at its field"


def beralasan(jahat, isi):
    """The file is named with the reason, or with what the field takes instead."""
    return jahat.nama in isi and (jahat.sebut in isi or f"Isi berkas “{jahat.nama}” bukan" in isi)


def test_every_address_refuses_what_stands_for_each_class(adegan, tercatat, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "sementara"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    semua = list(alamat_unggah(adegan, tercatat))
    semula = tersimpan(settings)

    salah = [k for satu in semua for jahat in WAKIL for k in keluhan(satu, jahat)]

    assert salah == [], "\n".join(salah)
    assert tersimpan(settings) == semula
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []
    dicapai = {satu.formulir for satu in semua}
    assert {
        k for k in semua_formulir() if not dicapai & {s.__name__ for s in [k, *turunan(k)]}
    } == {k for k in semua_formulir() if k.__name__ in TANPA_ALAMAT}


def test_file_sent_piece_by_piece_meets_the_same_check(db, client, settings):
    laporan = LaporanMitraFactory()
    client.force_login(laporan.dibuat_oleh)
    buka = reverse("pelaporan:portal-unggahan-buka", args=[laporan.pk])
    for satu in WAKIL:
        sidik = hashlib.sha256(satu.isi).hexdigest()
        data = {"nama": satu.nama, "ukuran": len(satu.isi), "sha256": sidik}
        jawab = client.post(buka, data)
        if jawab.status_code == 200:
            tujuan = jawab.json()
            for mulai in range(0, len(satu.isi), 500_000):
                client.post(
                    f"{tujuan['kirim']}?mulai={mulai}",
                    satu.isi[mulai : mulai + 500_000],
                    content_type="application/octet-stream",
                )
            jawab = client.post(tujuan["selesai"])
        assert jawab.status_code == 400, satu.jenis
        assert jawab.json()["galat"].endswith("."), satu.jenis

    assert tersimpan(settings) == (0, set())


# --- Streams, counts and parts ------------------------------------------------------------


class Aliran:
    """A body of any length that exists only while it is read."""

    def __init__(self, kepala, panjang):
        self.kepala, self.sisa, self.dibaca = kepala, panjang - len(kepala), 0
        self.readline = self.read

    def read(self, banyak=65536):
        depan, self.kepala = self.kepala[:banyak], self.kepala[banyak:]
        lanjut = min(banyak - len(depan), self.sisa)
        self.sisa -= lanjut
        self.dibaca += len(depan) + lanjut
        return depan + b"A" * lanjut


def alirkan(client, alamat, panjang, kepala):
    awal = (
        '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="besar.pdf"\r\n'
        f"{kepala}\r\n"
    ).encode()
    aliran = Aliran(awal, panjang)
    response = client.generic(
        "POST",
        alamat,
        **{
            "wsgi.input": aliran,
            "CONTENT_LENGTH": str(panjang),
            "CONTENT_TYPE": "multipart/form-data; boundary=batas",
        },
    )
    return response, aliran


BASE64 = "Content-Transfer-Encoding: base64\r\n"


@pytest.mark.parametrize(
    ("panjang", "kepala", "dibaca"),
    [
        (2 * 1024**3, "", 0),
        (2 * 1024**3, BASE64, 0),
        (5 * 1024**2, "", 3 * 1024**2),
        (5 * 1024**2, BASE64, 4 * 1024**2),
    ],
)
def test_stream_is_cut_off_in_little_memory_and_nothing_stays(
    db, client, settings, tmp_path, panjang, kepala, dibaca
):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "sementara"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    settings.BATAS_UNGGAH, settings.CADANGAN_DISK = 2 * 1024**2, -(2**50)
    client.force_login(PenggunaFactory(staf=True))
    client.get(alamat := reverse("kerjasama:impor-daftar"))  # what is read once for all
    tracemalloc.start()

    response, aliran = alirkan(client, alamat, panjang, kepala)

    puncak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (response.status_code, "paling besar 2 MB" in response.text) == (413, True)
    assert aliran.dibaca <= dibaca
    assert puncak < 16 * 1024**2
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


@pytest.mark.parametrize("isian", [{"berkas": 61, "lain": 0}, {"berkas": 0, "lain": 3_001}])
def test_too_many_files_or_fields_are_refused_in_words(db, client, isian):
    client.force_login(PenggunaFactory(staf=True))
    data = {f"a{n}": "x" for n in range(isian["lain"])}
    data |= {f"b{n}": SimpleUploadedFile("a.pdf", b"x") for n in range(isian["berkas"])}

    response = client.post(reverse("kerjasama:impor-daftar"), data)

    assert response.status_code == 400
    assert "<h1" in response.text


@per_jenis([j for j in KORPUS if j.jenis.startswith("nama ")])
def test_name_in_the_request_is_a_label_only(db, client, satu):
    """As the browser sends it, bytes and all: no part of it becomes a path."""
    client.force_login(PenggunaFactory(staf=True))

    response = client.post(reverse("kerjasama:impor-daftar"), {"berkas": berkas(satu)})

    assert response.status_code == 200
    assert not Berkas.objects.exists()
