from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from inti.enums import SifatPemangku
from inti.models import KlasifikasiSurat, NomorSurat, Notifikasi, PemangkuJabatan
from inti.putusan import AturanDilanggar
from pengawasan.domain.tim import Pengecualian
from pengawasan.enums import Kedudukan, StatusKegiatan, StatusSuratTugas
from pengawasan.models import AnggotaTim, SuratTugas
from pengawasan.queries.penerima import pelaksana
from pengawasan.queries.tim import anggota_tetap, tim_kegiatan, usulan_tidak_tetap
from pengawasan.services import surat_tugas as services
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory, PenugasanNaskahFactory, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    SuratTugasFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)
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


def test_an_empty_seat_needs_an_exception_by_name(ketua):
    isi_kursi_tetap("kasubag-bantuan-hukum")
    kegiatan = KegiatanFactory()
    with pytest.raises(AturanDilanggar, match="Bantuan Hukum"):
        terbitkan(kegiatan)

    kosong = Pengecualian("kasubag-bantuan-hukum", "Belum ada pejabatnya", pengganti="Sri")
    oleh = PenggunaFactory()

    surat = terbitkan(kegiatan, pengecualian=[kosong], oleh=oleh)

    satu = surat.pengecualian.get()
    assert (satu.kedudukan, satu.ditulis_oleh) == (Kedudukan.ANGGOTA_TETAP, oleh)
    assert str(satu) == (
        "Anggota tetap (Kepala Sub Bagian Bantuan Hukum) kosong: Belum ada pejabatnya, "
        "tugasnya dijalankan Sri."
    )


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


def test_tim_kegiatan_reads_all_letters_in_two_queries(ketua, count_queries):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    surat = terbitkan(kegiatan)

    with count_queries(2):
        tim = tim_kegiatan(kegiatan)
        assert [str(t.surat) for t in tim] == [str(surat)]

    assert len(tim[0].anggota) == 5


# --- Who signs for the unit ---------------------------------------------------------------


def unit_bertanda_tangan(kegiatan, nama):
    kegiatan.naskah.keterlibatan.update(penanda_tangan=nama)


@pytest.mark.parametrize("tulisan", ["Yusuf Ardi", "Dr. YUSUF ARDI, M.Si."])
def test_member_who_signed_the_naskah_for_the_unit_is_refused(ketua, tulisan):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    unit_bertanda_tangan(kegiatan, tulisan)
    yusuf = {"kedudukan": "anggota_tidak_tetap", "nama": "Yusuf Ardi", "jabatan": "Kepala Dinas"}

    with pytest.raises(AturanDilanggar, match=r"Yusuf Ardi menandatangani untuk .* pada naskah"):
        terbitkan(kegiatan, anggota=[*anggota_tetap(hari()), yusuf])

    assert not SuratTugas.objects.exists()


def test_member_is_known_by_the_account_whatever_the_letter_calls_them(ketua):
    isi_kursi_tetap()
    kegiatan, orang = KegiatanFactory(), PenggunaFactory(nama="Yusuf Ardi", pd=True)
    unit_bertanda_tangan(kegiatan, "Yusuf Ardi")
    anggota = {
        "kedudukan": "anggota_tidak_tetap",
        "pengguna": orang,
        "nama": "Pak Yusuf",
        "jabatan": "Analis",
    }

    with pytest.raises(AturanDilanggar, match="pemisahan tugas"):
        terbitkan(kegiatan, anggota=[*anggota_tetap(hari()), anggota])


def test_people_of_the_unit_who_do_not_sign_are_welcome(ketua):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    unit_bertanda_tangan(kegiatan, "Kepala Dinas")
    anggota_pd(kegiatan.naskah.perangkat_daerah.get())
    anggota = [*anggota_tetap(hari()), *usulan_tidak_tetap([kegiatan], hari())]

    assert terbitkan(kegiatan, anggota=anggota).anggota.count() == 6


# --- Who is proposed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selisih", "diusulkan"), [(-16, False), (-15, True), (15, True), (16, False)]
)
def test_who_is_assigned_to_the_naskah_is_proposed_on_the_day_of_the_letter(selisih, diusulkan):
    kegiatan = KegiatanFactory()
    penugasan = PenugasanNaskahFactory(naskah=kegiatan.naskah)
    PenugasanNaskahFactory()

    usulan = usulan_tidak_tetap([kegiatan], hari(selisih))

    assert [u["pengguna"] for u in usulan] == ([penugasan.pengguna] if diusulkan else [])


