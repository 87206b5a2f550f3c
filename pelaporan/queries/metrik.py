"""What a monitor reads: how long rows wait, how many failed, how long making a file takes.

From the rows at the moment of asking: true for all processes at once (ADR 0018).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Avg, Count, F, Max, Min
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from inti.models import CatatanBerkala, KirimanWebhook, Notifikasi, PermintaanSandi, SurelAkun
from inti.models.jam import SELISIH_JAM
from kerjasama.models import Impor
from pelaporan.models import BerkasLengkap, Bundel, Dokumen
from pelaporan.queries.pekerjaan import (
    berkala_gagal,
    berkas_lengkap_gagal,
    bundel_gagal,
    dokumen_gagal,
    kendala,
    permintaan_sandi_gagal,
    simulasi_gagal,
    surel_akun_gagal,
    surel_gagal,
    webhook_gagal,
)
from pengawasan.models import SimulasiKebijakan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from django.db.models import QuerySet

# The time of making one file is told of so many that were made last.
TERAKHIR = 100


@dataclass(frozen=True)
class Antrean:
    """A queue: the rows that wait, the column that says since when, the rows that failed."""

    nama: str
    menunggu: Callable[[datetime], QuerySet[Any]]
    sejak: str
    gagal: Callable[[], QuerySet[Any]]


ANTREAN = (
    Antrean("dokumen", Dokumen.objects.siap_dikerjakan, "diminta_pada", dokumen_gagal),
    Antrean("bundel", Bundel.objects.siap_dikerjakan, "diminta_pada", bundel_gagal),
    Antrean(
        "berkas_lengkap",
        BerkasLengkap.objects.siap_dikerjakan,
        "diminta_pada",
        berkas_lengkap_gagal,
    ),
    Antrean(
        "simulasi_kebijakan",
        SimulasiKebijakan.objects.siap_dikerjakan,
        "diminta_pada",
        simulasi_gagal,
    ),
    Antrean("impor", Impor.objects.menunggu, "dibuat_pada", Impor.objects.gagal),
    Antrean("surel", lambda _: Notifikasi.objects.belum_terkirim(), "dibuat_pada", surel_gagal),
    Antrean(
        "webhook",
        lambda _: KirimanWebhook.objects.belum_terkirim(),
        "notifikasi__dibuat_pada",
        webhook_gagal,
    ),
    Antrean(
        "surel_akun",
        lambda _: SurelAkun.objects.belum_terkirim(),
        "dibuat_pada",
        surel_akun_gagal,
    ),
    Antrean(
        "permintaan_sandi",
        lambda _: PermintaanSandi.objects.belum_terkirim(),
        "diminta_pada",
        permintaan_sandi_gagal,
    ),
)
DISUSUN: dict[str, Any] = {"dokumen": Dokumen, "bundel": Bundel, "berkas_lengkap": BerkasLengkap}


@dataclass(frozen=True)
class SemuaMetrik(Collector):
    """Everything as it stands at `now`."""

    now: datetime

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """One family after the other; ages and lengths are in seconds."""
        antrean = [(satu.nama, _keadaan(satu, self.now)) for satu in ANTREAN]
        yield _keluarga(
            "pks_antrean_menunggu",
            "Baris yang menunggu dikerjakan sekarang.",
            ((nama, jumlah) for nama, (jumlah, _) in antrean),
        )
        yield _keluarga(
            "pks_antrean_umur_detik",
            "Sudah berapa lama baris tertua menunggu.",
            ((nama, umur) for nama, (_, umur) in antrean),
        )
        yield _keluarga(
            "pks_antrean_gagal",
            "Baris yang gagal dan tidak dicoba lagi dengan sendirinya.",
            [(satu.nama, satu.gagal().count()) for satu in ANTREAN]
            + [("penyusunan", kendala().count())],
        )
        yield from _susunan()
        yield from _berkala(self.now)


def cetak(now: datetime) -> bytes:
    """All of it in the text format of Prometheus."""
    daftar = CollectorRegistry()
    daftar.register(SemuaMetrik(now))
    return generate_latest(daftar)


def _keluarga(nama: str, arti: str, isi: Iterable[tuple[str, float]]) -> GaugeMetricFamily:
    keluarga = GaugeMetricFamily(nama, arti, labels=("pekerjaan",))
    for label, nilai in isi:
        keluarga.add_metric((label,), nilai)
    return keluarga


def _keadaan(antrean: Antrean, now: datetime) -> tuple[int, float]:
    """How many wait, and for how long the oldest does."""
    kini = antrean.menunggu(now).aggregate(n=Count("pk"), tertua=Min(antrean.sejak))
    return kini["n"], (now - kini["tertua"]).total_seconds() if kini["tertua"] else 0


def _susunan() -> Iterator[GaugeMetricFamily]:
    """How long the files that were made last took, from claim to end."""
    lama = {}
    for nama, model in DISUSUN.items():
        selesai = model.objects.filter(selesai_pada__gte=F("diambil_pada")).order_by("-pk")
        tentang = selesai.annotate(lama=F("selesai_pada") - F("diambil_pada"))[:TERAKHIR]
        lama[nama] = tentang.aggregate(rata=Avg("lama"), terlama=Max("lama"))
    for nilai, arti in (("rata", "Rata-rata"), ("terlama", "Yang terlama")):
        yield _keluarga(
            f"pks_susun_{nilai}_detik",
            f"{arti} dari {TERAKHIR} berkas yang terakhir disusun, sejak diambil pekerja.",
            ((nama, satu[nilai].total_seconds()) for nama, satu in lama.items() if satu[nilai]),
        )


def _berkala(now: datetime) -> Iterator[GaugeMetricFamily]:
    """The periodic jobs: how long ago each ended, how long it may be, which failed since."""
    selesai = dict(CatatanBerkala.objects.values_list("nama", "selesai_pada"))
    yield _keluarga(
        "pks_berkala_umur_detik",
        "Sudah berapa lama sejak pekerjaan berkala terakhir selesai.",
        (
            (n, (now - waktu).total_seconds() if waktu <= now + SELISIH_JAM else inf)
            for n in settings.BERKALA
            if (waktu := selesai.get(n))
        ),
    )
    yield _keluarga(
        "pks_berkala_batas_detik",
        "Paling lama sekian antara dua kali selesai.",
        ((nama, jam * 3600) for nama, (_, jam) in settings.BERKALA.items()),
    )
    yield _keluarga(
        "pks_berkala_gagal",
        "Pekerjaan berkala yang gagal dan belum selesai lagi.",
        ((nama, 1) for nama in berkala_gagal().values_list("nama", flat=True)),
    )
