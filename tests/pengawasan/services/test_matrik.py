from uuid import uuid4

import pytest

from inti.putusan import AturanDilanggar
from pengawasan.enums import JenisRekomendasi, StatusRekomendasi
from pengawasan.models import BarisMatrik, Matrik, Rekomendasi
from pengawasan.queries.matrik import (
    baris_kurang,
    kalimat_perubahan,
    perubahan_sejak,
    sel_bentrok,
)
from pengawasan.services import matrik as services
from pengawasan.services.urutan_matrik import pindahkan
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import PerangkatDaerahFactory
from tests.factories.pengawasan import (
    BarisMatrikFactory,
    KegiatanFactory,
    MatrikFactory,
    RekomendasiFactory,
    hari,
)
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
D = {"pk": None, "jenis": JenisRekomendasi.D, "uraian": "Menagih", "tenggat": None}


def isi(kegiatan, **kolom):
    return {
        "dasar": "Pasal 5",
        "materi_evaluasi": "Kewajiban",
        "permasalahan": "Kurang",
        "solusi": "Tambah",
        "tindak_lanjut": "Jadwal",
        "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first(),
        "keterangan": "",
        **kolom,
    }


def sel(baris, **kolom):
    return {n: getattr(baris, n) for n in isi(baris.matrik.kegiatan)} | kolom


def simpan(kegiatan, versi, baris=None, data=None, rekomendasi=(D,), oleh=None, kunci=None):
    return services.simpan_baris(
        kegiatan.pk,
        versi=versi,
        baris_pk=baris.pk if baris else None,
        kunci=kunci,
        data=data or isi(kegiatan),
        rekomendasi=rekomendasi,
        oleh=oleh or PenggunaFactory(),
    )


def seperti(rekomendasi, **kolom):
    return {
        "pk": rekomendasi.pk,
        "jenis": rekomendasi.jenis,
        "uraian": rekomendasi.uraian,
        "tenggat": rekomendasi.tenggat,
        **kolom,
    }


def test_the_first_row_makes_the_matrix():
    kegiatan, oleh = KegiatanFactory(evaluasi=True, ditugaskan=True), PenggunaFactory()

    baris = simpan(kegiatan, 0, rekomendasi=[D, D | {"jenis": "g", "tenggat": hari(30)}], oleh=oleh)

    matrik = Matrik.objects.get(kegiatan=kegiatan)
    assert (baris.versi, matrik.disusun_oleh, baris.urutan) == (1, oleh, 1)
    assert [r.jenis for r in baris.rekomendasi.all()] == ["d", "g"]
    assert aksi_tercatat() == ["matrik.simpan"]


def test_rows_are_numbered_and_the_version_is_the_rows_own():
    matrik = MatrikFactory(baris=2)
    lama = matrik.baris.get(urutan=1)

    baris = simpan(matrik.kegiatan, 0)
    simpan(matrik.kegiatan, 1, lama, sel(lama, solusi="Baru"))

    assert baris.urutan == 3
    assert list(matrik.baris.values_list("versi", flat=True)) == [2, 1, 1]


def test_a_draft_row_may_leave_columns_blank_but_not_all():
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    kosong = dict.fromkeys(isi(kegiatan), "") | {"perangkat_daerah": None}

    simpan(kegiatan, 0, data=kosong | {"permasalahan": "Kurang"}, rekomendasi=[])

    assert [len(kurang) for _, kurang in baris_kurang(kegiatan.pk)] == [7]
    with pytest.raises(AturanDilanggar, match="sedikitnya satu kolom"):
        simpan(kegiatan, 0, data=kosong, rekomendasi=[])


def test_two_editors_of_one_row_collide_and_the_second_is_told_what_changed():
    matrik = MatrikFactory(baris=1)
    baris, kegiatan = matrik.baris.get(), matrik.kegiatan
    rekomendasi = [seperti(baris.rekomendasi.get())]
    data = sel(baris, solusi="Solusi Ani")
    simpan(kegiatan, 1, baris, data, rekomendasi, oleh=PenggunaFactory(nama="Ani"))

    with pytest.raises(services.BarisBerubah) as ditolak:
        simpan(kegiatan, 1, baris, sel(baris, solusi="Solusi Budi"), rekomendasi)

    baris.refresh_from_db()
    assert baris.solusi == "Solusi Ani"
    assert ditolak.value.baris.versi == 2
    (jejak,) = perubahan_sejak(kegiatan, baris.pk, 1)
    assert kalimat_perubahan(jejak).startswith("Ani menyimpan baris 1 (solusi) pukul")


