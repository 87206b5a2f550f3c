"""The register's door: recording, changing, putting in force, ending."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, Diperiksa
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from kerjasama.queries.naskah import isi_baris, sidik_naskah
from kerjasama.services import dokumen_naskah, hapus_naskah
from kerjasama.services import naskah as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    ButirFactory,
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db
DATA = {
    "jenis": "pks",
    "nomor": "134.4/1/SETDA.Ks/2024",
    "judul": "Pengelolaan pasar",
    "tanggal_ttd": date(2024, 1, 15),
    "tanggal_berakhir": date(2029, 1, 15),
    "status": "berlaku",
}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def catat(oleh, **ubahan):
    pihak = ubahan.pop("pihak", None)
    return services.catat(
        DATA | ubahan.pop("data", {}),
        pihak=[{"mitra": MitraFactory().pk, "nomor": "1"}] if pihak is None else pihak,
        perangkat_daerah=[{"perangkat_daerah": PerangkatDaerahFactory().pk, "peran": "pemrakarsa"}],
        oleh=oleh,
        **ubahan,
    )


def berkas(isi=b"%PDF-1.4 isi", nama="naskah.pdf"):
    return Diperiksa(nama=nama, tipe=PDF, isi=isi)


# --- Recording ------------------------------------------------------------------------------


def test_catat_puts_in_force_with_parties_and_one_line_each(staf):
    naskah = catat(staf)

    assert (naskah.status, naskah.dibuat_oleh) == ("berlaku", staf)
    assert (naskah.mitra.count(), naskah.perangkat_daerah.count()) == (1, 1)
    assert aksi_tercatat() == ["naskah.catat", "naskah.berlakukan"]


def test_catat_keeps_a_draf_that_lacks_date_and_mitra(staf):
    naskah = catat(staf, data={"tanggal_ttd": None, "status": "draf"}, pihak=[])

    assert naskah.status == "draf"
    assert aksi_tercatat() == ["naskah.catat"]


@pytest.mark.parametrize(
    ("ubahan", "sebut"),
    [
        ({"pihak": []}, "lengkapi mitra"),
        ({"data": {"tanggal_ttd": None}}, "lengkapi tanggal penandatanganan"),
        (
            {"data": {"tanggal_ttd": date(2024, 1, 16), "tanggal_berakhir": date(2024, 1, 15)}},
            "urut",
        ),
        ({"data": {"interval_evaluasi": 3}}, "klausul"),
        (
            {"butir": [{"jenis": "hak", "pihak": "mitra", "uraian": "x", "mitra": -1}]},
            "bukan pihak",
        ),
    ],
)
def test_catat_that_is_refused_writes_nothing(staf, ubahan, sebut):
    if ubahan.get("butir"):
        ubahan = {"butir": [ubahan["butir"][0] | {"mitra": MitraFactory().pk}]}

    with pytest.raises(AturanDilanggar, match=sebut):
        catat(staf, **ubahan)

    assert not Naskah.objects.exists()
    assert not JejakAudit.objects.exists()


def test_signing_that_is_still_to_come_is_not_in_force(staf):
    besok = timezone.localdate() + timedelta(days=1)

    with pytest.raises(AturanDilanggar, match="masih di masa depan"):
        catat(staf, data={"tanggal_ttd": besok, "tanggal_berakhir": None})


@pytest.mark.parametrize("kembar", ["134.4/1/SETDA.Ks/2024", "134.4/1/SETDA.\u200bKs/2024"])
def test_number_that_is_taken_names_whose_it_is_also_as_a_unicode_twin(staf, kembar):
    catat(staf)

    with pytest.raises(AturanDilanggar, match="sudah tercatat untuk “Pengelolaan pasar”"):
        catat(staf, data={"nomor": kembar})


def test_form_sent_twice_is_one_naskah(staf):
    kunci = uuid4()
    catat(staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        catat(staf, data={"nomor": "lain"}, kunci=kunci)

    assert Naskah.objects.count() == 1


def test_mitra_named_twice_is_refused(staf):
    mitra = MitraFactory().pk

    with pytest.raises(AturanDilanggar, match="dua kali"):
        catat(staf, pihak=[{"mitra": mitra}, {"mitra": mitra}])

    assert not Naskah.objects.exists()


# --- Changing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "naik"),
    [
        ({"judul": "Lain"}, 0),
        ({"tanggal_berakhir": date(2030, 1, 1)}, 1),
        ({"tanggal_ttd": date(2024, 1, 1)}, 1),
        ({"mulai_pengawasan": date(2025, 1, 1)}, 1),
        ({"interval_evaluasi": 12, "klausul_interval": "Pasal 9"}, 1),
        ({"nomor": "2"}, 1),
    ],
)
def test_only_a_change_of_fact_asks_for_a_new_plan(staf, data, naik):
    naskah = NaskahFactory()

    services.ubah(naskah.pk, data, oleh=staf)

    naskah.refresh_from_db()
    assert naskah.versi_fakta == 1 + naik


def test_another_mitra_asks_for_a_new_plan(staf):
    naskah, mitra = NaskahFactory(), MitraFactory()

    services.ubah(naskah.pk, {}, pihak=[{"mitra": mitra.pk}], oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.versi_fakta, list(naskah.mitra.all())) == (2, [mitra])


def test_ubah_keeps_what_was_and_what_is_also_of_rows(staf):
    naskah = NaskahFactory()
    pd = naskah.keterlibatan.get()

    services.ubah(
        naskah.pk,
        {"judul": "Pasar baru"},
        perangkat_daerah=[{"perangkat_daerah": pd.perangkat_daerah_id, "peran": "terkait"}],
        oleh=staf,
    )

    jejak = JejakAudit.objects.get()
    assert jejak.perubahan["nilai"] == {"judul": [naskah.judul, "Pasar baru"]}
    lama, baru = jejak.perubahan["baris"]["perangkat_daerah"]
    assert [lama[0]["peran"], baru[0]["peran"]] == ["pemrakarsa", "terkait"]
    assert naskah.keterlibatan.get().pk == pd.pk


def test_ubah_that_changes_nothing_leaves_no_line(staf):
    naskah = NaskahFactory()

    services.ubah(naskah.pk, {"judul": naskah.judul}, **isi_baris(naskah), oleh=staf)

    assert not JejakAudit.objects.exists()


def test_butir_keeps_its_key_its_mitra_and_takes_the_order_given(staf):
    naskah = NaskahFactory()
    satu = ButirFactory(naskah=naskah, urutan=1, mitra=naskah.mitra.get())
    dua = ButirFactory(naskah=naskah, urutan=2)
    lama = {b["pk"]: b for b in isi_baris(naskah)["butir"]}

    baru = {"jenis": "hak", "pihak": "pemerintah", "uraian": "Menerima setoran"}
    services.ubah(naskah.pk, {}, butir=[lama[dua.pk], baru, lama[satu.pk]], oleh=staf)

    urut = list(naskah.butir.values_list("uraian", "mitra"))
    assert urut == [(dua.uraian, None), ("Menerima setoran", None), (satu.uraian, satu.mitra_id)]
    assert {satu.pk, dua.pk} < set(naskah.butir.values_list("pk", flat=True))


def test_butir_of_another_naskah_is_not_taken_over(staf):
    naskah, asing = NaskahFactory(), ButirFactory()

    isi = {"pk": asing.pk, "jenis": "hak", "pihak": "mitra", "uraian": "Menyusup"}
    services.ubah(naskah.pk, {}, butir=[isi], oleh=staf)

    asing.refresh_from_db()
    assert asing.uraian != "Menyusup"
    assert naskah.butir.get().pk != asing.pk


@pytest.mark.parametrize(
    ("data", "pihak", "sebut"),
    [
        ({"tanggal_ttd": None}, None, "harus tetap memiliki tanggal penandatanganan"),
        ({}, [], "harus tetap memiliki mitra"),
    ],
)
def test_naskah_in_force_keeps_its_date_and_its_mitra(staf, data, pihak, sebut):
    naskah = NaskahFactory()

    with pytest.raises(AturanDilanggar, match=sebut):
        services.ubah(naskah.pk, data | {"judul": "Lain"}, pihak=pihak, oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.judul, naskah.tanggal_ttd, naskah.mitra.count()) != ("Lain", None, 0)
    assert naskah.mitra.count() == 1
    assert not JejakAudit.objects.exists()


def test_mitra_whose_butir_remains_is_not_taken_out(staf):
    naskah = NaskahFactory()
    ButirFactory(naskah=naskah, mitra=naskah.mitra.get())

    with pytest.raises(AturanDilanggar, match="bukan pihak naskah ini"):
        services.ubah(naskah.pk, {}, pihak=[{"mitra": MitraFactory().pk}], oleh=staf)


def test_second_of_two_who_edit_at_once_is_told(staf):
    naskah = NaskahFactory()
    sidik = sidik_naskah(naskah, isi_baris(naskah))
    services.ubah(naskah.pk, {"objek": "Pasar"}, oleh=PenggunaFactory(staf=True), sidik=sidik)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        services.ubah(naskah.pk, {"objek": "Terminal"}, oleh=staf, sidik=sidik)

    naskah.refresh_from_db()
    assert naskah.objek == "Pasar"


def test_naskah_in_force_is_not_signed_in_the_future_by_a_correction(staf):
    naskah = NaskahFactory()
    besok = timezone.localdate() + timedelta(days=1)

    with pytest.raises(AturanDilanggar, match="masih di masa depan"):
        services.ubah(naskah.pk, {"tanggal_ttd": besok}, oleh=staf)

    naskah.refresh_from_db()
    assert naskah.tanggal_ttd != besok


def test_status_is_not_changed_by_a_correction(staf):
    naskah = NaskahFactory()

    services.ubah(naskah.pk, {"status": "berakhir", "judul": "Lain"}, oleh=staf)

    naskah.refresh_from_db()
    assert naskah.status == "berlaku"


# --- Coming into force, and replacing -------------------------------------------------------


def test_berlakukan_raises_the_version_and_leaves_one_line(staf):
    naskah = NaskahFactory(status=StatusNaskah.DRAF)

    services.berlakukan(naskah.pk, oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == ("berlaku", 2)
    assert aksi_tercatat() == ["naskah.berlakukan"]


def test_berlakukan_twice_is_refused_and_recorded_once(staf):
    naskah = NaskahFactory(status=StatusNaskah.DRAF)
    services.berlakukan(naskah.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="Berlaku tidak dapat diberlakukan"):
        services.berlakukan(naskah.pk, oleh=staf)

    assert aksi_tercatat() == ["naskah.berlakukan"]


@pytest.mark.parametrize(
    ("berakhir", "hari"), [(date(2026, 1, 14), date(2025, 2, 1)), (date(2024, 12, 31),) * 2]
)
def test_new_naskah_in_force_ends_the_one_it_replaces(staf, berakhir, hari):
    lama = NaskahFactory(tanggal_berakhir=berakhir)
    baru = NaskahFactory(status=StatusNaskah.DRAF, tanggal_ttd=date(2025, 2, 1), menggantikan=lama)

    services.berlakukan(baru.pk, oleh=staf)

    lama.refresh_from_db()
    assert (lama.status, lama.tanggal_diakhiri, lama.versi_fakta) == ("digantikan", hari, 2)
    assert aksi_tercatat() == ["naskah.berlakukan", "naskah.gantikan"]
    assert JejakAudit.objects.latest("pk").perubahan["pengganti"] == baru.nomor


def test_replacing_a_draf_is_refused_and_the_new_one_stays_a_draf(staf):
    lama = NaskahFactory(status=StatusNaskah.DRAF)
    baru = NaskahFactory(status=StatusNaskah.DRAF, menggantikan=lama)

    with pytest.raises(AturanDilanggar, match="masih draf"):
        services.berlakukan(baru.pk, oleh=staf)

    baru.refresh_from_db()
    assert baru.status == "draf"
    assert not JejakAudit.objects.exists()


def test_naskah_in_force_that_is_said_to_replace_another_ends_it(staf):
    lama, baru = NaskahFactory(), NaskahFactory(tanggal_ttd=date(2025, 2, 1))

    services.ubah(baru.pk, {"menggantikan": lama}, oleh=staf)

    lama.refresh_from_db()
    assert lama.status == "digantikan"


def test_naskah_is_no_kin_of_itself_through_others(staf):
    kakek = NaskahFactory()
    anak = NaskahFactory(induk=NaskahFactory(induk=kakek))

    with pytest.raises(AturanDilanggar, match="induk"):
        services.ubah(kakek.pk, {"induk": anak}, oleh=staf)


# --- Ending ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alasan", "status", "aksi"),
    [
        ("tujuan_tercapai", "berakhir", "naskah.akhiri"),
        ("wanprestasi", "diputus", "naskah.putus"),
    ],
)
def test_akhiri_records_why_when_and_by_whom(staf, alasan, status, aksi):
    naskah, hari = NaskahFactory(), date(2025, 1, 1)

    services.akhiri(naskah.pk, alasan=alasan, tanggal=hari, oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.alasan_berakhir, naskah.tanggal_diakhiri) == (
        status,
        alasan,
        hari,
    )
    assert naskah.versi_fakta == 2
    jejak = JejakAudit.objects.get()
    assert (jejak.aksi, jejak.pelaku_nama) == (aksi, str(staf))


def test_akhiri_tells_the_people_of_the_mitra_and_of_the_unit_once(staf):
    naskah = NaskahFactory()
    orang = [anggota_mitra(naskah.mitra.get()), anggota_pd(naskah.perangkat_daerah.get())]
    anggota_mitra(MitraFactory())

    services.akhiri(naskah.pk, alasan="kesepakatan", tanggal=date(2025, 1, 1), oleh=staf)

    kabar = Notifikasi.objects.order_by("kepada")
    assert [n.kepada for n in kabar] == orang
    assert kabar[0].tautan == naskah.get_absolute_url()
    assert "1 Januari 2025" in kabar[0].isi


@pytest.mark.parametrize(
    ("tanggal", "sebut"),
    [
        (date(2000, 1, 1), "sebelum penandatanganan"),
        (date(2999, 1, 1), "masih di masa depan"),
    ],
)
def test_akhiri_on_an_impossible_day_is_refused(staf, tanggal, sebut):
    naskah = NaskahFactory()

    with pytest.raises(AturanDilanggar, match=sebut):
        services.akhiri(naskah.pk, alasan="pailit", tanggal=tanggal, oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == ("berlaku", 1)
    assert not JejakAudit.objects.exists()


def test_two_who_end_one_naskah_leave_one_line_and_one_notice_each(staf):
    naskah = NaskahFactory()
    anggota_mitra(naskah.mitra.get())
    isi = {"tanggal": date(2025, 1, 1), "oleh": staf}
    services.akhiri(naskah.pk, alasan="kesepakatan", **isi)

    with pytest.raises(AturanDilanggar, match="Berakhir tidak dapat diputus"):
        services.akhiri(naskah.pk, alasan="wanprestasi", **isi)

    assert aksi_tercatat() == ["naskah.akhiri"]
    assert Notifikasi.objects.count() == 1


# --- Documents ------------------------------------------------------------------------------


def test_dokumen_is_kept_with_one_line(staf):
    naskah = NaskahFactory()

    dokumen = dokumen_naskah.unggah(
        naskah.pk, diperiksa=berkas(), jenis="naskah", keterangan="Asli", oleh=staf
    )

    assert dokumen.berkas.baca() == b"%PDF-1.4 isi"
    assert aksi_tercatat() == ["dokumen_naskah.unggah"]


def test_same_bytes_are_kept_once_with_a_naskah(staf):
    satu, lain = NaskahFactory(), NaskahFactory()
    for naskah in (satu, lain):
        dokumen_naskah.unggah(naskah.pk, diperiksa=berkas(), jenis="naskah", oleh=staf)

    with pytest.raises(AturanDilanggar, match=r"sudah tersimpan .* naskah\.pdf"):
        dokumen_naskah.unggah(
            satu.pk, diperiksa=berkas(nama="salinan.pdf"), jenis="lampiran", oleh=staf
        )

    assert (satu.dokumen.count(), lain.dokumen.count()) == (1, 1)
    assert aksi_tercatat() == ["dokumen_naskah.unggah"] * 2


@pytest.mark.parametrize("banyak", [1, 3])
def test_several_are_taken_out_with_the_statements_of_one(staf, count_queries, banyak):
    kunci = [n.pk for n in NaskahFactory.create_batch(banyak)]

    with count_queries(46):
        hapus_naskah.hapus_semua(kunci, oleh=staf)

    assert not Naskah.objects.exists()
    assert JejakAudit.objects.filter(aksi="naskah.hapus").count() == banyak
