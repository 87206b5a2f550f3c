"""Reports on request through the client."""

import pytest
from django.urls import reverse

from pelaporan.models import PermintaanLaporan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra, anggota_pd
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory, orang_mitra
from tests.factories.pengawasan import hari
from tests.factories.permintaan import diminta

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pelaporan:permintaan-laporan-daftar")
BELUM = reverse("pelaporan:laporan-mitra-belum")


def alamat(nama, satu):
    return reverse(f"pelaporan:permintaan-laporan-{nama}", args=[satu.pk])


def masuk(client, orang=None, **peran):
    orang = orang or PenggunaFactory(**peran)
    client.force_login(orang)
    return orang


def test_staff_asks_from_the_naskah_and_it_appears_on_both_sides(client):
    naskah = NaskahFactory()
    masuk(client, staf=True)
    assert alamat("tambah", naskah) in client.get(f"{BELUM}?naskah={naskah.pk}").text
    isi = {
        "mitra": [naskah.pihak.get().mitra_id],
        "perihal": "Keadaan stok",
        "alasan": "Ada keluhan warga.",
        "batas": hari(9).isoformat(),
    }

    halaman = client.post(alamat("tambah", naskah), isi, follow=True).text

    assert "Laporan diminta" in halaman
    assert "Laporan atas permintaan: Keadaan stok" in client.get(BELUM).text
    masuk(client, orang_mitra(PermintaanLaporan.objects.get().kewajiban.get()))
    for halaman in (client.get("/portal/").text, client.get("/").text):
        assert "Laporan atas permintaan: Keadaan stok" in halaman
    assert "Ada keluhan warga." in client.get("/portal/").text


def test_bad_answers_are_refused_at_their_fields_and_kept(client):
    naskah = NaskahFactory()
    masuk(client, staf=True)
    isi = {"perihal": "Stok", "alasan": "", "batas": hari(0).isoformat()}

    halaman = client.post(alamat("tambah", naskah), isi).text

    assert "Pilih sekurang-kurangnya satu mitra." in halaman
    assert 'value="Stok"' in halaman
    assert not PermintaanLaporan.objects.exists()


def test_withdrawal_needs_a_reason_and_shows_it(client):
    permintaan = diminta()
    masuk(client, staf=True)
    assert "Alasan:" in client.post(alamat("tarik", permintaan), {}, follow=True).text

    halaman = client.post(alamat("tarik", permintaan), {"alasan": "Sudah jelas."}, follow=True).text

    assert "Permintaan ditarik: Sudah jelas." in halaman
    assert "Keadaan stok" not in client.get(BELUM).text


def test_late_one_is_in_the_late_list_and_can_be_told_apart(client):
    diminta()
    berkala = KewajibanLaporanFactory()
    PermintaanLaporan.objects.get().kewajiban.update(jatuh_tempo=hari(-9), batas=hari(-1))
    masuk(client, staf=True)

    terlambat = client.get(BELUM, {"keadaan": "terlambat"}).context["object_list"]
    assert [k.ke for k in terlambat] == [None]
    assert list(client.get(BELUM, {"diminta": "tidak"}).context["object_list"]) == [berkala]


def test_receipt_names_the_request(client):
    kewajiban = diminta().kewajiban.get()
    laporan = LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
    masuk(client, laporan.dibuat_oleh)
    tanda = reverse("pelaporan:portal-tanda-terima", args=[laporan.pk, 1])

    assert "Laporan atas permintaan: Keadaan stok" in client.get(tanda).text


@pytest.mark.parametrize("peran", ["tim", "ketua", "walikota", "admin"])
def test_only_staff_asks(client, peran):
    naskah = NaskahFactory()
    masuk(client, **{peran: True})

    assert client.get(alamat("tambah", naskah)).status_code in {403, 404}


def test_another_unit_and_another_mitra_do_not_know_of_it(client):
    permintaan, lain = diminta(), MitraFactory()
    permintaan.naskah.mitra.add(lain)
    masuk(client, anggota_pd(NaskahFactory().perangkat_daerah.get()))
    assert client.get(alamat("rincian", permintaan)).status_code == 404
    assert client.get(DAFTAR).context["object_list"] == []

    masuk(client, anggota_mitra(lain))
    assert "Keadaan stok" not in client.get("/portal/").text
