"""Due rows and their sums, as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import BigIntegerField, Case, F, Q, Sum, Value, When
from django.db.models.functions import Coalesce, Greatest

from kerjasama.domain.pemenuhan import Total, keadaan_setoran
from kerjasama.enums import KeadaanSetoran, PihakButir, StatusSetoran
from kerjasama.models import PembayaranSetoran, PernyataanPemenuhan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna
    from kerjasama.models import Setoran

RUPIAH = BigIntegerField()
NOL = Value(0, RUPIAH)


@dataclass(frozen=True)
class SetoranTampil:
    """A due row and where it stands on the day."""

    setoran: Setoran
    keadaan: KeadaanSetoran


def tampil(setoran: Iterable[Setoran], *, per: date) -> list[SetoranTampil]:
    """Rows as lists show them."""
    return [SetoranTampil(s, keadaan(s, per=per)) for s in setoran]


def keadaan(setoran: Setoran, *, per: date) -> KeadaanSetoran:
    """Where a due row stands on the day, in one word."""
    if setoran.status == StatusSetoran.DIGANTIKAN:
        return KeadaanSetoran.DIGANTIKAN
    return keadaan_setoran(setoran.angka, per=per)


def yang_membayar(setoran: Setoran) -> str:
    """Whose obligation it is: one mitra, all of them, or the government."""
    butir = setoran.butir
    if butir.pihak != PihakButir.MITRA:
        return butir.get_pihak_display()
    return str(butir.mitra or "; ".join(str(m) for m in butir.naskah.mitra_kini))


def jumlahkan(setoran: QuerySet[Setoran], *, per: date) -> Total:
    """The sums of many rows, by the database: what domain.pemenuhan.total gives, row by row.

    Whole rupiah are integers, so that they are exact on every database.
    """
    sudah = Q(jatuh_tempo__lte=per)
    # Where no amount is set, what was paid is what was owed.
    jumlah = Coalesce("jumlah", "dibayar", output_field=RUPIAH)
    # None of these may have the name of a column.
    angka = setoran.order_by().aggregate(
        total_jatuh=_jumlah(jumlah, sudah),
        total_dibayar=_jumlah(F("dibayar")),
        total_menunggu=_jumlah(F("menunggu")),
        total_tunggakan=_jumlah(Greatest(jumlah - F("dibayar"), NOL, output_field=RUPIAH), sudah),
        total_lebih=_jumlah(Greatest(F("dibayar") - jumlah, NOL, output_field=RUPIAH), sudah),
        total_dini=_jumlah(F("dibayar"), ~sudah),
    )
    jatuh, dibayar, menunggu, tunggakan, lebih, dini = (int(n) for n in angka.values())
    return Total(jatuh, dibayar, menunggu, tunggakan, di_muka=lebih + dini)


def _jumlah(nilai: Combinable, bila: Q | None = None) -> Coalesce:
    isi = nilai if bila is None else Case(When(bila, then=nilai), default=NOL, output_field=RUPIAH)
    return Coalesce(Sum(isi, output_field=RUPIAH), NOL)


def pembayaran(setoran: Setoran) -> QuerySet[PembayaranSetoran]:
    """Everything recorded for a due row, newest first, what was corrected included."""
    semua = PembayaranSetoran.objects.filter(setoran=setoran).order_by("-pk")
    return semua.select_related("dinyatakan_oleh", "dikonfirmasi_oleh", "bukti", "mengoreksi")


def menurut_sisi(setoran: Setoran, pengguna: Pengguna) -> QuerySet[PernyataanPemenuhan]:
    """What the sides state about this very turn, beside what was recorded as paid."""
    terlihat = PernyataanPemenuhan.objects.terlihat_oleh(pengguna)
    milik = terlihat.filter(butir=setoran.butir_id, ke=setoran.ke, rupiah__isnull=False)
    return milik.terkini().select_related("mitra", "dinyatakan_oleh")
