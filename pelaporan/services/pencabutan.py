"""Revoking a bundle: the paper that was sent is declared void, with a reason that all may read."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from pelaporan import kabar
from pelaporan.domain.laporan import TRANSISI, periksa_cabut
from pelaporan.enums import AksiLaporan, StatusLaporan
from pelaporan.models import Bundel, Laporan
from pengawasan.models import Rekomendasi
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import rekomendasi as rekomendasi_services

BERUBAH = "Laporan ini baru saja berubah. Muat ulang halaman."


@transaction.atomic
def cabut(pk: int, *, selagi: StatusLaporan, alasan: str, oleh: Pengguna) -> Laporan:
    """Revoke the bundle that was sent last; it stays readable and is verified as revoked.

    Before the decision the report goes back to the team, who mend it and send it again. After the
    approval every decision stands, and the head of government agrees to nothing more of it.
    `selagi` is the status in which the person may revoke it. Raises AturanDilanggar when it is
    another by now, when it is revoked already, and without a reason.
    """
    terkunci = Laporan.objects.select_for_update(of=("self", "kegiatan"))
    laporan = terkunci.select_related("kegiatan").get(pk=pk)
    dari = StatusLaporan(laporan.status)
    bundel = Bundel.objects.filter(laporan=laporan, versi=laporan.versi)
    dicabut = bundel.filter(dicabut_pada__isnull=False).exists()
    if dari != selagi:
        raise AturanDilanggar(BERUBAH)
    wajib(periksa_cabut(dari, dicabut=dicabut, alasan=alasan))
    _tulis(laporan, dari, alasan=alasan, oleh=oleh)
    if dari == StatusLaporan.DIKIRIM:
        rekomendasi_services.tarik_semua(laporan.kegiatan_id, oleh=oleh, catatan=alasan)
        kegiatan_services.tarik(laporan.kegiatan_id, oleh=oleh)
    jejak = audit.catat("laporan.cabut", laporan, oleh=oleh, versi=laporan.versi, alasan=alasan)
    antrekan(
        jejak,
        kepada=_yang_dikabari(laporan, oleh),
        pesan=kabar.BUNDEL_DICABUT.tulis(laporan=laporan, kiriman=laporan.versi, alasan=alasan),
        tautan=laporan.get_absolute_url(),
    )
    return laporan


def _tulis(laporan: Laporan, dari: StatusLaporan, *, alasan: str, oleh: Pengguna) -> None:
    """Only while nobody decided, sent or revoked it meanwhile."""
    ke = TRANSISI[dari, AksiLaporan.CABUT]
    bundel = Bundel.objects.filter(laporan=laporan, versi=laporan.versi, dicabut_pada=None)
    tercabut = Laporan.objects.filter(pk=laporan.pk, status=dari).update(status=ke) and (
        bundel.update(alasan_cabut=alasan, dicabut_oleh=oleh, dicabut_pada=timezone.now())
    )
    if not tercabut:
        raise AturanDilanggar(BERUBAH)
    laporan.refresh_from_db()


def _yang_dikabari(laporan: Laporan, oleh: Pengguna) -> list[Pengguna]:
    """Who wrote and who decides; the head of government too where something waits there."""
    peran = [Peran.KETUA]
    if Rekomendasi.objects.milik(laporan.kegiatan).menunggu_walikota().exists():
        peran.append(Peran.WALIKOTA)
    orang = {p.pk: p for p in Pengguna.objects.berperan(*peran, pada=timezone.localdate())}
    orang |= {p.pk: p for p in (laporan.disusun_oleh, laporan.dikirim_oleh) if p}
    return [p for p in orang.values() if p != oleh]
