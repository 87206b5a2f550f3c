"""The government's identity and emblem."""

from __future__ import annotations

from django import forms

from inti.forms.bentrok import BentrokModelMixin
from inti.forms.berkas import BerkasField
from inti.models import Pemerintah
from inti.unggahan import JPEG, PNG


class PemerintahForm(BentrokModelMixin, forms.ModelForm):
    """What every page, letter and report shows of the government."""

    lambang_baru = BerkasField(
        label="Lambang",
        tipe=(PNG, JPEG),
        required=False,
        help_text="Kosongkan untuk memakai yang sekarang.",
    )

    class Meta:
        model = Pemerintah
        fields = (
            "nama",
            "jenis",
            "nama_daerah",
            "provinsi",
            "tempat",
            "sekretariat",
            "unit_kerja_sama",
            "alamat",
            "telepon",
            "laman",
            "surel",
            "kode_unit_surat",
            "dasar_hukum",
            "ukuran_kertas",
            "register_publik",
        )
