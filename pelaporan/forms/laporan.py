"""The text of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.formats import rangkai
from inti.forms.bentrok import BentrokModelMixin
from inti.forms.catatan import AlasanForm
from inti.forms.teks import TeksField
from pelaporan.models import Laporan
from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from pelaporan.domain.kelengkapan import Bahan

KUNCI_TERBESAR = 2**63 - 1


class PilihKegiatanForm(forms.Form):
    """Which kegiatan a report is begun for."""

    kegiatan = forms.IntegerField(min_value=1, max_value=KUNCI_TERBESAR)


class LaporanForm(BentrokModelMixin, forms.ModelForm):
    """What the team writes; everything else is printed from the data.

    The two statements are asked for only where `bahan` lacks what they stand for.
    """

    pendahuluan = TeksField(label="Pendahuluan", baris=4, required=False, max_length=10_000)
    hasil = TeksField(label="Hasil pelaksanaan", baris=8, required=False, max_length=20_000)
    kesimpulan = TeksField(label="Kesimpulan dan saran", baris=5, required=False, max_length=10_000)
    alasan_tanpa_tinjau = TeksField(
        label="Alasan tinjau lokasi tidak diperlukan",
        help_text="Isi bila tinjau lokasi tidak diperlukan; nama Anda dicatat sebagai yang "
        "menyatakan (Pasal 10 ayat (1) huruf b).",
        baris=2,
        required=False,
        max_length=300,
    )
    pernyataan_tanpa_laporan = TeksField(
        label="Pernyataan laporan mitra tidak disampaikan",
        baris=4,
        required=False,
        max_length=2_000,
    )

    class Meta:
        model = Laporan
        fields = (
            "pendahuluan",
            "hasil",
            "kesimpulan",
            "alasan_tanpa_tinjau",
            "pernyataan_tanpa_laporan",
        )

    def __init__(self, *args: Any, bahan: Bahan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        laporan = self.instance
        ditinjau = bahan.ba_tinjau or laporan.kegiatan.jenis == JenisKegiatan.EVALUASI
        if ditinjau and not laporan.alasan_tanpa_tinjau:
            del self.fields["alasan_tanpa_tinjau"]
        if bahan.mitra_tanpa_laporan:
            self.fields["pernyataan_tanpa_laporan"].help_text = (
                f"Belum ada laporan dari {rangkai(bahan.mitra_tanpa_laporan)}. Pernyataan ini "
                "menggantikan lampiran huruf a; laporan yang terlambat dan pengingat yang dikirim "
                "melalui sistem dicantumkan otomatis."
            )
        elif not laporan.pernyataan_tanpa_laporan:
            del self.fields["pernyataan_tanpa_laporan"]
        self.ingat(laporan, [n for n in self._meta.fields if n in self.fields])


class CabutForm(AlasanForm):
    """Why a bundle is revoked, in words for whoever holds the paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pembaca = "Dibaca siapa pun yang memeriksa keaslian bundel ini; jangan sebut nama orang."
        self.fields["alasan"].help_text = pembaca
