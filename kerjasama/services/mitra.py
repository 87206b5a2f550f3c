"""Recording partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.formats import rangkai
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.domain.kunci import kunci_nama
from kerjasama.models import Mitra, NamaMitra
from kerjasama.queries.mitra_lepas import menggantung, tanpa_gantungan
from kerjasama.services import baris_nama

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from inti.audit import Kejadian
    from inti.models import Pengguna


@transaction.atomic
def catat(data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None) -> Mitra:
    """A new partner. Raises AturanDilanggar when its name, folded, is already there."""
    pakai_kunci(kunci, oleh=oleh)
    mitra = _tulis(data)
    audit.catat_beragam([kejadian_baru(mitra)], oleh=oleh)
    return mitra


def _tulis(data: dict[str, Any]) -> Mitra:
    mitra = Mitra(**data)
    simpan(mitra)
    baris_nama.kini(mitra)
    return mitra


def kejadian_baru(mitra: Mitra) -> Kejadian:
    """What the trail says of a new partner."""
    return "mitra.catat", mitra, {"jenis": mitra.jenis}


def buka(pk: int) -> Mitra:
    """The row, held until the end of the transaction.

    Raises AturanDilanggar when it was merged or deleted.
    """
    mitra = Mitra.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if mitra is None:
        raise AturanDilanggar("Mitra ini baru saja dihapus orang lain.")
    if mitra.digabung_ke_id:
        raise AturanDilanggar(f"{mitra} sudah digabung ke mitra lain. Pakai mitra itu.")
    return mitra


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Mitra:
    """Change a partner; the trail holds what was and what is."""
    mitra = buka(pk)
    beda = isi_kolom(mitra, data, asal=asal)
    if not beda:
        return mitra
    simpan(mitra)
    if "nama" in beda:
        baris_nama.betulkan(mitra)
    audit.catat("mitra.ubah", mitra, oleh=oleh, nilai=beda)
    return mitra


def cari_atau_tulis(pihak: Sequence[dict[str, str]]) -> tuple[list[Mitra], list[Mitra]]:
    """The partners of these names (`nama`, `jenis`), in their order; and those of them written new.

    A name is found folded, and as a former one. Partners that are there are held before new ones
    are written, both always in the same order; the lines of the new ones (`kejadian_baru`) are left
    to the caller, because whoever has written one holds the end of the trail and must not wait
    for anybody.
    """
    menurut_kunci = {kunci_nama(p["nama"]): p for p in reversed(pihak)}
    ada = _para_pemilik(menurut_kunci)
    pegang({mitra.pk for mitra in ada.values()})
    belum = {k: menurut_kunci[k] for k in sorted(menurut_kunci.keys() - ada.keys())}
    baru = _tulis_semua(belum)
    ada |= {mitra.kunci: mitra for mitra in baru}
    for kunci in sorted(belum.keys() - ada.keys()):
        ada[kunci], sendiri = _tulis_sekali(kunci, belum[kunci])
        if sendiri:
            baru.append(ada[kunci])
    return [ada[kunci_nama(p["nama"])] for p in pihak], baru


def hapus_lepas(kunci: Collection[int], *, oleh: Pengguna) -> int:
    """Take out those of these partners that nothing names and nobody changed; how many."""
    jejak = JejakAudit.objects.filter(objek_jenis=Mitra._meta.label_lower, objek_id__in=kunci)
    disentuh = jejak.exclude(aksi="mitra.catat").values("objek_id")
    lepas = Mitra.objects.select_for_update(of=("self",)).filter(pk__in=kunci)
    lepas = tanpa_gantungan(lepas.exclude(pk__in=disentuh))
    semua = list(lepas.order_by("pk"))
    _hapus(semua, oleh=oleh)
    return len(semua)


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Take out a partner that was recorded by mistake; the trail of its entry stays.

    Raises AturanDilanggar, with what it is, when anything names the partner.
    """
    mitra = buka(pk)
    if ada := menggantung(mitra):
        sebab = rangkai([f"{satu.nama} ({satu.jumlah})" for satu in ada])
        raise AturanDilanggar(f"{mitra} masih disebut pada {sebab}.")
    _hapus([mitra], oleh=oleh)


