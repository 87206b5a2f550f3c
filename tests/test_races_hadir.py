"""People who check in to one meeting at the same moment, and the officer who saves the list."""

from functools import partial
from uuid import uuid4

import pytest

from inti.models import JejakAudit
from pengawasan.models import Hadirin, SesiHadir, TandaHadir
from pengawasan.queries.rapat import sidik_hadirin
from pengawasan.services import hadir as services
from pengawasan.services import rapat as rapat_services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import HadirinFactory, RapatFactory, SesiHadirFactory, hari
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
ANI = {"nama": "Ani", "jabatan": "", "instansi": "Dinas", "unsur": "perangkat_daerah"}
KALI = 8


def catat(sesi, kunci, **kolom):
    return partial(services.catat, sesi.pk, ANI | kolom, goresan=[[0, 0, 90, 90]], kunci=kunci)


def test_one_phone_that_sends_eight_times_is_one_line():
    sesi, kunci = SesiHadirFactory(), uuid4()

    hasil = at_once(*[catat(sesi, kunci)] * KALI)

    assert succeeded(hasil) == KALI
    assert (Hadirin.objects.count(), TandaHadir.objects.count()) == (1, 1)
    assert JejakAudit.objects.filter(aksi="daftar_hadir.catat").count() == 1


def test_eight_phones_at_once_are_eight_lines_in_an_order():
    sesi = SesiHadirFactory()

    at_once(*[catat(sesi, uuid4(), nama=f"Orang {n}") for n in range(KALI)])

    assert sorted(Hadirin.objects.values_list("urutan", flat=True)) == list(range(1, KALI + 1))


def test_a_session_opened_by_eight_is_one_session():
    rapat, oleh = RapatFactory(tanggal=hari()), PenggunaFactory()

    hasil = at_once(*[partial(services.buka, rapat.pk, oleh=oleh)] * KALI)

    assert succeeded(hasil) == KALI
    assert SesiHadir.objects.count() == 1


def test_who_checks_in_while_the_officer_saves_is_not_lost():
    sesi, oleh = SesiHadirFactory(), PenggunaFactory()
    lama = HadirinFactory(rapat=sesi.rapat)
    simpan = partial(
        rapat_services.simpan_hadirin,
        sesi.rapat.kegiatan.get().pk,
        [ANI | {"nama": "Diketik"}],
        oleh=oleh,
        sidik=sidik_hadirin([lama]),
        diketahui={lama.pk},
    )

    hasil = at_once(simpan, *[catat(sesi, uuid4(), nama=f"Orang {n}") for n in range(4)])

    assert succeeded(hasil) == 5
    assert {h.nama for h in Hadirin.objects.all()} == {
        "Diketik",
        *(f"Orang {n}" for n in range(4)),
    }


def test_nobody_checks_in_after_it_was_closed():
    sesi, oleh = SesiHadirFactory(), PenggunaFactory()

    at_once(
        partial(services.tutup, sesi.rapat_id, oleh=oleh),
        *[catat(sesi, uuid4(), nama=f"Orang {n}") for n in range(4)],
    )

    jejak = list(JejakAudit.objects.order_by("pk").values_list("aksi", flat=True))
    assert jejak.count("daftar_hadir.catat") == Hadirin.objects.count()
    assert jejak.count("daftar_hadir.tutup") == 1
