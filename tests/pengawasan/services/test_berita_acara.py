from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.models import Berkas, JejakAudit, NomorSurat, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.services.baris_naskah import selaraskan
from pengawasan.enums import JenisBeritaAcara, StatusBeritaAcara, StatusJadwal, StatusKegiatan
from pengawasan.models import BeritaAcara, Jadwal, SuratTugas
from pengawasan.services import berita_acara as services
from pengawasan.services import jadwal
from pengawasan.services.isi_berita_acara import FotoBaru
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
    SuratTugasFactory,
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


def susun(kegiatan, data=None, **kolom):
    return services.susun(
        kegiatan.pk,
        data or isi(),
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


def test_susun_keeps_the_caption_of_each_photo():
    satu = susun(KegiatanFactory(ditugaskan=True), foto=[FotoBaru(foto(), "Pintu timur"), foto()])

    assert [f.keterangan for f in satu.foto.all()] == ["Pintu timur", ""]


# --- The order of the events of one naskah --------------------------------------------------


@pytest.mark.parametrize(
    "lain",
    [
        {},
        {"evaluasi": True},
        {"evaluasi": True, "insidental": True},
        {"insidental": True, "menggantikan_berkala": True},
    ],
)
def test_susun_refuses_a_date_before_the_last_event_and_names_it(lain):
    kegiatan = KegiatanFactory(ditugaskan=True)
    terakhir = KegiatanFactory(naskah=kegiatan.naskah, dilaksanakan=True, **lain)
    ba = BeritaAcaraFactory(kegiatan=terakhir, diverifikasi=True)
    pada = tanggal_indonesia(terakhir.tanggal_pelaksanaan)

    with pytest.raises(AturanDilanggar) as ditolak:
        susun(kegiatan, data=isi(tanggal_kejadian=hari(-6)))

    jenis = terakhir.get_jenis_display().lower()
    assert f"sebelum {jenis} terakhir naskah ini, {pada} (berita acara {ba.nomor})" in str(
        ditolak.value
    )
    assert susun(kegiatan, data=isi(tanggal_kejadian=hari(-5)))


@pytest.mark.parametrize("lain", [{"insidental": True, "dilaksanakan": True}, {"dibatalkan": True}])
def test_susun_asks_for_no_order_after_what_the_cycle_does_not_count(lain):
    kegiatan = KegiatanFactory(ditugaskan=True)
    KegiatanFactory(naskah=kegiatan.naskah, tanggal_pelaksanaan=hari(-1), **lain)

    assert susun(kegiatan, data=isi(tanggal_kejadian=hari(-6)))


def test_susun_asks_for_no_order_after_what_an_imported_list_told():
    naskah = NaskahFactory(pemantauan_terakhir=hari(-2), evaluasi_terakhir=hari(-1))

    assert susun(
        KegiatanFactory(ditugaskan=True, naskah=naskah), data=isi(tanggal_kejadian=hari(-6))
    )


def test_further_berita_acara_of_a_held_kegiatan_moves_nothing_and_may_be_older():
    kegiatan = KegiatanFactory(dilaksanakan=True)
    KegiatanFactory(naskah=kegiatan.naskah, evaluasi=True, dilaksanakan=True)

    assert susun(kegiatan, data=isi(tanggal_kejadian=hari(-9)))


def test_claim_received_in_its_order_stays_good_when_another_is_verified_first():
    siapkan_surat()
    KebijakanFactory()
    kegiatan, orang = KegiatanFactory(ditugaskan=True), PenggunaFactory()
    satu = susun(kegiatan, data=isi(tanggal_kejadian=hari(-6)), oleh=orang)
    services.ajukan(satu.pk, oleh=orang)
    services.kembalikan(satu.pk, catatan="Lengkapi.", oleh=PenggunaFactory(staf=True))
    KegiatanFactory(naskah=kegiatan.naskah, evaluasi=True, dilaksanakan=True)

    services.ubah(satu.pk, isi(tanggal_kejadian=hari(-6)), baris=baris("Jelas"), oleh=orang)
    with pytest.raises(AturanDilanggar, match="sebelum evaluasi terakhir"):
        services.ubah(satu.pk, isi(tanggal_kejadian=hari(-7)), baris=baris(), oleh=orang)
    services.ajukan(satu.pk, oleh=orang)
    services.verifikasi(satu.pk, oleh=PenggunaFactory(staf=True))

    kegiatan.refresh_from_db()
    assert kegiatan.tanggal_pelaksanaan == hari(-6)


def test_ajukan_judges_the_order_when_it_is_received():
    siapkan_surat()
    satu = BeritaAcaraFactory(tanggal_kejadian=hari(-6))
    KegiatanFactory(naskah=satu.kegiatan.naskah, evaluasi=True, dilaksanakan=True)

    with pytest.raises(AturanDilanggar, match="sebelum evaluasi terakhir"):
        services.ajukan(satu.pk, oleh=PenggunaFactory())

    satu.refresh_from_db()
    assert (satu.status, satu.nomor) == (Status.DRAF, None)


# --- Two people and one event ---------------------------------------------------------------


def test_susun_of_the_same_event_names_who_recorded_it_first():
    kegiatan, dulu = KegiatanFactory(ditugaskan=True), PenggunaFactory()
    pertama = susun(kegiatan, oleh=dulu)

    with pytest.raises(services.KejadianSamaError, match=f"lebih dahulu oleh {dulu.nama}") as galat:
        susun(kegiatan)

    assert galat.value.ada == pertama
    assert BeritaAcara.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [{"jenis": JenisBeritaAcara.TINJAU_LOKASI}, {"tanggal_kejadian": -2}],
)
def test_susun_of_another_kind_or_day_is_another_event(data):
    kegiatan = KegiatanFactory(ditugaskan=True)
    susun(kegiatan)
    if "tanggal_kejadian" in data:
        data = {"tanggal_kejadian": hari(data["tanggal_kejadian"])}

    assert susun(kegiatan, data=isi(**data))


