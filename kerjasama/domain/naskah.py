"""Life of a naskah: what may follow what, and what must hold first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.enums import AksiNaskah as Aksi
from kerjasama.enums import AlasanBerakhir
from kerjasama.enums import StatusNaskah as Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# What a naskah says, chapter by chapter.
ISI = (
    "maksud_tujuan",
    "objek",
    "ruang_lingkup",
    "pelaksanaan",
    "pembiayaan",
    "penyelesaian_perselisihan",
    "keadaan_kahar",
    "pengakhiran",
)
ISI_TERPANJANG = 20_000
# What comes into force, or back into it, is DIPERPANJANG where an addendum extends it: `tujuan`.
TRANSISI = {
    (Status.DRAF, Aksi.BERLAKUKAN): Status.BERLAKU,
    (Status.BERLAKU, Aksi.UBAH_MASA): Status.BERLAKU,
    (Status.BERLAKU, Aksi.AKHIRI): Status.BERAKHIR,
    (Status.BERLAKU, Aksi.PUTUS): Status.DIPUTUS,
    (Status.BERLAKU, Aksi.GANTIKAN): Status.DIGANTIKAN,
    (Status.DIPERPANJANG, Aksi.UBAH_MASA): Status.BERLAKU,
    (Status.DIPERPANJANG, Aksi.AKHIRI): Status.BERAKHIR,
    (Status.DIPERPANJANG, Aksi.PUTUS): Status.DIPUTUS,
    (Status.DIPERPANJANG, Aksi.GANTIKAN): Status.DIGANTIKAN,
    # An addendum signed before the last day may be recorded after it.
    (Status.BERAKHIR, Aksi.UBAH_MASA): Status.BERLAKU,
    (Status.BERAKHIR, Aksi.BATALKAN_PENGAKHIRAN): Status.BERLAKU,
    (Status.DIPUTUS, Aksi.BATALKAN_PENGAKHIRAN): Status.BERLAKU,
    (Status.DIGANTIKAN, Aksi.BATALKAN_PENGAKHIRAN): Status.BERLAKU,
}


def periksa(status: Status, aksi: Aksi, *, kurang: Sequence[str] = ()) -> Putusan:
    """Whether the action is possible; `kurang` names what is missing first."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Naskah berstatus {status.label} tidak dapat {aksi.label}.")
    if aksi == Aksi.BERLAKUKAN and kurang:
        return tolak(f"Naskah belum dapat diberlakukan; lengkapi {' dan '.join(kurang)}.")
    return BOLEH


def tujuan(status: Status, aksi: Aksi, *, diperpanjang: bool) -> Status:
    """Where an action that the table allows leads; `diperpanjang`: an addendum extends the term."""
    ke = TRANSISI[status, aksi]
    return Status.DIPERPANJANG if diperpanjang and ke == Status.BERLAKU else ke


def kurang_untuk_berlaku(
    *, tanggal_ttd: date | None, jumlah_mitra: int, per: date | None = None
) -> list[str]:
    """What a naskah lacks to be in force; a date still to come is none, where `per` is given."""
    kurang = []
    if tanggal_ttd is None:
        kurang.append("tanggal penandatanganan")
    elif per is not None and tanggal_ttd > per:
        kurang.append(
            f"tanggal penandatanganan ({tanggal_indonesia(tanggal_ttd)} masih di masa depan)"
        )
    return kurang if jumlah_mitra else [*kurang, "mitra"]


def periksa_ubah(status: Status, *, kurang: Sequence[str]) -> Putusan:
    """What is or was in force keeps what it needed to come into force."""
    if status != Status.DRAF and kurang:
        return tolak(
            f"Naskah berstatus {status.label} harus tetap memiliki {' dan '.join(kurang)}."
        )
    return BOLEH


