"""The pages of the import: upload, review, correct, take out."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kerjasama.models import Impor, Naskah
from kerjasama.services import antrean_impor, batal_impor, unggah_impor
from kerjasama.services import impor as services
from kerjasama.services.lembar_batas import UKURAN_TERBESAR
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory
from tests.kerjasama.services.test_impor import AMBIGU, BARIS, BERUNIT, KEPALA, TANPA_NOMOR
from tests.kerjasama.services.test_lembar import POLOS, buku, simpan

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


@pytest.fixture
def bawa(staf):
    def bawa(*baris):
        isi = (KEPALA + "".join(baris)).encode()
        return unggah_impor.bawa_masuk("daftar.csv", isi, oleh=staf)[0]

    return bawa


def unggah(client, isi, nama="daftar.csv"):
    berkas = SimpleUploadedFile(nama, isi)
    return client.post(reverse("kerjasama:impor-daftar"), {"berkas": berkas}, follow=True)


def aksi(client, nama, objek):
    jawaban = client.post(reverse(f"kerjasama:{nama}", args=[objek.pk]))
    return str(list(get_messages(jawaban.wsgi_request))[-1])


def petakan(client, impor, *kolom, **isi):
    """Choose what each column is, and have the list read."""
    pilihan = {f"kolom_{n}": satu for n, satu in enumerate(kolom)}
    data = {"lembar": "0", "baris_judul": "1"} | pilihan | isi
    return client.post(reverse("kerjasama:impor-kolom", args=[impor.pk]), data, follow=True)


KOLOM = (
    "nomor_pemda",
    "jenis",
    "judul",
    "mitra",
    "jenis_mitra",
    "tanggal_tanda_tangan",
    "tanggal_berakhir",
    "perangkat_daerah",
)


def test_upload_leads_to_the_columns_and_those_to_the_review(client, staf):
    isi = (KEPALA + BARIS + AMBIGU.replace("12/2019", "13/2019")).encode()
    kolom = unggah(client, isi)
    impor = Impor.objects.get()

    assert kolom.redirect_chain[-1][0] == reverse("kerjasama:impor-kolom", args=[impor.pk])
    assert [f.value() for _, f in kolom.context["form"].baris()] == list(KOLOM)
    halaman = petakan(client, impor, *KOLOM)
    assert halaman.redirect_chain[-1][0] == impor.get_absolute_url()
    assert "2 baris dibaca: 1 siap, 1 perlu ditinjau, 0 duplikat." in halaman.text


def test_same_file_again_is_told(client, staf):
    unggah(client, (KEPALA + BARIS).encode())

    assert "tidak ada yang ditambahkan" in unggah(client, (KEPALA + BARIS).encode()).text
    assert Impor.objects.count() == 1


def test_file_of_unknown_headings_says_what_is_missing_and_lets_a_person_choose(client, staf):
    halaman = unggah(client, b"a,b\nPasar,PT A\n")

    kata = "Baris 1: judul kolom judul dan mitra tidak ditemukan (yang ada: “a”, “b”)"
    assert kata in halaman.text
    petakan(client, Impor.objects.get(), "judul", "mitra", baris_judul="1")
    assert Impor.objects.get().baris.get().usulan["judul"] == "Pasar"


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "a.csv", "Berkas kosong. Pilih berkas lain."),
        (b",,\n,,\n", "a.csv", "Lembar tidak berisi data."),
        (b"judul,mitra\n", "a.csv", "hanya berisi judul kolom"),
        (b"\x89PNG\r\n\x1a\n0", "a.csv", "adalah PNG, bukan CSV atau XLSX"),
        (b"judul,mitra\na,b\n", "a.xlsx", "tidak sesuai dengan namanya"),
    ],
)
def test_bad_file_is_refused_beside_the_field_and_leaves_nothing(client, staf, isi, nama, kata):
    assert kata in unggah(client, isi, nama).text
    assert not Impor.objects.exists()


def test_file_of_200_mb_is_cut_off_while_it_streams(client, staf):
    class Besar(SimpleUploadedFile):
        """As many bytes as are asked for, none of them in memory."""

        def __init__(self):
            super().__init__("besar.csv", b"")
            self.sisa = 8 * UKURAN_TERBESAR

        def __len__(self):
            return self.sisa

        def read(self, num_bytes=-1):
            banyak = self.sisa if num_bytes < 0 else min(num_bytes, self.sisa)
            self.sisa -= banyak
            return b"x" * banyak

    jawaban = client.post(reverse("kerjasama:impor-daftar"), {"berkas": Besar()})

    assert jawaban.status_code in {400, 413}
    assert "paling besar 25 MB" in jawaban.text
    assert not Impor.objects.exists()


def test_review_shows_what_stood_there_beside_how_it_is_read(client, bawa):
    halaman = client.get(bawa(AMBIGU).get_absolute_url()).text

    assert "2/4/2019" in halaman
    assert "pilih 2 April 2019 atau 4 Februari 2019" in halaman
    assert "Perlu dilihat." in halaman
    assert "Terima usulan" not in halaman  # a choice is open


def test_latest_list_stands_first(client, bawa):
    lama, baru = bawa(BARIS), bawa(TANPA_NOMOR)

    daftar = client.get(reverse("kerjasama:impor-daftar")).context["daftar"]

    assert list(daftar) == [baru, lama]


def test_sound_row_is_offered_to_be_taken(client, bawa):
    assert "Terima usulan" in client.get(bawa(BARIS).get_absolute_url()).text


@pytest.mark.parametrize(("status", "ada"), [("siap", True), ("ditolak", False), ("asal", True)])
def test_review_is_narrowed_by_state(client, bawa, status, ada):
    halaman = client.get(f"{bawa(BARIS).get_absolute_url()}?status={status}").text

    assert ("Baris 2" in halaman) == ada
    assert ("Tidak ada baris dengan keadaan ini." in halaman) == (not ada)


def test_review_asks_as_often_for_twenty_rows_as_for_one(client, bawa, count_queries):
    satu = bawa(BARIS)
    banyak = bawa(*[BARIS.replace("12/", f"{n}/") for n in range(100, 140)])

    for impor in (satu, banyak):
        with count_queries(8):
            client.get(impor.get_absolute_url())


def test_row_is_taken_refused_and_taken_up_again(client, bawa):
    impor = bawa(BARIS)
    baris = impor.baris.get()

    assert aksi(client, "impor-baris-tolak", baris) == "Baris 2 tidak dimasukkan."
    assert aksi(client, "impor-baris-pulihkan", baris) == "Baris 2 dapat ditinjau lagi."
    assert aksi(client, "impor-baris-terima", baris) == "Baris 2 masuk register."
    sudah = "Baris 2 sudah masuk register; ubahlah pada naskahnya."
    assert aksi(client, "impor-baris-terima", baris) == sudah
    assert Naskah.objects.count() == 1


def test_sound_rows_are_taken_at_once_and_the_rest_is_told(client, bawa):
    impor = bawa(BARIS, AMBIGU.replace("12/", "13/"))

    assert aksi(client, "impor-terima-semua", impor) == "1 baris masuk register."
    halaman = client.get(impor.get_absolute_url()).text
    assert "Tidak ada baris yang siap." in halaman


def test_rows_that_cannot_enter_are_told_in_one_sentence(client, bawa, staf):
    impor = bawa(*[BARIS.replace("12/", f"{n}/") for n in range(30, 33)])
    for n in range(30, 33):
        NaskahFactory(nomor=f"{n}/2019")

    kata = aksi(client, "impor-terima-semua", impor)

    assert kata.startswith("Tidak ada yang masuk: 3 baris tidak dapat diterima;")
    assert kata.count("sudah tercatat") == 1


def test_undo_says_how_many_mitra_may_go_with_it(client, bawa):
    impor = bawa(BARIS)
    aksi(client, "impor-terima-semua", impor)

    assert "Dari 1 mitra yang ikut tercatat" in client.get(impor.get_absolute_url()).text


def test_import_is_undone_from_its_page(client, bawa):
    impor = bawa(BARIS)
    aksi(client, "impor-terima-semua", impor)

    assert (
        aksi(client, "impor-batal", impor)
        == "Impor dibatalkan; naskah yang dibawanya dikeluarkan dari register."
    )
    assert not Naskah.objects.exists()
    halaman = client.get(impor.get_absolute_url()).text
    assert "Unggah lagi berkasnya untuk memulai kembali." in halaman
    assert "Terima usulan" not in halaman


def isian(**ubah):
    return {
        "pemantauan_terakhir": "",
        "jenis": "pks",
        "nomor": "12/2019",
        "judul": "Pasar",
        "tanggal_ttd": "2019-04-02",
        "tanggal_berakhir": "2029-04-02",
        "perangkat_daerah": "",
        "mitra-TOTAL_FORMS": "2",
        "mitra-INITIAL_FORMS": "1",
        "mitra-0-nama": "PT A",
        "mitra-0-jenis": "perusahaan_swasta",
        "mitra-0-nomor": "1/A",
        "mitra-1-nama": "Koperasi B",
        "mitra-1-jenis": "koperasi",
        "mitra-1-nomor": "2/B",
    } | ubah


def ubah(client, baris, **isi):
    return client.post(reverse("kerjasama:impor-baris-ubah", args=[baris.pk]), isian(**isi))


def test_mended_row_enters_with_parties_of_different_kinds(client, bawa):
    unit = PerangkatDaerahFactory(nama="Dinas Perdagangan")
    baris = bawa(AMBIGU).baris.get()

    assert ubah(client, baris, perangkat_daerah=unit.pk).status_code == 302

    naskah = Naskah.objects.get()
    assert str(naskah.tanggal_ttd) == "2019-04-02"
    assert [(p.mitra.jenis, p.nomor) for p in naskah.pihak.all()] == [
        ("perusahaan_swasta", "1/A"),
        ("koperasi", "2/B"),
    ]
    assert list(naskah.perangkat_daerah.all()) == [unit]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tanggal_berakhir": "2018-01-01"}, "Tanggal berakhir sebelum penandatanganan."),
        ({"tanggal_ttd": "besok"}, "Pilih tanggal yang ada pada kalender"),
        ({"pemantauan_terakhir": "2018-01-01"}, "Pemantauan terakhir sebelum penandatanganan."),
        ({"evaluasi_terakhir": "2100-01-01"}, "Evaluasi terakhir masih di masa depan."),
        ({"jenis": ""}, "tidak boleh kosong"),
        ({"mitra-1-nama": "A, PT"}, "Mitra yang sama ditulis dua kali."),
        ({"mitra-1-jenis": ""}, "tidak boleh kosong"),
        ({"mitra-0-DELETE": "on", "mitra-1-DELETE": "on"}, "Isi sedikitnya satu mitra."),
        ({"judul": "x" * 1001}, "1000"),
        ({"nomor": "9" * 121}, "120"),
    ],
)
def test_refused_correction_keeps_what_was_typed(client, bawa, isi, kata):
    jawaban = ubah(client, bawa(AMBIGU).baris.get(), **isi)

    assert jawaban.status_code == 200
    assert kata in jawaban.text
    assert "Koperasi B" in jawaban.text or "A, PT" in jawaban.text
    assert not Naskah.objects.exists()


def test_way_to_read_a_date_is_chosen_and_not_typed_again(client, bawa):
    baris = bawa(AMBIGU).baris.get()

    assert "Pilih salah satu." in ubah(client, baris, tanggal_ttd="").text
    dua = ubah(client, baris, pilih_tanggal_ttd="2019-02-04")  # another one stands in the field
    assert "Kosongkan, atau pilih “Bukan itu” di atasnya." in dua.text
    assert ubah(client, baris, pilih_tanggal_ttd="2019-02-04", tanggal_ttd="").status_code == 302

    assert str(Naskah.objects.get().tanggal_ttd) == "2019-02-04"


def test_unit_that_is_not_known_is_chosen_or_left_out_by_a_tick(client, bawa):
    baris = bawa(BERUNIT.replace("Dinas Perdagangan", "Dinas Perikanan Kota Batu")).baris.get()

    tolak = ubah(client, baris)
    assert "atau centang “Masukkan tanpa “Dinas Perikanan Kota Batu””." in tolak.text
    assert ubah(client, baris, tanpa_unit="on").status_code == 302

    assert not Naskah.objects.get().perangkat_daerah.exists()
    halaman = client.get(Naskah.objects.get().get_absolute_url()).text
    assert ">daftar.csv baris 2<" in halaman
    assert "Perangkat Daerah pada daftar: “Dinas Perikanan Kota Batu”" in halaman
    client.force_login(PenggunaFactory(tim=True))
    assert "daftar.csv baris 2" not in client.get(Naskah.objects.get().get_absolute_url()).text


def test_correction_does_not_fill_in_a_guess(client, bawa):
    halaman = client.get(reverse("kerjasama:impor-baris-ubah", args=[bawa(AMBIGU).baris.get().pk]))

    assert halaman.context["form"].initial["tanggal_ttd"] is None
    pilihan = halaman.context["form"].fields["pilih_tanggal_ttd"].choices
    assert [p for p, _ in pilihan] == ["2019-04-02", "2019-02-04", "lain"]
    assert "Tertulis “2/4/2019”." in halaman.text
    assert "Tetap masukkan" not in halaman.text


def test_twin_enters_only_with_the_box_ticked(client, bawa, staf):
    services.terima(bawa(TANPA_NOMOR).baris.get().pk, oleh=staf)
    kembar = bawa(TANPA_NOMOR, "\n").baris.get()
    isi = {"nomor": "", "judul": "Pasar", "tanggal_ttd": "2019-10-17"}

    assert "sudah tercatat" in ubah(client, kembar, **isi).text
    assert ubah(client, kembar, **isi, tetap="on").status_code == 302
    assert Naskah.objects.count() == 2


def test_unknown_row_is_not_found_and_others_may_not(client, bawa, staf):
    assert client.get(reverse("kerjasama:impor-rincian", args=[9])).status_code == 404
    impor = bawa(BARIS)
    client.force_login(PenggunaFactory(tim=True))

    assert client.get(impor.get_absolute_url()).status_code == 403
    assert client.post(reverse("kerjasama:impor-batal", args=[impor.pk])).status_code == 403
    assert client.post(reverse("kerjasama:impor-terima-semua", args=[impor.pk])).status_code == 403
    assert not Naskah.objects.exists()


def test_rest_is_downloaded_as_text_that_no_spreadsheet_runs(client, bawa):
    impor = bawa("=1+1,PKS,@judul,PT A,BUMN,,,\n")

    jawaban = client.get(reverse("kerjasama:impor-sisa-csv", args=[impor.pk]))

    isi = b"".join(jawaban.streaming_content).decode("utf-8-sig")
    assert jawaban["Content-Disposition"] == f'attachment; filename="sisa-impor-{impor.pk}.csv"'
    assert "'=1+1" in isi
    assert "'@judul" in isi
    assert ",=1+1" not in isi


def test_names_from_the_file_are_shown_as_text(client, bawa):
    halaman = client.get(bawa(BARIS.replace("Pasar", "<script>x</script>")).get_absolute_url())

    assert "<script>x" not in halaman.text
    assert "&lt;script&gt;x" in halaman.text


def dua_lembar():
    return simpan(buku(("2023", POLOS), ("2022", [["x"], POLOS[0], ["Terminal", "PT B"]])))


def kolom_lama(client, impor, **cari):
    return client.get(reverse("kerjasama:impor-kolom", args=[impor.pk]), cari)


def test_columns_page_shows_samples_and_changes_nothing(client, staf):
    unggah(client, (KEPALA + BARIS).encode())

    halaman = kolom_lama(client, Impor.objects.get())

    assert "17 Oktober 2019" in halaman.text
    assert "Kolom F dibaca sebagai" in halaman.text
    assert "menurut judul kolom" in halaman.text


def test_another_sheet_brings_its_own_row_of_headings(client, staf):
    unggah(client, dua_lembar(), "a.xlsx")
    impor = Impor.objects.get()

    lain = kolom_lama(client, impor, lembar="1", baris_judul="1", lembar_semula="0")
    atas = kolom_lama(client, impor, lembar="1", baris_judul="1", lembar_semula="1")

    assert [k.judul for k, _ in lain.context["form"].baris()] == ["judul", "mitra"]
    assert [k.judul for k, _ in atas.context["form"].baris()] == ["x", ""]


@pytest.mark.parametrize("cari", [{"lembar": "9"}, {"lembar": "x", "baris_judul": "-4"}, {}])
def test_choice_that_does_not_exist_shows_what_is_proposed(client, staf, cari):
    unggah(client, dua_lembar(), "a.xlsx")

    halaman = kolom_lama(client, Impor.objects.get(), **cari)

    assert [f.value() for _, f in halaman.context["form"].baris()] == ["judul", "mitra"]


@pytest.mark.parametrize(
    ("kolom", "sebut"),
    [
        (["judul", "judul"], "Tentang sudah dipilih untuk kolom A."),
        (["", "jenis"], "Pilih kolom yang berisi Tentang, Mitra, atau keduanya."),
        (["judul", "xyz"], "xyz"),
    ],
)
def test_refused_columns_keep_what_was_chosen(client, staf, kolom, sebut):
    unggah(client, b"a,b\nPasar,PT A\n")

    halaman = petakan(client, Impor.objects.get(), *kolom)

    assert sebut in halaman.text
    assert halaman.context["form"]["kolom_0"].value() == kolom[0]
    assert Impor.objects.get().status == "pemetaan"


def test_what_is_chosen_for_the_whole_list_makes_its_rows_sound(client, staf):
    unggah(client, b"tentang,mitra,tanggal,lama\nPasar,PT A,17 Oktober 2019,5 tahun\n")
    impor = Impor.objects.get()
    kolom = {
        "kolom_0": "judul",
        "kolom_1": "mitra",
        "kolom_2": "tanggal_tanda_tangan",
        "kolom_3": "jangka_waktu",
        "lembar": "0",
        "baris_judul": "1",
    }
    alamat = reverse("kerjasama:impor-kolom", args=[impor.pk])

    client.post(alamat, kolom)
    tanpa = impor.baris.get().status
    client.post(alamat, kolom | {"jenis": "pks", "jenis_mitra_dari_nama": "on"})

    baris = impor.baris.get()
    assert (tanpa, baris.status) == ("perlu_ditinjau", "siap")
    assert baris.usulan["jenis"] == "pks"
    assert 'value="pks" selected' in client.get(alamat).text


def test_columns_of_a_decided_list_are_closed(client, bawa):
    impor = bawa(BARIS)
    aksi(client, "impor-terima-semua", impor)

    halaman = client.get(reverse("kerjasama:impor-kolom", args=[impor.pk]), follow=True)

    assert halaman.redirect_chain[-1][0] == impor.get_absolute_url()
    assert "1 baris sudah diputuskan." in halaman.text


def test_another_sheet_is_brought_in_from_the_review(client, staf):
    unggah(client, dua_lembar(), "a.xlsx")
    impor = Impor.objects.get()
    petakan(client, impor, "judul", "mitra")

    assert "Bawa masuk lembar “2022”" in client.get(impor.get_absolute_url()).text
    tautan = reverse("kerjasama:impor-lembar", args=[impor.pk, 1])
    assert "Baris judul kolom" in client.post(tautan, follow=True).text
    assert Impor.objects.count() == 2
    hilang = reverse("kerjasama:impor-lembar", args=[impor.pk, 7])
    assert "tidak ada pada berkas ini" in client.post(hilang, follow=True).text


def test_long_list_shows_how_far_it_is_and_the_page_anew_when_done(client, staf, monkeypatch):
    monkeypatch.setattr(antrean_impor, "SEGERA", 0)
    unggah(client, (KEPALA + BARIS).encode())
    impor = Impor.objects.get()

    halaman = petakan(client, impor, *KOLOM)
    kemajuan = reverse("kerjasama:impor-kemajuan", args=[impor.pk])
    assert "Daftar sedang dibaca; halaman ini boleh ditinggalkan." in halaman.text
    assert f'hx-get="{kemajuan}"' in halaman.text
    assert "HX-Refresh" not in client.get(kemajuan)

    antrean_impor.kerjakan_antrean()

    assert client.get(kemajuan)["HX-Refresh"] == "true"
    assert "Terima usulan" in client.get(impor.get_absolute_url()).text


def test_many_rows_are_taken_and_undone_behind_the_page(client, bawa, monkeypatch):
    impor = bawa(BARIS)
    monkeypatch.setattr(services, "SEGERA", 0)
    monkeypatch.setattr(batal_impor, "SEGERA", 0)

    assert "halaman ini boleh ditinggalkan" in aksi(client, "impor-terima-semua", impor)
    assert "sedang dikerjakan" in aksi(client, "impor-terima-semua", impor)
    antrean_impor.kerjakan_antrean()
    assert "1 baris masuk register." in client.get(impor.get_absolute_url()).text

    assert aksi(client, "impor-batal", impor) == "Impor sedang dibatalkan."
    antrean_impor.kerjakan_antrean()
    assert not Naskah.objects.exists()


def test_columns_page_asks_as_often_for_many_columns(client, staf, count_queries):
    unggah(client, b"a,b\n1,2\n")
    unggah(client, (KEPALA + BARIS).encode())

    for impor in Impor.objects.all():
        with count_queries(6):
            kolom_lama(client, impor, baris_judul="1")
