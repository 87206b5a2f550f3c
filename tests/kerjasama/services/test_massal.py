"""One action on many naskah: done as previewed, told line by line, and undone."""

from uuid import uuid4

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.models import Naskah, TindakanMassal
from kerjasama.queries.massal import pratinjau, unit_naskah
from kerjasama.services import massal
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def naskah():
    return NaskahFactory.create_batch(3)


def tandai(naskah, staf, nilai="periksa", **lain):
    baris = [(n.pk, n.tanda) for n in naskah]
    return massal.terapkan(Jenis.TANDA, nilai, sebutan=nilai, baris=baris, oleh=staf, **lain)


def tanda(naskah):
    return list(
        Naskah.objects.filter(pk__in=[n.pk for n in naskah]).values_list("tanda", flat=True)
    )


def test_terapkan_changes_each_with_one_line(staf, naskah):
    tindakan = tandai(naskah, staf)

    assert tanda(naskah) == ["periksa"] * 3
    assert [b["naskah"] for b in tindakan.baris] == [n.pk for n in naskah]
    jejak = JejakAudit.objects.filter(aksi="naskah.ubah")
    assert jejak.count() == 3
    assert jejak.first().perubahan == {"nilai": {"tanda": ["", "periksa"]}, "massal": True}


def test_what_changed_meanwhile_is_left_alone_and_named(staf, naskah):
    Naskah.objects.filter(pk=naskah[0].pk).update(tanda="tunggu")

    tindakan = tandai(naskah, staf)

    naskah[0].refresh_from_db()
    assert naskah[0].tanda == "tunggu"
    assert tindakan.dilewati == [str(naskah[0])]
    assert JejakAudit.objects.filter(aksi="naskah.ubah").count() == 2


def test_nothing_is_written_when_all_have_changed(staf, naskah):
    Naskah.objects.update(tanda="tunggu")

    with pytest.raises(AturanDilanggar, match="berubah sejak pratinjau"):
        tandai(naskah, staf)

    assert not TindakanMassal.objects.exists()
    assert not JejakAudit.objects.exists()


def test_one_confirmation_counts_once(staf, naskah):
    kunci = uuid4()
    tandai(naskah, staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        tandai(naskah, staf, kunci=kunci)

    assert TindakanMassal.objects.count() == 1


def test_a_failure_half_way_leaves_nothing(staf, naskah, monkeypatch):
    asli, kali = massal.audit.catat, []

    def gagal(*args, **kwargs):
        kali.append(1)
        if len(kali) == 2:
            raise RuntimeError
        return asli(*args, **kwargs)

    monkeypatch.setattr(massal.audit, "catat", gagal)

    with pytest.raises(RuntimeError):
        tandai(naskah, staf)

    assert tanda(naskah) == [""] * 3


def test_batalkan_gives_back_what_stood_there(staf, naskah):
    orang = PenggunaFactory(staf=True)
    Naskah.objects.filter(pk=naskah[0].pk).update(penanggung_jawab=orang)
    baris = [(naskah[0].pk, orang.pk), (naskah[1].pk, None)]
    tindakan = massal.terapkan(
        Jenis.PENANGGUNG_JAWAB, staf.pk, sebutan=str(staf), baris=baris, oleh=staf
    )
    assert Naskah.objects.filter(penanggung_jawab=staf).count() == 2

    assert massal.batalkan(tindakan.pk, oleh=staf) == []

    for satu in naskah:
        satu.refresh_from_db()
    assert [n.penanggung_jawab for n in naskah] == [orang, None, None]
    assert JejakAudit.objects.filter(aksi="naskah.ubah").count() == 4


def test_batalkan_leaves_what_changed_again(staf, naskah):
    tindakan = tandai(naskah, staf)
    Naskah.objects.filter(pk=naskah[2].pk).update(tanda="tunggu")

    assert massal.batalkan(tindakan.pk, oleh=staf) == [str(naskah[2])]

    assert sorted(tanda(naskah)) == ["", "", "tunggu"]


def test_batalkan_works_once(staf, naskah):
    tindakan = tandai(naskah, staf)
    massal.batalkan(tindakan.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        massal.batalkan(tindakan.pk, oleh=staf)


def test_a_unit_becomes_the_only_pemrakarsa_and_those_that_take_part_stay(staf):
    lama, terkait, baru = PerangkatDaerahFactory.create_batch(3)
    naskah = NaskahFactory(perangkat_daerah=[lama])
    naskah.keterlibatan.create(perangkat_daerah=terkait, peran="terkait")
    asal = unit_naskah([naskah.pk])[naskah.pk]

    tindakan = massal.terapkan(
        Jenis.PERANGKAT_DAERAH, baru.pk, sebutan=baru.nama, baris=[(naskah.pk, asal)], oleh=staf
    )
    assert unit_naskah([naskah.pk])[naskah.pk] == [
        [terkait.pk, "terkait"],
        [baru.pk, "pemrakarsa"],
    ]

    massal.batalkan(tindakan.pk, oleh=staf)
    assert unit_naskah([naskah.pk])[naskah.pk] == asal


def test_pratinjau_tells_each_row_and_writes_nothing(naskah, count_queries):
    Naskah.objects.filter(pk=naskah[0].pk).update(tanda="periksa")

    hasil = pratinjau(Jenis.TANDA, "periksa", Naskah.objects.all())

    assert hasil.sudah == 1
    assert [(b.sebutan_dari, b.sebutan_ke) for b in hasil.berubah] == [("–", "Perlu diperiksa")] * 2
    with count_queries(3):
        pratinjau(
            Jenis.PERANGKAT_DAERAH, PerangkatDaerahFactory._meta.model.objects.first().pk, naskah
        )
