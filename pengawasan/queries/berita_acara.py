"""What the page of one berita acara shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.putusan import Putusan, semua
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.berita_acara import klaim_lama, periksa, periksa_ubah
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import (
    AksiBeritaAcara,
    JenisBeritaAcara,
    Metode,
    StatusBeritaAcara,
    StatusKegiatan,
)
from pengawasan.models import BeritaAcara, Kebijakan
from pengawasan.permissions import boleh_memverifikasi, boleh_mengubah_berita_acara

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.models import Kegiatan

AMBANG_KLAIM_LAMA = 14


def rincian(pengguna: Pengguna) -> QuerySet[BeritaAcara]:
    """Berita acara one may see, with what the page shows."""
    return (
        BeritaAcara.objects.terlihat_oleh(pengguna)
        .select_related(
            "kegiatan__naskah",
            "perangkat_daerah",
            "nomor",
            "disusun_oleh",
            "diajukan_oleh",
            "diverifikasi_oleh",
        )
        .prefetch_related("foto__berkas")
    )


def unit_penyusun(pengguna: Pengguna, kegiatan: Kegiatan) -> QuerySet[PerangkatDaerah]:
    """The units of the naskah that the person belongs to today."""
    anggota = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
    return PerangkatDaerah.objects.filter(
        keterlibatan__naskah=kegiatan.naskah_id, pk__in=anggota.values("perangkat_daerah")
    )


def awal(pengguna: Pengguna, kegiatan: Kegiatan, unit: QuerySet[PerangkatDaerah]) -> dict[str, Any]:
    """What a new one begins with."""
    lokasi = kegiatan.metode == Metode.TINJAU_LOKASI
    jenis = JenisBeritaAcara.TINJAU_LOKASI if lokasi else JenisBeritaAcara.RAPAT
    return {
        "jenis": jenis,
        "tempat": kegiatan.tempat,
        "penanda_tangan": "\n".join(f"{pengguna}, {u}" for u in unit[:1]),
    }


@dataclass(frozen=True)
class Tanda:
    """Whether the claimed date lies long before its receipt, and how long."""

    hari: int
    ambang: int
    lama: bool


def tanda_klaim(berita_acara: BeritaAcara) -> Tanda | None:
    """The claim against the receipt, under the policy of the day of receipt; None for a draft."""
    if berita_acara.diterima_pada is None:
        return None
    diterima = timezone.localdate(berita_acara.diterima_pada)
    kebijakan = Kebijakan.objects.berlaku_pada(diterima)
    ambang = kebijakan.ambang_klaim_lama if kebijakan else AMBANG_KLAIM_LAMA
    kejadian = berita_acara.tanggal_kejadian
    return Tanda(
        hari=(diterima - kejadian).days,
        ambang=ambang,
        lama=klaim_lama(kejadian, diterima=diterima, ambang=ambang),
    )


def tindakan(pengguna: Pengguna, berita_acara: BeritaAcara) -> dict[str, Putusan]:
    """Each action and whether it is possible: first who may, then what the state allows."""
    status = StatusBeritaAcara(berita_acara.status)
    hasil = periksa_hasil(StatusKegiatan(berita_acara.kegiatan.status))
    ubah = boleh_mengubah_berita_acara(pengguna, berita_acara)
    penyusun = (berita_acara.disusun_oleh_id, berita_acara.diajukan_oleh_id)
    verifikasi = periksa(status, AksiBeritaAcara.VERIFIKASI, oleh=pengguna.pk, penyusun=penyusun)
    return {
        "ubah": semua(ubah, periksa_ubah(status), hasil),
        "ajukan": semua(ubah, periksa(status, AksiBeritaAcara.AJUKAN), hasil),
        "verifikasi": semua(boleh_memverifikasi(pengguna), verifikasi, hasil),
        "kembalikan": semua(
            boleh_memverifikasi(pengguna), periksa(status, AksiBeritaAcara.KEMBALIKAN, catatan="-")
        ),
    }
