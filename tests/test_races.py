"""Two people at once, and the double click: one effect, one line in the trail, one notice each.

Real threads, on both databases: SQLite lets one writer in at a time, PostgreSQL all of them.
"""

import time
from functools import partial
from uuid import uuid4

import pytest
from django.core import mail
from django.db import OperationalError, transaction
from django.utils import timezone

from inti import antrean, audit
from inti.models import JejakAudit, NomorSurat, Notifikasi, Pengguna
from inti.putusan import AturanDilanggar
from inti.queries.integritas import jejak_rusak
from inti.services import nomor_surat
from inti.services import notifikasi as notifikasi_services
from pelaporan.domain.putusan import Keputusan
from pelaporan.enums import StatusLaporan
from pelaporan.models import (
    Bundel,
    KewajibanLaporan,
    Laporan,
    LaporanMitra,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.services import bundel, kewajiban, pencabutan, putusan
from pelaporan.services import laporan as laporan_services
from pelaporan.services import laporan_mitra as laporan_mitra_services
from pengawasan.models import (
    Jadwal,
    Kegiatan,
    Pengingat,
    Rekomendasi,
    SuratTugas,
    TindakLanjut,
)
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import berita_acara as berita_acara_services
from pengawasan.services import jadwal as jadwal_services
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import pengingat
from pengawasan.services import rekomendasi as rekomendasi_services
from pengawasan.services import surat_teguran as surat_teguran_services
from pengawasan.services import surat_tugas as surat_tugas_services
from pengawasan.services import teguran as teguran_services
from pengawasan.services import tindak_lanjut as tindak_lanjut_services
from tests.factories.inti import KlasifikasiSuratFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_pd
from tests.factories.laporan import laporan_draf, laporan_terkirim, menunggu, sha256_bundel
from tests.factories.pelaporan import LaporanMitraFactory, orang_mitra
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    JadwalFactory,
    KebijakanFactory,
    KegiatanFactory,
    RekomendasiFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)
from tests.factories.teguran import TeguranFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
YA = Keputusan(setuju=True)


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def notices(aksi):
    """How many notices each person has of the action."""
    kepada = Notifikasi.objects.filter(jejak__aksi=aksi).values_list("kepada", flat=True)
    return [list(kepada).count(pk) for pk in set(kepada)]


def by_each(service, pk, people, **kwargs):
    return at_once(*[partial(service, pk, oleh=satu, **kwargs) for satu in people])


# --- The harness --------------------------------------------------------------------------


def test_harness_sees_a_service_that_looks_before_it_writes():
    orang = PenggunaFactory()

    def careless():
        if Notifikasi.objects.exists():
            raise AturanDilanggar("Sudah.")
        time.sleep(0.2)
        with transaction.atomic():
            jejak = audit.catat("naskah.ubah", orang, oleh=None)
            Notifikasi.objects.create(jejak=jejak, kepada=orang, subjek="x", isi="x")

    assert succeeded(at_once(*[careless] * 4)) > 1


def test_trail_written_by_eight_at_once_is_one_whole_chain():
    orang = PenggunaFactory()

    def catat():
        with transaction.atomic():
            audit.catat("naskah.ubah", orang, oleh=orang)

    at_once(*[catat] * 8)

    assert JejakAudit.objects.count() == 8
    assert jejak_rusak() == ""


# --- Numbers and keys ---------------------------------------------------------------------


def test_numbers_taken_by_eight_at_once_have_neither_gap_nor_twin():
    KlasifikasiSuratFactory()
    oleh = PenggunaFactory()
    ambil = partial(nomor_surat.ambil, jenis="Surat tugas", perihal="x", tanggal=hari(), oleh=oleh)

    at_once(*[ambil] * 8)

    assert sorted(NomorSurat.objects.values_list("urut", flat=True)) == list(range(1, 9))


def test_form_sent_twice_plans_one_kegiatan():
    naskah, oleh, kunci = NaskahFactory(), PenggunaFactory(staf=True), uuid4()
    data = {
        "naskah": naskah,
        "jenis": "evaluasi",
        "metode": "fgd",
        "sifat": "insidental",
        "alasan": "Pengaduan",
        "peminta": "Sekretaris Daerah",
        "tanggal_rencana": hari(),
    }

    hasil = at_once(*[partial(kegiatan_services.rencanakan, data, oleh=oleh, kunci=kunci)] * 4)

    assert succeeded(hasil) == Kegiatan.objects.count() == lines("kegiatan.rencanakan") == 1


# --- Supervision --------------------------------------------------------------------------


