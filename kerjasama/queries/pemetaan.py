"""What the page shows on which the columns of a list are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerjasama.domain.kolom import WAJIB, huruf_kolom, kenali, usulkan
from kerjasama.domain.kunci import kunci_baris
from kerjasama.enums import StatusImpor
from kerjasama.models import Impor

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTOH_TERBANYAK = 3
SEBUT_JUDUL = 4


@dataclass(frozen=True)
class KolomTampil:
    """A column: its letter, heading, sample cells, and what it is proposed to be, and why."""

    huruf: str
    judul: str
    contoh: list[str]
    usul: str
    alasan: str


def sidik_judul(judul: Sequence[str]) -> str:
    """By which files with the same headings are known; empty for a list without headings."""
    lebar = max((n for n, teks in enumerate(judul, start=1) if teks), default=0)
    return kunci_baris(*judul[:lebar]) if lebar else ""


def pemetaan_terdahulu(sidik: str, *, kecuali: int) -> list[str]:
    """What a person chose last for a file with the same headings."""
    sama = Impor.objects.filter(sidik_judul=sidik).exclude(pk=kecuali).exclude(pemetaan=[])
    terakhir = sama.order_by("-pk").values_list("pemetaan", flat=True).first() if sidik else None
    return list(terakhir or [])


def kolom_tampil(impor: Impor, lembar: int, baris_judul: int) -> list[KolomTampil]:
    """The columns of a sheet with proposals: as chosen before, or read from headings and cells."""
    baris = impor.daftar_lembar[lembar]["contoh"]
    lebar = max((len(b) for b in baris), default=0)
    isi = [b for b in baris[baris_judul:] if any(b)]
    judul = baris[baris_judul - 1] if baris_judul else []
    judul = [*judul, *[""] * (lebar - len(judul))]
    lama = _pilihan_lama(impor, lembar, baris_judul, judul)
    usul = usulkan(judul, isi)
    return [
        KolomTampil(
            huruf_kolom(posisi + 1),
            judul[posisi],
            [b[posisi] for b in isi if posisi < len(b) and b[posisi]][:CONTOH_TERBANYAK],
            lama[posisi] if posisi < len(lama) else usul[posisi].kolom,
            "seperti yang dipilih sebelumnya" if posisi < len(lama) else usul[posisi].alasan,
        )
        for posisi in range(lebar)
    ]


def _pilihan_lama(impor: Impor, lembar: int, baris_judul: int, judul: list[str]) -> list[str]:
    if impor.pemetaan and (impor.lembar, impor.baris_judul) == (lembar, baris_judul):
        return list(impor.pemetaan)
    return pemetaan_terdahulu(sidik_judul(judul), kecuali=impor.pk)


def pilihan_lembar(impor: Impor) -> list[tuple[int, str]]:
    """The sheets that can be read, by number."""
    return [
        (nomor, f"{satu['nama']} (tersembunyi)" if satu["tersembunyi"] else satu["nama"])
        for nomor, satu in enumerate(impor.daftar_lembar)
        if not satu["galat"]
    ]


def pilihan_baris(impor: Impor, lembar: int) -> list[tuple[int, str]]:
    """The rows in which headings may stand, with their first words."""
    contoh = impor.daftar_lembar[lembar]["contoh"]
    berisi = [(nomor, [s for s in baris if s]) for nomor, baris in enumerate(contoh, start=1)]
    return [
        (0, "Tanpa baris judul"),
        *((n, f"Baris {n}: {_ringkas(baris)}") for n, baris in berisi if baris),
    ]


def _ringkas(sel: list[str]) -> str:
    awal = ", ".join(s[:24] for s in sel[:SEBUT_JUDUL])
    return f"{awal}, …" if len(sel) > SEBUT_JUDUL else awal


def lembar_lain(impor: Impor) -> list[tuple[int, str]]:
    """Sheets of the same file that nobody has brought in, with what the button says."""
    sudah = Impor.objects.filter(sha256=impor.sha256).exclude(status=StatusImpor.DIBATALKAN)
    dipakai = {impor.lembar, *sudah.values_list("lembar", flat=True)}
    semua = pilihan_lembar(impor)
    return [(n, f"Bawa masuk lembar “{nama}”") for n, nama in semua if n not in dipakai]


def keterangan(impor: Impor, lembar: int, baris_judul: int) -> list[str]:
    """What a person should know before naming the columns."""
    satu = impor.daftar_lembar[lembar]
    hasil = [impor.langkah] if impor.langkah else []
    if not satu["baris_judul"]:
        hasil.append(_tak_dikenal(satu["contoh"], baris_judul))
    return hasil + [
        f"Lembar “{d['nama']}”: {d['galat']}" for d in impor.daftar_lembar if d["galat"]
    ]


def _tak_dikenal(contoh: list[list[str]], baris_judul: int) -> str:
    """Which headings are missing, in which row, and what stands there instead."""
    pertama = next((n for n, b in enumerate(contoh, start=1) if any(b)), 1)
    nomor = baris_judul or pertama
    sel = contoh[nomor - 1] if contoh else []
    kurang = " dan ".join(k for k in WAJIB if k not in kenali(sel))
    ada = ", ".join(f"“{s[:30]}”" for s in sel[:6] if s)
    return (
        f"Baris {nomor}: judul kolom {kurang} tidak ditemukan (yang ada: {ada}). Pilih baris judul "
        "dan petakan kolomnya di bawah, atau batalkan dan unggah berkas yang benar."
    )
