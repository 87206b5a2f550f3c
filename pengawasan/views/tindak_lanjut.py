"""Follow-up: list, detail, report, return, close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import DateField
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_filters.views import FilterView

from inti.forms import AlasanForm, CatatanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.forms_page import FormsPageView
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.permissions import boleh_mengelola_naskah
from pengawasan.enums import StatusTindakLanjut
from pengawasan.filters import TindakLanjutFilterSet
from pengawasan.forms.perkembangan import (
    HasilForm,
    MintaTenggatForm,
    PerkembanganForm,
    PilihButirForm,
    PutusTenggatForm,
    SerahForm,
)
from pengawasan.forms.tindak_lanjut import LaporTindakLanjutForm, TeguranTindakLanjutForm
from pengawasan.models import BuktiTindakLanjut, TindakLanjut
from pengawasan.models.tindak_lanjut import TENGGAT_TERBUKA
from pengawasan.permissions import (
    boleh_melaporkan_tindak_lanjut,
    boleh_melihat,
    boleh_melihat_matrik,
    boleh_mengelola_teguran,
    boleh_menutup_tindak_lanjut,
)
from pengawasan.queries.ekspor import TINDAK_LANJUT
from pengawasan.queries.tindak_lanjut import (
    butir_naskah,
    hasil,
    isian_pengakhiran,
    ledger_butir,
    perkembangan,
    rincian,
    sertakan_teguran,
)
from pengawasan.services import tindak_lanjut as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

    from inti.models import Pengguna


class TindakLanjutDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What follows from decisions: what is open, the longest late first, then what is closed."""

    guard = staticmethod(boleh_melihat)
    filterset_class = TindakLanjutFilterSet
    template_name = "pengawasan/tindak_lanjut/daftar.html"
    paginate_by = 25
    ekspor = "tindak_lanjut"
    kolom = TINDAK_LANJUT
    urutan = {"tenggat": Urutan(TENGGAT_TERBUKA, DateField(), kosong=True)}
    urutan_awal = "tenggat"
    extra_context = {"hari_ini": timezone.localdate}

    def daftar(self) -> QuerySet[TindakLanjut]:
        return TindakLanjut.objects.terlihat_oleh(self.request.user).untuk_daftar()


class TindakLanjutRincianView(GuardMixin, FormsPageView):
    """One follow-up, its evidence and its trail."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/tindak_lanjut/rincian.html"
    context_object_name = "butir"

    def get_queryset(self) -> QuerySet[TindakLanjut]:
        return rincian(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pengguna = self.request.user
        return super().get_context_data(**kwargs) | {
            "lihat_rantai": boleh_melihat_matrik(
                pengguna, self.object.rekomendasi.baris.matrik.kegiatan
            ),
            "bukti": self.object.bukti.select_related("berkas"),
            "lapor_form": LaporTindakLanjutForm(auto_id="lapor-%s"),
            "catatan_form": CatatanForm(auto_id="periksa-%s"),
            "buka_form": AlasanForm(auto_id="buka-%s"),
            "terbuka": self.object.status != StatusTindakLanjut.DITUTUP,
            **_pekerjaan(pengguna, self.object),
            "hari_ini": timezone.localdate(),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }


def _pekerjaan(pengguna: Pengguna, butir: TindakLanjut) -> dict[str, Any]:
    """What was done, what is to be shown in the end, and the forms for it."""
    lapor = boleh_melaporkan_tindak_lanjut(pengguna, butir)
    tutup = boleh_menutup_tindak_lanjut(pengguna)
    semua = butir_naskah(butir)
    sertakan_teguran(butir)
    return {
        "lapor": lapor,
        "tutup": tutup,
        "catat": tutup or lapor,
        "kelola": boleh_mengelola_naskah(pengguna),
        "tegur": boleh_mengelola_teguran(pengguna),
        "hasil": hasil(butir, semua),
        "isian_pengakhiran": isian_pengakhiran(butir),
        "ledger": ledger_butir(butir, semua, pengguna, per=timezone.localdate()),
        "perkembangan": perkembangan(butir),
        "permintaan": butir.permintaan_tenggat.select_related("diputuskan_oleh"),
        "serah": butir.serah.select_related("dari", "ke"),
        "perkembangan_form": PerkembanganForm(butir=butir, auto_id="maju-%s"),
        "butir_form": PilihButirForm(butir=butir, semua=semua, auto_id="butir-%s"),
        "hasil_form": HasilForm(butir=butir, auto_id="hasil-%s"),
        "teguran_form": TeguranTindakLanjutForm(butir=butir, auto_id="tegur-%s"),
        "minta_form": MintaTenggatForm(auto_id="minta-%s"),
        "putus_form": PutusTenggatForm(auto_id="putus-%s"),
        "serah_form": SerahForm(butir=butir, auto_id="serah-%s"),
    }


def milik(request: HttpRequest, pk: int) -> TindakLanjut:
    """The follow-up, if the person may know of it."""
    return get_object_or_404(TindakLanjut.objects.terlihat_oleh(request.user), pk=pk)


@require_POST
def laporkan_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner states that it was done."""
    butir = milik(request, pk)
    require(boleh_melaporkan_tindak_lanjut(request.user, butir))
    form = LaporTindakLanjutForm(request.POST, request.FILES, auto_id="lapor-%s")
    sukses = "Pelaksanaan dilaporkan dan menunggu diperiksa."
    return TindakLanjutRincianView.submit(
        request, butir, form, services.laporkan, name="lapor_form", success=sukses
    )


@require_POST
def kembalikan_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not done yet."""
    return _periksa(request, pk, services.kembalikan, "Tindak lanjut dikembalikan.")


@require_POST
def tutup_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """Closed by someone other than its owner."""
    return _periksa(request, pk, services.tutup, "Tindak lanjut ditutup.")


def _periksa(
    request: HttpRequest, pk: int, service: Callable[..., Any], sukses: str
) -> HttpResponse:
    butir = milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form = CatatanForm(request.POST, auto_id="periksa-%s")
    return TindakLanjutRincianView.submit(
        request, butir, form, service, name="catatan_form", success=sukses
    )


@require_safe
def unduh_bukti(request: HttpRequest, pk: int, bukti_pk: int) -> FileResponse:
    """One piece of evidence."""
    require(boleh_melihat(request.user))
    butir = milik(request, pk)
    bukti = get_object_or_404(BuktiTindakLanjut, tindak_lanjut=butir, pk=bukti_pk)
    return serve_berkas(request, bukti.berkas, tampilkan=True)
