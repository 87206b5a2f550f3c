"""Several people at one attachment, one reminder, one extension: one effect each."""

from functools import partial
from itertools import pairwise

import pytest

from inti.models import Notifikasi
from inti.unggahan import PDF, Diperiksa
from kerjasama.services import lampiran, tunda_pengingat
from pengawasan.models import Kegiatan, PengingatAkhir
from pengawasan.services import pengingat_akhir, perpanjangan
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import LampiranFactory, NaskahFactory
from tests.factories.pengawasan import hari
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
SEKALIGUS = 4


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def berkas(isi):
    return Diperiksa(f"%PDF-1.4 {isi}".encode(), PDF, f"{isi}.pdf")


def masa(n):
    return {
        "nomor": f"JP/{n}",
        "penerbit": "",
        "nilai": None,
        "berlaku_mulai": hari(),
        "berlaku_sampai": hari(100 + n),
    }


def test_versions_that_come_at_once_are_numbered_and_the_newest_counts(staf):
    satu = LampiranFactory()

    at_once(
        *[
            partial(lampiran.perbarui, satu.pk, masa(n), diperiksa=berkas(n), oleh=staf)
            for n in range(SEKALIGUS)
        ]
    )

    satu.refresh_from_db()
    urut = list(satu.versi.order_by("ke").values_list("ke", "berlaku_sampai"))
    assert all(b - a == 1 for (a, _), (b, _) in pairwise(urut))
    assert satu.berlaku_sampai == urut[-1][1]


def test_the_same_file_at_once_is_kept_once(staf):
    satu = LampiranFactory()

    hasil = at_once(
        *[
            partial(lampiran.perbarui, satu.pk, masa(1), diperiksa=berkas("sama"), oleh=staf)
            for _ in range(SEKALIGUS)
        ]
    )

    assert (succeeded(hasil), satu.versi.count()) == (1, 2)


def test_closed_at_once_is_closed_once(staf):
    satu = LampiranFactory()

    hasil = at_once(*[partial(lampiran.tutup, satu.pk, alasan="Selesai", oleh=staf)] * SEKALIGUS)

    assert succeeded(hasil) == 1
    assert aksi_tercatat() == ["lampiran.tutup"]


def test_put_off_at_once_one_postponement_holds(staf):
    naskah = NaskahFactory()

    hasil = at_once(
        *[partial(tunda_pengingat.tunda, naskah, sampai=hari(9), alasan="Runding", oleh=staf)]
        * SEKALIGUS
    )

    assert naskah.tunda_pengingat.filter(dicabut_pada=None).count() == 1
    assert succeeded(hasil) == naskah.tunda_pengingat.count()


def test_proposed_at_once_one_evaluasi_is_planned(staf):
    naskah = NaskahFactory(tanggal_berakhir=hari(80))
    usulan = {
        "tanggal_rencana": hari(20),
        "alasan": "Berakhir",
        "peminta": "Bagian",
        "bersama_perpanjangan": True,
    }

    hasil = at_once(*[partial(perpanjangan.usulkan, naskah.pk, usulan, oleh=staf)] * SEKALIGUS)

    assert (succeeded(hasil), Kegiatan.objects.count()) == (1, 1)


def test_reminded_at_once_everyone_has_one_message(staf):
    NaskahFactory(tanggal_berakhir=hari(20))

    at_once(*[partial(pengingat_akhir.terbitkan, hari())] * SEKALIGUS)

    assert (PengingatAkhir.objects.count(), Notifikasi.objects.count()) == (1, 1)
