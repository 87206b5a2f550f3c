from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from inti.enums import SifatPemangku as Sifat
from inti.models import JejakAudit, PemangkuJabatan
from inti.putusan import AturanDilanggar
from pelaporan.enums import JenisDokumen
from pelaporan.queries.dokumen import cuplikan
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import pemangku as services
from pengawasan.services.penanda_tangan import ketua_tkksd
from tests.factories.inti import (
    JabatanFactory,
    PemangkuJabatanFactory,
    PenggunaFactory,
    aksi_tercatat,
)
from tests.factories.pengawasan import KegiatanFactory, hari, isi_kursi_tetap, siapkan_surat
from tests.pengawasan.services.test_surat_tugas import terbitkan

pytestmark = pytest.mark.django_db


@pytest.fixture
def kursi():
    return JabatanFactory(kode="sekda", nama="Sekretaris Daerah", peran="ketua", tunggal=True)


def angkat(kursi, orang=None, **kolom):
    data = {
        "pengguna": orang or PenggunaFactory(),
        "sifat": Sifat.DEFINITIF,
        "mulai": date(2026, 1, 1),
        "selesai": None,
        "dasar": "Keputusan Nomor 1",
        "tanggal_dasar": date(2025, 12, 20),
    }
    return services.angkat(kursi.pk, data | kolom, oleh=PenggunaFactory(admin=True))


def test_angkat_gives_the_seat_and_its_role_with_the_letter_behind_it(kursi):
    orang = PenggunaFactory()

    satu = angkat(kursi, orang)

    assert (satu.dasar, satu.tanggal_dasar) == ("Keputusan Nomor 1", date(2025, 12, 20))
    assert orang.peran == {"ketua"}
    assert aksi_tercatat() == ["pemangku_jabatan.angkat"]


def test_second_holder_is_refused_and_one_who_acts_stands_beside(kursi):
    angkat(kursi)
    with pytest.raises(AturanDilanggar, match="Hanya satu pemangku definitif"):
        angkat(kursi)

    angkat(kursi, sifat=Sifat.PLH, mulai=date(2026, 2, 1), selesai=date(2026, 2, 10))
    with pytest.raises(AturanDilanggar, match=r"Hanya satu Plt. atau Plh."):
        angkat(kursi, sifat=Sifat.PLT, mulai=date(2026, 2, 10), selesai=date(2026, 3, 1))


def test_document_of_a_day_prints_who_acts_on_it(kursi):
    tetap, plh = PenggunaFactory(nama="Sekda Tetap"), PenggunaFactory(nama="Pelaksana")
    angkat(kursi, tetap)
    angkat(kursi, plh, sifat=Sifat.PLH, mulai=date(2026, 2, 1), selesai=date(2026, 2, 10))

    def pada(tanggal):
        satu = ketua_tkksd(tanggal)
        return satu.pengguna, satu.sebutan

    assert pada(date(2026, 1, 31)) == (tetap, "Sekretaris Daerah")
    assert pada(date(2026, 2, 1)) == (plh, "Plh. Sekretaris Daerah")
    assert pada(date(2026, 2, 10)) == (plh, "Plh. Sekretaris Daerah")
    assert pada(date(2026, 2, 11)) == (tetap, "Sekretaris Daerah")


def test_akhiri_keeps_the_seat_through_the_last_day(kursi):
    satu = angkat(kursi)

    services.akhiri(satu.pk, sampai=date(2026, 5, 31), oleh=PenggunaFactory())

    milik = PemangkuJabatan.objects
    assert milik.pemangku("sekda", date(2026, 5, 31)) == satu
    assert milik.pemangku("sekda", date(2026, 6, 1)) is None
    angkat(kursi, mulai=date(2026, 6, 1))


def test_perbaiki_leaves_what_stood_there_and_why_in_the_trail(kursi):
    satu = angkat(kursi)

    services.perbaiki(
        satu.pk, {"mulai": date(2026, 1, 2)}, alasan="Salah ketik", oleh=PenggunaFactory()
    )

    satu.refresh_from_db()
    assert satu.mulai == date(2026, 1, 2)
    jejak = JejakAudit.objects.get(aksi="pemangku_jabatan.perbaiki")
    nama = str(satu.pengguna)
    assert jejak.perubahan["nilai"] == {"mulai": ["2026-01-01", "2026-01-02"]}
    assert jejak.perubahan["catatan"] == f"{nama}: Salah ketik"


def test_perbaiki_that_meets_another_period_or_changes_nothing_is_refused(kursi):
    lama = angkat(kursi, mulai=date(2025, 1, 1), selesai=date(2025, 12, 31))
    angkat(kursi)

    for data, kata in (({"selesai": date(2026, 1, 1)}, "Hanya satu"), ({}, "Tidak ada")):
        with pytest.raises(AturanDilanggar, match=kata):
            services.perbaiki(lama.pk, data, alasan="x", oleh=PenggunaFactory())


