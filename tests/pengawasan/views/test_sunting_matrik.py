"""The editor of the matrix through the client: rows alone, order, proposals, pasting, the file."""

from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from pengawasan.domain.matrik import KOLOM
from pengawasan.models import BarisMatrik, LangkahRekomendasi, Rekomendasi
from pengawasan.services import tindak_lanjut
from pengawasan.services.matrik import simpan_baris
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import ButirFactory
from tests.factories.pengawasan import (
    BarisMatrikFactory,
    BeritaAcaraFactory,
    KegiatanFactory,
    MatrikFactory,
    RekomendasiFactory,
    hari,
    kini,
)

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}


@pytest.fixture
def matrik(client):
    client.force_login(PenggunaFactory(tim=True))
    return MatrikFactory(baris=3)


def alamat(nama, *args):
    return reverse(f"pengawasan:matrik-{nama}", args=args)


def kiriman(matrik, versi=1, **kolom):
    """One row as the editor sends it."""
    teks = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut", "keterangan")
    unit = matrik.kegiatan.naskah.perangkat_daerah.first()
    isi = dict.fromkeys(teks, "x") | {"perangkat_daerah": unit.pk, "versi": versi}
    return isi | {"kunci": str(uuid4())} | kolom


def urutan(matrik):
    return list(matrik.baris.order_by("urutan").values_list("pk", flat=True))


# --- One row ------------------------------------------------------------------------------


def test_autosave_answers_with_the_version_and_the_row_as_it_reads(client, matrik):
    baris = matrik.baris.first()

    answer = client.post(
        alamat("baris-ubah", matrik.kegiatan_id, baris.pk),
        kiriman(matrik, solusi="Ditagih"),
        headers=HX,
    )

    isi = answer.json()
    assert (isi["pk"], isi["versi"], isi["urutan"]) == (baris.pk, 2, 1)
    assert "Ditagih" in isi["tampilan"]


def test_autosave_renames_what_was_new_and_what_was_taken_out(client, matrik):
    baris = matrik.baris.first()
    lama = baris.rekomendasi.get()
    rekomendasi = {
        "baru-a-ada": "True",
        "baru-a-pilih": "on",
        f"r{lama.pk}-d-ada": "True",
    }

    answer = client.post(
        alamat("baris-ubah", matrik.kegiatan_id, baris.pk),
        kiriman(matrik, **rekomendasi),
        headers=HX,
    )

    baru = baris.rekomendasi.get()
    assert answer.json()["nama"] == {"baru-a": f"r{baru.pk}-a", f"r{lama.pk}-d": "baru-d"}


def test_a_save_that_was_received_but_not_answered_is_answered_the_same_way(client, matrik):
    url = alamat("baris-tambah", matrik.kegiatan_id)
    data = kiriman(matrik, 0) | {"baru-d-ada": "True", "baru-d-pilih": "on"}

    pertama, kedua = (client.post(url, data, headers=HX).json() for _ in range(2))

    assert pertama["pk"] == kedua["pk"]
    assert kedua["nama"] == pertama["nama"] != {}
    assert matrik.baris.count() == 4


def test_autosave_of_an_older_version_gets_both_wordings(client, matrik):
    baris = matrik.baris.first()
    url = alamat("baris-ubah", matrik.kegiatan_id, baris.pk)
    client.post(url, kiriman(matrik, solusi="Kata orang lain"), headers=HX)

    bentrok = client.post(url, kiriman(matrik, solusi="Kata saya"), headers=HX)

    page = bentrok.content.decode()
    assert bentrok.status_code == 409
    assert "Kata orang lain" in page
    assert "Kata saya" in page
    assert 'name="pilih-solusi"' in page


@pytest.mark.parametrize(
    ("pilih", "hasil"),
    [
        ("saya", "Kata saya"),
        ("tersimpan", "Kata orang lain"),
        ("gabung", "Kata orang lain\nKata saya"),
    ],
)
def test_a_conflict_is_settled_cell_by_cell(client, matrik, pilih, hasil):
    baris = matrik.baris.first()
    url = alamat("baris-ubah", matrik.kegiatan_id, baris.pk)
    client.post(url, kiriman(matrik, solusi="Kata orang lain"))

    client.post(url, kiriman(matrik, 2, solusi="Kata saya", **{"pilih-solusi": pilih}))

    baris.refresh_from_db()
    assert baris.solusi == hasil


