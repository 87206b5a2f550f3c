"""What the gate judges, and the snapshot: every fact that a report prints, as plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia, terbilang
from inti.models import JejakAudit, PemangkuJabatan, Pemerintah
from kerjasama.models import ParaPihak
from pelaporan.domain.kelengkapan import Bahan
from pelaporan.domain.naskah_laporan import BahanNaskah
from pelaporan.models import KewajibanLaporan, PutaranLaporan
from pelaporan.queries import keaslian
from pelaporan.queries.bahan_lampiran import lampiran, matrik_kegiatan, terverifikasi
from pengawasan.enums import JenisBeritaAcara, JenisKegiatan, JenisRekomendasi, StatusBeritaAcara
from pengawasan.models import AnggotaTim, BeritaAcara, HasilAnalisa, Kegiatan, Notulensi
from pengawasan.queries.berita_acara import teks
from pengawasan.queries.matrik import baris_kurang

if TYPE_CHECKING:
    from kerjasama.models import Naskah
    from pelaporan.models import Laporan

KETUA_TIM = "kabag-kerja-sama"
KETUA_TKKSD = "sekda"


# --- The gate of Pasal 10 -----------------------------------------------------------------


def bahan_kelengkapan(laporan: Laporan) -> Bahan:
    """What the gate of Pasal 10 judges, in three queries."""
    hasil = _hasil(laporan.kegiatan_id)
    return Bahan(
        mitra_tanpa_laporan=[
            f"{p.mitra.nama} ({p.tertunggak})" if p.pernah else p.mitra.nama
            for p in pihak_tanpa_laporan(hasil)
        ],
        pernyataan=laporan.pernyataan_tanpa_laporan,
        ba_rapat=hasil.ba_rapat,
        ba_tinjau=hasil.ba_tinjau,
        alasan_tanpa_tinjau=laporan.alasan_tanpa_tinjau or hasil.alasan_tanpa_tinjau,
        hadirin=hasil.jumlah_hadirin,
        notulensi=hasil.ada_notulensi,
        baris_matrik=hasil.jumlah_baris,
        baris_kurang=baris_kurang(laporan.kegiatan_id),
        hasil_wawancara=hasil.hasil_wawancara,
    )


def _hasil(kegiatan_pk: int) -> Any:
    """The kegiatan with what was recorded for it, counted by the database."""
    verifikasi = BeritaAcara.objects.filter(
        kegiatan=OuterRef("pk"), status=StatusBeritaAcara.DIVERIFIKASI
    )
    return Kegiatan.objects.annotate(
        ba_rapat=Exists(verifikasi.filter(jenis=JenisBeritaAcara.RAPAT)),
        ba_tinjau=Exists(verifikasi.filter(jenis=JenisBeritaAcara.TINJAU_LOKASI)),
        ada_notulensi=Exists(Notulensi.objects.filter(rapat__kegiatan=OuterRef("pk"))),
        jumlah_hadirin=Count("rapat__hadirin", distinct=True),
        jumlah_baris=Count("matrik__baris", distinct=True),
    ).get(pk=kegiatan_pk)


def pihak_tanpa_laporan(kegiatan: Kegiatan) -> list[Any]:
    """The partners whose report cannot be attached (Pasal 10 huruf a).

    A partner has reported when it submitted anything, unless a later duty was already past its
    grace on the day of the event and still has no submission. A returned report was submitted.
    Each row carries `tertunggak` (the report that is missing) and `pernah` (any report at all).
    """
    disampaikan = PutaranLaporan.objects.filter(
        laporan__kewajiban__naskah=kegiatan.naskah_id,
        laporan__kewajiban__mitra=OuterRef("mitra"),
    )
    pihak = ParaPihak.objects.filter(naskah=kegiatan.naskah_id).annotate(
        tertunggak=Subquery(_tertunggak(kegiatan).values("nama")[:1]),
        sejak=Coalesce(Subquery(_tertunggak(kegiatan).values("jatuh_tempo")[:1]), date.min),
        pernah=Exists(disampaikan),
    )
    cukup = disampaikan.filter(laporan__kewajiban__jatuh_tempo__gte=OuterRef("sejak"))
    berhutang = Q(diakhiri_pada=None) | Q(tertunggak__isnull=False)
    return list(pihak.filter(berhutang, ~Exists(cukup)).select_related("mitra").order_by("pk"))


def _tertunggak(kegiatan: Kegiatan) -> Any:
    """Duties of a partner that were overdue on the day of the event; the latest first."""
    batas = Q(batas__lt=kegiatan.tanggal_pelaksanaan) if kegiatan.tanggal_pelaksanaan else Q()
    terbuka = KewajibanLaporan.objects.terbuka().filter(batas, mitra=OuterRef("mitra"))
    nama = Case(
        When(ke=None, then=Value("laporan atas permintaan")),
        default=Concat(Value("laporan ke-"), Cast("ke", CharField())),
        output_field=CharField(),
    )
    milik = terbuka.filter(naskah=kegiatan.naskah_id).annotate(nama=nama)
    return milik.order_by("-jatuh_tempo", "-pk")


def bahan_naskah(kegiatan: Kegiatan) -> BahanNaskah:
    """From what the first wording of a report is made."""
    n, notulensi = kegiatan.naskah, kegiatan.notulensi
    analisa = HasilAnalisa.objects.filter(kegiatan=kegiatan).first()
    ba = list(terverifikasi(kegiatan))
    return BahanNaskah(
        jenis=JenisKegiatan(kegiatan.jenis),
        naskah=f"{n.get_jenis_display()} nomor {n.nomor or '–'}",
        tentang=n.judul,
        mitra=_mitra_pada(n, timezone.localdate()),
        tanggal_ttd=n.tanggal_ttd,
        tanggal=kegiatan.tanggal_pelaksanaan,
        metode=_metode(kegiatan),
        temuan=[teks(b)["temuan"] for b in ba],
        kesepakatan=[teks(b)["kesepakatan"] for b in ba],
        kesimpulan_rapat=notulensi.kesimpulan if notulensi else "",
        kesimpulan_analisa=analisa.kesimpulan if analisa else "",
    )


# --- The snapshot -------------------------------------------------------------------------


def cuplikan(laporan: Laporan, *, kode: str) -> dict[str, Any]:
    """Every fact the bundle prints, and the keys of the files it merges; plain JSON."""
    kegiatan = laporan.kegiatan
    evaluasi = kegiatan.jenis == JenisKegiatan.EVALUASI
    terlampir = lampiran(laporan, pihak_tanpa_laporan(kegiatan))
    kepala = JejakAudit.objects.order_by("-pk").values("pk", "hash").first()
    return {
        "pemerintah": bahan_pemerintah(),
        "kertas": Pemerintah.objects.saat_ini().ukuran_kertas,
        "laporan": _laporan(laporan, jumlah_lampiran=len(terlampir)),
        "kegiatan": _kegiatan(kegiatan, laporan),
        "naskah": bahan_naskah_cetak(kegiatan.naskah, laporan.tanggal),
        "tim": _tim(kegiatan),
        "analisa": _analisa(kegiatan),
        "rekap": _rekap(kegiatan) if evaluasi else [],
        "lampiran": terlampir,
        "kode": kode,
        "alamat": keaslian.alamat(kode),
        "jejak": kepala or {"pk": 0, "hash": ""},
    }


def bahan_pemerintah() -> dict[str, Any]:
    """The government's identity as a letterhead prints it."""
    p = Pemerintah.objects.saat_ini()
    kolom = (
        "nama", "nama_daerah", "tempat", "sekretariat", "unit_kerja_sama", "alamat", "telepon",
        "laman", "surel", "dasar_hukum", "kepala_daerah", "kepala_daerah_lengkap",
    )  # fmt: skip
    return {n: getattr(p, n) for n in kolom} | {"lambang": p.lambang_id}


