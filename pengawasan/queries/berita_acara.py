"""What the page of one berita acara shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.putusan import Putusan, semua
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.berita_acara import klaim_lama, periksa, periksa_ubah
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import (
    AksiBeritaAcara,
    JenisBeritaAcara,
    Metode,
    StatusBeritaAcara,
    StatusKegiatan,
)
from pengawasan.models import BeritaAcara, Kebijakan
from pengawasan.permissions import boleh_memverifikasi, boleh_mengubah_berita_acara

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.models import Kegiatan

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
        "foto": [f.berkas.sha256 for f in b.foto.select_related("berkas")],
    }


def alasan_terakhir(berita_acara: BeritaAcara) -> dict[str, str]:
    """Per field, why the last round was returned."""
    if berita_acara.status != StatusBeritaAcara.DIKEMBALIKAN:
        return {}
    putaran = berita_acara.putaran.first()
    return putaran.alasan if putaran else {}


def _angka(nilai: Any) -> str:
    return "–" if nilai is None else str(nilai).replace(".", ",")


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
        .prefetch_related(
            "foto__berkas",
            "temuan__butir",
            "angka__butir",
            "kesepakatan",
            "penanda_tangan",
            "putaran__diajukan_oleh",
            "putaran__diperiksa_oleh",
        )
    )


def unit_penyusun(pengguna: Pengguna, kegiatan: Kegiatan) -> QuerySet[PerangkatDaerah]:
    """The units of the naskah that the person belongs to today."""
    anggota = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
    return PerangkatDaerah.objects.filter(
        keterlibatan__naskah=kegiatan.naskah_id, pk__in=anggota.values("perangkat_daerah")
    )


def awal(pengguna: Pengguna, kegiatan: Kegiatan, unit: QuerySet[PerangkatDaerah]) -> dict[str, Any]:
    """What a new one begins with."""
    lokasi = kegiatan.metode == Metode.TINJAU_LOKASI
    jenis = JenisBeritaAcara.TINJAU_LOKASI if lokasi else JenisBeritaAcara.RAPAT
    return {
        "jenis": jenis,
        "tempat": kegiatan.tempat,
    }


def baris_awal(
    pengguna: Pengguna, unit: QuerySet[PerangkatDaerah]
) -> dict[str, list[dict[str, Any]]]:
    """The rows a new one begins with: whoever writes signs for the unit."""
    return {"penanda_tangan": [{"nama": str(pengguna), "instansi": str(u)} for u in unit[:1]]}


def cuplikan_berlabel(berita_acara: BeritaAcara) -> list[tuple[str, str]]:
    """What is saved, by the label of each field."""
    return [
        (nama.replace("_", " ").capitalize(), "\n".join(isi) if isinstance(isi, list) else isi)
        for nama, isi in cuplikan_isi(berita_acara).items()
        if nama != "foto"
    ]


@dataclass(frozen=True)
class Tanda:
    """Whether the claimed date lies long before its receipt, and how long."""

    hari: int
    ambang: int
    lama: bool


def tanda_klaim(berita_acara: BeritaAcara) -> Tanda | None:
    """The claim against the receipt, under the policy of the day of receipt; None for a draft."""
    if berita_acara.diterima_pada is None:
        return None
    diterima = timezone.localdate(berita_acara.diterima_pada)
    kebijakan = Kebijakan.objects.berlaku_pada(diterima)
    ambang = kebijakan.ambang_klaim_lama if kebijakan else AMBANG_KLAIM_LAMA
    kejadian = berita_acara.tanggal_kejadian
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
