"""Several doors of the register at once: nobody waits for one who waits for them."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import OperationalError, connection

from inti.putusan import AturanDilanggar
from kerjasama.models import BarisImpor, Mitra, Naskah
from kerjasama.queries.gabung import rencana_gabung
from kerjasama.services import batal_impor, gabung
from kerjasama.services import impor as impor_services
from kerjasama.services import naskah as naskah_services
from kerjasama.services.unggah_impor import bawa_masuk
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def serentak(semua):
    """What became of each call: True, the refusal, or what went wrong."""

    def coba(satu):
        try:
            satu()
        except AturanDilanggar as error:
            return error.alasan
        except OperationalError as error:
            return error
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(semua)) as pool:
        return list(pool.map(coba, semua))


def daftar(nama, *baris):
    kepala = "nomor_pemda,judul,jenis,mitra,jenis_mitra,tanggal_tanda_tangan"
    isi = "\n".join([kepala, *baris])
    return bawa_masuk(nama, isi.encode(), oleh=PenggunaFactory(staf=True))[0]


@pytest.mark.parametrize("putaran", range(4))
def test_import_merge_and_recording_never_block_each_other(putaran):
    staf = [PenggunaFactory(staf=True) for _ in range(3)]
    asal, tujuan = MitraFactory(nama="PT Kembar Lama"), MitraFactory(nama="PT Kembar")
    NaskahFactory(mitra=[asal])
    lama = [MitraFactory(nama=f"PT Lama {n}") for n in range(3)]
    impor = [
        daftar(
            f"{ke}.csv",
            *(
                f"{ke}/{n}/2024,Parkir {ke} {n},Perjanjian Kerja Sama,"
                f"PT Baru {n if ke else 3 - n}; PT Lama {n % 3}; PT Kembar Lama,"
                "Perusahaan swasta,2 Januari 2024"
                for n in range(4)
            ),
        )
        for ke in range(2)
    ]
    sidik = rencana_gabung(asal, tujuan).sidik

    def masukkan(satu):
        def semua():
            for pk in BarisImpor.objects.filter(impor=satu).values_list("pk", flat=True):
                with suppress(AturanDilanggar):
                    impor_services.terima(pk, oleh=staf[0])

        return semua

    def catat():
        for n in range(4):
            naskah_services.catat(
                {"jenis": "pks", "judul": f"Catat {n}"},
                pihak=[{"mitra": m.pk} for m in (*reversed(lama), tujuan)],
                perangkat_daerah=[],
                oleh=staf[1],
            )

    hasil = serentak(
        [
            *(masukkan(i) for i in impor),
            catat,
            catat,
            lambda: gabung.gabungkan(asal.pk, ke=tujuan.pk, sidik=sidik, oleh=staf[2]),
        ]
    )

    assert not [h for h in hasil if isinstance(h, OperationalError)]
    assert not Naskah.objects.filter(pihak__mitra__digabung_ke__isnull=False).exists()
    assert Mitra.objects.filter(nama__startswith="PT Baru").count() == 4


def test_rows_of_one_list_accepted_and_left_out_at_once():
    staf = [PenggunaFactory(staf=True) for _ in range(2)]
    impor = daftar(
        "satu.csv",
        *(
            f"{n}/2024,Parkir {n},Perjanjian Kerja Sama,PT {n},Perusahaan swasta,2 Januari 2024"
            for n in range(16)
        ),
    )
    kunci = list(impor.baris.order_by("pk").values_list("pk", flat=True))

    def semua(service, milik, oleh):
        return lambda: [service(pk, oleh=oleh) for pk in milik]

    hasil = serentak(
        [
            semua(impor_services.terima, kunci[::2], staf[0]),
            semua(impor_services.tolak, kunci[1::2], staf[1]),
        ]
    )

    assert hasil == [True, True]
    assert Naskah.objects.count() == 8


def test_list_undone_while_a_row_is_accepted_leaves_none_of_it():
    staf = [PenggunaFactory(staf=True) for _ in range(2)]
    impor = daftar(
        "satu.csv",
        *(
            f"{n}/2024,Parkir {n},Perjanjian Kerja Sama,PT {n},Perusahaan swasta,2 Januari 2024"
            for n in range(12)
        ),
    )
    awal, *lain = impor.baris.order_by("pk").values_list("pk", flat=True)
    impor_services.terima(awal, oleh=staf[0])

    hasil = serentak(
        [
            lambda: [impor_services.terima(pk, oleh=staf[0]) for pk in lain],
            lambda: batal_impor.minta_batal(impor.pk, oleh=staf[1]),
        ]
    )

    assert not [h for h in hasil if isinstance(h, OperationalError)]
    assert hasil[1] is True
    assert not Naskah.objects.exists()
