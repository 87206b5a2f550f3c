"""The questionnaire, the sheet and its score."""

from datetime import date
from itertools import product

import pytest

from pengawasan.domain.kertas_kerja import (
    TRANSISI,
    Jawaban,
    Pertanyaan,
    berbeda,
    kekurangan,
    periksa,
    periksa_kuesioner,
    periksa_terbit,
    skor,
    skor_topik,
)
from pengawasan.enums import (
    AksiKertasKerja,
    JenisPertanyaan,
    PengisiKertasKerja,
    StatusKertasKerja,
    TopikKertasKerja,
)

SEMUA = tuple(PengisiKertasKerja)
WAKTU, DAMPAK = TopikKertasKerja.WAKTU, TopikKertasKerja.DAMPAK


def tanya(teks="Tepat waktu?", pengisi=SEMUA):
    return Pertanyaan(WAKTU, teks, JenisPertanyaan.SKALA, pengisi)


def skala(nilai, **lain):
    isi = {"nomor": 1, "topik": WAKTU, "jenis": JenisPertanyaan.SKALA, "nilai": nilai}
    return Jawaban(**isi | lain)


def ya(nilai, **lain):
    return skala(nilai, jenis=JenisPertanyaan.YA_TIDAK, **lain)


@pytest.mark.parametrize(
    ("pertanyaan", "sebut"),
    [
        ([], "sedikitnya satu"),
        ([tanya(str(n)) for n in range(101)], "Paling banyak 100"),
        ([tanya(), tanya(" TEPAT WAKTU? ")], "tertulis dua kali"),
        ([tanya(), tanya("Lain?", ())], "Pertanyaan 2 belum menyebut"),
        ([tanya(pengisi=(PengisiKertasKerja.TIM,))], "untuk Perangkat Daerah dan Mitra"),
    ],
)
def test_questions_that_cannot_be_published_say_why(pertanyaan, sebut):
    assert sebut in periksa_kuesioner(pertanyaan).alasan


def test_questions_for_every_side_can_be_published():
    assert periksa_kuesioner([tanya()])


@pytest.mark.parametrize(
    ("ubah", "sebut"),
    [
        ({"dasar": " "}, "Keputusan"),
        ({"berlaku_mulai": date(2026, 1, 4)}, "berlaku mundur"),
        ({"berlaku_mulai": date(2026, 2, 1)}, "mulai hari itu"),
    ],
)
def test_a_version_has_a_basis_and_a_day_of_its_own(ubah, sebut):
    sah = {
        "dasar": "Keputusan 1/2026",
        "berlaku_mulai": date(2026, 1, 5),
        "dipakai": [date(2026, 2, 1)],
        "hari_ini": date(2026, 1, 5),
    }

    assert periksa_terbit(**sah)
    assert sebut in periksa_terbit(**sah | ubah).alasan


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusKertasKerja, AksiKertasKerja)))
def test_every_pair_of_state_and_action(status, aksi):
    putusan = periksa(status, aksi, catatan="Lengkapi.")

    assert bool(putusan) == ((status, aksi) in TRANSISI)


def test_a_return_has_a_note_and_a_submission_lacks_nothing():
    kembalikan = periksa(StatusKertasKerja.DISAMPAIKAN, AksiKertasKerja.KEMBALIKAN, catatan=" ")
    sampaikan = periksa(StatusKertasKerja.DRAF, AksiKertasKerja.SAMPAIKAN, kurang=["Nomor 3: isi."])

    assert "catatan" in kembalikan.alasan
    assert sampaikan.alasan == "Nomor 3: isi."


@pytest.mark.parametrize(
    ("jawaban", "kurang"),
    [
        (skala(4), ""),
        (skala(None), "Pilih jawabannya."),
        (skala(None, wajib=False), ""),
        (skala(2), "Tulis keterangan"),
        (skala(2, uraian="Terlambat sebulan."), ""),
        (ya(0), "Tulis keterangan"),
        (ya(1), ""),
        (skala(None, tidak_relevan=True), "tidak relevan"),
        (skala(None, tidak_relevan=True, uraian="Belum dimulai."), ""),
        (skala(None, jenis=JenisPertanyaan.URAIAN), "Tulis jawabannya."),
        (skala(None, jenis=JenisPertanyaan.URAIAN, wajib=False), ""),
    ],
)
def test_what_an_answer_lacks_is_named(jawaban, kurang):
    assert kurang in kekurangan([jawaban]).get(1, "")
    assert bool(kurang) == bool(kekurangan([jawaban]))


@pytest.mark.parametrize(
    ("jawaban", "hasil"),
    [
        ([], None),
        ([skala(None)], None),
        ([skala(1)], 0),
        ([skala(5)], 100),
        ([skala(4), skala(2, bobot=3)], 38),
        ([ya(1), ya(0)], 50),
        ([skala(5), skala(1, tidak_relevan=True)], 100),
        ([skala(5), skala(None, jenis=JenisPertanyaan.URAIAN, uraian="x")], 100),
    ],
)
def test_score_is_the_weighted_mean_of_what_has_a_figure(jawaban, hasil):
    assert skor(jawaban) == hasil


def test_topics_have_their_own_score_in_their_order():
    jawaban = [skala(1, topik=DAMPAK), skala(5), skala(3)]

    assert list(skor_topik(jawaban).items()) == [(WAKTU, 75), (DAMPAK, 0)]


@pytest.mark.parametrize(
    ("nilai", "jauh"), [([4, 4], False), ([4, 3], False), ([4, 2], True), ([5], False), ([], False)]
)
def test_sides_that_differ_by_two_steps_are_marked(nilai, jauh):
    assert berbeda([skala(n) for n in nilai]) is jauh
