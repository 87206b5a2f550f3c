"""A later date for a follow-up, asked for and decided; another unit that takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.perkembangan import (
    periksa_minta_tenggat,
    periksa_putus_tenggat,
    periksa_serah,
)
from pengawasan.enums import StatusPermintaanTenggat as Permintaan
from pengawasan.enums import StatusTindakLanjut as Status
from pengawasan.models import PermintaanTenggat, SerahTindakLanjut, TindakLanjut
from pengawasan.queries.penerima import orang_unit

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kerjasama.models import PerangkatDaerah


@transaction.atomic
def minta(
    pk: int, *, tenggat: date, alasan: str, oleh: Pengguna, kunci: UUID | None = None
) -> PermintaanTenggat:
    """The owner asks for more time."""
    pakai_kunci(kunci, oleh=oleh)
    butir = _terkunci(pk)
    terbuka = butir.permintaan_tenggat.filter(status=Permintaan.DIMINTA)
    wajib(
        periksa_minta_tenggat(
            Status(butir.status),
            lama=butir.tenggat,
            baru=tenggat,
            per=timezone.localdate(),
            ada=terbuka.exists(),
        )
    )
    try:
        with transaction.atomic():
            permintaan = PermintaanTenggat.objects.create(
                tindak_lanjut=butir,
                tenggat_lama=butir.tenggat,
                tenggat_baru=tenggat,
                alasan=alasan,
                diminta_oleh=oleh,
            )
    except IntegrityError as error:
        raise AturanDilanggar("Masih ada permintaan tenggat yang belum diputuskan.") from error
    jejak = audit.catat(
        "tindak_lanjut.minta_tenggat", butir, oleh=oleh, dari=butir.tenggat, ke=tenggat,
        alasan=alasan,
    )  # fmt: skip
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate()),
        pesan=kabar.TENGGAT_DIMINTA.tulis(
            uraian=butir.uraian,
            unit=butir.perangkat_daerah,
            tanggal=tanggal_indonesia(tenggat),
            alasan=alasan,
        ),
        tautan=butir.get_absolute_url(),
    )
    return permintaan


@transaction.atomic
def putuskan(
    permintaan_pk: int, *, setuju: bool, catatan: str = "", oleh: Pengguna
) -> PermintaanTenggat:
    """Someone else grants or refuses it; the date moves only when granted."""
    permintaan = PermintaanTenggat.objects.get(pk=permintaan_pk)
    butir = _terkunci(permintaan.tindak_lanjut_id)
    permintaan.refresh_from_db()
    wajib(
        periksa_putus_tenggat(
            Permintaan(permintaan.status),
            setuju=setuju,
            catatan=catatan,
            oleh=oleh.pk,
            diminta_oleh=permintaan.diminta_oleh_id,
            pemilik=[p.pk for p in orang_unit(butir.perangkat_daerah)],
        )
    )
    ke = Permintaan.DISETUJUI if setuju else Permintaan.DITOLAK
    tertulis = PermintaanTenggat.objects.filter(pk=permintaan_pk, status=Permintaan.DIMINTA).update(
        status=ke,
        catatan=catatan,
        diputuskan_oleh=oleh,
        diputuskan_sebagai=oleh.sebagai,
        diputuskan_pada=timezone.now(),
    )
    if not tertulis:
        raise AturanDilanggar("Permintaan tenggat ini baru saja diputuskan.")
    permintaan.refresh_from_db()
    if setuju:
        TindakLanjut.objects.filter(pk=butir.pk).update(
            tenggat=permintaan.tenggat_baru,
            dasar_tenggat=f"Diperpanjang dari {tanggal_indonesia(permintaan.tenggat_lama)}: "
            f"{permintaan.alasan}"[:250],
        )
    jejak = audit.catat(
        "tindak_lanjut.putus_tenggat", butir, oleh=oleh, ke=ke, catatan=catatan,
        tenggat=permintaan.tenggat_baru,
    )  # fmt: skip
    antrekan(
        jejak,
        kepada=orang_unit(butir.perangkat_daerah),
        pesan=kabar.TENGGAT_DIPUTUSKAN.tulis(
            hasil=ke.label.lower(), uraian=butir.uraian, catatan=catatan
        ),
        tautan=butir.get_absolute_url(),
    )
    return permintaan


@transaction.atomic
def serahkan(pk: int, ke: PerangkatDaerah, *, alasan: str, oleh: Pengguna) -> TindakLanjut:
    """Another unit of the naskah owns it from now on; what was done stays."""
    butir = _terkunci(pk)
    dari = butir.perangkat_daerah
    wajib(
        periksa_serah(
            Status(butir.status),
            dari=dari.pk,
            ke=ke.pk,
            unit_naskah=list(butir.naskah.keterlibatan.values_list("perangkat_daerah", flat=True)),
            alasan=alasan,
        )
    )
    if not TindakLanjut.objects.filter(pk=pk, perangkat_daerah=dari).update(perangkat_daerah=ke):
        raise AturanDilanggar("Tindak lanjut ini baru saja berubah. Muat ulang halaman.")
    SerahTindakLanjut.objects.create(
        tindak_lanjut=butir, dari=dari, ke=ke, alasan=alasan, oleh=oleh
    )
    butir.refresh_from_db()
    jejak = audit.catat(
        "tindak_lanjut.serahkan", butir, oleh=oleh, dari=str(dari), ke=str(ke), alasan=alasan
    )
    antrekan(
        jejak,
        kepada=[*orang_unit(dari), *orang_unit(ke)],
        pesan=kabar.TINDAK_LANJUT_DISERAHKAN.tulis(unit=ke, uraian=butir.uraian, alasan=alasan),
        tautan=butir.get_absolute_url(),
    )
    return butir


def _terkunci(pk: int) -> TindakLanjut:
    semua = TindakLanjut.objects.select_for_update(of=("self",))
    return semua.select_related("naskah", "perangkat_daerah").get(pk=pk)
