"""Cases of teguran as they are read: the ladder, what may be done, the matter of a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from pengawasan.domain.teguran import HARI_BAKU, dapat_mulai, tingkat_berikut
from pengawasan.models import JawabanTeguran, Kebijakan, SuratTeguran, Teguran

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah
    from pengawasan.domain.teguran import Terakhir
    from pengawasan.models.teguran import TeguranQuerySet


@dataclass(frozen=True)
class WaktuJawab:
    """Days for an answer, and who says so."""

    hari: int
    sumber: str


@dataclass(frozen=True)
class BahanSurat:
    """Every fact that a letter prints, as plain values."""

    nomor: str
    tanggal: date
    tingkat: int
    sebutan: str
    mitra: str
    naskah_nomor: str
    naskah_judul: str
    naskah_jenis: str
    naskah_tanggal_ttd: date | None
    dasar: str
    uraian_dasar: str
    isi: str
    interval_hari: int
    sumber_interval: str
    batas_jawaban: date
    sebelumnya: tuple[str, ...]
    penanda_tangan: str
    jabatan_penanda_tangan: str
    nip_penanda_tangan: str
    dibatalkan: bool


SEBUTAN = {1: "Surat Peringatan Pertama", 2: "Surat Peringatan Kedua", 3: "Surat Peringatan Ketiga"}


def waktu_jawab(naskah: Naskah, *, per: date) -> WaktuJawab:
    """The naskah's own interval with its clause, else that of the policy in force."""
    if naskah.interval_teguran:
        return WaktuJawab(naskah.interval_teguran, f"{naskah.klausul_teguran} naskah ini")
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    if kebijakan is None:
        return WaktuJawab(HARI_BAKU, "kebijakan baku")
    return WaktuJawab(kebijakan.interval_teguran, f"kebijakan {kebijakan.versi}")


def terakhir(teguran: Teguran) -> Terakhir | None:
    """The letter that stands, as the ladder looks at it."""
    kini = SuratTeguran.objects.filter(teguran=teguran, kini=True).first()
    return kini.sebagai_terakhir() if kini else None


@dataclass(frozen=True)
class Langkah:
    """What the ladder asks for next, and from which day on."""

    berikut: int
    mulai: date | None

    def tiba(self, per: date) -> bool:
        """Whether it may be taken on the day."""
        return self.mulai is None or self.mulai <= per


def langkah(kini: Terakhir | None) -> Langkah:
    """The step after the letter that stands."""
    return Langkah(tingkat_berikut(kini), dapat_mulai(kini))


def untuk_rincian(pengguna: Pengguna) -> TeguranQuerySet:
    """A case with its letters and answers, oldest first."""
    jawaban = JawabanTeguran.objects.select_related("disampaikan_oleh").prefetch_related(
        "berkas__berkas"
    )
    surat = SuratTeguran.objects.select_related(
        "nomor", "diterbitkan_oleh", "dinilai_oleh", "dibatalkan_oleh"
    ).prefetch_related(Prefetch("jawaban", jawaban))
    terlihat: TeguranQuerySet = Teguran.objects.terlihat_oleh(pengguna)
    return terlihat.select_related(
        "naskah", "mitra", "tindak_lanjut__rekomendasi", "butir", "dibuka_oleh", "ditutup_oleh"
    ).prefetch_related(Prefetch("surat", surat))


def bahan_surat(surat: SuratTeguran) -> BahanSurat:
    """What the paper of one letter says."""
    teguran, naskah = surat.teguran, surat.teguran.naskah
    lalu = SuratTeguran.objects.terbit().filter(teguran=teguran, tingkat__lt=surat.tingkat)
    return BahanSurat(
        nomor=str(surat.nomor),
        tanggal=surat.tanggal,
        tingkat=surat.tingkat,
        sebutan=SEBUTAN[surat.tingkat],
        mitra=teguran.mitra.nama_pada(surat.tanggal),
        naskah_nomor=naskah.nomor,
        naskah_judul=naskah.judul,
        naskah_jenis=naskah.sebutan or naskah.get_jenis_display(),
        naskah_tanggal_ttd=naskah.tanggal_ttd,
        dasar=teguran.get_dasar_display(),
        uraian_dasar=teguran.uraian_dasar,
        isi=surat.isi,
        interval_hari=teguran.interval_hari,
        sumber_interval=teguran.sumber_interval,
        batas_jawaban=surat.batas_jawaban,
        sebelumnya=tuple(str(s) for s in lalu.select_related("nomor").order_by("tingkat")),
        penanda_tangan=surat.penanda_tangan,
        jabatan_penanda_tangan=surat.jabatan_penanda_tangan,
        nip_penanda_tangan=surat.nip_penanda_tangan,
        dibatalkan=surat.dibatalkan_pada is not None,
    )
