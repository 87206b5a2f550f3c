from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengawasan.domain.berita_acara import (
    TRANSISI,
    kejadian_terakhir,
    klaim_lama,
    periksa,
    periksa_kejadian,
    periksa_ubah,
    periksa_urutan,
)
from pengawasan.domain.fakta import Peristiwa
from pengawasan.enums import AksiBeritaAcara as Aksi
from pengawasan.enums import JenisKegiatan, Sifat
from pengawasan.enums import StatusBeritaAcara as Status

EXPECTED = {
    (Status.DRAF, Aksi.AJUKAN),
    (Status.DIKEMBALIKAN, Aksi.AJUKAN),
    (Status.DIAJUKAN, Aksi.KEMBALIKAN),
    (Status.DIAJUKAN, Aksi.VERIFIKASI),
}
HARI = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_berita_acara_allows_exactly_the_pairs_of_its_table(status, aksi):
    putusan = periksa(status, aksi, catatan="Catatan", oleh=1, penyusun=(2, 3))

    assert bool(putusan) == ((status, aksi) in EXPECTED)
    assert bool(putusan.alasan) != bool(putusan)
    assert set(TRANSISI) == EXPECTED


@pytest.mark.parametrize("catatan", ["", " \n "])
def test_kembalikan_needs_a_note(catatan):
    assert "catatan" in periksa(Status.DIAJUKAN, Aksi.KEMBALIKAN, catatan=catatan).alasan


@pytest.mark.parametrize("penyusun", [(7, 8), (8, 7), (7, None)])
def test_penyusun_cannot_verify_what_they_wrote_or_submitted(penyusun):
    putusan = periksa(Status.DIAJUKAN, Aksi.VERIFIKASI, oleh=7, penyusun=penyusun)

    assert putusan.alasan == "Penyusun tidak dapat memverifikasi berita acaranya sendiri."


@pytest.mark.parametrize("status", Status)
def test_berita_acara_changes_only_as_draft_or_returned(status):
    assert bool(periksa_ubah(status)) == (status in (Status.DRAF, Status.DIKEMBALIKAN))


@given(kejadian=HARI, ttd=HARI, hari_ini=HARI)
def test_kejadian_lies_between_signing_and_today(kejadian, ttd, hari_ini):
    putusan = periksa_kejadian(kejadian, tanggal_ttd=ttd, hari_ini=hari_ini)

    assert bool(putusan) == (ttd <= kejadian <= hari_ini)


@given(kejadian=HARI, diterima=HARI)
def test_kejadian_is_not_after_the_first_receipt(kejadian, diterima):
    putusan = periksa_kejadian(kejadian, tanggal_ttd=date.min, hari_ini=date.max, diterima=diterima)

    assert bool(putusan) == (kejadian <= diterima)


def test_kejadian_needs_a_signed_naskah():
    assert not periksa_kejadian(date(2026, 1, 1), tanggal_ttd=None, hari_ini=date(2026, 1, 1))


@pytest.mark.parametrize(("selisih", "lama"), [(0, False), (14, False), (15, True)])
def test_klaim_lama_begins_the_day_after_the_threshold(selisih, lama):
    diterima = date(2026, 3, 20)

    assert klaim_lama(diterima - timedelta(days=selisih), diterima=diterima, ambang=14) == lama


PERISTIWA = st.builds(
    Peristiwa,
    jenis=st.sampled_from(JenisKegiatan),
    tanggal=HARI,
    sifat=st.sampled_from(Sifat),
    menggantikan=st.booleans(),
    terverifikasi=st.booleans(),
    kegiatan=st.integers(1, 5),
)


@given(kejadian=HARI, riwayat=st.lists(PERISTIWA, max_size=6))
def test_claim_is_in_order_exactly_when_no_counted_event_is_later(kejadian, riwayat):
    terakhir = kejadian_terakhir(riwayat, selain=1)

    putusan = periksa_urutan(kejadian, terakhir=terakhir)

    terhitung = [
        p.tanggal
        for p in riwayat
        if p.terverifikasi
        and p.kegiatan != 1
        and (p.berkala or p.menggantikan or p.jenis == JenisKegiatan.EVALUASI)
    ]
    assert bool(putusan) == all(kejadian >= tanggal for tanggal in terhitung)


def test_refused_claim_names_the_last_event_and_its_document():
    terakhir = Peristiwa(JenisKegiatan.EVALUASI, date(2024, 3, 9), dokumen="berita acara 7/2024")

    assert periksa_urutan(date(2024, 3, 8), terakhir=terakhir).alasan == (
        "Tanggal kejadian tidak boleh sebelum evaluasi terakhir naskah ini, 9 Maret 2024 "
        "(berita acara 7/2024)."
    )
    assert periksa_urutan(date(2024, 3, 9), terakhir=terakhir)
