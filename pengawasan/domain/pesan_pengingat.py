"""What the reminders say: subject and text from facts alone, so that the gallery can show each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inti.formats import hari_tanggal, ribuan
from inti.pesan import Pesan

# From this many days past the date on, whoever stands above is told as well.
ESKALASI = 14
# Reports named in one message.
DISEBUT = 20


@dataclass(frozen=True)
class Tempo:
    """One obligation in a message. `menurut_aturan` is the legal date where it was postponed."""

    jenis: str
    naskah: str
    judul: str
    tenggat: date
    ambang: int
    dasar: str
    menurut_aturan: date | None = None

    @property
    def tanggal(self) -> str:
        """The date that counts, and the legal one beside it."""
        tenggat = hari_tanggal(self.tenggat)
        if self.menurut_aturan is None:
            return tenggat
        return f"{tenggat} (menurut aturan {hari_tanggal(self.menurut_aturan)})"


def jadwal(tempo: Sequence[Tempo], jumlah: int, *, eskalasi: bool = False) -> Pesan:
    """Obligations whose latest rung was reached, the nearest first; `jumlah` is all of them."""
    if jumlah == 1:
        return _satu_jadwal(tempo[0])
    subjek = f"{ribuan(jumlah)} jadwal perlu diperhatikan"
    if eskalasi:
        subjek = f"{ribuan(jumlah)} jadwal sudah lewat {ESKALASI} hari atau lebih"
    baris = [
        f"- {t.tanggal}: {t.jenis.lower()}, {t.naskah}{' (sudah lewat)' if t.ambang > 0 else ''}. "
        f"{t.dasar}"
        for t in tempo
    ]
    return Pesan(subjek, _daftar(baris, jumlah, "jadwal lain"))


def _satu_jadwal(tempo: Tempo) -> Pesan:
    keadaan = "sudah lewat jatuh tempo" if tempo.ambang > 0 else "akan jatuh tempo"
    return Pesan(
        f"{tempo.jenis} {keadaan}: {tempo.naskah}",
        f"{tempo.jenis} atas {tempo.judul} jatuh tempo {tempo.tanggal}. {tempo.dasar}",
    )


def akhir(benda: Sequence[tuple[date, str]], jumlah: int) -> Pesan:
    """Naskah and attachments that end, by name and last day."""
    baris = [f"- {hari_tanggal(tanggal)}: {nama}" for tanggal, nama in benda]
    dasar = "Evaluasi dapat bersamaan dengan penyusunan perpanjangannya (Pasal 8 ayat (4))."
    return Pesan(
        f"{ribuan(jumlah)} naskah atau lampiran akan atau sudah berakhir",
        f"{_daftar(baris, jumlah, 'lainnya')}\n\n{dasar}",
    )


def tindak_lanjut(uraian: str, tenggat: date, dasar: str, ambang: int) -> Pesan:
    """A follow-up before or after its deadline."""
    subjek = "Tindak lanjut terlambat" if ambang > 0 else "Tindak lanjut akan jatuh tempo"
    isi = f"{uraian}\n\nTenggat: {hari_tanggal(tenggat)}. {dasar or 'Pasal 6 ayat (7).'}"
    return Pesan(subjek, isi)


def surat_teguran(tingkat: int, nomor: str, naskah: str, batas: date) -> Pesan:
    """To the mitra whose answer is awaited."""
    return Pesan(
        f"Jawab SP{tingkat} paling lambat {hari_tanggal(batas)}",
        f"Surat {nomor} atas naskah {naskah} menunggu jawaban Anda sampai {hari_tanggal(batas)} "
        "(Pasal 6 ayat (7) huruf g).",
    )


def surat_teguran_lewat(tingkat: int, mitra: str, batas: date) -> Pesan:
    """To the staff, once nobody answered in time."""
    return Pesan(
        f"Batas jawaban SP{tingkat} lewat: {mitra}",
        f"Batasnya {hari_tanggal(batas)} (Pasal 6 ayat (7) huruf g). Langkah berikutnya dapat "
        "diambil; tidak ada yang otomatis.",
    )


def laporan_mitra(laporan: str, naskah: str, batas: date, ambang: int) -> Pesan:
    """To the mitra that owes a report; `laporan` is what it is called."""
    keadaan = "terlambat" if ambang > 0 else "ditunggu"
    return Pesan(
        f"{laporan} {keadaan}: {naskah}",
        f"Laporan pelaksanaan naskah {naskah} disampaikan paling lambat {hari_tanggal(batas)} "
        "(Pasal 9 ayat (1)).",
    )


def beberapa_laporan(pesan: Sequence[Pesan]) -> Pesan:
    """What one mitra owes, said once; beyond DISEBUT the page tells the rest."""
    isi = "\n".join(satu.isi for satu in pesan[:DISEBUT])
    return Pesan(f"{ribuan(len(pesan))} laporan ditunggu", isi)


def _daftar(baris: list[str], jumlah: int, lain: str) -> str:
    lebih = jumlah - len(baris)
    return "\n".join([*baris, f"- dan {ribuan(lebih)} {lain}"] if lebih > 0 else baris)
