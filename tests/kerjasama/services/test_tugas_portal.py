"""Who of a mitra fills in and who sends."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Keanggotaan
from kerjasama.services import keanggotaan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    MitraFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db


def anggota(mitra, **kolom):
    satu = anggota_mitra(mitra).keanggotaan.get()
    Keanggotaan.objects.filter(pk=satu.pk).update(**kolom)
    return Keanggotaan.objects.get(pk=satu.pk)


def tetapkan(satu, nilai, *, oleh_staf=True):
    return services.tetapkan_tugas(
        satu.pk, penanggung_jawab=nilai, oleh=PenggunaFactory(staf=True), oleh_staf=oleh_staf
    )


def test_a_member_is_pengisi_until_somebody_says_otherwise():
    satu = anggota(MitraFactory())
    assert satu.tugas == "Pengisi"

    assert tetapkan(satu, nilai=True).tugas == "Penanggung jawab"

    assert aksi_tercatat() == ["keanggotaan.tetapkan"]
    assert Notifikasi.objects.get().kepada == satu.pengguna


@pytest.mark.parametrize(
    ("kolom", "nilai", "sebab"),
    [
        ({"penanggung_jawab": True}, True, "sudah demikian"),
        ({"penanggung_jawab": True}, False, "penanggung jawab lain"),
        ({"mulai": "2020-01-01", "selesai": "2020-02-01"}, True, "sudah ditutup"),
    ],
)
def test_what_the_mitra_cannot_do_is_said(kolom, nilai, sebab):
    satu = anggota(MitraFactory(), **kolom)

    with pytest.raises(AturanDilanggar, match=sebab):
        tetapkan(satu, nilai, oleh_staf=False)


def test_the_last_one_hands_over_first_and_staff_need_not():
    mitra = MitraFactory()
    pertama, kedua = anggota(mitra, penanggung_jawab=True), anggota(mitra)
    tetapkan(kedua, nilai=True, oleh_staf=False)
    tetapkan(pertama, nilai=False, oleh_staf=False)

    tetapkan(kedua, nilai=False)

    assert not Keanggotaan.objects.penanggung_jawab().exists()


def test_who_has_left_does_not_count_as_another():
    mitra = MitraFactory()
    kemarin = timezone.localdate() - timedelta(days=1)
    anggota(mitra, penanggung_jawab=True, mulai=kemarin, selesai=kemarin)
    satu = anggota(mitra, penanggung_jawab=True)

    with pytest.raises(AturanDilanggar, match="penanggung jawab lain"):
        tetapkan(satu, nilai=False, oleh_staf=False)


def test_a_unit_has_no_such_duty():
    satu = anggota_pd(PerangkatDaerahFactory()).keanggotaan.get()

    with pytest.raises(AturanDilanggar, match="hanya ada pada mitra"):
        tetapkan(satu, nilai=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keanggotaan.objects.filter(pk=satu.pk).update(penanggung_jawab=True)
