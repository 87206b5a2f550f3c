"""Several people in one matrix at the same moment: nothing overwritten, no number twice."""

from functools import partial
from uuid import uuid4

import pytest

from inti.models import JejakAudit
from pengawasan.models import BarisMatrik, Matrik
from pengawasan.services.matrik import hapus_baris, simpan_baris
from pengawasan.services.tempel_matrik import tempel
from pengawasan.services.urutan_matrik import pindahkan
from pengawasan.services.usulan_matrik import pakai
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import ButirFactory
from tests.factories.pengawasan import MatrikFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def sel(matrik, **kolom):
    unit = matrik.kegiatan.naskah.perangkat_daerah.first()
    teks = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut", "keterangan")
    return dict.fromkeys(teks, "x") | {"perangkat_daerah": unit} | kolom


def menyimpan(matrik, baris=None, versi=1, **kolom):
    """One person's save, ready to be let go."""
    return partial(
        simpan_baris,
        matrik.kegiatan_id,
        baris_pk=baris.pk if baris else None,
        versi=versi,
        data=sel(matrik, **kolom),
        rekomendasi=[{"pk": None, "jenis": "d", "uraian": "", "tenggat": None}],
        oleh=PenggunaFactory(tim=True),
    )


def nomor(matrik):
    return sorted(matrik.baris.values_list("urutan", flat=True))


def test_different_rows_saved_at_once_are_all_saved():
    matrik = MatrikFactory(baris=4)
    baris = list(matrik.baris.all())

    hasil = at_once(*[menyimpan(matrik, b, solusi=f"Solusi {b.urutan}") for b in baris])

    assert succeeded(hasil) == 4
    assert [b.solusi for b in matrik.baris.all()] == [f"Solusi {n}" for n in range(1, 5)]


def test_one_row_saved_by_four_on_one_version_is_saved_once():
    matrik = MatrikFactory(baris=1)
    baris = matrik.baris.get()

    hasil = at_once(*[menyimpan(matrik, baris, solusi=f"Orang {n}") for n in range(4)])

    baris.refresh_from_db()
    assert succeeded(hasil) == JejakAudit.objects.filter(aksi="matrik.simpan").count() == 1
    assert baris.versi == 2


def test_first_rows_by_four_at_once_make_one_matrix_of_four_rows():
    matrik = MatrikFactory()
    kegiatan = matrik.kegiatan
    calon = [menyimpan(matrik) for _ in range(4)]
    matrik.delete()

    hasil = at_once(*calon)

    assert succeeded(hasil) == 4
    assert nomor(Matrik.objects.get(kegiatan=kegiatan)) == [1, 2, 3, 4]


def test_new_row_sent_by_four_under_one_key_is_one_row():
    matrik = MatrikFactory()
    satu = partial(menyimpan(matrik), kunci=uuid4())

    assert succeeded(at_once(*[satu] * 4)) == 4
    assert BarisMatrik.objects.count() == 1


def test_moving_while_others_add_and_remove_leaves_numbers_without_gap_or_twin():
    matrik = MatrikFactory(baris=6)
    baris = list(matrik.baris.all())
    oleh = PenggunaFactory(tim=True)
    pindah = partial(pindahkan, matrik.kegiatan_id, versi=1, oleh=oleh)

    hasil = at_once(
        partial(pindah, baris_pk=baris[0].pk, ke=6),
        partial(pindah, baris_pk=baris[5].pk, ke=1),
        menyimpan(matrik),
        menyimpan(matrik),
        partial(hapus_baris, matrik.kegiatan_id, versi=1, baris_pk=baris[2].pk, oleh=oleh),
    )

    assert nomor(matrik) == list(range(1, 8))
    assert succeeded(hasil[2:]) == 3
    assert succeeded(hasil[:2]) <= 1


def test_proposal_used_by_four_at_once_is_one_row():
    matrik = MatrikFactory()
    asal = {"asal_butir_id": ButirFactory(naskah=matrik.kegiatan.naskah).pk}
    oleh = PenggunaFactory(tim=True)
    satu = partial(
        pakai, matrik.kegiatan_id, asal=asal, data={"dasar": "x"}, rekomendasi=[], oleh=oleh
    )

    assert succeeded(at_once(*[satu] * 4)) == BarisMatrik.objects.count() == 1


def test_block_pasted_by_a_double_click_is_added_once():
    matrik = MatrikFactory(baris=1)
    baris = [{"isi": sel(matrik), "rekomendasi": []}] * 3
    satu = partial(
        tempel, matrik.kegiatan_id, kunci=uuid4(), baris=baris, oleh=PenggunaFactory(tim=True)
    )

    assert succeeded(at_once(*[satu] * 2)) == 2
    assert nomor(matrik) == [1, 2, 3, 4]
