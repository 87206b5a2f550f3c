"""Kegiatan through the client: list, working page, plan, change, cancel."""

import pytest
from django.urls import reverse

from kerjasama.services import indeks
from pengawasan.enums import JenisKegiatan, Metode, Sifat, StatusKegiatan
from pengawasan.models import Kegiatan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    JadwalFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    SuratTugasFactory,
    hari,
)

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pengawasan:kegiatan-daftar")
TAMBAH = reverse("pengawasan:kegiatan-tambah")


def masuk(client, **peran):
    orang = PenggunaFactory(**peran)
    client.force_login(orang)
    return orang


def halaman(client, alamat):
    return client.get(alamat).content.decode()


# --- List -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_takes_the_same_queries_for_any_number_of_rows(client, count_queries, jumlah):
    KegiatanFactory.create_batch(jumlah)
    masuk(client, staf=True)

    with count_queries(8):
        assert client.get(DAFTAR).context["page_obj"].jumlah == jumlah


def test_daftar_shows_a_unit_its_own_naskah_only(client):
    milik, lain = KegiatanFactory(), KegiatanFactory(naskah__judul="MILIK-LAIN")
    client.force_login(anggota_pd(milik.naskah.perangkat_daerah.first()))

    page = halaman(client, DAFTAR)

    assert milik.naskah.judul in page
    assert "MILIK-LAIN" not in page
    assert str(lain.naskah.perangkat_daerah.first()) not in page


@pytest.mark.parametrize(
    ("saring", "hasil"),
    [
        ("q=pasar", ["pasar"]),
        ("q=PT Sampah", ["sampah"]),
        ("jenis=evaluasi", ["sampah"]),
        ("status=ditugaskan", ["sampah"]),
        ("dari={besok}", ["sampah"]),
        ("sampai={kini}", ["pasar"]),
        ("q=tidak ada", []),
        ("urut=tanggal_rencana", ["pasar", "sampah"]),
        ("urut=naskah__judul;drop", ["sampah", "pasar"]),
    ],
)
def test_daftar_narrows_and_sorts(client, saring, hasil):
    KegiatanFactory(naskah=NaskahFactory(judul="pasar"))
    mitra = [MitraFactory(nama="PT Sampah Jaya")]
    KegiatanFactory(
        naskah=NaskahFactory(judul="sampah", mitra=mitra),
        evaluasi=True,
        ditugaskan=True,
        tanggal_rencana=hari(5),
    )
    masuk(client, staf=True)

    page = client.get(f"{DAFTAR}?{saring.format(besok=hari(1), kini=hari())}")

    assert [k.naskah.judul for k in page.context["object_list"]] == hasil


def test_daftar_narrows_by_unit(client):
    satu, _ = KegiatanFactory(), KegiatanFactory()
    masuk(client, tim=True)

    page = client.get(f"{DAFTAR}?perangkat_daerah={satu.naskah.perangkat_daerah.first().pk}")

    assert list(page.context["object_list"]) == [satu]


def test_daftar_marks_what_is_past_its_legal_date(client):
    jadwal = JadwalFactory(jatuh_tempo=hari(-1))
    KegiatanFactory(jadwal=jadwal, naskah=jadwal.naskah)
    masuk(client, staf=True)

    assert "Lewat jatuh tempo" in halaman(client, DAFTAR)


@pytest.mark.parametrize(
    ("peran", "kode"), [("staf", 200), ("pd", 200), ("ketua", 200), ("mitra", 403), ("admin", 403)]
)
def test_daftar_is_for_those_who_supervise(client, peran, kode):
    masuk(client, **{peran: True})

    assert client.get(DAFTAR).status_code == kode


# --- Working page ---------------------------------------------------------------------------


