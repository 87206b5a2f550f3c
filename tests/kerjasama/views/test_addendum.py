"""Addenda through their pages."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, periksa
from kerjasama.models import Addendum, Naskah, Urusan
from kerjasama.services import addendum as services
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    MitraFactory,
    NaskahFactory,
    anggota_mitra,
)
from tests.support.formulir import isian
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db
POKOK = {"nomor": "134.4/9/ADD/2025", "tanggal_ttd": "2025-03-01", "tentang": "Perpanjangan"}


@pytest.fixture
def staf(client):
    client.staf = PenggunaFactory(staf=True)
    client.force_login(client.staf)
    return client


def tambah(naskah):
    return reverse("kerjasama:addendum-tambah", args=[naskah.pk])


def periksa_dahulu(klien, naskah, **isi):
    """The page as it came, with what the person ticked and typed."""
    return klien.post(tambah(naskah), isian(klien.get(tambah(naskah))) | POKOK | isi)


def kirim(klien, naskah, **isi):
    """The same, and then what was shown is recorded, with the file."""
    berkas = {"berkas": isi.pop("berkas")} if "berkas" in isi else {}
    answer = periksa_dahulu(klien, naskah, **isi)
    rancangan = answer.context["rancangan"]
    if rancangan is None:
        return answer
    terkirim = isian(klien.get(tambah(naskah))) | POKOK | isi
    return klien.post(tambah(naskah), terkirim | berkas | {"sidik": rancangan.sidik})


def unggahan_pdf():
    return SimpleUploadedFile("addendum.pdf", pdf_berteks("Addendum kesatu"))


def catat(naskah, oleh, **perubahan):
    data = {"nomor": "", "tentang": "Perubahan", "tanggal_ttd": date(2025, 3, 1)}
    return services.catat(naskah.pk, data, perubahan=perubahan, oleh=oleh)


# --- Recording ------------------------------------------------------------------------------


def test_form_shows_today_beside_what_may_change(staf):
    naskah = NaskahFactory(objek="Pasar lama", interval_evaluasi=4, klausul_interval="Pasal 9")

    utuh = staf.get(tambah(naskah)).content.decode()

    for kata in ("addendum ke-1", "15 Januari 2029", "Pasar lama", "4 bulan", "menurut kebijakan"):
        assert kata in utuh


def test_what_is_ticked_becomes_the_next_version(staf):
    naskah = NaskahFactory()

    answer = kirim(
        staf, naskah, ubah_tanggal_berakhir="on", tanggal_berakhir="2031-01-15", follow=True
    )

    addendum = Addendum.objects.get()
    assert answer.url == addendum.get_absolute_url()
    assert addendum.perubahan == {"tanggal_berakhir": ["2029-01-15", "2031-01-15"]}


def test_page_sent_back_as_it_came_says_that_nothing_changes(staf):
    naskah = NaskahFactory(objek="Pasar\r\nkios", ruang_lingkup=" dua\n\nbaris ")

    answer = kirim(staf, naskah)

    assert "Belum ada yang berubah" in answer.content.decode()
    assert not Addendum.objects.exists()


def test_form_is_not_opened_for_a_draf(staf):
    naskah = NaskahFactory(status="draf")

    assert staf.get(tambah(naskah)).url == naskah.get_absolute_url()
    assert "masih draf" in staf.get(naskah.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("isi", "isian_salah", "sebut"),
    [
        ({"tanggal_ttd": "2024-01-14"}, "tanggal_ttd", "sebelum naskahnya, yaitu 15 Januari 2024"),
        ({"tanggal_ttd": "2029-01-16"}, "tanggal_ttd", "masih di masa depan"),
        ({"tentang": ""}, "tentang", "tidak boleh kosong"),
        (
            {"ubah_tanggal_berakhir": "on", "tanggal_berakhir": "2025-02-28"},
            "tanggal_berakhir",
            "sebelum penandatanganan addendum, 1 Maret 2025",
        ),
        ({"ubah_judul": "on", "judul": "a" * 2000}, "judul", "1000"),
        ({"ubah_judul": "on", "judul": " "}, "judul", "tidak boleh kosong"),
        ({"ubah_interval_evaluasi": "on", "interval_evaluasi": "61"}, "interval_evaluasi", "60"),
        ({"objek": "Kios"}, "ubah_objek", "Tandai isian ini"),
        ({"ubah_objek": "on"}, "ubah_objek", "masih sama"),
        ({"judul": "Lain"}, "ubah_judul", "Tandai isian ini"),
        ({"tanggal_berakhir": "2030-01-15"}, "ubah_tanggal_berakhir", "Tandai isian ini"),
    ],
)
def test_bad_input_is_refused_at_its_field_and_the_rest_is_kept(staf, isi, isian_salah, sebut):
    naskah = NaskahFactory(objek="Pasar")

    answer = kirim(staf, naskah, **isi)

    form = answer.context["form"]
    assert sebut in form.errors[isian_salah][0]
    assert form["nomor"].value() == POKOK["nomor"]
    assert form["tentang"].value() == isi.get("tentang", POKOK["tentang"])
    assert not Addendum.objects.exists()


def test_refusal_of_the_service_keeps_what_was_typed(staf):
    AddendumFactory(nomor=POKOK["nomor"], kunci_nomor="134.4/9/add/2025")
    naskah = NaskahFactory()

    answer = kirim(staf, naskah, nomor="134.4/9/ADD/2025", ubah_objek="on", objek="Kios")

    assert "sudah tercatat untuk Addendum ke-1" in answer.content.decode()
    assert answer.context["form"]["objek"].value() == "Kios"


def test_limit_that_is_passed_is_said_after_saving(staf):
    naskah = NaskahFactory(jenis="kesepakatan_bersama")

    kirim(staf, naskah, ubah_tanggal_berakhir="on", tanggal_berakhir="2035-01-15")

    halaman = staf.get(Addendum.objects.get().get_absolute_url()).content.decode()
    assert "Jangka waktu lebih dari 5 tahun" in halaman


# --- Versions -------------------------------------------------------------------------------


def test_old_version_stays_readable(staf):
    naskah = NaskahFactory(objek="Pasar lama")
    catat(naskah, staf.staf, objek="Kios baru")

    lama = staf.get(reverse("kerjasama:naskah-versi", args=[naskah.pk, 1])).content.decode()
    baru = staf.get(reverse("kerjasama:naskah-versi", args=[naskah.pk, 2])).content.decode()

    assert "Pasar lama" in lama
    assert "Kios baru" not in lama
    assert "sekarang berbeda" in lama
    assert "Pasar lama" in baru  # in the table of what was and what is
    assert "Kios baru" in baru


@pytest.mark.parametrize("versi", [0, 3])
def test_version_that_never_was_is_not_found(staf, versi):
    naskah = NaskahFactory()
    catat(naskah, staf.staf, objek="x")

    url = reverse("kerjasama:naskah-versi", args=[naskah.pk, versi])
    assert staf.get(url).status_code == 404


def test_mitra_reads_the_versions_of_its_own_naskah_and_changes_nothing(client):
    naskah = AddendumFactory().naskah
    client.force_login(anggota_mitra(naskah.mitra.get()))

    halaman = client.get(reverse("kerjasama:naskah-versi", args=[naskah.pk, 2]))

    assert halaman.status_code == 200
    assert "Batalkan addendum" not in halaman.content.decode()
    assert client.get(tambah(naskah)).status_code == 403


def test_page_asks_as_often_for_three_addenda_as_for_one(staf, count_queries):
    naskah = NaskahFactory()
    halaman = reverse("kerjasama:naskah-versi", args=[naskah.pk, 2])
    for isi in ("a", "b", "c"):
        catat(naskah, staf.staf, objek=isi)
        staf.get(halaman)
        # The rows of the last version are read; those of an older one were kept.
        with count_queries(9 if isi == "a" else 6):
            staf.get(halaman)


def test_document_opens_and_leaves_a_line(staf):
    addendum = AddendumFactory(berkas=BerkasFactory(nama="addendum.pdf"))
    url = reverse("kerjasama:addendum-berkas", args=[addendum.naskah_id, addendum.pk])

    assert staf.get(url).getvalue() == addendum.berkas.baca()
    assert JejakAudit.objects.get().aksi.endswith(".unduh")


def test_document_is_not_found_through_another_naskah(staf):
    addendum = AddendumFactory(berkas=BerkasFactory())

    url = reverse("kerjasama:addendum-berkas", args=[NaskahFactory().pk, addendum.pk])
    assert staf.get(url).status_code == 404


# --- Taking back ----------------------------------------------------------------------------


def test_file_that_was_missing_is_added_once(staf):
    addendum = AddendumFactory()
    url = reverse("kerjasama:addendum-lengkapi", args=[addendum.naskah_id, addendum.pk])
    assert url in staf.get(addendum.get_absolute_url()).content.decode()

    kosong = staf.post(url, {"berkas": ""})
    answer = staf.post(url, {"berkas": unggahan_pdf()})

    addendum.refresh_from_db()
    assert kosong.context["form"].errors["berkas"]
    assert (answer.url, addendum.berkas.nama) == (addendum.get_absolute_url(), "addendum.pdf")
    assert staf.get(url).status_code == 404
    assert url not in staf.get(addendum.get_absolute_url()).content.decode()
    with pytest.raises(AturanDilanggar, match="sudah mempunyai berkas"):
        services.lengkapi(addendum.pk, periksa(unggahan_pdf(), (PDF,)), oleh=staf.staf)


def batal(addendum):
    return reverse("kerjasama:addendum-batal", args=[addendum.naskah_id, addendum.pk])


def test_addendum_is_taken_back_with_a_reason(staf):
    naskah = NaskahFactory(objek="Pasar")
    addendum = catat(naskah, staf.staf, objek="Kios")
    assert "Kios" in staf.get(batal(addendum)).content.decode()

    answer = staf.post(batal(addendum), {"alasan": "Salah naskah"})

    naskah.refresh_from_db()
    assert answer.url == reverse("kerjasama:naskah-keluarga", args=[naskah.pk])
    assert naskah.objek == "Pasar"
    assert "Salah naskah" in staf.get(answer.url).content.decode()


def test_cancelled_addendum_stays_readable_for_whoever_sees_its_naskah(client, staf):
    naskah = NaskahFactory(objek="Pasar")
    satu = catat(naskah, staf.staf, objek="Kios")
    services.batalkan(satu.pk, alasan="Salah naskah", oleh=staf.staf)
    satu.refresh_from_db()
    client.force_login(anggota_mitra(naskah.mitra.get()))
    keluarga = client.get(reverse("kerjasama:naskah-keluarga", args=[naskah.pk])).content.decode()

    utuh = client.get(satu.get_absolute_url()).content.decode()

    assert satu.get_absolute_url() in keluarga
    for kata in ("Pasar", "Kios", "Salah naskah", "dibatalkan"):
        assert kata in utuh
    client.force_login(anggota_mitra(NaskahFactory().mitra.get()))
    assert client.get(satu.get_absolute_url()).status_code == 404


def test_refused_taking_back_says_why_on_the_page(staf):
    naskah = NaskahFactory()
    pertama = catat(naskah, staf.staf, objek="a")
    catat(naskah, staf.staf, objek="b")

    answer = staf.post(batal(pertama), {"alasan": "Salah"})

    assert "Hanya addendum terakhir" in answer.content.decode()
    pertama.refresh_from_db()
    assert pertama.status == "berlaku"


# --- Items, parties -------------------------------------------------------------------------


def test_items_are_changed_ended_and_added_on_the_page(staf):
    naskah = NaskahFactory()
    satu = ButirFactory(naskah=naskah, uraian="Setor 10 persen")
    dua = ButirFactory(naskah=naskah, uraian="Lapor")

    answer = kirim(
        staf,
        naskah,
        **{"butir-0-tindakan": "ubah", "butir-0-uraian": "Setor 12 persen"},
        **{"butir-1-tindakan": "akhiri"},
        **{"butir-2-jenis": "hak", "butir-2-pihak": "mitra", "butir-2-uraian": "Parkir gratis"},
    )

    halaman = staf.get(answer.url).content.decode()
    satu.refresh_from_db()
    dua.refresh_from_db()
    assert (satu.uraian, str(dua.diakhiri_pada)) == ("Setor 12 persen", "2025-03-01")
    for kata in ("Butir diubah: Setor 12", "Uraian: Setor 10 persen", "Butir baru: Parkir gratis"):
        assert kata in halaman
    assert "Diakhiri: 1 Maret 2025" in halaman


def test_page_sent_back_as_it_came_touches_no_item(staf):
    naskah = NaskahFactory()
    ButirFactory(
        naskah=naskah, kekerapan="tahunan", jatuh_tempo_pertama=date(2025, 3, 31),
        sifat_uang="setoran", jumlah=1_500_000, target_angka="12.50", uraian="a\nb ",
    )  # fmt: skip

    answer = kirim(staf, naskah, perubahan_lain="Rekening berubah.")

    assert Addendum.objects.get().perubahan_butir == []
    assert answer.url == Addendum.objects.get().get_absolute_url()


def tanpa_contoh(answer):
    """The page without the rows that are copied for new ones."""
    return re.sub("<template.*?</template>", "", answer.content.decode(), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("isi", "bidang", "kata"),
    [
        ({"butir-0-uraian": "Lain"}, "tindakan", "Pilih “Diubah”"),
        ({"butir-0-tindakan": "ubah"}, "tindakan", "masih sama"),
        ({"butir-0-tindakan": "ubah", "butir-0-uraian": ""}, "uraian", "tidak boleh kosong"),
        ({"butir-0-tindakan": "ubah", "butir-0-tenggat": "2030-01-01"}, "tenggat", "Melewati"),
    ],
)
def test_bad_item_is_refused_in_its_row_and_the_rest_is_kept(staf, isi, bidang, kata):
    naskah = NaskahFactory()
    ButirFactory(naskah=naskah)

    assert "<details open>" not in tanpa_contoh(staf.get(tambah(naskah)))
    answer = kirim(staf, naskah, **isi)

    assert "<details open>" in tanpa_contoh(answer)
    assert kata in answer.context["formset"]["butir"].forms[0].errors[bidang][0]
    assert answer.context["form"]["tentang"].value() == POKOK["tentang"]
    assert not Addendum.objects.exists()


def test_version_shows_items_parties_and_signatories_as_they_were(staf):
    naskah = NaskahFactory()
    naskah.pihak.update(penanda_tangan="Ani")
    butir = ButirFactory(naskah=naskah, uraian="Semula")
    data = {"nomor": "", "tentang": "Perubahan", "tanggal_ttd": date(2025, 3, 1)}
    perubahan = [{"aksi": "ubah", "pk": butir.pk, "data": {"uraian": "Menjadi"}}]
    services.catat(naskah.pk, data, perubahan={}, baris={"butir": perubahan}, oleh=staf.staf)
    naskah.pihak.update(penanda_tangan="Budi")

    potret = [
        staf.get(reverse("kerjasama:naskah-versi", args=[naskah.pk, n])).context["potret"]
        for n in (1, 2)
    ]

    assert [p["butir"][0]["uraian"] for p in potret] == ["Semula", "Menjadi"]
    assert [p["pihak"][0]["penanda_tangan"] for p in potret] == ["Ani", "Budi"]


def test_version_says_where_its_rows_were_not_kept(staf):
    addendum = AddendumFactory()
    versi = [reverse("kerjasama:naskah-versi", args=[addendum.naskah_id, n]) for n in (1, 2)]

    lama, kini = (staf.get(satu).content.decode() for satu in versi)

    assert "tidak tersimpan pada addendumnya" in lama
    assert "tidak tersimpan pada addendumnya" not in kini


def test_mitra_reads_no_item_that_is_another_s_alone(client, staf):
    satu, dua = MitraFactory(), MitraFactory()
    naskah = NaskahFactory(mitra=[satu, dua])
    ButirFactory(naskah=naskah, mitra=dua, uraian="Rahasia dua")
    data = {"nomor": "", "tentang": "Perubahan", "tanggal_ttd": date(2025, 3, 1)}
    baru = {"jenis": "hak", "pihak": "mitra", "mitra_id": dua.pk, "uraian": "Bonus dua"}
    perubahan = [{"aksi": "tambah", "pk": None, "data": baru}]
    services.catat(naskah.pk, data, perubahan={}, baris={"butir": perubahan}, oleh=staf.staf)

    isi = ""
    for orang in (anggota_mitra(satu), anggota_mitra(dua)):
        client.force_login(orang)
        halaman = [
            client.get(reverse("kerjasama:naskah-versi", args=[naskah.pk, n])).content.decode()
            for n in (1, 2)
        ]
        isi += f"{'Rahasia dua' in halaman[0]} {'Bonus dua' in halaman[1]} "

    assert isi == "False False True True "


def test_form_of_many_items_asks_as_often_as_that_of_one(staf, count_queries):
    naskah = NaskahFactory()
    ButirFactory.create_batch(30, naskah=naskah)

    with count_queries(11):
        staf.get(tambah(naskah))


# --- Parties, and what is seen before it is recorded ----------------------------------------


def test_parties_units_and_urusan_are_changed_on_the_page(staf):
    pergi, tinggal, datang = (MitraFactory(nama=f"PT {n}") for n in ("Pergi", "Tinggal", "Datang"))
    naskah = NaskahFactory(mitra=[pergi, tinggal])
    urusan = Urusan.objects.create(kode="wisata", nama="Pariwisata", kelompok="pilihan")

    answer = kirim(
        staf,
        naskah,
        **{"ubah_urusan_id": "on", "urusan_id": urusan.pk, "pihak-0-tindakan": "akhiri"},
        **{"pihak-1-tindakan": "ubah", "pihak-1-penanda_tangan": "Ani"},
        **{"pihak-2-mitra": "pt datang", "pihak-2-nomor": "7/2025"},
        **{"pd-0-tindakan": "ubah", "pd-0-peran": "terkait", "pd-0-jabatan": "Kepala Dinas"},
    )

    naskah = Naskah.objects.get(pk=naskah.pk)
    assert (naskah.mitra_kini, naskah.urusan) == ([datang, tinggal], urusan)
    assert naskah.keterlibatan.get().peran == "terkait"
    halaman = staf.get(answer.url).content.decode()
    for kata in (
        "Mitra keluar: PT Pergi", "Mitra baru: PT Datang", "Nomor mitra: 7/2025",
        "Penanda tangan: Ani", "Peran: Terkait", "Pariwisata",
    ):  # fmt: skip
        assert kata in halaman


def test_differences_are_seen_before_anything_is_recorded(staf):
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Pergi"), MitraFactory()], objek="Pasar")

    answer = periksa_dahulu(
        staf, naskah, **{"pihak-0-tindakan": "akhiri", "ubah_objek": "on", "objek": "Kios"}
    )

    utuh = answer.content.decode()
    for kata in ("Yang akan dicatat", "Mitra keluar: PT Pergi", "Pasar", "Kios", 'type="file"'):
        assert kata in utuh
    assert not Addendum.objects.exists()


def test_form_that_changed_since_it_was_seen_is_shown_again(staf):
    naskah = NaskahFactory(objek="Pasar")
    isi = {"ubah_objek": "on", "objek": "Kios"}
    sidik = periksa_dahulu(staf, naskah, **isi).context["rancangan"].sidik

    answer = periksa_dahulu(staf, naskah, **isi | {"objek": "Toko", "sidik": sidik})

    assert "berbeda dari yang terakhir Anda periksa" in answer.content.decode()
    assert "Toko" in str(answer.context["beda"])
    assert not Addendum.objects.exists()


def test_page_that_grew_old_changes_no_party_back(staf):
    naskah = NaskahFactory(mitra=[MitraFactory()])
    usang = isian(staf.get(tambah(naskah))) | POKOK
    naskah.pihak.update(penanda_tangan="Diisi orang lain")

    answer = staf.post(tambah(naskah), usang | {"perubahan_lain": "Rekening"})

    assert "Isinya berubah" in answer.context["formset"]["pihak"].forms[0].errors["tindakan"][0]
    assert naskah.pihak.get().penanda_tangan == "Diisi orang lain"


def test_file_is_kept_with_what_was_seen(staf):
    naskah = NaskahFactory()

    kirim(staf, naskah, perubahan_lain="Rekening berubah.", berkas=unggahan_pdf())

    assert Addendum.objects.get().berkas.nama == "addendum.pdf"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"pihak-1-mitra": "PT Satu"}, "sudah tercatat pada naskah ini"),
        ({"pihak-1-mitra": "PT Entah"}, "Tidak ada mitra bernama itu"),
        ({"pihak-0-tindakan": "ubah"}, "masih sama"),
    ],
)
def test_bad_party_is_refused_in_its_row(staf, isi, kata):
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Satu")])

    answer = kirim(staf, naskah, **isi)

    assert kata in str(answer.context["formset"]["pihak"].errors)
    assert not Addendum.objects.exists()


def test_item_may_name_a_mitra_of_the_same_addendum_once_it_was_seen(staf):
    naskah = NaskahFactory()
    baru = MitraFactory(nama="PT Datang")
    isi = {"pihak-1-mitra": "PT Datang", "butir-0-uraian": "Setor", "butir-0-jenis": "kewajiban"}
    dilihat = periksa_dahulu(staf, naskah, **{"pihak-1-mitra": "PT Datang"})
    assert f'<option value="{baru.pk}">PT Datang</option>' in dilihat.content.decode()

    kirim(staf, naskah, **isi | {"butir-0-pihak": "mitra", "butir-0-mitra": baru.pk})

    assert naskah.butir.get().mitra == baru


def test_who_left_reads_the_naskah_and_is_marked(client, staf):
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Pergi"), MitraFactory()])
    orang = anggota_mitra(naskah.mitra.get(nama="PT Pergi"))
    kirim(staf, naskah, **{"pihak-0-tindakan": "akhiri"})
    daftar = staf.get(reverse("kerjasama:naskah-daftar")).content.decode()
    client.force_login(orang)

    halaman = client.get(naskah.get_absolute_url()).content.decode()

    assert "keluar 1 Maret 2025" in halaman
    assert "PT Pergi" not in daftar.split("<tbody>")[1]