def test_person_without_an_account_and_person_of_the_unit_are_proposed_once_each():
    kegiatan = KegiatanFactory()
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.get())
    PenugasanNaskahFactory(naskah=kegiatan.naskah, pengguna=orang, jabatan="Analis")
    PenugasanNaskahFactory(naskah=kegiatan.naskah, pengguna=None, nama="Budi")

    usulan = usulan_tidak_tetap([kegiatan], hari())

    assert [(u["pengguna"], u["nama"]) for u in usulan] == [(orang, orang.nama), (None, "Budi")]
    assert usulan[0]["jabatan"].startswith("Analis, ")


def test_who_was_assigned_for_a_time_that_is_over_is_told_nothing(ketua):
    isi_kursi_tetap()
    lama, kini = (PenggunaFactory(pd=True) for _ in range(2))
    surat = SuratTugasFactory(anggota=[lama, kini])
    kegiatan = surat.kegiatan.get()
    PenugasanNaskahFactory(naskah=kegiatan.naskah, pengguna=lama, selesai=hari(-1))
    PenugasanNaskahFactory(naskah=kegiatan.naskah, pengguna=kini)

    assert set(pelaksana([kegiatan])) == {kini}


# --- Revoking -----------------------------------------------------------------------------


def test_cabut_frees_the_kegiatan_and_keeps_the_number_as_cancelled(ketua):
    isi_kursi_tetap()
    kegiatan, staf = [KegiatanFactory(), KegiatanFactory()], PenggunaFactory()
    surat = terbitkan(*kegiatan)

    services.cabut(surat.pk, alasan="Salah naskah", oleh=staf)

    surat.refresh_from_db()
    assert (surat.status, surat.alasan_akhir, surat.diakhiri_oleh) == (
        StatusSuratTugas.DICABUT,
        "Salah naskah",
        staf,
    )
    assert surat.nomor.alasan_batal == "Dicabut: Salah naskah"
    for satu in kegiatan:
        satu.refresh_from_db()
        assert satu.status == StatusKegiatan.DIRENCANAKAN
    assert aksi_tercatat()[-4:] == [
        "nomor_surat.batalkan",
        "kegiatan.lepaskan",
        "kegiatan.lepaskan",
        "surat_tugas.cabut",
    ]


def test_cabut_tells_the_team_and_a_new_letter_may_follow(ketua):
    kursi, kegiatan = isi_kursi_tetap(), KegiatanFactory()
    surat = terbitkan(kegiatan)
    Notifikasi.objects.all().delete()

    services.cabut(surat.pk, alasan="Salah naskah", oleh=PenggunaFactory())

    assert {n.kepada for n in Notifikasi.objects.all()} == set(kursi.values())
    baru = terbitkan(kegiatan)
    assert kegiatan.surat_tugas.berlaku().get() == baru


def hasil_berita_acara(kegiatan):
    BeritaAcaraFactory(kegiatan=kegiatan)


def hasil_notulensi(kegiatan):
    NotulensiFactory(rapat__kegiatan=kegiatan)


def hasil_matrik(kegiatan):
    MatrikFactory(kegiatan=kegiatan, baris=1)


@pytest.mark.parametrize(
    ("beri", "kata"),
    [
        (hasil_berita_acara, "berita acara"),
        (hasil_notulensi, "notulensi"),
        (hasil_matrik, "matrik"),
        (lambda k: HadirinFactory(rapat__kegiatan=k), "daftar hadir"),
    ],
)
def test_cabut_is_refused_once_there_is_a_result(beri, kata):
    surat = SuratTugasFactory()
    beri(surat.kegiatan.get())

    with pytest.raises(AturanDilanggar, match=rf"sudah ada hasilnya: .*\({kata}\)"):
        services.cabut(surat.pk, alasan="Salah", oleh=PenggunaFactory())

    surat.refresh_from_db()
    assert surat.masih_berlaku
    assert aksi_tercatat() == []


def test_cabut_is_refused_once_carried_out():
    surat = SuratTugasFactory(kegiatan=[KegiatanFactory(dilaksanakan=True)])

    with pytest.raises(AturanDilanggar, match="dilaksanakan"):
        services.cabut(surat.pk, alasan="Salah", oleh=PenggunaFactory())


