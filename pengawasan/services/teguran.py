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
from kerjasama.models import Naskah
from pengawasan import kabar
from pengawasan.domain.teguran import periksa_akhir, periksa_batal, periksa_tegur
from pengawasan.enums import DasarTeguran, JenisTindakLanjut, StatusTindakLanjut
from pengawasan.enums import StatusTeguran as Status
from pengawasan.models import Teguran, TindakLanjut
from pengawasan.queries.penerima import orang_unit_naskah
from pengawasan.queries.teguran import terakhir, waktu_jawab

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.pesan import Pesan
    from kerjasama.models import Butir, Mitra


@transaction.atomic
def buka(
    naskah: Naskah,
    mitra: Mitra,
    dasar: DasarTeguran,
    *,
    uraian: str,
    acuan: int | str,
    butir: Butir | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Teguran:
    """A case on one ground; `acuan` names the very report or item.

    Raises AturanDilanggar when the mitra is no party or the same ground has an open case.
    """
    pakai_kunci(kunci, oleh=oleh)
    _pegang(naskah.pk)
    teguran = _buat(naskah, mitra, dasar, uraian=uraian, acuan=acuan, butir=butir, oleh=oleh)
    _catat_buka(teguran, oleh=oleh)
    return teguran


def buka_dari_rekomendasi(butir: TindakLanjut, *, oleh: Pengguna) -> None:
    """Huruf g with one mitra opens its case at once; with several, a person says which."""
    pihak = [p.mitra for p in butir.naskah.pihak.select_related("mitra")]
    if len(pihak) == 1:
        _catat_buka(_buat_menurut(butir, pihak[0], oleh=oleh), oleh=oleh)


@transaction.atomic
def dari_tindak_lanjut(
    pk: int, *, mitra: Iterable[Mitra], oleh: Pengguna, kunci: UUID | None = None
) -> list[Teguran]:
    """A case for each of the mitra, as a follow-up of huruf g asks; all of them or none."""
    pakai_kunci(kunci, oleh=oleh)
    _pegang(TindakLanjut.objects.values_list("naskah", flat=True).get(pk=pk))
    terkunci = TindakLanjut.objects.select_for_update(of=("self",)).select_related("naskah")
    butir = terkunci.get(pk=pk)
    wajib(periksa_tegur(JenisTindakLanjut(butir.jenis), StatusTindakLanjut(butir.status)))
    urut = sorted(mitra, key=lambda m: m.pk)
    kasus = [_buat_menurut(butir, satu, oleh=oleh) for satu in urut]
    for satu in kasus:
        _catat_buka(satu, oleh=oleh)
    return kasus


def _pegang(naskah_pk: int) -> None:
    """Its parties stay who they are until the case is there."""
    Naskah.objects.select_for_update(no_key=True).get(pk=naskah_pk)


def _buat_menurut(butir: TindakLanjut, mitra: Mitra, *, oleh: Pengguna) -> Teguran:
    return _buat(
        butir.naskah,
        mitra,
        DasarTeguran.REKOMENDASI,
        uraian=butir.uraian,
        acuan=butir.pk,
        tindak_lanjut=butir,
        oleh=oleh,
    )


def _buat(
    naskah: Naskah,
    mitra: Mitra,
    dasar: DasarTeguran,
    *,
    uraian: str,
    acuan: int | str,
    oleh: Pengguna,
    **asal: Any,
) -> Teguran:
    if not naskah.pihak.filter(mitra=mitra).exists():
        raise AturanDilanggar(f"{mitra} bukan pihak pada naskah ini.")
    if not uraian.strip():
        raise AturanDilanggar("Sebutkan apa yang menjadi dasar teguran.")
    waktu = waktu_jawab(naskah, per=timezone.localdate())
    try:
        with transaction.atomic():
            return Teguran.objects.create(
                naskah=naskah,
                mitra=mitra,
                dasar=dasar,
                kunci_dasar=f"{dasar}:{acuan}",
                uraian_dasar=uraian[:2_000],
                interval_hari=waktu.hari,
                sumber_interval=waktu.sumber,
                dibuka_oleh=oleh,
                dibuka_sebagai=oleh.sebagai,
                **asal,
            )
    except IntegrityError as error:
        raise AturanDilanggar(f"Teguran kepada {mitra} atas dasar itu masih terbuka.") from error


def _catat_buka(teguran: Teguran, *, oleh: Pengguna) -> None:
    uraian = teguran.uraian_dasar
    jejak = audit.catat(
        "teguran.buka", teguran, oleh=oleh, dasar=teguran.dasar, uraian=uraian[:500]
    )
    pesan = kabar.TEGURAN_DIBUKA.tulis(mitra=teguran.mitra, naskah=teguran.naskah, uraian=uraian)
    _kabarkan(jejak, teguran, pesan)


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> Teguran:
    """Opened by mistake or no longer called for; letters and numbers stay as they are."""
    teguran = Teguran.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(periksa_batal(Status(teguran.status), alasan=alasan))
    jejak = akhiri(teguran, Status.DIBATALKAN, catatan=alasan, oleh=oleh)
    pesan = kabar.TEGURAN_DIBATALKAN.tulis(
        mitra=teguran.mitra, naskah=teguran.naskah, alasan=alasan
    )
    _kabarkan(jejak, teguran, pesan)
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
    pesan = kabar.TEGURAN_DILANJUTKAN.tulis(
        mitra=teguran.mitra, naskah=teguran.naskah, catatan=catatan
    )
    _kabarkan(jejak, teguran, pesan)
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


def _kabarkan(jejak: JejakAudit, teguran: Teguran, pesan: Pesan) -> None:
    antrekan(
        jejak,
        kepada=[*_staf(), *orang_unit_naskah(teguran.naskah)],
        pesan=pesan,
        tautan=teguran.get_absolute_url(),
    )


def _staf() -> Any:
    return Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate())
