"""Bringing in a list: staged whole, confirmed by a person, the same file twice adds nothing."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.kalender import tambah_bulan
from inti.models import Pemerintah
from inti.putusan import AturanDilanggar, wajib
from kerjasama.domain.baris_impor import Usulan, baca_baris, kebiasaan_tanggal
from kerjasama.domain.impor import (
    TERBUKA,
    TRANSISI,
    periksa,
    periksa_batal,
    periksa_lengkap,
    status_impor,
)
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.peringatan import Peringatan
from kerjasama.domain.unit import Unit, baca_unit
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import PeranPD, StatusImpor, StatusNaskah
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Impor, Naskah, PerangkatDaerah
from kerjasama.queries.kembar import RegisterKembar
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from kerjasama.services.lembar import Lembar, baca_lembar

if TYPE_CHECKING:
    from inti.models import Pengguna


class BarisKembarError(AturanDilanggar):
    """The register holds this agreement already."""

    def __init__(self, nomor: int, naskah: Naskah) -> None:
        super().__init__(
            f"Baris {nomor} sama dengan {naskah}, yang sudah tercatat. Bila memang naskah lain, "
            "buka Ubah dan centang “Tetap masukkan”."
        )
        self.naskah = naskah


@dataclass
class BarisTerbaca:
    """A row as it stands, as it was read, and how it stands to the rows and naskah before it."""

    nomor: int
    mentah: dict[str, str]
    usulan: Usulan
    status: Status
    kembar: Naskah | None = None


def baca_daftar(lembar: Lembar) -> list[BarisTerbaca]:
    """Every row, read and judged; the date columns are judged together first. Writes nothing."""
    kolom = kebiasaan_tanggal(b.isi for b in lembar.baris)
    unit, daerah, hari_ini = (
        _unit(),
        Pemerintah.objects.saat_ini().nama_daerah,
        timezone.localdate(),
    )
    hasil = []
    for baris in lembar.baris:
        usulan = baca_baris(baris.isi, kolom, per=hari_ini)
        usulan.peringatan[:0] = baris.catatan
        terbaca = baca_unit(usulan.nilai["perangkat_daerah"], unit, daerah)
        usulan.peringatan += [Peringatan("perangkat_daerah", p) for p in terbaca.catatan]
        hasil.append(BarisTerbaca(baris.nomor, baris.isi, usulan, Status.SIAP))
    _pilah(hasil)
    return hasil


def _pilah(daftar: list[BarisTerbaca]) -> None:
    """Sound, to be looked at, or a duplicate of the register or of a row before it."""
    register = RegisterKembar([b.usulan.nilai for b in daftar], [b.usulan.kunci for b in daftar])
    lihat: dict[str, int] = {}
    for baris in daftar:
        usulan = baris.usulan
        nomor = kunci_nomor(usulan.nilai["nomor"])
        tanda = [usulan.kunci, f"nomor {nomor}" if nomor else usulan.kunci]
        baris.kembar = register.cari(usulan.nilai, usulan.kunci)
        sebelum = next((lihat[t] for t in tanda if t in lihat), 0)
        if sebelum and not baris.kembar:
            kata = f"Sama dengan baris {sebelum} pada berkas ini."
            usulan.peringatan.append(Peringatan("", kata, ragu=True))
        if baris.kembar or sebelum:
            baris.status = Status.DUPLIKAT
        else:
            baris.status = Status.SIAP if usulan.siap else Status.PERLU_DITINJAU
        for satu in tanda:
            lihat.setdefault(satu, baris.nomor)


@transaction.atomic
def bawa_masuk(nama: str, isi: bytes, *, oleh: Pengguna | None) -> tuple[Impor, bool]:
    """Stage a file; the second value is False when the same bytes were staged before.

    A list that was undone is staged anew. Raises AturanDilanggar when the file cannot be read;
    nothing is written then.
    """
    sha256 = hashlib.sha256(isi).hexdigest()
    ada = Impor.objects.select_for_update(of=("self",)).filter(sha256=sha256).first()
    if ada and ada.status != StatusImpor.DIBATALKAN:
        return ada, False
    lembar = baca_lembar(nama, isi)
    kolom = {
        "nama": nama[:120],
        "judul_kolom": lembar.judul_kolom,
        "peringatan": lembar.peringatan,
        "status": StatusImpor.DITINJAU,
        "dibuat_oleh": oleh,
    }
    impor = ada or Impor(sha256=sha256)
    for nama_kolom, nilai in kolom.items():
        setattr(impor, nama_kolom, nilai)
    try:
        with transaction.atomic():
            impor.save()
    except IntegrityError:  # the same file at the same moment
        return Impor.objects.get(sha256=sha256), False
    impor.baris.all().delete()
    daftar = baca_daftar(lembar)
    BarisImpor.objects.bulk_create([_sebagai_baris(impor, b) for b in daftar], batch_size=500)
    audit.catat("impor.impor", impor, oleh=oleh, baris=len(daftar))
    return impor, True


def _sebagai_baris(impor: Impor, baris: BarisTerbaca) -> BarisImpor:
    return BarisImpor(
        impor=impor,
        nomor_baris=baris.nomor,
        mentah=baris.mentah,
        usulan=baris.usulan.nilai,
        peringatan=[asdict(p) for p in baris.usulan.peringatan],
        kunci=baris.usulan.kunci,
        status=baris.status,
        kembar=baris.kembar,
    )


def terima(
    pk: int, data: dict[str, Any] | None = None, *, tetap: bool = False, oleh: Pengguna
) -> Naskah:
    """Enter one row into the register, as proposed or as a person corrected it in `data`.

    Raises AturanDilanggar when it was dealt with already, or something is still missing; and
    BarisKembarError, marking the row, when the register holds it, unless `tetap`.
    """
    try:
        return _terima(pk, data, tetap=tetap, oleh=oleh)
    except BarisKembarError as error:
        terbuka = BarisImpor.objects.filter(pk=pk, status__in=TERBUKA)
        terbuka.update(status=Status.DUPLIKAT, kembar=error.naskah)
        raise


@transaction.atomic
def _terima(pk: int, data: dict[str, Any] | None, *, tetap: bool, oleh: Pengguna) -> Naskah:
    baris = BarisImpor.objects.select_for_update(of=("self",)).select_related("impor").get(pk=pk)
    nomor = baris.nomor_baris
    wajib(_boleh(baris, Aksi.TERIMA))
    usulan = baris.usulan | (data or {})
    wajib(periksa_lengkap(usulan, nomor=nomor, dibetulkan=data is not None))
    kembar = RegisterKembar([usulan], [baris.kunci]).cari(usulan, baris.kunci)
    if kembar and not tetap:
        raise BarisKembarError(nomor, kembar)
    naskah = naskah_services.catat(
        _data(usulan),
        pihak=_pihak(usulan, oleh=oleh),
        perangkat_daerah=_keterlibatan(usulan),
        oleh=oleh,
    )
    _pindah(baris, Aksi.TERIMA, oleh=oleh, naskah=naskah, usulan=usulan)
    audit.catat("baris_impor.terima", baris, oleh=oleh, naskah=naskah.pk, baris=nomor)
    return naskah


def terima_semua_siap(impor_pk: int, *, oleh: Pengguna) -> tuple[int, list[str]]:
    """Enter every sound row; returns how many, and why others were refused.

    Each row is its own transaction: one that fails takes nothing with it.
    """
    diterima, gagal = 0, []
    siap = BarisImpor.objects.filter(impor=impor_pk, status=Status.SIAP).order_by("nomor_baris")
    for pk, nomor in siap.values_list("pk", "nomor_baris"):
        try:
            terima(pk, oleh=oleh)
        except AturanDilanggar as error:
            alasan = error.alasan
            gagal.append(alasan if alasan.startswith("Baris ") else f"Baris {nomor}: {alasan}")
        else:
            diterima += 1
    return diterima, gagal


@transaction.atomic
def tolak(pk: int, *, oleh: Pengguna) -> None:
    """Leave one row out; it can be taken up again."""
    _tandai(pk, Aksi.TOLAK, oleh=oleh)


@transaction.atomic
def pulihkan(pk: int, *, oleh: Pengguna) -> None:
    """Take up again a row that was left out."""
    _tandai(pk, Aksi.PULIHKAN, oleh=oleh)


@transaction.atomic
def batalkan(impor_pk: int, *, oleh: Pengguna) -> int:
    """Take everything that a list brought in out of the register; returns how many naskah.

    All or nothing: raises AturanDilanggar naming the first row on which something hangs already.
    Partners that were recorded on the way stay.
    """
    impor = Impor.objects.select_for_update(of=("self",)).get(pk=impor_pk)
    wajib(periksa_batal(StatusImpor(impor.status)))
    diterima = impor.baris.filter(status=Status.DITERIMA).order_by("-naskah")
    daftar = [(b.nomor_baris, b.naskah_id) for b in diterima if b.naskah_id]
    diterima.update(
        status=Status.PERLU_DITINJAU, naskah=None, diputuskan_oleh=None, diputuskan_pada=None
    )
    for nomor, naskah_pk in daftar:
        try:
            naskah_services.hapus(naskah_pk, oleh=oleh)
        except AturanDilanggar as error:
            msg = f"Impor tidak dapat dibatalkan. Baris {nomor}: {error.alasan}"
            raise AturanDilanggar(msg) from error
    lama = Impor.objects.filter(pk=impor_pk, status=impor.status)
    if not lama.update(status=StatusImpor.DIBATALKAN):
        raise AturanDilanggar("Impor ini baru saja berubah. Muat ulang halaman.")
    audit.catat("impor.batalkan", impor, oleh=oleh, naskah=len(daftar))
    return len(daftar)


def _boleh(baris: BarisImpor, aksi: Aksi) -> Any:
    impor = StatusImpor(baris.impor.status)
    return periksa(Status(baris.status), aksi, impor=impor, nomor=baris.nomor_baris)


def _tandai(pk: int, aksi: Aksi, *, oleh: Pengguna) -> None:
    baris = BarisImpor.objects.select_for_update(of=("self",)).select_related("impor").get(pk=pk)
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
    semua = BarisImpor.objects.filter(impor=baris.impor_id)
    belum = semua.filter(status__in=(Status.SIAP, Status.PERLU_DITINJAU)).count()
    aktif = Impor.objects.filter(pk=baris.impor_id).exclude(status=StatusImpor.DIBATALKAN)
    aktif.update(status=status_impor(belum))


def _data(usulan: dict[str, Any]) -> dict[str, Any]:
    """Columns of Naskah; a signing older than six months enters as a backlog (rules, part 3)."""
    field = Naskah._meta.get_field("tanggal_ttd")
    ttd = field.to_python(usulan.get("tanggal_ttd") or None)
    hari_ini = timezone.localdate()
    lama = ttd is not None and tambah_bulan(ttd, 6) < hari_ini
    return {
        "jenis": usulan["jenis"],
        "sebutan": usulan.get("sebutan", ""),
        "nomor": usulan.get("nomor", ""),
        "judul": usulan["judul"],
        "tanggal_ttd": ttd,
        "tanggal_berakhir": field.to_python(usulan.get("tanggal_berakhir") or None),
        "jangka_waktu": usulan.get("jangka_waktu", ""),
        "mulai_pengawasan": hari_ini if lama else None,
        "status": StatusNaskah.BERLAKU if ttd else StatusNaskah.DRAF,
    }


def _pihak(usulan: dict[str, Any], *, oleh: Pengguna) -> list[dict[str, Any]]:
    hasil: dict[int, dict[str, Any]] = {}
    for m in usulan["mitra"]:
        mitra = mitra_services.cari_atau_catat(m["nama"], m["jenis"], oleh=oleh)
        hasil.setdefault(mitra.pk, {"mitra": mitra.pk, "nomor": m.get("nomor", "")})
    return list(hasil.values())


def _unit() -> list[Unit]:
    return [Unit(*u) for u in PerangkatDaerah.objects.values_list("pk", "nama", "singkatan")]


def _keterlibatan(usulan: dict[str, Any]) -> list[dict[str, Any]]:
    """The units that the cell names: the first initiates, the others take part."""
    daerah = Pemerintah.objects.saat_ini().nama_daerah
    unit = baca_unit(usulan.get("perangkat_daerah", ""), _unit(), daerah).unit
    return [
        {"perangkat_daerah": u.pk, "peran": PeranPD.TERKAIT if i else PeranPD.PEMRAKARSA}
        for i, u in enumerate(unit)
    ]
