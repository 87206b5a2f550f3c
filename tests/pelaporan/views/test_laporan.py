"""Pages of the report, its bundle and the letter register."""

import pytest
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from inti.services import nomor_surat
from pelaporan.models import Bundel, Laporan
from pelaporan.pdf import HasilPdf
from pelaporan.services import bundel as bundel_services
from pelaporan.services import laporan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, anggota_pd
from tests.factories.laporan import kegiatan_lengkap, ketua, laporan_draf, laporan_terkirim
from tests.factories.pengawasan import KegiatanFactory, NomorSuratFactory, siapkan_surat

pytestmark = pytest.mark.django_db


def alamat(nama, *args):
    return reverse(f"pelaporan:{nama}", args=args)


@pytest.fixture
def tim(client):
    """Someone of the team, signed in."""
    orang = PenggunaFactory(tim=True)
    client.force_login(orang)
    return orang


@pytest.fixture
def antre():
    """A report that was sent and whose bundle waits."""
    laporan = laporan_draf()
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    return laporan.bundel.get()


# --- List -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saring", "ada"),
    [
        ("status=draf", True),
        ("status=dikirim", False),
        ("jenis=evaluasi", True),
        ("jenis=pemantauan", False),
        ("q=pasar", True),
        ("q=tidak+ada", False),
        ("kegiatan={kegiatan}", True),
    ],
)
def test_daftar_is_narrowed(client, tim, saring, ada):
    laporan = laporan_draf()

    response = client.get(
        f"{alamat('laporan-daftar')}?{saring.format(kegiatan=laporan.kegiatan_id)}"
    )

    assert list(response.context["object_list"]) == [laporan] * ada


@pytest.mark.parametrize("kegiatan", ["99", "x", str(2**70)])
def test_daftar_of_an_unknown_kegiatan_is_a_page_all_the_same(client, tim, kegiatan):
    assert client.get(f"{alamat('laporan-daftar')}?kegiatan={kegiatan}").status_code == 200


# --- Begin ----------------------------------------------------------------------------------


def test_tambah_asks_first_and_begins_once(client, tim):
    kegiatan = kegiatan_lengkap()
    halaman = f"{alamat('laporan-tambah')}?kegiatan={kegiatan.pk}"

    assert "Mulai menyusun" in client.get(halaman).text
    assert not Laporan.objects.exists()
    client.post(halaman)
    response = client.post(halaman)

    laporan = Laporan.objects.get()
    assert (laporan.kegiatan, laporan.disusun_oleh) == (kegiatan, tim)
    assert response.url == laporan.get_absolute_url()
    assert "Pemerintah daerah bekerja sama dengan" in laporan.pendahuluan


def test_tambah_before_the_event_says_why_not(client, tim):
    kegiatan = KegiatanFactory(ditugaskan=True)

    response = client.post(f"{alamat('laporan-tambah')}?kegiatan={kegiatan.pk}", follow=True)

    assert "setelah berita acara kegiatan diverifikasi" in response.text


@pytest.mark.parametrize("kegiatan", ["", "x", "²", "0", "99", str(2**70)])
def test_tambah_without_a_known_kegiatan_is_not_found(client, tim, kegiatan):
    assert client.get(f"{alamat('laporan-tambah')}?kegiatan={kegiatan}").status_code == 404


# --- Detail ---------------------------------------------------------------------------------


def test_checklist_names_each_letter_and_leads_to_where_it_is_filled(client, tim):
    laporan = laporan_draf()
    laporan.kegiatan.hadirin.all().delete()

    syarat = client.get(laporan.get_absolute_url()).context["syarat"]

    assert [s.syarat.huruf for s in syarat if not s.syarat.terpenuhi] == ["b"]
    tautan = {s.syarat.huruf: s.tautan for s in syarat}
    hadirin = reverse("pengawasan:hadirin-ubah", args=[laporan.kegiatan_id])
    assert tautan["b"] == (("Isi daftar hadir", hadirin),)
    assert all(tautan.values())


def test_checklist_leads_nowhere_for_who_only_reads(client):
    laporan = laporan_draf()
    laporan.kegiatan.hadirin.all().delete()
    client.force_login(PenggunaFactory(staf=True))

    response = client.get(laporan.get_absolute_url())

    assert {s.tautan for s in response.context["syarat"]} == {()}
    assert "Isi daftar hadir" not in response.text
    assert "Kirim ke Ketua TKKSD" not in response.text


