import pytest

from pengawasan.domain.dokumentasi import Hasil, periksa, syarat
from pengawasan.enums import JenisKegiatan, Metode

P, E = JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI
LENGKAP = {
    "hadirin": 3,
    "notulensi": True,
    "baris_matrik": 2,
    "ba_tinjau": True,
    "hasil_wawancara": "Diwawancarai.",
}


def evaluasi(**kolom):
    return Hasil(jenis=E, metode=Metode.FGD, **LENGKAP | kolom)


@pytest.mark.parametrize(
    "hasil",
    [
        evaluasi(),
        evaluasi(ba_tinjau=False, alasan_tanpa_tinjau="Sudah ditinjau"),
        Hasil(jenis=P, metode=Metode.DOKUMEN, analisa=True),
        Hasil(jenis=P, metode=Metode.TINJAU_LOKASI, ba_tinjau=True),
    ],
)
def test_complete_documentation_lacks_nothing(hasil):
    assert periksa(hasil)
    assert all(s.terpenuhi for s in syarat(hasil))


@pytest.mark.parametrize(
    ("hasil", "kurang"),
    [
        (evaluasi(hadirin=0), "daftar hadir belum diisi"),
        (evaluasi(notulensi=False), "notulensi belum ditulis"),
        (evaluasi(baris_matrik=0), "matrik hasil evaluasi belum diisi"),
        (evaluasi(baris_kurang=[2]), "matrik hasil evaluasi masih berkolom kosong pada baris 2"),
        (evaluasi(baris_kurang=[2, 5]), "baris 2 dan 5"),
        (evaluasi(baris_kurang=range(1, 13)), "8, 9, 10 dan 2 baris lain"),
        (evaluasi(ba_tinjau=False, alasan_tanpa_tinjau=" "), "unsur (b) tinjau lokasi"),
        (evaluasi(hasil_wawancara="\n"), "unsur (c) wawancara dan dokumentasi"),
        (Hasil(jenis=P, metode=Metode.DOKUMEN, ba_tinjau=True), "analisa laporan mitra"),
        (Hasil(jenis=P, metode=Metode.TINJAU_LOKASI, analisa=True), "berita acara tinjau lokasi"),
    ],
)
def test_what_is_missing_is_named(hasil, kurang):
    assert kurang in periksa(hasil).alasan
    assert [s.nama for s in syarat(hasil) if not s.terpenuhi] != []


def test_every_missing_thing_is_named_at_once():
    alasan = periksa(Hasil(jenis=E, metode=Metode.FGD)).alasan

    assert alasan.count(";") == 4
