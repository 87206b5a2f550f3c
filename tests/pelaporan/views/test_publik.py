"""The public register: only the whitelist, nothing withheld, kept for a minute, never too often."""

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import DatabaseError, connection, models, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit, Pemerintah
from kerjasama.models import Naskah, Urusan
from kerjasama.services import indeks
from pelaporan.domain.publik import BINGKAI, KOLOM
from pelaporan.services import publikasi
from tests.factories.adegan import bangun
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory
from tests.factories.pengawasan import JadwalFactory
from tests.support.processes import free_port

pytestmark = pytest.mark.django_db
ALAMAT = "/publik/"
HALAMAN = ("/publik/", "/publik/data.csv", "/publik/data.json")


def isi(response):
    utuh = response.getvalue() if response.streaming else response.content
    return utuh.decode()


def judul(client, kueri=""):
    """Titles in the JSON, in order."""
    return [satu["tentang"] for satu in client.get(f"/publik/data.json{kueri}").json()["data"]]


def tahan(naskah):
    publikasi.tahan(naskah.pk, alasan="Rahasia dagang", oleh=PenggunaFactory(staf=True))


# --- What is shown --------------------------------------------------------------------------


def test_anyone_reads_with_whom_until_when_and_whether_on_time(client):
    mitra = MitraFactory(nama="PT Sejahtera")
    naskah = NaskahFactory(judul="Pengelolaan kios", mitra=[mitra])
    JadwalFactory(naskah=naskah, jatuh_tempo=timezone.localdate() - timedelta(days=1))

    for alamat in (ALAMAT, f"/publik/{naskah.pk}/"):
        utuh = isi(client.get(alamat))
        for kata in ("Pengelolaan kios", "PT Sejahtera", "15 Januari 2029", "Terlambat", "per "):
            assert kata in utuh, (alamat, kata)


@pytest.mark.parametrize(
    ("geser", "harap"), [(-1, "terlambat"), (0, "tepat_waktu"), (30, "tepat_waktu")]
)
def test_supervision_is_late_the_day_after_it_was_due(client, geser, harap):
    JadwalFactory(jatuh_tempo=timezone.localdate() + timedelta(days=geser))

    assert client.get("/publik/data.json").json()["data"][0]["pengawasan"] == harap


def test_naskah_without_a_plan_is_said_to_have_none(client):
    NaskahFactory()

    assert "Belum dijadwalkan" in isi(client.get(ALAMAT))


def test_draft_and_withheld_are_in_no_byte_and_answer_as_missing(client):
    draf = NaskahFactory(status="draf", judul="Kayumanis")
    rahasia = NaskahFactory(judul="Kayumanis")
    tahan(rahasia)

    assert [a for a in HALAMAN if "Kayumanis" in isi(client.get(a))] == []
    tiada = client.get("/publik/999999/")
    for naskah in (draf, rahasia):
        jawaban = client.get(f"/publik/{naskah.pk}/")
        assert (jawaban.status_code, jawaban.content) == (404, tiada.content)


def test_withholding_takes_effect_at_once_although_pages_are_kept(client):
    naskah = NaskahFactory(judul="Kayumanis")
    assert "Kayumanis" in isi(client.get(ALAMAT))

    tahan(naskah)

    assert "Kayumanis" not in isi(client.get(ALAMAT))


def test_a_person_is_neither_named_nor_found(client):
    orang = MitraFactory(nama="Tuan Rahasia", jenis="perorangan")
    naskah = NaskahFactory(mitra=[orang])

    for alamat in (*HALAMAN, f"/publik/{naskah.pk}/"):
        assert "Tuan Rahasia" not in isi(client.get(alamat))
    assert judul(client, "?q=Rahasia") == []
    assert "Perorangan" in isi(client.get(ALAMAT))


def test_nothing_is_found_by_what_is_not_shown(client):
    naskah = NaskahFactory(ruang_lingkup="Rahasia", sebutan="Rahasia", objek="Rahasia")
    naskah.pihak.update(nomor="Rahasia/2024")
    indeks.lengkapi()

    assert judul(client) == [naskah.judul]
    assert judul(client, "?q=Rahasia") == []


@pytest.mark.parametrize("alamat", ["/publik/data.csv", "/publik/data.json"])
def test_switched_off_nothing_is_there(client, alamat):
    PemerintahFactory(register_publik=False)
    naskah = NaskahFactory()

    for satu in (ALAMAT, alamat, f"/publik/{naskah.pk}/"):
        assert client.get(satu).status_code == 404
    assert "/publik/" not in isi(client.get("/masuk/"))


def test_sign_in_page_leads_to_it(client):
    PemerintahFactory()

    assert f'href="{reverse("pelaporan:publik-daftar")}"' in isi(client.get("/masuk/"))


# --- Only the whitelist ---------------------------------------------------------------------


