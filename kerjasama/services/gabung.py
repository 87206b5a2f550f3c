"""Merging two records of one mitra: everything moves, the one record is closed, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Model

from inti import audit
from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar, wajib
from kerjasama.domain.gabung import periksa_gabung
from kerjasama.models import Mitra, NamaMitra, Naskah, ParaPihak
from kerjasama.queries.gabung import (
    Aturan,
    Bentrok,
    Pindahan,
    Rencana,
    pindahan,
    rencana_gabung,
    sebut,
)
from kerjasama.services import baris_nama

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from inti.models import Pengguna

DARI_GABUNGAN = "Dari penggabungan"


@transaction.atomic
def gabungkan(pk: int, *, ke: int, sidik: str, oleh: Pengguna) -> Mitra:
    """Everything of `pk` goes to `ke`, which stays; `pk` is closed and points there.

    `sidik` is the fingerprint of the plan that the person read. Raises AturanDilanggar when it
    is another one by now, when one of the two was merged, or when both worked on the same thing.
    """
    # Naskah before mitra, both in the order of their keys: as every other service holds them.
    naskah = _kunci_naskah(pk)
    asal, tujuan = _kunci_mitra(pk, ke)
    rencana = rencana_gabung(asal, tujuan)
    _periksa(rencana, asal, tujuan, sidik=sidik)
    _tutup(asal, tujuan)
    jumlah = {p.nama: len(p.asal) for p in rencana.pindahan}
    bentrok = [str(b) for b in rencana.bentrok]
    isi = _lengkapi(tujuan, asal, ("alamat", "surel", "telepon"))
    tidak_dipakai = _pindahkan(rencana.pindahan, tujuan)
    if not tujuan.riwayat_nama.filter(nama=asal.nama).exists():
        baris_nama.tambah(tujuan, asal.nama, lain=True, dasar=DARI_GABUNGAN)
    Naskah.objects.filter(pk__in=naskah).update(versi_fakta=F("versi_fakta") + 1)
    audit.catat(
        "mitra.gabungkan",
        asal,
        oleh=oleh,
        ke=tujuan.nama,
        ke_id=tujuan.pk,
        pindah=jumlah,
        bentrok=bentrok,
        diisi=isi,
        tidak_dipakai=tidak_dipakai,
    )
    return tujuan


def _kunci_naskah(pk: int) -> list[int]:
    """The naskah of the mitra, held until the end of the transaction."""
    # Not their keys: a new naskah may refer to one of them while it waits for its mitra.
    milik = Naskah.objects.select_for_update(of=("self",), no_key=True)
    milik = milik.filter(pk__in=ParaPihak.objects.filter(mitra=pk).values("naskah"))
    return list(milik.order_by("pk").values_list("pk", flat=True))


def _kunci_mitra(pk: int, ke: int) -> tuple[Mitra, Mitra]:
    """The two records, held likewise."""
    terkunci = Mitra.objects.select_for_update(of=("self",)).filter(pk__in=(pk, ke)).order_by("pk")
    mitra = {m.pk: m for m in terkunci}
    return mitra[pk], mitra[ke]


def _periksa(rencana: Rencana, asal: Mitra, tujuan: Mitra, *, sidik: str) -> None:
    """Whether the two may become one, by the very plan that the person read."""
    wajib(
        periksa_gabung(
            sama=asal == tujuan,
            asal_tergabung=asal.digabung_ke_id is not None,
            tujuan_tergabung=tujuan.digabung_ke_id is not None,
            penghalang=rencana.penghalang,
        )
    )
    if sidik != rencana.sidik:
        raise AturanDilanggar(
            "Ada yang berubah pada salah satu mitra sejak pratinjau dibuka. Periksa pratinjau "
            "yang baru, lalu gabungkan lagi."
        )


def _tutup(asal: Mitra, tujuan: Mitra) -> None:
    """`asal` is closed and points to `tujuan`, unless somebody was faster."""
    # Upper case: no folded name looks like this, so the key is free for the mitra that stays.
    kunci = f"DIGABUNG {asal.pk}"
    diambil = Mitra.objects.filter(pk=asal.pk, digabung_ke=None)
    if not diambil.update(digabung_ke=tujuan, kunci=kunci):
        raise AturanDilanggar("Mitra ini baru saja digabung orang lain.")


def _pindahkan(semua: Iterable[Pindahan], tujuan: Model) -> list[dict[str, str]]:
    """Settle what both have, move the rest; what is used no longer comes back for the trail."""
    tidak_dipakai: list[dict[str, str]] = []
    for satu in semua:
        model, kolom = satu.relasi.related_model, satu.relasi.field.name
        if model is NamaMitra:
            _nama_lain(satu)
        for bentrok in satu.bentrok:
            tidak_dipakai += _selesaikan(bentrok)
        milik = model._base_manager.filter(pk__in=[b.pk for b in satu.asal])
        milik.update(**{kolom: tujuan})
    return tidak_dipakai


def _selesaikan(bentrok: Bentrok) -> list[dict[str, str]]:
    """One row instead of two, by the rule that the preview named."""
    asal, tujuan = bentrok.asal, bentrok.tujuan
    manajer = type(asal)._base_manager
    if bentrok.aturan == Aturan.LEBUR:
        kolom = ("nomor", "penanda_tangan", "jabatan")
        beda = {n: str(getattr(asal, n)) for n in kolom if getattr(asal, n)}
        tersisa = _pindahkan(pindahan(asal, tujuan), tujuan)
        _satukan_masa(tujuan, asal)
        diisi = _lengkapi(tujuan, asal, kolom)
        asal.delete()
        beda = {n: v for n, v in beda.items() if n not in diisi and getattr(tujuan, n) != v}
        return [*tersisa, *([{"pada": sebut(tujuan)} | beda] if beda else [])]
    if bentrok.aturan == Aturan.SATUKAN:
        terawal = min(asal.mulai, tujuan.mulai)
        manajer.filter(pk=tujuan.pk).update(mulai=terawal)
        manajer.filter(pk=asal.pk).delete()
    elif bentrok.aturan == Aturan.TURUNKAN:
        manajer.filter(pk=asal.pk).update(utama=False)
    elif bentrok.aturan == Aturan.BUANG_TUJUAN:
        tujuan.delete()
    else:
        asal.delete()
    return []


def _satukan_masa(tujuan: Any, asal: Any) -> None:
    """A party since the earlier of the two came, until the later of them left."""
    for kolom, pilih in (("bergabung_pada", min), ("diakhiri_pada", max)):
        dua = (getattr(tujuan, kolom), getattr(asal, kolom))
        setattr(tujuan, kolom, None if None in dua else pilih(dua))
    tujuan.save(update_fields=["bergabung_pada", "diakhiri_pada"])


def _nama_lain(nama: Pindahan) -> None:
    """The names of the twin find the mitra from now on; documents do not print them."""
    ada = set(_baris_nama(nama.tujuan).values_list("nama", flat=True))
    for satu in _baris_nama(nama.asal):
        if satu.nama in ada:
            satu.delete()
            continue
        ada.add(satu.nama)
        masa = [
            f"{kata} {tanggal_indonesia(hari)}"
            for kata, hari in (("sejak", satu.mulai), ("sampai", satu.sampai))
            if hari
        ]
        dasar = "; ".join(t for t in (DARI_GABUNGAN, " ".join(masa), satu.dasar) if t)
        NamaMitra.objects.filter(pk=satu.pk).update(
            lain=True, mulai=None, sampai=None, dasar=dasar[:250]
        )


def _baris_nama(kunci: Iterable[Any]) -> QuerySet[NamaMitra]:
    return NamaMitra.objects.filter(pk__in=[k.pk for k in kunci]).order_by("pk")


def _lengkapi(tujuan: Model, asal: Model, kolom: Iterable[str]) -> list[str]:
    """Fill what is empty; the names of what was filled."""
    isi = {n: getattr(asal, n) for n in kolom if getattr(asal, n) and not getattr(tujuan, n)}
    if isi:
        type(tujuan)._base_manager.filter(pk=tujuan.pk).update(**isi)
        for nama, nilai in isi.items():
            setattr(tujuan, nama, nilai)
    return list(isi)
