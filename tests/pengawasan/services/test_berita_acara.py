from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from inti.models import Berkas, JejakAudit, NomorSurat, Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.enums import JenisBeritaAcara, StatusBeritaAcara, StatusJadwal, StatusKegiatan
from pengawasan.models import BeritaAcara, Jadwal
from pengawasan.services import berita_acara as services
from pengawasan.services import jadwal
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    ButirFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    FotoBeritaAcaraFactory,
    KebijakanFactory,
    KegiatanFactory,
    foto,
    hari,
    siapkan_surat,
)
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
Status = StatusBeritaAcara


def isi(**kolom):
    return {
        "jenis": JenisBeritaAcara.RAPAT,
        "tanggal_kejadian": hari(-1),
        "tempat": "Balai kota",
        "lintang": None,
        "bujur": None,
        **kolom,
    }


def baris(temuan="Sesuai."):
    return {"temuan": [{"uraian": temuan}], "penanda_tangan": [{"nama": "Kepala Dinas"}]}


def susun(kegiatan, **kolom):
    return services.susun(
        kegiatan.pk,
        isi(),
        **{
            "baris": baris(),
            "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first(),
            "oleh": PenggunaFactory(),
            **kolom,
        },
    )


def penerima():
    return {n.kepada for n in Notifikasi.objects.select_related("kepada")}


# --- susun ---------------------------------------------------------------------------------


def test_susun_keeps_a_draft_with_its_photos():
    oleh = PenggunaFactory()

    berita_acara = susun(KegiatanFactory(ditugaskan=True), foto=[foto(), foto("b.jpg")], oleh=oleh)

    assert (berita_acara.status, berita_acara.disusun_oleh) == (Status.DRAF, oleh)
    assert [f.berkas.nama for f in berita_acara.foto.all()] == ["foto.jpg", "b.jpg"]
    assert aksi_tercatat() == ["berita_acara.susun"]
    assert not Notifikasi.objects.exists()


@pytest.mark.parametrize("keadaan", ["dilaporkan", "diputuskan", "dibatalkan"])
def test_susun_is_refused_when_the_kegiatan_takes_no_results(keadaan):
    with pytest.raises(AturanDilanggar):
        susun(KegiatanFactory(**{keadaan: True}))

    assert not BeritaAcara.objects.exists()


def test_susun_waits_for_the_surat_tugas():
    with pytest.raises(AturanDilanggar, match="surat tugas"):
        susun(KegiatanFactory())


def test_susun_is_for_units_of_the_naskah():
    with pytest.raises(AturanDilanggar, match="bukan perangkat daerah pada naskah"):
        susun(KegiatanFactory(ditugaskan=True), perangkat_daerah=PerangkatDaerahFactory())


@pytest.mark.parametrize(("selisih", "kata"), [(1, "masa depan"), (-3000, "ditandatangani")])
def test_susun_refuses_a_date_out_of_bounds(selisih, kata):
    kegiatan = KegiatanFactory(ditugaskan=True)
    data = isi(tanggal_kejadian=hari(selisih))

    with pytest.raises(AturanDilanggar, match=kata):
        services.susun(
            kegiatan.pk,
            data,
            baris=baris(),
            perangkat_daerah=kegiatan.naskah.perangkat_daerah.first(),
            oleh=PenggunaFactory(),
        )


