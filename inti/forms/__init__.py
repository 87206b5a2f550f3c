from inti.forms.angka import AngkaField, BulatField, PersenField, RupiahField
from inti.forms.berkas import BerkasField, BerkasGandaField
from inti.forms.catatan import AlasanForm, CatatanForm
from inti.forms.sekali import SekaliMixin
from inti.forms.tanggal import TanggalField, TanggalInput
from inti.forms.teks import TeksField

__all__ = [
    "AlasanForm",
    "AngkaField",
    "BerkasField",
    "BerkasGandaField",
    "BulatField",
    "CatatanForm",
    "PersenField",
    "RupiahField",
    "SekaliMixin",
    "TanggalField",
    "TanggalInput",
    "TeksField",
]
