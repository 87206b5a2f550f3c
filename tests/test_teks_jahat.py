"""Hostile strings in every field, in every row, and in every address: nothing breaks, nothing runs.

Every string meets every field at the field itself; over the pages each request carries another
string in each field, in turn.
"""

import itertools
import json
from copy import deepcopy
from email import message_from_bytes, policy
from urllib.parse import urlencode

import django_filters
import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.template import engines
from django.urls import reverse
from lxml import html

from inti.models import Notifikasi
from inti.services.notifikasi import pesan_surel
from kerjasama.models import BarisImpor, Impor
from tests.factories.adegan import bangun
from tests.factories.inti import PenggunaFactory
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.token_api import Program
from tests.permissions_matrix import MATRIKS
from tests.support.teks_jahat import TANDA, TEKS
from tests.support.teks_tersimpan import bebas, dari_aplikasi
from tests.test_berkas_jahat import PAKET, turunan
from tests.test_isian_buruk import TULIS, baca
from tests.test_permissions import peramban, url

SEMUA = list(TEKS.values())
# Whom a page is asked for: whoever writes most there, and then whoever sees least.
URUTAN = (
    ("staf", "admin", "tim", "pd", "ketua", "mitra", "walikota", "anon"),
    ("anon", "mitra", "pd", "tim", "ketua", "walikota", "admin", "staf"),
)
# Pages that sign out, or lead to another site by their nature.
LEWATI = ("account_logout", "sso-masuk", "openid_connect_callback")


@pytest.fixture
def adegan(db, settings):
    settings.PUBLIK_PER_MENIT = settings.HADIR_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    settings.API_PER_MENIT, settings.TANDA_TANGAN = 0, "unggah"
    return bangun()


def teks(satu):
    """As a request gives it to a form."""
    return satu.decode("utf-8", errors="replace") if isinstance(satu, bytes) else satu


def terbaca(response):
    return response.getvalue() if response.streaming else response.content


def berhtml(response):
    return response.get("Content-Type", "").startswith("text/html") and response.content.strip()


def lolos(isi):
    """Where a mark became part of the page instead of its text."""
    pohon = html.fromstring(isi)
    yield from pohon.xpath(f"//{TANDA} | //*[@{TANDA}]")
    for satu in pohon.iter("script", "style"):
        if TANDA in (satu.text or "") and satu.get("type") != "application/json":
            yield satu
    for satu in pohon.xpath(f"//@*[contains(., '{TANDA}')]"):
        if satu.attrname.startswith("on") or satu.attrname == "style":
            yield satu.getparent()


def kemari(adegan, urutan=URUTAN):
    """Address and client for every page, as each kind of people sees it."""
    klien, sudah = {s: peramban(adegan, s) for s in URUTAN[0]}, set()
    for satu in klien.values():
        satu.raise_request_exception = False  # what breaks is a finding, and the rest goes on
    for jalan, (nama, (cara, status)) in itertools.product(urutan, MATRIKS.items()):
        siapa = next((s for s in jalan if status[s] == 200), None)
        if cara == "GET" and siapa and nama not in LEWATI and (nama, siapa) not in sudah:
            sudah.add((nama, siapa))
            yield nama, url(adegan, nama), klien[siapa]


# --- Every string at every field ----------------------------------------------------------


def semua_field():
    """Every field of every form and filter of ours that takes what somebody types."""
    dasar = (forms.BaseForm, "base_fields"), (django_filters.FilterSet, "base_filters")
    for induk, nama in dasar:
        for kelas in turunan(induk):
            if kelas.__module__.startswith(PAKET):
                for kunci, satu in getattr(kelas, nama, {}).items():
                    # Of a copy: a filter keeps the field that it was asked for, for everybody.
                    field = getattr(deepcopy(satu), "field", satu)
                    if not isinstance(field, forms.FileField):
                        yield f"{kelas.__name__}.{kunci}", field


def bersihkan(field, satu):
    """The value or a refusal in words; whatever else comes is returned."""
    banyak = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    try:
        hasil = field.clean([satu] if banyak else satu)
    except ValidationError as error:
        return "" if all(error.messages) else "no words"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        return repr(error)
    return "lone surrogate or NUL" if isinstance(hasil, str) and {*hasil} & {"\0", "\ud800"} else ""


def test_corpus_is_wide():
    assert len(TEKS) >= 60
    assert len({*SEMUA}) == len(TEKS)


