"""Bringing in lists: upload, review, correct, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import ListView

from inti.laju import batasi_ekspor
from inti.models import Pemerintah
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah
from inti.unggahan import nama_aman
from inti.views.ekspor import BENTUK, csv_response, kirim_daftar
from inti.views.guards import GuardMixin, perform, require
from kerjasama.domain.impor import TERBUKA, periksa_tahan
from kerjasama.enums import StatusBarisImpor, StatusImpor
from kerjasama.forms.bentrok_impor import hadapkan, kolom_halaman
from kerjasama.forms.impor import (
    BarisImporForm,
    MitraImporFormSet,
    TahanForm,
    UnggahDaftarForm,
)
from kerjasama.models import BarisImpor, Impor
from kerjasama.permissions import boleh_mengimpor
from kerjasama.queries import ekspor_impor as ekspor
from kerjasama.queries import impor as queries
from kerjasama.queries.contoh_impor import daftar_kolom
from kerjasama.queries.ekspor import IMPOR
from kerjasama.queries.pemetaan import lembar_lain
from kerjasama.services import impor as services
from kerjasama.services.batal_impor import minta_batal
from kerjasama.services.jawaban_impor import jawab_sama
from kerjasama.services.tahan_impor import tahan_baris, tahan_semua
from kerjasama.services.unggah_impor import unggah

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
    from django.http.response import HttpResponseBase

SUDAH_ADA = "Berkas yang sama sudah pernah dibawa masuk; tidak ada yang ditambahkan."


@require_http_methods(["GET", "POST"])
def daftar_impor(request: HttpRequest) -> HttpResponseBase:
    """The lists brought in so far, and the form for another one."""
    require(boleh_mengimpor(request.user))
    if request.method == "GET" and request.GET.get("format", "") in BENTUK:
        return kirim_daftar(request, "impor", IMPOR, queries.daftar_impor())
    form = UnggahDaftarForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            impor, baru = unggah(nama_aman(berkas.name), berkas.read(), oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("berkas", error.alasan)
        else:
            if not baru:
                messages.info(request, SUDAH_ADA)
            return redirect(impor)
    konteks = {"form": form, "daftar": queries.daftar_impor()[:100], "kolom": daftar_kolom()}
    return render(request, "kerjasama/impor/daftar.html", konteks)


class ImporRincianView(GuardMixin, ListView):
    """The review page: raw text beside the proposal, remarks per cell, one decision a row."""

    guard = staticmethod(boleh_mengimpor)
    template_name = "kerjasama/impor/rincian.html"
    context_object_name = "daftar_baris"
    paginate_by = 20

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or its rows as a file; a list whose columns are not named yet shows those."""
        self.impor = get_object_or_404(Impor, pk=kwargs["pk"])
        if self.impor.status == StatusImpor.PEMETAAN:
            return redirect("kerjasama:impor-kolom", self.impor.pk)
        if request.GET.get("format", "") in BENTUK:
            return self._kirim(request)
        return super().get(request, *args, **kwargs)

    def _kirim(self, request: HttpRequest) -> HttpResponseBase:
        """The rows of the tab that is shown, all pages of it."""
        baris, status = self.get_queryset(), request.GET.get("status", "")
        saringan = [f"Impor: {self.impor}"]
        if status in StatusBarisImpor.values:
            saringan.append(f"Keadaan: {StatusBarisImpor(status).label}")
        kolom, isi = ekspor.kolom_ekspor(self.impor, baris), ekspor.baris_ekspor(baris)
        return kirim_daftar(request, "baris_impor", kolom, isi, saringan=saringan)

    def get_queryset(self) -> QuerySet[BarisImpor]:
        baris = self.impor.baris.select_related("naskah", "kembar")
        status = self.request.GET.get("status", "")
        return baris.filter(status=status) if status in StatusBarisImpor.values else baris

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        jumlah, ringkas = queries.keadaan_baris(self.impor)
        urusan = queries.nama_urusan(konteks["daftar_baris"])
        return konteks | {
            "tampil": [queries.tampil(b, urusan) for b in konteks["daftar_baris"]],
            "impor": self.impor,
            "tab": _tab(jumlah, self.request.GET.get("status", "")),
            "boleh_terima_semua": queries.boleh_terima_semua(self.impor, jumlah),
            "boleh_batal": queries.boleh_batal(self.impor, jumlah),
            "boleh_petakan": queries.boleh_petakan(self.impor, jumlah),
            "lembar_lain": lembar_lain(self.impor) if self.impor.daftar_lembar[1:] else [],
            "tanya_batal": _tanya_batal(len(queries.mitra_dari(self.impor))),
            "dibatalkan": self.impor.status == StatusImpor.DIBATALKAN,
            "ringkas": ringkas,
            "tanya_terima": f"{ringkas} Lanjutkan?",
            "boleh_tahan": _boleh_tahan(self.impor, jumlah),
            "tahan": TahanForm(initial={"alasan": self.impor.alasan_tahan}),
        }


def _boleh_tahan(impor: Impor, jumlah: dict[str, int]) -> bool:
    """Whether a row waits of which that may still be said."""
    boleh = periksa_tahan(StatusImpor(impor.status), impor.pekerjaan)
    return bool(boleh) and any(jumlah[status] for status in TERBUKA)


def _tanya_batal(mitra: int) -> str:
    """What the undo takes along."""
    ikut = (
        f" Dari {mitra} mitra yang ikut tercatat, yang tidak dipakai di tempat lain ikut dihapus."
    )
    return (
        "Semua naskah dari daftar ini dikeluarkan dari register, selama belum ada pekerjaan "
        f"padanya.{ikut if mitra else ''} Lanjutkan?"
    )


