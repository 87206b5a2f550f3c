"""What failed for good is listed with its reason, and tried again by those entitled to."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import (
    CatatanBerkala,
    JejakAudit,
    KirimanWebhook,
    Notifikasi,
    PermintaanSandi,
    RingkasanHarian,
    SurelAkun,
)
from inti.models.kiriman import KirimanQuerySet
from inti.models.klaim import KlaimQuerySet
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.putusan import AturanDilanggar
from inti.services import notifikasi as notifikasi_services
from kerjasama.models import Impor
from pelaporan.enums import JenisDokumen
from pelaporan.models import BerkasLengkap, Bundel, Dokumen
from pelaporan.queries import metrik
from pelaporan.queries.pekerjaan import yang_gagal
from pelaporan.services import berkas_lengkap, dokumen
from pelaporan.services.ulang import ULANG, ulangi
from pengawasan.models import SimulasiKebijakan
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory
from tests.factories.kebijakan import SimulasiKebijakanFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.laporan import laporan_draf
from tests.factories.pengawasan import SuratTugasFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pelaporan:pekerjaan-daftar")


def berperan(peran):
    return PemangkuJabatanFactory(jabatan__kode=peran, jabatan__peran=peran).pengguna


@pytest.fixture
def staf():
    return berperan(Peran.STAF)


def surel_gagal(status="gagal"):
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=oleh)
    antrekan(jejak, kepada=[PenggunaFactory(nama="Budi Contoh")], pesan=Pesan("Kabar", "Isi"))
    satu = Notifikasi.objects.filter(jejak=jejak)
    satu.update(status=status, percobaan=8, kesalahan="server menolak")
    return satu.get()


def bundel_gagal():
    laporan = laporan_draf()
    Bundel.objects.create(
        laporan=laporan,
        versi=9,
        kode="lain",
        isi={},
        diminta_oleh=laporan.disusun_oleh,
        status="gagal",
    )


def dokumen_gagal():
    satu = dokumen.terbitkan(
        JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=PenggunaFactory()
    )
    Dokumen.objects.filter(pk=satu.pk).update(
        status="gagal", percobaan=3, kesalahan="pustaka hilang"
    )
    return satu


def lengkap_gagal(oleh):
    satu = berkas_lengkap.minta(NaskahFactory().pk, oleh=oleh)
    BerkasLengkap.objects.filter(pk=satu.pk).update(status="gagal", kesalahan="disk penuh")
    return satu


def test_every_kind_is_listed_with_its_reason(client, staf):
    surel_gagal()
    dokumen_gagal()
    lengkap_gagal(staf)
    Impor.objects.create(nama="daftar.csv", sha256="0" * 64, langkah="Berkas tidak dapat dibaca")
    CatatanBerkala.objects.create(nama="jadwal", gagal_pada=timezone.now(), pesan="3 dari 9 gagal")
    client.force_login(staf)

    halaman = client.get(DAFTAR).content.decode()

    assert [g.jenis for g in sorted(yang_gagal(), key=lambda g: g.jenis)] == [
        "Berkas lengkap", "Dokumen resmi", "Impor daftar", "Pekerjaan berkala", "Surel",
    ]  # fmt: skip
    for sebab in ("server menolak", "pustaka hilang", "disk penuh", "tidak dapat dibaca", "3 dari"):
        assert sebab in halaman
    assert halaman.count("/ulangi/") == 3


def webhook_gagal():
    KirimanWebhook.objects.create(notifikasi=surel_gagal("antre"), status="gagal")


# How a row of each kind of queue comes to fail, and what it is called on the page. A digest that
# failed marks the messages in it.
KEGAGALAN = {
    Dokumen: (dokumen_gagal, "Dokumen resmi"),
    Bundel: (bundel_gagal, "Bundel laporan"),
    BerkasLengkap: (lambda: lengkap_gagal(PenggunaFactory()), "Berkas lengkap"),
    SimulasiKebijakan: (
        lambda: SimulasiKebijakanFactory(status="gagal", selesai_pada=None),
        "Simulasi kebijakan",
    ),
    Impor: (lambda: Impor.objects.create(sha256="0" * 64, langkah="rusak"), "Impor daftar"),
    Notifikasi: (surel_gagal, "Surel"),
    RingkasanHarian: (surel_gagal, "Surel"),
    KirimanWebhook: (webhook_gagal, "Layanan pesan"),
    SurelAkun: (
        lambda: SurelAkun.objects.create(
            pengguna=PenggunaFactory(), jenis="kabar", surel="a@b.id", status="gagal"
        ),
        "Surel akun",
    ),
    PermintaanSandi: (
        lambda: PermintaanSandi.objects.create(surel="a@b.id", status="gagal"),
        "Permintaan kata sandi",
    ),
}


def test_every_kind_of_queue_is_known_here():
    antrean = {
        model
        for model in apps.get_models()
        if isinstance(model._default_manager.none(), (KirimanQuerySet, KlaimQuerySet))
    }

    assert len(antrean) > 5
    assert antrean | {satu.gagal().model for satu in metrik.ANTREAN} == set(KEGAGALAN)


@pytest.mark.parametrize("model", KEGAGALAN)
def test_every_kind_of_queue_has_its_source(model):
    buat, jenis = KEGAGALAN[model]
    buat()

    (satu,) = yang_gagal()

    assert satu.jenis == jenis
    assert satu.kunci in ULANG or satu.lanjut


def test_page_with_everything_asks_twelve_times_at_most(
    client, staf, django_assert_max_num_queries
):
    for buat, _ in KEGAGALAN.values():
        buat()
    CatatanBerkala.objects.create(nama="jadwal", gagal_pada=timezone.now())
    client.force_login(staf)

    with django_assert_max_num_queries(12):
        assert client.get(DAFTAR).status_code == 200


@pytest.mark.parametrize("model", [KirimanWebhook, SurelAkun, PermintaanSandi])
def test_what_leaves_the_building_is_sent_again(model, staf):
    KEGAGALAN[model][0]()
    (satu,) = yang_gagal()

    ulangi(satu.kunci, satu.pk, oleh=staf)

    assert model.objects.siap_kirim(timezone.now()).get().pk == satu.pk
    assert yang_gagal() == []


def test_address_that_somebody_typed_is_not_shown(client, staf):
    PermintaanSandi.objects.create(surel="rahasia@contoh.id", status="gagal")
    client.force_login(staf)

    halaman = client.get(DAFTAR).content.decode()

    assert "Permintaan kata sandi" in halaman
    assert "rahasia@" not in halaman


def test_trial_that_was_asked_for_again_is_no_longer_listed():
    lama = SimulasiKebijakanFactory(status="gagal", selesai_pada=None)
    SimulasiKebijakanFactory(kebijakan=lama.kebijakan)

    assert yang_gagal() == []


def test_nothing_failed_says_so(client, staf):
    client.force_login(staf)

    assert "Tidak ada pekerjaan yang gagal" in client.get(DAFTAR).content.decode()


def test_administrator_reads_no_word_of_a_naskah(client):
    admin = berperan(Peran.ADMIN)
    oleh = berperan(Peran.STAF)
    satu = berkas_lengkap.minta(NaskahFactory(judul="RAHASIA-JUDUL").pk, oleh=oleh)
    BerkasLengkap.objects.filter(pk=satu.pk).update(status="gagal")
    client.force_login(admin)

    halaman = client.get(DAFTAR).content.decode()

    assert f"Naskah nomor {satu.naskah_id}" in halaman
    assert "RAHASIA" not in halaman


def test_mail_goes_out_when_tried_again(client, staf, settings, mailoutbox):
    surel = surel_gagal()
    client.force_login(staf)

    client.post(reverse("pelaporan:pekerjaan-ulangi", args=["surel", surel.pk]))
    notifikasi_services.kirim_antrean()

    assert [s.to for s in mailoutbox] == [[surel.kepada.email]]
    assert yang_gagal() == []
    assert JejakAudit.objects.filter(aksi="notifikasi.ulangi", pelaku=staf).count() == 1


def test_document_is_taken_up_again_with_all_its_attempts(staf):
    satu = dokumen_gagal()

    ulangi("dokumen", satu.pk, oleh=staf)

    satu.refresh_from_db()
    assert (satu.status, satu.percobaan, satu.kesalahan) == ("antre", 0, "")
    assert Dokumen.objects.siap_dikerjakan(timezone.now()).get() == satu


def test_second_attempt_at_once_is_refused(staf):
    surel = surel_gagal()
    ulangi("surel", surel.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah diulang"):
        ulangi("surel", surel.pk, oleh=staf)


def test_what_a_newer_one_replaced_is_no_longer_listed(staf):
    lama = lengkap_gagal(staf)
    berkas_lengkap.minta(lama.naskah_id, oleh=staf)

    assert yang_gagal() == []
    with pytest.raises(AturanDilanggar, match="lebih baru"):
        ulangi("berkas-lengkap", lama.pk, oleh=staf)


def test_periodic_job_that_ran_again_is_no_longer_listed(settings):
    CatatanBerkala.objects.create(nama="jadwal", gagal_pada=timezone.now(), pesan="gagal")
    assert [g.sebutan for g in yang_gagal()] == ["jadwal"]

    settings.BERKALA = {"jadwal": ("inti.services.kebersihan.bersihkan_malam", 26)}
    call_command("jalankan_berkala")

    assert yang_gagal() == []


def test_unknown_kind_is_not_found(client, staf):
    client.force_login(staf)

    assert client.post(reverse("pelaporan:pekerjaan-ulangi", args=["lain", 1])).status_code == 404
