"""The desks of the chair and of the head of government through the client."""

import pytest
from django.urls import reverse
from django.utils import timezone

from inti.models import PemangkuJabatan
from pelaporan.models import Laporan
from pelaporan.services import laporan as laporan_services
from pengawasan.models import Rekomendasi, TindakLanjut
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory
from tests.factories.laporan import (
    ketua,
    laporan_draf,
    laporan_terkirim,
    menunggu,
    sha256_bundel,
)
from tests.factories.pengawasan import RekomendasiFactory, hari

pytestmark = pytest.mark.django_db
MEJA = reverse("pelaporan:meja-ketua")
WALIKOTA = reverse("pelaporan:meja-walikota")


def meja(laporan):
    return reverse("pelaporan:meja-ketua-laporan", args=[laporan.pk])


def isian(laporan, **pilihan):
    """The page as the chair sends it: all approved, unless told otherwise."""
    putusan = {f"putusan_{r.pk}": "setujui" for r in menunggu(laporan)}
    return {"sha256_bundel": sha256_bundel(laporan)} | putusan | pilihan


@pytest.fixture
def laporan(client):
    satu = laporan_terkirim(baris=2)
    client.force_login(ketua())
    return satu


def test_desk_lists_what_waits_with_how_much(client, laporan):
    laporan_draf()

    [satu] = client.get(MEJA).context["object_list"]

    assert (satu, satu.jumlah_menunggu) == (laporan, 2)


def test_chair_approves_all_on_one_page(client, laporan):
    response = client.post(meja(laporan), isian(laporan))

    assert response.url == MEJA
    assert Laporan.objects.get().status == "disetujui"
    assert TindakLanjut.objects.count() == 2


def test_second_click_decides_nothing_more(client, laporan):
    kiriman = isian(laporan)
    client.post(meja(laporan), kiriman)

    response = client.post(meja(laporan), kiriman, follow=True)

    assert "Laporan berstatus “Disetujui” tidak dapat disetujui." in response.text
    assert TindakLanjut.objects.count() == 2


def test_return_without_a_note_is_an_error_beside_the_note(client, laporan):
    satu = menunggu(laporan)[0]

    response = client.post(meja(laporan), isian(laporan, **{f"putusan_{satu.pk}": "kembalikan"}))

    assert response.context["form"].errors == {
        f"catatan_{satu.pk}": ["Tuliskan apa yang harus diperbaiki."]
    }
    assert Laporan.objects.get().status == "dikirim"


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"sha256_bundel": "0" * 64}, "Bundel berubah sejak Anda membukanya"),
        ({"sha256_bundel": ""}, "Bundel berubah sejak Anda membukanya"),
    ],
)
def test_decision_on_another_bundle_is_refused_in_words(client, laporan, ubah, sebab):
    response = client.post(meja(laporan), isian(laporan, **ubah))

    assert sebab in response.text
    assert not TindakLanjut.objects.exists()


def test_seat_that_ended_yesterday_decides_nothing_today(client, laporan):
    PemangkuJabatan.objects.filter(pengguna=ketua()).update(selesai=hari(-1))

    assert client.get(MEJA).status_code == 403
    assert client.post(meja(laporan), isian(laporan)).status_code in {403, 404}
    assert not TindakLanjut.objects.exists()


def pelaksana_harian():
    """Who acts for the chair today."""
    kursi = PemangkuJabatan.objects.get(pengguna=ketua()).jabatan
    plh = {"sifat": "plh", "mulai": hari(), "selesai": hari()}
    return PemangkuJabatanFactory(jabatan=kursi, **plh).pengguna


def test_acting_chair_of_today_decides(client, laporan):
    plh = pelaksana_harian()
    client.force_login(plh)

    client.post(meja(laporan), isian(laporan))

    assert Laporan.objects.get().diputuskan_oleh == plh


def test_one_choice_approves_all(client, laporan):
    client.post(meja(laporan), {"sha256_bundel": sha256_bundel(laporan), "semua": "setujui"})

    assert Laporan.objects.get().status == "disetujui"
    assert TindakLanjut.objects.count() == 2


def test_return_beside_the_choice_for_all_stands_with_its_note(client, laporan):
    satu, dua = menunggu(laporan)
    kiriman = {
        "sha256_bundel": sha256_bundel(laporan),
        "semua": "setujui",
        f"putusan_{dua.pk}": "kembalikan",
        f"catatan_{dua.pk}": "Perjelas tenggatnya.",
    }

    client.post(meja(laporan), kiriman)

    satu.refresh_from_db()
    dua.refresh_from_db()
    assert (satu.status, dua.status) == ("disetujui", "dikembalikan")
    assert dua.catatan_ketua == "Perjelas tenggatnya."


def test_one_note_returns_all_but_what_was_decided_by_itself(client, laporan):
    satu, dua = menunggu(laporan)
    kiriman = {
        "sha256_bundel": sha256_bundel(laporan),
        "semua": "kembalikan",
        "catatan_semua": "Lampirkan bukti setoran.",
        f"catatan_{dua.pk}": "Perjelas tenggatnya.",
    }

    client.post(meja(laporan), kiriman)

    assert Laporan.objects.get().status == "dikembalikan"
    catatan = {r.pk: r.catatan_ketua for r in Rekomendasi.objects.filter(status="dikembalikan")}
    assert catatan == {satu.pk: "Lampirkan bukti setoran.", dua.pk: "Perjelas tenggatnya."}


