"""The team, the pembinaan and the pengendalian of the scene."""

from inti.models import Jabatan
from tests.factories.inti import BerkasFactory
from tests.factories.kerjasama import PenugasanNaskahFactory
from tests.factories.pengawasan import TenagaProfesionalFactory
from tests.factories.pengendalian import PengendalianFactory


def tambah(adegan, naskah, isi):
    """Rows of the first naskah that carry the words of the tenant."""
    catatan = PengendalianFactory(
        naskah=naskah,
        objek=f"Layanan {isi}",
        berkas=BerkasFactory(isi=f"%PDF-1.4 {isi}".encode(), nama=f"{isi}.pdf"),
    )
    for nama in ("rincian", "ubah", "berkas"):
        adegan.alamat[f"pengawasan:pengendalian-{nama}"] = (catatan.pk,)
    adegan.alamat["pengawasan:pengendalian-tambah"] = (naskah.pk,)
    _tim(adegan, naskah, isi)


def _tim(adegan, naskah, isi):
    """A seat and its holder, someone assigned to the naskah, an expert, a letter in force."""
    kursi = Jabatan.objects.get(kode="walikota")
    for nama in ("rincian", "angkat"):
        adegan.alamat[f"pengawasan:kursi-{nama}"] = (kursi.pk,)
    for nama in ("akhiri", "perbaiki"):
        adegan.alamat[f"pengawasan:pemangku-{nama}"] = (kursi.pemangku.get().pk,)
    tugas = PenugasanNaskahFactory(naskah=naskah, nama=f"Analis {isi}", alasan=f"Nota {isi}")
    adegan.alamat["pengawasan:anggota-naskah-tambah"] = (naskah.pk,)
    adegan.alamat["pengawasan:anggota-naskah-akhiri"] = (tugas.pk,)
    ahli = TenagaProfesionalFactory(nama=f"Ahli {isi}")
    adegan.alamat["pengawasan:tenaga-profesional-ubah"] = (ahli.pk,)
    surat = adegan.alamat["pengawasan:surat-tugas-rincian"]
    for nama in ("cabut", "gantikan"):
        adegan.alamat[f"pengawasan:surat-tugas-{nama}"] = surat