def test_cabut_is_undone_when_the_messages_fail(ketua, monkeypatch):
    isi_kursi_tetap()
    kegiatan = KegiatanFactory()
    surat = terbitkan(kegiatan)
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        services.cabut(surat.pk, alasan="Salah", oleh=PenggunaFactory())

    surat.refresh_from_db()
    kegiatan.refresh_from_db()
    assert surat.masih_berlaku
    assert kegiatan.status == StatusKegiatan.DITUGASKAN
    assert surat.nomor.dibatalkan_pada is None


# --- Replacing ----------------------------------------------------------------------------


def gantikan(surat, **kolom):
    return services.gantikan(
        surat.pk,
        **{
            "tanggal": hari(),
            "anggota": anggota_tetap(hari()),
            "alasan": "Mutasi",
            "oleh": PenggunaFactory(),
        }
        | kolom,
    )


def test_gantikan_names_the_old_letter_and_moves_what_is_not_reported(ketua):
    isi_kursi_tetap()
    jalan, terlaksana, dilaporkan = (
        KegiatanFactory(**{k: True}) for k in ("ditugaskan", "dilaksanakan", "dilaporkan")
    )
    lama = SuratTugasFactory(kegiatan=[jalan, terlaksana, dilaporkan])

    baru = gantikan(lama)

    lama.refresh_from_db()
    assert (lama.status, baru.menggantikan) == (StatusSuratTugas.DIGANTIKAN, lama)
    assert set(baru.kegiatan.all()) == {jalan, terlaksana}
    assert [k.surat_tugas.tidak_dicabut().first() for k in (jalan, dilaporkan)] == [baru, lama]
    terlaksana.refresh_from_db()
    assert terlaksana.status == StatusKegiatan.DILAKSANAKAN
    assert lama.nomor.dibatalkan_pada is None
    assert aksi_tercatat() == ["surat_tugas.gantikan", "surat_tugas.terbitkan"]


def test_gantikan_tells_who_leaves_and_who_comes(ketua):
    kursi, pergi = isi_kursi_tetap(), PenggunaFactory(staf=True)
    lama = SuratTugasFactory(anggota=[pergi])

    gantikan(lama)

    kepada = Notifikasi.objects.values_list("jejak__aksi", "kepada")
    assert set(kepada) == {
        ("surat_tugas.gantikan", pergi.pk),
        *(("surat_tugas.terbitkan", satu.pk) for satu in kursi.values()),
    }


def test_member_who_signs_a_berita_acara_for_the_unit_cannot_come_in_later(ketua):
    isi_kursi_tetap()
    lama = SuratTugasFactory()
    BeritaAcaraFactory(kegiatan=lama.kegiatan.get())
    anggota = {"kedudukan": "anggota_tidak_tetap", "nama": "Kepala Dinas", "jabatan": "Kepala"}

    with pytest.raises(AturanDilanggar, match="Kepala Dinas menandatangani untuk"):
        gantikan(lama, anggota=[*anggota_tetap(hari()), anggota])


@pytest.mark.parametrize(
    ("keadaan", "selisih", "kata"),
    [
        ("dilaporkan", 0, "sudah dilaporkan atau dibatalkan"),
        ("ditugaskan", -1, "sebelum surat yang digantikan"),
        ("ditugaskan", 1, "masa depan"),
    ],
)
def test_gantikan_that_cannot_be_is_refused(ketua, keadaan, selisih, kata):
    isi_kursi_tetap()
    lama = SuratTugasFactory(kegiatan=[KegiatanFactory(**{keadaan: True})])

    with pytest.raises(AturanDilanggar, match=kata):
        gantikan(lama, tanggal=hari(selisih))

    assert SuratTugas.objects.count() == 1


@pytest.mark.parametrize("dahulu", ["cabut", "gantikan"])
def test_a_letter_out_of_force_is_neither_revoked_nor_replaced(ketua, dahulu):
    isi_kursi_tetap()
    lama = SuratTugasFactory()
    if dahulu == "cabut":
        services.cabut(lama.pk, alasan="Salah", oleh=PenggunaFactory())
    else:
        gantikan(lama)

    for sesudah in (gantikan, lambda s: services.cabut(s.pk, alasan="x", oleh=PenggunaFactory())):
        with pytest.raises(AturanDilanggar, match="tidak dapat di"):
            sesudah(lama)


@pytest.mark.parametrize(
    "kolom",
    [
        {"status": "dicabut"},
        {"status": "digantikan", "alasan_akhir": "Mutasi"},
        {"status": "hilang"},
    ],
)
def test_database_refuses_an_end_without_who_when_and_why(kolom):
    surat = SuratTugasFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        SuratTugas.objects.filter(pk=surat.pk).update(**kolom)
