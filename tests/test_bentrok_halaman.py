"""Two people with a page of fields and rows open: the second loses and overwrites nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from inti.forms.bentrok_halaman import TAK_ADA
from pelaporan.domain.formulir import baca
from pelaporan.services import formulir
from pengawasan.domain.kertas_kerja import Pertanyaan
from pengawasan.enums import JenisPertanyaan, PengisiKertasKerja, TopikKertasKerja
from pengawasan.models import Hadirin
from pengawasan.services import kuesioner as kuesioner_services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pelaporan import FormulirLaporanFactory
from tests.factories.pembinaan import KeputusanTimFactory, PesertaPembinaanFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KeputusanRapatFactory,
    RapatFactory,
    SesiHadirFactory,
    TandaHadirFactory,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


def petugas():
    return PenggunaFactory(staf=True, tim=True)


def _draf():
    FormulirLaporanFactory()
    return formulir.buat(versi="Formulir 2027", oleh=PenggunaFactory(staf=True))


def bagian():
    return [_draf().pk, 0], petugas()


def kolom():
    return [_draf().pk, "setoran"], petugas()


def hadirin():
    orang = HadirinFactory.create_batch(2, rapat=RapatFactory())
    return [orang[0].rapat.kegiatan.get().pk], petugas()


def kuesioner():
    draf = kuesioner_services.buat(versi="Kuesioner 2030", oleh=petugas())
    kuesioner_services.ubah(draf.pk, [pertanyaan("Pertama?")], oleh=draf.disusun_oleh)
    return [draf.pk], petugas()


def pertanyaan(teks):
    return Pertanyaan(
        topik=next(iter(TopikKertasKerja)),
        teks=teks,
        jenis=next(iter(JenisPertanyaan)),
        pengisi=tuple(PengisiKertasKerja),
        bobot=1,
        wajib=True,
    )


def notulensi():
    satu = KeputusanRapatFactory().notulensi
    return [satu.rapat.kegiatan.get().pk], petugas()


def berita_acara():
    satu = BeritaAcaraFactory()
    return [satu.pk], anggota_pd(satu.perangkat_daerah)


def pengendalian():
    satu = PengendalianFactory()
    return [satu.pk], anggota_pd(satu.perangkat_daerah)


# The page, how it comes, and what two people write into: the first both, the second only the other.
HALAMAN = {
    "pelaporan:formulir-bagian-ubah": (bagian, "judul", "isian-0-label"),
    "pelaporan:formulir-kolom": (kolom, "kolom-0-label", ""),
    "pengawasan:berita-acara-ubah": (berita_acara, "tempat", "temuan-0-uraian"),
    "pengawasan:hadirin-ubah": (hadirin, "hadirin-0-nama", ""),
    "pengawasan:keputusan-tim-ubah": (
        lambda: ([KeputusanTimFactory().pk], petugas()), "tentang", "anggota-0-nama",
    ),
    "pengawasan:kuesioner-ubah": (kuesioner, "p-0-teks", ""),
    "pengawasan:notulensi-ubah": (notulensi, "agenda", "keputusan-0-uraian"),
    "pengawasan:pembinaan-ubah": (
        lambda: ([PesertaPembinaanFactory().pembinaan.pk], petugas()), "materi", "peserta-0-nama",
    ),
    "pengawasan:pengendalian-ubah": (pengendalian, "temuan", "tindakan"),
}  # fmt: skip
BERBARIS = sorted(nama for nama, (_, satu, dua) in HALAMAN.items() if "-" in satu + dua)


def buka(nama):
    """The address, two people who have it open, and what stands on it."""
    buat, satu, dua = HALAMAN[nama]
    args, orang = buat()
    saya, rekan = Client(), Client()
    for klien in (saya, rekan):
        klien.force_login(orang)
    alamat = reverse(nama, args=args)
    terbuka = isian(saya.get(alamat))
    # What each save is asked for, and keeps nowhere on the page.
    terbuka |= {"catatan": "Salah ketik"} if "catatan" in terbuka else {}
    return alamat, saya, rekan, terbuka, satu, dua


@pytest.mark.parametrize("nama", HALAMAN)
def test_second_save_is_held_and_shows_both(nama):
    alamat, saya, rekan, terbuka, satu, dua = buka(nama)
    juga = {dua: "Juga rekan"} if dua else {}
    assert rekan.post(alamat, terbuka | {satu: "Dari rekan"} | juga).status_code == 302

    ditahan = saya.post(alamat, terbuka | {satu: "Dari saya"})

    bentrok = ditahan.context["form"].bentrok
    assert ditahan.status_code == 409
    assert [("Dari saya" in b.saya, "Dari rekan" in b.tersimpan) for b in bentrok.beda] == [
        (True, True)
    ]
    assert ["Juga rekan" in b.tersimpan for b in bentrok.ikut] == [True] * len(juga)
    assert "Tidak ada yang hilang" in ditahan.text
    assert isian(ditahan)[satu] == "Dari saya"
    assert isian(saya.get(alamat))[satu] == "Dari rekan"


@pytest.mark.parametrize("nama", HALAMAN)
def test_saving_again_writes_mine_and_keeps_what_only_the_other_changed(nama):
    alamat, saya, rekan, terbuka, satu, dua = buka(nama)
    juga = {dua: "Juga rekan"} if dua else {}
    rekan.post(alamat, terbuka | {satu: "Dari rekan"} | juga)
    ditahan = saya.post(alamat, terbuka | {satu: "Dari saya"})

    jawaban = saya.post(alamat, isian(ditahan))

    kini = isian(saya.get(alamat))
    assert jawaban.status_code == 302
    assert {n: kini[n] for n in (satu, *juga)} == {satu: "Dari saya"} | juga


@pytest.mark.parametrize("nama", BERBARIS)
def test_rows_that_both_changed_stay_as_i_typed_them(nama):
    alamat, saya, rekan, terbuka, satu, dua = buka(nama)
    baris = dua or satu
    rekan.post(alamat, terbuka | {baris: "Dari rekan"})

    ditahan = saya.post(alamat, terbuka | {baris: "Dari saya"})

    (beda,) = ditahan.context["form"].bentrok.beda
    assert ("Dari saya" in beda.saya, "Dari rekan" in beda.tersimpan) == (True, True)
    assert saya.post(alamat, isian(ditahan)).status_code == 302
    assert isian(saya.get(alamat))[baris] == "Dari saya"


@pytest.mark.parametrize("nama", HALAMAN)
def test_page_that_nobody_overtook_saves_at_once(nama):
    alamat, saya, _, terbuka, satu, _ = buka(nama)

    assert saya.post(alamat, terbuka | {satu: "Dari saya"}).status_code == 302
    assert isian(saya.get(alamat))[satu] == "Dari saya"


def test_row_that_both_added_alike_is_saved_the_second_time():
    alamat, saya, rekan, terbuka, *_ = buka("pengawasan:keputusan-tim-ubah")
    baru = {"anggota-1-nama": "Ani", "anggota-1-jabatan": "Inspektur"}
    rekan.post(alamat, terbuka | baru | {"tentang": "Dari rekan"})
    ditahan = saya.post(alamat, terbuka | baru | {"tentang": "Dari saya"})

    saya.post(alamat, isian(ditahan))

    kini = isian(saya.get(alamat))
    assert (kini["anggota-1-nama"], kini["tentang"]) == ("Ani", "Dari saya")


def test_who_checked_in_by_qr_meanwhile_stays_and_holds_nobody_up():
    sesi = SesiHadirFactory()
    satu = TandaHadirFactory(sesi=sesi).hadirin
    saya = Client()
    saya.force_login(petugas())
    alamat = reverse("pengawasan:hadirin-ubah", args=[sesi.rapat.kegiatan.get().pk])
    terbuka = isian(saya.get(alamat))
    datang = TandaHadirFactory(sesi=sesi).hadirin
    Hadirin.objects.filter(pk=satu.pk).update(jabatan="Dari rekan")

    ditahan = saya.post(alamat, terbuka | {"hadirin-0-nama": "Dari saya"})

    assert datang.nama not in ditahan.context["form"].bentrok.beda[0].tersimpan
    assert saya.post(alamat, isian(ditahan)).status_code == 302
    assert [*Hadirin.objects.values_list("nama", flat=True)] == ["Dari saya", datang.nama]


def test_section_that_another_moved_is_compared_and_saved_where_it_stands_now():
    alamat, saya, rekan, terbuka, *_ = buka("pelaporan:formulir-bagian-ubah")
    pk = _draf_pk(alamat)
    sidik = {"sidik": terbuka["sidik"]}
    rekan.post(reverse("pelaporan:formulir-bagian-naik", args=[pk, 1]), sidik)

    ditahan = saya.post(alamat, terbuka | {"judul": "Dari saya"})

    assert ditahan.context["form"].bentrok.beda == []
    saya.post(ditahan.context["alamat"], isian(ditahan))
    assert [b.judul == "Dari saya" for b in _bagian(pk)][:2] == [False, True]


def test_section_that_another_took_out_is_kept_as_a_new_one():
    alamat, saya, rekan, terbuka, *_ = buka("pelaporan:formulir-bagian-ubah")
    pk = _draf_pk(alamat)
    sidik = {"sidik": terbuka["sidik"]}
    semula = _bagian(pk)
    rekan.post(reverse("pelaporan:formulir-bagian-hapus", args=[pk, 0]), sidik)

    ditahan = saya.post(alamat, terbuka | {"judul": "Dari saya"})

    assert TAK_ADA in {b.tersimpan for b in ditahan.context["form"].bentrok.beda}
    saya.post(ditahan.context["alamat"], isian(ditahan))
    kini = _bagian(pk)
    assert [b.judul for b in kini[:-1]] == [b.judul for b in semula[1:]]
    assert [i.label for i in kini[-1].isian] == [i.label for i in semula[0].isian]


def test_columns_of_a_table_that_another_took_out_stay_on_the_page():
    alamat, saya, rekan, terbuka, *_ = buka("pelaporan:formulir-kolom")
    pk = _draf_pk(alamat)
    letak = next(n for n, b in enumerate(_bagian(pk)) if "setoran" in {i.kode for i in b.isian})
    hapus = reverse("pelaporan:formulir-bagian-hapus", args=[pk, letak])
    rekan.post(hapus, {"sidik": terbuka["sidik"]})

    ditahan = saya.post(alamat, terbuka | {"kolom-0-label": "Dari saya"})
    lagi = saya.post(alamat, isian(ditahan))

    assert (ditahan.status_code, lagi.status_code) == (409, 200)
    assert isian(lagi)["kolom-0-label"] == "Dari saya"
    assert "Tabel ini sudah dihapus" in lagi.text


def _draf_pk(alamat):
    return int(alamat.split("/")[-4])


def _bagian(pk):
    return baca(formulir.FormulirLaporan.objects.get(pk=pk).definisi).bagian
