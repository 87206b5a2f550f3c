from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.enums import JenisKegiatan, Metode, Sifat, StatusJadwal, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.queries.dokumentasi import sidik_unsur
from pengawasan.services import kegiatan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory, PenugasanNaskahFactory, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    JadwalFactory,
    KegiatanFactory,
    SuratTugasFactory,
    hari,
)
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


def berkala(jadwal, **kolom):
    return {
        "naskah": jadwal.naskah,
        "jadwal": jadwal,
        "jenis": jadwal.jenis,
        "metode": Metode.DOKUMEN,
        "tanggal_rencana": hari(7),
        **kolom,
    }


def insidental(naskah, **kolom):
    return {
        "naskah": naskah,
        "jenis": JenisKegiatan.EVALUASI,
        "sifat": Sifat.INSIDENTAL,
        "metode": Metode.FGD,
        "tanggal_rencana": hari(7),
        "alasan": "Pengaduan warga",
        "peminta": "Sekretaris Daerah",
        **kolom,
    }


def penerima():
    return {n.kepada for n in Notifikasi.objects.select_related("kepada")}


def test_rencanakan_from_a_jadwal_leaves_one_line_and_tells_the_other_planners():
    staf, tim = PenggunaFactory(staf=True), PenggunaFactory(tim=True)
    PenggunaFactory(mitra=True)
    jadwal = JadwalFactory()

    kegiatan = services.rencanakan(berkala(jadwal), oleh=staf)

    assert (kegiatan.status, kegiatan.sifat) == (StatusKegiatan.DIRENCANAKAN, Sifat.BERKALA)
    assert kegiatan.dibuat_oleh == staf
    assert aksi_tercatat() == ["kegiatan.rencanakan"]
    assert penerima() == {tim}


def test_rencanakan_insidental_needs_no_jadwal():
    kegiatan = services.rencanakan(insidental(NaskahFactory()), oleh=PenggunaFactory())

    assert (kegiatan.jadwal, kegiatan.alasan) == (None, "Pengaduan warga")


def test_rencanakan_refuses_an_unsound_plan_and_writes_nothing():
    with pytest.raises(AturanDilanggar, match="alasan dan peminta"):
        services.rencanakan(insidental(NaskahFactory(), peminta=""), oleh=PenggunaFactory())

    assert not Kegiatan.objects.exists()
    assert aksi_tercatat() == []


def test_rencanakan_refuses_a_draft_naskah():
    naskah = NaskahFactory(status="draf")

    with pytest.raises(AturanDilanggar, match="belum diberlakukan"):
        services.rencanakan(insidental(naskah), oleh=PenggunaFactory())


def test_rencanakan_refuses_a_jadwal_of_another_naskah():
    data = berkala(JadwalFactory(), naskah=NaskahFactory())

    with pytest.raises(AturanDilanggar, match="bukan untuk naskah"):
        services.rencanakan(data, oleh=PenggunaFactory())


def test_rencanakan_refuses_a_jadwal_that_is_not_owed():
    jadwal = JadwalFactory(status=StatusJadwal.TERLAKSANA)

    with pytest.raises(AturanDilanggar, match="Terlaksana"):
        services.rencanakan(berkala(jadwal), oleh=PenggunaFactory())


def test_one_jadwal_takes_one_kegiatan_until_that_is_cancelled():
    oleh, jadwal = PenggunaFactory(), JadwalFactory()
    kegiatan = services.rencanakan(berkala(jadwal), oleh=oleh)
    with pytest.raises(AturanDilanggar, match=f"sudah mempunyai kegiatan: .*{oleh.nama} untuk"):
        services.rencanakan(berkala(jadwal), oleh=PenggunaFactory())

    jadwal.refresh_from_db()
    assert jadwal.tanggal_rencana == kegiatan.tanggal_rencana

    services.batalkan(kegiatan.pk, alasan="Salah tanggal", oleh=oleh)
    jadwal.refresh_from_db()
    assert jadwal.tanggal_rencana is None
    services.rencanakan(berkala(jadwal), oleh=oleh)

    assert Kegiatan.objects.filter(jadwal=jadwal).count() == 2