BOLEH = {*BINGKAI, *(sumber for kolom in KOLOM for sumber in kolom.sumber)}


def tandai(model, kolom, nomor):
    """Put a marker into this column of every row, where the database lets one."""
    try:
        with transaction.atomic():
            for pk in model._base_manager.values_list("pk", flat=True):
                nilai = penanda(kolom, nomor, pk)
                model._base_manager.filter(pk=pk).update(**{kolom.attname: nilai})
    except (DatabaseError, ValueError):
        return False
    return True


def penanda(kolom, nomor, pk):
    if isinstance(kolom, models.DateField):
        hari = date(3000 + nomor, 3, 3)
        return (
            timezone.now().replace(year=hari.year)
            if kolom.get_internal_type() == "DateTimeField"
            else hari
        )
    kata = f"Bocor{nomor}x{pk}"
    return {"bocor": kata} if isinstance(kolom, models.JSONField) else kata


def penanda_pada(utuh):
    """Numbers of the markers in this text, as words and as years."""
    return {int(nomor) for nomor in re.findall(r"(?:Bocor|\b3(?=\d{3}\b))(\d+)", utuh)}


def kolom_lain():
    """Every column of every model that may hold words or dates and is not whitelisted."""
    bentuk = models.CharField | models.TextField | models.DateField | models.JSONField
    for model in apps.get_models():
        if model is JejakAudit or not model._meta.label.startswith(("inti", "kerjasama", "pe")):
            continue
        for kolom in model._meta.concrete_fields:
            nama = f"{model._meta.label_lower}.{kolom.name}"
            if isinstance(kolom, bentuk) and not kolom.choices and nama not in BOLEH:
                yield model, kolom


def test_no_other_field_of_any_model_is_in_any_byte(client):
    adegan = bangun()
    naskah = Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])
    publikasi.tampilkan(naskah.pk, oleh=adegan.orang["staf"])
    alamat = (*HALAMAN, f"/publik/{naskah.pk}/", "/publik/?q=Bocor", "/masuk/")
    # A partner may well be called "Mitra 3045": what stands there unmarked is not a leak.
    sebelum = {satu: penanda_pada(isi(client.get(satu))) for satu in alamat}
    cache.clear()
    tertanam = {
        nomor: f"{model._meta.label_lower}.{kolom.name}"
        for nomor, (model, kolom) in enumerate(kolom_lain(), start=1)
        if tandai(model, kolom, nomor)
    }

    for satu in alamat:
        baru = penanda_pada(isi(client.get(satu))) - sebelum[satu]
        assert {tertanam.get(nomor) for nomor in baru} <= {None}, satu
    assert naskah.judul in isi(client.get(ALAMAT))
    assert {"kerjasama.naskah.objek", "kerjasama.narahubung.nama"} <= set(tertanam.values())
    assert len(tertanam) > 120


def test_whitelist_names_fields_that_exist():
    for nama in BOLEH:
        app, model, kolom = nama.split(".")
        assert apps.get_model(app, model)._meta.get_field(kolom)


# --- Searching and paging -------------------------------------------------------------------


def test_filters_narrow_every_form_alike(client):
    hari_ini = timezone.localdate()
    NaskahFactory(judul="Pasar", nomor="1/A", jenis="pks")
    NaskahFactory(judul="Rumah sakit", jenis="nota_kesepakatan", status="diperpanjang")
    NaskahFactory(judul="Lama", tanggal_berakhir=hari_ini - timedelta(days=1))

    assert judul(client, "?q=1/A") == ["Pasar"]
    assert judul(client, "?jenis=nota_kesepakatan") == ["Rumah sakit"]
    assert judul(client, "?keadaan=lewat") == ["Lama"]
    assert sorted(judul(client, "?keadaan=berlaku")) == ["Pasar", "Rumah sakit"]
    assert judul(client, "?pengawasan=terlambat") == []
    assert len(judul(client, "?pengawasan=belum_dijadwalkan")) == 3
    utuh = isi(client.get("/publik/data.csv?q=Rumah"))
    assert ("Rumah sakit" in utuh, "Pasar" in utuh) == (True, False)


@pytest.mark.parametrize(
    "kueri", ["q=" + "x" * 101, "jenis=zzz", "perangkat_daerah=abc", "sesudah=zz"]
)
def test_nonsense_in_the_address_is_no_error(client, kueri):
    NaskahFactory()

    assert [client.get(f"{a}?{kueri}").status_code for a in HALAMAN] == [200] * 3


