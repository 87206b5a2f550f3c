"""Writing the matrix: rows and their recommendations, never over someone else's change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F

from inti import audit
from inti.putusan import AturanDilanggar, tolak, wajib
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.matrik import (
    periksa_hapus_baris,
    periksa_hapus_rekomendasi,
    periksa_isi,
    periksa_sel,
    periksa_ubah_rekomendasi,
)
from pengawasan.enums import JenisKegiatan, JenisRekomendasi, StatusKegiatan, StatusRekomendasi
from pengawasan.models import BarisMatrik, Kegiatan, Matrik, Rekomendasi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna

Beda = dict[str, list[str]]


class MatrikBerubah(AturanDilanggar):
    """Someone else was faster; `versi` is the version that stands now."""

    def __init__(self, versi: int) -> None:
        super().__init__(
            "Matrik ini diubah orang lain setelah Anda membukanya, jadi isian Anda belum "
            "disimpan. Periksa perubahannya, lalu simpan lagi."
        )
        self.versi = versi


@transaction.atomic
def simpan_baris(
    kegiatan_pk: int,
    *,
    versi: int,
    baris_pk: int | None = None,
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    oleh: Pengguna,
) -> BarisMatrik:
    """Write one row (new when `baris_pk` is None) and its recommendations.

    `rekomendasi` are dicts of pk (or None), jenis, uraian, tenggat; those left out are removed
    while they may be. `versi` is the matrix's version on the page: 0 when there was none.
    Raises MatrikBerubah when someone else changed the matrix meanwhile, AturanDilanggar when
    what is to change is locked.
    """
    kegiatan = _terbuka(kegiatan_pk)
    wajib(periksa_isi([(JenisRekomendasi(r["jenis"]), r.get("uraian", "")) for r in rekomendasi]))
    matrik = _naikkan(kegiatan, versi, oleh=oleh)
    if baris_pk is None:
        baris, beda = _tambah_baris(matrik, data)
    else:
        baris, beda = _ubah_baris(matrik, baris_pk, data)
    beda |= _simpan_rekomendasi(baris, rekomendasi)
    audit.catat(
        "matrik.simpan", kegiatan, oleh=oleh, versi=matrik.versi, baris=baris.urutan, nilai=beda
    )
    return baris


@transaction.atomic
def hapus_baris(kegiatan_pk: int, *, versi: int, baris_pk: int, oleh: Pengguna) -> None:
    """Remove a row nothing of which went to the chair; the rest close ranks."""
    kegiatan = _terbuka(kegiatan_pk)
    matrik = _naikkan(kegiatan, versi, oleh=oleh)
    baris = BarisMatrik.objects.get(pk=baris_pk, matrik=matrik)
    wajib(periksa_hapus_baris(_status(baris)))
    isi = {nama: str(getattr(baris, nama)) for nama in ("materi_evaluasi", "permasalahan")}
    urutan = baris.urutan
    baris.delete()
    for sisa in matrik.baris.filter(urutan__gt=urutan).order_by("urutan"):
        BarisMatrik.objects.filter(pk=sisa.pk).update(urutan=sisa.urutan - 1)
    audit.catat("matrik.hapus", kegiatan, oleh=oleh, versi=matrik.versi, baris=urutan, **isi)


def _terbuka(kegiatan_pk: int) -> Kegiatan:
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_pk)
    if kegiatan.jenis != JenisKegiatan.EVALUASI:
        wajib(tolak("Matrik hanya disusun untuk evaluasi (Pasal 6 ayat (6))."))
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    return kegiatan


def _naikkan(kegiatan: Kegiatan, versi: int, *, oleh: Pengguna) -> Matrik:
    """The matrix, one version on; two editors of one version collide here."""
    matrik, baru = Matrik.objects.get_or_create(kegiatan=kegiatan, defaults={"disusun_oleh": oleh})
    if baru and versi == 0:
        return matrik
    if not Matrik.objects.filter(pk=matrik.pk, versi=versi).update(versi=F("versi") + 1):
        raise MatrikBerubah(matrik.versi)
    matrik.refresh_from_db()
    return matrik


def _tambah_baris(matrik: Matrik, data: dict[str, Any]) -> tuple[BarisMatrik, Beda]:
    terakhir = matrik.baris.aggregate(m=models.Max("urutan"))["m"] or 0
    _periksa_unit(matrik, data)
    baris = BarisMatrik.objects.create(matrik=matrik, urutan=terakhir + 1, **data)
    return baris, {nama: ["", str(nilai)] for nama, nilai in data.items()}


def _ubah_baris(matrik: Matrik, pk: int, data: dict[str, Any]) -> tuple[BarisMatrik, Beda]:
    baris = BarisMatrik.objects.select_related("perangkat_daerah").get(pk=pk, matrik=matrik)
    beda = {n: [str(getattr(baris, n)), str(v)] for n, v in data.items() if getattr(baris, n) != v}
    if not beda:
        return baris, {}
    wajib(periksa_sel(_status(baris)))
    if "perangkat_daerah" in beda:
        _periksa_unit(matrik, data)
    BarisMatrik.objects.filter(pk=pk).update(**data)
    return baris, beda


def _periksa_unit(matrik: Matrik, data: dict[str, Any]) -> None:
    """Only a unit of the naskah can answer for it: no other sees the follow-up."""
    unit = data["perangkat_daerah"]
    if not matrik.kegiatan.naskah.keterlibatan.filter(perangkat_daerah=unit).exists():
        wajib(tolak(f"{unit} bukan perangkat daerah pada naskah ini; tambahkan dahulu di naskah."))


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
