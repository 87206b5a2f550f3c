"""The only door through which a kegiatan changes its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.kolom import periksa_asal
from inti.services.sekali import pakai_kunci
from kerjasama.enums import StatusNaskah
from pengawasan import kabar
from pengawasan.domain.kegiatan import (
    KOLOM_RENCANA,
    TRANSISI,
    Rencana,
    periksa,
    periksa_hasil,
    periksa_rencana,
    periksa_tanggal_rencana,
    periksa_ubah_rencana,
)
from pengawasan.enums import AksiKegiatan as Aksi
from pengawasan.enums import JenisKegiatan, Metode, Sifat, StatusJadwal
from pengawasan.enums import StatusKegiatan as Status
from pengawasan.models import Jadwal, Kegiatan
from pengawasan.queries.dokumentasi import menunggu_verifikasi, sidik_unsur, terakhir_mencatat
from pengawasan.queries.penerima import pelaksana

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from uuid import UUID

    from inti.models import JejakAudit
    from inti.pesan import Pesan

BERUBAH = "Kegiatan ini baru saja berubah. Muat ulang halaman."
# Whatever comes back to the team is stated to be complete anew.
BELUM_LENGKAP = dict.fromkeys(("didokumentasikan_oleh", "didokumentasikan_pada"))
UNSUR_BERUBAH = (
    "{oleh} menyimpan unsur evaluasi ini sejak Anda membukanya, jadi isian Anda belum disimpan. "
    "Bandingkan dengan yang tersimpan, lalu simpan lagi."
)


@transaction.atomic
def rencanakan(data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None) -> Kegiatan:
    """Plan an event: berkala from an open obligation, or insidental with reason and requester.

    `data` are columns of Kegiatan: naskah, jenis, metode and tanggal_rencana must be there,
    jadwal for a berkala one. Raises AturanDilanggar when the plan is not sound or the
    obligation already has an event.
    """
    pakai_kunci(kunci, oleh=oleh)
    kegiatan = Kegiatan(**data, dibuat_oleh=oleh)
    naskah, jadwal = kegiatan.naskah, kegiatan.jadwal
    ttd = None if naskah.status == StatusNaskah.DRAF else naskah.tanggal_ttd
    wajib(periksa_rencana(_rencana(kegiatan), tanggal_ttd=ttd, berjadwal=jadwal is not None))
    if jadwal is not None:
        _periksa_jadwal(jadwal.pk, kegiatan)
    _simpan_baru(kegiatan)
    tanggal = kegiatan.tanggal_rencana
    _rencanakan_jadwal(kegiatan, tanggal)
    jejak = audit.catat("kegiatan.rencanakan", kegiatan, oleh=oleh, tanggal=tanggal)
    _beri_tahu(
        jejak,
        kegiatan,
        kabar.KEGIATAN_DIRENCANAKAN.tulis(
            jenis=kegiatan.get_jenis_display(),
            judul=naskah.judul,
            tanggal=tanggal_indonesia(tanggal),
        ),
    )
    return kegiatan


def _rencana(kegiatan: Kegiatan) -> Rencana:
    return Rencana(
        jenis=JenisKegiatan(kegiatan.jenis),
        sifat=Sifat(kegiatan.sifat),
        metode=Metode(kegiatan.metode),
        tanggal_rencana=kegiatan.tanggal_rencana,
        alasan=kegiatan.alasan,
        peminta=kegiatan.peminta,
        menggantikan_berkala=kegiatan.menggantikan_berkala,
        bersama_perpanjangan=kegiatan.bersama_perpanjangan,
    )


def _periksa_jadwal(pk: int, kegiatan: Kegiatan) -> None:
    """Lock the obligation, so that the same one is not planned twice."""
    jadwal = Jadwal.objects.select_for_update(of=("self",)).get(pk=pk)
    if jadwal.naskah_id != kegiatan.naskah_id or jadwal.jenis != kegiatan.jenis:
        wajib(tolak("Jadwal ini bukan untuk naskah dan jenis kegiatan tersebut."))
    if jadwal.status != StatusJadwal.TERBUKA:
        wajib(tolak(f"Jadwal ini berstatus “{jadwal.get_status_display()}”."))


def _simpan_baru(kegiatan: Kegiatan) -> None:
    """The database refuses a second event for one obligation, also when both come at once."""
    try:
        with transaction.atomic():
            kegiatan.save(force_insert=True)
    except IntegrityError as error:
        hidup = Kegiatan.objects.berjadwal(kegiatan.jadwal_id).select_related("dibuat_oleh")
        raise AturanDilanggar(_jadwal_terpakai(hidup.first())) from error


def _rencanakan_jadwal(kegiatan: Kegiatan, tanggal: date | None) -> None:
    """The obligation is planned on the day of its event, and on none once that is cancelled."""
    Jadwal.objects.filter(kegiatan=kegiatan.pk).update(tanggal_rencana=tanggal)


def _jadwal_terpakai(ada: Kegiatan | None) -> str:
    """Who was first, and for when."""
    if ada is None:
        return BERUBAH
    return (
        f"Jadwal ini sudah mempunyai kegiatan: direncanakan {ada.dibuat_oleh} untuk "
        f"{tanggal_indonesia(ada.tanggal_rencana)}."
    )


@transaction.atomic
def ubah_rencana(
    pk: int,
    *,
    tanggal_rencana: date,
    waktu_rencana: time | None,
    tempat: str,
    oleh: Pengguna,
    asal: Mapping[str, str] | None = None,
) -> None:
    """Another day, hour or place; the legal due date stays where it is."""
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah").get(pk=pk)
    dari = Status(kegiatan.status)
    wajib(periksa_ubah_rencana(dari))
    periksa_asal(kegiatan, KOLOM_RENCANA, asal)
    ttd = kegiatan.naskah.tanggal_ttd
    wajib(periksa_tanggal_rencana(tanggal_rencana, tanggal_ttd=ttd))
    semula = kegiatan.tanggal_rencana
    tulis(
        pk,
        dari,
        tanggal_rencana=tanggal_rencana,
        waktu_rencana=waktu_rencana,
        tempat=tempat,
    )
    _rencanakan_jadwal(kegiatan, tanggal_rencana)
    jejak = audit.catat(
        "kegiatan.ubah", kegiatan, oleh=oleh, dari=semula, ke=tanggal_rencana, tempat=tempat
    )
    _beri_tahu(
        jejak,
        kegiatan,
        kabar.RENCANA_DIUBAH.tulis(
            jenis=kegiatan.get_jenis_display().lower(),
            judul=kegiatan.naskah.judul,
            tanggal=tanggal_indonesia(tanggal_rencana),
        ),
    )


@transaction.atomic
def catat_unsur(
    pk: int,
    *,
    alasan_tanpa_tinjau: str,
    hasil_wawancara: str,
    oleh: Pengguna,
    sidik: str | None = None,
) -> None:
    """Elements (b) and (c) of an evaluasi: why no site visit, what the interviews gave.

    `sidik` is the fingerprint of what the person read; raises AturanDilanggar, naming who, when
    somebody else saved in the meantime. None does not ask.
    """
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=pk)
    if kegiatan.jenis != JenisKegiatan.EVALUASI:
        wajib(tolak("Unsur ini hanya untuk evaluasi."))
    dari = Status(kegiatan.status)
    wajib(periksa_hasil(dari))
    if sidik is not None and sidik != sidik_unsur(kegiatan):
        wajib(
            tolak(UNSUR_BERUBAH.format(oleh=terakhir_mencatat(kegiatan, "unsur_evaluasi.simpan")))
        )
    tulis(pk, dari, alasan_tanpa_tinjau=alasan_tanpa_tinjau, hasil_wawancara=hasil_wawancara)
    audit.catat(
        "unsur_evaluasi.simpan",
        kegiatan,
        oleh=oleh,
        alasan_tanpa_tinjau=[kegiatan.alasan_tanpa_tinjau, alasan_tanpa_tinjau],
        hasil_wawancara=[kegiatan.hasil_wawancara, hasil_wawancara],
    )


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Cancel with a reason; the obligation it came from is free for another event."""
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah").get(pk=pk)
    menunggu = menunggu_verifikasi(kegiatan)
    dari = Status(kegiatan.status)
    wajib(periksa(dari, Aksi.BATALKAN, alasan=alasan, menunggu_verifikasi=menunggu))
    tulis(pk, dari, status=TRANSISI[dari, Aksi.BATALKAN], alasan_batal=alasan)
    _rencanakan_jadwal(kegiatan, None)
    jejak = audit.catat(
        "kegiatan.batalkan", kegiatan, oleh=oleh, dari=dari, ke=Status.DIBATALKAN, catatan=alasan
    )
    _beri_tahu(
        jejak,
        kegiatan,
        kabar.KEGIATAN_DIBATALKAN.tulis(
            jenis=kegiatan.get_jenis_display(), judul=kegiatan.naskah.judul, alasan=alasan
        ),
        sampai_pd=dari == Status.DITUGASKAN,
    )


