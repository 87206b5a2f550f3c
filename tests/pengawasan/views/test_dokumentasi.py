"""Stating that a kegiatan is documented, through the client."""

import pytest
from django.urls import reverse

from pengawasan.enums import Metode, StatusKegiatan
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import BeritaAcaraFactory, KegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tim(client):
    orang = PenggunaFactory(tim=True)
    client.force_login(orang)
    return orang


def alamat(nama, kegiatan):
    return reverse(f"pengawasan:kegiatan-{nama}", args=[kegiatan.pk])


def lengkap():
    kegiatan = KegiatanFactory(dilaksanakan=True)
    BeritaAcaraFactory(kegiatan=kegiatan, jenis="tinjau_lokasi", diverifikasi=True)
    return kegiatan


def test_team_states_it_and_opens_it_again(client, tim):
    kegiatan = lengkap()

    sebelum = client.get(kegiatan.get_absolute_url())
    client.post(alamat("dokumentasikan", kegiatan))
    kegiatan.refresh_from_db()
    sesudah = client.get(kegiatan.get_absolute_url())
    client.post(alamat("buka-dokumentasi", kegiatan), {"alasan": "Ada foto yang keliru"})

    assert sebelum.context["nada"]["lengkap"] == "primary"
    assert kegiatan.status == StatusKegiatan.DIDOKUMENTASIKAN
    assert sesudah.context["nada"]["laporan"] == "primary"
    assert f"Dinyatakan lengkap oleh {tim}" in sesudah.content.decode()
    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DILAKSANAKAN


def test_refusal_names_what_is_missing(client, tim):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)

    page = client.post(alamat("dokumentasikan", kegiatan), follow=True).content.decode()

    assert "Dokumentasi belum lengkap: daftar hadir belum diisi; notulensi belum ditulis" in page


def test_reason_typed_stays_when_it_is_refused(client, tim):
    kegiatan = KegiatanFactory(dilaporkan=True)

    page = client.post(alamat("buka-dokumentasi", kegiatan), {"alasan": "ALASAN-SAYA"})

    assert "ALASAN-SAYA" in page.content.decode()
    assert "tidak dapat dibuka lagi dokumentasinya" in page.content.decode()


@pytest.mark.parametrize("peran", ["staf", "ketua", "walikota"])
def test_only_the_team_states_it(client, peran):
    kegiatan = lengkap()
    client.force_login(PenggunaFactory(**{peran: True}))

    page = client.post(alamat("dokumentasikan", kegiatan))

    assert page.status_code == 403
    assert "Hanya Tim Pengawasan yang dapat menyatakan dokumentasi" in page.content.decode()


def test_page_asks_for_the_analysis_of_a_pemantauan_by_document(client, tim):
    kegiatan = KegiatanFactory(metode=Metode.DOKUMEN, dilaksanakan=True)

    belum = client.get(kegiatan.get_absolute_url())
    HasilAnalisaFactory(kegiatan=kegiatan, kesimpulan="SESUAI-PERJANJIAN")
    sudah = client.get(kegiatan.get_absolute_url())

    assert belum.context["nada"]["analisa"] == "primary"
    assert "Tulis analisa" in belum.content.decode()
    assert "SESUAI-PERJANJIAN" in sudah.content.decode()
    assert sudah.context["nada"]["lengkap"] == "primary"
