"""Warned mitra: letters of every step, answers at each end, cases without a letter yet."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from inti.models import Pengguna
from kerjasama.models import Naskah
from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import CaraSampai, DasarTeguran
from pengawasan.models import SuratTeguran, Teguran
from pengawasan.services import surat_teguran, teguran

# The last letter of each case that a recommendation opened, in turn; zero is none yet.
TANGGA = (3, 1, 2, 0)
ISI_REKOMENDASI = (
    "Harap melaksanakan yang disebut pada rekomendasi hasil evaluasi (Pasal 6 ayat (7))."
)
ISI = "Harap menyampaikan laporan pelaksanaan kerja sama beserta buktinya (Pasal 9 ayat (1))."


def tegur(orang: dict[str, Pengguna], hari_ini: date) -> None:
    """Climb the ladders of huruf g; warn the first naskah in force of `mitra` and of `mitra2`."""
    for ke, kasus in enumerate(Teguran.objects.filter(surat=None).order_by("pk")):
        _tangga(kasus, orang, hari_ini, tingkat=TANGGA[ke % len(TANGGA)])
    for nama, hari in (("mitra", 40), ("mitra2", 5)):
        naskah = Naskah.objects.terlihat_oleh(orang[nama]).berlaku_pada(hari_ini - timedelta(hari))
        if satu := naskah.order_by("pk").first():
            _kasus(satu, orang, orang[nama], hari_ini - timedelta(hari), dijawab=nama == "mitra")


def _tangga(kasus: Teguran, orang: dict[str, Pengguna], hari_ini: date, *, tingkat: int) -> None:
    """Letter upon letter, each two days after the time of the one before; SP1 alone is answered."""
    tanggal = timezone.localtime(kasus.dibuka_pada).date() + timedelta(days=3)
    for ke in range(1, tingkat + 1):
        if tanggal >= hari_ini:
            return
        with pada(tanggal):
            surat = surat_teguran.terbitkan(
                kasus.pk, tingkat=ke, tanggal=tanggal, isi=ISI_REKOMENDASI, oleh=orang["staf"]
            )
            _sampaikan(surat, tanggal, orang)
        surat.refresh_from_db()
        tanggal = surat.batas_jawaban + timedelta(days=2)
    wakil = Pengguna.objects.filter(keanggotaan__mitra=kasus.mitra).order_by("pk").first()
    if tingkat == 1 and wakil and tanggal < hari_ini:
        with pada(surat.tanggal + timedelta(days=5)):
            surat_teguran.jawab(surat.pk, teks="Penanggung jawab sudah ditetapkan.", oleh=wakil)
        with pada(surat.tanggal + timedelta(days=7)):
            surat_teguran.nilai(surat.pk, cukup=True, catatan="Sudah dipenuhi.", oleh=orang["tim"])


def _sampaikan(surat: SuratTeguran, tanggal: date, orang: dict[str, Pengguna]) -> None:
    surat_teguran.sampaikan(
        surat.pk, tanggal=tanggal, cara=CaraSampai.POS, kepada="Resepsionis", oleh=orang["staf"]
    )


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
        _sampaikan(surat, tanggal, orang)
    if dijawab:
        with pada(tanggal + timedelta(days=10)):
            surat_teguran.jawab(surat.pk, teks="Laporan sedang kami susun.", oleh=wakil)
        with pada(tanggal + timedelta(days=12)):
            kata = "Belum menyebut kapan laporan disampaikan."
            surat_teguran.nilai(surat.pk, cukup=False, catatan=kata, oleh=orang["tim"])
