"""The only door of dated attachments: record, extend, correct, close, open again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, semua, tolak, wajib
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.domain.lampiran import (
    TRANSISI,
    periksa,
    periksa_masa,
    periksa_nama,
    periksa_terbuka,
)
from kerjasama.enums import AksiLampiran as Aksi
from kerjasama.enums import StatusLampiran as Status
from kerjasama.models import LampiranBertanggal, Naskah
from kerjasama.models.lampiran import KOLOM_MASA
from kerjasama.services.versi_berkas import simpan_baru, tambah_versi

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa

BERUBAH = "Lampiran ini baru saja berubah. Muat ulang halaman."


@transaction.atomic
def catat(
    naskah_pk: int,
    data: dict[str, Any],
    *,
    diperiksa: Diperiksa,
    keterangan: str = "",
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> LampiranBertanggal:
    """A new attachment with its first file; `data` are columns of it.

    Raises AturanDilanggar when the period is impossible or the file is kept already.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    lampiran = LampiranBertanggal(naskah=naskah, **data)
    _periksa(lampiran)
    berkas = simpan_baru(naskah, diperiksa, oleh=oleh)
    lampiran.save(force_insert=True)
    tambah_versi(lampiran, berkas, keterangan=keterangan, oleh=oleh, **_masa(lampiran))
    audit.catat(
        "lampiran.catat", lampiran, oleh=oleh, sampai=lampiran.berlaku_sampai, sha256=berkas.sha256
    )
    return lampiran


@transaction.atomic
def perbarui(
    pk: int,
    masa: dict[str, Any],
    *,
    diperiksa: Diperiksa,
    keterangan: str = "",
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> LampiranBertanggal:
    """A new version with its own number, value and period; the older ones stay as they were."""
    pakai_kunci(kunci, oleh=oleh)
    lampiran = _kunci(pk)
    semula = lampiran.berlaku_sampai
    for nama in KOLOM_MASA:
        setattr(lampiran, nama, masa[nama])
    _periksa(lampiran)
    berkas = simpan_baru(lampiran.naskah, diperiksa, oleh=oleh)
    versi = tambah_versi(lampiran, berkas, keterangan=keterangan, oleh=oleh, **_masa(lampiran))
    _tulis(pk, Status.AKTIF, **_masa(lampiran))
    audit.catat(
        "lampiran.perbarui",
        lampiran,
        oleh=oleh,
        versi=versi.ke,
        sampai=[semula, lampiran.berlaku_sampai],
        sha256=berkas.sha256,
    )
    return lampiran


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> LampiranBertanggal:
    """Correct what was recorded wrongly; the newest version is corrected with it."""
    lampiran = _kunci(pk)
    beda = isi_kolom(lampiran, data, asal=asal)
    if not beda:
        return lampiran
    _periksa(lampiran)
    _tulis(pk, Status.AKTIF, **{n: data[n] for n in beda})
    terbaru = lampiran.versi.aggregate(models.Max("ke"))["ke__max"]
    lampiran.versi.filter(ke=terbaru).update(**_masa(lampiran))
    audit.catat("lampiran.ubah", lampiran, oleh=oleh, nilai=beda)
    return lampiran


@transaction.atomic
def tutup(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """No longer needed; it stays readable, and no desk speaks of it."""
    _alihkan(
        pk,
        Aksi.TUTUP,
        oleh=oleh,
        alasan_tutup=alasan.strip(),
        ditutup_oleh=oleh,
        ditutup_pada=timezone.now(),
    )


@transaction.atomic
def buka(pk: int, *, oleh: Pengguna) -> None:
    """Needed after all; why it was closed stays in the trail."""
    _alihkan(pk, Aksi.BUKA, oleh=oleh, alasan_tutup="", ditutup_oleh=None, ditutup_pada=None)


def _kunci(pk: int) -> LampiranBertanggal:
    """With its naskah: no file is kept twice with it."""
    lampiran = (
        LampiranBertanggal.objects.select_for_update(of=("self", "naskah"))
        .select_related("naskah")
        .get(pk=pk)
    )
    wajib(periksa_terbuka(Status(lampiran.status)))
    return lampiran


def _alihkan(pk: int, aksi: Aksi, *, oleh: Pengguna, **kolom: Any) -> None:
    """Lock, ask the rules, write only if nobody was faster, record."""
    lampiran = LampiranBertanggal.objects.select_for_update(of=("self",)).get(pk=pk)
    dari, alasan = Status(lampiran.status), kolom["alasan_tutup"]
    wajib(periksa(dari, aksi, alasan=alasan))
    _tulis(pk, dari, status=TRANSISI[dari, aksi], **kolom)
    audit.catat(
        f"lampiran.{aksi}",
        lampiran,
        oleh=oleh,
        dari=dari,
        ke=TRANSISI[dari, aksi],
        catatan=alasan or lampiran.alasan_tutup,
    )


def _periksa(lampiran: LampiranBertanggal) -> None:
    """The rules that need no database, and that the party is one of the naskah."""
    mitra = lampiran.mitra_id
    asing = mitra and not lampiran.naskah.pihak.filter(mitra=mitra).exists()
    wajib(
        semua(
            periksa_masa(lampiran.berlaku_mulai, lampiran.berlaku_sampai),
            periksa_nama(lampiran.jenis, lampiran.nama),
            *([tolak("Pihak harus salah satu mitra pada naskah ini.")] if asing else []),
        )
    )


def _masa(lampiran: LampiranBertanggal) -> dict[str, Any]:
    return {nama: getattr(lampiran, nama) for nama in KOLOM_MASA}


def _tulis(pk: int, dari: Status, **kolom: Any) -> None:
    if not LampiranBertanggal.objects.filter(pk=pk, status=dari).update(**kolom):
        raise AturanDilanggar(BERUBAH)
