"""One row of the matrix with its recommendations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import SekaliMixin, TanggalField, TeksField
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.matrik import (
    BARIS_TERBANYAK,
    gabung_sel,
    periksa_ubah_rekomendasi,
)
from pengawasan.enums import JenisRekomendasi, StatusRekomendasi
from pengawasan.models import BarisMatrik
from pengawasan.models.matrik import SEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import QueryDict

    from pengawasan.models import Kegiatan, Rekomendasi

CENTANG = re.compile(rf"((?:r\d{{1,18}}|baru)-(?:{'|'.join(JenisRekomendasi.values)}))-pilih")
KOLOM_TEKS = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut")


class SelField(TeksField):
    """A cell; blank while the row is a draft."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, max_length=SEL, required=False, baris=3)


class BarisMatrikForm(SekaliMixin, forms.ModelForm):
    """Columns a to g of Pasal 6 ayat (6), in that order; `kunci` names this save."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput, required=False)
    # Of a row that comes back: where it stood.
    urutan = forms.IntegerField(
        min_value=1, max_value=BARIS_TERBANYAK, widget=forms.HiddenInput, required=False
    )
    dasar = SelField("a. Dasar PKS/Kesepakatan Bersama")
    materi_evaluasi = SelField("b. Materi evaluasi")
    permasalahan = SelField("c. Permasalahan")
    solusi = SelField("d. Solusi")
    tindak_lanjut = SelField("e. Tindak lanjut")
    perangkat_daerah = forms.ModelChoiceField(
        label="f. Perangkat daerah penanggung jawab",
        queryset=PerangkatDaerah.objects.none(),
        empty_label="Pilih perangkat daerah",
        required=False,
    )
    keterangan = SelField("g. Keterangan")

    class Meta:
        model = BarisMatrik
        fields = (*KOLOM_TEKS, "perangkat_daerah", "keterangan")

    def __init__(
        self, *args: Any, kegiatan: Kegiatan, terkunci: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        unit = PerangkatDaerah.objects.filter(keterlibatan__naskah=kegiatan.naskah_id)
        if self.instance.pk:
            unit |= PerangkatDaerah.objects.filter(pk=self.instance.perangkat_daerah_id)
        self.fields["perangkat_daerah"].queryset = unit.distinct()
        if terkunci:
            for nama in self.Meta.fields:
                self.fields[nama].disabled = True

    def data_baris(self) -> dict[str, Any]:
        """The columns, without the version."""
        return {n: self.cleaned_data[n] for n in self.Meta.fields}


class RekomendasiForm(forms.Form):
    """One kind of recommendation: ticked or not, worded, dated. What it is, the server knows."""

    ada = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=False)
    pilih = forms.BooleanField(required=False)
    uraian = TeksField(label="Uraian", max_length=SEL, required=False, baris=2)
    tenggat = TanggalField(label="Tenggat tindak lanjut", required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        awalan: str,
        rekomendasi: Rekomendasi | None = None,
    ) -> None:
        """`awalan` is the key and the kind, as `_awalan` writes them."""
        # A recommendation that another editor added meanwhile was not on the page: not bound.
        dikirim = data is not None and f"{awalan}-ada" in data
        super().__init__(data if dikirim else None, prefix=awalan, initial=_awal(rekomendasi))
        self.jenis, self.rekomendasi = JenisRekomendasi(awalan.partition("-")[2]), rekomendasi
        huruf = "" if self.jenis == JenisRekomendasi.LAINNYA else f"{self.jenis.value}. "
        self.fields["pilih"].label = f"{huruf}{self.jenis.label}"

    def clean(self) -> dict[str, Any]:
        """`Lainnya` says what it is."""
        data = super().clean() or {}
        lainnya = self.jenis == JenisRekomendasi.LAINNYA
        if data.get("pilih") and lainnya and not data.get("uraian"):
            self.add_error("uraian", "Uraikan rekomendasinya.")
        return data

    def isi(self) -> dict[str, Any] | None:
        """As the service takes it; None when it is not recommended."""
        nilai = self.cleaned_data if self.is_bound else self.initial
        if not nilai.get("pilih"):
            return None
        return {
            "pk": self.rekomendasi.pk if self.rekomendasi else None,
            "jenis": self.jenis,
            "uraian": nilai.get("uraian", ""),
            "tenggat": nilai.get("tenggat"),
        }


def _awal(rekomendasi: Rekomendasi | None) -> dict[str, Any]:
    if rekomendasi is None:
        return {"ada": True}
    return {
        "ada": True,
        "pilih": True,
        "uraian": rekomendasi.uraian,
        "tenggat": rekomendasi.tenggat,
    }


class DaftarRekomendasi:
    """All kinds of Pasal 6 ayat (7) for one row: those there are, then those not yet chosen.

    What was decided is not among the forms; it is kept as it is.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        rekomendasi: Iterable[Rekomendasi],
        *,
        terkunci: bool = False,
    ) -> None:
        ada = list(rekomendasi)
        self.tetap = [r for r in ada if not _dapat_diubah(r)]
        self.form = [
            RekomendasiForm(data, _awalan(r.jenis, r), r) for r in ada if r not in self.tetap
        ]
        dipakai = {r.jenis for r in ada}
        baru = [] if terkunci else [_awalan(j) for j in JenisRekomendasi if j not in dipakai]
        milik = {f.prefix for f in self.form}
        # What was ticked and is no longer in the row, or is there from another hand, stays a form.
        baru += [a for a in _dicentang(data) if a not in milik and a not in baru]
        self.form += [RekomendasiForm(data, awalan) for awalan in baru]
        self.form.sort(key=lambda f: list(JenisRekomendasi).index(f.jenis))

    def is_valid(self) -> bool:
        """Each is sound."""
        return not [f for f in self.form if f.is_bound and not f.is_valid()]

    def isi(self) -> list[dict[str, Any]]:
        """As the service takes them."""
        tetap = [
            {"pk": r.pk, "jenis": r.jenis, "uraian": r.uraian, "tenggat": r.tenggat}
            for r in self.tetap
        ]
        return [*tetap, *[isi for f in self.form if (isi := f.isi())]]

    def ganti_nama(self, kini: Iterable[Rekomendasi]) -> dict[str, str]:
        """How the page's fields are called from now on; `kini` are those the row has now.

        What was new has a key of its own, what was taken out is new again.
        """
        tampil = {f.rekomendasi.pk for f in self.form if f.rekomendasi and f.is_bound}
        baru = [r for r in kini if r.pk not in tampil | {t.pk for t in self.tetap}]
        ganti = {}
        for form in self.form:
            if form.rekomendasi and form.is_bound and not form.cleaned_data.get("pilih"):
                ganti[str(form.prefix)] = _awalan(form.jenis)
            elif form.rekomendasi is None and form.is_bound and form.isi():
                milik = next((r for r in baru if r.jenis == form.jenis), None)
                if milik:
                    baru.remove(milik)
                    ganti[str(form.prefix)] = _awalan(form.jenis, milik)
        return ganti


