"""Every component in every variant; for development and demonstration only."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from inti import unggahan
from inti.forms import BerkasGandaField, TanggalField
from inti.halaman import HalamanKunci
from inti.menu import ButirMenu
from inti.models import SaringanTersimpan
from inti.putusan import tolak
from inti.tones import TONES

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PILIHAN = [("setujui", "Setujui"), ("kembalikan", "Kembalikan dengan catatan")]
PILIHAN_STATUS = [("", "Semua"), ("b", "Berlaku")]
LANGKAH = [("a", "Direncanakan"), ("b", "Ditugaskan"), ("c", "Dilaksanakan"), ("d", "Diputuskan")]


class ContohForm(forms.Form):
    """One field of each kind."""

    judul = forms.CharField(label="Judul", max_length=200, help_text="Seperti tertulis di naskah.")
    tanggal = TanggalField(label="Tanggal penandatanganan")
    jenis = forms.ChoiceField(label="Jenis", choices=[("", "Pilih…"), ("pks", "PKS")])
    uraian = forms.CharField(label="Uraian", required=False, widget=forms.Textarea({"rows": 3}))
    setuju = forms.BooleanField(label="Menggantikan pemantauan berkala", required=False)
    putusan = forms.ChoiceField(label="Putusan", choices=PILIHAN, widget=forms.RadioSelect)
    berkas = BerkasGandaField(label="Lampiran", tipe=(unggahan.PDF, unggahan.JPEG), required=False)


class BarisForm(forms.Form):
    """A row that can be added and taken away."""

    nama = forms.CharField(label="Nama")
    jabatan = forms.CharField(label="Jabatan", required=False)


class SaringForm(forms.Form):
    """What a list can be narrowed by."""

    q = forms.CharField(label="Cari nomor, judul, atau mitra", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Semua"), ("b", "Berlaku")]
    )
    sejak = TanggalField(label="Sejak", required=False)


BarisFormSet = forms.formset_factory(BarisForm, extra=1, can_delete=True)


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """404 unless DEBUG or MODE_DEMO."""
    if not (settings.DEBUG or settings.MODE_DEMO):
        raise Http404
    return render(request, "gallery.html", _contoh())


def _contoh() -> dict[str, Any]:
    halaman = Paginator(range(1, 61), 25)
    return {
        "menu": _menu(),
        "orang": SimpleNamespace(pk=0, nama="Sri Wahyuni"),
        "daftar_status": TONES,
        "ditolak": tolak("Hanya Ketua TKKSD yang dapat memutuskan."),
        "langkah": LANGKAH,
        "jejak": _jejak(),
        "halaman_satu": halaman.page(1),
        "halaman_dua": halaman.page(2),
        "halaman_kunci": HalamanKunci([], sebelum="a", setelah="z", jumlah=1_000, lebih=True),
        "halaman_tunggal": Paginator(range(3), 25).page(1),
        "form": ContohForm(prefix="isi"),
        "bentrok": _bentrok(),
        "form_galat": ContohForm({"galat-judul": ""}, prefix="galat"),
        "formset": BarisFormSet(prefix="hadirin", initial=[{"nama": "Sri Wahyuni"}]),
        "tersimpan": [
            (SaringanTersimpan(pk=ke, halaman="akun-daftar", nama=nama, kueri="q=air"), ke == 1)
            for ke, nama in enumerate(("Air limbah", "Segera berakhir"), start=1)
        ],
        "saringan": SimpleNamespace(
            form=SaringForm({"q": "air", "status": "b"}, auto_id="id_saring_%s")
        ),
    }


def _bentrok() -> SimpleNamespace:
    satu, dua = (
        SimpleNamespace(judul=judul, saya=saya, tersimpan=tersimpan)
        for judul, saya, tersimpan in (
            ("Alamat", "(kosong)", "Jalan Ahmad Yani 1"),
            ("Telepon", "021-1", "021-2"),
        )
    )
    alasan = "Data ini diubah orang lain sejak halaman ini dibuka."
    return SimpleNamespace(alasan=alasan, ikut=[satu], beda=[dua])


def _menu() -> list[ButirMenu]:
    return [
        ButirMenu("Beranda", "", "home", "", url="#", aktif=True),
        ButirMenu("Naskah", "", "file-certificate", "Register", url="#"),
        ButirMenu("Jadwal", "", "calendar-event", "Pengawasan", url="#"),
    ]


def _jejak() -> list[SimpleNamespace]:
    waktu = datetime(2026, 1, 5, 9, 30, tzinfo=ZoneInfo(settings.TIME_ZONE))
    return [
        SimpleNamespace(
            pelaku_nama=nama, sebagai=sebagai, kalimat=kalimat, waktu=waktu, perubahan=perubahan
        )
        for nama, sebagai, kalimat, perubahan in (
            (
                "Sri Wahyuni",
                "Ketua",
                "mengembalikan laporan",
                {"catatan": "Lengkapi daftar hadir."},
            ),
            ("Budi Hartono", "", "mengirim laporan", {}),
        )
    ]
