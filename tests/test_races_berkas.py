"""Damaged files that several people open, and the night reads, at the same moment."""

from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from inti.models import BerkasRusak, JejakAudit, Notifikasi
from inti.services import berkas_utuh
from kerjasama.models import DokumenNaskah
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.support.races import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def dokumen():
    return DokumenNaskah.objects.create(naskah=NaskahFactory(), berkas=BerkasFactory())


def alamat(satu):
    return reverse("kerjasama:naskah-dokumen-buka", args=[satu.naskah.pk, satu.pk])


def pembaca():
    klien = Client(raise_request_exception=False)
    klien.force_login(PenggunaFactory(staf=True))
    return klien


def rusakkan(satu, cara):
    path = satu.berkas.path
    path.unlink() if cara == "hilang" else path.write_bytes(b"lain")


def tercatat():
    return (
        BerkasRusak.objects.count(),
        JejakAudit.objects.filter(aksi="berkas.rusak").count(),
        Notifikasi.objects.count(),
    )


@pytest.mark.parametrize(
    ("cara", "kalimat"),
    [("berubah", "Berkas tidak dikirim"), ("hilang", "Isi berkas ini tidak ada lagi")],
)
def test_two_who_open_the_same_damaged_file_are_both_refused_and_it_is_told_once(cara, kalimat):
    PenggunaFactory(admin=True)
    satu = dokumen()
    rusakkan(satu, cara)
    buka = [partial(pembaca().get, alamat(satu)) for _ in range(4)]

    jawaban = at_once(*buka)

    assert all(kalimat in satu.text for satu in jawaban)
    assert tercatat() == (1, 1, 1)


def test_several_who_open_different_damaged_files_are_told_of_in_one_notice():
    PenggunaFactory(admin=True)
    semua = [dokumen() for _ in range(4)]
    for satu in semua:
        rusakkan(satu, "berubah")

    at_once(*[partial(pembaca().get, alamat(satu)) for satu in semua])
    assert tercatat() == (4, 4, 1)

    berkas_utuh.periksa_malam()
    assert tercatat() == (4, 4, 2)


def test_two_nights_and_a_reader_at_once_note_and_tell_of_each_file_once():
    PenggunaFactory(admin=True)
    semua = [dokumen() for _ in range(6)]
    for ke, satu in enumerate(semua):
        rusakkan(satu, "hilang" if ke % 2 else "berubah")

    at_once(
        berkas_utuh.periksa_malam,
        berkas_utuh.periksa_malam,
        partial(pembaca().get, alamat(semua[0])),
    )

    rusak, jejak, kabar = tercatat()
    assert (rusak, jejak) == (6, 6)
    assert kabar <= 2
    assert sum(int(n.subjek.split()[0]) for n in Notifikasi.objects.all()) == 6
