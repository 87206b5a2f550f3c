"""The editor of the mitra's form through the client, without JavaScript."""

import pytest
from django.urls import reverse
from django.utils import timezone

from pelaporan.domain.formulir import baca
from pelaporan.models import FormulirLaporan
from pelaporan.services import formulir as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pelaporan import FormulirLaporanFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pelaporan:formulir-daftar")


@pytest.fixture
def draf():
    FormulirLaporanFactory()
    return services.buat(versi="Formulir 2027", oleh=PenggunaFactory(staf=True))


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def alamat(nama, satu, *lain):
    return reverse(f"pelaporan:formulir-{nama}", args=[satu.pk, *lain])


def isi_halaman(client, tujuan):
    """Every field of the editor as the page shows it."""
    konteks = client.get(tujuan).context
    formset, form = konteks["formset"], konteks["form"]
    isi = {form.add_prefix(n): form[n].value() or "" for n in form.fields}
    isi |= {f"{formset.prefix}-{n}": v for n, v in formset.management_form.initial.items()}
    for baris in formset.forms:
        for nama in baris.fields:
            nilai = baris[nama].value()
            if nilai not in (None, False, ""):
                isi[baris.add_prefix(nama)] = "on" if nilai is True else nilai
    return isi


def definisi(draf):
    draf.refresh_from_db()
    return baca(draf.definisi)


def test_a_draft_is_made_from_the_list(staf):
    FormulirLaporanFactory()

    halaman = staf.post(DAFTAR, {"versi": "Formulir 2027"}, follow=True)

    assert (
        halaman.redirect_chain[-1][0]
        == FormulirLaporan.objects.get(status="draf").get_absolute_url()
    )
    assert "Sudah ada formulir" in staf.post(DAFTAR, {"versi": "Formulir 2027"}).text


def test_saving_a_section_unchanged_changes_nothing(staf, draf):
    semula = definisi(draf)

    for nomor in range(len(semula.bagian)):
        tujuan = alamat("bagian-ubah", draf, nomor)
        assert staf.post(tujuan, isi_halaman(staf, tujuan)).status_code == 302

    assert definisi(draf) == semula


def test_a_new_label_keeps_the_code_and_a_new_field_gets_one(staf, draf):
    tujuan = alamat("bagian-ubah", draf, 0)
    isi = isi_halaman(staf, tujuan)
    isi |= {
        "isian-1-label": "Latar belakang kerja sama",
        "isian-4-label": "Cara pembayaran",
        "isian-4-jenis": "pilihan",
        "isian-4-pilihan": "Tunai\nTransfer",
        "isian-4-urutan": "1",
    }

    staf.post(tujuan, isi)

    kode = {i.kode: i for i in definisi(draf).bagian[0].isian}
    assert kode["latar_belakang"].label == "Latar belakang kerja sama"
    assert kode["cara_pembayaran"].pilihan == (("tunai", "Tunai"), ("transfer", "Transfer"))
    assert [i.kode for i in definisi(draf).bagian[0].isian][:2] == ["judul", "cara_pembayaran"]


def test_a_foreign_code_is_not_taken_over(staf, draf):
    tujuan = alamat("bagian-ubah", draf, 0)
    isi = isi_halaman(staf, tujuan) | {
        "isian-4-kode": "hambatan",
        "isian-4-label": "Kendala",
        "isian-4-jenis": "teks",
    }

    staf.post(tujuan, isi)

    assert definisi(draf).bagian[0].isian[-1].kode == "kendala"


def test_bad_answers_are_refused_at_their_row_and_kept(staf, draf):
    tujuan = alamat("bagian-ubah", draf, 0)
    isi = isi_halaman(staf, tujuan) | {
        "isian-4-label": "Cara",
        "isian-4-jenis": "pilihan",
        "isian-4-pilihan": "Hanya satu",
    }

    halaman = staf.post(tujuan, isi).text

    assert "sekurang-kurangnya dua pilihan" in halaman
    assert "Hanya satu" in halaman


