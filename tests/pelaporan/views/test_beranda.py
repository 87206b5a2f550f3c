"""The first page: what this role must do, late first; figures that equal their lists."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from inti.models import Pengguna
from kerjasama.models import Impor, Naskah
from kerjasama.services import naskah as naskah_services
from kerjasama.services import pembayaran
from pelaporan.queries.beranda import PENYUSUN, diringkas
from pelaporan.queries.tugas import Sumber
from pelaporan.services import laporan_mitra as services
from pengawasan.models import Jadwal, Kegiatan
from pengawasan.services import teguran, tindak_lanjut
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import (
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
    PenugasanNaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import RekomendasiFactory

pytestmark = pytest.mark.django_db
JARAK = timedelta(days=90)
BERANDA = reverse("beranda")
PERAN = ("staf", "tim", "pd", "mitra", "ketua", "walikota", "admin")


def buka(client, orang):
    client.force_login(orang)
    return client.get(BERANDA).context["beranda"]


def angka(beranda):
    return {p.label: p.jumlah for p in beranda.petak}


def jadwal(naskah, hari, ke=1):
    return Jadwal.objects.create(
        naskah=naskah,
        jenis="pemantauan",
        ke=ke,
        jatuh_tempo=timezone.localdate() + timedelta(days=hari),
    )


def kegiatan(naskah, status="direncanakan", **lain):
    sudah = status in {"dilaksanakan", "didokumentasikan", "dilaporkan", "diputuskan"}
    if status == "didokumentasikan":
        lain["didokumentasikan_oleh"] = PenggunaFactory()
        lain["didokumentasikan_pada"] = timezone.now()
    return Kegiatan.objects.create(
        naskah=naskah,
        jenis=lain.pop("jenis", "pemantauan"),
        metode=lain.pop("metode", "dokumen"),
        status=status,
        tanggal_rencana=timezone.localdate(),
        tanggal_pelaksanaan=timezone.localdate() if sudah else None,
        dibuat_oleh=PenggunaFactory(),
        **lain,
    )


@pytest.mark.parametrize("peran", PERAN)
def test_empty_page_says_what_will_come(client, peran):
    client.force_login(PenggunaFactory(**{peran: True}))

    page = client.get(BERANDA).content.decode()

    assert "Tidak ada pekerjaan yang menunggu Anda." in page
    assert "<li>" in page


def test_person_without_a_seat_is_told_whom_to_ask(client):
    client.force_login(PenggunaFactory())

    assert "Hubungi administrator" in client.get(BERANDA).content.decode()


def test_staf_sees_late_work_first(client):
    naskah = NaskahFactory()
    jadwal(naskah, 10)
    LaporanMitraFactory(disampaikan=True)
    terlambat = jadwal(naskah, -3, ke=2)
    jadwal(naskah, 45, ke=3)

    beranda = buka(client, PenggunaFactory(staf=True))

    assert [(t.tindakan, t.terlambat) for t in beranda.tugas] == [
        ("Rencanakan", True),
        ("Rencanakan", False),
        ("Tinjau", False),
    ]
    assert beranda.tugas[0].tautan.endswith(f"?jadwal={terlambat.pk}")


def test_a_glance_shows_the_gravest_and_the_rest_unfolds(client, monkeypatch):
    monkeypatch.setattr("pelaporan.queries.beranda.SEKALI_PANDANG", 1)
    naskah = NaskahFactory()
    jadwal(naskah, -3)
    jadwal(naskah, 10, ke=2)
    jadwal(naskah, 20, ke=3)
    staf = PenggunaFactory(staf=True)

    beranda = buka(client, staf)
    page = client.get(BERANDA).content.decode()

    assert [t.terlambat for t in beranda.utama] == [True]
    assert beranda.utama + beranda.selebihnya == beranda.tugas
    assert "Tampilkan 2 pekerjaan berikutnya" in page
    assert page.count('<li class="task') == 3


def test_jadwal_with_a_kegiatan_is_not_planned_again(client):
    naskah = NaskahFactory()
    kegiatan(naskah, jadwal=jadwal(naskah, -3))

    beranda = buka(client, PenggunaFactory(staf=True))

    assert [t.tindakan for t in beranda.tugas] == ["Buka kegiatan"]
    assert angka(beranda)["Jadwal terlambat"] == 1


def test_staf_figures(client):
    naskah = NaskahFactory()
    jadwal(naskah, -1), jadwal(naskah, 30, ke=2), jadwal(naskah, 31, ke=3)
    kegiatan(naskah)
    LaporanMitraFactory(disampaikan=True)
    KewajibanLaporanFactory(terlambat=True)
    Impor.objects.create(nama="daftar.csv", sha256="0" * 64)

    beranda = buka(client, PenggunaFactory(staf=True))

    assert angka(beranda) == {
        "Jadwal terlambat": 1,
        "Jadwal dalam 30 hari": 1,
        "Menunggu surat tugas": 1,
        "Berita acara menunggu verifikasi": 0,
        "Laporan mitra menunggu tinjauan": 1,
        "Laporan mitra terlambat": 1,
        "Tindak lanjut menunggu ditutup": 0,
        "Pembayaran menunggu konfirmasi": 0,
        "Setoran terlambat": 0,
        "Waktunya mengajukan perpanjangan": 0,
        "Lampiran berakhir dalam 1 bulan": 0,
        "Lampiran kedaluwarsa": 0,
        "Perpanjangan batas menunggu putusan": 0,
    }


def test_tim_is_told_to_fill_in_the_matrix_before_the_report(client):
    naskah = NaskahFactory()
    kegiatan(naskah, "dilaksanakan", jenis="evaluasi")
    kegiatan(naskah, "dilaksanakan")
    kegiatan(naskah, "didokumentasikan")
    kegiatan(naskah, "ditugaskan")

    beranda = buka(client, PenggunaFactory(tim=True))

    assert [t.tindakan for t in beranda.tugas] == [
        "Isi matrik",
        "Lengkapi dokumentasi",
        "Susun laporan",
        "Buka kegiatan",
    ]
    assert angka(beranda) == {
        "Kegiatan ditugaskan": 1,
        "Dokumentasi belum lengkap": 2,
        "Kegiatan menunggu laporan": 1,
        "Laporan dikembalikan": 0,
    }


def test_pd_sees_only_its_own(client):
    laporan = LaporanMitraFactory(disampaikan=True)
    naskah = laporan.kewajiban.naskah
    kegiatan(naskah, "ditugaskan")
    kegiatan(NaskahFactory(), "ditugaskan")
    LaporanMitraFactory(disampaikan=True)

    beranda = buka(client, anggota_pd(naskah.perangkat_daerah.get()))

    assert [t.tindakan for t in beranda.tugas] == ["Susun berita acara", "Baca"]
    assert angka(beranda)["Laporan mitra belum dibaca"] == 1


def test_pd_may_write_a_tinjau_lokasi_on_the_spot(client):
    naskah = LaporanMitraFactory(disampaikan=True).kewajiban.naskah
    satu = kegiatan(naskah, "ditugaskan", metode="tinjau_lokasi")

    tugas = buka(client, anggota_pd(naskah.perangkat_daerah.get())).tugas[0]

    assert tugas.tautan_lain == reverse("pengawasan:lapangan-isi", args=[satu.pk])


def test_read_report_leaves_the_page(client):
    laporan = LaporanMitraFactory(disampaikan=True)
    walikota = PenggunaFactory(walikota=True)
    assert [t.tindakan for t in buka(client, walikota).tugas] == ["Baca"]
    services.baca(laporan.riwayat.get().tanda_terima.first().pk, oleh=walikota)

    assert buka(client, walikota).tugas == []


def test_mitra_sees_due_late_and_returned_but_not_what_lies_ahead(client):
    mitra = MitraFactory()
    naskah = [NaskahFactory(mitra=[mitra]) for _ in range(4)]
    KewajibanLaporanFactory(naskah=naskah[0])
    KewajibanLaporanFactory(naskah=naskah[1], terlambat=True)
    LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah[2]), dikembalikan=True)
    KewajibanLaporanFactory(naskah=naskah[3], mendatang=True)

    beranda = buka(client, anggota_mitra(mitra))

    assert [(t.tindakan, t.terlambat) for t in beranda.tugas] == [
        ("Isi laporan", True),
        ("Isi laporan", False),
        ("Lanjutkan", False),
    ]
    assert angka(beranda) == {
        "Laporan terlambat": 1,
        "Laporan jatuh tempo": 2,
        "Laporan mendatang": 1,
        "Setoran terlambat": 0,
    }


def test_mitra_sees_nothing_of_another_mitra(client):
    KewajibanLaporanFactory(terlambat=True)

    beranda = buka(client, anggota_mitra(MitraFactory()))

    assert (beranda.tugas, sum(angka(beranda).values())) == ([], 0)


def test_admin_is_told_of_accounts_without_a_seat(client):
    orang = PenggunaFactory()
    admin = PenggunaFactory(admin=True)

    beranda = buka(client, admin)

    (tugas,) = beranda.tugas
    assert (tugas.judul, tugas.tindakan) == (f"Akun {orang}", "Beri jabatan")
    assert str(orang) in client.get(tugas.tautan).text
    assert angka(beranda) == {"Akun pengguna": Pengguna.objects.count()}


def test_more_than_is_shown_is_said(client):
    naskah = NaskahFactory()
    for ke in range(1, 9):
        jadwal(naskah, -ke, ke=ke)
    client.force_login(PenggunaFactory(staf=True))

    page = client.get(BERANDA)

    assert len(page.context["beranda"].tugas) == 6
    assert "Selebihnya terbuka dari angkanya" in page.content.decode()


def test_two_roles_see_the_work_of_both(client):
    naskah = NaskahFactory()
    jadwal(naskah, -1)
    kegiatan(naskah, "ditugaskan")

    beranda = buka(client, PenggunaFactory(staf=True, tim=True))

    assert [t.tindakan for t in beranda.tugas] == ["Rencanakan", "Buka kegiatan"]


def setoran(naskah, hari, **lain):
    return SetoranFactory(
        butir__naskah=naskah, jatuh_tempo=timezone.localdate() + timedelta(days=hari), **lain
    )


def bayar(satu, oleh, jumlah=5, sisi="tim"):
    data = {"tanggal": timezone.localdate(), "jumlah": jumlah}
    return pembayaran.catat(satu.pk, data, sisi=sisi, oleh=oleh)


def test_who_confirms_sees_what_others_stated_and_what_nobody_paid(client):
    naskah, staf = NaskahFactory(), PenggunaFactory(staf=True)
    terlambat, dinyatakan, sendiri = (setoran(naskah, -h) for h in (9, 5, 1))
    setoran(naskah, 0), setoran(naskah, 30)
    bayar(dinyatakan, anggota_mitra(naskah.mitra.get()), sisi="mitra", jumlah=1_000_000_000)
    bayar(sendiri, staf, jumlah=1_000_000_000)

    beranda = buka(client, staf)

    # Nobody confirms what they recorded themselves, and what was stated is not asked for again.
    assert [(t.tindakan, t.tautan) for t in beranda.tugas] == [
        ("Buka setoran", terlambat.get_absolute_url()),
        ("Konfirmasi", dinyatakan.get_absolute_url()),
    ]
    assert angka(beranda)["Pembayaran menunggu konfirmasi"] == 2
    assert angka(beranda)["Setoran terlambat"] == 3


def test_pd_confirms_for_its_own_naskah_only(client):
    naskah, lain = NaskahFactory.create_batch(2)
    for satu in (naskah, lain):
        bayar(setoran(satu, -3), anggota_mitra(satu.mitra.get()), sisi="mitra")

    beranda = buka(client, anggota_pd(naskah.perangkat_daerah.get()))

    assert [t.tindakan for t in beranda.tugas] == ["Konfirmasi"]
    assert angka(beranda)["Pembayaran menunggu konfirmasi"] == 1


def test_who_supervises_a_naskah_of_another_unit_for_a_time_has_none_of_its_work(client):
    naskah = NaskahFactory()
    bayar(setoran(naskah, -3), PenggunaFactory(tim=True))
    kegiatan(naskah, "ditugaskan")
    tamu = anggota_pd(PerangkatDaerahFactory())
    PenugasanNaskahFactory(naskah=naskah, pengguna=tamu)

    assert buka(client, tamu).tugas == []


def test_mitra_sees_what_it_owes_itself_until_it_says_that_it_paid(client):
    naskah = NaskahFactory()
    orang = anggota_mitra(naskah.mitra.get())
    satu = setoran(naskah, -3)
    setoran(naskah, -3, butir__pihak="pemerintah")
    setoran(NaskahFactory(), -3)

    (tugas,) = buka(client, orang).tugas
    bayar(satu, orang, sisi="mitra", jumlah=1_000_000_000)
    sesudah = buka(client, orang)

    assert (tugas.tindakan, tugas.terlambat) == ("Catat pembayaran", True)
    assert "Rp1.000.000.000" in tugas.keterangan
    assert (sesudah.tugas, angka(sesudah)["Setoran terlambat"]) == ([], 1)


def berakhir():
    """Two naskah whose day to ask has come, and attachments that end or have ended."""
    akhir = [timezone.localdate() + timedelta(days=n) for n in (20, 80, 100, -2)]
    for satu in akhir[:3]:
        NaskahFactory(tanggal_berakhir=satu)
    for satu in (akhir[0], akhir[3]):
        mulai = timezone.localdate() - timedelta(days=300)
        LampiranFactory(naskah=NaskahFactory(), berlaku_mulai=mulai, berlaku_sampai=satu)


def banyak(page):
    """How many rows a list has; the expiry desk counts none of its pages."""
    if "halaman" in page.context:
        return len(page.context["halaman"].baris)
    return len(page.context["object_list"])


def test_staf_sees_what_of_the_expiry_desk_is_due_today(client):
    berakhir()

    beranda = buka(client, PenggunaFactory(staf=True))

    tugas = [(t.tindakan, t.terlambat) for t in beranda.tugas]
    assert tugas == [
        ("Usulkan perpanjangan", True),
        ("Usulkan perpanjangan", True),
        ("Buka lampiran", True),
        ("Buka lampiran", False),
    ]
    assert (
        angka(beranda)["Waktunya mengajukan perpanjangan"],
        angka(beranda)["Lampiran berakhir dalam 1 bulan"],
        angka(beranda)["Lampiran kedaluwarsa"],
    ) == (2, 1, 1)


def test_an_extension_that_was_proposed_waits_no_longer(client):
    berakhir()
    for naskah in Naskah.objects.filter(tanggal_berakhir__lt=timezone.localdate() + JARAK):
        kegiatan(naskah, jenis="evaluasi", bersama_perpanjangan=True)

    beranda = buka(client, PenggunaFactory(staf=True))

    assert "Usulkan perpanjangan" not in [t.tindakan for t in beranda.tugas]
    assert angka(beranda)["Waktunya mengajukan perpanjangan"] == 2


@pytest.mark.parametrize("peran", PERAN)
def test_every_figure_opens_as_many_rows(client, peran):
    laporan = LaporanMitraFactory(disampaikan=True)
    naskah = laporan.kewajiban.naskah
    for ke, hari in enumerate((-9, -1, 0, 20), start=1):
        jadwal(naskah, hari, ke=ke)
    for status in ("direncanakan", "ditugaskan", "ditugaskan", "dilaksanakan", "didokumentasikan"):
        kegiatan(naskah, status)
    KewajibanLaporanFactory(naskah=naskah, ke=2, terlambat=True)
    KewajibanLaporanFactory(naskah=naskah, ke=3, mendatang=True)
    for satu in [setoran(naskah, hari) for hari in (-9, -1, 0, 20)][::2]:
        bayar(satu, PenggunaFactory(tim=True))
    setoran(naskah, -2, butir__pihak="pemerintah")
    berakhir()
    orang = {
        "pd": lambda: anggota_pd(naskah.perangkat_daerah.get()),
        "mitra": lambda: anggota_mitra(laporan.kewajiban.mitra),
    }.get(peran, lambda: PenggunaFactory(**{peran: True}))()

    for petak in buka(client, orang).petak:
        assert (petak.label, banyak(client.get(petak.tautan))) == (petak.label, petak.jumlah)


@pytest.mark.parametrize("peran", PERAN)
@pytest.mark.parametrize("banyaknya", [1, 3])
def test_page_costs_at_most_twelve_queries(client, django_assert_max_num_queries, peran, banyaknya):
    for ke in range(1, banyaknya + 1):
        laporan = LaporanMitraFactory(disampaikan=True)
        naskah = laporan.kewajiban.naskah
        jadwal(naskah, -ke)
        kegiatan(naskah), kegiatan(naskah, "ditugaskan"), kegiatan(naskah, "dilaksanakan")
        kegiatan(naskah, "dilaksanakan", jenis="evaluasi")
        Impor.objects.create(nama="daftar.csv", sha256=f"{ke:064}")
        bayar(setoran(naskah, -1), PenggunaFactory(tim=True))
        KewajibanLaporanFactory(naskah=naskah, ke=2, terlambat=True)
    orang = {
        "pd": lambda: anggota_pd(naskah.perangkat_daerah.get()),
        "mitra": lambda: anggota_mitra(laporan.kewajiban.mitra),
    }.get(peran, lambda: PenggunaFactory(**{peran: True}))()
    client.force_login(orang)

    with django_assert_max_num_queries(12):
        client.get(BERANDA)


def test_staff_are_told_of_the_ending_and_of_the_mitra_that_they_must_record(client):
    naskah = NaskahFactory(mitra=MitraFactory.create_batch(2))
    baris = {"disetujui": True, "baris__matrik__kegiatan__naskah": naskah}
    walikota = {"walikota_oleh": PenggunaFactory(), "walikota_pada": timezone.now()}
    staf = PenggunaFactory(staf=True)
    akhir, tegur = (
        tindak_lanjut.terbitkan(RekomendasiFactory(jenis=jenis, **baris, **lain), oleh=staf)
        for jenis, lain in (("f", walikota), ("g", {}))
    )

    def tindakan():
        return {
            (t.tindakan, t.tautan) for t in buka(client, staf).tugas if "tindak-lanjut" in t.tautan
        }

    assert tindakan() == {
        ("Catat pengakhiran", akhir.get_absolute_url()),
        ("Pilih mitra", tegur.get_absolute_url()),
    }
    teguran.dari_tindak_lanjut(tegur.pk, mitra=naskah.mitra.all(), oleh=staf)
    naskah_services.akhiri(naskah.pk, alasan="kesepakatan", tanggal=timezone.localdate(), oleh=staf)
    assert tindakan() == set()


# --- More kinds of work than can be read ------------------------------------------------------


def test_of_too_many_kinds_the_least_are_told_by_their_number():
    naskah = Naskah.objects.none()
    satu, ringkas = Sumber(naskah, str, daftar=("naskah", "/")), Sumber(naskah, str, ringkas=True)
    semua = [*[(satu, 1)] * 8, (ringkas, 5), (satu, 0), (satu, 3)]

    hasil = diringkas(semua)

    assert [s.ringkas for s, _ in hasil] == [False] * 8 + [True, False, True]
    assert hasil[-1][0].tugas(3).judul == "3 naskah"
    assert diringkas(semua[:10]) == semua[:10]


@pytest.mark.parametrize("peran", list(PENYUSUN))
def test_every_kind_of_work_has_a_list_that_its_reader_opens(client, peran):
    PemerintahFactory()
    orang = PenggunaFactory(**{peran.value: True})
    client.force_login(orang)
    sumber = PENYUSUN[peran](orang, timezone.localdate())[1]

    tugas = [satu.diringkas().tugas(2) for satu in sumber if not satu.ringkas]

    assert {client.get(satu.tautan).status_code for satu in tugas} == {200}
    assert [satu.judul for satu in tugas if not satu.judul.removeprefix("2 ")] == []
