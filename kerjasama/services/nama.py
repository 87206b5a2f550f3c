"""Names over time: a mitra or a unit is renamed, or was called otherwise before the register."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from kerjasama.domain.nama import MasaNama, periksa_ganti, periksa_nama_lama
from kerjasama.models import Mitra, NamaMitra, PerangkatDaerah
from kerjasama.services import baris_nama
from kerjasama.services.mitra import buka as buka_mitra
from kerjasama.services.mitra import simpan as simpan_mitra
from kerjasama.services.mitra import wajib_bebas
from kerjasama.services.perangkat_daerah import simpan as simpan_unit

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna

SEHARI = timedelta(days=1)
AWALAN = {Mitra: "mitra", PerangkatDaerah: "perangkat_daerah"}
Jenis = type[Mitra] | type[PerangkatDaerah]


@transaction.atomic
def ganti_nama(
    jenis: Jenis, pk: int, *, nama: str, mulai: date, dasar: str, oleh: Pengguna
) -> Mitra | PerangkatDaerah:
    """From `mulai` on it is called `nama`; documents of earlier days keep the name before.

    Raises AturanDilanggar when the name is taken, the day lies ahead, or is not after the
    beginning of the present name.
    """
    objek = _kunci(jenis, pk)
    lama, kini = objek.nama, baris_nama.kini(objek)
    hari_ini = timezone.localdate()
    wajib(periksa_ganti(lama, nama, mulai=mulai, mulai_lama=kini.mulai, per=hari_ini))
    tertutup = objek.riwayat_nama.filter(pk=kini.pk, sampai=None)
    if not tertutup.update(sampai=mulai - SEHARI, nama=lama):
        raise AturanDilanggar("Nama ini baru saja berubah. Muat ulang halaman.")
    baris_nama.tambah(objek, nama, mulai=mulai, dasar=dasar)
    objek.nama = nama
    _simpan(objek)
    audit.catat(
        f"{AWALAN[jenis]}.ganti_nama", objek, oleh=oleh, nama=[lama, nama], mulai=mulai, dasar=dasar
    )
    return objek


@transaction.atomic
def catat_nama_lama(
    jenis: Jenis,
    pk: int,
    *,
    nama: str,
    mulai: date | None,
    sampai: date,
    dasar: str,
    oleh: Pengguna,
) -> Mitra | PerangkatDaerah:
    """What it was called before every name the register knows, through `sampai`."""
    objek = _kunci(jenis, pk)
    baris_nama.kini(objek)
    riwayat: Any = objek.riwayat_nama
    terawal = riwayat.resmi().order_by(F("mulai").asc(nulls_first=True), "pk")[0]
    masa = MasaNama(terawal.nama, terawal.mulai, terawal.sampai)
    wajib(periksa_nama_lama(masa, mulai=mulai, sampai=sampai, per=timezone.localdate()))
    # Where its first day was not known, it is now.
    riwayat.filter(pk=terawal.pk, mulai=None).update(mulai=sampai + SEHARI)
    baru = baris_nama.tambah(objek, nama, mulai=mulai, sampai=sampai, dasar=dasar)
    if isinstance(baru, NamaMitra):
        wajib_bebas(baru.kunci, milik=objek.pk)
        riwayat.filter(lain=True, kunci=baru.kunci).delete()
    audit.catat(
        f"{AWALAN[jenis]}.catat_nama_lama",
        objek,
        oleh=oleh,
        nama=nama,
        mulai=mulai,
        sampai=sampai,
        dasar=dasar,
    )
    return objek


def _kunci(jenis: Jenis, pk: int) -> Mitra | PerangkatDaerah:
    """The row, held until the end of the transaction: names of one owner change one by one."""
    if issubclass(jenis, Mitra):
        return buka_mitra(pk)
    return jenis.objects.select_for_update(of=("self",)).get(pk=pk)


def _simpan(objek: Mitra | PerangkatDaerah) -> None:
    if isinstance(objek, Mitra):
        simpan_mitra(objek)
    else:
        simpan_unit(objek)
