"""What the supervision contributes to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat, kata, lampirkan, surati, tandai
from pengawasan.enums import StatusJadwal
from pengawasan.models import (
    BarisMatrik,
    BeritaAcara,
    Hadirin,
    Jadwal,
    Kegiatan,
    KeputusanRapat,
    Notulensi,
    SuratTugas,
    TindakLanjut,
)
from pengawasan.permissions import boleh_melihat, boleh_melihat_matrik
from pengawasan.queries.berita_acara import teks
from pengawasan.queries.rapat import kata_keputusan

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah


def isi_pengawasan(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Obligations, events and their papers, as far as the supervision's pages show them."""
    isi = Isi()
    if not boleh_melihat(pengguna):
        return isi
    kegiatan = list(Kegiatan.objects.terlihat_oleh(pengguna).filter(naskah=naskah).order_by("pk"))
    _jadwal(isi, naskah, pengguna)
    _kegiatan(isi, kegiatan)
    _surat_tugas(isi, naskah, pengguna)
    _berita_acara(isi, naskah, pengguna)
    _rapat(isi, kegiatan)
    _matrik(isi, [k for k in kegiatan if boleh_melihat_matrik(pengguna, k)])
    _tindak_lanjut(isi, naskah, pengguna)
    return isi


def _jadwal(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    semua = list(
        Jadwal.objects.terlihat_oleh(pengguna).filter(naskah=naskah).order_by("jatuh_tempo", "pk")
    )
    isi.tabel(
        "Jadwal",
        ("Giliran", "Jenis", "Jatuh tempo", "Ditunda sampai", "Status", "Alasan", "Dasar"),
        (
            baris(
                j.ke,
                j.get_jenis_display(),
                j.jatuh_tempo,
                j.ditunda_sampai,
                j.get_status_display(),
                j.alasan_status or j.alasan_penundaan,
                " ".join(j.dasar.get("kalimat", [])),
            )
            for j in semua
        ),
    )
    for satu in semua:
        if satu.status != StatusJadwal.DIGANTIKAN:
            uraian = f"{satu.get_jenis_display()} giliran ke-{satu.ke}"
            catat(isi, satu.jatuh_tempo, "Jatuh tempo", uraian, satu)
    tandai(isi, semua)


def _kegiatan(isi: Isi, kegiatan: list[Kegiatan]) -> None:
    isi.tabel(
        "Kegiatan",
        ("Jenis", "Sifat", "Metode", "Rencana", "Dilaksanakan", "Tempat", "Status", "Alasan"),
        (
            baris(
                k.get_jenis_display(),
                k.get_sifat_display(),
                k.get_metode_display(),
                k.tanggal_rencana,
                k.tanggal_pelaksanaan,
                k.tempat,
                k.get_status_display(),
                k.alasan or k.alasan_batal,
            )
            for k in kegiatan
        ),
    )
    for satu in kegiatan:
        jenis = satu.get_jenis_display()
        catat(isi, satu.tanggal_rencana, jenis, f"{jenis} direncanakan", satu)
        catat(isi, satu.tanggal_pelaksanaan, jenis, f"{jenis} dilaksanakan", satu)
    tandai(isi, kegiatan)


def _surat_tugas(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    """Of this naskah only: a letter may name others as well."""
    terlihat = SuratTugas.objects.terlihat_oleh(pengguna).filter(kegiatan__naskah=naskah)
    semua = list(
        terlihat.distinct()
        .order_by("pk")
        .select_related("nomor")
        .prefetch_related("anggota", "pengecualian")
    )
    isi.tabel(
        "Surat tugas",
        ("Nomor", "Tanggal", "Penanda tangan", "Tim", "Kedudukan kosong", "Status"),
        (
            baris(
                s,
                s.tanggal,
                f"{s.penanda_tangan}, {s.jabatan_penanda_tangan}",
                "; ".join(f"{a} – {a.jabatan}" for a in s.anggota.all()),
                " ".join(str(p) for p in s.pengecualian.all()),
                s.get_status_display(),
            )
            for s in semua
        ),
    )
    for satu in semua:
        surati(isi, satu.nomor, satu)
    tandai(isi, semua)


def _berita_acara(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = BeritaAcara.objects.terlihat_oleh(pengguna).filter(kegiatan__naskah=naskah)
    semua = list(
        terlihat.order_by("pk")
        .select_related("nomor", "perangkat_daerah")
        .prefetch_related("foto__berkas", "temuan", "kesepakatan", "penanda_tangan")
    )
    isi.tabel(
        "Berita acara",
        (
            "Jenis",
            "Nomor",
            "Perangkat Daerah",
            "Kejadian",
            "Diterima",
            "Diverifikasi",
            "Status",
            "Tempat",
            "Hasil yang ditemukan",
            "Kesepakatan",
            "Penanda tangan",
            "Catatan",
        ),
        (
            baris(
                b.get_jenis_display(),
                b.nomor,
                b.perangkat_daerah,
                b.tanggal_kejadian,
                b.diterima_pada,
                b.diverifikasi_pada,
                b.get_status_display(),
                b.tempat,
                *teks(b).values(),
                b.catatan_verifikasi,
            )
            for b in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.tanggal_kejadian, "Berita acara", f"{satu}: tanggal kejadian", satu)
        catat(isi, satu.diterima_pada, "Berita acara", f"{satu} diterima", satu)
        catat(isi, satu.diverifikasi_pada, "Berita acara", f"{satu} diverifikasi", satu)
        surati(isi, satu.nomor, satu)
        for foto in satu.foto.all():
            lampirkan(isi, foto.berkas, f"Foto {satu}: {kata(foto.keterangan)}", foto)
    tandai(isi, semua)


def _rapat(isi: Isi, kegiatan: list[Kegiatan]) -> None:
    rapat = {k.rapat_id for k in kegiatan if k.rapat_id}
    notulensi = Notulensi.objects.filter(rapat__in=rapat).order_by("pk")
    hadirin = Hadirin.objects.filter(rapat__in=rapat).order_by("rapat", "urutan", "pk")
    nama = {
        pk: "; ".join(
            f"{k.get_jenis_display()} {kata(k.tanggal_rencana)}"
            for k in kegiatan
            if k.rapat_id == pk
        )
        for pk in rapat
    }
    isi.tabel(
        "Daftar hadir",
        ("Kegiatan", "Nama", "Jabatan", "Instansi", "Unsur"),
        (
            baris(nama[h.rapat_id], h.nama, h.jabatan, h.instansi, h.get_unsur_display())
            for h in hadirin
        ),
    )
    semua = list(notulensi)
    putusan = _keputusan(semua, kegiatan)
    isi.tabel(
        "Notulensi",
        (
            "Kegiatan",
            "Tanggal",
            "Tempat",
            "Pimpinan",
            "Agenda",
            "Pembahasan",
            "Kesimpulan",
            "Keputusan",
        ),
        (
            baris(
                nama[n.rapat_id],
                n.tanggal,
                n.tempat,
                n.pimpinan,
                n.agenda,
                n.pembahasan,
                n.kesimpulan,
                "\n".join(putusan.get(n.pk, ())),
            )
            for n in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.tanggal, "Rapat", f"Rapat {nama[satu.rapat_id]}", satu)


def _keputusan(notulensi: list[Notulensi], kegiatan: list[Kegiatan]) -> dict[int, list[str]]:
    """Key of the minutes -> what was decided about these kegiatan or about all."""
    semua = KeputusanRapat.objects.filter(notulensi__in=notulensi).menyangkut(kegiatan)
    hasil: dict[int, list[str]] = {}
    for satu in semua.select_related("perangkat_daerah", "mitra"):
        hasil.setdefault(satu.notulensi_id, []).append(kata_keputusan(satu))
    return hasil


def _matrik(isi: Isi, kegiatan: list[Kegiatan]) -> None:
    semua = list(
        BarisMatrik.objects.filter(matrik__kegiatan__in=kegiatan)
        .order_by("matrik", "urutan")
        .select_related("perangkat_daerah")
        .prefetch_related("rekomendasi")
    )
    isi.tabel(
        "Matrik hasil evaluasi",
        (
            "Dasar",
            "Materi evaluasi",
            "Permasalahan",
            "Solusi",
            "Tindak lanjut",
            "Penanggung jawab",
            "Keterangan",
            "Rekomendasi",
        ),
        (
            baris(
                b.dasar,
                b.materi_evaluasi,
                b.permasalahan,
                b.solusi,
                b.tindak_lanjut,
                b.perangkat_daerah,
                b.keterangan,
                "; ".join(
                    f"{r}. {r.get_jenis_display()} ({r.get_status_display()}) {r.uraian}".strip()
                    for r in b.rekomendasi.all()
                ),
            )
            for b in semua
        ),
    )
    rekomendasi = [r for b in semua for r in b.rekomendasi.all()]
    for r in rekomendasi:
        putusan = f"{r}. {r.get_jenis_display()}: {r.get_status_display()}"
        catat(isi, r.diputuskan_pada, "Putusan Ketua TKKSD", putusan, r)
        catat(isi, r.walikota_pada, "Putusan kepala daerah", putusan, r)
    tandai(isi, rekomendasi)


def _tindak_lanjut(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    terlihat = TindakLanjut.objects.terlihat_oleh(pengguna).filter(naskah=naskah)
    semua = list(
        terlihat.order_by("pk").select_related("perangkat_daerah").prefetch_related("bukti__berkas")
    )
    isi.tabel(
        "Tindak lanjut",
        (
            "Uraian",
            "Penanggung jawab",
            "Tenggat",
            "Status",
            "Pelaksanaan",
            "Dilaporkan",
            "Catatan",
            "Ditutup",
        ),
        (
            baris(
                t.uraian,
                t.perangkat_daerah,
                t.tenggat,
                t.get_status_display(),
                t.keterangan_pelaksanaan,
                t.dilaporkan_pada,
                t.catatan_penutup,
                t.ditutup_pada,
            )
            for t in semua
        ),
    )
    for satu in semua:
        catat(isi, satu.dibuat_pada, "Tindak lanjut", f"Ditetapkan: {satu}", satu)
        catat(isi, satu.tenggat, "Tindak lanjut", f"Tenggat: {satu}", satu)
        catat(isi, satu.dilaporkan_pada, "Tindak lanjut", f"Dilaporkan selesai: {satu}", satu)
        catat(isi, satu.ditutup_pada, "Tindak lanjut", f"Ditutup: {satu}", satu)
        for bukti in satu.bukti.all():
            lampirkan(isi, bukti.berkas, f"Bukti tindak lanjut: {satu}", bukti)
    tandai(isi, semua)
