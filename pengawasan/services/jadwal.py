"""Materialising the cycle as rows: a diff under natural keys, never a rewrite."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from inti import audit
from inti.antrean import satu_per_satu
from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from inti.putusan import AturanDilanggar, wajib
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pengawasan.domain.jadwal import periksa_tunda
from pengawasan.domain.penjelasan import kalimat
from pengawasan.domain.tempo import Kewajiban, lewat_12_bulan, susun, terbuka
from pengawasan.enums import StatusJadwal
from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.queries.fakta import fakta_naskah, kebijakan_pada, peristiwa_naskah
from pengawasan.queries.jadwal import boleh_ditutup

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna

CAKRAWALA_BULAN = 24
TAK_BERLAKU = "Tidak berlaku lagi setelah fakta naskah atau pelaksanaan berubah."


@transaction.atomic
def terbitkan(naskah_pk: int, *, per: date) -> None:
    """Plan one naskah from its facts: what is satisfied, what is owed, 24 months ahead.

    Twice gives the same rows. A row keeps its key and its postponement; what no longer applies
    becomes DIGANTIKAN with the reason; nothing is deleted.
    """
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    fakta = fakta_naskah(naskah)
    baris_kebijakan, kebijakan = kebijakan_pada(per)
    if baris_kebijakan is None:
        msg = "Belum ada kebijakan pengawasan. Jalankan isi_rujukan."
        raise AturanDilanggar(msg)
    peristiwa = peristiwa_naskah(naskah)
    rencana: list[Kewajiban] = []
    if fakta is not None:
        rencana = susun(fakta, peristiwa, kebijakan, sampai=tambah_bulan(per, CAKRAWALA_BULAN))
    _selaraskan(naskah, _yang_dicatat(rencana, per))
    # What has ended is judged on its last day: the months after it are nobody's omission.
    pada = min(per, (fakta and fakta.tanggal_berakhir) or per)
    lewat = fakta is not None and lewat_12_bulan(fakta, peristiwa, kebijakan, per=pada)
    JadwalNaskah.objects.update_or_create(
        naskah=naskah,
        defaults={
            "versi_fakta": naskah.versi_fakta,
            "kebijakan": baris_kebijakan,
            "lewat_12_bulan": lewat,
        },
    )


def _yang_dicatat(rencana: list[Kewajiban], per: date) -> list[Kewajiban]:
    """What was satisfied and what is owed; those that follow only while it can still be on time.

    Once the owed one is late, when the next falls due depends on when it is made good.
    """
    buka = terbuka(rencana)
    if buka and buka[0].jatuh_tempo < per:
        return rencana[: rencana.index(buka[0]) + 1]
    return rencana


def _selaraskan(naskah: Naskah, rencana: list[Kewajiban]) -> None:
    """Write only what differs."""
    ada = {(j.jenis, j.ke): j for j in Jadwal.objects.filter(naskah=naskah)}
    terhutang = next(iter(terbuka(rencana)), None)
    for kewajiban in rencana:
        nilai = _nilai(kewajiban, terhutang=kewajiban is terhutang)
        jadwal = ada.pop((kewajiban.jenis.value, kewajiban.ke), None)
        if jadwal is None:
            Jadwal.objects.create(naskah=naskah, jenis=kewajiban.jenis, ke=kewajiban.ke, **nilai)
        elif jadwal.status != StatusJadwal.DITUTUP:
            _perbarui(jadwal, nilai)
    for sisa in ada.values():
        if sisa.status in {StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL}:
            _perbarui(sisa, {"status": StatusJadwal.DIGANTIKAN, "alasan_status": TAK_BERLAKU})


def _perbarui(jadwal: Jadwal, nilai: dict[str, Any]) -> None:
    berubah = [nama for nama, isi in nilai.items() if getattr(jadwal, nama) != isi]
    if berubah:
        Jadwal.objects.filter(pk=jadwal.pk).update(**{nama: nilai[nama] for nama in berubah})


def _nilai(kewajiban: Kewajiban, *, terhutang: bool) -> dict[str, Any]:
    dasar = {
        k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(kewajiban.dasar).items()
    }
    return {
        "jatuh_tempo": kewajiban.jatuh_tempo,
        "status": _status(kewajiban, terhutang=terhutang),
        "alasan_status": _pemenuhan(kewajiban),
        "dasar": dasar | {"kalimat": kalimat(kewajiban.dasar)},
    }


def _status(kewajiban: Kewajiban, *, terhutang: bool) -> StatusJadwal:
    if kewajiban.dipenuhi:
        return StatusJadwal.TERLAKSANA
    return StatusJadwal.TERBUKA if terhutang else StatusJadwal.MENYUSUL


def _pemenuhan(kewajiban: Kewajiban) -> str:
    peristiwa = kewajiban.dipenuhi
    if peristiwa is None:
        return ""
    sumber = "" if peristiwa.terverifikasi else f", {peristiwa.dokumen}"
    return (
        f"Dipenuhi oleh {peristiwa.jenis} tanggal {tanggal_indonesia(peristiwa.tanggal)}{sumber}."
    )


def susun_yang_berubah(limit: int = 200) -> int:
    """Plan every naskah whose facts changed since it was last planned; returns how many."""
    basi = Naskah.objects.filter(
        Q(perencanaan=None) | ~Q(perencanaan__versi_fakta=F("versi_fakta"))
    )
    return _terbitkan_semua(basi, limit)


def segarkan_semua() -> int:
    """Nightly: move the horizon on, and look again at who is past 12 months."""
    return _terbitkan_semua(Naskah.objects.exclude(status=StatusNaskah.DRAF))


def _terbitkan_semua(naskah: QuerySet[Naskah], limit: int | None = None) -> int:
    """One naskah that cannot be planned holds up no other."""
    per = timezone.localdate()
    kunci = list(naskah.order_by("pk").values_list("pk", flat=True)[:limit])
    return satu_per_satu(kunci, partial(terbitkan, per=per))


@transaction.atomic
def tunda(pk: int, *, sampai: date, alasan: str, oleh: Pengguna) -> None:
    """Grant a postponement; the legal date stays beside it."""
    jadwal = Jadwal.objects.select_for_update(of=("self",)).get(pk=pk)
    status = StatusJadwal(jadwal.status)
    wajib(periksa_tunda(status, jatuh_tempo=jadwal.jatuh_tempo, sampai=sampai, alasan=alasan))
    _tulis(jadwal, ditunda_sampai=sampai, alasan_penundaan=alasan)
    audit.catat("jadwal.tunda", jadwal, oleh=oleh, sampai=sampai, alasan=alasan)


@transaction.atomic
def tutup(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Close undone what a naskah that has ended still owes; it stays in sight with its reason."""
    terkunci = Jadwal.objects.select_for_update(of=("self",)).select_related("naskah")
    jadwal = terkunci.get(pk=pk)
    wajib(boleh_ditutup(jadwal, alasan=alasan))
    _tulis(jadwal, status=StatusJadwal.DITUTUP, alasan_status=alasan)
    audit.catat("jadwal.tutup", jadwal, oleh=oleh, dari=jadwal.status, alasan=alasan)


def _tulis(jadwal: Jadwal, **kolom: Any) -> None:
    if not Jadwal.objects.filter(pk=jadwal.pk, status=jadwal.status).update(**kolom):
        msg = "Jadwal ini baru saja berubah. Muat ulang halaman."
        raise AturanDilanggar(msg)
