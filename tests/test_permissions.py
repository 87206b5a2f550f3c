"""Every address answers every role as the matrix says, and no tenant learns of another."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import get_resolver, reverse

from inti.models import JejakAudit
from kerjasama.models import Naskah, PernyataanPemenuhan
from pelaporan.models import LaporanMitra, PerpanjanganBatas
from pengawasan.services import surat_teguran
from tests.factories.adegan import PENANDA, bangun
from tests.factories.inti import BerkasFactory
from tests.factories.kerjasama import MitraFactory, anggota_mitra
from tests.factories.pelaporan import ISI
from tests.factories.teguran import SuratTeguranFactory
from tests.permissions_matrix import MATRIKS, ORANG
from tests.support.clients import ReadOnlyGetClient
from tests.support.permissions_page import halaman

MASUK = ORANG[1:]
LAIN = ("pd_lain", "mitra_lain")
# In what is one mitra's own, and no other's on the same naskah.
SENDIRI = "Intanlautan"
TIDAK_ADA = 999_999_999
# Pages with a name in their address that are of no tenant.
SAMA_BAGI_SEMUA = {"bantuan"}
HALAMAN = Path(__file__).parents[1] / "docs" / "permissions.md"
# A form's token and a page's nonce differ from request to request.
BERUBAH = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"|nonce="[^"]+"')


def semua_nama(pola=None, ruang=""):
    """Every URL name of the site, with its namespace."""
    for satu in pola or get_resolver().url_patterns:
        if hasattr(satu, "url_patterns"):
            awalan = f"{ruang}{satu.namespace}:" if satu.namespace else ruang
            yield from semua_nama(satu.url_patterns, awalan)
        else:
            yield f"{ruang}{satu.name}"


@pytest.fixture
def adegan(db):
    return bangun()


def peramban(adegan, siapa):
    klien = ReadOnlyGetClient()
    if adegan.orang[siapa]:
        klien.force_login(adegan.orang[siapa])
    return klien


def url(adegan, nama):
    return reverse(nama, args=adegan.alamat.get(nama, ())) + adegan.kueri.get(nama, "")


def isi(response):
    """The bytes; reading a file to its end closes it."""
    utuh = response.getvalue() if response.streaming else response.content
    return BERUBAH.sub(b"", utuh)


def ambil(klien, alamat):
    response = klien.get(alamat)
    return response.status_code, isi(response)


def kirim(klien, alamat):
    response = klien.post(alamat)
    return response.status_code, isi(response)


def potret():
    """All rows of all tables except sessions."""
    semua = (m for m in apps.get_models() if m is not Session)
    return {m._meta.label: list(m._base_manager.order_by("pk").values_list()) for m in semua}


def ditolak(siapa):
    """URL name, method and status of everything this person is refused."""
    for nama, (cara, status) in MATRIKS.items():
        if status[siapa] in {403, 404}:
            yield nama, cara, status[siapa]


# --- The matrix ---------------------------------------------------------------------------


def test_matrix_names_every_url_and_no_other():
    nama = list(semua_nama())

    assert len(nama) == len(set(nama))
    # What programs ask for has a matrix of its own: test_permissions_api.py.
    assert set(MATRIKS) == {n for n in nama if not n.startswith("api:")}


@pytest.mark.parametrize("siapa", ORANG)
def test_get_answers_as_the_matrix_says(adegan, siapa):
    beda = {}
    klien = peramban(adegan, siapa)
    for nama, (cara, status) in MATRIKS.items():
        harap = 405 if cara == "POST" and siapa != "anon" else status[siapa]
        if (ada := ambil(klien, url(adegan, nama))[0]) != harap:
            beda[nama] = ada, harap

    assert beda == {}


def test_anon_is_led_to_the_sign_in_page(adegan):
    klien = peramban(adegan, "anon")
    ke = {
        nama: klien.generic(cara, url(adegan, nama)).url.partition("?")[0]
        for nama, (cara, status) in MATRIKS.items()
        if status["anon"] == 302
    }

    # Who is not signed in is out already, and is led home.
    assert ke.pop("account_logout") in {"/", reverse("account_login")}
    assert set(ke.values()) == {reverse("account_login")}


@pytest.mark.parametrize("siapa", MASUK)
def test_refused_post_is_refused_and_changes_nothing(adegan, siapa):
    klien, semula, beda = peramban(adegan, siapa), potret(), {}
    for nama, cara, harap in ditolak(siapa):
        ada = kirim(klien, url(adegan, nama))[0]
        # An address that takes no POST at all may say that first.
        if ada != harap and not (cara == "GET" and ada == 405):
            beda[nama] = ada, harap

    assert beda == {}
    assert potret() == semula


def test_post_of_anon_changes_nothing(adegan):
    klien, semula = peramban(adegan, "anon"), potret()
    for nama, (_, status) in MATRIKS.items():
        if status["anon"] == 302:
            assert klien.post(url(adegan, nama)).status_code == 302, nama

    assert potret() == semula


@pytest.mark.parametrize("siapa", MASUK)
def test_post_of_those_who_may_is_not_refused(adegan, siapa):
    beda = {}
    for nama, (cara, status) in MATRIKS.items():
        if cara == "POST" and status[siapa] == 405:
            with transaction.atomic():
                ada = kirim(peramban(adegan, siapa), url(adegan, nama))[0]
                transaction.set_rollback(True)
            # 400: taken up, and answered to a program that something is missing.
            if ada not in {200, 302, 400}:
                beda[nama] = ada

    assert beda == {}


@pytest.mark.parametrize("siapa", MASUK)
def test_every_403_says_why_in_a_sentence(adegan, siapa):
    klien, diam = peramban(adegan, siapa), {}
    for nama, cara, status in ditolak(siapa):
        if status == 403:
            utuh = (ambil if cara == "GET" else kirim)(klien, url(adegan, nama))[1].decode()
            kalimat = re.search(r"<p>((?:Hanya|Matrik|Tanda) [^<]{15,}\.)</p>", utuh)
            if not kalimat:
                diam[nama] = utuh[:200]

    assert diam == {}


# --- Tenants ------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", LAIN)
def test_what_is_of_another_tenant_answers_exactly_as_what_does_not_exist(adegan, siapa):
    klien, beda = peramban(adegan, siapa), []
    for nama, argumen in adegan.alamat.items():
        if MATRIKS[nama][1]["anon"] in {200, 405} or nama in SAMA_BAGI_SEMUA:
            continue  # open to anyone
        tanya = ambil if MATRIKS[nama][0] == "GET" else kirim
        tak_ada = reverse(nama, args=[TIDAK_ADA] * len(argumen))
        ada = tanya(klien, url(adegan, nama))
        if ada != tanya(klien, tak_ada) or ada[0] not in {403, 404}:
            beda.append(nama)

    assert beda == []


@pytest.mark.parametrize("siapa", LAIN)
def test_no_page_that_another_tenant_can_reach_carries_a_marker(adegan, siapa):
    antre = [url(adegan, n) for n, (_, status) in MATRIKS.items() if status[siapa] == 200]
    terlihat, bocor = telusuri(adegan, peramban(adegan, siapa), antre, PENANDA)

    assert bocor == {}
    assert len(terlihat) > 30


def test_no_page_carries_to_the_second_mitra_of_a_naskah_what_is_the_first_ones_own(adegan):
    kedua = tetangga_satu_naskah(adegan)
    semua = [url(adegan, nama) for nama in MATRIKS]

    _, milik = telusuri(adegan, peramban(adegan, "mitra"), semua, [SENDIRI])
    terlihat, bocor = telusuri(adegan, klien_dari(kedua), semua, [SENDIRI])

    assert bocor == {}
    assert len(milik) > 8
    naskah = url(adegan, "kerjasama:naskah-rincian")
    assert naskah in terlihat
    assert klien_dari(kedua).get(naskah).status_code == 200


def tetangga_satu_naskah(adegan):
    """Somebody of another mitra on the same naskah; a word in what the first one wrote or got."""
    naskah, oleh = adegan_naskah(adegan), adegan.orang["mitra"]
    isi = ISI | {"judul": "Laporan", "hambatan": SENDIRI}
    for satu in LaporanMitra.objects.filter(kewajiban__naskah=naskah):
        for putaran in satu.riwayat.all():
            satu.riwayat.filter(pk=putaran.pk).update(isi=putaran.isi | {"isi": isi})
        for lampiran in list(satu.berkas.all()):
            sendiri = BerkasFactory(isi=SENDIRI.encode())
            satu.berkas.filter(pk=lampiran.pk).update(berkas=sendiri)
    LaporanMitra.objects.filter(kewajiban__naskah=naskah).update(isi=isi)
    PerpanjanganBatas.objects.filter(kewajiban__naskah=naskah).update(alasan=SENDIRI)
    surat = SuratTeguranFactory(teguran__naskah=naskah, isi=f"Penuhi {SENDIRI}")
    surat_teguran.jawab(surat.pk, teks=f"Jawab {SENDIRI}", oleh=oleh)
    PernyataanPemenuhan.objects.filter(butir__naskah=naskah, sisi="mitra").update(sumber=SENDIRI)
    naskah.mitra.add(lain := MitraFactory())
    return anggota_mitra(lain)


def adegan_naskah(adegan):
    return Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])


def klien_dari(orang):
    klien = ReadOnlyGetClient()
    klien.force_login(orang)
    return klien


def telusuri(adegan, klien, antre, penanda):
    """The addresses that were opened, from these on, and those whose answer has such a word."""
    antre = list(antre)
    antre += [
        f"{reverse(nama)}?{kolom}={nilai}"
        for nama in MATRIKS
        if nama.endswith(("-daftar", "-belum", "-riwayat", ":cari"))
        for kolom, nilai in [*adegan.saringan.items(), *(("q", p) for p in penanda)]
    ]
    terlihat, berbentuk, bocor = set(), set(), {}
    while antre:
        alamat = antre.pop()
        if alamat in terlihat or alamat.startswith(reverse("account_logout")):
            continue
        terlihat.add(alamat)
        response = klien.get(alamat)
        jenis, utuh = response.get("Content-Type", ""), isi(response)
        # A page that repeats what the reader searched for gives nothing away.
        if kata := [p for p in penanda if p not in alamat and p.encode() in utuh]:
            bocor[alamat] = kata
        if response.status_code == 200 and jenis.startswith("text/html"):
            for lanjut in tautan(alamat, utuh.decode()):
                # Rows in another order or another filter's value are the same rows to look for.
                if bentuk(lanjut) not in berbentuk:
                    berbentuk.add(bentuk(lanjut))
                    antre.append(lanjut)
    return terlihat, bocor


def bentuk(alamat):
    """The path and what the query asks about, without the answers."""
    bagian = urlsplit(alamat)
    return bagian.path, frozenset(parse_qs(bagian.query, keep_blank_values=True))


def tautan(asal, utuh):
    """The addresses of this site that a page leads to, without their fragment."""
    for satu in re.findall(r'(?:href|src|hx-get)="([^"]+)"', utuh):
        alamat = urldefrag(urljoin(asal, satu.replace("&amp;", "&")))[0]
        if alamat.startswith("/") and not alamat.startswith(("/static/", "//")):
            yield alamat


def test_the_markers_are_there_to_be_found(adegan):
    sendiri = {
        siapa: b"".join(
            ambil(klien, url(adegan, nama))[1]
            for nama, (cara, status) in MATRIKS.items()
            if cara == "GET" and status[siapa] == 200
        )
        for siapa in ("pd", "mitra", "staf")
        if (klien := peramban(adegan, siapa))
    }

    for siapa, utuh in sendiri.items():
        assert [p for p in PENANDA if p.encode() not in utuh] == [], siapa


def test_reading_another_tenant_s_files_leaves_no_line(adegan):
    semula = JejakAudit.objects.count()
    for siapa in LAIN:
        for nama in ("pengawasan:berita-acara-foto", "pengawasan:tindak-lanjut-bukti"):
            ambil(peramban(adegan, siapa), url(adegan, nama))

    assert JejakAudit.objects.count() == semula


# --- The page -----------------------------------------------------------------------------


def test_permissions_page_is_what_the_tables_say():
    assert HALAMAN.read_text(encoding="utf-8") == halaman(), (
        "Jalankan: python -m tests.support.permissions_page"
    )
