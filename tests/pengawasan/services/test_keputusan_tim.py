"""The decree that sets the team: a later one ends the earlier; what was done keeps its decree."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.models import AnggotaKeputusanTim, KeputusanTim
from pengawasan.services import keputusan_tim as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pembinaan import (
    AnggotaKeputusanTimFactory,
    KeputusanTimFactory,
    PembinaanFactory,
    anggota,
    isi_keputusan,
    terunggah,
)
from tests.factories.pengawasan import SuratTugasFactory, hari

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_decree_keeps_its_team_in_order_its_file_and_one_line(staf):
    unit = PerangkatDaerahFactory(nama="Inspektorat")
    tim = [anggota(), anggota("anggota", nama="Siti", perangkat_daerah=unit)]

    satu = services.catat(isi_keputusan(), anggota=tim, berkas=terunggah(), oleh=staf)

    assert [str(a) for a in satu.anggota.all()] == ["Ketua: Kepala Bagian", "Anggota: Siti"]
    assert satu.berkas_terakhir.berkas.nama == "berkas.pdf"
    jejak = JejakAudit.objects.tentang(satu).get()
    assert (jejak.aksi, jejak.perubahan["anggota"][1]) == (
        "keputusan_tim.catat",
        "Anggota; Kepala Bagian; Siti; Inspektorat",
    )


@pytest.mark.parametrize(
    ("pada", "berlaku"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "lama"),
        (date(2025, 2, 28), "lama"),
        (date(2025, 3, 1), "baru"),
        (date(2025, 12, 31), "baru"),
        (date(2026, 1, 1), None),  # over; the old one does not come back
    ],
)
def test_the_one_in_force_on_a_day(pada, berlaku):
    KeputusanTimFactory(nomor="lama", mulai=date(2024, 1, 1), selesai=date(2026, 12, 31))
    KeputusanTimFactory(nomor="baru", mulai=date(2025, 3, 1), selesai=date(2025, 12, 31))

    satu = KeputusanTim.objects.berlaku_pada(pada)

    assert (satu.nomor if satu else None) == berlaku


def test_newer_decree_ends_the_older_the_day_before(staf):
    lama = services.catat(isi_keputusan(mulai=hari(-90)), anggota=[anggota()], oleh=staf)
    services.catat(isi_keputusan(nomor="2", mulai=hari(-10)), anggota=[anggota()], oleh=staf)

    lama = KeputusanTim.objects.bermasa().get(pk=lama.pk)
    assert (lama.akhir, lama.digantikan, lama.selesai) == (hari(-11), True, None)


@pytest.mark.parametrize(
    "sama", [{"nomor": "1", "mulai": hari(-5)}, {"nomor": "2", "mulai": hari(-9)}]
)
def test_number_or_first_day_that_is_taken_is_refused(staf, sama):
    KeputusanTimFactory(nomor="1", mulai=hari(-9))

    with pytest.raises(AturanDilanggar, match="Sudah ada Keputusan"):
        services.catat(isi_keputusan(**sama), anggota=[anggota()], oleh=staf)


@pytest.mark.parametrize(
    ("isi", "tim", "alasan"),
    [
        ({"tanggal": hari(1)}, [anggota()], "masa depan"),
        ({"selesai": hari(-31)}, [anggota()], "sebelum mulainya"),
        ({}, [], "sekurangnya seorang ketua"),
        ({}, [anggota(), anggota()], "Hanya satu ketua"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(staf, isi, tim, alasan):
    with pytest.raises(AturanDilanggar, match=alasan):
        services.catat(isi_keputusan(**isi), anggota=tim, oleh=staf)

    assert not KeputusanTim.objects.exists()


def ubah(satu, staf, *, versi=1, tim=None, file=None, **isi):
    kini = {n: getattr(satu, n) for n in ("nomor", "tanggal", "tentang", "mulai", "selesai")}
    return services.ubah(
        satu.pk,
        kini | isi,
        anggota=tim or [anggota(jabatan="Kepala Bagian Kerja Sama")],
        versi=versi,
        catatan="Salah ketik",
        berkas=file,
        oleh=staf,
    )


def test_correction_keeps_what_was_with_its_reason(staf):
    satu = KeputusanTimFactory(tentang="Tim")

    ubah(satu, staf, tentang="Tim Pembinaan", tim=[anggota(jabatan="Asisten")])

    satu.refresh_from_db()
    jejak = JejakAudit.objects.tentang(satu).get()
    assert (satu.tentang, satu.versi, jejak.perubahan["catatan"]) == (
        "Tim Pembinaan",
        2,
        "Salah ketik",
    )
    assert jejak.perubahan["nilai"] == {
        "tentang": ["Tim", "Tim Pembinaan"],
        "anggota": [["Ketua; Kepala Bagian Kerja Sama"], ["Ketua; Asisten"]],
    }


def test_second_correction_of_what_was_read_before_is_refused(staf):
    satu = KeputusanTimFactory()
    ubah(satu, staf, tentang="Pertama")

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        ubah(satu, staf, tentang="Kedua")


def test_new_file_is_the_next_version_and_the_old_one_stays(staf):
    satu = KeputusanTimFactory()
    ubah(satu, staf, file=terunggah("pindai-1.pdf"))
    ubah(satu, staf, versi=2, file=terunggah("pindai-2.pdf"))

    assert [(v.ke, v.berkas.nama) for v in satu.berkas.all()] == [
        (2, "pindai-2.pdf"),
        (1, "pindai-1.pdf"),
    ]
    assert satu.berkas_terakhir.ke == 2


def test_correction_that_changes_nothing_leaves_no_line(staf):
    satu = KeputusanTimFactory()

    ubah(satu, staf)

    assert not JejakAudit.objects.tentang(satu).exists()


def test_decree_recorded_by_mistake_goes_and_the_trail_keeps_it(staf):
    satu = KeputusanTimFactory(nomor="9/X", mulai=hari(-3))
    PembinaanFactory(tanggal_mulai=hari(-9))  # before it began

    services.hapus(satu.pk, alasan="Bukan Keputusan tim ini", oleh=staf)

    assert not KeputusanTim.objects.exists()
    jejak = JejakAudit.objects.get(aksi="keputusan_tim.hapus")
    assert (jejak.objek_nama, jejak.perubahan["catatan"]) == (
        "Keputusan Nomor 9/X",
        "Bukan Keputusan tim ini",
    )


@pytest.mark.parametrize(
    "dalam",
    [
        lambda: PembinaanFactory(tanggal_mulai=hari(-3)),
        lambda: PembinaanFactory(tanggal_mulai=hari(-3), dibatalkan=True),
        lambda: SuratTugasFactory(tanggal=hari(-3)),
    ],
    ids=["pembinaan", "dibatalkan", "surat tugas"],
)
def test_decree_under_which_something_was_done_stays(staf, dalam):
    satu = KeputusanTimFactory(mulai=hari(-3))
    dalam()

    with pytest.raises(AturanDilanggar, match="tidak dapat dihapus"):
        services.hapus(satu.pk, alasan="Salah", oleh=staf)


def test_what_was_done_under_the_next_decree_does_not_hold_the_one_before(staf):
    lama = KeputusanTimFactory(mulai=hari(-30))
    KeputusanTimFactory(mulai=hari(-5))
    PembinaanFactory(tanggal_mulai=hari(-3))

    services.hapus(lama.pk, alasan="Salah catat", oleh=staf)

    assert KeputusanTim.objects.count() == 1


def test_units_know_of_the_decree_and_the_mitra_does_not():
    KeputusanTimFactory()
    pd, mitra = anggota_pd(PerangkatDaerahFactory()), anggota_mitra(MitraFactory())

    assert KeputusanTim.objects.terlihat_oleh(pd).exists()
    assert not KeputusanTim.objects.terlihat_oleh(mitra).exists()


@pytest.mark.parametrize(
    "salah",
    [
        lambda: KeputusanTimFactory(nomor=""),
        lambda: KeputusanTimFactory(mulai=date(2025, 1, 2), selesai=date(2025, 1, 1)),
        lambda: AnggotaKeputusanTimFactory(jabatan=""),
        lambda: AnggotaKeputusanTimFactory(kedudukan="raja"),
        lambda: AnggotaKeputusanTimFactory(keputusan=KeputusanTimFactory()),  # a second Ketua
        lambda: AnggotaKeputusanTimFactory(
            perangkat_daerah=PerangkatDaerahFactory(), instansi="Universitas"
        ),
    ],
)
def test_database_refuses(salah):
    with pytest.raises(IntegrityError), transaction.atomic():
        salah()

    assert AnggotaKeputusanTim.objects.count() <= 1
