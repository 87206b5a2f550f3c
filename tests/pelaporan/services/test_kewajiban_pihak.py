"""Duties to report of a mitra that joins or leaves by addendum (Pasal 9 ayat (1))."""

from datetime import date

import pytest

from inti.putusan import AturanDilanggar
from kerjasama.services import addendum
from pelaporan.models import KewajibanLaporan
from pelaporan.services import kewajiban as services
from pelaporan.services import permintaan_laporan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra

pytestmark = pytest.mark.django_db
# Reports fall due on the last of February and August.
TTD, AKHIR = date(2024, 8, 31), date(2028, 8, 31)
PER = date(2026, 1, 10)


@pytest.fixture
def naskah():
    naskah = NaskahFactory(
        mitra=[MitraFactory(nama="PT Awal"), MitraFactory(nama="PT Tetap")],
        tanggal_ttd=TTD,
        tanggal_berakhir=AKHIR,
    )
    services.terbitkan(naskah.pk, per=PER)
    return naskah


def catat(naskah, tanggal, *pihak):
    data = {"nomor": "", "tentang": "Para pihak", "tanggal_ttd": tanggal}
    staf = PenggunaFactory(staf=True)
    satu = addendum.catat(naskah.pk, data, perubahan={}, baris={"pihak": pihak}, oleh=staf)
    services.terbitkan(naskah.pk, per=PER)
    return satu


def keluar(naskah):
    return {"aksi": "akhiri", "pk": naskah.pihak.get(mitra__nama="PT Awal").pk}


def terbuka(naskah, nama):
    milik = KewajibanLaporan.objects.filter(naskah=naskah, mitra__nama=nama).terbuka()
    return list(milik.order_by("ke").values_list("ke", flat=True))


@pytest.mark.parametrize(
    ("tanggal", "tersisa"),
    [
        (date(2025, 8, 30), [1, 2]),
        (date(2025, 8, 31), [1, 2]),  # the day on which the second falls due
        (date(2025, 9, 1), [1, 2, 3]),  # its period has begun
    ],
)
def test_who_leaves_owes_the_period_that_has_begun_and_none_after(naskah, tanggal, tersisa):
    catat(naskah, tanggal, keluar(naskah))

    assert terbuka(naskah, "PT Awal") == tersisa
    assert terbuka(naskah, "PT Tetap") == [1, 2, 3, 4][: len(terbuka(naskah, "PT Tetap"))]


def test_what_no_longer_applies_says_why_and_is_kept(naskah):
    catat(naskah, date(2025, 8, 31), keluar(naskah))

    satu = KewajibanLaporan.objects.get(naskah=naskah, mitra__nama="PT Awal", ke=3)
    assert satu.status == "digantikan"
    assert "keluar dari naskah ini pada 31 Agustus 2025" in satu.alasan_status


@pytest.mark.parametrize(
    ("tanggal", "terutang"),
    [
        (date(2025, 8, 30), [2, 3]),
        (date(2025, 8, 31), [3]),  # that period was over
    ],
)
def test_who_joins_owes_from_the_period_that_is_not_over(naskah, tanggal, terutang):
    baru = {"aksi": "tambah", "pk": None, "data": {"mitra": MitraFactory(nama="PT Baru").pk}}

    catat(naskah, tanggal, baru)

    assert terbuka(naskah, "PT Baru") == terutang


def test_addendum_taken_back_gives_the_duties_back(naskah):
    sebelumnya = terbuka(naskah, "PT Awal")
    satu = catat(naskah, date(2025, 8, 31), keluar(naskah))

    addendum.batalkan(satu.pk, alasan="Keliru", oleh=satu.dicatat_oleh)
    services.terbitkan(naskah.pk, per=PER)

    assert terbuka(naskah, "PT Awal") == sebelumnya


def test_who_comes_back_goes_on_owing_what_was_owed_before(naskah):
    mitra = naskah.mitra.get(nama="PT Awal")
    catat(naskah, date(2024, 12, 1), keluar(naskah))
    assert terbuka(naskah, "PT Awal") == [1]

    catat(naskah, date(2025, 9, 1), {"aksi": "tambah", "pk": None, "data": {"mitra": mitra.pk}})

    assert terbuka(naskah, "PT Awal") == [1, 3]


def test_who_left_sees_its_duties_and_is_not_asked_for_more(naskah):
    mitra = naskah.mitra.get(nama="PT Awal")
    orang = anggota_mitra(mitra)
    satu = catat(naskah, date(2025, 9, 1), keluar(naskah))

    assert KewajibanLaporan.objects.milik(orang).terbuka().count() == 3
    with pytest.raises(AturanDilanggar, match="Hanya mitra yang menjadi pihak"):
        permintaan_laporan.minta(
            naskah.pk, mitra=[mitra.pk], perihal="x", alasan="x", batas=date(2099, 1, 1),
            oleh=satu.dicatat_oleh,
        )  # fmt: skip
