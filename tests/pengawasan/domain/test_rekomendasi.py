"""From saran to decision, and the follow-up until closed: every pair of state and action."""

from itertools import product

import pytest

from pengawasan.domain import rekomendasi, tindak_lanjut
from pengawasan.enums import (
    AksiRekomendasi,
    AksiTindakLanjut,
    JenisRekomendasi,
    StatusRekomendasi,
    StatusTindakLanjut,
)

BOLEH = {
    ("saran", "ajukan"),
    ("dikembalikan", "ajukan"),
    ("diajukan", "setujui"),
    ("diajukan", "kembalikan"),
    ("diajukan", "tarik"),
    ("menunggu_walikota", "setujui_walikota"),
    ("menunggu_walikota", "tolak_walikota"),
}
BOLEH_TINDAK = {
    ("terbuka", "laporkan"),
    ("dilaporkan", "kembalikan"),
    ("dilaporkan", "tutup"),
    ("ditutup", "buka"),
}


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusRekomendasi, AksiRekomendasi)))
def test_transisi_rekomendasi_is_exactly_the_table(status, aksi):
    putusan = rekomendasi.periksa(status, aksi, catatan="Sebutkan besarannya.")

    assert bool(putusan) is ((status.value, aksi.value) in BOLEH)


@pytest.mark.parametrize(
    "aksi", [AksiRekomendasi.KEMBALIKAN, AksiRekomendasi.TARIK, AksiRekomendasi.TOLAK_WALIKOTA]
)
def test_return_and_refusal_need_a_note(aksi):
    dari = next(s for s, a in rekomendasi.TRANSISI if a == aksi)

    assert not rekomendasi.periksa(dari, aksi, catatan=" ")


@pytest.mark.parametrize("jenis", JenisRekomendasi)
def test_only_huruf_f_and_h_wait_for_the_head_of_government(jenis):
    ke = rekomendasi.sesudah(StatusRekomendasi.DIAJUKAN, AksiRekomendasi.SETUJUI, jenis)

    assert (ke == StatusRekomendasi.MENUNGGU_WALIKOTA) is (jenis.value in "fh")


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusTindakLanjut, AksiTindakLanjut)))
def test_transisi_tindak_lanjut_is_exactly_the_table(status, aksi):
    putusan = tindak_lanjut.periksa(status, aksi, teks="Surat dikirim.", oleh=1, dilaporkan_oleh=2)

    assert bool(putusan) is ((status.value, aksi.value) in BOLEH_TINDAK)


def test_nobody_closes_what_they_reported():
    putusan = tindak_lanjut.periksa(
        StatusTindakLanjut.DILAPORKAN, AksiTindakLanjut.TUTUP, oleh=1, dilaporkan_oleh=1
    )

    assert putusan.alasan == "Yang melaporkan tidak dapat menutup tindak lanjutnya sendiri."


def test_nobody_closes_what_their_own_unit_owns():
    putusan = tindak_lanjut.periksa(
        StatusTindakLanjut.DILAPORKAN, AksiTindakLanjut.TUTUP, oleh=1, pemilik=[1, 2]
    )

    assert "di luar perangkat daerah penanggung jawab" in putusan.alasan
