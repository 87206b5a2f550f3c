"""A phone may send a thing any number of times."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from inti.putusan import AturanDilanggar
from pengawasan.models import BeritaAcara
from pengawasan.services import lapangan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import BeritaAcaraFactory, KegiatanFactory, foto, siapkan_surat
from tests.pengawasan.services.test_berita_acara import baris, isi

pytestmark = pytest.mark.django_db


def terima(kegiatan, kunci, oleh):
    unit = kegiatan.naskah.perangkat_daerah.first()
    return services.terima(
        kegiatan.pk, isi(), baris=baris(), kunci=kunci, oleh=oleh, perangkat_daerah=unit
    )


def kirim_foto(berita_acara, kunci, oleh):
    return services.terima_foto(
        berita_acara, foto(), kunci=kunci, diambil_pada=datetime(2026, 1, 2, tzinfo=UTC), oleh=oleh
    )


def test_the_same_key_is_one_berita_acara_per_person():
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()

    pertama = terima(kegiatan, kunci, oleh)

    assert terima(kegiatan, kunci, oleh) == pertama
    assert terima(kegiatan, kunci, PenggunaFactory()) != pertama
    assert BeritaAcara.objects.count() == 2


def test_the_same_photo_is_kept_once_with_the_time_of_the_phone():
    berita_acara, kunci, oleh = BeritaAcaraFactory(), uuid4(), PenggunaFactory()

    kirim_foto(berita_acara, kunci, oleh)
    kirim_foto(berita_acara, kunci, oleh)

    assert berita_acara.foto.get().diambil_pada == datetime(2026, 1, 2, tzinfo=UTC)


def test_a_submitted_one_takes_no_new_photo_but_knows_the_old():
    siapkan_surat()
    berita_acara, kunci, oleh = BeritaAcaraFactory(), uuid4(), PenggunaFactory()
    lama = kirim_foto(berita_acara, kunci, oleh)
    diajukan = services.selesai(berita_acara, jumlah_foto=1, oleh=oleh)

    assert kirim_foto(diajukan, kunci, oleh) == lama
    with pytest.raises(AturanDilanggar, match="menunggu verifikasi"):
        kirim_foto(diajukan, uuid4(), oleh)


def test_selesai_waits_for_every_photo_and_submits_once():
    siapkan_surat()
    berita_acara, oleh = BeritaAcaraFactory(), PenggunaFactory()
    with pytest.raises(AturanDilanggar, match="Baru 0 dari 1 foto"):
        services.selesai(berita_acara, jumlah_foto=1, oleh=oleh)
    kirim_foto(berita_acara, uuid4(), oleh)

    sekali = services.selesai(berita_acara, jumlah_foto=1, oleh=oleh)

    assert services.selesai(sekali, jumlah_foto=1, oleh=oleh).nomor == sekali.nomor
