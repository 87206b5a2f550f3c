"""Follow-up through the client: the owner reports, someone else returns or closes."""

import pytest
from django.urls import reverse

from pengawasan.services import tindak_lanjut as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory, anggota_pd
from tests.factories.pengawasan import RekomendasiFactory, foto
from tests.inti.test_unggahan import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def butir():
    rekomendasi = RekomendasiFactory(disetujui=True)
    return services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


@pytest.fixture
def pemilik(butir):
    return anggota_pd(butir.perangkat_daerah)


@pytest.fixture
def terlapor(butir, pemilik):
    return services.laporkan(butir.pk, keterangan="Surat dikirim.", bukti=[foto()], oleh=pemilik)


def kirim(client, orang, aksi, butir, **isi):
    client.force_login(orang)
    alamat = reverse(f"pengawasan:tindak-lanjut-{aksi}", args=[butir.pk])
    response = client.post(alamat, isi, follow=True)
    butir.refresh_from_db()
    return response


def test_owner_reports_with_evidence(client, butir, pemilik, tmp_path):
    berkas = tmp_path / "bukti.pdf"
    berkas.write_bytes(pdf())

    with berkas.open("rb") as bukti:
        kirim(client, pemilik, "lapor", butir, keterangan="Surat dikirim.", bukti=bukti)

    assert butir.status == "dilaporkan"
    assert [b.berkas.nama for b in butir.bukti.all()] == ["bukti.pdf"]


def test_report_with_a_file_that_is_not_what_it_says_is_refused_in_words(
    client, butir, pemilik, tmp_path
):
    berkas = tmp_path / "bukti.pdf"
    berkas.write_bytes(b"<html>")

    with berkas.open("rb") as bukti:
        jawaban = kirim(client, pemilik, "lapor", butir, keterangan="Selesai.", bukti=bukti)

    assert "bukan PDF" in jawaban.text
    assert butir.status == "terbuka"


def test_another_unit_may_not_report(client, butir):
    lain = anggota_pd(PerangkatDaerahFactory())
    butir.naskah.keterlibatan.create(
        perangkat_daerah=lain.keanggotaan.get().perangkat_daerah, peran="terkait"
    )

    assert kirim(client, lain, "lapor", butir, keterangan="x").status_code == 403


def test_staff_return_with_a_note_and_close(client, terlapor):
    staf = PenggunaFactory(staf=True)

    assert "wajib disertai catatan" in kirim(client, staf, "kembalikan", terlapor, catatan="").text
    kirim(client, staf, "kembalikan", terlapor, catatan="Mana tanda terimanya?")
    assert terlapor.status == "terbuka"


def test_staff_close(client, terlapor):
    kirim(client, PenggunaFactory(staf=True), "tutup", terlapor, catatan="Sudah lunas.")

    assert terlapor.status == "ditutup"


def test_note_that_is_too_long_is_told_of(client, terlapor):
    staf = PenggunaFactory(staf=True)

    assert "2000" in kirim(client, staf, "tutup", terlapor, catatan="x" * 2_001).text
    assert terlapor.status == "dilaporkan"


def test_evidence_opens_for_those_who_see_the_follow_up(client, terlapor, pemilik):
    alamat = reverse("pengawasan:tindak-lanjut-bukti", args=[terlapor.pk, terlapor.bukti.get().pk])
    client.force_login(pemilik)
    response = client.get(alamat)
    assert b"".join(response.streaming_content) == terlapor.bukti.get().berkas.baca()

    client.force_login(anggota_pd(PerangkatDaerahFactory()))
    assert client.get(alamat).status_code == 404
