"""A page's list or detail as data. Guard, rows, filters and orders are the page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from rest_framework import generics
from rest_framework.permissions import SAFE_METHODS
from rest_framework.views import APIView

from inti.api.autentikasi import TokenAuthentication
from inti.api.halaman import PotonganKunci
from inti.api.laju import LajuToken
from inti.api.saringan import SaringanHalaman
from inti.views.guards import require

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import django_filters as filters
    from django.db.models import QuerySet

    from inti.halaman import Urutan
    from inti.models import TokenApi
    from inti.putusan import Putusan


@method_decorator(never_cache, name="dispatch")
class DataView(APIView):
    """What every address of the interface shares: a token, its scope, its rate.

    `judul` and `uraian` are what the schema says of it.
    """

    authentication_classes = (TokenAuthentication,)
    throttle_classes = (LajuToken,)
    judul: ClassVar[str] = ""
    uraian: ClassVar[str] = ""
    # The page on which a person sees the same, by its class; `guard` where there is none.
    halaman: ClassVar[Any] = None
    guard: ClassVar[Any] = None

    def check_permissions(self, request: Any) -> None:
        """A token; the page's guard for reading, and for writing a token that may write.

        Who may write what is asked by each operation, of the object.
        """
        super().check_permissions(request)
        if request.method not in SAFE_METHODS:
            _boleh_menulis(request.auth)
            return
        guard: Callable[[Any], Putusan] | None = type(self).guard or getattr(
            self.halaman, "guard", None
        )
        if guard is not None:
            require(guard(request.user))

    def buka_halaman(self) -> Any:
        """The page as this reader would open it, for its rows."""
        halaman = self.halaman()
        halaman.setup(self.request, **self.kwargs)
        return halaman


class DaftarView(DataView, generics.ListAPIView[Any]):
    """The rows of a page's list, part by part."""

    pagination_class = PotonganKunci
    filter_backends = (SaringanHalaman,)
    urutan: ClassVar[Mapping[str, Urutan] | None] = None
    urutan_awal: ClassVar[str] = ""

    def get_queryset(self) -> QuerySet[Any]:
        """Those that the page would show this reader."""
        halaman = self.buka_halaman()
        daftar = getattr(halaman, "daftar", halaman.get_queryset)
        baris: QuerySet[Any] = daftar()
        return baris

    def kelas_saringan(self) -> type[filters.FilterSet] | None:
        """The page's filters."""
        return getattr(self.halaman, "filterset_class", None)

    def urutan_daftar(self) -> Mapping[str, Urutan]:
        """The orders that may be asked for."""
        return self.urutan or self.halaman.urutan

    def urutan_bawaan(self) -> str:
        """The order when none is asked for."""
        return self.urutan_awal or str(self.halaman.urutan_awal)

    def nama_urutan(self) -> list[str]:
        """Every order by name, and turned round."""
        return [awalan + nama for nama in self.urutan_daftar() for awalan in ("", "-")]


class RincianView(DataView, generics.RetrieveAPIView[Any]):
    """One object of a page; what the reader may not know of is not there."""

    def get_queryset(self) -> QuerySet[Any]:
        """Those that the page would open for this reader."""
        baris: QuerySet[Any] = self.buka_halaman().get_queryset()
        return baris


def _boleh_menulis(token: TokenApi) -> None:
    if not token.boleh_menulis:
        raise PermissionDenied("Hanya token dengan cakupan “baca dan tulis” yang dapat mengubah.")
