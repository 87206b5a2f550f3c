"""What the working page of one kegiatan shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from inti.models import JejakAudit
from inti.permissions import boleh
from inti.putusan import Putusan, semua
from inti.roles import Kemampuan
from kerjasama.models import NaskahPerangkatDaerah
from pengawasan.domain.kegiatan import (
    Unsur,
    langkah_berikut,
    periksa,
    periksa_hasil,
    periksa_ubah_rencana,
    unsur_evaluasi,
)
from pengawasan.enums import (
    AksiKegiatan,
    JenisBeritaAcara,
    JenisKegiatan,
    StatusBeritaAcara,
    StatusKegiatan,
    StatusRekomendasi,
)
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.permissions import (
    boleh_mencatat_hasil,
    boleh_menerbitkan_surat_tugas,
    boleh_menyusun_berita_acara,
    boleh_merencanakan,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah
    from pengawasan.models import SuratTugas

JEJAK_TERBANYAK = 40


def rincian(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Kegiatan one may see, with what the page shows of each in the same query."""
    return (
        Kegiatan.objects.terlihat_oleh(pengguna)
        .select_related(
            "naskah", "jadwal", "dibuat_oleh", "rapat__notulensi__dicatat_oleh", "matrik"
        )
        .annotate(
            jumlah_baris=Count("matrik__baris", distinct=True),
            jumlah_rekomendasi=Count("matrik__baris__rekomendasi", distinct=True),
            jumlah_dikembalikan=Count(
                "matrik__baris__rekomendasi",
                distinct=True,
                filter=Q(matrik__baris__rekomendasi__status=StatusRekomendasi.DIKEMBALIKAN),
            ),
        )
    )


@dataclass(frozen=True)
class UnitNaskah:
    """A unit of the naskah, and whether the person who looks belongs to it today."""

    perangkat_daerah: PerangkatDaerah
    peran: str
    milik: bool


def unit_naskah(kegiatan: Kegiatan, pengguna: Pengguna) -> list[UnitNaskah]:
    """The units of the naskah, in one query."""
    milik = pengguna.keanggotaan.aktif().filter(perangkat_daerah=OuterRef("perangkat_daerah"))
    unit = NaskahPerangkatDaerah.objects.filter(naskah=kegiatan.naskah_id)
    baris = unit.select_related("perangkat_daerah").annotate(milik=Exists(milik))
    return [UnitNaskah(b.perangkat_daerah, b.get_peran_display(), b.milik) for b in baris]


def berita_acara_terlihat(kegiatan: Kegiatan, pengguna: Pengguna) -> list[BeritaAcara]:
    """Its berita acara, newest first; someone else's draft is not there."""
    terlihat = BeritaAcara.objects.terlihat_oleh(pengguna).filter(kegiatan=kegiatan)
    return list(
        terlihat.select_related("nomor", "perangkat_daerah").annotate(jumlah_foto=Count("foto"))
    )


def tindakan(
    pengguna: Pengguna, kegiatan: Kegiatan, unit: Iterable[UnitNaskah]
) -> dict[str, Putusan]:
    """Each next action and whether it is possible: first who may, then what the state allows."""
    status = StatusKegiatan(kegiatan.status)
    hasil = periksa_hasil(status)
    catat = semua(boleh_mencatat_hasil(pengguna), hasil)
    milik = [u.perangkat_daerah for u in unit if u.milik]
    return {
        "ubah": semua(boleh_merencanakan(pengguna), periksa_ubah_rencana(status)),
        "batal": semua(
            boleh_merencanakan(pengguna), periksa(status, AksiKegiatan.BATALKAN, alasan="-")
        ),
        "surat_tugas": semua(
            boleh_menerbitkan_surat_tugas(pengguna), periksa(status, AksiKegiatan.TUGASKAN)
        ),
        "berita_acara": semua(boleh_menyusun_berita_acara(pengguna, milik), hasil),
        "catat": catat,
    }


def tindakan_laporan(pengguna: Pengguna, kegiatan: Kegiatan) -> Putusan:
    """Whether its report may be drawn up now."""
    status = StatusKegiatan(kegiatan.status)
    return semua(boleh(pengguna, Kemampuan.SUSUN_LAPORAN), periksa(status, AksiKegiatan.LAPORKAN))


def unsur(
    kegiatan: Kegiatan, *, jumlah_baris: int, berita_acara: Iterable[BeritaAcara]
) -> list[Unsur]:
    """The three elements of an evaluasi."""
    return unsur_evaluasi(
        jumlah_baris=jumlah_baris,
        ada_tinjau_lokasi=any(
            b.jenis == JenisBeritaAcara.TINJAU_LOKASI and b.status == StatusBeritaAcara.DIVERIFIKASI
            for b in berita_acara
        ),
        alasan_tanpa_tinjau=kegiatan.alasan_tanpa_tinjau,
        hasil_wawancara=kegiatan.hasil_wawancara,
    )


def jejak(
    kegiatan: Kegiatan, surat: Sequence[SuratTugas], berita_acara: Sequence[BeritaAcara]
) -> list[JejakAudit]:
    """The trail of the kegiatan and of the letters and berita acara shown with it."""
    tentang = Q(objek_jenis="pengawasan.kegiatan", objek_id=kegiatan.pk)
    tentang |= Q(objek_jenis="pengawasan.rapat", objek_id=kegiatan.rapat_id)
    tentang |= Q(objek_jenis="pengawasan.surattugas", objek_id__in=[s.pk for s in surat])
    tentang |= Q(objek_jenis="pengawasan.beritaacara", objek_id__in=[b.pk for b in berita_acara])
    return list(JejakAudit.objects.filter(tentang).order_by("-pk")[:JEJAK_TERBANYAK])


def langkah(
    kegiatan: Kegiatan,
    *,
    berita_acara: Iterable[BeritaAcara],
    ada: dict[str, bool],
    dikembalikan: int,
) -> str:
    """What it waits for; `ada` says of each result whether it is there."""
    return langkah_berikut(
        StatusKegiatan(kegiatan.status),
        JenisKegiatan(kegiatan.jenis),
        berita_acara_menunggu=any(b.status == StatusBeritaAcara.DIAJUKAN for b in berita_acara),
        belum_ada=[nama for nama, sudah in ada.items() if not sudah],
        dikembalikan=dikembalikan,
    )
