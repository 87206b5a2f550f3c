"""What every page's frame shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from inti import tertahan
from inti.bantuan import alamat
from inti.enums import Peran
from inti.menu import menu_untuk
from inti.models import Notifikasi, Pemerintah
from inti.queries.hitung import Hitung
from inti.queries.tetap import PEMBACA, Tetap
from inti.urungkan import ambil

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from inti.models import Pengguna

# The partner's few pages carry their menu on top; all others have it at the side.
KERANGKA, KERANGKA_MITRA = "base_staf.html", "base_portal.html"


def _dengan_pesan() -> QuerySet[Pemerintah]:
    pesan = Notifikasi.objects.filter(kepada=PEMBACA).belum_dibaca()
    hitung = Hitung(pesan.order_by().values("pk"))
    return Pemerintah.objects.annotate(belum_dibaca=hitung).order_by("pk")[:1]


DENGAN_PESAN = Tetap(_dengan_pesan)


def kerangka(request: HttpRequest) -> dict[str, Any]:
    """Identity, menu, role and unread notices. Lazy: a fragment pays for none of it."""
    pengguna = getattr(request, "user", None)
    if pengguna is not None and not pengguna.is_authenticated:
        pengguna = None
    pemerintah = SimpleLazyObject(lambda: _pemerintah(pengguna))
    dasar = {
        "pemerintah": pemerintah,
        "lambang_url": SimpleLazyObject(lambda: _lambang_url(pemerintah)),
        "mode_demo": settings.MODE_DEMO,
        "kerangka": KERANGKA,
        "menu": [],
        "peran_label": "",
        "jumlah_pesan": 0,
        "bantuan_url": "",
        "isian_tertahan": None,
        "urungkan": None,
    }
    if pengguna is None:
        return dasar
    return dasar | {
        "kerangka": SimpleLazyObject(lambda: _kerangka(pengguna)),
        "menu": SimpleLazyObject(lambda: menu_untuk(pengguna, request.path)),
        "peran_label": SimpleLazyObject(lambda: pengguna.sebagai),
        "jumlah_pesan": SimpleLazyObject(lambda: _jumlah_pesan(pemerintah, pengguna)),
        "bantuan_url": SimpleLazyObject(lambda: _bantuan(request, pengguna)),
        "urungkan": SimpleLazyObject(lambda: ambil(request)),
        "isian_tertahan": SimpleLazyObject(lambda: tertahan.untuk_halaman(request)),
    }


def _pemerintah(pengguna: Pengguna | None) -> Pemerintah:
    """The identity, and with it how many notices the reader has not opened."""
    if pengguna is None:
        return Pemerintah.objects.saat_ini()
    satu: list[Pemerintah] = DENGAN_PESAN.objek(pembaca=pengguna.pk)
    return satu[0] if satu else Pemerintah.objects.netral()


def _jumlah_pesan(pemerintah: Any, pengguna: Pengguna) -> int:
    """Came with the identity, where one is recorded."""
    if pemerintah.pk:
        return int(pemerintah.belum_dibaca)
    return Notifikasi.objects.untuk(pengguna).belum_dibaca().count()


def _kerangka(pengguna: Pengguna) -> str:
    return KERANGKA_MITRA if pengguna.peran == {Peran.MITRA} else KERANGKA


def _bantuan(request: HttpRequest, pengguna: Pengguna) -> str:
    """Nothing beside the guide itself, nor on a page without a name or one that is for everybody.

    The last is kept and shown to the next visitor, so it must say the same to each.
    """
    cocok = request.resolver_match
    if not cocok or not cocok.view_name or cocok.view_name.startswith("bantuan"):
        return ""
    untuk_semua = not getattr(cocok.func, "login_required", True)
    return "" if untuk_semua else alamat(cocok.view_name, pengguna)


def _lambang_url(pemerintah: Any) -> str:
    return reverse("lambang") if pemerintah.lambang_id else static("img/lambang-netral.svg")
