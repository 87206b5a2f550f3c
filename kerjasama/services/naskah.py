"""The register's only door: recording, changing, putting in force, ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama import kabar
from kerjasama.domain.addendum import AKHIR, periksa_koreksi
from kerjasama.domain.keluarga import periksa_induk
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.naskah import (
    hari_terakhir_digantikan,
    kurang_untuk_berlaku,
    periksa,
    periksa_akhiri,
    periksa_kaitan,
    periksa_pengganti,
    periksa_riwayat,
    periksa_ubah,
    tujuan,
)
from kerjasama.enums import STATUS_BERLAKU, AksiNaskah, AlasanBerakhir, StatusNaskah
from kerjasama.models import Naskah
from kerjasama.queries.naskah import isi_baris, orang_naskah, sidik_naskah
from kerjasama.services import setoran
from kerjasama.services.baris_naskah import selaraskan
from kerjasama.services.mitra import pegang as pegang_mitra

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna

    Baris = Sequence[dict[str, Any]]

# Facts that the supervision counts from: a change of one raises versi_fakta.
FAKTA = frozenset(
    {
        "tanggal_ttd",
        "tanggal_berakhir",
        "interval_pemantauan",
        "interval_evaluasi",
        "interval_laporan",
        "klausul_interval",
        "mulai_pengawasan",
        "pemantauan_terakhir",
        "evaluasi_terakhir",
        "nomor",
    }
)


class NaskahBerubah(AturanDilanggar):
    """Someone else changed this naskah since its page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini diubah orang lain sejak halaman ini dibuka, jadi isian Anda belum disimpan."
        )


