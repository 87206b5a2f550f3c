"""Valid questionnaires and sheets."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from pengawasan.models import Kuesioner
from pengawasan.services import kertas_kerja as services
from tests.factories.inti import PenggunaFactory

SEMUA = ["tim", "perangkat_daerah", "mitra"]


def pertanyaan(teks, jenis="skala", **lain):
    """One question as it is kept; everybody is asked unless told otherwise."""
    isi = {"topik": "kontribusi", "jenis": jenis, "pengisi": SEMUA, "bobot": 1, "wajib": True}
    return {"teks": teks} | isi | lain


class KuesionerFactory(DjangoModelFactory):
    """Published and in force: a scale, a yes or no, and words that may be left out."""

    class Meta:
        model = Kuesioner

    class Params:
        draf = factory.Trait(status="draf", dasar="", berlaku_mulai=None)

    versi = factory.Sequence(lambda n: f"Kuesioner {n + 1}")
    dasar = "Keputusan 1/2021"
    berlaku_mulai = factory.Sequence(lambda n: date(2021, 1, 1) + timedelta(days=n))
    status = "terbit"
    pertanyaan = factory.LazyFunction(
        lambda: [
            pertanyaan("Mitra memenuhi kewajibannya."),
            pertanyaan("Dokumen lengkap.", "ya_tidak", topik="kelengkapan"),
            pertanyaan("Saran lain.", "uraian", topik="kelanjutan", wajib=False),
        ]
    )


def lembar(kegiatan, pengisi="tim"):
    """The sheet of one side; those of all sides are opened the first time."""
    if not kegiatan.kertas_kerja.exists():
        if not Kuesioner.objects.exists():
            KuesionerFactory()
        services.minta(kegiatan.pk, oleh=PenggunaFactory(staf=True))
    return kegiatan.kertas_kerja.filter(pengisi=pengisi).order_by("pk").first()
