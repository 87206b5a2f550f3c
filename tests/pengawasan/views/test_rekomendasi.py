"""The chain of a recommendation on its page."""

import pytest
from django.urls import reverse

from pengawasan.services import rekomendasi as services
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory, MatrikFactory, RekomendasiFactory, kini

pytestmark = pytest.mark.django_db


def test_chain_shows_each_step_with_the_seat_of_the_moment(client):
    PemerintahFactory()
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    satu = RekomendasiFactory(baris__matrik=MatrikFactory(kegiatan=kegiatan))
    kini(kegiatan, "dilaporkan")
    ketua, tim = PenggunaFactory(ketua=True), PenggunaFactory(tim=True)
    services.ajukan_semua(kegiatan.pk, oleh=tim)
    services.setujui(satu.pk, oleh=ketua, catatan="Segera.")
    tindak_lanjut.laporkan(satu.hasil.pk, keterangan="Selesai.", oleh=PenggunaFactory())
    tindak_lanjut.tutup(satu.hasil.pk, catatan="Lunas.", oleh=tim)
    client.force_login(tim)

    rantai = client.get(reverse("pengawasan:rekomendasi-rincian", args=[satu.pk])).context["rantai"]

    assert [m.judul for m in rantai] == [
        "Saran tim",
        "Diajukan kepada Ketua TKKSD",
        "Disetujui Ketua TKKSD",
        "Tindak lanjut terbit",
        "Dilaporkan selesai",
        "Ditutup",
    ]
    assert (rantai[2].nama, rantai[2].sebagai) == (str(ketua), ketua.sebagai)
