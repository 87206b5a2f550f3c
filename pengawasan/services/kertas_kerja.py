"""Sheets of the working paper: asked of every side, filled, submitted, returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, tolak, wajib
from pengawasan import kabar
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.kertas_kerja import TRANSISI, kekurangan, periksa
from pengawasan.enums import AksiKertasKerja as Aksi
from pengawasan.enums import PengisiKertasKerja as Pengisi
from pengawasan.enums import StatusKegiatan
from pengawasan.enums import StatusKertasKerja as Status
from pengawasan.models import JawabanKertasKerja, Kegiatan, KertasKerja, Kuesioner
from pengawasan.queries.penerima import orang_mitra, orang_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inti.models import JejakAudit


class KertasKerjaBerubah(AturanDilanggar):
    """Someone else of the same side was faster; `versi` is the version that stands now."""

    def __init__(self, versi: int) -> None:
        super().__init__(
            "Kertas kerja ini diubah rekan Anda setelah Anda membukanya, jadi isian Anda belum "
            "disimpan. Bandingkan di bawah, lalu simpan lagi."
        )
        self.versi = versi


@dataclass(frozen=True)
class IsiJawaban:
    """What a person answers to one question."""

    nilai: int | None = None
    uraian: str = ""
    tidak_relevan: bool = False


@transaction.atomic
def minta(kegiatan_pk: int, *, oleh: Pengguna) -> int:
    """Open a sheet for the team and for every unit and mitra that has none; returns how many.

    Raises AturanDilanggar when no questionnaire is in force, the results are locked, or every
    side has its sheet already.
    """
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_pk)
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    kuesioner = Kuesioner.objects.berlaku_pada(timezone.localdate())
    if kuesioner is None:
        wajib(tolak("Belum ada kuesioner yang terbit. Terbitkan kuesioner lebih dahulu."))
        raise AssertionError  # pragma: no cover - wajib has raised
    baru = [_buka(kegiatan, kuesioner, **satu) for satu in _pihak_tanpa(kegiatan)]
    if not baru:
        wajib(tolak("Semua pihak sudah mempunyai kertas kerja untuk kegiatan ini."))
    for satu in baru:
        jejak = audit.catat("kertas_kerja.minta", satu, oleh=oleh, kuesioner=str(kuesioner))
        antrekan(
            jejak,
            kepada=_orang(satu),
            pesan=kabar.KERTAS_KERJA_DIMINTA.tulis(kegiatan=kegiatan, judul=kegiatan.naskah.judul),
            tautan=satu.get_absolute_url(),
        )
    return len(baru)


def _pihak_tanpa(kegiatan: Kegiatan) -> list[dict[str, Any]]:
    """The sides that have no sheet yet."""
    ada = set(kegiatan.kertas_kerja.values_list("pengisi", "perangkat_daerah", "mitra"))
    unit = kegiatan.naskah.perangkat_daerah.order_by("pk")
    pihak = kegiatan.naskah.pihak.aktif().select_related("mitra")
    sisi = [
        _sisi(Pengisi.TIM),
        *(_sisi(Pengisi.PERANGKAT_DAERAH, perangkat_daerah=satu) for satu in unit),
        *(_sisi(Pengisi.MITRA, mitra=satu.mitra) for satu in pihak),
    ]
    return [satu for satu in sisi if _kunci_sisi(satu) not in ada]


def _sisi(pengisi: Pengisi, **pihak: Any) -> dict[str, Any]:
    return {"pengisi": pengisi, "perangkat_daerah": None, "mitra": None} | pihak


def _kunci_sisi(satu: dict[str, Any]) -> tuple[Any, ...]:
    unit, mitra = satu["perangkat_daerah"], satu["mitra"]
    return satu["pengisi"].value, unit and unit.pk, mitra and mitra.pk


def _buka(kegiatan: Kegiatan, kuesioner: Kuesioner, **pihak: Any) -> KertasKerja:
    satu = KertasKerja.objects.create(kegiatan=kegiatan, kuesioner=kuesioner, **pihak)
    ditanya = [p for p in kuesioner.daftar() if pihak["pengisi"] in p.pengisi]
    JawabanKertasKerja.objects.bulk_create(
        JawabanKertasKerja(
            kertas_kerja=satu,
            nomor=nomor,
            topik=p.topik,
            pertanyaan=p.teks,
            jenis=p.jenis,
            bobot=p.bobot,
            wajib=p.wajib,
        )
        for nomor, p in enumerate(ditanya, start=1)
    )
    return satu


@transaction.atomic
def simpan(pk: int, isi: Mapping[int, IsiJawaban], *, versi: int, oleh: Pengguna) -> KertasKerja:
    """Keep answers, by number of the question; the sheet stays with its side.

    Raises KertasKerjaBerubah when someone else saved it since `versi`.
    """
    satu, _ = _tulis(pk, Aksi.SIMPAN, isi, versi=versi, oleh=oleh)
    return satu


@transaction.atomic
def sampaikan(pk: int, isi: Mapping[int, IsiJawaban], *, versi: int, oleh: Pengguna) -> KertasKerja:
    """Keep the answers and give the sheet to the team; what is missing is named by number."""
    kini = timezone.now()
    satu, jejak = _tulis(
        pk, Aksi.SAMPAIKAN, isi, versi=versi, oleh=oleh,
        disampaikan_oleh=oleh, disampaikan_pada=kini, catatan="",
    )  # fmt: skip
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.TIM, pada=timezone.localdate(kini)),
        pesan=kabar.KERTAS_KERJA_DISAMPAIKAN.tulis(kegiatan=satu.kegiatan, pihak=satu.pihak),
        tautan=satu.get_absolute_url(),
    )
    return satu


@transaction.atomic
def kembalikan(pk: int, *, catatan: str, oleh: Pengguna) -> KertasKerja:
    """Give it back to its side with a note."""
    satu = _kunci(pk)
    wajib(periksa(Status(satu.status), Aksi.KEMBALIKAN, catatan=catatan))
    rincian = {"catatan": catatan}
    jejak = _pindah(satu, Aksi.KEMBALIKAN, oleh=oleh, rincian=rincian, catatan=catatan)
    antrekan(
        jejak,
        kepada=_orang(satu),
        pesan=kabar.KERTAS_KERJA_DIKEMBALIKAN.tulis(
            kegiatan=satu.kegiatan, judul=satu.kegiatan.naskah.judul, catatan=catatan
        ),
        tautan=satu.get_absolute_url(),
    )
    return satu


def _kunci(pk: int) -> KertasKerja:
    """The kegiatan held, then the sheet; the results must still be open."""
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(kertas_kerja=pk)
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    satu = KertasKerja.objects.select_for_update(of=("self",)).get(pk=pk)
    satu.kegiatan = kegiatan
    return satu


def _tulis(
    pk: int,
    aksi: Aksi,
    isi: Mapping[int, IsiJawaban],
    *,
    versi: int,
    oleh: Pengguna,
    **kolom: Any,
) -> tuple[KertasKerja, JejakAudit]:
    satu = _kunci(pk)
    if satu.versi != versi:
        raise KertasKerjaBerubah(satu.versi)
    jawaban = list(satu.jawaban.all())
    berubah = [j for j in jawaban if j.nomor in isi and _isi(j, isi[j.nomor])]
    kurang = kekurangan(j.terbaca() for j in jawaban) if aksi == Aksi.SAMPAIKAN else {}
    sebut = [f"Nomor {nomor}: {kata}" for nomor, kata in kurang.items()]
    wajib(periksa(Status(satu.status), aksi, kurang=sebut))
    JawabanKertasKerja.objects.bulk_update(berubah, ["nilai", "uraian", "tidak_relevan"])
    rincian = {"nomor": [j.nomor for j in berubah]}
    return satu, _pindah(satu, aksi, oleh=oleh, rincian=rincian, **kolom)


def _isi(jawaban: JawabanKertasKerja, baru: IsiJawaban) -> bool:
    """Take the answer over; whether it is another one."""
    nilai = None if baru.tidak_relevan else baru.nilai
    kolom = {"nilai": nilai, "uraian": baru.uraian, "tidak_relevan": baru.tidak_relevan}
    berubah = any(getattr(jawaban, nama) != isi for nama, isi in kolom.items())
    for nama, isi in kolom.items():
        setattr(jawaban, nama, isi)
    return berubah


def _pindah(
    satu: KertasKerja,
    aksi: Aksi,
    *,
    oleh: Pengguna,
    rincian: dict[str, Any],
    **kolom: Any,
) -> JejakAudit:
    """Write only if nobody was faster, record."""
    dari = Status(satu.status)
    ke = TRANSISI[dari, aksi]
    sendiri = KertasKerja.objects.filter(pk=satu.pk, status=dari, versi=satu.versi)
    if not sendiri.update(status=ke, versi=F("versi") + 1, **kolom):
        raise KertasKerjaBerubah(KertasKerja.objects.get(pk=satu.pk).versi)
    kegiatan = satu.kegiatan
    satu.refresh_from_db()
    satu.kegiatan = kegiatan
    return audit.catat(f"kertas_kerja.{aksi}", satu, oleh=oleh, dari=dari, ke=ke, **rincian)


def _orang(satu: KertasKerja) -> list[Pengguna]:
    """Who fills the sheet."""
    if satu.perangkat_daerah:
        return list(orang_unit(satu.perangkat_daerah))
    if satu.mitra:
        return list(orang_mitra(satu.mitra))
    return list(Pengguna.objects.berperan(Peran.TIM, pada=timezone.localdate()))
