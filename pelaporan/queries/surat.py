"""The letter register, each number with the page of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery, Value

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import JenisDokumen, StatusLaporanMitra
from pelaporan.models import Dokumen, KewajibanLaporan, Laporan
from pelaporan.queries.dokumen import SUMBER
from pengawasan.enums import JenisBeritaAcara, JenisKegiatan
from pengawasan.models import BeritaAcara, SuratTeguran, SuratTugas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import NomorSurat, Pengguna


# Kinds of letters that take a number, as the register names them.
JENIS_SURAT = (
    "Surat tugas",
    "Surat teguran",
    *(str(satu.label) for satu in JenisBeritaAcara),
    *(f"Laporan {satu.value}" for satu in JenisKegiatan),
    *(str(jenis.label) for jenis, sumber in SUMBER.items() if sumber.bernomor),
)
LAINNYA = "Surat lainnya"
# Whose number is cancelled on a page of its own, and how.
PINTU = (
    (SuratTugas, "Cabut surat tugas itu dari halamannya."),
    (SuratTeguran, "Batalkan surat teguran itu dari halaman tegurannya."),
    (BeritaAcara, "Berita acara memakai nomornya selamanya."),
    (Laporan, "Laporan memakai nomornya selamanya."),
)


def boleh_dibatalkan(nomor: NomorSurat) -> Putusan:
    """Whether the register may cancel it; a letter with a door of its own says which."""
    if nomor.dibatalkan_pada:
        return tolak("Nomor surat ini sudah dibatalkan.")
    for model, sebab in PINTU:
        if model._default_manager.filter(nomor=nomor.pk).exists():
            return tolak(f"Nomor ini dipakai {model._meta.verbose_name}. {sebab}")
    return BOLEH


def perlu_diminta(pengguna: Pengguna, hari_ini: date) -> QuerySet[KewajibanLaporan]:
    """Duties that are due and unanswered, longest overdue first, with the last letter of each."""
    surat = Dokumen.objects.filter(
        jenis=JenisDokumen.PERMINTAAN_LAPORAN,
        objek_id=OuterRef("pk"),
        nomor__dibatalkan_pada=None,
    ).order_by("-versi")
    terbuka = KewajibanLaporan.objects.terlihat_oleh(pengguna).terbuka()
    return (
        terbuka.filter(jatuh_tempo__lte=hari_ini)
        .exclude(laporan__status=StatusLaporanMitra.DISAMPAIKAN)
        .select_related("naskah", "mitra")
        .annotate(
            surat_pk=Subquery(surat.values("pk")[:1]),
            surat_nomor=Subquery(surat.values("nomor__nomor")[:1]),
        )
        .order_by("batas", "pk")
    )


def beralamat(nomor: Sequence[NomorSurat], pengguna: Pengguna) -> list[tuple[NomorSurat, str]]:
    """Each number with the address of the document that bears it, if the person may see it."""
    kunci = [n.pk for n in nomor]
    sumber: tuple[Any, ...] = (SuratTugas, BeritaAcara, Laporan)
    pertama, *lain = (
        model.objects.terlihat_oleh(pengguna)
        .filter(nomor__in=kunci)
        .order_by()
        .values_list(Value(ke), "nomor", "pk")
        for ke, model in enumerate(sumber)
    )
    alamat = {
        satu: sumber[ke](pk=pk).get_absolute_url()
        for ke, satu, pk in pertama.union(*lain, all=True)
    }
    teguran = SuratTeguran.objects.terlihat_oleh(pengguna).filter(nomor__in=kunci)
    alamat |= {s.nomor_id: s.teguran.get_absolute_url() for s in teguran.select_related("teguran")}
    # Whoever may read the register may open an invitation that stands in it.
    dokumen = Dokumen.objects.filter(nomor__in=kunci)
    alamat |= {satu.nomor_id: satu.get_absolute_url() for satu in dokumen}
    return [(n, alamat.get(n.pk, "")) for n in nomor]
