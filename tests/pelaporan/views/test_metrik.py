"""What a monitor reads of the queues and the periodic jobs, and who may read it."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from inti import audit, checks
from inti.enums import JenisPesan
from inti.models import CatatanBerkala, KirimanWebhook, Notifikasi
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi
from inti.views import sehat
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.services import dokumen
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import SuratTugasFactory
from tests.support.processes import free_port

pytestmark = pytest.mark.django_db
TOKEN = "t" * 40
HALAMAN = reverse("metrik")


@pytest.fixture
def baca(client, settings):
    """Every figure as {(name, job): value}."""
    settings.METRIK_TOKEN = TOKEN

    def _baca():
        jawaban = client.get(HALAMAN, headers={"Authorization": f"Bearer {TOKEN}"})
        assert jawaban.headers["Content-Type"].startswith("text/plain")
        return {
            (satu.name, satu.labels["pekerjaan"]): satu.value
            for keluarga in text_string_to_metric_families(jawaban.content.decode())
            for satu in keluarga.samples
        }

    return _baca


def surat_tugas():
    return dokumen.terbitkan(
        JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=PenggunaFactory()
    )


def sekian_lalu(**selang):
    return timezone.now() - timedelta(**selang)


@pytest.mark.parametrize("kepala", ["", "Bearer ", f"Bearer {TOKEN}x", f"Basic {TOKEN}"])
def test_without_the_token_there_is_no_such_page(client, settings, kepala):
    settings.METRIK_TOKEN = TOKEN

    assert client.get(HALAMAN, headers={"Authorization": kepala}).status_code == 404


def test_where_no_token_is_set_an_empty_one_opens_nothing(client):
    assert client.get(HALAMAN, headers={"Authorization": "Bearer "}).status_code == 404


def test_a_queue_tells_how_many_wait_and_since_when(baca):
    assert baca()["pks_antrean_menunggu", "dokumen"] == 0
    surat_tugas()
    tua = surat_tugas()
    Dokumen.objects.filter(pk=tua.pk).update(diminta_pada=sekian_lalu(minutes=5))

    kini = baca()

    assert kini["pks_antrean_menunggu", "dokumen"] == 2
    assert 300 <= kini["pks_antrean_umur_detik", "dokumen"] < 400
    assert kini["pks_antrean_umur_detik", "bundel"] == 0


def test_mail_that_was_given_up_is_counted_until_somebody_looks(baca):
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=oleh)
    antrekan(jejak, kepada=[PenggunaFactory(), PenggunaFactory()], pesan=Pesan("Kabar", "Isi"))
    Notifikasi.objects.filter(pk=Notifikasi.objects.latest("pk").pk).update(status="gagal")

    kini = baca()

    assert kini["pks_antrean_menunggu", "surel"] == 1
    assert kini["pks_antrean_gagal", "surel"] == 1


def test_mail_that_a_dead_server_holds_back_is_still_counted(baca, client, settings, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    monkeypatch.setattr(sehat, "SUREL_TERBANYAK", 2)
    kabari(2)
    kabari(1, JenisPesan.PENGINGAT)  # for the digest of the day
    Notifikasi.objects.update(dibuat_pada=sekian_lalu(hours=2))

    notifikasi.kirim_antrean()

    kini = baca()
    assert kini["pks_antrean_menunggu", "surel"] == 2
    assert kini["pks_antrean_umur_detik", "surel"] >= 7200
    assert client.get("/sehat/").json()["bagian"]["antrean_surel"] is False
    Notifikasi.objects.filter(percobaan=1).update(status="mengirim")
    assert baca()["pks_antrean_menunggu", "surel"] == 2


def test_a_message_for_the_service_counts_once_its_hour_has_come(baca):
    kabari(2, JenisPesan.PENGINGAT)
    kelak = timezone.now() + timedelta(hours=1)
    for satu, percobaan in zip(Notifikasi.objects.all(), (0, 1), strict=True):
        KirimanWebhook.objects.create(notifikasi=satu, tunda_sampai=kelak, percobaan=percobaan)

    assert baca()["pks_antrean_menunggu", "webhook"] == 1


def kabari(berapa, jenis=JenisPesan.RESMI):
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=oleh)
    kepada = PenggunaFactory.create_batch(berapa)
    antrekan(jejak, kepada=kepada, pesan=Pesan("Kabar", "Isi"), jenis=jenis)


def test_a_job_that_ended_ahead_of_the_clock_is_no_young_one(baca):
    CatatanBerkala.objects.create(nama="jadwal", selesai_pada=sekian_lalu(hours=-30))

    kini = baca()

    assert kini["pks_berkala_umur_detik", "jadwal"] > kini["pks_berkala_batas_detik", "jadwal"]


def test_making_a_file_takes_from_claim_to_end(baca):
    assert ("pks_susun_rata_detik", "dokumen") not in baca()
    for lama in (2, 6):
        akhir = timezone.now()
        Dokumen.objects.filter(pk=surat_tugas().pk).update(
            diambil_pada=akhir - timedelta(seconds=lama), selesai_pada=akhir
        )

    kini = baca()

    assert kini["pks_susun_rata_detik", "dokumen"] == pytest.approx(4)
    assert kini["pks_susun_terlama_detik", "dokumen"] == pytest.approx(6)


def test_a_periodic_job_tells_its_age_its_limit_and_that_it_failed(baca):
    CatatanBerkala.objects.create(
        nama="jadwal", selesai_pada=sekian_lalu(hours=30), gagal_pada=sekian_lalu(hours=1)
    )
    CatatanBerkala.objects.create(
        nama="pengingat", selesai_pada=timezone.now(), gagal_pada=sekian_lalu(hours=1)
    )

    kini = baca()

    assert kini["pks_berkala_umur_detik", "jadwal"] > kini["pks_berkala_batas_detik", "jadwal"]
    assert kini["pks_berkala_gagal", "jadwal"] == 1
    assert ("pks_berkala_gagal", "pengingat") not in kini
    assert ("pks_berkala_umur_detik", "bersihkan") not in kini


@pytest.mark.parametrize(
    ("token", "ada", "salah"),
    [("", False, []), (TOKEN, True, []), ("pendek", False, ["inti.E009", "inti.E010"])],
)
def test_no_site_starts_with_a_token_that_can_be_guessed_or_reads_nothing(
    monkeypatch, token, ada, salah
):
    monkeypatch.setattr(checks, "find_spec", lambda nama: ada or None)

    with override_settings(METRIK_TOKEN=token):
        assert [satu.id for satu in checks.periksa_metrik()] == salah
