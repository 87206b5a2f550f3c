"""The mitra's report: drafted, submitted in whole rounds, read by its addressees, reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from pelaporan.domain import laporan_mitra as aturan
from pelaporan.domain.formulir import IsianSalahError, bersihkan_semua
from pelaporan.domain.laporan_mitra import TRANSISI, Tinjauan
from pelaporan.enums import AksiLaporanMitra as Aksi
from pelaporan.enums import StatusKewajibanLaporan as StatusKewajiban
from pelaporan.enums import StatusLaporanMitra as Status
from pelaporan.models import (
    BerkasLaporan,
    FormulirLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.permissions import boleh_membaca
from pelaporan.queries.formulir import (
    butir_kewajiban,
    definisi,
    isi_bawaan,
    isi_terkini,
    kekurangan,
)
from pelaporan.queries.kuota import boleh_tambah
from pelaporan.queries.laporan_lalu import salinan
from pelaporan.services import kabar_laporan_mitra as kabar
from pelaporan.services import pernyataan_mitra, perpanjangan_batas, putaran_laporan
from pengawasan.queries.fakta import kebijakan_pada

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inti.models import Berkas, Pengguna
    from inti.unggahan import Diperiksa

BARU_SAJA = "Laporan ini baru saja berubah dari tempat lain. Muat ulang halaman."
BENTROK = "Laporan ini baru saja berubah dari tempat lain, jadi isian Anda belum disimpan."


# --- The draft ----------------------------------------------------------------------------


@transaction.atomic
def mulai(kewajiban_pk: int, *, oleh: Pengguna) -> LaporanMitra:
    """The draft of a duty, pinned to the form in force today; the same one if there is one."""
    kewajiban = KewajibanLaporan.objects.select_for_update(of=("self",)).get(pk=kewajiban_pk)
    if laporan := LaporanMitra.objects.filter(kewajiban=kewajiban).first():
        return laporan
    if kewajiban.status != StatusKewajiban.TERBUKA:
        msg = f"Laporan ini tidak lagi diwajibkan. {kewajiban.alasan_status}".strip()
        raise AturanDilanggar(msg)
    formulir = FormulirLaporan.objects.berlaku_pada(timezone.localdate())
    if formulir is None:
        msg = "Formulir laporan belum ditetapkan. Hubungi unit kerja sama."
        raise AturanDilanggar(msg)
    try:
        with transaction.atomic():
            laporan = LaporanMitra.objects.create(
                kewajiban=kewajiban,
                formulir=formulir,
                isi=_isi_awal(formulir, kewajiban),
                dibuat_oleh=oleh,
            )
    except IntegrityError:  # two people of the mitra began at once
        return LaporanMitra.objects.get(kewajiban=kewajiban)
    audit.catat("laporan_mitra.mulai", laporan, oleh=oleh, formulir=formulir.versi)
    return laporan


def _isi_awal(formulir: FormulirLaporan, kewajiban: KewajibanLaporan) -> dict[str, Any]:
    bentuk, butir = definisi(formulir), butir_kewajiban(kewajiban)
    return bersihkan_semua(bentuk, isi_bawaan(bentuk, kewajiban, butir), butir)


@transaction.atomic
def simpan(
    pk: int,
    isi: Mapping[str, Any],
    *,
    oleh: Pengguna,
    versi: str | None = None,
    otomatis: bool = False,
) -> LaporanMitra:
    """Write the given fields into the draft; others stay as they are.

    `versi` is what the page was made from (`LaporanMitra.versi`): who saved meanwhile is not
    overwritten. `otomatis` is the page saving by itself: the working copy is the mitra's own
    until it is submitted, so only a save that someone asked for leaves an audit line.
    """
    laporan = terkunci(pk)
    wajib_dapat_diisi(laporan)
    bentuk, butir = definisi(laporan.formulir), butir_kewajiban(laporan.kewajiban)
    try:
        bersih = bersihkan_semua(bentuk, isi, butir)
    except IsianSalahError as error:
        raise AturanDilanggar(str(error)) from error
    if versi is not None and versi != laporan.versi:
        raise AturanDilanggar(BENTROK)
    sama = LaporanMitra.objects.filter(
        pk=pk, status=laporan.status, diubah_pada=laporan.diubah_pada
    )
    if not sama.update(isi=laporan.isi | bersih, diubah_pada=timezone.now()):
        raise AturanDilanggar(BENTROK)
    laporan.refresh_from_db(fields=["isi", "diubah_pada"])
    if not otomatis:
        audit.catat("laporan_mitra.simpan", laporan, oleh=oleh, isian=sorted(bersih))
    return laporan


@transaction.atomic
def salin(pk: int, kode: str, *, oleh: Pengguna) -> LaporanMitra:
    """Put into one field of the draft what the report before said, because somebody asked."""
    laporan = terkunci(pk)
    wajib_dapat_diisi(laporan)
    try:
        isi = salinan(laporan, kode)
    except IsianSalahError as error:
        raise AturanDilanggar(str(error)) from error
    if not isi:
        msg = "Laporan lalu tidak mengisi bagian ini."
        raise AturanDilanggar(msg)
    laporan.isi |= isi
    laporan.save(update_fields=["isi", "diubah_pada"])
    audit.catat("laporan_mitra.salin", laporan, oleh=oleh, isian=sorted(isi))
    return laporan


@transaction.atomic
def unggah(pk: int, *, diperiksa: Diperiksa, oleh: Pengguna, keterangan: str = "") -> BerkasLaporan:
    """Add a file to the draft; the same bytes are kept once."""
    laporan = terkunci(pk)
    wajib_dapat_diisi(laporan)
    wajib(boleh_tambah(laporan, len(diperiksa.isi)))
    berkas = simpan_unggahan(diperiksa, oleh=oleh)
    return lampirkan(laporan, berkas, oleh=oleh, keterangan=keterangan)


def lampirkan(
    laporan: LaporanMitra, berkas: Berkas, *, oleh: Pengguna, keterangan: str = ""
) -> BerkasLaporan:
    """A stored file becomes one of the draft's; in the caller's transaction."""
    if laporan.berkas.filter(putaran=0, berkas__sha256=berkas.sha256).exists():
        msg = f"Berkas “{berkas.nama}” sudah diunggah."
        raise AturanDilanggar(msg)
    baris = BerkasLaporan.objects.create(
        laporan=laporan, berkas=berkas, keterangan=keterangan[:200]
    )
    audit.catat("laporan_mitra.unggah", laporan, oleh=oleh, nama=berkas.nama, sha256=berkas.sha256)
    return baris


@transaction.atomic
def hapus_berkas(pk: int, berkas_pk: int, *, oleh: Pengguna) -> None:
    """Take a file out of the draft; what went out with a round stays."""
    laporan = terkunci(pk)
    wajib_dapat_diisi(laporan)
    baris = laporan.berkas.filter(pk=berkas_pk, putaran=0).select_related("berkas").first()
    if baris is None:
        msg = "Berkas ini sudah tidak ada pada draf."
        raise AturanDilanggar(msg)
    baris.delete()
    audit.catat(
        "laporan_mitra.hapus",
        laporan,
        oleh=oleh,
        nama=baris.berkas.nama,
        sha256=baris.berkas.sha256,
    )


# --- Submission and reading ---------------------------------------------------------------


@transaction.atomic
def sampaikan(pk: int, *, oleh: Pengguna) -> PutaranLaporan:
    """Send the report as one whole round with its receipts (Pasal 9 ayat (1)).

    Addressees come from the naskah, never from the sender. Raises AturanDilanggar naming
    everything that is missing, or when it was already sent.
    """
    laporan = terkunci(pk)
    dari, kewajiban = Status(laporan.status), laporan.kewajiban
    isi = isi_terkini(laporan, butir_kewajiban(kewajiban))
    wajib(
        aturan.periksa_penyampaian(
            dari,
            StatusKewajiban(kewajiban.status),
            alasan=kewajiban.alasan_status,
            kurang=kekurangan(laporan),
        )
    )
    _pindah(laporan, Aksi.SAMPAIKAN, isi=isi, putaran=F("putaran") + 1, batas_perbaikan=None)
    _pindah_kewajiban(kewajiban, StatusKewajiban.TERBUKA, status=StatusKewajiban.TERPENUHI)
    perpanjangan_batas.tutup_menunggu(kewajiban)
    putaran = putaran_laporan.buat(laporan, oleh=oleh)
    jejak = audit.catat(
        "laporan_mitra.sampaikan",
        laporan,
        oleh=oleh,
        dari=dari,
        ke=laporan.status,
        putaran=putaran.ke,
        nomor=putaran.nomor,
    )
    pernyataan_mitra.teruskan(laporan, putaran, oleh=oleh)
    kabar.disampaikan(jejak, laporan, putaran)
    return putaran


@transaction.atomic
def baca(tanda_terima_pk: int, *, oleh: Pengguna) -> TandaTerima:
    """The addressee states, once, that the report was read."""
    tanda = TandaTerima.objects.select_related("putaran__laporan__kewajiban__mitra").get(
        pk=tanda_terima_pk
    )
    wajib(boleh_membaca(oleh, tanda))
    belum = TandaTerima.objects.filter(pk=tanda.pk, dibaca_pada=None)
    if not belum.update(dibaca_oleh=oleh, dibaca_pada=timezone.now()):
        msg = "Tanda terima ini sudah ditandai dibaca."
        raise AturanDilanggar(msg)
    tanda.refresh_from_db(fields=["dibaca_oleh", "dibaca_pada"])
    putaran = tanda.putaran
    audit.catat(
        "laporan_mitra.baca",
        putaran.laporan,
        oleh=oleh,
        putaran=putaran.ke,
        penerima=tanda.penerima,
    )
    return tanda


# --- Review -------------------------------------------------------------------------------


@transaction.atomic
def terima(pk: int, *, oleh: Pengguna, catatan: str = "") -> LaporanMitra:
    """Accept the round that was sent last."""
    return _tinjau(terkunci(pk), Aksi.TERIMA, Tinjauan(oleh.pk, catatan), oleh=oleh)


@transaction.atomic
def kembalikan(
    pk: int, *, catatan: str, oleh: Pengguna, batas_perbaikan: date | None = None
) -> LaporanMitra:
    """Return the round with reasons: the duty is open again, with a deadline of its own.

    The mitra mends a copy; the round keeps its text and files.
    """
    laporan = terkunci(pk)
    tinjauan = Tinjauan(oleh.pk, catatan, batas_perbaikan)
    hari_ini, kewajiban = timezone.localdate(), laporan.kewajiban
    batas = aturan.batas_perbaikan(
        batas_perbaikan,
        hari_ini=hari_ini,
        tenggang=kebijakan_pada(hari_ini)[1].tenggang_laporan,
        batas=kewajiban.batas,
        jatuh_tempo=kewajiban.jatuh_tempo,
    )
    _tinjau(laporan, Aksi.KEMBALIKAN, tinjauan, oleh=oleh, batas_perbaikan=batas)
    _pindah_kewajiban(
        kewajiban, StatusKewajiban.TERPENUHI, status=StatusKewajiban.TERBUKA, batas=batas
    )
    BerkasLaporan.objects.bulk_create(
        BerkasLaporan(laporan=laporan, berkas_id=b.berkas_id, keterangan=b.keterangan)
        for b in laporan.berkas.filter(putaran=laporan.putaran)
    )
    return laporan


def _tinjau(
    laporan: LaporanMitra, aksi: Aksi, tinjauan: Tinjauan, *, oleh: Pengguna, **kolom: Any
) -> LaporanMitra:
    dari = Status(laporan.status)
    putaran = PutaranLaporan.objects.filter(laporan=laporan, ke=laporan.putaran).first()
    wajib(
        aturan.periksa_tinjauan(
            dari,
            aksi,
            tinjauan,
            disampaikan_oleh=putaran.disampaikan_oleh_id if putaran else 0,
            hari_ini=timezone.localdate(),
        )
    )
    _pindah(laporan, aksi, **kolom)
    PutaranLaporan.objects.filter(laporan=laporan, ke=laporan.putaran, hasil="").update(
        hasil=laporan.status,
        catatan=tinjauan.catatan,
        ditinjau_oleh=oleh,
        ditinjau_pada=timezone.now(),
    )
    jejak = audit.catat(
        f"laporan_mitra.{aksi}",
        laporan,
        oleh=oleh,
        dari=dari,
        ke=laporan.status,
        putaran=laporan.putaran,
        catatan=tinjauan.catatan,
        **kolom,
    )
    kabar.ditinjau(jejak, laporan, tinjauan.catatan)
    return laporan


# --- Shared -------------------------------------------------------------------------------


def terkunci(pk: int) -> LaporanMitra:
    """The report, held until the transaction ends."""
    semua = LaporanMitra.objects.select_for_update(of=("self",))
    return semua.select_related("formulir", "kewajiban__naskah", "kewajiban__mitra").get(pk=pk)


def wajib_dapat_diisi(laporan: LaporanMitra) -> None:
    """Raises AturanDilanggar once the working copy may not be changed."""
    kewajiban = laporan.kewajiban
    wajib(
        aturan.periksa_pengisian(
            Status(laporan.status), StatusKewajiban(kewajiban.status), kewajiban.alasan_status
        )
    )


def _pindah(laporan: LaporanMitra, aksi: Aksi, **kolom: Any) -> None:
    """To the next state, if nobody was faster."""
    dari = Status(laporan.status)
    tetap = LaporanMitra.objects.filter(pk=laporan.pk, status=dari, diubah_pada=laporan.diubah_pada)
    ke = TRANSISI[dari, aksi]
    if not tetap.update(status=ke, diubah_pada=timezone.now(), **kolom):
        raise AturanDilanggar(BARU_SAJA)
    laporan.refresh_from_db(fields=["status", "isi", "putaran", "batas_perbaikan", "diubah_pada"])


def _pindah_kewajiban(kewajiban: KewajibanLaporan, dari: StatusKewajiban, **kolom: Any) -> None:
    if not KewajibanLaporan.objects.filter(pk=kewajiban.pk, status=dari).update(**kolom):
        raise AturanDilanggar(BARU_SAJA)
