"""What follows on an evaluasi of the stream: matrix, report, decision, follow-up."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pelaporan.enums import StatusBundel, StatusLaporan
from pelaporan.management.contoh.isi import MATERI_HURUF
from pelaporan.management.contoh.massal.pengawasan import tulis_kegiatan, tulis_surat
from pelaporan.management.contoh.massal.tabel import Tabel
from pelaporan.models import Bundel, Laporan
from pengawasan.domain.jenis_tindak_lanjut import jenis as jenis_tindak_lanjut
from pengawasan.enums import (
    JenisKegiatan,
    JenisRekomendasi,
    StatusKegiatan,
    StatusRekomendasi,
    StatusTindakLanjut,
)
from pengawasan.models import (
    BarisMatrik,
    ButirTindakLanjut,
    Matrik,
    Rekomendasi,
    TindakLanjut,
)

if TYPE_CHECKING:
    from datetime import datetime

    from pelaporan.management.contoh.isi import Materi
    from pelaporan.management.contoh.massal.konteks import Tulis
    from pelaporan.management.contoh.massal.pengawasan import SatuKegiatan

MATRIK = Tabel(Matrik, "id", "kegiatan_id", "disusun_oleh_id", "diubah_pada")
BARIS = Tabel(
    BarisMatrik,
    *("id", "matrik_id", "dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut"),
    *("perangkat_daerah_id", "asal_butir_id"),
    urutan=1,
    keterangan="Dibahas dalam rapat evaluasi.",
)
REKOMENDASI = Tabel(
    Rekomendasi,
    *("id", "baris_id", "jenis", "tenggat", "status", "diputuskan_oleh_id", "diputuskan_pada"),
)
LAPORAN = Tabel(
    Laporan,
    *("id", "kegiatan_id", "nomor_id", "tanggal", "status", "disusun_oleh_id", "dibuat_pada"),
    *("dikirim_oleh_id", "dikirim_pada", "diputuskan_oleh_id", "diputuskan_pada"),
    *("alasan_tanpa_tinjau", "tanpa_tinjau_oleh_id"),
    versi=1,
    pendahuluan="Evaluasi dilaksanakan menurut jadwal.",
    hasil="Kewajiban para pihak pada umumnya terlaksana.",
    kesimpulan="Kerja sama layak diteruskan dengan perbaikan.",
)
BUNDEL = Tabel(
    Bundel,
    *("laporan_id", "isi", "kode", "berkas_id", "diminta_oleh_id", "diminta_pada"),
    "selesai_pada",
    versi=1,
    status=StatusBundel.SIAP.value,
    persen=100,
    percobaan=1,
    halaman=1,
)
TINDAK_LANJUT = Tabel(
    TindakLanjut,
    *("id", "rekomendasi_id", "naskah_id", "perangkat_daerah_id", "jenis", "uraian", "tenggat"),
    *("status", "keterangan_pelaksanaan", "dilaporkan_oleh_id", "dilaporkan_pada"),
    *("catatan_penutup", "ditutup_oleh_id", "ditutup_sebagai", "ditutup_pada", "dibuat_pada"),
    dasar_tenggat="Ditetapkan dalam rekomendasi, Pasal 6 ayat (7)",
)
BUTIR = Tabel(ButirTindakLanjut, "tindak_lanjut_id", "butir_id")
HURUF = "dcab"
TANPA_TINJAU = "Keadaan di lokasi sudah diperiksa pada pemantauan."
# After the event: results stated whole, report sent, decided.
LENGKAP, KIRIM, PUTUS = timedelta(days=8), timedelta(days=9), timedelta(days=12)
TUTUP = timedelta(days=20)
MENUNGGU = timedelta(days=30)


def tulis_hasil(tulis: Tulis, kegiatan: SatuKegiatan, *, dilaporkan: bool) -> None:
    """The event, and with `dilaporkan` the report on it, if it is an evaluasi of a while ago."""
    if not dilaporkan or kegiatan.jenis != JenisKegiatan.EVALUASI:
        tulis_kegiatan(tulis, kegiatan, StatusKegiatan.DILAKSANAKAN)
        return
    dikirim, diputus = kegiatan.tanggal + KIRIM, kegiatan.tanggal + PUTUS
    # The chair has lately had no time for every report.
    menunggu = diputus > tulis.per or (
        kegiatan.naskah.urut % 3 == 0 and diputus > tulis.per - MENUNGGU
    )
    status = StatusKegiatan.DILAPORKAN if menunggu else StatusKegiatan.DIPUTUSKAN
    tulis_kegiatan(tulis, kegiatan, status, kegiatan.tanggal + LENGKAP)
    _laporan(tulis, kegiatan, dikirim, None if menunggu else diputus)
    _matrik(tulis, kegiatan, None if menunggu else diputus)


def _laporan(tulis: Tulis, kegiatan: SatuKegiatan, dikirim: date, diputus: date | None) -> None:
    tim, ketua = tulis.pelaku["tim"], tulis.pelaku["ketua"]
    pk, saat = tulis.kunci.ambil(Laporan), tulis.waktu(dikirim)
    sebutan = f"Laporan {kegiatan.sebutan}"
    surat, nomor = tulis_surat(tulis, f"Laporan {kegiatan.jenis.value}", sebutan, dikirim, tim.pk)
    status = StatusLaporan.DISETUJUI if diputus else StatusLaporan.DIKIRIM
    putus = tulis.waktu(diputus) if diputus else None
    tulis.kumpulan.tambah(
        LAPORAN,
        *(pk, kegiatan.pk, surat, dikirim, status.value, tim.pk),
        *(tulis.waktu(kegiatan.tanggal + timedelta(days=7)), tim.pk, saat),
        *(ketua.pk if diputus else None, putus, TANPA_TINJAU, tim.pk),
    )
    cuplikan = {
        "laporan": {
            "nomor": nomor,
            "tanggal": dikirim.isoformat(),
            "ketua_tim": {"jabatan": tim.sebagai},
        },
        "kegiatan": {"jenis": kegiatan.jenis.label},
        "lampiran": [],
    }
    kode = hashlib.sha256(f"{tulis.benih}/{nomor}".encode()).hexdigest()[:32]
    tulis.kumpulan.tambah(BUNDEL, pk, json.dumps(cuplikan), kode, tulis.berkas, tim.pk, saat, saat)
    kirim = {"versi": 1, "nomor": nomor}
    tulis.catat("laporan.kirim", Laporan, pk, sebutan, saat, tim, kirim)
    if putus:
        setuju = {"versi": 1, "catatan": ""}
        tulis.catat("laporan.setujui", Laporan, pk, sebutan, putus, ketua, setuju)


def _matrik(tulis: Tulis, kegiatan: SatuKegiatan, diputus: date | None) -> None:
    """One row with one recommendation; once decided, its follow-up."""
    naskah, tim, ketua = kegiatan.naskah, tulis.pelaku["tim"], tulis.pelaku["ketua"]
    matrik, baris = tulis.kunci.ambil(Matrik), tulis.kunci.ambil(BarisMatrik)
    rekomendasi = tulis.kunci.ambil(Rekomendasi)
    huruf = JenisRekomendasi(HURUF[naskah.urut // 2 % len(HURUF)])
    materi, tenggat = MATERI_HURUF[huruf.value], kegiatan.tanggal + timedelta(30 + naskah.urut % 90)
    butir = naskah.butir_mitra[0] if huruf == JenisRekomendasi.D else None
    saat = tulis.waktu(kegiatan.tanggal + timedelta(days=6))
    tulis.kumpulan.tambah(MATRIK, matrik, kegiatan.pk, tim.pk, saat)
    tulis.kumpulan.tambah(
        BARIS,
        *(baris, matrik, f"Pasal {naskah.urut % 12 + 3}", materi.materi, materi.permasalahan),
        *(materi.solusi, materi.tindak_lanjut, naskah.unit.pk, butir[0] if butir else None),
    )
    status = StatusRekomendasi.DISETUJUI if diputus else StatusRekomendasi.DIAJUKAN
    putus = tulis.waktu(diputus) if diputus else None
    tulis.kumpulan.tambah(
        REKOMENDASI,
        *(rekomendasi, baris, huruf.value, tenggat, status.value),
        *(ketua.pk if diputus else None, putus),
    )
    if diputus and putus:
        pk = _tindak_lanjut(tulis, kegiatan, rekomendasi, (huruf, materi), tenggat, putus)
        if butir:
            tulis.kumpulan.tambah(BUTIR, pk, butir[0])


def _tindak_lanjut(
    tulis: Tulis,
    kegiatan: SatuKegiatan,
    rekomendasi: int,
    usul: tuple[JenisRekomendasi, Materi],
    tenggat: date,
    putus: datetime,
) -> int:
    """Born of the decision; one in three was reported by the unit and closed by staff."""
    naskah, pd, staf = kegiatan.naskah, tulis.pelaku["pd"], tulis.pelaku["staf"]
    pk, (huruf, materi) = tulis.kunci.ambil(TindakLanjut), usul
    ditutup = naskah.urut % 3 == 0 and putus.date() + TUTUP <= tulis.per
    uraian = f"{huruf.label}: {materi.tindak_lanjut}"
    lapor, tutup = putus + TUTUP / 2, putus + TUTUP
    pelaksanaan = (
        ("Surat sudah dikirim dan dijawab.", pd.pk, lapor, "Bukti sudah diperiksa.")
        if ditutup
        else ("", None, None, "")
    )
    penutup = (staf.pk, staf.sebagai, tutup) if ditutup else (None, "", None)
    status = StatusTindakLanjut.DITUTUP if ditutup else StatusTindakLanjut.TERBUKA
    tulis.kumpulan.tambah(
        TINDAK_LANJUT,
        *(pk, rekomendasi, naskah.pk, naskah.unit.pk, jenis_tindak_lanjut(huruf).value, uraian),
        *(tenggat, status.value, *pelaksanaan, *penutup, putus),
    )
    sebutan, lahir = uraian[:80], {"tenggat": tenggat.isoformat()}
    ketua = tulis.pelaku["ketua"]
    tulis.catat("tindak_lanjut.terbitkan", TindakLanjut, pk, sebutan, putus, ketua, lahir)
    if ditutup:
        isi = {"dari": "dilaporkan", "ke": "ditutup", "catatan": "Bukti sudah diperiksa."}
        tulis.catat("tindak_lanjut.tutup", TindakLanjut, pk, sebutan, tutup, staf, isi)
    return pk
