"""The editor of the matrix: places, proposals, pasting, and the matrix as a file."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import FileResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inti.laju import batasi_ekspor
from inti.lembar import tulis_xlsx
from inti.putusan import AturanDilanggar
from inti.services.ekspor import catat_ekspor
from inti.unggahan import XLSX
from inti.views.guards import perform, refused, require
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.matrik import KOLOM, periksa_urutan
from pengawasan.enums import StatusKegiatan, StatusRekomendasi
from pengawasan.forms.matrik import UrutanForm, UsulanForm
from pengawasan.forms.tempel_matrik import PemetaanForm, TempelForm, unit_naskah
from pengawasan.models import BarisMatrik
from pengawasan.permissions import boleh_melihat_matrik, boleh_mencatat_hasil
from pengawasan.queries import lembar_matrik, matrik, usulan_matrik
from pengawasan.services import tempel_matrik, urutan_matrik
from pengawasan.services import usulan_matrik as usulan_services
from pengawasan.views.matrik import evaluasi

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from pengawasan.models import Kegiatan


def _boleh_sunting(request: HttpRequest, pk: int) -> Kegiatan:
    kegiatan = evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    return kegiatan


@require_GET
def sunting_matrik(request: HttpRequest, pk: int) -> HttpResponse:
    """All rows as plain text; the form of a row is fetched when it is edited."""
    kegiatan = _boleh_sunting(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect("pengawasan:matrik-rincian", pk)
    baris = matrik.baris_tampil(kegiatan)
    ada = getattr(kegiatan, "matrik", None)
    usulan = usulan_matrik.usulan_baris(
        kegiatan, [satu.baris for satu in baris], request.user, per=timezone.localdate()
    )
    konteks = {
        "kegiatan": kegiatan,
        "baris": baris,
        "kolom": KOLOM,
        "urut": periksa_urutan(
            {StatusRekomendasi(r.status) for satu in baris for r in satu.rekomendasi}
        ),
        "versi_urutan": ada.versi_urutan if ada else 0,
        "belum_lengkap": sum(bool(satu.kurang) for satu in baris),
        "usulan": usulan,
        "usulan_terbuka": usulan and not baris,
    }
    return render(request, "pengawasan/matrik/sunting.html", konteks)


@require_POST
def urutkan_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Move one row. The editor gets the order that stands, whether it moved or not."""
    kegiatan = _boleh_sunting(request, pk)
    form = UrutanForm(request.POST)
    pesan, baris_pk = "Baris yang dipindahkan tidak dikenal.", 0
    if form.is_valid():
        baris_pk, ke, geser = form.pilihan()
        milik = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan)
        ke = ke or get_object_or_404(milik, pk=baris_pk).urutan + geser
        versi = form.cleaned_data["versi"]
        try:
            urutan_matrik.pindahkan(pk, baris_pk=baris_pk, ke=ke, versi=versi, oleh=request.user)
            pesan = ""
        except AturanDilanggar as error:
            pesan = error.alasan
    if request.headers.get("HX-Request"):
        return _urutan(kegiatan, pesan)
    if pesan:
        messages.error(request, pesan)
    return redirect(f"{request.path.removesuffix('urutkan/')}sunting/#baris-{baris_pk}")


def _urutan(kegiatan: Kegiatan, pesan: str) -> JsonResponse:
    ada = matrik.matrik_milik(kegiatan)
    kunci = ada.baris.order_by("urutan").values_list("pk", flat=True) if ada else []
    isi = {"urutan": list(kunci), "versi": ada.versi_urutan if ada else 0, "pesan": pesan}
    return JsonResponse(isi, status=409 if pesan else 200)


@require_POST
def pakai_usulan(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft row of a proposal that still stands."""
    kegiatan = _boleh_sunting(request, pk)
    form = UsulanForm(request.POST)
    kunci = form.cleaned_data["usulan"] if form.is_valid() else ""
    ada = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan)
    usulan = usulan_matrik.usulan_baris(kegiatan, ada, request.user, per=timezone.localdate())
    dipilih = next((satu for satu in usulan if satu.kunci == kunci), None)
    if dipilih is None:
        messages.error(request, "Usulan ini sudah menjadi baris matrik atau sudah terpenuhi.")
    else:
        perform(
            request,
            usulan_services.pakai,
            pk,
            asal=dipilih.asal,
            data=dipilih.data,
            rekomendasi=dipilih.rekomendasi,
            oleh=request.user,
            success="Usulan menjadi baris terakhir matrik; lengkapi kolomnya.",
        )
    return redirect("pengawasan:matrik-sunting", pk)


@require_http_methods(["GET", "POST"])
def tempel_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what was pasted and show it; saved only with `setuju`."""
    kegiatan = _boleh_sunting(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect("pengawasan:matrik-rincian", pk)
    form = TempelForm(request.POST or None)
    konteks = {"kegiatan": kegiatan, "form": form, "kolom": KOLOM}
    if form.is_valid():
        teks = form.cleaned_data["tempelan"]
        peta = PemetaanForm(request.POST, teks, unit_naskah(kegiatan))
        sah = peta.is_valid() and not peta.tempelan.ditolak and peta.tempelan.baris
        if "setuju" in request.POST and sah and _tempelkan(request, pk, form, peta):
            return redirect("pengawasan:matrik-sunting", pk)
        konteks |= {"peta": peta, "tempelan": peta.tempelan}
    return render(request, "pengawasan/matrik/tempel.html", konteks)


def _tempelkan(request: HttpRequest, pk: int, form: TempelForm, peta: PemetaanForm) -> bool:
    baris = peta.baris()
    return perform(
        request,
        tempel_matrik.tempel,
        pk,
        kunci=form.cleaned_data["kunci"] or form.fields["kunci"].initial(),
        baris=baris,
        oleh=request.user,
        success=f"{len(baris)} baris ditambahkan di akhir matrik.",
    )


@require_GET
def unduh_matrik(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """The matrix as XLSX, with the head of the document."""
    kegiatan = evaluasi(request, pk)
    require(boleh_melihat_matrik(request.user, kegiatan))
    batasi_ekspor(request)
    catat_ekspor("matrik", bentuk="xlsx", saringan=[str(kegiatan)], urutan="", oleh=request.user)
    berkas = tempfile.SpooledTemporaryFile(max_size=1024 * 1024)  # noqa: SIM115 - closed by the response
    isi = lembar_matrik.isi_lembar(kegiatan)
    tulis_xlsx(isi, berkas, beku=lembar_matrik.BEKU, lebar=lembar_matrik.LEBAR)
    berkas.seek(0)
    nama = f"matrik-{pk}-{timezone.localdate():%Y-%m-%d}.xlsx"
    return FileResponse(berkas, as_attachment=True, filename=nama, content_type=XLSX)
