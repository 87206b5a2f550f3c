"""Several people at the names and parties at once: one of them, whole."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Keanggotaan, Mitra, ParaPihak
from kerjasama.queries.gabung import rencana_gabung
from kerjasama.services import gabung, keanggotaan, nama
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def serentak(*semua):
    """What became of each call: True, or the refusal."""

    def coba(satu):
        try:
            satu()
        except AturanDilanggar as error:
            return error.alasan
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(semua)) as pool:
        return list(pool.map(coba, semua))


@pytest.fixture
def orang():
    return [PenggunaFactory(staf=True) for _ in range(5)]


def ganti(mitra, baru, oleh):
    return lambda: nama.ganti_nama(
        Mitra, mitra.pk, nama=baru, mulai=date(2024, 1, 1), dasar="Akta", oleh=oleh
    )


def test_five_renames_of_one_day_leave_one_present_name(orang):
    mitra = MitraFactory(nama="PT Lama")

    hasil = serentak(*(ganti(mitra, f"PT Baru {o.pk}", o) for o in orang))

    assert hasil.count(True) == 1
    assert mitra.riwayat_nama.filter(sampai=None).count() == 1
    assert mitra.riwayat_nama.count() == 2
    assert JejakAudit.objects.filter(aksi="mitra.ganti_nama").count() == 1


def gabungkan(asal, tujuan, oleh):
    sidik = rencana_gabung(asal, tujuan).sidik
    return lambda: gabung.gabungkan(asal.pk, ke=tujuan.pk, sidik=sidik, oleh=oleh)


def test_five_merges_of_one_twin_merge_it_once(orang):
    asal, tujuan = MitraFactory(), MitraFactory()
    NaskahFactory(mitra=[asal])

    hasil = serentak(*(gabungkan(asal, tujuan, o) for o in orang))

    assert hasil.count(True) == 1
    assert JejakAudit.objects.filter(aksi="mitra.gabungkan").count() == 1


def test_two_twins_merged_into_each_other_at_once_leave_one(orang):
    satu, dua = MitraFactory(), MitraFactory()

    hasil = serentak(gabungkan(satu, dua, orang[0]), gabungkan(dua, satu, orang[1]))

    assert hasil.count(True) == 1
    assert Mitra.objects.aktif().count() == 1


def test_naskah_recorded_while_its_mitra_is_merged_never_names_the_closed_one(orang):
    asal, tujuan = MitraFactory(), MitraFactory()

    def catat(oleh):
        return lambda: naskah_services.catat(
            {"jenis": "pks", "judul": "Parkir"},
            pihak=[{"mitra": asal.pk}],
            perangkat_daerah=[],
            oleh=oleh,
        )

    serentak(gabungkan(asal, tujuan, orang[0]), *(catat(o) for o in orang[1:]))

    asal.refresh_from_db()
    pihak = ParaPihak.objects.filter(mitra=asal)
    assert asal.digabung_ke is None or not pihak.exists()


def test_access_opened_by_five_at_once_is_opened_once(orang):
    mitra, anggota = MitraFactory(), PenggunaFactory(mitra=True)
    hari_ini = timezone.localdate()

    hasil = serentak(
        *(lambda o=o: keanggotaan.buka(mitra, anggota, mulai=hari_ini, oleh=o) for o in orang)
    )

    assert hasil.count(True) == 1
    assert Keanggotaan.objects.count() == 1
    assert JejakAudit.objects.filter(aksi="keanggotaan.buka").count() == 1


def test_mitra_taken_out_while_a_naskah_names_it_is_one_or_the_other(orang):
    for _ in range(5):
        naskah, mitra = NaskahFactory(), MitraFactory()
        pihak = [{"mitra": m} for m in (naskah.pihak.get().mitra_id, mitra.pk)]

        hasil = serentak(
            lambda mitra=mitra: mitra_services.hapus(mitra.pk, oleh=orang[0]),
            lambda naskah=naskah, pihak=pihak: naskah_services.ubah(
                naskah.pk, {}, pihak=pihak, oleh=orang[1]
            ),
        )

        assert hasil.count(True) == 1
        assert Mitra.objects.filter(pk=mitra.pk).exists() == (hasil[1] is True)
        assert naskah.pihak.count() == (2 if hasil[1] is True else 1)
