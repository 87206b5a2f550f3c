"""Two people with the form of one naskah open: the second loses nothing and overwrites nothing."""

import pytest
from django.urls import reverse

from kerjasama.services import butir as butir_services
from kerjasama.services import naskah as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
)
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


@pytest.fixture
def rekan():
    return PenggunaFactory(staf=True)


def ubah(naskah):
    return reverse("kerjasama:naskah-ubah", args=[naskah.pk])


def kini(naskah):
    naskah.refresh_from_db()
    return naskah


def test_second_save_is_held_and_shows_both_versions(staf, rekan):
    naskah = NaskahFactory(objek="Pasar", judul="Lama")
    halaman = isian(staf.get(ubah(naskah)))
    services.ubah(naskah.pk, {"objek": "Terminal", "judul": "Judul rekan"}, oleh=rekan)

    jawaban = staf.post(ubah(naskah), halaman | {"objek": "Stasiun"})

    assert jawaban.status_code == 409
    assert kini(naskah).objek == "Terminal"
    beda, ikut = jawaban.context["bentrok"].beda, jawaban.context["bentrok"].ikut
    assert [(b.judul, b.saya, b.tersimpan) for b in beda] == [("Objek", "Stasiun", "Terminal")]
    assert [(b.judul, b.saya, b.tersimpan) for b in ikut] == [("Tentang", "Lama", "Judul rekan")]


def test_saving_again_writes_mine_and_keeps_what_only_the_other_changed(staf, rekan):
    naskah = NaskahFactory(objek="Pasar", judul="Lama")
    halaman = isian(staf.get(ubah(naskah)))
    services.ubah(naskah.pk, {"objek": "Terminal", "judul": "Judul rekan"}, oleh=rekan)
    bentrok = staf.post(ubah(naskah), halaman | {"objek": "Stasiun"})

    jawaban = staf.post(ubah(naskah), isian(bentrok))

    assert jawaban.url == naskah.get_absolute_url()
    assert (kini(naskah).objek, naskah.judul) == ("Stasiun", "Judul rekan")


def test_an_item_added_on_the_ledger_meanwhile_is_kept(staf, rekan):
    naskah = NaskahFactory()
    halaman = isian(staf.get(ubah(naskah)))
    data = {"jenis": "kewajiban", "pihak": "mitra", "uraian": "Menyetor laporan"}
    butir = butir_services.catat(naskah.pk, data, oleh=rekan)

    bentrok = staf.post(ubah(naskah), halaman | {"objek": "Pasar"})

    assert bentrok.status_code == 409
    assert not bentrok.context["formset"]["butir"].total_error_count()
    assert staf.post(ubah(naskah), isian(bentrok)).status_code == 302
    assert (naskah.butir.get(), kini(naskah).objek) == (butir, "Pasar")


def test_an_empty_row_beside_an_item_stored_meanwhile_is_no_half_filled_one(staf, rekan):
    naskah = NaskahFactory()
    halaman = isian(staf.get(ubah(naskah)))
    ButirFactory(naskah=naskah)

    bentrok = staf.post(ubah(naskah), halaman)

    assert "Bidang ini tidak boleh kosong" not in bentrok.content.decode()


def test_rows_follow_the_other_where_only_the_other_changed_them(staf, rekan):
    satu, dua = MitraFactory(nama="PT Satu"), MitraFactory(nama="PT Dua")
    unit = PerangkatDaerahFactory()
    naskah = NaskahFactory(mitra=[satu])
    lama = ButirFactory(naskah=naskah, uraian="Lama")
    ButirFactory(naskah=naskah)
    halaman = isian(staf.get(ubah(naskah)))
    services.ubah(
        naskah.pk,
        {},
        pihak=[{"mitra": satu.pk, "penanda_tangan": "Ani"}, {"mitra": dua.pk, "nomor": "7"}],
        perangkat_daerah=[{"perangkat_daerah": unit.pk, "peran": "terkait"}],
        butir=[{"pk": lama.pk, "jenis": "kewajiban", "pihak": "mitra", "uraian": "Baru"}],
        oleh=rekan,
    )

    bentrok = staf.post(ubah(naskah), halaman | {"objek": "Pasar"})
    staf.post(ubah(naskah), isian(bentrok))

    assert not bentrok.context["bentrok"].beda
    assert set(naskah.pihak.values_list("mitra__nama", "penanda_tangan", "nomor")) == {
        ("PT Satu", "Ani", ""),
        ("PT Dua", "", "7"),
    }
    assert naskah.butir.get(pk=lama.pk).uraian == "Baru"
    assert kini(naskah).objek == "Pasar"


def test_an_item_that_both_changed_shows_both(staf, rekan):
    naskah = NaskahFactory()
    butir = ButirFactory(naskah=naskah, uraian="Lama")
    halaman = isian(staf.get(ubah(naskah)))
    butir_services.ubah(butir.pk, {"uraian": "Menurut rekan"}, oleh=rekan)

    bentrok = staf.post(ubah(naskah), halaman | {"butir-0-uraian": "Menurut saya"})

    (satu,) = bentrok.context["bentrok"].beda
    assert "Menurut saya" in satu.saya
    assert "Menurut rekan" in satu.tersimpan
    assert isian(bentrok)["butir-0-uraian"] == "Menurut saya"


@pytest.mark.parametrize("asal", ["", "bukan json", "[1]", '{"judul": 5}'])
def test_a_page_that_does_not_say_what_it_was_made_from_overwrites_nothing(staf, asal):
    naskah = NaskahFactory(judul="Tersimpan")
    halaman = isian(staf.get(ubah(naskah)))

    isi = halaman | {"sidik": "", "asal": asal, "judul": "Baru"}
    jawaban = staf.post(ubah(naskah), isi)

    assert jawaban.status_code == 409
    assert kini(naskah).judul == "Tersimpan"
