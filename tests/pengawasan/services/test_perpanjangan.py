"""Proposing an extension plans the evaluasi that goes with it, and it counts."""

import pytest

from inti.putusan import AturanDilanggar
from pengawasan.models import Jadwal, Kegiatan
from pengawasan.services import jadwal as jadwal_services
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import perpanjangan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, KegiatanFactory, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def usulan(**ubahan):
    return {
        "tanggal_rencana": hari(20),
        "tempat": "Aula",
        "alasan": "Naskah segera berakhir",
        "peminta": "Bagian Kerja Sama",
        "bersama_perpanjangan": True,
    } | ubahan


def naskah(**isi):
    return NaskahFactory(tanggal_berakhir=hari(80), **isi)


def test_usulkan_meets_the_evaluasi_that_is_owed(staf):
    jadwal = JadwalFactory(naskah=naskah(), jenis="evaluasi", ke=2)

    kegiatan = services.usulkan(jadwal.naskah_id, usulan(), oleh=staf)

    assert (kegiatan.jadwal, kegiatan.sifat, kegiatan.jenis) == (jadwal, "berkala", "evaluasi")
    assert (kegiatan.bersama_perpanjangan, kegiatan.naskah) == (True, jadwal.naskah)
    assert aksi_tercatat() == ["kegiatan.rencanakan"]


def test_without_one_owed_it_is_insidental_with_reason_and_requester(staf):
    kegiatan = services.usulkan(naskah().pk, usulan(bersama_perpanjangan=False), oleh=staf)

    assert (kegiatan.sifat, kegiatan.alasan) == ("insidental", "Naskah segera berakhir")
    assert (kegiatan.jadwal, kegiatan.bersama_perpanjangan) == (None, False)


def test_it_counts_in_the_cycle_once_held(staf):
    KebijakanFactory()
    satu = naskah(tanggal_ttd=hari(-200))
    jadwal_services.terbitkan(satu.pk, per=hari())
    kegiatan = services.usulkan(satu.pk, usulan(), oleh=staf)
    kegiatan_services.tugaskan(kegiatan.pk, oleh=staf, surat="1")
    kegiatan_services.laksanakan(kegiatan.pk, tanggal=hari(), oleh=staf)

    jadwal_services.terbitkan(satu.pk, per=hari())

    assert not Jadwal.objects.filter(naskah=satu).terlambat_pada(hari()).exists()


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ({"status": "berakhir", "alasan_berakhir": "kesepakatan"}, "naskah yang berlaku"),
        ({"tanggal_berakhir": None}, "tanpa tanggal berakhir"),
        ({"tanggal_berakhir": hari(-1)}, "sudah lewat"),
        ({"tanggal_berakhir": hari(10)}, "paling lambat pada hari terakhir"),
    ],
)
def test_usulkan_refuses_what_cannot_be_extended(staf, isi, sebut):
    satu = NaskahFactory(**{"tanggal_berakhir": hari(80)} | isi)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.usulkan(satu.pk, usulan(), oleh=staf)

    assert not Kegiatan.objects.exists()


def test_what_was_extended_can_be_extended_again(staf):
    assert services.usulkan(naskah(status="diperpanjang").pk, usulan(), oleh=staf)


def test_an_evaluasi_that_is_planned_is_joined_not_doubled(staf):
    kegiatan = KegiatanFactory(naskah=naskah(), evaluasi=True)
    with pytest.raises(AturanDilanggar, match="gabungkan"):
        services.usulkan(kegiatan.naskah_id, usulan(), oleh=staf)

    services.gabungkan(kegiatan.pk, oleh=staf)

    kegiatan.refresh_from_db()
    assert kegiatan.bersama_perpanjangan
    assert aksi_tercatat() == ["evaluasi.gabungkan_perpanjangan"]


@pytest.mark.parametrize(
    "keadaan",
    [
        {"evaluasi": True, "dilaksanakan": True},
        {"evaluasi": True, "dibatalkan": True},
        {"evaluasi": True, "bersama_perpanjangan": True},
        {},
    ],
)
def test_gabungkan_takes_only_an_evaluasi_that_is_still_to_be_held(staf, keadaan):
    with pytest.raises(AturanDilanggar):
        services.gabungkan(KegiatanFactory(**keadaan).pk, oleh=staf)

    assert aksi_tercatat() == []


def test_proposal_without_its_line_is_none(staf, monkeypatch):
    monkeypatch.setattr(kegiatan_services.audit, "catat", fails)
    direncanakan = KegiatanFactory(evaluasi=True)

    with pytest.raises(StepFailedError):
        services.usulkan(naskah().pk, usulan(), oleh=staf)
    with pytest.raises(StepFailedError):
        services.gabungkan(direncanakan.pk, oleh=staf)

    assert not Kegiatan.objects.get().bersama_perpanjangan
