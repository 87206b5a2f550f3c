"""Walking through the pages that a person can reach by links, one of each kind."""

from collections import deque
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

# Files, signing out, and what is shown in a frame of its own.
BUKAN_HALAMAN = ("account_logout", "gallery")
LINKS = "els => els.filter(e => !e.hasAttribute('download')).map(e => e.href)"


def jenis(alamat):
    """The URL name, and nothing for what is no page of ours."""
    bagian = urlsplit(alamat)
    try:
        cocok = resolve(bagian.path)
    except Resolver404:
        return ""
    if "format=" in bagian.query or cocok.view_name in BUKAN_HALAMAN:
        return ""
    return cocok.view_name


def jelajahi(page, situs, sudah, awal="/"):
    """Open one page of each kind that was not seen yet; yields the kind once the page is shown."""
    antre, tercatat = deque([f"{situs}{awal}"]), set()
    while antre:
        alamat = antre.popleft()
        nama = jenis(alamat)
        if not nama or nama in sudah or nama in tercatat:
            continue
        tercatat.add(nama)
        answer = page.request.get(alamat)
        if answer.status != 200 or "text/html" not in answer.headers.get("content-type", ""):
            continue
        page.goto(alamat, wait_until="load")
        if jenis(page.url) != nama:
            continue
        sudah.add(nama)
        tautan = page.eval_on_selector_all("a[href]", LINKS)
        antre.extend(satu for satu in tautan if satu.startswith(f"{situs}/"))
        yield nama
