"""What the review page of an import shows, and the rows that were not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from inti.formats import rangkai, ribuan, tanggal_indonesia
from inti.lembar import aman_untuk_lembar
from inti.putusan import Putusan, tolak
from kerjasama.domain.impor import (
    MENUNGGU,
    TERBUKA,
    periksa_batal,
    periksa_lengkap,
    periksa_petakan,
    periksa_terima_semua,
)
from kerjasama.domain.kolom import LABEL, TANGGAL_PENGAWASAN, petakan
from kerjasama.enums import JenisKerjaSama, JenisMitra, JenisNaskah, StatusBarisImpor, StatusImpor
from kerjasama.models import Impor, Urusan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

    from kerjasama.models import BarisImpor

JENIS_NASKAH, JENIS_MITRA = dict(JenisNaskah.choices), dict(JenisMitra.choices)
JENIS_KERJA_SAMA = dict(JenisKerjaSama.choices)
# Where a proposal keeps what was not understood of a cell.
ASING = {
    "jenis_kerja_sama": "jenis_kerja_sama_asing",
    "urusan": "urusan_asing",
    "perangkat_daerah": "unit_asing",
}


def daftar_impor() -> QuerySet[Impor]:
    """The lists brought in, with how many rows wait and how many entered."""
    belum = Q(baris__status__in=MENUNGGU)
    daftar = Impor.objects.select_related("dibuat_oleh").defer("daftar_lembar")
    daftar = daftar.annotate(
        jumlah=Count("baris"),
        belum=Count("baris", filter=belum),
        diterima=Count("baris", filter=Q(baris__status=StatusBarisImpor.DITERIMA)),
    )
    return daftar.order_by("-pk")  # the order of the model does not outlive the counting


def mitra_dari(impor: Impor) -> set[int]:
    """The mitra that were recorded because the rows of this list named them."""
    baru = impor.baris.exclude(usulan__mitra_baru=None).values_list("usulan__mitra_baru", flat=True)
    return {pk for satu in baru for pk in satu}


def baris_sama(baris: BarisImpor, kolom: str) -> QuerySet[BarisImpor]:
    """Other rows of the list that wait for an answer to the same cell; none where it was read."""
    teks, usulan = baris.mentah.get(kolom, ""), baris.usulan
    lain = baris.impor.baris.filter(status=StatusBarisImpor.PERLU_DITINJAU).exclude(pk=baris.pk)
    bertanya = not usulan.get("jenis") if kolom == "jenis" else usulan.get(ASING[kolom])
    if not (teks.strip() and bertanya):
        return lain.none()
    sama = lain.filter(**{f"mentah__{kolom}": teks})
    if kolom == "jenis":
        return sama.filter(usulan__jenis="")
    return sama.exclude(**{f"usulan__{ASING[kolom]}__in": ["", []]})


def jumlah_per_status(impor: Impor) -> dict[str, int]:
    """How many rows in each state, those with none included."""
    return keadaan_baris(impor)[0]


@dataclass(frozen=True)
class RingkasTerima:
    """What becomes of the sound rows when all of them enter."""

    siap: int
    ditahan: int
    draf: int

    @property
    def tampil(self) -> int:
        """Shown by the public register at once."""
        return self.siap - self.ditahan - self.draf

    def __str__(self) -> str:
        if not self.siap:
            return "Belum ada baris yang siap."
        bagian = [f"{ribuan(self.tampil)} akan tampil di register publik"]
        if self.ditahan:
            bagian.append(f"{ribuan(self.ditahan)} ditahan")
        if self.draf:
            bagian.append(f"{ribuan(self.draf)} menjadi draf dan belum tampil")
        return f"Dari {ribuan(self.siap)} baris yang siap, {rangkai(bagian)}."


def keadaan_baris(impor: Impor) -> tuple[dict[str, int], RingkasTerima]:
    """How many rows in each state, and what the public will see of the sound ones: one query."""
    hitung = {
        "n": Count("pk"),
        "ditahan": Count("pk", filter=~Q(alasan_tahan="")),
        "draf": Count("pk", filter=Q(alasan_tahan="", usulan__tanggal_ttd=None)),
    }
    ada = impor.baris.order_by().values_list("status").annotate(**hitung)
    per = {status: angka for status, *angka in ada}
    jumlah = {s.value: per.get(s.value, [0])[0] for s in StatusBarisImpor}
    return jumlah, RingkasTerima(*per.get(StatusBarisImpor.SIAP, (0, 0, 0)))


def boleh_terima_semua(impor: Impor, jumlah: dict[str, int]) -> Putusan:
    """Whether there is anything to enter at once."""
    siap = jumlah[StatusBarisImpor.SIAP]
    return periksa_terima_semua(StatusImpor(impor.status), impor.pekerjaan, siap=siap)


def boleh_batal(impor: Impor, jumlah: dict[str, int]) -> Putusan:
    """Whether there is anything to undo."""
    putusan = periksa_batal(StatusImpor(impor.status), impor.pekerjaan)
    if putusan and impor.status == StatusImpor.DITINJAU and not sum(jumlah.values()):
        return tolak("Impor ini tidak berisi baris.")
    return putusan


def boleh_petakan(impor: Impor, jumlah: dict[str, int]) -> Putusan:
    """Whether the columns may be named, or named again."""
    if not impor.daftar_lembar:
        return tolak("Berkas daftar ini tidak tersimpan. Unggah lagi berkasnya.")
    diputuskan = jumlah[StatusBarisImpor.DITERIMA] + jumlah[StatusBarisImpor.DITOLAK]
    return periksa_petakan(StatusImpor(impor.status), impor.pekerjaan, diputuskan=diputuskan)


@dataclass(frozen=True)
class SelTampil:
    """One cell: what stood there, how it is read, what is to be said of it."""

    label: str
    asli: str
    dibaca: str
    catatan: list[str] = field(default_factory=list)
    ragu: bool = False


@dataclass(frozen=True)
class BarisTampil:
    """A row with its cells; `umum` holds remarks about the row as a whole."""

    baris: BarisImpor
    judul: str
    mitra: str
    ringkas: str
    sel: list[SelTampil]
    umum: list[str]

    @property
    def keterangan(self) -> str:
        """What its table is called: every row has one."""
        return f"Isi asli dan cara membaca baris {self.baris.nomor_baris}"

    @property
    def ragu(self) -> list[SelTampil]:
        """The cells at which a person must look."""
        return [s for s in self.sel if s.ragu]

    @property
    def keterangan_ragu(self) -> str:
        """What the table of those cells is called."""
        return f"Yang perlu dilihat pada baris {self.baris.nomor_baris}"

    @property
    def terbuka(self) -> bool:
        """Whether a decision is still to be made."""
        return self.baris.status in TERBUKA

    @property
    def dapat_diterima(self) -> bool:
        """Whether it may enter as proposed; a twin, or a choice that is open, needs mending."""
        lengkap = periksa_lengkap(self.baris.usulan, nomor=0, dibetulkan=False)
        return self.terbuka and self.baris.status != StatusBarisImpor.DUPLIKAT and bool(lengkap)


def nama_urusan(daftar: Iterable[BarisImpor]) -> dict[str, str]:
    """The name of each urusan that the proposals name, by its code."""
    kode = {b.usulan.get("urusan") for b in daftar} - {None, ""}
    return dict(Urusan.objects.filter(kode__in=kode).values_list("kode", "nama")) if kode else {}


def tampil(baris: BarisImpor, urusan: dict[str, str]) -> BarisTampil:
    """The row in words, cell by cell; empty cells of which nothing is said are left out.

    `urusan` is what `nama_urusan` says of all rows of the page.
    """
    dibaca = dibaca_sebagai(baris.usulan, urusan)
    kolom = dict.fromkeys([*LABEL, *kolom_daftar(baris.impor, [baris.mentah])])
    semua = [_sel(baris, k, dibaca.get(k, "")) for k in kolom if k != "no"]
    return BarisTampil(
        baris,
        judul=dibaca["judul"],
        mitra=dibaca["mitra"],
        ringkas=_ringkas(dibaca),
        sel=[s for s in semua if s.asli or s.dibaca or s.catatan],
        umum=_umum(baris),
    )


def _umum(baris: BarisImpor) -> list[str]:
    """What is to be said of the row as a whole; a twin always says of what."""
    umum = [p["pesan"] for p in baris.peringatan if not p["kolom"]]
    if baris.status == StatusBarisImpor.DUPLIKAT and not (umum or baris.kembar_id):
        umum.append("Kembarannya sudah dikeluarkan dari register; buka Ubah untuk memasukkannya.")
    return umum


def _ringkas(dibaca: dict[str, str]) -> str:
    """Kind, number and dates on one line."""
    bagian = (
        ("", dibaca["jenis"]),
        ("", dibaca["nomor_pemda"]),
        ("ditandatangani ", dibaca["tanggal_tanda_tangan"]),
        ("berakhir ", dibaca["tanggal_berakhir"]),
    )
    return " · ".join(
        f"{awal}{isi}" for awal, isi in bagian if isi and not isi.startswith("pilih ")
    )


def _sel(baris: BarisImpor, kolom: str, dibaca: str) -> SelTampil:
    catatan = [p for p in baris.peringatan if p["kolom"] == kolom]
    return SelTampil(
        LABEL.get(kolom, kolom),
        baris.mentah.get(kolom, ""),
        dibaca,
        [p["pesan"] for p in catatan],
        ragu=any(p["ragu"] for p in catatan),
    )


def dibaca_sebagai(usulan: dict[str, Any], urusan: dict[str, str]) -> dict[str, str]:
    """The proposal in words, by column."""
    mitra = usulan.get("mitra", [])
    return {
        "nomor_pemda": usulan.get("nomor", ""),
        "nomor_mitra": _tiap_mitra(mitra, "nomor"),
        "jenis": JENIS_NASKAH.get(usulan.get("jenis", ""), ""),
        "judul": usulan.get("judul", ""),
        "mitra": "; ".join(m["nama"] for m in mitra),
        "jenis_mitra": "; ".join(
            dict.fromkeys(JENIS_MITRA[m["jenis"]] for m in mitra if m.get("jenis"))
        ),
        "tanggal_tanda_tangan": _tanggal(usulan.get("tanggal_ttd"), usulan.get("usulan_ttd")),
        "tanggal_berakhir": _tanggal(usulan.get("tanggal_berakhir"), usulan.get("usulan_berakhir")),
        "jenis_kerja_sama": JENIS_KERJA_SAMA.get(usulan.get("jenis_kerja_sama", ""), ""),
        "urusan": urusan.get(usulan.get("urusan", ""), ""),
        "ruang_lingkup": usulan.get("ruang_lingkup", ""),
        "penanda_tangan": usulan.get("penanda_tangan", ""),
        "jabatan_penanda_tangan": usulan.get("jabatan_penanda_tangan", ""),
        "penanda_tangan_mitra": _tiap_mitra(mitra, "penanda_tangan"),
        "jabatan_penanda_tangan_mitra": _tiap_mitra(mitra, "jabatan"),
        "induk": (usulan.get("induk") or {}).get("sebutan", ""),
        "menggantikan": (usulan.get("menggantikan") or {}).get("sebutan", ""),
    } | {k: _tanggal(usulan.get(k), usulan.get(f"usulan_{k}")) for k in TANGGAL_PENGAWASAN}


def _tiap_mitra(mitra: list[dict[str, str]], nama: str) -> str:
    return "; ".join(m[nama] for m in mitra if m.get(nama))


def _tanggal(nilai: str | None, usulan: list[str] | None) -> str:
    if nilai:
        return tanggal_indonesia(date.fromisoformat(nilai))
    pilihan = pilihan_tanggal(usulan)
    return f"pilih {pilihan}" if pilihan else ""


def pilihan_tanggal(usulan: list[str] | None) -> str:
    """`2 April 2019 atau 4 Februari 2019`."""
    return " atau ".join(tanggal_indonesia(date.fromisoformat(u)) for u in usulan or [])


def sisa(impor: Impor) -> Iterator[list[str]]:
    """Heading and rows of what was not taken, with the reasons; safe to open in a spreadsheet."""
    belum = impor.baris.exclude(status=StatusBarisImpor.DITERIMA)
    kolom = kolom_daftar(impor, belum.values_list("mentah", flat=True).iterator(chunk_size=500))
    yield kepala_sisa(kolom)
    for b in belum.iterator(chunk_size=500):
        status = b.get_status_display()
        yield baris_sisa(b.nomor_baris, status, _sebut(b.peringatan), b.mentah, kolom)


def kolom_daftar(impor: Impor, mentah: Iterable[dict[str, str]]) -> list[str]:
    """The columns of the file in its own order: the database may keep the cells in another."""
    ada = {k for satu in mentah for k in satu}
    urut = dict.fromkeys(petakan(impor.judul_kolom, impor.pemetaan or None))
    berjudul = [k for k in urut if k in ada]
    return [*berjudul, *sorted(ada - set(berjudul), key=lambda k: (len(k), k))]


def kepala_sisa(kolom: Iterable[str]) -> list[str]:
    """The headings of the report."""
    return ["baris", "status", "catatan", *(aman_untuk_lembar(k) for k in kolom)]


def baris_sisa(
    nomor: int, status: str, catatan: Iterable[str], mentah: dict[str, str], kolom: Iterable[str]
) -> list[str]:
    """One row of the report."""
    isi = [aman_untuk_lembar(mentah.get(k, "")) for k in kolom]
    return [str(nomor), status, aman_untuk_lembar("; ".join(catatan)), *isi]


def sebut_semua(peringatan: list[dict[str, Any]], *, ragu: bool) -> str:
    """The remarks that need a person, or those that do not."""
    return "; ".join(_sebut([p for p in peringatan if bool(p["ragu"]) == ragu]))


def _sebut(peringatan: list[dict[str, Any]]) -> list[str]:
    return [sebut_catatan(p["kolom"], p["pesan"]) for p in peringatan]


def sebut_catatan(kolom: str, pesan: str) -> str:
    """The remark with the name of its column."""
    return f"{LABEL.get(kolom, kolom)}: {pesan}" if kolom else pesan
