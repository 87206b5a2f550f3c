"""Electronic signatures on issued documents: signed here, or taken in from where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from pelaporan import tanda_tangan as port
from pelaporan.enums import CaraTandaTangan
from pelaporan.models import Bundel, Dokumen, TandaTangan
from pelaporan.models.klaim import PekerjaanBerkas
from pelaporan.pdf import GagalRenderError, HasilPdf
from pelaporan.queries.dokumen import menunggu_tanda
from pelaporan.queries.tanda_bundel import menunggu_tanda_bundel

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from inti.models import Berkas, Pengguna
    from inti.putusan import Putusan
    from inti.unggahan import Diperiksa
    from pelaporan.tanda_tangan import Tanda

P = TypeVar("P", bound=PekerjaanBerkas)


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
    _simpan(berkas, tanda, CaraTandaTangan.LOKAL, **{_kolom(satu): satu})


def unggah(pk: int, *, diperiksa: Diperiksa, oleh: Pengguna) -> TandaTangan:
    """The file as it was signed elsewhere becomes the issued one, beside the one it began with.

    Raises AturanDilanggar unless it is exactly the issued file with trusted signatures added.
    """
    return _unggah(Dokumen.objects.all(), menunggu_tanda, pk, diperiksa=diperiksa, oleh=oleh)


def unggah_bundel(pk: int, *, diperiksa: Diperiksa, oleh: Pengguna) -> TandaTangan:
    """The same of a bundle; what the chair decides on stays the file that was sent."""
    return _unggah(Bundel.objects.all(), menunggu_tanda_bundel, pk, diperiksa=diperiksa, oleh=oleh)


def _unggah(
    semua: QuerySet[P],
    syarat: Callable[[P], Putusan],
    pk: int,
    *,
    diperiksa: Diperiksa,
    oleh: Pengguna,
) -> TandaTangan:
    satu = semua.select_related("berkas").get(pk=pk)
    wajib(syarat(satu))
    # Looked at outside any transaction: it is the work of a child, and may take a while.
    try:
        tanda = port.periksa(satu.berkas_terbit.path, diperiksa.isi)
    except port.TandaDitolakError as error:
        raise AturanDilanggar(str(error)) from error
    with transaction.atomic():
        return _terima(semua, syarat, pk, tanda, diperiksa, oleh=oleh)


def _terima(
    semua: QuerySet[P],
    syarat: Callable[[P], Putusan],
    pk: int,
    tanda: Tanda,
    diperiksa: Diperiksa,
    *,
    oleh: Pengguna,
) -> TandaTangan:
    """Only the first of two who send it succeeds."""
    milik = semua.select_for_update(of=("self",)).get(pk=pk)
    wajib(syarat(milik))
    berkas = simpan_unggahan(diperiksa, oleh=oleh)
    nama = _kolom(milik)
    satu = _simpan(berkas, tanda, CaraTandaTangan.UNGGAH, diunggah_oleh=oleh, **{nama: milik})
    audit.catat(
        f"{nama}.tandatangani",
        milik,
        oleh=oleh,
        sha256=berkas.sha256,
        nama=tanda.nama,
        penerbit=tanda.penerbit,
        seri=tanda.seri,
    )
    return satu


def _kolom(satu: PekerjaanBerkas) -> str:
    return "dokumen" if isinstance(satu, Dokumen) else "bundel"


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
        msg = "Berkas yang sudah ditandatangani baru saja diunggah orang lain."
        raise AturanDilanggar(msg) from error
