"""Addenda: recording a new version of a naskah, and taking the last one back."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from kerjasama import kabar
from kerjasama.domain.addendum import AKHIR, biasa, periksa_batal, terbaca
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.naskah import periksa_masa, tujuan
from kerjasama.enums import AksiBaris, AksiNaskah, StatusAddendum, StatusNaskah
from kerjasama.models import Addendum, Naskah
from kerjasama.queries.addendum import baris_beda, bergantung_pada, label_kolom
from kerjasama.queries.naskah import orang_naskah
from kerjasama.queries.versi import beda_baris, potret_baris
from kerjasama.services import baris_addendum, butir_addendum, setoran
from kerjasama.services.mitra import pegang as pegang_mitra
from kerjasama.services.naskah import pegang
from kerjasama.services.rancangan_addendum import rancang

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.services.rancangan_addendum import PerubahanBaris, Rancangan


class RancanganBerubah(AturanDilanggar):
    """What would be written, `rancangan`, is no longer what the person was shown."""

    def __init__(self, rancangan: Rancangan) -> None:
        self.rancangan = rancangan
        super().__init__(
            "Yang akan dicatat berbeda dari yang terakhir Anda periksa. Periksa sekali lagi "
            "perubahannya di bawah ini, lalu catat."
        )


@transaction.atomic
def catat(
    naskah_pk: int,
    data: dict[str, Any],
    *,
    perubahan: dict[str, Any],
    baris: PerubahanBaris | None = None,
    diperiksa: Diperiksa | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
    sidik: str | None = None,
) -> Addendum:
    """A new version: `data` describes the addendum, `perubahan` holds the new columns by name.

    `baris` says what it does to rows of each kind (services.rancangan_addendum). How they stood
    before is kept with it. `sidik` is that of the design which the person was shown; where
    another one would be written, nothing is.

    Raises AturanDilanggar when its date is impossible, its number taken, or nothing changes.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah = pegang(naskah_pk)[naskah_pk]
    pihak = (baris or {}).get("pihak", ())
    pegang_mitra({b["data"]["mitra"] for b in pihak if b["aksi"] == AksiBaris.TAMBAH})
    rancangan = rancang(naskah, data, perubahan=perubahan, baris=baris)
    if sidik is not None and sidik != rancangan.sidik:
        raise RancanganBerubah(rancangan)
    addendum, dari = rancangan.addendum, naskah.status
    addendum.kunci_nomor = kunci_nomor(addendum.nomor)
    addendum.potret = potret_baris(naskah)
    addendum.berkas = simpan_unggahan(diperiksa, oleh=oleh) if diperiksa else None
    addendum.dicatat_oleh = oleh
    orang = list(orang_naskah(naskah))
    _simpan(addendum)
    beda = addendum.perubahan
    _tulis(naskah, {kolom: terbaca(kolom, baru) for kolom, (_, baru) in beda.items()})
    addendum.perubahan_baris = {
        j: baris_addendum.terapkan(s) for j, s in rancangan.baris.items() if s
    }
    addendum.perubahan_butir = butir_addendum.terapkan(rancangan.butir)
    addendum.save(update_fields=["perubahan_baris", "perubahan_butir"])
    setoran.selaraskan(naskah, oleh=oleh)
    jejak = audit.catat(
        "addendum.catat", naskah, oleh=oleh, addendum=str(addendum), nilai=beda,
        baris=addendum.perubahan_baris, butir=addendum.perubahan_butir,
        lain=addendum.perubahan_lain, dari=dari, ke=naskah.status,
    )  # fmt: skip
    _kabarkan(jejak, naskah, addendum, orang)
    return addendum


