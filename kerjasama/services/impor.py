"""Deciding about the rows of a list: one by one, all sound ones at once, or none after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.kalender import tambah_bulan
from inti.models import Pemerintah
from inti.putusan import AturanDilanggar, wajib
from inti.services.kolom import periksa_asal
from kerjasama.domain.impor import (
    TERBUKA,
    TRANSISI,
    periksa,
    periksa_lengkap,
    periksa_terima_semua,
    status_impor,
)
from kerjasama.domain.kaitan import KAITAN, urutan_terima
from kerjasama.domain.kolom import TANGGAL_PENGAWASAN
from kerjasama.domain.unit import baca_unit, kamus_unit
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import PekerjaanImpor, PeranPD, StatusImpor, StatusNaskah
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Impor, Mitra, Naskah, Urusan
from kerjasama.queries.kembar import RegisterKembar
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from kerjasama.services.kaitan_impor import MenungguBarisError, naskah_terkait
from kerjasama.services.ruang_tinjau import daftar_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inti.models import Pengguna

# More than so many rows are left to the worker: a request must not run for minutes.
SEGERA = 100
TANGGAL = ("tanggal_ttd", "tanggal_berakhir", *TANGGAL_PENGAWASAN)


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
    pihak, mitra_baru = _pihak(usulan)
    naskah = naskah_services.catat(
        _data(usulan) | terkait,
        pihak=pihak,
        perangkat_daerah=_keterlibatan(usulan),
        oleh=oleh,
    )
    usulan |= {"mitra_baru": [m.pk for m in mitra_baru]}
    for mitra in mitra_baru:
        mitra_services.catat_jejak(mitra, oleh=oleh)
    _pindah(baris, Aksi.TERIMA, oleh=oleh, naskah=naskah, usulan=usulan, alasan_tahan=tahan)
    audit.catat(
        "baris_impor.terima", baris, oleh=oleh, naskah=naskah.pk, baris=nomor, ditahan=tahan
    )
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
    gagal = list(terima_satu_satu(impor_pk, oleh=oleh))
    return gagal.count(""), [a for a in gagal if a]


def terima_satu_satu(impor_pk: int, *, oleh: Pengguna) -> Iterator[str]:
    """Enter sound rows one after the other; gives for each why it was refused, or nothing.

    Each row is its own transaction: one that fails takes nothing with it, keeps the reason and
    waits for a person.
    """
    for pk, nomor in _siap_berurutan(impor_pk):
        try:
            terima(pk, oleh=oleh)
        except MenungguBarisError as error:
            yield error.alasan  # it stays ready, and enters once that row has
        except AturanDilanggar as error:
            alasan = error.alasan
            if BarisImpor.objects.filter(pk=pk).exclude(status__in=TERBUKA).exists():
                continue  # somebody else decided it in the meantime
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
    menunggu = BarisImpor.objects.filter(
        impor=baris.impor_id, status__in=(Status.SIAP, Status.PERLU_DITINJAU)
    )
    terbuka = (StatusImpor.DITINJAU, StatusImpor.SELESAI)
    aktif = Impor.objects.filter(pk=baris.impor_id, status__in=terbuka)
    # Whoever undoes the list holds its row: what comes after must not enter any more.
    if not aktif.update(status=status_impor(belum=menunggu.exists())):
        raise AturanDilanggar("Impor ini baru saja dibatalkan. Muat ulang halaman.")


def _data(usulan: dict[str, Any]) -> dict[str, Any]:
    """Columns of Naskah; a signing older than six months enters as a backlog (rules, part 3).

    What the list says was held last goes with it as a fact that nobody has verified.
    """
    field = Naskah._meta.get_field("tanggal_ttd")
    tanggal = {nama: field.to_python(usulan.get(nama) or None) for nama in TANGGAL}
    ttd = tanggal["tanggal_ttd"]
    hari_ini = timezone.localdate()
    lama = ttd is not None and tambah_bulan(ttd, 6) < hari_ini
    return {
        "jenis": usulan["jenis"],
        "jenis_kerja_sama": usulan.get("jenis_kerja_sama", ""),
        "urusan": _urusan(usulan.get("urusan", "")),
        "ruang_lingkup": usulan.get("ruang_lingkup", ""),
        "sebutan": usulan.get("sebutan", ""),
        "nomor": usulan.get("nomor", ""),
        "judul": usulan["judul"],
        "tanggal_ttd": ttd,
        "tanggal_berakhir": tanggal["tanggal_berakhir"],
        "jangka_waktu": usulan.get("jangka_waktu", ""),
        "mulai_pengawasan": tanggal["mulai_pengawasan"] or (hari_ini if lama else None),
        "pemantauan_terakhir": tanggal["pemantauan_terakhir"],
        "evaluasi_terakhir": tanggal["evaluasi_terakhir"],
        "status": StatusNaskah.BERLAKU if ttd else StatusNaskah.DRAF,
    }


def _urusan(kode: str) -> Urusan | None:
    return Urusan.objects.filter(kode=kode).first() if kode else None


def _pihak(usulan: dict[str, Any]) -> tuple[list[dict[str, Any]], list[Mitra]]:
    """The parties, each once; and those of them that the register did not know."""
    hasil: dict[int, dict[str, Any]] = {}
    semua, baru = mitra_services.cari_atau_tulis(usulan["mitra"])
    for m, mitra in zip(usulan["mitra"], semua, strict=True):
        isi = {n: m.get(n, "") for n in ("nomor", "penanda_tangan", "jabatan")}
        hasil.setdefault(mitra.pk, {"mitra": mitra.pk} | isi)
    return list(hasil.values()), baru


def _keterlibatan(usulan: dict[str, Any]) -> list[dict[str, Any]]:
    """The units that the cell names: the first initiates and signed, the others take part."""
    daerah = Pemerintah.objects.saat_ini().nama_daerah
    unit = baca_unit(usulan.get("perangkat_daerah", ""), kamus_unit(daftar_unit()), daerah).unit
    penanda = {
        "penanda_tangan": usulan.get("penanda_tangan", ""),
        "jabatan": usulan.get("jabatan_penanda_tangan", ""),
    }
    return [
        {"perangkat_daerah": u.pk, "peran": PeranPD.TERKAIT}
        if i
        else {"perangkat_daerah": u.pk, "peran": PeranPD.PEMRAKARSA} | penanda
        for i, u in enumerate(unit)
    ]