def _hapus(semua: Sequence[Mitra], *, oleh: Pengguna) -> None:
    NamaMitra.objects.filter(mitra__in=semua).delete()
    baris = [(m, {"nama": m.nama}) for m in semua]
    Mitra.objects.filter(pk__in=[m.pk for m in semua]).delete()
    audit.catat_semua("mitra.hapus", baris, oleh=oleh)


def _tulis_semua(semua: Mapping[str, dict[str, str]]) -> list[Mitra]:
    """New partners in a few statements; none where somebody else took a name at the same moment."""
    baru = [Mitra(nama=m["nama"], jenis=m["jenis"], kunci=kunci) for kunci, m in semua.items()]
    try:
        with transaction.atomic():
            Mitra.objects.bulk_create(baru)
            NamaMitra.objects.bulk_create(
                NamaMitra(mitra=mitra, nama=mitra.nama, kunci=mitra.kunci) for mitra in baru
            )
            lain = NamaMitra.objects.filter(kunci__in=semua, mitra__digabung_ke=None)
            if lain.exclude(mitra__in=baru).exists():
                transaction.set_rollback(True)
                return []
    except IntegrityError:
        return []
    return baru


def _tulis_sekali(kunci: str, satu: dict[str, str]) -> tuple[Mitra, bool]:
    """A new partner; the one that somebody else wrote at the same moment (False), if one did."""
    try:
        with transaction.atomic():
            return _tulis({"nama": satu["nama"], "jenis": satu["jenis"]}), True
    except AturanDilanggar:
        ada = _para_pemilik([kunci])
        if kunci not in ada:
            raise
        return ada[kunci], False


def pegang(kunci: set[int]) -> None:
    """Hold partners, so that none is merged or deleted meanwhile; in the order of their keys.

    The database itself would look at them only at the end, when it is too late for a sentence.
    """
    semua = Mitra.objects.select_for_update(no_key=True).filter(pk__in=kunci).order_by("pk")
    if len(semua) < len(kunci):
        raise AturanDilanggar("Mitra yang dipilih baru saja dihapus. Pilih mitra lain.")
    for mitra in semua:
        if mitra.digabung_ke_id:
            raise AturanDilanggar(
                f"{mitra} sudah digabung ke mitra lain. Pilih mitra yang menggantikannya."
            )


def _para_pemilik(kunci: Collection[str]) -> dict[str, Mitra]:
    """Who carries each of the names, else who carried it; by key."""
    kini = {mitra.kunci: mitra for mitra in Mitra.objects.filter(kunci__in=kunci)}
    lama = NamaMitra.objects.filter(
        kunci__in=set(kunci) - kini.keys(), mitra__digabung_ke=None
    ).select_related("mitra")
    return {baris.kunci: baris.mitra for baris in lama.order_by("-pk")} | kini


def pemilik_nama(kunci: str) -> Mitra | None:
    """Who carries or carried the name, or had it from a merged twin."""
    nama = NamaMitra.objects.filter(kunci=kunci, mitra__digabung_ke=None)
    baris = nama.select_related("mitra").order_by("pk").first()
    return baris.mitra if baris else None


def wajib_bebas(kunci: str, *, milik: int | None) -> None:
    """Raises AturanDilanggar when another partner carries or carried the name."""
    nama = NamaMitra.objects.filter(kunci=kunci, mitra__digabung_ke=None).exclude(mitra=milik)
    if baris := nama.select_related("mitra").order_by("pk").first():
        raise AturanDilanggar(
            f"{baris.nama} tercatat sebagai nama {baris.mitra}. Pakai mitra itu, atau bedakan "
            "namanya."
        )


def simpan(mitra: Mitra) -> None:
    """Write with the key of its name; a name that is taken is refused with who has it."""
    mitra.kunci = kunci_nama(mitra.nama)
    try:
        with transaction.atomic():
            mitra.save()
    except IntegrityError as error:
        kembar = Mitra.objects.filter(kunci=mitra.kunci).exclude(pk=mitra.pk).first()
        raise AturanDilanggar(
            f"Mitra ini sudah tercatat sebagai {kembar}. Pakai yang sudah ada, atau perbaiki "
            "namanya."
        ) from error
    wajib_bebas(mitra.kunci, milik=mitra.pk)
