"""Stating that a kegiatan is documented: one door, and nothing moves while it is stated."""

import pytest

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.enums import Metode, StatusKegiatan
from pengawasan.models import HasilAnalisa
from pengawasan.services import analisa, matrik, rapat
from pengawasan.services import berita_acara as berita_acara_services
from pengawasan.services import dokumentasi as services
from pengawasan.services import kegiatan as kegiatan_services
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    hari,
)

pytestmark = pytest.mark.django_db
Status = StatusKegiatan


def evaluasi_lengkap():
    kegiatan = KegiatanFactory(
        evaluasi=True,
        dilaksanakan=True,
        alasan_tanpa_tinjau="Sudah ditinjau.",
        hasil_wawancara="Diwawancarai.",
    )
    HadirinFactory(rapat__kegiatan=kegiatan)
    NotulensiFactory(rapat__kegiatan=kegiatan)
    MatrikFactory(kegiatan=kegiatan, baris=2)
    return kegiatan


def pemantauan_dokumen():
    kegiatan = KegiatanFactory(metode=Metode.DOKUMEN, dilaksanakan=True)
    HasilAnalisaFactory(kegiatan=kegiatan)
    return kegiatan


def pemantauan_lokasi():
    kegiatan = KegiatanFactory(dilaksanakan=True)
    BeritaAcaraFactory(kegiatan=kegiatan, jenis="tinjau_lokasi", diverifikasi=True)
    return kegiatan


@pytest.mark.parametrize("buat", [evaluasi_lengkap, pemantauan_dokumen, pemantauan_lokasi])
def test_dokumentasikan_records_who_and_when(buat):
    kegiatan, oleh = buat(), PenggunaFactory(tim=True)

    services.dokumentasikan(kegiatan.pk, oleh=oleh)

    kegiatan.refresh_from_db()
    assert (kegiatan.status, kegiatan.didokumentasikan_oleh) == (Status.DIDOKUMENTASIKAN, oleh)
    assert kegiatan.didokumentasikan_pada is not None
    assert aksi_tercatat()[-1] == "kegiatan.dokumentasikan"


@pytest.mark.parametrize(
    ("kolom", "kata"),
    [
        ({"evaluasi": True}, "daftar hadir belum diisi; notulensi belum ditulis; matrik"),
        ({"metode": Metode.DOKUMEN}, "analisa laporan mitra belum ditulis"),
        ({}, "berita acara tinjau lokasi belum diverifikasi"),
    ],
)
def test_dokumentasikan_names_what_is_missing_and_writes_nothing(kolom, kata):
    kegiatan = KegiatanFactory(dilaksanakan=True, **kolom)

    with pytest.raises(AturanDilanggar, match=kata):
        services.dokumentasikan(kegiatan.pk, oleh=PenggunaFactory())

    kegiatan.refresh_from_db()
    assert (kegiatan.status, aksi_tercatat()) == (Status.DILAKSANAKAN, [])


def test_dokumentasikan_waits_for_a_submitted_berita_acara():
    kegiatan = pemantauan_lokasi()
    BeritaAcaraFactory(kegiatan=kegiatan, jenis="rapat", diajukan=True)

    with pytest.raises(AturanDilanggar, match="menunggu verifikasi"):
        services.dokumentasikan(kegiatan.pk, oleh=PenggunaFactory())


@pytest.mark.parametrize("keadaan", [s for s in Status if s != Status.DILAKSANAKAN])
def test_dokumentasikan_is_for_what_was_carried_out(keadaan):
    pilihan = {} if keadaan == Status.DIRENCANAKAN else {keadaan.value: True}
    kegiatan = KegiatanFactory(**pilihan)

    with pytest.raises(AturanDilanggar, match="tidak dapat dinyatakan lengkap"):
        services.dokumentasikan(kegiatan.pk, oleh=PenggunaFactory())


def test_nothing_can_be_taken_out_while_it_is_stated():
    kegiatan, oleh = evaluasi_lengkap(), PenggunaFactory()
    services.dokumentasikan(kegiatan.pk, oleh=oleh)
    baris = kegiatan.matrik.baris.first()
    unsur = {"alasan_tanpa_tinjau": "", "hasil_wawancara": ""}
    pintu = [
        lambda: rapat.simpan_hadirin(kegiatan.pk, [], oleh=oleh),
        lambda: matrik.hapus_baris(kegiatan.pk, versi=1, baris_pk=baris.pk, oleh=oleh),
        lambda: kegiatan_services.catat_unsur(kegiatan.pk, **unsur, oleh=oleh),
    ]

    for satu in pintu:
        with pytest.raises(AturanDilanggar, match="dinyatakan lengkap"):
            satu()

    assert kegiatan.hadirin.count() == 1


def test_shared_meeting_is_locked_for_the_other_kegiatan_too():
    kegiatan, oleh = evaluasi_lengkap(), PenggunaFactory()
    kegiatan.refresh_from_db()
    lain = KegiatanFactory(evaluasi=True, ditugaskan=True, rapat=kegiatan.rapat)
    services.dokumentasikan(kegiatan.pk, oleh=oleh)

    with pytest.raises(AturanDilanggar, match="dipakai juga oleh kegiatan"):
        rapat.simpan_hadirin(lain.pk, [], oleh=oleh)


