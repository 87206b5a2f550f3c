"""What failed for good and is not tried again of itself: jobs, mail, imports, nightly runs.

Said without a word of what the naskah is about: the administrator reads this too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Value
from django.urls import reverse
from django.utils import timezone

from inti.enums import TIDAK_SAMPAI, JenisSurelAkun, StatusKirim
from inti.formats import ribuan
from inti.models import (
    BerkasRusak,
    CatatanBerkala,
    Kendala,
    KirimanWebhook,
    Notifikasi,
    PermintaanSandi,
    SurelAkun,
)
from inti.models.klaim import GAGAL
from kerjasama.models import Impor
from pelaporan.models import BerkasLengkap, Bundel, Dokumen
from pelaporan.queries.kewajiban import PENYUSUNAN as PENYUSUNAN_KEWAJIBAN
from pelaporan.queries.kewajiban import yang_tiba
from pengawasan.enums import StatusKebijakan
from pengawasan.models import Kebijakan, SimulasiKebijakan
from pengawasan.queries.jadwal import PENYUSUNAN as PENYUSUNAN_JADWAL
from pengawasan.queries.jadwal import basi_terhadap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import QuerySet

TERBANYAK = 50
AWAL = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Gagal:
    """One of them; `kunci` is how to try it again, empty when that is done elsewhere."""

    jenis: str
    sebutan: str
    sebab: str
    milik: str
    pada: datetime | None
    kunci: str = ""
    pk: int = 0
    lanjut: str = ""
    alamat: str = ""


def dokumen_gagal() -> QuerySet[Dokumen]:
    """The newest versions that could not be made."""
    baru = Dokumen.objects.filter(
        jenis=OuterRef("jenis"), objek_id=OuterRef("objek_id"), versi__gt=OuterRef("versi")
    )
    return Dokumen.objects.filter(~Exists(baru), status=GAGAL)


def bundel_gagal() -> QuerySet[Bundel]:
    """The same of bundles."""
    baru = Bundel.objects.filter(laporan=OuterRef("laporan"), versi__gt=OuterRef("versi"))
    return Bundel.objects.filter(~Exists(baru), status=GAGAL)


def berkas_lengkap_gagal() -> QuerySet[BerkasLengkap]:
    """Those after which the same person has not asked for another."""
    baru = BerkasLengkap.objects.filter(
        naskah=OuterRef("naskah"), diminta_oleh=OuterRef("diminta_oleh"), pk__gt=OuterRef("pk")
    )
    return BerkasLengkap.objects.filter(~Exists(baru), status=GAGAL)


def surel_gagal() -> QuerySet[Notifikasi]:
    """Mail that was given up or refused, to people who still have an account."""
    return Notifikasi.objects.filter(status__in=TIDAK_SAMPAI, kepada__is_active=True)


def webhook_gagal() -> QuerySet[KirimanWebhook]:
    """The same of what goes to the message service."""
    gagal = KirimanWebhook.objects.filter(status=StatusKirim.GAGAL)
    return gagal.filter(notifikasi__kepada__is_active=True)


def surel_akun_gagal() -> QuerySet[SurelAkun]:
    """The same of mail about an address, unless the proof that it asks for is awaited no more."""
    gagal = SurelAkun.objects.filter(status__in=TIDAK_SAMPAI, pengguna__is_active=True)
    return gagal.exclude(jenis=JenisSurelAkun.BUKTI, ditutup_pada__isnull=False)


def permintaan_sandi_gagal() -> QuerySet[PermintaanSandi]:
    """Links to a new password that did not leave; kept for a day."""
    return PermintaanSandi.objects.filter(status__in=TIDAK_SAMPAI)


def simulasi_gagal() -> QuerySet[SimulasiKebijakan]:
    """Trials of a draft after which nobody has asked for another."""
    baru = SimulasiKebijakan.objects.filter(kebijakan=OuterRef("kebijakan"), pk__gt=OuterRef("pk"))
    gagal = SimulasiKebijakan.objects.filter(status=GAGAL)
    return gagal.filter(~Exists(baru), kebijakan__status=StatusKebijakan.DRAF)


def kendala() -> QuerySet[Kendala]:
    """Naskah that could not be planned, and still are not."""
    terakhir = Kebijakan.objects.terakhir_terbit()
    belum = {
        PENYUSUNAN_JADWAL: basi_terhadap(terakhir),
        PENYUSUNAN_KEWAJIBAN: yang_tiba(terakhir, timezone.localdate()),
    }
    jadwal, kewajiban = (
        Q(pekerjaan=nama, objek_id__in=naskah.values("pk")) for nama, naskah in belum.items()
    )
    return Kendala.objects.filter(jadwal | kewajiban)


def berkala_gagal() -> QuerySet[CatatanBerkala]:
    """Periodic jobs that failed and have not finished since."""
    return CatatanBerkala.objects.filter(
        Q(selesai_pada=None) | Q(selesai_pada__lt=F("gagal_pada")), gagal_pada__isnull=False
    )


def yang_gagal() -> list[Gagal]:
    """All of them, newest first; of each kind the newest `TERBANYAK`."""
    return sorted(_semua(), key=lambda g: g.pada or AWAL, reverse=True)


def _semua() -> Iterator[Gagal]:
    for bundel in bundel_gagal().select_related("diminta_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Bundel laporan",
            f"Laporan nomor {bundel.laporan_id} versi {bundel.versi}",
            bundel.kesalahan,
            str(bundel.diminta_oleh),
            bundel.diambil_pada,
            "bundel",
            bundel.pk,
        )
    for dokumen in dokumen_gagal().select_related("diminta_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Dokumen resmi",
            f"{dokumen.get_jenis_display()} versi {dokumen.versi}",
            dokumen.kesalahan,
            str(dokumen.diminta_oleh),
            dokumen.diambil_pada,
            "dokumen",
            dokumen.pk,
        )
    lengkap = berkas_lengkap_gagal().select_related("diminta_oleh").order_by("-pk")
    for satu in lengkap[:TERBANYAK]:
        yield Gagal(
            "Berkas lengkap",
            f"Naskah nomor {satu.naskah_id}",
            satu.kesalahan,
            str(satu.diminta_oleh),
            satu.diambil_pada,
            "berkas-lengkap",
            satu.pk,
        )
    yield from _kiriman()
    yield from _simulasi()
    for impor in Impor.objects.gagal().select_related("dibuat_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Impor daftar",
            impor.nama,
            impor.langkah,
            str(impor.dibuat_oleh or "Sistem"),
            impor.dibuat_pada,
            lanjut="Pembawanya melanjutkan dari halaman impornya.",
        )
    yield from _berkas_rusak()
    for catatan in berkala_gagal().order_by("nama"):
        yield Gagal(
            "Pekerjaan berkala",
            catatan.nama,
            catatan.pesan,
            "Sistem",
            catatan.gagal_pada,
            lanjut="Dicoba lagi sendiri setiap jam.",
        )


# What leaves the building: how to try it again, its name, its failed rows, whose it is.
KIRIMAN: tuple[tuple[str, str, Callable[[], QuerySet[Any]], Any], ...] = (
    ("surel", "Surel", surel_gagal, F("kepada__nama")),
    ("webhook", "Layanan pesan", webhook_gagal, F("notifikasi__kepada__nama")),
    ("surel-akun", "Surel akun", surel_akun_gagal, F("pengguna__nama")),
    ("permintaan-sandi", "Permintaan kata sandi", permintaan_sandi_gagal, Value("Peminta")),
)
# What is planned for every naskah, by the name under which its failures are noted.
PENYUSUNAN = {PENYUSUNAN_JADWAL: "Jadwal pengawasan", PENYUSUNAN_KEWAJIBAN: "Kewajiban laporan"}


def _kiriman() -> Iterator[Gagal]:
    """All of them, and what was not planned, in one question.

    An address that somebody typed is nobody's to read here.
    """
    tak_tersusun = _yang_terbaru(kendala()).order_by().annotate(untuk=Value("Sistem"))
    semua = [
        _yang_terbaru(gagal())
        .order_by()
        .annotate(kunci=Value(kunci), untuk=milik)
        .values_list("kunci", "pk", "percobaan", "kesalahan", "untuk", "diambil_pada")
        for kunci, _, gagal, milik in KIRIMAN
    ]
    jenis = {kunci: nama for kunci, nama, *_ in KIRIMAN}
    kolom = ("pekerjaan", "objek_id", "percobaan", "kesalahan", "untuk", "diambil_pada")
    baris = tak_tersusun.values_list(*kolom).union(*semua, all=True)
    for kunci, pk, percobaan, kesalahan, untuk, pada in baris:
        dicoba = f"nomor {pk}, {percobaan} kali dicoba"
        if nama := PENYUSUNAN.get(kunci):
            lanjut = "Dicoba lagi sendiri, dan segera setelah naskahnya diubah."
            yield Gagal(nama, f"Naskah {dicoba}", kesalahan, untuk, pada, lanjut=lanjut)
        else:
            yield Gagal(jenis[kunci], f"Pesan {dicoba}", kesalahan, untuk, pada, kunci, pk)


def _yang_terbaru(gagal: QuerySet[Any]) -> QuerySet[Any]:
    """The newest of them, without a LIMIT of its own, which SQLite refuses in a union."""
    return gagal.filter(pk__in=gagal.order_by("-pk").values("pk")[:TERBANYAK])


def _simulasi() -> Iterator[Gagal]:
    semua = simulasi_gagal().select_related("kebijakan", "diminta_oleh").order_by("-pk")
    for satu in semua[:TERBANYAK]:
        yield Gagal(
            "Simulasi kebijakan",
            f"{satu.kebijakan} revisi {satu.revisi}",
            satu.pesan,
            str(satu.diminta_oleh),
            satu.diambil_pada,
            lanjut="Diminta lagi dari halaman drafnya.",
        )


def _berkas_rusak() -> Iterator[Gagal]:
    """One row, however many they are: they have a list of their own."""
    semua = BerkasRusak.objects.aggregate(banyak=Count("pk"), terbaru=Max("ditemukan_pada"))
    if semua["banyak"]:
        yield Gagal(
            "Berkas di penyimpanan",
            f"{ribuan(semua['banyak'])} berkas",
            "Isinya hilang, berubah, atau tidak terbaca",
            "Sistem",
            semua["terbaru"],
            lanjut="Lihat berkas yang rusak",
            alamat=reverse("berkas-rusak-daftar"),
        )
