"""A phone may send a thing any number of times."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.models import BeritaAcara
from pengawasan.services import berita_acara
from pengawasan.services import lapangan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    KegiatanFactory,
    foto,
    hari,
    siapkan_surat,
)
from tests.pengawasan.services.test_berita_acara import baris, isi

pytestmark = pytest.mark.django_db


def terima(kegiatan, kunci, oleh, temuan="Sesuai.", versi=None, **kolom):
    unit = kegiatan.naskah.perangkat_daerah.first()
    return services.terima(
        kegiatan.pk,
        isi(**kolom),
        baris=baris(temuan),
        kunci=kunci,
        oleh=oleh,
        perangkat_daerah=unit,
        versi=versi,
    )


def kirim_foto(draf, kunci, oleh):
    return services.terima_foto(
        draf, foto(), kunci=kunci, diambil_pada=datetime(2026, 1, 2, tzinfo=UTC), oleh=oleh
    )


def test_the_same_key_is_one_berita_acara_per_person():
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()

    pertama = terima(kegiatan, kunci, oleh)

    assert terima(kegiatan, kunci, oleh) == pertama
    assert terima(kegiatan, kunci, PenggunaFactory(), tanggal_kejadian=hari(-2)) != pertama
    assert BeritaAcara.objects.count() == 2


def test_the_same_event_from_another_phone_names_who_was_first():
    kegiatan, dulu = KegiatanFactory(ditugaskan=True), PenggunaFactory()
    terima(kegiatan, uuid4(), dulu)

    with pytest.raises(AturanDilanggar, match=f"sudah dicatat lebih dahulu oleh {dulu.nama}"):
        terima(kegiatan, uuid4(), PenggunaFactory())

    assert BeritaAcara.objects.count() == 1


@pytest.mark.parametrize(
    ("selisih", "kata"),
    [(1, "masa depan"), (-3000, "ditandatangani"), (-6, "sebelum evaluasi terakhir")],
)
def test_a_phone_is_told_of_a_date_out_of_bounds_as_a_page_is(selisih, kata):
    kegiatan = KegiatanFactory(ditugaskan=True)
    KegiatanFactory(naskah=kegiatan.naskah, evaluasi=True, dilaksanakan=True)

    with pytest.raises(AturanDilanggar, match=kata):
        terima(kegiatan, uuid4(), PenggunaFactory(), tanggal_kejadian=hari(selisih))

    assert not BeritaAcara.objects.exists()


def test_the_same_text_again_writes_nothing():
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()
    terima(kegiatan, kunci, oleh)
    jejak = JejakAudit.objects.count()

    assert terima(kegiatan, kunci, oleh).versi == 1
    assert JejakAudit.objects.count() == jejak


def test_a_draft_takes_over_what_the_phone_wrote_since_an_answer_was_lost():
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()
    terima(kegiatan, kunci, oleh)

    kini = terima(kegiatan, kunci, oleh, "Saluran tersumbat.", versi=1)

    assert [str(t) for t in kini.temuan.all()] == ["Saluran tersumbat."]
    assert (kini.versi, BeritaAcara.objects.count()) == (2, 1)


def test_what_a_colleague_saved_meanwhile_is_not_overwritten_unseen():
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()
    pk = terima(kegiatan, kunci, oleh).pk
    berita_acara.ubah(pk, isi(), baris=baris("Dari kantor."), oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar, match="menyimpan berita acara ini sejak"):
        terima(kegiatan, kunci, oleh, "Dari ponsel.", versi=1)

    assert str(BeritaAcara.objects.get().temuan.get()) == "Dari kantor."
    assert (
        str(terima(kegiatan, kunci, oleh, "Dari ponsel.", versi=2).temuan.get()) == "Dari ponsel."
    )


def test_a_submitted_one_says_that_later_changes_do_not_come_along():
    siapkan_surat()
    kegiatan, kunci, oleh = KegiatanFactory(ditugaskan=True), uuid4(), PenggunaFactory()
    services.selesai(terima(kegiatan, kunci, oleh), jumlah_foto=0, oleh=oleh)

    assert terima(kegiatan, kunci, oleh).status == "diajukan"
    with pytest.raises(AturanDilanggar, match="sudah diajukan"):
        terima(kegiatan, kunci, oleh, "Diubah sesudahnya.")


def test_a_key_belongs_to_one_kegiatan():
    kunci, oleh = uuid4(), PenggunaFactory()
    terima(KegiatanFactory(ditugaskan=True), kunci, oleh)

    with pytest.raises(AturanDilanggar, match="kegiatan lain"):
        terima(KegiatanFactory(ditugaskan=True), kunci, oleh)


def test_the_same_photo_is_kept_once_with_the_time_of_the_phone():
    draf, kunci, oleh = BeritaAcaraFactory(), uuid4(), PenggunaFactory()

    kirim_foto(draf, kunci, oleh)
    kirim_foto(draf, kunci, oleh)

    assert draf.foto.get().diambil_pada == datetime(2026, 1, 2, tzinfo=UTC)


def test_a_submitted_one_takes_no_new_photo_but_knows_the_old():
    siapkan_surat()
    draf, kunci, oleh = BeritaAcaraFactory(), uuid4(), PenggunaFactory()
    lama = kirim_foto(draf, kunci, oleh)
    diajukan = services.selesai(draf, jumlah_foto=1, oleh=oleh)

    assert kirim_foto(diajukan, kunci, oleh) == lama
    with pytest.raises(AturanDilanggar, match="menunggu verifikasi"):
        kirim_foto(diajukan, uuid4(), oleh)


def test_selesai_waits_for_every_photo_and_submits_once():
    siapkan_surat()
    draf, oleh = BeritaAcaraFactory(), PenggunaFactory()
    with pytest.raises(AturanDilanggar, match="Baru 0 dari 1 foto"):
        services.selesai(draf, jumlah_foto=1, oleh=oleh)
    kirim_foto(draf, uuid4(), oleh)

    sekali = services.selesai(draf, jumlah_foto=1, oleh=oleh)

    assert services.selesai(sekali, jumlah_foto=1, oleh=oleh).nomor == sekali.nomor