def kegiatan_lengkap(jumlah):
    """An evaluasi under way with so many rows of everything."""
    matrik = MatrikFactory(baris=jumlah)
    kegiatan = matrik.kegiatan
    HadirinFactory.create_batch(jumlah, rapat__kegiatan=kegiatan)
    NotulensiFactory(rapat__kegiatan=kegiatan)
    BeritaAcaraFactory.create_batch(jumlah, kegiatan=kegiatan, diverifikasi=True)
    SuratTugasFactory(kegiatan=[kegiatan], anggota=PenggunaFactory.create_batch(jumlah))
    return kegiatan


@pytest.mark.parametrize("jumlah", [1, 3])
@pytest.mark.parametrize("peran", ["tim", "pd"])
def test_rincian_takes_the_same_queries_for_any_number_of_rows(
    client, count_queries, jumlah, peran
):
    kegiatan = kegiatan_lengkap(jumlah)
    unit = kegiatan.naskah.perangkat_daerah.first()
    client.force_login(anggota_pd(unit) if peran == "pd" else PenggunaFactory(tim=True))

    with count_queries(13):
        client.get(kegiatan.get_absolute_url())


def test_rincian_shows_each_part_to_the_team(client):
    kegiatan = kegiatan_lengkap(2)
    masuk(client, tim=True)

    page = halaman(client, kegiatan.get_absolute_url())

    for kata in ("Surat tugas", "2 orang hadir", "Notulensi", "2 baris, 2 rekomendasi", "Riwayat"):
        assert kata in page
    assert "lalu nyatakan dokumentasi lengkap." in page
    assert f"?kegiatan={kegiatan.pk}" in page


@pytest.mark.parametrize(("isi", "utama"), [((), "daftar_hadir"), ((HadirinFactory,), "notulensi")])
def test_rincian_makes_the_next_step_the_one_main_button(client, isi, utama):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    for factory in isi:
        factory(rapat__kegiatan=kegiatan)
    masuk(client, tim=True)

    response = client.get(kegiatan.get_absolute_url())

    assert [n for n, nada in response.context["nada"].items() if nada == "primary"] == [utama]


def test_rincian_keeps_the_matrix_from_a_unit_until_it_is_reported(client):
    kegiatan = kegiatan_lengkap(1)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.first()))
    Kegiatan.objects.filter(pk=kegiatan.pk).update(hasil_wawancara="RAHASIA-TIM")

    sebelum = halaman(client, kegiatan.get_absolute_url())
    Kegiatan.objects.filter(pk=kegiatan.pk).update(status=StatusKegiatan.DILAPORKAN)
    sesudah = halaman(client, kegiatan.get_absolute_url())

    assert "RAHASIA-TIM" not in sebelum
    assert "1 baris, 1 rekomendasi" in sesudah


def test_rincian_says_why_an_action_is_not_possible(client):
    kegiatan = KegiatanFactory()
    masuk(client, tim=True)

    page = halaman(client, kegiatan.get_absolute_url())

    assert "Hanya Staf Bagian Kerja Sama yang dapat menerbitkan surat tugas." in page
    assert "Terbitkan surat tugas lebih dahulu" in page


@pytest.mark.parametrize(
    ("peran", "ajakan"), [("staf", True), ("tim", True), ("ketua", False), ("walikota", False)]
)
def test_rincian_offers_a_meeting_to_those_who_may_call_one(client, peran, ajakan):
    kegiatan = KegiatanFactory()
    masuk(client, **{peran: True})

    assert ("Adakan rapat" in halaman(client, kegiatan.get_absolute_url())) is ajakan


def test_rincian_of_a_decided_kegiatan_offers_nothing(client):
    kegiatan = KegiatanFactory(diputuskan=True)
    masuk(client, staf=True)

    page = halaman(client, kegiatan.get_absolute_url())

    assert "Ubah rencana" not in page
    assert "Susun berita acara" not in page


def test_rincian_of_a_cancelled_kegiatan_says_why(client):
    masuk(client, staf=True)

    page = halaman(client, KegiatanFactory(dibatalkan=True).get_absolute_url())

    assert "Kegiatan ini dibatalkan" in page
    assert "Ditunda" in page


