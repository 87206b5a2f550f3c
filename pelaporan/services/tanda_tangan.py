"""Electronic signatures on issued documents: signed here, or taken in from where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from pelaporan import tanda_tangan as port
from pelaporan.enums import CaraTandaTangan
from pelaporan.models import Dokumen, TandaTangan
from pelaporan.pdf import GagalRenderError, HasilPdf
from pelaporan.queries.dokumen import menunggu_tanda

if TYPE_CHECKING:
    from inti.models import Berkas, Pengguna
    from inti.unggahan import Diperiksa
    from pelaporan.models import Bundel
    from pelaporan.tanda_tangan import Tanda


def bubuhkan(hasil: HasilPdf) -> tuple[HasilPdf, Tanda | None]:
    """Signed with the server's certificate, where documents are; otherwise as it came.

    Raises GagalRenderError when it cannot be signed: nothing goes out unsigned by mistake.
    """
    if not port.memakai(CaraTandaTangan.LOKAL):
        return hasil, None
    try:
        tanda, isi = port.tandatangani(hasil.isi)
    except port.TandaDitolakError as error:
        raise GagalRenderError(str(error)) from error
    return HasilPdf(isi, hasil.halaman), tanda


def catat(satu: Dokumen | Bundel, berkas: Berkas, tanda: Tanda) -> None:
    """Keep what the certificate says of a file signed here; in the caller's transaction."""
    milik: dict[str, Any] = {"dokumen" if isinstance(satu, Dokumen) else "bundel": satu}
    _simpan(berkas, tanda, CaraTandaTangan.LOKAL, **milik)


def unggah(pk: int, *, diperiksa: Diperiksa, oleh: Pengguna) -> TandaTangan:
    """The file as it was signed elsewhere becomes the issued one, beside the one it began with.

    Raises AturanDilanggar unless it is exactly the issued file with trusted signatures added.
    """
    dokumen = Dokumen.objects.select_related("berkas").get(pk=pk)
    wajib(menunggu_tanda(dokumen))
    # Looked at outside any transaction: it is the work of a child, and may take a while.
    try:
        tanda = port.periksa(dokumen.berkas_terbit.path, diperiksa.isi)
    except port.TandaDitolakError as error:
        raise AturanDilanggar(str(error)) from error
    return _terima(pk, tanda, diperiksa, oleh=oleh)


@transaction.atomic
def _terima(pk: int, tanda: Tanda, diperiksa: Diperiksa, *, oleh: Pengguna) -> TandaTangan:
    """Only the first of two who send it succeeds."""
    dokumen = Dokumen.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(menunggu_tanda(dokumen))
    berkas = simpan_unggahan(diperiksa, oleh=oleh)
    satu = _simpan(berkas, tanda, CaraTandaTangan.UNGGAH, dokumen=dokumen, diunggah_oleh=oleh)
    audit.catat(
        "dokumen.tandatangani",
        dokumen,
        oleh=oleh,
        sha256=berkas.sha256,
        nama=tanda.nama,
        penerbit=tanda.penerbit,
        seri=tanda.seri,
    )
    return satu


def _simpan(berkas: Berkas, tanda: Tanda, cara: CaraTandaTangan, **kolom: Any) -> TandaTangan:
    try:
        with transaction.atomic():
            return TandaTangan.objects.create(
                berkas=berkas,
                cara=cara,
                nama=tanda.nama,
                penerbit=tanda.penerbit,
                seri=tanda.seri,
                ditandatangani_pada=tanda.waktu,
                **kolom,
            )
    except IntegrityError as error:
        msg = "Berkas bertanda tangan dokumen ini baru saja diunggah orang lain."
        raise AturanDilanggar(msg) from error
