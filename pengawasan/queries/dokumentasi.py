"""What was recorded of a kegiatan, counted for the rule that says whether it is complete."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from inti.models import JejakAudit
from pengawasan.domain.dokumentasi import Hasil
from pengawasan.enums import JenisBeritaAcara, JenisKegiatan, Metode, StatusBeritaAcara
from pengawasan.models import BeritaAcara, Hadirin, HasilAnalisa, Kegiatan, Notulensi
from pengawasan.queries.matrik import baris_kurang

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet


def hasil_kegiatan(kegiatan_pk: int) -> Hasil:
    """The results of one kegiatan, in two queries."""
    return hasil_terhitung(terhitung(Kegiatan.objects.all()).get(pk=kegiatan_pk))


def hasil_terhitung(satu: Any) -> Hasil:
    """The same of a kegiatan that was read with `terhitung`, in one query at most."""
    kurang = baris_kurang(satu.pk) if satu.jumlah_baris else []
    return Hasil(
        jenis=JenisKegiatan(satu.jenis),
        metode=Metode(satu.metode),
        analisa=satu.ada_analisa,
        ba_tinjau=satu.ba_tinjau,
        hadirin=satu.jumlah_hadirin,
        notulensi=satu.ada_notulensi,
        baris_matrik=satu.jumlah_baris,
        baris_kurang=[nomor for nomor, _ in kurang],
        alasan_tanpa_tinjau=satu.alasan_tanpa_tinjau,
        hasil_wawancara=satu.hasil_wawancara,
    )


def menunggu_verifikasi(kegiatan: Kegiatan) -> bool:
    """Whether a berita acara of it was submitted and not yet answered."""
    return kegiatan.berita_acara.filter(status=StatusBeritaAcara.DIAJUKAN).exists()


def sidik_unsur(kegiatan: Kegiatan) -> str:
    """Differs when element (b) or (c) was written anew."""
    isi = [kegiatan.alasan_tanpa_tinjau, kegiatan.hasil_wawancara]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()[:32]


def terakhir_mencatat(benda: Model, aksi: str) -> str:
    """Who last did this to it, by name."""
    jejak = JejakAudit.objects.tentang(benda).filter(aksi=aksi).order_by("-pk").first()
    return jejak.pelaku_nama if jejak else "Orang lain"


def terhitung(kegiatan: QuerySet[Any]) -> QuerySet[Any]:
    """Kegiatan with what was recorded, counted by the database."""
    hadirin = Hadirin.objects.filter(rapat__kegiatan=OuterRef("pk")).order_by().values("rapat")
    tinjau = BeritaAcara.objects.filter(
        kegiatan=OuterRef("pk"),
        jenis=JenisBeritaAcara.TINJAU_LOKASI,
        status=StatusBeritaAcara.DIVERIFIKASI,
    )
    dihitung: QuerySet[Any] = kegiatan.annotate(
        ada_analisa=Exists(HasilAnalisa.objects.filter(kegiatan=OuterRef("pk"))),
        ba_tinjau=Exists(tinjau),
        ada_notulensi=Exists(Notulensi.objects.filter(rapat__kegiatan=OuterRef("pk"))),
        jumlah_hadirin=Coalesce(Subquery(hadirin.annotate(n=Count("pk")).values("n")), 0),
        jumlah_baris=Count("matrik__baris", distinct=True),
    )
    return dihitung
