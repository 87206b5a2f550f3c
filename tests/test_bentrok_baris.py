"""Two people with the form of one row open: the second loses nothing and overwrites nothing."""

from datetime import time

import pytest
from django.urls import reverse

from kerjasama.models import Setoran
from kerjasama.services import narahubung, setoran
from pengawasan.models import Kebijakan
from tests.factories.inti import KlasifikasiSuratFactory, PemerintahFactory, PenggunaFactory
from tests.factories.kebijakan import DrafKebijakanFactory
from tests.factories.kerjasama import (
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
)
from tests.factories.laporan import laporan_draf
from tests.factories.pengawasan import KegiatanFactory, RapatFactory, TenagaProfesionalFactory
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


def laporan():
    return laporan_draf(evaluasi=False)


# The page, how the row comes, and two columns of it that two people write into.
HALAMAN = {
    "kerjasama:butir-ubah": (lambda: ButirFactory(target_angka="12.50"), "uraian", "target"),
    "kerjasama:lampiran-ubah": (LampiranFactory, "nomor", "penerbit"),
    "kerjasama:mitra-ubah": (MitraFactory, "alamat", "telepon"),
    "kerjasama:perangkat-daerah-ubah": (PerangkatDaerahFactory, "jabatan_kepala", "telepon"),
    "kerjasama:narahubung-ubah": (
        lambda: NarahubungFactory(mitra=MitraFactory(), telepon="021"), "jabatan", "nama",
    ),
    "pengawasan:kegiatan-ubah": (KegiatanFactory, "tempat", "waktu_rencana"),
    "pengawasan:kebijakan-ubah": (DrafKebijakanFactory, "tentang", "dasar"),
    "pengawasan:rapat-ubah": (RapatFactory, "tempat", "agenda"),
    "pengawasan:tenaga-profesional-ubah": (TenagaProfesionalFactory, "keahlian", "instansi"),
    "pelaporan:laporan-ubah": (laporan, "hasil", "kesimpulan"),
    "pelaporan:klasifikasi-ubah": (KlasifikasiSuratFactory, "nama", "kode"),
    "pemerintah-ubah": (PemerintahFactory, "alamat", "telepon"),
    "akun-ubah": (lambda: PenggunaFactory(email="ani@tirtasari.go.id"), "nama", "telepon"),
}  # fmt: skip
TEKS = {"waktu_rencana": time(9, 30)}


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True, tim=True, admin=True))
    return client


@pytest.fixture
def rekan():
    return PenggunaFactory(staf=True)


@pytest.fixture(params=HALAMAN)
def halaman(request, staf):
    """The address, the row, and the two columns."""
    buat, satu, dua = HALAMAN[request.param]
    baris = buat()
    alamat = reverse(request.param, args=[] if request.param == "pemerintah-ubah" else [baris.pk])
    return alamat, baris, satu, dua


def rekan_menyimpan(baris, satu, dua):
    """Somebody else writes both columns while the page is open."""
    isi = {satu: "Dari rekan", dua: TEKS.get(dua, "Juga rekan")}
    type(baris)._base_manager.filter(pk=baris.pk).update(**isi)


def test_second_save_is_held_and_shows_both(staf, halaman):
    alamat, baris, satu, dua = halaman
    terbuka = isian(staf.get(alamat))
    rekan_menyimpan(baris, satu, dua)

    jawaban = staf.post(alamat, terbuka | {satu: "Dari saya"})

    bentrok = jawaban.context["form"].bentrok
    assert jawaban.status_code == 409
    assert [(b.saya, b.tersimpan) for b in bentrok.beda] == [("Dari saya", "Dari rekan")]
    assert [b.tersimpan for b in bentrok.ikut] == [str(TEKS.get(dua, "Juga rekan"))]
    baris.refresh_from_db()
    assert getattr(baris, satu) == "Dari rekan"
    assert "Tidak ada yang hilang" in jawaban.content.decode()


