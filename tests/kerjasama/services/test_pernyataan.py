"""Statements of fulfilment: side by side, nothing overwritten, taken from a report once."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, Diperiksa
from kerjasama.domain.pernyataan import BarisKewajiban, BarisUang, DariLaporan
from kerjasama.models import PernyataanPemenuhan
from kerjasama.queries.pemenuhan import ledger
from kerjasama.services import pernyataan as services
from tests.factories.inti import BerkasFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import ButirFactory, MitraFactory, NaskahFactory, SetoranFactory

pytestmark = pytest.mark.django_db
MEI = date(2026, 5, 12)
DATA = {
    "ke": 0,
    "status": "sebagian",
    "persen": Decimal("11.9"),
    "tanggal": MEI,
    "sumber": "Rapat evaluasi",
}


@pytest.fixture
def butir():
    return ButirFactory()


@pytest.fixture
def tim():
    return PenggunaFactory(tim=True)


def nyatakan(butir, oleh, sisi="tim", **lain):
    kolom = {n: lain.pop(n) for n in ("mitra", "bukti", "kunci") if n in lain}
    return services.nyatakan(butir.pk, DATA | lain, sisi=sisi, oleh=oleh, **kolom)


def angka(butir, pengguna):
    """The percents of the three sides, and whether they differ."""
    baris = ledger(butir.naskah, pengguna, per=MEI).baris
    satu = next(b for b in baris if b.butir == butir)
    return [s.persen for s in satu.suara], satu.berbeda


# --- Stating --------------------------------------------------------------------------------


def test_statement_is_kept_with_evidence_and_one_line(butir, tim):
    ada = nyatakan(butir, tim, bukti=[Diperiksa(b"%PDF-1.4 b", PDF, "bukti.pdf")])

    assert (ada.persen, ada.dinyatakan_oleh, ada.bukti.get().berkas.nama) == (
        Decimal("11.9"), tim, "bukti.pdf",
    )  # fmt: skip
    assert aksi_tercatat() == ["pernyataan_pemenuhan.catat"]


def test_different_figures_of_two_sides_are_both_kept_and_told_apart(butir, tim):
    nyatakan(butir, tim, sisi="perangkat_daerah")
    mitra = butir.naskah.mitra.get()
    nyatakan(butir, tim, sisi="mitra", mitra=mitra, persen=Decimal("18.9"))

    assert angka(butir, tim) == ([Decimal("11.90"), Decimal("18.90"), None], True)


def test_new_statement_supersedes_that_of_its_side_alone_and_the_old_stays(butir, tim):
    nyatakan(butir, tim, sisi="perangkat_daerah")
    nyatakan(butir, tim)
    nyatakan(butir, tim, persen=Decimal(20))

    assert angka(butir, tim)[0] == [Decimal("11.90"), None, Decimal("20.00")]
    assert PernyataanPemenuhan.objects.count() == 3


def test_turns_are_stated_each_for_itself(tim):
    butir = SetoranFactory().butir
    nyatakan(butir, tim, ke=1, status="terpenuhi", persen=None)

    # Two turns have fallen due by May 2026: one is stated as fulfilled.
    assert angka(butir, tim)[0] == [None, None, Decimal("50.00")]


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ({"tanggal": date(2024, 1, 14)}, "sebelum naskah"),
        ({"tanggal": timezone.localdate() + timedelta(days=2)}, "masa depan"),
        ({"status": "terpenuhi"}, "100 persen"),
        ({"sumber": "  "}, "sumber"),
    ],
)
def test_statement_that_cannot_be_writes_nothing(butir, tim, isi, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        nyatakan(butir, tim, **isi)

    assert not PernyataanPemenuhan.objects.exists()
    assert not JejakAudit.objects.exists()


def test_form_sent_twice_is_one_statement(butir, tim):
    kunci = uuid4()
    nyatakan(butir, tim, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        nyatakan(butir, tim, kunci=kunci)

    assert PernyataanPemenuhan.objects.count() == 1


@pytest.mark.parametrize(
    "isi",
    [{"persen": -1}, {"nilai": -1}, {"rupiah": -1}, {"sumber": ""},
     {"sisi": "mitra"}, {"sisi": "entah"}, {"status": "entah"}],
)  # fmt: skip
def test_database_refuses_a_statement_that_makes_no_sense(butir, tim, isi):
    sehat = DATA | {"butir": butir, "sisi": "tim", "dinyatakan_oleh": tim}
    with pytest.raises(IntegrityError), transaction.atomic():
        PernyataanPemenuhan.objects.create(**sehat | isi)


# --- From a report ---------------------------------------------------------------------------


def laporan(butir, kunci="laporan-mitra:1:1", **lain):
    kewajiban = (BarisKewajiban(butir.pk, Decimal("18.9"), "189 ton"),)
    return DariLaporan(kunci, "Laporan ke-1", MEI, **{"kewajiban": kewajiban} | lain)


def terima(butir, oleh, dari):
    return services.terima_laporan(butir.naskah, butir.naskah.mitra.get(), dari, oleh=oleh)


def test_report_becomes_the_mitra_s_statement_once(butir, tim):
    assert len(terima(butir, tim, laporan(butir))) == 1

    assert terima(butir, tim, laporan(butir)) == []

    ada = PernyataanPemenuhan.objects.get()
    assert (ada.sisi, ada.status, ada.uraian) == ("mitra", "sebagian", "189 ton")
    assert aksi_tercatat() == ["pernyataan_pemenuhan.catat"]


def test_next_round_makes_a_new_statement_and_the_first_stays(butir, tim):
    terima(butir, tim, laporan(butir))

    terima(butir, tim, laporan(butir, kunci="laporan-mitra:1:2"))

    assert PernyataanPemenuhan.objects.count() == 2
    assert PernyataanPemenuhan.objects.terkini().count() == 1


def test_setoran_of_a_report_stands_beside_the_ledger_and_is_no_payment(tim):
    satu = SetoranFactory()
    uang = (BarisUang("Kontribusi", date(2025, 3, 31), 750_000_000, 250_000_000),)

    terima(satu.butir, tim, laporan(satu.butir, kewajiban=(), uang=uang))

    ada = PernyataanPemenuhan.objects.get()
    assert (ada.butir, ada.ke, ada.rupiah, ada.persen) == (satu.butir, 1, 750_000_000, 75)
    satu.refresh_from_db()
    assert (satu.dibayar, satu.menunggu) == (0, 0)


def test_setoran_that_fits_no_due_row_is_named_in_the_trail(butir, tim):
    uang = (BarisUang("Retribusi", date(2025, 3, 31), 5, 0),)

    assert terima(butir, tim, laporan(butir, kewajiban=(), uang=uang)) == []

    tanpa = JejakAudit.objects.get().perubahan["setoran_tanpa_padanan"]
    assert tanpa == ["Retribusi: dibayar Rp5, tunggakan Rp0."]


def test_item_of_another_naskah_is_not_taken_in(butir, tim):
    asing = ButirFactory()

    assert terima(butir, tim, laporan(asing)) == []


def test_due_row_of_another_mitra_is_not_spoken_of(tim):
    lain = MitraFactory()
    naskah = NaskahFactory(mitra=[MitraFactory(), lain])
    satu = SetoranFactory(butir__naskah=naskah, butir__mitra=lain)
    uang = (BarisUang("Kontribusi", date(2025, 3, 31), 5, 0),)
    dari = laporan(satu.butir, kewajiban=(), uang=uang)

    services.terima_laporan(naskah, naskah.mitra.exclude(pk=lain.pk).get(), dari, oleh=tim)

    assert not PernyataanPemenuhan.objects.exists()


def test_files_that_a_row_names_are_its_evidence(butir, tim):
    berkas = BerkasFactory()
    baris = BarisKewajiban(butir.pk, Decimal(50), "x", "dokumen.pdf", (berkas.pk,))

    terima(butir, tim, laporan(butir, kewajiban=(baris,)))

    assert PernyataanPemenuhan.objects.get().bukti.get().berkas == berkas
