"""Addenda that change parties, signatories, units and the field of government."""

from datetime import date

import pytest

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Addendum, Butir, Naskah, Urusan
from kerjasama.queries.gabung import rencana_gabung
from kerjasama.queries.versi import beda_baris
from kerjasama.services import addendum as services
from kerjasama.services import gabung
from kerjasama.services import naskah as naskah_services
from kerjasama.services.rancangan_addendum import rancang
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
)

pytestmark = pytest.mark.django_db
TANGGAL = date(2025, 3, 1)
KOSONG = {"nomor": "", "penanda_tangan": "", "jabatan": ""}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def berdua():
    """A naskah with two mitra, by name."""
    return NaskahFactory(mitra=[MitraFactory(nama="PT Awal"), MitraFactory(nama="PT Tetap")])


def catat(naskah, oleh, *, perubahan=None, tanggal=TANGGAL, **baris):
    data = {"nomor": "", "tentang": "Perubahan para pihak", "tanggal_ttd": tanggal}
    return services.catat(naskah.pk, data, perubahan=perubahan or {}, baris=baris, oleh=oleh)


def keluar(naskah, nama="PT Awal"):
    return {"aksi": "akhiri", "pk": naskah.pihak.get(mitra__nama=nama).pk}


def masuk(mitra, **isi):
    return {"aksi": "tambah", "pk": None, "data": KOSONG | isi | {"mitra": mitra.pk}}


def kini(naskah):
    return [str(m) for m in Naskah.objects.get(pk=naskah.pk).mitra_kini]


# --- Parties --------------------------------------------------------------------------------


def test_mitra_joins_by_addendum_with_its_number_and_signatory(staf, berdua):
    baru = MitraFactory(nama="PT Baru")

    addendum = catat(berdua, staf, pihak=[masuk(baru, nomor="7/PT/2025", penanda_tangan="Ani")])

    pihak = berdua.pihak.get(mitra=baru)
    assert (pihak.nomor, pihak.penanda_tangan, pihak.bergabung_pada) == (
        "7/PT/2025",
        "Ani",
        TANGGAL,
    )
    assert kini(berdua) == ["PT Awal", "PT Baru", "PT Tetap"]
    assert [(s["aksi"], s["sebutan"]) for s in addendum.perubahan_baris["pihak"]] == [
        ("tambah", "PT Baru")
    ]


def test_mitra_that_leaves_keeps_its_row_with_the_day(staf, berdua):
    catat(berdua, staf, pihak=[keluar(berdua)])

    assert kini(berdua) == ["PT Tetap"]
    assert berdua.pihak.get(mitra__nama="PT Awal").diakhiri_pada == TANGGAL
    assert Naskah.objects.get(pk=berdua.pk).versi_fakta == 2


def test_number_and_signatory_of_both_sides_change_with_old_and_new(staf, berdua):
    satu = berdua.pihak.get(mitra__nama="PT Awal")
    unit = berdua.keterlibatan.get()
    isi = {"nomor": "9/2025", "penanda_tangan": "Budi", "jabatan": "Direktur"}
    kepala = {"penanda_tangan": "Citra", "jabatan": "Kepala Dinas"}

    addendum = catat(
        berdua,
        staf,
        pihak=[{"aksi": "ubah", "pk": satu.pk, "data": isi}],
        perangkat_daerah=[{"aksi": "ubah", "pk": unit.pk, "data": kepala}],
    )

    beda = beda_baris(addendum)
    assert [b.label for b in beda] == [
        "Mitra diubah: PT Awal",
        f"Perangkat Daerah diubah: {unit.perangkat_daerah}",
    ]
    assert "Penanda tangan: Budi" in beda[0].baru
    assert "Jabatan penanda tangan: Kepala Dinas" in beda[1].baru
    assert "Penanda tangan: –" in beda[1].lama


