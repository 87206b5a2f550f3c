"""Addenda: recording a new version of a naskah, and taking the last one back."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, semua, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from kerjasama.domain.addendum import (
    AKHIR,
    KOLOM,
    biasa,
    memperpanjang,
    periksa_akhir,
    periksa_batal,
    periksa_isi,
    periksa_status,
    periksa_tanggal,
    terbaca,
)
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.naskah import periksa_masa, tujuan
from kerjasama.enums import AksiNaskah, StatusAddendum, StatusNaskah
from kerjasama.models import Addendum, Naskah
from kerjasama.queries.addendum import baris_beda, bergantung_pada, label_kolom
from kerjasama.queries.naskah import orang_naskah
from kerjasama.queries.versi import potret_baris
from kerjasama.services import setoran
from kerjasama.services.butir_addendum import kembalikan, terapkan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna
    from inti.unggahan import Diperiksa


@transaction.atomic
def catat(
    naskah_pk: int,
    data: dict[str, Any],
    *,
    perubahan: dict[str, Any],
    butir: Sequence[dict[str, Any]] = (),
    diperiksa: Diperiksa | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Addendum:
    """A new version: `data` describes the addendum, `perubahan` holds the new columns by name.

    `butir` is what it does to the items (services.butir_addendum). How the rows of the naskah
    stood before it is kept with it.

    Raises AturanDilanggar when its date is impossible, its number taken, or nothing changes.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    terakhir = naskah.addendum.berlaku().last()
    beda = _beda(naskah, perubahan)
    _periksa(naskah, data, beda, terakhir, butir=len(butir))
    addendum = Addendum(
        **data,
        naskah=naskah,
        ke=terakhir.ke + 1 if terakhir else 1,
        kunci_nomor=kunci_nomor(data.get("nomor", "")),
        perubahan=beda,
        potret=potret_baris(naskah),
        memperpanjang=memperpanjang(beda),
        berkas=simpan_unggahan(diperiksa, oleh=oleh) if diperiksa else None,
        dicatat_oleh=oleh,
    )
    _simpan(addendum)
    dari = naskah.status
    _tulis(naskah, {kolom: terbaca(kolom, baru) for kolom, (_, baru) in beda.items()})
    addendum.perubahan_butir = terapkan(naskah, butir, tanggal=addendum.tanggal_ttd)
    addendum.save(update_fields=["perubahan_butir"])
    setoran.selaraskan(naskah, oleh=oleh)
    jejak = audit.catat(
        "addendum.catat", naskah, oleh=oleh, addendum=str(addendum), nilai=beda,
        butir=addendum.perubahan_butir, lain=addendum.perubahan_lain, dari=dari, ke=naskah.status,
    )  # fmt: skip
    _kabarkan(jejak, naskah, addendum)
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
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=addendum.naskah_id)
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
    kembalikan(naskah, addendum.perubahan_butir)
    setoran.selaraskan(naskah, oleh=oleh)
    jejak = audit.catat(
        "addendum.batalkan", naskah, oleh=oleh, addendum=str(addendum), catatan=alasan,
        nilai={kolom: [baru, lama] for kolom, (lama, baru) in addendum.perubahan.items()},
        dari=dari, ke=naskah.status,
    )  # fmt: skip
    _kabarkan(jejak, naskah, addendum)
    return addendum


def _beda(naskah: Naskah, perubahan: dict[str, Any]) -> dict[str, list[Any]]:
    """What was and what is of the columns that differ; other columns have doors of their own."""
    baru = {k: v for k, v in perubahan.items() if k in KOLOM and getattr(naskah, k) != v}
    return {k: [biasa(getattr(naskah, k)), biasa(v)] for k, v in baru.items()}


def _periksa(
    naskah: Naskah,
    data: dict[str, Any],
    beda: dict[str, list[Any]],
    terakhir: Addendum | None,
    *,
    butir: int,
) -> None:
    status, tanggal = StatusNaskah(naskah.status), data["tanggal_ttd"]
    sesudah = {k: terbaca(k, beda[k][1]) if k in beda else getattr(naskah, k) for k in KOLOM}
    lain = data.get("perubahan_lain", "")
    wajib(
        semua(
            periksa_status(status),
            periksa_isi(beda, perubahan_lain=lain, sesudah=sesudah, butir=butir),
            periksa_tanggal(
                tanggal,
                ttd=naskah.tanggal_ttd,
                sebelumnya=terakhir.tanggal_ttd if terakhir else None,
                hari_terakhir=naskah.hari_terakhir,
                per=timezone.localdate(),
            ),
            periksa_akhir(sesudah[AKHIR] if AKHIR in beda else None, tanggal=tanggal),
        )
    )
    if AKHIR in beda:
        wajib(periksa_masa(status, naskah.alasan_berakhir))


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


def _kabarkan(jejak: JejakAudit, naskah: Naskah, addendum: Addendum) -> None:
    """Tell those who stand in the naskah what is different now."""
    batal = addendum.status == StatusAddendum.DIBATALKAN
    kejadian = "dibatalkan" if batal else "dicatat"
    baris = [
        f"- {b.label}: {shorten(b.lama if batal else b.baru, 200, placeholder=' …')}"
        for b in baris_beda(addendum)
    ]
    if banyak := len(addendum.perubahan_butir):
        baris.append(f"- {naskah.sebutan_butir}: {banyak} butir")
    tanggal = tanggal_indonesia(addendum.tanggal_ttd)
    antrekan(
        jejak,
        kepada=orang_naskah(naskah),
        subjek=f"Addendum {kejadian}: {naskah}",
        isi="\n".join([f"{addendum}, {tanggal}: {addendum.tentang}", "", *baris]).strip(),
        tautan=addendum.get_absolute_url() if not batal else naskah.get_absolute_url(),
    )
