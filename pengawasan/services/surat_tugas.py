"""Issuing a surat tugas: number, team and assignment in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan
from inti.notifikasi import antrekan
from inti.putusan import tolak, wajib
from inti.services import nomor_surat
from inti.services.sekali import pakai_kunci
from kerjasama.enums import StatusNaskah
from pengawasan.domain.tim import (
    KODE_KURSI,
    periksa_tanggal_surat,
    periksa_tim,
)
from pengawasan.models import AnggotaTim, Kegiatan, SuratTugas
from pengawasan.queries.penerima import pelaksana
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services.penanda_tangan import ketua_tkksd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def terbitkan(
    *,
    kegiatan: Sequence[int],
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    penjelasan_kursi_kosong: str = "",
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> SuratTugas:
    """One letter for one or several kegiatan; each becomes DITUGASKAN.

    `anggota` are columns of AnggotaTim (`pengguna` a person or None), in the order of the
    letter. Raises AturanDilanggar when a fixed seat is empty and not explained (Pasal 8 ayat
    (2)) or not held by who is named, nobody holds the chair's seat, or a kegiatan is not waiting.
    """
    pakai_kunci(kunci, oleh=oleh)
    semua = _kunci(kegiatan)
    _periksa(semua, tanggal, anggota, penjelasan_kursi_kosong)
    surat = _tulis(semua, tanggal, penjelasan_kursi_kosong, oleh=oleh)
    AnggotaTim.objects.bulk_create(
        [AnggotaTim(surat_tugas=surat, urutan=i, **a) for i, a in enumerate(anggota, start=1)]
    )
    for satu in semua:
        kegiatan_services.tugaskan(satu.pk, oleh=oleh, surat=str(surat))
    _kabarkan(surat, semua, oleh=oleh)
    return surat


def _tulis(
    kegiatan: Sequence[Kegiatan], tanggal: date, penjelasan: str, *, oleh: Pengguna
) -> SuratTugas:
    """The letter with its number, signed by whoever is Ketua TKKSD on its date."""
    ketua = ketua_tkksd(tanggal)
    surat = SuratTugas.objects.create(
        nomor=nomor_surat.ambil(
            jenis="Surat tugas",
            perihal=f"Penugasan Tim Pengawasan: {'; '.join(str(k) for k in kegiatan)}",
            tanggal=tanggal,
            oleh=oleh,
        ),
        tanggal=tanggal,
        penanda_tangan=ketua.pengguna.nama,
        jabatan_penanda_tangan=ketua.sebutan,
        penjelasan_kursi_kosong=penjelasan,
        diterbitkan_oleh=oleh,
    )
    surat.kegiatan.set(kegiatan)
    return surat


def _kunci(kegiatan: Sequence[int]) -> list[Kegiatan]:
    """Lock them in the order of their keys, so that two letters never wait for each other."""
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah")
    semua = list(terkunci.filter(pk__in=kegiatan).order_by("pk"))
    if not semua:
        wajib(tolak("Pilih sedikitnya satu kegiatan."))
    return semua


def _periksa(
    kegiatan: Sequence[Kegiatan],
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    penjelasan: str,
) -> None:
    ttd = [None if k.naskah.status == StatusNaskah.DRAF else k.naskah.tanggal_ttd for k in kegiatan]
    wajib(periksa_tanggal_surat(tanggal, tanggal_ttd=ttd, hari_ini=timezone.localdate()))
    tim = [(a["nama"], a.get("kode_jabatan", "")) for a in anggota]
    wajib(periksa_tim(tim, penjelasan=penjelasan))
    _periksa_pemangku(tanggal, anggota)


def _periksa_pemangku(tanggal: date, anggota: Sequence[dict[str, Any]]) -> None:
    """Whoever is named in a fixed seat holds it on the date of the letter."""
    berlaku = PemangkuJabatan.objects.berlaku_pada(tanggal).filter(jabatan__kode__in=KODE_KURSI)
    pemangku = set(berlaku.values_list("jabatan__kode", "pengguna"))
    for satu in anggota:
        kode, orang = satu.get("kode_jabatan", ""), satu.get("pengguna")
        if kode in KODE_KURSI and (kode, orang.pk if orang else None) not in pemangku:
            wajib(tolak(f"{satu['nama']} bukan {satu['jabatan']} pada tanggal surat."))


def _kabarkan(surat: SuratTugas, kegiatan: Sequence[Kegiatan], *, oleh: Pengguna) -> None:
    """Tell the team and the units of the naskah."""
    jejak = audit.catat(
        "surat_tugas.terbitkan", surat, oleh=oleh, kegiatan=[k.pk for k in kegiatan]
    )
    antrekan(
        jejak,
        kepada=pelaksana(kegiatan),
        subjek=f"Surat tugas {surat}",
        # No titles: the letter may cover naskah of other units.
        isi="Anda atau perangkat daerah Anda ditugaskan dalam kegiatan pengawasan kerja sama "
        f"dengan surat tugas tanggal {tanggal_indonesia(surat.tanggal)}.",
        tautan=surat.get_absolute_url(),
    )