@pytest.mark.django_db
def test_every_field_reads_or_refuses_every_string(client):
    client.get(reverse("account_login"))  # brings in everything that the addresses need
    salah = [
        f"{nama} {kunci}: {keluhan}"
        for nama, field in semua_field()
        for kunci, satu in TEKS.items()
        if (keluhan := bersihkan(field, teks(satu)))
    ]

    assert salah == [], "\n".join(salah)
    assert len({nama for nama, _ in semua_field()}) > 300


# --- Through the pages --------------------------------------------------------------------


def formulir(adegan):
    """Each form of each page once, with who may send it."""
    dilihat = set()
    for nama, alamat, klien in kemari(adegan):
        response = klien.get(alamat)
        if not berhtml(response):
            terbaca(response)
            continue
        for satu in baca(alamat, response.content.decode()):
            kunci = satu.tujuan, tuple(satu.jenis)
            if satu.nama(*TULIS) and kunci not in dilihat:
                dilihat.add(kunci)
                yield nama, klien, satu


def kirim(klien, satu, isi):
    """The answer; nothing of it stays, and no notice has a subject of several lines."""
    with transaction.atomic():
        response = klien.post(satu.tujuan, satu.isi | isi, follow=True)
        subjek = list(Notifikasi.objects.values_list("subjek", flat=True))
        transaction.set_rollback(True)
    terbaca(response)
    return response, [s for s in subjek if len(s.splitlines()) > 1]


def test_every_form_answers_and_shows_hostile_text_as_text(adegan):
    giliran, salah, diterima = itertools.cycle(SEMUA), [], 0
    for nama, klien, satu in formulir(adegan):
        for ke in range(2):
            isi = {n: next(giliran) for n in satu.nama(*TULIS)}
            if ke:  # short enough for a field that takes little
                isi = {n: teks(v)[:40] for n, v in isi.items()}
            response, subjek = kirim(klien, satu, isi)
            diterima += bool(response.redirect_chain)
            if response.status_code >= 500 or subjek:
                salah.append(f"{nama} {satu.tujuan}: {response.status_code} {subjek}")
            if berhtml(response) and (bocor := list(lolos(response.content))):
                salah.append(f"{nama} {satu.tujuan}: {bocor}")

    assert salah == [], "\n".join(salah)
    assert diterima > 50


def nama_saringan(isi):
    """What the page's own forms ask by address."""
    for satu in html.fromstring(isi).forms:
        if satu.method == "GET":
            yield from (n for n in satu.fields if n)


def test_every_address_takes_hostile_text_behind_it(adegan):
    giliran, salah = itertools.cycle(SEMUA), []
    for nama, alamat, klien in kemari(adegan, URUTAN[1:]):
        # Names that lists share, or that a page may read without showing a form for it; then also
        # those of the forms that it shows.
        kolom = {"q", "page", "urut", "format", "next"}
        for _ in range(2):
            kueri = urlencode({n: next(giliran) for n in sorted(kolom)})
            response = klien.get(f"{alamat.partition('?')[0]}?{kueri}")
            if response.status_code >= 500:
                salah.append(f"{nama}?{kueri[:200]}: {response.status_code}")
            elif berhtml(response):
                kolom |= {*nama_saringan(response.content)} - {"format"}
                if bocor := list(lolos(response.content)):
                    salah.append(f"{nama}?{kueri[:200]}: {bocor}")
            terbaca(response)

    assert salah == [], "\n".join(salah)


# Ends any piece of SQL that it were pasted into.
KUTIP = """a'"b"""


def nama_teks(alamat, isi):
    """The fields in which the page's own search is typed."""
    for satu in html.fromstring(isi).forms:
        if satu.method == "GET" and (satu.action or alamat).partition("?")[0] == alamat:
            for masukan in satu.xpath(".//input[@name]"):
                if masukan.get("type", "text") in {"text", "search"}:
                    yield masukan.get("name")


def test_every_search_reaches_the_database_as_text(adegan):
    """One field at a time: beside another that is refused, a search is not made at all."""
    dicoba, salah = set(), []
    for nama, dengan, klien in kemari(adegan, URUTAN[1:]):
        alamat = dengan.partition("?")[0]
        semula = klien.get(alamat)
        if not berhtml(semula):
            terbaca(semula)
            continue
        for kolom in {*nama_teks(alamat, semula.content)}:
            dicoba.add((nama, kolom))
            response = klien.get(alamat, {kolom: KUTIP})
            terbaca(response)
            if response.status_code >= 500:
                salah.append(f"{nama}?{kolom}: {response.status_code}")

    assert salah == []
    assert len(dicoba) > 25, sorted(dicoba)


# --- What is stored already ---------------------------------------------------------------

TERSIMPAN = f"<{TANDA} {TANDA}=1>\"'&{{{{7*6}}}}"


