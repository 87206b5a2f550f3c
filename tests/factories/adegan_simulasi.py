"""The set of planned days of the scene."""

from pengawasan.models import PerataanRencana


def tambah(adegan, jadwal):
    """One set, by the staff."""
    baris = {"jadwal": jadwal.pk, "kegiatan": None, "nama": "Pemantauan", "sebelum": None}
    perataan = PerataanRencana.objects.create(
        baris=[baris | {"sesudah": "2026-01-05", "alasan": "Pekan penuh."}],
        diterapkan_oleh=adegan.orang["staf"],
    )
    adegan.alamat["pengawasan:jadwal-rencana"] = (jadwal.pk,)
    for nama in ("rincian", "batalkan"):
        adegan.alamat[f"pengawasan:rencana-{nama}"] = (perataan.pk,)
