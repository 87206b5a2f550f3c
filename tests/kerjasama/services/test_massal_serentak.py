"""One preview applied by two people at once, and a naskah that somebody changes meanwhile.

Real threads, on both databases.
"""

from functools import partial

import pytest

from inti.models import JejakAudit
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.models import Naskah, TindakanMassal
from kerjasama.queries.massal import unit_naskah
from kerjasama.services import massal
from kerjasama.services import naskah as naskah_services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def orang(banyak):
    return [PenggunaFactory(staf=True) for _ in range(banyak)]


def tandai(baris, oleh, nilai="periksa"):
    return partial(massal.terapkan, Jenis.TANDA, nilai, sebutan=nilai, baris=baris, oleh=oleh)


def pratinjau_unit(naskah):
    unit = unit_naskah([n.pk for n in naskah])
    return [(n.pk, unit[n.pk]) for n in naskah]


def pindahkan(baris, unit, oleh):
    return partial(
        massal.terapkan, Jenis.PERANGKAT_DAERAH, unit.pk, sebutan=str(unit), baris=baris, oleh=oleh
    )


def garis():
    return JejakAudit.objects.filter(aksi="naskah.ubah").count()


def test_same_preview_by_two_people_is_done_once():
    naskah = NaskahFactory.create_batch(5)
    baris = [(n.pk, "") for n in naskah]

    hasil = at_once(*[tandai(baris, o) for o in orang(2)])

    assert succeeded(hasil) == 1
    assert set(Naskah.objects.values_list("tanda", flat=True)) == {"periksa"}
    assert (garis(), TindakanMassal.objects.count()) == (5, 1)


def test_two_marks_for_the_same_rows_in_opposite_order_do_not_block_each_other():
    naskah = NaskahFactory.create_batch(12)
    baris = [(n.pk, "") for n in naskah]

    hasil = at_once(
        *[
            tandai(b, o, nilai)
            for b, o, nilai in zip(
                (baris, baris[::-1]), orang(2), ("periksa", "tunggu"), strict=True
            )
        ]
    )

    assert succeeded(hasil) == 1
    assert len(set(Naskah.objects.values_list("tanda", flat=True))) == 1
    assert garis() == 12


def test_same_new_unit_by_two_people_leaves_one_row_each():
    naskah, unit = NaskahFactory.create_batch(3), PerangkatDaerahFactory()
    baris = pratinjau_unit(naskah)

    hasil = at_once(*[pindahkan(baris, unit, o) for o in orang(2)])

    assert succeeded(hasil) == 1
    assert pratinjau_unit(naskah) == [(n.pk, [[unit.pk, "pemrakarsa"]]) for n in naskah]
    assert garis() == 3


def test_naskah_that_another_person_changes_meanwhile_keeps_one_of_the_two():
    naskah, unit, lain = NaskahFactory.create_batch(3), PerangkatDaerahFactory(), orang(2)
    sendiri = PerangkatDaerahFactory()
    isi = [{"perangkat_daerah": sendiri.pk, "peran": "pemrakarsa"}]

    massal_hasil, _ = at_once(
        pindahkan(pratinjau_unit(naskah), unit, lain[0]),
        partial(naskah_services.ubah, naskah[1].pk, {}, perangkat_daerah=isi, oleh=lain[1]),
    )

    # The form asks for these very units and writes last, or the bulk action finds others there.
    satu = dict(pratinjau_unit(naskah))[naskah[1].pk]
    assert satu == [[sendiri.pk, "pemrakarsa"]]
    assert {b["naskah"] for b in massal_hasil.baris} >= {naskah[0].pk, naskah[2].pk}
    dilewati = massal_hasil.dilewati == [str(naskah[1])]
    assert dilewati or len(massal_hasil.baris) == 3
    assert garis() == len(massal_hasil.baris) + 1


def test_undoing_twice_at_once_gives_back_once():
    naskah = NaskahFactory.create_batch(3)
    dua = orang(2)
    tindakan = tandai([(n.pk, "") for n in naskah], dua[0])()

    hasil = at_once(*[partial(massal.batalkan, tindakan.pk, oleh=o) for o in dua])

    assert succeeded(hasil) == 1
    assert set(Naskah.objects.values_list("tanda", flat=True)) == {""}
    assert garis() == 6
