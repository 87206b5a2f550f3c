"""The field kit through the client: who may, what is sent twice, what is refused and how."""

import re
from datetime import UTC, datetime, time
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pengawasan.enums import JenisBeritaAcara, StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BeritaAcara
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    KebijakanFactory,
    KegiatanFactory,
    foto,
    hari,
    siapkan_surat,
)

pytestmark = pytest.mark.django_db
Status = StatusBeritaAcara
TINJAU = JenisBeritaAcara.TINJAU_LOKASI


@pytest.fixture
def kegiatan():
    siapkan_surat()
    KebijakanFactory()
    return KegiatanFactory(ditugaskan=True)


@pytest.fixture
def pd(client, kegiatan):
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.first())
    client.force_login(orang)
    return orang


def alamat(nama, *args):
    return reverse(f"pengawasan:lapangan-{nama}", args=args)


def kelola(**jumlah):
    return {f"{n}-TOTAL_FORMS": j for n, j in jumlah.items()} | {
        f"{n}-INITIAL_FORMS": 0 for n in jumlah
    }


def isian(kegiatan, **kolom):
    return {
        "kunci": uuid4(),
        "versi": 1,
        "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first().pk,
        "tanggal_kejadian": hari(-1),
        "waktu_kejadian": "09:30",
        "tempat": "Pasar baru",
        "lintang": "-6.238270",
        "bujur": "106.975571",
        **kelola(temuan=1, angka=0, kesepakatan=0, penanda_tangan=1),
        "temuan-0-uraian": "Kios terisi.\r\nSaluran tersumbat.",
        "penanda_tangan-0-nama": "Kepala Dinas",
        "penanda_tangan-0-mewakili": "perangkat_daerah",
        **kolom,
    }


def kirim(client, kegiatan, isi=None, **kolom):
    return client.post(alamat("kirim", kegiatan.pk), isi or isian(kegiatan, **kolom))


def kirim_foto(client, jawaban, isi=None, nama="a.jpg", **kolom):
    berkas = SimpleUploadedFile(nama, isi or foto().isi, content_type="image/jpeg")
    data = {"kunci": uuid4(), "foto": berkas, **kolom}
    return client.post(jawaban.json()["alamat_foto"], data)


def selesai(client, jawaban, jumlah):
    return client.post(jawaban.json()["alamat_selesai"], {"jumlah_foto": jumlah})


# --- Sending --------------------------------------------------------------------------------


def test_text_photos_and_the_end_make_a_submitted_tinjau_lokasi(client, kegiatan, pd):
    jawaban = kirim(client, kegiatan)
    kirim_foto(client, jawaban, diambil_pada="2026-01-02T03:04:05.000Z")
    akhir = selesai(client, jawaban, 1)

    berita_acara = BeritaAcara.objects.get()
    assert (jawaban.status_code, akhir.status_code) == (201, 200)
    assert (berita_acara.jenis, berita_acara.status) == (TINJAU, Status.DIAJUKAN)
    assert (berita_acara.disusun_oleh, berita_acara.waktu_kejadian) == (pd, time(9, 30))
    assert str(berita_acara.temuan.get()) == "Kios terisi.\nSaluran tersumbat."
    assert berita_acara.foto.get().diambil_pada == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert akhir.json()["nomor"] == str(berita_acara.nomor)


def test_everything_sent_twice_is_there_once(client, kegiatan, pd):
    isi, kunci_foto = isian(kegiatan), uuid4()
    for kode in (201, 200):
        jawaban = kirim(client, kegiatan, isi)
        assert jawaban.status_code == kode
        assert kirim_foto(client, jawaban, kunci=kunci_foto).status_code == kode
    for _ in range(2):
        assert selesai(client, jawaban, 1).status_code == 200

    assert BeritaAcara.objects.get().foto.count() == 1
    assert kirim(client, kegiatan, isi).json()["status"] == Status.DIAJUKAN


def test_figures_keep_the_item_they_measure_when_sent_again(client, kegiatan, pd):
    butir = ButirFactory(naskah=kegiatan.naskah)
    angka = {"angka-0-butir": butir.pk, "angka-0-nilai_tim": "1.5", **kelola(angka=1)}
    isi = isian(kegiatan, **angka)

    versi = [kirim(client, kegiatan, isi).json()["versi"] for _ in range(2)]

    assert versi == [1, 1]


