"""What may be done with a row of an imported list, and with the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.domain.kolom import BOLEH_BANYAK, NAMA_KOLOM
from kerjasama.domain.kolom import WAJIB as WAJIB_KOLOM
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import PekerjaanImpor as Pekerjaan
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.enums import StatusImpor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Waiting for somebody; duplicates wait for nobody, but may still be taken.
MENUNGGU = (Status.SIAP, Status.PERLU_DITINJAU)
TERBUKA = (*MENUNGGU, Status.DUPLIKAT)
TRANSISI = (
    {(status, Aksi.TERIMA): Status.DITERIMA for status in TERBUKA}
    | {(status, Aksi.TOLAK): Status.DITOLAK for status in TERBUKA}
    | {(Status.DITOLAK, Aksi.PULIHKAN): Status.PERLU_DITINJAU}
)
WAJIB = {"jenis": "jenis naskah", "judul": "judul", "mitra": "mitra"}
# What a person must choose before a row that was not mended can enter.
PILIHAN = {
    "usulan_ttd": "pilihan tanggal penandatanganan",
    "usulan_berakhir": "pilihan tanggal berakhir",
    "nomor_lepas": "nomor tiap mitra",
    "unit_asing": "Perangkat Daerah",
    "penanda_tanpa_unit": "Perangkat Daerah yang diwakili penanda tangan",
    "penanda_lepas": "penanda tangan tiap mitra",
    "jenis_kerja_sama_asing": "jenis kerja sama",
    "urusan_asing": "urusan pemerintahan",
    "induk_asing": "naskah induk",
    "menggantikan_asing": "naskah yang digantikan",
    "usulan_pemantauan_terakhir": "pilihan tanggal pemantauan terakhir",
    "usulan_evaluasi_terakhir": "pilihan tanggal evaluasi terakhir",
    "usulan_mulai_pengawasan": "pilihan tanggal mulai pengawasan",
}
# Why nothing may be decided about the rows of a list in that state.
BELUM_TERBUKA = {
    StatusImpor.PEMETAAN: "Kolom daftar ini belum dipetakan. Petakan kolomnya lebih dahulu.",
    StatusImpor.DIBACA: "Daftar ini masih dibaca. Tunggu sampai selesai.",
    StatusImpor.DIBATALKAN: (
        "Impor ini sudah dibatalkan. Unggah lagi berkasnya untuk memulai kembali."
    ),
}
SIBUK = "Daftar ini sedang dikerjakan ({}). Tunggu sampai selesai."


def periksa(status: Status, aksi: Aksi, *, impor: StatusImpor, nomor: int) -> Putusan:
    """Whether row `nomor` of a list in the state `impor` may take the action."""
    if impor in BELUM_TERBUKA:
        return tolak(BELUM_TERBUKA[impor])
    if (status, aksi) not in TRANSISI and status == Status.DITERIMA:
        return tolak(f"Baris {nomor} sudah masuk register; ubahlah pada naskahnya.")
    if (status, aksi) not in TRANSISI:
        return tolak(f"Baris {nomor} berstatus {status.label} dan tidak dapat {aksi.label}.")
    return BOLEH


def periksa_lengkap(usulan: Mapping[str, Any], *, nomor: int, dibetulkan: bool) -> Putusan:
    """Whether the register can take the row; what was only proposed needs a person's choice."""
    kurang = [nama for kolom, nama in WAJIB.items() if not usulan.get(kolom)]
    if usulan.get("mitra") and not all(m.get("jenis") for m in usulan["mitra"]):
        kurang.append("jenis mitra")
    if not dibetulkan:
        kurang += [nama for kolom, nama in PILIHAN.items() if usulan.get(kolom)]
    if kurang:
        return tolak(f"Baris {nomor}: lengkapi {rangkai(kurang)} melalui tombol Ubah.")
    return BOLEH


def periksa_pemetaan(kolom: Sequence[str]) -> Putusan:
    """Whether a list can be read so: something to call a row by, and no column named twice."""
    dipilih = [k for k in kolom if k]
    if not {*WAJIB_KOLOM} & set(dipilih):
        return tolak("Pilih kolom yang berisi Tentang, Mitra, atau keduanya.")
    ganda = [k for k in dipilih if dipilih.count(k) > 1 and k not in BOLEH_BANYAK]
    if ganda:
        return tolak(
            f"{NAMA_KOLOM[ganda[0]]} dipilih untuk lebih dari satu kolom. Pilih satu saja."
        )
    return BOLEH


def periksa_batal(impor: StatusImpor, pekerjaan: str = "") -> Putusan:
    """Whether a whole list may be undone; reading it may be broken off at any time."""
    if impor == StatusImpor.DIBATALKAN:
        return tolak("Impor ini sudah dibatalkan.")
    if pekerjaan and pekerjaan != Pekerjaan.BACA:
        return tolak(SIBUK.format(Pekerjaan(pekerjaan).label.lower()))
    return BOLEH


def periksa_terima_semua(impor: StatusImpor, pekerjaan: str, *, siap: int) -> Putusan:
    """Whether there is anything to enter at once."""
    if impor in BELUM_TERBUKA:
        return tolak(BELUM_TERBUKA[impor])
    if pekerjaan:
        return tolak(SIBUK.format(Pekerjaan(pekerjaan).label.lower()))
    return BOLEH if siap else tolak("Tidak ada baris yang siap.")


def periksa_tahan(impor: StatusImpor, pekerjaan: str) -> Putusan:
    """Whether somebody may still say which rows the public register is not to show."""
    if impor in BELUM_TERBUKA:
        return tolak(BELUM_TERBUKA[impor])
    return tolak(SIBUK.format(Pekerjaan(pekerjaan).label.lower())) if pekerjaan else BOLEH


def periksa_tahan_baris(status: Status, *, nomor: int) -> Putusan:
    """Once a row has entered, its naskah's own page has the door."""
    if status in TERBUKA:
        return BOLEH
    return tolak(
        f"Baris {nomor} berstatus {status.label}; penahanannya diatur pada halaman naskahnya."
    )


def periksa_petakan(impor: StatusImpor, pekerjaan: str, *, diputuskan: int) -> Putusan:
    """Whether the columns may be named (again): not once a row was decided."""
    if impor == StatusImpor.DIBATALKAN:
        return tolak(BELUM_TERBUKA[impor])
    if pekerjaan:
        return tolak(SIBUK.format(Pekerjaan(pekerjaan).label.lower()))
    if diputuskan:
        return tolak(
            f"{diputuskan} baris sudah diputuskan. Batalkan impor lebih dahulu, lalu unggah lagi."
        )
    return BOLEH


def status_impor(*, belum: bool) -> StatusImpor:
    """Done when no row waits; duplicates wait for nobody."""
    return StatusImpor.DITINJAU if belum else StatusImpor.SELESAI
