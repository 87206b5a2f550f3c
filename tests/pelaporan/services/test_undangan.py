"""The invitation to a meeting: one letter for all its naskah, a copy for who may know one."""

from datetime import time

import pytest

from inti.models import NomorSurat, Notifikasi
from inti.putusan import AturanDilanggar
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.pdf import HasilPdf
from pelaporan.services import dokumen as services
from pengawasan.models import Rapat
from pengawasan.services import acara_rapat
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pengawasan import (
    KegiatanFactory,
    RapatFactory,
    SuratTugasFactory,
    hari,
    siapkan_surat,
)
from tests.support.pdf import F4, pages_of, squeeze, whole_text

pytestmark = pytest.mark.django_db
SURAT, SALINAN = JenisDokumen.UNDANGAN_RAPAT, JenisDokumen.SALINAN_UNDANGAN


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()
    siapkan_surat()


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def tanpa_render(monkeypatch):
    hasil = HasilPdf(b"%PDF-1.7 palsu", 1)
    monkeypatch.setattr(services, "dokumen_pdf", lambda templat, isi, berkas: hasil)


def rapat_bersama(jumlah=2):
    """A meeting of tomorrow for so many naskah, with team."""
    kegiatan = [KegiatanFactory(evaluasi=True, ditugaskan=True) for _ in range(jumlah)]
    rapat = RapatFactory(
        kegiatan=kegiatan[0],
        tanggal=hari(1),
        mulai=time(9),
        selesai=time(11, 30),
        tempat="Aula lantai dua",
        alamat="Jalan Veteran 1",
        tautan="https://rapat.example.go.id/abc",
        pimpinan="Kepala Bagian Kerja Sama",
        agenda="Pembahasan setoran",
    )
    for satu in kegiatan:
        satu.rapat = rapat
        satu.save(update_fields=["rapat"])
    rapat.tim = PenggunaFactory(tim=True)
    SuratTugasFactory(kegiatan=kegiatan, anggota=[rapat.tim])
    return rapat, kegiatan


def test_the_letter_prints_the_meeting_and_all_its_naskah(staf):
    rapat, kegiatan = rapat_bersama()

    satu = services.terbitkan(SURAT, rapat.pk, oleh=staf)
    services.kerjakan_antrean()

    isi = Dokumen.objects.get(pk=satu.pk).berkas.baca()
    teks = whole_text(isi)
    assert [h.size for h in pages_of(isi)] == [F4]
    for kata in (
        str(satu.nomor),
        "09.00 sampai 11.30",
        "Aula lantai dua, Jalan Veteran 1",
        "https://rapat.example.go.id/abc",
        "Kepala Bagian Kerja Sama",
        "Pembahasan setoran",
        *(k.naskah.judul for k in kegiatan),
        *(str(k.naskah.mitra.get()) for k in kegiatan),
    ):
        assert squeeze(kata) in teks


def test_one_meeting_takes_one_number_whatever_its_naskah(staf, tanpa_render):
    rapat, _ = rapat_bersama(3)

    for _ in range(2):
        services.terbitkan(SURAT, rapat.pk, oleh=staf)

    assert NomorSurat.objects.filter(jenis="Undangan rapat").count() == 1
    assert Dokumen.objects.filter(jenis=SALINAN).count() == 3


def test_a_copy_names_its_own_naskah_and_addressees_only(staf, tanpa_render):
    rapat, (satu, lain) = rapat_bersama()

    surat = services.terbitkan(SURAT, rapat.pk, oleh=staf)

    salinan = Dokumen.objects.get(jenis=SALINAN, objek_id=satu.pk)
    assert salinan.isi["nomor"] == str(surat.nomor)
    assert salinan.isi["kepada"] == [
        str(satu.naskah.perangkat_daerah.get()),
        str(satu.naskah.mitra.get()),
    ]
    assert lain.naskah.judul not in str(salinan.isi)
    assert str(lain.naskah.mitra.get()) not in str(salinan.isi)


