"""What the page of one obligation, and of the supervision of one naskah, shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from inti.formats import tanggal_indonesia
from kerjasama.models import Naskah
from pengawasan.domain.jadwal import periksa_tutup
from pengawasan.domain.tempo import perlu_evaluasi_akhir
from pengawasan.enums import StatusBeritaAcara, StatusJadwal, StatusKegiatan
from pengawasan.models import BeritaAcara, Kebijakan, Kegiatan
from pengawasan.queries.fakta import fakta_naskah, kebijakan_siklus, peristiwa_naskah

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from inti.putusan import Putusan
    from pengawasan.models import Jadwal


# What planning is called where its failures are noted.
PENYUSUNAN = "jadwal"


def basi_terhadap(terakhir: Kebijakan | None) -> QuerySet[Naskah]:
    """Naskah whose plan was made from other facts than there are now, or an older policy."""
    semua: QuerySet[Naskah] = Naskah.objects.filter(basi("perencanaan", terakhir))
    return semua


def basi(rencana: str, terakhir: Kebijakan | None) -> Q:
    """Whether what `rencana` notes of a naskah is missing or not of these facts and this policy."""
    syarat = Q(**{rencana: None}) | ~Q(**{f"{rencana}__versi_fakta": F("versi_fakta")})
    if terakhir is not None:
        syarat |= ~Q(**{f"{rencana}__kebijakan": terakhir.pk})
    return syarat


def direncanakan() -> Exists:
    """Whether an event that was not cancelled stands for the obligation, as a column of its row."""
    return Exists(Kegiatan.objects.berjadwal(OuterRef("pk")))


def kegiatan_terencana() -> Subquery:
    """The pk of that event, None where there is none, as a column of the obligation's row.

    For lists: of `EXISTS` as a column PostgreSQL would make the whole set first.
    """
    return Subquery(Kegiatan.objects.berjadwal(OuterRef("pk")).order_by().values("pk")[:1])


def boleh_ditutup(jadwal: Jadwal, *, alasan: str) -> Putusan:
    """Whether the state allows closing it undone."""
    fakta = fakta_naskah(jadwal.naskah)
    return periksa_tutup(
        StatusJadwal(jadwal.status),
        berakhir=fakta.tanggal_berakhir if fakta else None,
        hari_ini=timezone.localdate(),
        berkegiatan=any(k.status != StatusKegiatan.DIBATALKAN for k in jadwal.kegiatan.all()),
        alasan=alasan,
    )


@dataclass(frozen=True)
class AcuanDasar:
    """Where the event that the months are counted from can be read, and the policy."""

    kegiatan: Kegiatan | None = None
    berita_acara: BeritaAcara | None = None
    kebijakan: Kebijakan | None = None


def acuan_dasar(jadwal: Jadwal, pengguna: Pengguna) -> AcuanDasar:
    """What the explanation refers to, as far as this reader may open it."""
    dasar = jadwal.dasar
    kegiatan = berita_acara = kebijakan = None
    if pk := dasar.get("jangkar_kegiatan"):
        terlihat = Kegiatan.objects.terlihat_oleh(pengguna).filter(pk=pk, naskah=jadwal.naskah_id)
        kegiatan = terlihat.first()
        berita_acara = (
            BeritaAcara.objects.filter(kegiatan=kegiatan, status=StatusBeritaAcara.DIVERIFIKASI)
            .order_by("diverifikasi_pada", "pk")
            .first()
            if kegiatan
            else None
        )
    if versi := dasar.get("kebijakan"):
        kebijakan = Kebijakan.objects.terlihat_oleh(pengguna).filter(versi=versi).first()
    return AcuanDasar(kegiatan, berita_acara, kebijakan)


def usul_evaluasi_akhir(naskah: Naskah) -> str:
    """The sentence that proposes an evaluasi before the naskah ends; empty when none is due."""
    fakta, per = fakta_naskah(naskah), timezone.localdate()
    if fakta is None or fakta.tanggal_berakhir is None:
        return ""
    if not perlu_evaluasi_akhir(fakta, peristiwa_naskah(naskah), kebijakan_siklus(), per=per):
        return ""
    return (
        f"Naskah ini berakhir {tanggal_indonesia(fakta.tanggal_berakhir)}: rencanakan evaluasi "
        "akhir, atau evaluasi bersamaan dengan penyusunan perpanjangan (Pasal 8 ayat (4))."
    )
