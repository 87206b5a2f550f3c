"""Versions of the policy: what a sound one holds, and when it may be published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, semua, tolak
from pengawasan.domain.pengingat import TANGGA
from pengawasan.enums import AksiKebijakan as Aksi
from pengawasan.enums import StatusKebijakan as Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TRANSISI = {
    (Status.DRAF, Aksi.UBAH): Status.DRAF,
    (Status.DRAF, Aksi.SIMULASIKAN): Status.DRAF,
    (Status.DRAF, Aksi.TERBITKAN): Status.TERBIT,
    # Nothing is left of a draft that is thrown away but its lines in the trail.
    (Status.DRAF, Aksi.HAPUS): None,
}
INTERVAL = range(1, 61)
HARI_PALING_LAMA = 365
ANAK_TANGGA_TERBANYAK = 12
PEMISAH = re.compile(r"[\s,;]+")
# How people write a minus.
MINUS = str.maketrans({"−": "-", "–": "-", "—": "-"})


class TanggaTidakSahError(ValueError):
    """A ladder of reminders that cannot be read; the message says why."""


@dataclass(frozen=True)
class Penerbitan:
    """What is asked about a version before it is published."""

    berlaku_mulai: date
    hari_ini: date
    mulai_terakhir: date | None
    ber_keputusan: bool
    tersimulasi: bool
    oleh_penyusun: bool


def periksa(status: Status, aksi: Aksi) -> Putusan:
    """Whether the state allows it: a published version is never changed."""
    if (status, aksi) in TRANSISI:
        return BOLEH
    return tolak(
        f"Kebijakan yang sudah terbit tidak dapat {aksi.label}. Buat versi baru untuk mengubahnya."
    )


def periksa_berlaku_mulai(
    berlaku_mulai: date, *, hari_ini: date, mulai_terakhir: date | None
) -> Putusan:
    """No version rules the past, and no two begin out of order."""
    if berlaku_mulai < hari_ini:
        return tolak(
            f"Kebijakan tidak dapat berlaku mundur sejak {tanggal_indonesia(berlaku_mulai)}. "
            "Pilih hari ini atau tanggal sesudahnya."
        )
    if mulai_terakhir is not None and berlaku_mulai <= mulai_terakhir:
        return tolak(
            f"Sudah ada versi terbit yang berlaku mulai {tanggal_indonesia(mulai_terakhir)}. "
            "Pilih tanggal sesudahnya, supaya tidak ada dua versi untuk hari yang sama."
        )
    return BOLEH


def periksa_terbit(status: Status, terbit: Penerbitan) -> Putusan:
    """Whether a draft may be published now."""
    if not terbit.ber_keputusan:
        lengkap = tolak("Isi nomor, tanggal, dan tentang keputusannya, dan lampirkan berkasnya.")
    elif not terbit.tersimulasi:
        lengkap = tolak("Simulasikan versi ini dahulu, supaya terlihat jadwal mana yang bergeser.")
    elif terbit.oleh_penyusun:
        lengkap = tolak("Penyusun tidak dapat menerbitkan kebijakannya sendiri.")
    else:
        lengkap = BOLEH
    return semua(
        periksa(status, Aksi.TERBITKAN),
        periksa_berlaku_mulai(
            terbit.berlaku_mulai, hari_ini=terbit.hari_ini, mulai_terakhir=terbit.mulai_terakhir
        ),
        lengkap,
    )


def baca_tangga(teks: str) -> list[int]:
    """`-30, -14, 0, 7` as a rising ladder; raises TanggaTidakSahError."""
    potongan = [p for p in PEMISAH.split(teks.translate(MINUS).strip()) if p]
    try:
        anak = sorted(int(p) for p in potongan)
    except ValueError:
        msg = "Tulis bilangan hari yang dipisahkan koma, misalnya -30, -14, 0, 7."
        raise TanggaTidakSahError(msg) from None
    if not (putusan := periksa_tangga(anak)):
        raise TanggaTidakSahError(putusan.alasan)
    return anak


def periksa_tangga(anak: Sequence[int]) -> Putusan:
    """Whether the rungs are few, rising and near."""
    if not 1 <= len(anak) <= ANAK_TANGGA_TERBANYAK:
        return tolak(f"Isi 1 sampai {ANAK_TANGGA_TERBANYAK} anak tangga.")
    if any(abs(satu) > HARI_PALING_LAMA for satu in anak):
        return tolak(f"Anak tangga paling jauh {HARI_PALING_LAMA} hari dari jatuh tempo.")
    if any(a >= b for a, b in pairwise(anak)):
        return tolak("Setiap anak tangga hanya disebut sekali.")
    return BOLEH


def tangga_baku() -> list[int]:
    """The ladder as long as no version says otherwise."""
    return list(TANGGA)