def test_nobody_appoints_ends_or_corrects_their_own_seat(kursi):
    admin = PenggunaFactory(admin=True)
    satu = angkat(kursi, admin)
    lain = angkat(kursi, mulai=date(2025, 1, 1), selesai=date(2025, 2, 1))

    for upaya in (
        lambda: services.akhiri(satu.pk, sampai=date(2026, 5, 1), oleh=admin),
        lambda: services.perbaiki(satu.pk, {"dasar": "x"}, alasan="x", oleh=admin),
        lambda: services.perbaiki(lain.pk, {"pengguna": admin}, alasan="x", oleh=admin),
        lambda: services.angkat(
            kursi.pk,
            {"pengguna": admin, "sifat": Sifat.PLT, "mulai": date(2027, 1, 1)},
            oleh=admin,
        ),
    ):
        with pytest.raises(AturanDilanggar, match="administrator lain"):
            upaya()


def test_letter_that_was_issued_keeps_the_holder_it_printed():
    ketua = siapkan_surat()
    ketua.nip = "1970"
    ketua.save()
    isi_kursi_tetap()
    surat = terbitkan(KegiatanFactory())
    semula = cuplikan(JenisDokumen.SURAT_TUGAS, surat)

    baru = PenggunaFactory(nama="Sekda Baru", nip="1980")
    kursi = PemangkuJabatan.objects.get(pengguna=ketua)
    services.perbaiki(kursi.pk, {"pengguna": baru}, alasan="Salah orang", oleh=PenggunaFactory())
    for satu in PemangkuJabatan.objects.filter(jabatan__peran="tim"):
        services.akhiri(satu.pk, sampai=hari() - timedelta(days=1), oleh=PenggunaFactory())

    surat.refresh_from_db()
    assert cuplikan(JenisDokumen.SURAT_TUGAS, surat) == semula
    assert semula["pejabat"] == {"nama": "Dr. Ketua", "nip": "1970", "jabatan": "Sekretaris Daerah"}
    assert anggota_tetap(hari()) == []


def test_database_refuses_the_same_open_seat_twice():
    satu = PemangkuJabatanFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PemangkuJabatanFactory(jabatan=satu.jabatan, pengguna=satu.pengguna, mulai=date(2021, 1, 1))


def catat(jabatan, sifat, mulai, selesai=None):
    """A period written past the service, in a transaction of its own."""
    with transaction.atomic():
        return PemangkuJabatanFactory(jabatan=jabatan, sifat=sifat, mulai=mulai, selesai=selesai)


@pytest.mark.parametrize(
    ("sifat", "mulai", "selesai"),
    [
        (Sifat.DEFINITIF, date(2026, 6, 30), None),
        (Sifat.DEFINITIF, date(2025, 1, 1), date(2026, 1, 1)),
        (Sifat.DEFINITIF, date(2025, 1, 1), None),
        (Sifat.DEFINITIF, date(2026, 3, 1), date(2026, 3, 1)),
        (Sifat.PLH, date(2026, 2, 10), date(2026, 2, 12)),
    ],
)
def test_database_refuses_periods_that_meet(kursi, sifat, mulai, selesai):
    catat(kursi, Sifat.DEFINITIF, date(2026, 1, 1), date(2026, 6, 30))
    catat(kursi, Sifat.PLT, date(2026, 2, 1), date(2026, 2, 10))

    with pytest.raises(IntegrityError, match="bertumpuk"):
        catat(kursi, sifat, mulai, selesai)

    jauh = catat(kursi, sifat, date(2030, 1, 1))
    for kolom in ({"mulai": mulai, "selesai": selesai}, {"mulai": date(2024, 1, 1)}):
        with pytest.raises(IntegrityError, match="bertumpuk"), transaction.atomic():
            PemangkuJabatan.objects.filter(pk=jauh.pk).update(**kolom)
    jauh.refresh_from_db()
    assert (jauh.mulai, jauh.selesai) == (date(2030, 1, 1), None)


def test_database_lets_stand_what_does_not_meet(kursi):
    satu = catat(kursi, Sifat.DEFINITIF, date(2026, 1, 1), date(2026, 6, 30))
    catat(kursi, Sifat.PLT, date(2026, 6, 1), date(2026, 7, 31))
    catat(kursi, Sifat.DEFINITIF, date(2026, 7, 1))
    catat(kursi, Sifat.DEFINITIF, date(2025, 1, 1), date(2025, 12, 31))
    satu.dasar = "Surat lain"
    satu.selesai = date(2026, 6, 1)
    satu.save()
    banyak = JabatanFactory(tunggal=False)
    for _ in range(2):
        catat(banyak, Sifat.DEFINITIF, date(2026, 1, 1))

    assert PemangkuJabatan.objects.filter(jabatan=kursi).count() == 4
    assert PemangkuJabatan.objects.filter(jabatan=banyak, sifat=Sifat.DEFINITIF).count() == 2
