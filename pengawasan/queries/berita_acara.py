"""What the page of one berita acara shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.putusan import Putusan, semua
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.berita_acara import (
    kejadian_terakhir,
    klaim_lama,
    periksa,
    periksa_ubah,
)
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.pemisahan import periksa_penanda
from pengawasan.enums import (
    AksiBeritaAcara,
    JenisBeritaAcara,
    Metode,
    StatusBeritaAcara,
    StatusKegiatan,
)
from pengawasan.models import (
    AngkaBeritaAcara,
    BeritaAcara,
    FotoBeritaAcara,
    Kebijakan,
    PutaranBeritaAcara,
    Temuan,
)
from pengawasan.permissions import boleh_memverifikasi, boleh_mengubah_berita_acara
from pengawasan.queries.fakta import peristiwa_naskah
from pengawasan.queries.rapat import keputusan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.domain.fakta import Peristiwa
    from pengawasan.models import Hadirin, Kegiatan

AMBANG_KLAIM_LAMA = 14
BARIS = ("temuan", "kesepakatan", "penanda_tangan")


def teks(berita_acara: BeritaAcara) -> dict[str, str]:
    """Its rows as plain text, one line each, for paper and files."""
    return {n: "\n".join(map(str, getattr(berita_acara, n).all())) for n in BARIS}


def cuplikan_isi(berita_acara: BeritaAcara) -> dict[str, Any]:
    """All that a person gave, as plain values: what a round keeps and the page compares."""
    b = berita_acara
    koordinat = f"{b.lintang}, {b.bujur}" if b.lintang is not None else ""
    return {
        "tanggal_kejadian": b.tanggal_kejadian.isoformat(),
        "pukul": f"{b.waktu_kejadian:%H.%M}" if b.waktu_kejadian else "",
        "tempat": b.tempat,
        "koordinat": koordinat,
        "temuan": [str(t) for t in b.temuan.all()],
        "angka": [
            f"{a.butir}: tim {_angka(a.nilai_tim)}, mitra {_angka(a.nilai_mitra)} {a.satuan}"
            for a in b.angka.select_related("butir")
        ],
        "kesepakatan": [
            f"{k.uraian} – {k.penanggung_jawab}"
            + (f", paling lambat {tanggal_indonesia(k.tenggat)}" if k.tenggat else "")
            for k in b.kesepakatan.all()
        ],
        "penanda_tangan": [str(p) for p in b.penanda_tangan.all()],
        "foto": [
            f"{f.berkas.sha256} {f.keterangan}".strip() for f in b.foto.select_related("berkas")
        ],
    }


def angka_berdampingan(berita_acara: BeritaAcara) -> list[dict[str, str]]:
    """The figures of both sides as a table prints them, each with its source."""
    return [
        {
            "butir": str(a.butir),
            "tim": _angka(a.nilai_tim, a.satuan),
            "sumber_tim": a.sumber_tim,
            "mitra": _angka(a.nilai_mitra, a.satuan),
            "sumber_mitra": a.sumber_mitra,
        }
        for a in berita_acara.angka.select_related("butir")
    ]


def alasan_terakhir(berita_acara: Any) -> dict[str, str]:
    """Per field, why the last round was returned; one of `untuk_diubah`."""
    if berita_acara.status != StatusBeritaAcara.DIKEMBALIKAN:
        return {}
    return berita_acara.alasan_putaran or {}


def _angka(nilai: Any, satuan: str = "") -> str:
    return "–" if nilai is None else f"{str(nilai).replace('.', ',')} {satuan}".strip()


def rincian(pengguna: Pengguna) -> QuerySet[BeritaAcara]:
    """Berita acara one may see, with what the page shows."""
    return (
        BeritaAcara.objects.terlihat_oleh(pengguna)
        .select_related(
            "kegiatan__naskah",
            "perangkat_daerah",
            "nomor",
            "disusun_oleh",
            "diajukan_oleh",
            "diverifikasi_oleh",
        )
        .annotate(ambang_klaim=Coalesce(_ambang_klaim(), AMBANG_KLAIM_LAMA))
        .prefetch_related(
            Prefetch("foto", FotoBeritaAcara.objects.select_related("berkas")),
            Prefetch("temuan", Temuan.objects.select_related("butir")),
            Prefetch("angka", AngkaBeritaAcara.objects.select_related("butir")),
            "kesepakatan",
            "penanda_tangan",
            Prefetch(
                "putaran",
                PutaranBeritaAcara.objects.select_related("diajukan_oleh", "diperiksa_oleh"),
            ),
        )
    )


def _ambang_klaim() -> Subquery:
    """What the policy of the day of receipt says."""
    saat_diterima = Kebijakan.objects.terbit().filter(
        berlaku_mulai__lte=OuterRef("diterima_pada__date")
    )
    return Subquery(saat_diterima.order_by("-berlaku_mulai").values("ambang_klaim_lama")[:1])


def untuk_diubah(pengguna: Pengguna) -> QuerySet[BeritaAcara]:
    """Berita acara one may see, with what its form needs to know."""
    putaran = PutaranBeritaAcara.objects.filter(berita_acara=OuterRef("pk"))
    return (
        BeritaAcara.objects.terlihat_oleh(pengguna)
        .select_related("kegiatan__naskah", "perangkat_daerah")
        .annotate(alasan_putaran=Subquery(putaran.values("alasan")[:1]))
    )


def terakhir_sebelum(kegiatan: Kegiatan) -> Peristiwa | None:
    """The event that a new claim for this kegiatan must not lie before.

    None once it was carried out: a further berita acara of it moves no anchor.
    """
    if kegiatan.tanggal_pelaksanaan is not None:
        return None
    return kejadian_terakhir(peristiwa_naskah(kegiatan.naskah), selain=kegiatan.pk)


def kejadian_sama(berita_acara: BeritaAcara) -> BeritaAcara | None:
    """Another berita acara of the same unit about the same event: kegiatan, kind and day.

    What the same phone sent before under the same key is no other one.
    """
    sama = BeritaAcara.objects.filter(
        kegiatan=berita_acara.kegiatan_id,
        jenis=berita_acara.jenis,
        perangkat_daerah=berita_acara.perangkat_daerah_id,
        tanggal_kejadian=berita_acara.tanggal_kejadian,
    ).exclude(pk=berita_acara.pk)
    if berita_acara.kunci_kirim:
        sama = sama.exclude(
            disusun_oleh=berita_acara.disusun_oleh_id, kunci_kirim=berita_acara.kunci_kirim
        )
    return sama.select_related("disusun_oleh").order_by("pk").first()


def sebut_kejadian_sama(ada: BeritaAcara) -> str:
    """Who recorded it first and when."""
    pada = timezone.localtime(ada.dibuat_pada)
    return (
        f"{ada.get_jenis_display()} {tanggal_indonesia(ada.tanggal_kejadian)} untuk kegiatan ini "
        f"sudah dicatat lebih dahulu oleh {ada.disusun_oleh}, "
        f"{tanggal_indonesia(pada.date())} pukul {pada:%H.%M} ({ada.get_status_display().lower()})."
    )


def sebut_penjawab(berita_acara: BeritaAcara, aksi: AksiBeritaAcara) -> str:
    """Who answered it before this reviewer did; empty while it waits for an answer."""
    if aksi == AksiBeritaAcara.AJUKAN or berita_acara.status == StatusBeritaAcara.DIAJUKAN:
        return ""
    putaran = berita_acara.putaran.select_related("diperiksa_oleh").first()
    if putaran is None or putaran.diperiksa_pada is None:
        return ""
    pada = timezone.localtime(putaran.diperiksa_pada)
    return (
        f"Berita acara ini sudah {putaran.get_hasil_display().lower()} oleh "
        f"{putaran.diperiksa_oleh}, {tanggal_indonesia(pada.date())} pukul {pada:%H.%M}."
    )


def unit_penyusun(pengguna: Pengguna, kegiatan: Kegiatan) -> QuerySet[PerangkatDaerah]:
    """The units of the naskah that the person belongs to today."""
    anggota = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
    return PerangkatDaerah.objects.filter(
        keterlibatan__naskah=kegiatan.naskah_id, pk__in=anggota.values("perangkat_daerah")
    )


def awal(pengguna: Pengguna, kegiatan: Kegiatan, unit: QuerySet[PerangkatDaerah]) -> dict[str, Any]:
    """What a new one begins with."""
    if kegiatan.metode == Metode.TINJAU_LOKASI:
        return {"jenis": JenisBeritaAcara.TINJAU_LOKASI, "tempat": kegiatan.tempat}
    return {"jenis": JenisBeritaAcara.RAPAT, "tempat": kegiatan.tempat} | _awal_rapat(kegiatan)


def _awal_rapat(kegiatan: Kegiatan) -> dict[str, Any]:
    """Day and place of its meeting, as the minutes have them or as it was planned."""
    rapat = kegiatan.rapat
    if rapat is None or rapat.dibatalkan_pada:
        return {}
    sumber = kegiatan.notulensi or rapat
    tempat = {"tempat": sumber.tempat, "lintang": rapat.lintang, "bujur": rapat.bujur}
    if sumber.tanggal > timezone.localdate():
        return tempat
    return tempat | {"tanggal_kejadian": sumber.tanggal, "waktu_kejadian": sumber.mulai}


def baris_awal(
    pengguna: Pengguna,
    kegiatan: Kegiatan,
    unit: QuerySet[PerangkatDaerah],
    tim: Iterable[tuple[str, str]],
) -> dict[str, list[dict[str, Any]]]:
    """The rows a new one begins with.

    Whoever writes signs for the unit, unless on the team; what the meeting decided is proposed as
    what was agreed.
    """
    nama = str(pengguna) if periksa_penanda(str(pengguna), tim) else ""
    notulensi = kegiatan.notulensi
    putus = keputusan(notulensi, [kegiatan]) if notulensi else ()
    return {
        "penanda_tangan": [{"nama": nama, "instansi": str(u)} for u in unit[:1]],
        "kesepakatan": [
            {"uraian": k.uraian, "penanggung_jawab": k.pihak[:200], "tenggat": k.tenggat}
            for k in putus
        ],
    }


def calon_penanda_tangan(kegiatan: Kegiatan, kecuali: Iterable[str] = ()) -> QuerySet[Hadirin]:
    """Who attended its meeting and could sign; those names are there already."""
    return kegiatan.hadirin.exclude(nama__in=kecuali)


@dataclass(frozen=True)
class Tanda:
    """Whether the claimed date lies long before its receipt, and how long."""

    hari: int
    ambang: int
    lama: bool


def tanda_klaim(berita_acara: Any) -> Tanda | None:
    """The claim of one of `rincian` against the receipt; None for a draft."""
    if berita_acara.diterima_pada is None:
        return None
    diterima = timezone.localdate(berita_acara.diterima_pada)
    ambang, kejadian = berita_acara.ambang_klaim, berita_acara.tanggal_kejadian
    return Tanda(
        hari=(diterima - kejadian).days,
        ambang=ambang,
        lama=klaim_lama(kejadian, diterima=diterima, ambang=ambang),
    )


def tindakan(pengguna: Pengguna, berita_acara: BeritaAcara) -> dict[str, Putusan]:
    """Each action and whether it is possible: first who may, then what the state allows."""
    status = StatusBeritaAcara(berita_acara.status)
    hasil = periksa_hasil(StatusKegiatan(berita_acara.kegiatan.status))
    ubah = boleh_mengubah_berita_acara(pengguna, berita_acara)
    penyusun = (berita_acara.disusun_oleh_id, berita_acara.diajukan_oleh_id)
    verifikasi = periksa(status, AksiBeritaAcara.VERIFIKASI, oleh=pengguna.pk, penyusun=penyusun)
    return {
        "ubah": semua(ubah, periksa_ubah(status), hasil),
        "ajukan": semua(ubah, periksa(status, AksiBeritaAcara.AJUKAN), hasil),
        "verifikasi": semua(boleh_memverifikasi(pengguna), verifikasi, hasil),
        "kembalikan": semua(
            boleh_memverifikasi(pengguna), periksa(status, AksiBeritaAcara.KEMBALIKAN, catatan="-")
        ),
    }
