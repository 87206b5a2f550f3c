"""The encrypted form: what was written comes back, anything else is refused."""

import io

import pytest

from inti.cadangan import sandi as modul
from inti.cadangan.galat import CadanganError
from inti.cadangan.sandi import SandiKunci, TanpaSandi, sandi_dari

KUNCI = b"k" * 32


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch):
    monkeypatch.setattr(modul, "POTONGAN", 16)


def tulis(isi, *, bagian="basisdata", kunci=KUNCI):
    tujuan = io.BytesIO()
    SandiKunci(kunci).tulis(io.BytesIO(isi), tujuan, bagian)
    return tujuan.getvalue()


def baca(sandi, *, bagian="basisdata", kunci=KUNCI):
    return b"".join(SandiKunci(kunci).baca(io.BytesIO(sandi), bagian))


@pytest.mark.parametrize("panjang", [0, 1, 15, 16, 17, 32, 100])
def test_what_was_written_comes_back_in_the_announced_size(panjang):
    isi = bytes(range(panjang))

    sandi = tulis(isi)

    assert baca(sandi) == isi
    assert len(sandi) == SandiKunci(KUNCI).ukuran(panjang)
    assert panjang < 15 or isi not in sandi


def test_same_bytes_are_never_written_alike():
    assert tulis(b"sama") != tulis(b"sama")


def test_every_changed_byte_is_found():
    sandi = tulis(bytes(40))

    for i in range(len(sandi)):
        rusak = sandi[:i] + bytes([sandi[i] ^ 1]) + sandi[i + 1 :]
        with pytest.raises(CadanganError, match="basisdata"):
            baca(rusak)


def test_every_cut_is_found_also_between_two_chunks():
    sandi = tulis(bytes(48))

    for panjang in range(len(sandi)):
        with pytest.raises(CadanganError, match="basisdata"):
            baca(sandi[:panjang])


def test_chunks_in_another_order_are_refused():
    sandi = tulis(bytes(16) + bytes([1]) * 16 + bytes([2]) * 16)
    kepala, satu, dua, tiga = sandi[:24], sandi[24:56], sandi[56:88], sandi[88:]

    for tukar in (kepala + dua + satu + tiga, kepala + satu + tiga, kepala + satu + dua + dua):
        with pytest.raises(CadanganError, match="berubah"):
            baca(tukar)


def test_part_in_the_place_of_another_is_refused():
    with pytest.raises(CadanganError, match="manifes"):
        baca(tulis(b"isi"), bagian="manifes")


def test_other_key_opens_nothing():
    with pytest.raises(CadanganError, match="kunci lain"):
        baca(tulis(b"isi"), kunci=b"x" * 32)


def test_name_in_the_pool_does_not_tell_the_hash():
    sha = "ab" * 32

    assert TanpaSandi().nama(sha) == sha
    assert SandiKunci(KUNCI).nama(sha) == SandiKunci(KUNCI).nama(sha) != sha
    assert SandiKunci(KUNCI).nama(sha) != SandiKunci(b"x" * 32).nama(sha)


def test_key_file_that_cannot_serve_is_refused(tmp_path):
    pendek = tmp_path / "pendek"
    pendek.write_bytes(b"abc\n")

    with pytest.raises(CadanganError, match="paling sedikit 32"):
        sandi_dari(pendek)
    with pytest.raises(CadanganError, match="tidak dapat dibaca"):
        sandi_dari(tmp_path / "tidak-ada")
