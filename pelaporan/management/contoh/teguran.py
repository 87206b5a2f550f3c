"""Two mitra that were warned: one whose answer was not enough, one that has yet to answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kerjasama.models import Naskah
from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import CaraSampai, DasarTeguran
from pengawasan.services import surat_teguran, teguran

if TYPE_CHECKING:
    from inti.models import Pengguna

ISI = "Harap menyampaikan laporan pelaksanaan kerja sama beserta buktinya (Pasal 9 ayat (1))."


def tegur(orang: dict[str, Pengguna], hari_ini: date) -> None:
    """The first naskah in force of `mitra` and of `mitra2`, as far as there are any."""
    for nama, hari in (("mitra", 40), ("mitra2", 5)):
        naskah = Naskah.objects.terlihat_oleh(orang[nama]).berlaku_pada(hari_ini - timedelta(hari))
        if satu := naskah.order_by("pk").first():
            _kasus(satu, orang, orang[nama], hari_ini - timedelta(hari), dijawab=nama == "mitra")


def _kasus(
    naskah: Naskah,
    orang: dict[str, Pengguna],
    wakil: Pengguna,
    tanggal: date,
    *,
    dijawab: bool,
) -> None:
    with pada(tanggal):
        pihak = naskah.pihak.filter(mitra__keanggotaan__pengguna=wakil).select_related("mitra")
        kasus = teguran.buka(
            naskah,
            pihak[0].mitra,
            DasarTeguran.LAPORAN,
            uraian="Laporan semester belum disampaikan meskipun sudah diingatkan.",
            acuan="contoh",
            oleh=orang["staf"],
        )
        surat = surat_teguran.terbitkan(
            kasus.pk, tingkat=1, tanggal=tanggal, isi=ISI, oleh=orang["staf"]
        )
        surat_teguran.sampaikan(
            surat.pk, tanggal=tanggal, cara=CaraSampai.POS, kepada="Resepsionis", oleh=orang["staf"]
        )
    if dijawab:
        with pada(tanggal + timedelta(days=10)):
            surat_teguran.jawab(surat.pk, teks="Laporan sedang kami susun.", oleh=wakil)
        with pada(tanggal + timedelta(days=12)):
            kata = "Belum menyebut kapan laporan disampaikan."
            surat_teguran.nilai(surat.pk, cukup=False, catatan=kata, oleh=orang["tim"])
