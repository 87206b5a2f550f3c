"""The decree that sets the team: recorded, corrected, and taken out while nothing hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, semua, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.kolom import KolomBerubah, isi_kolom
from inti.services.sekali import pakai_kunci
from pengawasan.domain.keputusan_tim import periksa_hapus, periksa_masa, periksa_susunan
from pengawasan.models import AnggotaKeputusanTim, KeputusanTim, VersiKeputusanTim
from pengawasan.queries.keputusan_tim import dalam_masa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa

    Anggota = Sequence[Mapping[str, Any]]

SUDAH_ADA = "Sudah ada Keputusan dengan nomor itu, atau yang berlaku mulai hari itu."


@transaction.atomic
def catat(
    data: Mapping[str, Any],
    *,
    anggota: Anggota,
    oleh: Pengguna,
    berkas: Diperiksa | None = None,
    kunci: UUID | None = None,
) -> KeputusanTim:
    """A decree with its team; the one that was in force ends the day before it begins.

    Raises AturanDilanggar for a number or a first day that is taken.
    """
    pakai_kunci(kunci, oleh=oleh)
    _periksa(data, anggota)
    keputusan = KeputusanTim(**data, dicatat_oleh=oleh)
    try:
        with transaction.atomic():
            keputusan.save(force_insert=True)
    except IntegrityError as error:
        raise AturanDilanggar(SUDAH_ADA) from error
    _ganti_anggota(keputusan, anggota)
    if berkas:
        _tambah_berkas(keputusan, berkas, oleh=oleh)
    audit.catat(
        "keputusan_tim.catat",
        keputusan,
        oleh=oleh,
        mulai=keputusan.mulai,
        selesai=keputusan.selesai,
        anggota=_sebut(keputusan),
    )
    return keputusan


@transaction.atomic
def ubah(
    pk: int,
    data: Mapping[str, Any],
    *,
    anggota: Anggota,
    versi: int,
    catatan: str,
    oleh: Pengguna,
    berkas: Diperiksa | None = None,
) -> KeputusanTim:
    """Correct a decree that was read at `versi`, and say why; what was stays in the trail."""
    keputusan = KeputusanTim.objects.get(pk=pk)
    _periksa(data, anggota)
    beda = isi_kolom(keputusan, data)
    baris = KeputusanTim.objects.filter(pk=pk, versi=versi)
    try:
        with transaction.atomic():
            ditulis = baris.update(versi=F("versi") + 1, **data)
    except IntegrityError as error:
        raise AturanDilanggar(SUDAH_ADA) from error
    if not ditulis:
        raise KolomBerubah
    keputusan.refresh_from_db()
    semula = _sebut(keputusan)
    _ganti_anggota(keputusan, anggota)
    if (kini := _sebut(keputusan)) != semula:
        beda["anggota"] = [semula, kini]
    if berkas:
        beda["berkas"] = ["", str(_tambah_berkas(keputusan, berkas, oleh=oleh))]
    if beda:
        audit.catat("keputusan_tim.ubah", keputusan, oleh=oleh, catatan=catatan, nilai=beda)
    return keputusan


@transaction.atomic
def hapus(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Take out what was recorded by mistake; the trail keeps its content, the store its files."""
    KeputusanTim.objects.select_for_update(of=("self",)).get(pk=pk)
    keputusan = KeputusanTim.objects.bermasa().get(pk=pk)
    ada = dalam_masa(keputusan)
    wajib(periksa_hapus(pembinaan=ada.pembinaan, surat_tugas=ada.surat_tugas))
    audit.catat(
        "keputusan_tim.hapus",
        keputusan,
        oleh=oleh,
        catatan=alasan,
        tanggal=keputusan.tanggal,
        tentang=keputusan.tentang,
        mulai=keputusan.mulai,
        selesai=keputusan.selesai,
        anggota=_sebut(keputusan),
        berkas=[v.berkas.sha256 for v in keputusan.berkas.select_related("berkas")],
    )
    keputusan.delete()


def _periksa(data: Mapping[str, Any], anggota: Anggota) -> None:
    wajib(
        semua(
            periksa_masa(
                data["tanggal"], data["mulai"], data["selesai"], hari_ini=timezone.localdate()
            ),
            periksa_susunan([satu["kedudukan"] for satu in anggota]),
        )
    )


def _ganti_anggota(keputusan: KeputusanTim, anggota: Anggota) -> None:
    keputusan.anggota.all().delete()
    AnggotaKeputusanTim.objects.bulk_create(
        AnggotaKeputusanTim(keputusan=keputusan, urutan=n, **satu)
        for n, satu in enumerate(anggota, start=1)
    )


def _sebut(keputusan: KeputusanTim) -> list[str]:
    """The team as the trail keeps it: one line per seat, in order."""
    baris = keputusan.anggota.select_related("perangkat_daerah")
    return [
        "; ".join(filter(None, (s.get_kedudukan_display(), s.jabatan, s.nama, s.unit)))
        for s in baris
    ]


def _tambah_berkas(
    keputusan: KeputusanTim, berkas: Diperiksa, *, oleh: Pengguna
) -> VersiKeputusanTim:
    """The next version; whoever writes it holds the row of the decree."""
    return keputusan.berkas.create(
        ke=keputusan.berkas.count() + 1, berkas=simpan_unggahan(berkas, oleh=oleh)
    )
