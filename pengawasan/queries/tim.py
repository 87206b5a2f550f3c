"""Who could be on a team, and who is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inti.models import PemangkuJabatan, Pengguna
from kerjasama.models import Keanggotaan, NaskahPerangkatDaerah
from pengawasan.domain.tim import KODE_KURSI, KURSI, Kursi
from pengawasan.enums import Kedudukan
from pengawasan.models import AnggotaTim, Kegiatan, SuratTugas

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet


@dataclass(frozen=True)
class KursiTerisi:
    """A fixed seat and who holds it on the day, if anyone does."""

    kursi: Kursi
    pemangku: PemangkuJabatan | None

    @property
    def sebutan(self) -> str:
        """`Plt. Kepala Bagian Kerja Sama`, or the seat's legal name while it is empty."""
        return self.pemangku.sebutan if self.pemangku else self.kursi.nama


def kursi_pada(tanggal: date) -> list[KursiTerisi]:
    """The fixed seats of Pasal 8 ayat (2) on the day; a Plt. or Plh. goes before the holder."""
    berlaku = PemangkuJabatan.objects.berlaku_pada(tanggal).filter(
        jabatan__kode__in=KODE_KURSI, pengguna__is_active=True
    )
    pemangku: dict[str, PemangkuJabatan] = {}
    for satu in berlaku.select_related("jabatan", "pengguna").order_by("-sifat", "-mulai", "-pk"):
        pemangku.setdefault(satu.jabatan.kode, satu)
    return [KursiTerisi(k, pemangku.get(k.kode)) for k in KURSI]


def anggota_tetap(tanggal: date) -> list[dict[str, Any]]:
    """The holders of the fixed seats, as services.surat_tugas.terbitkan takes them."""
    return [
        {
            "kedudukan": satu.kursi.kedudukan,
            "pengguna": satu.pemangku.pengguna,
            "nama": satu.pemangku.pengguna.nama,
            "jabatan": satu.sebutan,
            "kode_jabatan": satu.kursi.kode,
        }
        for satu in kursi_pada(tanggal)
        if satu.pemangku
    ]


def orang_naskah(kegiatan: Iterable[Kegiatan], tanggal: date) -> QuerySet[Keanggotaan]:
    """The people of the units of the naskah on the day: anggota tidak tetap come from them."""
    unit = NaskahPerangkatDaerah.objects.filter(naskah__in=[k.naskah_id for k in kegiatan])
    anggota = Keanggotaan.objects.berlaku_pada(tanggal).filter(
        perangkat_daerah__in=unit.values("perangkat_daerah"), pengguna__is_active=True
    )
    anggota = anggota.prefetch_related("perangkat_daerah__riwayat_nama")
    return anggota.select_related("pengguna", "perangkat_daerah").order_by("perangkat_daerah")


def usulan_tidak_tetap(kegiatan: Iterable[Kegiatan], tanggal: date) -> list[dict[str, Any]]:
    """Anggota tidak tetap to begin with: each of those people once."""
    usulan = {a.pengguna_id: a for a in orang_naskah(kegiatan, tanggal)}
    return [
        {
            "kedudukan": Kedudukan.ANGGOTA_TIDAK_TETAP,
            "pengguna": a.pengguna,
            "nama": a.pengguna.nama,
            "jabatan": f"Unsur {_nama_unit(a, tanggal)}",
        }
        for a in usulan.values()
    ]


def _nama_unit(anggota: Keanggotaan, tanggal: date) -> str:
    """What a letter of the day calls the unit."""
    unit = anggota.perangkat_daerah
    return unit.nama_pada(tanggal) if unit else ""


def dapat_ditugaskan(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Kegiatan that wait for a surat tugas, nearest first."""
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).filter(status="direncanakan")
    return terlihat.select_related("naskah").order_by("tanggal_rencana", "pk")


@dataclass
class SuratDanTim:
    """A letter with the people it names."""

    surat: SuratTugas
    anggota: list[AnggotaTim] = field(default_factory=list)


def tim_kegiatan(kegiatan: Kegiatan) -> list[SuratDanTim]:
    """The letters of one kegiatan, newest first, in one query."""
    baris = AnggotaTim.objects.filter(surat_tugas__kegiatan=kegiatan)
    baris = baris.select_related("surat_tugas__nomor").order_by("-surat_tugas", "urutan")
    hasil: dict[int, SuratDanTim] = {}
    for satu in baris:
        surat = satu.surat_tugas
        hasil.setdefault(surat.pk, SuratDanTim(surat)).anggota.append(satu)
    return list(hasil.values())
