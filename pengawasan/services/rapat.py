"""Recording the meeting: who attended, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from inti import audit
from inti.putusan import tolak, wajib
from inti.services.kolom import KolomBerubah
from pengawasan.domain.berita_acara import periksa_kejadian
from pengawasan.domain.kegiatan import periksa_hasil, periksa_hasil_rapat
from pengawasan.enums import StatusKegiatan
from pengawasan.models import Hadirin, Kegiatan, KeputusanRapat, Notulensi, Rapat
from pengawasan.queries.rapat import (
    keputusan_kata,
    pisahkan_hadirin,
    sidik_hadirin,
    sidik_notulensi,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from inti.models import Pengguna

HADIRIN_TERBANYAK = 300
RAPAT_LAIN = "Rapat kegiatan ini baru saja diadakan orang lain; isian Anda belum disimpan."


@transaction.atomic
def simpan_hadirin(
    kegiatan_pk: int,
    baris: Sequence[dict[str, Any]],
    *,
    oleh: Pengguna,
    sidik: str | None = None,
    diketahui: Collection[int] | None = None,
) -> None:
    """Replace the daftar hadir by these lines, in this order.

    `sidik` is the fingerprint of the list as it stood on the page; another one in the meantime
    raises KolomBerubah. None does not ask. `diketahui` are the rows that were on the page:
    whoever checked in by QR since then is not among them, and stays behind the others.
    """
    rapat = _terbuka(kegiatan_pk, oleh=oleh)
    semua = list(rapat.hadirin.select_related("tanda"))
    dikenal, baru_datang = pisahkan_hadirin(semua, diketahui)
    if sidik is not None and sidik != sidik_hadirin(dikenal):
        raise KolomBerubah
    if len(baris) + len(baru_datang) > HADIRIN_TERBANYAK:
        wajib(tolak(f"Paling banyak {HADIRIN_TERBANYAK} orang dalam satu daftar hadir."))
    _ganti_hadirin(rapat, dikenal, baris, baru_datang)
    audit.catat(
        "daftar_hadir.simpan",
        rapat,
        oleh=oleh,
        jumlah=len(baris),
        nama=[b["nama"] for b in baris],
    )


@transaction.atomic
def simpan_notulensi(
    kegiatan_pk: int,
    data: dict[str, Any],
    *,
    oleh: Pengguna,
    sidik: str | None = None,
    keputusan: Sequence[dict[str, Any]] | None = None,
) -> Notulensi:
    """Write the minutes, or write them over. `sidik` as in simpan_hadirin.

    `keputusan` are the decisions in their order, columns of KeputusanRapat; None leaves them.
    """
    rapat = _terbuka(kegiatan_pk, oleh=oleh)
    lama = Notulensi.objects.filter(rapat=rapat).first()
    if sidik is not None and sidik != sidik_notulensi(lama):
        raise KolomBerubah
    hari_ini = timezone.localdate()
    for ttd in rapat.kegiatan.values_list("naskah__tanggal_ttd", flat=True):
        if not periksa_kejadian(data["tanggal"], tanggal_ttd=ttd, hari_ini=hari_ini):
            wajib(tolak("Tanggal rapat harus antara penandatanganan naskah dan hari ini."))
    notulensi, _ = Notulensi.objects.update_or_create(
        rapat=rapat, defaults=data | {"dicatat_oleh": oleh}
    )
    beda = {n: [getattr(lama, n, ""), v] for n, v in data.items() if getattr(lama, n, "") != v}
    if keputusan is not None:
        beda |= _ganti_keputusan(notulensi, keputusan)
    audit.catat("notulensi.simpan", rapat, oleh=oleh, nilai=beda)
    return notulensi


def _ganti_keputusan(
    notulensi: Notulensi, keputusan: Sequence[dict[str, Any]]
) -> dict[str, list[list[str]]]:
    """What changed, in words, for the trail."""
    milik = set(notulensi.rapat.kegiatan.values_list("pk", flat=True))
    if any(b["kegiatan"] and b["kegiatan"].pk not in milik for b in keputusan):
        wajib(tolak("Keputusan hanya dapat menyangkut naskah rapat ini."))
    lama = keputusan_kata(notulensi)
    notulensi.keputusan.all().delete()
    KeputusanRapat.objects.bulk_create(
        KeputusanRapat(notulensi=notulensi, urutan=urutan, **satu)
        for urutan, satu in enumerate(keputusan, start=1)
    )
    baru = keputusan_kata(notulensi)
    return {"keputusan": [lama, baru]} if lama != baru else {}


def _ganti_hadirin(
    rapat: Rapat,
    dikenal: Sequence[Hadirin],
    baris: Sequence[dict[str, Any]],
    baru_datang: Sequence[Hadirin],
) -> None:
    """A line that names an existing one (`pk`) keeps how and when that person came."""
    disebut = [b["pk"] for b in baris if b.get("pk")]
    if len(disebut) != len(set(disebut)):
        wajib(tolak("Satu orang tercantum dua kali. Muat ulang halaman."))
    tetap = {h.pk for h in dikenal} & set(disebut)
    rapat.hadirin.filter(pk__in={h.pk for h in dikenal} - tetap).delete()
    baru = []
    for urutan, satu in enumerate(baris, start=1):
        kolom = {n: v for n, v in satu.items() if n != "pk"} | {"urutan": urutan}
        if satu.get("pk") in tetap:
            Hadirin.objects.filter(pk=satu["pk"]).update(**kolom)
        else:
            baru.append(Hadirin(rapat=rapat, **kolom))
    Hadirin.objects.bulk_create(baru)
    for urutan, datang in enumerate(baru_datang, start=len(baris) + 1):
        Hadirin.objects.filter(pk=datang.pk).update(urutan=urutan)


def _terbuka(kegiatan_pk: int, *, oleh: Pengguna) -> Rapat:
    """The meeting of the kegiatan, made from its plan if there is none, still open for results."""
    satu = Kegiatan.objects.get(pk=kegiatan_pk)
    sama = Q(pk=kegiatan_pk) | Q(rapat__isnull=False, rapat=satu.rapat_id)
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).filter(sama)
    semua = {k.pk: k for k in terkunci.order_by("pk")}
    wajib(periksa_hasil(StatusKegiatan(semua[kegiatan_pk].status)))
    wajib(periksa_hasil_rapat([StatusKegiatan(k.status) for k in semua.values()]))
    rapat = semua[kegiatan_pk].rapat
    if rapat is not None and rapat.dibatalkan_pada:
        wajib(tolak("Rapat ini dibatalkan. Adakan rapat lain untuk kegiatan ini lebih dahulu."))
    return rapat or _dari_rencana(semua[kegiatan_pk], oleh=oleh)


def _dari_rencana(kegiatan: Kegiatan, *, oleh: Pengguna) -> Rapat:
    rapat = Rapat.objects.create(
        tanggal=kegiatan.tanggal_pelaksanaan or kegiatan.tanggal_rencana,
        mulai=kegiatan.waktu_rencana,
        tempat=kegiatan.tempat,
        dibuat_oleh=oleh,
    )
    if not Kegiatan.objects.filter(pk=kegiatan.pk, rapat=None).update(rapat=rapat):
        wajib(tolak(RAPAT_LAIN))
    return rapat
