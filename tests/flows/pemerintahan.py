"""A government that is neither a city nor this one: its identity, seats, rules and people."""

import json
from datetime import timedelta

from django.urls import reverse

from inti.antrean import jalankan_berkala
from inti.models import Jabatan, Pengguna
from inti.services.rujukan import muat
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory
from tests.factories.kerjasama import KeanggotaanFactory, MitraFactory
from tests.flows.tahun.halaman import Orang
from tests.flows.tahun.putaran import Tahun
from tests.support.processes import ROOT

# Of the invented rules: months between two events, days for a follow-up. The reference data say
# six and ninety.
INTERVAL, TENGGAT = 1, 21
# The seats whose holders are at work, besides units and mitra, by the code of the seat.
KURSI = (
    "administrator",
    "staf-kerja-sama",
    "kabag-kerja-sama",
    "kasubag-pengendalian",
    "kasubag-pengembangan",
    "kasubag-tata-kelola",
    "kasubag-bantuan-hukum",
    "sekda",
    "walikota",
)
# Monday to Wednesday: on one of them everybody opens the first page.
HARI_DIMAINKAN = (0, 1, 2)


class Pemerintahan(Tahun):
    """The whole flow of one naskah, played through the pages."""

    def dirikan(self, folder, sebutan, identitas):
        """Its own reference data, then the identity page, then people and a naskah."""
        for path in (ROOT / "fixtures" / "reference").glob("*.json"):
            isi = _kata(path.read_text(encoding="utf-8"), sebutan)
            (folder / path.name).write_text(isi, encoding="utf-8")
        muat(folder)
        for kode in KURSI:
            jabatan, orang = Jabatan.objects.get(kode=kode), PenggunaFactory()
            PemangkuJabatanFactory(jabatan=jabatan, pengguna=orang)
        self.datang()
        admin = self.siapa("administrator").buka(reverse("pemerintah-ubah"))
        admin.tekan("Simpan", **identitas)

    def siapa(self, kode):
        """The holder of the seat, signed in."""
        pengguna = Pengguna.objects.filter(pemangku__jabatan__kode=kode).first()
        orang = Orang(pengguna)
        orang.masuk()
        return orang

    def catat_naskah(self, nomor):
        """One PKS with its mitra and unit; both have an account."""
        unit, mitra = PerangkatDaerah.objects.order_by("pk").last(), MitraFactory()
        halaman = self.siapa("staf-kerja-sama").buka(reverse("kerjasama:naskah-tambah"))
        halaman.tekan(
            "Simpan dan berlakukan",
            jenis="pks",
            nomor=nomor,
            judul="Pengelolaan pasar rakyat",
            tanggal_ttd=self.hari.isoformat(),
            tanggal_berakhir=(self.hari + timedelta(days=1000)).isoformat(),
            **{
                "pihak-0-mitra": mitra.nama,
                "pd-0-perangkat_daerah": str(unit.pk),
                "pd-0-peran": "pemrakarsa",
                "butir-0-uraian": "Membersihkan pasar setiap hari.",
            },
        )
        for kode, milik in (("pd", {"perangkat_daerah": unit}), ("mitra", {"mitra": mitra})):
            orang = PenggunaFactory(**{kode: True})
            KeanggotaanFactory(pengguna=orang, **milik)
        self.datang()
        return Naskah.objects.get(nomor=nomor), Mitra.objects.get(pk=mitra.pk)

    def mainkan(self, sampai):
        """As the year, without the days on which nobody here opens a page."""
        while self.hari < sampai:
            self.hari += timedelta(days=1)
            if self.hari.weekday() in HARI_DIMAINKAN:
                with self.pada(1):
                    jalankan_berkala()
                    self.layani()
                with self.pada(9):
                    self.bekerja()
                    self.layani()


def _kata(teks, sebutan):
    """The reference data in the words of this government, with its own intervals and law."""
    baris = json.loads(teks)
    for satu in baris:
        isi = satu["fields"]
        isi |= {k: INTERVAL for k in isi if k.startswith("interval_")}
        if satu["model"] == "pengawasan.kebijakan":
            isi |= {"versi": "2024-A", "nomor_keputusan": "7 Tahun 2024"}
            isi["tenggat_tindak_lanjut"] = TENGGAT
    return json.dumps(baris, ensure_ascii=False).replace("Wali Kota", sebutan)
