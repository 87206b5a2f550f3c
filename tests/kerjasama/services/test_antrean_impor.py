"""Long lists: in parts, taken up again after a stop, by one worker, told when ready."""

from datetime import timedelta

import pytest
from django.utils import timezone

from inti.antrean import jalankan_antrean
from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import BarisImpor, Impor, Naskah
from kerjasama.models.impor import KLAIM_BASI
from kerjasama.services import antrean_impor as services
from kerjasama.services import batal_impor, unggah_impor
from kerjasama.services import impor as keputusan
from kerjasama.services.lembar import Tata
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory
from tests.kerjasama.services.test_impor import BARIS, KEPALA

pytestmark = pytest.mark.django_db
KOLOM = KEPALA.strip().split(",")
KOLOM[2:4] = ["judul", "mitra"]


class PadamError(BaseException):
    """The power goes: nothing that catches an Exception hears of it."""


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def panjang(staf, monkeypatch):
    """A list of 12 rows where five are many, waiting for the worker."""
    monkeypatch.setattr(services, "SEGERA", 5)
    monkeypatch.setattr(services, "POTONGAN_BACA", 5)
    monkeypatch.setattr(keputusan, "BAGIAN", 5)
    monkeypatch.setattr(keputusan, "SEGERA", 5)
    monkeypatch.setattr(batal_impor, "SEGERA", 5)
    isi = KEPALA + "".join(BARIS.replace("12/", f"{n}/") for n in range(20, 32))
    impor, _ = unggah_impor.unggah("a.csv", isi.encode(), oleh=staf)
    assert not unggah_impor.petakan(impor.pk, Tata(0, 1, KOLOM), oleh=staf)
    return impor


def tua(impor):
    """As if the worker that holds the list had been silent for long."""
    basi = timezone.now() - KLAIM_BASI - timedelta(seconds=1)
    Impor.objects.filter(pk=impor.pk).update(diambil_pada=basi)


def padam_setelah(monkeypatch, kali):
    """The worker dies at its n-th sign of life."""
    asli, hitung = services._maju, iter(range(1, 1000))

    def maju(*args):
        if next(hitung) > kali:
            raise PadamError
        asli(*args)

    monkeypatch.setattr(services, "_maju", maju)


def test_long_list_is_read_by_the_worker_and_its_bringer_is_told(panjang, staf):
    assert (panjang.baris.count(), Impor.objects.get().status) == (0, "dibaca")

    jalankan_antrean()

    impor = Impor.objects.get()
    assert (impor.status, impor.pekerjaan, impor.baris.count()) == ("ditinjau", "", 12)
    pesan = Notifikasi.objects.get()
    assert (pesan.kepada, pesan.subjek) == (staf, "Daftar a.csv selesai dibaca")
    assert services.kerjakan_antrean() == 0


def test_reading_goes_on_where_a_worker_died(panjang, monkeypatch):
    with monkeypatch.context() as sekali:
        padam_setelah(sekali, 2)
        with pytest.raises(PadamError):
            services.kerjakan_antrean()
    assert panjang.baris.count() == 5
    pertama = set(panjang.baris.values_list("pk", flat=True))

    assert services.kerjakan_antrean() == 0  # the claim is still fresh
    tua(panjang)
    assert services.kerjakan_antrean() == 1

    nomor = list(panjang.baris.values_list("nomor_baris", flat=True))
    assert nomor == list(range(2, 14))
    assert pertama < set(panjang.baris.values_list("pk", flat=True))
    assert JejakAudit.objects.filter(aksi="impor.impor").count() == 1


def test_worker_that_was_thought_dead_writes_nothing_more(panjang):
    Impor.objects.ambil(panjang.pk, timezone.now())
    lambat = Impor.objects.select_related("berkas", "pekerjaan_oleh").get(pk=panjang.pk)
    tua(panjang)
    services.kerjakan_antrean()

    with pytest.raises(services.KlaimHilangError):
        services._baca(lambat)

    assert panjang.baris.count() == 12


def test_list_that_kills_every_worker_is_given_up(panjang):
    Impor.objects.filter(pk=panjang.pk).update(percobaan=3)

    services.kerjakan_antrean()

    impor = Impor.objects.get()
    assert (impor.status, impor.pekerjaan) == ("pemetaan", "")
    assert "berkali-kali terhenti" in impor.langkah


@pytest.mark.parametrize(
    ("salah", "sebut"), [(OSError, "Unggah lagi"), (ZeroDivisionError, "kesalahan aplikasi")]
)
def test_failure_stays_with_its_list_and_says_why(panjang, monkeypatch, salah, sebut):
    def rusak(*_):
        raise salah

    monkeypatch.setattr(services, "baca_lembar", rusak)
    for _ in range(3):
        services.kerjakan_antrean()

    impor = Impor.objects.get()
    assert (impor.status, impor.pekerjaan) == ("pemetaan", "")
    assert sebut in impor.langkah


