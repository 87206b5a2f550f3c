"""Follow-up: born of a decision, reported by its owner, closed by someone else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.jenis_tindak_lanjut import jenis, periksa_hasil
from pengawasan.domain.tindak_lanjut import TRANSISI, periksa
from pengawasan.enums import AksiTindakLanjut as Aksi
from pengawasan.enums import JenisRekomendasi, JenisTindakLanjut
from pengawasan.enums import StatusTindakLanjut as Status
from pengawasan.models import (
    BuktiTindakLanjut,
    ButirTindakLanjut,
    Rekomendasi,
    TindakLanjut,
)
from pengawasan.queries.penerima import orang_unit
from pengawasan.queries.tindak_lanjut import butir_asal, dievaluasi_lagi, hasil, tenggat_awal
from pengawasan.services import teguran

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.unggahan import Diperiksa


@transaction.atomic
def terbitkan(rekomendasi: Rekomendasi, *, oleh: Pengguna) -> TindakLanjut:
    """The follow-up of an approved recommendation; exactly one, owned by the row's unit.

    Its kind comes from the letter; huruf d and e are born with the item of the ledger that the
    row came from, huruf g opens the warning ladder.
    """
    baris = rekomendasi.baris
    if baris.perangkat_daerah is None:
        msg = f"Baris {baris.urutan} matrik belum menyebut perangkat daerah penanggung jawab."
        raise AturanDilanggar(msg)
    naskah = baris.matrik.kegiatan.naskah
    macam = jenis(JenisRekomendasi(rekomendasi.jenis))
    tenggat = tenggat_awal(rekomendasi, macam, naskah, per=timezone.localdate())
    butir = TindakLanjut.objects.create(
        rekomendasi=rekomendasi,
        naskah=naskah,
        perangkat_daerah=baris.perangkat_daerah,
        jenis=macam,
        uraian=rekomendasi.uraian or f"{rekomendasi.get_jenis_display()}: {baris.tindak_lanjut}",
        tenggat=tenggat.tanggal,
        dasar_tenggat=tenggat.dasar,
    )
    asal = butir_asal(butir) if macam == JenisTindakLanjut.PEMENUHAN else ()
    dipilih = [ButirTindakLanjut(tindak_lanjut=butir, butir=satu) for satu in asal]
    ButirTindakLanjut.objects.bulk_create(dipilih)
    tercatat: dict[str, Any] = {"butir": [b.butir_id for b in dipilih]} if dipilih else {}
    jejak = audit.catat(
        "tindak_lanjut.terbitkan", butir, oleh=oleh, tenggat=butir.tenggat, **tercatat
    )
    antrekan(
        jejak,
        kepada=orang_unit(butir.perangkat_daerah),
        pesan=kabar.TINDAK_LANJUT_BARU.tulis(
            uraian=butir.uraian, tanggal=tanggal_indonesia(butir.tenggat)
        ),
        tautan=butir.get_absolute_url(),
    )
    if macam == JenisTindakLanjut.TEGURAN:
        teguran.buka_dari_rekomendasi(butir, oleh=oleh)
    return butir


@transaction.atomic
def laporkan(
    pk: int,
    *,
    keterangan: str,
    bukti: Sequence[Diperiksa] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> TindakLanjut:
    """The owner states that it was done, with evidence."""
    pakai_kunci(kunci, oleh=oleh)
    butir, jejak = _tulis(
        Aksi.LAPORKAN,
        pk,
        teks=keterangan,
        oleh=oleh,
        keterangan_pelaksanaan=keterangan,
        dilaporkan_oleh=oleh,
        dilaporkan_pada=timezone.now(),
        catatan_penutup="",
    )
    for satu in bukti:
        berkas = simpan_unggahan(satu, oleh=oleh)
        BuktiTindakLanjut.objects.create(tindak_lanjut=butir, berkas=berkas)
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate()),
        pesan=kabar.TINDAK_LANJUT_DILAPORKAN.tulis(uraian=butir.uraian),
        tautan=butir.get_absolute_url(),
    )
    return butir


@transaction.atomic
def kembalikan(pk: int, *, catatan: str, oleh: Pengguna) -> TindakLanjut:
    """It is not done yet; say what is missing."""
    pelapor = TindakLanjut.objects.select_related("dilaporkan_oleh").get(pk=pk).dilaporkan_oleh
    butir, jejak = _tulis(Aksi.KEMBALIKAN, pk, teks=catatan, oleh=oleh, catatan_penutup=catatan)
    antrekan(
        jejak,
        kepada=[pelapor] if pelapor else [],
        pesan=kabar.TINDAK_LANJUT_DIKEMBALIKAN.tulis(uraian=butir.uraian, catatan=catatan),
        tautan=butir.get_absolute_url(),
    )
    return butir


@transaction.atomic
def tutup(pk: int, *, oleh: Pengguna, catatan: str = "") -> TindakLanjut:
    """Closed by someone other than who reported it, with its result or the reason for none."""
    butir, jejak = _tulis(
        Aksi.TUTUP,
        pk,
        teks=catatan,
        oleh=oleh,
        catatan_penutup=catatan,
        ditutup_oleh=oleh,
        ditutup_sebagai=oleh.sebagai,
        ditutup_pada=timezone.now(),
    )
    antrekan(
        jejak,
        kepada=orang_unit(butir.perangkat_daerah),
        pesan=kabar.TINDAK_LANJUT_DITUTUP.tulis(uraian=butir.uraian),
        tautan=butir.get_absolute_url(),
    )
    return butir


@transaction.atomic
def buka_kembali(pk: int, *, alasan: str, oleh: Pengguna) -> TindakLanjut:
    """What was closed is not done after all; who closed it and when stays in the trail."""
    lama = TindakLanjut.objects.get(pk=pk)
    butir, jejak = _tulis(
        Aksi.BUKA,
        pk,
        teks=alasan,
        oleh=oleh,
        catatan_penutup=alasan,
        ditutup_oleh=None,
        ditutup_sebagai="",
        ditutup_pada=None,
        semula={"oleh": str(lama.ditutup_oleh), "pada": lama.ditutup_pada},
    )
    antrekan(
        jejak,
        kepada=orang_unit(butir.perangkat_daerah),
        pesan=kabar.TINDAK_LANJUT_DIBUKA.tulis(uraian=butir.uraian, alasan=alasan),
        tautan=butir.get_absolute_url(),
    )
    return butir


def _tulis(
    aksi: Aksi,
    pk: int,
    *,
    teks: str,
    oleh: Pengguna,
    semula: dict[str, Any] | None = None,
    **kolom: Any,
) -> tuple[TindakLanjut, JejakAudit]:
    """Lock, ask the rules, write only if nobody was faster, record."""
    butir = TindakLanjut.objects.select_for_update(of=("self",)).get(pk=pk)
    dari = Status(butir.status)
    wajib(
        periksa(
            dari,
            aksi,
            teks=teks,
            oleh=oleh.pk,
            dilaporkan_oleh=butir.dilaporkan_oleh_id,
            pemilik=[p.pk for p in orang_unit(butir.perangkat_daerah)],
            dievaluasi_lagi=aksi == Aksi.BUKA and dievaluasi_lagi(butir),
        )
    )
    if aksi == Aksi.TUTUP:
        wajib(periksa_hasil(hasil(butir), catatan=teks))
    ke = TRANSISI[dari, aksi]
    if not TindakLanjut.objects.filter(pk=pk, status=dari).update(status=ke, **kolom):
        msg = "Tindak lanjut ini baru saja berubah. Muat ulang halaman."
        raise AturanDilanggar(msg)
    butir.refresh_from_db()
    rinci = {"semula": semula} if semula else {}
    return butir, audit.catat(
        f"tindak_lanjut.{aksi}", butir, oleh=oleh, dari=dari, ke=ke, catatan=teks, **rinci
    )
