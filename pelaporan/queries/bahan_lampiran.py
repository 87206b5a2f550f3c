"""The attachments of a report as plain values, in the order of Pasal 10."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia, tanggal_kata
from pelaporan.domain.formulir import baca
from pelaporan.domain.isi_laporan import susunan
from pelaporan.domain.lampiran import nomori
from pelaporan.models import PutaranLaporan
from pelaporan.queries.bahan_pernyataan import pernyataan_tanpa_laporan
from pengawasan.domain.berita_acara import klaim_lama
from pengawasan.enums import JenisBeritaAcara, JenisKegiatan, JenisRekomendasi, StatusBeritaAcara
from pengawasan.models import BarisMatrik, Notulensi
from pengawasan.queries.berita_acara import angka_berdampingan, cuplikan_isi
from pengawasan.queries.fakta import kebijakan_pada
from pengawasan.queries.rapat import keputusan

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from django.db.models import QuerySet

    from inti.models import Berkas
    from pelaporan.models import Laporan
    from pengawasan.models import BeritaAcara, Kegiatan, KeputusanRapat, Rekomendasi

AMBANG_KLAIM = 14


def lampiran(laporan: Laporan, tanpa_laporan: list[Any]) -> list[dict[str, Any]]:
    """Every attachment, numbered; `tanpa_laporan` are the parties that gave no report."""
    kegiatan = laporan.kegiatan
    semua = [_putaran(p) for p in putaran_terkait(kegiatan)]
    if tanpa_laporan and laporan.pernyataan_tanpa_laporan:
        semua.append(pernyataan_tanpa_laporan(laporan, tanpa_laporan))
    if kegiatan.jenis == JenisKegiatan.EVALUASI:
        notulensi = isi_notulensi(kegiatan)
        semua += [isi_daftar_hadir(kegiatan), notulensi]
        semua += [isi_berita_acara(b, "d") for b in terverifikasi(kegiatan)]
        semua.append(isi_matrik(kegiatan))
    else:
        ba = list(terverifikasi(kegiatan))
        semua += [isi_berita_acara(b, "b") for b in ba]
        ditinjau = any(b.jenis == JenisBeritaAcara.TINJAU_LOKASI for b in ba)
        if laporan.alasan_tanpa_tinjau and not ditinjau:
            semua.append(_pernyataan_tanpa_tinjau(laporan))
    return nomori(JenisKegiatan(kegiatan.jenis), semua)


# --- Huruf a: what the mitra reported -----------------------------------------------------


def putaran_terkait(kegiatan: Kegiatan) -> list[PutaranLaporan]:
    """Of each party to the naskah, the last round of its newest report."""
    sama = PutaranLaporan.objects.filter(
        laporan__kewajiban__naskah=kegiatan.naskah_id,
        laporan__kewajiban__mitra=OuterRef("laporan__kewajiban__mitra"),
    )
    terakhir = sama.order_by("-laporan__kewajiban__jatuh_tempo", "-pk").values("pk")[:1]
    return list(
        PutaranLaporan.objects.filter(
            pk=Subquery(terakhir),
            laporan__kewajiban__naskah=kegiatan.naskah_id,
            laporan__kewajiban__mitra__in=kegiatan.naskah.pihak.values("mitra"),
        )
        .select_related("laporan__kewajiban__mitra", "disampaikan_oleh")
        .order_by("laporan__kewajiban__mitra__nama", "pk")
    )


def _putaran(putaran: PutaranLaporan) -> dict[str, Any]:
    kewajiban = putaran.laporan.kewajiban
    berkas = putaran.laporan.berkas.filter(putaran=putaran.ke).select_related("berkas")
    bagian = susunan(baca(putaran.isi["formulir"]["definisi"]), putaran.isi["isi"])
    return {
        "jenis": "laporan_mitra",
        "huruf": "a",
        "judul": f"Laporan mitra: {putaran.isi.get('mitra') or kewajiban.mitra}",
        "laporan": kewajiban.sebutan,
        "jatuh_tempo": tanggal_indonesia(kewajiban.jatuh_tempo),
        "tanda_terima": putaran.nomor,
        "disampaikan": _saat(putaran.disampaikan_pada),
        "oleh": str(putaran.disampaikan_oleh),
        "tinjauan": putaran.get_hasil_display() if putaran.hasil else "Belum ditinjau",
        "bagian": [
            {
                "judul": b.judul,
                "isian": [
                    {"label": i.label, "teks": i.teks, "kolom": i.kolom, "baris": i.baris}
                    for i in b.isian
                ],
            }
            for b in bagian
        ],
        "berkas": [_berkas(b.berkas) | {"keterangan": b.keterangan} for b in berkas],
    }


# --- The meeting and the berita acara -----------------------------------------------------


def isi_daftar_hadir(kegiatan: Kegiatan) -> dict[str, Any]:
    """Who attended; day, hour and place of the minutes, or of the plan while there are none."""
    return {
        **_saat_rapat(kegiatan),
        "jenis": "daftar_hadir",
        "huruf": "b",
        "judul": "Daftar hadir peserta rapat",
        "hadirin": [
            {
                "nama": h.nama,
                "jabatan": h.jabatan,
                "instansi": h.instansi,
                "tanda_tangan": h.tanda.jalur if hasattr(h, "tanda") else "",
            }
            for h in kegiatan.hadirin.select_related("tanda")
        ],
    }


def _saat_rapat(kegiatan: Kegiatan) -> dict[str, str]:
    n = Notulensi.objects.filter(rapat__kegiatan=kegiatan).first()
    rapat = kegiatan.rapat
    if n:
        return _saat_tempat(n.tanggal, n.mulai, n.selesai, n.tempat)
    if rapat:
        return _saat_tempat(rapat.tanggal, rapat.mulai, rapat.selesai, rapat.tempat)
    tanggal = kegiatan.tanggal_pelaksanaan or kegiatan.tanggal_rencana
    return _saat_tempat(tanggal, kegiatan.waktu_rencana, None, kegiatan.tempat)


def _saat_tempat(
    tanggal: date, mulai: time | None, selesai: time | None, tempat: str
) -> dict[str, str]:
    return {"tanggal": hari_tanggal(tanggal), "pukul": _pukul(mulai, selesai), "tempat": tempat}


def _pukul(mulai: time | None, selesai: time | None) -> str:
    if mulai is None:
        return ""
    sampai = f"–{selesai:%H.%M}" if selesai else " sampai selesai"
    return f"{mulai:%H.%M}{sampai} {timezone.localtime():%Z}"


def isi_notulensi(kegiatan: Kegiatan) -> dict[str, Any]:
    """The minutes of the meeting of the kegiatan, which must be there."""
    n = Notulensi.objects.get(rapat__kegiatan=kegiatan)
    kolom = ("pimpinan", "notulis", "agenda", "pembahasan", "kesimpulan")
    return {
        "jenis": "notulensi",
        "huruf": "c",
        "judul": "Notulensi rapat",
        **_saat_rapat(kegiatan),
        **{nama: getattr(n, nama) for nama in kolom},
        "keputusan": [_keputusan(k, n.tanggal) for k in keputusan(n, [kegiatan])],
    }


def _keputusan(k: KeputusanRapat, tanggal: date) -> dict[str, Any]:
    """A decision, with who carries it out by the name of the day of the meeting."""
    pihak = k.perangkat_daerah or k.mitra
    return {
        "uraian": k.uraian,
        "pihak": pihak.nama_pada(tanggal) if pihak else k.penanggung_jawab,
        "tenggat": tanggal_indonesia(k.tenggat) if k.tenggat else "",
    }


def terverifikasi(kegiatan: Kegiatan) -> QuerySet[BeritaAcara]:
    """The berita acara that count, oldest first."""
    resmi = kegiatan.berita_acara.filter(status=StatusBeritaAcara.DIVERIFIKASI)
    resmi = resmi.prefetch_related("perangkat_daerah__riwayat_nama")
    return resmi.select_related("nomor", "perangkat_daerah", "diverifikasi_oleh").order_by("pk")


def isi_berita_acara(b: BeritaAcara, huruf: str = "") -> dict[str, Any]:
    """A verified berita acara; `huruf` is its letter in Pasal 10."""
    diterima, isi = _hari(b.diterima_pada), cuplikan_isi(b)
    kebijakan, _ = kebijakan_pada(diterima)
    ambang = kebijakan.ambang_klaim_lama if kebijakan else AMBANG_KLAIM
    return {
        "jenis": "berita_acara",
        "huruf": huruf,
        "judul": b.get_jenis_display(),
        "nomor_surat": str(b.nomor),
        "tanggal_kata": tanggal_kata(b.tanggal_kejadian),
        "pukul": isi["pukul"],
        "tanggal_kejadian": tanggal_indonesia(b.tanggal_kejadian),
        "diterima": tanggal_indonesia(diterima),
        "diverifikasi": tanggal_indonesia(_hari(b.diverifikasi_pada)),
        "diverifikasi_oleh": str(b.diverifikasi_oleh),
        "klaim_lama": klaim_lama(b.tanggal_kejadian, diterima=diterima, ambang=ambang),
        "selisih": (diterima - b.tanggal_kejadian).days,
        "perangkat_daerah": b.perangkat_daerah.nama_pada(b.tanggal_kejadian),
        "tempat": b.tempat,
        "koordinat": f"{b.lintang}, {b.bujur}" if b.lintang is not None else "",
        **{n: isi[n] for n in ("temuan", "angka", "kesepakatan", "penanda_tangan")},
        "angka_berdampingan": angka_berdampingan(b),
        "foto": [
            _berkas(f.berkas)
            | {
                "keterangan": f.keterangan,
                "diambil": _saat(f.diambil_pada) if f.diambil_pada else "",
                "diterima": _saat(f.berkas.diunggah_pada),
            }
            for f in b.foto.select_related("berkas")
        ],
    }


def _pernyataan_tanpa_tinjau(laporan: Laporan) -> dict[str, Any]:
    """Pasal 10 ayat (1) huruf b, "apabila diperlukan": by name and with reason."""
    orang = laporan.tanpa_tinjau_oleh
    return {
        "jenis": "pernyataan_tanpa_tinjau",
        "huruf": "b",
        "judul": "Pernyataan tinjau lokasi tidak diperlukan",
        "nama": str(orang or ""),
        "jabatan": orang.sebagai if orang else "",
        "teks": laporan.alasan_tanpa_tinjau,
    }


# --- The matrix ---------------------------------------------------------------------------


def matrik_kegiatan(kegiatan: Kegiatan) -> QuerySet[BarisMatrik]:
    """Its rows with their recommendations, in three queries."""
    baris = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan)
    return baris.select_related("perangkat_daerah").prefetch_related("rekomendasi")


def isi_matrik(kegiatan: Kegiatan) -> dict[str, Any]:
    """The matrix with its recommendations."""
    tanggal = kegiatan.tanggal_pelaksanaan
    return {
        "jenis": "matrik",
        "huruf": "e",
        "judul": "Matrik hasil evaluasi",
        "baris": [
            {
                "no": b.urutan,
                "dasar": b.dasar,
                "materi_evaluasi": b.materi_evaluasi,
                "permasalahan": b.permasalahan,
                "solusi": b.solusi,
                "tindak_lanjut": b.tindak_lanjut,
                "perangkat_daerah": b.perangkat_daerah.nama_pada(tanggal)
                if b.perangkat_daerah
                else "",
                "keterangan": b.keterangan,
                "rekomendasi": [_rekomendasi(r) for r in b.rekomendasi.all()],
            }
            for b in matrik_kegiatan(kegiatan).prefetch_related("perangkat_daerah__riwayat_nama")
        ],
    }


def _rekomendasi(r: Rekomendasi) -> dict[str, Any]:
    return {
        "huruf": "" if r.jenis == JenisRekomendasi.LAINNYA else r.jenis,
        "label": r.get_jenis_display(),
        "uraian": r.uraian,
        "tenggat": tanggal_indonesia(r.tenggat) if r.tenggat else "",
    }


def _berkas(berkas: Berkas) -> dict[str, Any]:
    return {
        "pk": berkas.pk,
        "nama": berkas.nama,
        "tipe": berkas.tipe,
        "sha256": berkas.sha256,
        "ukuran": berkas.ukuran,
    }


def _saat(waktu: datetime) -> str:
    lokal = timezone.localtime(waktu)
    return f"{tanggal_indonesia(lokal.date())} pukul {lokal:%H.%M %Z}"


def _hari(waktu: datetime | None) -> date:
    if waktu is None:
        msg = "berita acara yang diverifikasi mencatat waktunya"
        raise ValueError(msg)
    return timezone.localdate(waktu)