def isi_semua_baris():
    """Put markup into every text column of every row; returns how many columns took it."""
    diisi = 0
    for model in apps.get_models():
        if not dari_aplikasi(model):
            continue
        for kolom in model._meta.concrete_fields:
            if bebas(kolom) and (kolom.max_length or 99) >= len(TERSIMPAN):
                try:
                    with transaction.atomic():
                        isi = model._base_manager.exclude(**{kolom.name: ""})
                        diisi += bool(isi.update(**{kolom.name: TERSIMPAN}))
                except DatabaseError:  # a line of the trail, or bound by a constraint
                    continue
    return diisi


def test_no_page_takes_what_is_stored_for_markup(adegan):
    assert isi_semua_baris() > 60
    salah, terlihat = [], 0
    for nama, alamat, klien in kemari(adegan):
        response = klien.get(alamat)
        if response.status_code >= 500:
            salah.append(f"{nama}: {response.status_code}")
        if berhtml(response):
            terlihat += f"&lt;{TANDA}" in response.text
            salah += [f"{nama}: {satu.tag}" for satu in lolos(response.content)]
            salah += [f"{nama}: evaluated"] if "&amp;42" in response.text else []
        terbaca(response)

    assert salah == [], "\n".join(salah)
    assert terlihat > 40


class BerbantuanForm(forms.Form):
    a = forms.CharField(help_text=TERSIMPAN)
    b = forms.BooleanField(help_text=TERSIMPAN)


def test_help_of_a_field_is_text():
    templat = "{% load crispy_forms_tags %}{{ form|crispy }}{% crispy form %}"
    isi = engines["django"].from_string(templat).render({"form": BerbantuanForm()})

    assert list(lolos(isi)) == []
    assert isi.count(f"&lt;{TANDA}") == 4


@pytest.mark.django_db
def test_raw_text_of_a_list_is_text_beside_its_correction(client):
    client.force_login(PenggunaFactory(staf=True))
    impor = Impor.objects.create(nama="a.csv", sha256="a" * 64, status="ditinjau")
    mentah = dict.fromkeys(("perangkat_daerah", "tanggal_berakhir", "mitra", "judul"), TERSIMPAN)
    baris = BarisImpor.objects.create(
        impor=impor, nomor_baris=2, kunci="b" * 64, status="perlu_ditinjau", mentah=mentah,
        usulan={"jenis": "pks", "judul": TERSIMPAN, "mitra": [], "unit_asing": [TERSIMPAN]},
    )  # fmt: skip

    isi = client.get(reverse("kerjasama:impor-baris-ubah", args=[baris.pk])).content

    assert list(lolos(isi)) == []
    assert f"&lt;{TANDA}".encode() in isi


# --- Mail, and programs -------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("kunci", TEKS)
def test_hostile_subject_is_one_header_of_a_mail(kunci):
    satu = teks(TEKS[kunci])
    satu = Notifikasi(kepada=PenggunaFactory(email="a@b.example"), subjek=satu, isi=satu, pk=1)

    pesan = pesan_surel(satu)

    terkirim = message_from_bytes(pesan.message().as_bytes(), policy=policy.default)
    assert {k.lower() for k in terkirim} == {
        "content-type", "mime-version", "subject", "from", "to", "date", "message-id", "x-kiriman",
    }  # fmt: skip
    assert terkirim["To"] == "a@b.example"
    assert list(lolos(terkirim.get_body(("html",)).get_content())) == []


@pytest.mark.django_db
@pytest.mark.parametrize("kunci", [*TEKS, "surrogate"])
def test_program_is_answered_whatever_string_it_sends(kunci):
    laporan = LaporanMitraFactory()
    nilai = "a\ud800b" if kunci == "surrogate" else teks(TEKS[kunci])
    isi = json.dumps({"versi": laporan.versi, "isi": {"judul": nilai, nilai: nilai}})

    response = Program(laporan.dibuat_oleh).patch(
        reverse("api:portal-laporan", args=[laporan.pk]), isi, "application/json"
    )

    assert response.status_code in {200, 400}


@pytest.mark.django_db
@pytest.mark.parametrize("isi", ["[" * 50_000, '{"a":' * 50_000, "\0", "", "nan", '"\\ud800"'])
def test_program_is_told_what_cannot_be_read(isi):
    laporan = LaporanMitraFactory()
    alamat = reverse("api:portal-laporan", args=[laporan.pk])

    response = Program(laporan.dibuat_oleh).patch(alamat, isi, "application/json")

    assert response.status_code == 400
    assert response.json()["detail"].endswith(".")
