"""A file that arrives piece by piece: resumed, checked as a whole, swept when left."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from inti.models import Berkas
from inti.putusan import AturanDilanggar
from pelaporan.models import BerkasLaporan, UnggahanBertahap
from pelaporan.services import laporan_mitra
from pelaporan.services import unggahan_bertahap as services
from tests.factories.inti import aksi_tercatat
from tests.factories.pelaporan import LaporanMitraFactory, berkas_pdf

pytestmark = pytest.mark.django_db
ISI = berkas_pdf().isi


@pytest.fixture
def laporan():
    return LaporanMitraFactory()


def buka(laporan, isi=ISI, **kolom):
    dasar = {
        "nama": "laporan.pdf",
        "ukuran": len(isi),
        "sha256": hashlib.sha256(isi).hexdigest(),
        "oleh": laporan.dibuat_oleh,
    }
    return services.buka(laporan.pk, **(dasar | kolom))


def kirim(unggahan, isi=ISI, langkah=100):
    for mulai in range(unggahan.diterima, len(isi), langkah):
        services.tambah(unggahan.pk, mulai=mulai, potongan=isi[mulai : mulai + langkah])


def selesaikan(laporan, unggahan):
    return services.selesaikan(unggahan.pk, oleh=laporan.dibuat_oleh)


def test_pieces_become_the_file_that_was_declared(laporan):
    unggahan = buka(laporan)
    kirim(unggahan)

    baris = selesaikan(laporan, unggahan)

    assert baris.berkas.baca() == ISI
    assert (baris.berkas.nama, baris.berkas.tipe) == ("laporan.pdf", "application/pdf")
    assert not UnggahanBertahap.objects.exists()
    assert not unggahan.path.exists()
    assert aksi_tercatat() == ["laporan_mitra.unggah"]


def test_the_same_file_chosen_again_goes_on_where_it_stopped(laporan):
    unggahan = buka(laporan)
    services.tambah(unggahan.pk, mulai=0, potongan=ISI[:100])

    lagi = buka(laporan, nama="nama lain.pdf")

    assert (lagi.pk, lagi.diterima) == (unggahan.pk, 100)
    kirim(lagi)
    assert selesaikan(laporan, lagi).berkas.baca() == ISI


def test_a_piece_sent_twice_or_too_early_changes_nothing(laporan):
    unggahan = buka(laporan)
    services.tambah(unggahan.pk, mulai=0, potongan=ISI[:100])

    assert services.tambah(unggahan.pk, mulai=0, potongan=b"x" * 100).diterima == 100
    assert services.tambah(unggahan.pk, mulai=200, potongan=ISI[200:300]).diterima == 100
    assert unggahan.path.read_bytes() == ISI[:100]


def test_what_the_disk_lost_is_asked_for_again(laporan):
    unggahan = buka(laporan)
    services.tambah(unggahan.pk, mulai=0, potongan=ISI[:100])
    unggahan.path.write_bytes(ISI[:40])

    assert buka(laporan).diterima == 40


def test_more_than_declared_is_refused(laporan):
    unggahan = buka(laporan)

    with pytest.raises(AturanDilanggar, match="tidak sesuai dengan ukuran"):
        services.tambah(unggahan.pk, mulai=0, potongan=ISI + b"x")


def test_half_a_file_is_not_kept_and_can_still_go_on(laporan):
    unggahan = buka(laporan)
    services.tambah(unggahan.pk, mulai=0, potongan=ISI[:100])

    with pytest.raises(AturanDilanggar, match="belum lengkap"):
        selesaikan(laporan, unggahan)

    assert buka(laporan).diterima == 100


@pytest.mark.parametrize(
    ("nama", "isi", "sidik", "sebab"),
    [
        ("laporan.pdf", b"x" * 300, "", "bukan PDF"),
        ("laporan.png", ISI, "", "tidak sesuai dengan namanya"),
        ("laporan.pdf", b"%PDF-1.4 rusak" * 20, "", "PDF rusak"),
        ("laporan.pdf", ISI, "a" * 64, "berubah dalam perjalanan"),
    ],
)
def test_what_is_not_what_it_says_is_thrown_away(laporan, nama, isi, sidik, sebab):
    lain = {"sha256": sidik} if sidik else {}
    unggahan = buka(laporan, isi, nama=nama, **lain)
    kirim(unggahan, isi)

    with pytest.raises(AturanDilanggar, match=sebab):
        selesaikan(laporan, unggahan)

    assert not UnggahanBertahap.objects.exists()
    assert not unggahan.path.exists()
    assert not Berkas.objects.exists()


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"ukuran": 26 * 1024 * 1024}, "terlalu besar"),
        ({"nama": "laporan.exe"}, "bukan PDF, JPEG"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_it_is_sent(laporan, kolom, sebab):
    with pytest.raises(AturanDilanggar, match=sebab):
        buka(laporan, **kolom)


def test_the_quota_counts_what_is_on_its_way(laporan, settings):
    settings.KUOTA_MITRA = len(ISI) + 10
    buka(laporan)

    with pytest.raises(AturanDilanggar, match="tidak muat"):
        buka(laporan, ISI + b"x")
    with pytest.raises(AturanDilanggar, match="tidak muat"):
        laporan_mitra.unggah(laporan.pk, diperiksa=berkas_pdf(teks="y"), oleh=laporan.dibuat_oleh)


def test_what_is_in_the_draft_is_not_sent_again(laporan):
    unggahan = buka(laporan)
    kirim(unggahan)
    selesaikan(laporan, unggahan)

    with pytest.raises(AturanDilanggar, match="sudah diunggah"):
        buka(laporan)


def test_a_report_that_was_sent_takes_nothing_more(laporan):
    unggahan = buka(laporan)
    kirim(unggahan)
    laporan_mitra.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        selesaikan(laporan, unggahan)
    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        buka(laporan)
    assert not BerkasLaporan.objects.exists()


def test_what_nobody_went_on_with_is_swept_and_the_rest_stays(laporan):
    lama, baru = buka(laporan), buka(laporan, ISI + b"x")
    for satu in (lama, baru):
        services.tambah(satu.pk, mulai=0, potongan=ISI[:100])
    kemarin = timezone.now() - timedelta(days=1, minutes=1)
    UnggahanBertahap.objects.filter(pk=lama.pk).update(diubah_pada=kemarin)

    assert services.sapu() == 1
    assert services.sapu() == 0

    assert UnggahanBertahap.objects.get() == baru
    assert (lama.path.exists(), baru.path.exists()) == (False, True)
