"""What a calendar subscription shows today, as its owner may see it today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from inti.ics import Acara
from inti.roles import Kemampuan, mampu
from kerjasama.models import Naskah, NaskahPerangkatDaerah, ParaPihak
from pelaporan.enums import JenisKalender, LingkupLangganan
from pelaporan.models import LanggananKalender
from pelaporan.queries import kalender
from pengawasan.queries.kalender import saat

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models.naskah import NaskahQuerySet
    from pelaporan.domain.kalender import ButirKalender

# What a calendar program keeps: a season back and a year ahead.
BELAKANG, DEPAN = timedelta(days=92), timedelta(days=400)
TERBANYAK = 2_000
J = JenisKalender
PEKERJAAN_TIM = (J.JADWAL, J.RENCANA, J.KEGIATAN, J.RAPAT, J.TINDAK_LANJUT, J.TEGURAN)


def milik(pengguna: Pengguna) -> QuerySet[LanggananKalender]:
    """Those that still answer, newest first."""
    semua = LanggananKalender.objects.milik(pengguna).berlaku()
    return semua.select_related("perangkat_daerah", "mitra")


def yang_dibuka(token: str) -> LanggananKalender | None:
    """The subscription that a token opens; None for one that is unknown, revoked, or orphaned."""
    semua = LanggananKalender.objects.bertoken(token)
    return semua.select_related("pengguna", "perangkat_daerah", "mitra").first()


def acara(langganan: LanggananKalender, hari_ini: date) -> list[Acara]:
    """The events; none where the owner has lost the seat or the membership that it rests on."""
    if not dalam_lingkup(langganan):
        return []
    butir = kalender.acara(
        langganan.pengguna,
        hari_ini - BELAKANG,
        hari_ini + DEPAN,
        jenis=PEKERJAAN_TIM if langganan.lingkup == LingkupLangganan.TIM else (),
        naskah=_naskah(langganan),
        batas=TERBANYAK,
    )
    return [_acara(satu) for satu in butir]


def dalam_lingkup(langganan: LanggananKalender) -> bool:
    """Whether the owner still belongs to what the subscription is about."""
    orang = langganan.pengguna
    if langganan.lingkup == LingkupLangganan.ORANG or mampu(
        orang.peran, Kemampuan.LIHAT_SEMUA_NASKAH
    ):
        return True
    if langganan.lingkup == LingkupLangganan.TIM:
        return False
    anggota = orang.keanggotaan.aktif()
    if langganan.lingkup == LingkupLangganan.UNIT:
        return anggota.filter(perangkat_daerah=langganan.perangkat_daerah_id).exists()
    return anggota.filter(mitra=langganan.mitra_id).exists()


def _naskah(langganan: LanggananKalender) -> NaskahQuerySet | None:
    """Those of the unit or of the mitra; visibility is asked besides."""
    if langganan.lingkup == LingkupLangganan.UNIT:
        unit = NaskahPerangkatDaerah.objects.filter(perangkat_daerah=langganan.perangkat_daerah_id)
        return Naskah.objects.filter(pk__in=unit.order_by().values("naskah"))
    if langganan.lingkup == LingkupLangganan.MITRA:
        pihak = ParaPihak.objects.filter(mitra=langganan.mitra_id)
        return Naskah.objects.filter(pk__in=pihak.order_by().values("naskah"))
    return None


def _acara(butir: ButirKalender) -> Acara:
    mulai, selesai = saat(butir.tanggal, butir.jam)
    judul = f"{butir.judul}: {butir.naskah}" if butir.naskah else butir.judul
    return Acara(
        # As the file of one kegiatan or one meeting names it, so that the two are one event.
        uid=f"{butir.jenis}-{butir.pk}@{urlsplit(settings.SITE_URL).hostname}",
        judul=judul,
        mulai=mulai,
        selesai=selesai,
        diubah_pada=timezone.now(),
        urutan=butir.revisi,
        tempat=butir.tempat,
        uraian="\n".join(filter(None, (butir.tentang, butir.dasar))),
        tautan=settings.SITE_URL + butir.tautan,
    )
