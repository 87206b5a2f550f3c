"""What was typed when the session was over: kept for its writer, put back into the form, not sent.

It waits in the session of this browser for an hour, without files and secrets, and only whoever
typed it gets it back. Nothing is saved by it: the person presses the button again, and the form
still knows what its page showed.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from inti import perangkat
from inti.laju import dalam_batas

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseRedirect

KUNCI = "isian_tertahan"
UMUR = 60 * 60
TERPANJANG = 300_000
PER_MENIT = 30
RAHASIA = re.compile(r"pass|sandi|rahasia|secret|token|otp|csrf", re.IGNORECASE)
# Pages about signing in.
PINTU = re.compile(r"(account|mfa|socialaccount|sso)[_-]")
# What a page sends along and nobody typed.
TAK_TAMPAK = re.compile(r"^(asal|sidik|kunci)$|-(pk|kode|kunci|DELETE)$|_FORMS$")
NOMOR_BARIS = re.compile(r"-(\d+)-")
KEMBALI = (
    "Sesi Anda berakhir, jadi isian Anda belum disimpan. Masuk lagi dengan akun yang sama dalam "
    "satu jam: isiannya kembali ke formulirnya{berkas}."
)
SANDI_LEWAT = (
    "Masa berlaku kata sandi Anda sudah lewat, jadi isian Anda belum disimpan. Buat yang baru dan "
    "masuk lagi dalam satu jam: isiannya kembali ke formulirnya{berkas}."
)
TAK_TERTAHAN = (
    "Sesi Anda berakhir, jadi isian Anda belum disimpan dan tidak dapat ditahan di sini. Tekan "
    "Kembali pada peramban dan salin isian Anda, lalu masuk lagi."
)


class Isian(NamedTuple):
    """A form that did not arrive."""

    pemilik: list[str]
    pada: float
    # The page on which it stood, and where it was sent to.
    halaman: str
    tujuan: str
    isi: dict[str, list[str]]
    berkas: list[str]

    def json(self) -> str:
        """Name -> values, for the script that puts them back."""
        return json.dumps(self.isi)

    def tampak(self) -> list[tuple[str, str]]:
        """What a person typed, to be read and copied."""
        return [
            (_judul(nama), "\n".join(nilai))
            for nama, nilai in self.isi.items()
            if any(nilai) and not TAK_TAMPAK.search(nama) and not _nomor_versi(nama, nilai)
        ]


def baca(request: HttpRequest) -> Isian | None:
    """What was sent, if somebody typed any of it and whose it is can be known."""
    if request.method != "POST" or _tanpa_isian(request):
        return None
    isi = {
        nama: [str(satu) for satu in nilai]
        for nama, nilai in request.POST.lists()
        if not RAHASIA.search(nama)
    }
    pengguna: Any = request.user
    dikenal = pengguna.is_authenticated
    pemilik = perangkat.sidik(pengguna) if dikenal else perangkat.pemilik(request)
    berkas = [satu.name or "" for _, semua in request.FILES.lists() for satu in semua]
    tujuan = request.get_full_path()
    satu = Isian(pemilik, time.time(), _halaman(request) or tujuan, tujuan, isi, berkas)
    return satu if satu.tampak() else None


def tahan(request: HttpRequest, isian: Isian, kabar: str = KEMBALI) -> bool:
    """Keep it in the session as it is now; says so, or why it could not be."""
    panjang = sum(len(n) + len(satu) for n, nilai in isian.isi.items() for satu in nilai)
    muat = isian.pemilik and panjang <= TERPANJANG
    if not muat or not dalam_batas(request, "tertahan", banyak=PER_MENIT):
        messages.warning(request, TAK_TERTAHAN)
        return False
    bawa(request, isian)
    berkas = "; berkasnya perlu dipilih lagi" if isian.berkas else ""
    messages.info(request, kabar.format(berkas=berkas))
    return True


def bawa(request: HttpRequest, isian: Isian) -> None:
    """Into the session as it is now: the one in which it waited has ended."""
    request.session[KUNCI] = isian._asdict()


def ke_pintu_masuk(request: HttpRequest, isian: Isian | None) -> HttpResponseRedirect:
    """To signing in, and from there to the page on which it stood."""
    ada = isian is not None and tahan(request, isian)
    tujuan = isian.halaman if isian and ada else request.get_full_path()
    return redirect_to_login(tujuan, reverse("account_login"))


def milik(request: HttpRequest) -> Isian | None:
    """What waits for this person; what is another's or too old is thrown away."""
    simpanan = request.session.get(KUNCI)
    if not simpanan:
        return None
    isian = Isian(**simpanan)
    if time.time() - isian.pada > UMUR or not _miliknya(isian, request.user):
        del request.session[KUNCI]
        return None
    return isian


def untuk_halaman(request: HttpRequest) -> Isian | None:
    """What waits for this person on this page."""
    isian = milik(request)
    return isian if isian and urlsplit(isian.halaman).path == request.path else None


def terkirim(request: HttpRequest) -> None:
    """The form was sent again: its page has it now."""
    simpanan = request.session.get(KUNCI)
    if simpanan and urlsplit(simpanan["tujuan"]).path == request.path:
        del request.session[KUNCI]


def _miliknya(isian: Isian, pengguna: Any) -> bool:
    return bool(set(isian.pemilik) & set(perangkat.sidik(pengguna)))


def _tanpa_isian(request: HttpRequest) -> bool:
    """Sent by a page itself, which still has it; or a form about signing in."""
    sendiri = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    nama = request.resolver_match.view_name if request.resolver_match else ""
    return sendiri or "HX-Request" in request.headers or bool(PINTU.match(nama))


def _halaman(request: HttpRequest) -> str:
    """The page of this site that sent it; nothing where the browser does not say."""
    asal = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(asal, {request.get_host()}):
        return ""
    bagian = urlsplit(asal)
    return f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path


def _nomor_versi(nama: str, nilai: list[str]) -> bool:
    """Which version was read; a version that a person names is no bare number."""
    return nama == "versi" and nilai[0].isdigit()


def _judul(nama: str) -> str:
    baris = NOMOR_BARIS.sub(lambda cocok: f" {int(cocok[1]) + 1}: ", nama)
    return re.sub(r"[_-]+", " ", baris).capitalize()
