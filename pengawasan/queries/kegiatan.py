"""What the working page of one kegiatan shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from inti.models import JejakAudit
from inti.permissions import boleh
from inti.putusan import Putusan, semua
from kerjasama.models import NaskahPerangkatDaerah
from pengawasan.domain.dokumentasi import periksa as periksa_lengkap
from pengawasan.domain.dokumentasi import syarat
from pengawasan.domain.kegiatan import (
    Unsur,
    langkah_berikut,
    periksa,
    periksa_hasil,
    periksa_susun_laporan,
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
    PELAKU_KEGIATAN,
    boleh_mencatat_hasil,
    boleh_menerbitkan_surat_tugas,
    boleh_menyatakan_lengkap,
    boleh_menyusun_berita_acara,
    boleh_merencanakan,
)
from pengawasan.queries.dokumentasi import terhitung
from pengawasan.queries.lima_dokumen import Fakta, lima

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah
    from pengawasan.domain.dokumentasi import Hasil
    from pengawasan.models import Hadirin, SuratTugas
    from pengawasan.queries.lima_dokumen import BarisDokumen

JEJAK_TERBANYAK = 40


def rincian(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Kegiatan one may see, with what the page shows of each in the same query."""
    semua: QuerySet[Kegiatan] = (
        terhitung(Kegiatan.objects.terlihat_oleh(pengguna))
        .select_related(
            "naskah",
            "jadwal",
            "dibuat_oleh",
            "didokumentasikan_oleh",
            "rapat__notulensi__dicatat_oleh",
            "rapat__nomor_undangan",
            "matrik",
            "hasil_analisa__dianalisa_oleh",
        )
        .annotate(
            jumlah_rekomendasi=Count("matrik__baris__rekomendasi", distinct=True),
            jumlah_dikembalikan=Count(
                "matrik__baris__rekomendasi",
                distinct=True,
                filter=Q(matrik__baris__rekomendasi__status=StatusRekomendasi.DIKEMBALIKAN),
            ),
        )
    )
    return semua


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
        "buka": semua(
            boleh_menyatakan_lengkap(pengguna),
            periksa(status, AksiKegiatan.BUKA_DOKUMENTASI, alasan="-"),
        ),
    }


def tindakan_dokumentasi(
    pengguna: Pengguna, kegiatan: Kegiatan, hasil: Hasil, berita_acara: Iterable[BeritaAcara]
) -> Putusan:
    """Whether it may be stated now that every result is there."""
    return semua(
        boleh_menyatakan_lengkap(pengguna),
        periksa(
            StatusKegiatan(kegiatan.status),
            AksiKegiatan.DOKUMENTASIKAN,
            menunggu_verifikasi=_menunggu(berita_acara),
        ),
        periksa_lengkap(hasil),
    )


def _menunggu(berita_acara: Iterable[BeritaAcara]) -> bool:
    return any(b.status == StatusBeritaAcara.DIAJUKAN for b in berita_acara)


def tindakan_laporan(pengguna: Pengguna, kegiatan: Kegiatan) -> Putusan:
    """Whether its report may be drawn up now."""
    status = StatusKegiatan(kegiatan.status)
    susun = boleh(pengguna, PELAKU_KEGIATAN[AksiKegiatan.LAPORKAN])
    return semua(susun, periksa_susun_laporan(status))


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


def lima_dokumen(
    pengguna: Pengguna,
    kegiatan: Kegiatan,
    *,
    hadirin: Sequence[Hadirin],
    berita_acara: Iterable[BeritaAcara],
    jumlah_baris: int,
) -> list[BarisDokumen]:
    """The five documents of its meeting; an analysis of documents has none."""
    dirapatkan = kegiatan.rapat_id or kegiatan.jenis == JenisKegiatan.EVALUASI
    if kegiatan.status == StatusKegiatan.DIBATALKAN or not dirapatkan:
        return []
    rapat = kegiatan.rapat
    fakta = Fakta(
        kegiatan=kegiatan,
        rapat=None if rapat and rapat.dibatalkan_pada else rapat,
        hadirin=len(hadirin),
        bertanda_tangan=sum(bool(hasattr(h, "tanda") and h.tanda.goresan) for h in hadirin),
        notulensi=kegiatan.notulensi is not None,
        berita_acara=[b for b in berita_acara if b.jenis == JenisBeritaAcara.RAPAT],
        baris_matrik=jumlah_baris,
    )
    return lima(pengguna, fakta)


def langkah(
    kegiatan: Kegiatan,
    *,
    berita_acara: Iterable[BeritaAcara],
    hasil: Hasil,
    dikembalikan: int,
) -> str:
    """What it waits for."""
    return langkah_berikut(
        StatusKegiatan(kegiatan.status),
        berita_acara_menunggu=_menunggu(berita_acara),
        belum_ada=[s.nama for s in syarat(hasil) if not s.terpenuhi],
        dikembalikan=dikembalikan,
    )
