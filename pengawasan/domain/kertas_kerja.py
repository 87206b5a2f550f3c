"""The working paper: a questionnaire, its sheets, and the score that helps and decides nothing.

The legal result of an evaluasi is the matrik (Pasal 6 ayat (6)).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiKertasKerja as Aksi
from pengawasan.enums import JenisPertanyaan, PengisiKertasKerja, TopikKertasKerja
from pengawasan.enums import StatusKertasKerja as Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

TRANSISI = {
    (Status.DRAF, Aksi.SIMPAN): Status.DRAF,
    (Status.DRAF, Aksi.SAMPAIKAN): Status.DISAMPAIKAN,
    (Status.DIKEMBALIKAN, Aksi.SIMPAN): Status.DIKEMBALIKAN,
    (Status.DIKEMBALIKAN, Aksi.SAMPAIKAN): Status.DISAMPAIKAN,
    (Status.DISAMPAIKAN, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
}
PERTANYAAN_TERBANYAK = 100
BOBOT_TERBESAR = 10
SKALA = range(1, 6)
# An answer this low, or a no, says why.
RENDAH = 2
# Two sides so far apart are shown as differing.
JAUH = Fraction(50)


@dataclass(frozen=True)
class Pertanyaan:
    """One question of a version of the questionnaire."""

    topik: TopikKertasKerja
    teks: str
    jenis: JenisPertanyaan
    pengisi: tuple[PengisiKertasKerja, ...]
    bobot: int = 1
    wajib: bool = True


@dataclass(frozen=True)
class Jawaban:
    """One answer. `nilai` is 1–5 on a scale, 1 or 0 for yes or no, None while there is none."""

    nomor: int
    topik: TopikKertasKerja
    jenis: JenisPertanyaan
    nilai: int | None = None
    uraian: str = ""
    tidak_relevan: bool = False
    bobot: int = 1
    wajib: bool = True


def periksa_kuesioner(pertanyaan: Sequence[Pertanyaan]) -> Putusan:
    """Whether the questions can be published: every side is asked something, nothing twice."""
    if not pertanyaan:
        return tolak("Kuesioner harus berisi sedikitnya satu pertanyaan.")
    if len(pertanyaan) > PERTANYAAN_TERBANYAK:
        return tolak(f"Paling banyak {PERTANYAAN_TERBANYAK} pertanyaan.")
    for teks, jumlah in Counter(p.teks.casefold().strip() for p in pertanyaan).items():
        if jumlah > 1:
            return tolak(f"Pertanyaan “{teks[:80]}” tertulis dua kali.")
    for nomor, satu in enumerate(pertanyaan, start=1):
        if not satu.pengisi:
            return tolak(f"Pertanyaan {nomor} belum menyebut siapa yang mengisinya.")
    ditanya = {p for satu in pertanyaan for p in satu.pengisi}
    if tanpa := [p.label for p in PengisiKertasKerja if p not in ditanya]:
        return tolak(f"Belum ada pertanyaan untuk {' dan '.join(tanpa)}.")
    return BOLEH


def periksa_terbit(
    *,
    dasar: str,
    berlaku_mulai: date,
    dipakai: Iterable[date],
    hari_ini: date,
    apa: str = "kuesioner",
) -> Putusan:
    """Whether a version may be published: with its basis, not in the past, one on a day."""
    if not dasar.strip():
        return tolak(f"Sebutkan Keputusan atau dasar yang menetapkan {apa} ini.")
    if berlaku_mulai < hari_ini:
        awal = apa.capitalize()
        return tolak(f"{awal} tidak dapat berlaku mundur; pilih hari ini atau sesudahnya.")
    if berlaku_mulai in set(dipakai):
        return tolak(f"Sudah ada {apa} lain yang berlaku mulai hari itu.")
    return BOLEH


def periksa(
    status: Status, aksi: Aksi, *, catatan: str = "", kurang: Sequence[str] = ()
) -> Putusan:
    """Whether the action is possible; `kurang` names what keeps a sheet from being submitted."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Kertas kerja berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.KEMBALIKAN and not catatan.strip():
        return tolak("Pengembalian wajib disertai catatan.")
    if aksi == Aksi.SAMPAIKAN and kurang:
        return tolak(" ".join(kurang))
    return BOLEH


def kekurangan(jawaban: Iterable[Jawaban]) -> dict[int, str]:
    """Question number → what its answer lacks before the sheet can be submitted."""
    return {j.nomor: kata for j in jawaban if (kata := _kurang(j))}


def _kurang(jawaban: Jawaban) -> str:
    if jawaban.tidak_relevan:
        return "" if jawaban.uraian.strip() else "Tulis mengapa pertanyaan ini tidak relevan."
    if jawaban.jenis == JenisPertanyaan.URAIAN:
        kosong = jawaban.wajib and not jawaban.uraian.strip()
        return "Tulis jawabannya." if kosong else ""
    if jawaban.nilai is None:
        return "Pilih jawabannya." if jawaban.wajib else ""
    if _rendah(jawaban) and not jawaban.uraian.strip():
        return "Tulis keterangan untuk jawaban ini."
    return ""


def _rendah(jawaban: Jawaban) -> bool:
    if jawaban.jenis == JenisPertanyaan.SKALA:
        return jawaban.nilai is not None and jawaban.nilai <= RENDAH
    return jawaban.nilai == 0


def persen(jawaban: Jawaban) -> Fraction | None:
    """The answer between 0 and 100; None where it has no figure."""
    if jawaban.nilai is None or jawaban.tidak_relevan:
        return None
    if jawaban.jenis == JenisPertanyaan.SKALA:
        return Fraction(100 * (jawaban.nilai - SKALA[0]), len(SKALA) - 1)
    if jawaban.jenis == JenisPertanyaan.YA_TIDAK:
        return Fraction(100 * jawaban.nilai)
    return None


def skor(jawaban: Iterable[Jawaban]) -> int | None:
    """The weighted mean of what has a figure, 0–100, half rounded up; None without any."""
    bagian = [(p, j.bobot) for j in jawaban if (p := persen(j)) is not None]
    bobot = sum(b for _, b in bagian)
    if not bobot:
        return None
    return int(sum(p * b for p, b in bagian) / bobot + Fraction(1, 2))


def skor_topik(jawaban: Iterable[Jawaban]) -> dict[TopikKertasKerja, int | None]:
    """The score of each topic that is asked about, in the order of the topics."""
    milik: dict[TopikKertasKerja, list[Jawaban]] = defaultdict(list)
    for satu in jawaban:
        milik[satu.topik].append(satu)
    return {t: skor(milik[t]) for t in TopikKertasKerja if t in milik}


def berbeda(jawaban: Iterable[Jawaban]) -> bool:
    """Whether the sides see one question so differently that the meeting should speak of it."""
    nilai = [p for j in jawaban if (p := persen(j)) is not None]
    return len(nilai) > 1 and max(nilai) - min(nilai) >= JAUH
