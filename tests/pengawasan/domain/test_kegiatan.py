from datetime import date
from itertools import product

import pytest

from pengawasan.domain.kegiatan import (
    METODE,
    TRANSISI,
    Rencana,
    langkah_berikut,
    periksa,
    periksa_hasil,
    periksa_hasil_rapat,
    periksa_rencana,
    periksa_susun_laporan,
    periksa_ubah_rencana,
    unsur_evaluasi,
)
from pengawasan.enums import AksiKegiatan as Aksi
from pengawasan.enums import JenisKegiatan, Metode, Sifat
from pengawasan.enums import StatusKegiatan as Status

TTD = date(2026, 1, 15)
EXPECTED = {
    (Status.DIRENCANAKAN, Aksi.TUGASKAN),
    (Status.DIRENCANAKAN, Aksi.BATALKAN),
    (Status.DITUGASKAN, Aksi.LEPASKAN),
    (Status.DITUGASKAN, Aksi.LAKSANAKAN),
    (Status.DITUGASKAN, Aksi.BATALKAN),
    (Status.DILAKSANAKAN, Aksi.DOKUMENTASIKAN),
    (Status.DIDOKUMENTASIKAN, Aksi.BUKA_DOKUMENTASI),
    (Status.DIDOKUMENTASIKAN, Aksi.LAPORKAN),
    (Status.DILAPORKAN, Aksi.KEMBALIKAN),
    (Status.DILAPORKAN, Aksi.TARIK),
    (Status.DILAPORKAN, Aksi.PUTUSKAN),
}


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_kegiatan_allows_exactly_the_pairs_of_its_table(status, aksi):
    putusan = periksa(status, aksi, alasan="Alasan")

    assert bool(putusan) == ((status, aksi) in EXPECTED)
    assert bool(putusan.alasan) != bool(putusan)
    assert set(TRANSISI) == EXPECTED


def test_report_of_an_undocumented_kegiatan_says_what_to_do_first():
    assert "Nyatakan dokumentasi" in periksa(Status.DILAKSANAKAN, Aksi.LAPORKAN).alasan


@pytest.mark.parametrize("alasan", ["", "  \n"])
def test_opening_again_needs_a_reason(alasan):
    putusan = periksa(Status.DIDOKUMENTASIKAN, Aksi.BUKA_DOKUMENTASI, alasan=alasan)

    assert "wajib disertai alasan" in putusan.alasan


@pytest.mark.parametrize("alasan", ["", "  \n"])
def test_batalkan_needs_a_reason(alasan):
    assert periksa(Status.DIRENCANAKAN, Aksi.BATALKAN, alasan=alasan).alasan == (
        "Pembatalan wajib disertai alasan."
    )


@pytest.mark.parametrize(
    ("status", "aksi"),
    [(Status.DITUGASKAN, Aksi.BATALKAN), (Status.DILAKSANAKAN, Aksi.DOKUMENTASIKAN)],
)
def test_what_ends_the_writing_waits_for_an_answer_to_a_berita_acara(status, aksi):
    putusan = periksa(status, aksi, alasan="x", menunggu_verifikasi=True)

    assert "menunggu verifikasi" in putusan.alasan


def rencana(**kolom):
    return Rencana(
        **{
            "jenis": JenisKegiatan.PEMANTAUAN,
            "sifat": Sifat.BERKALA,
            "metode": Metode.DOKUMEN,
            "tanggal_rencana": date(2026, 7, 15),
            **kolom,
        }
    )


INSIDENTAL = {"sifat": Sifat.INSIDENTAL, "alasan": "Pengaduan", "peminta": "Sekretaris Daerah"}
EVALUASI = {"jenis": JenisKegiatan.EVALUASI, "metode": Metode.FGD}


@pytest.mark.parametrize(
    ("kolom", "berjadwal"),
    [
        ({}, True),
        ({"metode": Metode.TINJAU_LOKASI}, True),
        (EVALUASI, True),
        (EVALUASI | {"bersama_perpanjangan": True}, True),
        ({"tanggal_rencana": TTD}, True),
        (INSIDENTAL, False),
        (INSIDENTAL | {"menggantikan_berkala": True}, False),
        (INSIDENTAL | EVALUASI, False),
    ],
)
def test_rencana_that_is_sound(kolom, berjadwal):
    assert periksa_rencana(rencana(**kolom), tanggal_ttd=TTD, berjadwal=berjadwal)


