"""The ledger's pages: figures that open to their rows, stating, evidence, items."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from kerjasama.models import Butir, PernyataanPemenuhan
from kerjasama.services import butir as butir_services
from kerjasama.services import pernyataan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    MitraFactory,
    NaskahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pelaporan import berkas_pdf
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db
DATA = {"ke": 0, "status": "sebagian", "persen": 40, "sumber": "Rapat"}


@pytest.fixture
def naskah():
    return NaskahFactory()


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def masuk(client, orang):
    client.force_login(orang)
    return client


def nyatakan(butir, sisi="tim", **lain):
    isi = DATA | {"tanggal": timezone.localdate()} | lain
    mitra = butir.naskah.mitra.first() if sisi == "mitra" else None
    return services.nyatakan(butir.pk, isi, sisi=sisi, mitra=mitra, oleh=PenggunaFactory())


def ledger(naskah):
    return reverse("kerjasama:kewajiban-rincian", args=[naskah.pk])


def kiriman(**lain):
    return {
        "sisi": "mitra",
        "ke": "0",
        "status": "sebagian",
        "persen": "18,9",
        "tanggal": timezone.localdate().isoformat(),
        "sumber": "Catatan sendiri",
        **lain,
    }


# --- The page of a naskah --------------------------------------------------------------------


def test_different_figures_stand_side_by_side_and_are_marked(staf, naskah):
    butir = ButirFactory(naskah=naskah)
    nyatakan(butir, sisi="perangkat_daerah", persen=Decimal("11.9"))
    nyatakan(butir, sisi="mitra", persen=Decimal("18.9"))

    page = staf.get(ledger(naskah)).content.decode()

    assert "11,9%" in page
    assert "18,9%" in page
    assert "Pernyataan berbeda" in page


def test_a_figure_opens_to_the_rows_it_was_made_of(staf, naskah):
    dinyatakan, lain = ButirFactory.create_batch(2, naskah=naskah)
    ButirFactory(naskah=naskah, pihak="pemerintah")
    nyatakan(dinyatakan)

    page = staf.get(ledger(naskah))
    tautan = page.context["ringkasan"][1].capaian[2].tautan
    rows = staf.get(tautan).context["baris"]

    assert [b.butir for b in rows] == [dinyatakan]
    assert lain not in rows


@pytest.mark.parametrize("saringan", ["pihak=entah", "sisi='", "sisi=tim&pihak=mitra&x=1"])
def test_filters_that_make_no_sense_are_let_pass(staf, naskah, saringan):
    assert staf.get(f"{ledger(naskah)}?{saringan}").status_code == 200


def test_money_figures_are_those_of_the_list_they_open_to(staf, naskah):
    satu = SetoranFactory(butir__naskah=naskah, dibayar=400)
    SetoranFactory(butir=satu.butir, ke=2, jatuh_tempo=date(2026, 3, 31), menunggu=7)
    SetoranFactory()

    total = staf.get(ledger(naskah)).context["ringkasan"][1].total
    setoran = staf.get(ledger(naskah)).context["ringkasan"][1].setoran

    assert staf.get(f"{setoran}jatuh_tempo").context["total"].jatuh_tempo == total.jatuh_tempo
    assert staf.get(f"{setoran}dibayar").context["total"].dibayar == total.dibayar == 400
    assert staf.get(f"{setoran}menunggu").context["total"].menunggu == total.menunggu == 7
    assert staf.get(setoran).context["total"].tunggakan == total.tunggakan


def test_each_figure_of_the_table_opens_to_its_rows(staf, naskah):
    setoran = SetoranFactory(butir__naskah=naskah, menunggu=250_000_000)
    nyatakan(setoran.butir)

    utuh = staf.get(ledger(naskah)).content.decode()
    butir = staf.get(setoran.butir.get_absolute_url()).content.decode()

    assert f'href="{setoran.butir.get_absolute_url()}#pernyataan">40' in utuh
    assert f'?butir={setoran.butir.pk}&amp;keadaan=">Rp1.000.000.000</a>' in utuh
    assert 'id="pernyataan"' in butir
    for halaman in (utuh, butir):
        assert "menunggu Rp250.000.000" in halaman
    assert "keadaan=menunggu" in butir


def test_each_of_several_mitra_has_its_own_figure(staf):
    satu, dua = MitraFactory(nama="PT Satu"), MitraFactory(nama="PT Dua")
    naskah = NaskahFactory(mitra=[satu, dua])
    bersama = ButirFactory(naskah=naskah, uraian="Bersama")
    ButirFactory(naskah=naskah, mitra=dua, uraian="Milik dua")
    for mitra, persen in ((satu, 20), (dua, 60)):
        isi = DATA | {"tanggal": timezone.localdate(), "persen": persen}
        services.nyatakan(bersama.pk, isi, sisi="mitra", mitra=mitra, oleh=PenggunaFactory())

    jawaban = staf.get(ledger(naskah))

    angka = {
        m.mitra.nama: [(c.angka.persen, c.angka.jumlah) for c in m.capaian if c.sisi == "mitra"]
        for m in jawaban.context["per_mitra"]
    }
    assert angka == {"PT Dua": [(60, 2)], "PT Satu": [(20, 1)]}
    dibuka = staf.get(ledger(naskah), {"mitra": satu.pk, "sisi": "mitra"})
    assert [b.butir for b in dibuka.context["baris"]] == [bersama]
    assert "milik PT Satu" in dibuka.content.decode()


def test_a_mitra_sees_no_figure_of_another(client):
    satu, dua = MitraFactory(), MitraFactory()
    naskah = NaskahFactory(mitra=[satu, dua])
    ButirFactory(naskah=naskah)

    jawaban = masuk(client, anggota_mitra(satu)).get(ledger(naskah))

    assert not jawaban.context["per_mitra"]


def test_mitra_that_left_is_said_to_have_left_beside_its_figure(staf):
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Lama"), MitraFactory(nama="PT Tetap")])
    ButirFactory(naskah=naskah)
    assert "keluar 10 Maret 2025" not in staf.get(ledger(naskah)).text

    naskah.pihak.filter(mitra__nama="PT Lama").update(diakhiri_pada=date(2025, 3, 10))
    jawaban = staf.get(ledger(naskah))

    assert [bool(r.keluar) for r in jawaban.context["per_mitra"]] == [True, False]
    assert jawaban.text.count("keluar 10 Maret 2025; yang jatuh tempo sebelumnya") == 1


def test_kesepakatan_bersama_speaks_of_tugas_dan_kewenangan(staf):
    naskah = NaskahFactory(jenis="kesepakatan_bersama")
    ButirFactory(naskah=naskah, jenis="tugas", pihak="pemerintah")
    page = staf.get(ledger(naskah)).content.decode()

    assert "Tugas dan kewenangan" in page
    assert "Tugas pemerintah daerah" in page
    assert "Hak dan kewajiban" not in page
    assert "Kewajiban pemerintah daerah" not in page


@pytest.mark.parametrize(
    ("naskah", "tercatat", "jenis"),
    [
        ("kesepakatan_bersama", "", ["tugas", "kewenangan"]),
        ("nota_kesepakatan", "", ["tugas", "kewenangan"]),
        ("pks", "", ["hak", "kewajiban"]),
        ("kesepakatan_bersama", "hak", ["hak", "tugas", "kewenangan"]),
    ],
)
def test_item_is_of_a_kind_that_its_naskah_has(staf, naskah, tercatat, jenis):
    satu = NaskahFactory(jenis=naskah)
    alamat = reverse("kerjasama:butir-tambah", args=[satu.pk])
    if tercatat:
        alamat = reverse("kerjasama:butir-ubah", args=[ButirFactory(naskah=satu, jenis="hak").pk])

    pilihan = staf.get(alamat).context["form"].fields["jenis"].choices

    assert [nilai for nilai, _ in pilihan if nilai] == jenis


def test_page_of_200_items_asks_as_often_as_that_of_one(
    staf, naskah, django_assert_max_num_queries
):
    butir = [ButirFactory(naskah=naskah) for _ in range(200)]
    for satu in butir[::4]:
        nyatakan(satu)

    with django_assert_max_num_queries(12):
        page = staf.get(ledger(naskah))

    assert len(page.context["baris"]) == 200


def test_mitra_does_not_see_what_is_another_mitra_s_alone(client):
    satu, lain = MitraFactory(), MitraFactory()
    naskah = NaskahFactory(mitra=[satu, lain])
    milik, umum = ButirFactory(naskah=naskah, mitra=satu), ButirFactory(naskah=naskah)
    asing = ButirFactory(naskah=naskah, mitra=lain)
    rahasia = services.nyatakan(
        umum.pk, DATA | {"tanggal": timezone.localdate(), "uraian": "RAHASIA-LAIN"},
        sisi="mitra", mitra=lain, oleh=PenggunaFactory(),
    )  # fmt: skip
    klien = masuk(client, anggota_mitra(satu))

    rows = klien.get(ledger(naskah)).context["baris"]
    page = klien.get(umum.get_absolute_url()).content.decode()

    assert [b.butir for b in rows] == [milik, umum]
    assert klien.get(asing.get_absolute_url()).status_code == 404
    assert rahasia.uraian not in page


# --- Stating ---------------------------------------------------------------------------------


def test_mitra_states_its_own_item_with_evidence(client, naskah):
    butir = ButirFactory(naskah=naskah)
    klien = masuk(client, anggota_mitra(naskah.mitra.get()))
    alamat = reverse("kerjasama:butir-nyatakan", args=[butir.pk])
    berkas = SimpleUploadedFile("bukti.pdf", berkas_pdf().isi)

    answer = klien.post(alamat, isian(klien.get(alamat)) | kiriman(bukti=berkas))

    ada = PernyataanPemenuhan.objects.get()
    assert answer.url == butir.get_absolute_url()
    assert (ada.sisi, ada.mitra, str(ada.persen)) == ("mitra", naskah.mitra.get(), "18.90")
    assert ada.bukti.get().berkas.nama == "bukti.pdf"


@pytest.mark.parametrize(
    ("ubahan", "isian_salah"),
    [
        ({"persen": "-1"}, "persen"),
        ({"persen": "sepuluh"}, "persen"),
        ({"persen": "1000"}, "persen"),
        ({"status": "terpenuhi"}, "persen"),
        ({"status": ""}, "status"),
        ({"nilai": "10.000.000.000.000"}, "nilai"),
        ({"nilai": "1,234"}, "nilai"),
        ({"tanggal": "2024-01-14"}, "tanggal"),
        ({"tanggal": "2099-01-01"}, "tanggal"),
        ({"tanggal": "12/72020"}, "tanggal"),
        ({"sumber": ""}, "sumber"),
        ({"sisi": "tim"}, "sisi"),
        ({"ke": "7"}, "ke"),
        ({"uraian": "x" * 2_001}, "uraian"),
    ],
)
def test_bad_input_is_said_at_its_field_and_the_rest_is_kept(client, naskah, ubahan, isian_salah):
    butir = ButirFactory(naskah=naskah)
    klien = masuk(client, anggota_mitra(naskah.mitra.get()))

    page = klien.post(reverse("kerjasama:butir-nyatakan", args=[butir.pk]), kiriman(**ubahan))

    assert list(page.context["form"].errors) == [isian_salah]
    assert page.context["form"]["sumber"].value() == ubahan.get("sumber", "Catatan sendiri")
    assert not PernyataanPemenuhan.objects.exists()


def test_mitra_does_not_state_what_the_government_owes(client, naskah):
    butir = ButirFactory(naskah=naskah, pihak="pemerintah")
    klien = masuk(client, anggota_mitra(naskah.mitra.get()))

    answer = klien.post(reverse("kerjasama:butir-nyatakan", args=[butir.pk]), kiriman())

    assert answer.status_code == 403
    assert "Hanya pihak yang bersangkutan" in answer.content.decode()
    assert not PernyataanPemenuhan.objects.exists()


def test_pd_states_for_its_own_side_whatever_it_sends(client, naskah):
    butir = ButirFactory(naskah=naskah)
    klien = masuk(client, anggota_pd(naskah.perangkat_daerah.get()))
    alamat = reverse("kerjasama:butir-nyatakan", args=[butir.pk])

    assert klien.post(alamat, kiriman(sisi="mitra")).status_code == 200
    klien.post(alamat, kiriman(sisi="perangkat_daerah"))

    assert [p.sisi for p in PernyataanPemenuhan.objects.all()] == ["perangkat_daerah"]


def test_reading_evidence_leaves_a_line_and_a_stranger_finds_nothing(client, naskah):
    butir = ButirFactory(naskah=naskah)
    isi = DATA | {"tanggal": timezone.localdate()}
    oleh = PenggunaFactory(staf=True)
    ada = services.nyatakan(butir.pk, isi, sisi="tim", bukti=[berkas_pdf()], oleh=oleh)
    alamat = reverse("kerjasama:butir-bukti", args=[butir.pk, ada.bukti.get().pk])

    asing = masuk(client, anggota_mitra(MitraFactory())).get(alamat)
    milik = masuk(client, anggota_mitra(naskah.mitra.get())).get(alamat)

    assert (asing.status_code, milik.status_code) == (404, 200)
    assert JejakAudit.objects.filter(aksi="berkas.unduh").count() == 1
    milik.close()


# --- Items -----------------------------------------------------------------------------------


def butir_baru(**lain):
    return {
        "jenis": "kewajiban",
        "pihak": "mitra",
        "uraian": "Menyetor kontribusi",
        "kekerapan": "tahunan",
        "jatuh_tempo_pertama": "2025-03-31",
        "sifat_uang": "setoran",
        "jumlah": "1,5 M",
        **lain,
    }


def test_new_item_with_money_has_its_due_rows(staf, naskah):
    staf.post(reverse("kerjasama:butir-tambah", args=[naskah.pk]), butir_baru())

    butir = Butir.objects.get()
    assert butir.jumlah == 1_500_000_000
    assert butir.setoran.count() == 4


@pytest.mark.parametrize(
    ("ubahan", "isian_salah"),
    [
        ({"jumlah": "Rp"}, "jumlah"),
        ({"jumlah": "-5"}, "jumlah"),
        ({"jumlah": "1000000000000000"}, "jumlah"),
        ({"jumlah": ""}, "jumlah"),
        ({"jumlah": "1,000"}, "jumlah"),
        ({"jatuh_tempo_pertama": ""}, "jatuh_tempo_pertama"),
        ({"jatuh_tempo_pertama": "2023-12-31"}, "jatuh_tempo_pertama"),
        ({"jatuh_tempo_pertama": "2029-01-16"}, "jatuh_tempo_pertama"),
        ({"tenggat": "2035-01-01"}, "tenggat"),
        ({"sifat_uang": ""}, "sifat_uang"),
        ({"target_angka": "0"}, "target_angka"),
        ({"uraian": ""}, "uraian"),
    ],
)
def test_item_that_does_not_fit_is_said_at_its_field(staf, naskah, ubahan, isian_salah):
    page = staf.post(reverse("kerjasama:butir-tambah", args=[naskah.pk]), butir_baru(**ubahan))

    assert list(page.context["form"].errors) == [isian_salah]
    assert not Butir.objects.exists()


def test_item_sent_back_as_it_came_changes_nothing(staf, naskah):
    data = {"jenis": "kewajiban", "pihak": "mitra", "uraian": "Melatih", "target_angka": 200}
    butir = butir_services.catat(naskah.pk, data, oleh=PenggunaFactory(staf=True))
    alamat = reverse("kerjasama:butir-ubah", args=[butir.pk])
    semula = JejakAudit.objects.count()

    answer = staf.post(alamat, isian(staf.get(alamat)))

    assert answer.url == butir.get_absolute_url()
    assert JejakAudit.objects.count() == semula


def test_naskah_form_keeps_the_items_on_which_statements_hang(staf, naskah):
    butir = ButirFactory(naskah=naskah, mitra=naskah.mitra.get())
    nyatakan(butir)
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    staf.post(ubah, isian(staf.get(ubah)) | {"butir-0-uraian": "Bunyi baru"})

    butir.refresh_from_db()
    assert (butir.uraian, butir.mitra) == ("Bunyi baru", naskah.mitra.get())
    assert butir.pernyataan.count() == 1


def test_item_that_was_stated_is_not_deleted_with_the_naskah_form(staf, naskah):
    butir = ButirFactory(naskah=naskah)
    nyatakan(butir)
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    page = staf.post(ubah, isian(staf.get(ubah)) | {"butir-0-DELETE": "on"})

    assert "sudah mempunyai pernyataan" in page.content.decode()
    assert Butir.objects.filter(pk=butir.pk).exists()