def test_the_form_of_a_row_comes_alone_for_the_editor(client, matrik):
    url = alamat("baris-ubah", matrik.kegiatan_id, matrik.baris.first().pk)

    sendiri, halaman = client.get(url, headers=HX), client.get(url)

    assert "<html" not in sendiri.content.decode()
    assert "<html" in halaman.content.decode()


# --- The page and the order ---------------------------------------------------------------


@pytest.mark.parametrize("jumlah", [1, 3])
def test_sunting_takes_the_same_queries_for_any_number_of_rows(client, count_queries, jumlah):
    matrik = MatrikFactory(baris=jumlah)
    ButirFactory.create_batch(jumlah, naskah=matrik.kegiatan.naskah)
    client.force_login(PenggunaFactory(tim=True))

    with count_queries(12):
        client.get(alamat("sunting", matrik.kegiatan_id))


def test_sunting_counts_rows_that_lack_a_column(client, matrik):
    matrik.baris.filter(urutan=2).update(keterangan="")

    page = client.get(alamat("sunting", matrik.kegiatan_id)).content.decode()

    assert "3 baris, 1 belum lengkap" in page


def test_sunting_of_a_reported_evaluasi_leads_back(client):
    client.force_login(PenggunaFactory(tim=True))
    kegiatan = KegiatanFactory(evaluasi=True, dilaporkan=True)

    assert client.get(alamat("sunting", kegiatan.pk)).url == alamat("rincian", kegiatan.pk)


def test_urutkan_moves_a_row_without_javascript(client, matrik):
    satu, dua, tiga = urutan(matrik)

    client.post(alamat("urutkan", matrik.kegiatan_id), {"versi": 1, "turun": satu})

    assert urutan(matrik) == [dua, satu, tiga]


def test_urutkan_tells_the_editor_the_order_that_stands(client, matrik):
    satu, dua, tiga = urutan(matrik)
    url = alamat("urutkan", matrik.kegiatan_id)

    pindah = client.post(url, {"versi": 1, "baris": tiga, "ke": 1}, headers=HX)
    usang = client.post(url, {"versi": 1, "baris": satu, "ke": 3}, headers=HX)

    assert pindah.json() == {"urutan": [tiga, satu, dua], "versi": 2, "pesan": ""}
    assert usang.status_code == 409
    assert usang.json()["urutan"] == [tiga, satu, dua]
    assert "diubah orang lain" in usang.json()["pesan"]
    assert aksi_tercatat() == ["matrik.pindahkan"]


def test_urutkan_is_refused_once_anything_went_to_the_chair(client, matrik):
    sunting = alamat("sunting", matrik.kegiatan_id)
    assert "Naikkan baris" in client.get(sunting).text
    Rekomendasi.objects.filter(baris__urutan=2).update(status="diajukan")
    assert "Naikkan baris" not in client.get(sunting).text

    answer = client.post(
        alamat("urutkan", matrik.kegiatan_id),
        {"versi": 1, "baris": urutan(matrik)[0], "ke": 2},
        headers=HX,
    )

    assert "Urutan baris terkunci" in answer.json()["pesan"]


@pytest.mark.parametrize("isi", [{}, {"versi": "x"}, {"versi": 1, "ke": 0, "baris": "-1"}])
def test_urutkan_of_nonsense_changes_nothing(client, matrik, isi):
    semula = urutan(matrik)

    assert client.post(alamat("urutkan", matrik.kegiatan_id), isi).status_code == 302
    assert urutan(matrik) == semula


# --- Proposals ----------------------------------------------------------------------------


def usulkan(client, kegiatan):
    return client.get(alamat("sunting", kegiatan.pk)).context["usulan"]


def test_items_that_fell_due_are_proposed_and_nothing_is_saved(client, matrik):
    butir = ButirFactory(naskah=matrik.kegiatan.naskah, tenggat=hari(-10), uraian="Membayar sewa")

    (satu,) = usulkan(client, matrik.kegiatan)

    assert satu.kunci == f"butir-{butir.pk}"
    assert satu.sebab == "Sudah jatuh tempo dan belum dinyatakan pemenuhannya."
    assert matrik.baris.count() == 3


def penyaran(baris):
    """The steps that are written when a recommendation comes into being."""
    langkah = LangkahRekomendasi.objects.filter(rekomendasi__baris=baris)
    return list(langkah.values_list("jenis", flat=True))