def test_sel_bentrok_knows_which_cell_i_did_not_touch():
    matrik = MatrikFactory(baris=1)
    baris, kegiatan = matrik.baris.get(), matrik.kegiatan
    rekomendasi = [seperti(baris.rekomendasi.get())]
    saya = sel(baris, permasalahan="Dari saya")
    simpan(kegiatan, 1, baris, sel(baris, solusi="Dari Ani"), rekomendasi)
    baris.refresh_from_db()

    beda = sel_bentrok(baris, saya, perubahan_sejak(kegiatan, baris.pk, 1))

    assert [(b.nama, b.diubah_saya) for b in beda] == [("permasalahan", True), ("solusi", False)]


def test_a_save_sent_twice_is_done_once():
    kegiatan, kunci, lagi = KegiatanFactory(evaluasi=True, ditugaskan=True), uuid4(), uuid4()

    baris = simpan(kegiatan, 0, kunci=kunci)
    assert simpan(kegiatan, 0, kunci=kunci) == baris
    rekomendasi = [seperti(baris.rekomendasi.get())]
    for _ in range(2):
        simpan(kegiatan, 1, baris, sel(baris, solusi="Baru"), rekomendasi, kunci=lagi)

    assert BarisMatrik.objects.get().versi == 2
    assert aksi_tercatat() == ["matrik.simpan"] * 2


def test_a_new_row_that_was_received_and_then_typed_on_shows_both_wordings():
    kegiatan, kunci = KegiatanFactory(evaluasi=True, ditugaskan=True), uuid4()
    baris = simpan(kegiatan, 0, kunci=kunci)

    with pytest.raises(services.BarisBerubah) as ditolak:
        simpan(kegiatan, 0, kunci=kunci, data=isi(kegiatan, solusi="Diketik kemudian"))

    assert ditolak.value.baris == baris


@pytest.mark.parametrize("keadaan", ["", "dilaporkan", "diputuskan", "dibatalkan"])
def test_matrik_is_closed_outside_of_the_work(keadaan):
    kegiatan = KegiatanFactory(evaluasi=True, **({keadaan: True} if keadaan else {}))

    with pytest.raises(AturanDilanggar):
        simpan(kegiatan, 0)

    assert not Matrik.objects.exists()


def test_matrik_is_for_evaluasi_only():
    with pytest.raises(AturanDilanggar, match="hanya disusun untuk evaluasi"):
        simpan(KegiatanFactory(ditugaskan=True), 0)


def test_a_row_is_answered_for_by_a_unit_of_the_naskah():
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)

    with pytest.raises(AturanDilanggar, match="bukan perangkat daerah pada naskah"):
        simpan(kegiatan, 0, data=isi(kegiatan, perangkat_daerah=PerangkatDaerahFactory()))


def test_recommendations_are_added_changed_and_taken_out():
    matrik = MatrikFactory()
    baris = BarisMatrikFactory(matrik=matrik)
    tetap, hilang = RekomendasiFactory(baris=baris), RekomendasiFactory(baris=baris, jenis="g")

    simpan(
        matrik.kegiatan,
        1,
        baris,
        sel(baris),
        [seperti(tetap, uraian="Baru"), D | {"jenis": "a"}],
    )

    assert list(baris.rekomendasi.values_list("jenis", "uraian").order_by("jenis")) == [
        ("a", "Menagih"),
        ("d", "Baru"),
    ]
    assert not Rekomendasi.objects.filter(pk=hilang.pk).exists()


