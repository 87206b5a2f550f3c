"""The mitra's report through its one door: success, refusal, atomicity, twice."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from inti.enums import Peran
from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from pelaporan.domain.berkas_laporan import BERKAS_TERBANYAK
from pelaporan.enums import StatusKewajibanLaporan as StatusKewajiban
from pelaporan.enums import StatusLaporanMitra as Status
from pelaporan.models import (
    BerkasLaporan,
    FormulirLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.services import kabar_laporan_mitra
from pelaporan.services import laporan_mitra as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    ButirFactory,
    KeanggotaanFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pelaporan import (
    ISI,
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    LaporanMitraFactory,
    berkas_pdf,
    orang_mitra,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


# --- Draft --------------------------------------------------------------------------------


def test_mulai_pins_the_form_in_force_and_begins_with_what_is_known():
    formulir = FormulirLaporanFactory()
    naskah = NaskahFactory(judul="Pengelolaan pasar", ruang_lingkup="Dua pasar")
    butir = ButirFactory(naskah=naskah, uraian="Menyetor", target="12 kali")
    kewajiban = KewajibanLaporanFactory(naskah=naskah)

    laporan = services.mulai(kewajiban.pk, oleh=orang_mitra(kewajiban))

    assert laporan.formulir == formulir
    assert laporan.isi["judul"] == "Laporan ke-1: Pengelolaan pasar"
    assert laporan.isi["ruang_lingkup"] == "Dua pasar"
    assert laporan.isi["kewajiban"][0] | {"kewajiban": butir.pk} == {
        "kewajiban": butir.pk,
        "uraian": "Menyetor",
        "target": "12 kali",
        "realisasi": "",
        "persen": None,
        "bukti": "",
    }


def test_mulai_twice_gives_the_same_draft():
    FormulirLaporanFactory()
    kewajiban = KewajibanLaporanFactory()
    orang = orang_mitra(kewajiban)

    assert services.mulai(kewajiban.pk, oleh=orang) == services.mulai(kewajiban.pk, oleh=orang)

    assert aksi_tercatat() == ["laporan_mitra.mulai"]


def test_mulai_without_a_form_in_force_is_refused():
    FormulirLaporanFactory(versi="Kelak", berlaku_mulai=timezone.localdate() + timedelta(days=1))
    kewajiban = KewajibanLaporanFactory()

    with pytest.raises(AturanDilanggar, match="Formulir laporan belum ditetapkan"):
        services.mulai(kewajiban.pk, oleh=orang_mitra(kewajiban))


def test_report_begun_on_one_form_stays_on_it():
    lama = FormulirLaporanFactory()
    kewajiban = KewajibanLaporanFactory()
    laporan = services.mulai(kewajiban.pk, oleh=orang_mitra(kewajiban))
    baru = {"bagian": [{"judul": "Baru", "isian": []}]}
    FormulirLaporan.objects.create(
        versi="Formulir 2", dasar="Keputusan", berlaku_mulai=date(2022, 1, 1), definisi=baru
    )

    services.simpan(laporan.pk, {"hambatan": "Tidak ada."}, oleh=laporan.dibuat_oleh)

    laporan.refresh_from_db()
    assert (laporan.formulir, laporan.isi["hambatan"]) == (lama, "Tidak ada.")


def test_simpan_keeps_other_fields_and_drops_unknown_ones():
    laporan = LaporanMitraFactory(isi={"hambatan": "Lama"})

    services.simpan(
        laporan.pk, {"rencana": " Baru ", "status": "diterima"}, oleh=laporan.dibuat_oleh
    )

    laporan.refresh_from_db()
    assert laporan.isi == {"hambatan": "Lama", "rencana": "Baru"}
    assert (laporan.status, aksi_tercatat()) == (Status.DRAF, ["laporan_mitra.simpan"])


def test_simpan_otomatis_leaves_no_line():
    laporan = LaporanMitraFactory()

    services.simpan(laporan.pk, {"rencana": "Baru"}, oleh=laporan.dibuat_oleh, otomatis=True)

    assert aksi_tercatat() == []


def test_simpan_refuses_what_does_not_fit_and_writes_nothing():
    laporan = LaporanMitraFactory(isi={})

    with pytest.raises(AturanDilanggar, match="Tulis angka saja"):
        services.simpan(
            laporan.pk, {"rencana": "Baru", "jumlah_dana": "banyak"}, oleh=laporan.dibuat_oleh
        )

    laporan.refresh_from_db()
    assert (laporan.isi, aksi_tercatat()) == ({}, [])


def test_simpan_does_not_overwrite_who_saved_meanwhile():
    laporan = LaporanMitraFactory()
    versi = laporan.versi
    services.simpan(laporan.pk, {"rencana": "Pertama"}, oleh=laporan.dibuat_oleh, versi=versi)

    with pytest.raises(AturanDilanggar, match="baru saja berubah"):
        services.simpan(laporan.pk, {"rencana": "Kedua"}, oleh=laporan.dibuat_oleh, versi=versi)

    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Pertama"


@pytest.mark.parametrize("status", ["disampaikan", "diterima"])
def test_submitted_report_cannot_be_changed(status):
    laporan = LaporanMitraFactory(**{status: True})
    oleh = laporan.dibuat_oleh
    jejak = aksi_tercatat()

    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        services.simpan(laporan.pk, {"rencana": "Lain"}, oleh=oleh)
    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=oleh)
    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        services.hapus_berkas(laporan.pk, 1, oleh=oleh)

    assert aksi_tercatat() == jejak


# --- Files --------------------------------------------------------------------------------


def test_unggah_keeps_the_same_bytes_once():
    laporan = LaporanMitraFactory()
    oleh = laporan.dibuat_oleh
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=oleh)

    with pytest.raises(AturanDilanggar, match="sudah diunggah"):
        services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=oleh)

    assert (laporan.berkas.count(), aksi_tercatat()) == (1, ["laporan_mitra.unggah"])


def test_unggah_has_a_limit():
    laporan = LaporanMitraFactory()
    satu = services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=laporan.dibuat_oleh)
    BerkasLaporan.objects.bulk_create(
        BerkasLaporan(laporan=laporan, berkas=satu.berkas) for _ in range(BERKAS_TERBANYAK - 1)
    )

    with pytest.raises(AturanDilanggar, match="Paling banyak 20 berkas"):
        services.unggah(laporan.pk, diperiksa=berkas_pdf(teks="lain"), oleh=laporan.dibuat_oleh)


def test_hapus_berkas_never_touches_another_report_or_a_round():
    laporan = LaporanMitraFactory()
    lain = LaporanMitraFactory()
    milik_lain = services.unggah(lain.pk, diperiksa=berkas_pdf(), oleh=lain.dibuat_oleh)

    with pytest.raises(AturanDilanggar, match="sudah tidak ada"):
        services.hapus_berkas(laporan.pk, milik_lain.pk, oleh=laporan.dibuat_oleh)

    assert BerkasLaporan.objects.get() == milik_lain


# --- Submission ---------------------------------------------------------------------------


def test_sampaikan_makes_one_round_with_snapshot_files_and_receipts():
    unit = [PerangkatDaerahFactory(), PerangkatDaerahFactory()]
    kewajiban = KewajibanLaporanFactory(naskah=NaskahFactory(perangkat_daerah=unit))
    laporan = LaporanMitraFactory(kewajiban=kewajiban)
    oleh = laporan.dibuat_oleh
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=oleh)

    putaran = services.sampaikan(laporan.pk, oleh=oleh)

    laporan.refresh_from_db()
    kewajiban.refresh_from_db()
    assert (laporan.status, laporan.putaran) == (Status.DISAMPAIKAN, 1)
    assert kewajiban.status == StatusKewajiban.TERPENUHI
    assert putaran.nomor == f"TT/{laporan.pk}/1/{timezone.localdate().year}"
    assert putaran.isi["isi"] == laporan.isi
    assert putaran.isi["formulir"]["definisi"] == laporan.formulir.definisi
    assert putaran.isi["berkas"][0]["sha256"] == laporan.berkas.get(putaran=1).berkas.sha256
    assert list(putaran.tanda_terima.values_list("penerima", "perangkat_daerah")) == [
        ("kepala_daerah", None),
        ("bagian", None),
        ("perangkat_daerah", unit[0].pk),
        ("perangkat_daerah", unit[1].pk),
    ]


def test_sampaikan_tells_staf_and_people_of_the_pd_only(staf):
    unit = PerangkatDaerahFactory()
    pd, pd_lain = anggota_pd(unit), anggota_pd(PerangkatDaerahFactory())
    kewajiban = KewajibanLaporanFactory(naskah=NaskahFactory(perangkat_daerah=[unit]))
    mitra_lain = anggota_mitra(KewajibanLaporanFactory().mitra)
    laporan = LaporanMitraFactory(kewajiban=kewajiban)

    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    diberi_tahu = {n.kepada for n in Notifikasi.objects.all()}
    assert diberi_tahu == {staf, pd}
    assert not diberi_tahu & {pd_lain, mitra_lain, laporan.dibuat_oleh}


def test_sampaikan_names_all_that_is_missing_and_changes_nothing():
    laporan = LaporanMitraFactory(isi={"judul": "Laporan"})

    with pytest.raises(AturanDilanggar) as tertolak:
        services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    assert "Latar belakang belum diisi." in tertolak.value.alasan
    assert "Rencana tindak lanjut belum diisi." in tertolak.value.alasan
    assert PutaranLaporan.objects.count() == TandaTerima.objects.count() == 0
    assert KewajibanLaporan.objects.get().status == StatusKewajiban.TERBUKA
    assert aksi_tercatat() == []


def test_sampaikan_twice_is_one_round_one_line_one_notice_each(staf):
    laporan = LaporanMitraFactory()
    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    with pytest.raises(AturanDilanggar, match="“Disampaikan” tidak dapat disampaikan"):
        services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    assert PutaranLaporan.objects.count() == 1
    assert aksi_tercatat() == ["laporan_mitra.sampaikan"]
    assert list(Notifikasi.objects.values_list("kepada", flat=True)) == [staf.pk]


def test_sampaikan_asks_for_a_kewajiban_that_was_added_meanwhile():
    laporan = LaporanMitraFactory()
    ButirFactory(naskah=laporan.kewajiban.naskah, uraian="Kewajiban baru")

    with pytest.raises(AturanDilanggar, match="baris 1: realisasi belum diisi"):
        services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)


def test_sampaikan_is_undone_whole_when_telling_fails(monkeypatch):
    laporan = LaporanMitraFactory()
    monkeypatch.setattr(kabar_laporan_mitra, "disampaikan", _gagal)

    with pytest.raises(RuntimeError):
        services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.putaran) == (Status.DRAF, 0)
    assert KewajibanLaporan.objects.get().status == StatusKewajiban.TERBUKA
    assert (PutaranLaporan.objects.count(), JejakAudit.objects.count()) == (0, 0)


def _gagal(*args, **kwargs):
    raise RuntimeError


def test_round_stays_true_when_the_register_changes():
    laporan = LaporanMitraFactory(disampaikan=True)
    naskah = laporan.kewajiban.naskah
    judul = naskah.judul
    naskah.judul = "Lain"
    naskah.save(update_fields=["judul"])

    assert PutaranLaporan.objects.get().isi["naskah"]["judul"] == judul


# --- Reading ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "penerima"),
    [
        (Peran.WALIKOTA, "kepala_daerah"),
        (Peran.STAF, "bagian"),
        (Peran.TIM, "bagian"),
        (Peran.PD, "perangkat_daerah"),
    ],
)
def test_baca_marks_the_receipt_of_the_reader_once(peran, penerima):
    laporan = LaporanMitraFactory(disampaikan=True)
    tanda = TandaTerima.objects.get(penerima=penerima)
    orang = PenggunaFactory(**{peran.value: True})
    KeanggotaanFactory(
        pengguna=orang, perangkat_daerah=laporan.kewajiban.naskah.perangkat_daerah.get()
    )

    services.baca(tanda.pk, oleh=orang)
    with pytest.raises(AturanDilanggar, match="sudah ditandai dibaca"):
        services.baca(tanda.pk, oleh=orang)

    tanda.refresh_from_db()
    assert tanda.dibaca_oleh == orang
    assert TandaTerima.objects.exclude(dibaca_pada=None).get() == tanda
    assert aksi_tercatat()[-1:] == ["laporan_mitra.baca"]


@pytest.mark.parametrize(
    ("peran", "penerima"),
    [
        (Peran.STAF, "kepala_daerah"),
        (Peran.WALIKOTA, "bagian"),
        (Peran.PD, "perangkat_daerah"),  # of another unit
        (Peran.MITRA, "kepala_daerah"),
    ],
)
def test_baca_for_someone_else_is_refused(peran, penerima):
    LaporanMitraFactory(disampaikan=True)
    tanda = TandaTerima.objects.get(penerima=penerima)

    with pytest.raises(AturanDilanggar):
        services.baca(tanda.pk, oleh=PenggunaFactory(**{peran.value: True}))

    tanda.refresh_from_db()
    assert tanda.dibaca_pada is None


# --- Review -------------------------------------------------------------------------------


def test_terima_closes_the_round_and_tells_the_mitra(staf):
    laporan = LaporanMitraFactory(disampaikan=True)
    Notifikasi.objects.all().delete()

    services.terima(laporan.pk, catatan="Lengkap.", oleh=staf)

    laporan.refresh_from_db()
    putaran = PutaranLaporan.objects.get()
    assert laporan.status == Status.DITERIMA
    assert (putaran.hasil, putaran.catatan, putaran.ditinjau_oleh) == ("diterima", "Lengkap.", staf)
    assert [n.kepada for n in Notifikasi.objects.all()] == [laporan.dibuat_oleh]
    assert aksi_tercatat()[-1] == "laporan_mitra.terima"


def test_kembalikan_opens_the_duty_again_with_a_deadline_of_its_own(staf):
    laporan = LaporanMitraFactory(
        kewajiban=KewajibanLaporanFactory(terlambat=True), disampaikan=True
    )
    batas = timezone.localdate() + timedelta(days=14)

    services.kembalikan(laporan.pk, catatan="Lampirkan bukti.", oleh=staf)

    laporan.refresh_from_db()
    kewajiban = laporan.kewajiban
    assert (laporan.status, laporan.batas_perbaikan) == (Status.DIKEMBALIKAN, batas)
    assert (kewajiban.status, kewajiban.batas) == (StatusKewajiban.TERBUKA, batas)
    besok = batas + timedelta(days=1)
    assert KewajibanLaporan.objects.terlambat_pada(besok).get() == kewajiban


def test_kembalikan_keeps_the_round_and_gives_its_files_to_the_draft(staf):
    laporan = LaporanMitraFactory()
    oleh = laporan.dibuat_oleh
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=oleh)
    services.sampaikan(laporan.pk, oleh=oleh)
    services.kembalikan(laporan.pk, catatan="Perbaiki.", oleh=staf)
    draf = laporan.berkas.get(putaran=0)

    services.simpan(laporan.pk, {"hambatan": "Cuaca."}, oleh=oleh)
    services.hapus_berkas(laporan.pk, draf.pk, oleh=oleh)
    kedua = services.sampaikan(laporan.pk, oleh=oleh)

    pertama = PutaranLaporan.objects.get(ke=1)
    assert (pertama.isi["isi"]["hambatan"], kedua.isi["isi"]["hambatan"]) == (
        "Tidak ada.",
        "Cuaca.",
    )
    assert (len(pertama.isi["berkas"]), len(kedua.isi["berkas"])) == (1, 0)
    assert laporan.berkas.filter(putaran=1).count() == 1
    assert (pertama.hasil, pertama.catatan) == ("dikembalikan", "Perbaiki.")
    assert TandaTerima.objects.filter(putaran=kedua).count() == 3


def test_second_return_keeps_the_reasons_of_the_first(staf):
    laporan = LaporanMitraFactory(dikembalikan=True)
    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    services.kembalikan(laporan.pk, catatan="Masih kurang.", oleh=staf)

    assert list(laporan.riwayat.values_list("catatan", flat=True)) == [
        "Lengkapi bukti.",
        "Masih kurang.",
    ]


def test_kembalikan_an_early_report_never_puts_the_deadline_before_the_due_date(staf):
    kewajiban = KewajibanLaporanFactory(mendatang=True)
    laporan = LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
    besok = timezone.localdate() + timedelta(days=1)

    services.kembalikan(laporan.pk, catatan="Perbaiki.", batas_perbaikan=besok, oleh=staf)

    kewajiban.refresh_from_db()
    assert kewajiban.batas == kewajiban.jatuh_tempo


@pytest.mark.parametrize("status", ["", "diterima", "dikembalikan"])
@pytest.mark.parametrize("aksi", ["terima", "kembalikan"])
def test_only_a_submitted_report_can_be_reviewed(status, aksi, staf):
    laporan = LaporanMitraFactory(**({status: True} if status else {}))
    sebelum = LaporanMitra.objects.values().get(pk=laporan.pk)

    with pytest.raises(AturanDilanggar, match=r"tidak dapat di"):
        getattr(services, aksi)(laporan.pk, catatan="Catatan.", oleh=staf)

    assert LaporanMitra.objects.values().get(pk=laporan.pk) == sebelum


def test_kembalikan_without_reason_is_refused(staf):
    laporan = LaporanMitraFactory(disampaikan=True)

    with pytest.raises(AturanDilanggar, match="wajib disertai alasan"):
        services.kembalikan(laporan.pk, catatan=" ", oleh=staf)

    assert PutaranLaporan.objects.get().hasil == ""


def test_who_submitted_cannot_review():
    laporan = LaporanMitraFactory(disampaikan=True)

    with pytest.raises(AturanDilanggar, match="tidak dapat meninjau laporannya sendiri"):
        services.terima(laporan.pk, oleh=laporan.dibuat_oleh)


# --- The ledger of hak dan kewajiban --------------------------------------------------------


def test_each_round_becomes_the_mitra_s_statement_once(staf):
    naskah = NaskahFactory()
    butir = ButirFactory(naskah=naskah)
    isi = ISI | {"judul": "Laporan", "kewajiban": [_baris(butir, "18.9")]}
    laporan = LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah), isi=isi)
    oleh = laporan.dibuat_oleh

    services.sampaikan(laporan.pk, oleh=oleh)
    with pytest.raises(AturanDilanggar):
        services.sampaikan(laporan.pk, oleh=oleh)
    services.kembalikan(laporan.pk, catatan="Lengkapi.", oleh=staf)
    services.simpan(laporan.pk, {"kewajiban": [_baris(butir, "25")]}, oleh=oleh)
    services.sampaikan(laporan.pk, oleh=oleh)

    semua = butir.pernyataan.order_by("pk").values_list("sisi", "mitra", "persen")
    mitra = naskah.mitra.get().pk
    assert list(semua) == [("mitra", mitra, Decimal("18.90")), ("mitra", mitra, Decimal("25.00"))]


def test_refused_submission_leaves_no_statement():
    naskah = NaskahFactory()
    butir = ButirFactory(naskah=naskah)
    isi = ISI | {"judul": "Laporan", "hambatan": "", "kewajiban": [_baris(butir, "18.9")]}
    laporan = LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah), isi=isi)

    with pytest.raises(AturanDilanggar, match="Hambatan"):
        services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    assert not butir.pernyataan.exists()


def _baris(butir, persen):
    return {"kewajiban": butir.pk, "uraian": butir.uraian, "realisasi": "Ada", "persen": persen}
