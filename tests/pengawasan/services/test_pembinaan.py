"""The log of pembinaan: what was done stays, who came is counted, nobody overwrites anybody."""

import pytest
from django.db import IntegrityError, transaction

from inti.models import Berkas, JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.models import Pembinaan, PembinaanPerangkatDaerah, PesertaPembinaan
from pengawasan.services import pembinaan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    MitraFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pembinaan import (
    BerkasPembinaanFactory,
    PembinaanFactory,
    PesertaPembinaanFactory,
    isi_pembinaan,
    orang,
    terunggah,
)
from tests.factories.pengawasan import hari

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def unit():
    return PerangkatDaerahFactory(nama="Dinas Satu")


def catat(staf, unit, *, banyak=None, peserta=(), berkas=(), **isi):
    return services.catat(
        isi_pembinaan(**isi), unit={unit.pk: banyak}, peserta=peserta, berkas=berkas, oleh=staf
    )


def ubah(satu, staf, *, versi=1, unit=None, peserta=(), berkas=(), **isi):
    kini = {n: getattr(satu, n) for n in isi_pembinaan()}
    ikut = dict(satu.keikutsertaan.values_list("perangkat_daerah", "jumlah_peserta"))
    return services.ubah(
        satu.pk,
        kini | isi,
        unit=ikut if unit is None else unit,
        peserta=peserta,
        versi=versi,
        berkas=berkas,
        oleh=staf,
    )


def test_entry_keeps_units_people_files_and_one_line(staf, unit):
    tamu = orang("Ani", instansi="Universitas Contoh")

    satu = catat(staf, unit, peserta=[orang(unit=unit), tamu], berkas=[terunggah()])

    assert [(k.perangkat_daerah, k.jumlah_peserta) for k in satu.keikutsertaan.all()] == [(unit, 1)]
    assert [(p.nama, p.unit) for p in satu.peserta.all()] == [
        ("Budi", "Dinas Satu"),
        ("Ani", "Universitas Contoh"),
    ]
    assert (satu.jumlah_peserta, satu.berkas.get().berkas.nama) == (2, "berkas.pdf")
    assert [j.aksi for j in JejakAudit.objects.tentang(satu)] == ["pembinaan.catat"]


