from uuid import uuid4

import pytest

from inti.enums import SifatPemangku
from inti.models import KlasifikasiSurat, NomorSurat, Notifikasi, PemangkuJabatan
from inti.putusan import AturanDilanggar
from pengawasan.enums import Kedudukan, StatusKegiatan
from pengawasan.models import AnggotaTim, SuratTugas
from pengawasan.queries.tim import anggota_tetap, tim_kegiatan, usulan_tidak_tetap
from pengawasan.services import surat_tugas as services
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory, anggota_pd
from tests.factories.pengawasan import KegiatanFactory, hari, isi_kursi_tetap, siapkan_surat
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def ketua():
    return siapkan_surat()


def terbitkan(*kegiatan, anggota=None, tanggal=None, **kolom):
    tanggal = tanggal or hari()
    return services.terbitkan(
        kegiatan=[k.pk for k in kegiatan],
        tanggal=tanggal,
        anggota=anggota_tetap(tanggal) if anggota is None else anggota,
        **{"oleh": PenggunaFactory()} | kolom,
    )


def test_terbitkan_assigns_every_kegiatan_with_one_number(ketua):
    isi_kursi_tetap()
    kegiatan = [KegiatanFactory(), KegiatanFactory(evaluasi=True)]

    surat = terbitkan(*kegiatan)

    for satu in kegiatan:
        satu.refresh_from_db()
        assert satu.status == StatusKegiatan.DITUGASKAN
    assert set(surat.kegiatan.all()) == set(kegiatan)
    assert NomorSurat.objects.count() == 1
    assert aksi_tercatat() == ["kegiatan.tugaskan"] * 2 + ["surat_tugas.terbitkan"]


def test_terbitkan_copies_the_seats_as_they_are_on_its_date(ketua):
    kursi = isi_kursi_tetap()
    PemangkuJabatan.objects.filter(pengguna=ketua).update(sifat=SifatPemangku.PLH)

    surat = terbitkan(KegiatanFactory())

    assert surat.penanda_tangan == "Dr. Ketua"
    assert surat.jabatan_penanda_tangan == "Plh. Sekretaris Daerah"
    assert [a.kedudukan for a in surat.anggota.all()] == [
        Kedudukan.KETUA,
        Kedudukan.SEKRETARIS,
        *[Kedudukan.ANGGOTA_TETAP] * 3,
    ]
    assert {a.kode_jabatan: a.pengguna for a in surat.anggota.all()} == kursi


def test_terbitkan_tells_the_team_and_the_people_of_the_units(ketua):
    kursi, kegiatan = isi_kursi_tetap(), KegiatanFactory()
    unit = kegiatan.naskah.perangkat_daerah.first()
    dari_pd, orang_lain = anggota_pd(unit), PenggunaFactory(pd=True)

    terbitkan(kegiatan, anggota=[*anggota_tetap(hari()), *usulan_tidak_tetap([kegiatan], hari())])

    penerima = {n.kepada for n in Notifikasi.objects.select_related("kepada")}
    assert penerima == {*kursi.values(), dari_pd}
    assert orang_lain not in penerima


def test_message_of_a_letter_names_no_naskah(ketua):
    isi_kursi_tetap()
    naskah = NaskahFactory(judul="RAHASIA")

    terbitkan(KegiatanFactory(naskah=naskah))

    assert not Notifikasi.objects.filter(isi__contains="RAHASIA").exists()


def test_an_empty_seat_must_be_explained(ketua):
    isi_kursi_tetap("kasubag-bantuan-hukum")
    kegiatan = KegiatanFactory()
    with pytest.raises(AturanDilanggar, match="Bantuan Hukum"):
        terbitkan(kegiatan)

    surat = terbitkan(kegiatan, penjelasan_kursi_kosong="Belum ada pejabatnya.")

    assert surat.penjelasan_kursi_kosong == "Belum ada pejabatnya."


def test_a_fixed_seat_is_for_its_holder_alone(ketua):
    isi_kursi_tetap()
    anggota = anggota_tetap(hari())
    anggota[0] = anggota[0] | {"pengguna": PenggunaFactory(), "nama": "Bukan Kabag"}

    with pytest.raises(AturanDilanggar, match="Bukan Kabag bukan"):
        terbitkan(KegiatanFactory(), anggota=anggota)


