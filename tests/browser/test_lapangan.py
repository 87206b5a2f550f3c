"""The field kit on a phone: without signal, closed, reopened, sent late and twice."""

import io
from contextlib import contextmanager
from datetime import date, time

import pytest
from django.utils import timezone
from PIL import ExifTags, Image
from playwright.sync_api import expect

from pengawasan.enums import StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.queries import lapangan as queries
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory, hari, siapkan_surat

SANDI = "kata-sandi-panjang-uji"
KIT = "/pengawasan/lapangan/"
pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844},
    geolocation={"latitude": -6.23827, "longitude": 106.975571},
    permissions=["geolocation"],
)


@pytest.fixture
def kegiatan(situs):
    siapkan_surat()
    KebijakanFactory()
    return KegiatanFactory(ditugaskan=True)


@pytest.fixture
def orang(kegiatan):
    """`orang("ani")`: somebody of the unit who can sign in."""

    def satu(nama):
        pengguna = anggota_pd(kegiatan.naskah.perangkat_daerah.first(), username=nama)
        pengguna.set_password(SANDI)
        pengguna.save()
        return pengguna

    return satu


@pytest.fixture
def isi(situs, masuk, page, kegiatan, orang):
    """The form of the kegiatan, as Ani, on the phone and ready to be used without signal."""
    orang("ani")
    masuk(situs, "ani", SANDI)
    buka(page, kegiatan, situs)
    siap(page)
    return page


def buka(page, kegiatan, situs):
    page.goto(f"{situs}{KIT}{kegiatan.pk}/")
    page.locator("[data-field-form], [data-state-card]").first.wait_for(state="attached")


def siap(page):
    expect(page.locator("[data-signal]")).to_have_text("Siap tanpa sinyal")


def sampai(page, janji):
    """Wait in the page until the promise of `janji` is true."""
    lagi = "await new Promise((usai) => setTimeout(usai, 50))"
    page.evaluate(f"async () => {{ while (!(await ({janji})())) {lagi}; }}")


def tunggu(page, syarat):
    """Let the page go on until what was counted here is enough: half a minute, as expect waits."""
    for _ in range(600):
        if syarat():
            return
        page.wait_for_timeout(50)
    pytest.fail("it never came")


def gambar(nama="lokasi.jpg", sisi=(640, 480), mutu=80, exif=b""):
    keluaran = io.BytesIO()
    citra = Image.effect_noise(sisi, 90) if mutu == 100 else Image.new("RGB", sisi, "teal")
    citra.save(keluaran, "JPEG", quality=mutu, exif=exif)
    return {"name": nama, "mimeType": "image/jpeg", "buffer": keluaran.getvalue()}


def lengkapi(page, temuan="Kios terisi."):
    page.fill("[name=tanggal_kejadian]", hari(-1).isoformat())
    page.fill("[name=waktu_kejadian]", "09:30")
    page.fill("[name=tempat]", "Pasar baru")
    page.fill("[name=temuan-0-uraian]", temuan)


def tambah_foto(page, *foto):
    ada = page.locator("[data-photo-list] li").count()
    page.locator("[data-photo-input][multiple]").set_input_files(list(foto))
    expect(page.locator("[data-photo-list] li")).to_have_count(ada + len(foto))


def tersimpan(page):
    expect(page.locator("[data-saved]")).to_have_text("Tersimpan di ponsel")


def kirim(page):
    page.get_by_role("button", name="Kirim", exact=True).click()


def keadaan(page, kata):
    expect(page.locator("[data-state-card] [data-badge]:visible")).to_have_text(kata)


@contextmanager
def jawaban_hilang(page, bagian):
    """The server does what `bagian` asks, at least once, but the phone never hears of it."""
    terjawab = []

    def hilang(route):
        status = route.fetch().status
        route.abort()
        terjawab.append(status)

    page.context.route(f"**/{bagian}/", hilang)
    yield
    tunggu(page, lambda: terjawab)
    page.context.unroute(f"**/{bagian}/")
    assert max(terjawab) < 400


