"""Checking in by QR: one line per phone, while the session is open."""

from uuid import uuid4

import pytest
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.models import Hadirin, Kegiatan, Rapat, SesiHadir, TandaHadir
from pengawasan.queries.rapat import sidik_hadirin
from pengawasan.services import hadir as services
from pengawasan.services import rapat as rapat_services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.pengawasan import (
    HadirinFactory,
    KegiatanFactory,
    RapatFactory,
    SesiHadirFactory,
    TandaHadirFactory,
    hari,
)
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
ANI = {"nama": "Ani", "jabatan": "Kabid", "instansi": "Dinas", "unsur": "perangkat_daerah"}
GORESAN = [[0, 0, 100, 100]]


def catat(sesi, *, kunci=None, goresan=GORESAN, **kolom):
    return services.catat(sesi.pk, ANI | kolom, goresan=goresan, kunci=kunci or uuid4())


def test_buka_gives_a_token_that_no_row_holds():
    rapat = RapatFactory(tanggal=hari())

    sesi = services.buka(rapat.pk, oleh=PenggunaFactory())

    kolom = [str(v) for v in SesiHadir.objects.values_list().get()]
    assert len(sesi.token) == 26
    assert not any(sesi.token in k for k in kolom)
    assert SesiHadir.objects.bertoken(sesi.token.upper()).get() == sesi
    assert aksi_tercatat() == ["daftar_hadir.buka"]


def test_buka_again_gives_the_session_that_is_open():
    sesi = SesiHadirFactory()

    assert services.buka(sesi.rapat_id, oleh=PenggunaFactory()) == sesi
    assert aksi_tercatat() == []


def test_tutup_then_buka_gives_another_token():
    lama = SesiHadirFactory()

    services.tutup(lama.rapat_id, oleh=PenggunaFactory())
    baru = services.buka(lama.rapat_id, oleh=PenggunaFactory())

    assert baru.token != lama.token
    with pytest.raises(AturanDilanggar, match="sudah ditutup"):
        catat(lama)


def test_tutup_refuses_what_is_not_open():
    with pytest.raises(AturanDilanggar, match="tidak sedang dibuka"):
        services.tutup(RapatFactory().pk, oleh=PenggunaFactory())


@pytest.mark.parametrize(
    ("kolom", "sebut"),
    [
        ({"tanggal": hari(-1)}, "sudah lewat"),
        ({"kegiatan__status": "direncanakan"}, "surat tugas"),
        ({"kegiatan__dilaporkan": True, "kegiatan__ditugaskan": False}, "sudah dikirim"),
    ],
)
def test_buka_refuses(kolom, sebut):
    rapat = RapatFactory(**{"tanggal": hari()} | kolom)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.buka(rapat.pk, oleh=PenggunaFactory())


def test_catat_writes_the_line_and_the_signature_behind_the_typed_ones():
    sesi = SesiHadirFactory()
    diketik = HadirinFactory(rapat=sesi.rapat, urutan=7)

    satu = catat(sesi)

    assert list(sesi.rapat.hadirin.all()) == [diketik, satu]
    assert satu.tanda.goresan == GORESAN
    assert aksi_tercatat() == ["daftar_hadir.catat"]


def test_catat_without_a_signature_says_so():
    satu = catat(SesiHadirFactory(), goresan=None)

    assert (satu.tanda.goresan, satu.tanda.tanpa_tanda_tangan) == (None, True)


def test_the_same_phone_mends_its_line():
    sesi, kunci = SesiHadirFactory(), uuid4()
    catat(sesi, kunci=kunci)

    catat(sesi, kunci=kunci, nama="Ani, S.H.", goresan=None)

    assert Hadirin.objects.get().nama == "Ani, S.H."
    assert TandaHadir.objects.get().tanpa_tanda_tangan
    assert aksi_tercatat() == ["daftar_hadir.catat", "daftar_hadir.perbaiki"]


def test_the_same_again_leaves_no_second_line_in_the_trail():
    sesi, kunci = SesiHadirFactory(), uuid4()

    for _ in range(2):
        catat(sesi, kunci=kunci)

    assert Hadirin.objects.count() == 1
    assert aksi_tercatat() == ["daftar_hadir.catat"]


