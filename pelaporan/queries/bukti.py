"""Proof of diligence of one naskah, out of its own rows; the same for the page and the print."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, OuterRef, Q
from django.utils import timezone

from inti.enums import TIDAK_SAMPAI, StatusKirim
from inti.formats import tanggal_indonesia
from inti.models import Notifikasi
from inti.putusan import BOLEH, Putusan, tolak
from inti.queries.hitung import Hitung
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pelaporan.domain.bukti import Kabar, Surat, Tugas, celah
from pelaporan.enums import JenisDokumen, StatusKewajibanLaporan
from pelaporan.models import Dokumen, KewajibanLaporan, Laporan
from pelaporan.queries.bahan import KETUA_TIM, bahan_naskah_cetak, bahan_pejabat
from pelaporan.queries.sumber_dokumen import Sumber
from pengawasan.enums import StatusBeritaAcara, StatusJadwal
from pengawasan.models import (
    BeritaAcara,
    Jadwal,
    Kegiatan,
    Pengingat,
    SuratTeguran,
    SuratTugas,
    Teguran,
    TindakLanjut,
)
from pengawasan.permissions import boleh_melihat

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

# The last that are shown; older ones stay in the trail and in the berkas lengkap.
KABAR_TERBANYAK = 300
GAGAL = {
    StatusKirim.GAGAL: "pengiriman gagal",
    StatusKirim.DITOLAK: "ditolak server penerima",
    StatusKirim.TANPA_SUREL: "penerima tidak mempunyai surel",
}


@dataclass(frozen=True)
class Bukti:
    """All of it, with its gaps as sentences."""

    tugas: list[Tugas]
    surat: list[Surat]
    kabar: list[Kabar]
    celah: list[str]
    jumlah_kabar: int


def bukti(naskah: Naskah, *, per: date) -> Bukti:
    """What was due, done and sent, in a constant number of statements."""
    pesan = _pesan(naskah)
    diingatkan = Counter((n.jejak.objek_jenis, n.jejak.objek_id) for n in pesan)
    tugas = [*_jadwal(naskah), *_laporan(naskah, diingatkan)]
    tugas.sort(key=lambda t: (t.jatuh_tempo, t.nama))
    surat, kabar = _surat(naskah), [_kabar(n) for n in pesan]
    return Bukti(
        tugas, surat, kabar[:KABAR_TERBANYAK], celah(tugas, surat, kabar, per=per), len(kabar)
    )


def _hari(waktu: datetime | None) -> date | None:
    return timezone.localdate(waktu) if waktu else None


# --- What was due -----------------------------------------------------------------------------


def _jadwal(naskah: Naskah) -> list[Tugas]:
    nyata = (StatusJadwal.TERBUKA, StatusJadwal.TERLAKSANA, StatusJadwal.DITUTUP)
    diingatkan = Hitung(Pengingat.objects.filter(jadwal=OuterRef("pk")).values("pk"))
    semua = Jadwal.objects.filter(naskah=naskah, status__in=nyata)
    masuk = BeritaAcara.objects.filter(kegiatan__jadwal__naskah=naskah).exclude(
        status=StatusBeritaAcara.DRAF
    )
    acara = defaultdict(list)
    for ba in masuk.select_related("kegiatan").order_by(
        "-kegiatan__tanggal_rencana", "-kegiatan", "pk"
    ):
        acara[ba.kegiatan.jadwal_id].append(ba)
    return [_tugas_jadwal(j, acara[j.pk]) for j in semua.annotate(diingatkan=diingatkan)]


def _tugas_jadwal(j: Any, acara: list[BeritaAcara]) -> Tugas:
    verifikasi = [ba for ba in acara if ba.status == StatusBeritaAcara.DIVERIFIKASI]
    satu = next(iter(verifikasi or acara), None)
    dasar = j.dasar.get("kalimat") or [""]
    return Tugas(
        nama=f"{j.get_jenis_display()} giliran ke-{j.ke}",
        dasar=str(dasar[0]),
        jatuh_tempo=j.jatuh_tempo,
        tenggat=j.tenggat,
        kejadian=satu.tanggal_kejadian if satu else None,
        diterima=_hari(satu.diterima_pada) if satu else None,
        diverifikasi=_hari(satu.diverifikasi_pada) if satu else None,
        ditutup=j.alasan_status if j.status == StatusJadwal.DITUTUP else "",
        diingatkan=j.diingatkan,
    )


def _laporan(naskah: Naskah, diingatkan: Counter[tuple[str, int | None]]) -> list[Tugas]:
    diterima = Q(laporan__riwayat__hasil="diterima")
    semua = (
        KewajibanLaporan.objects.filter(naskah=naskah)
        .exclude(status=StatusKewajibanLaporan.DIGANTIKAN)
        .annotate(
            disampaikan=Min("laporan__riwayat__disampaikan_pada"),
            diterima=Max("laporan__riwayat__ditinjau_pada", filter=diterima),
        )
        .select_related("mitra")
    )
    jenis = KewajibanLaporan._meta.label_lower
    return [_tugas_laporan(k, diingatkan[jenis, k.pk]) for k in semua]


def _tugas_laporan(k: Any, diingatkan: int) -> Tugas:
    """The day on which it came is both what happened and when it was received."""
    pertama = _hari(k.disampaikan)
    dasar = k.dasar.get("kalimat") or [""]
    return Tugas(
        nama=f"{k.sebutan} {k.mitra}",
        dasar=str(dasar[0]),
        jatuh_tempo=k.jatuh_tempo,
        tenggat=k.batas,
        kejadian=pertama,
        diterima=pertama,
        diverifikasi=_hari(k.diterima),
        diingatkan=diingatkan,
    )


# --- What was sent ----------------------------------------------------------------------------


def _surat(naskah: Naskah) -> list[Surat]:
    """Letters with a number of the register, oldest first."""
    tugas = SuratTugas.objects.filter(kegiatan__naskah=naskah).distinct().select_related("nomor")
    teguran = SuratTeguran.objects.filter(teguran__naskah=naskah)
    laporan = Laporan.objects.filter(kegiatan__naskah=naskah, nomor__isnull=False)
    hasil = [
        *(
            Surat(str(s), s.tanggal, "surat tugas", "Tim Pengawasan", "dalam aplikasi",
                  batal=s.diakhiri_pada is not None)
            for s in tugas
        ),
        *(_surat_teguran(s) for s in teguran.select_related("nomor", "teguran__mitra")),
        *(
            Surat(str(lap.nomor), lap.tanggal, "laporan", "Ketua TKKSD", "dalam aplikasi")
            for lap in laporan.select_related("nomor")
            if lap.tanggal
        ),
        *(_surat_dokumen(d) for d in _dokumen(naskah)),
    ]  # fmt: skip
    return sorted(hasil, key=lambda s: (s.tanggal, s.nomor))


def _surat_teguran(s: SuratTeguran) -> Surat:
    sampai = ""
    if s.disampaikan_tanggal:
        sampai = f"{s.get_disampaikan_cara_display()}, {tanggal_indonesia(s.disampaikan_tanggal)}"
        if s.disampaikan_kepada:
            sampai += f", diterima {s.disampaikan_kepada}"
    nama, mitra = f"surat peringatan ke-{s.tingkat}", str(s.teguran.mitra)
    return Surat(str(s.nomor), s.tanggal, nama, mitra, sampai, batal=bool(s.dibatalkan_pada))


def _dokumen(naskah: Naskah) -> QuerySet[Dokumen]:
    """Numbered documents of the naskah itself: invitations, requests for a report."""
    undangan = Kegiatan.objects.filter(naskah=naskah).values("pk")
    rapat = Kegiatan.objects.filter(naskah=naskah, rapat__isnull=False).values("rapat")
    permintaan = KewajibanLaporan.objects.filter(naskah=naskah).values("pk")
    milik = (
        Q(jenis=JenisDokumen.UNDANGAN, objek_id__in=undangan)
        | Q(jenis=JenisDokumen.UNDANGAN_RAPAT, objek_id__in=rapat)
        | Q(jenis=JenisDokumen.PERMINTAAN_LAPORAN, objek_id__in=permintaan)
    )
    bernomor = Dokumen.objects.bertanda().filter(milik, nomor__isnull=False)
    return bernomor.select_related("nomor")


def _surat_dokumen(d: Any) -> Surat:
    kepada = d.isi.get("mitra") or "yang diundang"
    return Surat(
        str(d.nomor), d.tanggal, d.get_jenis_display().lower(), str(kepada),
        "dikabarkan melalui aplikasi", batal=d.dibatalkan or d.digantikan,
    )  # fmt: skip


def _pesan(naskah: Naskah) -> list[Notifikasi]:
    """Every notice about what belongs to the naskah, newest first.

    Those of the reports to the chair are the chair's and the team's own affair.
    """
    milik = {
        Naskah: Naskah.objects.filter(pk=naskah.pk),
        Jadwal: Jadwal.objects.filter(naskah=naskah),
        Kegiatan: Kegiatan.objects.filter(naskah=naskah),
        BeritaAcara: BeritaAcara.objects.filter(kegiatan__naskah=naskah),
        TindakLanjut: TindakLanjut.objects.filter(naskah=naskah),
        Teguran: Teguran.objects.filter(naskah=naskah),
        KewajibanLaporan: KewajibanLaporan.objects.filter(naskah=naskah),
        Dokumen: _dokumen(naskah),
    }
    objek = Q()
    for model, baris in milik.items():
        objek |= Q(
            jejak__objek_jenis=model._meta.label_lower,
            jejak__objek_id__in=baris.order_by().values("pk"),
        )
    return list(Notifikasi.objects.filter(objek).select_related("jejak", "kepada").order_by("-pk"))


def _kabar(n: Notifikasi) -> Kabar:
    gagal = GAGAL.get(StatusKirim(n.status), "")
    if n.status in TIDAK_SAMPAI and n.kesalahan:
        gagal = n.kesalahan
    if n.dibaca_pada:
        # Read in the application: it arrived, whatever became of the mail.
        gagal = ""
    return Kabar(
        pada=timezone.localdate(n.dibuat_pada),
        perihal=n.subjek,
        kepada=str(n.kepada),
        keadaan=n.get_status_display(),
        dibaca=_hari(n.dibaca_pada),
        gagal=gagal,
    )


# --- Printed ----------------------------------------------------------------------------------


def _siap(naskah: Naskah) -> Putusan:
    if naskah.status == StatusNaskah.DRAF:
        return tolak("Naskah ini masih draf; belum ada yang diawasi.")
    return BOLEH


def bahan(naskah: Naskah) -> dict[str, Any]:
    """The same as the page, on the day."""
    hari_ini = timezone.localdate()
    isi = bukti(naskah, per=hari_ini)
    return {
        "judul": f"Bukti pengawasan {naskah}",
        "naskah": bahan_naskah_cetak(naskah, hari_ini),
        "tanggal": tanggal_indonesia(hari_ini),
        "tugas": [_kata(asdict(t)) for t in isi.tugas],
        "surat": [_kata(asdict(s)) for s in isi.surat],
        "kabar": [_kata(asdict(k)) for k in isi.kabar],
        "jumlah_kabar": isi.jumlah_kabar,
        "celah": isi.celah,
        "pejabat": bahan_pejabat(KETUA_TIM, hari_ini),
        "lampiran": [],
    }


def _kata(isi: dict[str, Any]) -> dict[str, Any]:
    """Dates in words."""
    return {
        k: tanggal_indonesia(v) if hasattr(v, "year") else ("" if v is None else v)
        for k, v in isi.items()
    }


SUMBER = {
    JenisDokumen.BUKTI_PENGAWASAN: Sumber(
        model=Naskah,
        templat="pelaporan/cetak/dokumen/bukti_pengawasan.html",
        boleh=lambda pengguna, _: boleh_melihat(pengguna),
        siap=_siap,
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan,
    ),
}