def test_filled_without_signal_closed_reopened_and_sent_late(
    isi, context, situs, kegiatan, assert_axe_clean
):
    context.set_offline(True)
    lengkapi(isi)
    isi.get_by_role("button", name="Pakai lokasi saya").click()
    expect(isi.locator("[name=lintang]")).to_have_value("-6.238270")
    isi.get_by_role("button", name="Tambah temuan").click()
    isi.fill("[name=temuan-1-uraian]", "Saluran tersumbat.")
    tambah_foto(isi, gambar("a.jpg"), gambar("b.jpg"))
    tersimpan(isi)
    assert_axe_clean(isi)
    isi.close()

    lagi = context.new_page()
    buka(lagi, kegiatan, situs)
    expect(lagi.locator("[name=temuan-1-uraian]")).to_have_value("Saluran tersumbat.")
    expect(lagi.locator("[data-photo-list] li")).to_have_count(2)
    kirim(lagi)
    keadaan(lagi, "Menunggu sinyal")
    assert_axe_clean(lagi)
    context.set_offline(False)
    keadaan(lagi, "Selesai")

    berita_acara = BeritaAcara.objects.get()
    assert berita_acara.status == StatusBeritaAcara.DIAJUKAN
    assert [str(t) for t in berita_acara.temuan.all()] == ["Kios terisi.", "Saluran tersumbat."]
    assert (str(berita_acara.lintang), berita_acara.tempat) == ("-6.238270", "Pasar baru")
    assert berita_acara.waktu_kejadian == time(9, 30)
    assert [f.berkas.nama for f in berita_acara.foto.all()] == ["a.jpg", "b.jpg"]
    assert all(f.diambil_pada for f in berita_acara.foto.all())


@pytest.mark.parametrize("bagian", ["kirim", "foto", "selesai"])
def test_an_answer_that_is_lost_makes_no_second_record_and_loses_no_photo(isi, bagian):
    lengkapi(isi)
    tambah_foto(isi, gambar("a.jpg"), gambar("b.jpg"), gambar("c.jpg"))

    with jawaban_hilang(isi, bagian):
        kirim(isi)
    # Not a click: the phone may have begun by itself, and then this button is hidden.
    isi.locator("[data-send-all]").dispatch_event("click")

    keadaan(isi, "Selesai")
    assert BeritaAcara.objects.get().foto.count() == 3


def test_what_is_changed_after_a_lost_answer_is_what_arrives(isi):
    lengkapi(isi, "Ditulis lebih dahulu.")

    with jawaban_hilang(isi, "kirim"):
        kirim(isi)
        isi.get_by_role("button", name="Ubah lagi").click()
        expect(isi.locator("[name=temuan-0-uraian]")).to_be_editable()
    isi.fill("[name=temuan-0-uraian]", "Ditulis kemudian.")
    kirim(isi)

    keadaan(isi, "Selesai")
    assert str(BeritaAcara.objects.get().temuan.get()) == "Ditulis kemudian."


def test_a_session_that_ended_keeps_the_draft_until_one_signs_in_again(isi, context, situs):
    lengkapi(isi)
    tersimpan(isi)
    context.clear_cookies()
    kirim(isi)
    keadaan(isi, "Masuk lagi untuk mengirim")

    isi.get_by_role("link", name="Masuk lagi").click()
    isi.fill("[name=login]", "ani")
    isi.fill("[name=password]", SANDI)
    isi.click("main [type=submit]")

    keadaan(isi, "Selesai")
    assert BeritaAcara.objects.count() == 1


def test_another_person_on_the_same_phone_sees_nothing(
    isi, context, situs, masuk, kegiatan, orang, assert_axe_clean
):
    lengkapi(isi, "Rahasia Ani.")
    tersimpan(isi)
    orang("budi")
    masuk(situs, "budi", SANDI)
    sampai(isi, "async () => !(await caches.keys()).some((nama) => nama.includes('halaman'))")

    isi.goto(f"{situs}{KIT}")
    expect(isi.locator("[data-trouble-text]")).to_contain_text("pengguna lain")
    expect(isi.locator("[data-drafts]")).to_be_hidden()
    assert_axe_clean(isi)
    buka(isi, kegiatan, situs)
    expect(isi.locator("[name=temuan-0-uraian]")).to_have_value("")
    masuk(situs, "ani", SANDI)
    buka(isi, kegiatan, situs)
    expect(isi.locator("[name=temuan-0-uraian]")).to_have_value("Rahasia Ani.")


def test_signing_out_asks_about_what_is_unsent_and_leaves_nothing(isi, context, situs):
    lengkapi(isi)
    tersimpan(isi)
    isi.goto(f"{situs}/keluar/")
    isi.locator("form[data-confirm]").wait_for()
    isi.get_by_role("button", name="Keluar").click()
    expect(isi.get_by_role("dialog")).to_contain_text("1 isian tinjau lokasi")

    isi.get_by_role("dialog").get_by_role("button", name="Keluar").click()

    isi.wait_for_url("**/masuk/**")
    assert isi.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert isi.evaluate("async () => (await caches.keys()).filter((n) => /halaman/.test(n))") == []


def test_what_the_server_refuses_stands_at_its_field_and_is_mended(isi, assert_axe_clean):
    lengkapi(isi)
    isi.fill("[name=tanggal_kejadian]", hari(2).isoformat())
    kirim(isi)
    keadaan(isi, "Ditolak")
    expect(isi.locator("[name=tanggal_kejadian] ~ .field-error")).to_contain_text("di masa depan")
    assert_axe_clean(isi)

    isi.fill("[name=tanggal_kejadian]", hari(-1).isoformat())
    kirim(isi)

    keadaan(isi, "Selesai")
    assert BeritaAcara.objects.get().tanggal_kejadian == hari(-1)