def test_susun_sent_twice_is_one_draft():
    kegiatan, oleh, kunci = KegiatanFactory(ditugaskan=True), PenggunaFactory(), uuid4()
    susun(kegiatan, oleh=oleh, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        susun(kegiatan, oleh=oleh, kunci=kunci)

    assert BeritaAcara.objects.count() == 1


# --- ubah ----------------------------------------------------------------------------------


@pytest.mark.parametrize("keadaan", [{}, {"dikembalikan": True}])
def test_ubah_mends_a_draft_or_a_returned_one(keadaan):
    satu = FotoBeritaAcaraFactory(berita_acara=BeritaAcaraFactory(**keadaan))

    services.ubah(
        satu.berita_acara_id,
        isi(),
        baris=baris("Diperbaiki"),
        foto=[foto("baru.jpg")],
        hapus_foto=[satu.pk],
        oleh=PenggunaFactory(),
    )

    berita_acara = BeritaAcara.objects.get()
    assert str(berita_acara.temuan.get()) == "Diperbaiki"
    assert [f.berkas.nama for f in berita_acara.foto.all()] == ["baru.jpg"]


@pytest.mark.parametrize("keadaan", ["diajukan", "diverifikasi"])
def test_ubah_is_refused_once_submitted(keadaan):
    berita_acara = BeritaAcaraFactory(**{keadaan: True})

    with pytest.raises(AturanDilanggar):
        services.ubah(berita_acara.pk, isi(), baris=baris("Diam-diam"), oleh=PenggunaFactory())

    berita_acara.refresh_from_db()
    assert str(berita_acara.temuan.get()) == "Berjalan sesuai perjanjian."


def test_ubah_of_a_returned_one_tells_of_nothing_after_its_first_receipt():
    berita_acara = BeritaAcaraFactory(
        dikembalikan=True, diterima_pada=timezone.now() - timedelta(days=10)
    )

    with pytest.raises(AturanDilanggar, match="pertama kali diterima"):
        services.ubah(
            berita_acara.pk, isi(tanggal_kejadian=hari(-9)), baris=baris(), oleh=PenggunaFactory()
        )


def test_ubah_records_before_and_after():
    berita_acara = BeritaAcaraFactory()

    services.ubah(
        berita_acara.pk, isi(tanggal_kejadian=hari(-2)), baris=baris(), oleh=PenggunaFactory()
    )

    jejak = JejakAudit.objects.tentang(berita_acara).get()
    assert jejak.perubahan["nilai"]["tanggal_kejadian"] == [str(hari(-3)), str(hari(-2))]


def test_too_many_photos_are_refused():
    berita_acara = BeritaAcaraFactory()

    with pytest.raises(AturanDilanggar, match="Paling banyak 20 foto"):
        services.ubah(
            berita_acara.pk, isi(), baris=baris(), foto=[foto()] * 21, oleh=PenggunaFactory()
        )

    assert not Berkas.objects.exists()


# --- ajukan --------------------------------------------------------------------------------


def test_ajukan_gives_number_and_time_of_receipt_and_tells_staf():
    siapkan_surat()
    staf, oleh, berita_acara = PenggunaFactory(staf=True), PenggunaFactory(), BeritaAcaraFactory()
    sebelum = timezone.now()

    berita_acara = services.ajukan(berita_acara.pk, oleh=oleh)

    assert berita_acara.status == Status.DIAJUKAN
    assert berita_acara.diajukan_oleh == oleh
    assert sebelum <= berita_acara.diterima_pada <= timezone.now()
    assert berita_acara.nomor.nomor == str(NomorSurat.objects.get())
    assert aksi_tercatat() == ["berita_acara.ajukan"]
    assert penerima() == {staf}


def test_ajukan_again_keeps_number_and_first_receipt():
    siapkan_surat()
    lama = BeritaAcaraFactory(dikembalikan=True, diterima_pada=timezone.now() - timedelta(days=2))

    baru = services.ajukan(lama.pk, oleh=PenggunaFactory())

    assert (baru.nomor, baru.diterima_pada) == (lama.nomor, lama.diterima_pada)
    assert NomorSurat.objects.count() == 1


def test_ajukan_twice_is_refused_and_takes_one_number():
    siapkan_surat()
    berita_acara = BeritaAcaraFactory()
    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar):
        services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

    assert NomorSurat.objects.count() == 1
    assert aksi_tercatat() == ["berita_acara.ajukan"]


def test_ajukan_is_undone_when_the_messages_fail(monkeypatch):
    siapkan_surat()
    berita_acara = BeritaAcaraFactory()
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

    berita_acara.refresh_from_db()
    assert (berita_acara.status, berita_acara.diterima_pada) == (Status.DRAF, None)
    assert not NomorSurat.objects.exists()


def test_ubah_on_an_old_version_overwrites_nothing():
    berita_acara = BeritaAcaraFactory()
    services.ubah(berita_acara.pk, isi(), baris=baris("Pertama"), versi=1, oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar, match="Orang lain menyimpan"):
        services.ubah(berita_acara.pk, isi(), baris=baris("Kedua"), versi=1, oleh=PenggunaFactory())

    assert str(berita_acara.temuan.get()) == "Pertama"


