"""What the ledger of hak dan kewajiban contributes to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import rupiah
from inti.permissions import boleh_melihat_jejak
from kerjasama.models import Butir, PembayaranSetoran, PernyataanPemenuhan, Setoran
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat, kata, lampirkan, tandai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna
    from kerjasama.models import Naskah


def isi_kewajiban(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Items, what each side states, what is owed and paid; of a mitra, what is its own to read.

    Nothing in it depends on the day: what is late is told by the dates beside one another.
    """
    isi = Isi()
    butir = list(
        Butir.objects.terlihat_oleh(pengguna)
        .filter(naskah=naskah)
        .select_related("mitra")
        .order_by("urutan", "pk")
    )
    _butir(isi, naskah, butir)
    _pernyataan(isi, naskah, pengguna)
    setoran = _setoran(isi, naskah, pengguna)
    if boleh_melihat_jejak(pengguna):
        tandai(isi, [*butir, *setoran])
    return isi


def uang(jumlah: int | None) -> str:
    """Rupiah in words; a dash for none."""
    return kata(None if jumlah is None else rupiah(jumlah))


def _butir(isi: Isi, naskah: Naskah, semua: Sequence[Butir]) -> None:
    isi.tabel(
        naskah.sebutan_butir,
        (
            "Jenis",
            "Pihak",
            "Uraian",
            "Ukuran",
            "Target",
            "Kekerapan",
            "Jatuh tempo pertama",
            "Tenggat",
            "Sifat uang",
            "Jumlah per periode",
        ),
        (
            baris(
                b.get_jenis_display(),
                b.mitra or b.get_pihak_display(),
                b.uraian,
                f"{b.ukuran} {b.satuan}".strip(),
                b.target if b.target_angka is None else f"{b.target} ({b.target_angka})".strip(),
                b.get_kekerapan_display(),
                b.jatuh_tempo_pertama,
                b.tenggat,
                b.get_sifat_uang_display(),
                uang(b.jumlah),
            )
            for b in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.tenggat, "Tenggat butir", satu.uraian, satu)


def _pernyataan(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    """Every statement, what a later one superseded included."""
    semua = list(
        PernyataanPemenuhan.objects.terlihat_oleh(pengguna)
        .filter(butir__naskah=naskah)
        .select_related("butir", "mitra", "dinyatakan_oleh")
        .prefetch_related("bukti__berkas")
        .order_by("butir__urutan", "butir", "pk")
    )
    isi.tabel(
        "Pernyataan pemenuhan",
        (
            "Butir",
            "Periode ke",
            "Dinyatakan oleh",
            "Status",
            "Persen",
            "Nilai",
            "Dibayar menurutnya",
            "Uraian",
            "Keadaan per",
            "Sumber",
            "Dicatat oleh",
        ),
        (
            baris(
                p.butir,
                p.ke or None,
                p.mitra or p.get_sisi_display(),
                p.get_status_display(),
                p.persen,
                p.nilai,
                uang(p.rupiah),
                p.uraian,
                p.tanggal,
                p.sumber,
                p.dinyatakan_oleh,
            )
            for p in semua
        ),
    )
    for satu in semua:
        siapa = satu.mitra or satu.get_sisi_display()
        uraian = f"{siapa} menyatakan {satu.get_status_display().lower()}: {satu.butir}"
        catat(isi, satu.dinyatakan_pada, "Pernyataan pemenuhan", uraian, satu)
        for bukti in satu.bukti.all():
            lampirkan(isi, bukti.berkas, f"Bukti pernyataan {siapa}: {satu.butir}", bukti)


def _setoran(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> list[Setoran]:
    """What is owed turn by turn, and what was paid."""
    semua = list(
        Setoran.objects.terlihat_oleh(pengguna)
        .filter(butir__naskah=naskah)
        .select_related("butir__mitra")
        .order_by("jatuh_tempo", "pk")
    )
    isi.tabel(
        "Setoran",
        (
            "Jatuh tempo",
            "Butir",
            "Ke",
            "Pihak",
            "Jumlah",
            "Dasar jumlah",
            "Dibayar",
            "Menunggu konfirmasi",
            "Status",
        ),
        (
            baris(
                s.jatuh_tempo,
                s.butir,
                s.ke,
                s.butir.mitra or s.butir.get_pihak_display(),
                uang(s.jumlah),
                s.alasan_jumlah,
                uang(s.dibayar),
                uang(s.menunggu),
                f"{s.get_status_display()} {s.alasan_status}".strip(),
            )
            for s in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.jatuh_tempo, "Setoran", f"{satu} jatuh tempo", satu)
    _pembayaran(isi, semua)
    return semua


def _pembayaran(isi: Isi, setoran: Sequence[Setoran]) -> None:
    semua = list(
        PembayaranSetoran.objects.filter(setoran__in=[s.pk for s in setoran])
        .select_related("setoran__butir", "bukti", "dinyatakan_oleh", "dikonfirmasi_oleh")
        .order_by("setoran__jatuh_tempo", "setoran", "pk")
    )
    isi.tabel(
        "Pembayaran setoran",
        (
            "Setoran",
            "Tanggal bayar",
            "Jumlah",
            "Nomor bukti",
            "Keterangan",
            "Dicatat oleh",
            "Sebagai",
            "Status",
            "Dikonfirmasi oleh",
            "Alasan koreksi",
        ),
        (
            baris(
                p.setoran,
                p.tanggal,
                uang(p.jumlah),
                p.nomor_bukti,
                p.keterangan,
                p.dinyatakan_oleh,
                p.get_sisi_display(),
                p.get_status_display(),
                p.dikonfirmasi_oleh,
                p.alasan_koreksi,
            )
            for p in semua
        ),
    )
    for satu in semua:
        jumlah = uang(satu.jumlah)
        dicatat = "dikoreksi" if satu.alasan_koreksi else "dicatat"
        catat(isi, satu.tanggal, "Pembayaran", f"{jumlah} dibayar: {satu.setoran}", satu)
        catat(isi, satu.dinyatakan_pada, "Pembayaran", f"{satu} {dicatat}: {jumlah}", satu)
        catat(isi, satu.dikonfirmasi_pada, "Pembayaran", f"{satu} dikonfirmasi: {jumlah}", satu)
        if satu.bukti:
            lampirkan(isi, satu.bukti, f"Bukti pembayaran {satu.setoran}", satu)
