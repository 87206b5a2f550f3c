"""The chair decides: exactly on what was sent, once, and what follows from it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import BOLEH, AturanDilanggar
from pelaporan.domain.putusan import Keputusan
from pelaporan.models import Laporan
from pelaporan.services import bundel
from pelaporan.services import laporan as laporan_services
from pelaporan.services import putusan as services
from pengawasan.models import Rekomendasi, TindakLanjut
from pengawasan.services import dokumentasi
from pengawasan.services import rekomendasi as rekomendasi_services
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import (
    ketua,
    laporan_draf,
    laporan_terkirim,
    menunggu,
    sha256_bundel,
)

pytestmark = pytest.mark.django_db
YA = Keputusan(setuju=True)
TIDAK = Keputusan(setuju=False, catatan="Sebutkan besarannya.")


def putuskan(laporan, *, keputusan=None, **pilihan):
    semua = keputusan if keputusan is not None else {r.pk: YA for r in menunggu(laporan)}
    dasar = {"sha256_bundel": sha256_bundel(laporan), "oleh": ketua()}
    return services.putuskan(laporan.pk, keputusan=semua, **(dasar | pilihan))


def test_approval_of_all_makes_one_tindak_lanjut_each():
    laporan = laporan_terkirim(baris=3)

    putuskan(laporan)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.kegiatan.status) == ("disetujui", "diputuskan")
    assert TindakLanjut.objects.count() == 3
    assert JejakAudit.objects.filter(aksi="laporan.setujui").count() == 1
    kabar = Notifikasi.objects.filter(jejak__aksi="laporan.setujui")
    assert [n.kepada for n in kabar] == [laporan.disusun_oleh]


def test_one_return_opens_only_that_rekomendasi_again():
    laporan = laporan_terkirim(baris=2)
    kembali, setuju = menunggu(laporan)

    putuskan(laporan, keputusan={kembali.pk: TIDAK, setuju.pk: YA})

    laporan.refresh_from_db()
    assert (laporan.status, laporan.kegiatan.status) == ("dikembalikan", "dilaksanakan")
    status = dict(Rekomendasi.objects.values_list("pk", "status"))
    assert status == {kembali.pk: "dikembalikan", setuju.pk: "disetujui"}
    assert TindakLanjut.objects.count() == 1

    dokumentasi.dokumentasikan(laporan.kegiatan_id, oleh=laporan.disusun_oleh)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel.kerjakan_antrean()
    laporan.refresh_from_db()
    putuskan(laporan)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.versi, laporan.bundel.count()) == ("disetujui", 2, 2)
    assert TindakLanjut.objects.count() == 2


def test_report_that_another_decided_after_the_look_at_it_is_refused(monkeypatch):
    laporan = laporan_terkirim()
    sidik, lain = sha256_bundel(laporan), ketua()

    def look(satu):
        Laporan.objects.filter(pk=satu.pk).update(
            status="disetujui", diputuskan_oleh=lain, diputuskan_pada=timezone.now()
        )
        return sidik

    monkeypatch.setattr(services, "_hash_bundel", look)
    with pytest.raises(AturanDilanggar, match="baru saja diputuskan"):
        putuskan(laporan)

    assert not TindakLanjut.objects.exists()


def test_recommendation_that_another_decided_after_the_look_at_it_is_refused(monkeypatch):
    laporan, lain = laporan_terkirim(baris=1), ketua()
    (satu,) = menunggu(laporan)

    def look(*_, **__):
        Rekomendasi.objects.filter(pk=satu.pk).update(
            status="disetujui", diputuskan_oleh=lain, diputuskan_pada=timezone.now()
        )
        return BOLEH

    monkeypatch.setattr(rekomendasi_services, "periksa", look)
    with pytest.raises(AturanDilanggar, match="diputuskan orang lain"):
        putuskan(laporan)

    assert not TindakLanjut.objects.exists()


def test_decision_on_another_bundle_is_refused():
    laporan = laporan_terkirim()

    with pytest.raises(AturanDilanggar, match="berubah sejak"):
        putuskan(laporan, sha256_bundel="0" * 64)

    assert not TindakLanjut.objects.exists()


@pytest.mark.parametrize(
    ("rusakkan", "sebab"),
    [
        (lambda path: path.write_bytes(b"%PDF-1.4 lain"), "berubah sejak"),
        (lambda path: path.unlink(), "belum siap"),
    ],
)
def test_decision_on_bytes_that_are_not_those_sent_is_refused(rusakkan, sebab):
    laporan = laporan_terkirim()
    rusakkan(laporan.bundel.get().berkas.path)

    with pytest.raises(AturanDilanggar, match=sebab):
        putuskan(laporan)

    assert not TindakLanjut.objects.exists()


def test_decision_before_the_bundle_is_ready_is_refused():
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    with pytest.raises(AturanDilanggar, match="belum siap"):
        putuskan(laporan, sha256_bundel="")


def test_same_post_fifty_times_is_one_decision():
    laporan = laporan_terkirim()
    keputusan, sha256 = {r.pk: YA for r in menunggu(laporan)}, sha256_bundel(laporan)
    putuskan(laporan, keputusan=keputusan, sha256_bundel=sha256)

    for _ in range(50):
        with pytest.raises(AturanDilanggar):
            putuskan(laporan, keputusan=keputusan, sha256_bundel=sha256)

    assert JejakAudit.objects.filter(aksi="laporan.setujui").count() == 1


def test_decision_is_undone_when_one_rekomendasi_fails(monkeypatch):
    laporan = laporan_terkirim(baris=2)
    monkeypatch.setattr(services.kegiatan_services, "putuskan", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        putuskan(laporan)

    laporan.refresh_from_db()
    assert laporan.status == "dikirim"
    assert {r.status for r in Rekomendasi.objects.all()} == {"diajukan"}
    assert not TindakLanjut.objects.exists()


def test_penyusun_cannot_decide_own_laporan_even_in_the_database():
    laporan = laporan_terkirim()

    with pytest.raises(AturanDilanggar, match="Penyusun"):
        putuskan(laporan, oleh=laporan.disusun_oleh)
    with pytest.raises(IntegrityError), transaction.atomic():
        Laporan.objects.filter(pk=laporan.pk).update(diputuskan_oleh=laporan.disusun_oleh)


@pytest.mark.parametrize("huruf", ["f", "h"])
@pytest.mark.parametrize(("setuju", "jumlah"), [(True, 2), (False, 1)])
def test_huruf_f_and_h_wait_for_the_head_of_government(huruf, setuju, jumlah):
    laporan = laporan_draf(baris=2)
    akhiri = Rekomendasi.objects.milik(laporan.kegiatan)[0]
    Rekomendasi.objects.filter(pk=akhiri.pk).update(jenis=huruf)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel.kerjakan_antrean()

    putuskan(laporan)

    assert TindakLanjut.objects.count() == 1
    akhiri.refresh_from_db()
    assert akhiri.status == "menunggu_walikota"
    services.putuskan_walikota(
        akhiri.pk, setuju=setuju, catatan="Demi kepastian.", oleh=PenggunaFactory(walikota=True)
    )
    assert TindakLanjut.objects.count() == jumlah


def test_pemantauan_is_returned_as_a_whole_with_a_note():
    laporan = laporan_terkirim(evaluasi=False)

    with pytest.raises(AturanDilanggar, match="catatan"):
        putuskan(laporan, keputusan={}, kembalikan=True)
    putuskan(laporan, keputusan={}, kembalikan=True, catatan="Lengkapi foto.")

    laporan.refresh_from_db()
    assert (laporan.status, laporan.catatan_ketua) == ("dikembalikan", "Lengkapi foto.")