def test_units_come_go_and_change_their_part(staf):
    pergi, tinggal, datang = (PerangkatDaerahFactory() for _ in range(3))
    naskah = NaskahFactory(perangkat_daerah=[pergi, tinggal])
    baris = {satu.perangkat_daerah_id: satu.pk for satu in naskah.keterlibatan.all()}
    kosong = {"penanda_tangan": "", "jabatan": ""}

    catat(
        naskah,
        staf,
        perangkat_daerah=[
            {"aksi": "akhiri", "pk": baris[pergi.pk]},
            {"aksi": "ubah", "pk": baris[tinggal.pk], "data": kosong | {"peran": "terkait"}},
            {
                "aksi": "tambah",
                "pk": None,
                "data": kosong | {"peran": "pemrakarsa", "perangkat_daerah": datang.pk},
            },
        ],
    )

    assert list(naskah.keterlibatan.values_list("perangkat_daerah", "peran")) == [
        (tinggal.pk, "terkait"),
        (datang.pk, "pemrakarsa"),
    ]


def test_field_of_government_changes_and_is_named_in_words(staf, client):
    lama, baru = (
        Urusan.objects.create(kode=nama.lower(), nama=nama, kelompok="pilihan")
        for nama in ("Perdagangan", "Pariwisata")
    )
    naskah = NaskahFactory(urusan=lama)

    addendum = catat(naskah, staf, perubahan={"urusan_id": baru.pk})

    naskah.refresh_from_db()
    assert naskah.urusan == baru
    client.force_login(staf)
    halaman = client.get(addendum.get_absolute_url()).content.decode()
    assert "Perdagangan" in halaman
    assert "Pariwisata" in halaman


@pytest.mark.parametrize("diganti", [True, False])
def test_last_mitra_leaves_only_where_another_comes(staf, diganti):
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Awal")])
    baris = [keluar(naskah), *([masuk(MitraFactory(nama="PT Baru"))] if diganti else [])]

    if diganti:
        catat(naskah, staf, pihak=baris)
    else:
        with pytest.raises(AturanDilanggar, match="harus mempunyai mitra"):
            catat(naskah, staf, pihak=baris)

    assert kini(naskah) == (["PT Baru"] if diganti else ["PT Awal"])


def test_mitra_that_is_a_party_already_does_not_join_again(staf, berdua):
    with pytest.raises(AturanDilanggar, match="PT Tetap sudah tercatat"):
        catat(berdua, staf, pihak=[masuk(berdua.mitra.get(nama="PT Tetap"))])


def test_mitra_that_left_comes_back_on_its_old_row(staf, berdua):
    mitra = berdua.mitra.get(nama="PT Awal")
    catat(berdua, staf, pihak=[keluar(berdua)])

    kedua = catat(berdua, staf, tanggal=date(2025, 6, 1), pihak=[masuk(mitra)])

    assert kini(berdua) == ["PT Awal", "PT Tetap"]
    services.batalkan(kedua.pk, alasan="Keliru", oleh=staf)
    assert kini(berdua) == ["PT Tetap"]


def test_row_of_another_naskah_is_not_touched(staf, berdua):
    asing = NaskahFactory().pihak.get()

    with pytest.raises(AturanDilanggar, match="baru saja diubah"):
        catat(berdua, staf, pihak=[{"aksi": "akhiri", "pk": asing.pk}])


def test_same_values_are_no_change(staf, berdua):
    satu = berdua.pihak.first()

    with pytest.raises(AturanDilanggar, match="Belum ada yang berubah"):
        catat(berdua, staf, pihak=[{"aksi": "ubah", "pk": satu.pk, "data": KOSONG}])


# --- What hangs on a party ------------------------------------------------------------------


def test_items_of_who_leaves_end_with_it_and_come_back_with_it(staf, berdua):
    butir = ButirFactory(naskah=berdua, mitra=berdua.mitra.get(nama="PT Awal"))
    bersama = ButirFactory(naskah=berdua)

    addendum = catat(berdua, staf, pihak=[keluar(berdua)])

    butir.refresh_from_db()
    bersama.refresh_from_db()
    assert (butir.diakhiri_pada, bersama.diakhiri_pada) == (TANGGAL, None)
    services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)
    butir.refresh_from_db()
    assert butir.diakhiri_pada is None
    assert kini(berdua) == ["PT Awal", "PT Tetap"]


