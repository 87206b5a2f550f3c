"""Reminders of follow-up and of letters that wait for an answer: rows unique by date and rung."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.antrean import satu_per_satu
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from pengawasan.domain.pengingat import ambang_terakhir
from pengawasan.enums import StatusSuratTeguran, StatusTeguran
from pengawasan.models import PengingatTenggat, SuratTeguran, Teguran, TindakLanjut
from pengawasan.queries.penerima import orang_mitra, orang_unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

BASI = timedelta(days=90)
# Days after the due date. A letter allows few days, so it is spoken of when few are left.
TANGGA_TINDAK_LANJUT = (-14, -7, 0, 1, 14, 30)
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
    return satu_per_satu([*_tindak_lanjut(per), *_surat(per)], ingatkan)


def _tindak_lanjut(per: date) -> Iterable[Capaian]:
    jendela = (per - BASI, per - timedelta(days=TANGGA_TINDAK_LANJUT[0]))
    terbuka = TindakLanjut.objects.filter(status="terbuka", tenggat__range=jendela)
    sudah = _sudah("tindak_lanjut", per)
    for satu in terbuka.select_related("naskah", "perangkat_daerah").order_by("tenggat", "pk"):
        ambang = ambang_terakhir(satu.tenggat, per=per, tangga=TANGGA_TINDAK_LANJUT)
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
    kepada, subjek, isi, benda = _kabar(capaian)
    sasaran: dict[str, Any] = {capaian.kolom: capaian.benda}
    baru = [
        orang
        for orang in {p.pk: p for p in kepada}.values()
        if PengingatTenggat.objects.get_or_create(
            **sasaran,
            tenggat=capaian.tenggat,
            ambang=capaian.ambang,
            penerima=orang,
        )[1]
    ]
    if not baru:
        return
    jejak = audit.catat(f"{capaian.kolom}.ingatkan", benda, oleh=None, ambang=capaian.ambang)
    antrekan(jejak, kepada=baru, subjek=subjek, isi=isi, tautan=benda.get_absolute_url())


def _kabar(capaian: Capaian) -> tuple[list[Pengguna], str, str, TindakLanjut | Teguran]:
    """To whom, and what."""
    tanggal, lewat = tanggal_indonesia(capaian.tenggat), capaian.ambang > 0
    staf = list(Pengguna.objects.berperan(Peran.STAF, pada=timezone.localdate())) if lewat else []
    satu = capaian.benda
    if isinstance(satu, TindakLanjut):
        subjek = "Tindak lanjut terlambat" if lewat else "Tindak lanjut akan jatuh tempo"
        isi = f"{satu.uraian}\n\nTenggat: {tanggal}. {satu.dasar_tenggat}".strip()
        return [*orang_unit(satu.perangkat_daerah), *staf], subjek, isi, satu
    return _kabar_surat(satu, staf, tanggal, lewat=lewat)


def _kabar_surat(
    surat: SuratTeguran, staf: list[Pengguna], tanggal: str, *, lewat: bool
) -> tuple[list[Pengguna], str, str, TindakLanjut | Teguran]:
    teguran = surat.teguran
    if lewat:
        subjek = f"Batas jawaban SP{surat.tingkat} lewat: {teguran.mitra}"
        isi = f"Batasnya {tanggal}. Langkah berikutnya dapat diambil; tidak ada yang otomatis."
        return staf, subjek, isi, teguran
    subjek = f"Jawab SP{surat.tingkat} paling lambat {tanggal}"
    isi = f"Surat {surat.nomor} atas naskah {teguran.naskah} menunggu jawaban Anda."
    return list(orang_mitra(teguran.mitra)), subjek, isi, teguran