def pakai_pilihan(data: QueryDict, baris: BarisMatrik) -> QueryDict:
    """What was sent, with the wording that was chosen in each cell of two wordings."""
    data = data.copy()
    for nama in (*KOLOM_TEKS, "keterangan"):
        tersimpan, pilih = getattr(baris, nama), data.get(f"pilih-{nama}")
        if pilih == "tersimpan":
            data[nama] = tersimpan
        elif pilih == "gabung":
            data[nama] = gabung_sel(data.get(nama, ""), tersimpan)
    if data.get("pilih-perangkat_daerah") == "tersimpan":
        data["perangkat_daerah"] = str(baris.perangkat_daerah_id or "")
    return data


def _awalan(jenis: str, rekomendasi: Rekomendasi | None = None) -> str:
    """`r12-d` for a recommendation that exists, `baru-d` for one that may come."""
    return f"{f'r{rekomendasi.pk}' if rekomendasi else 'baru'}-{JenisRekomendasi(jenis).value}"


def _dicentang(data: Mapping[str, Any] | None) -> list[str]:
    return [m[1] for nama in data or {} if (m := CENTANG.fullmatch(nama))]


def _dapat_diubah(rekomendasi: Rekomendasi) -> bool:
    return bool(periksa_ubah_rekomendasi(StatusRekomendasi(rekomendasi.status)))


def bentuk_baru(kegiatan: Kegiatan, baris: BarisMatrik) -> list[forms.BaseForm]:
    """The forms of a new row with the words of this one, before it goes.

    Empty for a row that has one kind of recommendation twice: no form of a new row can.
    """
    rekomendasi = list(baris.rekomendasi.all())
    if len({r.jenis for r in rekomendasi}) < len(rekomendasi):
        return []
    isi = {n: getattr(baris, n) for n in BarisMatrikForm.Meta.fields}
    return [
        BarisMatrikForm(kegiatan=kegiatan, initial=isi),
        *(RekomendasiForm(None, _awalan(r.jenis), r) for r in rekomendasi),
    ]


class HapusBarisForm(forms.Form):
    """Confirming that a row goes."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ButirForm(forms.Form):
    """From which item of the naskah a row begins, and where to go after saving."""

    butir = forms.IntegerField(required=False, min_value=1)
    simpan = forms.ChoiceField(choices=[("", ""), ("lagi", "")], required=False)


class UrutanForm(forms.Form):
    """Which row goes where: one place up or down, or to a number."""

    versi = forms.IntegerField(min_value=0)
    baris = forms.IntegerField(min_value=1, required=False)
    ke = forms.IntegerField(min_value=1, max_value=BARIS_TERBANYAK, required=False)
    naik = forms.IntegerField(min_value=1, required=False)
    turun = forms.IntegerField(min_value=1, required=False)

    def pilihan(self) -> tuple[int, int | None, int]:
        """The row's key, the number asked for (or None), and by how many places otherwise."""
        isi = self.cleaned_data
        if isi["naik"] or isi["turun"]:
            return isi["naik"] or isi["turun"], None, -1 if isi["naik"] else 1
        return isi["baris"] or 0, isi["ke"], 0


class UsulanForm(forms.Form):
    """Which proposed row is to be made."""

    usulan = forms.RegexField(r"^(baris|butir|temuan)-\d{1,18}$")
