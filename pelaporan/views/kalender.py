"""The calendar: a month or an agenda, without JavaScript."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from inti.formats import BULAN
from inti.kalender import tambah_bulan
from inti.views.guards import require
from pelaporan.domain.kalender import rentang_petak, susun_agenda, susun_petak
from pelaporan.enums import JenisKalender
from pelaporan.forms.kalender import KalenderForm
from pelaporan.permissions import boleh_melihat_kalender
from pelaporan.queries import kalender as queries

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
AGENDA = "agenda"


@require_safe
def lihat_kalender(request: HttpRequest) -> HttpResponse:
    """Everything that this person may see, by day; on a phone always as an agenda."""
    require(boleh_melihat_kalender(request.user))
    hari_ini = timezone.localdate()
    form = KalenderForm(request.GET, pengguna=request.user, hari_ini=hari_ini)
    bulan, jenis, hari = form.pilihan()
    awal, akhir = (hari, hari) if hari else rentang_petak(bulan)
    isi = queries.isi(request.user, awal, akhir, jenis=jenis)
    libur = queries.libur(awal, akhir)
    batas = (hari, hari) if hari else (bulan, _akhir(bulan))
    butir = [b for b in isi.butir if batas[0] <= b.tanggal <= batas[1]]
    konteks: dict[str, Any] = {
        "form": form,
        "dipilih": len(jenis),
        "bulan": f"{BULAN[bulan.month - 1]} {bulan.year}",
        "hari": hari,
        "hari_ini": hari_ini,
        "penuh": isi.penuh,
        "agenda": susun_agenda(butir, awal=batas[0], akhir=batas[1], per=hari_ini, libur=libur),
        "petak": None
        if hari
        else susun_petak(
            bulan,
            () if isi.penuh else isi.butir,
            per=hari_ini,
            libur=libur,
            jumlah=isi.jumlah,
        ),
        "nama_hari": HARI,
        "legenda": [j for j in JenisKalender if j.value in dict(form.fields["jenis"].choices)],
        "tampil_agenda": bool(hari) or request.GET.get("tampilan") == AGENDA,
        "alamat": _alamat(request, bulan, hari_ini),
    }
    return render(request, "pelaporan/kalender/kalender.html", konteks)


def _akhir(bulan: date) -> date:
    return tambah_bulan(bulan, 1) - timedelta(days=1)


def _alamat(request: HttpRequest, bulan: date, hari_ini: date) -> dict[str, str]:
    """The neighbouring pages, with the filter that is on."""

    def ke(tujuan: date | None, *, tanpa: tuple[str, ...] = (), **lain: str) -> str:
        params = request.GET.copy()
        for nama in ("hari", "bulan", *tanpa):
            params.pop(nama, None)
        if tujuan:
            params["bulan"] = f"{tujuan:%Y-%m}"
        for nama, nilai in lain.items():
            params[nama] = nilai
        return f"?{params.urlencode()}"

    return {
        "sebelum": ke(tambah_bulan(bulan, -1)),
        "setelah": ke(tambah_bulan(bulan, 1)),
        "hari_ini": ke(hari_ini),
        "bulan": ke(bulan, tampilan="bulan"),
        "agenda": ke(bulan, tampilan=AGENDA),
        # Last, so that the page can put the day behind it.
        "sehari": ke(None, hari=""),
        "sejenis": ke(None, tanpa=("jenis",), hari=""),
        "tanpa": ke(bulan, tanpa=("jenis",)),
    }
