"""A mitra that left by an addendum: what still counts for it, and where it is named no more."""

from datetime import date

import pytest
from django.urls import reverse

from kerjasama.models import Mitra
from kerjasama.queries.mitra import dengan_jumlah_naskah
from pelaporan.domain.masa_rekap import baca_masa
from pelaporan.queries.bahan import bahan_naskah_cetak
from pelaporan.queries.rekap_angka import ANGKA, baris_angka, hitung
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory

pytestmark = pytest.mark.django_db
HARI_INI = date(2025, 9, 1)
KELUAR, BERGABUNG = date(2025, 3, 10), date(2025, 7, 1)
ANGKA_DIUJI = ("naskah", "pemantauan_tempo", "laporan_tempo")


@pytest.fixture
def staf(client):
    PemerintahFactory()
    KebijakanFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


@pytest.fixture
def naskah():
    """`PT Lama` left in March 2025, `PT Baru` joined in July, `PT Tetap` was always there."""
    lama, baru, tetap = (MitraFactory(nama=f"PT {n}") for n in ("Lama", "Baru", "Tetap"))
    naskah = NaskahFactory(
        mitra=[lama, baru, tetap],
        tanggal_ttd=date(2024, 1, 15),
        tanggal_berakhir=date(2029, 1, 15),
    )
    naskah.pihak.filter(mitra=lama).update(diakhiri_pada=KELUAR)
    naskah.pihak.filter(mitra=baru).update(bergabung_pada=BERGABUNG)
    hari = (date(2024, 7, 15), date(2025, 2, 1), date(2025, 8, 1))
    for ke, jatuh_tempo in enumerate(hari, start=1):
        JadwalFactory(naskah=naskah, ke=ke, jatuh_tempo=jatuh_tempo, jenis="pemantauan")
    KewajibanLaporanFactory(naskah=naskah, mitra=lama, jatuh_tempo=date(2025, 8, 15))
    return naskah


@pytest.mark.parametrize(
    ("masa", "terhitung"),
    [
        ("2024-2", {"PT Lama": (1, 1, 0), "PT Tetap": (1, 1, 0)}),
        ("2025-1", {"PT Lama": (1, 1, 0), "PT Tetap": (1, 1, 0)}),
        ("2025-2", {"PT Lama": (0, 0, 1), "PT Baru": (1, 1, 0), "PT Tetap": (1, 1, 0)}),
        ("2025-03-09", {"PT Lama": (1, 0, 0), "PT Tetap": (1, 0, 0)}),
        ("2025-03-10", {"PT Tetap": (1, 0, 0)}),
    ],
)
def test_figure_counts_for_who_was_a_party_in_the_period(naskah, masa, terhitung):
    masa, semua = baca_masa(masa), list(Mitra.objects.all())

    hasil = hitung(
        None,
        masa,
        ANGKA_DIUJI,
        kelompok={"mitra": [m.pk for m in semua]},
        total=False,
        hari_ini=HARI_INI,
    )

    angka = {m.nama: tuple(hasil[k].get(m.pk, 0) for k in ANGKA_DIUJI) for m in semua}
    assert angka == dict.fromkeys(angka, (0, 0, 0)) | terhitung
    for mitra in semua:
        for kode, banyak in zip(ANGKA_DIUJI, angka[mitra.nama], strict=True):
            dibalik = baris_angka(None, kode, masa, saringan={"mitra": mitra.pk}, hari_ini=HARI_INI)
            assert dibalik.count() == banyak, (mitra, kode)


def test_only_reports_and_warnings_are_of_a_mitra_whatever_it_is_a_party_of():
    sendiri = {a.sumber.nama for a in ANGKA.values() if not a.sumber.pihak}
    assert sendiri == {"kewajiban", "teguran"}


def test_halaman_says_for_whom_is_counted(client, staf, naskah):
    monev = client.get(reverse("pelaporan:rekap-monev"), {"menurut": "mitra"})
    assert "mitra yang sudah keluar melalui addendum tidak lagi" in monev.text
    alamat, lama = reverse("pelaporan:rekap-baris"), Mitra.objects.get(nama="PT Lama")
    kueri = {"masa": "2025-2", "mitra": lama.pk}
    kata = "Hanya naskah yang mitranya menjadi pihak pada masa itu"
    assert kata in client.get(alamat, kueri | {"angka": "naskah"}).text
    assert kata not in client.get(alamat, kueri | {"angka": "laporan_tempo"}).text


def test_list_by_mitra_is_of_parties_today_and_of_former_ones_apart(client, staf, naskah):
    alamat = reverse("kerjasama:naskah-daftar")
    lama, tetap = (Mitra.objects.get(nama=f"PT {n}") for n in ("Lama", "Tetap"))

    def isi(**kueri):
        jawaban = client.get(alamat, {n: m.pk for n, m in kueri.items()})
        return list(jawaban.context["object_list"]), jawaban.text

    assert [isi(mitra=m)[0] for m in (lama, tetap)] == [[], [naskah]]
    assert [isi(mantan_mitra=m)[0] for m in (lama, tetap)] == [[naskah], []]
    assert "Mitra sekarang" in isi(mitra=tetap)[1]
    assert "Mitra yang sudah keluar" in isi(mantan_mitra=lama)[1]
    jumlah = dengan_jumlah_naskah(Mitra.objects.order_by("nama"))
    assert [(m.nama, m.jumlah_naskah) for m in jumlah] == [
        ("PT Baru", 1), ("PT Lama", 0), ("PT Tetap", 1)
    ]  # fmt: skip


def test_page_of_a_mitra_leads_to_what_it_left(client, staf, naskah):
    lama = Mitra.objects.get(nama="PT Lama")
    jawaban = client.get(reverse("kerjasama:mitra-rincian", args=[lama.pk]))
    assert f"?mantan_mitra={lama.pk}" in jawaban.text
    assert "1 naskah yang sudah ditinggalkannya" in jawaban.text
    assert jawaban.context["halaman_naskah"].object_list == []

    tetap = Mitra.objects.get(nama="PT Tetap")
    assert "ditinggalkannya" not in client.get(tetap.get_absolute_url()).text


def test_former_mitra_still_opens_its_naskah(client, naskah):
    PemerintahFactory()
    lama = Mitra.objects.get(nama="PT Lama")
    client.force_login(anggota_mitra(lama))
    jawaban = client.get(reverse("kerjasama:naskah-daftar"))
    assert list(jawaban.context["object_list"]) == [naskah]


@pytest.mark.parametrize(
    ("tanggal", "nama"),
    [
        (date(2025, 1, 1), ["PT Lama", "PT Tetap"]),
        (date(2025, 8, 1), ["PT Baru", "PT Tetap"]),
        (None, ["PT Baru", "PT Tetap"]),
    ],
)
def test_document_names_the_parties_of_its_day(naskah, tanggal, nama):
    assert sorted(bahan_naskah_cetak(naskah, tanggal)["mitra"]) == nama
