"""A small register of anything that may stand in one: drawn by lot, the same for the same seed."""

from datetime import timedelta
from random import Random

from tests.factories.kerjasama import MitraFactory, NaskahFactory, PerangkatDaerahFactory
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, hari

# More than six half-years back and six months ahead, and the borders of every figure.
PINGGIR = (-181, -180, -91, -90, -31, -30, -1, 0, 1, 30, 31)


def isi(benih, *, naskah=8, giliran=9):
    """Naskah of one or two units and mitra, each with turns and duties in every state."""
    acak = Random(benih)
    unit = PerangkatDaerahFactory.create_batch(4)
    # Two of one name, which are not one; and the later one is written, the earlier its name stands.
    mitra = [MitraFactory(nama=f"PT Sama {9 - ke // 2}", kunci=f"sama {ke}") for ke in range(6)]
    for _ in range(naskah):
        satu = NaskahFactory(
            mitra=acak.sample(mitra, acak.choice((1, 1, 2))),
            perangkat_daerah=acak.sample(unit, acak.choice((1, 1, 2))),
        )
        for ke in range(1, giliran + 1):
            _giliran(acak, satu, ke)
            _kewajiban(acak, satu, ke)


def _hari(acak):
    return hari(acak.choice(PINGGIR) if acak.random() < 0.4 else acak.randint(-1300, 300))


def _giliran(acak, naskah, ke):
    tempo = _hari(acak)
    kolom = {}
    if acak.random() < 0.3:
        kolom = {"ditunda_sampai": tempo + timedelta(days=acak.randint(1, 90))}
        kolom["alasan_penundaan"] = "Banjir"
    status = acak.choice(("terbuka", "terbuka", "terlaksana", "terlaksana", "menyusul", "ditutup"))
    alasan = "Berakhir" if status == "ditutup" else ""
    jadwal = JadwalFactory(
        naskah=naskah, ke=ke, jatuh_tempo=tempo, status=status, alasan_status=alasan, **kolom
    )
    # One that was given up does not count, whatever day it bears.
    if acak.random() < 0.3:
        KegiatanFactory(
            naskah=naskah, jadwal=jadwal, dibatalkan=True, tanggal_pelaksanaan=jadwal.tenggat
        )
    # What an old list says was done has none.
    if acak.random() < 0.7:
        selesai = status == "terlaksana"
        selisih = timedelta(days=acak.choice((-40, -1, 0, 1, 40)))
        KegiatanFactory(
            naskah=naskah,
            jadwal=jadwal,
            status="dilaksanakan" if selesai else "direncanakan",
            tanggal_pelaksanaan=jadwal.tenggat + selisih if selesai else None,
        )


def _kewajiban(acak, naskah, ke):
    batas = _hari(acak)
    KewajibanLaporanFactory(
        naskah=naskah,
        mitra=acak.choice(list(naskah.mitra.all())),
        ke=ke,
        jatuh_tempo=batas - timedelta(days=acak.choice((0, 1, 14))),
        batas=batas,
        status=acak.choice(("terbuka", "terbuka", "terpenuhi")),
    )
