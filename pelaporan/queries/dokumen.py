"""The official documents: of what each is, who may print it, and every fact that it prints.

One line of `SUMBER` is a document: its object, its template, what is gathered and what must be
there first.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import JenisDokumen
from pelaporan.permissions import boleh_melihat_undangan
from pelaporan.queries.bahan import (
    KETUA_TIM,
    KETUA_TKKSD,
    bahan_naskah_cetak,
    bahan_pejabat,
    bahan_pemerintah,
)
from pelaporan.queries.bahan_lampiran import (
    isi_berita_acara,
    isi_daftar_hadir,
    isi_matrik,
    isi_notulensi,
)
from pengawasan.enums import DasarTeguran, JenisKegiatan, StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BarisMatrik, BeritaAcara, Kegiatan, SuratTeguran, SuratTugas
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_matrik,
    boleh_melihat_semua,
    boleh_melihat_teguran,
)
from pengawasan.queries.teguran import bahan_surat

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from inti.models import Pengguna

RESMI = (StatusKegiatan.DILAPORKAN, StatusKegiatan.DIPUTUSKAN)


@dataclass(frozen=True)
class Sumber:
    """Where one document comes from.

    `boleh` says whether a person may open it, `siap` what must be there before it is issued,
    `tanggal` its date, `bahan` what it prints. With `bernomor` each version takes a number of the
    letter register.
    """

    model: Any
    templat: str
    boleh: Callable[[Pengguna, Any], Putusan]
    siap: Callable[[Any], Putusan]
    tanggal: Callable[[Any], date]
    bahan: Callable[[Any], dict[str, Any]]
    bernomor: bool = False


# --- Surat tugas --------------------------------------------------------------------------


def _bahan_surat_tugas(surat: SuratTugas) -> dict[str, Any]:
    kegiatan = surat.kegiatan.select_related("naskah").order_by("tanggal_rencana", "pk")
    return {
        "judul": f"Surat tugas nomor {surat}",
        "nomor": str(surat),
        "tanggal": tanggal_indonesia(surat.tanggal),
        "penjelasan": surat.penjelasan_kursi_kosong,
        "anggota": [
            {"nama": a.nama, "jabatan": a.jabatan, "kedudukan": a.get_kedudukan_display()}
            for a in surat.anggota.all()
        ],
        "kegiatan": [_baris_kegiatan(k, surat.tanggal) for k in kegiatan],
        "pejabat": {
            "nama": surat.penanda_tangan,
            "nip": bahan_pejabat(KETUA_TKKSD, surat.tanggal)["nip"],
            "jabatan": surat.jabatan_penanda_tangan,
        },
        "lampiran": [],
    }


def _baris_kegiatan(kegiatan: Kegiatan, tanggal: date) -> dict[str, Any]:
    naskah = bahan_naskah_cetak(kegiatan.naskah, tanggal)
    return {
        "jenis": kegiatan.get_jenis_display(),
        "naskah": naskah,
        "hari": hari_tanggal(kegiatan.tanggal_rencana),
        "tempat": kegiatan.tempat,
    }


# --- Undangan -----------------------------------------------------------------------------


def _siap_undangan(kegiatan: Kegiatan) -> Putusan:
    if kegiatan.status == StatusKegiatan.DIBATALKAN:
        return tolak("Kegiatan ini dibatalkan.")
    if kegiatan.status != StatusKegiatan.DITUGASKAN:
        return tolak("Undangan diterbitkan setelah surat tugas dan sebelum kegiatan dilaksanakan.")
    if kegiatan.waktu_rencana is None or not kegiatan.tempat:
        return tolak("Isi pukul dan tempat kegiatan lebih dahulu (Ubah rencana).")
    return BOLEH


def _bahan_undangan(kegiatan: Kegiatan) -> dict[str, Any]:
    """The invitation to a meeting, in the name of the chair of the team."""
    hari_ini = timezone.localdate()
    naskah = bahan_naskah_cetak(kegiatan.naskah, hari_ini)
    return {
        "judul": f"Undangan {kegiatan.get_jenis_display().lower()}",
        "jenis_kegiatan": kegiatan.get_jenis_display(),
        "naskah": naskah,
        "kepada": [*naskah["perangkat_daerah"], *naskah["mitra"]],
        "hari": hari_tanggal(kegiatan.tanggal_rencana),
        "pukul": f"{kegiatan.waktu_rencana:%H.%M} {timezone.localtime():%Z} sampai selesai",
        "tempat": kegiatan.tempat,
        "pejabat": bahan_pejabat(KETUA_TIM, hari_ini),
        "lampiran": [],
    }


# --- What a kegiatan leaves behind --------------------------------------------------------


def _bahan_hasil(kegiatan: Kegiatan, lampiran: dict[str, Any]) -> dict[str, Any]:
    tanggal = _tanggal(kegiatan)
    return {
        "judul": lampiran["judul"],
        "kegiatan": {"jenis": kegiatan.get_jenis_display()},
        "naskah": bahan_naskah_cetak(kegiatan.naskah, tanggal),
        "tanggal": tanggal_indonesia(tanggal),
        "konsep": kegiatan.status not in RESMI,
        "ketua_tim": bahan_pejabat(KETUA_TIM, tanggal),
        "lampiran": [lampiran],
    }


def _tanggal(kegiatan: Kegiatan) -> date:
    tanggal: date = kegiatan.tanggal_pelaksanaan or kegiatan.tanggal_rencana
    return tanggal


def _siap_hadirin(kegiatan: Kegiatan) -> Putusan:
    return BOLEH if kegiatan.hadirin.exists() else tolak("Isi daftar hadir lebih dahulu.")


def _siap_notulensi(kegiatan: Kegiatan) -> Putusan:
    return BOLEH if kegiatan.notulensi else tolak("Isi notulensi lebih dahulu.")


def _siap_matrik(kegiatan: Kegiatan) -> Putusan:
    if kegiatan.jenis != JenisKegiatan.EVALUASI:
        return tolak("Matrik hanya disusun untuk evaluasi (Pasal 6 ayat (6)).")
    ada = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan).exists()
    return BOLEH if ada else tolak("Isi matrik lebih dahulu.")


def _siap_berita_acara(berita_acara: BeritaAcara) -> Putusan:
    if berita_acara.status == StatusBeritaAcara.DIVERIFIKASI:
        return BOLEH
    return tolak("Berita acara dicetak setelah diverifikasi.")


def _bahan_berita_acara(berita_acara: BeritaAcara) -> dict[str, Any]:
    return _bahan_hasil(berita_acara.kegiatan, isi_berita_acara(berita_acara))


# --- Surat teguran ------------------------------------------------------------------------


def _siap_teguran(surat: SuratTeguran) -> Putusan:
    return tolak("Surat ini dibatalkan.") if surat.dibatalkan_pada else BOLEH


def _bahan_teguran(surat: SuratTeguran) -> dict[str, Any]:
    """The warning as a letter to the mitra."""
    bahan = asdict(bahan_surat(surat))
    tanggal = {
        nama: tanggal_indonesia(bahan[nama]) if bahan[nama] else ""
        for nama in ("tanggal", "naskah_tanggal_ttd", "batas_jawaban")
    }
    return {
        **bahan,
        **tanggal,
        "judul": f"SP{surat.tingkat} {bahan['mitra']}",
        "pasal": DasarTeguran(surat.teguran.dasar).pasal,
        "pejabat": {
            "nama": surat.penanda_tangan,
            "nip": bahan_pejabat(KETUA_TKKSD, surat.tanggal)["nip"],
            "jabatan": surat.jabatan_penanda_tangan,
        },
        "lampiran": [],
    }


SUMBER: dict[JenisDokumen, Sumber] = {
    JenisDokumen.SURAT_TUGAS: Sumber(
        model=SuratTugas,
        templat="pelaporan/cetak/dokumen/surat_tugas.html",
        boleh=lambda pengguna, _: boleh_melihat_semua(pengguna),
        siap=lambda _: BOLEH,
        tanggal=lambda surat: surat.tanggal,
        bahan=_bahan_surat_tugas,
    ),
    JenisDokumen.UNDANGAN: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/undangan.html",
        boleh=lambda pengguna, _: boleh_melihat_undangan(pengguna),
        siap=_siap_undangan,
        tanggal=lambda _: timezone.localdate(),
        bahan=_bahan_undangan,
        bernomor=True,
    ),
    JenisDokumen.DAFTAR_HADIR: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/daftar_hadir.html",
        boleh=lambda pengguna, _: boleh_melihat(pengguna),
        siap=_siap_hadirin,
        tanggal=_tanggal,
        bahan=lambda kegiatan: _bahan_hasil(kegiatan, isi_daftar_hadir(kegiatan)),
    ),
    JenisDokumen.NOTULENSI: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/notulensi.html",
        boleh=lambda pengguna, _: boleh_melihat(pengguna),
        siap=_siap_notulensi,
        tanggal=_tanggal,
        bahan=lambda kegiatan: _bahan_hasil(kegiatan, isi_notulensi(kegiatan)),
    ),
    JenisDokumen.BERITA_ACARA: Sumber(
        model=BeritaAcara,
        templat="pelaporan/cetak/dokumen/berita_acara.html",
        boleh=lambda pengguna, _: boleh_melihat(pengguna),
        siap=_siap_berita_acara,
        tanggal=lambda berita_acara: berita_acara.tanggal_kejadian,
        bahan=_bahan_berita_acara,
    ),
    JenisDokumen.MATRIK: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/matrik.html",
        boleh=boleh_melihat_matrik,
        siap=_siap_matrik,
        tanggal=_tanggal,
        bahan=lambda kegiatan: _bahan_hasil(kegiatan, isi_matrik(kegiatan)),
    ),
    JenisDokumen.SURAT_TEGURAN: Sumber(
        model=SuratTeguran,
        templat="pelaporan/cetak/dokumen/surat_teguran.html",
        boleh=lambda pengguna, _: boleh_melihat_teguran(pengguna),
        siap=_siap_teguran,
        tanggal=lambda surat: surat.tanggal,
        bahan=_bahan_teguran,
    ),
}


def cuplikan(jenis: JenisDokumen, objek: Any) -> dict[str, Any]:
    """What the document prints, as plain JSON values, without what only its issue adds."""
    return {"pemerintah": bahan_pemerintah()} | SUMBER[jenis].bahan(objek)
