"""Naming the columns of a list: which sheet, which row of headings, what each column is."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django import forms

from kerjasama.domain.baris_impor import Bawaan
from kerjasama.domain.impor import periksa_pemetaan
from kerjasama.domain.kolom import BOLEH_BANYAK, NAMA_KOLOM
from kerjasama.enums import JenisNaskah
from kerjasama.queries.pemetaan import pilihan_baris, pilihan_lembar
from kerjasama.services.lembar import Tata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kerjasama.models import Impor
    from kerjasama.queries.pemetaan import KolomTampil

ABAIKAN = ("", "Abaikan")


class PilihLembarForm(forms.Form):
    """The sheet and the row of headings that are shown; another sheet brings its own row."""

    lembar = forms.TypedChoiceField(label="Lembar", coerce=int)
    baris_judul = forms.TypedChoiceField(label="Baris judul kolom", coerce=int)
    lembar_semula = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, impor: Impor) -> None:
        self.impor = impor
        super().__init__(data)
        lembar = pilihan_lembar(impor)
        self.fields["lembar"].choices = lembar
        self.dipilih = self._dipilih({n for n, _ in lembar})
        self.fields["baris_judul"].choices = pilihan_baris(impor, self.dipilih)
        self.initial = dict(zip(("lembar", "baris_judul"), self.pilihan(), strict=True))
        self.initial["lembar_semula"] = self.dipilih
        if len(lembar) < 2:
            self.fields["lembar"].widget = forms.HiddenInput()

    def _dipilih(self, ada: set[int]) -> int:
        teks = self.data.get("lembar", "")
        return int(teks) if teks.isdecimal() and int(teks) in ada else self.impor.lembar

    def pilihan(self) -> tuple[int, int]:
        """Sheet and row of headings, as chosen or as proposed."""
        teks, semula = self.data.get("baris_judul", ""), self.data.get("lembar_semula", "")
        ada = {n for n, _ in self.fields["baris_judul"].choices}
        pindah = semula not in {"", str(self.dipilih)}
        if teks.isdecimal() and int(teks) in ada and not pindah:
            return self.dipilih, int(teks)
        if self.dipilih == self.impor.lembar:
            return self.dipilih, self.impor.baris_judul
        return self.dipilih, self.impor.daftar_lembar[self.dipilih]["usul_judul"]

    def tampil(self) -> PilihLembarForm:
        """The same choice as a form that was not sent, for the page."""
        form = PilihLembarForm(impor=self.impor)
        form.fields["baris_judul"].choices = self.fields["baris_judul"].choices
        form.initial = self.initial
        return form


class PemetaanForm(forms.Form):
    """One choice per column; at least title or party, and no column named twice.

    Below them what is said of all rows at once, so that nobody says it ten thousand times.
    """

    jenis = forms.ChoiceField(
        label="Jenis naskah bila kosong",
        choices=[("", "Pilih pada tiap baris"), *JenisNaskah.choices],
        required=False,
        help_text="Dipakai untuk baris yang tidak menyebut jenisnya.",
    )
    jenis_mitra_dari_nama = forms.BooleanField(
        label="Terima jenis mitra yang diusulkan dari namanya",
        required=False,
        help_text=(
            "Misalnya PT menjadi perusahaan swasta, Persero menjadi BUMN. Tanpa centang, "
            "setiap usulan menunggu Anda lihat pada barisnya."
        ),
    )
    judul_usulan = forms.BooleanField(
        label="Terima judul yang diusulkan bila judulnya kosong",
        required=False,
        initial=True,
        help_text=(
            "Misalnya “Nota Kesepakatan Nomor 9 Tahun 2021 dengan Universitas A”, hanya untuk "
            "baris yang bernomor. Judulnya dapat dibetulkan kemudian."
        ),
    )
    tanpa_unit_asing = forms.BooleanField(
        label="Masukkan tanpa Perangkat Daerah yang tidak dikenal",
        required=False,
        help_text=(
            "Misalnya dinas daerah lain. Tanpa centang, barisnya menunggu Anda memilih Perangkat "
            "Daerahnya."
        ),
    )
    tanpa_penanda = forms.BooleanField(
        label="Masukkan tanpa penanda tangan pemerintah daerah bila Perangkat Daerahnya tidak ada",
        required=False,
        help_text=(
            "Penanda tangan pemerintah daerah dicatat pada Perangkat Daerahnya. Tanpa centang, "
            "barisnya menunggu Anda memilihnya. Isi aslinya tetap terbaca pada naskah."
        ),
    )
    draf_tanpa_tanggal = forms.BooleanField(
        label="Simpan sebagai draf bila tanggal penandatanganannya kosong",
        required=False,
        help_text="Draf belum berlaku, belum diawasi, dan tidak tampil di register publik.",
    )
    tanpa_akhir = forms.BooleanField(
        label="Anggap tanpa batas waktu bila tanggal berakhir dan jangka waktunya kosong",
        required=False,
        help_text="Tanpa centang, barisnya menunggu Anda mengisi atau menerima yang kosong.",
    )

    def __init__(
        self, data: Any = None, *, kolom: Sequence[KolomTampil], bawaan: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=bawaan)
        self.kolom = kolom
        for nomor, satu in enumerate(kolom):
            sebut = f"Kolom {satu.huruf} dibaca sebagai"
            atribut = {"class": "form-select", "aria-label": sebut}
            self.fields[f"kolom_{nomor}"] = forms.ChoiceField(
                label=sebut,
                choices=[ABAIKAN, *NAMA_KOLOM.items()],
                required=False,
                initial=satu.usul,
                widget=forms.Select(attrs=atribut),
            )

    def baris(self) -> Iterator[tuple[KolomTampil, forms.BoundField]]:
        """Each column with its choice."""
        return ((satu, self[f"kolom_{nomor}"]) for nomor, satu in enumerate(self.kolom))

    def clean(self) -> dict[str, Any]:
        """What the rules say of the whole, at the field where it can be mended."""
        data = super().clean() or {}
        dipakai: dict[str, str] = {}
        for nomor, satu in enumerate(self.kolom):
            pilihan = data.get(f"kolom_{nomor}", "")
            if pilihan in dipakai and pilihan not in BOLEH_BANYAK:
                kata = f"{NAMA_KOLOM[pilihan]} sudah dipilih untuk kolom {dipakai[pilihan]}."
                self.add_error(f"kolom_{nomor}", kata)
            elif pilihan:
                dipakai[pilihan] = satu.huruf
        if not self.errors and not (putusan := periksa_pemetaan(self._pilihan(data))):
            raise forms.ValidationError(putusan.alasan)
        return data

    def _pilihan(self, data: dict[str, Any]) -> list[str]:
        return [data.get(f"kolom_{nomor}", "") for nomor in range(len(self.kolom))]

    def tata(self, lembar: int, baris_judul: int) -> Tata:
        """How the file is to be read."""
        isi = self.cleaned_data
        bawaan = Bawaan(**{f.name: isi[f.name] for f in fields(Bawaan)})
        return Tata(lembar, baris_judul, self._pilihan(isi), bawaan)