def test_after_a_return_only_what_was_returned_changes():
    matrik = MatrikFactory()
    baris = BarisMatrikFactory(matrik=matrik)
    setuju = RekomendasiFactory(baris=baris, disetujui=True)
    kembali = RekomendasiFactory(baris=baris, jenis="g", dikembalikan=True)
    lengkap = [seperti(setuju), seperti(kembali, uraian="Surat peringatan pertama")]

    simpan(matrik.kegiatan, 1, baris, sel(baris), lengkap)

    kembali.refresh_from_db()
    assert kembali.uraian == "Surat peringatan pertama"
    assert (kembali.status, kembali.catatan_ketua) == (StatusRekomendasi.DIKEMBALIKAN, "Perjelas.")
    for data, rekomendasi in [
        (sel(baris, solusi="Diam-diam"), lengkap),
        (sel(baris), [seperti(setuju, uraian="Diam-diam"), lengkap[1]]),
        (sel(baris), lengkap[1:]),
        (sel(baris), lengkap[:1]),
        (sel(baris), [*lengkap, D | {"jenis": "a"}]),
    ]:
        with pytest.raises(AturanDilanggar):
            simpan(matrik.kegiatan, 2, baris, data, rekomendasi)


def test_a_refused_change_leaves_everything_as_it_was():
    matrik = MatrikFactory()
    setuju = RekomendasiFactory(baris=BarisMatrikFactory(matrik=matrik), disetujui=True)

    with pytest.raises(AturanDilanggar):
        simpan(matrik.kegiatan, 1, setuju.baris, sel(setuju.baris, solusi="x"), [seperti(setuju)])

    setuju.baris.refresh_from_db()
    assert setuju.baris.versi == 1
    assert aksi_tercatat() == []


def test_hapus_baris_closes_the_ranks():
    matrik = MatrikFactory(baris=3)
    dihapus = matrik.baris.get(urutan=1)

    services.hapus_baris(
        matrik.kegiatan_id,
        versi=1,
        baris_pk=dihapus.pk,
        oleh=PenggunaFactory(nama="Ani"),
    )

    assert [b.urutan for b in matrik.baris.all()] == [1, 2]
    (jejak,) = perubahan_sejak(matrik.kegiatan, dihapus.pk, 1)
    assert kalimat_perubahan(jejak).startswith("Ani menghapus baris 1 pukul")


@pytest.mark.parametrize("keadaan", ["diajukan", "disetujui", "dikembalikan"])
def test_hapus_baris_is_refused_for_what_the_chair_has_seen(keadaan):
    rekomendasi = RekomendasiFactory(**{keadaan: True})
    baris = rekomendasi.baris

    with pytest.raises(AturanDilanggar):
        services.hapus_baris(
            baris.matrik.kegiatan_id, versi=1, baris_pk=baris.pk, oleh=PenggunaFactory()
        )

    assert BarisMatrik.objects.filter(pk=baris.pk).exists()


def test_hapus_baris_of_an_older_version_is_refused():
    matrik = MatrikFactory(baris=1)
    baris = matrik.baris.get()
    simpan(matrik.kegiatan, 1, baris, sel(baris, solusi="Baru"), [seperti(baris.rekomendasi.get())])

    with pytest.raises(services.BarisBerubah):
        services.hapus_baris(matrik.kegiatan_id, versi=1, baris_pk=baris.pk, oleh=PenggunaFactory())

    assert matrik.baris.count() == 1


def test_simpan_baris_is_undone_when_the_trail_fails(monkeypatch):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        simpan(kegiatan, 0)

    assert not Matrik.objects.exists()


@pytest.mark.parametrize(("nomor", "ke"), [(1, 0), (2, 3)])
def test_a_row_moved_past_the_edge_at_which_it_stands_changes_nothing(nomor, ke):
    matrik = MatrikFactory(baris=2)
    baris = matrik.baris.get(urutan=nomor)

    pindahkan(
        matrik.kegiatan_id,
        baris_pk=baris.pk,
        ke=ke,
        versi=matrik.versi_urutan,
        oleh=PenggunaFactory(),
    )

    versi = matrik.versi_urutan
    matrik.refresh_from_db()
    assert matrik.versi_urutan == versi
    assert aksi_tercatat() == []
