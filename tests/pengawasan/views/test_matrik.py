"""The matrix through the client: eight columns, row by row, never over another's change."""

import pytest
from django.urls import reverse

from pengawasan.models import BarisMatrik, Matrik, Rekomendasi
from pengawasan.services import matrik as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import ButirFactory, anggota_pd
from tests.factories.pengawasan import (
    BarisMatrikFactory,
    KegiatanFactory,
    MatrikFactory,
    RekomendasiFactory,
    hari,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kegiatan(client):
    client.force_login(PenggunaFactory(tim=True))
    return KegiatanFactory(evaluasi=True, ditugaskan=True)


def alamat(nama, *args):
    return reverse(f"pengawasan:matrik-{nama}", args=args)


D = {
    "baru-d-ada": "True",
    "baru-d-pilih": "on",
    "baru-d-uraian": "Menagih",
    "baru-d-tenggat": hari(30),
}


def kiriman(kegiatan, versi=0, *, tanpa_d=False, **kolom):
    """A row as the browser sends it, recommending huruf d."""
    return {
        "versi": versi,
        "dasar": "Pasal 5",
        "materi_evaluasi": "Kewajiban",
        "permasalahan": "Kurang",
        "solusi": "Tambah",
        "tindak_lanjut": "Jadwal",
        "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first().pk,
        "keterangan": "",
        **({} if tanpa_d else D),
        **kolom,
    }


def test_tambah_writes_the_row_with_its_recommendations(client, kegiatan):
    data = kiriman(kegiatan) | {"baru-g-ada": "True", "baru-g-pilih": "on"}

    answer = client.post(alamat("baris-tambah", kegiatan.pk), data)

    assert answer.url == alamat("rincian", kegiatan.pk)
    assert list(
        Rekomendasi.objects.values_list("jenis", "uraian", "tenggat").order_by("jenis")
    ) == [
        ("d", "Menagih", hari(30)),
        ("g", "", None),
    ]


def test_tambah_goes_on_with_another_row_when_asked(client, kegiatan):
    answer = client.post(
        alamat("baris-tambah", kegiatan.pk), kiriman(kegiatan) | {"simpan": "lagi"}
    )

    assert answer.url == alamat("baris-tambah", kegiatan.pk)


@pytest.mark.parametrize(
    ("kolom", "pesan"),
    [
        ({"baru-lainnya-ada": "True", "baru-lainnya-pilih": "on"}, "Uraikan rekomendasinya."),
        ({"solusi": "x" * 2001}, "2000"),
    ],
)
def test_tambah_says_what_is_wrong_and_keeps_the_rest(client, kegiatan, kolom, pesan):
    page = client.post(alamat("baris-tambah", kegiatan.pk), kiriman(kegiatan, **kolom))

    assert pesan in page.content.decode()
    assert "Pasal 5" in page.content.decode()
    assert not Matrik.objects.exists()


def test_a_cell_counts_newlines_as_the_person_sees_them(client, kegiatan):
    sel = "\r\n".join(["x" * 99] * 20)

    client.post(alamat("baris-tambah", kegiatan.pk), kiriman(kegiatan, solusi=sel))

    assert len(BarisMatrik.objects.get().solusi) == 1999


def test_markup_in_a_cell_stays_text(client, kegiatan):
    jahat = "<b>DISETUJUI</b></td><script>alert(1)</script>"
    client.post(alamat("baris-tambah", kegiatan.pk), kiriman(kegiatan, solusi=jahat))

    page = client.get(alamat("rincian", kegiatan.pk)).content.decode()

    assert "&lt;b&gt;DISETUJUI&lt;/b&gt;" in page
    assert "<script>alert" not in page


def test_tambah_begins_from_an_item_of_the_naskah(client, kegiatan):
    butir = ButirFactory(naskah=kegiatan.naskah, uraian="Membayar sewa", target="Rp1 juta")
    lain = ButirFactory()

    page = client.get(f"{alamat('baris-tambah', kegiatan.pk)}?butir={butir.pk}").content.decode()
    asing = client.get(f"{alamat('baris-tambah', kegiatan.pk)}?butir={lain.pk}")

    assert "Kewajiban mitra: Membayar sewa" in page
    assert kegiatan.naskah.nomor in page
    assert asing.status_code == 404


def test_rincian_offers_items_that_no_row_speaks_of_yet(client):
    matrik = MatrikFactory(baris=1)
    ButirFactory(naskah=matrik.kegiatan.naskah, uraian="Kewajiban mitra")
    baru = ButirFactory(naskah=matrik.kegiatan.naskah, uraian="Membayar sewa")
    client.force_login(PenggunaFactory(tim=True))

    page = client.get(alamat("rincian", matrik.kegiatan_id)).content.decode()

    assert "Sudah dibahas" in page
    assert page.count("Jadikan baris") == 1
    assert f"?butir={baru.pk}" in page


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rincian_takes_the_same_queries_for_any_number_of_rows(client, count_queries, jumlah):
    matrik = MatrikFactory(baris=jumlah)
    ButirFactory.create_batch(jumlah, naskah=matrik.kegiatan.naskah)
    client.force_login(PenggunaFactory(tim=True))

    with count_queries(8):
        client.get(alamat("rincian", matrik.kegiatan_id))


def test_ubah_changes_row_and_recommendation(client, kegiatan):
    lama = RekomendasiFactory(baris__matrik__kegiatan=kegiatan)
    awalan = f"r{lama.pk}-d"
    data = kiriman(kegiatan, 1, solusi="Baru", tanpa_d=True) | {
        f"{awalan}-ada": "True",
        f"{awalan}-pilih": "on",
        f"{awalan}-uraian": "Menagih dua kali",
    }

    client.post(alamat("baris-ubah", kegiatan.pk, lama.baris_id), data)

    lama.refresh_from_db()
    assert (lama.baris.solusi, lama.uraian) == ("Baru", "Menagih dua kali")
    assert Rekomendasi.objects.count() == 1


SEL = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut", "keterangan")


def ubah_bersamaan(kegiatan, baris, **kolom):
    """Someone else saves the row first."""
    data = {n: getattr(baris, n) for n in (*SEL, "perangkat_daerah")} | kolom
    rekomendasi = baris.rekomendasi.values("pk", "jenis", "uraian", "tenggat")
    services.simpan_baris(
        kegiatan.pk,
        versi=1,
        baris_pk=baris.pk,
        data=data,
        rekomendasi=list(rekomendasi),
        oleh=PenggunaFactory(nama="Orang Lain"),
    )


def test_a_conflict_keeps_what_was_typed_says_what_changed_and_saves_the_second_time(
    client, kegiatan
):
    baris = RekomendasiFactory(baris__matrik__kegiatan=kegiatan).baris
    ubah_bersamaan(kegiatan, baris, solusi="Solusi orang lain")
    url = alamat("baris-ubah", kegiatan.pk, baris.pk)

    bentrok = client.post(url, kiriman(kegiatan, 1, solusi="Solusi saya"))

    page = bentrok.content.decode()
    assert bentrok.status_code == 409
    assert "Orang Lain menyimpan baris 1 (solusi) pukul" in page
    assert "Solusi orang lain" in page
    assert "Solusi saya" in page
    assert '<input type="hidden" name="versi" value="2"' in page
    client.post(url, kiriman(kegiatan, 2, solusi="Solusi saya"))
    baris.refresh_from_db()
    assert baris.solusi == "Solusi saya"


def test_a_recommendation_added_meanwhile_is_not_lost_by_an_older_page(client, kegiatan):
    baris = BarisMatrikFactory(matrik__kegiatan=kegiatan)
    RekomendasiFactory(baris=baris, jenis="a", uraian="Ditambah orang lain")

    client.post(alamat("baris-ubah", kegiatan.pk, baris.pk), kiriman(kegiatan, 1))

    assert sorted(r.jenis for r in baris.rekomendasi.all()) == ["a", "d"]


def test_a_recommendation_taken_out_or_added_meanwhile_keeps_ones_own_words(client, kegiatan):
    lama = RekomendasiFactory(baris__matrik__kegiatan=kegiatan)
    baris, awalan = lama.baris, f"r{lama.pk}-d"
    lama.delete()
    RekomendasiFactory(baris=baris, jenis="a")
    BarisMatrik.objects.update(versi=2)
    data = kiriman(kegiatan, 1, tanpa_d=True) | {
        f"{awalan}-ada": "True",
        f"{awalan}-pilih": "on",
        f"{awalan}-uraian": "Kata saya untuk d",
        "baru-a-ada": "True",
        "baru-a-pilih": "on",
        "baru-a-uraian": "Kata saya untuk a",
    }

    answer = client.post(alamat("baris-ubah", kegiatan.pk, baris.pk), data)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Kata saya untuk d" in page
    assert "Kata saya untuk a" in page


def test_a_row_deleted_meanwhile_is_offered_as_a_new_one(client, kegiatan):
    matrik = MatrikFactory(kegiatan=kegiatan, baris=1)
    baris = matrik.baris.get()
    url = alamat("baris-ubah", kegiatan.pk, baris.pk)
    services.hapus_baris(kegiatan.pk, versi=1, baris_pk=baris.pk, oleh=PenggunaFactory())

    answer = client.post(url, kiriman(kegiatan, 1, solusi="Tidak boleh hilang"))

    assert answer.status_code == 409
    assert "Tidak boleh hilang" in answer.content.decode()
    assert alamat("baris-tambah", kegiatan.pk) in answer.content.decode()
    assert client.get(url).url == alamat("rincian", kegiatan.pk)


def test_after_a_return_the_page_locks_what_was_decided(client):
    baris = BarisMatrikFactory()
    RekomendasiFactory(baris=baris, disetujui=True, uraian="Yang disetujui")
    kembali = RekomendasiFactory(baris=baris, jenis="g", dikembalikan=True)
    client.force_login(PenggunaFactory(tim=True))
    kegiatan = baris.matrik.kegiatan
    url = alamat("baris-ubah", kegiatan.pk, baris.pk)
    awalan = f"r{kembali.pk}-g"

    page = client.get(url).content.decode()
    client.post(
        url,
        kiriman(kegiatan, 1, solusi="Diam-diam", tanpa_d=True)
        | {f"{awalan}-ada": "True", f"{awalan}-pilih": "on", f"{awalan}-uraian": "SP1"},
    )

    kembali.refresh_from_db()
    baris.refresh_from_db()
    assert "Perjelas." in page
    assert "Yang disetujui" in page
    assert (kembali.uraian, baris.solusi) == ("SP1", "Menyusun jadwal")
    assert baris.rekomendasi.count() == 2


def test_hapus_shows_the_row_then_takes_it_out(client, kegiatan):
    matrik = MatrikFactory(kegiatan=kegiatan, baris=2)
    url = alamat("baris-hapus", kegiatan.pk, matrik.baris.first().pk)

    page = client.get(url).content.decode()
    client.post(url, {"versi": 1})

    assert "Kewajiban mitra" in page
    assert matrik.baris.count() == 1


def test_hapus_of_a_decided_row_does_not_open(client):
    baris = RekomendasiFactory(disetujui=True).baris
    client.force_login(PenggunaFactory(tim=True))
    kegiatan = baris.matrik.kegiatan

    answer = client.get(alamat("baris-hapus", kegiatan.pk, baris.pk))

    assert answer.url == alamat("rincian", kegiatan.pk)


def test_matrik_of_a_pemantauan_does_not_exist(client):
    client.force_login(PenggunaFactory(tim=True))

    assert client.get(alamat("rincian", KegiatanFactory(ditugaskan=True).pk)).status_code == 404


@pytest.mark.parametrize(
    ("keadaan", "kode"), [("dilaksanakan", 403), ("dilaporkan", 200), ("diputuskan", 200)]
)
def test_matrik_is_shown_to_the_unit_once_it_is_reported(client, keadaan, kode):
    kegiatan = KegiatanFactory(evaluasi=True, **{keadaan: True})
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.first()))

    assert client.get(alamat("rincian", kegiatan.pk)).status_code == kode
    assert client.get(alamat("baris-tambah", kegiatan.pk)).status_code == 403
