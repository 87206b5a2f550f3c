"""Every operation of the interface for programs answers every role as the page it mirrors."""

import pytest
from django.db import transaction
from django.urls import reverse

from config.api import urlpatterns
from inti.api.saringan import SaringanHalaman
from tests.api_matrix import BACA, BERKAS, TULIS
from tests.factories.adegan import PENANDA, bangun
from tests.factories.token_api import Program
from tests.permissions_matrix import MATRIKS, ORANG
from tests.support.clients import no_writes
from tests.test_permissions import potret, semua_nama

MASUK = ORANG[1:]
LAIN = ("pd_lain", "mitra_lain")
TIDAK_ADA = 999_999_999
BUKAN_OPERASI = {"api:tidak-ada"}
MENULIS = ("POST", "PUT", "PATCH", "DELETE")
# What the page answers to those who may: the form, or the act.
BOLEH = {200, 405}


@pytest.fixture
def adegan(db, settings):
    settings.API_PER_MENIT = 0
    return bangun()


def dipakai(pengguna, **kwargs):
    """A program whose token was used before: that is noted once an hour."""
    program = Program(pengguna, **kwargs)
    program.get(reverse("api:saya"))
    return program


def operasi():
    """URL name and method of everything that a program can ask for."""
    return {
        (nama, cara)
        for nama in {*semua_nama(urlpatterns, "api:")} - BUKAN_OPERASI
        for cara in ("GET", *MENULIS)
        if hasattr(tampilan(nama), cara.lower())
    }


def kirim(program, adegan, nama, cara, kunci=None):
    """An empty body: whoever may write is told what is missing, everybody else is refused."""
    halaman = TULIS[nama, cara]
    argumen = adegan.alamat.get(halaman, ())[:1]
    tempat = reverse(nama, args=[kunci] * len(argumen) if kunci else argumen)
    jenis = "multipart/form-data; boundary=x" if nama in BERKAS else "application/json"
    isi = "--x--\r\n" if nama in BERKAS else "{}"
    return program.generic(cara, tempat, isi, jenis)


def alamat(adegan, nama, kunci=None):
    argumen = adegan.alamat.get(BACA[nama], ()) if BACA[nama] else ()
    return reverse(nama, args=[kunci] * len(argumen) if kunci else argumen)


def harapan(nama, siapa):
    if siapa == "anon":
        return 401
    return MATRIKS[BACA[nama]][1][siapa] if BACA[nama] else 200


def baca(program, tempat):
    with no_writes():
        response = program.get(tempat)
    return response.status_code, response.content


def semua_alamat(adegan, nama):
    """The address, and a list once more for each of its filters that could name a marker."""
    tempat = alamat(adegan, nama)
    yield tempat
    kelas = getattr(view := tampilan(nama), "kelas_saringan", None)
    if kelas is None or SaringanHalaman not in view.filter_backends:
        return
    saringan = view().kelas_saringan()
    kolom = saringan.base_filters if saringan else {}
    for nama_kolom, nilai in adegan.saringan.items():
        if nama_kolom in kolom:
            yield f"{tempat}?{nama_kolom}={nilai}"
    if "q" in kolom:
        yield from (f"{tempat}?q={kata}" for kata in PENANDA)


def tampilan(nama):
    (satu,) = (p for p in pola(urlpatterns) if p.name == nama.removeprefix("api:"))
    return satu.callback.view_class


def pola(semua):
    for satu in semua:
        yield from pola(satu.url_patterns) if hasattr(satu, "url_patterns") else [satu]


def test_matrix_names_every_operation_and_no_other():
    assert {(nama, "GET") for nama in BACA} | set(TULIS) == operasi()


@pytest.mark.parametrize("siapa", ORANG)
def test_reading_answers_as_the_page_does(adegan, siapa):
    program, beda = Program(adegan.orang[siapa]), {}
    for nama in BACA:
        if (ada := baca(program, alamat(adegan, nama))[0]) != harapan(nama, siapa):
            beda[nama] = ada, harapan(nama, siapa)

    assert beda == {}


