"""Deciding about the rows of a list: one by one, all sound ones at once, or none after all."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.kolom import periksa_asal
from kerjasama.domain.impor import (
    MENUNGGU,
    TERBUKA,
    TRANSISI,
    periksa,
    periksa_lengkap,
    periksa_terima_semua,
    status_impor,
)
from kerjasama.domain.kaitan import KAITAN, urutan_terima
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import PekerjaanImpor, StatusImpor
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Impor, Naskah
from kerjasama.queries.kembar import RegisterKembar
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from kerjasama.services.isi_baris_impor import PembacaIsi, pihak
from kerjasama.services.kaitan_impor import MenungguBarisError, naskah_terkait
from kerjasama.services.terima_bagian import kejadian_terima, terima_bagian

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inti.models import Pengguna

# More than so many rows are left to the worker: a request must not run for minutes.
SEGERA = 100
# Rows that enter in one transaction; others wait for it no longer than half a second.
BAGIAN = 100


class BarisKembarError(AturanDilanggar):
    """The register holds this agreement already."""

    def __init__(self, nomor: int, naskah: Naskah) -> None:
        super().__init__(
            f"Baris {nomor} sama dengan {naskah}, yang sudah tercatat. Bila memang naskah lain, "
            "buka Ubah dan centang “Tetap masukkan”."
        )
        self.naskah = naskah


def terima(
    pk: int,
    data: dict[str, Any] | None = None,
    *,
    tetap: bool = False,
    alasan_tahan: str | None = None,
    asal: Mapping[str, str] | None = None,
    oleh: Pengguna,
) -> Naskah:
    """Enter one row into the register, as proposed or as a person corrected it in `data`.

    `alasan_tahan`, where given, takes the place of the row's own: not empty, and the public
    register does not show the naskah.

    `asal` is what the page showed of the proposal and that reason, see periksa_asal.

    Raises AturanDilanggar when it was dealt with already, or something is still missing; and
    BarisKembarError, marking the row, when the register holds it, unless `tetap`.
    """
    try:
        return _terima(pk, data, tetap=tetap, alasan_tahan=alasan_tahan, asal=asal, oleh=oleh)
    except BarisKembarError as error:
        terbuka = BarisImpor.objects.filter(pk=pk, status__in=TERBUKA)
        terbuka.update(status=Status.DUPLIKAT, kembar=error.naskah)
        raise


@transaction.atomic
def _terima(
    pk: int,
    data: dict[str, Any] | None,
    *,
    tetap: bool,
    alasan_tahan: str | None,
    asal: Mapping[str, str] | None,
    oleh: Pengguna,
) -> Naskah:
    baris = _kunci(pk)
    tahan = baris.alasan_tahan if alasan_tahan is None else alasan_tahan
    nomor = baris.nomor_baris
    wajib(_boleh(baris, Aksi.TERIMA))
    periksa_asal(baris, ("usulan", "alasan_tahan"), asal)
    usulan = baris.usulan | (data or {})
    wajib(periksa_lengkap(usulan, nomor=nomor, dibetulkan=data is not None))
    kembar = RegisterKembar([usulan], [baris.kunci]).cari(usulan, baris.kunci)
    if kembar and not tetap:
        raise BarisKembarError(nomor, kembar)
    terkait = naskah_terkait(baris, usulan)
    semua_mitra, mitra_baru = mitra_services.cari_atau_tulis(usulan["mitra"])
    isi = PembacaIsi()
    naskah = naskah_services.catat(
        isi.data(usulan) | terkait,
        pihak=pihak(usulan, semua_mitra),
        perangkat_daerah=isi.keterlibatan(usulan),
        oleh=oleh,
    )
    usulan |= {"mitra_baru": [m.pk for m in mitra_baru]}
    jejak = [mitra_services.kejadian_baru(mitra) for mitra in mitra_baru]
    _pindah(baris, Aksi.TERIMA, oleh=oleh, naskah=naskah, usulan=usulan, alasan_tahan=tahan)
    jejak.append(kejadian_terima(baris, naskah=naskah, ditahan=tahan))
    audit.catat_beragam(jejak, oleh=oleh)
    return naskah


def terima_semua(impor_pk: int, *, oleh: Pengguna) -> tuple[int, list[str]] | None:
    """Enter every sound row; None when there are so many that the worker takes them over."""
    impor = Impor.objects.get(pk=impor_pk)
    siap = impor.baris.filter(status=Status.SIAP).count()
    wajib(periksa_terima_semua(StatusImpor(impor.status), impor.pekerjaan, siap=siap))
    if siap > SEGERA:
        serahkan(impor, PekerjaanImpor.TERIMA, oleh=oleh)
        return None
    return terima_semua_siap(impor_pk, oleh=oleh)


def terima_semua_siap(impor_pk: int, *, oleh: Pengguna) -> tuple[int, list[str]]:
    """Enter every sound row; returns how many, and why others were refused."""
    gagal = [alasan for bagian in terima_bertahap(impor_pk, oleh=oleh) for alasan in bagian]
    return gagal.count(""), [a for a in gagal if a]


def terima_bertahap(impor_pk: int, *, oleh: Pengguna) -> Iterator[list[str]]:
    """Enter sound rows part after part; gives for each row why it was refused, or nothing.

    A part is one transaction. What does not enter with the others is tried by itself: one that
    fails takes nothing with it, keeps the reason and waits for a person.
    """
    antre = iter(_siap_berurutan(impor_pk))
    while bagian := list(islice(antre, BAGIAN)):
        masuk = _bersama(impor_pk, [pk for pk, _ in bagian], oleh=oleh)
        yield [""] * len(masuk)
        for pk, nomor in bagian:
            if pk not in masuk:
                yield list(_sendiri(pk, nomor, oleh=oleh))


def _bersama(impor_pk: int, kunci: list[int], *, oleh: Pengguna) -> set[int]:
    """Those that entered together; none where any of them cannot."""
    try:
        return terima_bagian(impor_pk, kunci, oleh=oleh)
    except (AturanDilanggar, IntegrityError):
        return set()


def _sendiri(pk: int, nomor: int, *, oleh: Pengguna) -> Iterator[str]:
    try:
        terima(pk, oleh=oleh)
    except MenungguBarisError as error:
        yield error.alasan  # it stays ready, and enters once that row has
    except AturanDilanggar as error:
        alasan = error.alasan
        if BarisImpor.objects.filter(pk=pk).exclude(status__in=TERBUKA).exists():
            return  # somebody else decided it in the meantime
        _catat_penolakan(pk, alasan)
        yield alasan if alasan.startswith("Baris ") else f"Baris {nomor}: {alasan}"
    else:
        yield ""


def _siap_berurutan(impor_pk: int) -> list[tuple[int, int]]:
    """Key and number of the sound rows, each after the row that it stands under or replaces."""
    siap = BarisImpor.objects.filter(impor=impor_pk, status=Status.SIAP).order_by("nomor_baris")
    kunci = dict(siap.values_list("nomor_baris", "pk"))
    dahulu = siap.values_list("nomor_baris", *(f"usulan__{nama}__baris" for nama in KAITAN))
    urut = urutan_terima({nomor: [n for n in baris if n] for nomor, *baris in dahulu})
    return [(kunci[nomor], nomor) for nomor in urut if nomor in kunci]


def _catat_penolakan(pk: int, alasan: str) -> None:
    """A row that only seemed sound says why it did not enter."""
    baris = BarisImpor.objects.get(pk=pk)
    catatan = [*baris.peringatan, {"kolom": "", "pesan": alasan[:500], "ragu": True}]
    masih = BarisImpor.objects.filter(pk=pk, status=Status.SIAP)
    masih.update(status=Status.PERLU_DITINJAU, peringatan=catatan)


@transaction.atomic
def serahkan(impor: Impor, pekerjaan: PekerjaanImpor, *, oleh: Pengguna) -> None:
    """Leave work on the whole list to the worker; two who ask at once ask once."""
    bebas = Impor.objects.filter(pk=impor.pk, status=impor.status, pekerjaan="")
    antre = bebas.update(
        pekerjaan=pekerjaan,
        pekerjaan_oleh=oleh,
        persen=0,
        langkah="Menunggu giliran",
        percobaan=0,
        diambil_pada=None,
    )
    if not antre:
        raise AturanDilanggar("Impor ini baru saja berubah. Muat ulang halaman.")
    audit.catat("impor.serahkan", impor, oleh=oleh, pekerjaan=pekerjaan)


@transaction.atomic
def tolak(pk: int, *, oleh: Pengguna) -> None:
    """Leave one row out; it can be taken up again."""
    _tandai(pk, Aksi.TOLAK, oleh=oleh)


@transaction.atomic
def pulihkan(pk: int, *, oleh: Pengguna) -> None:
    """Take up again a row that was left out."""
    _tandai(pk, Aksi.PULIHKAN, oleh=oleh)


def _kunci(pk: int) -> BarisImpor:
    """The row, held, and before it its list: whoever undoes the list holds them so too.

    Of the list only what is small.
    """
    milik = Impor.objects.select_for_update(no_key=True).defer("daftar_lembar")
    impor = milik.get(baris=pk)
    baris = BarisImpor.objects.select_for_update().get(pk=pk)
    baris.impor = impor
    return baris


def _boleh(baris: BarisImpor, aksi: Aksi) -> Any:
    impor = StatusImpor(baris.impor.status)
    return periksa(Status(baris.status), aksi, impor=impor, nomor=baris.nomor_baris)


def _tandai(pk: int, aksi: Aksi, *, oleh: Pengguna) -> None:
    baris = _kunci(pk)
    wajib(_boleh(baris, aksi))
    _pindah(baris, aksi, oleh=oleh)
    audit.catat(f"baris_impor.{aksi}", baris, oleh=oleh, baris=baris.nomor_baris)


def _pindah(baris: BarisImpor, aksi: Aksi, *, oleh: Pengguna, **kolom: Any) -> None:
    """Write only if nobody was faster; who and when only where something was decided."""
    dari = Status(baris.status)
    ke = TRANSISI[dari, aksi]
    putus = ke in {Status.DITERIMA, Status.DITOLAK}
    tertulis = BarisImpor.objects.filter(pk=baris.pk, status=dari).update(
        status=ke,
        diputuskan_oleh=oleh if putus else None,
        diputuskan_pada=timezone.now() if putus else None,
        **kolom,
    )
    if not tertulis:
        msg = "Baris ini baru saja diputuskan orang lain. Muat ulang halaman."
        raise AturanDilanggar(msg)
    menunggu = BarisImpor.objects.filter(impor=baris.impor_id, status__in=MENUNGGU)
    terbuka = (StatusImpor.DITINJAU, StatusImpor.SELESAI)
    aktif = Impor.objects.filter(pk=baris.impor_id, status__in=terbuka)
    # Whoever undoes the list holds its row: what comes after must not enter any more.
    if not aktif.update(status=status_impor(belum=menunggu.exists())):
        raise AturanDilanggar("Impor ini baru saja dibatalkan. Muat ulang halaman.")
