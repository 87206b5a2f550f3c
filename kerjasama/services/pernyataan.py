"""Statements of fulfilment: each side speaks for itself, and nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from kerjasama.domain.butir import periksa_angka, periksa_tanggal
from kerjasama.domain.pemenuhan import status_dari_persen
from kerjasama.domain.pernyataan import (
    BarisKewajiban,
    BarisUang,
    DariLaporan,
    Jatuh,
    padankan,
    persen_uang,
    uraian_kewajiban,
    uraian_uang,
)
from kerjasama.enums import SisiPernyataan, StatusPemenuhan
from kerjasama.models import BuktiPernyataan, Butir, PernyataanPemenuhan, Setoran

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.models import Mitra, Naskah

URAIAN_TERPANJANG = 2_000


@transaction.atomic
def nyatakan(
    butir_pk: int,
    data: dict[str, Any],
    *,
    sisi: SisiPernyataan,
    mitra: Mitra | None = None,
    bukti: Sequence[Diperiksa] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> PernyataanPemenuhan:
    """What a side says of an item: ke, status, persen, nilai, rupiah, uraian, tanggal, sumber.

    A former statement of the same side stays in the history.
    """
    pakai_kunci(kunci, oleh=oleh)
    butir = Butir.objects.select_related("naskah").get(pk=butir_pk)
    hari_ini = timezone.localdate()
    wajib(periksa_tanggal(data["tanggal"], ttd=butir.naskah.tanggal_ttd, hari_ini=hari_ini))
    wajib(periksa_angka(StatusPemenuhan(data["status"]), data.get("persen")))
    if not data["sumber"].strip():
        raise AturanDilanggar("Sebutkan sumber pernyataannya.")
    pernyataan = PernyataanPemenuhan.objects.create(
        butir=butir, sisi=sisi, mitra=mitra, dinyatakan_oleh=oleh, **data
    )
    for satu in bukti:
        berkas = simpan_unggahan(satu, oleh=oleh)
        BuktiPernyataan.objects.create(pernyataan=pernyataan, berkas=berkas)
    audit.catat(
        "pernyataan_pemenuhan.catat",
        butir,
        oleh=oleh,
        sisi=sisi,
        ke=pernyataan.ke,
        status=pernyataan.status,
        persen=pernyataan.persen,
        nilai=pernyataan.nilai,
        rupiah=pernyataan.rupiah,
        sumber=pernyataan.sumber,
    )
    return pernyataan


@transaction.atomic
def terima_laporan(
    naskah: Naskah, mitra: Mitra, laporan: DariLaporan, *, oleh: Pengguna
) -> list[PernyataanPemenuhan]:
    """The figures of a report as the mitra's statements; a round that was taken in adds none.

    Setoran are found by their due date; what fits no due row of the ledger stays in the report,
    and the audit line says how many.
    """
    sudah = PernyataanPemenuhan.objects.filter(
        butir__naskah=naskah, mitra=mitra, kunci_sumber=laporan.kunci
    )
    if sudah.exists():
        return []
    milik = set(naskah.butir.values_list("pk", flat=True))
    pasangan, tanpa = padankan(laporan.uang, _jatuh(naskah, mitra))
    isi = [
        *(_dari_kewajiban(b) for b in laporan.kewajiban if b.butir in milik),
        *(_dari_uang(b, jatuh) for b, jatuh in pasangan),
    ]
    try:
        pernyataan = _tulis(isi, mitra, laporan, oleh=oleh)
    except IntegrityError:
        if sudah.exists():  # somebody took the same round in at this very moment
            return []
        raise
    _lampirkan(pernyataan, laporan)
    if pernyataan or tanpa:
        audit.catat(
            "pernyataan_pemenuhan.catat",
            naskah,
            oleh=oleh,
            catatan=laporan.sumber,
            pernyataan=len(pernyataan),
            setoran_tanpa_padanan=[uraian_uang(b) for b in tanpa],
        )
    return pernyataan


@transaction.atomic
def _tulis(
    isi: Sequence[dict[str, Any]], mitra: Mitra, laporan: DariLaporan, *, oleh: Pengguna
) -> list[PernyataanPemenuhan]:
    """All of them or none, each with the round that it comes from."""
    tetap = {
        "sisi": SisiPernyataan.MITRA,
        "mitra": mitra,
        "tanggal": laporan.tanggal,
        "sumber": laporan.sumber,
        "kunci_sumber": laporan.kunci,
        "dinyatakan_oleh": oleh,
    }
    return [PernyataanPemenuhan.objects.create(**tetap, **satu) for satu in isi]


def _jatuh(naskah: Naskah, mitra: Mitra) -> list[Jatuh]:
    """The due rows that the mitra can speak of."""
    setoran = Setoran.objects.terbuka().filter(butir__naskah=naskah)
    milik = setoran.exclude(butir__mitra__isnull=False) | setoran.filter(butir__mitra=mitra)
    nilai = milik.values_list("butir", "ke", "jatuh_tempo", "butir__uraian")
    return [Jatuh(*baris) for baris in nilai]


def _dari_kewajiban(baris: BarisKewajiban) -> dict[str, Any]:
    return {
        "butir_id": baris.butir,
        "status": status_dari_persen(baris.persen),
        "persen": baris.persen,
        "uraian": uraian_kewajiban(baris)[:URAIAN_TERPANJANG],
    }


def _dari_uang(baris: BarisUang, jatuh: Jatuh) -> dict[str, Any]:
    persen = persen_uang(baris.dibayar, baris.tunggakan)
    return {
        "butir_id": jatuh.butir,
        "ke": jatuh.ke,
        "status": status_dari_persen(persen),
        "persen": persen,
        "rupiah": baris.dibayar,
        "uraian": uraian_uang(baris)[:URAIAN_TERPANJANG],
    }


def _lampirkan(pernyataan: Sequence[PernyataanPemenuhan], laporan: DariLaporan) -> None:
    """The files that a row names as its evidence, on the statement made of it."""
    berkas = {b.butir: b.berkas for b in laporan.kewajiban}
    BuktiPernyataan.objects.bulk_create(
        BuktiPernyataan(pernyataan=satu, berkas_id=pk)
        for satu in pernyataan
        if not satu.ke
        for pk in berkas[satu.butir_id]
    )
