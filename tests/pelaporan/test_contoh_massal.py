"""The streamed part of the demo register: the same for a seed, flat in memory, sound."""

import re
from collections import Counter
from html import unescape

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from inti.models import JejakAudit, Pengguna, UrutanSurat
from inti.queries.integritas import periksa_jejak
from kerjasama.models import IndeksNaskah, Mitra, Naskah, PerangkatDaerah
from kerjasama.services import indeks
from pelaporan.management.commands import isi_contoh
from pelaporan.management.contoh.massal import alir, kata
from pelaporan.management.contoh.massal.konteks import siapkan
from pelaporan.models import Bundel, KewajibanLaporan, Laporan, LaporanMitra, PutaranLaporan
from pelaporan.queries.kewajiban import yang_berubah
from pelaporan.services import kewajiban
from pengawasan.models import Jadwal, Kebijakan, Kegiatan, Rekomendasi, TindakLanjut
from pengawasan.queries.jadwal import basi_terhadap
from pengawasan.services.putar_ulang import putar_ulang
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd

BANYAK = 260
TAUTAN = re.compile(r'<a[^>]* href="(/[^"#]+)')
TABEL = (
    *(Mitra, Naskah, IndeksNaskah, Jadwal, Kegiatan, KewajibanLaporan, LaporanMitra),
    *(PutaranLaporan, Laporan, Bundel, Rekomendasi, TindakLanjut, JejakAudit),
)


@pytest.fixture
def orang(db):
    call_command("isi_rujukan", verbosity=0)
    return {peran: PenggunaFactory(**{peran: True}) for peran in ("staf", "tim", "ketua")}


@pytest.fixture
def register(orang, monkeypatch):
    """Several batches, the last one partly filled."""
    monkeypatch.setattr(alir, "SEKALIGUS", 100)
    alir.isi(orang, banyak=BANYAK, benih=75)
    return orang


@pytest.mark.django_db
def test_every_kind_of_row_is_there(register):
    kosong = [tabel.__name__ for tabel in TABEL if not tabel.objects.exists()]

    assert not kosong
    assert Naskah.objects.count() == BANYAK
    assert len(set(Naskah.objects.values_list("status", flat=True))) >= 3
    assert len(set(Naskah.objects.values_list("jenis", flat=True))) >= 4


@pytest.mark.django_db
def test_the_trail_is_one_chain_that_goes_on(register):
    PenggunaFactory()
    alir.isi(register, banyak=300, benih=75, dari=300)

    rusak, kepala = periksa_jejak([])

    assert not rusak
    assert kepala.jumlah == JejakAudit.objects.count()


@pytest.mark.django_db
def test_replay_finds_the_plan_that_the_services_make(register):
    hasil = putar_ulang(per=timezone.localdate())

    assert hasil.disusun > BANYAK
    assert hasil.beda == []


@pytest.mark.django_db
def test_nothing_is_left_for_the_runner_to_plan(register):
    terakhir = Kebijakan.objects.terakhir_terbit()
    assert not basi_terhadap(terakhir).exists()
    assert not yang_berubah(terakhir).exists()
    assert indeks.ikuti_jejak() == 0
    assert indeks.lengkapi() == 0


@pytest.mark.django_db
def test_duties_are_those_that_the_services_make(register):
    semula = set(KewajibanLaporan.objects.values_list("pk", "jatuh_tempo", "batas", "status"))
    dasar = dict(KewajibanLaporan.objects.values_list("pk", "dasar"))

    for pk in Naskah.objects.values_list("pk", flat=True):
        kewajiban.terbitkan(pk, per=timezone.localdate())

    kini = set(KewajibanLaporan.objects.values_list("pk", "jatuh_tempo", "batas", "status"))
    assert kini == semula
    assert dict(KewajibanLaporan.objects.values_list("pk", "dasar")) == dasar


@pytest.mark.django_db
def test_the_index_is_that_which_is_made_anew(register):
    semula = dict(IndeksNaskah.objects.values_list("naskah", "teks"))

    indeks.susun_ulang()

    assert dict(IndeksNaskah.objects.values_list("naskah", "teks")) == semula


@pytest.mark.django_db
def test_letters_are_numbered_without_gaps(register):
    for tahun in UrutanSurat.objects.all():
        urut = sorted(_surat(tahun.tahun))
        assert urut == list(range(1, tahun.terakhir + 1))


def _surat(tahun):
    with connection.cursor() as cursor:
        cursor.execute("SELECT urut FROM inti_nomorsurat WHERE tahun = %s", [tahun])
        return [urut for (urut,) in cursor.fetchall()]


@pytest.mark.django_db
def test_the_database_finds_every_reference(register):
    connection.check_constraints()


@pytest.mark.django_db
def test_a_batch_is_made_when_it_is_asked_for(orang, monkeypatch):
    monkeypatch.setattr(alir, "SEKALIGUS", 50)
    dibuat = []
    asli = alir._batch
    monkeypatch.setattr(alir, "_batch", lambda *a: (dibuat.append(a[1]), asli(*a)))

    aliran = alir.alirkan(siapkan(orang, benih=75), 0, 1_000_000_000)

    assert dibuat == []
    kumpulan = [next(aliran), next(aliran)]
    assert dibuat == [0, 50]
    assert [satu.naskah for satu in kumpulan] == [50, 50]


