"""The stored files, read by the tests themselves."""

from inti.models import Berkas
from inti.queries.integritas import berkas_tanpa_baris, sebutan_cacat


def berkas_rusak():
    """Every file that is missing, changed or belongs to no row, in words; nothing is noted."""
    for berkas in Berkas.objects.order_by("sha256", "pk"):
        if cacat := berkas.kerusakan():
            yield sebutan_cacat(berkas, cacat)
    yield from berkas_tanpa_baris()
