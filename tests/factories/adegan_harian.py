"""The scene of the working day: an address of a calendar."""

from pelaporan.models import LanggananKalender
from pelaporan.services import langganan_kalender


def tambah(adegan, naskah):
    """The mitra's own; who knows no token is answered as for one that does not exist."""
    langganan_kalender.terbitkan(
        nama="Ponsel",
        lingkup="orang",
        perangkat_daerah=None,
        mitra=None,
        oleh=adegan.orang["mitra"],
    )
    langganan = LanggananKalender.objects.get()
    adegan.alamat["pelaporan:langganan-kalender-cabut"] = (langganan.pk,)
    adegan.alamat["pelaporan:kalender-ics"] = ("tidak-ada",)
    adegan.alamat["pelaporan:naskah-pengingat"] = (naskah.pk,)
    adegan.alamat["bantuan"] = ("staf",)
