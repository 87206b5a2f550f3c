"""Two people who record one event, or carry one kegiatan on, at the same moment."""

from functools import partial

import pytest

from inti.models import JejakAudit
from pengawasan.models import BeritaAcara, HasilAnalisa, Kegiatan
from pengawasan.services import analisa, dokumentasi, rapat
from pengawasan.services import berita_acara as berita_acara_services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
)
from tests.pengawasan.services.test_berita_acara import baris, isi
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


def orang(banyak=4):
    return [PenggunaFactory() for _ in range(banyak)]


def test_one_event_recorded_by_four_at_once_is_one_berita_acara():
    kegiatan = KegiatanFactory(ditugaskan=True)
    susun = partial(
        berita_acara_services.susun,
        kegiatan.pk,
        isi(),
        baris=baris(),
        perangkat_daerah=kegiatan.naskah.perangkat_daerah.first(),
    )

    hasil = at_once(*[partial(susun, oleh=satu) for satu in orang()])

    pertama = BeritaAcara.objects.get()
    assert succeeded(hasil) == 1
    kalah = [str(h) for h in hasil if isinstance(h, berita_acara_services.KejadianSamaError)]
    assert len(kalah) == 3
    assert all(f"lebih dahulu oleh {pertama.disusun_oleh}" in kata for kata in kalah)


def test_documentation_stated_by_four_at_once_is_stated_once():
    kegiatan = KegiatanFactory(dilaksanakan=True)
    BeritaAcaraFactory(kegiatan=kegiatan, jenis="tinjau_lokasi", diverifikasi=True)

    hasil = at_once(
        *[partial(dokumentasi.dokumentasikan, kegiatan.pk, oleh=satu) for satu in orang()]
    )

    assert succeeded(hasil) == 1
    assert JejakAudit.objects.filter(aksi="kegiatan.dokumentasikan").count() == 1


def test_what_is_taken_out_while_it_is_stated_is_missed_or_kept():
    kegiatan = KegiatanFactory(
        evaluasi=True, dilaksanakan=True, alasan_tanpa_tinjau="Sudah.", hasil_wawancara="Sudah."
    )
    HadirinFactory(rapat__kegiatan=kegiatan)
    NotulensiFactory(rapat__kegiatan=kegiatan)
    MatrikFactory(kegiatan=kegiatan, baris=1)
    satu, dua = orang(2)

    hasil = at_once(
        partial(dokumentasi.dokumentasikan, kegiatan.pk, oleh=satu),
        partial(rapat.simpan_hadirin, kegiatan.pk, [], oleh=dua),
    )

    lengkap = Kegiatan.objects.get(pk=kegiatan.pk).status == "didokumentasikan"
    assert succeeded(hasil) == 1
    assert lengkap == kegiatan.hadirin.exists()


def test_analysis_written_by_four_at_once_is_that_of_one():
    kegiatan = KegiatanFactory(metode="dokumen", ditugaskan=True)
    kata = {"laporan": [], "dokumen_lain": "Data", "permasalahan": "-", "kesimpulan": "-"}

    hasil = at_once(
        *[
            partial(analisa.simpan, kegiatan.pk, kata | {"ringkasan": str(n)}, versi=0, oleh=satu)
            for n, satu in enumerate(orang())
        ]
    )

    assert succeeded(hasil) == 1
    assert HasilAnalisa.objects.get().versi == 1