def test_saving_again_writes_mine_and_keeps_what_only_the_other_changed(staf, halaman):
    alamat, baris, satu, dua = halaman
    terbuka = isian(staf.get(alamat))
    rekan_menyimpan(baris, satu, dua)
    ditahan = staf.post(alamat, terbuka | {satu: "Dari saya"})

    jawaban = staf.post(alamat, isian(ditahan))

    baris.refresh_from_db()
    assert jawaban.status_code == 302
    assert (getattr(baris, satu), getattr(baris, dua)) == ("Dari saya", TEKS.get(dua, "Juga rekan"))


def test_page_that_nobody_overtook_saves_at_once(staf, halaman):
    alamat, baris, satu, _ = halaman

    jawaban = staf.post(alamat, isian(staf.get(alamat)) | {satu: "Dari saya"})

    baris.refresh_from_db()
    assert jawaban.status_code == 302
    assert getattr(baris, satu) == "Dari saya"


def test_memory_that_cannot_be_read_counts_as_overtaken(staf, halaman):
    alamat, _, satu, _ = halaman
    terbuka = isian(staf.get(alamat))

    for rusak in ("{", "[]", '"x"'):
        jawaban = staf.post(alamat, terbuka | {satu: "Dari saya", "asal": rusak})
        assert jawaban.status_code == 409


def test_amount_that_another_set_meanwhile_is_not_overwritten(staf, rekan):
    satu = SetoranFactory(jumlah=1_000)
    alamat = reverse("kerjasama:setoran-tetapkan", args=[satu.pk])
    terbuka = isian(staf.get(alamat)) | {"alasan": "Laporan keuangan", "jumlah": "3000"}
    setoran.tetapkan(satu.pk, jumlah=2_000, alasan="Rekonsiliasi", oleh=rekan)

    ditahan = staf.post(alamat, terbuka)

    bentrok = ditahan.context["form"].bentrok
    assert ditahan.status_code == 409
    assert [(b.saya, b.tersimpan) for b in bentrok.beda] == [("3000", "2000")]
    assert Setoran.objects.get().jumlah == 2_000
    assert staf.post(alamat, isian(ditahan)).status_code == 302
    assert Setoran.objects.get().jumlah == 3_000


def test_box_that_another_ticked_is_followed(staf, rekan):
    orang = NarahubungFactory(mitra=MitraFactory(), telepon="021")
    alamat = reverse("kerjasama:narahubung-ubah", args=[orang.pk])
    terbuka = isian(staf.get(alamat))
    narahubung.ubah(orang.pk, {"utama": True}, oleh=rekan)

    ditahan = staf.post(alamat, terbuka | {"jabatan": "Direktur"})

    assert [(b.saya, b.tersimpan) for b in ditahan.context["form"].bentrok.ikut] == [
        ("Tidak", "Ya")
    ]
    assert ditahan.context["form"]["utama"].value() is True


def test_ladder_and_file_of_the_policy_that_another_changed_stand_there_too(staf):
    draf = DrafKebijakanFactory()
    lain = DrafKebijakanFactory().berkas
    alamat = reverse("pengawasan:kebijakan-ubah", args=[draf.pk])
    terbuka = isian(staf.get(alamat))
    Kebijakan.objects.filter(pk=draf.pk).update(tangga=[-9, 3], berkas=lain)

    ditahan = staf.post(alamat, terbuka | {"tentang": "Dari saya"})

    ikut = {b.judul: b.tersimpan for b in ditahan.context["form"].bentrok.ikut}
    assert ditahan.status_code == 409
    assert ikut == {"Tangga pengingat (hari)": "-9, 3", "Berkas keputusan": lain.nama}
    assert staf.post(alamat, isian(ditahan)).status_code == 302
    draf.refresh_from_db()
    assert (draf.tangga, draf.berkas, draf.tentang) == ([-9, 3], lain, "Dari saya")
