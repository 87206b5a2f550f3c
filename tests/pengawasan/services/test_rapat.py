from datetime import time

import pytest

from inti.putusan import AturanDilanggar
from pengawasan.models import Hadirin, Kegiatan, Notulensi
from pengawasan.queries.rapat import sidik_hadirin, sidik_notulensi
from pengawasan.services import rapat as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.pengawasan import HadirinFactory, KegiatanFactory, NotulensiFactory, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
ANI = {"nama": "Ani", "jabatan": "Kepala Bidang", "instansi": "Dinas", "unsur": "perangkat_daerah"}
BUDI = {"nama": "Budi", "jabatan": "", "instansi": "PT Mitra", "unsur": "mitra"}


def milik(satu):
    """The key of the kegiatan to whose meeting this belongs."""
    return satu.rapat.kegiatan.get().pk


def notulensi(**kolom):
    return {
        "tanggal": hari(-1),
        "mulai": time(9),
        "selesai": time(11),
        "tempat": "Balai kota",
        "pimpinan": "Ani",
        "notulis": "Budi",
        "agenda": "Evaluasi",
        "pembahasan": "Dibahas.",
        "kesimpulan": "Lanjut.",
        **kolom,
    }


def test_simpan_hadirin_replaces_the_list_in_order():
    lama = HadirinFactory()

    services.simpan_hadirin(milik(lama), [BUDI, ANI], oleh=PenggunaFactory())

    assert [h.nama for h in lama.rapat.hadirin.all()] == ["Budi", "Ani"]
    assert aksi_tercatat() == ["daftar_hadir.simpan"]


def test_simpan_hadirin_does_not_overwrite_a_list_that_changed_meanwhile():
    satu = HadirinFactory()
    dilihat = sidik_hadirin(satu.rapat.hadirin.all())
    services.simpan_hadirin(milik(satu), [ANI], oleh=PenggunaFactory(), sidik=dilihat)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        services.simpan_hadirin(milik(satu), [BUDI], oleh=PenggunaFactory(), sidik=dilihat)

    assert Hadirin.objects.get().nama == "Ani"


def test_simpan_hadirin_has_a_limit():
    kegiatan = KegiatanFactory(ditugaskan=True)

    with pytest.raises(AturanDilanggar, match="Paling banyak 300"):
        services.simpan_hadirin(kegiatan.pk, [ANI] * 301, oleh=PenggunaFactory())


def test_simpan_notulensi_writes_once_and_over():
    kegiatan, ani, budi = KegiatanFactory(ditugaskan=True), PenggunaFactory(), PenggunaFactory()

    services.simpan_notulensi(kegiatan.pk, notulensi(), oleh=ani)
    services.simpan_notulensi(kegiatan.pk, notulensi(kesimpulan="Ditunda."), oleh=budi)

    assert Notulensi.objects.get().kesimpulan == "Ditunda."
    assert Notulensi.objects.get().dicatat_oleh == budi
    assert aksi_tercatat() == ["notulensi.simpan"] * 2


def test_simpan_notulensi_does_not_overwrite_one_that_changed_meanwhile():
    lama = NotulensiFactory()
    dilihat = sidik_notulensi(lama)
    services.simpan_notulensi(milik(lama), notulensi(), oleh=PenggunaFactory(), sidik=dilihat)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        services.simpan_notulensi(
            milik(lama),
            notulensi(agenda="Lain"),
            oleh=PenggunaFactory(),
            sidik=dilihat,
        )

    assert Notulensi.objects.get().agenda == "Evaluasi"


@pytest.mark.parametrize("selisih", [1, -3000])
def test_simpan_notulensi_refuses_a_date_out_of_bounds(selisih):
    kegiatan = KegiatanFactory(ditugaskan=True)

    with pytest.raises(AturanDilanggar, match="Tanggal rapat"):
        services.simpan_notulensi(
            kegiatan.pk, notulensi(tanggal=hari(selisih)), oleh=PenggunaFactory()
        )


@pytest.mark.parametrize("keadaan", ["", "dilaporkan", "diputuskan", "dibatalkan"])
def test_the_meeting_is_closed_outside_of_the_work(keadaan):
    kegiatan = KegiatanFactory(**({keadaan: True} if keadaan else {}))

    with pytest.raises(AturanDilanggar):
        services.simpan_hadirin(kegiatan.pk, [ANI], oleh=PenggunaFactory())
    with pytest.raises(AturanDilanggar):
        services.simpan_notulensi(kegiatan.pk, notulensi(), oleh=PenggunaFactory())

    assert aksi_tercatat() == []


def test_simpan_hadirin_is_undone_when_the_trail_fails(monkeypatch):
    lama = HadirinFactory()
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.simpan_hadirin(milik(lama), [ANI], oleh=PenggunaFactory())

    assert Hadirin.objects.get() == lama


def test_one_meeting_serves_every_kegiatan_of_it():
    satu = HadirinFactory()
    lain = KegiatanFactory(ditugaskan=True, rapat=satu.rapat)

    services.simpan_hadirin(lain.pk, [ANI], oleh=PenggunaFactory())

    assert [h.nama for h in Kegiatan.objects.get(pk=milik_pertama(satu)).hadirin] == ["Ani"]


def milik_pertama(satu):
    return satu.rapat.kegiatan.order_by("pk").first().pk


def test_a_meeting_is_locked_once_one_of_its_kegiatan_is_reported():
    satu = HadirinFactory()
    lain = KegiatanFactory(dilaksanakan=True, rapat=satu.rapat)
    Kegiatan.objects.filter(pk=milik_pertama(satu)).update(
        status="dilaporkan", tanggal_pelaksanaan=hari(-3)
    )

    with pytest.raises(AturanDilanggar, match="laporannya sudah dikirim"):
        services.simpan_hadirin(lain.pk, [ANI], oleh=PenggunaFactory())


def test_a_line_that_stays_keeps_its_row():
    satu = HadirinFactory()

    services.simpan_hadirin(milik(satu), [ANI, BUDI | {"pk": satu.pk}], oleh=PenggunaFactory())

    assert Hadirin.objects.get(nama="Budi").pk == satu.pk
