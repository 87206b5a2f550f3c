"""Values of rows as words and events, for the berkas lengkap."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import tanggal_indonesia
from pelaporan.domain.berkas_lengkap import Lampiran, Peristiwa

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from inti.models import Berkas, NomorSurat
    from pelaporan.domain.berkas_lengkap import Isi

KOSONG = "–"


def kata(nilai: Any) -> str:
    """One value in words; a dash for nothing."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, datetime):
        lokal = timezone.localtime(nilai)
        return f"{tanggal_indonesia(lokal.date())} pukul {lokal:%H.%M}"
    if isinstance(nilai, date):
        return tanggal_indonesia(nilai)
    return KOSONG if nilai in (None, "") else str(nilai)


def baris(*nilai: Any) -> tuple[str, ...]:
    """One row of words."""
    return tuple(kata(n) for n in nilai)


def ringkasan(objek: Model, kecuali: Iterable[str]) -> list[tuple[str, str]]:
    """Name and words of every column but those."""
    lewati = set(kecuali)
    return [
        (str(f.verbose_name), _isi(objek, f))
        for f in objek._meta.concrete_fields
        if f.name not in lewati
    ]


def _isi(objek: Model, kolom: Any) -> str:
    if kolom.choices:
        return kata(getattr(objek, f"get_{kolom.name}_display")())
    return kata(getattr(objek, kolom.name))


def sumber(objek: Model) -> str:
    """Which row something comes from: `kerjasama.naskah:12`."""
    return f"{objek._meta.label_lower}:{objek.pk}"


def catat(isi: Isi, kapan: date | datetime | None, jenis: str, uraian: Any, objek: Model) -> None:
    """Add an event, if it has a date."""
    if kapan is None:
        return
    jam = ""
    if isinstance(kapan, datetime):
        kapan = timezone.localtime(kapan)
        kapan, jam = kapan.date(), f"{kapan:%H.%M}"
    isi.peristiwa.append(Peristiwa(kapan, jam, jenis, objek.pk, str(uraian), sumber(objek)))


def lampirkan(isi: Isi, berkas: Berkas, keterangan: str, objek: Model) -> None:
    """Add a stored file, with the row it belongs to."""
    isi.lampiran.append(
        Lampiran(
            sha256=berkas.sha256,
            ukuran=berkas.ukuran,
            nama=berkas.nama,
            keterangan=keterangan,
            sumber=sumber(objek),
            letak=berkas.path,
        )
    )


def surati(isi: Isi, nomor: NomorSurat | None, objek: Model) -> None:
    """Add the letter that a row went out as, if it has a number."""
    if nomor is None:
        return
    isi.surat.append(
        baris(nomor.nomor, nomor.tanggal, nomor.jenis, nomor.perihal, nomor.alasan_batal)
    )
    catat(isi, nomor.tanggal, "Surat", f"{nomor.jenis} {nomor.nomor}", objek)


def tandai(isi: Isi, objek: Iterable[Model]) -> None:
    """The trail of these rows belongs to the dossier."""
    isi.objek += [(satu._meta.label_lower, satu.pk) for satu in objek]
