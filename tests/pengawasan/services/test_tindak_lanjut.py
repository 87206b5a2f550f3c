"""Follow-up: born of a decision, reported by its owner, closed by someone else."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from inti.models import Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pengawasan.models import TindakLanjut
from pengawasan.services import perkembangan
from pengawasan.services import tenggat_tindak_lanjut as tenggat
from pengawasan.services import tindak_lanjut as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import ButirFactory, PerangkatDaerahFactory, anggota_pd
from tests.factories.pengawasan import KebijakanFactory, RekomendasiFactory, foto, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def rekomendasi():
    return RekomendasiFactory(disetujui=True, uraian="Menagih kekurangan")


@pytest.fixture
def pemilik(rekomendasi):
    return anggota_pd(rekomendasi.baris.perangkat_daerah)


@pytest.fixture
def butir(rekomendasi, pemilik):
    return services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


@pytest.fixture
def terlapor(butir, pemilik):
    return services.laporkan(butir.pk, keterangan="Surat dikirim.", oleh=pemilik)


def ulang(butir):
    return TindakLanjut.objects.get(pk=butir.pk)


def penerima(aksi):
    return [n.kepada for n in Notifikasi.objects.filter(jejak__aksi=aksi)]


# --- Born ---------------------------------------------------------------------------------


def test_terbitkan_is_owned_by_the_unit_of_the_row_and_tells_its_people(
    butir, pemilik, rekomendasi
):
    assert butir.perangkat_daerah == rekomendasi.baris.perangkat_daerah
    assert (butir.uraian, butir.tenggat) == ("Menagih kekurangan", hari(90))
    assert penerima("tindak_lanjut.terbitkan") == [pemilik]


def test_terbitkan_takes_the_deadline_of_the_policy_or_of_the_recommendation():
    KebijakanFactory(tenggat_tindak_lanjut=30)
    bebas, ditentukan = (
        RekomendasiFactory(disetujui=True),
        RekomendasiFactory(disetujui=True, tenggat=hari(5)),
    )

    tenggat = [services.terbitkan(r, oleh=r.diputuskan_oleh).tenggat for r in (bebas, ditentukan)]

    assert tenggat == [hari(30), hari(5)]


@pytest.mark.parametrize(
    ("huruf", "pihak", "terpilih"),
    [
        ("d", "mitra", True),
        ("e", "pemerintah", True),
        ("d", "pemerintah", False),
        ("e", "mitra", False),
        ("a", "mitra", False),
    ],
)
def test_terbitkan_picks_the_item_that_the_row_came_from_if_of_its_side(huruf, pihak, terpilih):
    rekomendasi = RekomendasiFactory(disetujui=True, jenis=huruf)
    baris = rekomendasi.baris
    baris.asal_butir = ButirFactory(naskah=baris.matrik.kegiatan.naskah, pihak=pihak)
    baris.save()

    lahir = services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)

    asal = [baris.asal_butir_id] if terpilih else []
    assert list(lahir.butir.values_list("butir", flat=True)) == asal


def test_the_item_it_was_born_with_can_be_changed(rekomendasi):
    baris = rekomendasi.baris
    baris.asal_butir = ButirFactory(naskah=baris.matrik.kegiatan.naskah)
    baris.save()
    lahir = services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    lain = ButirFactory(naskah=lahir.naskah)

    perkembangan.pilih_butir(lahir.pk, [lain], oleh=PenggunaFactory())

    assert [b.butir for b in lahir.butir.all()] == [lain]


def test_one_decision_has_one_follow_up(butir, rekomendasi):
    with pytest.raises(IntegrityError), transaction.atomic():
        services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)

    assert TindakLanjut.objects.count() == 1


# --- Reported -----------------------------------------------------------------------------


def test_laporkan_keeps_what_was_done_its_evidence_and_who_said_so(butir, pemilik):
    staf = PenggunaFactory(staf=True)

    services.laporkan(butir.pk, keterangan="Surat dikirim.", bukti=[foto()], oleh=pemilik)

    baru = ulang(butir)
    assert (baru.status, baru.dilaporkan_oleh) == ("dilaporkan", pemilik)
    assert [b.berkas.nama for b in baru.bukti.all()] == ["foto.jpg"]
    assert penerima("tindak_lanjut.laporkan") == [staf]


def test_laporkan_without_words_or_twice_is_refused(terlapor, pemilik):
    with pytest.raises(AturanDilanggar, match="tidak dapat"):
        services.laporkan(terlapor.pk, keterangan="Lagi.", oleh=pemilik)
    services.kembalikan(terlapor.pk, catatan="Mana buktinya?", oleh=PenggunaFactory())
    with pytest.raises(AturanDilanggar, match="Tuliskan apa"):
        services.laporkan(terlapor.pk, keterangan=" ", oleh=pemilik)


def test_laporkan_with_evidence_that_cannot_be_stored_changes_nothing(butir, pemilik, monkeypatch):
    monkeypatch.setattr(services, "simpan_unggahan", fails)

    with pytest.raises(StepFailedError):
        services.laporkan(butir.pk, keterangan="x", bukti=[foto()], oleh=pemilik)

    assert ulang(butir).status == "terbuka"
    assert "tindak_lanjut.laporkan" not in aksi_tercatat()


# --- Returned and closed ------------------------------------------------------------------


def test_kembalikan_opens_it_again_and_tells_who_reported_it(terlapor, pemilik):
    services.kembalikan(terlapor.pk, catatan="Mana buktinya?", oleh=PenggunaFactory())

    assert (ulang(terlapor).status, ulang(terlapor).catatan_penutup) == (
        "terbuka", "Mana buktinya?",
    )  # fmt: skip
    assert penerima("tindak_lanjut.kembalikan") == [pemilik]


def test_kembalikan_without_a_note_is_refused(terlapor):
    with pytest.raises(AturanDilanggar, match="catatan"):
        services.kembalikan(terlapor.pk, catatan="", oleh=PenggunaFactory())


def test_tutup_says_who_and_when_and_tells_the_unit(terlapor, pemilik):
    staf = PenggunaFactory(staf=True)

    services.tutup(terlapor.pk, catatan="Tanpa butir.", oleh=staf)

    baru = ulang(terlapor)
    assert (baru.status, baru.ditutup_oleh) == ("ditutup", staf)
    assert baru.ditutup_pada - baru.dilaporkan_pada < timedelta(minutes=1)
    assert penerima("tindak_lanjut.tutup") == [pemilik]
    assert aksi_tercatat()[-1] == "tindak_lanjut.tutup"


def test_tutup_by_the_reporter_or_a_colleague_is_refused(terlapor, pemilik):
    rekan = anggota_pd(terlapor.perangkat_daerah)

    for orang, sebab in ((pemilik, "Yang melaporkan"), (rekan, "di luar perangkat daerah")):
        with pytest.raises(AturanDilanggar, match=sebab):
            services.tutup(terlapor.pk, oleh=orang)

    assert ulang(terlapor).status == "dilaporkan"


def test_tutup_without_its_message_is_none(terlapor, monkeypatch):
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        services.tutup(terlapor.pk, catatan="Tanpa butir.", oleh=PenggunaFactory())

    assert ulang(terlapor).status == "dilaporkan"


def test_tutup_without_result_or_reason_is_refused_and_an_item_of_the_ledger_is_one(terlapor):
    with pytest.raises(AturanDilanggar, match="butir hak dan kewajiban"):
        services.tutup(terlapor.pk, oleh=PenggunaFactory())
    butir = ButirFactory(naskah=terlapor.naskah, pihak="mitra")
    perkembangan.pilih_butir(terlapor.pk, [butir], oleh=PenggunaFactory())

    assert services.tutup(terlapor.pk, oleh=PenggunaFactory()).status == "ditutup"


def test_buka_kembali_needs_a_reason_and_opens_it(terlapor):
    services.tutup(terlapor.pk, catatan="Tanpa butir.", oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar, match="alasan"):
        services.buka_kembali(terlapor.pk, alasan=" ", oleh=PenggunaFactory())
    services.buka_kembali(terlapor.pk, alasan="Bukti keliru.", oleh=PenggunaFactory())

    assert (ulang(terlapor).status, ulang(terlapor).ditutup_oleh) == ("terbuka", None)


def test_progress_and_another_date_outlive_the_naskah(butir, pemilik):
    Naskah.objects.update(status="berakhir", alasan_berakhir="jangka_waktu")

    perkembangan.catat(
        butir.pk, {"tanggal": hari(), "uraian": "Surat.", "persen": 40}, oleh=pemilik
    )
    minta = tenggat.minta(butir.pk, tenggat=hari(120), alasan="Data belum ada", oleh=pemilik)
    with pytest.raises(AturanDilanggar, match="orang lain"):
        tenggat.putuskan(minta.pk, setuju=True, oleh=pemilik)
    tenggat.putuskan(minta.pk, setuju=True, oleh=PenggunaFactory(staf=True))

    assert ulang(butir).tenggat == hari(120)
    assert butir in TindakLanjut.objects.terlihat_oleh(pemilik)


def test_serahkan_goes_to_a_unit_of_the_naskah_only(butir, pemilik):
    lain = PerangkatDaerahFactory()
    with pytest.raises(AturanDilanggar, match="pada naskah ini"):
        tenggat.serahkan(butir.pk, lain, alasan="Bukan tugasnya", oleh=PenggunaFactory())
    butir.naskah.keterlibatan.create(perangkat_daerah=lain, peran="terkait")

    tenggat.serahkan(butir.pk, lain, alasan="Bukan tugasnya", oleh=PenggunaFactory())

    assert ulang(butir).perangkat_daerah == lain


def test_database_refuses_a_follow_up_closed_by_who_reported_it(terlapor, pemilik):
    with pytest.raises(IntegrityError), transaction.atomic():
        TindakLanjut.objects.update(ditutup_oleh=pemilik)
