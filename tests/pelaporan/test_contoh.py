"""What the demo shows of follow-ups and warnings, without building all of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pelaporan.management.contoh import riwayat, teguran
from pelaporan.management.contoh.isi import MATERI_HURUF
from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import JenisRekomendasi
from pengawasan.models import BarisMatrik, Teguran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import ButirFactory, anggota_pd
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import KegiatanFactory, MatrikFactory, hari, siapkan_surat
from tests.factories.teguran import TeguranFactory


def test_each_letter_has_a_subject_of_its_own():
    assert {JenisRekomendasi.LAINNYA, *MATERI_HURUF} == set(JenisRekomendasi)
    assert all(huruf == satu.huruf for huruf, satu in MATERI_HURUF.items())


@pytest.mark.django_db
def test_cases_of_a_recommendation_climb_in_turn():
    siapkan_surat()
    orang = {nama: PenggunaFactory(**{nama: True}) for nama in ("staf", "tim")}
    orang |= {nama: PenggunaFactory() for nama in ("mitra", "mitra2")}
    with pada(hari(-90)):
        TeguranFactory.create_batch(4)

    teguran.tegur(orang, timezone.localdate())

    surat = [
        list(kasus.surat.order_by("tingkat").values_list("tingkat", flat=True))
        for kasus in Teguran.objects.order_by("pk")
    ]
    assert surat == [[1, 2, 3], [1], [1, 2], []]


@pytest.mark.django_db
def test_rows_of_huruf_d_and_e_come_from_an_item_of_their_side():
    kegiatan = MatrikFactory().kegiatan
    naskah = kegiatan.naskah
    pihak = {"d": "mitra", "e": "pemerintah"}
    butir = {huruf: ButirFactory(naskah=naskah, pihak=p) for huruf, p in pihak.items()}
    unit = naskah.perangkat_daerah.get()
    tim = PenggunaFactory(tim=True)
    pelaku = riwayat.Pelaku({"tim": tim}, anggota_pd(unit), PenggunaFactory(), unit, "")

    riwayat.usulkan(kegiatan, pelaku, timezone.localdate() - timedelta(days=6), "dega")

    asal = BarisMatrik.objects.order_by("urutan").values_list("asal_butir", flat=True)
    assert list(asal) == [butir["d"].pk, butir["e"].pk, None, None]


@pytest.mark.django_db
@pytest.mark.parametrize("melapor", [False, True])
def test_the_team_states_a_silent_partner_only_where_one_is_silent(melapor):
    kewajiban = KewajibanLaporanFactory()
    kegiatan = KegiatanFactory(naskah=kewajiban.naskah, didokumentasikan=True)
    if melapor:
        LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
    pelaku = riwayat.Pelaku({"tim": PenggunaFactory(tim=True)}, None, None, None, "")

    draf = riwayat.susun_laporan(kegiatan, pelaku, hari(-7))

    assert bool(draf.pernyataan_tanpa_laporan) is not melapor
