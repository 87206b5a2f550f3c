"""Berita acara: write, submit, verify or return, photos."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.generic import DetailView

from inti.formats import tanggal_kata
from inti.forms import CatatanForm
from inti.forms.bentrok_halaman import hadapkan_halaman
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah
from inti.views.berkas import serve_berkas
from inti.views.guards import GuardMixin, perform, refused, require
from pengawasan.domain.berita_acara import periksa_ubah
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import Metode, StatusBeritaAcara, StatusKegiatan
from pengawasan.forms.baris_berita_acara import AlasanIsianForm, BarisBeritaAcara
from pengawasan.forms.berita_acara import BeritaAcaraForm, SimpanForm
from pengawasan.models import BeritaAcara, FotoBeritaAcara, Kegiatan
from pengawasan.permissions import (
    boleh_melihat,
    boleh_memverifikasi,
    boleh_mengubah_berita_acara,
    boleh_menyusun_berita_acara,
)
from pengawasan.queries import berita_acara as queries
from pengawasan.queries.pemisahan import tim_bertugas
from pengawasan.services import berita_acara as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class BeritaAcaraRincianView(GuardMixin, DetailView):
    """One berita acara: its text, its three dates, its photos, what comes next."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/berita_acara/rincian.html"
    context_object_name = "berita_acara"

    def get_queryset(self) -> QuerySet[BeritaAcara]:
        return queries.rincian(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _konteks(self.request, self.object)


def _konteks(
    request: HttpRequest,
    berita_acara: BeritaAcara,
    *,
    catatan: CatatanForm | None = None,
    alasan: AlasanIsianForm | None = None,
) -> dict[str, Any]:
    """What the page shows; `catatan` and `alasan` are what a reviewer typed and was refused."""
    return {
        "boleh": queries.tindakan(request.user, berita_acara),
        "klaim": queries.tanda_klaim(berita_acara),
        "tanggal_kata": tanggal_kata(berita_acara.tanggal_kejadian),
        "ditolak": catatan is not None,
        "catatan_form": catatan or CatatanForm(),
        "alasan_form": alasan or AlasanIsianForm(),
        "jejak": JejakAudit.objects.tentang(berita_acara)[:30],
    }


@require_http_methods(["GET", "POST"])
def tambah_berita_acara(request: HttpRequest, pk: int) -> HttpResponse:
    """Write one for a kegiatan, on behalf of a unit of its naskah."""
    terlihat = Kegiatan.objects.terlihat_oleh(request.user)
    kegiatan = get_object_or_404(terlihat.select_related("naskah", "rapat__notulensi"), pk=pk)
    unit = queries.unit_penyusun(request.user, kegiatan)
    require(boleh_menyusun_berita_acara(request.user, unit))
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    form = BeritaAcaraForm(
        request.POST or None,
        request.FILES or None,
        kegiatan=kegiatan,
        unit=unit,
        initial=queries.awal(request.user, kegiatan, unit),
    )
    tim = tim_bertugas(kegiatan)
    baris = BarisBeritaAcara(
        request.POST or None,
        naskah=kegiatan.naskah,
        tim=tim,
        awal=queries.baris_awal(request.user, kegiatan, unit, tim),
        calon=queries.calon_penanda_tangan(kegiatan, [str(request.user)]),
    )
    rapat = None if kegiatan.metode == Metode.TINJAU_LOKASI else kegiatan.rapat
    konteks = {"kegiatan": kegiatan, "judul": "Susun berita acara", "dari_rapat": rapat}
    return _isi(request, form.sertakan(bersama=baris), konteks)


@require_http_methods(["GET", "POST"])
def ubah_berita_acara(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a draft, or mend a returned one."""
    berita_acara = _milik(request, pk)
    kegiatan = berita_acara.kegiatan
    require(boleh_mengubah_berita_acara(request.user, berita_acara))
    if refused(request, periksa_ubah(StatusBeritaAcara(berita_acara.status))):
        return redirect(berita_acara)
    form = _halaman_ubah(request, berita_acara, request.POST or None)
    konteks = {"kegiatan": kegiatan, "berita_acara": berita_acara, "judul": "Ubah berita acara"}
    return _isi(
        request,
        form,
        konteks,
        page=lambda data: _halaman_ubah(request, _milik(request, pk), data),
    )


def _halaman_ubah(request: HttpRequest, berita_acara: BeritaAcara, data: Any) -> BeritaAcaraForm:
    """The page as it is stored, or with what was typed on it."""
    kegiatan, alasan = berita_acara.kegiatan, queries.alasan_terakhir(berita_acara)
    form = BeritaAcaraForm(
        data,
        request.FILES if data else None,
        instance=berita_acara,
        kegiatan=kegiatan,
        unit=None,
        alasan=alasan,
    )
    baris = BarisBeritaAcara(
        data,
        naskah=kegiatan.naskah,
        tim=tim_bertugas(kegiatan) if data else (),
        berita_acara=berita_acara,
        alasan=alasan,
        calon=queries.calon_penanda_tangan(
            kegiatan, berita_acara.penanda_tangan.values_list("nama", flat=True)
        ),
    )
    return form.sertakan(baris.per_judul(), bersama=baris)


def _isi(
    request: HttpRequest,
    form: BeritaAcaraForm,
    konteks: dict[str, Any],
    *,
    page: Callable[[Any], BeritaAcaraForm] | None = None,
) -> HttpResponse:
    """The page; or save, and submit too when that button was pressed."""
    baris = form.bersama
    if all([form.is_valid(), request.method == "POST" and baris.is_valid()]):
        try:
            berita_acara = _simpan(request, form, baris.data(), konteks["kegiatan"])
        except AturanDilanggar as error:
            if page and isinstance(error, KolomBerubah):
                form = hadapkan_halaman(form, page, error.alasan)
            else:
                form.add_error(None, error.alasan)
                konteks["sama"] = getattr(error, "ada", None)
        else:
            if SimpanForm(request.POST).ajukan():
                _ajukan(request, berita_acara.pk)
            else:
                messages.success(request, "Berita acara disimpan dan belum diajukan.")
            return redirect(berita_acara)
    konteks |= {"form": form, "baris": form.bersama}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/berita_acara/form.html", konteks, status=status)


def _simpan(
    request: HttpRequest, form: BeritaAcaraForm, baris: dict[str, Any], kegiatan: Kegiatan
) -> BeritaAcara:
    isi, data = form.cleaned_data, form.data_berita_acara()
    if form.instance.pk:
        hapus = [f.pk for f in isi.get("hapus_foto", [])]
        return services.ubah(
            form.instance.pk,
            data,
            baris=baris,
            foto=form.foto_baru(),
            keterangan_foto=form.keterangan_ada(),
            hapus_foto=hapus,
            versi=isi["versi"],
            kejadian_lain=isi["kejadian_lain"],
            oleh=request.user,
        )
    return services.susun(
        kegiatan.pk,
        data,
        baris=baris,
        foto=form.foto_baru(),
        perangkat_daerah=isi["perangkat_daerah"],
        oleh=request.user,
        kunci=isi["kunci"],
        kejadian_lain=isi["kejadian_lain"],
    )


def _ajukan(request: HttpRequest, pk: int) -> None:
    sukses = "Berita acara diajukan dan menunggu verifikasi."
    perform(request, services.ajukan, pk, oleh=request.user, success=sukses)


@require_POST
def ajukan_berita_acara(request: HttpRequest, pk: int) -> HttpResponse:
    """Submit: it gets its number and its time of receipt."""
    berita_acara = _milik(request, pk)
    require(boleh_mengubah_berita_acara(request.user, berita_acara))
    _ajukan(request, pk)
    return redirect(berita_acara)


@require_POST
def kembalikan_berita_acara(request: HttpRequest, pk: int) -> HttpResponse:
    """Return it to the unit with a note."""
    alasan = AlasanIsianForm(request.POST)
    kembalikan = partial(services.kembalikan, alasan=alasan.alasan())
    return _periksa(request, pk, kembalikan, "Berita acara dikembalikan.", alasan=alasan)


@require_POST
def verifikasi_berita_acara(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept it; from now on it is locked."""
    sukses = "Berita acara diverifikasi; jadwal berikutnya dihitung dari tanggal kejadiannya."
    return _periksa(request, pk, services.verifikasi, sukses)


def _periksa(
    request: HttpRequest,
    pk: int,
    service: Any,
    success: str,
    *,
    alasan: AlasanIsianForm | None = None,
) -> HttpResponse:
    """Answer it; what the reviewer typed stays on the page when it is refused."""
    berita_acara = _milik(request, pk)
    require(boleh_memverifikasi(request.user))
    form = CatatanForm(request.POST)
    isian = alasan or AlasanIsianForm(request.POST)
    if all([form.is_valid(), isian.is_valid()]):
        catatan = form.cleaned_data["catatan"]
        if perform(request, service, pk, catatan=catatan, oleh=request.user, success=success):
            return redirect(berita_acara)
    satu = get_object_or_404(queries.rincian(request.user), pk=pk)
    konteks = _konteks(request, satu, catatan=form, alasan=isian) | {"berita_acara": satu}
    return render(request, "pengawasan/berita_acara/rincian.html", konteks)


@require_GET
def foto_berita_acara(request: HttpRequest, pk: int, foto_pk: int) -> FileResponse:
    """One photo of a berita acara one may see."""
    require(boleh_melihat(request.user))
    berita_acara = _milik(request, pk)
    foto = FotoBeritaAcara.objects.select_related("berkas")
    satu = get_object_or_404(foto, berita_acara=berita_acara, pk=foto_pk)
    return serve_berkas(request, satu.berkas, tampilkan=True)


def _milik(request: HttpRequest, pk: int) -> BeritaAcara:
    satu: BeritaAcara = get_object_or_404(queries.untuk_diubah(request.user), pk=pk)
    return satu
