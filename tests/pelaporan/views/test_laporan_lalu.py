"""What was said last time: beside the form of the mitra, and for who reviews."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pelaporan.models import LaporanMitra
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import ISI, KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.permintaan import diminta

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    return NaskahFactory()


def laporan(naskah, ke, perkembangan="", dana=None, **lain):
    hari = timezone.localdate() - timedelta(days=200 - ke)
    kewajiban = KewajibanLaporanFactory(naskah=naskah, ke=ke, jatuh_tempo=hari, **lain)
    isi = ISI | {"judul": "Laporan", "perkembangan": perkembangan, "jumlah_dana": dana}
    return kewajiban, isi


def lama(naskah, *, status="diterima", **kolom):
    kewajiban, isi = laporan(naskah, 1, "Kios selesai.", 1_000_000, **kolom)
    return LaporanMitraFactory(
        kewajiban=kewajiban, isi=isi, disampaikan=True, **({status: True} if status else {})
    )


def baru(naskah, **lain):
    kewajiban, isi = laporan(naskah, 2, "Kios dihuni.", 1_500_000)
    return LaporanMitraFactory(kewajiban=kewajiban, isi=isi, **lain)


def masuk(client, orang):
    client.force_login(orang)
    return client


def alamat(nama, satu):
    return reverse(f"pelaporan:{nama}", args=[satu.pk])


def test_the_form_shows_what_was_said_last_time(client, naskah):
    lama(naskah)
    draf = baru(naskah)

    halaman = masuk(client, draf.dibuat_oleh).get(alamat("portal-laporan", draf)).text

    assert "Kios selesai." in halaman
    assert 'name="salin" value="perkembangan"' in halaman
    assert "Laporan lalu" not in client.get(alamat("portal-laporan", draf)).text.split("<form")[0]


def test_the_first_report_has_nothing_to_show(client, naskah):
    draf = baru(naskah)
    masuk(client, draf.dibuat_oleh)

    assert 'name="salin"' not in client.get(alamat("portal-laporan", draf)).text
    assert "Belum ada laporan sebelumnya." in client.get(alamat("portal-banding", draf)).text


def test_copying_writes_one_field_and_keeps_what_was_typed_elsewhere(client, naskah):
    lama(naskah)
    draf = baru(naskah)
    kirim = {"isian-hambatan": "Banjir.", "salin": "perkembangan"}
    for tabel in ("kewajiban", "setoran"):
        kirim |= {f"isian-{tabel}-TOTAL_FORMS": "0", f"isian-{tabel}-INITIAL_FORMS": "0"}

    halaman = masuk(client, draf.dibuat_oleh).post(
        alamat("portal-simpan", draf), kirim, follow=True
    )

    isi = LaporanMitra.objects.get(pk=draf.pk).isi
    assert (isi["perkembangan"], isi["hambatan"]) == ("Kios selesai.", "Banjir.")
    assert "Isian disalin dari laporan lalu" in halaman.text
    assert halaman.redirect_chain[-1][0].endswith("#id_isian-perkembangan")
    assert aksi_tercatat()[-2:] == ["laporan_mitra.simpan", "laporan_mitra.salin"]


def test_nothing_is_copied_from_what_does_not_exist(client, naskah):
    draf = baru(naskah)
    kirim = {"salin": "perkembangan"}
    masuk(client, draf.dibuat_oleh)

    halaman = client.post(alamat("portal-simpan", draf), kirim, follow=True).text

    assert "Laporan lalu tidak mengisi bagian ini." in halaman
    assert LaporanMitra.objects.get(pk=draf.pk).isi["perkembangan"] == "Kios dihuni."


@pytest.mark.parametrize(
    ("nama", "orang"),
    [
        ("portal-banding", lambda satu: satu.dibuat_oleh),
        ("laporan-mitra-banding", lambda _: PenggunaFactory(staf=True)),
    ],
)
def test_both_sides_see_the_figures_with_their_difference(client, naskah, nama, orang):
    lama(naskah)
    satu = baru(naskah, disampaikan=True)

    halaman = masuk(client, orang(satu)).get(alamat(nama, satu)).text

    for kata in ("Kios selesai.", "Kios dihuni.", "Rp1.000.000", "+Rp500.000"):
        assert kata in halaman


def test_the_reviewer_compares_with_what_was_accepted_only(client, naskah):
    lama(naskah, status="")
    satu = baru(naskah, disampaikan=True)

    halaman = masuk(client, PenggunaFactory(staf=True)).get(alamat("laporan-mitra-banding", satu))

    assert "Belum ada laporan sebelumnya yang diterima." in halaman.text


def test_another_mitra_of_the_naskah_and_a_request_are_not_the_period_before(client, naskah):
    lain = MitraFactory()
    naskah.mitra.add(lain)
    lama(naskah, mitra=lain)
    permintaan = diminta(naskah, mitra=[naskah.pihak.first().mitra_id]).kewajiban.get()
    LaporanMitraFactory(kewajiban=permintaan, disampaikan=True)
    draf = baru(naskah)

    halaman = masuk(client, draf.dibuat_oleh).get(alamat("portal-banding", draf)).text

    assert "Belum ada laporan sebelumnya." in halaman
    masuk(client, anggota_mitra(lain))
    assert client.get(alamat("portal-banding", draf)).status_code == 404
