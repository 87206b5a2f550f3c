"""The warning ladder: opened on a ground, step by step, answered, judged, cancelled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from inti.models import NomorSurat, Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.models import SuratTeguran, Teguran
from pengawasan.queries.teguran import bahan_surat
from pengawasan.services import surat_teguran as surat
from pengawasan.services import teguran as services
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pengawasan import RekomendasiFactory, hari, siapkan_surat
from tests.factories.teguran import SuratTeguranFactory, TeguranFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    siapkan_surat()
    return PenggunaFactory(staf=True)


def lama(kasus):
    """As if it had been opened two months ago."""
    Teguran.objects.filter(pk=kasus.pk).update(dibuka_pada=timezone.now() - timedelta(days=60))
    kasus.refresh_from_db()
    return kasus


def terbit(kasus, tingkat, staf, tanggal=None):
    tanggal = tanggal or hari()
    return surat.terbitkan(kasus.pk, tingkat=tingkat, tanggal=tanggal, isi="Isi", oleh=staf)


def test_huruf_g_opens_a_case_with_the_interval_of_the_naskah():
    naskah = NaskahFactory(interval_teguran=7, klausul_teguran="Pasal 14")
    rekomendasi = RekomendasiFactory(
        disetujui=True, jenis="g", baris__matrik__kegiatan__naskah=naskah
    )

    butir = tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)

    kasus = butir.teguran.get()
    assert (butir.jenis, kasus.mitra) == ("teguran", naskah.mitra.get())
    assert (kasus.interval_hari, kasus.sumber_interval) == (7, "Pasal 14 naskah ini")


def tegur_banyak(**kolom):
    """A follow-up of huruf g of a naskah with two mitra."""
    naskah = NaskahFactory(mitra=MitraFactory.create_batch(2))
    rekomendasi = RekomendasiFactory(
        disetujui=True, baris__matrik__kegiatan__naskah=naskah, **{"jenis": "g"} | kolom
    )
    return tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


def test_huruf_g_with_several_mitra_waits_for_who_is_meant(staf):
    butir = tegur_banyak()
    mitra = list(butir.naskah.mitra.order_by("pk"))
    assert not butir.teguran.exists()

    kasus = services.dari_tindak_lanjut(butir.pk, mitra=mitra, oleh=staf)

    assert [(k.mitra, k.uraian_dasar) for k in kasus] == [(m, butir.uraian) for m in mitra]


def test_one_mitra_that_cannot_be_warned_stops_all_of_them(staf):
    butir = tegur_banyak()
    satu, dua = butir.naskah.mitra.order_by("pk")
    services.dari_tindak_lanjut(butir.pk, mitra=[dua], oleh=staf)

    with pytest.raises(AturanDilanggar, match="masih terbuka"):
        services.dari_tindak_lanjut(butir.pk, mitra=[satu, dua], oleh=staf)

    assert [t.mitra for t in Teguran.objects.all()] == [dua]


def test_only_an_open_follow_up_of_huruf_g_opens_cases(staf):
    lain, ditutup = tegur_banyak(jenis="d"), tegur_banyak()
    type(ditutup).objects.filter(pk=ditutup.pk).update(
        status="ditutup", ditutup_oleh=staf, ditutup_pada=timezone.now()
    )

    for butir, kata in ((lain, "huruf g"), (ditutup, "sudah ditutup")):
        with pytest.raises(AturanDilanggar, match=kata):
            services.dari_tindak_lanjut(butir.pk, mitra=butir.naskah.mitra.all(), oleh=staf)


def test_one_ground_has_one_open_case(staf):
    kasus = TeguranFactory(kunci_dasar="laporan:3")
    dua = {"uraian": "Terlambat", "acuan": 3, "oleh": staf}

    with pytest.raises(AturanDilanggar, match="masih terbuka"):
        services.buka(kasus.naskah, kasus.mitra, "laporan", **dua)
    with pytest.raises(AturanDilanggar, match="bukan pihak"):
        services.buka(kasus.naskah, MitraFactory(), "laporan", **dua)
    services.batalkan(kasus.pk, alasan="Keliru", oleh=staf)
    services.buka(kasus.naskah, kasus.mitra, "laporan", **dua)

    assert Teguran.objects.count() == 2


def test_first_letter_has_number_signer_deadline_and_tells_the_mitra(staf):
    kasus = TeguranFactory()
    orang = anggota_mitra(kasus.mitra)

    satu = terbit(kasus, 1, staf)

    assert (satu.batas_jawaban, satu.penanda_tangan) == (hari(14), "Dr. Ketua")
    assert bahan_surat(satu).sebutan == "Surat Peringatan Pertama"
    assert Notifikasi.objects.filter(kepada=orang, jejak__aksi="surat_teguran.terbitkan").exists()


def test_second_letter_waits_for_the_deadline_of_the_first(staf):
    kasus = lama(TeguranFactory())
    terbit(kasus, 1, staf, hari(-14))
    with pytest.raises(AturanDilanggar, match="disampaikan"):
        terbit(kasus, 2, staf)
    surat.sampaikan(kasus.surat.get().pk, tanggal=hari(-14), cara="pos", kepada="", oleh=staf)
    with pytest.raises(AturanDilanggar, match="belum lewat"):
        terbit(kasus, 2, staf)
    SuratTeguran.objects.update(batas_jawaban=hari(-1))

    terbit(kasus, 2, staf)

    assert [(s.tingkat, s.status, s.kini) for s in kasus.surat.all()] == [
        (1, "tanpa_jawaban", False), (2, "terbit", True),
    ]  # fmt: skip


def test_answer_that_is_accepted_by_another_closes_the_case(staf):
    satu = SuratTeguranFactory(diterbitkan_oleh=staf)
    jawaban = surat.jawab(satu.pk, teks="Sudah.", oleh=anggota_mitra(satu.teguran.mitra))
    assert jawaban.terlambat
    with pytest.raises(AturanDilanggar, match="orang lain"):
        surat.nilai(satu.pk, cukup=True, oleh=staf)

    surat.nilai(satu.pk, cukup=True, oleh=PenggunaFactory(tim=True))

    assert Teguran.objects.get().status == "dipenuhi"


def test_answer_that_is_not_enough_leads_to_the_next_step_by_hand(staf):
    kasus = lama(TeguranFactory())
    satu = SuratTeguranFactory(teguran=kasus)
    surat.jawab(satu.pk, teks="Nanti.", oleh=anggota_mitra(kasus.mitra))
    assert list(Teguran.objects.perlu_dinilai()) == [kasus]

    surat.nilai(satu.pk, cukup=False, catatan="Tanpa bukti.", oleh=PenggunaFactory())

    assert list(Teguran.objects.perlu_langkah(hari())) == [kasus]
    assert terbit(kasus, 2, staf).tingkat == 2


def test_cancelled_letter_keeps_its_number_visible_and_frees_its_step(staf):
    kasus = TeguranFactory()
    satu = terbit(kasus, 1, staf)

    surat.batalkan(satu.pk, alasan="Salah alamat", oleh=staf)
    dua = terbit(kasus, 1, staf)

    assert satu.nomor != dua.nomor
    assert NomorSurat.objects.get(pk=satu.nomor_id).alasan_batal == "Salah alamat"
    assert kasus.surat.count() == 2


def test_after_the_third_letter_the_case_is_carried_on_in_words(staf):
    satu = SuratTeguranFactory(tingkat=3)
    with pytest.raises(AturanDilanggar, match="huruf f"):
        terbit(satu.teguran, 4, staf)
    with pytest.raises(AturanDilanggar, match="Tuliskan"):
        services.lanjutkan(satu.teguran_id, catatan="", oleh=staf)

    services.lanjutkan(satu.teguran_id, catatan="Usul huruf f.", oleh=staf)

    assert Teguran.objects.get().status == "dilanjutkan"


def test_mitra_sees_what_is_addressed_to_it_once_there_is_a_letter():
    satu = SuratTeguranFactory()
    tanpa = TeguranFactory(naskah=satu.teguran.naskah)
    orang, lain = anggota_mitra(satu.teguran.mitra), anggota_mitra(MitraFactory())

    assert list(Teguran.objects.terlihat_oleh(orang)) == [satu.teguran]
    assert not Teguran.objects.terlihat_oleh(lain).exists()
    assert tanpa in Teguran.objects.terlihat_oleh(PenggunaFactory(staf=True))