def test_obligation_planned_by_four_at_once_has_one_kegiatan():
    jadwal = JadwalFactory()
    data = {
        "naskah": jadwal.naskah,
        "jadwal": jadwal,
        "jenis": "pemantauan",
        "metode": "dokumen",
        "tanggal_rencana": hari(),
    }
    orang = [PenggunaFactory(staf=True) for _ in range(4)]

    hasil = at_once(*[partial(kegiatan_services.rencanakan, data, oleh=satu) for satu in orang])

    assert succeeded(hasil) == Kegiatan.objects.count() == lines("kegiatan.rencanakan") == 1


def test_team_assigned_by_four_at_once_has_one_letter_and_one_number():
    siapkan_surat()
    isi_kursi_tetap()
    kegiatan, tim = KegiatanFactory(), anggota_tetap(hari())
    terbitkan = partial(
        surat_tugas_services.terbitkan, kegiatan=[kegiatan.pk], tanggal=hari(), anggota=tim
    )
    orang = [PenggunaFactory(staf=True) for _ in range(4)]

    hasil = at_once(*[partial(terbitkan, oleh=satu) for satu in orang])

    assert succeeded(hasil) == SuratTugas.objects.count() == lines("surat_tugas.terbitkan") == 1
    assert list(NomorSurat.objects.values_list("urut", flat=True)) == [1]


def test_berita_acara_submitted_by_four_at_once_is_received_once():
    KlasifikasiSuratFactory()
    PenggunaFactory(staf=True)
    berita_acara = BeritaAcaraFactory()
    orang = [anggota_pd(berita_acara.perangkat_daerah) for _ in range(4)]

    hasil = by_each(berita_acara_services.ajukan, berita_acara.pk, orang)

    assert succeeded(hasil) == NomorSurat.objects.count() == lines("berita_acara.ajukan") == 1
    assert notices("berita_acara.ajukan") == [1]


def test_berita_acara_verified_by_four_at_once_moves_the_cycle_once():
    KebijakanFactory()
    berita_acara = BeritaAcaraFactory(diajukan=True)
    anggota_pd(berita_acara.perangkat_daerah)
    orang = [PenggunaFactory(staf=True) for _ in range(4)]

    hasil = by_each(berita_acara_services.verifikasi, berita_acara.pk, orang)

    assert succeeded(hasil) == lines("berita_acara.verifikasi") == lines("kegiatan.laksanakan") == 1
    assert notices("berita_acara.verifikasi") == [1]
    assert Jadwal.objects.filter(status="terlaksana").count() == 1


def test_berita_acara_verified_and_returned_at_once_has_one_answer():
    KebijakanFactory()
    pk = BeritaAcaraFactory(diajukan=True).pk
    satu, dua = (PenggunaFactory(staf=True) for _ in range(2))

    hasil = at_once(
        partial(berita_acara_services.verifikasi, pk, oleh=satu),
        partial(berita_acara_services.kembalikan, pk, catatan="Lengkapi.", oleh=dua),
    )

    assert succeeded(hasil) == 1
    assert lines("berita_acara.verifikasi") + lines("berita_acara.kembalikan") == 1


def test_tindak_lanjut_closed_by_four_at_once_is_closed_once():
    rekomendasi = RekomendasiFactory(disetujui=True)
    pemilik = anggota_pd(rekomendasi.baris.perangkat_daerah)
    butir = tindak_lanjut_services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    tindak_lanjut_services.laporkan(butir.pk, keterangan="Selesai.", oleh=pemilik)
    orang = [PenggunaFactory(staf=True) for _ in range(4)]

    hasil = by_each(tindak_lanjut_services.tutup, butir.pk, orang, catatan="Lunas.")

    assert succeeded(hasil) == lines("tindak_lanjut.tutup") == 1
    assert notices("tindak_lanjut.tutup") == [1]


# --- The report and the decision ----------------------------------------------------------


def test_report_sent_by_four_at_once_is_sent_once():
    laporan = laporan_draf()
    nomor = NomorSurat.objects.count()
    orang = [PenggunaFactory(tim=True) for _ in range(4)]

    hasil = by_each(laporan_services.kirim, laporan.pk, orang)

    assert succeeded(hasil) == Bundel.objects.count() == 1
    assert [lines(a) for a in ("laporan.kirim", "rekomendasi.ajukan")] == [1, 1]
    assert NomorSurat.objects.count() == nomor + 1


def test_bundle_claimed_by_four_at_once_is_made_by_one(monkeypatch):
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    dibuat = []
    monkeypatch.setattr(bundel, "kerjakan", dibuat.append)

    hasil = at_once(*[bundel.kerjakan_antrean] * 4)

    assert sum(hasil) == 1
    assert dibuat == [laporan.bundel.get().pk]


