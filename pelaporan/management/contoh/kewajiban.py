"""The ledger of one demo agreement: items in detail, statements that differ, payments."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inti.kalender import tambah_bulan
from kerjasama.domain.pemenuhan import DIPENUHI
from kerjasama.enums import PihakButir, SisiPernyataan, StatusPemenuhan
from kerjasama.models import Setoran
from kerjasama.services import butir as butir_services
from kerjasama.services import pembayaran, pernyataan, setoran
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.management.contoh.isi import RINCIAN
from pelaporan.management.contoh.waktu import pada

if TYPE_CHECKING:
    from datetime import date

    from kerjasama.models import Butir, Naskah
    from pelaporan.management.contoh.riwayat import Pelaku

JATUH_PERTAMA = 3  # months after signing
BAGI_HASIL = 42_500_000


def rinci(naskah: Naskah, pelaku: Pelaku) -> None:
    """Measure, time and money of the items that have them."""
    if naskah.tanggal_ttd is None:
        return
    pertama = tambah_bulan(naskah.tanggal_ttd, JATUH_PERTAMA)
    for butir in naskah.butir.filter(uraian__in=RINCIAN):
        data = dict(RINCIAN[butir.uraian])
        if "kekerapan" in data:
            data["jatuh_tempo_pertama"] = pertama
        with pada(naskah.tanggal_ttd):
            butir_services.ubah(butir.pk, data, oleh=pelaku.orang["staf"])


def catat(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    """The unit and the team state other figures than the mitra; some of what is due is paid."""
    tanggal = hari_ini - timedelta(days=5)
    if naskah.tanggal_ttd is None or naskah.tanggal_ttd > tanggal:
        return
    with pada(tanggal):
        for nomor, butir in enumerate(naskah.butir.filter(jenis__in=DIPENUHI)[:4]):
            _nyatakan(butir, pelaku, nomor, tanggal)
        for satu in Setoran.objects.tunggakan_pada(tanggal).filter(butir__naskah=naskah):
            _bayar(satu, pelaku, tanggal)


def uang_laporan(naskah: Naskah, tanggal: date) -> list[dict[str, Any]]:
    """The contributions as the mitra reports them: three quarters of what is due is paid."""
    milik = Setoran.objects.filter(butir__naskah=naskah, butir__pihak=PihakButir.MITRA)
    jatuh = milik.tunggakan_pada(tanggal).exclude(jumlah=None).select_related("butir")
    return [_baris_uang(s.butir.uraian, s.jatuh_tempo, s.jumlah or 0) for s in jatuh]


def _baris_uang(uraian: str, jatuh_tempo: date, jumlah: int) -> dict[str, Any]:
    dibayar = jumlah * 3 // 4
    return {
        "uraian": uraian,
        "jatuh_tempo": jatuh_tempo,
        "dibayar": dibayar,
        "tunggakan": jumlah - dibayar,
    }


def _nyatakan(butir: Butir, pelaku: Pelaku, nomor: int, tanggal: date) -> None:
    isi = {
        "ke": 0,
        "status": StatusPemenuhan.SEBAGIAN,
        "persen": Decimal("71.5") - 7 * nomor,
        "uraian": f"Dihitung dari catatan lapangan. {pelaku.penanda}".strip(),
        "tanggal": tanggal,
        "sumber": f"Rapat koordinasi {pelaku.unit}",
    }
    pd = SisiPernyataan.PERANGKAT_DAERAH
    bukti = [dokumen("Catatan lapangan")] if nomor == 0 else []
    pernyataan.nyatakan(butir.pk, isi, sisi=pd, bukti=bukti, oleh=pelaku.pd)
    if nomor < 2:
        isi |= {"persen": Decimal(75) - 5 * nomor, "sumber": "Pemeriksaan tim", "uraian": ""}
        tim = pelaku.orang["tim"]
        pernyataan.nyatakan(butir.pk, isi, sisi=SisiPernyataan.TIM, oleh=tim)


def _bayar(satu: Setoran, pelaku: Pelaku, tanggal: date) -> None:
    """The first turn in full and confirmed, the second in part and waiting, the rest not at all."""
    if satu.jumlah is None and satu.ke < 3:
        alasan = "Laporan keuangan triwulan."
        satu = setoran.tetapkan(
            satu.pk, jumlah=BAGI_HASIL, alasan=alasan, oleh=pelaku.orang["staf"]
        )
    if satu.ke > 2 or satu.jumlah is None:
        return
    data = {
        "tanggal": min(satu.jatuh_tempo, tanggal),
        "jumlah": satu.jumlah if satu.ke == 1 else satu.jumlah // 3,
        "nomor_bukti": f"STS/{satu.jatuh_tempo.year}/{satu.pk:04d}",
        "keterangan": "Setor ke kas daerah.",
    }
    sisi = SisiPernyataan.MITRA if satu.butir.pihak == PihakButir.MITRA else SisiPernyataan.TIM
    oleh = pelaku.mitra if sisi == SisiPernyataan.MITRA else pelaku.orang["staf"]
    bukti = dokumen("Bukti setor")
    bayar = pembayaran.catat(satu.pk, data, sisi=sisi, bukti=bukti, oleh=oleh)
    if satu.ke == 1:
        pembayaran.konfirmasi(bayar.pk, oleh=pelaku.pd)
