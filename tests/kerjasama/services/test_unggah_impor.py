"""A list is kept as it came, its columns are chosen, and it is read so; twice adds nothing."""

import pytest
from django.db import IntegrityError, transaction

from inti.models import Berkas, JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.domain.impor import (
    periksa_batal,
    periksa_pemetaan,
    periksa_petakan,
    periksa_terima_semua,
)
from kerjasama.enums import PekerjaanImpor, StatusImpor
from kerjasama.models import Impor
from kerjasama.queries.pemetaan import kolom_tampil, lembar_lain, pilihan_baris
from kerjasama.services import batal_impor
from kerjasama.services import impor as keputusan
from kerjasama.services import unggah_impor as services
from kerjasama.services.lembar import Tata
from tests.factories.inti import PenggunaFactory
from tests.kerjasama.services.test_impor import BARIS, KEPALA
from tests.kerjasama.services.test_lembar import POLOS, buku, simpan

pytestmark = pytest.mark.django_db
ISI = b"Apa,Siapa,Kapan\nPasar,PT A,17 Oktober 2019\nTerminal,PT B,18 Oktober 2019\n"
TATA = Tata(0, 1, ["judul", "mitra", "tanggal_tanda_tangan"])


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def impor(staf):
    return services.unggah("a.csv", ISI, oleh=staf)[0]


def dua_lembar():
    return simpan(buku(("2023", POLOS), ("2022", [POLOS[0], ["Terminal", "PT B"]])))


def test_upload_keeps_the_file_and_reads_nothing_yet(impor):
    assert (impor.status, impor.baris.count(), impor.berkas.baca()) == ("pemetaan", 0, ISI)
    assert impor.daftar_lembar[0]["contoh"][0] == ["Apa", "Siapa", "Kapan"]
    assert [j.aksi for j in JejakAudit.objects.all()] == ["impor.unggah"]


def test_same_bytes_are_kept_once(impor, staf):
    assert services.unggah("lain.csv", ISI, oleh=staf) == (impor, False)
    assert (Impor.objects.count(), Berkas.objects.count()) == (1, 1)


def test_columns_are_read_as_chosen(impor, staf):
    assert services.petakan(impor.pk, TATA, oleh=staf)

    impor.refresh_from_db()
    assert (impor.status, impor.pekerjaan, impor.judul_kolom) == (
        "ditinjau",
        "",
        ["Apa", "Siapa", "Kapan"],
    )
    assert [b.usulan["judul"] for b in impor.baris.all()] == ["Pasar", "Terminal"]


def test_column_left_out_is_kept_as_it_stood_and_not_read(impor, staf):
    services.petakan(impor.pk, Tata(0, 1, ["judul", "mitra", ""]), oleh=staf)

    baris = impor.baris.first()
    assert baris.mentah["Kapan"] == "17 Oktober 2019"
    assert baris.usulan["tanggal_ttd"] is None