@pytest.mark.parametrize(
    "nama",
    ["kegiatan-rincian", "kegiatan-ubah", "kegiatan-batal", "kegiatan-unsur", "hadirin-ubah"],
)
def test_pages_of_another_unit_do_not_exist(client, nama):
    kegiatan = KegiatanFactory(evaluasi=True)
    client.force_login(anggota_pd(NaskahFactory().perangkat_daerah.first()))

    assert client.get(reverse(f"pengawasan:{nama}", args=[kegiatan.pk])).status_code == 404


def test_a_kegiatan_is_gone_the_day_after_the_membership_ends(client):
    kegiatan = KegiatanFactory()
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.first())
    client.force_login(orang)

    orang.keanggotaan.update(selesai=hari())
    hari_terakhir = client.get(kegiatan.get_absolute_url()).status_code
    orang.keanggotaan.update(selesai=hari(-1))

    assert hari_terakhir == 200
    assert client.get(kegiatan.get_absolute_url()).status_code == 404
    assert kegiatan.naskah.judul not in halaman(client, DAFTAR)


def test_pages_below_a_kegiatan_keep_its_menu_entry(client):
    matrik = MatrikFactory()
    masuk(client, tim=True)

    menu = client.get(reverse("pengawasan:matrik-rincian", args=[matrik.kegiatan_id])).context[
        "menu"
    ]

    assert [b.judul for b in menu if b.aktif] == ["Kegiatan"]


# --- Plan -----------------------------------------------------------------------------------


def test_tambah_from_a_jadwal_takes_naskah_and_kind_from_it(client):
    staf, jadwal = masuk(client, staf=True), JadwalFactory(jenis=JenisKegiatan.EVALUASI)
    lain = NaskahFactory()

    client.post(
        f"{TAMBAH}?jadwal={jadwal.pk}",
        {
            "tanggal_rencana": hari(3),
            "metode": Metode.FGD,
            "naskah": lain.pk,
            "jenis": JenisKegiatan.PEMANTAUAN,
            "status": StatusKegiatan.DIPUTUSKAN,
            "tanggal_pelaksanaan": hari(),
        },
    )

    kegiatan = Kegiatan.objects.get()
    assert (kegiatan.naskah, kegiatan.jadwal) == (jadwal.naskah, jadwal)
    assert (kegiatan.jenis, kegiatan.sifat) == (JenisKegiatan.EVALUASI, Sifat.BERKALA)
    assert (kegiatan.status, kegiatan.tanggal_pelaksanaan) == (StatusKegiatan.DIRENCANAKAN, None)
    assert kegiatan.dibuat_oleh == staf


def test_tambah_from_a_jadwal_begins_with_its_date(client):
    jadwal = JadwalFactory(ditunda_sampai=hari(40), alasan_penundaan="Pemilu")
    masuk(client, staf=True)

    assert f'value="{hari(40)}"' in halaman(client, f"{TAMBAH}?jadwal={jadwal.pk}")


INSIDENTAL = {
    "jenis": JenisKegiatan.PEMANTAUAN,
    "metode": Metode.TINJAU_LOKASI,
    "tanggal_rencana": hari(3),
    "alasan": "Pengaduan",
    "peminta": "Sekretaris Daerah",
}


def test_tambah_insidental_for_a_naskah(client):
    masuk(client, tim=True)
    naskah = NaskahFactory()

    answer = client.post(
        f"{TAMBAH}?naskah={naskah.pk}", INSIDENTAL | {"menggantikan_berkala": "on"}
    )

    kegiatan = Kegiatan.objects.get()
    assert answer.url == kegiatan.get_absolute_url()
    assert (kegiatan.sifat, kegiatan.menggantikan_berkala) == (Sifat.INSIDENTAL, True)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"alasan": ""}, "Bidang ini tidak boleh kosong."),
        ({"metode": Metode.FGD}, "Pemantauan dilakukan dengan"),
        ({"bersama_perpanjangan": "on"}, "Hanya untuk evaluasi."),
        ({"tanggal_rencana": "2001-01-01"}, "sebelum naskah ditandatangani"),
    ],
)
def test_tambah_insidental_keeps_what_was_typed_and_says_what_is_wrong(client, isian, pesan):
    masuk(client, staf=True)

    answer = client.post(f"{TAMBAH}?naskah={NaskahFactory().pk}", INSIDENTAL | isian)

    page = answer.content.decode()
    assert pesan in page
    assert "Sekretaris Daerah" in page
    assert not Kegiatan.objects.exists()


