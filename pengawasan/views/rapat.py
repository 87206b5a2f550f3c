"""The meeting: daftar hadir and notulensi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.putusan import AturanDilanggar
from inti.views.guards import refused, require
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import StatusKegiatan
from pengawasan.forms.keputusan import bandingkan_keputusan, berjudul, keputusan_formset
from pengawasan.forms.rapat import HadirinFormSet, NotulensiForm, TempelHadirinForm
from pengawasan.models import Kegiatan, Notulensi
from pengawasan.permissions import boleh_mencatat_hasil
from pengawasan.queries import rapat as queries
from pengawasan.queries.rapat import sidik_hadirin, sidik_notulensi
from pengawasan.services import rapat as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from pengawasan.models import Hadirin


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
    ada: list[Hadirin] = list(kegiatan.hadirin.all())
    kolom = ("pk", "nama", "jabatan", "instansi", "unsur")
    awal = [{n: getattr(h, n) for n in kolom} for h in ada] if request.method == "GET" else None
    formset = HadirinFormSet(request.POST or None, prefix="hadirin", initial=awal)
    form = TempelHadirinForm(request.POST or None, initial={"sidik": sidik_hadirin(ada)})
    if request.method == "POST" and formset.is_valid() and form.is_valid():
        baris = [*formset.baris(), *form.baris()]
        try:
            services.simpan_hadirin(
                pk,
                baris,
                oleh=request.user,
                sidik=form.cleaned_data["sidik"],
                diketahui=formset.diketahui(),
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            isi = f"{len(baris)} orang" if baris else "belum ada orang"
            messages.success(request, f"Daftar hadir disimpan: {isi}.")
            return redirect(kegiatan)
    konteks: dict[str, Any] = {"kegiatan": kegiatan, "formset": formset, "form": form}
    return render(request, "pengawasan/rapat/hadirin.html", konteks)


@require_http_methods(["GET", "POST"])
def ubah_notulensi(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes."""
    kegiatan = _milik(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    notulensi = Notulensi.objects.filter(rapat=kegiatan.rapat_id).first()
    awal: dict[str, Any] = {"sidik": sidik_notulensi(notulensi)}
    if notulensi is None:
        awal |= queries.awal_notulensi(kegiatan) | {"notulis": request.user.nama}
    form = NotulensiForm(request.POST or None, instance=notulensi, initial=awal)
    baris = keputusan_formset(
        request.POST or None,
        kegiatan=queries.kegiatan_rapat(kegiatan),
        ada=notulensi.keputusan.all() if notulensi else (),
    )
    tersimpan: Notulensi | None = None
    if all([form.is_valid(), request.method == "POST" and baris.is_valid()]):
        if _simpan_notulensi(request, pk, form, baris):
            return redirect(kegiatan)
        tersimpan = Notulensi.objects.filter(rapat__kegiatan=pk).first()
    beda = form.bandingkan(tersimpan) if tersimpan else []
    if tersimpan and beda:
        beda += bandingkan_keputusan(tersimpan.keputusan.all(), baris)
    konteks = {"kegiatan": kegiatan, "form": form, "beda": beda, "keputusan": berjudul(baris)}
    return render(request, "pengawasan/rapat/notulensi.html", konteks)


def _simpan_notulensi(request: HttpRequest, pk: int, form: NotulensiForm, baris: Any) -> bool:
    data, sidik = form.data_notulensi(), form.cleaned_data["sidik"]
    try:
        services.simpan_notulensi(pk, data, oleh=request.user, sidik=sidik, keputusan=baris.baris())
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return False
    messages.success(request, "Notulensi disimpan.")
    return True
