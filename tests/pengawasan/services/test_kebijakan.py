"""Versions of the policy: drafted, tried out, published; then every plan is made anew."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah, nilai_kolom, ringkas
from inti.unggahan import PDF, Diperiksa
from pengawasan.models import BarisSimulasiKebijakan, Jadwal, Kebijakan, SimulasiKebijakan
from pengawasan.services import jadwal, simulasi_kebijakan
from pengawasan.services import kebijakan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kebijakan import (
    BarisSimulasiKebijakanFactory,
    DrafKebijakanFactory,
    SimulasiKebijakanFactory,
)
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
ISI = {
    "versi": "2027-1",
    "dasar": "Keputusan Kepala Daerah",
    "berlaku_mulai": date(2090, 1, 1),
    "interval_pemantauan": 3,
    "tangga": [-14, 0, 14],
}


@pytest.fixture
def admin():
    return PenggunaFactory(admin=True)


@pytest.fixture
def draf():
    KebijakanFactory()
    return SimulasiKebijakanFactory().kebijakan


def test_a_draft_governs_nothing():
    KebijakanFactory()
    berkas = Diperiksa(b"%PDF-1.4 keputusan", PDF, "keputusan.pdf")

    baru = services.susun(ISI, berkas=berkas, oleh=PenggunaFactory(staf=True))

    assert (baru.status, baru.berkas.nama, baru.tangga) == ("draf", "keputusan.pdf", [-14, 0, 14])
    assert Kebijakan.objects.berlaku_pada(date(2099, 1, 1)).versi == "Peraturan"
    assert aksi_tercatat() == ["kebijakan.susun"]


def test_a_name_is_given_once():
    DrafKebijakanFactory(versi="2027-1")

    with pytest.raises(AturanDilanggar, match="Sudah ada kebijakan dengan nama versi itu"):
        services.susun(ISI, oleh=PenggunaFactory(staf=True))


def test_a_change_is_told_and_makes_the_trial_out_of_date(draf):
    services.ubah(draf.pk, {"interval_pemantauan": 5}, oleh=draf.disusun_oleh)

    draf.refresh_from_db()
    assert (draf.interval_pemantauan, draf.revisi) == (5, 2)
    assert JejakAudit.objects.get().perubahan == {"beda": {"interval_pemantauan": [4, 5]}}
    with pytest.raises(AturanDilanggar, match="Simulasikan versi ini dahulu"):
        services.terbitkan(draf.pk, oleh=PenggunaFactory(admin=True))


def test_a_draft_that_someone_else_changed_is_not_overwritten(draf):
    asal = ringkas(nilai_kolom(draf, ["interval_pemantauan", "berkas"]))
    services.ubah(draf.pk, {"interval_pemantauan": 5}, asal=asal, oleh=draf.disusun_oleh)

    with pytest.raises(KolomBerubah):
        services.ubah(draf.pk, {"interval_pemantauan": 7}, asal=asal, oleh=draf.disusun_oleh)

    draf.refresh_from_db()
    assert draf.interval_pemantauan == 5


def test_a_draft_is_thrown_away_with_its_trial_and_leaves_its_line(draf):
    BarisSimulasiKebijakanFactory(simulasi=draf.simulasi.get())

    services.hapus(draf.pk, oleh=draf.disusun_oleh)

    assert not Kebijakan.objects.filter(pk=draf.pk).exists()
    assert aksi_tercatat() == ["kebijakan.hapus"]


# --- Publishing -------------------------------------------------------------------------------


def test_published_version_is_in_force_from_its_day_and_those_who_plan_are_told(draf, admin):
    staf = PenggunaFactory(staf=True)

    services.terbitkan(draf.pk, oleh=admin)

    draf.refresh_from_db()
    assert (draf.status, draf.diterbitkan_oleh) == ("terbit", admin)
    assert Kebijakan.objects.berlaku_pada(hari(9)).versi == "Peraturan"
    assert Kebijakan.objects.berlaku_pada(hari(10)) == draf
    assert staf in {n.kepada for n in Notifikasi.objects.all()}


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"berlaku_mulai": hari(-1)}, "tidak dapat berlaku mundur"),
        ({"nomor_keputusan": ""}, "Isi nomor, tanggal, dan tentang"),
        ({"berkas": None}, "lampirkan berkasnya"),
    ],
)
def test_unsound_draft_is_not_published(draf, admin, kolom, sebab):
    Kebijakan.objects.filter(pk=draf.pk).update(**kolom)

    with pytest.raises(AturanDilanggar, match=sebab):
        services.terbitkan(draf.pk, oleh=admin)

    assert Kebijakan.objects.terbit().count() == 1
    assert aksi_tercatat() == []


def test_version_that_begins_before_a_published_one_is_refused(draf, admin):
    KebijakanFactory(versi="kelak", berlaku_mulai=hari(10))

    with pytest.raises(AturanDilanggar, match="Sudah ada versi terbit"):
        services.terbitkan(draf.pk, oleh=admin)


def test_who_wrote_it_does_not_publish_it(draf):
    with pytest.raises(AturanDilanggar, match="kebijakannya sendiri"):
        services.terbitkan(draf.pk, oleh=draf.disusun_oleh)


@pytest.mark.parametrize("langkah", ["ubah", "hapus", "simulasikan", "terbitkan"])
def test_published_version_is_never_changed(langkah, admin):
    terbit = KebijakanFactory()
    kolom = {"ubah": {"data": {"interval_pemantauan": 9}}}.get(langkah, {})

    with pytest.raises(AturanDilanggar, match="sudah terbit tidak dapat"):
        getattr(services, langkah)(terbit.pk, **kolom, oleh=admin)


def test_publishing_without_its_line_in_the_trail_is_none(draf, admin, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.terbitkan(draf.pk, oleh=admin)

    draf.refresh_from_db()
    assert draf.status == "draf"


@pytest.mark.parametrize(
    "kolom",
    [
        {"interval_pemantauan": 0},
        {"interval_evaluasi": 400},
        {"interval_laporan": 61},
        {"batas_tanpa_evaluasi": 0},
    ],
)
def test_the_database_refuses_an_interval_that_nobody_means(kolom):
    with pytest.raises(IntegrityError), transaction.atomic():
        KebijakanFactory(versi="aneh", **kolom)


# --- What it moves ----------------------------------------------------------------------------


@pytest.fixture
def naskah():
    """Signed today, so that everything after the first turn arises later."""
    return NaskahFactory(tanggal_ttd=hari(), tanggal_berakhir=None)


def test_the_trial_is_what_the_runner_then_does(naskah, admin):
    KebijakanFactory()
    sendiri = NaskahFactory(
        tanggal_ttd=hari(), interval_pemantauan=2, klausul_interval="Pasal 9", tanggal_berakhir=None
    )
    jadwal.susun_yang_berubah()
    draf = DrafKebijakanFactory(interval_pemantauan=3)
    semula = {(j.jenis, j.ke): j.jatuh_tempo for j in naskah.jadwal.all()}

    services.simulasikan(draf.pk, oleh=draf.disusun_oleh)
    assert simulasi_kebijakan.kerjakan_antrean() == 1
    services.terbitkan(draf.pk, oleh=admin)
    while jadwal.susun_yang_berubah():
        pass

    kini = {(j.jenis, j.ke): j.jatuh_tempo for j in naskah.jadwal.all()}
    baris = BarisSimulasiKebijakan.objects.filter(naskah=naskah).exclude(jenis="laporan")
    bergeser = {(b.jenis, b.ke): (b.semula, b.menjadi) for b in baris if b.perubahan == "bergeser"}
    assert bergeser
    assert all((semula[k], kini[k]) == v for k, v in bergeser.items())
    assert kini["pemantauan", 1] == semula["pemantauan", 1]
    assert not BarisSimulasiKebijakan.objects.filter(naskah=sendiri).exists()
    assert SimulasiKebijakan.objects.get().ringkasan["naskah"] == 1


def test_published_version_leaves_a_line_that_says_why_a_date_moved(naskah, draf, admin):
    jadwal.susun_yang_berubah()
    services.terbitkan(draf.pk, oleh=admin)

    jadwal.susun_yang_berubah()

    kabar = JejakAudit.objects.get(aksi="jadwal.susun", objek_id=naskah.pk)
    assert "Interval berubah dari 6 menjadi 4 bulan" in str(kabar.perubahan)
    assert Jadwal.objects.filter(naskah=naskah).first().dasar["kebijakan"] == "Peraturan"


def test_a_trial_writes_nothing_but_its_own_rows(naskah, draf):
    jadwal.susun_yang_berubah()
    semula = list(Jadwal.objects.order_by("pk").values())

    services.simulasikan(draf.pk, oleh=draf.disusun_oleh)
    simulasi_kebijakan.kerjakan_antrean()

    assert list(Jadwal.objects.order_by("pk").values()) == semula
    assert SimulasiKebijakan.objects.first().status == "selesai"


def test_a_trial_asks_as_often_for_many_naskah_as_for_one():
    KebijakanFactory()
    jumlah = []
    for banyak in (1, 6):
        NaskahFactory.create_batch(banyak, tanggal_ttd=hari(), tanggal_berakhir=None)
        draf = DrafKebijakanFactory()
        services.simulasikan(draf.pk, oleh=draf.disusun_oleh)
        with CaptureQueriesContext(connection) as kueri:
            simulasi_kebijakan.kerjakan_antrean()
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]


def test_one_trial_at_a_time(draf):
    services.simulasikan(draf.pk, oleh=draf.disusun_oleh)

    with pytest.raises(AturanDilanggar, match="sedang dihitung"):
        services.simulasikan(draf.pk, oleh=draf.disusun_oleh)


def test_a_trial_that_fails_says_so_and_can_be_asked_for_again(naskah, draf, monkeypatch):
    services.simulasikan(draf.pk, oleh=draf.disusun_oleh)
    with monkeypatch.context() as rusak:
        rusak.setattr(simulasi_kebijakan, "bandingkan", fails)
        simulasi_kebijakan.kerjakan_antrean()

    gagal = SimulasiKebijakan.objects.first()
    assert (gagal.status, bool(gagal.pesan)) == ("gagal", True)
    assert services.simulasikan(draf.pk, oleh=draf.disusun_oleh).status == "antre"
