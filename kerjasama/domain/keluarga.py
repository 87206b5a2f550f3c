"""Which kind of naskah may stand under which, and how two of one family follow each other."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from inti.formats import rangkai, tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.enums import JenisNaskah as Jenis

# What stands under what: PP 28/2018 and Permendagri 22/2020 at home, Permendagri 25/2020 abroad
# (pernyataan kehendak, then rencana kerja sama, then naskah kerja sama).
DI_BAWAH: dict[Jenis, frozenset[Jenis]] = {
    Jenis.KESEPAKATAN_BERSAMA: frozenset(),
    Jenis.NOTA_KESEPAKATAN: frozenset(),
    Jenis.PERNYATAAN_KEHENDAK: frozenset(),
    Jenis.PKS: frozenset(
        {Jenis.KESEPAKATAN_BERSAMA, Jenis.NOTA_KESEPAKATAN, Jenis.NASKAH_KERJA_SAMA}
    ),
    Jenis.RENCANA_KERJA_SAMA: frozenset({Jenis.PERNYATAAN_KEHENDAK, Jenis.NOTA_KESEPAKATAN}),
    Jenis.NASKAH_KERJA_SAMA: frozenset({Jenis.PERNYATAAN_KEHENDAK, Jenis.RENCANA_KERJA_SAMA}),
}


def beda_mitra(sebutan: str, *, lama: Collection[str], baru: Collection[str]) -> str:
    """Who is party only to the naskah or only to the one it replaces; empty where none is."""
    pergi, datang = sorted(set(lama) - set(baru)), sorted(set(baru) - set(lama))
    bagian = [f"tidak lagi dengan {rangkai(pergi)}"] if pergi else []
    bagian += [f"baru dengan {rangkai(datang)}"] if datang else []
    kata = ", ".join(bagian)
    return f"Mitranya berbeda dari {sebutan} yang digantikan: {kata}; periksa." if kata else ""


def periksa_induk(jenis: str, induk: str) -> Putusan:
    """Refused only where the law has it the other way round."""
    anak, atas = Jenis(jenis), Jenis(induk)
    if anak in DI_BAWAH[atas]:
        return tolak(
            f"{anak.label} tidak berada di bawah {atas.label}; urutannya terbalik. Jadikan naskah "
            "ini induk dari naskah itu."
        )
    return BOLEH


def peringatan_induk(
    jenis: str, induk: str, *, ttd: date | None, ttd_induk: date | None, akhir_induk: date | None
) -> list[str]:
    """Sentences about what is unusual; the law is silent, so none of them forbids it."""
    anak, atas = Jenis(jenis), Jenis(induk)
    hasil = []
    if atas not in DI_BAWAH[anak]:
        hasil.append(f"{anak.label} tidak lazim berada di bawah {atas.label}; periksa induknya.")
    if ttd and ttd_induk and ttd < ttd_induk:
        hasil.append(
            f"Ditandatangani {tanggal_indonesia(ttd)}, sebelum induknya "
            f"({tanggal_indonesia(ttd_induk)})."
        )
    if ttd and akhir_induk and ttd > akhir_induk:
        hasil.append(
            f"Ditandatangani {tanggal_indonesia(ttd)}, setelah hari terakhir induknya "
            f"({tanggal_indonesia(akhir_induk)})."
        )
    return hasil
