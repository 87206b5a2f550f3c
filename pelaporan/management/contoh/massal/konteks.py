"""What the writers of the stream share: who acts, on which day, keys and numbers given out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from inti.models import KlasifikasiSurat, Pemerintah, Pengguna, UrutanSurat
from inti.putusan import AturanDilanggar
from inti.services.berkas import simpan_unggahan
from kerjasama.models import PerangkatDaerah, Urusan
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.management.contoh.massal.naskah import SatuUnit
from pelaporan.management.contoh.massal.tabel import Jejak, Kumpulan, Orang
from pelaporan.management.contoh.massal.tuang import Kunci
from pelaporan.management.contoh.orang import buat_pejabat
from pelaporan.models import FormulirLaporan
from pengawasan.queries.fakta import riwayat_kebijakan

if TYPE_CHECKING:
    from django.db.models import Model

    from pengawasan.domain.fakta import AturanSiklus

# Who writes for every unit and every mitra of the stream: they cannot sign in, and belong to none.
WAKIL = {
    "pd": ("petugas-unit", "Hasan Adikusumayana"),
    "mitra": ("petugas-mitra", "Ayunda Prameswarini"),
}


@dataclass(frozen=True)
class Formulir:
    """The form in force, and what each round of a report keeps of it."""

    pk: int
    teks: str


class Surat:
    """Numbers of letters, as services.nomor_surat gives them: in order, without gaps."""

    def __init__(self) -> None:
        self._terakhir = dict(UrutanSurat.objects.values_list("tahun", "terakhir"))
        self._unit = Pemerintah.objects.saat_ini().kode_unit_surat
        self._kode: dict[tuple[str, date], str] = {}

    def naik(self, tahun: int) -> int:
        """The next of the year."""
        self._terakhir[tahun] = self._terakhir.get(tahun, 0) + 1
        return self._terakhir[tahun]

    def nomor(self, jenis: str, tanggal: date, urut: int) -> str:
        """As it stands on the letter."""
        if (kode := self._kode.get((jenis, tanggal))) is None:
            klasifikasi = KlasifikasiSurat.objects.untuk(jenis, tanggal)
            kode = self._kode[jenis, tanggal] = klasifikasi.kode if klasifikasi else "134.4"
        return f"{kode}/{urut}/{self._unit}/{tanggal.year}"


@dataclass
class Tulis:
    """The batch that is being written, and what all batches have in common."""

    per: date
    benih: int
    pelaku: dict[str, Orang]
    unit: list[SatuUnit]
    urusan: dict[str, int]
    kebijakan: int
    aturan: AturanSiklus
    formulir: Formulir
    berkas: int
    mulai: datetime
    surat: Surat = field(default_factory=Surat)
    kunci: Kunci = field(default_factory=Kunci)
    kumpulan: Kumpulan = field(default_factory=Kumpulan)
    # Words that the search knows already; there are as many as places, however many naskah.
    kata_lama: set[str] = field(default_factory=set)

    def waktu(self, tanggal: date) -> datetime:
        """Nine o'clock of that day."""
        return _pukul(tanggal, 9)

    def catat(
        self,
        aksi: str,
        objek: type[Model],
        pk: int,
        nama: str,
        waktu: datetime,
        oleh: Orang,
        perubahan: dict[str, Any],
    ) -> None:
        """One line more in the trail; its values are plain."""
        self.kumpulan.jejak.append(Jejak(aksi, objek, pk, nama, waktu, oleh, perubahan))


@lru_cache(maxsize=20_000)
def _pukul(tanggal: date, jam: int) -> datetime:
    return timezone.make_aware(datetime.combine(tanggal, time(jam)))


def siapkan(orang: dict[str, Pengguna], *, benih: int) -> Tulis:
    """For a register with reference data; `orang` are staf, tim and ketua.

    Raises AturanDilanggar where policy or form are missing.
    """
    per = timezone.localdate()
    terakhir, aturan = riwayat_kebijakan()
    formulir = FormulirLaporan.objects.berlaku_pada(per)
    if terakhir is None or formulir is None:
        raise AturanDilanggar("Data rujukan belum lengkap. Jalankan isi_rujukan.")
    unit = PerangkatDaerah.objects.order_by("pk").values_list("pk", "kode", "nama")
    nama = {"versi": formulir.versi, "dasar": formulir.dasar, "definisi": formulir.definisi}
    return Tulis(
        per=per,
        benih=benih,
        pelaku={peran: _sebagai_orang(satu) for peran, satu in _pelaku(orang).items()},
        unit=[SatuUnit(*satu) for satu in unit],
        urusan=dict(Urusan.objects.values_list("kode", "pk")),
        kebijakan=terakhir.pk,
        aturan=aturan,
        formulir=Formulir(formulir.pk, json.dumps(nama, cls=DjangoJSONEncoder)),
        # One page stands for the bundle of every report.
        berkas=simpan_unggahan(dokumen("Bundel laporan contoh"), oleh=orang["staf"]).pk,
        mulai=_pukul(per, 0),
    )


def _pelaku(orang: dict[str, Pengguna]) -> dict[str, Pengguna]:
    semua = {peran: orang[peran] for peran in ("staf", "tim", "ketua")}
    for peran, (login, nama) in WAKIL.items():
        ada = Pengguna.objects.filter(username=login).first()
        semua[peran] = ada or buat_pejabat(login, nama, "")
    return semua


def _sebagai_orang(satu: Pengguna) -> Orang:
    return Orang(satu.pk, str(satu), satu.sebagai)