def test_report_decided_by_four_at_once_is_decided_once():
    """What holds it, one by one: the two tests below, and `test_putusan` for the writes.

    Of lock, conditional write and the recommendations read again after it, each alone is enough.
    """
    laporan = laporan_terkirim(baris=3)
    putuskan = partial(
        putusan.putuskan,
        sha256_bundel=sha256_bundel(laporan),
        keputusan={r.pk: YA for r in menunggu(laporan)},
    )
    orang = [PenggunaFactory(ketua=True) for _ in range(2)] * 2

    hasil = by_each(putuskan, laporan.pk, orang)

    assert succeeded(hasil) == lines("laporan.setujui") == 1
    assert lines("rekomendasi.setujui") == TindakLanjut.objects.count() == 3
    assert notices("laporan.setujui") == [1]


def held(model, pk):
    """Whether somebody else would have to wait for the row."""

    def ask():
        try:
            with transaction.atomic():
                model.objects.select_for_update(nowait=True).get(pk=pk)
        except OperationalError:
            return True
        return False

    return at_once(ask) == [True]


@pytest.mark.postgres
def test_report_is_held_from_the_look_at_it_to_the_decision(monkeypatch):
    laporan, dipegang = laporan_terkirim(), []
    keputusan = {r.pk: YA for r in menunggu(laporan)}
    sidik = sha256_bundel(laporan)

    def look(satu):
        dipegang.append(held(Laporan, satu.pk))
        return sidik

    monkeypatch.setattr(putusan, "_hash_bundel", look)
    putusan.putuskan(
        laporan.pk, sha256_bundel=sidik, keputusan=keputusan, oleh=PenggunaFactory(ketua=True)
    )

    assert dipegang == [True]


@pytest.mark.postgres
def test_recommendation_is_held_from_the_look_at_it_to_the_decision(monkeypatch):
    satu, dipegang = RekomendasiFactory(diajukan=True), []
    semula = rekomendasi_services.periksa

    def look(*args, **kwargs):
        dipegang.append(held(Rekomendasi, satu.pk))
        return semula(*args, **kwargs)

    monkeypatch.setattr(rekomendasi_services, "periksa", look)
    rekomendasi_services.setujui(satu.pk, oleh=PenggunaFactory(ketua=True))

    assert dipegang == [True]


def test_report_decided_and_revoked_at_once_has_one_outcome():
    laporan = laporan_terkirim(baris=2)
    setujui = partial(
        putusan.putuskan,
        laporan.pk,
        sha256_bundel=sha256_bundel(laporan),
        keputusan={r.pk: YA for r in menunggu(laporan)},
        oleh=PenggunaFactory(ketua=True),
    )
    cabut = partial(
        pencabutan.cabut,
        laporan.pk,
        selagi=StatusLaporan.DIKIRIM,
        alasan="Keliru.",
        oleh=laporan.disusun_oleh,
    )

    hasil = at_once(setujui, *[cabut] * 3)

    laporan.refresh_from_db()
    akhir = (laporan.status, laporan.bundel.get().dicabut, TindakLanjut.objects.count())
    assert succeeded(hasil) == lines("laporan.setujui") + lines("laporan.cabut") == 1
    assert akhir in {("disetujui", False, 2), ("dicabut", True, 0)}


def test_huruf_f_decided_by_four_at_once_has_one_follow_up():
    anggota_pd(unit := NaskahFactory().perangkat_daerah.first())
    rekomendasi = RekomendasiFactory(
        diputus=True, status="menunggu_walikota", jenis="f", baris__perangkat_daerah=unit
    )
    orang = [PenggunaFactory(walikota=True) for _ in range(4)]

    hasil = by_each(putusan.putuskan_walikota, rekomendasi.pk, orang, setuju=True)

    assert succeeded(hasil) == TindakLanjut.objects.count() == 1
    assert lines("rekomendasi.setujui_walikota") == 1
    assert notices("tindak_lanjut.terbitkan") == [1]


def test_huruf_h_approved_and_refused_at_once_has_one_answer():
    pk = RekomendasiFactory(diputus=True, status="menunggu_walikota", jenis="h").pk
    orang = [PenggunaFactory(walikota=True) for _ in range(2)]
    putuskan = putusan.putuskan_walikota

    hasil = at_once(
        partial(putuskan, pk, setuju=True, oleh=orang[0]),
        partial(putuskan, pk, setuju=False, catatan="Belum.", oleh=orang[1]),
    )

    assert succeeded(hasil) == 1
    disetujui = Rekomendasi.objects.get().status == "disetujui"
    assert TindakLanjut.objects.exists() == disetujui


# --- The mitra's report -------------------------------------------------------------------


def test_mitra_report_begun_by_four_at_once_is_one_draft():
    laporan = LaporanMitraFactory()
    duty, oleh = laporan.kewajiban, laporan.dibuat_oleh
    laporan.delete()

    at_once(*[partial(laporan_mitra_services.mulai, duty.pk, oleh=oleh)] * 4)

    assert LaporanMitra.objects.count() == lines("laporan_mitra.mulai") == 1


