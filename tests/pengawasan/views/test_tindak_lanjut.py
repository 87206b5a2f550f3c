"""Follow-up through the client: the owner reports, someone else returns or closes."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kerjasama.services import naskah as naskah_services
from pengawasan.models import Teguran, TindakLanjut
from pengawasan.services import tindak_lanjut as services
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import RekomendasiFactory, foto, hari
from tests.factories.teguran import TeguranFactory
from tests.inti.test_unggahan import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def butir():
    rekomendasi = RekomendasiFactory(disetujui=True)
    return services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


@pytest.fixture
def pemilik(butir):
    return anggota_pd(butir.perangkat_daerah)


@pytest.fixture
def terlapor(butir, pemilik):
    return services.laporkan(butir.pk, keterangan="Surat dikirim.", bukti=[foto()], oleh=pemilik)


def kirim(client, orang, aksi, butir, **isi):
    client.force_login(orang)
    alamat = reverse(f"pengawasan:tindak-lanjut-{aksi}", args=[butir.pk])
    response = client.post(alamat, isi, follow=True)
    butir.refresh_from_db()
    return response


def test_list_begins_with_the_longest_late_and_ends_with_the_closed(client, terlapor):
    TindakLanjut.objects.filter(pk=terlapor.pk).update(uraian="ditutup", tenggat=hari(-50))
    services.tutup(terlapor.pk, catatan="Lunas.", oleh=PenggunaFactory(staf=True))
    for uraian, tenggat in (("nanti", 9), ("terlambat", -30), ("baru lewat", -1)):
        rekomendasi = RekomendasiFactory(disetujui=True, uraian=uraian, tenggat=hari(tenggat))
        services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    client.force_login(PenggunaFactory(staf=True))

    page = client.get(reverse("pengawasan:tindak-lanjut-daftar"))

    daftar = [satu.uraian for satu in page.context["object_list"]]
    assert daftar == ["terlambat", "baru lewat", "nanti", "ditutup"]
    assert page.text.count(">Terlambat</span>") == 2


def test_owner_sees_the_form_of_the_report_and_no_empty_place_for_it(client, butir, pemilik):
    alamat = reverse("pengawasan:tindak-lanjut-rincian", args=[butir.pk])
    client.force_login(pemilik)
    assert "Belum dilaporkan." not in client.get(alamat).text
    client.force_login(PenggunaFactory(tim=True))
    assert "Belum dilaporkan." in client.get(alamat).text


def test_owner_reports_with_evidence(client, butir, pemilik, tmp_path):
    berkas = tmp_path / "bukti.pdf"
    berkas.write_bytes(pdf())

    with berkas.open("rb") as bukti:
        kirim(client, pemilik, "lapor", butir, keterangan="Surat dikirim.", bukti=bukti)

    assert butir.status == "dilaporkan"
    assert [b.berkas.nama for b in butir.bukti.all()] == ["bukti.pdf"]


def test_report_with_a_file_that_is_not_what_it_says_is_refused_in_words(
    client, butir, pemilik, tmp_path
):
    berkas = tmp_path / "bukti.pdf"
    berkas.write_bytes(b"<html>")

    with berkas.open("rb") as bukti:
        jawaban = kirim(client, pemilik, "lapor", butir, keterangan="Selesai.", bukti=bukti)

    assert "bukan PDF" in jawaban.text
    assert butir.status == "terbuka"


def test_another_unit_may_not_report(client, butir):
    lain = anggota_pd(PerangkatDaerahFactory())
    butir.naskah.keterlibatan.create(
        perangkat_daerah=lain.keanggotaan.get().perangkat_daerah, peran="terkait"
    )

    assert kirim(client, lain, "lapor", butir, keterangan="x").status_code == 403


def test_staff_return_with_a_note_and_close(client, terlapor):
    staf = PenggunaFactory(staf=True)

    assert "wajib disertai catatan" in kirim(client, staf, "kembalikan", terlapor, catatan="").text
    kirim(client, staf, "kembalikan", terlapor, catatan="Mana tanda terimanya?")
    assert terlapor.status == "terbuka"


def test_staff_close(client, terlapor):
    kirim(client, PenggunaFactory(staf=True), "tutup", terlapor, catatan="Sudah lunas.")

    assert terlapor.status == "ditutup"


def test_note_that_is_too_long_is_told_of(client, terlapor):
    staf = PenggunaFactory(staf=True)

    assert "2000" in kirim(client, staf, "tutup", terlapor, catatan="x" * 2_001).text
    assert terlapor.status == "dilaporkan"


def test_evidence_opens_for_those_who_see_the_follow_up(client, terlapor, pemilik):
    alamat = reverse("pengawasan:tindak-lanjut-bukti", args=[terlapor.pk, terlapor.bukti.get().pk])
    client.force_login(pemilik)
    response = client.get(alamat)
    assert b"".join(response.streaming_content) == terlapor.bukti.get().berkas.baca()

    client.force_login(anggota_pd(PerangkatDaerahFactory()))
    assert client.get(alamat).status_code == 404


def test_refused_form_stands_on_the_page_as_it_was_typed(client, butir, pemilik):
    isi = {"tanggal": hari(1), "persen": 40, "uraian": "Kalimat yang panjang"}

    halaman = kirim(client, pemilik, "perkembangan", butir, **isi)

    assert "masa depan" in halaman.text
    assert "Kalimat yang panjang" in halaman.text
    assert not butir.perkembangan.exists()


def test_field_that_is_wrong_is_named_at_the_field(client, butir, pemilik):
    halaman = kirim(client, pemilik, "tenggat", butir, tenggat="besok", alasan="Data belum ada")

    assert halaman.context["minta_form"].errors.keys() == {"tenggat"}
    assert "Data belum ada" in halaman.text


def test_same_report_sent_twice_is_one_report(client, butir, pemilik):
    kunci = "3f0b6a1e-8a39-4f4b-9d30-222222222222"

    for _ in range(2):
        halaman = kirim(client, pemilik, "lapor", butir, keterangan="Selesai.", kunci=kunci)

    assert "sudah dikirim" in halaman.text


def test_closed_follow_up_no_longer_asks_for_anything(client, terlapor):
    staf = PenggunaFactory(staf=True)
    assert "belum ada" in kirim(client, staf, "kembalikan", terlapor, catatan="Mana?").text
    services.laporkan(terlapor.pk, keterangan="x", oleh=terlapor.dilaporkan_oleh)

    halaman = kirim(client, staf, "tutup", terlapor, catatan="Lunas tanpa butir.").text

    assert "Ditutup tanpa butir hak dan kewajiban" in halaman
    assert "Untuk ditutup" not in halaman
    assert "Simpan butir" not in halaman


# --- Huruf f --------------------------------------------------------------------------------


@pytest.fixture
def pengakhiran():
    PemerintahFactory()
    rekomendasi = RekomendasiFactory(
        disetujui=True, jenis="f", walikota_oleh=PenggunaFactory(), walikota_pada=timezone.now()
    )
    return services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


def tautan_akhiri(client, butir):
    client.force_login(PenggunaFactory(staf=True))
    halaman = client.get(butir.get_absolute_url()).text
    awal = halaman.index(reverse("kerjasama:naskah-akhiri", args=[butir.naskah_id]))
    return halaman[awal : halaman.index('"', awal)].replace("&amp;", "&")


def test_huruf_f_opens_the_ending_with_its_day_and_what_decided_it(client, pengakhiran):
    form = client.get(tautan_akhiri(client, pengakhiran)).context["form"]

    assert form.initial["tanggal"] == hari()
    assert form.initial["dasar"].startswith("Putusan kepala daerah ")
    assert "rekomendasi huruf f (Pasal 6 ayat (7))" in form.initial["dasar"]
    assert "alasan" not in form.initial


def test_huruf_f_after_warnings_in_vain_names_default_as_the_reason(client, pengakhiran):
    TeguranFactory(
        naskah=pengakhiran.naskah,
        status="dilanjutkan",
        catatan_penutup="Usul huruf f.",
        ditutup_oleh=PenggunaFactory(),
        ditutup_pada=pengakhiran.dibuat_pada,
    )

    form = client.get(tautan_akhiri(client, pengakhiran)).context["form"]

    assert form.initial["alasan"] == "wanprestasi"


def test_huruf_f_shows_the_ending_and_outlives_the_naskah(client, pengakhiran):
    staf = PenggunaFactory(staf=True)
    naskah_services.akhiri(
        pengakhiran.naskah_id, alasan="pailit", tanggal=hari(-1), dasar="Surat 5", oleh=staf
    )
    client.force_login(staf)

    halaman = client.get(pengakhiran.get_absolute_url()).text

    assert "Mitra pailit" in halaman
    assert "Surat 5" in halaman
    assert reverse("kerjasama:naskah-akhiri", args=[pengakhiran.naskah_id]) not in halaman
    kirim(client, staf, "perkembangan", pengakhiran, tanggal=hari(), uraian="Aset diserahkan.")
    assert pengakhiran.perkembangan.get().uraian == "Aset diserahkan."


def test_huruf_f_sends_the_unit_to_the_staff_for_the_ending(client, pengakhiran):
    client.force_login(anggota_pd(pengakhiran.perangkat_daerah))

    halaman = client.get(pengakhiran.get_absolute_url()).text

    assert "dicatat staf Bagian Kerja Sama" in halaman


# --- Huruf g --------------------------------------------------------------------------------


@pytest.fixture
def tegur_banyak():
    naskah = NaskahFactory(mitra=MitraFactory.create_batch(3))
    rekomendasi = RekomendasiFactory(
        disetujui=True, jenis="g", baris__matrik__kegiatan__naskah=naskah
    )
    return services.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


def test_huruf_g_with_several_mitra_opens_a_ladder_for_each_that_is_ticked(client, tegur_banyak):
    staf, mitra = PenggunaFactory(staf=True), list(tegur_banyak.naskah.mitra.order_by("pk"))

    halaman = kirim(client, staf, "teguran", tegur_banyak, mitra=[m.pk for m in mitra[:2]])

    assert [t.mitra for t in Teguran.objects.order_by("pk")] == mitra[:2]
    assert list(halaman.context["teguran_form"].fields["mitra"].queryset) == mitra[2:]


def test_huruf_g_wants_at_least_one_mitra(client, tegur_banyak):
    halaman = kirim(client, PenggunaFactory(staf=True), "teguran", tegur_banyak)

    assert "Centang sedikitnya satu mitra." in halaman.text
    assert not Teguran.objects.exists()


def test_unit_reads_the_ladders_and_opens_none(client, tegur_banyak):
    orang = anggota_pd(tegur_banyak.perangkat_daerah)
    client.force_login(orang)
    halaman = client.get(tegur_banyak.get_absolute_url()).text

    assert "dibuka staf Bagian Kerja Sama" in halaman
    assert "Mitra yang ditegur" not in halaman
    mitra = tegur_banyak.naskah.mitra.first().pk
    assert kirim(client, orang, "teguran", tegur_banyak, mitra=mitra).status_code == 403