def test_pages_go_on_and_back_without_counting(client):
    for nomor in range(60):
        NaskahFactory(judul=f"Naskah {nomor:02}", tanggal_ttd=date(2024, 1, 1 + nomor % 5))
    dilihat, alamat = [], ALAMAT
    with CaptureQueriesContext(connection) as kueri:
        while alamat:
            utuh = isi(client.get(alamat))
            dilihat.append(re.findall(r"Naskah \d\d", utuh))
            lanjut = re.search(r'rel="next" href="([^"]+)"', utuh)
            alamat = lanjut and ALAMAT + lanjut[1].replace("&amp;", "&")

    assert [len(d) for d in dilihat] == [25, 25, 10]
    assert len({n for d in dilihat for n in d}) == 60
    assert "COUNT(" not in " ".join(q["sql"].upper() for q in kueri)
    kembali = ALAMAT + re.search(r'rel="prev" href="([^"]+)"', utuh)[1]
    assert re.findall(r"Naskah \d\d", isi(client.get(kembali))) == dilihat[1]


def test_json_leads_on_until_the_end(client):
    for _ in range(101):
        NaskahFactory()
    pertama = client.get("/publik/data.json").json()

    kedua = client.get("/publik/" + pertama["berikut"].rpartition("/")[2]).json()

    assert (len(pertama["data"]), len(kedua["data"]), kedua["berikut"]) == (100, 1, None)
    assert list(pertama["kolom"]) == [k.kode for k in KOLOM]


def test_csv_opens_safely_in_a_spreadsheet(client):
    NaskahFactory(judul='=HYPERLINK("http://jahat.example")')

    kepala, baris = csv.reader(io.StringIO(isi(client.get("/publik/data.csv")).lstrip("\ufeff")))

    assert kepala == [*(k.judul for k in KOLOM), "Per tanggal"]
    assert baris[1].startswith("'=")


@pytest.mark.parametrize("alamat", HALAMAN)
def test_it_asks_as_often_for_three_rows_as_for_one(client, alamat):
    PemerintahFactory()
    jumlah = []
    for banyak in (1, 2):
        for _ in range(banyak):
            JadwalFactory(naskah__urusan=Urusan.objects.first())
        cache.clear()
        with CaptureQueriesContext(connection) as kueri:
            isi(client.get(alamat))
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 8


# --- Kept and limited -----------------------------------------------------------------------


@pytest.mark.parametrize("alamat", HALAMAN)
def test_answers_may_be_kept_by_anyone_and_asked_for_by_etag(client, alamat):
    NaskahFactory()
    pertama = client.get(alamat)

    assert pertama["Cache-Control"].startswith("public, max-age=")
    assert not pertama.cookies
    assert client.get(alamat, headers={"if-none-match": pertama["ETag"]}).status_code == 304


def test_page_is_the_same_for_who_is_signed_in(client):
    NaskahFactory()
    umum = client.get(ALAMAT).content
    cache.clear()
    client.force_login(PenggunaFactory(staf=True))

    assert client.get(ALAMAT).content == umum


def test_kept_page_is_not_made_again(client):
    PemerintahFactory()
    NaskahFactory()
    client.get(ALAMAT)

    with CaptureQueriesContext(connection) as kueri:
        client.get(ALAMAT)

    assert len(kueri) == 2  # whether it is switched on, and the version


def test_unknown_parameters_leave_no_trace_in_what_is_kept(client):
    NaskahFactory()
    client.get(f"{ALAMAT}?q=pasar&jebakan=Bocor")

    assert "Bocor" not in isi(client.get(f"{ALAMAT}?q=pasar"))


def test_too_many_requests_are_refused_for_a_while(client, settings):
    settings.PUBLIK_PER_MENIT = 2
    status = [client.get(ALAMAT).status_code for _ in range(3)]
    lain = client.get(ALAMAT, REMOTE_ADDR="10.0.0.9")

    assert status == [200, 200, 429]
    assert lain.status_code == 200
    assert client.get(ALAMAT)["Retry-After"] == "60"


def test_whole_list_may_be_asked_for_less_often(client, settings):
    settings.PUBLIK_PER_MENIT = 20

    assert [client.get("/publik/data.csv").status_code for _ in range(2)] == [200, 429]
    assert client.get(ALAMAT).status_code == 200


def test_without_redis_it_still_answers(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "inti.backends.singgahan.SinggahanCache",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
        }
    }
    NaskahFactory(judul="Kayumanis")

    assert "Kayumanis" in isi(client.get(ALAMAT))


@pytest.mark.parametrize("alamat", HALAMAN)
def test_it_takes_no_post(client, alamat):
    assert client.post(alamat).status_code == 405


def test_identity_that_changes_shows_at_once(client):
    PemerintahFactory()
    NaskahFactory()
    client.get(ALAMAT)
    Pemerintah.objects.update(register_publik=False)

    assert client.get(ALAMAT).status_code == 404


def test_json_is_whole_and_readable(client):
    NaskahFactory(judul="Kerja sama “anak & ibu”")

    data = json.loads(client.get("/publik/data.json").content)

    assert data["per"] == timezone.localdate().isoformat()
    assert data["arti"]["pengawasan"]["terlambat"] == "Terlambat"
    assert data["data"][0]["tentang"] == "Kerja sama “anak & ibu”"
