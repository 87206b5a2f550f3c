"""Berita acara: written by a unit, received by the system, verified by staff."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, Putusan, semua, tolak, wajib
from inti.services import nomor_surat
from inti.services.kolom import KolomBerubah, isi_kolom
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.berita_acara import (
    TRANSISI,
    catatan_kembali,
    periksa,
    periksa_isi,
    periksa_kejadian,
    periksa_ubah,
    periksa_urutan,
    periksa_versi,
)
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.pemisahan import periksa_penanda
from pengawasan.enums import AksiBeritaAcara as Aksi
from pengawasan.enums import HasilPutaran, StatusKegiatan, WakilPenandaTangan
from pengawasan.enums import StatusBeritaAcara as Status
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.queries.berita_acara import (
    kejadian_sama,
    sebut_kejadian_sama,
    sebut_penjawab,
    terakhir_sebelum,
)
from pengawasan.queries.dokumentasi import terakhir_mencatat
from pengawasan.queries.pemisahan import tim_bertugas
from pengawasan.queries.penerima import orang_unit
from pengawasan.services import isi_berita_acara as isi_services
from pengawasan.services import jadwal
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services.isi_berita_acara import FotoBaru

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.pesan import Pesan
    from inti.unggahan import Diperiksa
    from kerjasama.models import PerangkatDaerah
    from pengawasan.services.isi_berita_acara import Baris


class KejadianSamaError(AturanDilanggar):
    """Somebody of the unit recorded the same event first; `ada` is what they recorded."""

    def __init__(self, ada: BeritaAcara) -> None:
        super().__init__(sebut_kejadian_sama(ada))
        self.ada = ada


@transaction.atomic
def susun(
    kegiatan_pk: int,
    data: dict[str, Any],
    *,
    baris: Baris,
    foto: Sequence[Diperiksa | FotoBaru] = (),
    perangkat_daerah: PerangkatDaerah,
    oleh: Pengguna,
    kunci: UUID | None = None,
    kunci_kirim: UUID | None = None,
    kejadian_lain: bool = False,
) -> BeritaAcara:
    """A draft, seen by its unit alone until it is submitted.

    `kejadian_lain` says that it is another event of that kind and day, such as a second site.
    Raises AturanDilanggar when the kegiatan takes no results, the unit has no part in the naskah,
    the claimed date is out of bounds or order, or somebody of the unit recorded the event first
    (KejadianSamaError).
    """
    pakai_kunci(kunci, oleh=oleh)
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_pk)
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    if not kegiatan.naskah.keterlibatan.filter(perangkat_daerah=perangkat_daerah).exists():
        wajib(tolak(f"{perangkat_daerah} bukan perangkat daerah pada naskah ini."))
    berita_acara = BeritaAcara(
        kegiatan=kegiatan,
        perangkat_daerah=perangkat_daerah,
        disusun_oleh=oleh,
        kunci_kirim=kunci_kirim,
        **data,
    )
    _periksa_tanggal(berita_acara, klaim_baru=True)
    _periksa_baris(kegiatan, baris)
    if not kejadian_lain:
        _periksa_kejadian_sama(berita_acara)
    berita_acara.save(force_insert=True)
    isi_services.simpan_baris(berita_acara, baris)
    _simpan_foto(berita_acara, foto, oleh=oleh)
    lain = {"kejadian_lain": True} if kejadian_lain else {}
    audit.catat("berita_acara.susun", berita_acara, oleh=oleh, jenis=berita_acara.jenis, **lain)
    return berita_acara


@transaction.atomic
def ubah(
    pk: int,
    data: dict[str, Any],
    *,
    baris: Baris,
    foto: Sequence[Diperiksa | FotoBaru] = (),
    keterangan_foto: Mapping[int, str] = MappingProxyType({}),
    hapus_foto: Sequence[int] = (),
    versi: int | None = None,
    kejadian_lain: bool = False,
    oleh: Pengguna,
) -> BeritaAcara:
    """Change a draft or a returned one; `hapus_foto` are keys of its photos to take out.

    `keterangan_foto` are the captions of photos that are there, by key; `versi` is the one that
    the person read. Raises KolomBerubah when another was saved since.
    """
    berita_acara = _kunci(pk)
    penyimpan = terakhir_mencatat(berita_acara, "berita_acara.ubah")
    if not (putusan := periksa_versi(berita_acara.versi, versi, oleh=penyimpan)):
        raise KolomBerubah(putusan.alasan)
    wajib(periksa_ubah(Status(berita_acara.status)))
    wajib(periksa_hasil(StatusKegiatan(berita_acara.kegiatan.status)))
    diterima = berita_acara.diterima_pada is not None
    beda = isi_kolom(berita_acara, data)
    _periksa_tanggal(berita_acara, klaim_baru=not diterima or "tanggal_kejadian" in beda)
    _periksa_baris(berita_acara.kegiatan, baris)
    if not kejadian_lain and beda.keys() & {"jenis", "tanggal_kejadian"}:
        _periksa_kejadian_sama(berita_acara)
    berita_acara.versi += 1
    berita_acara.save(update_fields=[*data, "versi"])
    isi_services.simpan_baris(berita_acara, baris)
    berita_acara.foto.filter(pk__in=hapus_foto).delete()
    diperjelas = sum(
        berita_acara.foto.filter(pk=foto_pk).exclude(keterangan=kata).update(keterangan=kata)
        for foto_pk, kata in keterangan_foto.items()
    )
    _simpan_foto(berita_acara, foto, oleh=oleh)
    audit.catat(
        "berita_acara.ubah",
        berita_acara,
        oleh=oleh,
        nilai=beda,
        foto_tambah=len(foto),
        foto_hapus=len(hapus_foto),
        foto_keterangan=diperjelas,
    )
    return berita_acara


@transaction.atomic
def ajukan(pk: int, *, oleh: Pengguna) -> BeritaAcara:
    """Submit: the number and the time of receipt are given once, by the system."""
    lama = _kunci(pk)
    wajib(periksa(Status(lama.status), Aksi.AJUKAN))
    wajib(periksa_hasil(StatusKegiatan(lama.kegiatan.status)))
    _periksa_tanggal(lama, klaim_baru=lama.diterima_pada is None)
    wajib(_periksa_isi(lama))
    kini = timezone.now()
    nomor = lama.nomor or nomor_surat.ambil(
        jenis=lama.get_jenis_display(),
        perihal=f"{lama.get_jenis_display()} {lama.kegiatan}",
        tanggal=timezone.localdate(kini),
        oleh=oleh,
    )
    berita_acara, jejak = _pindah(
        lama,
        Aksi.AJUKAN,
        oleh=oleh,
        nomor=nomor,
        diajukan_oleh=oleh,
        diterima_pada=lama.diterima_pada or kini,
    )
    isi_services.buka_putaran(berita_acara, oleh=oleh)
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.STAF, pada=timezone.localdate()),
        pesan=kabar.BERITA_ACARA_DIAJUKAN.tulis(
            naskah=berita_acara.kegiatan.naskah,
            unit=berita_acara.perangkat_daerah,
            berita_acara=berita_acara,
        ),
        tautan=berita_acara.get_absolute_url(),
    )
    return berita_acara


@transaction.atomic
def kembalikan(
    pk: int, *, catatan: str, oleh: Pengguna, alasan: Mapping[str, str] | None = None
) -> BeritaAcara:
    """Return to the unit with a note or a reason per field; it is open again."""
    catatan = catatan_kembali(catatan, alasan or {})
    berita_acara, jejak = _pindah(
        _kunci(pk), Aksi.KEMBALIKAN, oleh=oleh, catatan=catatan, catatan_verifikasi=catatan
    )
    isi_services.tutup_putaran(
        berita_acara, HasilPutaran.DIKEMBALIKAN, oleh=oleh, catatan=catatan, alasan=alasan
    )
    pesan = kabar.BERITA_ACARA_DIKEMBALIKAN.tulis(
        berita_acara=berita_acara, judul=berita_acara.kegiatan.naskah.judul, catatan=catatan
    )
    _kabari(berita_acara, jejak, pesan)
    return berita_acara


@transaction.atomic
def verifikasi(pk: int, *, oleh: Pengguna, catatan: str = "") -> BeritaAcara:
    """Accept: it is locked; the first one dates the kegiatan and moves the cycle on."""
    lama = _kunci(pk, bersama_naskah=True)
    wajib(periksa_hasil(StatusKegiatan(lama.kegiatan.status)))
    # The team may have been replaced since it was submitted.
    wajib(_periksa_isi(lama))
    berita_acara, jejak = _pindah(
        lama,
        Aksi.VERIFIKASI,
        oleh=oleh,
        catatan=catatan,
        catatan_verifikasi=catatan,
        diverifikasi_oleh=oleh,
        diverifikasi_pada=timezone.now(),
    )
    isi_services.tutup_putaran(berita_acara, HasilPutaran.DIVERIFIKASI, oleh=oleh, catatan=catatan)
    isi_services.nyatakan_angka(berita_acara, oleh=oleh)
    kegiatan, tanggal = berita_acara.kegiatan, berita_acara.tanggal_kejadian
    if kegiatan_services.laksanakan(kegiatan.pk, tanggal=tanggal, oleh=oleh):
        jadwal.terbitkan(kegiatan.naskah_id, per=timezone.localdate())
    tim = Pengguna.objects.berperan(Peran.TIM, pada=timezone.localdate())
    pesan = kabar.BERITA_ACARA_DIVERIFIKASI.tulis(
        berita_acara=berita_acara, judul=kegiatan.naskah.judul
    )
    _kabari(berita_acara, jejak, pesan, tim)
    return berita_acara


def _kunci(pk: int, *, bersama_naskah: bool = False) -> BeritaAcara:
    """Lock the kegiatan (for a verification its naskah too), then the berita acara.

    All rows first and the audit line last, so that two transactions never wait for each other.
    """
    terkunci = ("self", "naskah") if bersama_naskah else ("self",)
    kegiatan = Kegiatan.objects.select_related("naskah").select_for_update(of=terkunci)
    induk = kegiatan.get(berita_acara=pk)
    berita_acara = BeritaAcara.objects.select_for_update(of=("self",)).select_related("nomor")
    satu = berita_acara.get(pk=pk)
    satu.kegiatan = induk
    return satu


def _periksa_kejadian_sama(berita_acara: BeritaAcara) -> None:
    """Under the lock of the kegiatan, so that of two who come at once the second sees the first."""
    if ada := kejadian_sama(berita_acara):
        raise KejadianSamaError(ada)


def _periksa_tanggal(berita_acara: BeritaAcara, *, klaim_baru: bool) -> None:
    """The bounds of the date; its order too, where it is claimed now and not yet received."""
    diterima = berita_acara.diterima_pada
    wajib(
        periksa_kejadian(
            berita_acara.tanggal_kejadian,
            tanggal_ttd=berita_acara.kegiatan.naskah.tanggal_ttd,
            hari_ini=timezone.localdate(),
            diterima=timezone.localdate(diterima) if diterima else None,
        )
    )
    if klaim_baru:
        terakhir = terakhir_sebelum(berita_acara.kegiatan)
        wajib(periksa_urutan(berita_acara.tanggal_kejadian, terakhir=terakhir))


def _simpan_foto(
    berita_acara: BeritaAcara, foto: Sequence[Diperiksa | FotoBaru], *, oleh: Pengguna
) -> None:
    for satu in foto:
        baru = satu if isinstance(satu, FotoBaru) else FotoBaru(satu)
        isi_services.simpan_foto(berita_acara, baru.berkas, oleh=oleh, keterangan=baru.keterangan)


def _periksa_isi(berita_acara: BeritaAcara) -> Putusan:
    pihak = WakilPenandaTangan.PERANGKAT_DAERAH
    unit = berita_acara.penanda_tangan.filter(mewakili=pihak).values_list("nama", flat=True)
    return semua(
        periksa_isi(temuan=berita_acara.temuan.count(), penanda_tangan_unit=len(unit)),
        _periksa_penanda(berita_acara.kegiatan, unit),
    )


def _periksa_penanda(kegiatan: Kegiatan, unit: Iterable[str]) -> Putusan:
    """None of those who sign for the unit is on the team that supervises it."""
    tim = tim_bertugas(kegiatan)
    return semua(*(periksa_penanda(nama, tim) for nama in unit))


def _periksa_baris(kegiatan: Kegiatan, baris: Baris) -> None:
    pihak = WakilPenandaTangan.PERANGKAT_DAERAH
    unit = [
        str(b["nama"]) for b in baris.get("penanda_tangan", ()) if b.get("mewakili", pihak) == pihak
    ]
    wajib(_periksa_penanda(kegiatan, unit))


def _kabari(
    berita_acara: BeritaAcara, jejak: JejakAudit, pesan: Pesan, juga: Sequence[Pengguna] = ()
) -> None:
    """Tell the unit that wrote it."""
    antrekan(
        jejak,
        kepada=[*orang_unit(berita_acara.perangkat_daerah), *juga],
        pesan=pesan,
        tautan=berita_acara.get_absolute_url(),
    )


def _pindah(
    berita_acara: BeritaAcara, aksi: Aksi, *, oleh: Pengguna, catatan: str = "", **kolom: Any
) -> tuple[BeritaAcara, JejakAudit]:
    """Ask the rules, write only if nobody was faster, record."""
    dari = Status(berita_acara.status)
    penyusun = (berita_acara.disusun_oleh_id, berita_acara.diajukan_oleh_id)
    if sudah := sebut_penjawab(berita_acara, aksi):
        wajib(tolak(sudah))
    wajib(periksa(dari, aksi, catatan=catatan, oleh=oleh.pk, penyusun=penyusun))
    ke = TRANSISI[dari, aksi]
    milik = BeritaAcara.objects.filter(pk=berita_acara.pk, status=dari)
    if not milik.update(status=ke, **kolom):
        msg = "Berita acara ini baru saja berubah. Muat ulang halaman."
        raise AturanDilanggar(msg)
    baru = BeritaAcara.objects.select_related("nomor", "perangkat_daerah").get(pk=berita_acara.pk)
    baru.kegiatan = berita_acara.kegiatan
    return baru, audit.catat(
        f"berita_acara.{aksi}", baru, oleh=oleh, dari=dari, ke=ke, catatan=catatan
    )
