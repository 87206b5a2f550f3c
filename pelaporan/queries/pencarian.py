"""What of reports and letters the search over everything finds; lists narrow by the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Left

from inti.models import NomorSurat
from inti.permissions import boleh
from inti.queries.pencarian import SumberCari
from inti.roles import Kemampuan
from kerjasama.queries.pencarian import TERPANJANG, sebutan_naskah
from pelaporan.models import Laporan, LaporanMitra, PutaranLaporan
from pelaporan.permissions import (
    boleh_melihat_laporan,
    boleh_melihat_laporan_mitra,
    boleh_melihat_surat,
)
from pengawasan.queries.pencarian import bernaskah

if TYPE_CHECKING:
    from inti.models import Pengguna
    from inti.putusan import Putusan


def laporan_memuat(teks: str) -> Q:
    """In the number and title of the naskah, and the number of the letter."""
    return bernaskah(teks, "kegiatan__naskah__") | Q(nomor__nomor__icontains=teks)


def laporan_mitra_memuat(teks: str) -> Q:
    """In the naskah, the partner's name and the numbers of its receipts."""
    mitra = Q(kewajiban__mitra__nama__icontains=teks)
    diterima = PutaranLaporan.objects.filter(nomor__icontains=teks).values("laporan")
    return bernaskah(teks, "kewajiban__naskah__") | mitra | Q(pk__in=diterima)


def surat_memuat(teks: str) -> Q:
    """In the number and the subject."""
    return Q(nomor__icontains=teks) | Q(perihal__icontains=teks)


def _boleh_mengisi(pengguna: Pengguna) -> Putusan:
    return boleh(pengguna, Kemampuan.ISI_LAPORAN_MITRA)


_SEBUTAN = Case(
    When(kewajiban__ke=None, then=Value("Laporan yang diminta")),
    default=Concat(Value("Laporan ke-"), Cast("kewajiban__ke", TextField())),
    output_field=TextField(),
)
_NASKAH = sebutan_naskah("kewajiban__naskah__")
SUMBER = (
    SumberCari(
        "laporan-mitra",
        "Laporan mitra",
        "report",
        "pelaporan:laporan-mitra-rincian",
        boleh_melihat_laporan_mitra,
        LaporanMitra.objects.terlihat_oleh,
        lambda teks, _: laporan_mitra_memuat(teks),
        nama=Concat(_SEBUTAN, Value(" "), F("kewajiban__mitra__nama")),
        keterangan=_NASKAH,
        daftar="pelaporan:laporan-mitra-daftar",
    ),
    # The same to who fills them, at the page where that is done.
    SumberCari(
        "laporan-saya",
        "Laporan saya",
        "file-text",
        "pelaporan:portal-laporan",
        _boleh_mengisi,
        LaporanMitra.objects.terlihat_oleh,
        lambda teks, _: laporan_mitra_memuat(teks),
        nama=Concat(_SEBUTAN, Value(" "), _NASKAH),
        keterangan=Left("kewajiban__naskah__judul", TERPANJANG),
        daftar="pelaporan:portal-daftar",
    ),
    SumberCari(
        "laporan",
        "Laporan kepada Ketua TKKSD",
        "report-analytics",
        "pelaporan:laporan-rincian",
        boleh_melihat_laporan,
        Laporan.objects.terlihat_oleh,
        lambda teks, _: laporan_memuat(teks),
        nama=Concat(Value("Laporan "), sebutan_naskah("kegiatan__naskah__")),
        keterangan=Coalesce("nomor__nomor", Value("")),
        daftar="pelaporan:laporan-daftar",
    ),
    SumberCari(
        "surat",
        "Surat",
        "mail",
        "pelaporan:surat-daftar",
        boleh_melihat_surat,
        lambda _: NomorSurat.objects.all(),
        lambda teks, _: surat_memuat(teks),
        nama="nomor",
        keterangan="perihal",
        daftar="pelaporan:surat-daftar",
        sendiri=False,
    ),
)
