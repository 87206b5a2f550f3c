"""Versions of the policy through the client."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pengawasan.models import Kebijakan
from pengawasan.services import simulasi_kebijakan
from tests.factories.inti import PenggunaFactory
from tests.factories.kebijakan import (
    BarisSimulasiKebijakanFactory,
    DrafKebijakanFactory,
    SimulasiKebijakanFactory,
)
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, hari
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pengawasan:kebijakan-daftar")
TAMBAH = reverse("pengawasan:kebijakan-tambah")


def alamat(nama, kebijakan):
    return reverse(f"pengawasan:kebijakan-{nama}", args=[kebijakan.pk])


def isi(client, alamat=TAMBAH, **ganti):
    """What the form holds when it is opened, with some fields filled in otherwise."""
    form = client.get(alamat).context["form"]
    awal = {n: form[n].value() for n in form.fields if form[n].value() is not None}
    dasar = {"dasar": "Keputusan Kepala Daerah", "berlaku_mulai": hari(30).isoformat()}
    return awal | dasar | ganti


def pdf():
    return SimpleUploadedFile("keputusan.pdf", pdf_berteks("Keputusan"), "application/pdf")


@pytest.fixture
def staf(client):
    KebijakanFactory(interval_evaluasi=7)
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def test_new_version_begins_with_the_values_of_the_last(client, staf):
    jawaban = client.post(TAMBAH, isi(client, interval_pemantauan=4, tangga="-7, 0 , 7"))

    baru = Kebijakan.objects.get(status="draf")
    assert jawaban.url == baru.get_absolute_url()
    assert (baru.interval_pemantauan, baru.interval_evaluasi) == (4, 7)
    assert (baru.tangga, baru.disusun_oleh, baru.versi) == ([-7, 0, 7], staf, f"{hari().year}-1")


@pytest.mark.parametrize(
    ("ganti", "sebab"),
    [
        ({"berlaku_mulai": "2020-01-01"}, "tidak dapat berlaku mundur"),
        ({"interval_pemantauan": 0}, "lebih besar dari atau sama dengan 1"),
        ({"interval_evaluasi": 400}, "lebih kecil dari atau sama dengan 60"),
        ({"interval_laporan": "enam"}, "Masukkan keseluruhan angka"),
        ({"tangga": "besok"}, "dipisahkan koma"),
        ({"tangga": "9" * 10_000}, "120"),
        ({"versi": "Peraturan"}, "Versi"),
        ({"tanggal_keputusan": hari(31).isoformat()}, "paling lambat pada hari mulai berlaku"),
    ],
)
def test_unsound_draft_is_refused_on_its_field(client, staf, ganti, sebab):
    jawaban = client.post(TAMBAH, isi(client, **ganti))

    assert jawaban.status_code == 200
    assert sebab in str(jawaban.context["form"].errors)
    assert not Kebijakan.objects.filter(status="draf").exists()


def test_draft_is_changed_and_keeps_its_file(client, staf):
    draf = DrafKebijakanFactory()
    berkas = draf.berkas

    client.post(alamat("ubah", draf), isi(client, alamat("ubah", draf), tentang="Lain"))

    draf.refresh_from_db()
    assert (draf.tentang, draf.berkas, draf.revisi) == ("Lain", berkas, 2)


def test_published_version_opens_no_form(client, staf):
    terbit = Kebijakan.objects.get()

    halaman = client.get(alamat("ubah", terbit), follow=True).text

    assert "sudah terbit tidak dapat diubah" in halaman


def test_from_draft_to_publication(client, staf):
    naskah = NaskahFactory(tanggal_ttd=hari(), tanggal_berakhir=None)
    isian = isi(
        client, interval_pemantauan=3, nomor_keputusan="12", tentang="Interval",
        tanggal_keputusan=hari().isoformat(), berkas_baru=pdf(),
    )  # fmt: skip
    client.post(TAMBAH, isian)
    draf = Kebijakan.objects.get(status="draf")

    client.post(alamat("simulasikan", draf))
    assert "Menghitung jadwal" in client.get(draf.get_absolute_url()).text
    simulasi_kebijakan.kerjakan_antrean()
    assert "naskah</a> terdampak" in client.get(alamat("kemajuan", draf)).text
    baris = client.get(alamat("simulasi", draf)).text
    assert naskah.nomor in baris

    client.force_login(PenggunaFactory(admin=True))
    halaman = client.get(draf.get_absolute_url()).text
    assert "Terbitkan" in halaman
    assert "Kebijakan terbit" in client.post(alamat("terbitkan", draf), follow=True).text
    assert client.get(alamat("berkas", draf)).getvalue().startswith(b"%PDF")


def test_rows_of_the_trial_are_narrowed_and_taken_away(client, staf):
    simulasi = SimulasiKebijakanFactory()
    BarisSimulasiKebijakanFactory(simulasi=simulasi)
    baru = BarisSimulasiKebijakanFactory(
        simulasi=simulasi, jenis="laporan", perubahan="baru", semula=None
    )
    daftar = alamat("simulasi", simulasi.kebijakan)

    hasil = client.get(daftar, {"jenis": "laporan", "perubahan": "baru"}).context["object_list"]
    berkas = client.get(daftar, {"format": "csv"})

    assert list(hasil) == [baru]
    assert len(b"".join(berkas.streaming_content).decode().strip().splitlines()) == 3


def test_draft_is_thrown_away(client, staf):
    draf = DrafKebijakanFactory()

    assert "Draf dihapus" in client.post(alamat("hapus", draf), follow=True).text

    assert not Kebijakan.objects.filter(pk=draf.pk).exists()


def test_drafts_are_shown_only_to_those_who_write_or_publish_them(client):
    terbit, draf = KebijakanFactory(), DrafKebijakanFactory()
    for peran, tampak in (("staf", [draf, terbit]), ("admin", [draf, terbit]), ("tim", [terbit])):
        client.force_login(PenggunaFactory(**{peran: True}))
        assert list(client.get(DAFTAR).context["object_list"]) == tampak


def test_draft_that_was_tried_out_waits_on_the_first_page_of_the_administrator(client):
    KebijakanFactory()
    draf = SimulasiKebijakanFactory().kebijakan
    client.force_login(PenggunaFactory(admin=True))

    assert draf.get_absolute_url() in client.get("/").text
