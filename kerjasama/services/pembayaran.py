"""Payments of what is owed: stated, confirmed by someone else, corrected by a new row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import rupiah, tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from kerjasama import kabar
from kerjasama.domain.butir import TRANSISI, periksa_pembayaran, periksa_tanggal
from kerjasama.enums import AksiPembayaran as Aksi
from kerjasama.enums import SisiPernyataan, StatusSetoran
from kerjasama.enums import StatusPembayaran as Status
from kerjasama.models import Keanggotaan, PembayaranSetoran, Setoran

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.unggahan import Diperiksa

BARU_SAJA = "Pembayaran ini baru saja berubah. Muat ulang halaman."


@transaction.atomic
def catat(
    setoran_pk: int,
    data: dict[str, Any],
    *,
    sisi: SisiPernyataan,
    oleh: Pengguna,
    bukti: Diperiksa | None = None,
    kunci: UUID | None = None,
) -> PembayaranSetoran:
    """A payment as one side states it: tanggal, jumlah, nomor_bukti, keterangan.

    It counts as waiting until someone else confirms it.
    """
    pakai_kunci(kunci, oleh=oleh)
    setoran = _terkunci(setoran_pk)
    if setoran.status != StatusSetoran.TERBUKA:
        raise AturanDilanggar("Setoran ini tidak lagi berlaku; pembayarannya tidak dapat dicatat.")
    pembayaran = _tulis(setoran, data, sisi=sisi, bukti=bukti, oleh=oleh)
    jejak = audit.catat(
        "pembayaran_setoran.catat", setoran, oleh=oleh, catatan=_kalimat(pembayaran), sisi=sisi
    )
    antrekan(
        jejak,
        kepada=_pengonfirmasi(setoran),
        pesan=kabar.PEMBAYARAN_MENUNGGU.tulis(
            naskah=setoran.butir.naskah, setoran=setoran, pembayaran=_kalimat(pembayaran)
        ),
        tautan=setoran.get_absolute_url(),
    )
    return pembayaran


@transaction.atomic
def konfirmasi(pk: int, *, oleh: Pengguna) -> PembayaranSetoran:
    """Someone other than who stated it confirms that the money came in."""
    pembayaran = PembayaranSetoran.objects.get(pk=pk)
    setoran = _terkunci(pembayaran.setoran_id)
    _pindah(
        pembayaran,
        Aksi.KONFIRMASI,
        oleh=oleh,
        dikonfirmasi_oleh=oleh,
        dikonfirmasi_pada=timezone.now(),
    )
    jumlah = pembayaran.jumlah or 0
    _geser(setoran, dibayar=jumlah, menunggu=-jumlah)
    jejak = audit.catat(
        "pembayaran_setoran.konfirmasi", setoran, oleh=oleh, catatan=_kalimat(pembayaran)
    )
    _kabari(jejak, pembayaran, "Pembayaran setoran dikonfirmasi")
    return pembayaran


@transaction.atomic
def koreksi(
    pk: int,
    data: dict[str, Any] | None,
    *,
    alasan: str,
    sisi: SisiPernyataan,
    oleh: Pengguna,
    bukti: Diperiksa | None = None,
) -> PembayaranSetoran:
    """A new row in place of a wrong one, with the reason; without `data` there was no payment.

    The wrong row stays to be read and counts no more.
    """
    lama = PembayaranSetoran.objects.get(pk=pk)
    setoran = _terkunci(lama.setoran_id)
    dari = _pindah(lama, Aksi.KOREKSI, oleh=oleh, alasan=alasan)
    jumlah = lama.jumlah or 0
    if dari == Status.DIKONFIRMASI:
        _geser(setoran, dibayar=-jumlah)
    else:
        _geser(setoran, menunggu=-jumlah)
    isi = {"status": Status.DIBATALKAN} if data is None else data
    kaitan = {"mengoreksi": lama, "alasan_koreksi": alasan}
    baru = _tulis(setoran, isi | kaitan, sisi=sisi, bukti=bukti, oleh=oleh)
    jejak = audit.catat(
        "pembayaran_setoran.koreksi",
        setoran,
        oleh=oleh,
        dari=_kalimat(lama),
        ke=_kalimat(baru),
        catatan=alasan,
    )
    _kabari(jejak, lama, "Pembayaran setoran dikoreksi")
    return baru


def _tulis(
    setoran: Setoran,
    data: dict[str, Any],
    *,
    sisi: SisiPernyataan,
    bukti: Diperiksa | None,
    oleh: Pengguna,
) -> PembayaranSetoran:
    if tanggal := data.get("tanggal"):
        ttd = setoran.butir.naskah.tanggal_ttd
        wajib(periksa_tanggal(tanggal, ttd=ttd, hari_ini=timezone.localdate()))
    pembayaran = PembayaranSetoran.objects.create(
        setoran=setoran,
        sisi=sisi,
        bukti=simpan_unggahan(bukti, oleh=oleh) if bukti else None,
        dinyatakan_oleh=oleh,
        **data,
    )
    if pembayaran.jumlah:
        _geser(setoran, menunggu=pembayaran.jumlah)
    return pembayaran


def _terkunci(pk: int) -> Setoran:
    terkunci = Setoran.objects.select_for_update(of=("self",))
    return terkunci.select_related("butir__naskah").get(pk=pk)


def _pindah(
    pembayaran: PembayaranSetoran, aksi: Aksi, *, oleh: Pengguna, alasan: str = "", **kolom: Any
) -> Status:
    """To the next state, if nobody was faster; the state it was in."""
    dari = Status(pembayaran.status)
    penyata = pembayaran.dinyatakan_oleh_id
    wajib(periksa_pembayaran(dari, aksi, dinyatakan_oleh=penyata, oleh=oleh.pk, alasan=alasan))
    tetap = PembayaranSetoran.objects.filter(pk=pembayaran.pk, status=dari)
    if not tetap.update(status=TRANSISI[dari, aksi], **kolom):
        raise AturanDilanggar(BARU_SAJA)
    pembayaran.refresh_from_db()
    return dari


def _geser(setoran: Setoran, *, dibayar: int = 0, menunggu: int = 0) -> None:
    """Move the sums by what has changed, whoever else does the same at once."""
    Setoran.objects.filter(pk=setoran.pk).update(
        dibayar=F("dibayar") + dibayar, menunggu=F("menunggu") + menunggu
    )


def _kalimat(pembayaran: PembayaranSetoran) -> str:
    if pembayaran.jumlah is None or pembayaran.tanggal is None:
        return "Tidak ada pembayaran."
    return f"{rupiah(pembayaran.jumlah)}, dibayar {tanggal_indonesia(pembayaran.tanggal)}."


def _pengonfirmasi(setoran: Setoran) -> list[Pengguna]:
    """The people of the units of the naskah; where it has none, the staff."""
    unit = setoran.butir.naskah.keterlibatan.values("perangkat_daerah")
    anggota = Keanggotaan.objects.aktif().filter(perangkat_daerah__in=unit)
    orang = [a.pengguna for a in anggota.select_related("pengguna")]
    return orang or list(Pengguna.objects.berperan(Peran.STAF, pada=timezone.localdate()))


def _kabari(jejak: JejakAudit, pembayaran: PembayaranSetoran, kejadian: str) -> None:
    """Tell whoever stated it."""
    setoran = pembayaran.setoran
    antrekan(
        jejak,
        kepada=[pembayaran.dinyatakan_oleh],
        pesan=kabar.PEMBAYARAN_DIJAWAB.tulis(
            kejadian=kejadian,
            naskah=setoran.butir.naskah,
            setoran=setoran,
            pembayaran=_kalimat(pembayaran),
        ),
        tautan=setoran.get_absolute_url(),
    )
