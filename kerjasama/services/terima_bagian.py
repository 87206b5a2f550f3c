"""Many sound rows of a list that enter the register together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from kerjasama.domain.impor import MENUNGGU, TRANSISI, periksa, periksa_lengkap, status_impor
from kerjasama.domain.kaitan import KAITAN
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.enums import StatusImpor
from kerjasama.models import BarisImpor, Impor
from kerjasama.queries.kembar import RegisterKembar
from kerjasama.services import mitra as mitra_services
from kerjasama.services.isi_baris_impor import PembacaIsi, pihak
from kerjasama.services.naskah_banyak import NaskahBaru, catat_banyak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.audit import Kejadian
    from inti.models import Pengguna
    from kerjasama.models import Mitra, Naskah


@transaction.atomic
def terima_bagian(impor_pk: int, kunci: Sequence[int], *, oleh: Pengguna) -> set[int]:
    """Enter these rows as `impor.terima` enters each; returns the keys of those that did.

    Left out are rows that are not whole, that may be twins, of the register or of one another,
    that name another naskah, or that somebody decided meanwhile: their answer is `impor.terima`'s.
    Raises AturanDilanggar or IntegrityError when one of the others cannot enter; then none has.

    Everything is held before the first line of the trail, in the order of `impor.terima`: the
    list, its rows, the mitra.
    """
    impor = Impor.objects.select_for_update(no_key=True).defer("daftar_lembar").get(pk=impor_pk)
    siap = BarisImpor.objects.select_for_update().filter(pk__in=kunci, status=Status.SIAP)
    semua = _polos([baris for baris in siap.order_by("pk") if _boleh(baris, impor)])
    if not semua:
        return set()
    jejak = _masukkan(semua, oleh=oleh)
    masih = impor.baris.filter(status__in=MENUNGGU).exists()
    Impor.objects.filter(pk=impor.pk).update(status=status_impor(belum=masih))
    audit.catat_beragam(jejak, oleh=oleh)
    return {baris.pk for baris in semua}


def _boleh(baris: BarisImpor, impor: Impor) -> bool:
    baris.impor, nomor, status = impor, baris.nomor_baris, StatusImpor(impor.status)
    boleh = periksa(Status.SIAP, Aksi.TERIMA, impor=status, nomor=nomor)
    return bool(boleh and periksa_lengkap(baris.usulan, nomor=nomor, dibetulkan=False))


def _polos(semua: list[BarisImpor]) -> list[BarisImpor]:
    """Those of which nothing else in the register or in the part can be the twin."""
    register = RegisterKembar([b.usulan for b in semua], [b.kunci for b in semua])
    hasil: list[BarisImpor] = []
    terlihat: set[Any] = set()
    for baris in semua:
        tanda, awas = register.tanda(baris.usulan, baris.kunci)
        terkait = any(baris.usulan.get(nama) for nama in KAITAN)
        if not terkait and not awas & terlihat and not register.cari(baris.usulan, baris.kunci):
            hasil.append(baris)
        terlihat |= tanda
    return hasil


def _masukkan(semua: list[BarisImpor], *, oleh: Pengguna) -> list[Kejadian]:
    """Write the naskah and what became of each row; what the trail says of it, row after row."""
    sebutan = [m for baris in semua for m in baris.usulan["mitra"]]
    ditemukan, baru = mitra_services.cari_atau_tulis(sebutan)
    mitra = iter(ditemukan)
    milik = [[next(mitra) for _ in baris.usulan["mitra"]] for baris in semua]
    isi = PembacaIsi()
    naskah = catat_banyak(
        [
            NaskahBaru(
                isi.data(baris.usulan), pihak(baris.usulan, m), isi.keterlibatan(baris.usulan)
            )
            for baris, m in zip(semua, milik, strict=True)
        ],
        oleh=oleh,
    )
    belum = {m.pk: m for m in baru}
    jejak: list[Kejadian] = []
    for baris, m, (satu, kejadian) in zip(semua, milik, naskah, strict=True):
        pertama = _yang_baru(m, belum)
        baris.usulan |= {"mitra_baru": [n.pk for n in pertama]}
        baris.naskah = satu
        jejak += [
            *kejadian,
            *(mitra_services.kejadian_baru(n) for n in pertama),
            kejadian_terima(baris, naskah=satu, ditahan=baris.alasan_tahan),
        ]
    BarisImpor.objects.bulk_update(semua, ["naskah", "usulan"])
    BarisImpor.objects.filter(pk__in=[baris.pk for baris in semua]).update(
        status=TRANSISI[Status.SIAP, Aksi.TERIMA],
        diputuskan_oleh=oleh,
        diputuskan_pada=timezone.now(),
    )
    return jejak


def _yang_baru(mitra: list[Mitra], belum: dict[int, Mitra]) -> list[Mitra]:
    """Those that the register did not know before this row, in the order of their names' keys."""
    pertama = {m.pk for m in mitra} & belum.keys()
    return sorted((belum.pop(pk) for pk in pertama), key=lambda m: m.kunci)


def kejadian_terima(baris: BarisImpor, *, naskah: Naskah, ditahan: str) -> Kejadian:
    """What the trail says of a row that entered."""
    isi = {"naskah": naskah.pk, "baris": baris.nomor_baris, "ditahan": ditahan}
    return "baris_impor.terima", baris, isi
