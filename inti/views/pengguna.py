"""Accounts, for the administrator: list, new, one with what can be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import CharField, Exists
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_filters.views import FilterView

from inti.data_pribadi import tugas_untuk
from inti.filters import AkunFilterSet
from inti.forms import AlasanForm
from inti.forms.pengguna import AkunBaruForm, BeriJabatanForm, PenahananForm, PenggunaForm
from inti.halaman import Urutan
from inti.models import JejakAudit, Pengguna
from inti.permissions import boleh_mengelola_akun
from inti.putusan import AturanDilanggar
from inti.queries import token_api
from inti.queries.ekspor import AKUN
from inti.queries.sesi import perangkat
from inti.services import akun as services
from inti.services import data_pribadi, faktor_kedua, kedudukan, surel_akun
from inti.services.kolom import KolomBerubah
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, pastikan_orangnya, perform, require
from inti.views.halaman import HalamanKunciMixin

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse


class AkunDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Who has an account, which seats they hold, and whether they can sign in."""

    guard = staticmethod(boleh_mengelola_akun)
    filterset_class = AkunFilterSet
    template_name = "inti/akun/daftar.html"
    ekspor = "akun"
    kolom = AKUN
    paginate_by = 25
    urutan = {"nama": Urutan("nama", CharField())}
    urutan_awal = "nama"

    def daftar(self) -> QuerySet[Pengguna]:
        return Pengguna.objects.prefetch_related("pemangku__jabatan")