def test_all_returned_without_a_note_is_asked_for_one_where_it_was_chosen(client, laporan):
    kiriman = {"sha256_bundel": sha256_bundel(laporan), "semua": "kembalikan"}

    form = client.post(meja(laporan), kiriman).context["form"]

    assert set(form.errors) == {"catatan_semua"}
    assert Laporan.objects.get().status == "dikirim"


def test_bundle_stands_beside_the_decision_and_may_be_framed_by_this_site_alone(client, laporan):
    alamat = reverse("pelaporan:meja-ketua-bundel", args=[laporan.pk])
    assert f'src="{alamat}"' in client.get(meja(laporan)).text

    response = client.get(alamat)

    assert response.getvalue()  # reading the file to its end closes it
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


SERAH = reverse("pelaporan:meja-ketua-serahkan")


def serahkan(client, orang, **ubah):
    isi = {"pengguna": orang.pk, "mulai": hari(), "selesai": hari(2), "dasar": "Surat perintah 1",
           "tanggal_dasar": hari()}  # fmt: skip
    return client.post(SERAH, isi | ubah, follow=True)


def test_chair_leaves_the_desk_to_somebody_who_then_decides_as_plh(client, laporan):
    plh = PenggunaFactory(staf=True, nama="Sri Pelaksana")

    response = serahkan(client, plh)

    assert "Sri Pelaksana bertindak sebagai Plh." in response.text
    client.force_login(plh)
    client.post(meja(laporan), isian(laporan))
    assert Laporan.objects.get().diputuskan_oleh == plh


@pytest.mark.parametrize(
    ("ubah", "kolom"),
    [({"selesai": ""}, "selesai"), ({"selesai": hari(-1)}, "selesai"), ({"dasar": ""}, "dasar")],
)
def test_delegation_without_end_or_letter_is_an_error_at_the_field(client, laporan, ubah, kolom):
    response = serahkan(client, PenggunaFactory(staf=True), **ubah)

    assert kolom in response.context["form"].errors


def test_plh_does_not_pass_the_desk_on(client, laporan):
    plh = pelaksana_harian()
    client.force_login(plh)

    response = serahkan(client, PenggunaFactory(staf=True))

    assert "tidak dapat menyerahkan mejanya lagi" in response.text


# --- The head of government ---------------------------------------------------------------


@pytest.fixture(params=["f", "h"])
def huruf(request, client):
    client.force_login(PenggunaFactory(walikota=True))
    return RekomendasiFactory(diputus=True, status="menunggu_walikota", jenis=request.param)


def putuskan(client, rekomendasi, **isi):
    alamat = reverse("pelaporan:meja-walikota-putuskan", args=[rekomendasi.pk])
    return client.post(alamat, isi, follow=True)


def test_head_of_government_sees_only_what_waits_for_him(client, huruf):
    RekomendasiFactory(diajukan=True, jenis="f")

    assert list(client.get(WALIKOTA).context["object_list"]) == [huruf]


def test_first_page_leads_to_the_recommendation_on_the_desk(client, huruf):
    (tugas,) = client.get(reverse("beranda")).context["beranda"].tugas

    alamat, _, jangkar = tugas.tautan.partition("#")
    assert f'id="{jangkar}"' in client.get(alamat).text
    assert jangkar == f"rekomendasi-{huruf.pk}"


@pytest.mark.parametrize(
    ("isi", "status", "hasil"),
    [
        ({"putusan": "setuju"}, "disetujui", 1),
        ({"putusan": "tidak", "catatan": "Belum perlu."}, "ditolak", 0),
        ({"putusan": "tidak"}, "menunggu_walikota", 0),
        ({}, "menunggu_walikota", 0),
    ],
)
def test_head_of_government_decides_huruf_f_and_h(client, huruf, isi, status, hasil):
    putuskan(client, huruf, **isi)

    assert Rekomendasi.objects.get().status == status
    assert TindakLanjut.objects.count() == hasil


def test_chair_cannot_decide_for_the_head_of_government(client, huruf):
    client.force_login(PenggunaFactory(ketua=True))

    assert putuskan(client, huruf, putusan="setuju").status_code == 403
    assert not TindakLanjut.objects.exists()


def test_refused_decision_of_the_head_of_government_keeps_what_was_chosen(client, huruf):
    response = putuskan(client, huruf, putusan="tidak")

    assert response.context["form"].errors == {"catatan": ["Tuliskan alasan tidak menyetujui."]}
    assert "Tuliskan alasan tidak menyetujui." in response.text


def test_head_of_government_is_told_of_a_revoked_bundle_and_cannot_agree(client):
    laporan = laporan_draf(baris=1)
    Rekomendasi.objects.update(jenis="h")
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    kini, oleh = timezone.now(), ketua()
    Rekomendasi.objects.update(
        status="menunggu_walikota", diputuskan_oleh=oleh, diputuskan_pada=kini
    )
    laporan.bundel.update(alasan_cabut="Keliru.", dicabut_oleh=oleh, dicabut_pada=kini)
    client.force_login(PenggunaFactory(walikota=True))
    satu = Rekomendasi.objects.get()

    assert "hanya dapat tidak disetujui" in client.get(WALIKOTA).text
    assert "hanya dapat tidak disetujui" in putuskan(client, satu, putusan="setuju").text
    satu.refresh_from_db()
    assert satu.status == "menunggu_walikota"
    putuskan(client, satu, putusan="tidak", catatan="Dasarnya dicabut.")
    satu.refresh_from_db()
    assert satu.status == "ditolak"
