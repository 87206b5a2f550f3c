"""Rows that the ledger, the findings and the last evaluasi propose; nothing is saved here."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from inti.formats import tanggal_indonesia
from kerjasama.domain.pemenuhan import DIPENUHI
from kerjasama.enums import JenisNaskah, PihakButir
from kerjasama.queries.pemenuhan import BarisButir, baris_ledger
from pengawasan.domain.usulan_matrik import Lanjutan, perlu_dilanjutkan, sebab_butir
from pengawasan.enums import JenisRekomendasi, StatusBeritaAcara
from pengawasan.models import BarisMatrik, BeritaAcara, Rekomendasi, Temuan, TindakLanjut
from pengawasan.models.matrik import SEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inti.models import Pengguna
    from pengawasan.models import Kegiatan

DISALIN = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut")


@dataclass(frozen=True)
class Usulan:
    """A row that may be made: from what, why, and its first words."""

    kunci: str
    sumber: str
    judul: str
    sebab: str
    tautan: str
    asal: dict[str, int]
    data: dict[str, Any]
    rekomendasi: list[dict[str, Any]] = field(default_factory=list)


def usulan_baris(
    kegiatan: Kegiatan, ada: Iterable[BarisMatrik], pengguna: Pengguna, *, per: date
) -> list[Usulan]:
    """All that is not in the matrix yet, what is carried over first; a constant few queries.

    `ada` are the rows of the matrix.
    """
    baris, butir, temuan = (
        {n for satu in ada if (n := getattr(satu, kolom))}
        for kolom in ("asal_baris_id", "asal_butir_id", "asal_berita_acara_id")
    )
    return [
        *_lanjutan(kegiatan, baris),
        *_butir(kegiatan, pengguna, butir, per=per),
        *_temuan(kegiatan, pengguna, temuan),
    ]


def sebut_naskah(kegiatan: Kegiatan) -> str:
    """The naskah as the column `dasar` names it."""
    naskah = kegiatan.naskah
    sebutan = naskah.sebutan or JenisNaskah(naskah.jenis).label
    return f"{sebutan} Nomor {naskah.nomor}" if naskah.nomor else sebutan


def _lanjutan(kegiatan: Kegiatan, dipakai: set[int]) -> Iterator[Usulan]:
    """Rows of earlier evaluasi whose follow-up is not closed."""
    hasil = TindakLanjut.objects.terbuka().filter(rekomendasi__baris=OuterRef("pk"))
    terbuka = list(
        BarisMatrik.objects.filter(matrik__kegiatan__naskah=kegiatan.naskah_id)
        .exclude(matrik__kegiatan=kegiatan)
        .filter(_sebelum(kegiatan), Exists(hasil))
        .select_related("perangkat_daerah", "matrik__kegiatan")
        .prefetch_related(Prefetch("rekomendasi", Rekomendasi.objects.select_related("hasil")))
        .order_by("matrik__kegiatan__tanggal_pelaksanaan", "matrik", "urutan")
    )
    riwayat = [Lanjutan(b.pk, b.asal_baris_id, terbuka=True) for b in terbuka]
    pilihan = set(perlu_dilanjutkan(riwayat, dipakai))
    for baris in terbuka:
        if baris.pk in pilihan:
            yield _dari_baris(baris)


def _sebelum(kegiatan: Kegiatan) -> Q:
    """Evaluasi held before this one; all that were held, while it is not held itself."""
    sudah = Q(matrik__kegiatan__tanggal_pelaksanaan__isnull=False)
    if not kegiatan.tanggal_pelaksanaan:
        return sudah
    return Q(matrik__kegiatan__tanggal_pelaksanaan__lt=kegiatan.tanggal_pelaksanaan)


def _dari_baris(baris: BarisMatrik) -> Usulan:
    lama = baris.matrik.kegiatan
    terbuka = [r.hasil for r in baris.rekomendasi.all() if hasattr(r, "hasil")]
    terbuka = [satu for satu in terbuka if not satu.ditutup_pada]
    tenggat = min(satu.tenggat for satu in terbuka)
    pada = tanggal_indonesia(lama.tanggal_pelaksanaan or lama.tanggal_rencana)
    asal = f"Lanjutan baris {baris.urutan} evaluasi {pada}"
    sebab = f"Tindak lanjutnya belum ditutup, tenggat {tanggal_indonesia(tenggat)}."
    return Usulan(
        kunci=f"baris-{baris.pk}",
        sumber=asal,
        judul=baris.permasalahan,
        sebab=sebab,
        tautan=terbuka[0].get_absolute_url(),
        asal={"asal_baris_id": baris.pk},
        data={n: getattr(baris, n) for n in DISALIN}
        | {"perangkat_daerah": baris.perangkat_daerah, "keterangan": f"{asal}. {sebab}"},
        rekomendasi=[
            _saran(JenisRekomendasi(satu.rekomendasi.jenis), satu.rekomendasi.uraian)
            for satu in terbuka
        ],
    )


def _butir(
    kegiatan: Kegiatan, pengguna: Pengguna, dipakai: set[int], *, per: date
) -> Iterator[Usulan]:
    """Items of the ledger that are not fulfilled, and those whose money is outstanding."""
    for satu in baris_ledger(kegiatan.naskah, pengguna, per=per):
        butir = satu.butir
        if butir.jenis not in DIPENUHI and not satu.total.tunggakan:
            continue
        sebab = sebab_butir(
            [s.persen for s in satu.suara],
            tunggakan=satu.total.tunggakan,
            jatuh_tempo=len(satu.giliran),
        )
        if sebab and butir.pk not in dipakai:
            yield _dari_butir(kegiatan, satu, sebab)


def _dari_butir(kegiatan: Kegiatan, satu: BarisButir, sebab: str) -> Usulan:
    butir = satu.butir
    mitra = butir.pihak == PihakButir.MITRA
    pemilik = str(butir.mitra or "mitra") if mitra else "pemerintah daerah"
    target = f"\nTarget: {butir.target}" if butir.target else ""
    jenis = JenisRekomendasi.D if mitra else JenisRekomendasi.E
    return Usulan(
        kunci=f"butir-{butir.pk}",
        sumber=f"{butir.get_jenis_display()} {pemilik}",
        judul=butir.uraian,
        sebab=sebab,
        tautan=butir.get_absolute_url(),
        asal={"asal_butir_id": butir.pk},
        data={
            "dasar": sebut_naskah(kegiatan),
            "materi_evaluasi": _potong(
                f"{butir.get_jenis_display()} {pemilik}: {butir.uraian}{target}"
            ),
            "permasalahan": sebab,
        },
        rekomendasi=[_saran(jenis, "")],
    )


def _temuan(kegiatan: Kegiatan, pengguna: Pengguna, dipakai: set[int]) -> Iterator[Usulan]:
    """What the verified berita acara of this kegiatan found."""
    berita_acara = BeritaAcara.objects.terlihat_oleh(pengguna).filter(
        kegiatan=kegiatan, status=StatusBeritaAcara.DIVERIFIKASI
    )
    semua = Temuan.objects.filter(berita_acara__in=berita_acara.exclude(pk__in=dipakai))
    semua = semua.select_related("berita_acara__nomor", "berita_acara__perangkat_daerah")
    per_acara = groupby(semua.order_by("-berita_acara", "urutan", "pk"), lambda t: t.berita_acara)
    for satu, milik in per_acara:
        temuan = "\n".join(map(str, milik))
        yield Usulan(
            kunci=f"temuan-{satu.pk}",
            sumber=f"Temuan {satu}",
            judul=temuan,
            sebab=f"Ditemukan {tanggal_indonesia(satu.tanggal_kejadian)} di {satu.tempat}.",
            tautan=satu.get_absolute_url(),
            asal={"asal_berita_acara_id": satu.pk},
            data={
                "dasar": sebut_naskah(kegiatan),
                "permasalahan": _potong(temuan),
                "perangkat_daerah": satu.perangkat_daerah,
                "keterangan": f"{satu}, {tanggal_indonesia(satu.tanggal_kejadian)}.",
            },
        )


def _saran(jenis: JenisRekomendasi, uraian: str) -> dict[str, Any]:
    return {"pk": None, "jenis": jenis, "uraian": uraian, "tenggat": None}


def _potong(teks: str) -> str:
    """As much as a cell holds; the whole stays at its source."""
    return teks if len(teks) <= SEL else f"{teks[: SEL - 1]}…"
