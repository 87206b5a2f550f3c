"""What one pass counts is what counting each figure by itself counts."""

from datetime import date, timedelta

import pytest
from django.db.models import Count, F, Q

from kerjasama.models import PerangkatDaerah
from pelaporan.models import KewajibanLaporan
from pelaporan.queries import beranda
from pelaporan.queries.dasbor import semester, susun
from pelaporan.queries.peringkat import mitra_terbanyak, unit_terbanyak
from pelaporan.queries.tugas import Sumber
from pelaporan.queries.tugas_staf import staf
from pengawasan.enums import JenisTindakLanjut, Ketepatan, StatusTindakLanjut
from pengawasan.models import Jadwal, TindakLanjut
from pengawasan.queries.jadwal import direncanakan
from pengawasan.queries.ketepatan import berketepatan
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, RekomendasiFactory, hari
from tests.support import register_acak

pytestmark = pytest.mark.django_db
BENIH = (1, 2, 3)


def angka(bagian):
    return [[a.jumlah for a in lajur.angka] for lajur in bagian.lajur]


def satu_per_satu(pengguna):
    """Each figure of the dashboard as a count of its own."""
    hari_ini, jadwal = hari(), Jadwal.objects.terlihat_oleh(pengguna)
    masa = [semester(hari_ini, mundur)[1:] for mundur in reversed(range(6))]
    umur = [(hari(-30), hari(-1)), (hari(-90), hari(-31)), (hari(-180), hari(-91))]
    umur.append((date(1950, 1, 1), hari(-181)))
    laporan = KewajibanLaporan.objects.terlihat_oleh(pengguna)
    tepat = laporan.terbuka().filter(batas__gte=hari_ini)
    return {
        "ketepatan": [
            [berketepatan(jadwal.jatuh_antara(*satu), k).count() for k in Ketepatan]
            for satu in masa
        ],
        "umur": [[jadwal.terbuka().jatuh_antara(*satu).count()] for satu in umur],
        "laporan": [
            [laporan.terlambat_pada(hari_ini).count()],
            [tepat.filter(jatuh_tempo__lte=hari_ini).count()],
            [tepat.filter(jatuh_tempo__gt=hari_ini).count()],
        ],
    }


@pytest.mark.parametrize("benih", BENIH)
@pytest.mark.parametrize("peran", ["staf", "pd"])
def test_every_figure_is_what_counting_it_alone_gives(peran, benih):
    register_acak.isi(benih)
    unit = PerangkatDaerah.objects.order_by("pk")[0]
    orang = anggota_pd(unit) if peran == "pd" else PenggunaFactory(staf=True)
    harap = satu_per_satu(orang)

    bagian = {b.kunci: angka(b) for b in susun(orang, hari())}

    assert {kunci: bagian[kunci] for kunci in harap} == harap
    assert all(sum(map(sum, semua)) for semua in harap.values())


@pytest.mark.parametrize("benih", BENIH)
def test_months_ahead_are_counted_from_today(benih):
    register_acak.isi(benih)
    terbuka = Jadwal.objects.terbuka()

    [beban] = [b for b in susun(PenggunaFactory(staf=True), hari()) if b.kunci == "beban"]

    bulan_depan = (hari().replace(day=1) + timedelta(days=32)).replace(day=1)
    bulan_ini = terbuka.jatuh_antara(hari(), bulan_depan - timedelta(days=1))
    assert angka(beban)[0] == [bulan_ini.count()]
    [akhir] = [a.tautan.partition("sampai=")[2] for a in beban.lajur[-1].angka]
    semua = terbuka.jatuh_antara(hari(), date.fromisoformat(akhir))
    assert sum(n for [n] in angka(beban)) == semua.count() > 0


def test_followups_are_counted_by_kind_and_state():
    for _ in range(3):
        rekomendasi = RekomendasiFactory(disetujui=True)
        tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    lapor = {"dilaporkan_oleh": PenggunaFactory(), "dilaporkan_pada": "2026-01-01T00:00Z"}
    satu, dua, _ = TindakLanjut.objects.order_by("pk").values_list("pk", flat=True)
    TindakLanjut.objects.filter(pk=satu).update(jenis="pembaruan", status="dilaporkan", **lapor)
    TindakLanjut.objects.filter(pk=dua).update(jenis="pembaruan")

    [bagian] = [b for b in susun(PenggunaFactory(staf=True), hari()) if b.kunci == "rekomendasi"]

    assert angka(bagian) == [
        [TindakLanjut.objects.filter(jenis=j, status=s).count() for s in StatusTindakLanjut]
        for j in JenisTindakLanjut
    ]


# --- Rankings -----------------------------------------------------------------------------


