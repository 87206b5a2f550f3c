"""A person at the pages: opens one, presses a button of it, as a browser would without scripts."""

from urllib.parse import urljoin

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.support.clients import ReadOnlyGetClient

SALAH = "//*[contains(@class, 'invalid-feedback') or contains(@class, 'field-error')]"
SALAH += "|//*[contains(@class, 'alert-danger')]"


class DitolakError(AssertionError):
    """The page answered with a refusal; its words are the message."""


class Orang:
    """One signed-in user."""

    def __init__(self, pengguna):
        self.pengguna = pengguna
        self.client = ReadOnlyGetClient(enforce_csrf_checks=True)

    def masuk(self):
        """Begin a day at work."""
        self.client.force_login(self.pengguna)

    def buka(self, alamat):
        """The page at this address."""
        return Halaman(self, self.client.get(alamat, follow=True))

    def __repr__(self):
        return f"{self.pengguna} ({', '.join(sorted(self.pengguna.peran))})"


class Halaman:
    """What one sees, and the buttons there are to press."""

    def __init__(self, orang, response):
        assert response.status_code == 200, (orang, response.request["PATH_INFO"], response)
        self.orang, self.alamat = orang, response.request["PATH_INFO"]
        if response.request.get("QUERY_STRING"):
            self.alamat += f"?{response.request['QUERY_STRING']}"
        self.pohon = lxml.html.fromstring(response.content)

    @property
    def teks(self):
        """All that is written on it."""
        return " ".join(self.pohon.text_content().split())

    def tombol(self, awal):
        """The buttons that can be pressed and begin with these words."""
        semua = self.pohon.xpath("//button[not(@disabled)]")
        return [b for b in semua if " ".join(b.text_content().split()).startswith(awal)]

    def tautan(self, awal):
        """Where the first link that begins with these words leads; None when there is none."""
        for satu in self.pohon.xpath("//a[@href]"):
            if " ".join(satu.text_content().split()).startswith(awal):
                return satu.get("href")
        return None

    def isian(self, awal):
        """The names of the fields beside a button, without the blank rows of its tables."""
        return {n for n in self._formulir(self._cari(awal, "")).fields if "__prefix__" not in n}

    def tekan(self, awal, *, berkas=None, memuat="", **nilai):
        """Fill in `nilai` and press; with `memuat`, the button whose address contains that.

        A value of None leaves a box unticked; the prefix of a form need not be named. Returns the
        page that follows.
        """
        tombol = self._cari(awal, memuat)
        formulir = self._formulir(tombol)
        isi = {n: v for n, v in formulir.form_values() if "__prefix__" not in n}
        # lxml says "on" of a chosen radio whose value is empty; a browser sends the empty value.
        isi |= dict.fromkeys(
            formulir.xpath(".//input[@type='radio'][@checked][@value='']/@name"), ""
        )
        nilai = {self._nama(formulir, n): v for n, v in nilai.items()}
        isi |= nilai
        if tombol.get("name"):
            isi[tombol.get("name")] = tombol.get("value", "")
        banyak = {n: _semua(formulir, n) for n in isi if n not in nilai}
        data = {n: banyak.get(n) or v for n, v in isi.items() if v is not None} | (berkas or {})
        tujuan = tombol.get("formaction") or formulir.get("action") or self.alamat
        response = self.orang.client.post(urljoin(self.alamat, tujuan), data, follow=True)
        berikut = Halaman(self.orang, response)
        berikut.tanpa_galat(f"{self.orang} menekan “{awal}” pada {self.alamat}")
        return berikut

    def _nama(self, formulir, nama):
        if nama in formulir.fields:
            return nama
        cocok = [n for n in formulir.fields if n.endswith(f"-{nama}") and "__prefix__" not in n]
        assert len(cocok) == 1, f"{self.alamat}: isian {nama} di antara {[*formulir.fields]}"
        return cocok[0]

    def tanpa_galat(self, saat):
        """Fail with what the page complains of."""
        galat = [" ".join(g.text_content().split()) for g in self.pohon.xpath(SALAH)]
        if galat := [g for g in galat if g]:
            msg = f"{saat}: {galat}"
            raise DitolakError(msg)

    def _cari(self, awal, memuat):
        for satu in self.tombol(awal):
            if memuat in (satu.get("formaction") or self._formulir(satu).get("action") or ""):
                return satu
        ada = [" ".join(b.text_content().split()) for b in self.pohon.xpath("//button")]
        ditolak = [" ".join(x.text_content().split()) for x in self.pohon.find_class("refused")]
        msg = f"{self.orang} tidak menemukan “{awal}” pada {self.alamat}: {ada} {ditolak}"
        raise DitolakError(msg)

    def _formulir(self, tombol):
        if kunci := tombol.get("form"):
            return self.pohon.get_element_by_id(kunci)
        return next(tombol.iterancestors("form"))


def _semua(formulir, nama):
    """Every value of a name that several boxes share."""
    nilai = [v for n, v in formulir.form_values() if n == nama]
    return nilai if len(nilai) > 1 else None


def unggahan(diperiksa):
    """A file as a form sends it."""
    return SimpleUploadedFile(diperiksa.nama, diperiksa.isi, diperiksa.tipe)
