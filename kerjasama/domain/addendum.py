"""Addenda: what one may change, when it may be dated, and the naskah as of any version."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.domain.batas import BULAN_PENGAJUAN, LUAR_NEGERI
from kerjasama.domain.batas import peringatan as peringatan_batas
from kerjasama.domain.naskah import ISI
from kerjasama.enums import StatusNaskah as Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Beda = Mapping[str, Sequence[Any]]

AKHIR = "tanggal_berakhir"
URUSAN = "urusan_id"
INTERVAL = ("interval_pemantauan", "interval_evaluasi", "interval_laporan")
# The columns of a naskah that an addendum may change, as the form shows them.
KOLOM = (
    AKHIR,
    "jangka_waktu",
    "judul",
    *ISI,
    URUSAN,
    *INTERVAL,
    "klausul_interval",
)


def biasa(nilai: Any) -> Any:
    """The value as JSON keeps it."""
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def terbaca(kolom: str, nilai: Any) -> Any:
    """The value that JSON kept, as the column takes it."""
    bertanggal = isinstance(nilai, str) and kolom.startswith("tanggal_")
    return date.fromisoformat(nilai) if bertanggal else nilai


def memperpanjang(beda: Beda) -> bool:
    """Whether the last day moves on, or there is none any more."""
    if AKHIR not in beda:
        return False
    lama, baru = (terbaca(AKHIR, nilai) for nilai in beda[AKHIR])
    return lama is not None and (baru is None or baru > lama)


def nilai_versi(kini: Mapping[str, Any], rantai: Sequence[Beda], versi: int) -> dict[str, Any]:
    """The columns as of a version: 1 as signed, n + 1 after the n-th addendum of the chain.

    Counted back from today, so that a correction of a wrong entry holds for every version in
    which no addendum says otherwise.
    """
    nilai = dict(kini)
    for beda in reversed(rantai[versi - 1 :]):
        nilai |= {kolom: terbaca(kolom, lama) for kolom, (lama, _) in beda.items()}
    return nilai


# --- Guards ---------------------------------------------------------------------------------


def periksa_tanggal(
    tanggal: date,
    *,
    ttd: date | None,
    sebelumnya: date | None,
    hari_terakhir: date | None,
    per: date,
) -> Putusan:
    """Whether an addendum can have been signed on that day; `sebelumnya` is that of the last."""
    if ttd is not None and tanggal < ttd:
        return tolak(
            "Addendum tidak boleh ditandatangani sebelum naskahnya, yaitu "
            f"{tanggal_indonesia(ttd)}."
        )
    if sebelumnya is not None and tanggal < sebelumnya:
        return tolak(
            "Addendum tidak boleh ditandatangani sebelum addendum yang terakhir, yaitu "
            f"{tanggal_indonesia(sebelumnya)}."
        )
    if tanggal > per:
        return tolak(f"Tanggal penandatanganan {tanggal_indonesia(tanggal)} masih di masa depan.")
    if hari_terakhir is not None and tanggal > hari_terakhir:
        return tolak(
            f"Pada {tanggal_indonesia(tanggal)} naskah sudah tidak berlaku; hari terakhirnya "
            f"{tanggal_indonesia(hari_terakhir)}. Catat perjanjian baru sebagai naskah yang "
            "menggantikan."
        )
    return BOLEH


def periksa_akhir(berakhir: date | None, *, tanggal: date) -> Putusan:
    """The new last day does not lie before the addendum that sets it."""
    if berakhir is not None and berakhir < tanggal:
        return tolak(
            "Tanggal berakhir yang baru tidak boleh sebelum penandatanganan addendum, "
            f"{tanggal_indonesia(tanggal)}."
        )
    return BOLEH


def periksa_status(status: Status) -> Putusan:
    """Only what came into force has addenda."""
    if status == Status.DRAF:
        return tolak("Naskah masih draf. Ubah langsung drafnya; addendum untuk yang sudah berlaku.")
    return BOLEH


def periksa_isi(
    beda: Beda, *, perubahan_lain: str, sesudah: Mapping[str, Any], baris: int = 0
) -> Putusan:
    """Something changes; `sesudah` are the columns then, `baris` how many rows it touches."""
    if not beda and not baris and not perubahan_lain.strip():
        return tolak("Belum ada yang berubah. Pilih isian yang diubah oleh addendum ini.")
    if any(sesudah[nama] for nama in INTERVAL) and not sesudah["klausul_interval"]:
        return tolak("Interval sendiri harus menyebut klausul naskahnya.")
    return BOLEH


def periksa_pihak(*, tersisa: int) -> Putusan:
    """An agreement has somebody to agree with; `tersisa` counts the mitra after the addendum."""
    if not tersisa:
        return tolak(
            "Naskah harus mempunyai mitra. Tambahkan mitra yang menggantikan, atau catat "
            "pengakhiran naskahnya."
        )
    return BOLEH


def periksa_koreksi(
    *, ttd: date | None, berakhir: date | None, addendum: Sequence[date]
) -> Putusan:
    """A correction of the naskah leaves its addenda between signing and last day."""
    if addendum and ttd is not None and ttd > addendum[0]:
        return tolak(
            "Tanggal penandatanganan tidak boleh setelah addendumnya yang pertama, "
            f"{tanggal_indonesia(addendum[0])}."
        )
    if addendum and berakhir is not None and berakhir < addendum[-1]:
        return tolak(
            "Tanggal berakhir tidak boleh sebelum addendumnya yang terakhir, "
            f"{tanggal_indonesia(addendum[-1])}."
        )
    return BOLEH


def periksa_batal(
    *, alasan: str, terakhir: bool, berubah_lagi: Sequence[str], bergantung: Sequence[str]
) -> Putusan:
    """Whether an addendum may be taken back: only the last, and nothing has built on it.

    `berubah_lagi` are the names of columns corrected since, `bergantung` the naskah under it that
    were signed within the term it gave.
    """
    if not alasan.strip():
        return tolak("Pembatalan addendum wajib disertai alasan.")
    if not terakhir:
        return tolak("Hanya addendum terakhir yang masih berlaku yang dapat dibatalkan.")
    if berubah_lagi:
        return tolak(
            f"Setelah addendum ini, {', '.join(berubah_lagi)} sudah diubah lagi. Kembalikan dahulu "
            "isinya seperti menurut addendum."
        )
    if bergantung:
        return tolak(
            f"{', '.join(bergantung)} ditandatangani dalam masa yang diberikan addendum ini."
        )
    return BOLEH


# --- Warnings -------------------------------------------------------------------------------


def peringatan(
    jenis: str, jenis_kerja_sama: str, beda: Beda, *, ttd: date | None, tanggal: date, per: date
) -> list[str]:
    """Sentences about limits that the addendum passes; none of them forbids it."""
    if AKHIR not in beda:
        return []
    lama, baru = (terbaca(AKHIR, nilai) for nilai in beda[AKHIR])
    hasil = peringatan_batas(
        jenis, jenis_kerja_sama, status=Status.BERAKHIR, ttd=ttd, berakhir=baru, per=per
    )
    batas = tambah_bulan(lama, -BULAN_PENGAJUAN) if lama else None
    if batas and tanggal > batas and jenis_kerja_sama in LUAR_NEGERI and memperpanjang(beda):
        hasil.append(
            "Perpanjangan KSDPL/KSDLL diajukan paling lambat 6 bulan sebelum berakhir, yaitu "
            f"{tanggal_indonesia(batas)}; addendum ini ditandatangani {tanggal_indonesia(tanggal)}."
        )
    return hasil
