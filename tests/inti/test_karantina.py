"""The page of what the scanner refused: seen by administrators, kept, deleted for good."""

import pytest
from django.urls import reverse

from inti.enums import StatusKarantina as Status
from inti.models import BerkasKarantina, JejakAudit
from inti.putusan import AturanDilanggar
from inti.services import karantina as services
from tests.factories.inti import BerkasKarantinaFactory, PenggunaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tempat(settings, tmp_path):
    settings.KARANTINA_DIR = tmp_path


@pytest.fixture
def admin(client):
    admin = PenggunaFactory(admin=True)
    client.force_login(admin)
    return admin


def berisi(**kolom):
    satu = BerkasKarantinaFactory(**kolom)
    satu.path.write_bytes(b"x")
    return satu


def test_list_shows_who_what_and_where_and_says_so_when_there_is_none(client, admin):
    alamat = reverse("karantina-daftar")
    assert "Tidak ada berkas di karantina." in client.get(alamat).text
    pengunggah = PenggunaFactory(nama="Ani Lestari")
    satu = berisi(nama="<b>a</b>.pdf", diunggah_oleh=pengunggah, tujuan="/portal/laporan/3/unggah/")

    isi = client.get(alamat).text

    for kata in ("&lt;b&gt;a&lt;/b&gt;.pdf", "Ani Lestari", "/portal/laporan/3/unggah/",
                 satu.temuan, satu.sha256[:10], "Disimpan sementara"):  # fmt: skip
        assert kata in isi
    assert "<b>a</b>" not in isi


@pytest.mark.parametrize(
    ("saringan", "ada"),
    [("q=jahat", 1), ("q=Eicar", 1), ("q=lain", 0), ("status=dihapus", 0), ("status=disimpan", 1)],
)
def test_list_narrows(client, admin, saringan, ada):
    BerkasKarantinaFactory(nama="jahat.pdf")

    assert client.get(f"{reverse('karantina-daftar')}?{saringan}").text.count("jahat.pdf") == ada


def test_list_is_taken_away_as_a_file(client, admin):
    satu = BerkasKarantinaFactory(nama="=1+1.pdf")

    isi = client.get(f"{reverse('karantina-daftar')}?format=csv").getvalue().decode("utf-8-sig")

    assert "'=1+1.pdf" in isi
    assert satu.sha256 in isi
    assert JejakAudit.objects.latest("pk").aksi == "karantina.ekspor"


def test_deleting_is_said_twice_and_leaves_the_refusal_and_a_line(
    client, admin, django_capture_on_commit_callbacks
):
    satu, alamat = berisi(), "karantina-hapus"
    sama = BerkasKarantinaFactory(sha256=satu.sha256)

    ditolak = client.post(reverse(alamat, args=[satu.pk]))

    assert "Centang dahulu" in ditolak.text
    assert satu.path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse(alamat, args=[satu.pk]), {"yakin": "on"})

    assert not satu.path.exists()
    assert {*BerkasKarantina.objects.values_list("status", flat=True)} == {Status.DIHAPUS}
    jejak = JejakAudit.objects.get(aksi="berkas_karantina.hapus")
    assert (jejak.pelaku, jejak.objek_id, jejak.perubahan) == (
        admin, satu.pk, {"sha256": satu.sha256},
    )  # fmt: skip
    with pytest.raises(AturanDilanggar, match="sudah tidak disimpan"):
        services.hapus(sama.pk, oleh=admin)


def test_what_is_kept_as_evidence_outlives_its_time(client, admin):
    satu = berisi()

    client.post(reverse("karantina-pertahankan", args=[satu.pk]))

    BerkasKarantina.objects.update(pada="2020-01-01T00:00Z")
    assert services.bersihkan(uji_coba=False) == 0
    assert satu.path.exists()
    assert "Dipertahankan" in client.get(satu.get_absolute_url()).text
    assert JejakAudit.objects.latest("pk").aksi == "berkas_karantina.pertahankan"
    with pytest.raises(AturanDilanggar, match="sudah dipertahankan"):
        services.pertahankan(satu.pk, oleh=admin)


def test_the_same_bytes_kept_for_another_refusal_stay(admin):
    lama, baru = berisi(), BerkasKarantinaFactory()
    BerkasKarantina.objects.filter(pk=lama.pk).update(pada="2020-01-01T00:00Z")
    BerkasKarantina.objects.filter(pk=baru.pk).update(sha256=lama.sha256)

    assert services.bersihkan(uji_coba=False) == 0
    assert lama.path.exists()


def test_nothing_is_offered_for_bytes_that_are_gone(client, admin):
    satu = BerkasKarantinaFactory(status=Status.TANPA_ISI)

    isi = client.get(satu.get_absolute_url()).text

    assert "Hapus isinya" not in isi
    assert "Pertahankan" not in isi


def test_nobody_else_knows_of_any():
    BerkasKarantinaFactory()

    assert not BerkasKarantina.objects.terlihat_oleh(PenggunaFactory(staf=True)).exists()
