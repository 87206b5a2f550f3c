"""Seats and letters when two people act at the same moment."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError

from inti.models import JejakAudit, NomorSurat, PemangkuJabatan
from kerjasama.models import PenugasanNaskah
from kerjasama.services import penugasan_naskah
from pengawasan.models import Kegiatan, SuratTugas
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import berita_acara, pemangku, surat_tugas
from tests.factories.inti import JabatanFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    KebijakanFactory,
    KegiatanFactory,
    SuratTugasFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_four_appointments_at_once_to_one_seat_are_one_holder():
    kursi = JabatanFactory(kode="sekda", nama="Sekretaris Daerah", peran="ketua", tunggal=True)
    admin = PenggunaFactory(admin=True)
    orang = PenggunaFactory.create_batch(4)

    hasil = at_once(
        *[
            partial(
                pemangku.angkat,
                kursi.pk,
                {"pengguna": satu, "sifat": "definitif", "mulai": date(2026, 1, n)},
                oleh=admin,
            )
            for n, satu in enumerate(orang, start=1)
        ]
    )

    assert succeeded(hasil) == PemangkuJabatan.objects.filter(jabatan=kursi).count() == 1
    assert lines("pemangku_jabatan.angkat") == 1


def test_four_periods_written_at_once_past_the_service_are_one_holder():
    kursi = JabatanFactory(kode="sekda", nama="Sekretaris Daerah", peran="ketua", tunggal=True)
    orang = PenggunaFactory.create_batch(4)

    def tulis(siapa):
        try:
            PemangkuJabatan.objects.create(jabatan=kursi, pengguna=siapa, mulai=hari())
        except IntegrityError:
            return False
        return True

    hasil = at_once(*[partial(tulis, satu) for satu in orang])

    assert sum(hasil) == PemangkuJabatan.objects.filter(jabatan=kursi).count() == 1


def test_letter_revoked_while_the_unit_writes_has_either_a_record_or_no_team():
    siapkan_surat()
    KebijakanFactory()
    surat = SuratTugasFactory()
    kegiatan = surat.kegiatan.get()
    unit = kegiatan.naskah.perangkat_daerah.get()
    isi = {"jenis": "rapat", "tanggal_kejadian": hari(-1), "tempat": "Balai"}
    susun = partial(
        berita_acara.susun,
        kegiatan.pk,
        isi,
        baris={},
        perangkat_daerah=unit,
        oleh=anggota_pd(unit),
    )
    cabut = partial(surat_tugas.cabut, surat.pk, alasan="Salah", oleh=PenggunaFactory())

    hasil = at_once(susun, cabut)

    assert succeeded(hasil) == 1
    kegiatan.refresh_from_db()
    assert (kegiatan.status == "ditugaskan") == kegiatan.berita_acara.exists()


def test_letter_revoked_while_the_event_is_verified_stays_in_force():
    siapkan_surat()
    KebijakanFactory()
    surat = SuratTugasFactory()
    ba = BeritaAcaraFactory(kegiatan=surat.kegiatan.get(), diajukan=True)

    hasil = at_once(
        partial(berita_acara.verifikasi, ba.pk, oleh=PenggunaFactory(staf=True)),
        partial(surat_tugas.cabut, surat.pk, alasan="Salah", oleh=PenggunaFactory()),
    )

    assert succeeded(hasil) == 1
    assert Kegiatan.objects.get().status == "dilaksanakan"
    assert SuratTugas.objects.get().masih_berlaku


def test_letter_revoked_and_replaced_at_once_has_one_end():
    siapkan_surat()
    isi_kursi_tetap()
    surat = SuratTugasFactory(kegiatan=[KegiatanFactory(ditugaskan=True)])
    semula = NomorSurat.objects.count()

    hasil = at_once(
        partial(surat_tugas.cabut, surat.pk, alasan="Salah", oleh=PenggunaFactory()),
        *[
            partial(
                surat_tugas.gantikan,
                surat.pk,
                tanggal=hari(),
                anggota=anggota_tetap(hari()),
                alasan="Mutasi",
                oleh=PenggunaFactory(),
            )
        ]
        * 2,
    )

    assert succeeded(hasil) == 1
    surat.refresh_from_db()
    baru = SuratTugas.objects.exclude(pk=surat.pk).count()
    assert baru == (surat.status == "digantikan") == NomorSurat.objects.count() - semula


def test_one_person_assigned_by_four_at_once_is_assigned_once():
    naskah, orang = NaskahFactory(), PenggunaFactory(pd=True)
    data = {
        "pengguna": orang,
        "nama": orang.nama,
        "jabatan": "Analis",
        "perangkat_daerah": PerangkatDaerahFactory(),
        "mulai": hari(),
        "selesai": hari(5),
        "alasan": "Nota",
    }

    hasil = at_once(
        *[
            partial(penugasan_naskah.tugaskan, naskah.pk, data, oleh=PenggunaFactory())
            for _ in range(4)
        ]
    )

    assert succeeded(hasil) == PenugasanNaskah.objects.count() == 1