@pytest.mark.parametrize("buat", [laporan_draf, laporan_terkirim])
def test_rincian_costs_few_queries(client, tim, buat, django_assert_max_num_queries):
    laporan = buat()

    with django_assert_max_num_queries(12):
        assert client.get(laporan.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("peran", ["mitra", "pd", "admin"])
def test_rincian_is_closed_to_others(client, peran):
    laporan = laporan_draf()
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(laporan.get_absolute_url()).status_code == 403


# --- Writing --------------------------------------------------------------------------------


def test_ubah_writes_the_text(client, tim):
    laporan = laporan_draf()

    client.post(alamat("laporan-ubah", laporan.pk), {"hasil": "Baik.\r\nSekali."})

    laporan.refresh_from_db()
    assert laporan.hasil == "Baik.\nSekali."


def test_ubah_asks_for_no_statement_where_nothing_is_missing(client, tim):
    isian = client.get(alamat("laporan-ubah", laporan_draf().pk)).context["form"].fields

    assert [*isian] == ["pendahuluan", "hasil", "kesimpulan", "asal"]


def test_ubah_asks_for_the_statements_that_are_missing(client, tim):
    laporan = laporan_draf(evaluasi=False, berita_acara={"jenis": "rapat"})
    laporan.kegiatan.naskah.pihak.create(mitra=MitraFactory(nama="PT Bisu"))

    response = client.get(alamat("laporan-ubah", laporan.pk))

    isian = response.context["form"].fields
    assert {"alasan_tanpa_tinjau", "pernyataan_tanpa_laporan"} <= {*isian}
    assert "Belum ada laporan dari PT Bisu" in response.text


def test_ubah_of_a_sent_report_leads_back_with_the_reason(client, tim, antre):
    response = client.get(alamat("laporan-ubah", antre.laporan_id), follow=True)

    assert "terkunci" in response.text
    assert response.redirect_chain == [(antre.laporan.get_absolute_url(), 302)]


def test_ubah_that_came_too_late_keeps_what_was_typed(client, tim, antre):
    response = client.post(alamat("laporan-ubah", antre.laporan_id), {"hasil": "Tulisan panjang."})

    assert "Tulisan panjang." in response.text
    assert "terkunci" in response.text


# --- Sending --------------------------------------------------------------------------------


def test_kirim_without_daftar_hadir_says_huruf_b(client, tim):
    laporan = laporan_draf()
    laporan.kegiatan.hadirin.all().delete()

    response = client.post(alamat("laporan-kirim", laporan.pk), follow=True)

    assert "huruf b: daftar hadir peserta rapat belum diisi" in response.text
    assert not Bundel.objects.exists()


def test_kirim_twice_is_one_bundel_and_the_page_follows_its_making(client, tim):
    laporan = laporan_draf()

    client.post(alamat("laporan-kirim", laporan.pk))
    response = client.post(alamat("laporan-kirim", laporan.pk), follow=True)

    bundel = Bundel.objects.get()
    assert "tidak dapat dikirim" in response.text
    assert f'hx-get="{alamat("bundel-kemajuan", bundel.pk)}"' in response.text


@pytest.mark.parametrize("peran", ["staf", "ketua", "walikota"])
def test_only_the_team_writes_and_sends(client, peran):
    laporan = laporan_draf()
    client.force_login(PenggunaFactory(**{peran: True}))

    for nama in ("laporan-ubah", "laporan-kirim"):
        assert client.post(alamat(nama, laporan.pk)).status_code == 403


# --- The bundle -----------------------------------------------------------------------------


def test_kemajuan_asks_again_until_the_bundel_is_ready(client, tim, antre):
    halaman = alamat("bundel-kemajuan", antre.pk)

    sebelum = client.get(halaman).text
    bundel_services.kerjakan_antrean()
    sesudah = client.get(halaman).text

    assert ("hx-get" in sebelum, "hx-get" in sesudah) == (True, False)
    assert alamat("bundel-unduh", antre.pk) in sesudah


def test_no_request_renders_and_pages_answer_while_a_bundel_is_made(client, tim, monkeypatch):
    laporan = laporan_draf()
    dilihat = []

    def susun(isi, berkas):
        """In place of a long rendering: what a person at a page sees meanwhile."""
        dilihat.append(client.get(alamat("bundel-kemajuan", Bundel.objects.get().pk)))
        dilihat.append(client.get(alamat("laporan-rincian", laporan.pk)))
        return HasilPdf(b"%PDF-1.7 palsu", 1)

    monkeypatch.setattr(bundel_services, "bundel_pdf", susun)
    dikirim = client.post(alamat("laporan-kirim", laporan.pk))
    assert (dikirim.status_code, dilihat) == (302, [])
    assert Bundel.objects.get().status == "antre"

    bundel_services.kerjakan_antrean()

    assert [jawaban.status_code for jawaban in dilihat] == [200, 200]
    assert all("Menyusun halaman" in jawaban.text for jawaban in dilihat)


def test_bundel_with_a_pdf_of_the_mitra_says_that_it_is_no_archive(client, tim, antre):
    bundel_services.kerjakan_antrean()
    halaman = alamat("bundel-kemajuan", antre.pk)
    tanpa = client.get(halaman).text
    isi = antre.isi
    isi["lampiran"][0]["berkas"] = [{"tipe": "application/pdf"}]
    Bundel.objects.filter(pk=antre.pk).update(isi=isi)

    assert "PDF/A" not in tanpa
    assert "tidak ditandai sebagai arsip PDF/A" in client.get(halaman).text


@pytest.mark.parametrize(("halaman", "segar"), [("meja-ketua", "true"), ("laporan-daftar", None)])
def test_ready_bundel_makes_only_the_desk_start_anew(client, tim, antre, halaman, segar):
    bundel_services.kerjakan_antrean()
    asal = f"http://testserver{alamat(halaman)}1/"

    jawaban = client.get(alamat("bundel-kemajuan", antre.pk), headers={"HX-Current-URL": asal})

    assert jawaban.headers.get("HX-Refresh") == segar


def test_bundel_is_shown_as_it_was_made_and_noted(client):
    laporan = laporan_terkirim()
    bundel = laporan.bundel.get()
    client.force_login(PenggunaFactory(walikota=True))

    response = client.get(alamat("bundel-unduh", bundel.pk))

    assert b"".join(response.streaming_content) == bundel.berkas.baca()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert JejakAudit.objects.filter(aksi="berkas.unduh").count() == 1


def test_bundel_that_is_not_ready_is_not_found(client, tim, antre):
    assert client.get(alamat("bundel-unduh", antre.pk)).status_code == 404


def test_bundel_is_closed_to_a_unit_of_the_naskah_and_unknown_to_another(client, antre):
    unit = antre.laporan.kegiatan.naskah.perangkat_daerah.get()

    for orang, status in ((anggota_pd(unit), 403), (PenggunaFactory(pd=True), 404)):
        client.force_login(orang)
        for nama in ("bundel-unduh", "bundel-kemajuan"):
            assert client.get(alamat(nama, antre.pk)).status_code == status


def test_failed_bundel_shows_its_reason_and_is_queued_again(client, tim, antre):
    Bundel.objects.update(status="gagal", kesalahan="Terlalu panjang.", percobaan=3)

    halaman = client.get(antre.laporan.get_absolute_url()).text
    client.post(alamat("bundel-ulangi", antre.pk))

    assert "Terlalu panjang." in halaman
    assert "Susun lagi" in halaman
    antre.refresh_from_db()
    assert (antre.status, antre.percobaan) == ("antre", 0)


# --- The letter register --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saring", "nomor"),
    [
        ("", [2, 1, 7]),
        ("tahun=2024", [7]),
        ("tahun=2025", []),
        ("keadaan=dibatalkan", [1]),
        ("keadaan=berlaku", [2, 7]),
        ("q=hilang", [2]),
    ],
)
def test_register_keeps_cancelled_numbers_and_is_narrowed(client, saring, nomor):
    siapkan_surat()
    staf = PenggunaFactory(staf=True)
    NomorSuratFactory(tahun=2024, urut=7)
    batal, _ = (
        nomor_surat.ambil(jenis="Surat", perihal=p, tanggal=timezone.localdate(), oleh=staf)
        for p in ("biasa", "hilang")
    )
    nomor_surat.batalkan(batal.pk, alasan="Salah tujuan.", oleh=staf)
    client.force_login(staf)

    response = client.get(f"{alamat('surat-daftar')}?{saring}")

    assert [s.urut for s in response.context["object_list"]] == nomor
    assert ("Salah tujuan." in response.text) is (1 in nomor)


