"""A meeting entered once, printed as five documents: what is there, what is missing, how to print.

Addresses of the printer are named, not imported: it stands above the supervision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.urls import reverse

from pengawasan.enums import JenisBeritaAcara, JenisKegiatan, StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BarisMatrik, BeritaAcara, Kegiatan, Rapat
from pengawasan.permissions import boleh_melihat_matrik, boleh_mencatat_hasil, boleh_merencanakan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna

ADA, BELUM, TIDAK_PERLU = "ada", "belum", "tidak_perlu"
AMBIL_NOMOR = (
    "Undangan mengambil nomor surat dan dikirim kepada tim, Perangkat Daerah, dan mitra. Lanjutkan?"
)


@dataclass(frozen=True)
class BarisDokumen:
    """One of the five. `cetak` is where to post for its PDF, `buka` the page that fills it."""

    nama: str
    keadaan: str
    keterangan: str
    cetak: str = ""
    label_cetak: str = "Cetak PDF"
    konfirmasi: str = ""
    buka: str = ""
    label_buka: str = ""


@dataclass(frozen=True)
class Fakta:
    """What a meeting and one of its kegiatan have left so far."""

    kegiatan: Kegiatan
    rapat: Rapat | None
    hadirin: int
    bertanda_tangan: int
    notulensi: bool
    berita_acara: list[BeritaAcara]
    baris_matrik: int


def lima_dokumen(
    pengguna: Pengguna, kegiatan: Sequence[Kegiatan], rapat: Any
) -> list[tuple[Kegiatan, list[BarisDokumen]]]:
    """For each of these kegiatan of a meeting, which is one of `berdokumen`; in two queries.

    A meeting that was called off is none.
    """
    if not kegiatan:
        return []
    if rapat and rapat.dibatalkan_pada:
        rapat = None
    berita_acara = list(
        BeritaAcara.objects.terlihat_oleh(pengguna)
        .filter(kegiatan__in=kegiatan, jenis=JenisBeritaAcara.RAPAT)
        .order_by("-pk")
    )
    baris = BarisMatrik.objects.filter(matrik__kegiatan__in=kegiatan).order_by()
    matrik = dict(baris.values_list("matrik__kegiatan").annotate(Count("pk")))
    return [
        (
            satu,
            lima(
                pengguna,
                Fakta(
                    kegiatan=satu,
                    rapat=rapat,
                    hadirin=rapat.jumlah_hadirin if rapat else 0,
                    bertanda_tangan=rapat.jumlah_bertanda if rapat else 0,
                    notulensi=hasattr(rapat, "notulensi"),
                    berita_acara=[b for b in berita_acara if b.kegiatan_id == satu.pk],
                    baris_matrik=matrik.get(satu.pk, 0),
                ),
            ),
        )
        for satu in kegiatan
    ]


def lima(pengguna: Pengguna, fakta: Fakta) -> list[BarisDokumen]:
    """The five, in the order in which a meeting leaves them."""
    return [
        _undangan(pengguna, fakta),
        _daftar_hadir(pengguna, fakta),
        _notulensi(pengguna, fakta),
        _berita_acara(fakta),
        _matrik(pengguna, fakta),
    ]


def _undangan(pengguna: Pengguna, fakta: Fakta) -> BarisDokumen:
    rapat, kegiatan = fakta.rapat, fakta.kegiatan
    rencanakan = bool(boleh_merencanakan(pengguna))
    if rapat is None:
        tambah = f"{reverse('pengawasan:rapat-tambah')}?kegiatan={kegiatan.pk}"
        buka = tambah if rencanakan else ""
        return BarisDokumen(
            "Undangan", BELUM, "Belum ada rapat.", buka=buka, label_buka="Adakan rapat"
        )
    terbit = rapat.nomor_undangan is not None
    berlaku = terbit and rapat.urutan_undangan == rapat.urutan_kalender
    keterangan = f"Nomor {rapat.nomor_undangan}." if terbit else _kurang_undangan(rapat, kegiatan)
    if terbit and not berlaku:
        keterangan += " Rapat diubah sesudahnya; terbitkan lagi."
    cetak, label, konfirmasi = "", "Cetak PDF", ""
    if rencanakan and kegiatan.status == StatusKegiatan.DITUGASKAN and rapat.mulai:
        cetak = _terbit("undangan_rapat", rapat.pk)
        if not berlaku:
            label, konfirmasi = "Terbitkan undangan", AMBIL_NOMOR
    elif terbit:
        cetak = _terbit("salinan_undangan", kegiatan.pk)
    keadaan = ADA if berlaku else BELUM
    return BarisDokumen("Undangan", keadaan, keterangan, cetak, label, konfirmasi)


def _kurang_undangan(rapat: Rapat, kegiatan: Kegiatan) -> str:
    if rapat.mulai is None or not rapat.tempat:
        return "Isi pukul dan tempat rapat lebih dahulu."
    if kegiatan.status == StatusKegiatan.DIRENCANAKAN:
        return "Diterbitkan setelah surat tugas."
    return "Belum diterbitkan."


def _daftar_hadir(pengguna: Pengguna, fakta: Fakta) -> BarisDokumen:
    if not fakta.hadirin:
        return _belum(pengguna, fakta, "Daftar hadir", "Belum ada orang.", "hadirin-ubah")
    keterangan = f"{fakta.hadirin} orang, {fakta.bertanda_tangan} bertanda tangan pada layar."
    cetak = _terbit("daftar_hadir", fakta.kegiatan.pk)
    return BarisDokumen("Daftar hadir", ADA, keterangan, cetak)


def _notulensi(pengguna: Pengguna, fakta: Fakta) -> BarisDokumen:
    if not fakta.notulensi:
        return _belum(pengguna, fakta, "Notulensi", "Belum ditulis.", "notulensi-ubah")
    cetak = _terbit("notulensi", fakta.kegiatan.pk)
    return BarisDokumen("Notulensi", ADA, "Sudah ditulis.", cetak)


def _berita_acara(fakta: Fakta) -> BarisDokumen:
    """The verified one; else the newest that one may see."""
    sah = [b for b in fakta.berita_acara if b.status == StatusBeritaAcara.DIVERIFIKASI]
    if sah:
        cetak = _terbit("berita_acara", sah[0].pk)
        return BarisDokumen("Berita acara", ADA, "Sudah diverifikasi.", cetak)
    if fakta.berita_acara:
        satu = fakta.berita_acara[0]
        keterangan = f"{satu.get_status_display()}; dicetak setelah diverifikasi."
        buka = satu.get_absolute_url()
        return BarisDokumen("Berita acara", BELUM, keterangan, buka=buka, label_buka="Buka")
    return BarisDokumen(
        "Berita acara", BELUM, "Belum ada berita acara rapat dari perangkat daerah."
    )


def _matrik(pengguna: Pengguna, fakta: Fakta) -> BarisDokumen:
    nama, kegiatan = "Matrik", fakta.kegiatan
    if kegiatan.jenis != JenisKegiatan.EVALUASI:
        tak_perlu = "Hanya untuk evaluasi (Pasal 6 ayat (6))."
        return BarisDokumen(nama, TIDAK_PERLU, tak_perlu)
    if not (lihat := boleh_melihat_matrik(pengguna, kegiatan)):
        return BarisDokumen(nama, BELUM, lihat.alasan)
    if fakta.baris_matrik:
        cetak = _terbit("matrik", kegiatan.pk)
        return BarisDokumen(nama, ADA, f"{fakta.baris_matrik} baris.", cetak)
    buka = reverse("pengawasan:matrik-rincian", args=[kegiatan.pk])
    return BarisDokumen(nama, BELUM, "Belum diisi.", buka=buka, label_buka="Buka matrik")


def _belum(
    pengguna: Pengguna, fakta: Fakta, nama: str, keterangan: str, halaman: str
) -> BarisDokumen:
    buka = ""
    status = fakta.kegiatan.status
    if boleh_mencatat_hasil(pengguna) and status in (
        StatusKegiatan.DITUGASKAN,
        StatusKegiatan.DILAKSANAKAN,
    ):
        buka = reverse(f"pengawasan:{halaman}", args=[fakta.kegiatan.pk])
    return BarisDokumen(nama, BELUM, keterangan, buka=buka, label_buka="Isi")


def _terbit(jenis: str, pk: int) -> str:
    return reverse("pelaporan:dokumen-terbitkan", args=[jenis, pk])