def test_tambah_without_origin_finds_the_naskah(client):
    naskah = NaskahFactory(judul="Pengelolaan pasar induk")
    NaskahFactory(judul="Pasar draf", status="draf")
    masuk(client, staf=True)

    indeks.lengkapi()
    page = halaman(client, f"{TAMBAH}?q=pasar")

    assert f"?naskah={naskah.pk}" in page
    assert "Pasar draf" not in page


@pytest.mark.parametrize(("peran", "kode"), [("pd", 403), ("ketua", 403), ("tim", 200)])
def test_tambah_is_for_those_who_plan(client, peran, kode):
    masuk(client, **{peran: True})

    assert client.get(TAMBAH).status_code == kode


# --- Change, cancel, elements ---------------------------------------------------------------


def test_ubah_moves_the_plan(client):
    kegiatan = KegiatanFactory()
    masuk(client, staf=True)

    client.post(
        reverse("pengawasan:kegiatan-ubah", args=[kegiatan.pk]),
        {"tanggal_rencana": hari(9), "waktu_rencana": "09:30", "tempat": "Balai kota"},
    )

    kegiatan.refresh_from_db()
    assert (kegiatan.tanggal_rencana, kegiatan.tempat) == (hari(9), "Balai kota")


def test_batal_needs_a_reason(client):
    kegiatan = KegiatanFactory()
    masuk(client, staf=True)
    alamat = reverse("pengawasan:kegiatan-batal", args=[kegiatan.pk])

    client.post(alamat, {"alasan": " "})
    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DIRENCANAKAN

    client.post(alamat, {"alasan": "Mitra berhalangan"})
    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DIBATALKAN


@pytest.mark.parametrize("nama", ["kegiatan-ubah", "kegiatan-batal", "hadirin-ubah"])
def test_forms_of_a_decided_kegiatan_do_not_open(client, nama):
    kegiatan = KegiatanFactory(diputuskan=True)
    masuk(client, staf=True)

    answer = client.get(reverse(f"pengawasan:{nama}", args=[kegiatan.pk]))

    assert answer.url == kegiatan.get_absolute_url()


def test_unsur_is_recorded_for_an_evaluasi(client):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    masuk(client, tim=True)

    client.post(
        reverse("pengawasan:kegiatan-unsur", args=[kegiatan.pk]),
        {"hasil_wawancara": "Warga puas", "alasan_tanpa_tinjau": "Sudah ditinjau"},
    )

    kegiatan.refresh_from_db()
    assert kegiatan.hasil_wawancara == "Warga puas"


def test_unsur_without_a_word_is_refused_at_the_form(client):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    masuk(client, tim=True)

    alamat = reverse("pengawasan:kegiatan-unsur", args=[kegiatan.pk])
    answer = client.post(alamat, {"hasil_wawancara": " ", "alasan_tanpa_tinjau": ""})

    assert "Isi hasil wawancara, atau alasan" in answer.content.decode()
    kegiatan.refresh_from_db()
    assert kegiatan.hasil_wawancara == ""


def test_unsur_of_a_pemantauan_does_not_exist(client):
    masuk(client, tim=True)
    kegiatan = KegiatanFactory(ditugaskan=True)

    answer = client.get(reverse("pengawasan:kegiatan-unsur", args=[kegiatan.pk]))

    assert answer.status_code == 404