@pytest.mark.parametrize("siapa", MASUK)
def test_every_refusal_is_a_problem_with_a_sentence(adegan, siapa):
    program, diam = Program(adegan.orang[siapa]), {}
    for nama in BACA:
        response = program.get(alamat(adegan, nama))
        if response.status_code == 200:
            continue
        isi = response.json()
        sah = response["Content-Type"] == "application/problem+json"
        if not sah or isi["status"] != response.status_code or not isi["detail"].endswith("."):
            diam[nama] = isi

    assert diam == {}


@pytest.mark.parametrize("siapa", LAIN)
def test_what_is_of_another_tenant_answers_exactly_as_what_does_not_exist(adegan, siapa):
    program, beda = Program(adegan.orang[siapa]), []
    for nama in BACA:
        if not (BACA[nama] and adegan.alamat.get(BACA[nama])) or harapan(nama, siapa) == 200:
            continue
        if baca(program, alamat(adegan, nama)) != baca(program, alamat(adegan, nama, TIDAK_ADA)):
            beda.append(nama)

    assert beda == []


@pytest.mark.parametrize("siapa", LAIN)
def test_no_answer_to_another_tenant_carries_a_marker(adegan, siapa):
    program, bocor, banyak = Program(adegan.orang[siapa]), {}, 0
    for nama in BACA:
        for tempat in semua_alamat(adegan, nama):
            _, isi = baca(program, tempat)
            banyak += 1
            if kata := [p for p in PENANDA if p not in tempat and p.encode() in isi]:
                bocor[tempat] = kata

    assert bocor == {}
    assert banyak > len(BACA)


def test_the_markers_are_there_to_be_found(adegan):
    for siapa in ("pd", "mitra", "staf"):
        program = Program(adegan.orang[siapa])
        utuh = b"".join(
            baca(program, alamat(adegan, nama))[1] for nama in BACA if harapan(nama, siapa) == 200
        )
        assert [p for p in PENANDA if p.encode() not in utuh] == [], siapa


@pytest.mark.parametrize("siapa", MASUK)
def test_writing_is_refused_to_whom_the_page_refuses_it_and_changes_nothing(adegan, siapa):
    program = dipakai(adegan.orang[siapa])
    semula, beda = potret(), {}
    for (nama, cara), halaman in TULIS.items():
        harap = MATRIKS[halaman][1][siapa]
        if harap not in BOLEH:
            status = kirim(program, adegan, nama, cara).status_code
            if status != harap:
                beda[nama, cara] = status, harap

    assert beda == {}
    assert potret() == semula


@pytest.mark.parametrize("siapa", MASUK)
def test_writing_is_taken_up_where_the_page_takes_it_up(adegan, siapa):
    program, beda = Program(adegan.orang[siapa]), {}
    for (nama, cara), halaman in TULIS.items():
        if MATRIKS[halaman][1][siapa] in BOLEH:
            with transaction.atomic():
                status = kirim(program, adegan, nama, cara).status_code
                transaction.set_rollback(True)
            # 400: something is missing; 409: the state of the scene does not allow it.
            if status not in {200, 201, 400, 409}:
                beda[nama, cara] = status

    assert beda == {}


def test_token_that_only_reads_writes_nothing(adegan):
    for siapa in ("staf", "pd", "mitra"):
        program = dipakai(adegan.orang[siapa], cakupan="baca")
        semula = potret()
        for nama, cara in TULIS:
            assert kirim(program, adegan, nama, cara).status_code == 403, nama
        assert potret() == semula


@pytest.mark.parametrize("siapa", LAIN)
def test_writing_to_another_tenant_answers_exactly_as_writing_to_nothing(adegan, siapa):
    program, beda = Program(adegan.orang[siapa]), []
    for nama, cara in TULIS:
        ada = kirim(program, adegan, nama, cara)
        tak_ada = kirim(program, adegan, nama, cara, TIDAK_ADA)
        if (ada.status_code, ada.content) != (tak_ada.status_code, tak_ada.content):
            beda.append((nama, ada.status_code, tak_ada.status_code))

    assert beda == []


def test_an_address_that_only_reads_takes_nothing_else(adegan):
    program = dipakai(adegan.orang["staf"])
    semula, beda = potret(), {}
    for nama in BACA:
        for cara in MENULIS:
            if (nama, cara) not in TULIS:
                status = program.generic(cara, alamat(adegan, nama), "{}").status_code
                if status not in {403, 405}:
                    beda[nama, cara] = status

    assert beda == {}
    assert potret() == semula
