"""Two people at the log of pembinaan or at a decree at the same moment: one effect each."""

from functools import partial

import pytest

from inti.models import JejakAudit
from pengawasan.models import KeputusanTim, Pembinaan
from pengawasan.services import keputusan_tim, pembinaan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory
from tests.factories.pembinaan import (
    KeputusanTimFactory,
    PembinaanFactory,
    anggota,
    isi_keputusan,
    isi_pembinaan,
    orang,
    terunggah,
)
from tests.factories.pengawasan import hari
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def staf():
    return PenggunaFactory(staf=True)


def test_one_entry_corrected_by_four_on_one_version_is_corrected_once():
    satu = PembinaanFactory()
    unit = satu.perangkat_daerah.get()

    def ubah(nomor):
        return partial(
            pembinaan.ubah,
            satu.pk,
            isi_pembinaan(materi=f"Orang {nomor}"),
            unit={unit.pk: None},
            peserta=[orang(f"Peserta {nomor}", unit)],
            versi=1,
            oleh=staf(),
        )

    hasil = at_once(*[ubah(n) for n in range(4)])

    satu.refresh_from_db()
    assert (succeeded(hasil), satu.versi, lines("pembinaan.ubah")) == (1, 2, 1)
    assert satu.peserta.get().nama == satu.materi.replace("Orang", "Peserta")


def test_entry_is_cancelled_once_and_not_corrected_afterwards():
    satu = PembinaanFactory()

    hasil = at_once(
        *[partial(pembinaan.batalkan, satu.pk, alasan=f"Sebab {n}", oleh=staf()) for n in range(3)]
    )

    assert (succeeded(hasil), lines("pembinaan.batalkan")) == (1, 1)


def test_same_file_added_by_three_at_once_is_kept_once():
    satu = PembinaanFactory()

    hasil = at_once(
        *[partial(pembinaan.tambah_berkas, satu.pk, [terunggah()], oleh=staf()) for _ in range(3)]
    )

    assert (succeeded(hasil), satu.berkas.count()) == (1, 1)


def test_two_decrees_that_begin_on_one_day_are_one():
    hasil = at_once(
        *[
            partial(
                keputusan_tim.catat, isi_keputusan(nomor=str(n)), anggota=[anggota()], oleh=staf()
            )
            for n in range(3)
        ]
    )

    assert (succeeded(hasil), KeputusanTim.objects.count()) == (1, 1)
    assert lines("keputusan_tim.catat") == 1


def test_decree_is_not_deleted_while_pembinaan_is_recorded_under_it():
    satu = KeputusanTimFactory(mulai=hari(-9))
    unit = PerangkatDaerahFactory()

    at_once(
        partial(keputusan_tim.hapus, satu.pk, alasan="Salah", oleh=staf()),
        partial(pembinaan.catat, isi_pembinaan(), unit={unit.pk: 3}, peserta=[], oleh=staf()),
    )

    # Either the entry came first and holds the decree, or the decree was gone before it came.
    dihapus = JejakAudit.objects.filter(aksi="keputusan_tim.hapus").first()
    dicatat = JejakAudit.objects.get(aksi="pembinaan.catat")
    assert Pembinaan.objects.count() == 1
    assert dihapus is None or dihapus.pk < dicatat.pk