def test_a_proposal_becomes_a_draft_row_when_asked_and_is_not_proposed_again(client, matrik):
    butir = ButirFactory(naskah=matrik.kegiatan.naskah, tenggat=hari(-10), uraian="Membayar sewa")
    url = alamat("usulan-pakai", matrik.kegiatan_id)

    for _ in range(2):
        client.post(url, {"usulan": f"butir-{butir.pk}"})

    baris = matrik.baris.get(asal_butir=butir)
    assert (baris.urutan, baris.rekomendasi.get().jenis) == (4, "d")
    assert usulkan(client, matrik.kegiatan) == []
    assert aksi_tercatat() == ["matrik.pakai_usulan"]
    assert penyaran(baris) == ["saran"]


def test_what_a_verified_berita_acara_found_is_proposed(client, matrik):
    BeritaAcaraFactory(kegiatan=matrik.kegiatan, diverifikasi=True, temuan="Kios kosong" * 400)
    BeritaAcaraFactory(kegiatan=matrik.kegiatan, diajukan=True, temuan="Belum diverifikasi")

    (satu,) = usulkan(client, matrik.kegiatan)
    client.post(alamat("usulan-pakai", matrik.kegiatan_id), {"usulan": satu.kunci})

    assert len(matrik.baris.get(urutan=4).permasalahan) == 2_000
    assert usulkan(client, matrik.kegiatan) == []


def lama(kegiatan):
    """A row of an earlier evaluasi of the same naskah, its follow-up still open."""
    dulu = KegiatanFactory(
        naskah=kegiatan.naskah, evaluasi=True, dilaksanakan=True, tanggal_pelaksanaan=hari(-400)
    )
    rekomendasi = RekomendasiFactory(
        baris=BarisMatrikFactory(matrik=MatrikFactory(kegiatan=dulu), permasalahan="Masih kurang"),
        disetujui=True,
    )
    kini(dulu, "diputuskan")
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    return rekomendasi


def test_a_row_is_carried_over_until_its_follow_up_is_closed(client, matrik):
    rekomendasi = lama(matrik.kegiatan)

    (satu,) = usulkan(client, matrik.kegiatan)
    client.post(alamat("usulan-pakai", matrik.kegiatan_id), {"usulan": satu.kunci})

    baris = matrik.baris.get(urutan=4)
    page = client.get(alamat("rincian", matrik.kegiatan_id)).content.decode()
    assert baris.asal_baris == rekomendasi.baris
    assert (baris.permasalahan, baris.rekomendasi.get().uraian) == (
        "Masih kurang",
        "Menagih kekurangan",
    )
    assert "Lanjutan baris 1 evaluasi" in page
    assert usulkan(client, matrik.kegiatan) == []


def test_a_row_whose_follow_up_was_closed_is_not_carried_over(client, matrik):
    hasil = lama(matrik.kegiatan).hasil
    hasil.status, hasil.ditutup_oleh, hasil.ditutup_pada = (
        "ditutup",
        PenggunaFactory(),
        timezone.now(),
    )
    hasil.save()

    assert usulkan(client, matrik.kegiatan) == []


@pytest.mark.parametrize("usulan", ["", "butir-0", "baris-9999999", "x" * 10_000])
def test_a_proposal_that_does_not_stand_makes_no_row(client, matrik, usulan):
    client.post(alamat("usulan-pakai", matrik.kegiatan_id), {"usulan": usulan})

    assert matrik.baris.count() == 3


# --- Pasting ------------------------------------------------------------------------------

LEMBAR = "Pasal 5\tSetoran\tMenunggak\tMenagih\tSurat\t{unit}\tLunas 40%\td. Menagih; sosialisasi"


def tempel(client, matrik, teks, **isi):
    data = {"tempelan": teks, "kunci": str(uuid4())} | isi
    return client.post(alamat("tempel", matrik.kegiatan_id), data)


def test_pasted_rows_are_shown_and_saved_only_when_confirmed(client, matrik):
    unit = matrik.kegiatan.naskah.perangkat_daerah.first()
    teks = LEMBAR.format(unit=unit.nama.upper())

    page = tempel(client, matrik, teks).content.decode()
    sebelum = matrik.baris.count()
    answer = tempel(client, matrik, teks, setuju="ya")

    baris = matrik.baris.last()
    assert "menjadi rekomendasi “Lainnya”" in page
    assert (sebelum, answer.url) == (3, alamat("sunting", matrik.kegiatan_id))
    assert (baris.urutan, baris.perangkat_daerah) == (4, unit)
    assert sorted(baris.rekomendasi.values_list("jenis", "uraian")) == [
        ("d", "Menagih"),
        ("lainnya", "sosialisasi"),
    ]
    assert penyaran(baris) == ["saran", "saran"]


