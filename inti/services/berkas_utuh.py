"""Files whose bytes are not those that were received: found at night or when one is asked for."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from itertools import groupby
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F
from django.urls import reverse
from django.utils import timezone

from inti import audit, kabar
from inti.enums import KerusakanBerkas, Peran
from inti.formats import rangkai, ribuan
from inti.gangguan import BerkasBerubahError
from inti.keamanan import peristiwa
from inti.models import Berkas, BerkasRusak, JejakAudit, PemeriksaanBerkas, Pengguna
from inti.notifikasi import antrekan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import QuerySet

Temuan = Mapping[Berkas, KerusakanBerkas | None]

# Larger ones are not read whole each time somebody asks for them: what the night found counts.
DIBACA_SELALU = 64 * 2**20
# So many files are noted in one transaction: nobody waits long for the end of the trail.
SEKALI = 500
RUSAK = "berkas.rusak"


def periksa_malam() -> int:
    """Look for all that is gone, and read on where the night before stopped, as long as it may.

    What is known as damaged is read first, so that it is right again as soon as its bytes are; half
    of the time is left for the others. Returns how many are wrong.
    """
    mulai, lama = monotonic(), settings.PERIKSA_BERKAS_MENIT * 60
    _cari_hilang()
    periksa_yang_rusak(sampai=mulai + lama / 2)
    _lanjutkan(mulai + lama)
    kabari()
    return BerkasRusak.objects.count()


def periksa_semua() -> None:
    """Read every file, however long that takes."""
    mulai, dibaca = timezone.now(), ""
    while baris := _setelah(dibaca):
        dibaca = _periksa(baris, inf)
    PemeriksaanBerkas.objects.update_or_create(pk=1, defaults={"lengkap_sejak": mulai})
    kabari()


def periksa_yang_rusak(*, sampai: float = inf) -> None:
    """Read only what is known as damaged, until that moment of the monotonic clock."""
    kunci = list(BerkasRusak.objects.order_by("pk").values_list("berkas", flat=True))
    for sebagian in _potong(kunci):
        if monotonic() < sampai:
            _periksa(Berkas.objects.filter(pk__in=sebagian).order_by("sha256", "pk"), sampai)


def pastikan_utuh(berkas: Berkas) -> None:
    """Before bytes leave: they are still those that were received.

    Raises BerkasBerubahError where they are not, and FileNotFoundError where they are gone. Either
    is noted, and the administrators hear of it.
    """
    if berkas.ukuran <= DIBACA_SELALU:
        keadaan = berkas.kerusakan()
    elif not berkas.path.exists():
        keadaan = KerusakanBerkas.HILANG
    else:
        rusak = BerkasRusak.objects.filter(berkas=berkas).first()
        keadaan = KerusakanBerkas(rusak.keadaan) if rusak else None
    if keadaan is None:
        return
    _terbuka_rusak(berkas, keadaan)
    if keadaan == KerusakanBerkas.HILANG:
        raise FileNotFoundError(berkas.path)
    raise BerkasBerubahError(berkas.pk)


@transaction.atomic
def kabari() -> None:
    """Tell each administrator, in one notice, how many there are that nobody was told of yet."""
    _pemeriksaan()
    baru = BerkasRusak.objects.filter(dikabarkan=False)
    terakhir = baru.select_related("berkas").first()
    if terakhir is None:
        return
    # By its newest line: that of the file has told of nothing yet.
    jejak = JejakAudit.objects.tentang(terakhir.berkas).filter(aksi=RUSAK).latest("pk")
    menurut = baru.order_by().values_list("keadaan").annotate(banyak=Count("pk"))
    banyak = {KerusakanBerkas(satu): n for satu, n in menurut}
    baru.update(dikabarkan=True)
    rincian = (f"{ribuan(n)} {satu.label.lower()}" for satu, n in sorted(banyak.items()))
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.ADMIN, pada=timezone.localdate()),
        pesan=kabar.BERKAS_RUSAK.tulis(
            jumlah=ribuan(sum(banyak.values())), rincian=rangkai(list(rincian))
        ),
        tautan=reverse("berkas-rusak-daftar"),
    )


def _terbuka_rusak(berkas: Berkas, keadaan: KerusakanBerkas) -> None:
    """Note it. The first one that is opened in a day is told of at once.

    Whoever comes to the page by that notice sees there what the others are; were each told by
    itself, a lost disk would send as many as there are readers. The night tells of the rest.
    """
    if BerkasRusak.objects.filter(berkas=berkas, keadaan=keadaan).exists():
        return
    with transaction.atomic():
        satu = _catat({berkas: keadaan})
        if satu.kabar_dibuka != timezone.localdate():
            satu.kabar_dibuka = timezone.localdate()
            satu.save(update_fields=["kabar_dibuka"])
            kabari()


@transaction.atomic
def _catat(temuan: Temuan) -> PemeriksaanBerkas:
    """Note what is wrong and what is right again: one line for each, some statements for all."""
    satu = _pemeriksaan()
    ada = dict(BerkasRusak.objects.filter(berkas__in=temuan).values_list("berkas", "keadaan"))
    rusak = {b: k for b, k in temuan.items() if k and ada.get(b.pk) != k}
    pulih = [b for b, k in temuan.items() if not k and b.pk in ada]
    BerkasRusak.objects.filter(berkas__in=pulih).delete()
    BerkasRusak.objects.bulk_create(
        [BerkasRusak(berkas=b, keadaan=k) for b, k in rusak.items()],
        update_conflicts=True,
        unique_fields=["berkas"],
        update_fields=["keadaan"],
    )
    if rusak:
        peristiwa(RUSAK, tingkat=logging.ERROR, berkas=[b.pk for b in rusak])
    audit.catat_beragam(
        [(RUSAK, b, {"keadaan": k, "sha256": b.sha256}) for b, k in rusak.items()]
        + [("berkas.pulih", b, {"sha256": b.sha256}) for b in pulih],
        oleh=None,
    )
    return satu


def _pemeriksaan() -> PemeriksaanBerkas:
    """The one row, held until the transaction ends."""
    PemeriksaanBerkas.objects.get_or_create(pk=1)
    return PemeriksaanBerkas.objects.select_for_update().get(pk=1)


def _lanjutkan(usai: float) -> None:
    """One round of reading at most, from where it stopped."""
    satu, _ = PemeriksaanBerkas.objects.get_or_create(pk=1)
    tempat = PemeriksaanBerkas.objects.filter(pk=1)
    dibaca = satu.sampai
    if not dibaca:
        tempat.update(mulai_pada=timezone.now())
    while baris := _setelah(dibaca):
        dibaca = _periksa(baris, usai)
        tempat.update(sampai=dibaca)
        if monotonic() >= usai:
            return
    tempat.update(sampai="", mulai_pada=None, lengkap_sejak=F("mulai_pada"))


def _setelah(sidik: str) -> QuerySet[Berkas]:
    """The next ones by their hash, all rows of each."""
    lanjut = Berkas.objects.filter(sha256__gt=sidik).order_by("sha256")
    berikut = list(lanjut.values_list("sha256", flat=True).distinct()[:SEKALI])
    return Berkas.objects.filter(sha256__in=berikut).order_by("sha256", "pk")


def _periksa(semua: Iterable[Berkas], usai: float) -> str:
    """Read them, shared bytes once, until the time is up; the first one in any case.

    Returns the hash that was read last, once what was found is noted.
    """
    temuan: dict[Berkas, KerusakanBerkas | None] = {}
    sidik, keadaan = "", None
    for berkas in semua:
        if berkas.sha256 != sidik:
            if sidik and monotonic() >= usai:
                break
            sidik, keadaan = berkas.sha256, berkas.kerusakan()
        temuan[berkas] = keadaan
    if any(temuan.values()) or BerkasRusak.objects.filter(berkas__in=temuan).exists():
        _catat(temuan)
    return sidik


def _cari_hilang() -> None:
    """Look in every folder; that is cheap, so all are looked for each night."""
    semua = Berkas.objects.order_by("sha256").values_list("pk", "sha256").iterator()
    hilang: list[int] = []
    for folder, baris in groupby(semua, key=lambda satu: satu[1][:2]):
        # The folder after its rows: a file is there before its row.
        milik = list(baris)
        ada = _isi(Path(settings.BERKAS_DIR) / folder)
        hilang += [pk for pk, sidik in milik if ada is not None and sidik not in ada]
    for sebagian in _potong(hilang):
        _periksa_ada(Berkas.objects.filter(pk__in=sebagian))


def _periksa_ada(calon: Iterable[Berkas]) -> None:
    temuan = {b: KerusakanBerkas.HILANG for b in calon if not b.path.exists()}
    if temuan:
        _catat(temuan)


def _isi(folder: Path) -> set[str] | None:
    """The names in it; None when that cannot be told, and reading each will say why."""
    try:
        return {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return set()
    except OSError:
        return None


def _potong(kunci: Sequence[int]) -> Iterator[Sequence[int]]:
    return (kunci[i : i + SEKALI] for i in range(0, len(kunci), SEKALI))
