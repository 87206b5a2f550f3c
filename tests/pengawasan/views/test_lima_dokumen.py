"""A meeting entered once, five documents: the page says of each what is there and what is not."""

from datetime import time

import pytest
from django.urls import reverse

from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.pdf import HasilPdf
from pelaporan.services import dokumen
from pengawasan.queries.lima_dokumen import ADA, BELUM, TIDAK_PERLU, lima_dokumen
from pengawasan.queries.rapat import berdokumen
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    RapatFactory,
    SesiHadirFactory,
    SuratTugasFactory,
    TandaHadirFactory,
    hari,
    siapkan_surat,
)
from tests.support.pdf import streams_of, whole_text

pytestmark = pytest.mark.django_db
# The colour of a signature, as the operator that strokes with it.
TINTA = b"0.039216 0.164706 0.368627 RG"


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()
    siapkan_surat()


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def keadaan(pengguna, kegiatan):
    kegiatan.refresh_from_db()
    rapat = berdokumen().filter(pk=kegiatan.rapat_id).first()
    return [b.keadaan for b in lima_dokumen(pengguna, [kegiatan], rapat)[0][1]]


def test_nothing_was_entered_yet(staf):
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)

    baris = lima_dokumen(staf, [kegiatan], None)[0][1]

    assert [b.nama for b in baris] == [
        "Undangan",
        "Daftar hadir",
        "Notulensi",
        "Berita acara",
        "Matrik",
    ]
    assert {b.keadaan for b in baris} == {BELUM}
    assert not any(b.cetak for b in baris)
    assert baris[0].buka == f"{reverse('pengawasan:rapat-tambah')}?kegiatan={kegiatan.pk}"


def test_each_is_there_once_it_was_entered(staf, monkeypatch):
    hasil = HasilPdf(b"%PDF-1.7 palsu", 1)
    monkeypatch.setattr(dokumen, "dokumen_pdf", lambda templat, isi, berkas: hasil)
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True)
    rapat = RapatFactory(kegiatan=kegiatan, tanggal=hari(1))
    SuratTugasFactory(kegiatan=[kegiatan])

    urutan = [keadaan(staf, kegiatan)]
    dokumen.terbitkan(JenisDokumen.UNDANGAN_RAPAT, rapat.pk, oleh=staf)
    urutan.append(keadaan(staf, kegiatan))
    HadirinFactory(rapat=rapat)
    urutan.append(keadaan(staf, kegiatan))
    NotulensiFactory(rapat=rapat)
    urutan.append(keadaan(staf, kegiatan))
    BeritaAcaraFactory(kegiatan=kegiatan, diverifikasi=True)
    urutan.append(keadaan(staf, kegiatan))
    MatrikFactory(kegiatan=kegiatan, baris=1)
    urutan.append(keadaan(staf, kegiatan))

    assert [u.count(ADA) for u in urutan] == [0, 1, 2, 3, 4, 5]


def test_a_pemantauan_needs_no_matrix(staf):
    kegiatan = RapatFactory().kegiatan.get()

    assert keadaan(staf, kegiatan)[-1] == TIDAK_PERLU


def test_the_page_of_the_meeting_shows_the_five_for_each_of_its_kegiatan(client, staf):
    rapat = RapatFactory(kegiatan__evaluasi=True)
    KegiatanFactory(evaluasi=True, ditugaskan=True, rapat=rapat)
    client.force_login(staf)

    page = client.get(rapat.get_absolute_url())

    assert len(page.context["lima"]) == 2
    assert page.text.count("Matrik</strong>") == 2


def test_the_page_of_the_kegiatan_shows_them_too(client, staf):
    kegiatan = RapatFactory(kegiatan__evaluasi=True).kegiatan.get()
    client.force_login(staf)

    page = client.get(kegiatan.get_absolute_url()).text

    assert "Lima dokumen rapat" in page
    assert (
        reverse("pelaporan:dokumen-terbitkan", args=["undangan_rapat", kegiatan.rapat_id]) in page
    )


def test_the_page_takes_the_same_queries_for_any_number_of_kegiatan(client, staf, count_queries):
    rapat = RapatFactory(kegiatan__evaluasi=True)
    client.force_login(staf)
    client.get(rapat.get_absolute_url())

    with count_queries(11):
        client.get(rapat.get_absolute_url())
    KegiatanFactory.create_batch(2, evaluasi=True, ditugaskan=True, rapat=rapat)
    with count_queries(11):
        client.get(rapat.get_absolute_url())


def test_a_unit_sees_the_five_of_its_own_naskah(client):
    rapat = RapatFactory(kegiatan__evaluasi=True, mulai=time(9))
    KegiatanFactory(evaluasi=True, ditugaskan=True, rapat=rapat)
    kegiatan = rapat.kegiatan.order_by("pk").first()
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    page = client.get(rapat.get_absolute_url())

    assert [satu for satu, _ in page.context["lima"]] == [kegiatan]


def test_signatures_are_printed_and_who_has_none_gets_a_box_for_ink(staf):
    sesi = SesiHadirFactory()
    TandaHadirFactory(sesi=sesi, hadirin__nama="Ani")
    TandaHadirFactory(sesi=sesi, hadirin__nama="Budi", goresan=None, tanpa_tanda_tangan=True)
    HadirinFactory(rapat=sesi.rapat, nama="Cici")
    kegiatan = sesi.rapat.kegiatan.get()

    satu = dokumen.terbitkan(JenisDokumen.DAFTAR_HADIR, kegiatan.pk, oleh=staf)
    dokumen.kerjakan_antrean()

    orang = {h["nama"]: h["tanda_tangan"] for h in satu.isi["lampiran"][0]["hadirin"]}
    assert orang == {"Ani": "M10 10L200 150M300 20L400 90", "Budi": "", "Cici": ""}
    isi = Dokumen.objects.get(pk=satu.pk).berkas.baca()
    teks = whole_text(isi)
    assert all(nama in teks for nama in orang)
    # The number to sign at stands only where there is no stroke.
    assert [f"DinasPerdagangan{n}." in teks for n in (1, 2, 3)] == [False, True, True]
    assert TINTA in streams_of(isi)
