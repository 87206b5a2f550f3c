"""Reminders of follow-up and of letters that wait for an answer: rows unique by date and rung."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.antrean import satu_per_satu
from inti.enums import JenisPesan, Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from pengawasan.domain import pesan_pengingat
from pengawasan.domain.pengingat import TANGGA, ambang_terakhir
from pengawasan.domain.pesan_pengingat import ESKALASI
from pengawasan.enums import StatusSuratTeguran, StatusTeguran
from pengawasan.models import Kebijakan, PengingatTenggat, SuratTeguran, Teguran, TindakLanjut
from pengawasan.queries.kebijakan import diam
from pengawasan.queries.penerima import orang_mitra, orang_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from inti.pesan import Pesan

BASI = timedelta(days=90)
# Days after the due date. A letter allows few days, so it is spoken of when few are left; a
# follow-up goes by the ladder of the policy.
TANGGA_SURAT = (-3, 0, 1)


@dataclass(frozen=True)
class Capaian:
    """A follow-up or a letter that reached a rung nobody was told of."""

    benda: TindakLanjut | SuratTeguran
    kolom: str
    tenggat: date
    ambang: int


def terbitkan(per: date | None = None) -> int:
    """One message for the latest rung reached; twice or late it catches up with one."""
    per = per or timezone.localdate()
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    if diam(kebijakan, per):
        return 0
    tangga = kebijakan.tangga if kebijakan else TANGGA
    return satu_per_satu([*_tindak_lanjut(per, tangga), *_surat(per)], ingatkan)


def _tindak_lanjut(per: date, tangga: Sequence[int]) -> Iterable[Capaian]:
    jendela = (per - BASI, per - timedelta(days=min(tangga)))
    terbuka = TindakLanjut.objects.filter(status="terbuka", tenggat__range=jendela)
    sudah = _sudah("tindak_lanjut", per)
    for satu in terbuka.select_related("naskah", "perangkat_daerah").order_by("tenggat", "pk"):
        ambang = ambang_terakhir(satu.tenggat, per=per, tangga=tangga)
        if ambang is not None and (satu.pk, satu.tenggat, ambang) not in sudah:
            yield Capaian(satu, "tindak_lanjut", satu.tenggat, ambang)


def _surat(per: date) -> Iterable[Capaian]:
    jendela = (per - BASI, per - timedelta(days=TANGGA_SURAT[0]))
    surat = SuratTeguran.objects.filter(
        kini=True,
        status__in=(StatusSuratTeguran.TERBIT, StatusSuratTeguran.TIDAK_CUKUP),
        teguran__status=StatusTeguran.TERBUKA,
        batas_jawaban__range=jendela,
    ).select_related("teguran__naskah", "teguran__mitra", "nomor")
    sudah = _sudah("surat", per)
    for satu in surat.order_by("batas_jawaban", "pk"):
        ambang = ambang_terakhir(satu.batas_jawaban, per=per, tangga=TANGGA_SURAT)
        if ambang is not None and (satu.pk, satu.batas_jawaban, ambang) not in sudah:
            yield Capaian(satu, "surat", satu.batas_jawaban, ambang)


def _sudah(kolom: str, per: date) -> set[tuple[int, date, int]]:
    ada = PengingatTenggat.objects.filter(tenggat__gte=per - BASI).exclude(**{kolom: None})
    return set(ada.values_list(kolom, "tenggat", "ambang"))


@transaction.atomic
def ingatkan(capaian: Capaian) -> None:
    """Leave the rows and queue the message; what is already there is not said again."""
    kepada, pesan, jenis, benda = _kabar(capaian)
    sasaran: dict[str, Any] = {capaian.kolom: capaian.benda}
    baris = [
        PengingatTenggat.objects.get_or_create(
            **sasaran, tenggat=capaian.tenggat, ambang=capaian.ambang, penerima=orang
        )
        for orang in {p.pk: p for p in kepada}.values()
    ]
    baru = [satu for satu, dibuat in baris if dibuat]
    if not baru:
        return
    jejak = audit.catat(f"{capaian.kolom}.ingatkan", benda, oleh=None, ambang=capaian.ambang)
    PengingatTenggat.objects.filter(pk__in=[satu.pk for satu in baru]).update(jejak=jejak)
    antrekan(
        jejak,
        kepada=[satu.penerima for satu in baru],
        pesan=pesan,
        tautan=benda.get_absolute_url(),
        jenis=jenis,
    )


def _kabar(
    capaian: Capaian,
) -> tuple[list[Pengguna], Pesan, JenisPesan, TindakLanjut | Teguran]:
    """To whom, what, how it may be put off, and about what."""
    lewat = capaian.ambang > 0
    di_atas = [Peran.STAF] if lewat else []
    if capaian.ambang >= ESKALASI:
        di_atas.append(Peran.KETUA)
    staf = list(Pengguna.objects.berperan(*di_atas, pada=timezone.localdate())) if lewat else []
    satu = capaian.benda
    if isinstance(satu, TindakLanjut):
        pesan = pesan_pengingat.tindak_lanjut(
            satu.uraian, capaian.tenggat, satu.dasar_tenggat, capaian.ambang
        )
        return [*orang_unit(satu.perangkat_daerah), *staf], pesan, JenisPesan.PENGINGAT, satu
    teguran = satu.teguran
    if lewat:
        pesan = pesan_pengingat.surat_teguran_lewat(
            satu.tingkat, str(teguran.mitra), capaian.tenggat
        )
        return staf, pesan, JenisPesan.PENGINGAT, teguran
    pesan = pesan_pengingat.surat_teguran(
        satu.tingkat, str(satu.nomor), str(teguran.naskah), capaian.tenggat
    )
    return list(orang_mitra(teguran.mitra)), pesan, JenisPesan.PENGINGAT_RESMI, teguran
