"""What is coming to its end: naskah in force and attachments that are needed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from kerjasama.domain.akhir import TENGGANG_TERPANJANG, akhir_terjauh
from kerjasama.domain.batas import BULAN_PENGAJUAN, LUAR_NEGERI
from kerjasama.models import TundaPengingat

if TYPE_CHECKING:
    from django.db.models import Expression

    from kerjasama.models.lampiran import LampiranQuerySet
    from kerjasama.models.naskah import NaskahQuerySet

# The column that holds the end.
AKHIR_NASKAH, AKHIR_LAMPIRAN = "tanggal_berakhir", "berlaku_sampai"


def naskah_berakhir(
    terlihat: NaskahQuerySet, per: date, *, ditunda: bool = False
) -> NaskahQuerySet:
    """In force, with a last day; those put off only when asked for, and then only those."""
    tunda = Exists(TundaPengingat.objects.berlaku_pada(per).filter(naskah=OuterRef("pk")))
    berakhir = terlihat.dinyatakan_berlaku().exclude(tanggal_berakhir=None)
    return berakhir.filter(tunda if ditunda else ~tunda)


def lampiran_berakhir(
    terlihat: LampiranQuerySet, per: date, *, ditunda: bool = False
) -> LampiranQuerySet:
    """The same of attachments."""
    tunda = Exists(TundaPengingat.objects.berlaku_pada(per).filter(lampiran=OuterRef("pk")))
    return terlihat.diperlukan().filter(tunda if ditunda else ~tunda)


def rentang(jangka: str, per: date, *, setelah: str = "") -> tuple[date, date]:
    """First and last end of a window: `lewat`, or so many months from today.

    `setelah` is a smaller window that is left out.
    """
    if jangka == "lewat":
        return date.min, date.fromordinal(per.toordinal() - 1)
    mulai = akhir_terjauh(per, int(setelah)) + timedelta(days=1) if setelah else per
    return mulai, akhir_terjauh(per, int(jangka))


def waktunya_mengajukan(
    naskah: NaskahQuerySet, per: date, *, baku: int | Expression
) -> NaskahQuerySet:
    """Whose day to ask for an extension has come, the last day not over.

    Says in SQL what domain.akhir.tenggang and batas_pengajuan say of one naskah, the months as
    `bulan_tenggang`; `baku` months hold where the naskah has none of its own.
    """
    sendiri = F("tenggang_perpanjangan")
    bulan = Case(
        When(
            jenis_kerja_sama__in=sorted(LUAR_NEGERI),
            then=Greatest(Coalesce(sendiri, BULAN_PENGAJUAN), Value(BULAN_PENGAJUAN)),
        ),
        default=Coalesce(sendiri, baku),
        output_field=IntegerField(),
    )
    # The fewest months by which the day has come for this end: said of a plain column, so that the
    # months of the naskah are worked out once and not once for each number of them.
    perlu = Case(
        *(
            When(tanggal_berakhir__lte=akhir_terjauh(per, n), then=Value(n))
            for n in range(1, TENGGANG_TERPANJANG + 1)
        ),
        output_field=IntegerField(),
    )
    return (
        naskah.annotate(bulan_tenggang=bulan)
        .alias(bulan_perlu=perlu)
        .filter(
            tanggal_berakhir__range=(per, akhir_terjauh(per, TENGGANG_TERPANJANG)),
            bulan_tenggang__gte=F("bulan_perlu"),
        )
    )