def test_what_is_missing_is_said_before_there_is_signal(isi, context):
    context.set_offline(True)
    isi.fill("[name=tempat]", "")
    kirim(isi)

    tempat = isi.locator("[name=tempat] ~ .field-error")
    expect(tempat).to_have_text("Bidang ini tidak boleh kosong.")
    expect(isi.locator("#temuan .field-error")).to_contain_text("sekurangnya satu hasil")


def test_a_kegiatan_cancelled_meanwhile_is_refused_and_nothing_is_lost(
    isi, situs, kegiatan, assert_axe_clean
):
    lengkapi(isi, "Kios terisi.")
    tambah_foto(isi, gambar("a.jpg"))
    tersimpan(isi)
    Kegiatan.objects.update(status=StatusKegiatan.DIBATALKAN, alasan_batal="Ditunda")
    kirim(isi)
    keadaan(isi, "Ditolak")
    expect(isi.locator("[data-state-card] [data-message]")).to_have_text("Kegiatan ini dibatalkan.")

    isi.goto(f"{situs}{KIT}")
    expect(isi.locator("[data-draft-list] li")).to_contain_text("Kegiatan ini dibatalkan.")
    assert_axe_clean(isi)
    unduhan = []
    isi.on("download", lambda satu: unduhan.append(satu))  # noqa: PLW0108 - it marks what it is given
    isi.get_by_role("button", name="Simpan salinan").click()
    tunggu(isi, lambda: len(unduhan) == 2)

    nama = sorted(satu.suggested_filename for satu in unduhan)
    assert [nama[0], nama[1][:14]] == ["a.jpg", "tinjau-lokasi-"]
    teks = next(satu for satu in unduhan if satu.suggested_filename.endswith(".txt"))
    assert "Hasil yang ditemukan: Kios terisi." in teks.path().read_text()
    assert not BeritaAcara.objects.exists()


def test_a_huge_photo_is_made_lighter_and_keeps_what_the_camera_wrote(isi):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:01:02 09:30:00"
    besar = gambar("besar.jpg", (4000, 3000), 100, exif)
    assert len(besar["buffer"]) > 4_000_000
    lengkapi(isi)
    tambah_foto(isi, besar)
    kirim(isi)
    keadaan(isi, "Selesai")

    foto = BeritaAcara.objects.get().foto.get()
    assert timezone.localtime(foto.diambil_pada).date() == date(2026, 1, 2)
    with Image.open(io.BytesIO(foto.berkas.baca())) as citra:
        assert citra.size == (1920, 2560)
        assert citra.getexif()[ExifTags.Base.Orientation] == 1


def test_a_page_is_made_ready_from_the_list_and_opened_without_signal(
    page, context, situs, masuk, kegiatan, orang, assert_axe_clean
):
    orang("ani")
    masuk(situs, "ani", SANDI)
    page.goto(f"{situs}{KIT}")
    assert_axe_clean(page)
    page.get_by_role("button", name="Siapkan untuk dibawa").click()
    expect(page.locator("[data-ready]")).to_be_visible()
    siap(page)

    context.set_offline(True)
    page.goto(f"{situs}{KIT}")
    page.locator(".task a.btn-primary").click()

    expect(page.locator("[name=tempat]")).to_be_visible()
    expect(page.locator("[data-signal]")).to_have_text("Tanpa sinyal")
    assert page.evaluate("document.fonts.check('16px Inter')")


def test_a_new_version_brings_its_files_and_drops_the_old(
    isi, context, situs, kegiatan, monkeypatch
):
    cangkang = "async () => (await caches.keys()).filter((nama) => nama.includes('aset'))"
    lama = isi.evaluate(cangkang)
    monkeypatch.setattr(queries, "CANGKANG", (*queries.CANGKANG, "vendor/arimo-5.3.0"))
    buka(isi, kegiatan, situs)

    sampai(isi, f"async () => (await ({cangkang})()).join() !== '{lama[0]}'")
    sampai(isi, f"async () => (await ({cangkang})()).length === 1")
    context.set_offline(True)
    buka(isi, kegiatan, situs)
    expect(isi.locator("[name=tempat]")).to_be_visible()


def test_no_page_beyond_the_kit_is_kept(isi, context, situs):
    isi.goto(f"{situs}/")
    isi.goto(f"{situs}/pengawasan/kegiatan/")
    kunci = isi.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (n) =>"
        " (await (await caches.open(n)).keys()).map((r) => new URL(r.url).pathname)))).flat()"
    )

    assert {k for k in kunci if not k.startswith((KIT, "/static/"))} == set()