def test_buka_dokumentasi_lets_it_be_mended_and_tells_who_stated_it():
    kegiatan, dulu, oleh = evaluasi_lengkap(), PenggunaFactory(), PenggunaFactory()
    services.dokumentasikan(kegiatan.pk, oleh=dulu)

    services.buka_dokumentasi(kegiatan.pk, alasan="Satu orang terlewat", oleh=oleh)
    rapat.simpan_hadirin(kegiatan.pk, [], oleh=oleh)

    kegiatan.refresh_from_db()
    assert (kegiatan.status, kegiatan.didokumentasikan_oleh) == (Status.DILAKSANAKAN, None)
    assert JejakAudit.objects.get(aksi="kegiatan.buka_dokumentasi").perubahan["catatan"] == (
        "Satu orang terlewat"
    )
    assert [n.kepada for n in Notifikasi.objects.all()] == [dulu]


def test_buka_dokumentasi_needs_a_reason_and_an_open_report():
    kegiatan = KegiatanFactory(didokumentasikan=True)
    with pytest.raises(AturanDilanggar, match="wajib disertai alasan"):
        services.buka_dokumentasi(kegiatan.pk, alasan=" ", oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar, match="tidak dapat dibuka lagi"):
        services.buka_dokumentasi(
            KegiatanFactory(dilaporkan=True).pk, alasan="x", oleh=PenggunaFactory()
        )


def test_chair_who_returns_leads_back_to_where_it_can_be_mended():
    kegiatan, oleh = evaluasi_lengkap(), PenggunaFactory()
    services.dokumentasikan(kegiatan.pk, oleh=oleh)
    kegiatan_services.laporkan(kegiatan.pk, oleh=oleh)

    kegiatan_services.kembalikan(kegiatan.pk, oleh=oleh)
    rapat.simpan_hadirin(kegiatan.pk, [], oleh=oleh)

    kegiatan.refresh_from_db()
    assert (kegiatan.status, kegiatan.didokumentasikan_pada) == (Status.DILAKSANAKAN, None)


# --- The analysis of the mitra's reports ----------------------------------------------------


def isi_analisa(**kolom):
    return {
        "laporan": [{"laporan": 1, "putaran": 2, "sebutan": "Laporan ke-1 PT Satu"}],
        "dokumen_lain": "",
        "ringkasan": "Target tercapai.",
        "permasalahan": "Tidak ada.",
        "kesimpulan": "Sesuai perjanjian.",
        **kolom,
    }


def test_analisa_is_written_and_written_over():
    kegiatan, oleh = KegiatanFactory(metode=Metode.DOKUMEN, ditugaskan=True), PenggunaFactory()

    analisa.simpan(kegiatan.pk, isi_analisa(), versi=0, oleh=oleh)
    analisa.simpan(kegiatan.pk, isi_analisa(kesimpulan="Perlu addendum."), versi=1, oleh=oleh)

    satu = HasilAnalisa.objects.get()
    assert (satu.kesimpulan, satu.versi, satu.dianalisa_oleh) == ("Perlu addendum.", 2, oleh)
    assert satu.sebutan == ["Laporan ke-1 PT Satu"]
    assert aksi_tercatat() == ["hasil_analisa.simpan", "hasil_analisa.simpan"]


def test_analisa_of_two_names_who_was_first():
    kegiatan, dulu = KegiatanFactory(metode=Metode.DOKUMEN, ditugaskan=True), PenggunaFactory()
    analisa.simpan(kegiatan.pk, isi_analisa(), versi=0, oleh=dulu)

    with pytest.raises(AturanDilanggar, match=f"{dulu.nama} menyimpan analisa"):
        analisa.simpan(kegiatan.pk, isi_analisa(), versi=0, oleh=PenggunaFactory())

    assert HasilAnalisa.objects.get().versi == 1


@pytest.mark.parametrize("kolom", [{}, {"evaluasi": True}])
def test_analisa_is_for_a_pemantauan_by_document(kolom):
    kegiatan = KegiatanFactory(ditugaskan=True, **kolom)

    with pytest.raises(AturanDilanggar, match="analisa dokumen"):
        analisa.simpan(kegiatan.pk, isi_analisa(), oleh=PenggunaFactory())


@pytest.mark.parametrize("keadaan", ["didokumentasikan", "dilaporkan", "diputuskan", "dibatalkan"])
def test_analisa_is_locked_with_the_results(keadaan):
    kegiatan = KegiatanFactory(metode=Metode.DOKUMEN, **{keadaan: True})

    with pytest.raises(AturanDilanggar):
        analisa.simpan(kegiatan.pk, isi_analisa(), oleh=PenggunaFactory())


def test_berita_acara_waits_while_the_documentation_is_stated():
    berita_acara = BeritaAcaraFactory(
        kegiatan=KegiatanFactory(didokumentasikan=True), tanggal_kejadian=hari(-1)
    )

    with pytest.raises(AturanDilanggar, match="dinyatakan lengkap"):
        berita_acara_services.ajukan(berita_acara.pk, oleh=PenggunaFactory())
