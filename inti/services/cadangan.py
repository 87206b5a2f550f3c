"""Making a backup: the files that are there, the database, the files that came meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import DAFTAR
from inti.cadangan.manifes import Bagian, Manifes
from inti.cadangan.salinan import salin, sidik_berkas
from inti.models import Berkas, CatatanBerkala

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from inti.cadangan.gudang import Gudang

CATATAN = "cadangan"


@dataclass(frozen=True)
class Hasil:
    """What was made; `cacat` names files that the site itself no longer has as it received them."""

    himpunan: Path
    manifes: Manifes
    sidik: str
    berkas_baru: int
    himpunan_dibuang: int
    cacat: list[str]


def cadangkan(gudang: Gudang, *, simpan: int = 0, now: datetime | None = None) -> Hasil:
    """One consistent set; then keep the newest `simpan` sets (0: all of them).

    Files are content-addressed: what the pool has is not copied again. They are copied before
    the database as well as after it, so that a file taken out meanwhile is there too. Raises
    CadanganError or OSError when there is no set; nothing half-made stays, and `/sehat/` hears.
    """
    now = now or timezone.now()
    CatatanBerkala.objects.update_or_create(nama=CATATAN, defaults={"mulai_pada": now})
    try:
        hasil = _buat(gudang, simpan, now)
    except (CadanganError, OSError) as error:
        _catat_gagal(str(error))
        raise
    if hasil.cacat:
        _catat_gagal(hasil.cacat[0])
    else:
        pesan = f"{hasil.himpunan.name}: {hasil.manifes.jumlah_berkas} berkas"
        catatan = CatatanBerkala.objects.filter(nama=CATATAN)
        catatan.update(selesai_pada=timezone.now(), pesan=pesan)
    return hasil


def _catat_gagal(sebab: str) -> None:
    catatan = CatatanBerkala.objects.filter(nama=CATATAN)
    catatan.update(gagal_pada=timezone.now(), pesan=sebab[:500])


def _buat(gudang: Gudang, simpan: int, now: datetime) -> Hasil:
    with gudang.dikunci():
        baru = sum(_salin(gudang, sha, ukuran) is True for sha, ukuran in _berkas_sekarang())
        with gudang.himpunan_baru(now) as sementara:
            salinan = salin(sementara, gudang.sandi)
            cacat, jumlah = [], 0
            with (sementara / DAFTAR).open("w", encoding="ascii") as daftar:
                for sha256, ukuran in _rujukan(salinan.rujukan):
                    hasil = _salin(gudang, sha256, ukuran)
                    baru += hasil is True
                    if isinstance(hasil, str):
                        cacat.append(hasil)
                        continue
                    daftar.write(f"{gudang.sandi.nama(sha256)}\n")
                    jumlah += 1
            salinan.rujukan.unlink()
            path = sementara / DAFTAR
            manifes = Manifes(
                dibuat_pada=now.isoformat(),
                jenis=_jenis(),
                versi_basis_data=salinan.versi,
                basis_data=salinan.basis_data,
                daftar_berkas=Bagian(DAFTAR, path.stat().st_size, sidik_berkas(path)),
                jumlah_berkas=jumlah,
                tabel=salinan.tabel,
                migrasi=salinan.migrasi,
                jumlah_jejak=salinan.jumlah_jejak,
                kepala_jejak=salinan.kepala_jejak,
                cacat=cacat,
            )
            sidik = manifes.tulis(sementara, gudang.sandi)
        himpunan = gudang.himpunan()[-1]
        dibuang = gudang.buang_lama(simpan)[0] if simpan else 0
    return Hasil(himpunan, manifes, sidik, baru, dibuang, cacat)


def _jenis() -> str:
    return str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2]


def _salin(gudang: Gudang, sha256: str, ukuran: int) -> bool | str:
    """True when it is new in the pool, False when it was there; in words what is wrong with it."""
    berkas = Berkas(sha256=sha256)
    try:
        return gudang.simpan(berkas.path, sha256, ukuran)
    except FileNotFoundError:
        return f"berkas {sha256}: isi hilang"
    except ValueError:
        return f"berkas {sha256}: isi berubah"


def _berkas_sekarang() -> Iterator[tuple[str, int]]:
    semua = Berkas.objects.order_by("sha256").values_list("sha256", "ukuran").distinct()
    return semua.iterator(chunk_size=2000)


def _rujukan(path: Path) -> Iterator[tuple[str, int]]:
    with path.open(encoding="ascii") as daftar:
        for baris in daftar:
            sha256, ukuran = baris.split()
            yield sha256, int(ukuran)
