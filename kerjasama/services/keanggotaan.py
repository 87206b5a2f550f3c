"""The door to the portal: a person is let into a mitra or a unit, and out again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from inti import audit
from inti.models import Jabatan
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services import akun
from inti.services.sekali import pakai_kunci
from kerjasama import kabar
from kerjasama.domain.keanggotaan import periksa_buka, periksa_tugas, periksa_tutup
from kerjasama.models import Keanggotaan, Mitra, PerangkatDaerah
from kerjasama.services.mitra import buka as buka_mitra

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def buka(
    tempat: Mitra | PerangkatDaerah,
    pengguna: Pengguna,
    *,
    mulai: date,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Keanggotaan:
    """From `mulai` on the person sees what the mitra or the unit sees."""
    pakai_kunci(kunci, oleh=oleh)
    wajib(periksa_buka(mulai, per=timezone.localdate()))
    kolom = "perangkat_daerah"
    if isinstance(tempat, Mitra):
        kolom, tempat = "mitra", buka_mitra(tempat.pk)
    masih = Q(selesai=None) | Q(selesai__gte=mulai)
    if Keanggotaan.objects.filter(masih, pengguna=pengguna, **{kolom: tempat}).exists():
        raise AturanDilanggar(f"{pengguna} sudah memiliki akses di {tempat}.")
    try:
        with transaction.atomic():
            anggota = Keanggotaan.objects.create(pengguna=pengguna, mulai=mulai, **{kolom: tempat})
    except IntegrityError as error:
        raise AturanDilanggar(f"{pengguna} sudah memiliki akses di {tempat}.") from error
    audit.catat("keanggotaan.buka", tempat, oleh=oleh, pengguna=str(pengguna), mulai=mulai)
    return anggota


@transaction.atomic
def undang(
    tempat: Mitra | PerangkatDaerah,
    data: dict[str, Any],
    *,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Keanggotaan:
    """A new account with access to this place alone, from today on; its owner is invited.

    Raises AkunSudahAdaError when the address belongs to somebody: that account is let in by staff.
    """
    kode = "pengguna-mitra" if isinstance(tempat, Mitra) else "pengguna-pd"
    pengguna = akun.buat(data, jabatan=Jabatan.objects.get(kode=kode), oleh=oleh, kunci=kunci)
    return buka(tempat, pengguna, mulai=timezone.localdate(), oleh=oleh)


@transaction.atomic
def tetapkan_tugas(
    pk: int, *, penanggung_jawab: bool, oleh: Pengguna, oleh_staf: bool
) -> Keanggotaan:
    """Make a member of a mitra its penanggung jawab, or pengisi again; tell that person.

    The mitra is held, so that two people cannot take each other out at once.
    """
    mitra_pk = Keanggotaan.objects.values_list("mitra", flat=True).get(pk=pk)
    Mitra.objects.select_for_update(of=("self",)).filter(pk=mitra_pk).first()
    semua = Keanggotaan.objects.select_for_update(of=("self",))
    anggota = semua.select_related("pengguna", "mitra").get(pk=pk)
    lain = Keanggotaan.objects.aktif().penanggung_jawab().filter(mitra=mitra_pk).exclude(pk=pk)
    wajib(
        periksa_tugas(
            mitra=mitra_pk is not None,
            tertutup=anggota.selesai is not None and anggota.selesai < timezone.localdate(),
            dijadikan=penanggung_jawab,
            semula=anggota.penanggung_jawab,
            ada_lain=lain.exists(),
            oleh_staf=oleh_staf,
        )
    )
    sama = Keanggotaan.objects.filter(pk=pk, penanggung_jawab=not penanggung_jawab)
    if not sama.update(penanggung_jawab=penanggung_jawab):
        raise AturanDilanggar("Tugas ini baru saja diubah orang lain. Muat ulang halaman.")
    anggota.penanggung_jawab = penanggung_jawab
    jejak = audit.catat(
        "keanggotaan.tetapkan",
        anggota.mitra or anggota,
        oleh=oleh,
        pengguna=str(anggota.pengguna),
        tugas=anggota.tugas,
    )
    antrekan(
        jejak,
        kepada=[anggota.pengguna],
        pesan=kabar.TUGAS_PORTAL.tulis(mitra=anggota.mitra, tugas=anggota.tugas.lower()),
        tautan="/portal/",
    )
    return anggota


@transaction.atomic
def tutup(pk: int, *, sampai: date | None, oleh: Pengguna) -> None:
    """The last day of access; None closes at once.

    Access given today and closed at once leaves no row, for it was not held for a day; the trail
    has both lines.
    """
    hari_ini = timezone.localdate()
    akhir = sampai or hari_ini - timedelta(days=1)
    semua = Keanggotaan.objects.select_for_update(of=("self",))
    anggota = semua.filter(pk=pk).first()
    if anggota is None:
        raise AturanDilanggar("Akses ini sudah ditutup.")
    wajib(periksa_tutup(anggota.selesai, sampai=akhir, per=hari_ini))
    baris = Keanggotaan.objects.filter(pk=pk, selesai=anggota.selesai)
    jumlah = baris.delete()[0] if akhir < anggota.mulai else baris.update(selesai=akhir)
    if not jumlah:
        raise AturanDilanggar("Akses ini baru saja diubah orang lain. Muat ulang halaman.")
    tempat: Any = anggota.mitra or anggota.perangkat_daerah
    audit.catat(
        "keanggotaan.tutup",
        tempat,
        oleh=oleh,
        pengguna=str(anggota.pengguna),
        mulai=anggota.mulai,
        sampai=akhir,
    )
