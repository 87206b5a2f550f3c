"""Every page says in its title what it is: no other address has the same, and the site is named."""

import re
from collections import defaultdict

from tests.test_teks_jahat import adegan, berhtml, kemari, terbaca  # noqa: F401

JUDUL = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# One page under two addresses: the guide of one's own role, and the same by its name; a colleague
# invited from the page of the unit, and from one's own list.
SATU_HALAMAN = {"bantuan-saya", "kerjasama:rekan-undang"}


def test_titles_are_there_and_tell_pages_apart(adegan):  # noqa: F811 - the fixture
    alamat_judul, bisu = defaultdict(set), []
    for nama, alamat, klien in kemari(adegan):
        response = klien.get(alamat)
        isi = terbaca(response)
        # A part that a page asks for in between has no title.
        if response.streaming or not berhtml(response) or b"<html" not in isi:
            continue
        judul = JUDUL.search(isi.decode())
        kata = " ".join(judul[1].split()) if judul else ""
        alamat_judul[kata].add(nama)
        if not re.fullmatch(r".{3,} · .{3,}", kata) or b"<h1" not in isi:
            bisu.append(f"{nama}: {kata!r}")

    kembar = {j: sorted(n) for j, n in alamat_judul.items() if len(n - SATU_HALAMAN) > 1}
    assert (kembar, bisu) == ({}, [])
    assert len(alamat_judul) > 150