def test_another_phone_is_another_person():
    sesi = SesiHadirFactory()

    catat(sesi)
    catat(sesi)

    assert Hadirin.objects.count() == 2


def test_catat_is_refused_once_results_are_locked():
    sesi = SesiHadirFactory()
    Kegiatan.objects.update(status="dilaporkan", tanggal_pelaksanaan=hari())

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        catat(sesi)

    assert not Hadirin.objects.exists()


@pytest.mark.parametrize("tanggal", [hari(-1), hari(1)])
def test_catat_is_refused_on_another_day(tanggal):
    sesi = SesiHadirFactory()
    Rapat.objects.update(tanggal=tanggal)

    with pytest.raises(AturanDilanggar):
        catat(sesi)


def test_catat_is_refused_when_the_meeting_was_called_off():
    sesi = SesiHadirFactory()
    Rapat.objects.update(dibatalkan_pada=timezone.now(), alasan_batal="Bentrok.")

    with pytest.raises(AturanDilanggar, match="dibatalkan"):
        catat(sesi)


def test_catat_has_a_limit(monkeypatch):
    monkeypatch.setattr(services, "HADIRIN_TERBANYAK", 1)
    sesi = SesiHadirFactory()
    catat(sesi)

    with pytest.raises(AturanDilanggar, match="sudah berisi 1 orang"):
        catat(sesi)


def test_catat_is_undone_when_the_trail_fails(monkeypatch):
    sesi = SesiHadirFactory()
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        catat(sesi)

    assert not Hadirin.objects.exists()


def test_hapus_takes_the_line_out_and_the_trail_keeps_who_it_was():
    tanda = TandaHadirFactory()

    services.hapus(tanda.sesi.rapat_id, tanda.hadirin_id, oleh=PenggunaFactory())

    assert not Hadirin.objects.exists()
    perubahan = JejakAudit.objects.get(aksi="daftar_hadir.hapus").perubahan
    assert (perubahan["nama"], perubahan["lewat_qr"]) == (tanda.hadirin.nama, True)


def test_hapus_refuses_a_line_of_another_meeting():
    lain = HadirinFactory()

    with pytest.raises(AturanDilanggar, match="sudah tidak ada"):
        services.hapus(RapatFactory().pk, lain.pk, oleh=PenggunaFactory())

    assert Hadirin.objects.get() == lain


# --- Beside the typed list ------------------------------------------------------------------


def test_saving_the_typed_list_keeps_the_signature_of_a_line():
    tanda = TandaHadirFactory()
    kegiatan = tanda.sesi.rapat.kegiatan.get()

    rapat_services.simpan_hadirin(
        kegiatan.pk, [ANI | {"pk": tanda.hadirin_id}], oleh=PenggunaFactory()
    )

    assert Hadirin.objects.get().nama == "Ani"
    assert Hadirin.objects.get().tanda.goresan == tanda.goresan


def test_saving_the_typed_list_leaves_who_checked_in_meanwhile():
    rapat = SesiHadirFactory().rapat
    lama = HadirinFactory(rapat=rapat)
    sidik = sidik_hadirin([lama])
    datang = TandaHadirFactory(sesi=rapat.sesi_hadir.get()).hadirin

    rapat_services.simpan_hadirin(
        rapat.kegiatan.get().pk, [ANI], oleh=PenggunaFactory(), sidik=sidik, diketahui={lama.pk}
    )

    assert [h.nama for h in rapat.hadirin.all()] == ["Ani", datang.nama]


def test_the_typed_list_names_a_row_once():
    satu = HadirinFactory(rapat__kegiatan=KegiatanFactory(ditugaskan=True))

    with pytest.raises(AturanDilanggar, match="dua kali"):
        rapat_services.simpan_hadirin(
            satu.rapat.kegiatan.get().pk, [ANI | {"pk": satu.pk}] * 2, oleh=PenggunaFactory()
        )

    assert Hadirin.objects.get().nama == satu.nama