@pytest.mark.parametrize(
    ("kolom", "berjadwal", "kata"),
    [
        ({"metode": Metode.FGD}, True, "Pemantauan dilakukan dengan"),
        (EVALUASI | {"metode": Metode.DOKUMEN}, True, "Evaluasi dilakukan dengan"),
        ({"tanggal_rencana": date(2026, 1, 14)}, True, "sebelum naskah ditandatangani"),
        ({}, False, "dibuat dari jadwalnya"),
        ({"menggantikan_berkala": True}, True, "insidental"),
        ({"bersama_perpanjangan": True}, True, "Hanya evaluasi"),
        (INSIDENTAL, True, "bersifat berkala"),
        (INSIDENTAL | {"alasan": " "}, False, "alasan dan peminta"),
        (INSIDENTAL | {"peminta": ""}, False, "alasan dan peminta"),
        (INSIDENTAL | EVALUASI | {"menggantikan_berkala": True}, False, "pemantauan insidental"),
    ],
)
def test_rencana_that_is_refused_says_why(kolom, berjadwal, kata):
    assert kata in periksa_rencana(rencana(**kolom), tanggal_ttd=TTD, berjadwal=berjadwal).alasan


def test_rencana_needs_a_naskah_in_force():
    assert (
        "belum diberlakukan" in periksa_rencana(rencana(), tanggal_ttd=None, berjadwal=True).alasan
    )


def test_metode_is_given_for_every_jenis():
    assert set(METODE) == set(JenisKegiatan)


@pytest.mark.parametrize("status", Status)
def test_hasil_is_recorded_between_assignment_and_report(status):
    terbuka = status in (Status.DITUGASKAN, Status.DILAKSANAKAN)

    assert bool(periksa_hasil(status)) == terbuka


@pytest.mark.parametrize("status", Status)
def test_laporan_is_worded_from_the_verified_berita_acara_to_the_sending(status):
    terbuka = status in (Status.DILAKSANAKAN, Status.DIDOKUMENTASIKAN)

    assert bool(periksa_susun_laporan(status)) == terbuka


@pytest.mark.parametrize("terkunci", [Status.DIDOKUMENTASIKAN, Status.DILAPORKAN])
def test_meeting_is_locked_with_the_first_of_its_kegiatan(terkunci):
    assert periksa_hasil_rapat([Status.DILAKSANAKAN, Status.DITUGASKAN])
    assert not periksa_hasil_rapat([Status.DILAKSANAKAN, terkunci])


@pytest.mark.parametrize("status", Status)
def test_rencana_moves_until_it_is_carried_out(status):
    terbuka = status in (Status.DIRENCANAKAN, Status.DITUGASKAN)

    assert bool(periksa_ubah_rencana(status)) == terbuka


@pytest.mark.parametrize(
    ("isi", "terpenuhi"),
    [
        ((0, False, "", ""), [False, False, False]),
        ((3, False, "", ""), [True, False, False]),
        ((0, True, "", ""), [False, True, False]),
        ((0, False, "Terlalu jauh", ""), [False, True, False]),
        ((1, True, "", "Diwawancarai"), [True, True, True]),
    ],
)
def test_unsur_evaluasi_counts_a_reason_for_a_missing_visit(isi, terpenuhi):
    baris, tinjau, alasan, wawancara = isi

    unsur = unsur_evaluasi(
        jumlah_baris=baris,
        ada_tinjau_lokasi=tinjau,
        alasan_tanpa_tinjau=alasan,
        hasil_wawancara=wawancara,
    )

    assert [u.huruf for u in unsur] == ["a", "b", "c"]
    assert [u.terpenuhi for u in unsur] == terpenuhi


@pytest.mark.parametrize(
    ("status", "keadaan", "kata"),
    [
        (Status.DIRENCANAKAN, {}, "surat tugas"),
        (Status.DITUGASKAN, {}, "berita acara dari perangkat daerah"),
        (Status.DITUGASKAN, {"berita_acara_menunggu": True}, "menunggu verifikasi"),
        (Status.DILAKSANAKAN, {"belum_ada": ["notulensi", "matrik"]}, "notulensi dan matrik"),
        (Status.DILAKSANAKAN, {"dikembalikan": 2}, "Perbaiki 2 rekomendasi"),
        (Status.DILAKSANAKAN, {}, "Nyatakan dokumentasi lengkap"),
        (Status.DIDOKUMENTASIKAN, {}, "Siap dilaporkan"),
        (Status.DILAPORKAN, {}, "putusan Ketua TKKSD"),
    ],
)
def test_langkah_berikut_names_what_is_waited_for(status, keadaan, kata):
    assert kata in langkah_berikut(status, **keadaan)


@pytest.mark.parametrize("status", [Status.DIPUTUSKAN, Status.DIBATALKAN])
def test_langkah_berikut_is_empty_at_the_end(status):
    assert langkah_berikut(status) == ""
