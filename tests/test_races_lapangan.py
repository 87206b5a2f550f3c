"""A phone that sends the same thing from eight connections: one record, every photo once."""

from functools import partial
from uuid import uuid4

import pytest

from inti.models import JejakAudit
from pengawasan.models import BeritaAcara
from pengawasan.services import lapangan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import BeritaAcaraFactory, KegiatanFactory, foto, siapkan_surat
from tests.pengawasan.services.test_berita_acara import baris, isi
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
KALI = 8


def test_one_key_sent_by_eight_at_once_is_one_berita_acara():
    kegiatan, oleh = KegiatanFactory(ditugaskan=True), PenggunaFactory()
    unit = kegiatan.naskah.perangkat_daerah.first()
    kirim = partial(services.terima, kegiatan.pk, isi(), baris=baris(), kunci=uuid4(), oleh=oleh)

    hasil = at_once(*[partial(kirim, perangkat_daerah=unit)] * KALI)

    assert succeeded(hasil) == KALI
    assert BeritaAcara.objects.count() == 1
    assert BeritaAcara.objects.get().temuan.count() == 1
    assert JejakAudit.objects.filter(aksi="berita_acara.susun").count() == 1


def test_one_photo_sent_by_eight_at_once_is_kept_once():
    berita_acara, kunci, oleh = BeritaAcaraFactory(), uuid4(), PenggunaFactory()
    kirim = partial(services.terima_foto, berita_acara, kunci=kunci, diambil_pada=None, oleh=oleh)

    hasil = at_once(*[partial(kirim, foto()) for _ in range(KALI)])

    assert succeeded(hasil) == KALI
    assert berita_acara.foto.count() == 1


def test_eight_photos_sent_at_once_are_all_kept():
    berita_acara, oleh = BeritaAcaraFactory(), PenggunaFactory()
    kirim = partial(services.terima_foto, berita_acara, diambil_pada=None, oleh=oleh)

    at_once(*[partial(kirim, foto(), kunci=uuid4()) for _ in range(KALI)])

    assert berita_acara.foto.count() == KALI


def test_finished_by_eight_at_once_is_submitted_once():
    siapkan_surat()
    berita_acara, oleh = BeritaAcaraFactory(), PenggunaFactory()

    at_once(*[partial(services.selesai, berita_acara, jumlah_foto=0, oleh=oleh)] * KALI)

    assert JejakAudit.objects.filter(aksi="berita_acara.ajukan").count() == 1
