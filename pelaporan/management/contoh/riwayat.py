"""The history of one demo agreement, step by step, through the same services as real work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan
from pelaporan.domain.putusan import Keputusan
from pelaporan.management.contoh import pertemuan
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.management.contoh.isi import MATERI_HURUF, Materi, materi
from pelaporan.management.contoh.kewajiban import uang_laporan
from pelaporan.management.contoh.waktu import pada
from pelaporan.models import KewajibanLaporan
from pelaporan.queries.bahan import bahan_kelengkapan
from pelaporan.services import bundel, kewajiban, laporan, laporan_mitra, putusan
from pengawasan.domain.tim import KURSI
from pengawasan.enums import (
    JenisKegiatan,
    JenisRekomendasi,
    Metode,
    StatusRekomendasi,
    UnsurHadirin,
)
from pengawasan.models import BarisMatrik, Jadwal, Rekomendasi
from pengawasan.queries.tindak_lanjut import PIHAK
from pengawasan.services import (
    dokumentasi,
    jadwal,
    kegiatan,
    matrik,
    rapat,
    rekomendasi,
    surat_tugas,
    tindak_lanjut,
    usulan_matrik,
)

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Butir, Naskah, PerangkatDaerah
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


def rencanakan(
    naskah: Naskah, pelaku: Pelaku, tanggal: date, *, metode: Metode = Metode.TINJAU_LOKASI
) -> Kegiatan:
    """The open obligation gets its kegiatan; `metode` is that of a pemantauan."""
    with pada(tanggal - timedelta(days=21)):
        jadwal.terbitkan(naskah.pk, per=tanggal)
        buka = Jadwal.objects.filter(naskah=naskah).terbuka().order_by("ke").first()
        evaluasi = buka.jenis == JenisKegiatan.EVALUASI
        data: dict[str, Any] = {
            "naskah": naskah,
            "jadwal": buka,
            "jenis": buka.jenis,
            "metode": Metode.FGD if evaluasi else metode,
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


def catat_rapat(satu: Kegiatan, pelaku: Pelaku, tanggal: date, *, baris: int) -> None:
    """Daftar hadir, notulensi, elements and matrix of an evaluasi."""
    tim, mitra = pelaku.orang["tim"], str(satu.naskah.mitra.first())
    with pada(tanggal + timedelta(days=5)):
        rapat.simpan_hadirin(
            satu.pk,
            [
                _orang(tim.nama, "Kepala Sub Bagian", "Bagian Kerja Sama", UnsurHadirin.TIM),
                _orang(pelaku.pd.nama, "Staf", str(pelaku.unit), UnsurHadirin.PERANGKAT_DAERAH),
                _orang(pelaku.mitra.nama, "Penanggung jawab", mitra, UnsurHadirin.MITRA),
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
            keputusan=pertemuan.keputusan(satu, pelaku.unit, tanggal),
        )
        kegiatan.catat_unsur(
            satu.pk,
            alasan_tanpa_tinjau="Lokasi sudah ditinjau pada pemantauan sebelumnya.",
            hasil_wawancara="Pengelola dan penerima manfaat diwawancarai; dokumen diperiksa.",
            oleh=tim,
        )
        for nomor in range(baris):
            _baris(satu, pelaku, nomor, materi(nomor))


def _orang(nama: str, jabatan: str, instansi: str, unsur: UnsurHadirin) -> dict[str, str]:
    return {"nama": nama, "jabatan": jabatan, "instansi": instansi, "unsur": unsur}


def _baris(satu: Kegiatan, pelaku: Pelaku, nomor: int, pokok: Materi) -> None:
    satu.refresh_from_db(fields=["tanggal_pelaksanaan"])
    diadakan = satu.tanggal_pelaksanaan or satu.tanggal_rencana
    data = {
        "dasar": f"Pasal {5 + nomor} {satu.naskah.get_jenis_display()}",
        "materi_evaluasi": pokok.materi,
        "permasalahan": f"{pokok.permasalahan}. {pelaku.penanda}".strip(),
        "solusi": pokok.solusi,
        "tindak_lanjut": pokok.tindak_lanjut,
        "perangkat_daerah": pelaku.unit,
        "keterangan": f"Dibahas dalam FGD {tanggal_indonesia(diadakan)}",
    }
    saran = [{"pk": None, "jenis": pokok.huruf, "uraian": pokok.tindak_lanjut, "tenggat": None}]
    tim = pelaku.orang["tim"]
    if butir := _butir_belum(satu, pokok.huruf):
        data["materi_evaluasi"] = f"{pokok.materi}: {butir.uraian}"
        asal = {"asal_butir_id": butir.pk}
        usulan_matrik.pakai(satu.pk, asal=asal, data=data, rekomendasi=saran, oleh=tim)
    else:
        matrik.simpan_baris(satu.pk, data=data, rekomendasi=saran, oleh=tim)


def _butir_belum(satu: Kegiatan, huruf: str) -> Butir | None:
    """The item of the ledger that a row of huruf d or e comes from; one row of each side."""
    pihak = PIHAK.get(JenisRekomendasi(huruf))
    milik = satu.naskah.butir.filter(pihak=pihak)
    dipakai = BarisMatrik.objects.filter(matrik__kegiatan=satu, asal_butir__pihak=pihak)
    return None if dipakai.exists() else milik.order_by("urutan", "pk").first()


def usulkan(satu: Kegiatan, pelaku: Pelaku, tanggal: date, huruf: str) -> None:
    """One more row for each of the letters."""
    with pada(tanggal + timedelta(days=6)):
        for nomor, satu_huruf in enumerate(huruf, start=4):
            _baris(satu, pelaku, nomor, MATERI_HURUF[satu_huruf])


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
        }
        if bahan_kelengkapan(draf).mitra_tanpa_laporan:
            isi["pernyataan_tanpa_laporan"] = "Mitra belum melapor meskipun sudah diingatkan."
        return laporan.ubah(draf.pk, isi, oleh=tim)


def kirim_laporan(draf: Laporan, pelaku: Pelaku, tanggal: date) -> None:
    """Stated to be complete, and sent; the bundle is made at once."""
    with pada(tanggal + timedelta(days=9)):
        dokumentasi.dokumentasikan(draf.kegiatan_id, oleh=pelaku.orang["tim"])
        laporan.kirim(draf.pk, oleh=pelaku.orang["tim"])
        bundel.kerjakan_antrean()


def putuskan(draf: Laporan, pelaku: Pelaku, tanggal: date, *, kembalikan: int = 0) -> None:
    """The chair decides on the bundle; the first `kembalikan` recommendations are returned."""
    with pada(tanggal + timedelta(days=12)):
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


def putuskan_walikota(draf: Laporan, pelaku: Pelaku, tanggal: date, huruf: str) -> None:
    """The head of government agrees to that letter; others of his go on waiting."""
    with pada(tanggal + timedelta(days=16)):
        for satu in Rekomendasi.objects.milik(draf.kegiatan).menunggu_walikota():
            if satu.jenis == huruf:
                rekomendasi.putuskan_walikota(satu.pk, setuju=True, oleh=pelaku.orang["walikota"])


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
