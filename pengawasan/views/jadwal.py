"""Obligations: what is due, and why; the supervision of one naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import DateField
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.permissions import boleh
from inti.putusan import semua
from inti.roles import Kemampuan
from inti.views.ekspor import EksporMixin
from inti.views.forms_page import FormsPageView
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah, PenugasanNaskah
from pengawasan.enums import StatusJadwal, StatusPenundaan
from pengawasan.filters import JadwalFilterSet
from pengawasan.forms.jadwal import PutusanPenundaanForm, TundaForm
from pengawasan.forms.simulasi import RencanaForm
from pengawasan.models import Jadwal, Kegiatan, Pengendalian, TindakLanjut
from pengawasan.permissions import (
    boleh_melihat,
    boleh_memutuskan_penundaan,
    boleh_mencatat_pengendalian,
    boleh_mengajukan_penundaan,
    boleh_mengelola_teguran,
    boleh_mengelola_tim,
    boleh_merencanakan,
)
from pengawasan.queries.ekspor import JADWAL
from pengawasan.queries.jadwal import (
    acuan_dasar,
    boleh_ditutup,
    terencana,
    usul_evaluasi_akhir,
)
from pengawasan.queries.pengendalian import unit_penulis
from pengawasan.queries.perataan_rencana import dapat_direncanakan, rencana_kini
from pengawasan.services import jadwal as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class JadwalDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What is owed, nearest first; what is done or replaced only when asked for."""

    guard = staticmethod(boleh_melihat)
    filterset_class = JadwalFilterSet
    template_name = "pengawasan/jadwal/daftar.html"
    paginate_by = 25
    ekspor = "jadwal"
    kolom = JADWAL
    urutan = {"jatuh_tempo": Urutan("jatuh_tempo", DateField())}
    urutan_awal = "jatuh_tempo"

    def daftar(self) -> QuerySet[Jadwal]:
        jadwal: QuerySet[Jadwal] = Jadwal.objects.terlihat_oleh(self.request.user)
        jadwal = jadwal.select_related("naskah").annotate(terencana=terencana())
        if not {"status", "ketepatan"} & {k for k, v in self.request.GET.items() if v}:
            jadwal = jadwal.terbuka()
        return jadwal

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "hari_ini": timezone.localdate(),
            "rencanakan": boleh_merencanakan(self.request.user),
        }


class JadwalRincianView(GuardMixin, FormsPageView):
    """One obligation and why it is due."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/jadwal/rincian.html"

    def get_queryset(self) -> QuerySet[Jadwal]:
        terlihat = Jadwal.objects.terlihat_oleh(self.request.user)
        berencana = terlihat.annotate(terencana=terencana())
        return berencana.select_related("naskah").prefetch_related("kegiatan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rencana = rencana_kini(self.object)
        return super().get_context_data(**kwargs) | {
            "hari_ini": timezone.localdate(),
            "rencanakan": boleh_merencanakan(self.request.user),
            "rencana": rencana,
            "atur_rencana": dapat_direncanakan(self.object),
            "acuan": acuan_dasar(self.object, self.request.user),
            **self._penundaan(),
            "rencana_form": RencanaForm(initial={"tanggal": rencana}, auto_id="rencana-%s"),
            "tutup": semua(
                boleh_merencanakan(self.request.user), boleh_ditutup(self.object, alasan="-")
            ),
            "tutup_form": AlasanForm(auto_id="tutup-%s"),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }

    def _penundaan(self) -> dict[str, Any]:
        """The history of postponements, and what this reader can do about them."""
        jadwal, pengguna = self.object, self.request.user
        semua_ = list(jadwal.penundaan.untuk_daftar())
        menunggu = any(satu.status == StatusPenundaan.DIAJUKAN for satu in semua_)
        terbuka = jadwal.status == StatusJadwal.TERBUKA
        ajukan = terbuka and not menunggu and boleh_mengajukan_penundaan(pengguna)
        return {
            "penundaan": semua_,
            "ajukan": ajukan,
            "putuskan": menunggu and boleh_memutuskan_penundaan(pengguna),
            "tunda_form": TundaForm(jadwal=jadwal, auto_id="tunda-%s"),
            "putusan_form": PutusanPenundaanForm(auto_id="putusan-%s"),
        }


@require_POST
def tutup_jadwal(request: HttpRequest, pk: int) -> HttpResponse:
    """Close undone what a naskah that has ended still owes."""
    jadwal = get_object_or_404(Jadwal.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_merencanakan(request.user))
    form = AlasanForm(request.POST, auto_id="tutup-%s")
    sukses = "Jadwal ditutup beserta alasannya."
    return JadwalRincianView.submit(
        request, jadwal, form, services.tutup, name="tutup_form", success=sukses
    )


class NaskahPengawasanView(GuardMixin, DetailView):
    """Everything the supervision knows of one naskah."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/naskah/rincian.html"

    def get_queryset(self) -> QuerySet[Naskah]:
        return Naskah.objects.terlihat_oleh(self.request.user).select_related("perencanaan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        naskah, pengguna = self.object, self.request.user
        return super().get_context_data(**kwargs) | {
            "hari_ini": timezone.localdate(),
            "usul_evaluasi_akhir": usul_evaluasi_akhir(naskah),
            "jadwal": Jadwal.objects.filter(naskah=naskah)
            .annotate(terencana=terencana())
            .order_by("jatuh_tempo", "pk"),
            "kegiatan": Kegiatan.objects.terlihat_oleh(pengguna).filter(naskah=naskah),
            "tindak_lanjut": TindakLanjut.objects.filter(naskah=naskah).untuk_daftar(),
            "pengendalian": Pengendalian.objects.filter(naskah=naskah).untuk_daftar()[:5],
            "anggota": PenugasanNaskah.objects.filter(naskah=naskah).aktif().untuk_daftar(),
            "kelola_anggota": boleh_mengelola_tim(pengguna),
            "catat_pengendalian": boleh_mencatat_pengendalian(
                pengguna, unit_penulis(pengguna, naskah)
            ),
            "rencanakan": boleh_merencanakan(pengguna),
            "tegur": boleh_mengelola_teguran(pengguna),
            "pengingat": boleh(pengguna, Kemampuan.LIHAT_SEMUA_NASKAH),
        }
