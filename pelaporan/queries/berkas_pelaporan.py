"""What the reports contribute to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.permissions import boleh_melihat_jejak
from inti.roles import Kemampuan, mampu
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.domain.formulir import baca
from pelaporan.domain.isi_laporan import susunan
from pelaporan.enums import StatusBundel
from pelaporan.models import Bundel, KewajibanLaporan, Laporan, LaporanMitra
from pelaporan.permissions import boleh_melihat_laporan
from pelaporan.queries.kata_berkas import baris, catat, kata, lampirkan, ringkasan, surati, tandai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inti.models import Pengguna
    from kerjasama.models import Naskah
    from pelaporan.domain.isi_laporan import IsianTampil
    from pelaporan.models import PutaranLaporan

TEKS_LAPORAN = ("pendahuluan", "hasil", "kesimpulan", "pernyataan_tanpa_laporan", "catatan_ketua")


def isi_laporan_mitra(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Duties and what was submitted for them; a draft and its files only for its own mitra."""
    isi = Isi()
    kewajiban = list(
        KewajibanLaporan.objects.terlihat_oleh(pengguna)
        .filter(naskah=naskah)
        .select_related("mitra")
        .order_by("mitra", "jatuh_tempo", "pk")
    )
    isi.tabel(
        "Kewajiban laporan mitra",
        ("Mitra", "Laporan", "Jatuh tempo", "Batas", "Status"),
        (
            baris(k.mitra, k.sebutan, k.jatuh_tempo, k.batas, k.get_status_display())
            for k in kewajiban
        ),
    )
    for satu in kewajiban:
        catat(isi, satu.jatuh_tempo, "Laporan mitra", f"{satu} jatuh tempo", satu)
    terlihat = LaporanMitra.objects.terlihat_oleh(pengguna).filter(kewajiban__in=kewajiban)
    laporan = list(
        terlihat.order_by("pk")
        .select_related("kewajiban__mitra")
        .prefetch_related("berkas__berkas", "riwayat__tanda_terima__perangkat_daerah")
    )
    draf = mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA)
    for satu_laporan in laporan:
        _laporan_mitra(isi, satu_laporan, draf=draf)
    if boleh_melihat_jejak(pengguna):
        tandai(isi, [*kewajiban, *laporan])
    return isi


def isi_laporan(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Reports to the Ketua TKKSD and their bundles, for those who may open them."""
    isi = Isi()
    if not boleh_melihat_laporan(pengguna):
        return isi
    terlihat = Laporan.objects.terlihat_oleh(pengguna).filter(kegiatan__naskah=naskah)
    laporan = list(terlihat.order_by("pk").untuk_daftar())
    bundel = list(
        Bundel.objects.filter(laporan__in=laporan, status=StatusBundel.SIAP)
        .select_related("berkas")
        .order_by("pk")
    )
    isi.tabel(
        "Laporan kepada Ketua TKKSD",
        ("Laporan", "Nomor", "Tanggal", "Status", "Dikirim", "Diputuskan"),
        (
            baris(
                lap,
                lap.nomor,
                lap.tanggal,
                lap.get_status_display(),
                lap.dikirim_pada,
                lap.diputuskan_pada,
            )
            for lap in laporan
        ),
    )
    for satu in laporan:
        teks = [n.name for n in satu._meta.concrete_fields if n.name not in TEKS_LAPORAN]
        isi.tabel(f"Isi {satu} ({satu.pk})", ("Isian", "Isi"), ringkasan(satu, teks))
        surati(isi, satu.nomor, satu)
        catat(isi, satu.dikirim_pada, "Laporan", f"{satu} dikirim (versi {satu.versi})", satu)
        putusan = f"{satu}: {satu.get_status_display()}"
        catat(isi, satu.diputuskan_pada, "Putusan Ketua TKKSD", putusan, satu)
    for b in bundel:
        if b.berkas:
            lampirkan(isi, b.berkas, f"Bundel laporan, kiriman ke-{b.versi}", b)
            catat(isi, b.selesai_pada, "Laporan", f"Bundel kiriman ke-{b.versi} siap", b)
    tandai(isi, [*laporan, *bundel])
    return isi


def _laporan_mitra(isi: Isi, laporan: LaporanMitra, *, draf: bool) -> None:
    for putaran in laporan.riwayat.all():
        _putaran(isi, laporan, putaran)
    for satu in laporan.berkas.all():
        if satu.putaran or draf:
            asal = f"putaran {satu.putaran}" if satu.putaran else "draf"
            lampirkan(isi, satu.berkas, f"{laporan}, {asal}: {kata(satu.keterangan)}", satu)


def _putaran(isi: Isi, laporan: LaporanMitra, putaran: PutaranLaporan) -> None:
    bentuk = susunan(baca(putaran.isi["formulir"]["definisi"]), putaran.isi["isi"])
    isian = [("Nomor tanda terima", putaran.nomor)]
    isian += [pasangan for bagian in bentuk for i in bagian.isian for pasangan in _isian(i)]
    isian += [
        (f"Diterima {t.perangkat_daerah or t.get_penerima_display()}", kata(t.diterima_pada))
        for t in putaran.tanda_terima.all()
    ]
    if putaran.hasil:
        isian.append(("Hasil tinjauan", f"{putaran.get_hasil_display()}: {kata(putaran.catatan)}"))
    isi.tabel(f"{laporan}, putaran {putaran.ke}", ("Isian", "Isi"), isian)
    judul = f"{laporan}, putaran {putaran.ke}"
    catat(isi, putaran.disampaikan_pada, "Laporan mitra", f"{judul} disampaikan", putaran)
    hasil = f"{judul} {putaran.get_hasil_display().lower()}"
    catat(isi, putaran.ditinjau_pada, "Laporan mitra", hasil, putaran)
    for tanda in putaran.tanda_terima.all():
        penerima = tanda.perangkat_daerah or tanda.get_penerima_display()
        catat(isi, tanda.dibaca_pada, "Laporan mitra", f"{judul} dibaca {penerima}", tanda)


def _isian(isian: IsianTampil) -> Iterator[tuple[str, str]]:
    if not isian.kolom:
        yield isian.label, isian.teks
    for satu in isian.baris:
        yield isian.label, "; ".join(f"{label}: {teks}" for label, teks in satu)