# --- Revoking a bundle ----------------------------------------------------------------------


def test_team_revokes_what_the_chair_has_not_decided(client):
    laporan = laporan_terkirim()
    client.force_login(laporan.disusun_oleh)
    bundel = laporan.bundel.get()
    assert "Cabut bundel ini" in client.get(laporan.get_absolute_url()).text

    client.post(alamat("laporan-cabut", laporan.pk), {"alasan": "Lampiran keliru."})

    halaman = client.get(laporan.get_absolute_url()).text
    assert "Perbaiki yang keliru, lalu kirim lagi" in halaman
    assert "Cabut bundel ini" not in halaman
    unduhan = client.get(alamat("bundel-unduh", bundel.pk)).text
    assert "Bundel ini sudah dicabut" in unduhan
    assert "Lampiran keliru." in unduhan


def test_revoking_without_a_reason_is_an_error_at_the_field(client):
    laporan = laporan_terkirim()
    client.force_login(laporan.disusun_oleh)

    response = client.post(alamat("laporan-cabut", laporan.pk), {"alasan": " "})

    assert "alasan" in response.context["form"].errors
    assert Laporan.objects.get().status == "dikirim"


def test_approved_report_is_revoked_by_the_chair_alone(client):
    laporan = laporan_terkirim()
    Laporan.objects.update(
        status="disetujui", diputuskan_oleh=ketua(), diputuskan_pada=timezone.now()
    )

    client.force_login(laporan.disusun_oleh)
    assert client.get(alamat("laporan-cabut", laporan.pk)).status_code == 403
    client.force_login(ketua())
    client.post(alamat("laporan-cabut", laporan.pk), {"alasan": "Keliru naskah."})

    assert laporan.bundel.get().alasan_cabut == "Keliru naskah."