@transaction.atomic
def tugaskan(pk: int, *, oleh: Pengguna, surat: str) -> Kegiatan:
    """DIRENCANAKAN → DITUGASKAN; called by the surat tugas `surat`, which tells the people."""
    return _alihkan(pk, Aksi.TUGASKAN, oleh=oleh, surat_tugas=surat)


@transaction.atomic
def lepaskan(pk: int, *, oleh: Pengguna, surat: str) -> Kegiatan:
    """DITUGASKAN → DIRENCANAKAN; called when the surat tugas `surat` is revoked."""
    return _alihkan(pk, Aksi.LEPASKAN, oleh=oleh, surat_tugas=surat)


@transaction.atomic
def laporkan(pk: int, *, oleh: Pengguna) -> Kegiatan:
    """DIDOKUMENTASIKAN → DILAPORKAN; called when its report is sent, which tells the people."""
    return _alihkan(pk, Aksi.LAPORKAN, oleh=oleh)


@transaction.atomic
def kembalikan(pk: int, *, oleh: Pengguna) -> Kegiatan:
    """DILAPORKAN → DILAKSANAKAN; called when the chair returns the report."""
    return _alihkan(pk, Aksi.KEMBALIKAN, oleh=oleh, kolom=BELUM_LENGKAP)


@transaction.atomic
def tarik(pk: int, *, oleh: Pengguna) -> Kegiatan:
    """DILAPORKAN → DILAKSANAKAN likewise; called when the report is revoked undecided."""
    return _alihkan(pk, Aksi.TARIK, oleh=oleh, kolom=BELUM_LENGKAP)