def test_item_is_taken_over_by_a_mitra_that_the_same_addendum_adds(staf, berdua):
    butir = ButirFactory(naskah=berdua, mitra=berdua.mitra.get(nama="PT Awal"))
    baru = MitraFactory()
    alih = {"aksi": "ubah", "pk": butir.pk, "data": {"mitra": baru}}

    catat(berdua, staf, pihak=[keluar(berdua), masuk(baru)], butir=[alih])

    butir.refresh_from_db()
    assert (butir.mitra, butir.diakhiri_pada) == (baru, None)


def test_item_is_not_left_with_who_leaves(staf, berdua):
    butir = ButirFactory(naskah=berdua, mitra=berdua.mitra.get(nama="PT Awal"))
    ubah = {"aksi": "ubah", "pk": butir.pk, "data": {"uraian": "Lain"}}

    with pytest.raises(AturanDilanggar, match="masih menyebut PT Awal"):
        catat(berdua, staf, pihak=[keluar(berdua)], butir=[ubah])

    assert not Addendum.objects.exists()
    assert Butir.objects.get().uraian != "Lain"


def test_who_leaves_still_sees_the_naskah_and_its_contacts_stay(staf, berdua):
    pihak = berdua.pihak.get(mitra__nama="PT Awal")
    NarahubungFactory(mitra=None, pihak=pihak)
    orang = anggota_mitra(pihak.mitra)

    catat(berdua, staf, pihak=[keluar(berdua)])

    assert list(Naskah.objects.terlihat_oleh(orang)) == [berdua]
    assert pihak.narahubung.exists()


def test_who_leaves_is_told_of_it_and_of_nothing_later(staf, berdua):
    orang = [anggota_mitra(mitra) for mitra in berdua.mitra.order_by("nama")]

    catat(berdua, staf, pihak=[keluar(berdua)])
    catat(berdua, staf, tanggal=date(2025, 4, 1), perubahan={"objek": "Kios"})

    kabar = Notifikasi.objects.order_by("pk").values_list("kepada", "subjek")
    assert [kepada for kepada, _ in kabar] == [orang[0].pk, orang[1].pk, orang[1].pk]
    assert "Mitra keluar: PT Awal" in Notifikasi.objects.earliest("pk").isi


def test_correction_leaves_who_left_and_may_take_them_back(staf, berdua):
    catat(berdua, staf, pihak=[keluar(berdua)])
    tetap = [{"mitra": berdua.mitra.get(nama="PT Tetap").pk, **KOSONG}]

    naskah_services.ubah(berdua.pk, {"objek": "Kios"}, pihak=tetap, oleh=staf)
    assert berdua.pihak.count() == 2
    kembali = [*tetap, {"mitra": berdua.mitra.get(nama="PT Awal").pk, **KOSONG}]
    naskah_services.ubah(berdua.pk, {}, pihak=kembali, oleh=staf)

    assert kini(berdua) == ["PT Awal", "PT Tetap"]


def test_correction_does_not_take_the_last_that_stayed(staf, berdua):
    catat(berdua, staf, pihak=[keluar(berdua)])

    with pytest.raises(AturanDilanggar, match="mitra"):
        naskah_services.ubah(berdua.pk, {}, pihak=[], oleh=staf)


def test_twin_that_left_merged_into_one_that_stayed_is_a_party(staf, berdua):
    asal, tujuan = berdua.mitra.order_by("nama")
    catat(berdua, staf, pihak=[keluar(berdua, "PT Tetap")])
    rencana = rencana_gabung(asal, tujuan)

    gabung.gabungkan(asal.pk, ke=tujuan.pk, sidik=rencana.sidik, oleh=staf)

    assert kini(berdua) == ["PT Tetap"]


# --- Versions, taking back ------------------------------------------------------------------


def test_old_version_shows_its_parties_also_after_a_correction(staf, berdua, client):
    catat(berdua, staf, pihak=[keluar(berdua), masuk(MitraFactory(nama="PT Baru"))])
    berdua.pihak.filter(mitra__nama="PT Tetap").update(penanda_tangan="Dikoreksi")
    client.force_login(staf)

    potret = [
        client.get(f"/kerja-sama/naskah/{berdua.pk}/versi/{n}/").context["potret"]["pihak"]
        for n in (1, 2)
    ]

    assert [[p["nama"] for p in satu] for satu in potret] == [
        ["PT Awal", "PT Tetap"],
        ["PT Tetap", "PT Baru"],
    ]
    assert potret[0][1]["penanda_tangan"] == ""


