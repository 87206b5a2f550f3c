"""What a demo kegiatan yields: the berita acara of its unit, the analysis of the reports."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pelaporan.management.contoh.gambar import foto
from pelaporan.management.contoh.isi import KEPALA_UNIT
from pelaporan.management.contoh.waktu import pada
from pelaporan.queries.analisa import putaran_untuk_analisa, rujukan
from pengawasan.enums import JenisBeritaAcara, Metode, WakilPenandaTangan
from pengawasan.services import analisa, berita_acara, dokumentasi
from pengawasan.services.isi_berita_acara import FotoBaru

if TYPE_CHECKING:
    from pelaporan.management.contoh.riwayat import Pelaku
    from pengawasan.models import Kegiatan


def ajukan_berita_acara(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> int:
    """The unit submits; returns the key."""
    rapat_saja = satu.metode != Metode.TINJAU_LOKASI
    with pada(tanggal + timedelta(days=2)):
        draf = berita_acara.susun(
            satu.pk,
            {
                "jenis": JenisBeritaAcara.RAPAT if rapat_saja else JenisBeritaAcara.TINJAU_LOKASI,
                "tanggal_kejadian": tanggal,
                "tempat": f"Lokasi kerja sama {pelaku.penanda}".strip(),
                "lintang": None if rapat_saja else "-6.241586",
                "bujur": None if rapat_saja else "106.992416",
            },
            baris=_baris_berita_acara(satu, pelaku, tanggal),
            foto=[
                FotoBaru(
                    foto(f"{'Rapat' if rapat_saja else 'Tinjau lokasi'} {tanggal:%d-%m-%Y}"),
                    "Pembahasan bersama mitra" if rapat_saja else "Sarana yang dipakai, dari timur",
                )
            ],
            perangkat_daerah=pelaku.unit,
            oleh=pelaku.pd,
        )
        berita_acara.ajukan(draf.pk, oleh=pelaku.pd)
    return int(draf.pk)


def _baris_berita_acara(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> dict[str, list[Any]]:
    """Findings, both figures of the first measured item, an agreement, two signatories."""
    terukur = satu.naskah.butir.exclude(target_angka=None).order_by("urutan", "pk")[:1]
    return {
        "temuan": [
            {"uraian": "Pelaksanaan berjalan sesuai naskah. Sarana tersedia dan dipakai."},
            {"uraian": f"Sebagian kegiatan tidak tepat waktu. {pelaku.penanda}".strip()},
        ],
        "angka": [
            {
                "butir": butir,
                "satuan": butir.satuan,
                "nilai_tim": round(target * 7 / 10, 2),
                "sumber_tim": "hitungan di lokasi",
                "nilai_mitra": round(target * 8 / 10, 2),
                "sumber_mitra": "catatan mitra",
            }
            for butir in terukur
            if (target := butir.target_angka)
        ],
        "kesepakatan": [
            {
                "uraian": "Mitra menyampaikan data pendukung.",
                "penanggung_jawab": pelaku.mitra.nama,
                "tenggat": tanggal + timedelta(days=7),
            }
        ],
        "penanda_tangan": [
            # Whoever of the unit is on the team does not sign for it.
            {"nama": KEPALA_UNIT, "jabatan": "Kepala", "instansi": str(pelaku.unit)},
            {
                "nama": pelaku.mitra.nama,
                "jabatan": "Penanggung jawab",
                "instansi": "Mitra",
                "mewakili": WakilPenandaTangan.MITRA,
            },
        ],
    }


def verifikasi(pk: int, pelaku: Pelaku, tanggal: date) -> None:
    """Staff verifies; the cycle moves on."""
    with pada(tanggal + timedelta(days=4)):
        berita_acara.verifikasi(pk, oleh=pelaku.orang["staf"])


def analisa_laporan(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> None:
    """What the team read out of the newest report of each mitra; then all is there."""
    tim = pelaku.orang["tim"]
    with pada(tanggal + timedelta(days=5)):
        analisa.simpan(
            satu.pk,
            {
                "laporan": [rujukan(putaran) for putaran in putaran_untuk_analisa(satu, None)],
                "dokumen_lain": "Data Perangkat Daerah pemrakarsa",
                "ringkasan": f"Capaian menurut laporan 80 persen. {pelaku.penanda}".strip(),
                "permasalahan": "Pengadaan bahan terlambat dua pekan.",
                "kesimpulan": "Pelaksanaan sesuai perjanjian; keterlambatan dapat dikejar.",
            },
            oleh=tim,
        )
        dokumentasi.dokumentasikan(satu.pk, oleh=tim)
