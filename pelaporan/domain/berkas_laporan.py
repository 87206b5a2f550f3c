"""How many files, and how much, a report and a mitra may hold."""

from __future__ import annotations

from inti.putusan import BOLEH, Putusan, tolak

BERKAS_TERBANYAK = 20
MB = 1024 * 1024


def periksa_tambah(*, jumlah: int, terpakai: int, ukuran: int, kuota: int) -> Putusan:
    """Whether one more file of `ukuran` bytes fits into the report and the mitra's quota."""
    if jumlah >= BERKAS_TERBANYAK:
        return tolak(f"Paling banyak {BERKAS_TERBANYAK} berkas untuk satu laporan.")
    if terpakai + ukuran > kuota:
        return tolak(
            f"Berkas laporan mitra ini sudah {terpakai // MB} MB dari {kuota // MB} MB; berkas "
            f"{max(1, ukuran // MB)} MB tidak muat. Hubungi unit kerja sama."
        )
    return BOLEH


def periksa_potongan(*, mulai: int, panjang: int, diterima: int, ukuran: int) -> Putusan:
    """Whether a piece belongs right behind what has arrived."""
    if mulai != diterima:
        return tolak("Potongan ini bukan lanjutan dari yang sudah diterima.")
    if not panjang or mulai + panjang > ukuran:
        return tolak("Potongan ini tidak sesuai dengan ukuran berkas yang dinyatakan.")
    return BOLEH
