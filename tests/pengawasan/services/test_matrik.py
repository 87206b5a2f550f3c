import pytest

from inti.putusan import AturanDilanggar
from pengawasan.enums import JenisRekomendasi, StatusRekomendasi
from pengawasan.models import BarisMatrik, Matrik, Rekomendasi
from pengawasan.queries.matrik import perubahan_sejak
from pengawasan.services import matrik as services
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


def simpan(kegiatan, versi, baris=None, data=None, rekomendasi=(D,), oleh=None):
    return services.simpan_baris(
        kegiatan.pk,
        versi=versi,
        baris_pk=baris.pk if baris else None,
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
    assert (matrik.versi, matrik.disusun_oleh, baris.urutan) == (1, oleh, 1)
    assert [r.jenis for r in baris.rekomendasi.all()] == ["d", "g"]
    assert aksi_tercatat() == ["matrik.simpan"]


def test_rows_are_numbered_and_the_version_rises():
    matrik = MatrikFactory(baris=2)

    baris = simpan(matrik.kegiatan, 1)

    matrik.refresh_from_db()
    assert (baris.urutan, matrik.versi) == (3, 2)


def test_two_editors_of_one_version_collide_and_the_second_is_told_what_changed():
    matrik = MatrikFactory(baris=1)
    baris, kegiatan = matrik.baris.get(), matrik.kegiatan
    rekomendasi = [seperti(baris.rekomendasi.get())]
    data = sel(baris, solusi="Solusi Ani")
    simpan(kegiatan, 1, baris, data, rekomendasi, oleh=PenggunaFactory(nama="Ani"))

    with pytest.raises(services.MatrikBerubah) as ditolak:
        simpan(kegiatan, 1, baris, sel(baris, solusi="Solusi Budi"), rekomendasi)

    baris.refresh_from_db()
    assert baris.solusi == "Solusi Ani"
    assert ditolak.value.versi == 2
    assert perubahan_sejak(kegiatan, 1) == ["Ani menyimpan baris 1 (solusi)."]


def test_a_new_row_sent_twice_is_one_row():
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    simpan(kegiatan, 0)

    with pytest.raises(services.MatrikBerubah):
        simpan(kegiatan, 0)

    assert BarisMatrik.objects.count() == 1


@pytest.mark.parametrize("keadaan", ["", "dilaporkan", "diputuskan", "dibatalkan"])
def test_matrik_is_closed_outside_of_the_work(keadaan):
    kegiatan = KegiatanFactory(evaluasi=True, **({keadaan: True} if keadaan else {}))

    with pytest.raises(AturanDilanggar):
        simpan(kegiatan, 0)

    assert not Matrik.objects.exists()


def test_matrik_is_for_evaluasi_only():
    with pytest.raises(AturanDilanggar, match="hanya disusun untuk evaluasi"):
        simpan(KegiatanFactory(ditugaskan=True), 0)


def test_a_row_needs_a_recommendation():
    with pytest.raises(AturanDilanggar, match="sedikitnya satu rekomendasi"):
        simpan(KegiatanFactory(evaluasi=True, ditugaskan=True), 0, rekomendasi=[])


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

    matrik.refresh_from_db()
    assert matrik.versi == 1
    assert aksi_tercatat() == []


def test_hapus_baris_closes_the_ranks():
    matrik = MatrikFactory(baris=3)

    services.hapus_baris(
        matrik.kegiatan_id,
        versi=1,
        baris_pk=matrik.baris.get(urutan=1).pk,
        oleh=PenggunaFactory(nama="Ani"),
    )

    assert [b.urutan for b in matrik.baris.all()] == [1, 2]
    assert perubahan_sejak(matrik.kegiatan, 1) == ["Ani menghapus baris 1."]


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
    simpan(matrik.kegiatan, 1)

    with pytest.raises(services.MatrikBerubah):
        services.hapus_baris(
            matrik.kegiatan_id,
            versi=1,
            baris_pk=matrik.baris.get(urutan=1).pk,
            oleh=PenggunaFactory(),
        )

    assert matrik.baris.count() == 2


def test_simpan_baris_is_undone_when_the_trail_fails(monkeypatch):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        simpan(kegiatan, 0)

    assert not Matrik.objects.exists()
