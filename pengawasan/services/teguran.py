"""Opening a case of teguran, and ending one: cancelled, or carried on after SP3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from pengawasan.domain.teguran import periksa_akhir, periksa_batal
from pengawasan.enums import DasarTeguran
from pengawasan.enums import StatusTeguran as Status
from pengawasan.models import Teguran
from pengawasan.queries.penerima import orang_unit_naskah
from pengawasan.queries.teguran import terakhir, waktu_jawab

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import JejakAudit
    from kerjasama.models import Butir, Mitra, Naskah
    from pengawasan.models import TindakLanjut


@transaction.atomic
def buka(
    naskah: Naskah,
    mitra: Mitra,
    dasar: DasarTeguran,
    *,
    uraian: str,
    acuan: int | str,
    tindak_lanjut: TindakLanjut | None = None,
    butir: Butir | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Teguran:
    """A case on one ground; `acuan` names the very report, item or follow-up.

    Raises AturanDilanggar when the mitra is no party or the same ground has an open case.
    """
    pakai_kunci(kunci, oleh=oleh)
    if not naskah.pihak.filter(mitra=mitra).exists():
        raise AturanDilanggar(f"{mitra} bukan pihak pada naskah ini.")
    if not uraian.strip():
        raise AturanDilanggar("Sebutkan apa yang menjadi dasar teguran.")
    waktu = waktu_jawab(naskah, per=timezone.localdate())
    try:
        with transaction.atomic():
            teguran = Teguran.objects.create(
                naskah=naskah,
                mitra=mitra,
                dasar=dasar,
                kunci_dasar=f"{dasar}:{acuan}",
                uraian_dasar=uraian[:2_000],
                tindak_lanjut=tindak_lanjut,
                butir=butir,
                interval_hari=waktu.hari,
                sumber_interval=waktu.sumber,
                dibuka_oleh=oleh,
                dibuka_sebagai=oleh.sebagai,
            )
    except IntegrityError as error:
        raise AturanDilanggar("Teguran kepada mitra ini atas dasar itu masih terbuka.") from error
    jejak = audit.catat("teguran.buka", teguran, oleh=oleh, dasar=dasar, uraian=uraian[:500])
    antrekan(
        jejak,
        kepada=[*_staf(), *orang_unit_naskah(naskah)],
        subjek=f"Teguran dibuka: {mitra}",
        isi=f"{naskah}\n\n{uraian}\n\nSP1 dapat diterbitkan.",
        tautan=teguran.get_absolute_url(),
    )
    return teguran


def buka_dari_rekomendasi(butir: TindakLanjut, *, oleh: Pengguna) -> Teguran | None:
    """Huruf g with one mitra opens its case at once; with several, a person says which."""
    pihak = [p.mitra for p in butir.naskah.pihak.select_related("mitra")]
    if len(pihak) != 1:
        return None
    return dari_tindak_lanjut(butir, pihak[0], oleh=oleh)


def dari_tindak_lanjut(
    butir: TindakLanjut, mitra: Mitra, *, oleh: Pengguna, kunci: UUID | None = None
) -> Teguran:
    """The case of one mitra that a follow-up of huruf g asks for."""
    return buka(
        butir.naskah,
        mitra,
        DasarTeguran.REKOMENDASI,
        uraian=butir.uraian,
        acuan=butir.pk,
        tindak_lanjut=butir,
        oleh=oleh,
        kunci=kunci,
    )


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> Teguran:
    """Opened by mistake or no longer called for; letters and numbers stay as they are."""
    teguran = Teguran.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(periksa_batal(Status(teguran.status), alasan=alasan))
    jejak = akhiri(teguran, Status.DIBATALKAN, catatan=alasan, oleh=oleh)
    _kabarkan(jejak, teguran, f"Teguran dibatalkan: {teguran.mitra}", alasan)
    return teguran


@transaction.atomic
def lanjutkan(pk: int, *, catatan: str, oleh: Pengguna) -> Teguran:
    """SP3 did not help: say what follows, a recommendation of huruf f or h."""
    teguran = Teguran.objects.select_for_update(of=("self",)).get(pk=pk)
    per = timezone.localdate()
    wajib(periksa_akhir(Status(teguran.status), terakhir(teguran), per=per))
    if not catatan.strip():
        raise AturanDilanggar(
            "Tuliskan kelanjutannya: usul rekomendasi huruf f (mengakhiri) atau h (proses hukum)."
        )
    jejak = akhiri(teguran, Status.DILANJUTKAN, catatan=catatan, oleh=oleh)
    _kabarkan(jejak, teguran, f"SP3 tidak membawa hasil: {teguran.mitra}", catatan)
    return teguran


def akhiri(teguran: Teguran, ke: Status, *, catatan: str, oleh: Pengguna) -> JejakAudit:
    """Close an open case; only one of two who do so at once succeeds."""
    buka = Teguran.objects.filter(pk=teguran.pk, status=Status.TERBUKA)
    tertulis = buka.update(
        status=ke,
        ditutup_oleh=oleh,
        ditutup_sebagai=oleh.sebagai,
        ditutup_pada=timezone.now(),
        catatan_penutup=catatan,
    )
    if not tertulis:
        raise AturanDilanggar("Teguran ini baru saja berubah. Muat ulang halaman.")
    teguran.refresh_from_db()
    return audit.catat(f"teguran.{ke}", teguran, oleh=oleh, catatan=catatan)


def _kabarkan(jejak: JejakAudit, teguran: Teguran, subjek: str, isi: str) -> None:
    antrekan(
        jejak,
        kepada=[*_staf(), *orang_unit_naskah(teguran.naskah)],
        subjek=subjek,
        isi=f"{teguran.naskah}\n\n{isi}",
        tautan=teguran.get_absolute_url(),
    )


def _staf() -> Any:
    return Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate())
