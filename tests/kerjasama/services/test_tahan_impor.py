"""Rows that the public register is not to show for now: all of a list, or one."""

import pytest
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Impor, Naskah
from kerjasama.queries.impor import keadaan_baris
from kerjasama.services import batal_impor, unggah_impor
from kerjasama.services import impor as services
from kerjasama.services.lembar import Tata
from kerjasama.services.tahan_impor import tahan_baris, tahan_semua
from pelaporan.models import PengecualianPublik
from pelaporan.queries.publik import naskah_publik
from pelaporan.services import publikasi
from tests.factories.inti import PemerintahFactory
from tests.kerjasama.services.test_impor import BARIS, bawa, satu, staf

__all__ = ("bawa", "staf")
pytestmark = pytest.mark.django_db
DUA = (BARIS, BARIS.replace("12/2019", "13/2019"), BARIS.replace("12/2019,", "14/2019,"))
ALASAN = "Sedang diperiksa"


@pytest.fixture(autouse=True)
def pemerintah():
    PemerintahFactory()


def tampil():
    return set(naskah_publik(timezone.localdate()).values_list("nomor", flat=True))


def test_summary_says_how_many_the_public_will_see(bawa, staf):
    draf = BARIS.replace("12/2019", "15/2019").replace("17 Oktober 2019", "", 1)
    impor = bawa(*DUA, draf)
    assert str(keadaan_baris(impor)[1]) == (
        "Dari 3 baris yang siap, 3 akan tampil di register publik."
    )
    tahan_baris(satu(impor).pk, alasan=ALASAN, oleh=staf)
    impor.baris.filter(nomor_baris=5).update(status="siap")

    assert str(keadaan_baris(impor)[1]) == (
        "Dari 4 baris yang siap, 2 akan tampil di register publik, 1 ditahan, dan 1 menjadi draf "
        "dan belum tampil."
    )


def test_list_withheld_whole_shows_nothing_from_the_moment_it_enters(bawa, staf):
    impor = bawa(*DUA)

    assert tahan_semua(impor.pk, alasan=ALASAN, oleh=staf) == 3
    tahan_baris(satu(impor, 3).pk, alasan="", oleh=staf)
    services.terima_semua(impor.pk, oleh=staf)

    assert tampil() == {"13/2019"}  # before the runner has recorded anything
    assert publikasi.catat_dari_impor() == 2
    assert publikasi.catat_dari_impor() == 0
    assert tampil() == {"13/2019"}
    tercatat = PengecualianPublik.objects.first()
    assert (tercatat.alasan, tercatat.ditahan_oleh, tercatat.dari_impor) == (ALASAN, staf, True)


def test_withholding_that_was_lifted_stays_lifted(bawa, staf):
    impor = bawa(BARIS)
    tahan_semua(impor.pk, alasan=ALASAN, oleh=staf)
    naskah = services.terima(satu(impor).pk, oleh=staf)
    publikasi.catat_dari_impor()

    publikasi.tampilkan(naskah.pk, oleh=staf)

    assert publikasi.catat_dari_impor() == 0
    assert tampil() == {"12/2019"}


def test_person_who_withholds_first_is_not_written_over(bawa, staf):
    impor = bawa(BARIS)
    tahan_semua(impor.pk, alasan=ALASAN, oleh=staf)
    naskah = services.terima(satu(impor).pk, oleh=staf)
    publikasi.tahan(naskah.pk, alasan="Rahasia dagang", oleh=staf)

    assert publikasi.catat_dari_impor() == 0
    assert PengecualianPublik.objects.get().alasan == "Rahasia dagang"


def test_undo_takes_the_withholding_along_unless_somebody_lifted_it(bawa, staf):
    impor = bawa(*DUA)
    tahan_semua(impor.pk, alasan=ALASAN, oleh=staf)
    services.terima_semua(impor.pk, oleh=staf)
    publikasi.catat_dari_impor()
    naskah = Naskah.objects.get(nomor="13/2019")
    publikasi.tampilkan(naskah.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match=r"Baris 3: .* pengecualian publik"):
        batal_impor.batalkan(impor.pk, oleh=staf)
    PengecualianPublik.objects.filter(naskah=naskah).update(dicabut_pada=None, dicabut_oleh=None)
    batal_impor.batalkan(impor.pk, oleh=staf)

    assert not Naskah.objects.exists()


def test_reason_given_with_the_correction_takes_the_place_of_the_rows_own(bawa, staf):
    impor = bawa(BARIS)
    tahan_semua(impor.pk, alasan=ALASAN, oleh=staf)

    services.terima(satu(impor).pk, alasan_tahan="", oleh=staf)

    assert tampil() == {"12/2019"}


def test_choice_for_the_list_holds_for_rows_read_again_and_not_for_a_list_begun_anew(bawa, staf):
    impor = bawa(BARIS)
    tahan_semua(impor.pk, alasan=ALASAN, oleh=staf)
    kolom = ["nomor_pemda", "jenis", "judul", "mitra", "jenis_mitra", "tanggal_tanda_tangan"]

    unggah_impor.petakan(impor.pk, Tata(0, 1, [*kolom, "", ""]), oleh=staf)

    assert satu(impor).alasan_tahan == ALASAN
    batal_impor.batalkan(impor.pk, oleh=staf)
    assert bawa(BARIS).alasan_tahan == ""


def test_row_that_entered_and_a_list_at_work_are_not_for_this_door(bawa, staf):
    impor = bawa(*DUA)
    services.terima(satu(impor).pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="pada halaman naskahnya"):
        tahan_baris(satu(impor).pk, alasan=ALASAN, oleh=staf)
    Impor.objects.update(pekerjaan="terima")
    for layanan, kunci in ((tahan_semua, impor.pk), (tahan_baris, satu(impor, 3).pk)):
        with pytest.raises(AturanDilanggar, match="sedang dikerjakan"):
            layanan(kunci, alasan=ALASAN, oleh=staf)
    assert not JejakAudit.objects.filter(aksi__endswith=".tahan").exists()
