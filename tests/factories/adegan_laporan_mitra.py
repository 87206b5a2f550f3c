"""What is asked around the reports of the mitra of the first tenant."""

from pelaporan.services import formulir, unggahan_bertahap
from tests.factories.permintaan import diminta
from tests.factories.perpanjangan import PerpanjanganBatasFactory


def tambah(adegan, draf, isi):
    """A request for a later deadline of a report that is being filled in; a report on request."""
    satu = PerpanjanganBatasFactory(kewajiban=draf.kewajiban, alasan=f"Menunggu {isi}.")
    adegan.alamat["pelaporan:portal-perpanjangan"] = (draf.kewajiban.pk,)
    adegan.alamat["pelaporan:portal-perpanjangan-tarik"] = (satu.pk,)
    for nama in ("rincian", "setujui", "tolak"):
        adegan.alamat[f"pelaporan:perpanjangan-{nama}"] = (satu.pk,)
    naskah = draf.kewajiban.naskah
    permintaan = diminta(naskah, perihal=f"Keadaan {isi}", oleh=adegan.orang["staf"])
    adegan.alamat["pelaporan:permintaan-laporan-tambah"] = (naskah.pk,)
    for nama in ("rincian", "tarik"):
        adegan.alamat[f"pelaporan:permintaan-laporan-{nama}"] = (permintaan.pk,)
    baru = formulir.buat(versi="Formulir berikutnya", oleh=adegan.orang["staf"])
    for nama in ("rincian", "pratinjau", "banding", "terbitkan", "hapus", "bagian-tambah"):
        adegan.alamat[f"pelaporan:formulir-{nama}"] = (baru.pk,)
    for nama in ("ubah", "hapus", "naik"):
        adegan.alamat[f"pelaporan:formulir-bagian-{nama}"] = (baru.pk, 1)
    adegan.alamat["pelaporan:formulir-kolom"] = (baru.pk, "setoran")
    unggahan = unggahan_bertahap.buka(
        draf.pk, nama=f"{isi}.pdf", ukuran=100, sha256="a" * 64, oleh=adegan.orang["mitra"]
    )
    adegan.alamat["pelaporan:portal-unggahan-buka"] = (draf.pk,)
    for nama in ("potongan", "selesai", "batal"):
        adegan.alamat[f"pelaporan:portal-unggahan-{nama}"] = (unggahan.pk,)
