"""Keeping filters under a name. A convenience of one person, so the trail does not hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti.models import Pengguna, SaringanTersimpan
from inti.putusan import AturanDilanggar

if TYPE_CHECKING:
    from django.db.models import QuerySet

TERBANYAK = 20


@transaction.atomic
def simpan(halaman: str, kueri: str, *, nama: str, bawaan: bool, oleh: Pengguna) -> None:
    """Under this name from now on; what the name stood for before is replaced."""
    milik = _milik(halaman, oleh)
    if milik.exclude(nama=nama).count() >= TERBANYAK:
        pesan = f"Paling banyak {TERBANYAK} saringan per daftar. Hapus yang tidak dipakai lagi."
        raise AturanDilanggar(pesan)
    if bawaan:
        milik.update(bawaan=False)
    milik.update_or_create(
        pengguna=oleh, halaman=halaman, nama=nama, defaults={"kueri": kueri, "bawaan": bawaan}
    )


@transaction.atomic
def ubah(pk: int, *, nama: str, bawaan: bool, oleh: Pengguna) -> None:
    """Another name, or applied by itself from now on."""
    satu = SaringanTersimpan.objects.get(pk=pk, pengguna=oleh)
    lain = _milik(satu.halaman, oleh).exclude(pk=pk)
    if lain.filter(nama=nama).exists():
        raise AturanDilanggar("Sudah ada saringan dengan nama itu pada daftar ini.")
    if bawaan:
        lain.update(bawaan=False)
    satu.nama, satu.bawaan = nama, bawaan
    satu.save(update_fields=["nama", "bawaan"])


def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Gone; the list itself stays as it is."""
    SaringanTersimpan.objects.filter(pk=pk, pengguna=oleh).delete()


def _milik(halaman: str, oleh: Pengguna) -> QuerySet[SaringanTersimpan]:
    """Held while it is written to: of two that want to be the one applied, one is."""
    Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    return SaringanTersimpan.objects.filter(pengguna=oleh, halaman=halaman)
