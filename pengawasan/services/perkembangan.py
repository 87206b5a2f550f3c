"""Work on a follow-up: progress, the items of the ledger that it is about, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.perkembangan import periksa_perkembangan, periksa_terbuka
from pengawasan.enums import JenisTindakLanjut
from pengawasan.enums import StatusTindakLanjut as Status
from pengawasan.models import (
    BerkasPerkembangan,
    ButirTindakLanjut,
    PerkembanganTindakLanjut,
    TindakLanjut,
)
from pengawasan.queries.penerima import orang_unit
from pengawasan.queries.tindak_lanjut import pilihan_addendum, pilihan_butir, pilihan_pengganti

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.unggahan import Diperiksa
    from kerjasama.models import Addendum, Butir, Naskah


@transaction.atomic
def catat(
    pk: int,
    data: dict[str, Any],
    *,
    berkas: Sequence[Diperiksa] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> PerkembanganTindakLanjut:
    """Progress: tanggal, uraian, and persen or tahap. Also after the naskah has ended."""
    pakai_kunci(kunci, oleh=oleh)
    butir = _terkunci(pk)
    wajib(
        periksa_perkembangan(
            Status(butir.status),
            tanggal=data["tanggal"],
            ttd=butir.naskah.tanggal_ttd,
            per=timezone.localdate(),
        )
    )
    if data.get("tahap") and butir.jenis != JenisTindakLanjut.PROSES_HUKUM:
        raise AturanDilanggar("Tahap hanya untuk proses hukum (huruf h).")
    satu = PerkembanganTindakLanjut.objects.create(tindak_lanjut=butir, dicatat_oleh=oleh, **data)
    for diperiksa in berkas:
        tersimpan = simpan_unggahan(diperiksa, oleh=oleh)
        BerkasPerkembangan.objects.create(perkembangan=satu, berkas=tersimpan)
    jejak = audit.catat("tindak_lanjut.perkembangan", butir, oleh=oleh, **data)
    antrekan(
        jejak,
        kepada=[
            *orang_unit(butir.perangkat_daerah),
            *Pengguna.objects.berperan(Peran.STAF, pada=timezone.localdate()),
        ],
        pesan=kabar.PERKEMBANGAN.tulis(uraian=butir.uraian, perkembangan=data["uraian"][:500]),
        tautan=butir.get_absolute_url(),
    )
    return satu


@transaction.atomic
def pilih_butir(pk: int, butir: Sequence[Butir], *, oleh: Pengguna) -> TindakLanjut:
    """Which items of the ledger a follow-up of huruf d or e is about."""
    satu = _terkunci(pk)
    wajib(periksa_terbuka(Status(satu.status)))
    if satu.jenis != JenisTindakLanjut.PEMENUHAN:
        raise AturanDilanggar("Butir hanya dipilih untuk rekomendasi huruf d dan e.")
    kunci = {b.pk for b in butir}
    if kunci - set(pilihan_butir(satu).values_list("pk", flat=True)):
        raise AturanDilanggar("Pilih butir milik naskah ini, dari pihak yang bersangkutan.")
    lama = set(satu.butir.values_list("butir", flat=True))
    if kunci == lama:
        return satu
    satu.butir.exclude(butir__in=kunci).delete()
    ButirTindakLanjut.objects.bulk_create(
        ButirTindakLanjut(tindak_lanjut=satu, butir_id=b) for b in sorted(kunci - lama)
    )
    audit.catat("tindak_lanjut.butir", satu, oleh=oleh, dari=sorted(lama), ke=sorted(kunci))
    return satu


@transaction.atomic
def tunjuk_hasil(
    pk: int,
    *,
    addendum: Addendum | None = None,
    pengganti: Naskah | None = None,
    oleh: Pengguna,
) -> TindakLanjut:
    """The addendum, or the naskah that replaces this one, by which a renewal was fulfilled."""
    butir = _terkunci(pk)
    wajib(periksa_terbuka(Status(butir.status)))
    if butir.jenis != JenisTindakLanjut.PEMBARUAN:
        raise AturanDilanggar("Hasil ini hanya untuk rekomendasi huruf a, b, dan c.")
    if addendum and pengganti:
        raise AturanDilanggar("Pilih salah satu: addendum atau naskah pengganti.")
    if addendum and not pilihan_addendum(butir).filter(pk=addendum.pk).exists():
        raise AturanDilanggar("Pilih addendum yang berlaku dari naskah ini.")
    if pengganti and not pilihan_pengganti(butir).filter(pk=pengganti.pk).exists():
        raise AturanDilanggar("Pilih naskah yang tercatat menggantikan naskah ini.")
    TindakLanjut.objects.filter(pk=pk).update(addendum=addendum, naskah_pengganti=pengganti)
    butir.refresh_from_db()
    audit.catat("tindak_lanjut.hasil", butir, oleh=oleh, hasil=str(addendum or pengganti or ""))
    return butir


def _terkunci(pk: int) -> TindakLanjut:
    semua = TindakLanjut.objects.select_for_update(of=("self",))
    return semua.select_related("naskah", "perangkat_daerah", "rekomendasi").get(pk=pk)
