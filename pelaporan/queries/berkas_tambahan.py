"""What stands beside the cycle: postponements, controls, working papers, warnings, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.queries.dokumen import SUMBER
from pelaporan.queries.kata_berkas import baris, catat, lampirkan, surati, tandai
from pengawasan.enums import StatusKertasKerja
from pengawasan.models import (
    KertasKerja,
    Pengendalian,
    PenundaanJadwal,
    PerkembanganTindakLanjut,
    Teguran,
    TindakLanjut,
)
from pengawasan.permissions import boleh_melihat
from pengawasan.queries.kertas_kerja import kata_jawaban

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah


def isi_tambahan(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Each as far as its own pages show it to this reader."""
    isi = Isi()
    if boleh_melihat(pengguna):
        _penundaan(isi, naskah, pengguna)
        _pengendalian(isi, naskah, pengguna)
        _perkembangan(isi, naskah, pengguna)
    _kertas_kerja(isi, naskah, pengguna)
    _teguran(isi, naskah, pengguna)
    _dokumen(isi, naskah, pengguna)
    return isi


def _penundaan(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = PenundaanJadwal.objects.terlihat_oleh(pengguna).filter(jadwal__naskah=naskah)
    semua = list(terlihat.select_related("jadwal", "diajukan_oleh").order_by("pk"))
    isi.tabel(
        "Penundaan",
        ("Giliran", "Jatuh tempo", "Sampai", "Alasan", "Diajukan oleh", "Status", "Catatan"),
        (
            baris(
                p.jadwal.ke, p.jatuh_tempo, p.sampai, p.alasan, p.diajukan_oleh,
                p.get_status_display(), p.catatan_putusan,
            )
            for p in semua
        ),
    )  # fmt: skip
    for satu in semua:
        catat(isi, satu.diajukan_pada, "Penundaan", f"Diajukan sampai {satu.sampai}", satu)
        catat(isi, satu.diputuskan_pada, "Penundaan", satu.get_status_display(), satu)
    tandai(isi, semua)


def _pengendalian(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = Pengendalian.objects.terlihat_oleh(pengguna).filter(naskah=naskah)
    semua = list(terlihat.select_related("perangkat_daerah", "berkas").order_by("tanggal", "pk"))
    isi.tabel(
        "Pengendalian",
        ("Tanggal", "Perangkat Daerah", "Yang dikendalikan", "Temuan", "Tindakan"),
        (baris(p.tanggal, p.perangkat_daerah, p.objek, p.temuan, p.tindakan) for p in semua),
    )
    for satu in semua:
        catat(isi, satu.tanggal, "Pengendalian", satu.objek, satu)
        if satu.berkas:
            lampirkan(isi, satu.berkas, "Pengendalian", satu)
    tandai(isi, semua)


def _perkembangan(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = TindakLanjut.objects.terlihat_oleh(pengguna).filter(naskah=naskah)
    semua = list(
        PerkembanganTindakLanjut.objects.filter(tindak_lanjut__in=terlihat)
        .select_related("tindak_lanjut")
        .prefetch_related("berkas__berkas")
        .order_by("tanggal", "pk")
    )
    isi.tabel(
        "Perkembangan tindak lanjut",
        ("Tanggal", "Tindak lanjut", "Persen", "Tahap", "Uraian"),
        (
            baris(p.tanggal, p.tindak_lanjut, p.persen, p.get_tahap_display(), p.uraian)
            for p in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.tanggal, "Perkembangan", satu.uraian, satu)
        for berkas in satu.berkas.all():
            lampirkan(isi, berkas.berkas, "Perkembangan tindak lanjut", berkas)


def _kertas_kerja(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = KertasKerja.objects.terlihat_oleh(pengguna).filter(
        kegiatan__naskah=naskah, status=StatusKertasKerja.DISAMPAIKAN
    )
    semua = list(terlihat.untuk_daftar().prefetch_related("jawaban").order_by("pk"))
    isi.tabel(
        "Kertas kerja",
        ("Diisi oleh", "Kegiatan", "Nomor", "Pertanyaan", "Jawaban", "Keterangan"),
        (
            baris(
                k.pihak, k.kegiatan.get_jenis_display(), j.nomor, j.pertanyaan, kata_jawaban(j),
                j.uraian,
            )
            for k in semua
            for j in k.jawaban.all()
        ),
    )  # fmt: skip
    for satu in semua:
        catat(isi, satu.disampaikan_pada, "Kertas kerja", f"Disampaikan {satu.pihak}", satu)


def _teguran(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = Teguran.objects.terlihat_oleh(pengguna).filter(naskah=naskah)
    semua = list(
        terlihat.select_related("mitra")
        .prefetch_related("surat__nomor", "surat__jawaban__berkas__berkas")
        .order_by("pk")
    )
    surat = [s for t in semua for s in sorted(t.surat.all(), key=lambda s: s.pk)]
    isi.tabel(
        "Teguran",
        ("Mitra", "Surat", "Tanggal", "Jawaban paling lambat", "Status", "Isi", "Jawaban"),
        (
            baris(
                s.teguran.mitra, s, s.tanggal, s.batas_jawaban, s.get_status_display(), s.isi,
                "; ".join(j.teks for j in s.jawaban.all()),
            )
            for s in surat
        ),
    )  # fmt: skip
    for satu in surat:
        surati(isi, satu.nomor, satu)
        catat(isi, satu.batas_jawaban, "Teguran", f"Jawaban paling lambat: {satu}", satu)
        for jawaban in satu.jawaban.all():
            catat(isi, jawaban.disampaikan_pada, "Teguran", f"Dijawab: {satu}", jawaban)
            for berkas in jawaban.berkas.all():
                lampirkan(isi, berkas.berkas, f"Jawaban {satu}", berkas)


def _dokumen(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    """The documents as they were issued, each of an object that the reader may see."""
    semua: list[Dokumen] = []
    for jenis, jalur in JALUR.items():
        sumber = SUMBER[jenis]
        objek = sumber.model.objects.terlihat_oleh(pengguna).filter(**{jalur: naskah.pk})
        boleh = [o.pk for o in objek.distinct() if sumber.boleh(pengguna, o)]
        bertanda = Dokumen.objects.bertanda().filter(jenis=jenis, objek_id__in=boleh)
        semua += bertanda.select_related("berkas", "nomor")
    semua.sort(key=lambda d: d.pk)
    isi.tabel(
        "Dokumen resmi",
        ("Dokumen", "Nomor", "Tanggal", "Versi", "Keadaan"),
        (baris(d.get_jenis_display(), d.nomor, d.tanggal, d.versi, _keadaan(d)) for d in semua),
    )
    for satu in semua:
        surati(isi, satu.nomor, satu)
        if satu.berkas:
            lampirkan(isi, satu.berkas, str(satu), satu)


def _keadaan(dokumen: Any) -> str:
    if dokumen.dibatalkan:
        return "tidak berlaku lagi"
    return "digantikan" if dokumen.digantikan else "berlaku"


# How each kind of document hangs on a naskah.
JALUR = {
    JenisDokumen.SURAT_TUGAS: "kegiatan__naskah",
    JenisDokumen.UNDANGAN: "naskah",
    JenisDokumen.DAFTAR_HADIR: "naskah",
    JenisDokumen.NOTULENSI: "naskah",
    JenisDokumen.BERITA_ACARA: "kegiatan__naskah",
    JenisDokumen.MATRIK: "naskah",
    JenisDokumen.SURAT_TEGURAN: "teguran__naskah",
    JenisDokumen.PERMINTAAN_LAPORAN: "naskah",
    JenisDokumen.NOTA_DINAS: "kegiatan__naskah",
    JenisDokumen.BUKTI_PENGAWASAN: "pk",
}
