"""The chair's decision on a report: everything on one page, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from pelaporan import kabar
from pelaporan.domain.putusan import Keputusan, hasil, periksa, periksa_walikota
from pelaporan.enums import StatusBundel, StatusLaporan
from pelaporan.models import Bundel, Laporan
from pengawasan.enums import StatusRekomendasi
from pengawasan.models import Rekomendasi
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import rekomendasi as rekomendasi_services

if TYPE_CHECKING:
    from collections.abc import Mapping


@transaction.atomic
def putuskan(
    pk: int,
    *,
    sha256_bundel: str,
    keputusan: Mapping[int, Keputusan],
    kembalikan: bool = False,
    catatan: str = "",
    oleh: Pengguna,
) -> Laporan:
    """Decide a sent report, and each recommendation that waits for the chair.

    `keputusan` has an entry per waiting recommendation; `kembalikan` returns a report that has
    none (pemantauan). What is decided on is exactly what was sent: `sha256_bundel` is the hash
    of the bundle that was open on the page. Raises AturanDilanggar when the report is not
    waiting, the bundle is another one, a recommendation has no decision or a return no note.
    """
    laporan = Laporan.objects.select_for_update(of=("self",)).get(pk=pk)
    menunggu = Rekomendasi.objects.milik(laporan.kegiatan).filter(status=StatusRekomendasi.DIAJUKAN)
    wajib(
        periksa(
            StatusLaporan(laporan.status),
            bundel_kini=_hash_bundel(laporan),
            bundel_dibuka=sha256_bundel,
            menunggu=list(menunggu.values_list("pk", flat=True)),
            keputusan=keputusan,
            kembalikan=kembalikan,
            catatan=catatan,
            penyusun={laporan.disusun_oleh_id, laporan.dikirim_oleh_id},
            oleh=oleh.pk,
        )
    )
    ke = hasil(keputusan.values(), kembalikan=kembalikan)
    _tulis(laporan, ke, catatan=catatan, oleh=oleh)
    for rekomendasi_pk, satu in keputusan.items():
        if satu.setuju:
            rekomendasi_services.setujui(rekomendasi_pk, catatan=satu.catatan, oleh=oleh)
        else:
            rekomendasi_services.kembalikan(rekomendasi_pk, catatan=satu.catatan, oleh=oleh)
    _lanjutkan(laporan, ke, oleh=oleh)
    return laporan


@transaction.atomic
def putuskan_walikota(pk: int, *, setuju: bool, catatan: str = "", oleh: Pengguna) -> Rekomendasi:
    """The head of government decides huruf f or h; see `periksa_walikota` for what is left."""
    memuat = Laporan.objects.filter(kegiatan__matrik__baris__rekomendasi=pk)
    laporan = memuat.select_for_update(of=("self",)).first()
    dicabut = Bundel.objects.dicabut().filter(laporan=laporan).exists()
    wajib(periksa_walikota(setuju=setuju, dicabut=dicabut))
    return rekomendasi_services.putuskan_walikota(pk, setuju=setuju, catatan=catatan, oleh=oleh)


def _hash_bundel(laporan: Laporan) -> str:
    """The hash of the bundle of the version that was sent, as its bytes lie there now.

    Empty while it is being made. Bytes that were replaced give another hash than the page had.
    """
    siap = Bundel.objects.filter(
        laporan=laporan, versi=laporan.versi, status=StatusBundel.SIAP
    ).select_related("berkas")
    bundel = siap.first()
    return bundel.berkas.sidik() if bundel and bundel.berkas else ""


def _tulis(laporan: Laporan, ke: StatusLaporan, *, catatan: str, oleh: Pengguna) -> None:
    """Only one of two who decide at once succeeds."""
    menunggu = Laporan.objects.filter(pk=laporan.pk, status=StatusLaporan.DIKIRIM)
    tertulis = menunggu.update(
        status=ke, catatan_ketua=catatan, diputuskan_oleh=oleh, diputuskan_pada=timezone.now()
    )
    if not tertulis:
        msg = "Laporan ini baru saja diputuskan. Muat ulang halaman."
        raise AturanDilanggar(msg)
    laporan.refresh_from_db()


def _lanjutkan(laporan: Laporan, ke: StatusLaporan, *, oleh: Pengguna) -> None:
    """Tell the kegiatan, leave one line, tell the team."""
    disetujui = ke == StatusLaporan.DISETUJUI
    if disetujui:
        kegiatan_services.putuskan(laporan.kegiatan_id, oleh=oleh)
    else:
        kegiatan_services.kembalikan(laporan.kegiatan_id, oleh=oleh)
    aksi = "setujui" if disetujui else "kembalikan"
    jejak = audit.catat(
        f"laporan.{aksi}", laporan, oleh=oleh, versi=laporan.versi, catatan=laporan.catatan_ketua
    )
    antrekan(
        jejak,
        kepada=[p for p in (laporan.disusun_oleh, laporan.dikirim_oleh) if p],
        pesan=kabar.LAPORAN_DIPUTUSKAN.tulis(
            hasil=laporan.get_status_display().lower(),
            laporan=laporan,
            catatan=laporan.catatan_ketua,
        ),
        tautan=laporan.get_absolute_url(),
    )
    if Rekomendasi.objects.milik(laporan.kegiatan).menunggu_walikota().exists():
        jejak = audit.catat("laporan.teruskan", laporan, oleh=oleh)
        antrekan(
            jejak,
            kepada=Pengguna.objects.berperan(Peran.WALIKOTA, pada=timezone.localdate()),
            pesan=kabar.MENUNGGU_KEPALA_DAERAH.tulis(laporan=laporan),
            tautan="/pelaporan/meja-walikota/",
        )