def _laporan(laporan: Laporan, *, jumlah_lampiran: int) -> dict[str, Any]:
    tanggal = laporan.tanggal
    if tanggal is None:
        msg = "hanya laporan yang dikirim yang dicuplik"
        raise ValueError(msg)
    return {
        "nomor": str(laporan.nomor),
        "tanggal": tanggal_indonesia(tanggal),
        "versi": laporan.versi,
        "jumlah_lampiran": f"{jumlah_lampiran} ({terbilang(jumlah_lampiran)}) berkas",
        "pendahuluan": laporan.pendahuluan,
        "hasil": laporan.hasil,
        "kesimpulan": laporan.kesimpulan,
        "kepada": bahan_pejabat(KETUA_TKKSD, tanggal) | {"selaku": "Ketua TKKSD"},
        "ketua_tim": bahan_pejabat(KETUA_TIM, tanggal),
    }


def bahan_pejabat(kode: str, tanggal: date) -> dict[str, str]:
    """Who holds the seat on the day, possibly as Plt. or Plh.; empty while it is vacant."""
    pemangku = PemangkuJabatan.objects.pemangku(kode, tanggal)
    if pemangku is None:
        return {"nama": "", "nip": "", "jabatan": ""}
    orang = pemangku.pengguna
    return {"nama": orang.nama, "nip": orang.nip, "jabatan": pemangku.sebutan}


