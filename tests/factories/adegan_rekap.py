"""A scene with something behind every figure of the recaps, shared and not shared."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from pelaporan.domain.masa_rekap import semester_dari, setahun
from pelaporan.models import KewajibanLaporan
from pengawasan.models import JadwalNaskah
from pengawasan.services import tindak_lanjut
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.inti import PemerintahFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, PerangkatDaerahFactory
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import (
    BarisMatrikFactory,
    BeritaAcaraFactory,
    JadwalFactory,
    KebijakanFactory,
    KegiatanFactory,
    MatrikFactory,
    RekomendasiFactory,
    hari,
    kini,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.teguran import SuratTeguranFactory, TeguranFactory


@dataclass(frozen=True)
class AdeganRekap:
    """Two units, the second also part of what the first has; a naskah of another unit."""

    satu: Any
    dua: Any
    bersama: Any
    sendiri: Any
    lain: Any


def bangun() -> AdeganRekap:
    """Naskah of one unit, of two, and of a third; each with what supervision leaves behind."""
    PemerintahFactory()
    KebijakanFactory()
    satu, dua, tiga = (PerangkatDaerahFactory(nama=f"Dinas Rekap {n}") for n in (1, 2, 3))
    mitra = MitraFactory(nama="PT Rekap")
    bersama = NaskahFactory(
        perangkat_daerah=[satu, dua], mitra=[mitra, MitraFactory()], jenis_kerja_sama="ksdpk"
    )
    sendiri = NaskahFactory(perangkat_daerah=[satu], mitra=[mitra], tanggal_ttd=hari(-40))
    lain = NaskahFactory(perangkat_daerah=[tiga], tanggal_berakhir=hari(5))
    NaskahFactory(perangkat_daerah=[satu], status="draf", mitra=[mitra])
    for naskah in (bersama, sendiri, lain):
        _pengawasan(naskah)
    _lewat(bersama)
    return AdeganRekap(satu, dua, bersama, sendiri, lain)


def _pengawasan(naskah) -> None:
    JadwalFactory(naskah=naskah, ke=1, status="terlaksana", jatuh_tempo=hari(-20))
    JadwalFactory(naskah=naskah, ke=2, jatuh_tempo=hari(-2))
    JadwalFactory(naskah=naskah, ke=3, jatuh_tempo=hari(30), status="menyusul")
    JadwalFactory(naskah=naskah, jenis="evaluasi", ke=1, jatuh_tempo=hari(3))
    KewajibanLaporanFactory(naskah=naskah, terlambat=True)
    KewajibanLaporanFactory(naskah=naskah, ke=2)
    KewajibanLaporan.objects.filter(naskah=naskah, ke=2).update(status="terpenuhi")
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, dilaksanakan=True)
    baris = BarisMatrikFactory(matrik=MatrikFactory(kegiatan=kegiatan))
    RekomendasiFactory(baris=baris, jenis="f", diputus=True, status="menunggu_walikota")
    RekomendasiFactory(baris=baris, jenis="g")
    disetujui = RekomendasiFactory(baris=baris, jenis="d", disetujui=True)
    kini(kegiatan, "diputuskan")
    tindak_lanjut.terbitkan(disetujui, oleh=disetujui.diputuskan_oleh)
    SuratTeguranFactory(teguran=TeguranFactory(naskah=naskah), tanggal=hari(-30))
    PengendalianFactory(naskah=naskah, temuan="Setoran kurang.", tindakan="Ditagih.")
    BeritaAcaraFactory(kegiatan=kegiatan, diverifikasi=True)
    pantau = KegiatanFactory(naskah=naskah, metode="dokumen", diputuskan=True)
    HasilAnalisaFactory(kegiatan=pantau, permasalahan="Target belum tercapai.")


def _lewat(naskah) -> None:
    kebijakan = KebijakanFactory()
    JadwalNaskah.objects.create(
        naskah=naskah, versi_fakta=1, kebijakan=kebijakan, lewat_pada=hari(-1)
    )


def masa() -> list[str]:
    """The codes of the periods in which the scene lies."""
    hari_ini: date = timezone.localdate()
    return [semester_dari(hari_ini).kode, setahun(hari_ini.year).kode]