def test_the_preview_offers_the_columns_as_they_were_guessed(client, matrik):
    peta = tempel(client, matrik, f"{LEMBAR}\tsisa").context["peta"]

    assert [satu.value() for satu in peta.kolom] == [*[nama for nama, _ in KOLOM], ""]


def test_a_column_that_was_given_a_place_is_saved_there(client, matrik):
    tempel(client, matrik, f"{LEMBAR}\tsisa", setuju="ya", **{"kolom-8": "solusi"})

    assert matrik.baris.last().solusi == "Menagih\nsisa"


def test_an_unknown_unit_is_chosen_or_kept_in_the_remarks(client, matrik):
    unit = matrik.kegiatan.naskah.perangkat_daerah.first()
    teks = LEMBAR.format(unit="Dinas Awan")

    tempel(client, matrik, teks, setuju="ya", **{"unit-0": unit.pk})
    tempel(client, matrik, teks, setuju="ya")

    dipilih, dikosongkan = matrik.baris.filter(urutan__gt=3)
    assert (dipilih.perangkat_daerah, dipilih.keterangan) == (unit, "Lunas 40%")
    assert dikosongkan.perangkat_daerah is None
    assert dikosongkan.keterangan == "Lunas 40%\nPerangkat daerah pada lembar asal: Dinas Awan"


def test_a_block_that_is_refused_keeps_the_text(client, matrik):
    teks = f"{'x' * 2_001}\t" + LEMBAR.format(unit="")

    page = tempel(client, matrik, teks, setuju="ya").content.decode()

    assert "2001 karakter, paling banyak 2000" in page
    assert "x" * 2_001 in page
    assert matrik.baris.count() == 3


def test_a_matrix_takes_no_more_than_its_most_rows(client, matrik):
    page = tempel(client, matrik, "\n".join(["a\tb"] * 998), setuju="ya").content.decode()

    assert "paling banyak 1000 baris; sudah ada 3" in page
    assert matrik.baris.count() == 3


@pytest.mark.parametrize("teks", ["", "  \n\t"])
def test_nothing_pasted_is_said_so(client, matrik, teks):
    assert "Tempelkan sedikitnya satu baris." in tempel(client, matrik, teks).content.decode()


def test_five_hundred_rows_are_pasted_in_a_constant_few_statements(client, matrik):
    teks = "\n".join([LEMBAR.format(unit="")] * 500)

    tempel(client, matrik, teks, setuju="ya")

    assert matrik.baris.count() == 503
    assert aksi_tercatat() == ["matrik.tempel"]


# --- The file -----------------------------------------------------------------------------


def test_unduh_gives_the_head_and_the_eight_columns_and_no_formula(client, matrik):
    matrik.baris.filter(urutan=1).update(solusi="=HYPERLINK(1)")

    answer = client.get(alamat("unduh", matrik.kegiatan_id))
    lembar = load_workbook(BytesIO(b"".join(answer.streaming_content))).active

    baris = list(lembar.iter_rows(values_only=True))
    assert baris[0][0] == "Matrik hasil evaluasi (Pasal 6 ayat (6))"
    assert baris[5] == ("No.", *[judul for _, judul in KOLOM])
    assert [b[0] for b in baris[6:]] == [1, 2, 3]
    assert lembar.cell(7, 5).data_type == "s"
    assert baris[6][8].startswith("d. Menagih kewajiban mitra")


def test_a_save_by_another_shows_on_the_next_page(client, matrik):
    baris = matrik.baris.first()
    simpan_baris(
        matrik.kegiatan_id,
        baris_pk=baris.pk,
        versi=1,
        data={"solusi": f"Turun {Decimal(5)} persen"},
        rekomendasi=[],
        oleh=PenggunaFactory(),
    )

    page = client.get(alamat("sunting", matrik.kegiatan_id)).content.decode()

    assert "Turun 5 persen" in page
    assert BarisMatrik.objects.get(pk=baris.pk).versi == 2
