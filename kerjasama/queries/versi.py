"""The rows of a naskah as of a version: its parties, who signed, its units, its items."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import ribuan, rupiah, tanggal_indonesia
from inti.roles import Kemampuan, mampu
from kerjasama.enums import AksiBaris, JenisButir, Kekerapan, PihakButir, SifatUang
from kerjasama.models import Butir, NaskahPerangkatDaerah, ParaPihak
from kerjasama.queries.addendum import KOSONG, BarisBeda

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model

    from inti.models import Pengguna
    from kerjasama.models import Addendum, Naskah

    Potret = dict[str, list[dict[str, Any]]]

BARIS = {
    "pihak": ("Mitra", ParaPihak),
    "perangkat_daerah": ("Perangkat Daerah", NaskahPerangkatDaerah),
}
# A party is not ended as an item is: it leaves.
AKSI = {a.value: a.label for a in AksiBaris} | {AksiBaris.AKHIRI.value: "keluar"}
PILIHAN = {
    "jenis": dict(JenisButir.choices),
    "pihak": dict(PihakButir.choices),
    "kekerapan": dict(Kekerapan.choices),
    "sifat_uang": dict(SifatUang.choices),
}


def potret_baris(naskah: Naskah) -> Potret:
    """The rows in words, as an addendum keeps them of the version that it ends."""
    return {
        "pihak": [
            {"nama": p.mitra.nama, "nomor": p.nomor}
            | {"penanda_tangan": p.penanda_tangan, "jabatan": p.jabatan}
            for p in naskah.pihak.aktif().select_related("mitra")
        ],
        "perangkat_daerah": [
            {"nama": k.perangkat_daerah.nama, "peran": k.get_peran_display()}
            | {"penanda_tangan": k.penanda_tangan, "jabatan": k.jabatan}
            for k in naskah.keterlibatan.select_related("perangkat_daerah")
        ],
        "butir": [_butir(b) for b in naskah.butir.select_related("mitra")],
    }


def potret_versi(
    naskah: Naskah, rantai: Sequence[Addendum], versi: int, pengguna: Pengguna
) -> tuple[Potret, bool]:
    """The rows of a version, and whether they are those of its time.

    They are of today where the addendum that ended the version kept none. A mitra sees no item
    that is another mitra's alone.
    """
    lama = rantai[versi - 1].potret if versi <= len(rantai) else {}
    potret: Potret = lama or potret_baris(naskah)
    terlihat = _terlihat(pengguna)
    butir = [b for b in potret["butir"] if terlihat is None or b["mitra"] in terlihat | {None}]
    return potret | {"butir": butir}, bool(lama) or versi > len(rantai)


def beda_baris(addendum: Addendum) -> list[BarisBeda]:
    """Old and new of every party and unit that the addendum touches."""
    return [
        BarisBeda(
            f"{sebutan} {AKSI[satu['aksi']]}: {satu['sebutan']}",
            _kata_baris(model, satu, "lama"),
            _kata_baris(model, satu, "baru"),
        )
        for jenis, (sebutan, model) in BARIS.items()
        for satu in addendum.perubahan_baris.get(jenis, [])
    ]


def beda_butir(addendum: Addendum, pengguna: Pengguna) -> list[BarisBeda]:
    """Old and new of every item that the addendum touches and the person may see."""
    terlihat = _terlihat(pengguna)
    hasil = []
    for satu in addendum.perubahan_butir:
        if terlihat is None or set(satu["mitra"]) <= terlihat:
            lama = _kata(satu["lama"]) if satu["lama"] else KOSONG
            baru = _kata(satu["baru"])
            hasil.append(
                BarisBeda(f"Butir {AksiBaris(satu['aksi']).label}: {satu['sebutan']}", lama, baru)
            )
    return hasil


def _terlihat(pengguna: Pengguna) -> set[int] | None:
    """The mitra whose own items the person sees; None where all."""
    if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
        return None
    anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
    return set(anggota.values_list("mitra", flat=True))


def _butir(butir: Butir) -> dict[str, Any]:
    waktu = [butir.get_kekerapan_display()]
    waktu += [f"tenggat {tanggal_indonesia(butir.tenggat)}"] if butir.tenggat else []
    diakhiri = butir.diakhiri_pada
    waktu += [f"diakhiri {tanggal_indonesia(diakhiri)}"] if diakhiri else []
    return {
        "mitra": butir.mitra_id,
        "jenis": butir.get_jenis_display(),
        "pihak": str(butir.mitra or butir.get_pihak_display()),
        "uraian": butir.uraian,
        "target": butir.target,
        "waktu": ", ".join(waktu),
        "uang": rupiah(butir.jumlah) if butir.jumlah else butir.get_sifat_uang_display(),
    }


def _kata_baris(model: type[Model], satu: dict[str, Any], sisi: str) -> str:
    """The columns that differ, one a line; of a row that comes or goes all that say something."""
    lama, baru = satu["lama"] or {}, satu["baru"] or {}
    nilai, lain = (lama, baru) if sisi == "lama" else (baru, lama)
    utuh = not lama or not baru
    label = {f.name: str(f.verbose_name) for f in model._meta.concrete_fields}
    baris = [
        f"{label[n][:1].upper()}{label[n][1:]}: {_isi_baris(model, n, v)}"
        for n, v in nilai.items()
        if (v not in (None, "") if utuh else v != lain[n])
    ]
    return "\n".join(baris) or KOSONG


def _isi_baris(model: type[Model], nama: str, nilai: Any) -> str:
    bidang: Any = model._meta.get_field(nama)
    if nilai in (None, ""):
        return KOSONG
    if bidang.choices:
        return str(dict(bidang.choices).get(nilai, nilai))
    isi = bidang.to_python(nilai)
    return tanggal_indonesia(isi) if isinstance(isi, date) else str(isi)


def _kata(nilai: dict[str, Any]) -> str:
    """The columns of an item that say something, one a line."""
    label = {f.attname: str(f.verbose_name) for f in Butir._meta.concrete_fields}
    baris = [
        f"{label[n][:1].upper()}{label[n][1:]}: {_isi(n, v)}"
        for n, v in nilai.items()
        if n != "mitra_id"
    ]
    return "\n".join(b for b in baris if len(nilai) == 1 or not b.endswith(f": {KOSONG}")) or KOSONG


def _isi(nama: str, nilai: Any) -> str:
    if nilai in (None, ""):
        return KOSONG
    if nama in PILIHAN:
        return str(PILIHAN[nama].get(nilai, nilai))
    bidang = next(f for f in Butir._meta.concrete_fields if f.attname == nama)
    if nama == "jumlah":
        return rupiah(nilai)
    if nama == "target_angka":
        return ribuan(bidang.to_python(nilai))
    jenis = bidang.get_internal_type()
    return tanggal_indonesia(bidang.to_python(nilai)) if jenis == "DateField" else str(nilai)
