"""Several people at the same moment, around the reports of a mitra."""

import hashlib

import pytest

from inti.models import JejakAudit
from kerjasama.models import Keanggotaan
from kerjasama.services import keanggotaan
from pelaporan.models import BerkasLaporan, KewajibanLaporan, PerpanjanganBatas, UnggahanBertahap
from pelaporan.services import formulir, laporan_mitra, permintaan_laporan
from pelaporan.services import perpanjangan_batas as perpanjangan
from pelaporan.services import unggahan_bertahap as unggahan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra
from tests.factories.pelaporan import (
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    LaporanMitraFactory,
    berkas_pdf,
    orang_mitra,
)
from tests.factories.pengawasan import hari
from tests.factories.permintaan import diminta
from tests.factories.perpanjangan import PerpanjanganBatasFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
SEKALIGUS = 4


def jejak(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_one_of_many_requests_waits():
    kewajiban = KewajibanLaporanFactory()
    orang = orang_mitra(kewajiban)

    def minta():
        return perpanjangan.ajukan(kewajiban.pk, sampai=hari(40), alasan="Audit.", oleh=orang)

    hasil = at_once(*[minta] * SEKALIGUS)

    assert succeeded(hasil) == PerpanjanganBatas.objects.count() == 1
    assert jejak("perpanjangan_batas.ajukan") == 1


def test_one_of_many_decisions_holds():
    satu = PerpanjanganBatasFactory()
    staf = [PenggunaFactory(staf=True) for _ in range(SEKALIGUS)]

    hasil = at_once(
        *[lambda o=o: perpanjangan.setujui(satu.pk, oleh=o) for o in staf[:2]],
        *[lambda o=o: perpanjangan.tolak(satu.pk, catatan="Tidak.", oleh=o) for o in staf[2:]],
    )

    assert succeeded(hasil) == 1
    satu.refresh_from_db()
    kewajiban = KewajibanLaporan.objects.get()
    assert (kewajiban.diperpanjang_sampai is not None) is (satu.status == "disetujui")


def test_sending_and_granting_do_not_lock_each_other_out():
    laporan = LaporanMitraFactory()
    satu = PerpanjanganBatasFactory(kewajiban=laporan.kewajiban)
    staf = PenggunaFactory(staf=True)

    hasil = at_once(
        lambda: laporan_mitra.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh),
        lambda: perpanjangan.setujui(satu.pk, oleh=staf),
    )

    assert succeeded(hasil[:1]) == 1
    satu.refresh_from_db()
    assert satu.status in {"disetujui", "ditarik"}


def test_withdrawing_and_sending_leave_one_truth():
    permintaan = diminta()
    kewajiban = permintaan.kewajiban.get()
    laporan = LaporanMitraFactory(kewajiban=kewajiban)
    staf = PenggunaFactory(staf=True)

    at_once(
        lambda: permintaan_laporan.tarik(permintaan.pk, alasan="Batal.", oleh=staf),
        lambda: laporan_mitra.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh),
    )

    kewajiban.refresh_from_db()
    laporan.refresh_from_db()
    assert (kewajiban.status, laporan.status) in {
        ("digantikan", "draf"),
        ("terpenuhi", "disampaikan"),
    }


def test_a_form_is_published_once():
    FormulirLaporanFactory()
    draf = formulir.buat(versi="Formulir 2", oleh=PenggunaFactory(staf=True))
    admin = PenggunaFactory(admin=True)
    kolom = {
        "nomor_keputusan": "1",
        "tanggal_keputusan": hari(0),
        "tentang": "Format",
        "berlaku_mulai": hari(1),
    }

    hasil = at_once(*[lambda: formulir.terbitkan(draf.pk, **kolom, oleh=admin)] * SEKALIGUS)

    assert succeeded(hasil) == jejak("formulir_laporan.terbitkan") == 1


def test_the_last_two_do_not_take_each_other_out():
    kewajiban = KewajibanLaporanFactory()
    orang = [orang_mitra(kewajiban), anggota_mitra(kewajiban.mitra)]
    Keanggotaan.objects.filter(pengguna__in=orang).update(penanggung_jawab=True)
    kunci = Keanggotaan.objects.filter(pengguna__in=orang).values_list("pk", flat=True)

    hasil = at_once(
        *[
            lambda pk=pk: keanggotaan.tetapkan_tugas(
                pk, penanggung_jawab=False, oleh=orang[0], oleh_staf=False
            )
            for pk in kunci
        ]
    )

    assert succeeded(hasil) == 1
    assert Keanggotaan.objects.penanggung_jawab().count() == 1


def test_the_same_piece_and_the_same_end_at_once_make_one_file():
    laporan, isi = LaporanMitraFactory(), berkas_pdf().isi
    sidik = hashlib.sha256(isi).hexdigest()
    kolom = {"nama": "a.pdf", "ukuran": len(isi), "sha256": sidik, "oleh": laporan.dibuat_oleh}

    buka = at_once(*[lambda: unggahan.buka(laporan.pk, **kolom)] * SEKALIGUS)
    pk = UnggahanBertahap.objects.get().pk
    at_once(*[lambda: unggahan.tambah(pk, mulai=0, potongan=isi)] * SEKALIGUS)
    hasil = at_once(*[lambda: unggahan.selesaikan(pk, oleh=laporan.dibuat_oleh)] * SEKALIGUS)

    assert {b.pk for b in buka} == {pk}
    assert succeeded(hasil) == BerkasLaporan.objects.count() == 1
    assert BerkasLaporan.objects.get().berkas.baca() == isi
