"""Recording the meeting: who attended, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.putusan import tolak, wajib
from pengawasan.domain.berita_acara import periksa_kejadian
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import StatusKegiatan
from pengawasan.models import Hadirin, Kegiatan, Notulensi
from pengawasan.queries.rapat import sidik_hadirin, sidik_notulensi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna

HADIRIN_TERBANYAK = 300
BERUBAH = (
    "{apa} ini diubah orang lain setelah Anda membukanya, jadi isian Anda belum disimpan. "
    "Bandingkan dengan yang tersimpan, lalu simpan lagi."
)


@transaction.atomic
def simpan_hadirin(
    kegiatan_pk: int, baris: Sequence[dict[str, Any]], *, oleh: Pengguna, sidik: str | None = None
) -> None:
    """Replace the daftar hadir by these lines, in this order.

    `sidik` is the fingerprint of the list as it stood on the page; another one in the meantime
    raises AturanDilanggar. None does not ask.
    """
    kegiatan = _terbuka(kegiatan_pk)
    if sidik is not None and sidik != sidik_hadirin(kegiatan.hadirin.all()):
        wajib(tolak(BERUBAH.format(apa="Daftar hadir")))
    if len(baris) > HADIRIN_TERBANYAK:
        wajib(tolak(f"Paling banyak {HADIRIN_TERBANYAK} orang dalam satu daftar hadir."))
    kegiatan.hadirin.all().delete()
    Hadirin.objects.bulk_create(
        [Hadirin(kegiatan=kegiatan, urutan=i, **b) for i, b in enumerate(baris, start=1)]
    )
    audit.catat(
        "daftar_hadir.simpan",
        kegiatan,
        oleh=oleh,
        jumlah=len(baris),
        nama=[b["nama"] for b in baris],
    )


@transaction.atomic
def simpan_notulensi(
    kegiatan_pk: int, data: dict[str, Any], *, oleh: Pengguna, sidik: str | None = None
) -> Notulensi:
    """Write the minutes, or write them over. `sidik` as in simpan_hadirin."""
    kegiatan = _terbuka(kegiatan_pk)
    lama = Notulensi.objects.filter(kegiatan=kegiatan).first()
    if sidik is not None and sidik != sidik_notulensi(lama):
        wajib(tolak(BERUBAH.format(apa="Notulensi")))
    ttd, hari_ini = kegiatan.naskah.tanggal_ttd, timezone.localdate()
    if not periksa_kejadian(data["tanggal"], tanggal_ttd=ttd, hari_ini=hari_ini):
        wajib(tolak("Tanggal rapat harus antara penandatanganan naskah dan hari ini."))
    notulensi, _ = Notulensi.objects.update_or_create(
        kegiatan=kegiatan, defaults=data | {"dicatat_oleh": oleh}
    )
    beda = {n: [getattr(lama, n, ""), v] for n, v in data.items() if getattr(lama, n, "") != v}
    audit.catat("notulensi.simpan", kegiatan, oleh=oleh, nilai=beda)
    return notulensi


def _terbuka(kegiatan_pk: int) -> Kegiatan:
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah")
    kegiatan = terkunci.get(pk=kegiatan_pk)
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    return kegiatan
