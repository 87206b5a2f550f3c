"""What a phone sends after it found signal: any number of times, one berita acara, every photo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import tolak, wajib
from pengawasan.domain.berita_acara import periksa_ubah
from pengawasan.enums import StatusBeritaAcara
from pengawasan.models import BeritaAcara, FotoBeritaAcara
from pengawasan.services import berita_acara as berita_acara_services
from pengawasan.services.isi_berita_acara import isi_sama, simpan_foto

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.models import PerangkatDaerah
    from pengawasan.services.isi_berita_acara import Baris


def terima(
    kegiatan_pk: int,
    data: dict[str, Any],
    *,
    baris: Baris,
    perangkat_daerah: PerangkatDaerah,
    kunci: UUID,
    versi: int | None = None,
    kejadian_lain: bool = False,
    oleh: Pengguna,
) -> BeritaAcara:
    """The draft of this key: made now, or the one that was made when it came before.

    Two that come at once: the unique key lets one in, and the other gets its record. A draft
    takes over what the phone wrote since; `versi` is the one that the phone knows.
    `kejadian_lain` says that it is another event of the same day, such as a second site.
    """
    milik = BeritaAcara.objects.filter(disusun_oleh=oleh, kunci_kirim=kunci)
    if ada := milik.first():
        if ada.kegiatan_id != kegiatan_pk:
            wajib(tolak("Isian ini sudah dikirim untuk kegiatan lain."))
        return _perbarui(ada, data, baris, versi=versi, kejadian_lain=kejadian_lain, oleh=oleh)
    try:
        return berita_acara_services.susun(
            kegiatan_pk,
            data,
            baris=baris,
            perangkat_daerah=perangkat_daerah,
            oleh=oleh,
            kunci_kirim=kunci,
            kejadian_lain=kejadian_lain,
        )
    except IntegrityError:
        if ada := milik.first():
            return ada
        raise


def _perbarui(
    ada: BeritaAcara,
    data: dict[str, Any],
    baris: Baris,
    *,
    versi: int | None,
    kejadian_lain: bool,
    oleh: Pengguna,
) -> BeritaAcara:
    """The same text again changes nothing; an answer that was lost is simply given again."""
    if isi_sama(ada, data, baris):
        return ada
    if ada.status != StatusBeritaAcara.DRAF:
        wajib(
            tolak(
                "Berita acara ini sudah diajukan; yang diubah sesudahnya tidak ikut terkirim. "
                "Perbaiki pada halaman berita acaranya."
            )
        )
    return berita_acara_services.ubah(
        ada.pk, data, baris=baris, versi=versi, kejadian_lain=kejadian_lain, oleh=oleh
    )


def terima_foto(
    berita_acara: BeritaAcara,
    foto: Diperiksa,
    *,
    kunci: UUID,
    diambil_pada: datetime | None,
    oleh: Pengguna,
) -> FotoBeritaAcara:
    """The photo of this key, once; `diambil_pada` is the time the phone noted."""
    milik = FotoBeritaAcara.objects.filter(berita_acara=berita_acara, kunci=kunci)
    if ada := milik.first():
        return ada
    try:
        return _tambah_foto(berita_acara.pk, foto, kunci, diambil_pada, oleh)
    except IntegrityError:
        if ada := milik.first():
            return ada
        raise


@transaction.atomic
def _tambah_foto(
    pk: int, foto: Diperiksa, kunci: UUID, diambil_pada: datetime | None, oleh: Pengguna
) -> FotoBeritaAcara:
    berita_acara = BeritaAcara.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(periksa_ubah(StatusBeritaAcara(berita_acara.status)))
    satu = simpan_foto(berita_acara, foto, oleh=oleh, kunci=kunci, diambil_pada=diambil_pada)
    audit.catat("berita_acara.ubah", berita_acara, oleh=oleh, foto_tambah=1)
    return satu


def selesai(berita_acara: BeritaAcara, *, jumlah_foto: int, oleh: Pengguna) -> BeritaAcara:
    """Submit once every photo is there; one that was submitted stays as it is."""
    if berita_acara.status != StatusBeritaAcara.DRAF:
        return berita_acara
    ada = berita_acara.foto.count()
    if ada < jumlah_foto:
        wajib(tolak(f"Baru {ada} dari {jumlah_foto} foto diterima; kirim lagi yang belum."))
    return berita_acara_services.ajukan(berita_acara.pk, oleh=oleh)
