"""Withholding a naskah from the public register: with a reason, once, and on the record."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pelaporan.models import PengecualianPublik
from pelaporan.services import publikasi as services
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_pd

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def alamat(nama, naskah):
    return reverse(f"pelaporan:publikasi-{nama}", args=[naskah.pk])


def test_staf_withholds_with_a_reason_and_lifts_it_again(client, staf):
    naskah = NaskahFactory()
    client.force_login(staf)

    client.post(alamat("tahan", naskah), {"alasan": "Rahasia dagang"})
    halaman = client.get(alamat("rincian", naskah)).content.decode()
    client.post(alamat("tampilkan", naskah))

    assert "Rahasia dagang" in halaman
    satu = PengecualianPublik.objects.get()
    assert (satu.ditahan_oleh, satu.dicabut_oleh) == (staf, staf)
    assert list(JejakAudit.objects.order_by("pk").values_list("aksi", "perubahan")) == [
        ("pengecualian_publik.catat", {"catatan": "Rahasia dagang"}),
        ("pengecualian_publik.cabut", {}),
    ]


def test_without_a_reason_nothing_is_withheld(client, staf):
    naskah = NaskahFactory()
    client.force_login(staf)

    kosong = client.post(alamat("tahan", naskah), {"alasan": "  "})
    panjang = client.post(alamat("tahan", naskah), {"alasan": "Rahasia " * 40})

    assert kosong.context["alasan_form"].errors["alasan"]
    assert "Rahasia " * 39 in panjang.content.decode()
    assert not PengecualianPublik.objects.exists()


def test_twice_is_refused_with_a_sentence_and_changes_nothing(staf):
    naskah = NaskahFactory()
    services.tahan(naskah.pk, alasan="Satu", oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah ditahan"):
        services.tahan(naskah.pk, alasan="Dua", oleh=staf)

    assert PengecualianPublik.objects.get().alasan == "Satu"
    assert JejakAudit.objects.count() == 1


def test_what_is_not_withheld_cannot_be_lifted(staf):
    with pytest.raises(AturanDilanggar, match="tidak sedang ditahan"):
        services.tampilkan(NaskahFactory().pk, oleh=staf)

    assert not JejakAudit.objects.exists()


def test_withheld_again_after_lifting_keeps_both_rows(staf):
    naskah = NaskahFactory()
    for _ in range(2):
        services.tahan(naskah.pk, alasan="Lagi", oleh=staf)
        services.tampilkan(naskah.pk, oleh=staf)

    assert PengecualianPublik.objects.filter(naskah=naskah).count() == 2


@pytest.mark.parametrize("kolom", [{"alasan": ""}, {"dicabut_pada": "2026-01-01T00:00Z"}])
def test_database_refuses_half_a_decision(staf, kolom):
    isi = {"alasan": "Rahasia", "ditahan_oleh": staf, "naskah": NaskahFactory()} | kolom
    with pytest.raises(IntegrityError):
        PengecualianPublik.objects.create(**isi)


def test_failing_trail_undoes_the_withholding(staf, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        services.tahan(NaskahFactory().pk, alasan="Rahasia", oleh=staf)

    assert not PengecualianPublik.objects.exists()


def test_page_shows_the_unit_what_the_public_sees_but_no_form(client):
    naskah = NaskahFactory()
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))

    halaman = client.get(alamat("rincian", naskah)).content.decode()

    assert "Yang dilihat masyarakat" in halaman
    assert "Menahan naskah ini" not in halaman


def test_page_of_a_draft_and_of_a_register_that_is_off_say_so(client, staf):
    PemerintahFactory(register_publik=False)
    client.force_login(staf)

    halaman = client.get(alamat("rincian", NaskahFactory(status="draf"))).content.decode()

    assert "Draf tidak tampil" in halaman
    assert "sedang dimatikan" in halaman
    assert "sedang dimatikan" in client.get("/pelaporan/publikasi/").content.decode()
