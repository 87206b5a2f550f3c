"""What a browser would send back from a page that nobody touched."""

from html.parser import HTMLParser


class _Isian(HTMLParser):
    """Collects the fields outside <template>; of a select its chosen or else its first option."""

    def __init__(self):
        super().__init__()
        self.isi = {}
        self.pilihan = self.kotak = ""
        self.cetakan = 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.cetakan += tag == "template"
        if self.cetakan:
            return
        if tag == "input" and attrs.get("type") == "checkbox":
            if "checked" in attrs:
                self.isi.setdefault(attrs["name"], []).append(attrs.get("value") or "on")
        elif tag == "input" and attrs.get("type") == "radio":
            if "checked" in attrs:
                self.isi[attrs["name"]] = attrs["value"]
        elif tag == "input" and attrs.get("type") not in {"submit", "file"}:
            self.isi[attrs.get("name", "")] = attrs.get("value") or ""
        elif tag == "select":
            self.pilihan = attrs["name"]
        elif tag == "option" and (self.pilihan not in self.isi or "selected" in attrs):
            self.isi[self.pilihan] = attrs.get("value") or ""
        elif tag == "textarea":
            self.kotak = attrs["name"]
            self.isi[self.kotak] = ""

    def handle_endtag(self, tag):
        self.cetakan -= tag == "template"
        self.kotak = "" if tag == "textarea" else self.kotak

    def handle_data(self, data):
        if self.kotak and not self.cetakan:
            # The first newline of a textarea belongs to the markup.
            self.isi[self.kotak] += data.removeprefix("\n") if not self.isi[self.kotak] else data


def isian(response):
    """The fields of the page, by name."""
    return isian_html(response.content.decode())


def isian_html(html):
    """The fields of a piece of a page, by name."""
    pembaca = _Isian()
    pembaca.feed(html)
    return {nama: nilai for nama, nilai in pembaca.isi.items() if nama}
