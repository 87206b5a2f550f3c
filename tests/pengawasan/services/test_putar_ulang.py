"""Replay: untouched rows taken out and planned anew are the same rows."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pengawasan.models import Jadwal
from pengawasan.services import jadwal, putar_ulang
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory, hari
from tests.factories.penundaan import PenundaanJadwalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kota():
    """Naskah at every point of the cycle: new, late, met, ended, of a backlog, of an old list."""
    KebijakanFactory()
    KebijakanFactory(versi="2025-1", berlaku_mulai=date(2025, 3, 1), interval_evaluasi=9)
    baru = NaskahFactory(tanggal_ttd=hari(-30), tanggal_berakhir=hari(900))
    NaskahFactory(tanggal_ttd=hari(-400), tanggal_berakhir=None)
    NaskahFactory(tanggal_ttd=date(2020, 1, 31), tanggal_berakhir=date(2023, 1, 31))
    NaskahFactory(tanggal_ttd=date(2015, 8, 31), mulai_pengawasan=hari(-10), tanggal_berakhir=None)
    NaskahFactory(
        tanggal_ttd=date(2021, 8, 31), evaluasi_terakhir=date(2024, 9, 15), tanggal_berakhir=None
    )
    for selisih in (-700, -500, -320, -100):
        KegiatanFactory(
            naskah=NaskahFactory(tanggal_ttd=hari(-900), tanggal_berakhir=None),
            evaluasi=selisih % 200 == 0,
            dilaksanakan=True,
            tanggal_pelaksanaan=hari(selisih),
        )
    NaskahFactory(status="draf")
    while jadwal.susun_yang_berubah():
        pass
    jadwal.segarkan_semua()
    return baru


def potret():
    kolom = ("naskah", "jenis", "ke", *putar_ulang.KOLOM)
    return list(Jadwal.objects.order_by("naskah", "jenis", "ke").values_list(*kolom))


def test_what_is_made_anew_is_what_was_there(kota):
    semula = potret()

    hasil = putar_ulang.putar_ulang(per=hari(), simpan=True)

    assert hasil.beda == []
    assert hasil.disusun > 20
    assert potret() == semula


def test_a_trial_leaves_even_the_keys(kota):
    kunci = set(Jadwal.objects.values_list("pk", flat=True))

    assert putar_ulang.putar_ulang(per=hari()).disusun > 20

    assert set(Jadwal.objects.values_list("pk", flat=True)) == kunci


def test_what_has_work_in_it_keeps_its_key(kota):
    satu, dua, tiga = kota.jadwal.order_by("ke")[:3]
    KegiatanFactory(naskah=kota, jadwal=satu)
    PenundaanJadwalFactory(
        jadwal=dua, sampai=date(2090, 1, 1), diajukan_oleh=PenggunaFactory(staf=True)
    )

    putar_ulang.putar_ulang(per=hari(), simpan=True)

    assert set(kota.jadwal.values_list("pk", flat=True)) >= {satu.pk, dua.pk}
    assert not kota.jadwal.filter(pk=tiga.pk).exists()


def test_the_command_tells_and_fails_where_a_row_differs(kota):
    keluaran = StringIO()
    call_command("putar_ulang_jadwal", stdout=keluaran)
    assert " 0 berbeda" in keluaran.getvalue()

    kota.jadwal.filter(ke=1).update(jatuh_tempo=hari(1))
    with pytest.raises(CommandError, match="tidak sama"):
        call_command("putar_ulang_jadwal", stdout=keluaran)
    assert f"naskah {kota.pk}: pemantauan giliran ke-1" in keluaran.getvalue()

    call_command("putar_ulang_jadwal", "--simpan", stdout=keluaran)
    call_command("putar_ulang_jadwal", stdout=keluaran)
    assert keluaran.getvalue().strip().endswith(" 0 berbeda")
