"""Materialising the cycle as rows: a diff under natural keys, never a rewrite.

The plan depends on the facts and the policy alone; all that a night does to it is in
`segarkan_semua`. Rows with work in them keep their key, their date of postponement and their
events; what no longer applies becomes DIGANTIKAN and says which fact or policy has changed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.kendala import per_batch
from inti.putusan import AturanDilanggar, wajib
from inti.services.batas_waktu import tanpa_batas
from kerjasama.models import Naskah
from pengawasan.domain.penjelasan import kalimat
from pengawasan.domain.perubahan import (
    BELUM_BERLAKU,
    MENUNGGU,
    sebab_bergeser,
    sebab_diganti,
)
from pengawasan.enums import StatusJadwal
from pengawasan.models import Jadwal, JadwalNaskah, Kebijakan
from pengawasan.queries.fakta import peristiwa_semua, riwayat_kebijakan
from pengawasan.queries.jadwal import PENYUSUNAN, basi_terhadap, boleh_ditutup
from pengawasan.queries.rencana import Rencana, susun_rencana

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna
    from pengawasan.domain.tempo import Kewajiban

UKURAN_BATCH = 200
BERIKUT = (StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL)
KOLOM = ("jatuh_tempo", "status", "alasan_status", "dasar")
TANPA_KEBIJAKAN = "Belum ada kebijakan pengawasan. Jalankan isi_rujukan."


@dataclass
class Selisih:
    """What differs between the rows and the plan; `kabar` tells per naskah what moved and why."""

    baru: list[Jadwal] = field(default_factory=list)
    berubah: list[Jadwal] = field(default_factory=list)
    kabar: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))


def terbitkan(naskah_pk: int, *, per: date) -> None:
    """Plan one naskah from its facts: what is satisfied, what is owed, 24 months beyond that."""
    susun_ulang([naskah_pk], per=per)


@transaction.atomic
def susun_ulang(kunci: Sequence[int], *, per: date, catat: bool = False) -> None:
    """Plan these naskah, in the same number of statements however many they are.

    Twice gives the same rows. With `catat` each naskah of which something moved or was replaced
    leaves a line in the trail; where a service does that itself, its own line tells of it.
    """
    # Not against those who only refer to the naskah: they may hold one of its obligations.
    terkunci = Naskah.objects.select_for_update(of=("self",), no_key=True)
    naskah = list(terkunci.filter(pk__in=kunci).order_by("pk"))
    terakhir, aturan = riwayat_kebijakan()
    if terakhir is None:
        raise AturanDilanggar(TANPA_KEBIJAKAN)
    peristiwa = peristiwa_semua(naskah)
    ada: dict[int, dict[tuple[str, int], Jadwal]] = defaultdict(dict)
    semua = Jadwal.objects.select_for_update(of=("self",)).filter(naskah__in=kunci)
    for jadwal in semua.order_by("pk"):
        ada[jadwal.naskah_id][jadwal.jenis, jadwal.ke] = jadwal
    rencana = {n.pk: susun_rencana(n, peristiwa[n.pk], aturan) for n in naskah}
    selisih = Selisih()
    for satu in naskah:
        _bandingkan(satu, ada[satu.pk], rencana[satu.pk], selisih, per=per)
    Jadwal.objects.bulk_create(selisih.baru)
    if selisih.berubah:
        Jadwal.objects.bulk_update(selisih.berubah, KOLOM)
    _tandai(naskah, rencana, terakhir)
    if catat:
        kabar = [(n, {"jadwal": selisih.kabar[n.pk]}) for n in naskah if n.pk in selisih.kabar]
        audit.catat_semua("jadwal.susun", kabar, oleh=None)


def _tandai(naskah: list[Naskah], rencana: dict[int, Rencana], terakhir: Kebijakan) -> None:
    """Note what the plan was made from."""
    JadwalNaskah.objects.bulk_create(
        [
            JadwalNaskah(
                naskah=satu,
                versi_fakta=satu.versi_fakta,
                kebijakan=terakhir,
                lewat_pada=rencana[satu.pk].lewat_pada,
            )
            for satu in naskah
        ],
        update_conflicts=True,
        unique_fields=["naskah"],
        update_fields=["versi_fakta", "kebijakan", "lewat_pada", "disusun_pada"],
    )


def _bandingkan(
    naskah: Naskah,
    ada: dict[tuple[str, int], Jadwal],
    rencana: Rencana,
    selisih: Selisih,
    *,
    per: date,
) -> None:
    kini = rencana.terhutang
    jadwal_kini = ada.get((kini.jenis.value, kini.ke)) if kini else None
    ditutup = jadwal_kini is not None and jadwal_kini.status == StatusJadwal.DITUTUP
    for kewajiban in rencana.dicatat(per, ditutup=ditutup):
        nilai = nilai_jadwal(kewajiban, terhutang=kewajiban is kini)
        jadwal = ada.pop((kewajiban.jenis.value, kewajiban.ke), None)
        if jadwal is None:
            baru = Jadwal(naskah=naskah, jenis=kewajiban.jenis, ke=kewajiban.ke, **nilai)
            selisih.baru.append(baru)
        elif jadwal.status != StatusJadwal.DITUTUP:
            _perbarui(jadwal, nilai, selisih, sebab_bergeser(jadwal.dasar, kewajiban.dasar))
    for sisa in ada.values():
        if sisa.status in BERIKUT:
            sebab = _sebab(sisa, rencana)
            nilai = {"status": StatusJadwal.DIGANTIKAN, "alasan_status": sebab}
            _perbarui(sisa, nilai, selisih, sebab)


def _sebab(jadwal: Jadwal, rencana: Rencana) -> str:
    """Why the turn is not in the plan any more."""
    if rencana.belum_berlaku:
        return BELUM_BERLAKU
    if any((k.jenis, k.ke) == (jadwal.jenis, jadwal.ke) for k in rencana.kewajiban):
        return MENUNGGU
    return sebab_diganti(
        jadwal.dasar,
        jatuh_tempo=jadwal.jatuh_tempo,
        jenis=jadwal.jenis,
        pengganti=rencana.pengganti(jadwal.ke),
        berakhir=rencana.berakhir,
    )[:300]


def _perbarui(jadwal: Jadwal, nilai: dict[str, Any], selisih: Selisih, sebab: str) -> None:
    if all(getattr(jadwal, nama) == isi for nama, isi in nilai.items()):
        return
    if jadwal.jatuh_tempo != nilai.get("jatuh_tempo", jadwal.jatuh_tempo) or (
        nilai["status"] == StatusJadwal.DIGANTIKAN
    ):
        selisih.kabar[jadwal.naskah_id].append(
            {
                "jenis": jadwal.jenis,
                "ke": jadwal.ke,
                "semula": jadwal.jatuh_tempo,
                "menjadi": nilai.get("jatuh_tempo"),
                "sebab": sebab,
            }
        )
    for nama, isi in nilai.items():
        setattr(jadwal, nama, isi)
    selisih.berubah.append(jadwal)


def nilai_jadwal(kewajiban: Kewajiban, *, terhutang: bool) -> dict[str, Any]:
    """The columns of the row that stands for a turn; `terhutang` is the one owed now."""
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


def susun_yang_berubah(limit: int = UKURAN_BATCH) -> int:
    """Plan naskah whose facts changed, or that do not know the latest version of the policy.

    Returns how many; one naskah that cannot be planned holds up no other, and is tried again
    after a while (inti.kendala).
    """
    per = timezone.localdate()
    terakhir = Kebijakan.objects.terakhir_terbit()
    return per_batch(
        PENYUSUNAN,
        basi_terhadap(terakhir),
        lambda kunci: susun_ulang(kunci, per=per, catat=True),
        versi="versi_fakta",
        sejak=terakhir.diterbitkan_pada if terakhir else None,
        ukuran=UKURAN_BATCH,
        sebanyak=limit,
    )


def segarkan_semua() -> int:
    """Nightly: what follows on a turn that became late waits for it; returns how many turns.

    The rest of the plan moves with the facts alone, so a night has nothing else to do: one
    statement, however many naskah. What the runner should have planned already is only looked
    for.
    """
    susun_yang_berubah()
    return _tahan_yang_menyusul(timezone.localdate())


@transaction.atomic
def _tahan_yang_menyusul(per: date) -> int:
    tanpa_batas()
    terlambat = Jadwal.objects.terbuka().filter(jatuh_tempo__lt=per)
    menyusul = Jadwal.objects.filter(status=StatusJadwal.MENYUSUL)
    return menyusul.filter(naskah__in=terlambat.order_by().values("naskah")).update(
        status=StatusJadwal.DIGANTIKAN, alasan_status=MENUNGGU
    )


@transaction.atomic
def tutup(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Close undone what a naskah that has ended still owes; it stays in sight with its reason."""
    terkunci = Jadwal.objects.select_for_update(of=("self",)).select_related("naskah")
    jadwal = terkunci.get(pk=pk)
    wajib(boleh_ditutup(jadwal, alasan=alasan))
    terbuka = Jadwal.objects.filter(pk=jadwal.pk, status=jadwal.status)
    if not terbuka.update(status=StatusJadwal.DITUTUP, alasan_status=alasan):
        msg = "Jadwal ini baru saja berubah. Muat ulang halaman."
        raise AturanDilanggar(msg)
    audit.catat("jadwal.tutup", jadwal, oleh=oleh, dari=jadwal.status, alasan=alasan)