def test_everybody_is_told_of_what_they_may_open(staf, tanpa_render):
    rapat, (satu, lain) = rapat_bersama()
    mitra = anggota_mitra(satu.naskah.mitra.get())
    unit = anggota_pd(lain.naskah.perangkat_daerah.get())

    surat = services.terbitkan(SURAT, rapat.pk, oleh=staf)

    tautan = {n.kepada: n.tautan for n in Notifikasi.objects.exclude(kepada=staf)}
    salinan = {d.objek_id: d for d in Dokumen.objects.filter(jenis=SALINAN)}
    assert tautan[rapat.tim] == surat.get_absolute_url()
    assert tautan[mitra] == salinan[satu.pk].get_absolute_url()
    assert tautan[unit] == salinan[lain.pk].get_absolute_url()


def test_a_meeting_of_one_naskah_needs_no_copy(staf, tanpa_render):
    rapat, (satu,) = rapat_bersama(1)
    mitra = anggota_mitra(satu.naskah.mitra.get())

    surat = services.terbitkan(SURAT, rapat.pk, oleh=staf)

    assert not Dokumen.objects.filter(jenis=SALINAN).exists()
    assert Notifikasi.objects.get(kepada=mitra).tautan == surat.get_absolute_url()


def test_the_meeting_knows_its_letter_and_that_it_is_out_of_date(staf, tanpa_render):
    rapat, _ = rapat_bersama()
    surat = services.terbitkan(SURAT, rapat.pk, oleh=staf)
    rapat.refresh_from_db()
    semula = (rapat.nomor_undangan, rapat.urutan_undangan == rapat.urutan_kalender)

    acara_rapat.ubah(rapat.pk, {"tanggal": hari(2)}, oleh=staf)
    berubah = Rapat.objects.get()
    ralat = services.terbitkan(SURAT, rapat.pk, oleh=staf)

    assert semula == (surat.nomor, True)
    assert berubah.urutan_undangan != berubah.urutan_kalender
    assert (ralat.versi, Dokumen.objects.filter(jenis=SALINAN, versi=2).count()) == (2, 2)
    assert Rapat.objects.get().nomor_undangan == ralat.nomor


@pytest.mark.parametrize(
    ("kolom", "sebut"),
    [
        ({"kegiatan__status": "direncanakan"}, "setelah surat tugas"),
        ({"kegiatan__dilaksanakan": True, "kegiatan__ditugaskan": False}, "sebelum kegiatan"),
        ({"mulai": None}, "pukul dan tempat"),
        ({"tanggal": hari(-1)}, "sudah lewat"),
    ],
)
def test_what_must_be_there_first_is_named(staf, kolom, sebut):
    rapat = RapatFactory(**kolom)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.terbitkan(SURAT, rapat.pk, oleh=staf)

    assert not Dokumen.objects.exists()


def test_a_kegiatan_with_a_meeting_is_invited_to_by_the_meeting(staf):
    kegiatan = RapatFactory().kegiatan.get()

    with pytest.raises(AturanDilanggar, match="dari halaman rapat"):
        services.terbitkan(JenisDokumen.UNDANGAN, kegiatan.pk, oleh=staf)


def test_there_is_no_copy_of_a_letter_that_was_not_issued(staf):
    kegiatan = RapatFactory().kegiatan.get()

    with pytest.raises(AturanDilanggar, match="belum diterbitkan"):
        services.terbitkan(SALINAN, kegiatan.pk, oleh=staf)


def test_who_may_know_one_naskah_opens_the_copy_and_not_the_letter(client, staf, tanpa_render):
    rapat, (satu, lain) = rapat_bersama()
    surat = services.terbitkan(SURAT, rapat.pk, oleh=staf)
    salinan = {d.objek_id: d for d in Dokumen.objects.filter(jenis=SALINAN)}

    kode = {}
    for siapa in (anggota_mitra(satu.naskah.mitra.get()), PenggunaFactory(tim=True)):
        client.force_login(siapa)
        dokumen = (surat, salinan[satu.pk], salinan[lain.pk])
        kode[siapa.sebagai or "mitra"] = [
            client.get(d.get_absolute_url()).status_code for d in dokumen
        ]

    assert list(kode.values()) == [[403, 200, 404], [200, 200, 200]]
