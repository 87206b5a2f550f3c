"""What a report is judged on and what it prints, read from the rows."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from inti.models import Notifikasi, PemangkuJabatan
from kerjasama.services import nama as nama_services
from pelaporan.queries.bahan import cuplikan, pihak_tanpa_laporan
from pelaporan.services import kewajiban as kewajiban_services
from pelaporan.services import laporan as services
from pelaporan.services import laporan_mitra as laporan_mitra_services
from pengawasan.models import SuratTugas
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.inti import JabatanFactory, PemangkuJabatanFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, anggota_mitra
from tests.factories.laporan import kegiatan_lengkap, laporan_draf
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import SuratTugasFactory

pytestmark = pytest.mark.django_db


def mitra_baru(naskah, nama="PT Bisu"):
    """One more party, which has said nothing."""
    mitra = MitraFactory(nama=nama)
    naskah.pihak.create(mitra=mitra)
    return mitra


def kewajiban(naskah, mitra, *, ke, telat):
    """A duty whose grace ended so many days before today."""
    batas = timezone.localdate() - timedelta(days=telat)
    jatuh_tempo = batas - timedelta(days=14)
    return KewajibanLaporanFactory(
        naskah=naskah, mitra=mitra, ke=ke, jatuh_tempo=jatuh_tempo, batas=batas
    )


def isi_terkirim(laporan):
    """The snapshot, as if it were sent now."""
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    return laporan.bundel.get().isi


def lampiran(isi, jenis):
    return next(satu for satu in isi["lampiran"] if satu["jenis"] == jenis)


# --- Whose report is missing ----------------------------------------------------------------


def test_mitra_that_never_reported_is_missing():
    kegiatan = kegiatan_lengkap()
    bisu = mitra_baru(kegiatan.naskah)

    assert [p.mitra for p in pihak_tanpa_laporan(kegiatan)] == [bisu]


@pytest.mark.parametrize(("telat", "kurang"), [(6, 1), (5, 0), (0, 0), (-3, 0)])
def test_old_report_does_not_cover_a_duty_overdue_at_the_event(telat, kurang):
    kegiatan = kegiatan_lengkap()
    kegiatan.naskah.kewajiban_laporan.update(jatuh_tempo=date(2020, 1, 1))
    kewajiban(kegiatan.naskah, kegiatan.naskah.mitra.get(), ke=2, telat=telat)

    pihak = pihak_tanpa_laporan(kegiatan)

    assert [(p.tertunggak, p.pernah) for p in pihak] == [("laporan ke-2", True)] * kurang


def test_returned_report_was_still_submitted():
    kegiatan = kegiatan_lengkap()
    laporan = kegiatan.naskah.kewajiban_laporan.get().laporan
    laporan_mitra_services.kembalikan(
        laporan.pk, catatan="Lengkapi.", oleh=PenggunaFactory(staf=True)
    )

    assert pihak_tanpa_laporan(kegiatan) == []


def test_newest_round_of_each_mitra_is_attached():
    laporan = laporan_draf()
    naskah = laporan.kegiatan.naskah
    lain = mitra_baru(naskah, "PT Lain")
    for ke in (1, 2):
        LaporanMitraFactory(
            kewajiban=KewajibanLaporanFactory(naskah=naskah, mitra=lain, ke=ke), disampaikan=True
        )

    isi = isi_terkirim(laporan)

    mitra = [(b["judul"], b["laporan"]) for b in isi["lampiran"] if b["huruf"] == "a"]
    pertama = naskah.mitra.exclude(pk=lain.pk).get()
    assert sorted(mitra) == sorted(
        [
            (f"Laporan mitra: {pertama}", "Laporan ke-1"),
            ("Laporan mitra: PT Lain", "Laporan ke-2"),
        ]
    )


# --- The statements -------------------------------------------------------------------------


def test_pernyataan_lists_late_duties_and_the_reminders_sent():
    laporan = laporan_draf()
    naskah = laporan.kegiatan.naskah
    bisu = mitra_baru(naskah)
    anggota_mitra(bisu)
    duty = kewajiban(naskah, bisu, ke=1, telat=20)
    kewajiban_services.ingatkan(duty.pk, oleh=PenggunaFactory(staf=True, nama="Dewi"))
    services.ubah(
        laporan.pk, {"pernyataan_tanpa_laporan": "Tidak menjawab."}, oleh=laporan.disusun_oleh
    )

    isi = lampiran(isi_terkirim(laporan), "pernyataan_tanpa_laporan")

    assert (isi["mitra"], isi["teks"]) == (["PT Bisu"], "Tidak menjawab.")
    assert [(t["mitra"], t["laporan"], t["terlambat"]) for t in isi["tunggakan"]] == [
        ("PT Bisu", "Laporan ke-1", 20)
    ]
    assert [(p["perihal"], p["oleh"]) for p in isi["pengingat"]] == [
        ("Laporan ke-1 PT Bisu", "Dewi")
    ]


def test_pernyataan_tells_what_became_of_each_reminder():
    laporan = laporan_draf()
    bisu = mitra_baru(laporan.kegiatan.naskah)
    orang = [anggota_mitra(bisu) for _ in range(2)]
    duty = kewajiban(laporan.kegiatan.naskah, bisu, ke=1, telat=20)
    kewajiban_services.ingatkan(duty.pk, oleh=PenggunaFactory(staf=True))
    gagal = Notifikasi.objects.filter(kepada=orang[0])
    gagal.update(status="gagal", percobaan=8, kesalahan="550 mailbox unavailable")
    teks = {"pernyataan_tanpa_laporan": "Tidak menjawab."}
    services.ubah(laporan.pk, teks, oleh=laporan.disusun_oleh)

    (satu,) = lampiran(isi_terkirim(laporan), "pernyataan_tanpa_laporan")["pengingat"]

    assert [(k["nama"], k["hasil"]) for k in satu["kepada"]] == [
        (
            str(orang[0]),
            "surel gagal terkirim setelah 8 kali percobaan; belum dibaca pada portal",
        ),
        (str(orang[1]), "surel belum terkirim; belum dibaca pada portal"),
    ]


def test_pernyataan_is_not_printed_when_every_mitra_reported():
    laporan = laporan_draf()
    services.ubah(
        laporan.pk, {"pernyataan_tanpa_laporan": "Tidak benar."}, oleh=laporan.disusun_oleh
    )

    assert "pernyataan_tanpa_laporan" not in {b["jenis"] for b in isi_terkirim(laporan)["lampiran"]}


def test_tinjau_that_was_not_needed_is_stated_by_name_and_reason():
    laporan = laporan_draf(evaluasi=False, berita_acara={"jenis": "rapat"})
    oleh = PenggunaFactory(tim=True, nama="Bagas")
    services.ubah(laporan.pk, {"alasan_tanpa_tinjau": "Dokumen cukup."}, oleh=oleh)

    isi = isi_terkirim(laporan)

    assert [b["jenis"] for b in isi["lampiran"]] == [
        "laporan_mitra",
        "berita_acara",
        "pernyataan_tanpa_tinjau",
    ]
    pernyataan = lampiran(isi, "pernyataan_tanpa_tinjau")
    assert (pernyataan["nama"], pernyataan["teks"]) == ("Bagas", "Dokumen cukup.")


# --- The snapshot ---------------------------------------------------------------------------


def test_attachments_are_numbered_in_the_order_of_pasal_10():
    isi = isi_terkirim(laporan_draf())

    assert [(b["nomor"], b["huruf"]) for b in isi["lampiran"]] == [
        ("I", "a"),
        ("II", "b"),
        ("III", "c"),
        ("IV", "d"),
        ("V", "e"),
    ]
    assert isi["lampiran"][4]["pasal"] == "Pasal 10 ayat (2) huruf e"
    assert isi["laporan"]["jumlah_lampiran"] == "5 (lima) berkas"


def test_letter_is_signed_by_who_acts_in_the_seat_on_its_date():
    laporan = laporan_draf()
    jabatan = JabatanFactory(kode="kabag-kerja-sama", nama="Kepala Bagian Kerja Sama", peran="tim")
    PemangkuJabatan.objects.filter(jabatan=jabatan).delete()
    PemangkuJabatanFactory(jabatan=jabatan, pengguna=PenggunaFactory(nama="Drs. Definitif"))
    plh = PenggunaFactory(nama="Ir. Pelaksana", nip="1980")
    PemangkuJabatanFactory(jabatan=jabatan, pengguna=plh, sifat="plh")

    assert isi_terkirim(laporan)["laporan"]["ketua_tim"] == {
        "nama": "Ir. Pelaksana",
        "nip": "1980",
        "jabatan": "Plh. Kepala Bagian Kerja Sama",
    }


@pytest.mark.parametrize(("hari", "lama"), [(14, False), (15, True)])
def test_berita_acara_shows_three_dates_and_marks_an_old_claim(hari, lama):
    kejadian = timezone.localdate() - timedelta(days=hari)
    laporan = laporan_draf(berita_acara={"tanggal_kejadian": kejadian})

    isi = lampiran(isi_terkirim(laporan), "berita_acara")

    assert (isi["klaim_lama"], isi["selisih"]) == (lama, hari)
    assert isi["tanggal_kata"].startswith("hari ")
    assert {"tanggal_kejadian", "diterima", "diverifikasi"} <= isi.keys()


def test_analysis_of_the_reports_is_printed_in_the_report():
    laporan = laporan_draf(evaluasi=False)
    satu = HasilAnalisaFactory(kegiatan=laporan.kegiatan, kesimpulan="Perlu dikejar.")

    isi = isi_terkirim(laporan)

    assert isi["analisa"] | {"pada": ""} == {
        "sumber": ["Laporan ke-1 PT Satu"],
        "ringkasan": satu.ringkasan,
        "permasalahan": "Tidak ada.",
        "kesimpulan": "Perlu dikejar.",
        "oleh": str(satu.dianalisa_oleh),
        "pada": "",
    }
    assert "Perlu dikejar." in render_to_string("pelaporan/cetak/bundel.html", isi)


def test_photos_are_printed_with_caption_time_and_hash():
    laporan = laporan_draf(berita_acara={"foto": 1, "foto__keterangan": "Pintu timur"})

    isi = isi_terkirim(laporan)

    foto = lampiran(isi, "berita_acara")["foto"][0]
    cetak = render_to_string("pelaporan/cetak/bundel.html", isi)
    assert foto["keterangan"] == "Pintu timur"
    for kata in ("Foto 1. Pintu timur", f"Diterima {foto['diterima']}", foto["sha256"][:32]):
        assert kata in cetak


def test_recommendations_are_counted_by_letter():
    isi = isi_terkirim(laporan_draf(baris=3))

    assert isi["rekap"] == [
        {
            "huruf": "d",
            "nama": "Menagih kewajiban mitra kerja sama",
            "jumlah": 3,
            "baris": "1, 2, 3",
        }
    ]


def test_draft_cannot_be_printed():
    with pytest.raises(ValueError, match="dikirim"):
        cuplikan(laporan_draf(), kode="x")


# --- Names over time ------------------------------------------------------------------------


def berganti_nama(objek, hari):
    """Called otherwise through the day before `hari`."""
    staf = PenggunaFactory(staf=True)
    lama = objek.nama
    nama_services.ganti_nama(
        type(objek), objek.pk, nama=f"{lama} Baru", mulai=hari, dasar="Akta", oleh=staf
    )
    return lama


def test_report_prints_the_names_of_its_own_day():
    laporan = laporan_draf()
    kegiatan = laporan.kegiatan
    mitra, unit = kegiatan.naskah.mitra.get(), kegiatan.naskah.perangkat_daerah.get()
    for objek in (mitra, unit):
        berganti_nama(objek, timezone.localdate())

    naskah = isi_terkirim(laporan)["naskah"]

    assert naskah["mitra"] == [f"{mitra.nama} Baru"]
    assert naskah["perangkat_daerah"] == [f"{unit.nama} Baru"]


def test_berita_acara_and_matrik_print_the_name_on_the_day_of_the_event():
    laporan = laporan_draf()
    berita_acara = laporan.kegiatan.berita_acara.get()
    lama = berganti_nama(berita_acara.perangkat_daerah, timezone.localdate())

    isi = isi_terkirim(laporan)

    assert lampiran(isi, "berita_acara")["perangkat_daerah"] == lama


def test_report_that_was_sent_stays_as_it_was_issued_after_a_rename():
    laporan = laporan_draf()
    lama = isi_terkirim(laporan)["naskah"]["mitra"]

    berganti_nama(laporan.kegiatan.naskah.mitra.get(), timezone.localdate())

    assert laporan.bundel.get().isi["naskah"]["mitra"] == lama


# --- Which team ----------------------------------------------------------------------------


def test_report_names_the_team_of_the_letter_in_force_alone():
    laporan = laporan_draf()
    orang = [PenggunaFactory(nama=n) for n in ("Yang Dicabut", "Yang Lama", "Yang Baru")]
    dicabut, lama, baru = (
        SuratTugasFactory(kegiatan=[laporan.kegiatan], anggota=[satu]) for satu in orang
    )
    akhir = {"alasan_akhir": "x", "diakhiri_oleh": orang[0], "diakhiri_pada": timezone.now()}
    for surat, status in ((dicabut, "dicabut"), (lama, "digantikan")):
        SuratTugas.objects.filter(pk=surat.pk).update(status=status, **akhir)

    isi = isi_terkirim(laporan)

    assert [a["nama"] for a in isi["tim"]] == ["Yang Baru"]
    assert isi["kegiatan"]["surat_tugas"]["nomor"] == str(baru)
