"""Planning a kegiatan and recording the elements of an evaluasi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from inti.forms import SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok import BentrokMixin
from inti.services.kolom import nilai_kolom
from pengawasan.domain.kegiatan import KOLOM_RENCANA, METODE
from pengawasan.enums import JenisKegiatan, Metode, Sifat
from pengawasan.queries.dokumentasi import sidik_unsur

if TYPE_CHECKING:
    from pengawasan.models import Jadwal, Kegiatan

JAM = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def _helper(*baris: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*baris)
    return helper


def _lajur(*nama: str) -> Row:
    return Row(*[Column(n, css_class=f"col-md-{12 // len(nama)}") for n in nama])


class RencanaForm(forms.Form):
    """When and where."""

    tanggal_rencana = TanggalField(label="Tanggal rencana")
    waktu_rencana = forms.TimeField(label="Pukul", required=False, widget=JAM)
    tempat = TeksField(label="Tempat", max_length=250, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper(_lajur("tanggal_rencana", "waktu_rencana"), "tempat")


class UbahRencanaForm(BentrokMixin, RencanaForm):
    """The same for a kegiatan that is there."""

    def __init__(self, *args: Any, kegiatan: Kegiatan, **kwargs: Any) -> None:
        super().__init__(*args, initial=nilai_kolom(kegiatan, KOLOM_RENCANA), **kwargs)
        self.helper.layout.append("asal")
        self.ingat(kegiatan, KOLOM_RENCANA)

    def data_kolom(self) -> dict[str, Any]:
        """The columns."""
        return {n: self.cleaned_data[n] for n in KOLOM_RENCANA}


class BerkalaForm(SekaliMixin, RencanaForm):
    """An event that an obligation asks for: naskah and kind come from it, not from the form."""

    metode = forms.ChoiceField(label="Metode")
    bersama_perpanjangan = forms.BooleanField(
        label="Bersamaan dengan penyusunan naskah perpanjangan (Pasal 8 ayat (4))", required=False
    )

    def __init__(self, *args: Any, jadwal: Jadwal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.jadwal = jadwal
        jenis = JenisKegiatan(jadwal.jenis)
        self.fields["metode"].choices = [(m.value, m.label) for m in METODE[jenis]]
        isi: list[Any] = ["kunci", "metode", _lajur("tanggal_rencana", "waktu_rencana"), "tempat"]
        if jenis == JenisKegiatan.EVALUASI:
            isi.append("bersama_perpanjangan")
        else:
            del self.fields["bersama_perpanjangan"]
        self.helper = _helper(*isi)

    def data_kegiatan(self) -> dict[str, Any]:
        """The columns, without the one-use key."""
        isi = {n: v for n, v in self.cleaned_data.items() if n != "kunci"}
        return isi | {
            "naskah": self.jadwal.naskah,
            "jadwal": self.jadwal,
            "jenis": self.jadwal.jenis,
            "sifat": Sifat.BERKALA,
        }


class InsidentalForm(SekaliMixin, RencanaForm):
    """*Pada saat diperlukan*: with a reason and a requester."""

    jenis = forms.ChoiceField(label="Jenis", choices=JenisKegiatan.choices)
    metode = forms.ChoiceField(
        label="Metode",
        choices=Metode.choices,
        help_text="Pemantauan: dokumen atau tinjau lokasi. Evaluasi: FGD.",
    )
    alasan = TeksField(label="Alasan diadakan", max_length=300, baris=2)
    peminta = TeksField(
        label="Diminta oleh", max_length=150, help_text="Nama atau jabatan yang meminta."
    )
    menggantikan_berkala = forms.BooleanField(
        label="Menggantikan pemantauan berkala yang terdekat",
        required=False,
        help_text="Hanya untuk pemantauan. Hitungan 6 bulan dimulai lagi dari tanggalnya.",
    )
    bersama_perpanjangan = forms.BooleanField(
        label="Bersamaan dengan penyusunan naskah perpanjangan (Pasal 8 ayat (4))",
        required=False,
        help_text="Hanya untuk evaluasi.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper(
            "kunci",
            _lajur("jenis", "metode"),
            _lajur("tanggal_rencana", "waktu_rencana"),
            "tempat",
            "alasan",
            "peminta",
            "menggantikan_berkala",
            "bersama_perpanjangan",
        )

    def clean(self) -> dict[str, Any]:
        """The method must suit the kind; the boxes must suit it too."""
        data = super().clean() or {}
        jenis, metode = data.get("jenis"), data.get("metode")
        if jenis and metode and metode not in METODE[JenisKegiatan(jenis)]:
            boleh = " atau ".join(m.label for m in METODE[JenisKegiatan(jenis)])
            self.add_error("metode", f"{JenisKegiatan(jenis).label} dilakukan dengan {boleh}.")
        if data.get("menggantikan_berkala") and jenis != JenisKegiatan.PEMANTAUAN:
            self.add_error("menggantikan_berkala", "Hanya untuk pemantauan.")
        if data.get("bersama_perpanjangan") and jenis != JenisKegiatan.EVALUASI:
            self.add_error("bersama_perpanjangan", "Hanya untuk evaluasi.")
        return data

    def data_kegiatan(self) -> dict[str, Any]:
        """The columns, without the one-use key."""
        isi = {n: v for n, v in self.cleaned_data.items() if n != "kunci"}
        return isi | {"sifat": Sifat.INSIDENTAL}


class AsalForm(forms.Form):
    """Where a plan begins: an obligation, or a naskah; or words to find one."""

    jadwal = forms.IntegerField(required=False, min_value=1)
    naskah = forms.IntegerField(required=False, min_value=1)
    q = TeksField(
        label="Nomor atau judul naskah",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class UnsurForm(forms.Form):
    """Elements (b) and (c) of Pasal 6 ayat (4)."""

    sidik = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    hasil_wawancara = TeksField(
        label="Hasil wawancara dan dokumentasi", max_length=5_000, required=False, baris=8
    )
    alasan_tanpa_tinjau = TeksField(
        label="Alasan tidak dilakukan tinjau lokasi",
        max_length=300,
        required=False,
        baris=2,
        help_text="Isi hanya bila tidak ada berita acara tinjau lokasi.",
    )

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if not self.errors and not (isi["hasil_wawancara"] or isi["alasan_tanpa_tinjau"]):
            msg = "Isi hasil wawancara, atau alasan tidak dilakukan tinjau lokasi."
            raise forms.ValidationError(msg)
        return isi

    def bandingkan(self, tersimpan: Kegiatan) -> list[tuple[str, str, str]]:
        """Label, stored and given value of what differs; saving once more then knows both."""
        if self.cleaned_data["sidik"] == sidik_unsur(tersimpan):
            return []
        data: Any = self.data.copy()
        data["sidik"] = sidik_unsur(tersimpan)
        self.data = data
        return [
            (str(self.fields[n].label), getattr(tersimpan, n), self.cleaned_data[n])
            for n in ("hasil_wawancara", "alasan_tanpa_tinjau")
            if getattr(tersimpan, n) != self.cleaned_data[n]
        ]