def test_mitra_report_submitted_by_four_at_once_has_one_round_with_its_receipts():
    KlasifikasiSuratFactory()
    PenggunaFactory(staf=True)
    laporan = LaporanMitraFactory()
    oleh = orang_mitra(laporan.kewajiban)

    hasil = by_each(laporan_mitra_services.sampaikan, laporan.pk, [oleh] * 4)

    assert succeeded(hasil) == PutaranLaporan.objects.count() == 1
    assert lines("laporan_mitra.sampaikan") == 1
    assert TandaTerima.objects.count() == 3
    assert set(notices("laporan_mitra.sampaikan")) == {1}


def test_mitra_report_accepted_and_returned_at_once_has_one_answer():
    KlasifikasiSuratFactory()
    laporan = LaporanMitraFactory(disampaikan=True)
    satu, dua = (PenggunaFactory(staf=True) for _ in range(2))

    hasil = at_once(
        partial(laporan_mitra_services.terima, laporan.pk, oleh=satu),
        partial(laporan_mitra_services.kembalikan, laporan.pk, catatan="Lengkapi.", oleh=dua),
    )

    assert succeeded(hasil) == 1
    laporan.refresh_from_db()
    assert laporan.riwayat.get().hasil == laporan.status
    assert (laporan.kewajiban.status == "terbuka") == (laporan.status == "dikembalikan")


def test_receipt_read_by_four_at_once_is_read_once():
    KlasifikasiSuratFactory()
    LaporanMitraFactory(disampaikan=True)
    tanda = TandaTerima.objects.get(penerima="bagian")
    orang = [PenggunaFactory(staf=True) for _ in range(4)]

    hasil = by_each(laporan_mitra_services.baca, tanda.pk, orang)

    assert succeeded(hasil) == lines("laporan_mitra.baca") == 1


# --- Plans, reminders, mail ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("terbitkan", "model"),
    [(jadwal_services.terbitkan, Jadwal), (kewajiban.terbitkan, KewajibanLaporan)],
)
def test_plan_made_by_four_at_once_has_each_row_once(terbitkan, model):
    KebijakanFactory()
    naskah = NaskahFactory()

    at_once(*[partial(terbitkan, naskah.pk, per=hari())] * 4)

    kunci = list(model.objects.values_list("naskah", "ke"))
    assert kunci
    assert len(kunci) == len(set(kunci))


def test_reminders_given_by_four_at_once_are_one_each():
    PenggunaFactory(staf=True)
    JadwalFactory()

    at_once(*[pengingat.terbitkan] * 4)

    assert Pengingat.objects.count() == lines("jadwal.ingatkan") == 1
    assert notices("jadwal.ingatkan") == [1]


def test_outbox_drained_by_four_at_once_mails_each_notice_once(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    orang = Pengguna.objects.get(pk=PenggunaFactory().pk)
    jejak = [audit.catat("naskah.ubah", orang, oleh=None) for _ in range(12)]
    Notifikasi.objects.bulk_create(
        [Notifikasi(jejak=j, kepada=orang, subjek=str(n), isi="x") for n, j in enumerate(jejak)]
    )

    diambil = at_once(*[notifikasi_services.kirim_antrean] * 4)

    assert sum(diambil) == len(mail.outbox) == 12
    assert {s.subject for s in mail.outbox} == {str(n) for n in range(12)}


def test_periodic_jobs_started_by_four_at_once_run_once(settings):
    KebijakanFactory()
    now = timezone.now()

    hasil = at_once(*[partial(antrean.jalankan_berkala, now, hanya_tertinggal=True)] * 4)

    assert sorted(nama for satu in hasil for nama in satu) == sorted(settings.BERKALA)


# --- Teguran ------------------------------------------------------------------------------


def test_several_mitra_warned_by_four_at_once_have_one_case_each():
    naskah = NaskahFactory(mitra=MitraFactory.create_batch(3))
    rekomendasi = RekomendasiFactory(
        disetujui=True, jenis="g", baris__matrik__kegiatan__naskah=naskah
    )
    butir = tindak_lanjut_services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    mitra, orang = list(naskah.mitra.all()), PenggunaFactory.create_batch(4)

    hasil = by_each(teguran_services.dari_tindak_lanjut, butir.pk, orang, mitra=mitra)

    assert succeeded(hasil) == 1
    assert butir.teguran.count() == lines("teguran.buka") == 3


def test_one_step_of_a_teguran_taken_by_four_is_one_letter_with_one_number():
    siapkan_surat()
    kasus, orang = TeguranFactory(), PenggunaFactory.create_batch(4)

    hasil = by_each(
        surat_teguran_services.terbitkan, kasus.pk, orang, tingkat=1, tanggal=hari(), isi="Isi"
    )

    assert succeeded(hasil) == lines("surat_teguran.terbitkan") == 1
    assert kasus.surat.count() == NomorSurat.objects.count() == 1
