"""Seats that many may hold, given to an account and ended; single seats are appointed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan, Pengguna
from inti.putusan import AturanDilanggar, tolak, wajib

if TYPE_CHECKING:
    from inti.models import Jabatan


@transaction.atomic
def beri(pk: int, *, jabatan: Jabatan, oleh: Pengguna) -> None:
    """The seat from today on."""
    pengguna = _kunci(pk, oleh=oleh)
    hari_ini = timezone.localdate()
    if jabatan.tunggal:
        wajib(tolak(f"{jabatan} diisi melalui pengangkatan pada halaman Tim Pengawasan."))
    if not pengguna.is_active:
        wajib(tolak("Akun ini nonaktif; aktifkan lebih dahulu."))
    kursi = PemangkuJabatan.objects.belum_berakhir(hari_ini)
    if kursi.filter(pengguna=pengguna, jabatan=jabatan).exists():
        wajib(tolak(f"{pengguna} masih memangku {jabatan} hari ini."))
    PemangkuJabatan.objects.create(jabatan=jabatan, pengguna=pengguna, mulai=hari_ini)
    audit.catat("pemangku_jabatan.angkat", pengguna, oleh=oleh, catatan=str(jabatan))


@transaction.atomic
def akhiri(pk: int, *, pemangku: int, oleh: Pengguna) -> None:
    """Today is the last day in the seat."""
    pengguna = _kunci(pk, oleh=oleh)
    hari_ini = timezone.localdate()
    kursi = pengguna.pemangku.berlaku_pada(hari_ini).filter(pk=pemangku, jabatan__tunggal=False)
    satu = kursi.select_related("jabatan").first()
    if satu is None or satu.selesai == hari_ini:
        raise AturanDilanggar("Jabatan ini sudah diakhiri. Muat ulang halaman.")
    kursi.update(selesai=hari_ini)
    catatan = f"{satu.jabatan}, hari terakhir {tanggal_indonesia(hari_ini)}"
    audit.catat("pemangku_jabatan.akhiri", pengguna, oleh=oleh, catatan=catatan)


def _kunci(pk: int, *, oleh: Pengguna) -> Pengguna:
    """The account, locked; nobody gives themselves a power, or takes their own."""
    if pk == oleh.pk:
        wajib(tolak("Jabatan Anda sendiri dicatat administrator lain."))
    pengguna: Pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    return pengguna
