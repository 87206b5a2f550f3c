"""What the year left behind, counted from the rows themselves."""

from collections import Counter

from django.db.models import Count

from inti.models import NomorSurat, Notifikasi, UrutanSurat
from pelaporan.enums import JenisDokumen, StatusBundel, StatusDokumen
from pelaporan.models import Bundel, Dokumen, KewajibanLaporan, Laporan
from pengawasan.models import Jadwal, Kegiatan, SuratTeguran, SuratTugas, TindakLanjut

SELESAI = ("dilaporkan", "diputuskan")
TEPAT, TERLAMBAT, LEWAT = "tepat waktu", "terlambat", "lewat dan belum dikerjakan"
BERALASAN, DITUNDA = "ditutup atau digantikan dengan alasan", "ditunda"
AKHIR = (TEPAT, TERLAMBAT, LEWAT, BERALASAN, DITUNDA)


def keadaan_jadwal(sampai):
    """How each obligation that fell due until then ended; what is in no class fails the year."""
    hasil = Counter()
    for satu in Jadwal.objects.filter(jatuh_tempo__lte=sampai).prefetch_related("kegiatan"):
        hasil[_jadwal(satu, sampai)] += 1
    return hasil


def _jadwal(satu, sampai):
    if satu.status in {"ditutup", "digantikan"}:
        return BERALASAN if satu.alasan_status else "tanpa alasan"
    if satu.status == "terlaksana":
        hari = [k.tanggal_pelaksanaan for k in satu.kegiatan.all() if k.tanggal_pelaksanaan]
        return TEPAT if hari and min(hari) <= satu.tenggat else TERLAMBAT
    # One that follows on a late one is not owed yet.
    return LEWAT if satu.status == "menyusul" or satu.tenggat <= sampai else DITUNDA


def keadaan_laporan(sampai):
    """The same for the reports of the mitra."""
    hasil = Counter()
    for satu in KewajibanLaporan.objects.filter(batas__lt=sampai).select_related("laporan"):
        if satu.status == "digantikan":
            hasil[BERALASAN if satu.alasan_status else "tanpa alasan"] += 1
        elif satu.status == "terpenuhi":
            kirim = satu.laporan.riwayat.order_by("ke").first().disampaikan_pada.date()
            hasil[TEPAT if kirim <= satu.batas else TERLAMBAT] += 1
        else:
            hasil[LEWAT] += 1
    return hasil


def keadaan_tindak_lanjut(sampai):
    """Closed by somebody else than who reported, or late and seen to be."""
    hasil = Counter()
    for satu in TindakLanjut.objects.filter(tenggat__lt=sampai):
        if satu.status == "ditutup":
            assert satu.ditutup_oleh_id != satu.dilaporkan_oleh_id
            hasil["ditutup"] += 1
        else:
            hasil[LEWAT] += 1
    return hasil


def belum_tercetak(sejak):
    """Documents that the work since then should have left and that are not there."""
    ada = set(Dokumen.objects.filter(status=StatusDokumen.SIAP).values_list("jenis", "objek_id"))
    kurang = [
        (jenis, objek)
        for jenis, semua in _seharusnya(sejak).items()
        for objek in semua
        if (jenis, objek) not in ada
    ]
    terkirim = Laporan.objects.filter(dikirim_pada__date__gte=sejak)
    siap = Bundel.objects.filter(status=StatusBundel.SIAP).values("laporan")
    return kurang + [
        ("bundel", pk) for pk in terkirim.exclude(pk__in=siap).values_list("pk", flat=True)
    ]


def _seharusnya(sejak):
    surat = SuratTugas.objects.filter(tanggal__gt=sejak)
    selesai = Kegiatan.objects.filter(surat_tugas__in=surat, status__in=SELESAI)
    evaluasi = selesai.filter(jenis="evaluasi").values_list("pk", flat=True)
    return {
        JenisDokumen.SURAT_TUGAS: surat.values_list("pk", flat=True),
        JenisDokumen.UNDANGAN: selesai.values_list("pk", flat=True),
        JenisDokumen.BERITA_ACARA: selesai.filter(berita_acara__status="diverifikasi").values_list(
            "berita_acara", flat=True
        ),
        JenisDokumen.DAFTAR_HADIR: evaluasi,
        JenisDokumen.NOTULENSI: evaluasi,
        JenisDokumen.MATRIK: evaluasi,
        JenisDokumen.SURAT_TEGURAN: SuratTeguran.objects.filter(
            tanggal__gt=sejak, dibatalkan_pada=None
        ).values_list("pk", flat=True),
    }


def celah_nomor():
    """Running numbers of letters that were skipped, by year."""
    return {
        tahun.tahun: hilang
        for tahun in UrutanSurat.objects.all()
        if (
            hilang := set(range(1, tahun.terakhir + 1))
            - set(NomorSurat.objects.filter(tahun=tahun.tahun).values_list("urut", flat=True))
        )
    }


def pesan_janggal():
    """Messages that were not sent, or sent twice for one line of the trail."""
    ganda = Notifikasi.objects.values("jejak", "kepada").annotate(n=Count("pk")).filter(n__gt=1)
    return Notifikasi.objects.exclude(status__in=("terkirim", "tanpa_surel")).count(), ganda.count()
