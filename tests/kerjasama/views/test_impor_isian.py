"""Correcting what a row says of its urusan, its induk, and who signed; one answer for many."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from kerjasama.domain.baca_isian import TANPA_UNIT
from kerjasama.models import Naskah, Urusan
from kerjasama.services import impor as services
from kerjasama.services.tahan_impor import tahan_baris
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory
from tests.kerjasama.services.test_kaitan_impor import baris, bawa, satu, staf
from tests.kerjasama.views.test_impor import isian
from tests.support.formulir import isian as formulir

__all__ = ("bawa", "staf")
pytestmark = pytest.mark.django_db


@pytest.fixture
def masuk(client, staf):
    client.force_login(staf)


def alamat(baris):
    return reverse("kerjasama:impor-baris-ubah", args=[baris.pk])


def kirim(client, baris, **ubah):
    isi = isian(nomor=baris.usulan["nomor"], tanggal_ttd=baris.usulan["tanggal_ttd"])
    return client.post(alamat(baris), isi | {"tanggal_berakhir": "2039-10-17"} | ubah)


@pytest.mark.usefixtures("masuk")
def test_correction_proposes_what_the_row_names(client, bawa):
    NaskahFactory(nomor="9/2018", jenis="kesepakatan_bersama")
    impor = bawa(baris("1/2020", induk="9/2018", ganti="77/1977"))

    halaman = client.get(alamat(satu(impor)))

    form = halaman.context["form"]
    dua = client.get(alamat(satu(bawa(baris("2/2020", induk="9/2018; 8/2018")))))
    assert dua.context["form"]["induk"].value() == "9/2018 | 8/2018"
    assert form["induk"].value() == "9/2018"
    assert form["menggantikan"].value() == "77/1977"
    assert "Tertulis “77/1977”." in halaman.text
    assert "sama_urusan" not in form.fields


@pytest.mark.usefixtures("masuk")
def test_induk_is_chosen_in_the_register_or_among_the_rows(client, bawa, staf):
    lama = NaskahFactory(nomor="9/2018", jenis="kesepakatan_bersama")
    impor = bawa(
        baris("1/2020", induk="77/1977"),
        baris("2/2020", induk="77/1977"),
        baris("3/2019", jenis="Kesepakatan Bersama"),
    )

    assert "Tidak ada naskah seperti itu" in kirim(client, satu(impor), induk="77/1977").text
    assert kirim(client, satu(impor), induk="9/2018").status_code == 302
    assert "Terima baris 4 dahulu" in kirim(client, satu(impor, 3), induk="3/2019").text
    services.terima(satu(impor, 4).pk, oleh=staf)
    assert kirim(client, satu(impor, 3), induk="3/2019").status_code == 302

    induk = dict(Naskah.objects.values_list("nomor", "induk__nomor"))
    assert (induk["1/2020"], induk["2/2020"]) == (lama.nomor, "3/2019")


@pytest.mark.usefixtures("masuk")
def test_signatory_needs_the_unit_it_signed_for(client, bawa):
    unit = PerangkatDaerahFactory(nama="Dinas Pasar")
    impor = bawa(*(baris(f"{n}/2020", lain=",,,Ani,") for n in (1, 2)))
    orang = {"penanda_tangan": "Ani", "jabatan_penanda_tangan": "Kepala Dinas"}

    assert TANPA_UNIT in kirim(client, satu(impor), **orang).text
    assert Naskah.objects.count() == 0
    assert kirim(client, satu(impor), **orang, perangkat_daerah=unit.pk).status_code == 302
    assert kirim(client, satu(impor, 3), penanda_tangan="").status_code == 302

    dengan, tanpa = Naskah.objects.order_by("nomor")
    assert dengan.keterlibatan.get().jabatan == "Kepala Dinas"
    assert tanpa.keterlibatan.count() == 0


@pytest.mark.usefixtures("masuk")
def test_induk_that_is_emptied_is_none(client, bawa):
    impor = bawa(baris("1/2020", induk="77/1977"))

    assert kirim(client, satu(impor), induk="").status_code == 302
    assert Naskah.objects.get().induk is None


@pytest.mark.usefixtures("masuk")
def test_answer_for_all_rows_with_the_same_cell_is_offered_and_given(client, bawa):
    Urusan.objects.create(kode="perdagangan", nama="Perdagangan", kelompok="pilihan")
    impor = bawa(*(baris(f"{n}/2020", lain="Pasar rakyat,,,,") for n in (1, 2, 3)))
    label = "Jawab sama untuk 2 baris lain yang menulis “Pasar rakyat”"
    assert label in client.get(alamat(satu(impor))).text

    jawaban = kirim(client, satu(impor), urusan="perdagangan", sama_urusan="on")

    assert "2 baris lain dijawab sama." in str(list(get_messages(jawaban.wsgi_request))[-1])
    assert Naskah.objects.get().urusan.kode == "perdagangan"
    assert [satu(impor, n).status for n in (3, 4)] == ["siap", "siap"]
    halaman = client.get(impor.get_absolute_url()).text
    assert "dijawab sekali untuk semua barisnya" in halaman
    assert "Perdagangan" in halaman


@pytest.mark.usefixtures("masuk")
def test_who_signed_for_each_mitra_is_corrected(client, bawa):
    impor = bawa(baris("1/2020", lain=",,,,Ani"))

    kirim(
        client,
        satu(impor),
        **{
            "mitra-0-penanda_tangan": "Ani",
            "mitra-1-penanda_tangan": "Budi",
            "mitra-1-jabatan": "Ketua",
        },
    )

    pihak = Naskah.objects.get().pihak.values_list("penanda_tangan", "jabatan")
    assert list(pihak) == [("Ani", ""), ("Budi", "Ketua")]


@pytest.mark.usefixtures("masuk")
def test_row_that_another_withheld_and_answered_meanwhile_shows_both_and_loses_neither(
    client, bawa, staf
):
    milik = satu(bawa(baris("1/2020")))
    halaman = formulir(client.get(alamat(milik)))
    tahan_baris(milik.pk, alasan="Masih dirundingkan", oleh=staf)
    milik.usulan |= {"judul": "Judul rekan"}
    milik.save(update_fields=["usulan"])

    ditahan = kirim(client, milik, asal=halaman["asal"], judul="Judul saya")

    bentrok = ditahan.context["form"].bentrok
    assert ditahan.status_code == 409
    assert [(b.saya, b.tersimpan) for b in bentrok.beda] == [("Judul saya", "Judul rekan")]
    assert [b.tersimpan for b in bentrok.ikut] == ["Masih dirundingkan"]
    assert not Naskah.objects.exists()
    lagi = formulir(ditahan)
    kunci = {n: lagi[n] for n in ("asal", "alasan_tahan", "judul")}
    assert kirim(client, milik, **kunci).status_code == 302
    milik.refresh_from_db()
    assert (milik.alasan_tahan, Naskah.objects.get().judul) == ("Masih dirundingkan", "Judul saya")