def test_columns_that_the_ledger_reads_have_their_kind_and_code(staf, draf):
    tujuan = alamat("kolom", draf, "kewajiban")
    isi = isi_halaman(staf, tujuan)
    assert staf.post(tujuan, isi).status_code == 302
    assert definisi(draf) == baca(FormulirLaporan.objects.get(status="terbit").definisi)

    salah = isi_halaman(staf, tujuan) | {"kolom-2-jenis": "teks"}
    assert "pilih jenis Persen" in staf.post(tujuan, salah).text
    dua = isi_halaman(staf, tujuan) | {"kolom-1-guna": "persen", "kolom-1-jenis": "persen"}
    assert "hanya untuk satu kolom" in staf.post(tujuan, dua).text


def test_a_column_named_like_one_of_the_ledger_is_not_taken_for_it(staf, draf):
    tujuan = alamat("kolom", draf, "kewajiban")
    isi = isi_halaman(staf, tujuan) | {
        "kolom-2-guna": "",
        "kolom-2-label": "Persen",
        "kolom-2-jenis": "teks",
    }

    staf.post(tujuan, isi)

    tabel = next(i for i in definisi(draf).isian if i.kode == "kewajiban")
    assert [k.kode for k in tabel.kolom] == ["target", "realisasi", "persen_2", "bukti"]
    assert "buku hak dan kewajiban" in staf.get(draf.get_absolute_url()).text


def test_sections_are_added_moved_and_taken_out(staf, draf):
    staf.post(alamat("bagian-naik", draf, 1), {"sidik": draf.sidik})
    assert definisi(draf).bagian[0].judul == "Pelaksanaan"
    staf.post(alamat("bagian-hapus", draf, 0), {"sidik": draf.sidik})
    assert "Pelaksanaan" not in [b.judul for b in definisi(draf).bagian]
    tujuan = alamat("bagian-tambah", draf)
    isi = isi_halaman(staf, tujuan) | {"judul": "Lain-lain", "isian-0-label": "Catatan"}

    staf.post(tujuan, isi | {"isian-0-jenis": "uraian"})

    assert definisi(draf).bagian[-1].judul == "Lain-lain"


def test_two_editors_are_told_of_each_other(staf, draf):
    lama = draf.sidik
    staf.post(alamat("bagian-hapus", draf, 4), {"sidik": lama})

    halaman = staf.post(alamat("bagian-hapus", draf, 0), {"sidik": lama}, follow=True).text

    assert "diubah orang lain" in halaman
    assert len(definisi(draf).bagian) == 4


def test_preview_shows_the_form_as_the_mitra_sees_it(staf, draf):
    halaman = staf.get(alamat("pratinjau", draf)).text

    for kata in ("Judul laporan *", "Contoh butir kewajiban pertama", "Berkas laporan dan bukti"):
        assert kata in halaman


def test_versions_are_compared(staf, draf):
    assert "Tidak ada perbedaan isian" in staf.get(alamat("banding", draf)).text
    staf.post(alamat("bagian-hapus", draf, 3), {"sidik": draf.sidik})

    halaman = staf.get(alamat("banding", draf)).text

    assert "Rencana tindak lanjut" in halaman
    assert "Dihapus" in halaman


def test_the_administrator_publishes_and_staff_does_not(client, draf):
    hari_ini = timezone.localdate().isoformat()
    isi = {
        "nomor_keputusan": "1/2026",
        "tanggal_keputusan": hari_ini,
        "tentang": "Format laporan",
        "berlaku_mulai": hari_ini,
    }
    client.force_login(PenggunaFactory(staf=True))
    assert client.post(alamat("terbitkan", draf), isi).status_code == 403

    client.force_login(PenggunaFactory(admin=True))
    assert "Terbitkan" in client.get(draf.get_absolute_url()).text
    halaman = client.post(alamat("terbitkan", draf), isi, follow=True).text

    assert "Formulir diterbitkan." in halaman
    assert "Keputusan Nomor 1/2026" in halaman
    client.force_login(PenggunaFactory(staf=True))
    assert client.get(alamat("bagian-ubah", draf, 0)).status_code == 302


@pytest.mark.parametrize("peran", ["pd", "mitra"])
def test_it_is_no_affair_of_units_and_mitra(client, draf, peran):
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(DAFTAR).status_code == 403
    assert client.get(draf.get_absolute_url()).status_code == 403
