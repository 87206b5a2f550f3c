"""What was removed by mistake comes back whole, through the door that adds it."""

import re

import pytest
from django.urls import reverse

from inti.models import JejakAudit, SaringanTersimpan
from kerjasama.models import Narahubung
from pengawasan.models import BarisMatrik
from pengawasan.services import kegiatan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NarahubungFactory
from tests.factories.pengawasan import KegiatanFactory, MatrikFactory, RekomendasiFactory, hari
from tests.support.formulir import isian_html

pytestmark = pytest.mark.django_db
TAWARAN = re.compile(r'<form class="undo" method="post" action="([^"]+)">(.*?)</form>', re.DOTALL)


def hapus(client, nama, *args, **isi):
    """Remove by the page's form; the page that follows."""
    return client.post(reverse(nama, args=args), isi, follow=True)


def urungkan(client, halaman):
    """Press the button that the page offers."""
    alamat, isi = TAWARAN.search(halaman.text).groups()
    return client.post(alamat, isian_html(isi), follow=True)


def isi_baris(baris):
    """What a person wrote into it, and where it stands."""
    kolom = ("urutan", "dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut")
    kolom += ("perangkat_daerah_id", "keterangan")
    return {n: getattr(baris, n) for n in kolom}, [
        (r.jenis, r.uraian, r.tenggat) for r in baris.rekomendasi.order_by("jenis")
    ]


def test_row_of_the_matrix_comes_back_where_it_stood_with_its_recommendations(client):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    matrik = MatrikFactory(kegiatan=kegiatan, baris=3)
    baris = matrik.baris.get(urutan=2)
    RekomendasiFactory(baris=baris, jenis="a", uraian="Baris satu\nbaris dua <b>", tenggat=None)
    RekomendasiFactory(baris=baris, jenis="lainnya", uraian="Menyurati.", tenggat=hari(30))
    semula = isi_baris(baris)
    lain = [isi_baris(satu) for satu in matrik.baris.exclude(pk=baris.pk).order_by("urutan")]
    client.force_login(PenggunaFactory(tim=True))

    halaman = hapus(
        client, "pengawasan:matrik-baris-hapus", kegiatan.pk, baris.pk, versi=baris.versi
    )
    urungkan(client, halaman)

    assert not BarisMatrik.objects.filter(pk=baris.pk).exists()
    satu, dua, tiga = matrik.baris.order_by("urutan")
    assert isi_baris(dua) == semula
    assert [isi_baris(satu), isi_baris(tiga)] == lain
    assert list(JejakAudit.objects.order_by("-pk").values_list("aksi", flat=True)[:2]) == [
        "matrik.simpan",
        "matrik.hapus",
    ]


def test_undo_asks_as_any_new_row_does(client):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    baris = MatrikFactory(kegiatan=kegiatan, baris=1).baris.get()
    client.force_login(PenggunaFactory(tim=True))
    halaman = hapus(
        client, "pengawasan:matrik-baris-hapus", kegiatan.pk, baris.pk, versi=baris.versi
    )
    services.batalkan(kegiatan.pk, alasan="Ditunda pimpinan.", oleh=PenggunaFactory())

    urungkan(client, halaman)

    assert not BarisMatrik.objects.exists()


def test_contact_comes_back(client):
    orang = NarahubungFactory(
        mitra=MitraFactory(), utama=True, jabatan="Kepala", telepon="0812", surel="a@b.id"
    )
    client.force_login(PenggunaFactory(staf=True))
    kolom = ("nama", "jabatan", "telepon", "surel", "utama", "mitra_id", "pihak_id")
    semula = [getattr(orang, n) for n in kolom]

    urungkan(client, hapus(client, "kerjasama:narahubung-hapus", orang.pk))

    assert [getattr(Narahubung.objects.get(), n) for n in kolom] == semula


def test_saved_filter_comes_back(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    satu = SaringanTersimpan.objects.create(
        pengguna=orang, halaman="kerjasama:naskah-daftar", kueri="q=air", nama="Air", bawaan=True
    )

    urungkan(client, hapus(client, "saringan-hapus", satu.pk))

    kembali = SaringanTersimpan.objects.get()
    assert (kembali.nama, kembali.kueri, kembali.bawaan) == ("Air", "q=air", True)


def test_offer_is_made_once_and_to_nobody_else(client, client_lain):
    orang = NarahubungFactory(mitra=MitraFactory())
    client.force_login(PenggunaFactory(staf=True))
    client_lain.force_login(PenggunaFactory(staf=True))
    alamat = orang.mitra.get_absolute_url()

    client.post(reverse("kerjasama:narahubung-hapus", args=[orang.pk]))
    halaman = [satu.get(alamat).text for satu in (client_lain, client, client)]

    assert [bool(TAWARAN.search(satu)) for satu in halaman] == [False, True, False]


@pytest.fixture
def client_lain(client):
    return type(client)()


def test_refused_removal_offers_nothing(client):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    baris = MatrikFactory(kegiatan=kegiatan, baris=1).baris.get()
    client.force_login(PenggunaFactory(tim=True))

    halaman = hapus(client, "pengawasan:matrik-baris-hapus", kegiatan.pk, baris.pk, versi=7)

    assert not TAWARAN.search(halaman.text)
    assert BarisMatrik.objects.exists()
