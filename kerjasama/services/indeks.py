"""Keeping the search index true: it follows the audit trail, in which every change has its line.

The unique previous hash makes the lines of the trail visible in the order of their keys, so that
none can appear behind the place that was read last. Whatever comes in by another door is found at
night; all of it can be made anew.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction

from inti.models import Berkas, JejakAudit, TeksBerkas
from inti.services.teks_berkas import baca_teks
from inti.unggahan import PDF
from kerjasama.domain.cari import kata
from kerjasama.domain.khalayak import DALAM, SEMUA_PIHAK
from kerjasama.models import (
    IndeksNaskah,
    KataIndeks,
    Mitra,
    NamaMitra,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
    PerangkatDaerah,
    PosisiIndeks,
)
from kerjasama.queries.berkas_dicari import berkas_dicari, semua_sumber, terbaca
from kerjasama.queries.cari import teks_naskah, untuk_temuan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from django.db.models import QuerySet

    from kerjasama.queries.berkas_dicari import BerkasDicari

    BarisJejak = tuple[int, str, int | None]

POSISI = "naskah"
BARIS_SEKALIGUS = 1_000
NASKAH_SEKALIGUS = 500
# All the text of one row; a tsvector holds no more than a megabyte.
TEKS_TERPANJANG = 400_000
# Which naskah a line in the trail is about, by the model of its object.
ASAL: dict[str, Callable[[set[int]], QuerySet[Any, Any]]] = {
    Naskah._meta.label_lower: lambda pk: Naskah.objects.filter(pk__in=pk).values_list("pk"),
    Mitra._meta.label_lower: lambda pk: ParaPihak.objects.filter(mitra__in=pk).values_list(
        "naskah"
    ),
    PerangkatDaerah._meta.label_lower: lambda pk: NaskahPerangkatDaerah.objects.filter(
        perangkat_daerah__in=pk
    ).values_list("naskah"),
}


def ikuti_jejak() -> int:
    """Bring the index in line with what changed since; returns how many naskah."""
    posisi, _ = PosisiIndeks.objects.get_or_create(nama=POSISI)
    while baris := _baris_berikut(posisi):
        terubah = _naskah_terubah(baris)
        akhir = baris[-1][0]
        with transaction.atomic():
            sendiri = PosisiIndeks.objects.filter(pk=posisi.pk, jejak=posisi.jejak)
            if not sendiri.update(jejak=akhir):
                return 0  # another runner is at it
            for awal in range(0, len(terubah), NASKAH_SEKALIGUS):
                _tulis(terubah[awal : awal + NASKAH_SEKALIGUS])
        if terubah:
            return len(terubah)
        posisi.jejak = akhir
    return 0


def baca_dokumen() -> int:
    """Read the PDFs of one naskah that waits for it; returns how many naskah that was."""
    menunggu = IndeksNaskah.objects.filter(menunggu=True).order_by("naskah")
    pk = menunggu.values_list("naskah", flat=True).first()
    if pk is None:
        return 0
    for milik in berkas_dicari(Naskah.objects.filter(pk=pk)).values():
        for satu in milik:
            if satu.tipe == PDF and not _sudah_dibaca(satu.sha256):
                baca_teks(Berkas.objects.filter(sha256=satu.sha256).earliest("pk"))
    with transaction.atomic():
        _kunci()
        _tulis([pk])
    return 1


def lengkapi() -> int:
    """Nightly: what entered the register without leaving a line; returns how many naskah."""
    return _susun(Naskah.objects.filter(indeks=None).order_by("pk").values_list("pk", flat=True))


def susun_ulang() -> int:
    """Everything anew; returns how many naskah."""
    KataIndeks.objects.all().delete()
    return _susun(Naskah.objects.order_by("pk").values_list("pk", flat=True))


def lompati() -> None:
    """What the trail tells so far stands in the index already; whoever wrote it saw to that."""
    akhir = JejakAudit.objects.order_by("-pk").values_list("pk", flat=True).first()
    PosisiIndeks.objects.update_or_create(nama=POSISI, defaults={"jejak": akhir or 0})


def _susun(kunci: Iterable[int]) -> int:
    semua = list(kunci)
    for awal in range(0, len(semua), NASKAH_SEKALIGUS):
        with transaction.atomic():
            _kunci()
            _tulis(semua[awal : awal + NASKAH_SEKALIGUS])
    return len(semua)


def _kunci() -> None:
    """One writer at a time, so that nobody writes over what was read later."""
    PosisiIndeks.objects.get_or_create(nama=POSISI)
    PosisiIndeks.objects.select_for_update().get(nama=POSISI)


def _baris_berikut(posisi: PosisiIndeks) -> list[BarisJejak]:
    jejak = JejakAudit.objects.filter(pk__gt=posisi.jejak).order_by("pk")
    return list(jejak.values_list("pk", "objek_jenis", "objek_id")[:BARIS_SEKALIGUS])


def _naskah_terubah(baris: Sequence[BarisJejak]) -> list[int]:
    terubah: set[int] = set()
    for jenis, naskah_dari in [*ASAL.items(), *_asal_berkas()]:
        if kunci := {pk for _, asal, pk in baris if asal == jenis and pk}:
            terubah.update(pk for (pk,) in naskah_dari(kunci))
    return sorted(terubah)


def _asal_berkas() -> Iterator[tuple[str, Callable[[set[int]], QuerySet[Any, Any]]]]:
    """The same for what files hang on."""
    for sumber in semua_sumber():
        for semua, naskah in sumber.jejak.items():
            yield semua().model._meta.label_lower, partial(_naskah_dari, semua, naskah)


def _naskah_dari(
    semua: Callable[[], QuerySet[Any]], naskah: str, pk: set[int]
) -> QuerySet[Any, Any]:
    return semua().filter(pk__in=pk).values_list(naskah)


def _tulis(kunci: Sequence[int]) -> None:
    """The rows of these naskah, as the register stands now."""
    naskah = list(untuk_temuan(Naskah.objects.filter(pk__in=kunci)))
    dokumen = {
        pk: [b for b in milik if b.tipe == PDF] for pk, milik in berkas_dicari(naskah).items()
    }
    sidik = {b.sha256 for milik in dokumen.values() for b in milik}
    teks = TeksBerkas.objects.filter(sha256__in=sidik).values_list("sha256", "teks")
    isi = {sha256: kata(satu) for sha256, satu in teks}
    nama_lama: dict[int, list[str]] = defaultdict(list)
    for pk, nama in NamaMitra.objects.filter(mitra__pihak__naskah__in=kunci).values_list(
        "mitra__pihak__naskah", "nama"
    ):
        nama_lama[pk].append(nama)
    baris: list[IndeksNaskah] = []
    perbendaharaan: set[str] = set()
    for satu in naskah:
        pokok = [k for t in (*teks_naskah(satu), *nama_lama[satu.pk]) for k in kata(t)]
        perbendaharaan.update(k for k in pokok if k.isalpha())
        baris += _baris_naskah(satu, pokok, dokumen[satu.pk], isi)
    perbendaharaan.update(k for satu in isi.values() for k in satu if k.isalpha())
    IndeksNaskah.objects.bulk_create(
        baris,
        update_conflicts=True,
        unique_fields=["naskah", "khalayak"],
        update_fields=["teks", "menunggu", "disusun_pada"],
    )
    _buang_sisa(kunci, baris)
    catat_kata(perbendaharaan)


def _baris_naskah(
    naskah: Naskah,
    pokok: list[str],
    dokumen: list[BerkasDicari],
    isi: dict[str, list[str]],
) -> Iterator[IndeksNaskah]:
    """One for all parties; where a file is not for all, one for everybody who may read it."""
    lain = {b.khalayak for b in dokumen} - {SEMUA_PIHAK}
    menunggu = any(b.sha256 not in isi for b in dokumen)
    for khalayak in sorted({SEMUA_PIHAK, *lain, *([DALAM] if lain else [])}):
        berkas = terbaca(dokumen, (SEMUA_PIHAK, khalayak))
        sidik = dict.fromkeys(b.sha256 for b in berkas)  # the same file in two places: once
        semua = pokok + [k for s in sidik for k in isi.get(s, ())]
        teks = " ".join(semua)[:TEKS_TERPANJANG]
        yield IndeksNaskah(
            naskah=naskah,
            khalayak=khalayak,
            teks=teks,
            menunggu=menunggu and khalayak == SEMUA_PIHAK,
        )


def _buang_sisa(kunci: Sequence[int], baris: Iterable[IndeksNaskah]) -> None:
    """Rows of a khalayak that has no file of its own any more."""
    tetap = {(b.naskah_id, b.khalayak) for b in baris}
    khusus = IndeksNaskah.objects.filter(naskah__in=kunci).exclude(khalayak=SEMUA_PIHAK)
    sisa = [
        pk
        for pk, *satu in khusus.values_list("pk", "naskah", "khalayak")
        if tuple(satu) not in tetap
    ]
    if sisa:
        IndeksNaskah.objects.filter(pk__in=sisa).delete()


def catat_kata(perbendaharaan: set[str]) -> None:
    """Words of the register that a misspelt one may have meant."""
    # Not asked for first: for many words PostgreSQL would go through the trigrams, for seconds.
    baru = [KataIndeks(kata=k) for k in sorted(perbendaharaan)]
    KataIndeks.objects.bulk_create(baru, ignore_conflicts=True, batch_size=500)


def _sudah_dibaca(sha256: str) -> bool:
    return TeksBerkas.objects.filter(sha256=sha256).exists()