def menurut_django(baris, jalan, paling):
    """The ranking with every row beside the name of its own."""
    kelompok = baris.filter(**{f"{jalan}__isnull": False}).order_by().values(kunci=F(jalan))
    urut = kelompok.annotate(nama=F(f"{jalan}__nama"), n=Count("pk")).order_by("-n", "nama")
    return list(urut.values_list("kunci", "nama", "n")[:paling])


def tanpa_urutan_kembar(semua):
    """Of one number and one name either may come first."""
    return sorted((-n, nama, kunci) for kunci, nama, n in semua)


@pytest.mark.parametrize("benih", BENIH)
def test_ranking_by_key_is_the_ranking_by_row(benih):
    register_acak.isi(benih)
    jadwal = Jadwal.objects.terlambat_pada(hari())
    laporan = KewajibanLaporan.objects.terlambat_pada(hari())

    unit, mitra = unit_terbanyak(jadwal, 100), mitra_terbanyak(laporan, 100)

    harap = menurut_django(jadwal, "naskah__perangkat_daerah", 100)
    assert tanpa_urutan_kembar(unit) == tanpa_urutan_kembar(harap)
    assert [(n, nama) for _, nama, n in unit] == [(n, nama) for _, nama, n in harap]
    harap = menurut_django(laporan, "mitra", 100)
    assert tanpa_urutan_kembar(mitra) == tanpa_urutan_kembar(harap)
    assert [(n, nama) for _, nama, n in mitra] == [(n, nama) for _, nama, n in harap]
    assert mitra_terbanyak(laporan, 2) == mitra[:2]


def test_of_one_number_the_name_decides():
    for ke, nama in enumerate(("PT Cahaya", "PT Bumi", "PT Air", "PT Daun")):
        unit = PerangkatDaerahFactory(nama=nama.replace("PT", "Dinas"))
        naskah = NaskahFactory(mitra=[MitraFactory(nama=nama)], perangkat_daerah=[unit])
        JadwalFactory(naskah=naskah, ke=ke + 1, jatuh_tempo=hari(-1))
        KewajibanLaporanFactory(naskah=naskah, terlambat=True)

    mitra = [nama for _, nama, _ in mitra_terbanyak(KewajibanLaporan.objects.all(), 3)]
    unit = [nama for _, nama, _ in unit_terbanyak(Jadwal.objects.all(), 3)]

    assert mitra == ["PT Air", "PT Bumi", "PT Cahaya"]
    assert unit == ["Dinas Air", "Dinas Bumi", "Dinas Cahaya"]


def test_nobody_is_ranked_where_nothing_is_late():
    NaskahFactory()

    assert unit_terbanyak(Jadwal.objects.all(), 10) == []
    assert mitra_terbanyak(KewajibanLaporan.objects.all(), 10) == []


# --- The first page -----------------------------------------------------------------------


@pytest.mark.parametrize("benih", BENIH)
def test_the_day_as_one_column_is_the_day_as_two(benih):
    register_acak.isi(benih)
    terbuka, nanti = Jadwal.objects.terbuka(), hari(30)
    ditunda, sah = Q(ditunda_sampai__lte=nanti), Q(ditunda_sampai=None, jatuh_tempo__lte=nanti)

    petak, sumber = staf(PenggunaFactory(staf=True), hari())

    baris = {p.label: set(p.baris) for p in petak}
    assert baris["Jadwal terlambat"] == set(terbuka.terlambat_pada(hari())) != set()
    assert baris["Jadwal dalam 30 hari"] == set(terbuka.jatuh_antara(hari(), nanti)) != set()
    perlu = sorted(terbuka.filter(ditunda | sah, ~direncanakan()), key=lambda j: (j.tenggat, j.pk))
    assert list(sumber[0].baris) == perlu != []


def test_what_is_read_in_any_case_is_counted_no_further_than_shown():
    NaskahFactory.create_batch(9)
    semua = NaskahFactory._meta.model.objects.order_by("judul")
    satu, ringkas = Sumber(semua, str), Sumber(semua, str, ringkas=True)

    angka = beranda.hitung(beranda._terhitung([ringkas, *[satu] * 8, ringkas, satu]))

    assert angka == [9, *[beranda.BARIS_PER_SUMBER + 1] * 8, 9, 9]


def test_number_that_is_told_is_the_whole_number():
    """Of kinds that there is no time to read the number is said, and it is never cut."""
    NaskahFactory.create_batch(9)
    semua = NaskahFactory._meta.model.objects.order_by("judul")
    kosong, penuh = Sumber(semua.none(), str), Sumber(semua, str, daftar=("naskah", "/"))
    sumber = [penuh] * 4 + [kosong] * 3 + [penuh] * 6

    angka = beranda.hitung(beranda._terhitung(sumber))
    menunggu = beranda.diringkas(list(zip(sumber, angka, strict=True)))

    assert [n for s, n in menunggu if s.ringkas] == [9, 9]
