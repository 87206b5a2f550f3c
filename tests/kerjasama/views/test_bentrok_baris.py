"""Two people with the form of one row open: the second loses nothing and overwrites nothing."""

import pytest
from django.urls import reverse

from kerjasama.models import Setoran
from kerjasama.services import butir, lampiran, mitra, narahubung, perangkat_daerah, setoran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
)
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db

# The page, how the row comes, and a column of it that two people write into; one for text only.
HALAMAN = {
    "butir-ubah": (lambda: ButirFactory(target_angka="12.50"), butir.ubah, "uraian", "target"),
    "lampiran-ubah": (LampiranFactory, lampiran.ubah, "nomor", "penerbit"),
    "mitra-ubah": (MitraFactory, mitra.ubah, "alamat", "telepon"),
    "perangkat-daerah-ubah": (
        PerangkatDaerahFactory, perangkat_daerah.ubah, "jabatan_kepala", "telepon",
    ),
    "narahubung-ubah": (
        lambda: NarahubungFactory(mitra=MitraFactory(), telepon="021"),
        narahubung.ubah,
        "jabatan",
        "nama",
    ),
}  # fmt: skip


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True, admin=True))
    return client


@pytest.fixture
def rekan():
    return PenggunaFactory(staf=True)


@pytest.fixture(params=HALAMAN)
def halaman(request, staf):
    """The address, the row, the service, and the two columns."""
    buat, ubah, satu, dua = HALAMAN[request.param]
    baris = buat()
    return reverse(f"kerjasama:{request.param}", args=[baris.pk]), baris, ubah, satu, dua


def test_second_save_is_held_and_shows_both(staf, rekan, halaman):
    alamat, baris, ubah, satu, dua = halaman
    terbuka = isian(staf.get(alamat))
    ubah(baris.pk, {satu: "Dari rekan", dua: "Juga rekan"}, oleh=rekan)

    jawaban = staf.post(alamat, terbuka | {satu: "Dari saya"})

    bentrok = jawaban.context["form"].bentrok
    assert jawaban.status_code == 409
    assert [(b.saya, b.tersimpan) for b in bentrok.beda] == [("Dari saya", "Dari rekan")]
    assert [b.tersimpan for b in bentrok.ikut] == ["Juga rekan"]
    baris.refresh_from_db()
    assert getattr(baris, satu) == "Dari rekan"
    assert "Tidak ada yang hilang" in jawaban.content.decode()


def test_saving_again_writes_mine_and_keeps_what_only_the_other_changed(staf, rekan, halaman):
    alamat, baris, ubah, satu, dua = halaman
    terbuka = isian(staf.get(alamat))
    ubah(baris.pk, {satu: "Dari rekan", dua: "Juga rekan"}, oleh=rekan)
    ditahan = staf.post(alamat, terbuka | {satu: "Dari saya"})

    jawaban = staf.post(alamat, isian(ditahan))

    baris.refresh_from_db()
    assert jawaban.status_code == 302
    assert (getattr(baris, satu), getattr(baris, dua)) == ("Dari saya", "Juga rekan")


def test_page_that_nobody_overtook_saves_at_once(staf, halaman):
    alamat, baris, _, satu, _ = halaman

    jawaban = staf.post(alamat, isian(staf.get(alamat)) | {satu: "Dari saya"})

    baris.refresh_from_db()
    assert jawaban.status_code == 302
    assert getattr(baris, satu) == "Dari saya"


def test_memory_that_cannot_be_read_counts_as_overtaken(staf, halaman):
    alamat, _, _, satu, _ = halaman
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
