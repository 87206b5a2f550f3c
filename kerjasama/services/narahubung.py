"""Contact persons of a mitra, or of one mitra for one naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.models import Mitra, Narahubung, Naskah, ParaPihak
from kerjasama.services.mitra import buka as buka_mitra

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def tambah(
    milik: Mitra | ParaPihak, data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> Narahubung:
    """One person more; who becomes `utama` takes the place of the one before."""
    pakai_kunci(kunci, oleh=oleh)
    tempat = "pihak"
    if isinstance(milik, Mitra):
        tempat, milik = "mitra", buka_mitra(milik.pk)
    else:
        _kunci_pihak(milik)
    orang = Narahubung(**{tempat: milik}, **data)
    _simpan(orang)
    audit.catat("narahubung.tambah", _pemilik(orang), oleh=oleh, **_isi(orang, data))
    return orang


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Narahubung:
    """Change what is known of the person; the trail holds what was and what is."""
    orang = Narahubung.objects.select_for_update(of=("self",)).get(pk=pk)
    beda = isi_kolom(orang, data, asal=asal)
    if not beda:
        return orang
    _simpan(orang)
    audit.catat("narahubung.ubah", _pemilik(orang), oleh=oleh, orang=orang.nama, nilai=beda)
    return orang


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Take the person off the list; the trail keeps what was known."""
    orang = Narahubung.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if orang is None:
        raise AturanDilanggar("Narahubung ini baru saja dihapus orang lain.")
    kolom = ("nama", "jabatan", "telepon", "surel")
    isi = {n: getattr(orang, n) for n in kolom}
    audit.catat("narahubung.hapus", _pemilik(orang), oleh=oleh, **_isi(orang, isi))
    orang.delete()


def _kunci_pihak(pihak: ParaPihak) -> None:
    """Hold its naskah: the party may be taken out, or become one with another, meanwhile."""
    Naskah.objects.select_for_update(of=("self",)).get(pk=pihak.naskah_id)
    if not ParaPihak.objects.filter(pk=pihak.pk).exists():
        raise AturanDilanggar("Pihak ini baru saja dikeluarkan dari naskah. Muat ulang halaman.")


def _simpan(orang: Narahubung) -> None:
    """Write; at most one of a mitra or of a party is the main one."""
    try:
        with transaction.atomic():
            if orang.utama:
                sejawat = Narahubung.objects.filter(mitra=orang.mitra_id, pihak=orang.pihak_id)
                sejawat.filter(utama=True).exclude(pk=orang.pk).update(utama=False)
            orang.save()
    except IntegrityError as error:
        raise AturanDilanggar(
            "Narahubung utama baru saja ditetapkan orang lain. Muat ulang halaman."
        ) from error


def _pemilik(orang: Narahubung) -> Mitra | Naskah:
    """In whose trail the line stands."""
    if orang.mitra:
        return orang.mitra
    return Naskah.objects.get(pihak__narahubung=orang)


def _isi(orang: Narahubung, data: dict[str, Any]) -> dict[str, Any]:
    pihak = {"pihak": str(orang.pihak)} if orang.pihak_id else {}
    return {"orang" if n == "nama" else n: v for n, v in data.items()} | pihak
