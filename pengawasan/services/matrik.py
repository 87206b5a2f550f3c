"""Writing the matrix: rows and their recommendations, never over someone else's change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, tolak, wajib
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.matrik import (
    periksa_hapus_baris,
    periksa_hapus_rekomendasi,
    periksa_isi,
    periksa_sel,
    periksa_tambah,
    periksa_ubah_rekomendasi,
)
from pengawasan.enums import JenisKegiatan, JenisRekomendasi, StatusKegiatan, StatusRekomendasi
from pengawasan.models import BarisMatrik, Kegiatan, Matrik, Rekomendasi
from pengawasan.services import rantai

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import Pengguna

Beda = dict[str, list[str]]
# Numbers move out of the way by so much and back: no two rows have one number in between.
GESER = 10_000


class BarisBerubah(AturanDilanggar):
    """Someone else saved this row meanwhile; `baris` is as it stands now, None when it is gone."""

    def __init__(self, baris: BarisMatrik | None) -> None:
        super().__init__(
            "Baris ini diubah orang lain setelah Anda membukanya, jadi isian Anda belum disimpan. "
            "Bandingkan keduanya, pilih atau gabungkan, lalu simpan lagi."
            if baris
            else "Baris ini dihapus orang lain setelah Anda membukanya. Isian Anda belum hilang: "
            "simpan lagi untuk menjadikannya baris baru."
        )
        self.baris = baris


@transaction.atomic
def simpan_baris(
    kegiatan_pk: int,
    *,
    baris_pk: int | None = None,
    versi: int = 0,
    kunci: UUID | None = None,
    urutan: int | None = None,
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    oleh: Pengguna,
) -> BarisMatrik:
    """Write one row (new when `baris_pk` is None, last or at `urutan`) and its recommendations.

    `rekomendasi` are dicts of pk (or None), jenis, uraian, tenggat; those left out are removed
    while they may be. `versi` is the row's version on the page, `kunci` the browser's name for
    this save: what was received before is answered with what it did. Raises BarisBerubah when
    someone else changed the row meanwhile, AturanDilanggar when what is to change is locked.
    """
    kegiatan = terbuka(kegiatan_pk)
    wajib(periksa_isi([(JenisRekomendasi(r["jenis"]), r.get("uraian", "")) for r in rekomendasi]))
    if baris_pk is None:
        return _tambah(kegiatan, kunci, data, rekomendasi, urutan=urutan, oleh=oleh)
    return _ubah(kegiatan, baris_pk, versi, kunci, data, rekomendasi, oleh=oleh)


@transaction.atomic
def hapus_baris(kegiatan_pk: int, *, versi: int, baris_pk: int, oleh: Pengguna) -> None:
    """Remove a row nothing of which went to the chair; the rest close ranks."""
    kegiatan = terbuka(kegiatan_pk)
    baris = BarisMatrik.objects.get(pk=baris_pk, matrik__kegiatan=kegiatan)
    if baris.versi != versi:
        raise BarisBerubah(baris)
    wajib(periksa_hapus_baris(_status(baris)))
    isi = {nama: str(getattr(baris, nama)) for nama in ("materi_evaluasi", "permasalahan")}
    matrik, urutan = baris.matrik, baris.urutan
    baris.delete()
    geser(matrik, urutan + 1, GESER - 1, oleh_satu=-1)
    Matrik.objects.filter(pk=matrik.pk).update(versi_urutan=F("versi_urutan") + 1)
    audit.catat(
        "matrik.hapus", kegiatan, oleh=oleh, baris=urutan, baris_pk=baris_pk, versi=versi + 1, **isi
    )


def terbuka(kegiatan_pk: int) -> Kegiatan:
    """The evaluasi, held, while its matrix may be written."""
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_pk)
    if kegiatan.jenis != JenisKegiatan.EVALUASI:
        wajib(tolak("Matrik hanya disusun untuk evaluasi (Pasal 6 ayat (6))."))
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    return kegiatan


def buka_matrik(kegiatan: Kegiatan, *, tambahan: int, oleh: Pengguna) -> tuple[Matrik, int]:
    """The matrix and its last number, when so many more rows fit in."""
    matrik, _ = Matrik.objects.get_or_create(kegiatan=kegiatan, defaults={"disusun_oleh": oleh})
    terakhir = matrik.baris.aggregate(m=models.Max("urutan"))["m"] or 0
    wajib(periksa_tambah(terakhir, tambahan))
    Matrik.objects.filter(pk=matrik.pk).update(diubah_pada=timezone.now())
    return matrik, terakhir


def geser(matrik: Matrik, dari: int, sampai: int, *, oleh_satu: int) -> None:
    """Number the rows from `dari` to `sampai` one up or down, in two statements."""
    rentang = matrik.baris.filter(urutan__gte=dari, urutan__lte=sampai)
    rentang.update(urutan=F("urutan") + GESER)
    digeser = matrik.baris.filter(urutan__gte=dari + GESER, urutan__lte=sampai + GESER)
    digeser.update(urutan=F("urutan") - GESER + oleh_satu)


def periksa_unit(kegiatan: Kegiatan, data: dict[str, Any]) -> None:
    """Only a unit of the naskah can answer for it: no other sees the follow-up."""
    unit = data["perangkat_daerah"]
    if unit and not kegiatan.naskah.keterlibatan.filter(perangkat_daerah=unit).exists():
        wajib(tolak(f"{unit} bukan perangkat daerah pada naskah ini; tambahkan dahulu di naskah."))


def _tambah(
    kegiatan: Kegiatan,
    kunci: UUID | None,
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    *,
    urutan: int | None,
    oleh: Pengguna,
) -> BarisMatrik:
    if kunci and (ada := BarisMatrik.objects.filter(kunci=kunci).first()):
        if ada.matrik.kegiatan_id == kegiatan.pk and _seperti(ada, kunci, data):
            return ada
        raise BarisBerubah(ada if ada.matrik.kegiatan_id == kegiatan.pk else None)
    if not rekomendasi and not any(data.values()):
        wajib(tolak("Isi sedikitnya satu kolom sebelum baris disimpan."))
    periksa_unit(kegiatan, data)
    matrik, terakhir = buka_matrik(kegiatan, tambahan=1, oleh=oleh)
    if urutan and urutan <= terakhir:
        geser(matrik, urutan, terakhir, oleh_satu=1)
        Matrik.objects.filter(pk=matrik.pk).update(versi_urutan=F("versi_urutan") + 1)
    else:
        urutan = terakhir + 1
    baris = BarisMatrik.objects.create(
        matrik=matrik, urutan=urutan, kunci=kunci, kiriman=kunci, **data
    )
    catat_baru("matrik.simpan", kegiatan, baris, data, rekomendasi, oleh=oleh)
    return baris


def catat_baru(
    aksi: str,
    kegiatan: Kegiatan,
    baris: BarisMatrik,
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    *,
    oleh: Pengguna,
    **rincian: Any,
) -> None:
    """What belongs to a row that was just made: its recommendations, their saran, the trail."""
    beda = {nama: ["", str(nilai or "")] for nama, nilai in data.items()}
    beda |= _simpan_rekomendasi(baris, rekomendasi)
    _catat(aksi, kegiatan, baris, beda, oleh=oleh, **rincian)


def _ubah(
    kegiatan: Kegiatan,
    pk: int,
    versi: int,
    kunci: UUID | None,
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    *,
    oleh: Pengguna,
) -> BarisMatrik:
    milik = BarisMatrik.objects.select_related("perangkat_daerah").filter(matrik__kegiatan=kegiatan)
    baris = milik.filter(pk=pk).first()
    if baris is not None and kunci and baris.kiriman == kunci:
        return baris
    # Two editors of one version collide here; nobody else does.
    naik = BarisMatrik.objects.filter(pk=pk, matrik__kegiatan=kegiatan, versi=versi)
    if not naik.update(versi=F("versi") + 1, kiriman=kunci) or baris is None:
        raise BarisBerubah(baris)
    beda = _ubah_sel(kegiatan, baris, data) | _simpan_rekomendasi(baris, rekomendasi)
    baris.refresh_from_db()
    _catat("matrik.simpan", kegiatan, baris, beda, oleh=oleh)
    return baris


def _ubah_sel(kegiatan: Kegiatan, baris: BarisMatrik, data: dict[str, Any]) -> Beda:
    beda = {
        nama: [str(getattr(baris, nama) or ""), str(nilai or "")]
        for nama, nilai in data.items()
        if getattr(baris, nama) != nilai
    }
    if not beda:
        return {}
    wajib(periksa_sel(_status(baris)))
    if "perangkat_daerah" in beda:
        periksa_unit(kegiatan, data)
    BarisMatrik.objects.filter(pk=baris.pk).update(**data)
    return beda


def _catat(
    aksi: str,
    kegiatan: Kegiatan,
    baris: BarisMatrik,
    beda: Beda,
    *,
    oleh: Pengguna,
    **rincian: Any,
) -> None:
    rantai.catat_saran([baris], oleh=oleh)
    audit.catat(
        aksi,
        kegiatan,
        oleh=oleh,
        baris=baris.urutan,
        baris_pk=baris.pk,
        versi=baris.versi,
        nilai=beda,
        **rincian,
    )


def _seperti(baris: BarisMatrik, kunci: UUID, data: dict[str, Any]) -> bool:
    """Whether the row is what this very save left."""
    return baris.kiriman == kunci and all(getattr(baris, n) == v for n, v in data.items())


def _status(baris: BarisMatrik) -> list[StatusRekomendasi]:
    return [StatusRekomendasi(s) for s in baris.rekomendasi.values_list("status", flat=True)]


def _simpan_rekomendasi(baris: BarisMatrik, rekomendasi: Sequence[dict[str, Any]]) -> Beda:
    """Add, change and remove, leaving what was decided as it was."""
    ada = {r.pk: r for r in baris.rekomendasi.all()}
    terkunci = periksa_sel([StatusRekomendasi(r.status) for r in ada.values()])
    beda: Beda = {}
    for isi in rekomendasi:
        nilai = {k: v for k, v in isi.items() if k != "pk"}
        lama = ada.pop(isi.get("pk") or 0, None)
        if lama is None:
            wajib(terkunci)
            baru = Rekomendasi.objects.create(baris=baris, **nilai)
            beda[f"rekomendasi {baru.pk}"] = ["", _sebut(baru)]
        elif any(getattr(lama, nama) != v for nama, v in nilai.items()):
            wajib(periksa_ubah_rekomendasi(StatusRekomendasi(lama.status)))
            semula = _sebut(lama)
            Rekomendasi.objects.filter(pk=lama.pk, status=lama.status).update(**nilai)
            lama.refresh_from_db()
            beda[f"rekomendasi {lama.pk}"] = [semula, _sebut(lama)]
    for sisa in ada.values():
        wajib(periksa_hapus_rekomendasi(StatusRekomendasi(sisa.status)))
        beda[f"rekomendasi {sisa.pk}"] = [_sebut(sisa), ""]
        sisa.delete()
    return beda


def _sebut(rekomendasi: Rekomendasi) -> str:
    tenggat = f" ({rekomendasi.tenggat})" if rekomendasi.tenggat else ""
    return f"{rekomendasi}: {rekomendasi.uraian}{tenggat}"