def test_unit_of_which_somebody_is_named_took_part(staf, unit):
    lain = PerangkatDaerahFactory()

    satu = catat(staf, unit, banyak=4, peserta=[orang(unit=lain)])

    ikut = dict(satu.keikutsertaan.values_list("perangkat_daerah", "jumlah_peserta"))
    assert (ikut, satu.jumlah_peserta) == ({unit.pk: 4, lain.pk: 1}, 5)


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ({"tanggal_mulai": hari(1), "tanggal_selesai": hari(1)}, "masa depan"),
        ({"tanggal_selesai": hari(-3)}, "sebelum tanggal mulai"),
        ({"jumlah_peserta": 1}, "paling sedikit 2"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(staf, unit, isi, alasan):
    with pytest.raises(AturanDilanggar, match=alasan):
        catat(staf, unit, banyak=2, berkas=[terunggah()], **isi)

    assert not Pembinaan.objects.exists()
    assert not JejakAudit.objects.exists()


def test_pembinaan_without_a_unit_is_refused(staf):
    with pytest.raises(AturanDilanggar, match="sekurangnya satu perangkat daerah"):
        services.catat(isi_pembinaan(), unit={}, peserta=[orang()], oleh=staf)


def test_guidelines_may_be_handed_over_to_nobody_in_person(staf, unit):
    assert catat(staf, unit, banyak=0, jenis="pedoman").jumlah_peserta == 0


def test_correction_keeps_what_was_in_the_trail(staf, unit):
    satu = catat(staf, unit, peserta=[orang(unit=unit)])

    ubah(
        satu,
        staf,
        unit={unit.pk: None},
        peserta=[orang(unit=unit), orang("Citra", unit)],
        materi="Pelaporan dan evaluasi",
        jumlah_peserta=None,
    )

    satu.refresh_from_db()
    nilai = JejakAudit.objects.tentang(satu).first().perubahan["nilai"]
    assert (satu.versi, satu.jumlah_peserta, satu.peserta.count()) == (2, 2, 2)
    assert nilai["materi"] == ["Pelaporan", "Pelaporan dan evaluasi"]
    assert nilai["perangkat_daerah"] == [["Dinas Satu: 1"], ["Dinas Satu: 2"]]
    assert nilai["peserta"][1] == ["Budi; Staf; Dinas Satu", "Citra; Staf; Dinas Satu"]


def test_second_correction_of_what_was_read_before_is_refused_and_changes_no_row(staf):
    satu = PembinaanFactory()
    ubah(satu, staf, materi="Pertama", peserta=[orang()], jumlah_peserta=None)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        ubah(satu, staf, materi="Kedua", peserta=[])

    satu.refresh_from_db()
    assert (satu.materi, satu.peserta.count()) == ("Pertama", 1)


def test_correction_that_changes_nothing_leaves_no_line(staf):
    satu = PembinaanFactory()

    ubah(satu, staf)

    assert not JejakAudit.objects.tentang(satu).exists()


def test_cancelled_entry_stays_and_counts_nowhere(staf):
    satu = PembinaanFactory()

    services.batalkan(satu.pk, alasan="Tercatat dua kali", oleh=staf)

    satu.refresh_from_db()
    assert (satu.alasan_batal, satu.dibatalkan_oleh) == ("Tercatat dua kali", staf)
    assert not Pembinaan.objects.terlaksana().exists()
    assert aksi_tercatat() == ["pembinaan.batalkan"]


@pytest.mark.parametrize(
    "sesudah",
    [
        lambda satu, staf: services.batalkan(satu.pk, alasan="Lagi", oleh=staf),
        lambda satu, staf: ubah(satu, staf, versi=satu.versi, materi="Lain"),
        lambda satu, staf: services.tambah_berkas(satu.pk, [terunggah()], oleh=staf),
        lambda satu, staf: services.hapus_berkas(satu.pk, 1, alasan="Salah", oleh=staf),
    ],
    ids=["batal", "ubah", "tambah berkas", "hapus berkas"],
)
def test_cancelled_entry_takes_no_change(staf, sesudah):
    satu = PembinaanFactory(dibatalkan=True)

    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        sesudah(satu, staf)

    assert not JejakAudit.objects.exists()


def test_file_comes_later_and_is_taken_out_with_its_hash_in_the_trail(staf):
    satu = PembinaanFactory()
    services.tambah_berkas(satu.pk, [terunggah("a.pdf"), terunggah("b.pdf")], oleh=staf)
    milik = satu.berkas.first()

    services.hapus_berkas(satu.pk, milik.pk, alasan="Salah unggah", oleh=staf)

    jejak = JejakAudit.objects.tentang(satu).first()
    assert [b.berkas.nama for b in satu.berkas.all()] == ["b.pdf"]
    assert (jejak.aksi, jejak.perubahan["sha256"]) == (
        "pembinaan.hapus_berkas",
        milik.berkas.sha256,
    )
    assert Berkas.objects.filter(pk=milik.berkas_id).exists()


def test_file_of_another_entry_is_not_taken_out(staf):
    satu, lain = PembinaanFactory(), BerkasPembinaanFactory()

    with pytest.raises(AturanDilanggar, match="sudah dikeluarkan"):
        services.hapus_berkas(satu.pk, lain.pk, alasan="Salah", oleh=staf)


def test_same_bytes_are_kept_once(staf):
    satu = PembinaanFactory()
    services.tambah_berkas(satu.pk, [terunggah("a.pdf")], oleh=staf)

    with pytest.raises(AturanDilanggar, match=r"a\.pdf sudah tersimpan"):
        services.tambah_berkas(satu.pk, [terunggah("a.pdf")], oleh=staf)


def test_too_many_files_are_refused(staf):
    satu = PembinaanFactory()

    with pytest.raises(AturanDilanggar, match="Paling banyak 30 berkas"):
        services.tambah_berkas(satu.pk, [terunggah(f"{n}.pdf") for n in range(31)], oleh=staf)


# --- Who sees what -------------------------------------------------------------------------


def test_unit_sees_what_it_took_part_in_and_its_own_people_only(unit):
    lain = PerangkatDaerahFactory()
    bersama = PembinaanFactory(unit=[unit, lain])
    PembinaanFactory(unit=[lain])
    sendiri = PesertaPembinaanFactory(pembinaan=bersama, perangkat_daerah=unit)
    PesertaPembinaanFactory(pembinaan=bersama, perangkat_daerah=lain)
    PesertaPembinaanFactory(pembinaan=bersama, perangkat_daerah=None, instansi="Universitas")
    pd = anggota_pd(unit)

    assert list(Pembinaan.objects.terlihat_oleh(pd)) == [bersama]
    assert list(PesertaPembinaan.objects.terlihat_oleh(pd)) == [sendiri]


def test_person_of_two_units_sees_a_joint_entry_once(unit):
    lain = PerangkatDaerahFactory()
    PembinaanFactory(unit=[unit, lain])
    pd = anggota_pd(unit)
    pd.keanggotaan.create(perangkat_daerah=lain, mulai=hari(-9))

    assert Pembinaan.objects.terlihat_oleh(pd).count() == 1


@pytest.mark.parametrize("peran", ["staf", "tim", "ketua", "walikota", "admin"])
def test_those_who_supervise_and_the_administrator_see_all(peran):
    PesertaPembinaanFactory()
    siapa = PenggunaFactory(**{peran: True})

    assert Pembinaan.objects.terlihat_oleh(siapa).exists()
    assert PesertaPembinaan.objects.terlihat_oleh(siapa).exists()


def test_mitra_sees_nothing():
    PesertaPembinaanFactory()
    siapa = anggota_mitra(MitraFactory())

    assert not Pembinaan.objects.terlihat_oleh(siapa).exists()
    assert not PesertaPembinaan.objects.terlihat_oleh(siapa).exists()


@pytest.mark.parametrize(
    "salah",
    [
        lambda: PembinaanFactory(jenis="ceramah"),
        lambda: PembinaanFactory(materi=""),
        lambda: PembinaanFactory(tanggal_selesai=hari(-9)),
        lambda: PembinaanFactory(jumlah_peserta=0),
        lambda: PembinaanFactory(alasan_batal="Salah"),
        lambda: PembinaanFactory(dibatalkan=True, alasan_batal=""),
        lambda: PembinaanFactory(dibatalkan=True, dibatalkan_oleh=None),
        lambda: PesertaPembinaanFactory(nama=""),
        lambda: PesertaPembinaanFactory(instansi="Universitas"),
        lambda: PesertaPembinaanFactory(perangkat_daerah=None),
        lambda: PembinaanFactory(unit=[PerangkatDaerahFactory()] * 2),
    ],
)
def test_database_refuses(salah):
    with pytest.raises(IntegrityError), transaction.atomic():
        salah()

    assert not PembinaanPerangkatDaerah.objects.filter(pembinaan__jumlah_peserta=0).exists()
