"""The register: the code by kind of letter and day, numbers by hand, codes that never overlap."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from inti.models import KlasifikasiSurat, NomorSurat
from inti.putusan import AturanDilanggar
from inti.services import klasifikasi_surat, nomor_surat
from tests.factories.inti import KlasifikasiSuratFactory, PenggunaFactory, aksi_tercatat

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def kode(jenis, tanggal):
    satu = KlasifikasiSurat.objects.untuk(jenis, tanggal)
    return satu and satu.kode


# --- Which code ---------------------------------------------------------------------------


def test_letter_takes_the_code_of_its_kind_and_others_that_of_all():
    KlasifikasiSuratFactory(kode="100", mulai=date(2020, 1, 1))
    KlasifikasiSuratFactory(kode="200", jenis="Surat teguran", mulai=date(2020, 1, 1))

    assert kode("Surat teguran", date(2026, 1, 1)) == "200"
    assert kode("Surat tugas", date(2026, 1, 1)) == "100"


def test_code_is_that_of_the_day():
    KlasifikasiSuratFactory(kode="134.4", mulai=date(2000, 1, 1), sampai=date(2023, 6, 30))
    KlasifikasiSuratFactory(kode="100.2", mulai=date(2023, 7, 1))

    hari = [date(1999, 12, 31), date(2023, 6, 30), date(2023, 7, 1)]
    assert [kode("Surat tugas", satu) for satu in hari] == [None, "134.4", "100.2"]


def test_number_bears_the_code_of_its_kind(staf):
    KlasifikasiSuratFactory(kode="100")
    KlasifikasiSuratFactory(kode="200", jenis="Surat teguran")

    nomor = nomor_surat.ambil(
        jenis="Surat teguran", perihal="x", tanggal=date(2026, 3, 1), oleh=staf
    )

    assert nomor.nomor.startswith("200/1/")


# --- By hand ------------------------------------------------------------------------------


def pesan(oleh, **ubah):
    isi = {"jenis": "Surat lainnya", "perihal": "Undangan", "tujuan": "Dinas"}
    return nomor_surat.pesan(**(isi | {"tanggal": timezone.localdate()} | ubah), oleh=oleh)


def test_number_by_hand_is_the_next_of_the_year_and_says_that_it_is(staf):
    KlasifikasiSuratFactory()
    nomor_surat.ambil(jenis="Surat tugas", perihal="x", tanggal=timezone.localdate(), oleh=staf)

    nomor = pesan(staf)

    assert (nomor.urut, nomor.di_luar_sistem, nomor.tujuan) == (2, True, "Dinas")
    assert aksi_tercatat() == ["nomor_surat.pesan"]


def test_form_sent_twice_reserves_one_number(staf):
    KlasifikasiSuratFactory()
    kunci = uuid4()
    pesan(staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="dua kali"):
        pesan(staf, kunci=kunci)

    assert NomorSurat.objects.count() == 1


@pytest.mark.parametrize(("geser", "sebab"), [(1, "masa depan"), (-400, "sudah ditutup")])
def test_number_by_hand_is_of_this_year_and_not_of_tomorrow(staf, geser, sebab):
    KlasifikasiSuratFactory()

    with pytest.raises(AturanDilanggar, match=sebab):
        pesan(staf, tanggal=timezone.localdate() + timedelta(days=geser))

    assert not NomorSurat.objects.exists()


# --- Keeping the codes --------------------------------------------------------------------

ISI = {
    "kode": "300",
    "nama": "Kerja sama",
    "jenis": "",
    "mulai": date(2024, 1, 1),
    "sampai": None,
}


def test_code_is_added_with_a_line_in_the_trail(staf):
    satu = klasifikasi_surat.simpan(None, ISI, oleh=staf)

    assert KlasifikasiSurat.objects.get() == satu
    assert aksi_tercatat() == ["klasifikasi_surat.simpan"]


def test_code_is_ended_and_followed_by_another(staf):
    lama = klasifikasi_surat.simpan(None, ISI, oleh=staf)

    klasifikasi_surat.simpan(lama.pk, ISI | {"sampai": date(2025, 12, 31)}, oleh=staf)
    klasifikasi_surat.simpan(None, ISI | {"kode": "400", "mulai": date(2026, 1, 1)}, oleh=staf)

    assert [kode("x", date(2025, 12, 31)), kode("x", date(2026, 1, 1))] == ["300", "400"]


@pytest.mark.parametrize(
    ("mulai", "sampai", "boleh"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), True),
        (date(2023, 1, 1), date(2024, 1, 1), False),
        (date(2025, 6, 1), date(2025, 6, 1), False),
        (date(2025, 12, 31), None, False),
        (date(2026, 1, 1), None, True),
        (date(2000, 1, 1), None, False),
    ],
)
def test_two_codes_of_the_same_kinds_have_no_day_in_common(staf, mulai, sampai, boleh):
    klasifikasi_surat.simpan(None, ISI | {"sampai": date(2025, 12, 31)}, oleh=staf)
    baru = ISI | {"kode": "500", "mulai": mulai, "sampai": sampai}

    if boleh:
        klasifikasi_surat.simpan(None, baru, oleh=staf)
    else:
        with pytest.raises(AturanDilanggar, match="Kode 300 berlaku"):
            klasifikasi_surat.simpan(None, baru, oleh=staf)

    assert KlasifikasiSurat.objects.count() == 1 + boleh


def test_kind_of_its_own_may_have_a_code_beside_that_of_all(staf):
    klasifikasi_surat.simpan(None, ISI, oleh=staf)

    klasifikasi_surat.simpan(None, ISI | {"jenis": "Surat teguran"}, oleh=staf)

    assert KlasifikasiSurat.objects.count() == 2
