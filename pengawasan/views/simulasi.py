"""What-if: the load of the coming 24 months, a scenario beside it, and days that level it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils import timezone
from django.views.generic import TemplateView

from inti.lembar import Kolom, isi_tabel
from inti.services.ekspor import catat_ekspor
from inti.views.ekspor import BENTUK
from inti.views.guards import GuardMixin
from kerjasama.models import Naskah
from pengawasan.forms.simulasi import BarisForm, JendelaForm, SkenarioForm
from pengawasan.models import PerataanRencana
from pengawasan.permissions import boleh_melihat_semua, boleh_merencanakan
from pengawasan.queries.beban import SELAMA_BULAN, Skenario, susun_beban
from pengawasan.queries.perataan import usulkan
from pengawasan.queries.simulasi import (
    KOLOM_BEBAN,
    KOLOM_USULAN,
    baris_tugas,
    grafik,
    nama_pekan,
    tabel_orang,
    tabel_pekan,
    tabel_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from pengawasan.queries.beban import Beban

KAPASITAS = 5
LEBAR = 30


class _SkenarioView(GuardMixin, TemplateView):
    """Reads the scenario from the address; what cannot be read is said, and left out."""

    guard = staticmethod(boleh_melihat_semua)
    form_class: type[JendelaForm] = SkenarioForm
    ekspor = ""
    kolom: tuple[Kolom, ...] = ()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, unless a file is asked for."""
        self.form = self.form_class(request.GET)
        self.form.is_valid()
        self.isi = self.form.cleaned_data
        self.kapasitas = self.isi.get("kapasitas") or KAPASITAS
        bentuk = BENTUK.get(request.GET.get("format", ""))
        if bentuk is None or not self.kolom:
            return super().get(request, *args, **kwargs)
        catat_ekspor(
            self.ekspor,
            bentuk=request.GET["format"],
            saringan=[f"{k}: {v}" for k, v in self.isi.items() if v],
            urutan="",
            oleh=request.user,
        )
        tabel = isi_tabel(self.kolom, self.baris_ekspor())
        return bentuk(tabel, f"{self.ekspor.replace('_', '-')}-{timezone.localdate():%Y-%m-%d}")

    def baris_ekspor(self) -> Iterable[Any]:
        """The rows of the file."""
        raise NotImplementedError

    def beban(self) -> Beban:
        """The load, with the scenario of the address."""
        tanpa, selama = self.isi.get("tanpa"), self.isi.get("selama")
        self.skenario = Skenario(
            tambah=self.isi.get("tambah") or 0,
            ditandatangani=self.isi.get("ditandatangani"),
            selama=SELAMA_BULAN if selama is None else selama,
            unit=self.isi.get("unit_baru"),
            interval_pemantauan=self.isi.get("interval_pemantauan"),
            interval_evaluasi=self.isi.get("interval_evaluasi"),
            tanpa=tanpa.pk if tanpa else None,
        )
        return susun_beban(self.request.user, self.skenario, per=timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kueri = self.request.GET.copy()
        for nama in ("page", "format", "pekan", "unit", "orang", "sisi"):
            kueri.pop(nama, None)
        return super().get_context_data(**kwargs) | {
            "form": self.form,
            "kapasitas": self.kapasitas,
            "kueri": kueri.urlencode(),
        }


class SimulasiView(_SkenarioView):
    """The load per week, unit and person."""

    template_name = "pengawasan/simulasi/rincian.html"
    ekspor = "simulasi_beban"
    kolom = KOLOM_BEBAN

    def baris_ekspor(self) -> Iterable[Any]:
        beban = self.beban()
        tabel = {
            "Pekan": tabel_pekan(beban),
            "Perangkat Daerah": tabel_unit(beban),
            "Anggota": tabel_orang(beban),
        }
        return [(nama, baris) for nama, isi in tabel.items() for baris in isi]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        beban = self.beban()
        pekan = tabel_pekan(beban)
        return super().get_context_data(**kwargs) | {
            "pekan": [p for p in pekan if p.kini or p.nanti],
            "unit": tabel_unit(beban),
            "orang": tabel_orang(beban),
            "grafik": grafik(pekan, self.kapasitas),
            "puncak_kini": max(pekan, key=lambda p: p.kini),
            "puncak_nanti": max(pekan, key=lambda p: p.nanti),
            "jumlah": (len(beban.kini), len(beban.skenario)),
            "skenario": self.skenario.ada,
        }


class SimulasiBarisView(_SkenarioView):
    """The obligations that one figure counts."""

    template_name = "pengawasan/simulasi/baris.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        beban = self.beban()
        baris_form = BarisForm(self.request.GET)
        baris_form.is_valid()
        pilih = baris_form.cleaned_data
        senin, unit, orang = pilih.get("pekan"), pilih.get("unit"), pilih.get("orang")
        nanti = pilih.get("sisi") == "skenario"
        semua = beban.skenario if nanti else beban.kini
        tugas = baris_tugas(semua, senin=senin, unit=unit, orang=orang)
        halaman = Paginator(tugas, 50).get_page(self.request.GET.get("page"))
        kunci = [t.naskah for t in halaman if t.naskah]
        naskah = Naskah.objects.terlihat_oleh(self.request.user).in_bulk(kunci)
        ket = [
            nama_pekan(senin) if senin else "",
            beban.unit.get(unit, "") if unit is not None else "",
            beban.orang.get(orang or 0, ""),
        ]
        return super().get_context_data(**kwargs) | {
            "page_obj": halaman,
            "baris": [(t, naskah.get(t.naskah)) for t in halaman],
            "keterangan": " · ".join(k for k in ket if k),
            "nanti": nanti,
        }


class SimulasiUsulanView(_SkenarioView):
    """Planned days that level the peak, to be picked and confirmed; it knows no scenario."""

    template_name = "pengawasan/simulasi/usulan.html"
    form_class = JendelaForm
    ekspor = "usulan_rencana"
    kolom = KOLOM_USULAN

    def baris_ekspor(self) -> Iterable[Any]:
        return usulkan(self.beban(), kapasitas=self.kapasitas, lebar=self.lebar).baris

    @property
    def lebar(self) -> int:
        """How many days before its date an obligation may be planned."""
        lebar = self.isi.get("lebar")
        return LEBAR if lebar is None else lebar

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        beban = self.beban()
        usulan = usulkan(beban, kapasitas=self.kapasitas, lebar=self.lebar)
        return super().get_context_data(**kwargs) | {
            "usulan": usulan,
            "digabung": sum(b.digabung for b in usulan.baris),
            "grafik": grafik(tabel_pekan(replace(beban, skenario=usulan.tugas)), self.kapasitas),
            "page_obj": Paginator(usulan.baris, 100).get_page(self.request.GET.get("page")),
            "lebar": self.lebar,
            "rencanakan": boleh_merencanakan(self.request.user),
            "terakhir": PerataanRencana.objects.select_related("diterapkan_oleh")[:5],
        }
