"""A question that is written once answers each asker with what is so now."""

from datetime import date

import pytest
from django.db.models import BigAutoField, CharField, DateField, Value
from django.db.models.functions import Upper

from inti.models import PemangkuJabatan, Pengguna
from inti.queries.hitung import Hitung
from inti.queries.tetap import Kelak, Tetap
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db


def pemangku_pada():
    pengguna, pada = Kelak("pengguna", BigAutoField()), Kelak("pada", DateField())
    return PemangkuJabatan.objects.berlaku_pada(pada).filter(pengguna=pengguna)


def test_each_asker_gets_their_own_and_what_changed_meanwhile():
    satu, lain = PenggunaFactory(staf=True), PenggunaFactory(tim=True)
    kursi, hari = Tetap(pemangku_pada), satu.kursi[0].mulai

    assert kursi.objek(pengguna=satu.pk, pada=hari) == satu.kursi
    assert kursi.objek(pengguna=lain.pk, pada=hari) == lain.kursi
    assert kursi.objek(pengguna=satu.pk, pada=date(1990, 1, 1)) == []

    satu.pemangku.update(dasar="SK baru")
    assert [k.dasar for k in kursi.objek(pengguna=satu.pk, pada=hari)] == ["SK baru"]


def test_the_sql_is_written_once():
    kali = []
    nama = Tetap(lambda: kali.append(1) or Pengguna.objects.order_by("nama").values_list("nama"))
    PenggunaFactory(nama="Ani")
    assert nama.baris() == [("Ani",)]
    PenggunaFactory(nama="Wati 100%")
    assert nama.baris() == [("Ani",), ("Wati 100%",)]
    assert kali == [1]


def test_objects_are_whole_and_carry_what_was_annotated():
    satu = PenggunaFactory(nama="Ani", staf=True)
    kursi = PemangkuJabatan.objects.filter(pengguna=Kelak("siapa", BigAutoField()))
    banyak = Hitung(kursi.order_by().values("pk"))
    orang = Tetap(lambda: Pengguna.objects.annotate(banyak=banyak, besar=Upper("nama")))

    [dapat] = orang.objek(siapa=satu.pk)

    assert (dapat, dapat.get_deferred_fields()) == (satu, set())
    assert (dapat.banyak, dapat.besar) == (1, "ANI")
    assert (dapat.is_active, dapat.date_joined) == (True, satu.date_joined)


def test_what_stands_fixed_in_the_question_stays_beside_what_is_told():
    PenggunaFactory(nama="100% Ani")
    akhir = Kelak("akhir", CharField())
    sama = Pengguna.objects.filter(nama=akhir, nama__startswith=Value("100%"))
    awal = Tetap(lambda: sama.values_list("nama"))
    assert awal.baris(akhir="100% Ani") == [("100% Ani",)]
    assert awal.baris(akhir="Ani") == []


def test_a_value_that_is_not_told_is_missed():
    with pytest.raises(KeyError):
        Tetap(pemangku_pada).objek(pengguna=1)