@transaction.atomic
def catat(
    data: dict[str, Any],
    *,
    pihak: Baris,
    perangkat_daerah: Baris,
    butir: Baris = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Naskah:
    """A new naskah, as a draft, or in force when `data["status"]` says so.

    Rows hold keys of mitra and perangkat daerah as `mitra` and `perangkat_daerah`. Raises
    AturanDilanggar when the number is taken, or something is missing to be in force.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah, berlaku = draf(data, oleh=oleh)
    pegang(naskah.menggantikan_id)
    pegang_mitra({b["mitra"] for b in pihak})
    _simpan(naskah)
    selaraskan(naskah, pihak=pihak, perangkat_daerah=perangkat_daerah, butir=butir)
    audit.catat("naskah.catat", naskah, oleh=oleh, judul=naskah.judul[:200])
    if berlaku:
        naskah = berlakukan(naskah.pk, oleh=oleh)
    return naskah


def draf(data: dict[str, Any], *, oleh: Pengguna) -> tuple[Naskah, bool]:
    """A naskah of these columns, not written yet, and whether it is to be in force."""
    kolom = {nama: isi for nama, isi in data.items() if nama != "status"}
    naskah = Naskah(**kolom, kunci_nomor=kunci_nomor(data.get("nomor", "")), dibuat_oleh=oleh)
    return naskah, data.get("status", "") == StatusNaskah.BERLAKU


@transaction.atomic
def ubah(
    pk: int,
    data: dict[str, Any],
    *,
    pihak: Baris | None = None,
    perangkat_daerah: Baris | None = None,
    butir: Baris | None = None,
    oleh: Pengguna,
    sidik: str | None = None,
) -> Naskah:
    """Correct a naskah; the trail holds what was and what is. None leaves rows as they are.

    `sidik` is the fingerprint of the naskah as it stood on the page; another one in the meantime
    means that someone else changed it, and nothing is written.
    """
    naskah = pegang(pk, getattr(data.get("menggantikan"), "pk", None))[pk]
    lama = isi_baris(naskah)
    if sidik is not None and sidik != sidik_naskah(naskah, lama):
        raise NaskahBerubah
    beda = _isi_kolom(naskah, data)
    if pihak is not None:
        pegang_mitra({b["mitra"] for b in pihak})
    selaraskan(naskah, pihak=pihak, perangkat_daerah=perangkat_daerah, butir=butir)
    baru = isi_baris(naskah)
    if not beda and lama == baru:
        return naskah
    _periksa_perubahan(naskah, beda)
    if FAKTA & set(beda) or _mitra(lama) != _mitra(baru):
        naskah.versi_fakta = models.F("versi_fakta") + 1
    _simpan(naskah)
    naskah.refresh_from_db()
    setoran.selaraskan(naskah, oleh=oleh)
    audit.catat("naskah.ubah", naskah, oleh=oleh, nilai=beda, baris=_beda_baris(lama, baru))
    if "menggantikan" in beda and naskah.masih_berlaku:
        _gantikan(naskah, oleh=oleh)
    return naskah


@transaction.atomic
def berlakukan(pk: int, *, oleh: Pengguna) -> Naskah:
    """A draft comes into force; the naskah it replaces, if still in force, ends with it."""
    naskah = pegang(pk, Naskah.objects.values_list("menggantikan", flat=True).get(pk=pk))[pk]
    kurang = _kurang(naskah, per=timezone.localdate())
    pindah(naskah, AksiNaskah.BERLAKUKAN, oleh=oleh, kurang=kurang)
    _gantikan(naskah, oleh=oleh)
    return naskah


@transaction.atomic
def akhiri(pk: int, *, alasan: str, tanggal: date, dasar: str = "", oleh: Pengguna) -> Naskah:
    """The cooperation ends on `tanggal`, its last day, for one of the known reasons.

    `dasar` is what decided it, in words: a letter, a ruling, a recommendation.
    """
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=pk)
    putus = alasan == AlasanBerakhir.WANPRESTASI
    aksi = AksiNaskah.PUTUS if putus else AksiNaskah.AKHIRI
    wajib(periksa(StatusNaskah(naskah.status), aksi))
    if naskah.tanggal_ttd:
        wajib(
            periksa_akhiri(
                tanggal,
                ttd=naskah.tanggal_ttd,
                per=timezone.localdate(),
                alasan=alasan,
                berakhir=naskah.tanggal_berakhir,
            )
        )
    jejak = pindah(
        naskah,
        aksi,
        oleh=oleh,
        alasan_berakhir=alasan,
        tanggal_diakhiri=tanggal,
        dasar_pengakhiran=dasar,
    )
    _kabarkan_akhir(naskah, aksi, jejak)
    return naskah


def pindah(
    naskah: Naskah,
    aksi: AksiNaskah,
    *,
    oleh: Pengguna,
    kurang: Sequence[str] = (),
    diperpanjang: bool = False,
    catatan: dict[str, Any] | None = None,
    **kolom: Any,
) -> JejakAudit:
    """Ask the rules, write only if nobody was faster, record; `catatan` is for the trail alone."""
    dari = StatusNaskah(naskah.status)
    wajib(periksa(dari, aksi, kurang=kurang))
    ke = tujuan(dari, aksi, diperpanjang=diperpanjang)
    tertulis = Naskah.objects.filter(pk=naskah.pk, status=dari).update(
        status=ke, versi_fakta=models.F("versi_fakta") + 1, **kolom
    )
    if not tertulis:
        raise AturanDilanggar("Naskah ini baru saja berubah. Muat ulang halaman.")
    naskah.refresh_from_db()
    setoran.selaraskan(naskah, oleh=oleh)
    isi = kolom | (catatan or {})
    return audit.catat(f"naskah.{aksi}", naskah, oleh=oleh, dari=dari, ke=ke, **isi)


def pegang(*kunci: int | None) -> dict[int, Naskah]:
    """Naskah, held until the end of the transaction, with what is due of those that may end.

    All of them at once and in the order of their keys, before any line is written in the trail:
    whoever has written one holds its end and must not wait for anybody.
    """
    semua = Naskah.objects.select_for_update(of=("self",)).filter(pk__in=[k for k in kunci if k])
    naskah = {n.pk: n for n in semua.order_by("pk")}
    setoran.pegang(naskah)
    return naskah


def _kabarkan_akhir(naskah: Naskah, aksi: AksiNaskah, jejak: JejakAudit) -> None:
    """Tell those who stand in it which day was the last."""
    akhir = tanggal_indonesia(naskah.tanggal_diakhiri) if naskah.tanggal_diakhiri else "–"
    antrekan(
        jejak,
        kepada=orang_naskah(naskah),
        pesan=kabar.KERJA_SAMA_BERAKHIR.tulis(
            kejadian=aksi.label,
            naskah=naskah,
            judul=naskah.judul,
            tanggal=akhir,
            dasar=_dasar(naskah),
        ),
        tautan=naskah.get_absolute_url(),
    )


def _dasar(naskah: Naskah) -> str:
    return f"\nDasar: {naskah.dasar_pengakhiran}" if naskah.dasar_pengakhiran else ""


def _gantikan(baru: Naskah, *, oleh: Pengguna) -> None:
    """What `baru` replaces, if it is still in force, is in force no longer."""
    if baru.menggantikan_id is None or baru.tanggal_ttd is None:
        return
    lama = pegang(baru.menggantikan_id)[baru.menggantikan_id]
    status, ttd = StatusNaskah(lama.status), lama.tanggal_ttd
    wajib(periksa_pengganti(status, ttd_lama=ttd, ttd_baru=baru.tanggal_ttd))
    if status in STATUS_BERLAKU:
        akhir = hari_terakhir_digantikan(ttd_baru=baru.tanggal_ttd, berakhir=lama.tanggal_berakhir)
        catatan = {"pengganti": str(baru)}
        jejak = pindah(
            lama, AksiNaskah.GANTIKAN, oleh=oleh, catatan=catatan, tanggal_diakhiri=akhir
        )
        _kabarkan_akhir(lama, AksiNaskah.GANTIKAN, jejak)


def _kurang(naskah: Naskah, per: date | None = None) -> list[str]:
    jumlah = naskah.pihak.aktif().count()
    return kurang_untuk_berlaku(tanggal_ttd=naskah.tanggal_ttd, jumlah_mitra=jumlah, per=per)


def _periksa_perubahan(naskah: Naskah, beda: Collection[str]) -> None:
    """Still whole, and its days still fit its addenda; `beda` names the columns that change."""
    per = timezone.localdate() if "tanggal_ttd" in beda else None
    wajib(periksa_ubah(StatusNaskah(naskah.status), kurang=_kurang(naskah, per)))
    if {"tanggal_ttd", AKHIR} & set(beda):
        hari = list(naskah.addendum.berlaku().values_list("tanggal_ttd", flat=True))
        ttd, akhir = naskah.tanggal_ttd, naskah.tanggal_berakhir
        wajib(periksa_koreksi(ttd=ttd, berakhir=akhir, addendum=hari))


def _isi_kolom(naskah: Naskah, data: dict[str, Any]) -> dict[str, list[Any]]:
    """Set the columns that differ; what was and what is, by name. The status has its own doors."""
    beda = isi_kolom(naskah, {n: v for n, v in data.items() if n != "status"})
    naskah.kunci_nomor = kunci_nomor(naskah.nomor)
    return beda


def _simpan(naskah: Naskah) -> None:
    """Write, with the refusals that only the database can be sure of as sentences."""
    di_atas, digantikan = _rantai(naskah, "induk"), _rantai(naskah, "menggantikan")
    wajib(periksa_kaitan(naskah.pk or 0, di_atas=di_atas, digantikan=digantikan))
    wajib_riwayat(naskah)
    if naskah.induk:
        wajib(periksa_induk(naskah.jenis, naskah.induk.jenis))
    try:
        with transaction.atomic():
            naskah.save()
    except IntegrityError as error:
        raise AturanDilanggar(_sebab(naskah)) from error


def wajib_riwayat(naskah: Naskah) -> None:
    """Raises AturanDilanggar when what was held last lies in the future."""
    terakhir = {n: getattr(naskah, n) for n in ("pemantauan_terakhir", "evaluasi_terakhir")}
    if salah := periksa_riwayat(terakhir, per=timezone.localdate()):
        raise AturanDilanggar(" ".join(salah.values()))


def _sebab(naskah: Naskah) -> str:
    kembar = Naskah.objects.filter(kunci_nomor=naskah.kunci_nomor).exclude(pk=naskah.pk).first()
    if naskah.kunci_nomor and kembar:
        return (
            f"Nomor {naskah.nomor} sudah tercatat untuk “{kembar.judul[:80]}”. Buka naskah itu, "
            "atau perbaiki nomornya."
        )
    return "Naskah tidak dapat disimpan; periksa urutan tanggal, interval, dan klausulnya."


def _rantai(naskah: Naskah, kaitan: str) -> list[int]:
    """The keys that `kaitan` leads to, one after the other."""
    rantai: list[int] = []
    berikut = getattr(naskah, f"{kaitan}_id")
    while berikut and berikut not in rantai:
        rantai.append(berikut)
        berikut = Naskah.objects.values_list(f"{kaitan}_id", flat=True).get(pk=berikut)
    return rantai


def _mitra(isi: dict[str, list[dict[str, Any]]]) -> set[int]:
    return {b["mitra"] for b in isi["pihak"]}


def _beda_baris(lama: dict[str, Any], baru: dict[str, Any]) -> dict[str, list[Any]]:
    """Of each kind, the rows that are no longer so and those that are so now."""
    return {
        jenis: [
            [b for b in lama[jenis] if b not in baru[jenis]],
            [b for b in baru[jenis] if b not in lama[jenis]],
        ]
        for jenis in lama
        if lama[jenis] != baru[jenis]
    }
