"""The due rows of an item: made from the naskah as a diff, and their amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from inti import audit
from inti.formats import rupiah
from inti.putusan import AturanDilanggar
from inti.services.kolom import periksa_asal
from kerjasama.domain.pemenuhan import giliran
from kerjasama.enums import StatusNaskah, StatusSetoran
from kerjasama.models import Setoran

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from inti.models import Pengguna
    from kerjasama.models import Butir, Naskah

TIDAK_LAGI = "Tidak lagi mengikuti naskah: jangka waktu atau jadwal butirnya berubah."


def pegang(naskah: Iterable[int]) -> None:
    """Hold what is due of these naskah, in the order of its keys: payments hold it too."""
    semua = Setoran.objects.select_for_update(of=("self",)).filter(butir__naskah__in=list(naskah))
    list(semua.order_by("pk").values_list("pk"))


def selaraskan(naskah: Naskah, *, oleh: Pengguna) -> None:
    """Bring the due rows of a naskah to what it says now; runs in the caller's transaction.

    A row keeps its turn. One that nobody worked on moves, changes or goes with the naskah; one
    with payments or an amount of its own keeps its amount, and is marked as replaced where it no
    longer applies.
    """
    pegang([naskah.pk])
    butir = [b for b in naskah.butir.all() if b.sifat_uang or b.setoran.exists()]
    for satu in butir:
        _selaraskan_butir(satu, _rencana(satu, naskah), oleh=oleh)


def _rencana(butir: Butir, naskah: Naskah) -> dict[int, date]:
    """The due date of each turn; none while the naskah is a draft."""
    jadwal = butir.jadwal
    if naskah.status == StatusNaskah.DRAF or not butir.sifat_uang or jadwal.jangkar is None:
        return {}
    semua = giliran(
        jadwal.kekerapan, jadwal.jangkar, akhir=butir.hari_terakhir(naskah), sampai=jadwal.tenggat
    )
    return dict(enumerate(semua, start=1))


def _selaraskan_butir(butir: Butir, rencana: dict[int, date], *, oleh: Pengguna) -> None:
    ada = {s.ke: s for s in butir.setoran.all()}
    bekerja = butir.setoran.filter(Q(pembayaran__isnull=False) | ~Q(alasan_jumlah=""))
    dikerjakan = {*bekerja.values_list("ke", flat=True)}
    dikerjakan.update(butir.pernyataan.values_list("ke", flat=True))
    Setoran.objects.bulk_create(
        [
            Setoran(butir=butir, ke=ke, jatuh_tempo=tanggal, jumlah=butir.jumlah)
            for ke, tanggal in rencana.items()
            if ke not in ada
        ],
        batch_size=500,
    )
    tetap = [s for ke, s in ada.items() if ke in rencana]
    berubah = [s for s in tetap if _sesuaikan(s, rencana[s.ke], kosong=s.ke not in dikerjakan)]
    Setoran.objects.bulk_update(
        berubah, ["jatuh_tempo", "jumlah", "status", "alasan_status"], batch_size=200
    )
    lepas = [s for ke, s in ada.items() if ke not in rencana]
    Setoran.objects.filter(pk__in=[s.pk for s in lepas if s.ke not in dikerjakan]).delete()
    for satu in lepas:
        if satu.ke in dikerjakan:
            _gantikan(satu, oleh=oleh)


def _sesuaikan(setoran: Setoran, tanggal: date, *, kosong: bool) -> bool:
    """Set what the naskah says; whether anything differs."""
    lama = (setoran.jatuh_tempo, setoran.jumlah, setoran.status)
    setoran.jatuh_tempo = tanggal
    setoran.status, setoran.alasan_status = StatusSetoran.TERBUKA, ""
    if kosong:
        setoran.jumlah = setoran.butir.jumlah
    return lama != (setoran.jatuh_tempo, setoran.jumlah, setoran.status)


def _gantikan(setoran: Setoran, *, oleh: Pengguna) -> None:
    terbuka = Setoran.objects.filter(pk=setoran.pk).terbuka()
    if terbuka.update(status=StatusSetoran.DIGANTIKAN, alasan_status=TIDAK_LAGI):
        audit.catat("setoran.gantikan", setoran, oleh=oleh, catatan=TIDAK_LAGI)


@transaction.atomic
def tetapkan(
    pk: int, *, jumlah: int, alasan: str, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Setoran:
    """Set the amount of one turn, with its reason: a share of profit, or a correction.

    `asal` is what the page showed of it (inti.services.kolom).
    """
    setoran = Setoran.objects.select_for_update(of=("self",)).get(pk=pk)
    periksa_asal(setoran, ["jumlah"], asal)
    if not alasan.strip():
        raise AturanDilanggar("Penetapan jumlah wajib menyebut dasarnya.")
    lama = setoran.jumlah
    berlaku = Setoran.objects.filter(pk=pk, jumlah=lama).terbuka()
    if not berlaku.update(jumlah=jumlah, alasan_jumlah=alasan):
        raise AturanDilanggar("Setoran ini baru saja berubah. Muat ulang halaman.")
    setoran.refresh_from_db()
    audit.catat(
        "setoran.tetapkan",
        setoran,
        oleh=oleh,
        dari=lama,
        ke=jumlah,
        catatan=f"{rupiah(jumlah)}. {alasan}",
    )
    return setoran
