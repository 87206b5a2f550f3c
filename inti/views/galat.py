"""Pages for requests that went wrong."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from inti.gangguan import BerkasHilangError, kenali
from inti.unggahan import UnggahanDitolakError

if TYPE_CHECKING:
    from django.http import HttpRequest

TAK_TERBACA = "Isi permintaan terlalu besar atau tidak dapat dibaca."
SESI_BERGANTI = (
    "Sesi Anda berakhir atau diperbarui di tab lain selagi permintaan ini dikerjakan. Buka lagi "
    "halamannya dan periksa apakah isian Anda sudah tersimpan sebelum mengirimnya lagi."
)


def csrf_ditolak(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def permintaan_ditolak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An upload that was cut off says why, and so does a session that ended in between.

    Of all else only that it cannot be read.
    """
    pesan, status = TAK_TERBACA, HTTPStatus.BAD_REQUEST
    if isinstance(exception, SessionInterrupted):
        pesan = SESI_BERGANTI
    if isinstance(exception, UnggahanDitolakError):
        pesan, status = str(exception), exception.status
    return render(request, "400.html", {"pesan": pesan}, status=status)


def tak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or none for this reader; of a file that is gone it says that."""
    konteks = {"hilang": isinstance(exception, BerkasHilangError)}
    return render(request, "404.html", konteks, status=HTTPStatus.NOT_FOUND)


def gagal(request: HttpRequest) -> HttpResponse:
    """What nobody expected; a fault of the machine is named. Asks nothing of the database."""
    gangguan = kenali(sys.exception())
    return HttpResponse(
        render_to_string("500.html", {"gangguan": gangguan}),
        status=gangguan.status if gangguan else HTTPStatus.INTERNAL_SERVER_ERROR,
        headers=gangguan.kepala() if gangguan else None,
    )