def _tab(jumlah: dict[str, int], aktif: str) -> list[tuple[str, str, bool, int]]:
    """Label, address, whether it is shown, and number of rows: all, then state by state."""
    return [
        ("Semua", "?", aktif not in jumlah, sum(jumlah.values())),
        *((s.label, f"?status={s}", aktif == s, jumlah[s]) for s in StatusBarisImpor),
    ]


def _baris(request: HttpRequest, pk: int) -> BarisImpor:
    require(boleh_mengimpor(request.user))
    return get_object_or_404(BarisImpor.objects.select_related("impor"), pk=pk)


def _kembali(request: HttpRequest, baris: BarisImpor) -> HttpResponse:
    """Back to the same filter and page of the review."""
    kembali = request.META.get("QUERY_STRING", "")
    return redirect(f"{baris.impor.get_absolute_url()}?{kembali}#baris-{baris.nomor_baris}")


@require_POST
def terima_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a row as it is proposed."""
    baris = _baris(request, pk)
    sukses = f"Baris {baris.nomor_baris} masuk register."
    perform(request, services.terima, pk, oleh=request.user, success=sukses)
    return _kembali(request, baris)


@require_POST
def tolak_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a row out."""
    baris = _baris(request, pk)
    sukses = f"Baris {baris.nomor_baris} tidak dimasukkan."
    perform(request, services.tolak, pk, oleh=request.user, success=sukses)
    return _kembali(request, baris)


@require_POST
def pulihkan_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up again a row that was left out."""
    baris = _baris(request, pk)
    sukses = f"Baris {baris.nomor_baris} dapat ditinjau lagi."
    perform(request, services.pulihkan, pk, oleh=request.user, success=sukses)
    return _kembali(request, baris)


@require_http_methods(["GET", "POST"])
def ubah_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a row and enter it."""
    baris = _baris(request, pk)
    daerah = Pemerintah.objects.saat_ini().nama_daerah
    form = BarisImporForm(request.POST or None, baris=baris, daerah=daerah)
    awal = baris.usulan.get("mitra", [])
    mitra = MitraImporFormSet(request.POST or None, prefix="mitra", initial=awal)
    if request.method == "POST" and form.is_valid() and mitra.is_valid():
        data, isi = form.usulan(mitra.baris()), form.cleaned_data
        pilihan = {"tetap": isi.get("tetap", False), "alasan_tahan": isi["alasan_tahan"]}
        try:
            asal = kolom_halaman(form)
            naskah = services.terima(pk, data, asal=asal, oleh=request.user, **pilihan)
            lain = jawab_sama(baris, form.jawaban_sama(), data, oleh=request.user)
        except KolomBerubah as error:
            baris = _baris(request, pk)
            tersimpan = BarisImporForm(baris=baris, daerah=daerah)
            isian, bentrok = hadapkan(form, tersimpan, error.alasan)
            form = BarisImporForm(isian, baris=baris, daerah=daerah)
            form.bentrok = bentrok
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            sama = f" {lain} baris lain dijawab sama." if lain else ""
            kata = f"Baris {baris.nomor_baris} masuk register: {naskah}.{sama}"
            messages.success(request, kata)
            return redirect(baris.impor)
    tampil = queries.tampil(baris, queries.nama_urusan([baris]))
    konteks = {"form": form, "mitra": mitra, "baris": baris, "tampil": tampil}
    status = 409 if form.bentrok else 200
    return render(request, "kerjasama/impor/baris.html", konteks, status=status)


@require_POST
def terima_semua(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter every sound row, at once or by the worker."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    try:
        hasil = services.terima_semua(pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect(impor)
    if hasil is None:
        messages.info(request, "Baris yang siap sedang dimasukkan; halaman ini boleh ditinggalkan.")
        return redirect(impor)
    _kabari_hasil(request, *hasil)
    return redirect(impor)


def _kabari_hasil(request: HttpRequest, diterima: int, gagal: list[str]) -> None:
    """One sentence for what entered, one for what did not; each row keeps its own reason."""
    if diterima:
        messages.success(request, f"{diterima} baris masuk register.")
    if gagal:
        awal = f"{len(gagal)} baris" if diterima else f"Tidak ada yang masuk: {len(gagal)} baris"
        kata = f"{awal} tidak dapat diterima; alasannya tertulis pada tiap baris. {gagal[0]}"
        messages.warning(request, kata)


@require_POST
def batal_impor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take everything that a list brought in out of the register, at once or by the worker."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    try:
        selesai = minta_batal(pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect(impor)
    kata = "Impor dibatalkan; naskah yang dibawanya dikeluarkan dari register."
    messages.success(request, kata if selesai else "Impor sedang dibatalkan.")
    return redirect(impor)


@require_POST
def tahan_impor(request: HttpRequest, pk: int) -> HttpResponse:
    """Withhold every row that has not entered from the public register, or show them."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    _tahan(request, tahan_semua, pk, sebut="Semua baris yang belum masuk")
    return redirect(impor)


@require_POST
def tahan_satu(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for one row."""
    baris = _baris(request, pk)
    _tahan(request, tahan_baris, pk, sebut=f"Baris {baris.nomor_baris}")
    return _kembali(request, baris)


def _tahan(request: HttpRequest, layanan: Any, pk: int, *, sebut: str) -> None:
    form = TahanForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["alasan"][0])
        return
    alasan = form.cleaned_data["alasan"]
    kata = f"{sebut} {'ditahan dari' if alasan else 'akan tampil di'} register publik."
    perform(request, layanan, pk, alasan=alasan, oleh=request.user, success=kata)


def sisa_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """What was not taken, with the reasons, as CSV."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    batasi_ekspor(request)
    return csv_response(queries.sisa(impor), f"sisa-impor-{impor.pk}")
