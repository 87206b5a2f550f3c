"""Who could be on a team, and who is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, prefetch_related_objects

from inti.formats import rangkai
from inti.models import PemangkuJabatan
from kerjasama.models import Keanggotaan, NaskahPerangkatDaerah, PenugasanNaskah
from pengawasan.domain.tim import KODE_KURSI, KURSI, Kursi
from pengawasan.enums import Kedudukan, StatusKegiatan
from pengawasan.models import (
    AnggotaTim,
    BarisMatrik,
    BeritaAcara,
    Hadirin,
    Kegiatan,
    Notulensi,
    SuratTugas,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Pengguna

HASIL = ("berita acara", "daftar hadir", "notulensi", "matrik")
BELUM_TERLAKSANA = (
    StatusKegiatan.DIRENCANAKAN,
    StatusKegiatan.DITUGASKAN,
    StatusKegiatan.DIBATALKAN,
)


@dataclass(frozen=True)
class KursiTerisi:
    """A fixed seat and who holds it on the day, if anyone does."""

    kursi: Kursi
    pemangku: PemangkuJabatan | None

    @property
    def sebutan(self) -> str:
        """`Plt. Kepala Bagian Kerja Sama`, or the seat's legal name while it is empty."""
        return self.pemangku.sebutan if self.pemangku else self.kursi.nama


def kursi_pada(tanggal: date) -> list[KursiTerisi]:
    """The fixed seats of Pasal 8 ayat (2) on the day; a Plt. or Plh. goes before the holder."""
    berlaku = PemangkuJabatan.objects.berlaku_pada(tanggal).filter(
        jabatan__kode__in=KODE_KURSI, pengguna__is_active=True
    )
    pemangku: dict[str, PemangkuJabatan] = {}
    for satu in berlaku.select_related("jabatan", "pengguna").order_by("-sifat", "-mulai", "-pk"):
        pemangku.setdefault(satu.jabatan.kode, satu)
    return [KursiTerisi(k, pemangku.get(k.kode)) for k in KURSI]


def anggota_tetap(tanggal: date) -> list[dict[str, Any]]:
    """The holders of the fixed seats, as services.surat_tugas.terbitkan takes them."""
    return [
        {
            "kedudukan": satu.kursi.kedudukan,
            "pengguna": satu.pemangku.pengguna,
            "nama": satu.pemangku.pengguna.nama,
            "jabatan": satu.sebutan,
            "kode_jabatan": satu.kursi.kode,
        }
        for satu in kursi_pada(tanggal)
        if satu.pemangku
    ]


def orang_naskah(kegiatan: Iterable[Kegiatan], tanggal: date) -> QuerySet[Keanggotaan]:
    """The people of the units of the naskah on the day: anggota tidak tetap come from them."""
    unit = NaskahPerangkatDaerah.objects.filter(naskah__in=[k.naskah_id for k in kegiatan])
    anggota = Keanggotaan.objects.berlaku_pada(tanggal).filter(
        perangkat_daerah__in=unit.values("perangkat_daerah"), pengguna__is_active=True
    )
    return anggota.select_related("pengguna", "perangkat_daerah").order_by("perangkat_daerah")


def penugasan_pada(kegiatan: Iterable[Kegiatan], tanggal: date) -> QuerySet[PenugasanNaskah]:
    """Who is assigned to one of the naskah on the day."""
    aktif = Q(pengguna=None) | Q(pengguna__is_active=True)
    semua = PenugasanNaskah.objects.berlaku_pada(tanggal)
    semua = semua.filter(aktif, naskah__in=[k.naskah_id for k in kegiatan])
    return semua.select_related("pengguna", "perangkat_daerah").order_by("pk")


