"""The rows of a berita acara: replaced as a whole, kept per round, carried into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from inti import exif
from inti.putusan import tolak, wajib
from inti.services.berkas import simpan_unggahan
from kerjasama.domain.pemenuhan import status_dari_persen
from kerjasama.enums import SisiPernyataan
from kerjasama.models import Butir
from kerjasama.services import pernyataan
from pengawasan.domain.berita_acara import FOTO_TERBANYAK
from pengawasan.models import (
    AngkaBeritaAcara,
    FotoBeritaAcara,
    KesepakatanBeritaAcara,
    PenandaTangan,
    PutaranBeritaAcara,
    Temuan,
)
from pengawasan.queries.berita_acara import cuplikan_isi

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.models import Mitra
    from pengawasan.models import BeritaAcara

    Baris = Mapping[str, Sequence[Mapping[str, Any]]]

MODEL: Mapping[str, type[Any]] = {
    "temuan": Temuan,
    "angka": AngkaBeritaAcara,
    "kesepakatan": KesepakatanBeritaAcara,
    "penanda_tangan": PenandaTangan,
}
PERSEN_TERBESAR = 999


class FotoBaru(NamedTuple):
    """A photo that comes with its caption."""

    berkas: Diperiksa
    keterangan: str = ""


def simpan_baris(berita_acara: BeritaAcara, baris: Baris) -> None:
    """The named kinds of rows as given, in their order; kinds that are not named stay."""
    for nama, isi in baris.items():
        model = MODEL[nama]
        butir = {b["butir"].pk for b in isi if b.get("butir")}
        milik = Butir.objects.filter(pk__in=butir, naskah=berita_acara.kegiatan.naskah_id)
        if len(butir) != milik.count():
            wajib(tolak("Kewajiban yang dipilih bukan dari naskah ini."))
        model.objects.filter(berita_acara=berita_acara).delete()
        model.objects.bulk_create(
            model(berita_acara=berita_acara, urutan=n, **satu) for n, satu in enumerate(isi)
        )


def isi_sama(berita_acara: BeritaAcara, data: Mapping[str, Any], baris: Baris) -> bool:
    """Whether columns and rows already say exactly this."""
    return all(getattr(berita_acara, nama) == nilai for nama, nilai in data.items()) and all(
        _baris_tersimpan(berita_acara, nama, isi) == [_nilai(satu) for satu in isi]
        for nama, isi in baris.items()
    )


def _baris_tersimpan(
    berita_acara: BeritaAcara, nama: str, isi: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    kolom = list(isi[0]) if isi else ["pk"]
    return list(MODEL[nama].objects.filter(berita_acara=berita_acara).values(*kolom))


def _nilai(satu: Mapping[str, Any]) -> dict[str, Any]:
    return {n: getattr(v, "pk", v) for n, v in satu.items()}


def simpan_foto(
    berita_acara: BeritaAcara,
    foto: Diperiksa,
    *,
    oleh: Pengguna,
    kunci: UUID | None = None,
    diambil_pada: datetime | None = None,
    keterangan: str = "",
) -> FotoBeritaAcara:
    """One photo with the facts that it tells; `diambil_pada` is the phone's word beside them."""
    fakta = exif.baca(foto.isi)
    if berita_acara.foto.count() >= FOTO_TERBANYAK:
        wajib(tolak(f"Paling banyak {FOTO_TERBANYAK} foto untuk satu berita acara."))
    return FotoBeritaAcara.objects.create(
        berita_acara=berita_acara,
        berkas=simpan_unggahan(foto, oleh=oleh),
        kunci=kunci,
        keterangan=keterangan,
        diambil_pada=fakta.diambil_pada or diambil_pada,
        lintang=fakta.lintang,
        bujur=fakta.bujur,
    )


def buka_putaran(berita_acara: BeritaAcara, *, oleh: Pengguna) -> None:
    """Keep what is submitted now."""
    PutaranBeritaAcara.objects.create(
        berita_acara=berita_acara,
        ke=berita_acara.putaran.count() + 1,
        isi=cuplikan_isi(berita_acara),
        diajukan_oleh=oleh,
        diajukan_pada=timezone.now(),
    )


def tutup_putaran(
    berita_acara: BeritaAcara,
    hasil: str,
    *,
    oleh: Pengguna,
    catatan: str,
    alasan: Mapping[str, str] | None = None,
) -> None:
    """What the reviewer answered to the round that is open."""
    berita_acara.putaran.filter(hasil="").update(
        hasil=hasil,
        diperiksa_oleh=oleh,
        diperiksa_pada=timezone.now(),
        catatan=catatan,
        alasan=dict(alasan or {}),
    )


def nyatakan_angka(berita_acara: BeritaAcara, *, oleh: Pengguna) -> None:
    """Each side's figure as its own statement in the ledger.

    The mitra's figure needs a mitra: that of the item, or the only one of the naskah. Where it
    cannot be told whose it is, the figure stays in the berita acara alone.
    """
    pihak = berita_acara.kegiatan.naskah.pihak.aktif().select_related("mitra")[:2]
    tunggal = pihak[0].mitra if len(pihak) == 1 else None
    for satu in berita_acara.angka.select_related("butir__mitra"):
        mitra = satu.butir.mitra or tunggal
        if satu.nilai_tim is not None:
            _nyatakan(satu, satu.nilai_tim, satu.sumber_tim, SisiPernyataan.TIM, None, oleh)
        if satu.nilai_mitra is not None and mitra:
            sisi = SisiPernyataan.MITRA
            _nyatakan(satu, satu.nilai_mitra, satu.sumber_mitra, sisi, mitra, oleh)


def _nyatakan(
    satu: AngkaBeritaAcara,
    nilai: Any,
    sumber: str,
    sisi: SisiPernyataan,
    mitra: Mitra | None,
    oleh: Pengguna,
) -> None:
    target = satu.butir.target_angka
    persen = round(nilai / target * 100, 2) if target else None
    if persen is not None and persen > PERSEN_TERBESAR:
        persen = None
    berita_acara = satu.berita_acara
    asal = f"{berita_acara}: {sumber}" if sumber else str(berita_acara)
    pernyataan.nyatakan(
        satu.butir_id,
        {
            "ke": 0,
            "status": status_dari_persen(persen),
            "persen": persen,
            "nilai": nilai,
            "uraian": f"{nilai} {satu.satuan}".strip(),
            "tanggal": berita_acara.tanggal_kejadian,
            "sumber": asal[:300],
        },
        sisi=sisi,
        mitra=mitra,
        oleh=oleh,
    )
