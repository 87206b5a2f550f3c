"""The history of one demo agreement, step by step, through the same services as real work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan
from pelaporan.domain.putusan import Keputusan
from pelaporan.management.contoh.gambar import dokumen, foto
from pelaporan.management.contoh.isi import materi
from pelaporan.management.contoh.kewajiban import uang_laporan
from pelaporan.management.contoh.waktu import pada
from pelaporan.models import KewajibanLaporan
from pelaporan.services import bundel, kewajiban, laporan, laporan_mitra, putusan
from pengawasan.domain.tim import KURSI
from pengawasan.enums import (
    JenisBeritaAcara,
    JenisKegiatan,
    Metode,
    StatusRekomendasi,
    UnsurHadirin,
    WakilPenandaTangan,
)
from pengawasan.models import Jadwal, Rekomendasi
from pengawasan.services import (
    berita_acara,
    jadwal,
    kegiatan,
    matrik,
    rapat,
    surat_tugas,
    tindak_lanjut,
)

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah, PerangkatDaerah
    from pelaporan.models import Laporan
    from pengawasan.models import Kegiatan


@dataclass
class Pelaku:
    """Who acts: the demo accounts, and the people of this agreement."""

    orang: dict[str, Pengguna]
    pd: Pengguna
    mitra: Pengguna
    unit: PerangkatDaerah
    penanda: str


def rencanakan(naskah: Naskah, pelaku: Pelaku, tanggal: date) -> Kegiatan:
    """The open obligation gets its kegiatan."""
    with pada(tanggal - timedelta(days=21)):
        jadwal.terbitkan(naskah.pk, per=tanggal)
        buka = Jadwal.objects.filter(naskah=naskah).terbuka().order_by("ke").first()
        evaluasi = buka.jenis == JenisKegiatan.EVALUASI
        data: dict[str, Any] = {
            "naskah": naskah,
            "jadwal": buka,
            "jenis": buka.jenis,
            "metode": Metode.FGD if evaluasi else Metode.TINJAU_LOKASI,
            "tanggal_rencana": tanggal,
            "waktu_rencana": time(9),
            "tempat": f"Ruang Rapat Sekretariat Daerah {pelaku.penanda}".strip(),
        }
        return kegiatan.rencanakan(data, oleh=pelaku.orang["staf"])


def tugaskan(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> None:
    """The surat tugas with every fixed seat, and someone of the unit."""
    with pada(tanggal - timedelta(days=10)):
        hari = tanggal - timedelta(days=10)
        anggota = []
        for kursi in KURSI:
            pemangku = PemangkuJabatan.objects.pemangku(kursi.kode, hari)
            anggota.append(
                {
                    "kedudukan": kursi.kedudukan,
                    "pengguna": pemangku.pengguna,
                    "nama": pemangku.pengguna.nama,
                    "jabatan": pemangku.sebutan,
                    "kode_jabatan": kursi.kode,
                }
            )
        anggota.append(
            {
                "kedudukan": "anggota_tidak_tetap",
                "pengguna": pelaku.pd,
                "nama": pelaku.pd.nama,
                "jabatan": f"Staf {pelaku.unit}",
                "kode_jabatan": "",
            }
        )
        surat_tugas.terbitkan(
            kegiatan=[satu.pk], tanggal=hari, anggota=anggota, oleh=pelaku.orang["staf"]
        )


def ajukan_berita_acara(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> int:
    """The unit submits; returns the key."""
    evaluasi = satu.jenis == JenisKegiatan.EVALUASI
    with pada(tanggal + timedelta(days=2)):
        draf = berita_acara.susun(
            satu.pk,
            {
                "jenis": JenisBeritaAcara.RAPAT if evaluasi else JenisBeritaAcara.TINJAU_LOKASI,
                "tanggal_kejadian": tanggal,
                "tempat": f"Lokasi kerja sama {pelaku.penanda}".strip(),
                "lintang": None if evaluasi else "-6.241586",
                "bujur": None if evaluasi else "106.992416",
            },
            baris=_baris_berita_acara(satu, pelaku, tanggal),
            foto=[foto(f"Tinjau lokasi {tanggal:%d-%m-%Y}")],
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
            {"nama": pelaku.pd.nama, "jabatan": "Staf", "instansi": str(pelaku.unit)},
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


def catat_rapat(satu: Kegiatan, pelaku: Pelaku, tanggal: date, *, baris: int) -> None:
    """Daftar hadir, notulensi, elements and matrix of an evaluasi."""
    tim = pelaku.orang["tim"]
    with pada(tanggal + timedelta(days=5)):
        rapat.simpan_hadirin(
            satu.pk,
            [
                _orang(tim.nama, "Kepala Sub Bagian", "Bagian Kerja Sama", UnsurHadirin.TIM),
                _orang(pelaku.pd.nama, "Staf", str(pelaku.unit), UnsurHadirin.PERANGKAT_DAERAH),
                _orang(pelaku.mitra.nama, "Penanggung jawab", "Mitra", UnsurHadirin.MITRA),
            ],
            oleh=tim,
        )
        rapat.simpan_notulensi(
            satu.pk,
            {
                "tanggal": tanggal,
                "mulai": time(9),
                "selesai": time(11, 30),
                "tempat": "Ruang Rapat Sekretariat Daerah",
                "pimpinan": pelaku.orang["kabag"].nama,
                "notulis": tim.nama,
                "agenda": "Evaluasi pelaksanaan hak dan kewajiban.",
                "pembahasan": f"Para pihak membahas capaian dan hambatan. {pelaku.penanda}".strip(),
                "kesimpulan": "Permasalahan dituangkan dalam matrik beserta rekomendasinya.",
            },
            oleh=tim,
        )
        kegiatan.catat_unsur(
            satu.pk,
            alasan_tanpa_tinjau="Lokasi sudah ditinjau pada pemantauan sebelumnya.",
            hasil_wawancara="Pengelola dan penerima manfaat diwawancarai; dokumen diperiksa.",
            oleh=tim,
        )
        for nomor in range(baris):
            _baris(satu, pelaku, nomor)


def _orang(nama: str, jabatan: str, instansi: str, unsur: UnsurHadirin) -> dict[str, str]:
    return {"nama": nama, "jabatan": jabatan, "instansi": instansi, "unsur": unsur}


def _baris(satu: Kegiatan, pelaku: Pelaku, nomor: int, huruf: str = "") -> None:
    pokok = materi(nomor)
    matrik.simpan_baris(
        satu.pk,
        data={
            "dasar": f"Pasal {5 + nomor} {satu.naskah.get_jenis_display()}",
            "materi_evaluasi": pokok.materi,
            "permasalahan": f"{pokok.permasalahan}. {pelaku.penanda}".strip(),
            "solusi": pokok.solusi,
            "tindak_lanjut": pokok.tindak_lanjut,
            "perangkat_daerah": pelaku.unit,
            "keterangan": f"Dibahas dalam FGD {tanggal_indonesia(timezone.localdate())}",
        },
        rekomendasi=[
            {
                "pk": None,
                "jenis": huruf or pokok.huruf,
                "uraian": pokok.tindak_lanjut,
                "tenggat": None,
            }
        ],
        oleh=pelaku.orang["tim"],
    )


def usulkan_pengakhiran(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> None:
    """One more row, with huruf f."""
    with pada(tanggal + timedelta(days=6)):
        _baris(satu, pelaku, 1, huruf="f")


def sampaikan_laporan_mitra(
    naskah: Naskah, pelaku: Pelaku, tanggal: date, *, terima: bool = False, catatan: str = ""
) -> None:
    """The oldest duty still open on the day is fulfilled; with `catatan` it is returned."""
    with pada(tanggal):
        kewajiban.terbitkan(naskah.pk, per=tanggal)
        terbuka = KewajibanLaporan.objects.filter(naskah=naskah, jatuh_tempo__lte=tanggal).terbuka()
        duty = terbuka.order_by("jatuh_tempo").first()
        if duty is None:
            return
        draf = laporan_mitra.mulai(duty.pk, oleh=pelaku.mitra)
        isi = _isi_laporan(draf.isi, pelaku.penanda)
        isi["setoran"] = uang_laporan(naskah, tanggal)
        laporan_mitra.simpan(draf.pk, isi, oleh=pelaku.mitra)
        laporan_mitra.unggah(
            draf.pk, diperiksa=dokumen(f"Lampiran laporan {duty.ke}"), oleh=pelaku.mitra
        )
        laporan_mitra.sampaikan(draf.pk, oleh=pelaku.mitra)
    if terima:
        with pada(tanggal + timedelta(days=3)):
            laporan_mitra.terima(draf.pk, oleh=pelaku.orang["staf"])
    if catatan:
        with pada(tanggal + timedelta(days=1)):
            laporan_mitra.kembalikan(draf.pk, catatan=catatan, oleh=pelaku.orang["staf"])


def _isi_laporan(awal: dict[str, Any], penanda: str) -> dict[str, Any]:
    baris = [
        dict(b, realisasi="Terlaksana sebagian", persen="80", bukti="Terlampir")
        for b in awal.get("kewajiban") or []
    ]
    return {
        "judul": f"Laporan pelaksanaan kerja sama {penanda}".strip(),
        "latar_belakang": "Laporan ini disampaikan setiap enam bulan.",
        "maksud_tujuan": "Menyampaikan perkembangan pelaksanaan.",
        "ruang_lingkup": "Seluruh kewajiban menurut naskah.",
        "perkembangan": f"Kegiatan berjalan, capaian 80 persen. {penanda}".strip(),
        "kewajiban": baris,
        "penerima_manfaat": "Masyarakat sekitar dan pedagang.",
        "hambatan": "Pengadaan bahan terlambat dua pekan.",
        "rencana": "Menyelesaikan sisa pekerjaan pada semester berikutnya.",
    }


def susun_laporan(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> Laporan:
    """The team writes the report."""
    tim = pelaku.orang["tim"]
    with pada(tanggal + timedelta(days=7)):
        draf = laporan.susun(satu.pk, oleh=tim)
        isi = {
            "hasil": f"Kewajiban para pihak pada umumnya terlaksana. {pelaku.penanda}".strip(),
            "kesimpulan": "Kerja sama layak diteruskan dengan perbaikan.",
            "pernyataan_tanpa_laporan": "Mitra belum melapor meskipun sudah diingatkan.",
        }
        return laporan.ubah(draf.pk, isi, oleh=tim)


def kirim_laporan(draf: Laporan, pelaku: Pelaku, tanggal: date) -> None:
    """Sent; the bundle waits for the worker."""
    with pada(tanggal + timedelta(days=9)):
        laporan.kirim(draf.pk, oleh=pelaku.orang["tim"])


def putuskan(draf: Laporan, pelaku: Pelaku, tanggal: date, *, kembalikan: int = 0) -> None:
    """The chair decides on the bundle; the first `kembalikan` recommendations are returned."""
    with pada(tanggal + timedelta(days=12)):
        bundel.kerjakan_antrean()
        siap = draf.bundel.select_related("berkas").latest("versi")
        menunggu = Rekomendasi.objects.milik(draf.kegiatan).filter(
            status=StatusRekomendasi.DIAJUKAN
        )
        kata = "Sebutkan besaran dan tenggat penagihannya."
        pilihan = {
            r.pk: Keputusan(setuju=i >= kembalikan, catatan=kata if i < kembalikan else "")
            for i, r in enumerate(menunggu)
        }
        putusan.putuskan(
            draf.pk,
            sha256_bundel=siap.berkas.sha256,
            keputusan=pilihan,
            oleh=pelaku.orang["ketua"],
        )


def selesaikan_tindak_lanjut(naskah: Naskah, pelaku: Pelaku, tanggal: date, *, tutup: bool) -> None:
    """The first follow-up is reported, and closed by staff."""
    butir = naskah.tindak_lanjut.first()
    if butir is None:
        return
    with pada(tanggal):
        tindak_lanjut.laporkan(
            butir.pk,
            keterangan=f"Surat penagihan sudah dikirim dan dijawab. {pelaku.penanda}".strip(),
            bukti=[dokumen("Bukti tindak lanjut")],
            oleh=pelaku.pd,
        )
    if tutup:
        with pada(tanggal + timedelta(days=2)):
            tindak_lanjut.tutup(
                butir.pk, catatan="Bukti sudah diperiksa.", oleh=pelaku.orang["staf"]
            )