def periksa_akhiri(
    tanggal: date, *, ttd: date, per: date, alasan: str = "", berakhir: date | None = None
) -> Putusan:
    """Whether `tanggal` can be the last day of what was signed on `ttd`.

    A term that ran out ran out on the day it names, `berakhir`. Where the naskah names none
    (“until the work is done”) whoever records the ending says which day it was.
    """
    if tanggal < ttd:
        return tolak(
            f"Hari terakhir tidak boleh sebelum penandatanganan, {tanggal_indonesia(ttd)}."
        )
    if tanggal > per:
        return tolak(
            "Hari terakhir masih di masa depan. Catat pengakhirannya setelah hari itu tiba, "
            "atau ubah tanggal berakhirnya."
        )
    if alasan == AlasanBerakhir.JANGKA_WAKTU and berakhir not in {None, tanggal}:
        return tolak(
            f"Jangka waktunya habis pada {tanggal_indonesia(berakhir)}. Isi hari itu, atau pilih "
            "alasan lain bila kerja samanya berhenti pada hari lain."
        )
    return BOLEH


def periksa_masa(status: Status, alasan: str) -> Putusan:
    """Whether the term may still be changed: in force, or ended by nothing but its term."""
    if status == Status.BERAKHIR and alasan != AlasanBerakhir.JANGKA_WAKTU:
        return tolak(
            "Kerja sama ini sudah diakhiri, bukan karena jangka waktunya habis. Batalkan dahulu "
            "pengakhirannya bila keliru."
        )
    return periksa(status, Aksi.UBAH_MASA)


def periksa_batal_pengakhiran(
    status: Status, *, alasan: str, pengganti: str, berakhir: date | None, per: date
) -> Putusan:
    """Whether a wrong ending may be taken back.

    `alasan` is why; `pengganti` a naskah in force that replaces this one; `berakhir` the last day
    where it is the term that ended it.
    """
    if not (putusan := periksa(status, Aksi.BATALKAN_PENGAKHIRAN)):
        return putusan
    if not alasan.strip():
        return tolak("Pembatalan pengakhiran wajib disertai alasan.")
    if pengganti:
        return tolak(
            f"Naskah ini sudah digantikan oleh {pengganti}. Lepaskan dahulu isian “menggantikan” "
            "pada naskah itu."
        )
    if berakhir is not None and berakhir < per:
        return tolak(
            f"Masa berlakunya memang sudah lewat sejak {tanggal_indonesia(berakhir)}. Perbaiki "
            "dahulu tanggal berakhirnya bila keliru, atau catat addendum yang memperpanjangnya."
        )
    return BOLEH


def periksa_kaitan(
    sendiri: int, *, di_atas: Collection[int], digantikan: Collection[int]
) -> Putusan:
    """No naskah stands above itself or replaces itself, however long the chain."""
    if sendiri in di_atas:
        return tolak("Naskah tidak dapat menjadi induk bagi dirinya sendiri atau bagi induknya.")
    if sendiri in digantikan:
        return tolak("Naskah tidak dapat menggantikan dirinya sendiri atau penggantinya.")
    return BOLEH


def periksa_pengganti(status: Status, *, ttd_lama: date | None, ttd_baru: date) -> Putusan:
    """Whether a naskah signed on `ttd_baru` can replace one in `status`."""
    if status == Status.DRAF or ttd_lama is None:
        return tolak("Naskah yang digantikan masih draf; berlakukan atau perbaiki dahulu.")
    if ttd_baru < ttd_lama:
        return tolak(
            "Naskah pengganti tidak boleh ditandatangani sebelum naskah yang digantikannya, "
            f"{tanggal_indonesia(ttd_lama)}."
        )
    return BOLEH


def periksa_riwayat(terakhir: Mapping[str, date | None], *, per: date) -> dict[str, str]:
    """What is wrong, by column, with the last pemantauan and evaluasi that an old list names."""
    return {
        nama: f"{tanggal_indonesia(tanggal)} masih di masa depan; isi tanggal yang sudah lewat."
        for nama, tanggal in terakhir.items()
        if tanggal and tanggal > per
    }


def hari_terakhir_digantikan(*, ttd_baru: date, berakhir: date | None) -> date:
    """A replaced naskah counts through the signing of the new one, or its own earlier end."""
    return min(ttd_baru, berakhir) if berakhir else ttd_baru
