import re

import pytest
from django.urls import reverse

from inti.models import Notifikasi
from pelaporan.queries.galeri_pesan import semua
from pelaporan.services import pengingat_laporan
from pengawasan.services import pengingat
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import anggota_mitra
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, hari

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def test_page_says_who_was_told_and_whether_it_arrived(client, staf):
    KebijakanFactory()
    jadwal = JadwalFactory(jatuh_tempo=hari(7))
    mitra = anggota_mitra(jadwal.naskah.mitra.get())
    KewajibanLaporanFactory(naskah=jadwal.naskah, batas=hari(7))
    pengingat.terbitkan()
    pengingat_laporan.terbitkan()
    Notifikasi.objects.filter(kepada=mitra).update(
        status="ditolak", kesalahan="alamat tidak dikenal", diulang=True
    )

    jawaban = client.get(reverse("pelaporan:naskah-pengingat", args=[jadwal.naskah_id]))
    daftar = {(p.penerima, p.anak_tangga, p.pesan.status) for p in jawaban.context["daftar"]}

    assert daftar == {(staf, "H-7", "antre"), (mitra, "H-7", "ditolak")}
    isi = jawaban.content.decode()
    assert "alamat tidak dikenal" in isi
    assert "mungkin terkirim dua kali" in isi


def test_page_of_another_naskah_is_empty(client, staf):
    KebijakanFactory()
    JadwalFactory(jatuh_tempo=hari(7))
    pengingat.terbitkan()
    lain = JadwalFactory().naskah

    jawaban = client.get(reverse("pelaporan:naskah-pengingat", args=[lain.pk]))

    assert jawaban.context["daftar"] == []


def test_gallery_shows_every_message_with_its_article_day_and_one_link(client, staf):
    PenggunaFactory(nama="Bunga Kemuning")

    alamat = reverse("pesan-galeri")
    halaman = {
        nama: client.get(alamat, {"kelompok": nama}).content.decode().replace("&quot;", '"')
        for nama in {satu.kelompok for satu in semua()}
    }

    assert "Kemuning" not in "".join(halaman.values())
    for satu in semua():
        assert satu.subjek in halaman[satu.kelompok]
    for satu in (s for s in semua() if s.kelompok == "Pengingat"):
        assert "31 Agustus 2026" in satu.teks
        assert "href=" in satu.html
        if satu.kode not in {"akhir", "ringkasan"}:
            assert "Pasal" in satu.teks
            assert len(re.findall(r"https?://", satu.teks)) == 1
