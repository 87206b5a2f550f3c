"""Work on whole lists: claimed, done in parts, taken up again where a worker left it."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import ribuan
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar
from kerjasama import kabar
from kerjasama.domain.baris_impor import Bawaan
from kerjasama.domain.impor import MENUNGGU, status_impor
from kerjasama.enums import PekerjaanImpor as Pekerjaan
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.enums import StatusImpor
from kerjasama.models import BarisImpor, Impor
from kerjasama.services import batal_impor
from kerjasama.services import impor as impor_services
from kerjasama.services.lembar import Tata, baca_lembar
from kerjasama.services.ruang_tinjau import PembacaDaftar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
logger = logging.getLogger(__name__)
PERCOBAAN_TERBANYAK = 3
# Rows read and staged in one transaction.
POTONGAN_BACA = 500
# A longer list is read by the worker, and who brought it in is told when it is ready.
SEGERA = 500
TERHENTI = "Pekerjaan ini berkali-kali terhenti di tengah jalan. Hubungi administrator."
TAK_TERBACA = "Berkas tidak dapat dibaca dari penyimpanan. Unggah lagi berkasnya."
TAK_TERDUGA = "Terjadi kesalahan aplikasi; rinciannya ada di catatan server."


class KlaimHilangError(Exception):
    """Another worker took the list up, or a person undid it: nothing more is written."""


def kerjakan_antrean(limit: int = 2) -> int:
    """Take up lists that wait, each by one worker; returns how many."""
    menunggu = Impor.objects.menunggu(timezone.now()).order_by("pk")
    kunci = list(menunggu.values_list("pk", flat=True)[:limit])
    return sum(kerjakan(pk) for pk in kunci)


def kerjakan(pk: int) -> bool:
    """Do what one list waits for, if nobody else does. A failure stays with its list."""
    if not Impor.objects.ambil(pk, timezone.now()):
        return False
    impor = Impor.objects.select_related("berkas", "pekerjaan_oleh").get(pk=pk)
    try:
        if impor.percobaan > PERCOBAAN_TERBANYAK:
            # Every attempt so far took its worker with it and could not report why.
            _gagal(impor, TERHENTI)
        else:
            PEKERJAAN[Pekerjaan(impor.pekerjaan)](impor)
    except KlaimHilangError:
        logger.info("impor %s diambil alih", pk)
    except AturanDilanggar as error:
        _gagal(impor, error.alasan)
    except OSError:
        logger.exception("impor %s: berkas tidak terbaca", pk)
        _gagal(impor, TAK_TERBACA)
    except Exception:
        logger.exception("impor %s gagal", pk)
        _gagal(impor, TAK_TERDUGA)
    return True


def _baca(impor: Impor) -> None:
    """Read the file and stage its rows; rows staged by an attempt before are not staged again."""
    if impor.berkas is None:
        raise AturanDilanggar(TAK_TERBACA)
    _maju(impor, 5, "Membuka berkas")
    bawaan = Bawaan(**impor.bawaan)
    tata = Tata(impor.lembar, impor.baris_judul, impor.pemetaan, bawaan)
    lembar = baca_lembar(impor.nama, impor.berkas.baca(), tata)
    sudah = set(impor.baris.values_list("nomor_baris", flat=True))
    pembaca, banyak, dibaca = PembacaDaftar(lembar, bawaan, impor=impor.pk), len(lembar.baris), 0
    for potongan in _potong(lembar.baris, POTONGAN_BACA):
        terbaca = pembaca.baca(potongan)
        baru = [b.sebagai_baris(impor) for b in terbaca if b.nomor not in sudah]
        dibaca += len(potongan)
        with transaction.atomic():
            kata = f"{ribuan(dibaca)} dari {ribuan(banyak)} baris dibaca"
            _maju(impor, 5 + 94 * dibaca // banyak, kata)
            BarisImpor.objects.bulk_create(baru)
    _selesai_baca(impor, lembar.judul_kolom, lembar.peringatan, banyak)


@transaction.atomic
def _selesai_baca(impor: Impor, judul: list[str], peringatan: list[str], banyak: int) -> None:
    belum = impor.baris.filter(status__in=MENUNGGU).exists()
    _lepas(
        impor,
        status=status_impor(belum=belum),
        judul_kolom=judul,
        peringatan=peringatan,
        langkah="",
    )
    # A long list is read by the worker, of its own accord: so its bringer hears of it.
    panjang = banyak > SEGERA
    oleh = None if panjang else impor.pekerjaan_oleh
    jejak = audit.catat("impor.impor", impor, oleh=oleh, baris=banyak)
    if panjang and impor.pekerjaan_oleh:
        antrekan(
            jejak,
            kepada=[impor.pekerjaan_oleh],
            pesan=kabar.DAFTAR_TERBACA.tulis(impor=impor, jumlah=ribuan(banyak)),
            tautan=impor.get_absolute_url(),
            jenis=kabar.DAFTAR_TERBACA.jenis,
        )


def _terima(impor: Impor) -> None:
    """Enter every sound row, part after part; a stop loses nothing that has entered."""
    oleh = impor.pekerjaan_oleh
    if oleh is None:
        raise AturanDilanggar(TAK_TERDUGA)
    banyak = impor.baris.filter(status=Status.SIAP).count()
    diterima = gagal = 0
    for potongan in impor_services.terima_bertahap(impor.pk, oleh=oleh):
        diterima += potongan.count("")
        gagal += len(potongan) - potongan.count("")
        kata = f"{ribuan(diterima)} dari {ribuan(banyak)} baris masuk register"
        _maju(impor, min(99, 100 * (diterima + gagal) // banyak), kata)
    kata = f"{ribuan(diterima)} baris masuk register"
    tidak = f"; {ribuan(gagal)} tidak dapat diterima, lihat alasannya pada barisnya"
    _lepas(impor, langkah=f"{kata}{tidak if gagal else ''}.")


def _batal(impor: Impor) -> None:
    """Undo the list, all or nothing."""
    if impor.pekerjaan_oleh is None:
        raise AturanDilanggar(TAK_TERDUGA)
    _maju(impor, 1, "Memeriksa naskah dari daftar ini")
    bagian = batal_impor.batalkan_bertahap(impor.pk, oleh=impor.pekerjaan_oleh)
    for sudah, banyak, uji in bagian:
        tahap = "diperiksa" if uji else "dikeluarkan dari register"
        kata = f"{ribuan(sudah)} dari {ribuan(banyak)} naskah {tahap}"
        _maju(impor, (0 if uji else 50) + 49 * sudah // banyak, kata)


def _potong(isi: Iterable[T], banyak: int) -> Iterator[list[T]]:
    sumber = iter(isi)
    while potongan := list(islice(sumber, banyak)):
        yield potongan


def _maju(impor: Impor, persen: int, langkah: str) -> None:
    """A sign of life; raises when the list is no longer ours."""
    kolom = {"persen": persen, "langkah": langkah, "diambil_pada": timezone.now()}
    if not Impor.objects.dipegang(impor).update(**kolom):
        raise KlaimHilangError


def _lepas(impor: Impor, **kolom: object) -> None:
    """The work is over."""
    if not Impor.objects.dipegang(impor).update(
        pekerjaan="", persen=100, diambil_pada=None, **kolom
    ):
        raise KlaimHilangError


def _gagal(impor: Impor, sebab: str) -> None:
    """Try again what may have been chance; else say why, and let the person decide anew."""
    milik = Impor.objects.dipegang(impor)
    if sebab == TAK_TERDUGA and impor.percobaan < PERCOBAAN_TERBANYAK:
        milik.update(diambil_pada=None, langkah="Akan dicoba lagi", persen=0)
        return
    kolom = {"pekerjaan": "", "diambil_pada": None, "persen": 0, "langkah": sebab[:300]}
    if impor.pekerjaan == Pekerjaan.BACA:
        kolom["status"] = StatusImpor.PEMETAAN
    milik.update(**kolom)


PEKERJAAN = {Pekerjaan.BACA: _baca, Pekerjaan.TERIMA: _terima, Pekerjaan.BATAL: _batal}
