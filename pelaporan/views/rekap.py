"""The recaps: pages, files, the rows behind each figure, and the printed versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from inti.lembar import Kolom
from inti.views.ekspor import BENTUK, SEPOTONG, kirim_daftar
from inti.views.guards import require
from kerjasama.models import Mitra
from pelaporan.domain.masa_rekap import sehari
from pelaporan.enums import JenisRekap
from pelaporan.forms.rekap import (
    SaringanBaris,
    SaringanMonev,
    SaringanRekap,
    SaringanUnit,
    TerbitRekapForm,
)
from pelaporan.permissions import boleh_melihat_rekap, boleh_menerbitkan_surat
from pelaporan.queries import rekap as queries
from pelaporan.queries.rekap_angka import ANGKA, SEMUA, baris_angka
from pelaporan.queries.rekap_semester import SEMBILAN, butir_semester, naskah_semester
from pelaporan.services import rekap as services
from pelaporan.views.dokumen import terbitkan_dokumen
from pengawasan.permissions import boleh_melihat_semua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    from pelaporan.queries.rekap_sumber import BarisAngka

SEHALAMAN = 25
# Those that are letters: who may issue them sees the button.
SURAT = (JenisRekap.TKKSD, JenisRekap.GUBERNUR)
KOLOM_BARIS = (
    Kolom("Uraian", lambda b: b.uraian),
    Kolom("Nomor naskah", lambda b: b.naskah.nomor),
    Kolom("Tentang", lambda b: b.naskah.judul),
    Kolom("Tanggal", lambda b: b.tanggal),
    Kolom("Keadaan", lambda b: b.keadaan),
)


@require_safe
def rekap_tkksd(request: HttpRequest) -> HttpResponseBase:
    """Of a semester or a year, per unit and for all, as it goes to the head of government."""
    require(boleh_melihat_rekap(request.user))
    form = SaringanRekap(request.GET, hari_ini=timezone.localdate())
    masa = form.nilai_masa()
    isi, hitungan = queries.per_unit(
        queries.TKKSD,
        request.user,
        masa,
        unit=None,
        total=True,
        lain=[*queries.SISA, *queries.REKOMENDASI],
        hari_ini=timezone.localdate(),
    )
    if request.GET.get("format", "") in BENTUK:
        return _unduh(request, "rekap_tkksd", isi, [f"Masa: {masa.label}"])
    grafik = [queries.grafik_tugas(hitungan), queries.grafik_rekomendasi(hitungan)]
    rekomendasi = [
        (ANGKA[k].label, hitungan[k].get(SEMUA, 0), queries.alamat(k, masa))
        for k in queries.REKOMENDASI
    ]
    konteks = {"form": form, "masa": masa, "tabel": isi, "grafik": grafik}
    return _tampilkan(request, JenisRekap.TKKSD, konteks | {"rekomendasi": rekomendasi})


@require_safe
def rekap_gubernur(request: HttpRequest) -> HttpResponseBase:
    """By kind of cooperation, as it is reported to who stands above the government."""
    require(boleh_melihat_semua(request.user))
    form = SaringanRekap(request.GET, hari_ini=timezone.localdate())
    masa = form.nilai_masa()
    isi, _ = queries.per_kerja_sama(
        queries.GUBERNUR, request.user, masa, hari_ini=timezone.localdate()
    )
    if request.GET.get("format", "") in BENTUK:
        return _unduh(request, "rekap_gubernur", isi, [f"Masa: {masa.label}"])
    grafik = [queries.grafik_kolom(isi, 0, judul="Naskah yang berlaku per jenis kerja sama")]
    konteks = {"form": form, "masa": masa, "tabel": isi, "grafik": grafik}
    return _tampilkan(request, JenisRekap.GUBERNUR, konteks)


@require_safe
def rekap_monev(request: HttpRequest) -> HttpResponseBase:
    """Where the supervision stands today, per unit or per partner."""
    require(boleh_melihat_rekap(request.user))
    form, masa = SaringanMonev(request.GET, oleh=request.user), sehari(timezone.localdate())
    halaman, unit = None, form.unit(semua=bool(boleh_melihat_semua(request.user)))
    if form.isi("menurut") == "mitra":
        halaman = Paginator(_mitra(request, form.isi("q")), SEHALAMAN).get_page(
            request.GET.get("page")
        )
        diunduh = request.GET.get("format", "") in BENTUK
        mitra = list(halaman.paginator.object_list if diunduh else halaman)
        isi = queries.per_mitra(queries.MONEV, request.user, masa, mitra=mitra)
    else:
        isi, _ = queries.per_unit(
            queries.MONEV, request.user, masa, unit=unit, total=unit is None, hari_ini=masa.awal
        )
    if request.GET.get("format", "") in BENTUK:
        return _unduh(request, "status_monev", isi, [masa.label])
    konteks = {"form": form, "masa": masa, "tabel": isi, "halaman": halaman, "unit": unit}
    konteks["grafik"] = [queries.grafik_terlambat(isi)]
    return _tampilkan(request, JenisRekap.MONEV, konteks)


def _mitra(request: HttpRequest, kata: str | None) -> QuerySet[Mitra]:
    mitra = Mitra.objects.terlihat_oleh(request.user).aktif().order_by("nama", "pk").distinct()
    return mitra.bernama(kata) if kata else mitra


@require_safe
def rekap_semester(request: HttpRequest) -> HttpResponseBase:
    """The nine items of every naskah of one unit."""
    require(boleh_melihat_rekap(request.user))
    hari_ini = timezone.localdate()
    form = SaringanUnit(request.GET, oleh=request.user, hari_ini=hari_ini)
    masa, unit = form.nilai_masa(), form.unit()
    if unit is None:
        return render(request, "pelaporan/rekap/tanpa_unit.html", _tab(request, "semester"))
    naskah = naskah_semester(request.user, unit, masa)
    if request.GET.get("format", "") in BENTUK:
        baris = butir_semester(list(naskah), masa)
        saringan = [f"Masa: {masa.label}", f"Perangkat Daerah: {unit}"]
        return kirim_daftar(request, "laporan_semester", SEMBILAN, baris, saringan=saringan)
    isi, hitungan = queries.per_unit(
        queries.TUGAS, request.user, masa, unit=unit, total=False, lain=queries.SISA,
        hari_ini=hari_ini,
    )  # fmt: skip
    halaman = Paginator(naskah, SEHALAMAN).get_page(request.GET.get("page"))
    konteks = {"form": form, "masa": masa, "unit": unit, "tabel": isi, "halaman": halaman}
    konteks["butir"] = butir_semester(list(halaman), masa)
    konteks["grafik"] = [queries.grafik_tugas(hitungan, unit.pk)]
    return _tampilkan(request, JenisRekap.SEMESTER, konteks)


def _tampilkan(request: HttpRequest, jenis: JenisRekap, konteks: dict[str, Any]) -> HttpResponse:
    terbit = jenis in SURAT and bool(boleh_menerbitkan_surat(request.user))
    isi = _tab(request, jenis) | konteks | {"terbit": terbit}
    return render(request, f"pelaporan/rekap/{jenis}.html", isi)


def _tab(request: HttpRequest, jenis: str) -> dict[str, Any]:
    tab = {satu.value: satu == jenis for satu in JenisRekap}
    return {"tab": tab, "semua": bool(boleh_melihat_semua(request.user))}


def _unduh(
    request: HttpRequest, nama: str, isi: queries.Tabel, saringan: list[str]
) -> HttpResponseBase:
    baris, kolom = queries.baris_ekspor(isi), queries.kolom_ekspor(isi)
    return kirim_daftar(request, nama, kolom, baris, saringan=saringan)


@require_safe
def baris_rekap(request: HttpRequest) -> HttpResponseBase:
    """The rows behind one figure, in the same number."""
    require(boleh_melihat_rekap(request.user))
    kode = request.GET.get("angka", "")
    if kode not in ANGKA:
        raise Http404
    hari_ini = timezone.localdate()
    form = SaringanBaris(request.GET, oleh=request.user, hari_ini=hari_ini)
    if not form.is_valid():
        raise Http404
    masa = form.nilai_masa()
    hari = masa.dinilai_pada(hari_ini)
    baris = baris_angka(request.user, kode, masa, saringan=form.kelompok(), hari_ini=hari)
    if request.GET.get("format", "") in BENTUK:
        saringan = [f"{nama}: {nilai}" for nama, nilai in form.sebutan()]
        isi = _tampil(kode, baris.iterator(chunk_size=SEPOTONG))
        return kirim_daftar(request, f"rekap_{kode}", KOLOM_BARIS, isi, saringan=saringan)
    halaman = Paginator(baris, 50).get_page(request.GET.get("page"))
    konteks = {"angka": ANGKA[kode], "sebutan": form.sebutan(), "halaman": halaman}
    konteks["baris"] = list(_tampil(kode, halaman))
    konteks["pihak_masa"] = "mitra" in form.kelompok() and ANGKA[kode].sumber.pihak
    return render(request, "pelaporan/rekap/baris.html", konteks)


def _tampil(kode: str, baris: Iterable[Any]) -> Iterator[BarisAngka]:
    return map(ANGKA[kode].sumber.baris, baris)


@require_POST
def terbitkan_rekap(request: HttpRequest) -> HttpResponse:
    """Note which recap is meant, then go on as for any other document."""
    require(boleh_melihat_rekap(request.user))
    form = TerbitRekapForm(request.POST, oleh=request.user)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("pelaporan:rekap-tkksd")
    isi = form.cleaned_data
    rekap = services.siapkan(JenisRekap(isi["jenis"]), isi["masa"], isi["perangkat_daerah"])
    return terbitkan_dokumen(request, f"rekap_{rekap.jenis}", rekap.pk)
