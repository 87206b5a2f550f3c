"""Lists for programs: part by part by key, and what is misspelt is refused."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory
from tests.factories.token_api import Program

pytestmark = pytest.mark.django_db
ALAMAT = reverse("api:mitra-daftar")


@pytest.fixture
def program():
    return Program(PenggunaFactory(staf=True))


def test_following_berikut_reads_every_row_once(program):
    nama = sorted(MitraFactory(nama=f"Mitra {n}").nama for n in "CABED")
    alamat, dibaca = f"{ALAMAT}?banyak=2", []
    while alamat:
        isi = program.get(alamat).json()
        dibaca += [m["nama"] for m in isi["data"]]
        alamat = isi["berikut"]

    assert dibaca == nama


def test_order_can_be_turned_round_and_filters_stay_on_the_next_part(program):
    for huruf in "ABC":
        MitraFactory(nama=f"Mitra {huruf}")
    MitraFactory(nama="Lain")

    isi = program.get(f"{ALAMAT}?q=mitra&urut=-nama&banyak=1").json()
    lagi = program.get(isi["berikut"]).json()

    assert [m["nama"] for m in isi["data"] + lagi["data"]] == ["Mitra C", "Mitra B"]


def test_after_the_last_row_there_is_nothing(program):
    mitra = MitraFactory(nama="Satu")

    isi = program.get(ALAMAT, {"setelah": f'["Satu",{mitra.pk}]'}).json()

    assert isi == {"data": [], "berikut": None}


@pytest.mark.parametrize(
    ("kueri", "nama"),
    [
        ("banyak=0", "banyak"),
        ("banyak=201", "banyak"),
        ("banyak=x", "banyak"),
        ("setelah=x", "setelah"),
        ("setelah=[1]", "setelah"),
        ("urut=kata_sandi", "urut"),
        ("jenis=x", "jenis"),
        ("q=%00", "q"),
        ("jenos=swasta", "jenos"),
    ],
)
def test_what_is_misspelt_is_refused_at_its_parameter(program, kueri, nama):
    response = program.get(f"{ALAMAT}?{kueri}")

    assert response.status_code == 400
    assert list(response.json()["galat"]) == [nama]


def test_nothing_of_an_answer_is_kept_by_a_cache(program):
    assert "no-store" in program.get(ALAMAT)["Cache-Control"]


def test_address_that_does_not_exist_answers_as_data_that_does_not(program):
    tak_ada = program.get(reverse("api:mitra-rincian", args=[10**18]))
    asing = program.get("/api/v1/tidak-ada/")

    assert tak_ada.status_code == asing.status_code == 404
    assert tak_ada.json() == asing.json()


def test_what_is_sent_to_no_address_is_answered_as_data():
    jawaban = Client(enforce_csrf_checks=True).post("/api/v1/naskah/-1/dokumen/")

    assert jawaban.status_code == 404
    assert jawaban["Content-Type"] == "application/problem+json"
