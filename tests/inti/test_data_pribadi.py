"""The register of personal data is whole, and everybody can take away their own."""

import csv
import io
import json
import re
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.urls import reverse

from config.data_pribadi import BUKAN_ORANG, REGISTER
from inti.data_pribadi import tugas_terbuka, tugas_untuk
from inti.models import JejakAudit
from inti.services import akun
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_pd
from tests.support.data_pribadi_page import HALAMAN, halaman

ORANG = re.compile(
    r"nama|nip|nik|surel|email|telepon|ponsel|tanda_tangan|goresan|alamat|username|password"
    r"|jabatan|penanda|pimpinan|peminta|pejabat|user_agent|last_login|lahir|^ip$|^foto$"
)
DIDAFTAR = {kolom for butir in REGISTER for kolom in butir.kolom}


def kolom_orang():
    """Every column of every model whose name tells of a person; what points elsewhere does not."""
    for model in apps.get_models():
        for kolom in model._meta.concrete_fields:
            if not kolom.is_relation and ORANG.search(kolom.name):
                yield f"{model._meta.label}.{kolom.name}"


def test_every_column_that_sounds_like_a_person_is_in_the_register_or_explained():
    assert sorted(set(kolom_orang()) - DIDAFTAR - BUKAN_ORANG) == []


def test_register_names_only_columns_that_exist_and_each_once():
    ada = {f"{m._meta.label}.{k.name}" for m in apps.get_models() for k in m._meta.concrete_fields}
    semua = [kolom for butir in REGISTER for kolom in butir.kolom]

    assert sorted((DIDAFTAR | BUKAN_ORANG) - ada) == []
    assert len(semua) == len(set(semua))
    assert not DIDAFTAR & BUKAN_ORANG


def test_docs_print_the_register():
    assert HALAMAN.read_text(encoding="utf-8") == halaman()


@pytest.mark.django_db
def test_own_data_is_taken_away_whole_and_of_nobody_else(client):
    saya = anggota_pd(NaskahFactory().perangkat_daerah.first())
    akun.ubah(saya.pk, {"telepon": "=0811"}, oleh=PenggunaFactory(admin=True))
    Authenticator.objects.create(user=saya, type="totp", data={"secret": "RAHASIA-SEKALI"})
    PenggunaFactory(nama="Orang Lain Sekali", staf=True)
    client.force_login(saya)

    jawaban = client.post(reverse("data-saya-unduh"))
    arsip = zipfile.ZipFile(io.BytesIO(jawaban.content))
    isi = json.loads(arsip.read("data-saya.json"))
    tabel = list(csv.DictReader(io.StringIO(arsip.read("akun.csv").decode("utf-8-sig"))))

    assert isi["akun"][0]["email"] == saya.email
    assert isi["keanggotaan"][0]["mulai"]
    assert [j["aksi"] for j in isi["jejak_akun_saya"]] == ["akun.ubah"]
    assert tabel[0]["telepon"] == "'=0811"
    assert {nama.removesuffix(".csv") for nama in arsip.namelist()} >= isi.keys() - {"dibuat_pada"}
    semua = b"".join(arsip.read(nama) for nama in arsip.namelist())
    assert b"RAHASIA-SEKALI" not in semua
    assert b"Orang Lain Sekali" not in semua
    assert JejakAudit.objects.filter(aksi="data_pribadi.unduh", pelaku=saya).count() == 1


@pytest.mark.django_db
def test_what_is_open_in_a_name_is_said_on_the_page(client):
    unit = NaskahFactory().perangkat_daerah.first()
    saya = anggota_pd(unit)
    naskah = NaskahFactory()
    naskah.penanggung_jawab = saya
    naskah.save()
    client.force_login(saya)

    halaman_data = client.get(reverse("data-saya")).content.decode()

    for satu in (f"Akses pada {unit}", "Penanggung jawab 1 naskah", "Memangku jabatan"):
        assert satu in halaman_data
    assert tugas_terbuka(PenggunaFactory()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("peran", "ada"), [("staf", True), ("admin", False), ("pd", False)])
def test_what_is_open_leads_only_where_the_reader_may_go(peran, ada):
    unit = NaskahFactory().perangkat_daerah.first()
    pembaca, saya = PenggunaFactory(**{peran: True}), anggota_pd(unit)

    tautan = {satu.tautan for satu in tugas_untuk(pembaca, saya)}

    assert (unit.get_absolute_url() in tautan) is ada
