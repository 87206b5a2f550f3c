"""Searching: which naskah answer, and where the words stand in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.views.generic import ListView

from inti.views.ekspor import BENTUK, SEPOTONG, kirim_daftar
from inti.views.guards import GuardMixin
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah
from kerjasama.permissions import boleh_melihat_naskah
from kerjasama.queries import cari
from kerjasama.queries.berkas_dicari import khalayak
from kerjasama.queries.ekspor import NASKAH
from kerjasama.views.naskah import URUTAN

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kerjasama.domain.cari import Istilah
    from kerjasama.models.naskah import NaskahQuerySet

KUERI_TERPANJANG = 200


class CariView(GuardMixin, HalamanKunciMixin, ListView):
    """Newest first, in what the reader may see."""

    guard = staticmethod(boleh_melihat_naskah)
    template_name = "kerjasama/naskah/cari.html"
    paginate_by = 20
    urutan = {"tanggal_ttd": URUTAN["tanggal_ttd"]}
    urutan_awal = "-tanggal_ttd"

    @cached_property
    def teks(self) -> str:
        """What was typed."""
        return self.request.GET.get("q", "").strip()[:KUERI_TERPANJANG]

    @cached_property
    def dicari(self) -> tuple[Istilah, ...]:
        """The same, as it is searched for."""
        return cari.kueri(self.teks)

    @cached_property
    def untuk(self) -> tuple[str, ...]:
        """Whose texts the reader may look into."""
        return khalayak(self.request.user)

    def daftar(self) -> NaskahQuerySet:
        terlihat = Naskah.objects.terlihat_oleh(self.request.user)
        return cari.cocok(cari.untuk_temuan(terlihat), self.dicari, untuk=self.untuk)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or every naskah that answers as a file."""
        if request.GET.get("format") not in BENTUK or not self.teks:
            return super().get(request, *args, **kwargs)
        baris = self.get_queryset().iterator(chunk_size=SEPOTONG)
        saringan = [f"Kata: {self.teks}"]
        return kirim_daftar(request, "naskah_dicari", NASKAH, baris, saringan=saringan)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        return konteks | {
            "teks": self.teks,
            "daftar_temuan": cari.temuan(konteks["object_list"], self.dicari, untuk=self.untuk),
            "mirip": cari.bertebakan(self.dicari),
        }
