"""Making the berkas lengkap: asked for by a row, packed outside any transaction, kept a while."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.antrean import kuras
from inti.models import Berkas
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar
from inti.services.berkas import hapus, sapu_singgah, simpan_sementara, tempat_singgah
from kerjasama.models import Naskah
from kerjasama.queries.naskah import untuk_rincian
from pelaporan import kabar
from pelaporan.domain.berkas_lengkap import slug
from pelaporan.enums import StatusBerkasLengkap as Status
from pelaporan.models import BerkasLengkap
from pelaporan.queries.berkas_lengkap import kumpulkan, sidik_hak
from pelaporan.services.arsip import ZIP, rakit, tulis
from pelaporan.services.pekerjaan import TAK_TERSIMPAN, coba

if TYPE_CHECKING:
    from pathlib import Path

    from inti.models import Pengguna
    from pelaporan.domain.berkas_lengkap import Anggota

TERBESAR = 2 * 1024**3
TAK_TERLIHAT = "Anda tidak lagi dapat melihat naskah ini."
TERLALU_BESAR = "Seluruh berkas naskah ini lebih dari 2 GB. Unduh dokumennya satu per satu."


@transaction.atomic
def minta(naskah_pk: int, *, oleh: Pengguna) -> BerkasLengkap:
    """Queue one. Raises AturanDilanggar while the last one asked for is still being made."""
    naskah = Naskah.objects.get(pk=naskah_pk)
    try:
        with transaction.atomic():
            satu = BerkasLengkap.objects.create(
                naskah=naskah, diminta_oleh=oleh, langkah="Menunggu giliran"
            )
    except IntegrityError as error:
        msg = "Berkas lengkap naskah ini sedang disusun untuk Anda."
        raise AturanDilanggar(msg) from error
    audit.catat("berkas_lengkap.minta", satu, oleh=oleh)
    return satu


def kerjakan_antrean(limit: int = 3) -> int:
    """Make what waits, each row once and by one taker."""
    return kuras(BerkasLengkap.objects.siap_dikerjakan(timezone.now()), kerjakan, limit=limit)


def kerjakan(pk: int) -> None:
    """Pack one claimed row; a failure is tried again, then shown with its reason."""
    satu = BerkasLengkap.objects.select_related("naskah", "diminta_oleh").get(pk=pk)
    coba(satu, lambda: _kemas_singgah(satu), partial(_gagal, satu))


def _kemas_singgah(satu: BerkasLengkap) -> None:
    """What no further attempt would mend fails at once; nothing stays behind."""
    sementara = tempat_singgah()
    try:
        _kemas(satu, sementara)
    except Naskah.DoesNotExist:
        _gagal(satu, TAK_TERLIHAT, tetap=True)
    except AturanDilanggar as error:
        _gagal(satu, error.alasan, tetap=True)
    finally:
        sementara.unlink(missing_ok=True)


def kedaluwarsakan() -> int:
    """Housekeeping: files past their time go, the rows stay; returns how many went."""
    lewat = list(BerkasLengkap.objects.lewat_pada(timezone.now()).select_related("berkas"))
    for satu in lewat:
        _lepas(satu)
    sapu_singgah()
    return len(lewat)


def bersihkan(*, uji_coba: bool) -> int:
    """The same for housekeeping by hand; `uji_coba` only counts."""
    lewat = BerkasLengkap.objects.lewat_pada(timezone.now())
    return lewat.count() if uji_coba else kedaluwarsakan()


def _kemas(satu: BerkasLengkap, sementara: Path) -> None:
    """The rights are taken before the facts: who loses some meanwhile gets no download."""
    pengguna = satu.diminta_oleh
    hak = sidik_hak(pengguna)
    _maju(satu, 5, "Mengumpulkan data")
    naskah = untuk_rincian(Naskah.objects.terlihat_oleh(pengguna)).get(pk=satu.naskah_id)
    anggota = rakit(naskah, kumpulkan(naskah, pengguna))
    _muat(anggota)
    tulis(sementara, anggota, lambda p: _maju(satu, 10 + p * 85 // 100, "Mengemas berkas"))
    _selesai(satu, sementara, anggota, hak)


def _muat(anggota: list[Anggota]) -> None:
    """There is room for it on the disk, and in whatever has to unpack it."""
    seluruh = sum(a.ukuran for a in anggota)
    if seluruh > TERBESAR:
        raise AturanDilanggar(TERLALU_BESAR)
    if shutil.disk_usage(settings.BERKAS_DIR).free - seluruh < settings.CADANGAN_DISK:
        raise OSError(TAK_TERSIMPAN)


def _maju(satu: BerkasLengkap, persen: int, langkah: str) -> None:
    """Also a sign of life: a long one must not be taken for stale."""
    BerkasLengkap.objects.dipegang(satu).update(
        persen=persen, langkah=langkah, diambil_pada=timezone.now()
    )


@transaction.atomic
def _selesai(satu: BerkasLengkap, sementara: Path, anggota: list[Anggota], hak: str) -> None:
    """Keep it in place of the one before; whoever lost the claim meanwhile writes nothing."""
    if not BerkasLengkap.objects.dipegang(satu).exists():
        return
    nama = f"berkas-lengkap-{slug(str(satu.naskah))[:80]}.zip"
    berkas = simpan_sementara(sementara, nama=nama, tipe=ZIP, oleh=None)
    kini = timezone.now()
    siap = BerkasLengkap.objects.dipegang(satu).update(
        status=Status.SIAP,
        persen=100,
        langkah="Siap",
        hak=hak,
        berkas=berkas,
        jumlah=len(anggota),
        manifes=anggota[-1].sha256,
        selesai_pada=kini,
        kedaluwarsa_pada=kini + timedelta(days=settings.BERKAS_LENGKAP_HARI),
        kesalahan="",
    )
    if not siap:
        transaction.set_rollback(True)
        return
    lama = BerkasLengkap.objects.filter(
        naskah=satu.naskah_id, diminta_oleh=satu.diminta_oleh_id, status=Status.SIAP
    )
    for satu_lama in lama.exclude(pk=satu.pk).select_related("berkas"):
        _lepas(satu_lama)
    jejak = audit.catat("berkas_lengkap.terbitkan", satu, oleh=None, manifes=anggota[-1].sha256)
    antrekan(
        jejak,
        kepada=[satu.diminta_oleh],
        pesan=kabar.BERKAS_LENGKAP_SIAP.tulis(
            berkas=satu, judul=satu.naskah.judul, hari=settings.BERKAS_LENGKAP_HARI
        ),
        tautan=f"/pelaporan/berkas-lengkap/naskah/{satu.naskah_id}/",
        jenis=kabar.BERKAS_LENGKAP_SIAP.jenis,
    )


@transaction.atomic
def _lepas(satu: BerkasLengkap) -> None:
    """The file goes; that there was one stays. Nothing when someone else did it."""
    berkas = satu.berkas
    lepas = BerkasLengkap.objects.filter(pk=satu.pk, status=Status.SIAP)
    if lepas.update(status=Status.KEDALUWARSA, berkas=None) and isinstance(berkas, Berkas):
        hapus(berkas)


@transaction.atomic
def _gagal(satu: BerkasLengkap, sebab: str, *, tetap: bool = False) -> None:
    """What failed for good stands in the trail."""
    if BerkasLengkap.objects.gagalkan(satu, sebab, tetap=tetap):
        audit.catat("berkas_lengkap.gagal", satu, oleh=None, sebab=sebab[:500])
