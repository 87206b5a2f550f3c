"""The government's side: lists, reading, review, reminders; and who sees what."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pelaporan.enums import StatusLaporanMitra as Status
from pelaporan.models import KewajibanLaporan, TandaTerima
from pelaporan.services import laporan_mitra as services
from pengawasan.models import Teguran
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pelaporan import (
    KewajibanLaporanFactory,
    LaporanMitraFactory,
    berkas_pdf,
    orang_mitra,
)
from tests.factories.pengawasan import KebijakanFactory

pytestmark = pytest.mark.django_db


def alamat(nama, *args):
    return reverse(f"pelaporan:laporan-mitra-{nama}", args=args)


@pytest.fixture
def laporan():
    return LaporanMitraFactory(disampaikan=True)


@pytest.fixture
def staf(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


# --- Lists ----------------------------------------------------------------------------------


@pytest.mark.parametrize("banyaknya", [1, 3])
@pytest.mark.parametrize(("peran", "sebanyak"), [("staf", 6), ("walikota", 6)])
def test_daftar_costs_the_same_for_any_number(client, count_queries, peran, sebanyak, banyaknya):
    for _ in range(banyaknya):
        LaporanMitraFactory(disampaikan=True)
    client.force_login(PenggunaFactory(**{peran: True}))

    with count_queries(sebanyak):
        response = client.get(alamat("daftar"))

    assert len(response.context["object_list"]) == banyaknya


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_belum_costs_the_same_for_any_number(client, staf, count_queries, banyaknya):
    for _ in range(banyaknya):
        KewajibanLaporanFactory(terlambat=True)

    with count_queries(6):
        response = client.get(alamat("belum"))

    assert len(response.context["object_list"]) == banyaknya


@pytest.mark.parametrize("banyaknya", [1, 3])
@pytest.mark.parametrize(("peran", "sebanyak"), [("pd", 10), ("staf", 11)])
def test_rincian_costs_the_same_for_any_number(client, count_queries, peran, sebanyak, banyaknya):
    KebijakanFactory(versi="1")
    unit = [PerangkatDaerahFactory() for _ in range(banyaknya)]
    kewajiban = KewajibanLaporanFactory(naskah=NaskahFactory(perangkat_daerah=unit))
    laporan = LaporanMitraFactory(kewajiban=kewajiban)
    for nomor in range(banyaknya):
        berkas = berkas_pdf(teks=str(nomor))
        services.unggah(laporan.pk, diperiksa=berkas, oleh=laporan.dibuat_oleh)
    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)
    client.force_login(anggota_pd(unit[0]) if peran == "pd" else PenggunaFactory(staf=True))

    with count_queries(sebanyak):
        client.get(alamat("rincian", laporan.pk))


def test_draft_is_not_in_the_list_and_has_no_page(client, staf):
    draf = LaporanMitraFactory()

    assert list(client.get(alamat("daftar")).context["object_list"]) == []
    assert client.get(alamat("rincian", draf.pk)).status_code == 404


def test_mended_draft_is_hidden_until_it_is_sent_again(client, staf):
    laporan = LaporanMitraFactory(dikembalikan=True)
    services.simpan(laporan.pk, {"hambatan": "BELUM RESMI"}, oleh=laporan.dibuat_oleh)

    assert "BELUM RESMI" not in client.get(alamat("rincian", laporan.pk)).content.decode()


def test_daftar_filters(client, staf, laporan):
    LaporanMitraFactory(diterima=True)
    telat = LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(terlambat=True), disampaikan=True)
    naskah, mitra = laporan.kewajiban.naskah, laporan.kewajiban.mitra

    def hasil(**saringan):
        return set(client.get(alamat("daftar"), saringan).context["object_list"])

    assert hasil(status="disampaikan") == {laporan, telat}
    assert hasil(terlambat="ya") == {telat}
    assert hasil(naskah=naskah.pk) == {laporan}
    assert hasil(mitra=mitra.nama) == {laporan}
    assert hasil(q=naskah.nomor) == {laporan}
    assert hasil(q=f"TT/{laporan.pk}/") == {laporan}
    assert hasil(naskah="9" * 30) == set()


def test_returned_report_past_its_new_deadline_counts_as_late(client, staf):
    laporan = LaporanMitraFactory(dikembalikan=True)
    laporan.batas_perbaikan = timezone.localdate() - timedelta(days=1)
    laporan.save()

    assert list(client.get(alamat("daftar"), {"terlambat": "ya"}).context["object_list"])


@pytest.mark.parametrize("keadaan", ["terlambat", "jatuh_tempo", "mendatang"])
def test_every_open_duty_is_in_exactly_one_state(client, staf, keadaan):
    sifat = {"terlambat": {"terlambat": True}, "jatuh_tempo": {}, "mendatang": {"mendatang": True}}
    baris = {nama: KewajibanLaporanFactory(**s) for nama, s in sifat.items()}

    hasil = client.get(alamat("belum"), {"keadaan": keadaan}).context["object_list"]

    assert list(hasil) == [baris[keadaan]]


def test_naskah_tab_is_shown_only_for_a_visible_naskah(client):
    naskah, lain = NaskahFactory(), NaskahFactory()
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))

    assert naskah.judul in client.get(alamat("daftar"), {"naskah": naskah.pk}).content.decode()
    response = client.get(alamat("daftar"), {"naskah": lain.pk})
    assert lain.judul not in response.content.decode()


def test_search_inside_a_naskah_stays_there(client, staf):
    naskah = NaskahFactory()

    page = client.get(alamat("belum"), {"naskah": naskah.pk}).content.decode()

    assert f'<input type="hidden" name="naskah" value="{naskah.pk}"' in page
    assert f"naskah={naskah.pk}" in page


# --- Who sees what --------------------------------------------------------------------------


def test_pd_sees_its_own_naskah_only(client, laporan):
    lain = LaporanMitraFactory(disampaikan=True)
    client.force_login(anggota_pd(laporan.kewajiban.naskah.perangkat_daerah.get()))

    assert list(client.get(alamat("daftar")).context["object_list"]) == [laporan]
    assert client.get(alamat("rincian", laporan.pk)).status_code == 200
    assert client.get(alamat("rincian", lain.pk)).status_code == 404


def test_pd_filter_names_no_other_mitra(client, laporan):
    lain = LaporanMitraFactory(disampaikan=True)
    client.force_login(anggota_pd(laporan.kewajiban.naskah.perangkat_daerah.get()))

    assert lain.kewajiban.mitra.nama not in client.get(alamat("daftar")).content.decode()


@pytest.mark.parametrize("peran", ["mitra", "admin"])
def test_mitra_and_admin_do_not_enter(client, laporan, peran):
    orang = orang_mitra(laporan.kewajiban) if peran == "mitra" else PenggunaFactory(admin=True)
    client.force_login(orang)

    for nama, args in (("daftar", ()), ("belum", ()), ("rincian", (laporan.pk,))):
        assert client.get(alamat(nama, *args)).status_code == 403


def test_file_of_a_draft_is_the_mitras_own(client, staf):
    laporan = LaporanMitraFactory(dikembalikan=True)
    berkas = services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=laporan.dibuat_oleh)

    assert client.get(alamat("berkas", laporan.pk, berkas.pk)).status_code == 404


def test_file_of_a_round_is_served_and_noted(client, staf):
    laporan = LaporanMitraFactory()
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=laporan.dibuat_oleh)
    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    response = client.get(alamat("berkas", laporan.pk, laporan.berkas.get().pk))

    assert b"".join(response.streaming_content) == berkas_pdf().isi
    assert aksi_tercatat()[-1] == "berkas.unduh"


# --- Review, reading, reminders ---------------------------------------------------------------


def test_terima(client, staf, laporan):
    client.post(alamat("terima", laporan.pk), {"catatan": "Lengkap."})

    laporan.refresh_from_db()
    assert laporan.status == Status.DITERIMA


def test_kembalikan_with_reason_and_deadline(client, staf, laporan):
    batas = timezone.localdate() + timedelta(days=30)

    client.post(
        alamat("kembalikan", laporan.pk),
        {"catatan": "Lampirkan bukti.", "batas_perbaikan": batas.isoformat()},
    )

    laporan.refresh_from_db()
    assert (laporan.status, laporan.batas_perbaikan) == (Status.DIKEMBALIKAN, batas)


def test_kembalikan_without_reason_says_what_to_do(client, staf, laporan):
    response = client.post(alamat("kembalikan", laporan.pk), follow=True)

    assert "Tuliskan apa yang harus diperbaiki." in response.content.decode()
    laporan.refresh_from_db()
    assert laporan.status == Status.DISAMPAIKAN


@pytest.mark.parametrize("aksi", ["terima", "kembalikan"])
@pytest.mark.parametrize("peran", ["ketua", "walikota", "pd"])
def test_only_staf_and_tim_review(client, laporan, peran, aksi):
    orang = PenggunaFactory(**{peran: True})
    if peran == "pd":
        orang = anggota_pd(laporan.kewajiban.naskah.perangkat_daerah.get())
    client.force_login(orang)

    response = client.post(alamat(aksi, laporan.pk), {"catatan": "x"})

    assert response.status_code == 403
    laporan.refresh_from_db()
    assert laporan.status == Status.DISAMPAIKAN


def test_page_offers_each_reader_only_the_receipt_of_their_own(client, laporan):
    unit = laporan.kewajiban.naskah.perangkat_daerah.get()
    tanda = {t.penerima: t.pk for t in TandaTerima.objects.all()}
    for orang, penerima in (
        (PenggunaFactory(walikota=True), "kepala_daerah"),
        (PenggunaFactory(staf=True), "bagian"),
        (anggota_pd(unit), "perangkat_daerah"),
    ):
        client.force_login(orang)
        page = client.get(alamat("rincian", laporan.pk)).content.decode()

        assert page.count("Tandai sudah dibaca") == 1
        assert alamat("baca", laporan.pk, tanda[penerima]) in page


def test_baca_through_the_page(client, laporan):
    orang = PenggunaFactory(walikota=True)
    client.force_login(orang)
    tanda = TandaTerima.objects.get(penerima="kepala_daerah")

    client.post(alamat("baca", laporan.pk, tanda.pk))

    tanda.refresh_from_db()
    assert tanda.dibaca_oleh == orang
    assert "Tandai sudah dibaca" not in client.get(alamat("rincian", laporan.pk)).content.decode()


def test_baca_for_another_addressee_is_403_and_of_another_report_404(client, staf, laporan):
    lain = LaporanMitraFactory(disampaikan=True)
    kepala = TandaTerima.objects.get(penerima="kepala_daerah", putaran__laporan=laporan)

    assert client.post(alamat("baca", laporan.pk, kepala.pk)).status_code == 403
    assert client.post(alamat("baca", lain.pk, kepala.pk)).status_code == 404


def test_unread_filter_is_of_the_reader_and_the_last_round(client, laporan):
    walikota = PenggunaFactory(walikota=True)
    client.force_login(walikota)
    saringan = {"dibaca": "belum"}
    assert list(client.get(alamat("daftar"), saringan).context["object_list"]) == [laporan]
    services.baca(TandaTerima.objects.get(penerima="kepala_daerah").pk, oleh=walikota)

    assert list(client.get(alamat("daftar"), saringan).context["object_list"]) == []


def test_ingatkan_through_the_page(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    orang_mitra(kewajiban)

    client.post(alamat("ingatkan", kewajiban.pk))

    assert aksi_tercatat() == ["kewajiban_laporan.ingatkan"]
    page = client.get(alamat("belum"))
    assert page.context["object_list"][0].diingatkan_pada is not None
    assert "Terakhir" in page.content.decode()


def test_tegur_is_offered_once_and_then_leads_to_the_open_case(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)

    client.post(alamat("tegur", kewajiban.pk))
    page = client.get(alamat("belum")).content.decode()

    assert Teguran.objects.get().get_absolute_url() in page
    assert alamat("tegur", kewajiban.pk) not in page


def test_ingatkan_is_for_those_who_review(client):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    client.force_login(anggota_pd(kewajiban.naskah.perangkat_daerah.get()))

    assert client.post(alamat("ingatkan", kewajiban.pk)).status_code == 403


def test_pages_say_what_comes_when_there_is_nothing(client, staf):
    MitraFactory()
    KewajibanLaporan.objects.all().delete()

    assert "Belum ada laporan mitra." in client.get(alamat("daftar")).content.decode()
    assert "Tidak ada laporan yang ditunggu." in client.get(alamat("belum")).content.decode()
