"""What of reports and letters holds a file."""

from __future__ import annotations

from inti.queries.milik_berkas import SumberMilik
from kerjasama.queries.milik_berkas import pada_naskah
from kerjasama.queries.pencarian import sebutan_naskah
from pelaporan.models import (
    BerkasLaporan,
    BerkasLengkap,
    Bundel,
    Dokumen,
    Laporan,
    LaporanMitra,
    TandaTangan,
)
from pelaporan.permissions import (
    boleh_melihat_laporan,
    boleh_melihat_laporan_mitra,
    boleh_melihat_surat,
)

SUMBER = (
    SumberMilik(
        "Laporan mitra",
        BerkasLaporan.objects.all,
        "pelaporan:laporan-mitra-rincian",
        boleh_melihat_laporan_mitra,
        LaporanMitra.objects.terlihat_oleh,
        objek="laporan",
        nama=sebutan_naskah("laporan__kewajiban__naskah__"),
    ),
    SumberMilik(
        "Bundel, laporan",
        Bundel.objects.all,
        "pelaporan:laporan-rincian",
        boleh_melihat_laporan,
        Laporan.objects.terlihat_oleh,
        objek="laporan",
        nama=sebutan_naskah("laporan__kegiatan__naskah__"),
    ),
    SumberMilik(
        "Bundel bertanda tangan, laporan",
        lambda: TandaTangan.objects.filter(bundel__isnull=False),
        "pelaporan:laporan-rincian",
        boleh_melihat_laporan,
        Laporan.objects.terlihat_oleh,
        objek="bundel__laporan",
        nama=sebutan_naskah("bundel__laporan__kegiatan__naskah__"),
    ),
    # Who may see the letter register may see every document.
    SumberMilik(
        "Dokumen resmi",
        Dokumen.objects.all,
        "pelaporan:dokumen-rincian",
        boleh_melihat_surat,
        lambda _: Dokumen.objects.all(),
        nama="judul",
    ),
    SumberMilik(
        "Dokumen resmi bertanda tangan",
        lambda: TandaTangan.objects.filter(dokumen__isnull=False),
        "pelaporan:dokumen-rincian",
        boleh_melihat_surat,
        lambda _: Dokumen.objects.all(),
        objek="dokumen",
        nama="dokumen__judul",
    ),
    pada_naskah("Berkas lengkap", BerkasLengkap.objects.all),
)
