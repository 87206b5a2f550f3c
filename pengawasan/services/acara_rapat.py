"""Planning a meeting for one or several kegiatan, moving it, calling it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import hari_tanggal
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.kolom import periksa_asal
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.kegiatan import periksa_tanggal_rencana, periksa_ubah_rencana
from pengawasan.enums import StatusKegiatan
from pengawasan.models import Kegiatan, Rapat
from pengawasan.queries.penerima import orang_mitra_kegiatan, pelaksana

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, NomorSurat, Pengguna

BERUBAH = "Rapat atau kegiatannya baru saja berubah. Muat ulang halaman."


@transaction.atomic
def adakan(
    kegiatan: Sequence[int], data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> Rapat:
    """Plan one meeting for these kegiatan. `data` are columns of Rapat.

    Raises AturanDilanggar when one of them has a meeting already, is over, or is of a naskah
    signed after the day of the meeting.
    """
    pakai_kunci(kunci, oleh=oleh)
    semua = _kunci(Q(pk__in=kegiatan))
    if not semua:
        wajib(tolak("Pilih sedikitnya satu kegiatan."))
    _periksa(semua, data["tanggal"])
    rapat = Rapat.objects.create(**data, dibuat_oleh=oleh)
    bebas = Q(rapat=None) | Q(rapat__dibatalkan_pada__isnull=False)
    pk = [k.pk for k in semua]
    if Kegiatan.objects.filter(bebas, pk__in=pk).update(rapat=rapat) != len(pk):
        raise AturanDilanggar("Salah satu kegiatan sudah mempunyai rapat.")
    jejak = audit.catat("rapat.adakan", rapat, oleh=oleh, kegiatan=pk, tanggal=rapat.tanggal)
    _kabarkan(jejak, rapat, "Undangan rapat pengawasan")
    return rapat


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Rapat:
    """Another day, hour, place or agenda; a calendar that has it learns of the change."""
    _periksa(_kunci(Q(rapat=pk)), data["tanggal"])
    lama = Rapat.objects.get(pk=pk)
    periksa_asal(lama, data, asal)
    beda = {n: [getattr(lama, n), v] for n, v in data.items() if getattr(lama, n) != v}
    if not beda:
        return lama
    masih = Rapat.objects.filter(pk=pk, dibatalkan_pada=None, urutan_kalender=lama.urutan_kalender)
    if not masih.update(**data, urutan_kalender=F("urutan_kalender") + 1):
        raise AturanDilanggar(BERUBAH)
    rapat = Rapat.objects.get(pk=pk)
    jejak = audit.catat("rapat.ubah", rapat, oleh=oleh, nilai=beda)
    _kabarkan(jejak, rapat, "Perubahan rapat pengawasan")
    return rapat


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Call it off, with a reason; its kegiatan may then get another meeting."""
    rapat = Rapat.objects.get(pk=pk)
    _kunci(Q(rapat=pk))
    if not alasan.strip():
        wajib(tolak("Pembatalan wajib disertai alasan."))
    if rapat.hadirin.exists() or hasattr(rapat, "notulensi"):
        wajib(tolak("Rapat ini sudah berisi daftar hadir atau notulensi, jadi sudah diadakan."))
    kolom = {"dibatalkan_pada": timezone.now(), "alasan_batal": alasan}
    masih = Rapat.objects.filter(pk=pk, dibatalkan_pada=None)
    if not masih.update(**kolom, urutan_kalender=F("urutan_kalender") + 1):
        raise AturanDilanggar("Rapat ini sudah dibatalkan.")
    jejak = audit.catat("rapat.batalkan", rapat, oleh=oleh, catatan=alasan)
    _kabarkan(jejak, rapat, "Rapat pengawasan dibatalkan", alasan=alasan)


def catat_undangan(pk: int, *, nomor: NomorSurat | None, urutan: int) -> None:
    """Note which letter invited to it and which of its plans that letter told.

    For who issues the letter, in the same transaction and with its line in the trail.
    """
    Rapat.objects.filter(pk=pk).update(nomor_undangan=nomor, urutan_undangan=urutan)


def _kunci(yang: Q) -> list[Kegiatan]:
    """Lock them in the order of their keys."""
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah")
    return list(terkunci.filter(yang).order_by("pk"))


def _periksa(kegiatan: Sequence[Kegiatan], tanggal: date) -> None:
    for satu in kegiatan:
        wajib(periksa_ubah_rencana(StatusKegiatan(satu.status)))
        wajib(periksa_tanggal_rencana(tanggal, tanggal_ttd=satu.naskah.tanggal_ttd))


def _kabarkan(jejak: JejakAudit, rapat: Rapat, kejadian: str, *, alasan: str = "") -> None:
    """To all who are invited: team, units, mitra."""
    fakta = {
        "kejadian": kejadian,
        "tanggal": hari_tanggal(rapat.tanggal),
        "pukul": f" pukul {rapat.mulai:%H.%M}" if rapat.mulai else "",
        "tempat": f" di {rapat.tempat}" if rapat.tempat else "",
        "alasan": alasan,
    }
    kegiatan = rapat.kegiatan.all()
    untuk = (
        (kabar.RAPAT, pelaksana(kegiatan), rapat.get_absolute_url()),
        (
            kabar.RAPAT_MITRA,
            orang_mitra_kegiatan(kegiatan),
            reverse("pengawasan:rapat-kalender", args=[rapat.pk]),
        ),
    )
    for satu, kepada, tautan in untuk:
        antrekan(jejak, kepada=kepada, pesan=satu.tulis(**fakta), tautan=tautan)
