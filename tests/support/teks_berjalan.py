"""Strings that call `zz` where a browser takes them for markup, and columns full of them."""

from django.apps import apps
from django.db import DatabaseError, models, transaction

from tests.support.teks_tersimpan import bebas, dari_aplikasi

# What the page tells that a string was run; short, for columns that take twenty characters.
FUNGSI = "zz"
SVG = "<svg onload=zz({n})>"

# Where text may stand on a page, with the string in place of `@`.
TEMPAT = {
    "isi": "<p>@</p>",
    "atribut": '<input value="@">',
    "atribut tunggal": "<input value='@'>",
    "atribut tanpa kutip": "<input value=@>",
    "textarea": "<textarea>@</textarea>",
    "judul": "<title>@</title>",
    "komentar": "<!-- @ -->",
    "gaya": "<style>@</style>",
    "skrip": "<script>var a = '@'</script>",
    "skrip ganda": '<script>var a = "@"</script>',
    "skrip templat": "<script>var a = `@`</script>",
    "tautan": '<a href="@">a</a>',
}

BERJALAN = (
    SVG,
    "<script>zz({n})</script>",
    "<ScRiPt/x>zz({n})</sCrIpT>",
    "<img src=x onerror=zz({n})>",
    "<img src=x onerror=zz&#40;{n}&#41;>",
    f'">{SVG}',
    f"'>{SVG}",
    f">{SVG}",
    '" autofocus onfocus=zz({n}) x="',
    "' autofocus onfocus=zz({n}) x='",
    "x autofocus onfocus=zz({n})",
    '" onmouseover=zz({n}) x="',
    f"</textarea>{SVG}",
    f"</title>{SVG}",
    f"</script>{SVG}",
    f"</style>{SVG}",
    f"-->{SVG}<!--",
    "';zz({n});'",
    '";zz({n});"',
    "'-zz({n})-'",
    "${{zz({n})}}",
    "javascript:zz({n})",
    "JaVaScRiPt:zz({n})",
    "<a href=javascript:zz({n})>a</a>",
    "<form><button formaction=javascript:zz({n})>a</button></form>",
    "<iframe srcdoc='<script>parent.zz({n})</script>'></iframe>",
    "<details open ontoggle=zz({n})>",
    "<video><source onerror=zz({n})></video>",
    "<audio src=x onerror=zz({n})>",
    "<input autofocus onfocus=zz({n})>",
    "<link rel=stylesheet href=x onerror=zz({n})>",
    "<svg><script>zz({n})</script></svg>",
    "<svg><animate onbegin=zz({n}) attributeName=x dur=1s>",
    "<math><style><img src=x onerror=zz({n})></style></math>",
    '<noscript><p title="</noscript><img src=x onerror=zz({n})>">',
)

# Once the page is there: touch all that waits to be touched. True when nothing waits any more.
SENTUH = """() => {
  for (const satu of document.querySelectorAll("*")) {
    for (const {name, value} of satu.attributes) {
      if (name.startsWith("on")) satu.dispatchEvent(new Event(name.slice(2)));
      else if (/^\\s*javascript:/i.test(value) && satu.matches("a, button, form")) satu.click?.();
    }
  }
  document.querySelectorAll("[data-formset-add]").forEach(satu => satu.click());
  return new Promise(siap => requestAnimationFrame(() => setTimeout(() => siap(true))));
}"""


def rangkai(nomor, panjang):
    """As many strings as a column takes, each column beginning with another one."""
    hasil = ""
    for ke in range(len(BERJALAN)):
        satu = BERJALAN[(nomor + ke) % len(BERJALAN)].format(n=nomor)
        if len(hasil) + len(satu) <= panjang:
            hasil += satu
    return hasil


def isi_semua_kolom():
    """Put the strings into every text column of every row; returns the columns by number."""
    nama = {}
    for model in filter(dari_aplikasi, apps.get_models()):
        for kolom in model._meta.concrete_fields:
            if not (bebas(kolom) or isinstance(kolom, models.JSONField)):
                continue
            nomor = len(nama) + 1
            if _isi(model, kolom, nomor):
                nama[nomor] = f"{model.__name__}.{kolom.name}"
    return nama


def _isi(model, kolom, nomor):
    if isinstance(kolom, models.JSONField):
        return sum(_isi_json(satu, kolom.name, nomor) for satu in model._base_manager.all())
    teks = rangkai(nomor, kolom.max_length or 10_000)
    semua = model._base_manager.all()
    # What is empty is filled too, where the row may have it.
    return teks and (
        _ubah(semua, kolom.name, teks) or _ubah(semua.exclude(**{kolom.name: ""}), kolom.name, teks)
    )


def _isi_json(baris, kolom, nomor):
    lama = getattr(baris, kolom)
    baru = _ganti(lama, rangkai(nomor, 300))
    return baru != lama and _ubah(type(baris)._base_manager.filter(pk=baris.pk), kolom, baru)


def _ganti(nilai, teks):
    """What a person wrote has spaces or is a word of its own; all else are keys and dates."""
    if isinstance(nilai, dict):
        return {kunci: _ganti(satu, teks) for kunci, satu in nilai.items()}
    if isinstance(nilai, list):
        return [_ganti(satu, teks) for satu in nilai]
    return teks if isinstance(nilai, str) and (" " in nilai or nilai.istitle()) else nilai


def _ubah(baris, kolom, isi):
    try:
        with transaction.atomic():
            return baris.update(**{kolom: isi})
    except DatabaseError:  # a line of the trail, or bound by a constraint
        return 0