def usulan_tidak_tetap(kegiatan: Sequence[Kegiatan], tanggal: date) -> list[dict[str, Any]]:
    """Anggota tidak tetap to begin with: who is assigned, then the people of the units; each once.

    Someone without an account is known by the name.
    """
    usulan: dict[Any, dict[str, Any]] = {}
    penugasan, orang = penugasan_pada(kegiatan, tanggal), orang_naskah(kegiatan, tanggal)
    unit = [satu.perangkat_daerah for satu in penugasan]
    unit += [satu.perangkat_daerah for satu in orang if satu.perangkat_daerah]
    prefetch_related_objects(unit, "riwayat_nama")
    for satu in penugasan:
        jabatan = f"{satu.jabatan}, {satu.perangkat_daerah.nama_pada(tanggal)}"
        usulan.setdefault(
            satu.pengguna_id or satu.nama, _tidak_tetap(satu.pengguna, satu.nama, jabatan)
        )
    for a in orang:
        jabatan = f"Unsur {_nama_unit(a, tanggal)}"
        usulan.setdefault(a.pengguna_id, _tidak_tetap(a.pengguna, a.pengguna.nama, jabatan))
    return list(usulan.values())


def _tidak_tetap(pengguna: Pengguna | None, nama: str, jabatan: str) -> dict[str, Any]:
    return {
        "kedudukan": Kedudukan.ANGGOTA_TIDAK_TETAP,
        "pengguna": pengguna,
        "nama": nama,
        "jabatan": jabatan,
    }


def anggota_surat(surat: SuratTugas) -> list[AnggotaTim]:
    """Who is on a letter: its replacement begins with them."""
    return list(surat.anggota.select_related("pengguna"))


def tidak_tetap_surat(anggota: Iterable[AnggotaTim]) -> list[dict[str, Any]]:
    """The anggota tidak tetap among them."""
    tidak_tetap = (a for a in anggota if a.kedudukan == Kedudukan.ANGGOTA_TIDAK_TETAP)
    return [_tidak_tetap(a.pengguna, a.nama, a.jabatan) for a in tidak_tetap]


def tenaga_surat(anggota: Iterable[AnggotaTim]) -> list[int | None]:
    """The keys of the tenaga profesional among them."""
    tenaga = (a for a in anggota if a.kedudukan == Kedudukan.TENAGA_PROFESIONAL)
    return [a.tenaga_profesional_id for a in tenaga]


def _nama_unit(anggota: Keanggotaan, tanggal: date) -> str:
    """What a letter of the day calls the unit."""
    unit = anggota.perangkat_daerah
    return unit.nama_pada(tanggal) if unit else ""


def hasil_kegiatan(kegiatan: Sequence[Kegiatan]) -> list[str]:
    """The kegiatan that have a result already, each with what it has."""
    milik = OuterRef("pk")
    ada = Kegiatan.objects.filter(pk__in=[k.pk for k in kegiatan]).annotate(
        punya_berita_acara=Exists(BeritaAcara.objects.filter(kegiatan=milik)),
        punya_daftar_hadir=Exists(Hadirin.objects.filter(rapat__kegiatan=milik)),
        punya_notulensi=Exists(Notulensi.objects.filter(rapat__kegiatan=milik)),
        punya_matrik=Exists(BarisMatrik.objects.filter(matrik__kegiatan=milik)),
    )
    hasil = []
    for satu in ada.select_related("naskah").order_by("pk"):
        nama = [k for k in HASIL if getattr(satu, f"punya_{k.replace(' ', '_')}")]
        if not nama and satu.status not in BELUM_TERLAKSANA:
            nama = [satu.get_status_display().lower()]
        if nama:
            hasil.append(f"{satu} ({rangkai(nama)})")
    return hasil


def dapat_ditugaskan(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Kegiatan that wait for a surat tugas, nearest first."""
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).filter(status="direncanakan")
    return terlihat.select_related("naskah").order_by("tanggal_rencana", "pk")


@dataclass
class SuratDanTim:
    """A letter with the people it names."""

    surat: SuratTugas
    anggota: list[AnggotaTim] = field(default_factory=list)


def tim_kegiatan(kegiatan: Kegiatan) -> list[SuratDanTim]:
    """The letters of one kegiatan, newest first, in one query and one for their empty seats."""
    baris = AnggotaTim.objects.filter(surat_tugas__kegiatan=kegiatan)
    baris = baris.select_related("surat_tugas__nomor").order_by("-surat_tugas", "urutan")
    hasil: dict[int, SuratDanTim] = {}
    for satu in baris.prefetch_related("surat_tugas__pengecualian"):
        surat = satu.surat_tugas
        hasil.setdefault(surat.pk, SuratDanTim(surat)).anggota.append(satu)
    return list(hasil.values())