def test_addendum_taken_back_gives_parties_units_and_signatories_back(staf, berdua):
    awal, unit = berdua.pihak.get(mitra__nama="PT Awal"), berdua.keterlibatan.get()
    tetap = berdua.pihak.get(mitra__nama="PT Tetap")
    isi = KOSONG | {"penanda_tangan": "Budi"}
    addendum = catat(
        berdua,
        staf,
        pihak=[
            keluar(berdua),
            masuk(MitraFactory()),
            {"aksi": "ubah", "pk": tetap.pk, "data": isi},
        ],
        perangkat_daerah=[{"aksi": "akhiri", "pk": unit.pk}],
    )

    services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)

    assert list(berdua.pihak.values_list("pk", "penanda_tangan", "diakhiri_pada")) == [
        (awal.pk, "", None),
        (tetap.pk, "", None),
    ]
    assert berdua.keterlibatan.get().perangkat_daerah == unit.perangkat_daerah


@pytest.mark.parametrize("hal", ["koreksi", "lampiran", "narahubung", "butir"])
def test_addendum_on_which_something_was_built_is_not_taken_back(staf, berdua, hal):
    baru = MitraFactory()
    addendum = catat(berdua, staf, pihak=[masuk(baru)])
    pihak = berdua.pihak.get(mitra=baru)
    if hal == "koreksi":
        berdua.pihak.filter(pk=pihak.pk).update(nomor="1")
    elif hal == "lampiran":
        LampiranFactory(naskah=berdua, mitra=baru)
    elif hal == "narahubung":
        NarahubungFactory(mitra=None, pihak=pihak)
    else:
        ButirFactory(naskah=berdua, mitra=baru)

    with pytest.raises(AturanDilanggar, match="diubah lagi" if hal == "koreksi" else hal):
        services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)

    addendum.refresh_from_db()
    assert (addendum.status, berdua.pihak.count()) == ("berlaku", 3)


def test_unit_that_was_named_again_stops_the_taking_back(staf, berdua):
    unit = berdua.keterlibatan.get()
    addendum = catat(berdua, staf, perangkat_daerah=[{"aksi": "akhiri", "pk": unit.pk}])
    berdua.keterlibatan.create(perangkat_daerah=unit.perangkat_daerah)

    with pytest.raises(AturanDilanggar, match="sudah diubah lagi"):
        services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)


# --- Seen before it is written --------------------------------------------------------------


def test_design_writes_nothing_and_shows_what_recording_then_keeps(staf, berdua):
    ButirFactory(naskah=berdua, mitra=berdua.mitra.get(nama="PT Awal"))
    data = {"nomor": "", "tentang": "x", "tanggal_ttd": TANGGAL}
    baris = {"pihak": [keluar(berdua), masuk(MitraFactory())]}

    dirancang = rancang(berdua, data, perubahan={"objek": "Kios"}, baris=baris)

    assert not Addendum.objects.exists()
    assert not berdua.pihak.exclude(diakhiri_pada=None).exists()
    tercatat = services.catat(
        berdua.pk, data, perubahan={"objek": "Kios"}, baris=baris, oleh=staf, sidik=dirancang.sidik
    )
    assert tercatat.perubahan == dirancang.addendum.perubahan
    assert tercatat.perubahan_butir == dirancang.addendum.perubahan_butir
    assert JejakAudit.objects.get().perubahan["baris"] == tercatat.perubahan_baris


def test_what_would_be_written_now_otherwise_is_not_written(staf, berdua):
    data = {"nomor": "", "tentang": "x", "tanggal_ttd": TANGGAL}
    sidik = rancang(berdua, data, perubahan={"objek": "Kios"}).sidik
    naskah_services.ubah(berdua.pk, {"objek": "Diubah orang lain"}, oleh=staf)

    with pytest.raises(services.RancanganBerubah) as info:
        services.catat(berdua.pk, data, perubahan={"objek": "Kios"}, oleh=staf, sidik=sidik)

    assert info.value.rancangan.addendum.perubahan == {"objek": ["Diubah orang lain", "Kios"]}
    assert not Addendum.objects.exists()
