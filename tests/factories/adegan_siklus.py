"""The policy and a postponement, for the scene of all addresses."""

from tests.factories.kebijakan import (
    BarisSimulasiKebijakanFactory,
    DrafKebijakanFactory,
    SimulasiKebijakanFactory,
)
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory
from tests.factories.penundaan import PenundaanJadwalFactory


def kebijakan(adegan, naskah, kata, berkas):
    """A published version with its file, a draft that was tried out, a request that waits."""
    terbit = KebijakanFactory(tentang="Pengawasan kerja sama")
    terbit.berkas = berkas
    terbit.save()
    draf = DrafKebijakanFactory(disusun_oleh=adegan.orang["staf"])
    simulasi = SimulasiKebijakanFactory(kebijakan=draf)
    BarisSimulasiKebijakanFactory(simulasi=simulasi, naskah=naskah)
    jadwal = JadwalFactory(naskah=naskah, ke=8)
    penundaan = PenundaanJadwalFactory(
        jadwal=jadwal, alasan=f"Menunggu {kata}", diajukan_oleh=adegan.orang["pd"]
    )
    for nama in ("rincian", "berkas"):
        adegan.alamat[f"pengawasan:kebijakan-{nama}"] = (terbit.pk,)
    for nama in ("ubah", "simulasikan", "kemajuan", "simulasi", "terbitkan", "hapus"):
        adegan.alamat[f"pengawasan:kebijakan-{nama}"] = (draf.pk,)
    for nama in ("setujui", "tolak", "tarik"):
        adegan.alamat[f"pengawasan:penundaan-{nama}"] = (penundaan.pk,)