def test_reading_that_is_undone_stops_without_a_word(panjang, staf, monkeypatch):
    asli = services.PembacaDaftar.baca

    def baca(diri, potongan):
        if not BarisImpor.objects.exists():
            batal_impor.batalkan(panjang.pk, oleh=staf)
        return asli(diri, potongan)

    monkeypatch.setattr(services.PembacaDaftar, "baca", baca)

    services.kerjakan_antrean()

    impor = Impor.objects.get()
    assert (impor.status, impor.pekerjaan, impor.baris.count()) == ("dibatalkan", "", 0)


def test_many_sound_rows_are_entered_by_the_worker(panjang, staf):
    services.kerjakan_antrean()

    assert keputusan.terima_semua(panjang.pk, oleh=staf) is None
    with pytest.raises(keputusan.AturanDilanggar, match="sedang dikerjakan"):
        keputusan.terima_semua(panjang.pk, oleh=staf)
    services.kerjakan_antrean()

    impor = Impor.objects.get()
    assert (Naskah.objects.count(), impor.status, impor.pekerjaan) == (12, "selesai", "")
    assert impor.langkah == "12 baris masuk register."


def test_entering_goes_on_where_a_worker_died(panjang, staf, monkeypatch):
    services.kerjakan_antrean()
    keputusan.terima_semua(panjang.pk, oleh=staf)
    with monkeypatch.context() as sekali:
        padam_setelah(sekali, 1)
        with pytest.raises(PadamError):
            services.kerjakan_antrean()
    assert Naskah.objects.count() == 10

    tua(panjang)
    services.kerjakan_antrean()

    assert Naskah.objects.count() == 12
    assert JejakAudit.objects.filter(aksi="baris_impor.terima").count() == 12


def test_row_that_only_seemed_sound_keeps_its_reason(panjang, staf):
    services.kerjakan_antrean()
    baris = panjang.baris.first()
    BarisImpor.objects.filter(pk=baris.pk).update(usulan=baris.usulan | {"jenis": ""})

    keputusan.terima_semua(panjang.pk, oleh=staf)
    services.kerjakan_antrean()

    baris.refresh_from_db()
    assert (baris.status, Naskah.objects.count()) == ("perlu_ditinjau", 11)
    assert baris.peringatan[-1]["pesan"].startswith("Baris 2: lengkapi jenis naskah")
    assert "1 tidak dapat diterima" in Impor.objects.get().langkah


def test_long_list_is_undone_by_the_worker_all_or_nothing(panjang, staf):
    services.kerjakan_antrean()
    keputusan.terima_semua(panjang.pk, oleh=staf)
    services.kerjakan_antrean()
    kegiatan = KegiatanFactory(naskah=Naskah.objects.get(nomor="21/2019"))

    assert not batal_impor.minta_batal(panjang.pk, oleh=staf)
    services.kerjakan_antrean()
    assert (Naskah.objects.count(), Impor.objects.get().status) == (12, "selesai")
    assert "Impor tidak dapat dibatalkan. Baris 3:" in Impor.objects.get().langkah

    kegiatan.delete()
    batal_impor.minta_batal(panjang.pk, oleh=staf)
    services.kerjakan_antrean()
    assert (Naskah.objects.count(), Impor.objects.get().status) == (0, "dibatalkan")


def test_undo_goes_part_by_part_after_all_parts_were_tried(panjang, staf, monkeypatch):
    monkeypatch.setattr(batal_impor, "BATAL_SEKALIGUS", 5)
    services.kerjakan_antrean()
    keputusan.terima_semua(panjang.pk, oleh=staf)
    services.kerjakan_antrean()
    batal_impor.minta_batal(panjang.pk, oleh=staf)

    bagian = batal_impor.batalkan_bertahap(panjang.pk, oleh=staf)

    assert [(n, uji, Naskah.objects.count()) for n, _, uji in bagian] == [
        (5, True, 12), (10, True, 12), (12, True, 12),
        (5, False, 7), (10, False, 2), (12, False, 0),
    ]  # fmt: skip
    assert Impor.objects.get().status == "dibatalkan"


def test_work_begun_during_the_undo_is_kept_and_told(panjang, staf, monkeypatch):
    monkeypatch.setattr(batal_impor, "BATAL_SEKALIGUS", 5)
    services.kerjakan_antrean()
    keputusan.terima_semua(panjang.pk, oleh=staf)
    services.kerjakan_antrean()
    batal_impor.minta_batal(panjang.pk, oleh=staf)
    bagian = batal_impor.batalkan_bertahap(panjang.pk, oleh=staf)
    while next(bagian) != (5, 12, False):
        pass
    KegiatanFactory(naskah=Naskah.objects.order_by("pk").first())

    with pytest.raises(AturanDilanggar, match=r"Baris 2: .* 10 naskah sudah dikeluarkan"):
        list(bagian)

    assert Naskah.objects.count() == 2
    assert Impor.objects.get().status == "ditinjau"