@pytest.mark.parametrize(
    ("kolom", "sebut"),
    [
        (["", "", "jenis"], "Pilih kolom yang berisi Tentang, Mitra, atau keduanya"),
        (["judul", "judul", ""], "Tentang dipilih untuk lebih dari satu kolom"),
    ],
)
def test_columns_that_make_no_list_are_refused_and_nothing_changes(impor, staf, kolom, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        services.petakan(impor.pk, Tata(0, 1, kolom), oleh=staf)

    impor.refresh_from_db()
    assert (impor.status, impor.pekerjaan, impor.pemetaan) == ("pemetaan", "", [])


def test_list_that_cannot_be_read_so_waits_for_other_columns(impor, staf):
    with pytest.raises(AturanDilanggar, match="hanya berisi judul kolom"):
        services.petakan(impor.pk, Tata(0, 3, TATA.kolom), oleh=staf)

    impor.refresh_from_db()
    assert (impor.status, impor.pekerjaan) == ("pemetaan", "")
    assert "hanya berisi judul kolom" in impor.langkah
    assert services.petakan(impor.pk, TATA, oleh=staf)


def test_columns_may_be_chosen_again_until_a_row_was_decided(impor, staf):
    services.petakan(impor.pk, Tata(0, 1, ["mitra", "judul", ""]), oleh=staf)
    services.petakan(impor.pk, TATA, oleh=staf)
    assert [b.usulan["judul"] for b in impor.baris.all()] == ["Pasar", "Terminal"]

    keputusan.tolak(impor.baris.first().pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="1 baris sudah diputuskan"):
        services.petakan(impor.pk, Tata(0, 1, ["mitra", "judul", ""]), oleh=staf)
    assert impor.baris.count() == 2


def test_second_click_reads_nothing_again(impor, staf):
    services.petakan(impor.pk, TATA, oleh=staf)
    sekali = list(impor.baris.values_list("pk", flat=True))

    assert services.petakan(impor.pk, TATA, oleh=staf)

    assert list(impor.baris.values_list("pk", flat=True)) == sekali
    assert JejakAudit.objects.filter(aksi="impor.petakan").count() == 1


def test_upload_that_comes_second_leaves_the_first_as_it_is(impor, staf, monkeypatch):
    services.petakan(impor.pk, TATA, oleh=staf)
    monkeypatch.setattr(services, "_sudah", lambda _: None)  # as if both had looked at once

    assert services.unggah("b.csv", ISI, oleh=staf) == (impor, False)

    impor.refresh_from_db()
    assert (impor.status, impor.nama, impor.baris.count()) == ("ditinjau", "a.csv", 2)


def test_choice_is_remembered_for_files_with_the_same_headings(impor, staf):
    services.petakan(impor.pk, TATA, oleh=staf)
    lain, _ = services.unggah("b.csv", ISI + b"Taman,PT C,1 Mei 2020\n", oleh=staf)
    asing, _ = services.unggah("c.csv", ISI.replace(b"Apa", b"Yang mana"), oleh=staf)

    assert [k.usul for k in kolom_tampil(lain, 0, 1)] == TATA.kolom
    assert [k.usul for k in kolom_tampil(asing, 0, 1)] == ["", "", "tanggal_tanda_tangan"]


def test_another_sheet_of_the_file_is_another_list(staf):
    pertama, _ = services.bawa_masuk("a.xlsx", dua_lembar(), oleh=staf)
    assert lembar_lain(pertama) == [(1, "Bawa masuk lembar “2022”")]

    kedua = services.buka_lembar(pertama.pk, 1, oleh=staf)
    services.petakan(kedua.pk, Tata(1, 1, ["judul", "mitra"]), oleh=staf)

    assert [b.usulan["judul"] for b in kedua.baris.all()] == ["Terminal"]
    assert services.buka_lembar(pertama.pk, 1, oleh=staf) == kedua
    assert lembar_lain(pertama) == []


def test_sheet_that_is_here_already_is_not_chosen_for_a_second_list(staf):
    pertama, _ = services.unggah("a.xlsx", dua_lembar(), oleh=staf)
    services.buka_lembar(pertama.pk, 1, oleh=staf)

    with pytest.raises(AturanDilanggar, match="Lembar “2022” dari berkas ini sudah dibawa masuk"):
        services.petakan(pertama.pk, Tata(1, 1, ["judul", "mitra"]), oleh=staf)
    with pytest.raises(AturanDilanggar, match="tidak ada pada berkas ini"):
        services.buka_lembar(pertama.pk, 7, oleh=staf)


def test_sheet_that_cannot_be_read_does_not_spoil_the_others(staf):
    berkas = simpan(buku(("Lebar", [["x"] * 300]), ("Kosong", []), ("Data", POLOS)))

    impor, _ = services.unggah("a.xlsx", berkas, oleh=staf)

    assert impor.lembar == 2
    assert [bool(satu["galat"]) for satu in impor.daftar_lembar] == [True, True, False]


def test_rows_that_may_hold_the_headings_are_named_by_their_words(impor):
    assert pilihan_baris(impor, 0)[:2] == [
        (0, "Tanpa baris judul"),
        (1, "Baris 1: Apa, Siapa, Kapan"),
    ]


def test_headings_that_nobody_knows_are_looked_for_where_most_cells_are_filled(staf):
    impor, _ = services.unggah("x.csv", b"Daftar\nIhwal,Rekan,Ket\nPasar,PT A,\n", oleh=staf)

    assert (impor.baris_judul, impor.daftar_lembar[0]["baris_judul"]) == (2, 0)


def test_undone_list_begins_anew_with_its_columns(impor, staf):
    services.petakan(impor.pk, TATA, oleh=staf)
    batal_impor.batalkan(impor.pk, oleh=staf)

    lagi, baru = services.unggah("a.csv", ISI, oleh=staf)

    assert (lagi, baru, lagi.status, lagi.baris.count()) == (impor, True, "pemetaan", 0)


def test_command_takes_up_a_list_that_waits_for_its_columns(staf):
    isi = (KEPALA + BARIS).encode()
    impor, _ = services.unggah("a.csv", isi, oleh=staf)

    assert services.bawa_masuk("a.csv", isi, oleh=None) == (impor, True)
    assert impor.baris.count() == 1


@pytest.mark.parametrize("status", StatusImpor)
@pytest.mark.parametrize("pekerjaan", ["", *PekerjaanImpor])
def test_every_state_of_a_list_decides_what_may_be_done_with_it(status, pekerjaan):
    petakan = periksa_petakan(status, pekerjaan, diputuskan=0)
    terima = periksa_terima_semua(status, pekerjaan, siap=1)
    batal = periksa_batal(status, pekerjaan)

    hidup = status != StatusImpor.DIBATALKAN
    assert bool(petakan) == (hidup and not pekerjaan)
    assert bool(terima) == (status in {"ditinjau", "selesai"} and not pekerjaan)
    assert bool(batal) == (hidup and pekerjaan in {"", PekerjaanImpor.BACA})
    assert all(p or p.alasan.endswith(".") for p in (petakan, terima, batal))


def test_several_columns_of_parties_are_one_list():
    assert periksa_pemetaan(["judul", "mitra", "mitra"])


@pytest.mark.parametrize(
    ("kolom", "kendala"),
    [
        ({"status": "dibaca"}, "impor_dibaca_berpekerjaan"),
        ({"persen": 101}, "impor_persen_wajar"),
        ({"pekerjaan": "menari"}, "impor_pekerjaan_dikenal"),
    ],
)
def test_list_in_a_senseless_state_cannot_exist(impor, kolom, kendala):
    with pytest.raises(IntegrityError, match=kendala), transaction.atomic():
        Impor.objects.filter(pk=impor.pk).update(**kolom)