@require_http_methods(["GET", "POST"])
def tambah_akun(request: HttpRequest) -> HttpResponse:
    """A new account; its owner is invited by mail."""
    require(boleh_mengelola_akun(request.user))
    form = AkunBaruForm(request.POST or None)
    if form.is_valid() and _simpan(
        form,
        lambda: services.buat(
            form.data_kolom(),
            jabatan=form.cleaned_data["jabatan"],
            kunci=form.cleaned_data["kunci"],
            oleh=request.user,
        ),
    ):
        messages.success(request, f"Akun dibuat; undangan dikirim ke {form.cleaned_data['email']}.")
        return redirect("akun-daftar")
    return render(request, "inti/akun/form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def ubah_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one."""
    pengguna = _milik(request, pk)
    form = PenggunaForm(request.POST or None, instance=pengguna)
    if form.is_valid():
        asal = form.asal_halaman()
        if _simpan(
            form, lambda: services.ubah(pk, form.data_kolom(), asal=asal, oleh=request.user)
        ):
            messages.success(request, _diubah(form, pk))
            return redirect("akun-rincian", pk)
    semula = get_object_or_404(Pengguna, pk=pk)
    konteks, status = {"form": form, "akun": semula}, 409 if form.bentrok else 200
    return render(request, "inti/akun/form.html", konteks, status=status)


@require_GET
def rincian_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: seats, devices, second factor, trail."""
    return _rincian(request, pk)


@require_POST
def undang_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """The invitation once more."""
    return _kerjakan(request, pk, services.undang, "Undangan dikirim lagi.")


@require_POST
def kirim_ulang_surel(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link to the address that waits for its proof."""
    return _kerjakan(request, pk, surel_akun.kirim_ulang, "Tautan pembuktian dikirim lagi.")


@require_POST
def batalkan_surel_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """The address stays as it is."""
    return _kerjakan(request, pk, surel_akun.batalkan, "Perubahan alamat surel dibatalkan.")


@require_POST
def aktifkan_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed account again."""
    return _kerjakan(request, pk, services.aktifkan, "Akun diaktifkan lagi.")


@require_POST
def keluarkan_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign its owner out everywhere."""
    return _kerjakan(request, pk, services.keluarkan, "Akun dikeluarkan dari semua perangkat.")


@require_http_methods(["GET", "POST"])
def beri_jabatan(request: HttpRequest, pk: int) -> HttpResponse:
    """A seat that many may hold, from today on."""
    akun, form = _milik(request, pk), BeriJabatanForm(request.POST or None)
    if form.is_valid():
        try:
            kedudukan.beri(pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("jabatan", error.alasan)
        else:
            messages.success(request, f"Jabatan diberikan: {form.cleaned_data['jabatan']}.")
            return redirect("akun-rincian", pk)
    return render(request, "inti/akun/jabatan.html", {"form": form, "akun": akun})


@require_POST
def akhiri_jabatan(request: HttpRequest, pk: int, pemangku: int) -> HttpResponse:
    """Today is the last day in that seat."""
    akun, sukses = _milik(request, pk), "Jabatan diakhiri; hari ini hari terakhirnya."
    service = kedudukan.akhiri
    perform(request, service, akun.pk, pemangku=pemangku, oleh=request.user, success=sukses)
    return redirect("akun-rincian", pk)


@require_POST
def nonaktifkan_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account, with the reason."""
    return _beralasan(request, pk, services.nonaktifkan, "Akun dinonaktifkan.", "tutup")


@require_POST
def cabut_faktor_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second factor off, for somebody who lost the phone."""
    sukses = "Faktor kedua dicabut; pemiliknya memasang yang baru saat masuk."
    return _beralasan(request, pk, faktor_kedua.cabut, sukses, "cabut")


@require_POST
def tahan_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing of this person is erased for now, or again may be."""
    _milik(request, pk)
    form = PenahananForm(request.POST, prefix="tahan")
    if not form.is_valid():
        return _rincian(request, pk, tahan_form=form)
    isi = form.cleaned_data
    service, sukses = data_pribadi.tahan, "Data akun ditahan."
    if isi["lepas"]:
        service, sukses = data_pribadi.lepaskan, "Penahanan dilepas."
    perform(request, service, pk, alasan=isi["alasan"], oleh=request.user, success=sukses)
    return redirect("akun-rincian", pk)


@require_POST
@pastikan_orangnya
def samarkan_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase the person from a closed account."""
    sukses = "Data orang pada akun ini dihapus."
    return _beralasan(request, pk, data_pribadi.samarkan, sukses, "samarkan")


def _rincian(request: HttpRequest, pk: int, **ditolak: Form) -> HttpResponse:
    require(boleh_mengelola_akun(request.user))
    berfaktor = Exists(Authenticator.objects.filter(user=pk))
    akun = Pengguna.objects.bersama_kursi(pk, berfaktor=berfaktor)
    if akun is None:
        raise Http404
    tugas = tugas_untuk(request.user, akun)
    konteks = {
        "akun": akun,
        "tugas": tugas,
        "samarkan": data_pribadi.boleh_samarkan(akun, oleh=request.user, tugas=tugas),
        "hari_ini": timezone.localdate(),
        "tahan_form": PenahananForm(prefix="tahan", initial={"lepas": bool(akun.penahanan)}),
        "samarkan_form": AlasanForm(prefix="samarkan"),
        "sesi": perangkat(akun) if akun.is_active else (),
        "token": token_api.milik(akun),
        "tutup_form": AlasanForm(prefix="tutup"),
        "cabut_form": AlasanForm(prefix="cabut"),
        "jejak": JejakAudit.objects.tentang(akun)[:30],
    }
    return render(request, "inti/akun/rincian.html", konteks | ditolak)


def _kerjakan(
    request: HttpRequest, pk: int, service: Callable[..., None], sukses: str
) -> HttpResponse:
    _milik(request, pk)
    perform(request, service, pk, oleh=request.user, success=sukses)
    return redirect("akun-rincian", pk)


def _beralasan(
    request: HttpRequest, pk: int, service: Callable[..., None], sukses: str, nama: str
) -> HttpResponse:
    _milik(request, pk)
    form = AlasanForm(request.POST, prefix=nama)
    if not form.is_valid():
        return _rincian(request, pk, **{f"{nama}_form": form})
    perform(request, service, pk, **form.cleaned_data, oleh=request.user, success=sukses)
    return redirect("akun-rincian", pk)


def _simpan(form: PenggunaForm, kerjakan: Callable[[], object]) -> bool:
    try:
        kerjakan()
    except KolomBerubah as error:
        form.hadapkan(Pengguna.objects.get(pk=form.instance.pk), error.alasan)
        return False
    except AturanDilanggar as error:
        form.add_error(getattr(error, "isian", None), error.alasan)
        return False
    return True


def _diubah(form: PenggunaForm, pk: int) -> str:
    """Whether an address was asked for that has still to be proved."""
    baru = form.cleaned_data["email"]
    if Pengguna.objects.filter(pk=pk, email=baru).exists():
        return "Akun diubah."
    return f"Disimpan. Alamat {baru} berlaku setelah dibuktikan pemiliknya."


def _milik(request: HttpRequest, pk: int) -> Pengguna:
    require(boleh_mengelola_akun(request.user))
    return get_object_or_404(Pengguna, pk=pk)
