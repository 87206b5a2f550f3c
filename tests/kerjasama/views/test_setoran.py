"""The list of what is owed, a due row, and recording what was paid."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from kerjasama.models import PembayaranSetoran
from kerjasama.services import pembayaran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, SetoranFactory, anggota_mitra, anggota_pd
from tests.factories.pelaporan import berkas_pdf

pytestmark = pytest.mark.django_db
DAFTAR = "kerjasama:setoran-daftar"


@pytest.fixture
def satu():
    return SetoranFactory()


@pytest.fixture
def mitra(satu):
    return anggota_mitra(satu.butir.naskah.mitra.get())


@pytest.fixture
def pd(satu):
    return anggota_pd(satu.butir.naskah.perangkat_daerah.get())


def masuk(client, orang):
    client.force_login(orang)
    return client


def bayar(satu, oleh, **lain):
    data = {"tanggal": date(2025, 4, 1), "jumlah": 400}
    return pembayaran.catat(satu.pk, data, sisi="mitra", oleh=oleh, **lain)


def kiriman(**lain):
    return {"sisi": "mitra", "jumlah": "250 juta", "tanggal": "2025-04-01", **lain}


def ada(client, **saringan):
    return [b.setoran for b in client.get(reverse(DAFTAR), saringan).context["baris"]]


# --- The list --------------------------------------------------------------------------------


def test_list_begins_with_what_is_due_and_unpaid_the_oldest_first(client):
    hari_ini = timezone.localdate()
    besok, kini = (SetoranFactory(jatuh_tempo=hari_ini + timedelta(days=n)) for n in (1, 0))
    lunas = SetoranFactory(dibayar=1_000_000_000)
    lama = SetoranFactory(jatuh_tempo=date(2025, 1, 31))
    klien = masuk(client, PenggunaFactory(staf=True))

    assert ada(klien) == [lama, kini]
    assert ada(klien, keadaan="terlambat") == [lama]
    assert ada(klien, keadaan="mendatang") == [besok]
    assert ada(klien, keadaan="dibayar") == [lunas]
    assert set(ada(klien, keadaan="semua")) == {lama, kini, besok, lunas}


def test_each_sees_only_its_own(client, satu, mitra, pd):
    SetoranFactory()

    assert ada(masuk(client, mitra)) == [satu]
    assert ada(masuk(client, pd)) == [satu]
    assert len(ada(masuk(client, PenggunaFactory(ketua=True)))) == 2


def test_list_is_narrowed_by_words_and_refuses_what_one_may_not_know(client, satu, mitra):
    lain = SetoranFactory()
    klien = masuk(client, PenggunaFactory(staf=True))

    assert ada(klien, q=satu.butir.naskah.judul) == [satu]
    assert ada(klien, q=lain.butir.naskah.mitra.get().nama) == [lain]
    assert ada(masuk(client, mitra), naskah=lain.butir.naskah_id) == []


@pytest.mark.parametrize("urut", ["sisa", "-jumlah", "naskah", "--x", "butir__naskah__dibuat_oleh"])
def test_list_is_sorted_only_by_its_own_columns(client, satu, urut):
    assert ada(masuk(client, PenggunaFactory(staf=True)), urut=urut) == [satu]


def test_late_row_says_so(client, satu):
    page = masuk(client, PenggunaFactory(staf=True)).get(reverse(DAFTAR)).content.decode()

    assert "Terlambat" in page
    assert "terlambat " in page


# --- Recording -------------------------------------------------------------------------------


def test_mitra_records_a_payment_with_its_proof(client, satu, mitra):
    alamat = reverse("kerjasama:setoran-bayar", args=[satu.pk])
    bukti = SimpleUploadedFile("setor.pdf", berkas_pdf().isi)

    answer = masuk(client, mitra).post(alamat, kiriman(bukti=bukti))

    catatan = PembayaranSetoran.objects.get()
    assert answer.url == satu.get_absolute_url()
    assert (catatan.jumlah, catatan.sisi, catatan.bukti.nama) == (250_000_000, "mitra", "setor.pdf")


@pytest.mark.parametrize(
    ("ubahan", "isian_salah"),
    [
        ({"jumlah": "Rp"}, "jumlah"),
        ({"jumlah": "-5"}, "jumlah"),
        ({"jumlah": "0"}, "jumlah"),
        ({"jumlah": "1" + "0" * 15}, "jumlah"),
        ({"jumlah": "1.000,50"}, "jumlah"),
        ({"tanggal": "2024-01-14"}, "tanggal"),
        ({"tanggal": "2099-01-01"}, "tanggal"),
        ({"tanggal": ""}, "tanggal"),
        ({"sisi": "tim"}, "sisi"),
    ],
)
def test_bad_payment_is_said_at_its_field_and_the_rest_is_kept(
    client, satu, mitra, ubahan, isian_salah
):
    alamat = reverse("kerjasama:setoran-bayar", args=[satu.pk])

    page = masuk(client, mitra).post(alamat, kiriman(keterangan="Kas daerah", **ubahan))

    form = page.context["form"]
    assert list(form.errors) == [isian_salah]
    assert form["keterangan"].value() == "Kas daerah"
    assert not PembayaranSetoran.objects.exists()


def test_refusal_of_the_service_keeps_what_was_typed(client, mitra, satu):
    lama = SetoranFactory(butir=satu.butir, ke=2, status="digantikan", alasan_status="Adendum.")
    alamat = reverse("kerjasama:setoran-bayar", args=[lama.pk])

    page = masuk(client, mitra).post(alamat, kiriman())

    assert "tidak lagi berlaku" in page.content.decode()
    assert page.context["form"]["jumlah"].value() == "250 juta"


# --- Confirming and correcting ---------------------------------------------------------------


def test_pd_confirms_what_the_mitra_recorded(client, satu, mitra, pd):
    catatan = bayar(satu, mitra)
    assert "Konfirmasi" in masuk(client, pd).get(satu.get_absolute_url()).content.decode()

    client.post(reverse("kerjasama:pembayaran-konfirmasi", args=[catatan.pk]))

    satu.refresh_from_db()
    assert (satu.dibayar, satu.menunggu) == (400, 0)


def test_own_payment_is_refused_with_the_reason(client, satu, pd):
    catatan = bayar(satu, pd)

    page = masuk(client, pd).post(
        reverse("kerjasama:pembayaran-konfirmasi", args=[catatan.pk]), follow=True
    )

    assert "tidak dapat mengonfirmasinya sendiri" in page.content.decode()


def test_correction_is_recorded_and_the_old_row_is_shown(client, satu, mitra):
    catatan = bayar(satu, mitra)
    alamat = reverse("kerjasama:pembayaran-koreksi", args=[catatan.pk])

    masuk(client, mitra).post(alamat, kiriman(jumlah="450", alasan="Salah ketik."))

    page = client.get(satu.get_absolute_url()).content.decode()
    assert "<s>Rp400</s>" in page
    assert "Rp450" in page
    assert "Koreksi: Salah ketik." in page


@pytest.mark.parametrize(
    ("ubahan", "isian_salah"),
    [
        ({}, "alasan"),
        ({"alasan": "x", "jumlah": ""}, "jumlah"),
        ({"alasan": "x", "tanggal": ""}, "tanggal"),
    ],
)
def test_correction_that_lacks_something_is_said_at_its_field(
    client, satu, mitra, ubahan, isian_salah
):
    catatan = bayar(satu, mitra)
    alamat = reverse("kerjasama:pembayaran-koreksi", args=[catatan.pk])

    page = masuk(client, mitra).post(alamat, kiriman(**ubahan))

    assert list(page.context["form"].errors) == [isian_salah]
    assert PembayaranSetoran.objects.count() == 1


def test_payment_that_never_was_needs_no_amount(client, satu, mitra):
    catatan = bayar(satu, mitra)
    batal = {"sisi": "mitra", "batal": "on", "alasan": "Dobel."}

    masuk(client, mitra).post(reverse("kerjasama:pembayaran-koreksi", args=[catatan.pk]), batal)

    assert [p.status for p in satu.pembayaran.all()] == ["dikoreksi", "dibatalkan"]


def test_mitra_does_not_correct_what_the_unit_recorded(client, satu, mitra, pd):
    catatan = bayar(satu, pd)
    alamat = reverse("kerjasama:pembayaran-koreksi", args=[catatan.pk])

    assert masuk(client, mitra).post(alamat, kiriman(alasan="x")).status_code == 403
    assert PembayaranSetoran.objects.count() == 1


def test_staff_set_the_amount_of_one_turn(client, satu):
    alamat = reverse("kerjasama:setoran-tetapkan", args=[satu.pk])
    klien = masuk(client, PenggunaFactory(staf=True))

    assert "alasan" in klien.post(alamat, {"jumlah": "2 juta"}).context["form"].errors
    klien.post(alamat, {"jumlah": "2 juta", "alasan": "Adendum."})

    satu.refresh_from_db()
    assert (satu.jumlah, satu.alasan_jumlah) == (2_000_000, "Adendum.")


def test_reading_proof_leaves_a_line_and_a_stranger_finds_nothing(client, satu, mitra):
    catatan = bayar(satu, mitra, bukti=berkas_pdf())
    alamat = reverse("kerjasama:pembayaran-bukti", args=[catatan.pk])

    asing = masuk(client, anggota_mitra(MitraFactory())).get(alamat)
    milik = masuk(client, mitra).get(alamat)

    assert (asing.status_code, milik.status_code) == (404, 200)
    assert JejakAudit.objects.filter(aksi="berkas.unduh").count() == 1
    milik.close()


def test_pages_of_a_row_and_of_its_item_ask_few_questions(
    client, satu, mitra, django_assert_max_num_queries
):
    for _ in range(3):
        bayar(satu, mitra)
    klien = masuk(client, PenggunaFactory(staf=True))

    for alamat in (satu.get_absolute_url(), satu.butir.get_absolute_url()):
        with django_assert_max_num_queries(12):
            klien.get(alamat)