def test_susun_of_a_second_site_on_the_day_is_said_to_be_another_event():
    kegiatan = KegiatanFactory(ditugaskan=True)
    susun(kegiatan)

    assert susun(kegiatan, kejadian_lain=True)


def test_ubah_does_not_move_one_onto_the_event_of_another():
    kegiatan = KegiatanFactory(ditugaskan=True)
    susun(kegiatan)
    lain = susun(kegiatan, data=isi(tanggal_kejadian=hari(-2)))

    with pytest.raises(services.KejadianSamaError):
        services.ubah(lain.pk, isi(), baris=baris(), oleh=PenggunaFactory())


def test_second_reviewer_is_told_who_answered_first():
    siapkan_surat()
    KebijakanFactory()
    satu, dulu = BeritaAcaraFactory(), PenggunaFactory(staf=True)
    services.ajukan(satu.pk, oleh=PenggunaFactory())
    services.verifikasi(satu.pk, oleh=dulu)

    for pintu in (services.verifikasi, services.kembalikan):
        with pytest.raises(AturanDilanggar, match=f"sudah diverifikasi oleh {dulu.nama}"):
            pintu(satu.pk, catatan="Belum.", oleh=PenggunaFactory(staf=True))


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


def test_ubah_mends_the_caption_of_a_photo_that_is_there():
    satu = BeritaAcaraFactory(foto=2, foto__keterangan="Lama")
    pertama, kedua = satu.foto.all()

    services.ubah(
        satu.pk, isi(), baris=baris(), keterangan_foto={kedua.pk: "Baru"}, oleh=PenggunaFactory()
    )

    assert [f.keterangan for f in satu.foto.all()] == [pertama.keterangan, "Baru"]


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
    berita_acara, dulu = BeritaAcaraFactory(), PenggunaFactory()
    services.ubah(berita_acara.pk, isi(), baris=baris("Pertama"), versi=1, oleh=dulu)

    with pytest.raises(AturanDilanggar, match=f"{dulu.nama} menyimpan berita acara"):
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
    siapkan_surat()
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan)
    berita_acara.angka.create(butir=butir, nilai_tim="11.90", nilai_mitra="18.90")
    services.ajukan(berita_acara.pk, oleh=PenggunaFactory())

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


def test_a_butir_that_a_finding_names_stays_in_the_naskah():
    satu = BeritaAcaraFactory()
    butir = ButirFactory(naskah=satu.kegiatan.naskah, uraian="Menyediakan kios")
    satu.temuan.update(butir=butir)

    with pytest.raises(AturanDilanggar, match="“Menyediakan kios” sudah mempunyai temuan"):
        selaraskan(satu.kegiatan.naskah, pihak=None, perangkat_daerah=None, butir=[])


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
def test_penyusun_cannot_verify_own_berita_acara(siapa):
    penyusun = PenggunaFactory(staf=True)
    satu = BeritaAcaraFactory(diajukan=True, **{siapa: penyusun})

    with pytest.raises(AturanDilanggar, match="Penyusun"):
        services.verifikasi(satu.pk, oleh=penyusun)


def test_the_database_too_refuses_a_verifying_penyusun():
    berita_acara = BeritaAcaraFactory(diajukan=True)

    with pytest.raises(IntegrityError, match="orang_lain"):
        BeritaAcara.objects.filter(pk=berita_acara.pk).update(
            status=Status.DIVERIFIKASI,
            diverifikasi_oleh=berita_acara.disusun_oleh,
            diverifikasi_pada=timezone.now(),
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


# --- Separation of duties -------------------------------------------------------------------


def ke_tim(kegiatan):
    return SuratTugasFactory(kegiatan=[kegiatan], anggota=[PenggunaFactory(nama="Kepala Dinas")])


def test_ajukan_and_verifikasi_ask_again_who_is_on_the_team():
    siapkan_surat()
    draf, masuk = BeritaAcaraFactory(), BeritaAcaraFactory(diajukan=True)
    for satu in (draf, masuk):
        ke_tim(satu.kegiatan)

    for service, satu in ((services.ajukan, draf), (services.verifikasi, masuk)):
        with pytest.raises(AturanDilanggar, match="Kepala Dinas anggota Tim Pengawasan"):
            service(satu.pk, oleh=PenggunaFactory())


def test_team_of_a_letter_out_of_force_may_sign():
    siapkan_surat()
    draf = BeritaAcaraFactory()
    surat = ke_tim(draf.kegiatan)
    SuratTugas.objects.filter(pk=surat.pk).update(
        status="digantikan",
        alasan_akhir="Mutasi",
        diakhiri_oleh=draf.disusun_oleh,
        diakhiri_pada=timezone.now(),
    )

    assert services.ajukan(draf.pk, oleh=draf.disusun_oleh).nomor
