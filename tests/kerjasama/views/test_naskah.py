"""Recording a naskah through its page."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db
TAMBAH = "kerjasama:naskah-tambah"
# Still ahead when midnight passes while the tests run.
LUSA = timezone.localdate() + timedelta(days=2)


def kiriman(**isian):
    """The page as the browser sends it: one mitra, one unit, no items."""
    return {
        "jenis": "pks",
        "nomor": "134.4/7/SETDA.Ks/2026",
        "judul": "Pengelolaan parkir",
        "tanggal_ttd": "2026-01-15",
        "tanggal_berakhir": "2028-01-15",
        "pihak-TOTAL_FORMS": "1",
        "pihak-INITIAL_FORMS": "0",
        "pihak-0-mitra": MitraFactory().nama,
        "pd-TOTAL_FORMS": "1",
        "pd-INITIAL_FORMS": "0",
        "pd-0-perangkat_daerah": PerangkatDaerahFactory().pk,
        "pd-0-peran": "pemrakarsa",
        "butir-TOTAL_FORMS": "0",
        "butir-INITIAL_FORMS": "0",
        **isian,
    }


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


@pytest.mark.parametrize(
    ("tombol", "status"),
    [
        ({"simpan": "draf"}, StatusNaskah.DRAF),
        ({"simpan": "berlaku"}, StatusNaskah.BERLAKU),
        ({}, StatusNaskah.DRAF),
    ],
)
def test_the_button_decides_whether_a_naskah_is_in_force(staf, tombol, status):
    answer = staf.post(reverse(TAMBAH), kiriman(**tombol))

    naskah = Naskah.objects.get()
    assert (answer.url, naskah.status) == (naskah.get_absolute_url(), status)


def test_a_status_that_no_button_offers_records_nothing(staf):
    answer = staf.post(reverse(TAMBAH), kiriman(simpan="berakhir"))

    assert answer.status_code == 200
    assert Naskah.objects.count() == 0


def test_a_naskah_stands_under_another_and_replaces_a_third(staf):
    payung, lama = NaskahFactory(jenis="kesepakatan_bersama"), NaskahFactory()

    staf.post(reverse(TAMBAH), kiriman(induk=payung.nomor, menggantikan=lama.nomor))

    naskah = Naskah.objects.get(judul="Pengelolaan parkir")
    assert (naskah.induk, naskah.menggantikan) == (payung, lama)


def test_a_naskah_is_not_its_own_parent(staf):
    naskah = NaskahFactory()
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    answer = staf.post(ubah, isian(staf.get(ubah)) | {"induk": naskah.nomor})

    assert "Ini naskah itu sendiri" in answer.context["form"].errors["induk"][0]


def test_rows_that_nobody_touched_do_not_stop_the_saving(staf):
    isi = isian(staf.get(reverse(TAMBAH)))

    staf.post(reverse(TAMBAH), isi | {"jenis": "pks", "judul": "Parkir", "simpan": "draf"})

    naskah = Naskah.objects.get()
    assert (naskah.keterlibatan.count(), naskah.butir.count()) == (0, 0)


def test_page_sent_back_as_it_came_changes_nothing(staf):
    naskah = NaskahFactory()
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    answer = staf.post(ubah, isian(staf.get(ubah)))

    assert answer.url == naskah.get_absolute_url()
    naskah.refresh_from_db()
    assert naskah.versi_fakta == 1


def test_no_browser_cuts_a_long_text_in_silence(staf):
    page = staf.get(reverse(TAMBAH)).content.decode()

    for nama in ("judul", "jangka_waktu", "nomor", "objek", "butir-0-uraian", "pihak-0-nomor"):
        (tag,) = re.findall(rf'<(?:input|textarea)[^>]*name="{nama}"[^>]*>', page)
        assert "maxlength" not in tag


def test_an_item_due_before_the_signing_is_told_in_its_row(staf):
    butir = {"jenis": "kewajiban", "pihak": "mitra", "uraian": "Lapor", "tenggat": "2020-01-01"}
    isi = {"butir-TOTAL_FORMS": "1"} | {f"butir-0-{n}": v for n, v in butir.items()}

    answer = staf.post(reverse(TAMBAH), kiriman(**isi))

    galat = answer.context["formset"]["butir"].forms[0].errors["tenggat"]
    assert galat == ["Sebelum naskah ditandatangani, 15 Januari 2026."]
    assert not Naskah.objects.exists()


@pytest.mark.parametrize(
    ("jenis", "butir", "sebut"),
    [
        ("kesepakatan_bersama", "kewajiban", "Tugas atau Kewenangan"),
        ("pks", "tugas", "Kewajiban atau Hak"),
        ("kesepakatan_bersama", "kewenangan", ""),
        ("pks", "hak", ""),
    ],
)
def test_new_items_are_called_as_in_their_kind_of_naskah(staf, jenis, butir, sebut):
    isi = {"butir-TOTAL_FORMS": "1", "butir-0-jenis": butir, "butir-0-pihak": "mitra"}
    isi |= {"butir-0-uraian": "Menyediakan data", "jenis": jenis}

    page = staf.post(reverse(TAMBAH), kiriman(**isi))

    assert Naskah.objects.count() == (0 if sebut else 1)
    assert sebut in page.content.decode()


def test_a_naskah_in_force_is_not_moved_into_the_future(staf):
    naskah = NaskahFactory()
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    answer = staf.post(ubah, isian(staf.get(ubah)) | {"tanggal_ttd": str(LUSA)})

    assert "masih di masa depan" in answer.context["form"].errors["tanggal_ttd"][0]


@pytest.mark.parametrize("urut", ["nomor", "-nomor", "--nomor", "dibuat_oleh__password", "?"])
def test_list_is_sorted_only_by_its_own_columns(staf, urut):
    NaskahFactory()

    assert staf.get(reverse("kerjasama:naskah-daftar"), {"urut": urut}).status_code == 200


def test_the_page_asks_for_its_choices_once(staf, count_queries):
    naskah = NaskahFactory(mitra=[MitraFactory(), MitraFactory()])

    with count_queries(11):
        staf.get(reverse("kerjasama:naskah-ubah", args=[naskah.pk]))


def berpihak(mitra):
    """The rows of so many parties, as the browser sends them."""
    return {"pihak-TOTAL_FORMS": str(len(mitra))} | {
        f"pihak-{i}-mitra": satu.nama for i, satu in enumerate(mitra)
    }


def test_forty_parties_are_recorded_at_once(staf):
    mitra = [MitraFactory(nama=f"{i:02d} {'ü' * 247}") for i in range(40)]

    staf.post(reverse(TAMBAH), kiriman(simpan="berlaku", **berpihak(mitra)))

    assert Naskah.objects.get().mitra.count() == 40


def test_party_named_twice_is_refused_in_its_row_and_the_rest_is_kept(staf):
    satu, dua = MitraFactory(nama="PT Satu"), MitraFactory()

    answer = staf.post(reverse(TAMBAH), kiriman(**berpihak([satu, dua, satu])))

    galat = [f.errors for f in answer.context["formset"]["pihak"].forms]
    assert galat[:2] == [{}, {}]
    assert galat[2]["mitra"] == [
        "PT Satu sudah disebut pada baris 1. Pilih yang lain, atau hapus baris ini."
    ]
    assert isian(answer)["judul"] == "Pengelolaan parkir"
    assert Naskah.objects.count() == 0


def test_party_named_again_in_a_row_marked_for_deletion_is_no_twin(staf):
    satu = MitraFactory()
    isi = kiriman(**berpihak([satu, satu])) | {"pihak-0-DELETE": "on"}

    staf.post(reverse(TAMBAH), isi)

    assert Naskah.objects.get().mitra.get() == satu


def test_unit_named_twice_is_refused_in_its_row(staf):
    unit = PerangkatDaerahFactory(nama="Dinas Satu")
    isi = {
        "pd-TOTAL_FORMS": "2",
        **{f"pd-{i}-perangkat_daerah": unit.pk for i in range(2)},
        **{f"pd-{i}-peran": "terkait" for i in range(2)},
    }

    answer = staf.post(reverse(TAMBAH), kiriman(**isi))

    assert "perangkat_daerah" in answer.context["formset"]["pd"].forms[1].errors
    assert Naskah.objects.count() == 0


def test_merged_mitra_is_not_offered_as_party(staf):
    tertutup = MitraFactory(nama="PT Tertutup", digabung_ke=MitraFactory())

    assert str(tertutup) not in staf.get(reverse(TAMBAH)).content.decode()


def isi_daftar(client, pengguna, **kueri):
    client.force_login(pengguna)
    return client.get(reverse("kerjasama:naskah-daftar"), kueri)


def test_the_list_is_narrowed_by_who_looks_after_it_and_by_its_mark(client):
    orang = PenggunaFactory(staf=True)
    satu = NaskahFactory(penanggung_jawab=orang, tanda="periksa")
    lain = NaskahFactory()

    def hasil(**kueri):
        return set(isi_daftar(client, orang, **kueri).context["object_list"])

    assert hasil(penanggung_jawab=orang.pk) == hasil(tanda="periksa") == {satu}
    assert hasil(penanggung_jawab="tanpa") == {lain}


def test_what_the_staff_keep_is_not_shown_to_others(client):
    naskah = NaskahFactory(
        penanggung_jawab=PenggunaFactory(staf=True, nama="Sri Wahyuni"), tanda="periksa"
    )

    for orang in (anggota_pd(naskah.perangkat_daerah.get()), anggota_mitra(naskah.mitra.get())):
        halaman = isi_daftar(client, orang, tanda="tunggu").content.decode()
        assert naskah.nomor in halaman
        assert "Sri Wahyuni" not in halaman
        assert "Perlu diperiksa" not in halaman
        assert "Ubah yang dicentang" not in halaman


def test_what_ends_soonest_comes_first_among_what_ends(client):
    hari_ini = timezone.localdate()
    for hari in (90, 30, 60):
        NaskahFactory(tanggal_berakhir=hari_ini + timedelta(days=hari))

    daftar = isi_daftar(client, PenggunaFactory(staf=True), masa="12").context["object_list"]

    assert [(n.tanggal_berakhir - hari_ini).days for n in daftar] == [30, 60, 90]


def test_pages_keep_filters_and_order(client):
    NaskahFactory.create_batch(26)

    halaman = isi_daftar(client, PenggunaFactory(staf=True), urut="nomor", status="berlaku")
    isi = halaman.content.decode()

    assert "26 data" in isi
    assert "?urut=nomor&amp;status=berlaku&amp;setelah=" in isi


@pytest.mark.parametrize(
    ("kolom", "nilai", "kata"),
    [
        ("judul", "\u200b\u3164", "Bidang ini tidak boleh kosong."),
        ("judul", "x" * 2_000, "paling banyak 1000 karakter (sekarang 2000 karakter)"),
        ("tanggal_ttd", "12/72020", "Pilih tanggal yang ada pada kalender"),
        ("tanggal_berakhir", "9999-12-31", "Periksa tahunnya: harus antara 1900 dan 2199."),
        ("tanggal_berakhir", "2026-01-14", "tidak boleh sebelum tanggal penandatanganan"),
        ("evaluasi_terakhir", "2199-01-01", "masih di masa depan"),
        ("interval_pemantauan", "enam", "Tulis angka bulat"),
        ("interval_pemantauan", "-1", "antara 1 dan 60"),
        ("tanggal_ttd", str(LUSA), "masih di masa depan"),
    ],
)
def test_bad_value_is_told_at_its_field_and_the_rest_is_kept(staf, kolom, nilai, kata):
    isi = kiriman(objek="Gedung parkir", simpan="berlaku", **{kolom: nilai})

    answer = staf.post(reverse(TAMBAH), isi)

    assert kata in " ".join(answer.context["form"].errors[kolom])
    assert isian(answer)["objek"] == "Gedung parkir"
    assert not Naskah.objects.exists()


def test_text_is_kept_without_what_cannot_be_seen(staf):
    staf.post(reverse(TAMBAH), kiriman(judul="Parkir\u202e\x07 kota", objek="baris\r\ndua"))

    naskah = Naskah.objects.get()
    assert (naskah.judul, naskah.objek) == ("Parkir kota", "baris\ndua")


def test_mitra_has_its_menu_on_top_and_staf_at_the_side(client):
    naskah = NaskahFactory()
    alamat = reverse("kerjasama:naskah-rincian", args=[naskah.pk])

    menu = {}
    for nama, orang in {
        "mitra": anggota_mitra(naskah.mitra.get()),
        "staf": PenggunaFactory(staf=True),
    }.items():
        client.force_login(orang)
        isi = client.get(alamat).content.decode()
        menu[nama] = ('class="portal-nav"' in isi, 'class="sidebar"' in isi)

    assert menu == {"mitra": (True, False), "staf": (False, True)}


@pytest.mark.parametrize(
    ("tanggal", "bidang", "kata"),
    [
        ("12/72020", "tanggal", "Pilih tanggal yang ada pada kalender"),
        ("", "tanggal", "Bidang ini"),
        ("2000-01-01", "__all__", "sebelum penandatanganan"),
    ],
)
def test_an_end_that_cannot_be_is_told_at_its_field_and_the_rest_is_kept(
    staf, tanggal, bidang, kata
):
    naskah = NaskahFactory()
    isi = {"alasan": "wanprestasi", "tanggal": tanggal}

    answer = staf.post(reverse("kerjasama:naskah-akhiri", args=[naskah.pk]), isi)

    form = answer.context["form"]
    assert kata in " ".join(form.errors[bidang])
    assert form["alasan"].value() == "wanprestasi"
    naskah.refresh_from_db()
    assert naskah.masih_berlaku


def test_a_document_that_is_none_is_told_at_its_field_and_the_rest_is_kept(staf):
    naskah = NaskahFactory()
    isi = {"berkas": SimpleUploadedFile("a.pdf", b"MZ"), "jenis": "lainnya", "keterangan": "Hal. 3"}

    answer = staf.post(reverse("kerjasama:naskah-dokumen", args=[naskah.pk]), isi)

    assert answer.context["dokumen_form"].errors["berkas"]
    assert 'value="Hal. 3"' in answer.content.decode()
    assert not naskah.dokumen.exists()


# --- Ending it ------------------------------------------------------------------------------


def akhiri(naskah):
    return reverse("kerjasama:naskah-akhiri", args=[naskah.pk])


def test_ending_opens_with_what_the_address_says_and_the_fields_take(staf):
    kueri = {"alasan": "wanprestasi", "tanggal": "2026-13-45", "dasar": "Surat 5", "lain": "x"}

    form = staf.get(akhiri(NaskahFactory()), kueri).context["form"]

    assert form.initial == {"alasan": "wanprestasi", "dasar": "Surat 5"}
    assert not form.errors


def test_ending_records_what_decided_it(staf):
    naskah = NaskahFactory()
    isi = {"alasan": "wanprestasi", "tanggal": "2025-06-30", "dasar": "Surat 5"}

    halaman = staf.post(akhiri(naskah), isi, follow=True)

    assert "Pengakhiran dicatat." in halaman.text
    assert "Surat 5" in halaman.text
    naskah.refresh_from_db()
    assert (naskah.status, naskah.dasar_pengakhiran) == ("diputus", "Surat 5")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tanggal": "2025-06-30"}, "Bidang ini tidak boleh kosong"),
        ({"alasan": "pailit", "tanggal": LUSA}, "masih di masa depan"),
    ],
)
def test_refused_ending_says_why_and_keeps_what_was_typed(staf, isi, kata):
    naskah = NaskahFactory()

    halaman = staf.post(akhiri(naskah), {"dasar": "Surat yang panjang"} | isi)

    assert kata in halaman.text
    assert "Surat yang panjang" in halaman.text
    naskah.refresh_from_db()
    assert naskah.status == "berlaku"


def test_list_names_two_mitra_and_reads_no_chapter(staf):
    nama = ("PT Satu", "PT Dua", "A <Tiga>")
    naskah = NaskahFactory(mitra=[MitraFactory(nama=n) for n in nama], objek="panjang")

    with CaptureQueriesContext(connection) as kueri:
        isi = staf.get(reverse("kerjasama:naskah-daftar")).content.decode()

    assert "A &lt;Tiga&gt;<br>PT Dua<br>" in isi
    assert "dan 1 lainnya" in isi
    assert naskah.get_jenis_display() in isi
    assert not any('"objek"' in satu["sql"] for satu in kueri)
