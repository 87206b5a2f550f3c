"""Checking in on a phone, and the officer's side of it, through the client."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from pengawasan.models import Hadirin, Rapat, SesiHadir, TandaHadir
from pengawasan.services import hadir as services
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pengawasan import (
    HadirinFactory,
    RapatFactory,
    SesiHadirFactory,
    TandaHadirFactory,
    hari,
)

pytestmark = pytest.mark.django_db
GORESAN = json.dumps([[0, 0, 100, 100], [200, 20, 250, 90]])
ANI = {
    "nama": "Ani",
    "jabatan": "Kabid",
    "instansi": "Dinas",
    "unsur": "perangkat_daerah",
    "goresan": GORESAN,
}


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


@pytest.fixture
def sesi():
    return SesiHadirFactory()


def test_somebody_without_an_account_checks_in(client, sesi):
    assert client.get(sesi.get_absolute_url()).status_code == 200

    page = client.post(sesi.get_absolute_url(), ANI, follow=True).content.decode()

    assert "Kehadiran tercatat" in page
    assert 'd="M0 0L100 100M200 20L250 90"' in page
    assert Hadirin.objects.get().nama == "Ani"


def test_the_same_phone_sees_and_mends_what_it_recorded(client, sesi):
    client.post(sesi.get_absolute_url(), ANI)

    form = client.get(f"{sesi.get_absolute_url()}?ubah=1").context["form"]
    client.post(sesi.get_absolute_url(), ANI | {"nama": "Ani, S.H."})

    assert form.initial["nama"] == "Ani"
    assert json.loads(form.initial["goresan"]) == json.loads(GORESAN)
    assert Hadirin.objects.get().nama == "Ani, S.H."


def test_another_phone_sees_nothing_of_it(client, sesi):
    client.post(sesi.get_absolute_url(), ANI | {"nama": "Zamrudwangi"})

    page = Client().get(sesi.get_absolute_url()).content.decode()

    assert "Zamrudwangi" not in page
    assert "Isi daftar hadir" in page


def test_a_forged_key_of_a_phone_is_no_key(client, sesi):
    tanda = TandaHadirFactory(sesi=sesi)
    client.cookies[f"hadir-{sesi.pk}"] = str(tanda.kunci)

    client.post(sesi.get_absolute_url(), ANI)

    assert Hadirin.objects.count() == 2
    assert Hadirin.objects.filter(nama=tanda.hadirin.nama).exists()


def test_a_phone_that_is_handed_on_records_the_next_person(client, sesi):
    client.post(sesi.get_absolute_url(), ANI)

    page = client.post(reverse("hadir-lain", args=[sesi.token]), follow=True)
    client.post(sesi.get_absolute_url(), ANI | {"nama": "Budi"})

    assert "Isi daftar hadir" in page.content.decode()
    assert [h.nama for h in Hadirin.objects.all()] == ["Ani", "Budi"]


def test_who_is_signed_in_finds_name_and_office_filled_in(client, sesi):
    unit = sesi.rapat.kegiatan.get().naskah.perangkat_daerah.get()
    pengguna = anggota_pd(unit)
    client.force_login(pengguna)

    awal = client.get(sesi.get_absolute_url()).context["form"].initial

    assert (awal["nama"], awal["instansi"]) == (pengguna.nama, str(unit))
    assert awal["unsur"] == "perangkat_daerah"


@pytest.mark.parametrize(
    ("kolom", "sebut"),
    [
        ({"goresan": ""}, "centang “Hadir tanpa tanda tangan”"),
        ({"goresan": "<svg onload=alert(1)>"}, "tidak terbaca"),
        ({"goresan": "[[-5,0,100,100]]"}, "tidak terbaca"),
        ({"goresan": "[" * 15_000}, "tidak terbaca"),
        ({"goresan": json.dumps([[0, 0, 600, 200] * 5_000])}, "terlalu rumit"),
        ({"nama": ""}, "tidak boleh kosong"),
        ({"nama": "x" * 151}, "150"),
        ({"unsur": "ketua"}, "Masukkan pilihan yang valid"),
    ],
)
def test_what_cannot_be_is_answered_at_the_field(client, sesi, kolom, sebut):
    page = client.post(sesi.get_absolute_url(), ANI | kolom)

    galat = " ".join(str(e) for daftar in page.context["form"].errors.values() for e in daftar)
    assert sebut in galat
    assert page.context["form"]["instansi"].value() == "Dinas"
    assert not Hadirin.objects.exists()


def test_a_name_of_markup_is_shown_as_text(client, sesi):
    page = client.post(
        sesi.get_absolute_url(), ANI | {"nama": "<b onclick=alert(1)>Ani</b>"}, follow=True
    ).content.decode()

    assert "&lt;b onclick=alert(1)&gt;Ani&lt;/b&gt;" in page


def test_the_tick_wins_over_the_drawing(client, sesi):
    client.post(sesi.get_absolute_url(), ANI | {"tanpa_tanda_tangan": "on"})

    assert TandaHadir.objects.get().goresan is None


@pytest.mark.parametrize("token", ["a" * 26, "x", "%3Cscript%3E", "1' OR 1=1"])
def test_a_guessed_token_is_not_there(client, sesi, token):
    assert client.get(f"/hadir/{token}/").status_code == 404
    assert client.post(f"/hadir/{token}/", ANI).status_code == 404
    assert not Hadirin.objects.exists()


def test_a_closed_session_says_so_and_takes_nothing(client, sesi):
    services.tutup(sesi.rapat_id, oleh=PenggunaFactory())

    page = client.post(sesi.get_absolute_url(), ANI)

    assert page.status_code == 403
    assert "sudah ditutup" in page.content.decode()
    assert not Hadirin.objects.exists()


def test_before_its_day_it_says_when_it_opens(client, sesi):
    Rapat.objects.update(tanggal=hari(1))

    page = client.get(sesi.get_absolute_url())

    assert (page.status_code, "Daftar hadir dibuka" in page.content.decode()) == (403, True)


def test_the_page_is_kept_by_nobody_and_limited(client, sesi, settings):
    settings.HADIR_PER_MENIT = 2

    kode = [client.get(sesi.get_absolute_url()) for _ in range(3)]

    assert [k.status_code for k in kode] == [200, 200, 429]
    assert all("no-store" in k["Cache-Control"] for k in kode)
    assert [k.get("Retry-After") for k in kode] == [None, None, "60"]


def test_without_a_csrf_token_nothing_is_recorded(sesi):
    ketat = Client(enforce_csrf_checks=True)

    assert ketat.post(sesi.get_absolute_url(), ANI).status_code == 403
    assert not Hadirin.objects.exists()


# --- The officer's side ---------------------------------------------------------------------


@pytest.fixture
def tim(client):
    client.force_login(PenggunaFactory(tim=True))
    return client


def test_the_officer_opens_it_and_shows_the_code(tim):
    rapat = RapatFactory(tanggal=hari())

    page = tim.post(reverse("pengawasan:rapat-hadir-buka", args=[rapat.pk]), follow=True)

    sesi = SesiHadir.objects.get()
    assert sesi.get_absolute_url() in page.content.decode()
    assert page.context["qr"].jalur.startswith("M4 4h7v1h-7z")


def test_the_officer_sees_lines_arrive_with_their_signature(tim, sesi):
    tanda = TandaHadirFactory(sesi=sesi)

    page = tim.get(reverse("pengawasan:rapat-hadirin", args=[sesi.rapat_id])).content.decode()

    assert tanda.hadirin.nama in page
    assert tanda.jalur in page
    assert "every 5s" in page


def test_the_list_stands_still_once_it_is_closed(tim, sesi):
    services.tutup(sesi.rapat_id, oleh=PenggunaFactory())

    page = tim.get(sesi.rapat.get_absolute_url()).content.decode()

    assert "every 5s" not in page


def test_the_officer_takes_a_wrong_line_out(tim, sesi):
    tanda = TandaHadirFactory(sesi=sesi)

    tim.post(reverse("pengawasan:rapat-hadirin-hapus", args=[sesi.rapat_id, tanda.hadirin_id]))

    assert not Hadirin.objects.exists()


def test_the_typed_page_keeps_a_line_that_came_by_qr(tim, sesi):
    tanda = TandaHadirFactory(sesi=sesi)
    alamat = reverse("pengawasan:hadirin-ubah", args=[sesi.rapat.kegiatan.get().pk])
    semula = tim.get(alamat).context
    awal, sidik = semula["formset"].initial[0], semula["form"].initial["sidik"]
    datang = TandaHadirFactory(sesi=sesi)
    data = {f"hadirin-0-{n}": v for n, v in awal.items()} | {
        "hadirin-0-nama": "Diperbaiki",
        "hadirin-TOTAL_FORMS": 1,
        "hadirin-INITIAL_FORMS": 1,
        "unsur_tempel": "mitra",
        "sidik": sidik,
    }

    tim.post(alamat, data)

    assert list(Hadirin.objects.values_list("pk", "nama")) == [
        (tanda.hadirin_id, "Diperbaiki"),
        (datang.hadirin_id, datang.hadirin.nama),
    ]


def test_the_typed_page_refuses_a_row_named_twice(tim):
    satu = HadirinFactory()
    alamat = reverse("pengawasan:hadirin-ubah", args=[satu.rapat.kegiatan.get().pk])
    form = tim.get(alamat).context["form"]
    baris = {"pk": satu.pk, "nama": "A", "instansi": "B", "unsur": "mitra"}
    data = {f"hadirin-{i}-{n}": v for i in (0, 1) for n, v in baris.items()}
    data |= {"hadirin-TOTAL_FORMS": 2, "hadirin-INITIAL_FORMS": 1, "unsur_tempel": "mitra"}

    page = tim.post(alamat, data | {"sidik": form.initial["sidik"]}).content.decode()

    assert "Satu orang tercantum dua kali" in page
    assert Hadirin.objects.get().nama == satu.nama


@pytest.mark.parametrize("jumlah", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number(tim, sesi, count_queries, jumlah):
    TandaHadirFactory.create_batch(jumlah, sesi=sesi)

    with count_queries(6):
        tim.get(reverse("pengawasan:rapat-hadirin", args=[sesi.rapat_id]))


def test_a_mitra_sees_neither_code_nor_list(client, sesi):
    client.force_login(anggota_mitra(sesi.rapat.kegiatan.get().naskah.mitra.get()))

    for nama in ("hadir", "hadirin"):
        alamat = reverse(f"pengawasan:rapat-{nama}", args=[sesi.rapat_id])
        assert client.get(alamat).status_code == 403
