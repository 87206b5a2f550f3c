"""The official documents: of what each is, who may print it, and every fact that it prints.

One line of `SUMBER` is a document: its object, its template, what is gathered and what must be
there first.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia
from inti.models import Pemerintah
from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.domain.beda_cuplikan import beda
from pelaporan.domain.keaslian import periksa_unggah_tanda
from pelaporan.enums import CaraTandaTangan, JenisDokumen, StatusDokumen
from pelaporan.models import Dokumen, PutaranLaporan
from pelaporan.permissions import (
    boleh_melihat_undangan,
    boleh_melihat_undangan_rapat,
    boleh_mengundang,
)
from pelaporan.queries import (
    bukti,
    rekap_cetak,
    surat_keluar,
    surat_teguran,
    surat_tugas,
    tanda_terima,
    undangan,
)
from pelaporan.queries.bahan import (
    KETUA_TIM,
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
from pelaporan.queries.sumber_dokumen import Sumber
from pelaporan.tanda_tangan import memakai
from pengawasan.enums import (
    JenisKegiatan,
    StatusBeritaAcara,
    StatusKegiatan,
)
from pengawasan.models import (
    BarisMatrik,
    BeritaAcara,
    Kegiatan,
    Rapat,
    SuratTeguran,
    SuratTugas,
)
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_matrik,
    boleh_melihat_semua,
    boleh_melihat_teguran,
)

if TYPE_CHECKING:
    from datetime import date

    from pelaporan.domain.beda_cuplikan import Beda

# More than this no one reads one by one.
DISEBUT = 20
RESMI = (StatusKegiatan.DILAPORKAN, StatusKegiatan.DIPUTUSKAN)


# --- Undangan -----------------------------------------------------------------------------


def _siap_undangan(kegiatan: Kegiatan) -> Putusan:
    if kegiatan.status == StatusKegiatan.DIBATALKAN:
        return tolak("Kegiatan ini dibatalkan.")
    if kegiatan.status != StatusKegiatan.DITUGASKAN:
        return tolak("Undangan diterbitkan setelah surat tugas dan sebelum kegiatan dilaksanakan.")
    if kegiatan.rapat and not kegiatan.rapat.dibatalkan_pada:
        return tolak("Kegiatan ini mempunyai rapat; undangannya diterbitkan dari halaman rapat.")
    if kegiatan.waktu_rencana is None or not kegiatan.tempat:
        return tolak("Isi pukul dan tempat kegiatan lebih dahulu (Ubah rencana).")
    if kegiatan.tanggal_rencana < timezone.localdate():
        return tolak("Hari kegiatan ini sudah lewat; ubah rencananya lebih dahulu.")
    return BOLEH


def _batal_undangan(kegiatan: Kegiatan) -> str:
    return "Kegiatan ini dibatalkan." if kegiatan.status == StatusKegiatan.DIBATALKAN else ""


def _batal_undangan_rapat(rapat: Rapat) -> str:
    if rapat.dibatalkan_pada is None:
        return ""
    pada = tanggal_indonesia(timezone.localdate(rapat.dibatalkan_pada))
    return f"Rapat ini dibatalkan {pada}: {rapat.alasan_batal}"


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


SUMBER: dict[JenisDokumen, Sumber] = {
    JenisDokumen.SURAT_TUGAS: Sumber(
        model=SuratTugas,
        templat="pelaporan/cetak/dokumen/surat_tugas.html",
        boleh=lambda pengguna, _: boleh_melihat_semua(pengguna),
        siap=lambda _: BOLEH,
        tanggal=lambda surat: surat.tanggal,
        bahan=surat_tugas.bahan,
        batal=surat_tugas.batal,
    ),
    JenisDokumen.UNDANGAN: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/undangan.html",
        boleh=lambda pengguna, _: boleh_melihat_undangan(pengguna),
        siap=_siap_undangan,
        tanggal=lambda _: timezone.localdate(),
        bahan=_bahan_undangan,
        bernomor=True,
        batal=_batal_undangan,
        terbit=boleh_mengundang,
    ),
    JenisDokumen.UNDANGAN_RAPAT: Sumber(
        model=Rapat,
        templat="pelaporan/cetak/dokumen/undangan_rapat.html",
        boleh=boleh_melihat_undangan_rapat,
        siap=undangan.siap_undangan,
        tanggal=lambda _: timezone.localdate(),
        bahan=undangan.bahan_undangan,
        bernomor=True,
        batal=_batal_undangan_rapat,
        terbit=boleh_mengundang,
    ),
    JenisDokumen.SALINAN_UNDANGAN: Sumber(
        model=Kegiatan,
        templat="pelaporan/cetak/dokumen/undangan_rapat.html",
        boleh=lambda pengguna, _: boleh_melihat_undangan(pengguna),
        siap=undangan.siap_salinan,
        tanggal=undangan.tanggal_salinan,
        bahan=undangan.bahan_salinan,
        batal=_batal_undangan,
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
        siap=surat_teguran.siap,
        tanggal=lambda surat: surat.tanggal,
        bahan=surat_teguran.bahan,
        batal=surat_teguran.batal,
    ),
    JenisDokumen.TANDA_TERIMA: Sumber(
        model=PutaranLaporan,
        templat="pelaporan/cetak/dokumen/tanda_terima.html",
        boleh=lambda _pengguna, _putaran: BOLEH,
        siap=lambda _: BOLEH,
        tanggal=tanda_terima.tanggal,
        bahan=tanda_terima.bahan,
    ),
    **surat_keluar.SUMBER,
    **rekap_cetak.SUMBER,
    **bukti.SUMBER,
}


def batal(dokumen: Dokumen, objek: Any) -> str:
    """Why what was issued no longer stands: its number was cancelled, or its object says so."""
    if dokumen.nomor and dokumen.nomor.dibatalkan_pada:
        pada = tanggal_indonesia(timezone.localdate(dokumen.nomor.dibatalkan_pada))
        return f"Nomor surat ini dibatalkan {pada}: {dokumen.nomor.alasan_batal}"
    return SUMBER[JenisDokumen(dokumen.jenis)].batal(objek)


def cuplikan(jenis: JenisDokumen, objek: Any) -> dict[str, Any]:
    """What the document prints, as plain JSON values, without what only its issue adds."""
    kertas = Pemerintah.objects.saat_ini().ukuran_kertas
    return {"pemerintah": bahan_pemerintah(), "kertas": kertas} | SUMBER[jenis].bahan(objek)


def batal_dokumen(dokumen: Dokumen) -> str:
    """The same, its object read first; empty while it stands."""
    sumber = SUMBER[JenisDokumen(dokumen.jenis)]
    return batal(dokumen, sumber.model.objects.get(pk=dokumen.objek_id))


def menunggu_tanda(dokumen: Dokumen) -> Putusan:
    """Whether its file, signed elsewhere, may be taken in now."""
    return periksa_unggah_tanda(
        dipakai=memakai(CaraTandaTangan.UNGGAH),
        siap=dokumen.status == StatusDokumen.SIAP,
        konsep=dokumen.konsep,
        sudah=hasattr(dokumen, "tanda_tangan"),
        berlaku=not batal_dokumen(dokumen)
        and not Dokumen.objects.tentang(JenisDokumen(dokumen.jenis), dokumen.objek_id)
        .filter(versi__gt=dokumen.versi)
        .exists(),
    )


def beda_dari(dokumen: Dokumen, isi: dict[str, Any]) -> list[Beda]:
    """What a snapshot says otherwise than a version that was issued, as far as it is named."""
    isi = json.loads(json.dumps(isi, cls=DjangoJSONEncoder))
    lama = {nama: dokumen.isi.get(nama) for nama in isi}
    return list(islice(beda(lama, isi), DISEBUT))


def berubah_sejak(dokumen: Dokumen, objek: Any) -> list[Beda]:
    """What the object says by now otherwise; nothing where it cannot be issued anew."""
    jenis = JenisDokumen(dokumen.jenis)
    if not SUMBER[jenis].siap(objek):
        return []
    return beda_dari(dokumen, cuplikan(jenis, objek))