def _kegiatan(kegiatan: Kegiatan, laporan: Laporan) -> dict[str, Any]:
    tanggal = kegiatan.tanggal_pelaksanaan
    surat = kegiatan.surat_tugas.tidak_dicabut().select_related("nomor").first()
    return {
        "jenis": kegiatan.get_jenis_display(),
        "evaluasi": kegiatan.jenis == JenisKegiatan.EVALUASI,
        "metode": _metode(kegiatan),
        "sifat": kegiatan.get_sifat_display(),
        "tanggal": hari_tanggal(tanggal) if tanggal else "",
        "tempat": kegiatan.tempat,
        "alasan_tanpa_tinjau": kegiatan.alasan_tanpa_tinjau or laporan.alasan_tanpa_tinjau,
        "hasil_wawancara": kegiatan.hasil_wawancara,
        "surat_tugas": {"nomor": str(surat), "tanggal": tanggal_indonesia(surat.tanggal)}
        if surat
        else None,
        "dasar": kegiatan.jadwal.dasar.get("kalimat", []) if kegiatan.jadwal else [kegiatan.alasan],
    }


def _analisa(kegiatan: Kegiatan) -> dict[str, Any] | None:
    """What the team read out of the mitra's reports (Pasal 6 ayat (2) huruf a)."""
    satu = HasilAnalisa.objects.select_related("dianalisa_oleh").filter(kegiatan=kegiatan).first()
    if satu is None:
        return None
    return {
        "sumber": satu.sebutan,
        "ringkasan": satu.ringkasan,
        "permasalahan": satu.permasalahan,
        "kesimpulan": satu.kesimpulan,
        "oleh": str(satu.dianalisa_oleh),
        "pada": tanggal_indonesia(timezone.localdate(satu.dianalisa_pada)),
    }


def _metode(kegiatan: Kegiatan) -> str:
    """As it stands inside a sentence."""
    nama = str(kegiatan.get_metode_display())
    return nama[:1].lower() + nama[1:]


def bahan_naskah_cetak(n: Naskah, tanggal: date | None) -> dict[str, Any]:
    """The naskah as a document of the day names it."""
    return {
        "jenis": n.get_jenis_display(),
        "nomor": n.nomor or "tanpa nomor",
        "judul": n.judul,
        "tanggal_ttd": tanggal_indonesia(n.tanggal_ttd) if n.tanggal_ttd else "–",
        "tanggal_berakhir": tanggal_indonesia(n.tanggal_berakhir) if n.tanggal_berakhir else "",
        "mitra": _mitra_pada(n, tanggal),
        "perangkat_daerah": _nama_pada(n.perangkat_daerah, tanggal),
    }


def _mitra_pada(n: Naskah, tanggal: date | None) -> list[str]:
    """The parties on the day, without those that an addendum had ended by then."""
    pihak = n.pihak.pada(tanggal) if tanggal else n.pihak.aktif()
    return _nama_pada(n.mitra.filter(pk__in=pihak.order_by().values("mitra")), tanggal)


def _nama_pada(pihak: Any, tanggal: date | None) -> list[str]:
    """What a document of the day calls them; the name may have changed since."""
    return [p.nama_pada(tanggal) for p in pihak.prefetch_related("riwayat_nama")]


def _tim(kegiatan: Kegiatan) -> list[dict[str, str]]:
    surat = kegiatan.surat_tugas.tidak_dicabut()[:1]
    anggota = AnggotaTim.objects.filter(surat_tugas__in=list(surat)).order_by("urutan")
    return [
        {
            "kedudukan": a.get_kedudukan_display(),
            "nama": a.nama,
            "jabatan": f"{a.keahlian}, {a.jabatan}" if a.keahlian else a.jabatan,
        }
        for a in anggota
    ]


def _rekap(kegiatan: Kegiatan) -> list[dict[str, Any]]:
    """How often each kind is recommended, and in which rows, by letter."""
    baris: dict[str, list[int]] = {}
    for satu in matrik_kegiatan(kegiatan):
        for rekomendasi in satu.rekomendasi.all():
            baris.setdefault(rekomendasi.jenis, []).append(satu.urutan)
    return [
        {
            "huruf": "–" if jenis == JenisRekomendasi.LAINNYA else jenis.value,
            "nama": jenis.label,
            "jumlah": len(baris[jenis]),
            "baris": ", ".join(str(n) for n in dict.fromkeys(baris[jenis])),
        }
        for jenis in JenisRekomendasi
        if jenis in baris
    ]