def test_ajukan_needs_a_finding_and_a_signatory_of_the_unit():
    siapkan_surat()
    berita_acara = BeritaAcaraFactory()
    berita_acara.penanda_tangan.update(mewakili="mitra")

    with pytest.raises(AturanDilanggar, match="mewakili perangkat daerah"):
        services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

    berita_acara.temuan.all().delete()
    with pytest.raises(AturanDilanggar, match="hasil yang ditemukan"):
        services.ajukan(berita_acara.pk, oleh=PenggunaFactory())


def test_each_round_keeps_its_text_and_its_reasons():
    siapkan_surat()
    berita_acara, staf = BeritaAcaraFactory(), PenggunaFactory(staf=True)
    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())
    services.kembalikan(
        berita_acara.pk, catatan="Lengkapi.", alasan={"temuan": "Kurang jelas."}, oleh=staf
    )
    services.ubah(berita_acara.pk, isi(), baris=baris("Jelas"), oleh=PenggunaFactory())

    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

    kedua, pertama = berita_acara.putaran.all()
    assert (pertama.isi["temuan"], pertama.alasan) == (
        ["Berjalan sesuai perjanjian."],
        {"temuan": "Kurang jelas."},
    )
    assert (pertama.diperiksa_oleh, kedua.isi["temuan"], kedua.hasil) == (staf, ["Jelas"], "")


def test_verifikasi_states_both_figures_and_overwrites_neither():
    KebijakanFactory()
    naskah = NaskahFactory()
    butir = ButirFactory(naskah=naskah, target_angka=100)
    kegiatan = KegiatanFactory(ditugaskan=True, naskah=naskah)
    berita_acara = BeritaAcaraFactory(diajukan=True, kegiatan=kegiatan)
    berita_acara.angka.create(butir=butir, nilai_tim="11.90", nilai_mitra="18.90")

    services.verifikasi(berita_acara.pk, oleh=PenggunaFactory(staf=True))

    sisi = butir.pernyataan.order_by("sisi").values_list("sisi", "nilai", "persen")
    assert [(s, float(n), float(p)) for s, n, p in sisi] == [
        ("mitra", 18.9, 18.9),
        ("tim", 11.9, 11.9),
    ]


def test_a_butir_of_another_naskah_is_refused():
    with pytest.raises(AturanDilanggar, match="bukan dari naskah ini"):
        susun(
            KegiatanFactory(ditugaskan=True),
            baris={"temuan": [{"uraian": "Salah", "butir": ButirFactory()}]},
        )

    assert not BeritaAcara.objects.exists()


# --- kembalikan, verifikasi ----------------------------------------------------------------


def test_kembalikan_opens_it_again_and_tells_its_unit():
    berita_acara = BeritaAcaraFactory(diajukan=True)
    orang = anggota_pd(berita_acara.perangkat_daerah)

    berita_acara = services.kembalikan(
        berita_acara.pk, catatan="Foto kurang.", oleh=PenggunaFactory(staf=True)
    )

    assert berita_acara.status == Status.DIKEMBALIKAN
    assert berita_acara.catatan_verifikasi == "Foto kurang."
    assert penerima() == {orang}


def test_kembalikan_without_a_note_is_refused():
    with pytest.raises(AturanDilanggar, match="catatan"):
        services.kembalikan(
            BeritaAcaraFactory(diajukan=True).pk, catatan=" ", oleh=PenggunaFactory()
        )


@pytest.fixture
def berjadwal():
    """A submitted berita acara of the first pemantauan, with its obligation planned."""
    KebijakanFactory()
    kegiatan = KegiatanFactory(ditugaskan=True)
    jadwal.terbitkan(kegiatan.naskah_id, per=hari())
    return BeritaAcaraFactory(diajukan=True, kegiatan=kegiatan)


def test_verifikasi_dates_the_kegiatan_and_moves_the_cycle_on(berjadwal):
    staf, tim = PenggunaFactory(staf=True), PenggunaFactory(tim=True)
    orang = anggota_pd(berjadwal.perangkat_daerah)

    hasil = services.verifikasi(berjadwal.pk, oleh=staf)

    kegiatan = hasil.kegiatan
    kegiatan.refresh_from_db()
    assert (hasil.status, hasil.diverifikasi_oleh) == (Status.DIVERIFIKASI, staf)
    assert kegiatan.status == StatusKegiatan.DILAKSANAKAN
    assert kegiatan.tanggal_pelaksanaan == berjadwal.tanggal_kejadian
    pertama = Jadwal.objects.get(naskah=kegiatan.naskah, ke=1)
    kedua = Jadwal.objects.get(naskah=kegiatan.naskah, ke=2)
    assert pertama.status == StatusJadwal.TERLAKSANA
    assert kedua.dasar["jangkar"] == str(berjadwal.tanggal_kejadian)
    assert sorted(aksi_tercatat()) == ["berita_acara.verifikasi", "kegiatan.laksanakan"]
    assert penerima() == {tim, orang}


