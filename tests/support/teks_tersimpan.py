"""Which columns hold what a person may type."""

from django.db import models

PAKET = ("inti.", "kerjasama.", "pengawasan.", "pelaporan.")

# What no person types, and the site cannot do without.
MESIN = {
    "password",
    "sha256",
    "kunci",
    "tipe",
    "objek_jenis",
    "aksi",
    "hak",
    "hash",
    "sebelumnya",
    "halaman",
}


def dari_aplikasi(model):
    return model.__module__.startswith(PAKET)


def bebas(kolom):
    """Whether any text may stand in it: no choice, no key, no form of its own."""
    return isinstance(kolom, models.CharField | models.TextField) and not (
        kolom.choices or kolom.unique or kolom.validators[1:] or kolom.name in MESIN
    )