@transaction.atomic
def lengkapi(pk: int, diperiksa: Diperiksa, *, oleh: Pengguna) -> Addendum:
    """Keep the signed file of an addendum that was recorded without it; once, never replaced."""
    addendum = Addendum.objects.select_related("naskah").get(pk=pk)
    Naskah.objects.select_for_update(of=("self",)).get(pk=addendum.naskah_id)
    berkas = simpan_unggahan(diperiksa, oleh=oleh)
    if not Addendum.objects.berlaku().filter(pk=pk, berkas=None).update(berkas=berkas):
        raise AturanDilanggar("Addendum ini sudah mempunyai berkas, atau sudah dibatalkan.")
    addendum.refresh_from_db()
    audit.catat(
        "addendum.lengkapi", addendum.naskah, oleh=oleh, addendum=str(addendum),
        sha256=berkas.sha256,
    )  # fmt: skip
    return addendum


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> Addendum:
    """Take back the last addendum: the old values return, its row stays as dibatalkan."""
    addendum = Addendum.objects.select_related("naskah").get(pk=pk)
    naskah = pegang(addendum.naskah_id)[addendum.naskah_id]
    terakhir = naskah.addendum.berlaku().last()
    wajib(
        periksa_batal(
            alasan=alasan,
            terakhir=addendum == terakhir,
            berubah_lagi=_berubah_lagi(naskah, addendum),
            bergantung=[str(n) for n in bergantung_pada(addendum)],
        )
    )
    if AKHIR in addendum.perubahan:
        wajib(periksa_masa(StatusNaskah(naskah.status), naskah.alasan_berakhir))
    orang = list(orang_naskah(naskah))
    tertulis = Addendum.objects.filter(pk=pk, status=StatusAddendum.BERLAKU).update(
        status=StatusAddendum.DIBATALKAN,
        alasan_batal=alasan,
        dibatalkan_oleh=oleh,
        dibatalkan_pada=timezone.now(),
    )
    if not tertulis:
        raise AturanDilanggar("Addendum ini baru saja dibatalkan. Muat ulang halaman.")
    addendum.refresh_from_db()
    dari = naskah.status
    kembali = {kolom: terbaca(kolom, lama) for kolom, (lama, _) in addendum.perubahan.items()}
    _tulis(naskah, kembali)
    butir_addendum.kembalikan(naskah, addendum.perubahan_butir)
    baris_addendum.kembalikan(naskah, addendum.perubahan_baris)
    setoran.selaraskan(naskah, oleh=oleh)
    jejak = audit.catat(
        "addendum.batalkan", naskah, oleh=oleh, addendum=str(addendum), catatan=alasan,
        nilai={kolom: [baru, lama] for kolom, (lama, baru) in addendum.perubahan.items()},
        dari=dari, ke=naskah.status,
    )  # fmt: skip
    _kabarkan(jejak, naskah, addendum, orang)
    return addendum


def _simpan(addendum: Addendum) -> None:
    """Write, with the refusals that only the database can be sure of as sentences."""
    kunci = addendum.kunci_nomor
    kembar = Naskah.objects.filter(kunci_nomor=kunci).first() if kunci else None
    try:
        with transaction.atomic():
            if kembar is None:
                addendum.save(force_insert=True)
    except IntegrityError as error:
        ada = Addendum.objects.berlaku().filter(kunci_nomor=kunci).first() if kunci else None
        if ada is None:
            raise AturanDilanggar("Naskah ini baru saja berubah. Muat ulang halaman.") from error
        raise AturanDilanggar(
            f"Nomor {addendum.nomor} sudah tercatat untuk {ada} dari {ada.naskah}."
        ) from error
    if kembar is not None:
        raise AturanDilanggar(
            f"Nomor {addendum.nomor} sudah tercatat untuk naskah “{kembar.judul[:80]}”. Periksa "
            "nomor addendumnya."
        )


def _tulis(naskah: Naskah, kolom: dict[str, Any]) -> None:
    """The columns of the new version; a changed term says anew whether the naskah is in force.

    What only its term had ended comes back; if the term is over all the same, the nightly job
    ends it again with the right last day.
    """
    dari = StatusNaskah(naskah.status)
    if AKHIR in kolom:
        diperpanjang = naskah.addendum.berlaku().filter(memperpanjang=True).exists()
        kolom |= {
            "status": tujuan(dari, AksiNaskah.UBAH_MASA, diperpanjang=diperpanjang),
            "alasan_berakhir": "",
            "tanggal_diakhiri": None,
            "dasar_pengakhiran": "",
        }
    tertulis = Naskah.objects.filter(pk=naskah.pk, status=dari).update(
        **kolom, versi_fakta=models.F("versi_fakta") + 1
    )
    if not tertulis:
        raise AturanDilanggar("Naskah ini baru saja berubah. Muat ulang halaman.")
    naskah.refresh_from_db()


def _berubah_lagi(naskah: Naskah, addendum: Addendum) -> list[str]:
    return [
        label_kolom(kolom)
        for kolom, (_, baru) in addendum.perubahan.items()
        if biasa(getattr(naskah, kolom)) != baru
    ]


def _kabarkan(
    jejak: JejakAudit, naskah: Naskah, addendum: Addendum, sebelumnya: list[Pengguna]
) -> None:
    """Tell those who stand in the naskah, and those who stood in it, what is different now."""
    batal = addendum.status == StatusAddendum.DIBATALKAN
    kejadian = "dibatalkan" if batal else "dicatat"
    baris = [
        f"- {b.label}: {shorten(b.lama if batal else b.baru, 200, placeholder=' …')}"
        for b in [*baris_beda(addendum), *beda_baris(addendum)]
    ]
    if banyak := len(addendum.perubahan_butir):
        baris.append(f"- {naskah.sebutan_butir}: {banyak} butir")
    tanggal = tanggal_indonesia(addendum.tanggal_ttd)
    antrekan(
        jejak,
        kepada={p.pk: p for p in [*sebelumnya, *orang_naskah(naskah)]}.values(),
        pesan=kabar.ADDENDUM.tulis(
            kejadian=kejadian,
            naskah=naskah,
            addendum=addendum,
            tanggal=tanggal,
            tentang=addendum.tentang,
            perubahan="\n".join(baris),
        ),
        tautan=addendum.get_absolute_url() if not batal else naskah.get_absolute_url(),
    )