def test_the_server_decides_what_is_its_own(client, kegiatan, pd):
    kirim(client, kegiatan, status="diverifikasi", jenis="rapat", disusun_oleh=1)

    berita_acara = BeritaAcara.objects.get()
    assert (berita_acara.jenis, berita_acara.status) == (TINJAU, Status.DRAF)
    assert berita_acara.disusun_oleh == pd


# --- Refused, and how -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kolom", "nama", "pesan"),
    [
        ({"tanggal_kejadian": hari(1)}, "tanggal_kejadian", "tidak boleh di masa depan"),
        ({"bujur": ""}, "", "Isi lintang dan bujur keduanya"),
        ({"kunci": "bukan"}, "kunci", "UUID"),
        ({"temuan-0-uraian": " ", "temuan-0-butir": 9999}, "temuan-0-uraian", "tidak boleh"),
        (
            {"penanda_tangan-0-mewakili": "siapa"},
            "penanda_tangan-0-mewakili",
            "pilihan",
        ),
    ],
)
def test_what_is_wrong_is_said_under_the_name_of_the_input(
    client, kegiatan, pd, kolom, nama, pesan
):
    jawaban = kirim(client, kegiatan, **kolom)

    assert jawaban.status_code == 400
    assert pesan in jawaban.json()["galat"][nama][0]
    assert not BeritaAcara.objects.exists()


def test_an_item_that_stands_twice_is_said_of_its_rows(client, kegiatan, pd):
    butir = ButirFactory(naskah=kegiatan.naskah).pk
    baris = {f"angka-{n}-{k}": v for n in (0, 1) for k, v in (("butir", butir), ("nilai_tim", 1))}

    jawaban = kirim(client, kegiatan, **baris, **kelola(angka=2))

    assert "Satu baris untuk satu kewajiban" in jawaban.json()["galat"]["angka"][0]


def test_a_kegiatan_that_was_cancelled_meanwhile_refuses_in_a_sentence(client, kegiatan, pd):
    kegiatan.status, kegiatan.alasan_batal = StatusKegiatan.DIBATALKAN, "Ditunda"
    kegiatan.save()

    jawaban = kirim(client, kegiatan)

    assert (jawaban.status_code, jawaban.json()["pesan"]) == (409, "Kegiatan ini dibatalkan.")


def test_a_refusal_tells_the_version_so_that_one_may_insist(client, kegiatan, pd):
    isi = isian(kegiatan)
    kirim(client, kegiatan, isi)
    BeritaAcara.objects.update(versi=4)
    isi["tempat"] = "Pasar lama"

    jawaban = kirim(client, kegiatan, isi)

    assert jawaban.status_code == 409
    assert kirim(client, kegiatan, isi | {"versi": jawaban.json()["versi"]}).status_code == 200
    assert BeritaAcara.objects.get().tempat == "Pasar lama"


def test_the_end_waits_for_every_photo(client, kegiatan, pd):
    jawaban = selesai(client, kirim(client, kegiatan), 2)

    assert jawaban.status_code == 409
    assert "Baru 0 dari 2 foto" in jawaban.json()["pesan"]


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        (b"<html>bukan foto</html>", "a.jpg", "bukan JPEG atau PNG"),
        (b"%PDF-1.7 ...", "a.jpg", "bukan JPEG atau PNG"),
        (b"\xff\xd8\xff\xe0 rusak", "a.jpg", "rusak"),
        (foto().isi, "a.png", "tidak sesuai dengan namanya"),
    ],
)
def test_a_photo_that_is_none_is_refused_in_a_sentence(client, kegiatan, pd, isi, nama, pesan):
    jawaban = kirim_foto(client, kirim(client, kegiatan), isi, nama)

    assert jawaban.status_code == 400
    assert pesan in jawaban.json()["pesan"]
    assert not BeritaAcara.objects.get().foto.exists()


# --- Who ----------------------------------------------------------------------------------------


def test_the_list_names_what_the_unit_still_has_to_visit(client, kegiatan, pd):
    evaluasi = KegiatanFactory(naskah=kegiatan.naskah, evaluasi=True, ditugaskan=True)
    KegiatanFactory(naskah=kegiatan.naskah, metode="dokumen", ditugaskan=True)
    KegiatanFactory(naskah=kegiatan.naskah)
    sudah = KegiatanFactory(naskah=kegiatan.naskah, ditugaskan=True)
    BeritaAcaraFactory(kegiatan=sudah, jenis=TINJAU, diajukan=True)
    KegiatanFactory(naskah=NaskahFactory(), ditugaskan=True)

    response = client.get(reverse("pengawasan:lapangan"))

    assert list(response.context["kegiatan"]) == [kegiatan, evaluasi]