@pytest.mark.django_db
def test_a_batch_follows_from_seed_and_number_alone(orang, monkeypatch):
    monkeypatch.setattr(alir, "SEKALIGUS", 50)

    def judul_dan_tanggal(benih, dari, sampai):
        semua = list(alir.alirkan(siapkan(orang, benih=benih), dari, sampai))[-1]
        return [
            baris[4:7]
            for tabel, milik in semua.baris.items()
            if tabel.model is Naskah
            for baris in milik
        ]

    kedua = judul_dan_tanggal(75, 0, 100)
    assert judul_dan_tanggal(75, 50, 100) == kedua
    assert judul_dan_tanggal(76, 0, 100) != kedua


@pytest.mark.django_db
def test_growth_begins_with_a_whole_batch(orang):
    with pytest.raises(ValueError, match="1000"):
        alir.isi(orang, banyak=2_000, benih=75, dari=400)


@pytest.mark.django_db
def test_the_night_and_the_queue_run(register):
    call_command("jalankan_berkala", verbosity=0)

    assert not periksa_jejak([])[0]
    assert putar_ulang(per=timezone.localdate()).beda == []


@pytest.mark.lambat
@pytest.mark.django_db
@pytest.mark.parametrize("peran", ["staf", "tim", "ketua", "pd", "mitra"])
def test_every_page_that_is_led_to_opens(register, peran):
    satu = register.get(peran) or ANGGOTA[peran]()
    klien = Client()
    klien.force_login(satu)

    dibuka = jelajahi(klien)

    assert {alamat: kode for alamat, kode in dibuka.items() if kode not in {200, 302}} == {}
    assert {"kerjasama:naskah-rincian", "beranda"} <= {
        resolve(alamat.partition("?")[0]).view_name for alamat in dibuka
    }


ANGGOTA = {
    "pd": lambda: anggota_pd(PerangkatDaerah.objects.earliest("pk")),
    "mitra": lambda: anggota_mitra(Mitra.objects.earliest("pk")),
}


def jelajahi(klien, *, sekian=2):
    """What each address answers, from the first page on: so many of each kind of page."""
    antre, dibuka, banyak = [reverse("beranda")], {}, Counter()
    while antre:
        alamat = antre.pop(0)
        nama = resolve(alamat.partition("?")[0]).view_name
        if alamat in dibuka or banyak[nama] >= sekian or nama == "account_logout":
            continue
        banyak[nama] += 1
        jawaban = klien.get(alamat)
        dibuka[alamat] = jawaban.status_code
        # A file is read to its end, which closes it.
        isi = jawaban.getvalue().decode(errors="replace")
        antre += sorted({unescape(satu) for satu in TAUTAN.findall(isi)})
    return dibuka


def test_no_two_partners_have_one_name():
    nama = Counter(kata.badan(nomor).nama for nomor in range(0, 200_000, 7))

    assert max(nama.values()) == 1


def test_places_are_as_many_as_they_say():
    assert len({kata.tempat(nomor) for nomor in range(kata.BANYAK_TEMPAT)}) == kata.BANYAK_TEMPAT


@pytest.mark.django_db
def test_the_command_streams_what_is_beyond_the_threshold(settings, monkeypatch, capsys):
    settings.MODE_DEMO = True
    dipanggil = []
    monkeypatch.setattr(alir, "AMBANG", 3)
    monkeypatch.setattr(isi_contoh, "bangun", lambda *a: dipanggil.append(a[:2]) or {"staf": 1})
    monkeypatch.setattr(alir, "isi", lambda orang, **pilihan: dipanggil.append((orang, pilihan)))

    call_command("isi_contoh", naskah=3)
    call_command("isi_contoh", naskah=5, benih=8, verbosity=0)

    ((tiga, benih), (juga_tiga, _), (diteruskan, pilihan)) = dipanggil
    assert (tiga, benih, juga_tiga, diteruskan) == (3, 75, 3, {"staf": 1})
    assert (pilihan["banyak"], pilihan["benih"]) == (2, 8)
    assert not Pengguna.objects.exists()


@pytest.mark.lambat
@pytest.mark.django_db
def test_the_stream_goes_on_where_the_services_end(settings, monkeypatch):
    settings.MODE_DEMO = True
    monkeypatch.setattr(alir, "AMBANG", 8)

    call_command("isi_contoh", naskah=60, verbosity=0)

    assert Naskah.objects.filter(kunci_nomor__startswith="134.4/5").count() > 40
    assert not periksa_jejak([])[0]
    assert putar_ulang(per=timezone.localdate()).beda == []
    for tahun in UrutanSurat.objects.all():
        assert sorted(_surat(tahun.tahun)) == list(range(1, tahun.terakhir + 1))
    connection.check_constraints()
