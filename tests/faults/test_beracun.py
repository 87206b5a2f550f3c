"""F18, F19: one item that breaks whoever touches it stops nothing else, and ends in sight."""

import pytest
from django.urls import reverse

from inti import audit
from inti.antrean import jalankan_antrean
from inti.models import Notifikasi
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi
from kerjasama.models import Naskah
from pelaporan import pdf
from pelaporan.enums import JenisDokumen
from pelaporan.services import dokumen
from pengawasan.services import jadwal
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, SuratTugasFactory

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PUTARAN = 12


@pytest.fixture
def staf():
    PemerintahFactory()
    KebijakanFactory()
    return PenggunaFactory(staf=True)


def meledak(asli, racun, kunci):
    """`asli`, but for the item that `kunci` finds to be the poisoned one."""

    def kerjakan(*args, **kwargs):
        if kunci(*args, **kwargs) == racun:
            msg = "beracun"
            raise ZeroDivisionError(msg)
        return asli(*args, **kwargs)

    return kerjakan


def kabari():
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=None)
    antrekan(jejak, kepada=[oleh], pesan=Pesan("Ada kabar", "Isi"))
    return Notifikasi.objects.get(jejak=jejak)


def putar():
    """Many turns of the runner; nothing waits for its pause."""
    for _ in range(PUTARAN):
        Notifikasi.objects.update(tunda_sampai=None)
        jalankan_antrean()


def test_one_poisoned_item_in_each_queue_stops_no_other_and_ends_in_sight(
    staf, client, monkeypatch
):
    naskah = NaskahFactory.create_batch(3)
    surat = [dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, satu.pk, oleh=staf)
             for satu in SuratTugasFactory.create_batch(3)]  # fmt: skip
    pesan = [kabari() for _ in range(3)]
    for modul, nama, racun, kunci in (
        (jadwal, "susun_rencana", naskah[0].pk, lambda satu, *_: satu.pk),
        (dokumen, "dokumen_pdf", surat[0].kode, lambda templat, isi, *_: isi["kode"]),
        (notifikasi, "pesan_surel", pesan[0].pk, lambda satu: satu.pk),
    ):
        monkeypatch.setattr(modul, nama, meledak(getattr(modul, nama), racun, kunci))

    putar()

    assert [n.pk for n in Naskah.objects.filter(pk__in=[n.pk for n in naskah], jadwal=None)] == [
        naskah[0].pk
    ]
    for satu in surat:
        satu.refresh_from_db()
    assert [satu.status for satu in surat] == ["gagal", "siap", "siap"]
    status = list(Notifikasi.objects.order_by("pk").values_list("status", flat=True))
    assert status == ["gagal"] + ["terkirim"] * (len(status) - 1)
    client.force_login(staf)
    isi = client.get(reverse("pelaporan:pekerjaan-daftar")).text
    for kata in ("Dokumen resmi", "kesalahan aplikasi", f"Pesan nomor {pesan[0].pk}"):
        assert kata in isi


def test_a_layout_that_runs_away_is_ended_and_the_next_document_is_made(staf, monkeypatch):
    liar, baik = (
        dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, satu.pk, oleh=staf)
        for satu in SuratTugasFactory.create_batch(2)
    )
    biasa = pdf.BATAS_DETIK

    def hampir_tanpa_waktu(templat, isi, *args):
        with monkeypatch.context() as sementara:
            waktu = 0.05 if isi["kode"] == liar.kode else biasa
            sementara.setattr(pdf, "BATAS_DETIK", waktu)
            return pdf.dokumen_pdf(templat, isi, *args)

    monkeypatch.setattr(dokumen, "dokumen_pdf", hampir_tanpa_waktu)

    putar()

    liar.refresh_from_db()
    baik.refresh_from_db()
    assert (liar.status, baik.status) == ("gagal", "siap")
    assert "batas waktu" in liar.kesalahan
    assert liar.percobaan <= 3
