"""The meeting: daftar hadir and notulensi."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.views.bentrok import save_or_compare_page
from inti.views.guards import refused, require
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import StatusKegiatan
from pengawasan.forms.keputusan import KEPUTUSAN, berjudul, keputusan_formset
from pengawasan.forms.rapat import HadirinFormSet, NotulensiForm, TempelHadirinForm
from pengawasan.models import Kegiatan, Notulensi
from pengawasan.permissions import boleh_mencatat_hasil
from pengawasan.queries import rapat as queries
from pengawasan.queries.rapat import sidik_hadirin, sidik_notulensi
from pengawasan.services import rapat as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HADIR = "Orang yang hadir"


def _milik(request: HttpRequest, pk: int) -> Kegiatan:
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    kegiatan = get_object_or_404(terlihat, pk=pk)
    require(boleh_mencatat_hasil(request.user))
    return kegiatan


@require_http_methods(["GET", "POST"])
def ubah_hadirin(request: HttpRequest, pk: int) -> HttpResponse:
    """The daftar hadir as rows, with a box for many at once."""
    kegiatan = _milik(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    form = _halaman_hadirin(kegiatan, request.POST or None)
    if form.sah():
        baris = [*form.baris[HADIR].baris(), *form.tempelan()]
        diketahui = form.baris[HADIR].diketahui()
        simpan = partial(
            services.simpan_hadirin,
            pk,
            baris,
            oleh=request.user,
            sidik=form.cleaned_data["sidik"],
            diketahui=diketahui,
        )
        page = partial(_halaman_hadirin, kegiatan, diketahui=diketahui)
        kabar = f"Daftar hadir disimpan: {f'{len(baris)} orang' if baris else 'belum ada orang'}."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(kegiatan)
        form = hasil
    konteks: dict[str, Any] = {"kegiatan": kegiatan, "formset": form.baris[HADIR], "form": form}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/rapat/hadirin.html", konteks, status=status)


def _halaman_hadirin(
    kegiatan: Kegiatan, data: Any, *, diketahui: set[int] | None = None
) -> TempelHadirinForm:
    """The list as rows; whoever checked in by QR since the page was opened is not among them."""
    semua = list(kegiatan.hadirin.select_related("tanda"))
    ada, _ = queries.pisahkan_hadirin(semua, diketahui)
    kolom = ("pk", "nama", "jabatan", "instansi", "unsur")
    awal = None if data else [{n: getattr(h, n) for n in kolom} for h in ada]
    formset = HadirinFormSet(data, prefix="hadirin", initial=awal)
    form = TempelHadirinForm(data, initial={"sidik": sidik_hadirin(ada)})
    return form.sertakan({HADIR: formset})


@require_http_methods(["GET", "POST"])
def ubah_notulensi(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes."""
    kegiatan = _milik(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    page = partial(_halaman_notulensi, request, kegiatan)
    form = page(request.POST or None)
    if form.sah():
        simpan = partial(
            services.simpan_notulensi,
            pk,
            form.data_notulensi(),
            oleh=request.user,
            sidik=form.cleaned_data["sidik"],
            keputusan=form.baris[KEPUTUSAN].baris(),
        )
        kabar = "Notulensi disimpan."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(kegiatan)
        form = hasil
    konteks = {"kegiatan": kegiatan, "form": form, "keputusan": berjudul(form.baris[KEPUTUSAN])}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/rapat/notulensi.html", konteks, status=status)


def _halaman_notulensi(request: HttpRequest, kegiatan: Kegiatan, data: Any) -> NotulensiForm:
    """The minutes as they are stored now, or what was typed; proposed where there are none."""
    notulensi = Notulensi.objects.filter(rapat__kegiatan=kegiatan).first()
    awal: dict[str, Any] = {"sidik": sidik_notulensi(notulensi)}
    if notulensi is None:
        awal |= queries.awal_notulensi(kegiatan) | {"notulis": request.user.nama}
    baris = keputusan_formset(
        data,
        kegiatan=queries.kegiatan_rapat(kegiatan),
        ada=notulensi.keputusan.all() if notulensi else (),
    )
    return NotulensiForm(data, instance=notulensi, initial=awal).sertakan({KEPUTUSAN: baris})
