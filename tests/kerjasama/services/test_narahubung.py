"""Contact persons: one main contact a place, one line a change."""

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Narahubung
from kerjasama.services import narahubung as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, NarahubungFactory, NaskahFactory

pytestmark = pytest.mark.django_db
ISI = {"nama": "Sari", "jabatan": "Sekretaris", "telepon": "021", "surel": "", "utama": True}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_new_main_contact_takes_the_place_of_the_old(staf):
    mitra = MitraFactory()
    lama = NarahubungFactory(mitra=mitra, utama=True)

    baru = services.tambah(mitra, ISI, oleh=staf)

    assert list(mitra.narahubung.filter(utama=True)) == [baru]
    lama.refresh_from_db()
    assert lama.utama is False


def test_contact_of_a_party_stands_in_the_trail_of_its_naskah(staf):
    naskah = NaskahFactory()
    pihak = naskah.pihak.get()
    NarahubungFactory(mitra=pihak.mitra, utama=True)

    services.tambah(pihak, ISI, oleh=staf)

    jejak = JejakAudit.objects.tentang(naskah).get()
    assert (jejak.aksi, jejak.perubahan["orang"]) == ("narahubung.tambah", "Sari")
    assert Narahubung.objects.filter(utama=True).count() == 2


def test_ubah_keeps_what_was_and_leaves_no_line_for_nothing(staf):
    orang = NarahubungFactory(mitra=MitraFactory(), telepon="021")

    services.ubah(orang.pk, {"telepon": "022"}, oleh=staf)
    services.ubah(orang.pk, {"telepon": "022"}, oleh=staf)

    assert JejakAudit.objects.get().perubahan["nilai"] == {"telepon": ["021", "022"]}


def test_hapus_keeps_what_was_known_and_works_once(staf):
    orang = NarahubungFactory(mitra=MitraFactory(), nama="Sari")
    services.hapus(orang.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="dihapus orang lain"):
        services.hapus(orang.pk, oleh=staf)

    assert aksi_tercatat() == ["narahubung.hapus"]
    assert JejakAudit.objects.get().perubahan["orang"] == "Sari"


def test_merged_mitra_takes_no_new_contact(staf):
    mitra = MitraFactory(digabung_ke=MitraFactory())

    with pytest.raises(AturanDilanggar, match="sudah digabung"):
        services.tambah(mitra, ISI, oleh=staf)

    assert not Narahubung.objects.exists()
