"""The supervision of the stream: what is owed, what was carried out, its berita acara."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.models import NomorSurat
from pelaporan.management.contoh.isi import KEPALA_UNIT
from pelaporan.management.contoh.massal.kerangka import isi
from pelaporan.management.contoh.massal.tabel import Tabel
from pengawasan.enums import (
    JenisBeritaAcara,
    JenisKegiatan,
    Metode,
    StatusBeritaAcara,
    StatusJadwal,
    StatusKegiatan,
)
from pengawasan.models import (
    BeritaAcara,
    Jadwal,
    JadwalNaskah,
    Kegiatan,
    PenandaTangan,
    Temuan,
)

if TYPE_CHECKING:
    from pelaporan.management.contoh.massal.kerangka import Giliran, Kerangka
    from pelaporan.management.contoh.massal.konteks import Tulis
    from pelaporan.management.contoh.massal.naskah import SatuNaskah

PERENCANAAN = Tabel(
    JadwalNaskah, "naskah_id", "versi_fakta", "kebijakan_id", "lewat_pada", "disusun_pada"
)
JADWAL = Tabel(
    Jadwal,
    *("id", "naskah_id", "jenis", "ke", "jatuh_tempo", "tanggal_rencana", "status"),
    *("alasan_status", "dasar"),
)
KEGIATAN = Tabel(
    Kegiatan,
    *("id", "naskah_id", "jadwal_id", "jenis", "metode", "status", "tanggal_rencana"),
    *("tanggal_pelaksanaan", "hasil_wawancara", "didokumentasikan_oleh_id"),
    *("didokumentasikan_pada", "dibuat_oleh_id", "dibuat_pada"),
    tempat="Ruang Rapat Sekretariat Daerah",
)
SURAT = Tabel(
    NomorSurat,
    *("id", "tahun", "urut", "nomor", "tanggal", "perihal", "jenis", "dibuat_oleh_id"),
    "dibuat_pada",
)
BERITA_ACARA = Tabel(
    BeritaAcara,
    *("id", "kegiatan_id", "jenis", "perangkat_daerah_id", "nomor_id", "tanggal_kejadian"),
    *("disusun_oleh_id", "dibuat_pada", "diajukan_oleh_id", "diterima_pada"),
    *("diverifikasi_oleh_id", "diverifikasi_pada"),
    status=StatusBeritaAcara.DIVERIFIKASI.value,
    tempat="Lokasi kerja sama",
)
TEMUAN = Tabel(
    Temuan,
    "berita_acara_id",
    urutan=1,
    uraian="Pelaksanaan berjalan sesuai naskah. Sarana tersedia dan dipakai.",
)
PENANDA = Tabel(
    PenandaTangan,
    *("berita_acara_id", "instansi"),
    urutan=1,
    nama=KEPALA_UNIT,
    jabatan="Kepala",
)
# From when on an event that is near has its date.
DEKAT = timedelta(days=30)


@dataclass(frozen=True)
class SatuKegiatan:
    """An event that was carried out, with what its report asks for; written with its report."""

    pk: int
    jadwal: int
    jenis: JenisKegiatan
    tanggal: date
    naskah: SatuNaskah

    @property
    def sebutan(self) -> str:
        """As the trail names it."""
        return f"{self.jenis.label} {self.naskah.sebutan}"

    @property
    def metode(self) -> Metode:
        """An evaluasi is a meeting; every other pemantauan reads the report of the mitra."""
        if self.jenis == JenisKegiatan.EVALUASI:
            return Metode.FGD
        return Metode.TINJAU_LOKASI if self.naskah.urut % 2 else Metode.DOKUMEN


def tulis_jadwal(tulis: Tulis, naskah: SatuNaskah, kerangka: Kerangka) -> list[SatuKegiatan]:
    """Every turn, and the berita acara of those that were carried out; returns these."""
    terlaksana, berita_acara = [], []
    versi = 2 if naskah.nomor else 1
    tulis.kumpulan.tambah(
        PERENCANAAN, naskah.pk, versi, tulis.kebijakan, kerangka.lewat_pada, tulis.mulai
    )
    for giliran in kerangka.giliran:
        pk, rencana = tulis.kunci.ambil(Jadwal), giliran.tanggal
        if giliran.tanggal:
            kegiatan = SatuKegiatan(
                tulis.kunci.ambil(Kegiatan), pk, giliran.jenis, giliran.tanggal, naskah
            )
            terlaksana.append(kegiatan)
            berita_acara.append((kegiatan.pk, _berita_acara(tulis, kegiatan)))
        elif _direncanakan(tulis, naskah, giliran):
            rencana = giliran.jatuh_tempo
            _rencana(tulis, naskah, giliran, pk)
        tulis.kumpulan.tambah(
            JADWAL,
            *(pk, naskah.pk, giliran.jenis.value, giliran.ke, giliran.jatuh_tempo, rencana),
            *(giliran.status, giliran.alasan, isi(giliran.dasar, naskah.nomor, berita_acara)),
        )
    return terlaksana


def tulis_kegiatan(
    tulis: Tulis, kegiatan: SatuKegiatan, status: StatusKegiatan, lengkap: date | None = None
) -> None:
    """The row of an event that was carried out; `lengkap` is when its results were stated whole."""
    staf, tim = tulis.pelaku["staf"], tulis.pelaku["tim"]
    tulis.kumpulan.tambah(
        KEGIATAN,
        *(kegiatan.pk, kegiatan.naskah.pk, kegiatan.jadwal, kegiatan.jenis.value),
        *(kegiatan.metode.value, status.value, kegiatan.tanggal, kegiatan.tanggal),
        "Kegiatan berjalan; hambatan dibahas bersama mitra." if lengkap else "",
        *(tim.pk if lengkap else None, tulis.waktu(lengkap) if lengkap else None),
        *(staf.pk, tulis.waktu(kegiatan.tanggal - timedelta(days=21))),
    )
    tulis.catat(
        "kegiatan.laksanakan",
        *(Kegiatan, kegiatan.pk, kegiatan.sebutan),
        *(tulis.waktu(kegiatan.tanggal + timedelta(days=4)), staf),
        {"dari": "ditugaskan", "ke": "dilaksanakan", "tanggal": kegiatan.tanggal.isoformat()},
    )


def _berita_acara(tulis: Tulis, kegiatan: SatuKegiatan) -> str:
    """Submitted by the unit, verified by staff; returns its number."""
    lokasi = kegiatan.metode == Metode.TINJAU_LOKASI
    jenis = JenisBeritaAcara.TINJAU_LOKASI if lokasi else JenisBeritaAcara.RAPAT
    diterima = kegiatan.tanggal + timedelta(days=2)
    pd, saat = tulis.pelaku["pd"], tulis.waktu(diterima)
    perihal = f"{jenis.label} {kegiatan.sebutan}"
    surat, nomor = tulis_surat(tulis, jenis.label, perihal, diterima, pd.pk)
    pk, unit = tulis.kunci.ambil(BeritaAcara), kegiatan.naskah.unit
    tulis.kumpulan.tambah(TEMUAN, pk)
    tulis.kumpulan.tambah(PENANDA, pk, unit.nama)
    tulis.kumpulan.tambah(
        BERITA_ACARA,
        *(pk, kegiatan.pk, jenis.value, unit.pk, surat, kegiatan.tanggal),
        *(pd.pk, saat, pd.pk, saat),
        *(tulis.pelaku["staf"].pk, tulis.waktu(kegiatan.tanggal + timedelta(days=4))),
    )
    return nomor


def tulis_surat(
    tulis: Tulis, jenis: str, perihal: str, tanggal: date, oleh: int | None
) -> tuple[int, str]:
    """The next number of the year: key and number."""
    urut = tulis.surat.naik(tanggal.year)
    nomor = tulis.surat.nomor(jenis, tanggal, urut)
    pk = tulis.kunci.ambil(NomorSurat)
    tulis.kumpulan.surat[tanggal.year] = urut
    tulis.kumpulan.tambah(
        SURAT,
        *(pk, tanggal.year, urut, nomor, tanggal, perihal[:250], jenis, oleh),
        tulis.waktu(tanggal),
    )
    return pk, nomor


def _direncanakan(tulis: Tulis, naskah: SatuNaskah, giliran: Giliran) -> bool:
    """Every other one that is owed soon has its date."""
    dekat = tulis.per <= giliran.jatuh_tempo <= tulis.per + DEKAT
    return dekat and giliran.status == StatusJadwal.TERBUKA.value and naskah.urut % 2 == 0


def _rencana(tulis: Tulis, naskah: SatuNaskah, giliran: Giliran, jadwal: int) -> None:
    pk, staf = tulis.kunci.ambil(Kegiatan), tulis.pelaku["staf"]
    evaluasi = giliran.jenis == JenisKegiatan.EVALUASI
    metode = Metode.FGD if evaluasi else Metode.TINJAU_LOKASI
    tulis.kumpulan.tambah(
        KEGIATAN,
        *(pk, naskah.pk, jadwal, giliran.jenis.value, metode.value),
        *(StatusKegiatan.DIRENCANAKAN.value, giliran.jatuh_tempo, None, "", None, None),
        *(staf.pk, tulis.mulai),
    )
    tulis.catat(
        "kegiatan.rencanakan",
        *(Kegiatan, pk, f"{giliran.jenis.label} {naskah.sebutan}", tulis.mulai, staf),
        {"tanggal": giliran.jatuh_tempo.isoformat()},
    )
