"""What the page of a mitra or a unit, and of the parties of a naskah, shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, DateField, IntegerField, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from inti.halaman import HalamanKunci, Urutan, halaman
from inti.models import JejakAudit
from kerjasama.models import (
    Keanggotaan,
    Mitra,
    Narahubung,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
)

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah
    from kerjasama.models.mitra import MitraQuerySet
    from kerjasama.models.naskah import NaskahQuerySet

NASKAH_TERBANYAK = 100
NASKAH_SEHALAMAN = 25
TERBARU = Urutan("tanggal_ttd", DateField(), kosong=True, turun=True)
RIWAYAT_TERBANYAK = 30


def naskah_terlihat(objek: Mitra | PerangkatDaerah, pengguna: Pengguna) -> list[Naskah]:
    """Its naskah, of those the person may see; the newest hundred."""
    return list(_milik(objek, pengguna)[:NASKAH_TERBANYAK])


def halaman_naskah(
    objek: Mitra | PerangkatDaerah, pengguna: Pengguna, *, setelah: str = "", sebelum: str = ""
) -> HalamanKunci:
    """The same, all of them page after page, the newest first."""
    milik = _milik(objek, pengguna)
    return halaman(milik, TERBARU, banyak=NASKAH_SEHALAMAN, setelah=setelah, sebelum=sebelum)


def _milik(objek: Mitra | PerangkatDaerah, pengguna: Pengguna) -> NaskahQuerySet:
    """Of a mitra those in which it is a party today."""
    punya = objek.pihak.aktif() if isinstance(objek, Mitra) else objek.keterlibatan.all()
    milik = Naskah.objects.filter(pk__in=punya.order_by().values_list("naskah", flat=True))
    return milik.terlihat_oleh(pengguna)


def jumlah_naskah_lama(mitra: Mitra, pengguna: Pengguna) -> int:
    """How many naskah the person may see that the mitra has left by an addendum."""
    lama = Naskah.objects.filter(pk__in=mitra.pihak.keluar().order_by().values("naskah"))
    return lama.terlihat_oleh(pengguna).count()


def akses(objek: Mitra | PerangkatDaerah) -> QuerySet[Keanggotaan]:
    """Who has, will have or had access: what is open first, then by beginning."""
    hari_ini = timezone.localdate()
    masih = Q(selesai=None) | Q(selesai__gte=hari_ini)
    semua: QuerySet[Keanggotaan] = objek.keanggotaan.select_related("pengguna")
    return semua.annotate(terbuka=masih).order_by("-terbuka", "-mulai", "pk")


def rekan(pengguna: Pengguna) -> QuerySet[Keanggotaan]:
    """Everybody who has access today to a mitra that the person belongs to."""
    mitra = pengguna.keanggotaan.aktif().exclude(mitra=None).values("mitra")
    semua = Keanggotaan.objects.aktif().filter(mitra__in=mitra)
    return semua.select_related("pengguna", "mitra").order_by("mitra__nama", "pk")


def riwayat(objek: Mitra | PerangkatDaerah, gabungan: list[Mitra]) -> QuerySet[JejakAudit]:
    """The lines about it, and about the twins that were merged into it."""
    jenis = objek._meta.label_lower
    kunci = [objek.pk, *(m.pk for m in gabungan)]
    baris = JejakAudit.objects.filter(objek_jenis=jenis, objek_id__in=kunci)
    return baris.order_by("-pk")[:RIWAYAT_TERBANYAK]


@dataclass(frozen=True)
class PihakTampil:
    """One party of a naskah with the people one calls, and the name on the paper if another."""

    pihak: ParaPihak
    nama_tertulis: str
    narahubung: list[Narahubung]
    pengguna: list[Pengguna]

    @property
    def sebutan_narahubung(self) -> str:
        """All of them on one line, for a document."""
        orang = ([o.nama, o.jabatan, o.telepon, o.surel] for o in self.narahubung)
        return "; ".join(", ".join(t for t in satu if t) for satu in orang)


def pihak_naskah(naskah: Naskah) -> list[PihakTampil]:
    """The parties in order, in a constant number of queries."""
    aktif = Prefetch(
        "mitra__keanggotaan",
        Keanggotaan.objects.aktif().select_related("pengguna").order_by("pengguna__nama"),
        to_attr="anggota_kini",
    )
    semua = ParaPihak.objects.filter(naskah=naskah).select_related("mitra")
    semua = semua.prefetch_related("mitra__riwayat_nama", aktif)
    milik = Q(pihak__naskah=naskah) | Q(mitra__in=naskah.pihak.values("mitra"))
    orang = list(Narahubung.objects.filter(milik))
    return [_pihak(p, orang, naskah.tanggal_ttd) for p in semua]


def _pihak(pihak: ParaPihak, orang: list[Narahubung], tanggal: date | None) -> PihakTampil:
    """For this naskah first, then those of the mitra."""
    mitra: Any = pihak.mitra
    tertulis = mitra.nama_pada(tanggal)
    sendiri = [o for o in orang if o.pihak_id == pihak.pk]
    return PihakTampil(
        pihak,
        nama_tertulis="" if tertulis == mitra.nama else tertulis,
        narahubung=[*sendiri, *(o for o in orang if o.mitra_id == mitra.pk)],
        pengguna=[a.pengguna for a in mitra.anggota_kini],
    )


def mitra_pilihan(naskah: Naskah, tetap: Mitra | None) -> MitraQuerySet:
    """The parties of today, of which a row may name one; and whom it names already."""
    kini = Q(pk__in=naskah.pihak.aktif().values("mitra"))
    return Mitra.objects.filter(kini | Q(pk=tetap.pk) if tetap else kini).order_by("nama")


def unit_naskah(naskah: Naskah) -> list[tuple[NaskahPerangkatDaerah, str]]:
    """The units with their part, and the name on the paper if it was another."""
    semua = NaskahPerangkatDaerah.objects.filter(naskah=naskah).select_related("perangkat_daerah")
    hasil = []
    for satu in semua.prefetch_related("perangkat_daerah__riwayat_nama").order_by("peran", "pk"):
        unit = satu.perangkat_daerah
        tertulis = unit.nama_pada(naskah.tanggal_ttd)
        hasil.append((satu, "" if tertulis == unit.nama else tertulis))
    return hasil


def dengan_jumlah_naskah(mitra: MitraQuerySet) -> MitraQuerySet:
    """With the number of naskah in which it is a party today, for the rows that are read."""
    milik = ParaPihak.objects.aktif().filter(mitra=OuterRef("pk")).order_by().values("mitra")
    jumlah = Subquery(milik.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    return mitra.annotate(jumlah_naskah=Coalesce(jumlah, 0))
