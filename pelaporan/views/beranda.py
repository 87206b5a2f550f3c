"""Today: what must I do, what is late, figures for my role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from inti.bantuan import langkah_pertama
from inti.terakhir import ada_terakhir
from pelaporan.queries.beranda import susun

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def beranda(request: HttpRequest) -> HttpResponse:
    """The first page of everyone."""
    pengguna, hari_ini = request.user, timezone.localdate()
    isi = susun(pengguna, hari_ini)
    konteks = {
        "beranda": isi,
        "jumlah_pesan": isi.jumlah_pesan,
        "hari_ini": hari_ini,
        "salam": f"Selamat bekerja, {pengguna}",
        "ada_terakhir": ada_terakhir(request),
        "langkah": () if pengguna.pengantar_ditutup else langkah_pertama(pengguna),
    }
    return render(request, "pelaporan/beranda/beranda.html", konteks)