def test_a_form_sent_twice_plans_one_kegiatan():
    oleh, data, kunci = PenggunaFactory(), insidental(NaskahFactory()), uuid4()
    services.rencanakan(data, oleh=oleh, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        services.rencanakan(data, oleh=oleh, kunci=kunci)

    assert Kegiatan.objects.count() == 1
    assert aksi_tercatat() == ["kegiatan.rencanakan"]


def test_rencanakan_is_undone_when_the_messages_fail(monkeypatch):
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        services.rencanakan(insidental(NaskahFactory()), oleh=PenggunaFactory())

    assert not Kegiatan.objects.exists()
    assert not JejakAudit.objects.exists()


def test_ubah_rencana_keeps_the_legal_date():
    jadwal = JadwalFactory()
    kegiatan = KegiatanFactory(jadwal=jadwal, naskah=jadwal.naskah)

    services.ubah_rencana(
        kegiatan.pk,
        tanggal_rencana=hari(30),
        waktu_rencana=None,
        tempat="Balai kota",
        oleh=PenggunaFactory(),
    )

    kegiatan.refresh_from_db()
    assert (kegiatan.tanggal_rencana, kegiatan.tempat) == (hari(30), "Balai kota")
    assert kegiatan.jadwal.jatuh_tempo == jadwal.jatuh_tempo
    assert kegiatan.jadwal.tanggal_rencana == hari(30)
    assert aksi_tercatat() == ["kegiatan.ubah"]


@pytest.mark.parametrize("keadaan", ["dilaksanakan", "dilaporkan", "diputuskan", "dibatalkan"])
def test_ubah_rencana_is_refused_once_it_happened(keadaan):
    kegiatan = KegiatanFactory(**{keadaan: True})

    with pytest.raises(AturanDilanggar, match="tidak dapat direncanakan ulang"):
        services.ubah_rencana(
            kegiatan.pk,
            tanggal_rencana=hari(1),
            waktu_rencana=None,
            tempat="",
            oleh=PenggunaFactory(),
        )


def test_catat_unsur_is_for_an_open_evaluasi():
    isi = {"alasan_tanpa_tinjau": "Sudah ditinjau", "hasil_wawancara": "Warga puas"}
    evaluasi = KegiatanFactory(evaluasi=True, ditugaskan=True)

    services.catat_unsur(evaluasi.pk, **isi, oleh=PenggunaFactory())

    evaluasi.refresh_from_db()
    assert evaluasi.hasil_wawancara == "Warga puas"
    assert aksi_tercatat() == ["unsur_evaluasi.simpan"]
    for lain in (KegiatanFactory(ditugaskan=True), KegiatanFactory(evaluasi=True, dilaporkan=True)):
        with pytest.raises(AturanDilanggar):
            services.catat_unsur(lain.pk, **isi, oleh=PenggunaFactory())


def test_catat_unsur_that_someone_else_wrote_meanwhile_names_who():
    evaluasi, dulu = KegiatanFactory(evaluasi=True, ditugaskan=True), PenggunaFactory()
    dibaca = sidik_unsur(evaluasi)
    isi = {"alasan_tanpa_tinjau": "Sudah ditinjau", "hasil_wawancara": "Warga puas"}
    services.catat_unsur(evaluasi.pk, **isi, oleh=dulu, sidik=dibaca)

    with pytest.raises(AturanDilanggar, match=f"{dulu.nama} menyimpan unsur"):
        services.catat_unsur(
            evaluasi.pk, **isi | {"hasil_wawancara": "x"}, oleh=PenggunaFactory(), sidik=dibaca
        )

    evaluasi.refresh_from_db()
    assert evaluasi.hasil_wawancara == "Warga puas"


def test_batalkan_tells_the_team_and_the_units_of_an_assigned_kegiatan():
    kegiatan, petugas, oleh = KegiatanFactory(ditugaskan=True), PenggunaFactory(), PenggunaFactory()
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[petugas])
    PenugasanNaskahFactory(naskah=kegiatan.naskah, pengguna=petugas)
    orang_unit = anggota_pd(kegiatan.naskah.perangkat_daerah.first())

    services.batalkan(kegiatan.pk, alasan="Mitra berhalangan", oleh=oleh)

    kegiatan.refresh_from_db()
    assert kegiatan.status == StatusKegiatan.DIBATALKAN
    assert kegiatan.alasan_batal == "Mitra berhalangan"
    assert aksi_tercatat() == ["kegiatan.batalkan"]
    assert penerima() == {petugas, orang_unit}


def test_batalkan_waits_for_a_submitted_berita_acara():
    berita_acara = BeritaAcaraFactory(diajukan=True)

    with pytest.raises(AturanDilanggar, match="menunggu verifikasi"):
        services.batalkan(berita_acara.kegiatan_id, alasan="x", oleh=PenggunaFactory())


@pytest.mark.parametrize(
    ("keadaan", "service", "ke"),
    [
        ("didokumentasikan", services.laporkan, StatusKegiatan.DILAPORKAN),
        ("dilaporkan", services.kembalikan, StatusKegiatan.DILAKSANAKAN),
        ("dilaporkan", services.tarik, StatusKegiatan.DILAKSANAKAN),
        ("dilaporkan", services.putuskan, StatusKegiatan.DIPUTUSKAN),
    ],
)
def test_each_transition_is_made_once(keadaan, service, ke):
    kegiatan, oleh = KegiatanFactory(**{keadaan: True}), PenggunaFactory()

    service(kegiatan.pk, oleh=oleh)
    with pytest.raises(AturanDilanggar):
        service(kegiatan.pk, oleh=oleh)

    kegiatan.refresh_from_db()
    assert kegiatan.status == ke
    assert aksi_tercatat() == [f"kegiatan.{service.__name__}"]


def test_laksanakan_takes_the_first_date_and_no_later_one():
    kegiatan, oleh = KegiatanFactory(ditugaskan=True), PenggunaFactory()

    pertama = services.laksanakan(kegiatan.pk, tanggal=hari(-9), oleh=oleh)
    kedua = services.laksanakan(kegiatan.pk, tanggal=hari(-1), oleh=oleh)

    kegiatan.refresh_from_db()
    assert (pertama, kedua) == (True, False)
    assert kegiatan.tanggal_pelaksanaan == timezone.localdate() - timedelta(days=9)
    assert aksi_tercatat() == ["kegiatan.laksanakan"]


def test_a_kegiatan_that_changed_meanwhile_is_not_overwritten(monkeypatch):
    kegiatan = KegiatanFactory(didokumentasikan=True)
    asli = services.periksa

    def tersalip(*args, **kwargs):
        Kegiatan.objects.filter(pk=kegiatan.pk).update(status=StatusKegiatan.DILAPORKAN)
        return asli(*args, **kwargs)

    monkeypatch.setattr(services, "periksa", tersalip)

    with pytest.raises(AturanDilanggar, match="baru saja berubah"):
        services.laporkan(kegiatan.pk, oleh=PenggunaFactory())

    assert aksi_tercatat() == []
