"""Payments: stated, confirmed by someone else, corrected by a new row."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, Diperiksa
from kerjasama.domain.butir import DIHITUNG
from kerjasama.models import PembayaranSetoran
from kerjasama.services import pembayaran as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import SetoranFactory, anggota_mitra, anggota_pd

pytestmark = pytest.mark.django_db
APRIL = date(2025, 4, 1)


@pytest.fixture
def satu():
    return SetoranFactory()


@pytest.fixture
def mitra(satu):
    return anggota_mitra(satu.butir.naskah.mitra.get())


@pytest.fixture
def pd(satu):
    return anggota_pd(satu.butir.naskah.perangkat_daerah.get())


def catat(satu, oleh, jumlah=400, **lain):
    return services.catat(
        satu.pk, {"tanggal": APRIL, "jumlah": jumlah}, sisi="mitra", oleh=oleh, **lain
    )


def terbayar(satu):
    satu.refresh_from_db()
    return satu.dibayar, satu.menunggu


# --- Stating --------------------------------------------------------------------------------


def test_payment_waits_until_someone_else_confirms_it(satu, mitra, pd):
    bayar = catat(satu, mitra, bukti=Diperiksa(b"%PDF-1.4 bukti", PDF, "bukti.pdf"))

    assert (bayar.status, bayar.dinyatakan_oleh, bayar.bukti.nama) == (
        "dinyatakan", mitra, "bukti.pdf",
    )  # fmt: skip
    assert terbayar(satu) == (0, 400)
    assert aksi_tercatat() == ["pembayaran_setoran.catat"]
    assert [n.kepada for n in Notifikasi.objects.all()] == [pd]


@pytest.mark.parametrize(
    ("tanggal", "sebut"),
    [
        (date(2024, 1, 14), "sebelum naskah ditandatangani"),
        (timezone.localdate() + timedelta(days=2), "masa depan"),
    ],
)
def test_payment_on_an_impossible_day_writes_nothing(satu, mitra, tanggal, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        services.catat(satu.pk, {"tanggal": tanggal, "jumlah": 5}, sisi="mitra", oleh=mitra)

    assert not PembayaranSetoran.objects.exists()
    assert not JejakAudit.objects.exists()
    assert terbayar(satu) == (0, 0)


def test_row_that_no_longer_applies_takes_no_payment(mitra, satu):
    lama = SetoranFactory(butir=satu.butir, ke=2, status="digantikan", alasan_status="Adendum.")

    with pytest.raises(AturanDilanggar, match="tidak lagi berlaku"):
        catat(lama, mitra)


def test_form_sent_twice_is_one_payment(satu, mitra):
    kunci = uuid4()
    catat(satu, mitra, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        catat(satu, mitra, kunci=kunci)

    assert terbayar(satu) == (0, 400)


# --- Confirming -----------------------------------------------------------------------------


def test_konfirmasi_counts_it_and_tells_who_stated_it(satu, mitra, pd):
    bayar = catat(satu, mitra)

    services.konfirmasi(bayar.pk, oleh=pd)

    bayar.refresh_from_db()
    assert (bayar.status, bayar.dikonfirmasi_oleh) == ("dikonfirmasi", pd)
    assert terbayar(satu) == (400, 0)
    assert aksi_tercatat()[-1] == "pembayaran_setoran.konfirmasi"
    assert Notifikasi.objects.latest("pk").kepada == mitra


def test_own_payment_is_not_confirmed(satu, pd):
    bayar = catat(satu, pd)

    with pytest.raises(AturanDilanggar, match="sendiri"):
        services.konfirmasi(bayar.pk, oleh=pd)

    assert terbayar(satu) == (0, 400)


def test_payment_is_confirmed_once(satu, mitra, pd):
    bayar = catat(satu, mitra)
    services.konfirmasi(bayar.pk, oleh=pd)

    with pytest.raises(AturanDilanggar, match="Dikonfirmasi"):
        services.konfirmasi(bayar.pk, oleh=PenggunaFactory(staf=True))

    assert terbayar(satu) == (400, 0)


# --- Correcting -----------------------------------------------------------------------------


@pytest.mark.parametrize("dikonfirmasi", [True, False])
def test_correction_is_a_new_row_and_the_old_one_stays(satu, mitra, pd, dikonfirmasi):
    lama = catat(satu, mitra)
    if dikonfirmasi:
        services.konfirmasi(lama.pk, oleh=pd)

    baru = services.koreksi(
        lama.pk, {"tanggal": APRIL, "jumlah": 450}, alasan="Salah ketik.", sisi="mitra", oleh=mitra
    )

    lama.refresh_from_db()
    assert (lama.jumlah, lama.status) == (400, "dikoreksi")
    assert (baru.jumlah, baru.status, baru.mengoreksi) == (450, "dinyatakan", lama)
    assert terbayar(satu) == (0, 450)
    assert aksi_tercatat()[-1] == "pembayaran_setoran.koreksi"


def test_payment_that_never_was_is_cancelled_by_a_row_without_amount(satu, mitra, pd):
    lama = catat(satu, mitra)

    batal = services.koreksi(lama.pk, None, alasan="Tidak masuk kas.", sisi="tim", oleh=pd)

    assert (batal.status, batal.jumlah, batal.alasan_koreksi) == (
        "dibatalkan", None, "Tidak masuk kas.",
    )  # fmt: skip
    assert terbayar(satu) == (0, 0)


@pytest.mark.parametrize(("alasan", "sebut"), [(" ", "wajib disertai alasan")])
def test_correction_without_a_reason_changes_nothing(satu, mitra, alasan, sebut):
    lama = catat(satu, mitra)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.koreksi(lama.pk, None, alasan=alasan, sisi="mitra", oleh=mitra)

    assert terbayar(satu) == (0, 400)
    assert PembayaranSetoran.objects.count() == 1


def test_correction_with_an_impossible_date_leaves_the_old_row_counting(satu, mitra):
    lama = catat(satu, mitra)

    with pytest.raises(AturanDilanggar):
        services.koreksi(
            lama.pk,
            {"tanggal": date(1999, 1, 1), "jumlah": 9},
            alasan="x",
            sisi="mitra",
            oleh=mitra,
        )

    lama.refresh_from_db()
    assert lama.status == "dinyatakan"
    assert terbayar(satu) == (0, 400)


def test_corrected_row_is_not_corrected_again(satu, mitra):
    lama = catat(satu, mitra)
    services.koreksi(lama.pk, None, alasan="Dobel.", sisi="mitra", oleh=mitra)

    with pytest.raises(AturanDilanggar, match="Dikoreksi"):
        services.koreksi(lama.pk, None, alasan="Dobel.", sisi="mitra", oleh=mitra)


# --- The sums --------------------------------------------------------------------------------

LANGKAH = st.lists(
    st.tuples(
        st.sampled_from(["catat", "konfirmasi", "koreksi", "batal"]),
        st.integers(0, 5),
        st.integers(1, 10**15 - 1),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(langkah=LANGKAH)
def test_sums_of_a_row_are_those_of_its_payments_whatever_happened(satu, mitra, pd, langkah):
    satu = SetoranFactory(butir=satu.butir, ke=satu.butir.setoran.count() + 1)
    for aksi, nomor, jumlah in langkah:
        ada = list(satu.pembayaran.all())
        pilih = ada[nomor % len(ada)].pk if ada else 0
        _jalankan(satu, aksi, pilih, jumlah, mitra, pd)

    hitung = dict.fromkeys(DIHITUNG, 0)
    for satu_bayar in satu.pembayaran.filter(status__in=DIHITUNG):
        hitung[satu_bayar.status] += satu_bayar.jumlah
    assert terbayar(satu) == (hitung["dikonfirmasi"], hitung["dinyatakan"])


def _jalankan(satu, aksi, pilih, jumlah, mitra, pd):
    data = {"tanggal": APRIL, "jumlah": jumlah}
    try:
        if aksi == "catat" or not pilih:
            catat(satu, mitra, jumlah)
        elif aksi == "konfirmasi":
            services.konfirmasi(pilih, oleh=pd)
        else:
            isi = data if aksi == "koreksi" else None
            services.koreksi(pilih, isi, alasan="Uji.", sisi="mitra", oleh=mitra)
    except AturanDilanggar:
        return