def test_the_list_asks_as_often_for_three_as_for_one(client, kegiatan, pd):
    jumlah = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(reverse("pengawasan:lapangan")).status_code == 200
        jumlah.append(len(kueri))
        KegiatanFactory.create_batch(2, naskah=kegiatan.naskah, ditugaskan=True)

    assert jumlah[0] == jumlah[1] <= 12


@pytest.mark.parametrize(("peran", "kode"), [("staf", 403), ("tim", 403), ("pd", 404)])
def test_the_form_is_for_the_units_of_the_naskah(client, kegiatan, peran, kode):
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(alamat("isi", kegiatan.pk)).status_code == kode
    assert kirim(client, kegiatan).status_code == kode
    assert not BeritaAcara.objects.exists()


def test_a_draft_takes_photos_from_its_own_unit_only(client, kegiatan, pd):
    jawaban = kirim(client, kegiatan)
    client.force_login(anggota_pd(PerangkatDaerahFactory()))

    assert kirim_foto(client, jawaban).status_code == 404
    assert selesai(client, jawaban, 0).status_code == 404


def test_a_session_that_ended_is_led_to_sign_in_and_nothing_is_kept(client, kegiatan, pd):
    client.logout()

    assert client.get(alamat("token")).status_code == 302
    assert kirim(client, kegiatan).url.startswith(reverse("account_login"))
    assert not BeritaAcara.objects.exists()


def test_a_stale_token_is_refused_and_a_fresh_one_taken(kegiatan):
    klien = Client(enforce_csrf_checks=True)
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.first())
    klien.force_login(orang)
    tujuan, isi = alamat("kirim", kegiatan.pk), isian(kegiatan)

    basi = klien.post(tujuan, isi, headers={"X-CSRFToken": "x" * 64})
    kini = klien.get(alamat("token")).json()

    assert basi.status_code == 403
    assert kini["pengguna"] == orang.pk
    segar = klien.post(tujuan, isi, headers={"X-CSRFToken": kini["token"]})
    assert segar.status_code == 201


# --- The page and its worker --------------------------------------------------------------------


def test_a_locked_kegiatan_leads_back_with_the_reason(client, kegiatan, pd):
    dilaporkan = KegiatanFactory(naskah=kegiatan.naskah, dilaporkan=True)

    page = client.get(alamat("isi", dilaporkan.pk), follow=True)

    assert page.redirect_chain[0][0] == dilaporkan.get_absolute_url()
    assert "sudah dikirim" in page.content.decode()


def test_the_form_names_the_ordinary_one_for_those_without_javascript(client, kegiatan, pd):
    page = client.get(alamat("isi", kegiatan.pk)).content.decode()

    biasa = reverse("pengawasan:berita-acara-tambah", args=[kegiatan.pk])
    assert re.search(rf'<noscript>.*href="{biasa}".*</noscript>', page, re.DOTALL)


def test_the_worker_rules_its_own_folder_and_knows_nobody(client):
    jawaban = client.get(alamat("pekerja"))

    assert jawaban.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert jawaban.headers["Cache-Control"] == "no-cache"
    assert "Service-Worker-Allowed" not in jawaban.headers
    assert alamat("pekerja").rpartition("/")[0] + "/" == reverse("pengawasan:lapangan")


def test_the_worker_keeps_every_file_that_a_page_of_the_kit_links(client, kegiatan, pd):
    pekerja = client.get(alamat("pekerja")).content.decode()

    for tujuan in (reverse("pengawasan:lapangan"), alamat("isi", kegiatan.pk)):
        page = client.get(tujuan).content.decode()
        berkas = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
        assert len(berkas) > 20
        assert {b for b in berkas if f'"{b}"' not in pekerja} == set()


def test_second_event_of_a_day_is_sent_once_somebody_says_that_it_is_another(client, kegiatan, pd):
    kirim(client, kegiatan)
    ditolak = kirim(client, kegiatan)
    dicentang = kirim(client, kegiatan, kejadian_lain="on")

    assert (ditolak.status_code, [*ditolak.json()["galat"]]) == (409, ["kejadian_lain"])
    assert dicentang.status_code == 201
    assert BeritaAcara.objects.count() == 2