@transaction.atomic
def putuskan(pk: int, *, oleh: Pengguna) -> Kegiatan:
    """DILAPORKAN → DIPUTUSKAN; called when the chair has decided everything."""
    return _alihkan(pk, Aksi.PUTUSKAN, oleh=oleh)


@transaction.atomic
def laksanakan(pk: int, *, tanggal: date, oleh: Pengguna) -> bool:
    """DITUGASKAN → DILAKSANAKAN on the day of the first verified berita acara.

    False when it had been carried out before: a later berita acara moves no anchor. Raises
    AturanDilanggar in any other state.
    """
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=pk)
    if kegiatan.status == Status.DILAKSANAKAN:
        return False
    dari = Status(kegiatan.status)
    wajib(periksa(dari, Aksi.LAKSANAKAN))
    ke = TRANSISI[dari, Aksi.LAKSANAKAN]
    tulis(pk, dari, status=ke, tanggal_pelaksanaan=tanggal)
    audit.catat("kegiatan.laksanakan", kegiatan, oleh=oleh, dari=dari, ke=ke, tanggal=tanggal)
    return True


def _alihkan(
    pk: int, aksi: Aksi, *, oleh: Pengguna, kolom: dict[str, Any] | None = None, **perubahan: Any
) -> Kegiatan:
    """Lock, ask the rules, write only if nobody was faster, record."""
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=pk)
    dari = Status(kegiatan.status)
    wajib(periksa(dari, aksi))
    kegiatan.status = TRANSISI[dari, aksi]
    tulis(pk, dari, status=kegiatan.status, **(kolom or {}))
    audit.catat(f"kegiatan.{aksi}", kegiatan, oleh=oleh, dari=dari, ke=kegiatan.status, **perubahan)
    return kegiatan


def tulis(pk: int, dari: Status, **kolom: Any) -> None:
    """Only if it still stands where it was read."""
    if not Kegiatan.objects.filter(pk=pk, status=dari).update(**kolom):
        raise AturanDilanggar(BERUBAH)


def _beri_tahu(
    jejak: JejakAudit, kegiatan: Kegiatan, pesan: Pesan, *, sampai_pd: bool = False
) -> None:
    """Those who plan and carry out; once assigned, also the team and the units of the naskah."""
    perencana = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate())
    kepada = [*perencana, *(pelaksana([kegiatan]) if sampai_pd else [])]
    tautan = kegiatan.get_absolute_url()
    antrekan(jejak, kepada=kepada, pesan=pesan, tautan=tautan)