def test_one_person_in_two_seats_is_named_in_both(ketua):
    kursi = isi_kursi_tetap("kasubag-tata-kelola")
    isi_kursi_tetap(*[k for k in kursi if k != "kasubag-tata-kelola"])
    orang = kursi["kasubag-pengembangan"]
    PemangkuJabatan.objects.filter(jabatan__kode="kasubag-tata-kelola").update(
        pengguna=orang, sifat=SifatPemangku.PLT
    )

    surat = terbitkan(KegiatanFactory())

    assert surat.anggota.filter(pengguna=orang).count() == 2


def test_terbitkan_needs_a_chair():
    isi_kursi_tetap()

    with pytest.raises(AturanDilanggar, match="Ketua TKKSD"):
        terbitkan(KegiatanFactory())


def test_terbitkan_needs_a_code_for_its_number(ketua):
    isi_kursi_tetap()
    KlasifikasiSurat.objects.all().delete()

    with pytest.raises(AturanDilanggar, match="kode klasifikasi"):
        terbitkan(KegiatanFactory())


@pytest.mark.parametrize(
    "keadaan", ["ditugaskan", "dilaksanakan", "dilaporkan", "diputuskan", "dibatalkan"]
)
def test_terbitkan_refuses_what_does_not_wait_and_assigns_nothing(ketua, keadaan):
    isi_kursi_tetap()
    siap, lain = KegiatanFactory(), KegiatanFactory(**{keadaan: True})

    with pytest.raises(AturanDilanggar, match="tidak dapat ditugaskan"):
        terbitkan(siap, lain)

    siap.refresh_from_db()
    assert siap.status == StatusKegiatan.DIRENCANAKAN
    assert not SuratTugas.objects.exists()
    assert not NomorSurat.objects.exists()
    assert aksi_tercatat() == []


@pytest.mark.parametrize(
    ("tanggal", "kata"), [(1, "masa depan"), (-3000, "sebelum naskah ditandatangani")]
)
def test_terbitkan_refuses_a_date_that_cannot_be(ketua, tanggal, kata):
    isi_kursi_tetap()

    with pytest.raises(AturanDilanggar, match=kata):
        terbitkan(KegiatanFactory(), tanggal=hari(tanggal), anggota=anggota_tetap(hari()))


def test_terbitkan_is_undone_when_the_messages_fail(ketua, monkeypatch):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        terbitkan(kegiatan)

    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DIRENCANAKAN
    assert not AnggotaTim.objects.exists()
    assert not NomorSurat.objects.exists()


def test_a_letter_sent_twice_is_one_letter(ketua):
    isi_kursi_tetap()
    kegiatan, oleh, kunci = KegiatanFactory(), PenggunaFactory(), uuid4()
    terbitkan(kegiatan, oleh=oleh, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        terbitkan(kegiatan, oleh=oleh, kunci=kunci)

    assert SuratTugas.objects.count() == 1


def test_kursi_pada_prefers_whoever_acts(ketua):
    kursi = isi_kursi_tetap()
    PemangkuJabatanFactory(
        jabatan=PemangkuJabatan.objects.get(pengguna=kursi["kabag-kerja-sama"]).jabatan,
        pengguna=PenggunaFactory(nama="Yang Bertugas"),
        sifat=SifatPemangku.PLT,
        mulai=hari(-2),
        selesai=hari(2),
    )

    assert anggota_tetap(hari())[0]["nama"] == "Yang Bertugas"
    assert anggota_tetap(hari())[0]["jabatan"] == "Plt. Kepala Bagian Kerja Sama"
    assert anggota_tetap(hari(-3))[0]["pengguna"] == kursi["kabag-kerja-sama"]


def test_tim_kegiatan_reads_all_letters_in_one_query(ketua, count_queries):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    surat = terbitkan(kegiatan)

    with count_queries(1):
        tim = tim_kegiatan(kegiatan)
        assert [str(t.surat) for t in tim] == [str(surat)]

    assert len(tim[0].anggota) == 5