def test_a_later_verification_moves_no_anchor(berjadwal):
    staf = PenggunaFactory(staf=True)
    services.verifikasi(berjadwal.pk, oleh=staf)
    kedua = BeritaAcaraFactory(
        diajukan=True, kegiatan=berjadwal.kegiatan, tanggal_kejadian=hari(-1)
    )

    services.verifikasi(kedua.pk, oleh=staf)

    berjadwal.kegiatan.refresh_from_db()
    assert berjadwal.kegiatan.tanggal_pelaksanaan == berjadwal.tanggal_kejadian


def test_verifikasi_twice_is_one_verification(berjadwal):
    services.verifikasi(berjadwal.pk, oleh=PenggunaFactory(staf=True))
    semula = aksi_tercatat()

    with pytest.raises(AturanDilanggar):
        services.verifikasi(berjadwal.pk, oleh=PenggunaFactory(staf=True))

    assert aksi_tercatat() == semula


@pytest.mark.parametrize("siapa", ["disusun_oleh", "diajukan_oleh"])
def test_penyusun_cannot_verify_own_berita_acara(berjadwal, siapa):
    penyusun = PenggunaFactory(staf=True)
    BeritaAcara.objects.filter(pk=berjadwal.pk).update(**{siapa: penyusun})

    with pytest.raises(AturanDilanggar, match="Penyusun"):
        services.verifikasi(berjadwal.pk, oleh=penyusun)


def test_the_database_too_refuses_a_verifying_penyusun():
    berita_acara = BeritaAcaraFactory(diverifikasi=True)

    with pytest.raises(IntegrityError):
        BeritaAcara.objects.filter(pk=berita_acara.pk).update(
            diverifikasi_oleh=berita_acara.disusun_oleh
        )


@pytest.mark.parametrize("keadaan", ["dilaporkan", "diputuskan"])
def test_verifikasi_is_refused_after_the_report(keadaan):
    berita_acara = BeritaAcaraFactory(diajukan=True, kegiatan=KegiatanFactory(**{keadaan: True}))

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        services.verifikasi(berita_acara.pk, oleh=PenggunaFactory(staf=True))


@pytest.mark.parametrize("gagal", ["antrekan", "jadwal"])
def test_verifikasi_is_undone_when_a_later_step_fails(berjadwal, monkeypatch, gagal):
    if gagal == "antrekan":
        monkeypatch.setattr(services, "antrekan", fails)
    else:
        monkeypatch.setattr(services.jadwal, "terbitkan", fails)

    with pytest.raises(StepFailedError):
        services.verifikasi(berjadwal.pk, oleh=PenggunaFactory(staf=True))

    berjadwal.refresh_from_db()
    berjadwal.kegiatan.refresh_from_db()
    assert berjadwal.status == Status.DIAJUKAN
    assert berjadwal.kegiatan.status == StatusKegiatan.DITUGASKAN
    assert aksi_tercatat() == []


def test_a_draft_is_seen_by_its_unit_alone():
    draf = BeritaAcaraFactory()
    dalam = anggota_pd(draf.perangkat_daerah)
    tetangga = PerangkatDaerahFactory()
    draf.kegiatan.naskah.keterlibatan.create(perangkat_daerah=tetangga)
    luar = [anggota_pd(tetangga), PenggunaFactory(staf=True), PenggunaFactory(ketua=True)]

    assert BeritaAcara.objects.terlihat_oleh(dalam).get() == draf
    assert [BeritaAcara.objects.terlihat_oleh(p).count() for p in luar] == [0, 0, 0]

    BeritaAcara.objects.filter(pk=draf.pk).delete()
    diajukan = BeritaAcaraFactory(diajukan=True, kegiatan=draf.kegiatan)
    assert [BeritaAcara.objects.terlihat_oleh(p).get() for p in luar] == [diajukan] * 3
