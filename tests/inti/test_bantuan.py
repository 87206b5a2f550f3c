"""Every screen leads to the section that tells of it; the first steps lead somewhere."""

import re
from types import SimpleNamespace

import pytest
from django.core.files.storage import InMemoryStorage
from django.urls import get_resolver, reverse

from config.bantuan import LANGKAH, LAYAR, PANDUAN
from config.menu import MENU
from inti import bantuan
from inti.enums import Peran
from inti.roles import mampu
from inti.storage import ModuleManifestStorage
from tests.factories.inti import PemerintahFactory, PenggunaFactory


def menu(peran):
    return [
        butir.nama_url
        for butir in MENU
        if not butir.kemampuan or any(mampu({peran}, k) for k in butir.kemampuan)
    ]


def test_every_role_has_a_guide_and_three_first_steps():
    assert set(PANDUAN) == set(LANGKAH) == set(Peran)
    assert {len(langkah) for langkah in LANGKAH.values()} == {3}


@pytest.mark.parametrize("panduan", sorted(set(PANDUAN.values())))
def test_anchors_of_a_guide_are_unique(panduan):
    semua = [satu.jangkar for satu in bantuan.baca(panduan)]

    assert len(semua) == len(set(semua))


def test_every_screen_of_the_menu_is_in_the_table():
    semua = {butir.nama_url for butir in MENU} - {"beranda", "jejak-daftar"}

    assert [nama for nama in semua if not bantuan._bagian_layar(nama)] == []


def test_every_section_of_the_table_is_in_some_guide():
    ada = {satu.jangkar for nama in PANDUAN.values() for satu in bantuan.baca(nama)}

    assert {s for semua in LAYAR.values() for s in semua} - ada == set()


def test_every_screen_of_the_table_exists():
    nama = {str(n) for n in get_resolver().reverse_dict if isinstance(n, str)}
    for ruang, (_, pola) in get_resolver().namespace_dict.items():
        nama |= {f"{ruang}:{n}" for n in pola.reverse_dict if isinstance(n, str)}

    assert [
        satu for satu in LAYAR if not any(n == satu or n.startswith(f"{satu}-") for n in nama)
    ] == []


@pytest.mark.parametrize("peran", [Peran.STAF, Peran.PD, Peran.MITRA])
def test_screens_where_one_works_open_their_own_section(peran):
    tanpa = [n for n in menu(peran) if not bantuan.jangkar(n, PANDUAN[peran])]

    assert set(tanpa) <= {"beranda", "jejak-daftar", "pelaporan:laporan-daftar"}


@pytest.mark.parametrize("peran", list(Peran))
def test_first_steps_are_pages_of_the_role(peran):
    assert {langkah.nama_url for langkah in LANGKAH[peran]} <= set(menu(peran))


def test_address_of_a_screen_is_in_the_guide_of_the_reader():
    pd = SimpleNamespace(peran={Peran.PD})
    admin = SimpleNamespace(peran={Peran.ADMIN})

    assert bantuan.alamat("kerjasama:setoran-daftar", pd) == "/bantuan/perangkat-daerah/#setoran"
    assert bantuan.alamat("kerjasama:setoran-daftar", admin) == "/bantuan/admin/"
    assert bantuan.alamat("kerjasama:setoran-daftar", SimpleNamespace(peran=set())) == ""


# --- Pages --------------------------------------------------------------------------------


@pytest.fixture
def staf(client, db):
    PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def test_link_beside_the_title_opens_a_section_that_is_there(client, staf):
    isi = client.get(reverse("kerjasama:setoran-daftar")).content.decode()
    tautan = re.search(r'class="help-link" href="([^"]+)"', isi).group(1)

    halaman, _, jangkar = tautan.partition("#")

    assert f'<section id="{jangkar}"' in client.get(halaman).content.decode()


def test_guide_shows_its_pictures_and_contents(client, staf):
    isi = client.get(reverse("bantuan-saya")).content.decode()

    assert 'src="/static/panduan/impor.png"' in isi
    for jangkar in re.findall(r'href="#([\w-]+)"', isi):
        assert f'id="{jangkar}"' in isi


def test_guide_opens_without_a_picture_that_was_never_collected(client, staf, monkeypatch, caplog):
    manifes = ModuleManifestStorage(manifest_storage=InMemoryStorage())
    monkeypatch.setattr(bantuan, "static", manifes.stored_name)
    bantuan.baca.cache_clear()

    isi = client.get(reverse("bantuan-saya")).content.decode()
    bantuan.baca.cache_clear()

    assert 'id="membawa-masuk-daftar"' in isi
    assert "panduan/impor.png" not in isi
    assert "gambar panduan impor.png tidak ada" in caplog.messages


def test_who_has_no_role_yet_is_told_when_there_will_be_a_guide(client, db):
    PemerintahFactory()
    client.force_login(PenggunaFactory())

    isi = client.get(reverse("bantuan-saya"), follow=True).content.decode()

    assert "Panduan tampil setelah Anda mempunyai jabatan" in isi


def test_search_shows_the_sections_that_have_the_words(client, staf):
    bagian = client.get(reverse("bantuan-saya"), {"q": "BARIS JUDUL"}).context["bagian"]

    assert [satu.jangkar for satu in bagian] == ["membawa-masuk-daftar"]


def test_search_for_what_is_nowhere_says_so(client, staf):
    isi = client.get(reverse("bantuan-saya"), {"q": "<script>"}).content.decode()

    assert "Tidak ada bagian yang memuat kata itu" in isi
    assert "<script>”" not in isi


@pytest.mark.parametrize("nama", ["tidak-ada", "README", "..", "staf.md"])
def test_a_guide_that_is_none_is_missing(client, staf, nama):
    assert client.get(f"/bantuan/{nama}/").status_code == 404


def test_first_steps_are_shown_until_they_are_put_away(client, staf):
    beranda = reverse("beranda")
    assert "Mulai dari sini" in client.get(beranda).content.decode()

    client.post(reverse("pengantar-tutup"))

    assert "Mulai dari sini" not in client.get(beranda).content.decode()


def test_accessibility_statement_is_for_anyone(client, db):
    PemerintahFactory(telepon="021-5550100")

    isi = client.get(reverse("aksesibilitas")).content.decode()

    assert "WCAG 2.2" in isi
    assert "021-5550100" in isi
