"""Many rows that enter together leave what each leaves that enters by itself."""

from collections import Counter
from functools import partial

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inti.models import JejakAudit
from inti.queries.integritas import jejak_rusak
from kerjasama.enums import StatusBarisImpor
from kerjasama.models import BarisImpor, Impor, Mitra, Naskah, NaskahPerangkatDaerah
from kerjasama.services import impor as services
from kerjasama.services import mitra as mitra_services
from kerjasama.services import unggah_impor
from kerjasama.services.terima_bagian import terima_bagian
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, PerangkatDaerahFactory
from tests.kerjasama.services.test_impor import DAFTAR, bawa_semua
from tests.support.races import at_once

pytestmark = pytest.mark.django_db

KEPALA = (
    "nomor_pemda,jenis,judul,mitra,jenis_mitra,tanggal_tanda_tangan,tanggal_berakhir,"
    "perangkat_daerah,induk,menggantikan,urusan,pemantauan_terakhir\n"
)
BARIS = "{nomor},PKS,{judul},{mitra},Perusahaan swasta,{ttd},17 Oktober 2039,{lain}\n"


def baris(nomor, judul, *, mitra="PT A", ttd="1 Mei 2020", lain="Dinas Pasar,,,,"):
    return BARIS.format(nomor=nomor, judul=judul, mitra=mitra, ttd=ttd, lain=lain)


JANGGAL = (
    baris("1/KB/2020", "Payung").replace("PKS", "Kesepakatan Bersama"),
    baris("2/PKS/2020", "Di bawahnya", lain="Dinas Pasar,1/KB/2020,,,"),
    baris("3/PKS/2021", "Penggantinya", ttd="1 Mei 2021", lain="Dinas Pasar,,2/PKS/2020,,"),
    baris("4/PKS/2020", "Bertiga", mitra="PT A; PT B; CV C"),
    baris("5/PKS/2020", "Mitra baru disebut lagi", mitra="CV C"),
    baris("6/PKS/2020", "Bernama lama", mitra="PT Lama"),
    baris("", "Tanpa nomor"),
    baris("", "Tanpa nomor"),
    baris("7/PKS/2020", "Tanpa nomor"),
    baris("4/PKS/2020", "Bernomor sama"),
    baris("8/PKS/2020", "Nomornya dipakai lebih dahulu"),
    baris("9/PKS/2020", "Tanpa unit dan urusan", lain=",,,Perdagangan,"),
    baris("10/PKS/2020", "Pernah dipantau", lain="Dinas Pasar,,,,1 Juni 2022"),
    baris("11/PKS/2026", "Masih baru", ttd=timezone.localdate().strftime("%Y-%m-%d")),
    baris("12/PKS/2020", "Tidak lengkap"),
    baris("13/PKS/2020", "Ditahan"),
)


@pytest.fixture
def staf():
    PemerintahFactory()
    return PenggunaFactory(staf=True)


@pytest.fixture
def janggal(staf):
    """Rows of every kind, all of them taken for sound."""
    lama = MitraFactory(nama="PT Lama")
    mitra_services.ubah(lama.pk, {"nama": "PT Baru"}, oleh=staf)
    PerangkatDaerahFactory(nama="Dinas Pasar")
    impor, _ = unggah_impor.bawa_masuk("a.csv", (KEPALA + "".join(JANGGAL)).encode(), oleh=staf)
    impor.baris.update(status=StatusBarisImpor.SIAP)
    tidak_lengkap = impor.baris.get(nomor_baris=16)
    tidak_lengkap.usulan["jenis"] = ""
    tidak_lengkap.save()
    impor.baris.filter(nomor_baris=17).update(alasan_tahan="Rahasia.")
    NaskahFactory(nomor="8/PKS/2020", kunci_nomor="8/pks/2020")
    return impor


@pytest.fixture
def nyata(staf):
    return bawa_semua("daftar.csv", DAFTAR.read_bytes(), staf)


def isi(objek, *kecuali):
    return {f.attname: getattr(objek, f.attname) for f in objek._meta.concrete_fields
            if f.attname not in {"id", "dibuat_pada", *kecuali}}  # fmt: skip


def cuplikan():
    """Everything that entering changes, without keys and times."""
    naskah = {n.pk: (n.nomor, n.judul) for n in Naskah.objects.all()}
    mitra = dict(Mitra.objects.values_list("pk", "nama"))
    hasil = []
    for n in Naskah.objects.order_by("judul", "nomor"):
        pihak = [(isi(p, "naskah_id", "mitra_id"), mitra[p.mitra_id])
                 for p in n.pihak.order_by("mitra__nama")]  # fmt: skip
        unit = [isi(u, "naskah_id")
                for u in NaskahPerangkatDaerah.objects.filter(naskah=n).order_by("pk")]  # fmt: skip
        kaitan = naskah.get(n.induk_id), naskah.get(n.menggantikan_id)
        hasil.append((isi(n, "induk_id", "menggantikan_id"), kaitan, pihak, unit))
    for b in BarisImpor.objects.order_by("nomor_baris"):
        baru = sorted(mitra[pk] for pk in b.usulan.pop("mitra_baru", []))
        kolom = isi(b, "naskah_id", "kembar_id", "diputuskan_pada")
        hasil.append((kolom, naskah.get(b.naskah_id), naskah.get(b.kembar_id), baru,
                      b.diputuskan_pada is None))  # fmt: skip
    hasil += [sorted((m.nama, m.kunci, m.jenis, *m.riwayat_nama.values_list("nama", "kunci"))
                     for m in Mitra.objects.all())]  # fmt: skip
    hasil += [list(Impor.objects.values_list("status", flat=True))]
    jejak = Counter(
        (j.aksi, j.objek_jenis, j.objek_nama, j.pelaku_nama, j.sebagai,
         str(j.perubahan | {"naskah": naskah.get(j.perubahan.get("naskah"))}))
        for j in JejakAudit.objects.all()
    )  # fmt: skip
    return [*hasil, jejak]


@pytest.mark.parametrize("daftar", ["janggal", "nyata"])
@pytest.mark.parametrize("bagian", [3, 100])
def test_entering_together_leaves_what_entering_one_by_one_leaves(
    request, staf, monkeypatch, daftar, bagian
):
    impor = request.getfixturevalue(daftar)
    monkeypatch.setattr(services, "BAGIAN", bagian)
    with transaction.atomic(), monkeypatch.context() as sendiri:
        sendiri.setattr(services, "_bersama", lambda *args, **kwargs: set())
        jawaban = services.terima_semua_siap(impor.pk, oleh=staf)
        satu_satu = cuplikan()
        transaction.set_rollback(True)

    bersama = services.terima_semua_siap(impor.pk, oleh=staf)

    assert (bersama[0], sorted(bersama[1])) == (jawaban[0], sorted(jawaban[1]))
    assert cuplikan() == satu_satu
    assert jejak_rusak() == ""


def test_most_rows_of_a_list_enter_together(janggal, nyata, staf):
    for impor, banyak in ((janggal, 8), (nyata, 28)):
        siap = list(impor.baris.filter(status="siap").values_list("pk", flat=True))
        assert len(terima_bagian(impor.pk, siap, oleh=staf)) >= banyak


def bernomor(dari, banyak):
    nomor = range(dari, dari + banyak)
    return "".join(baris(f"{n}/PKS/2020", f"Pasar {n}", mitra=f"PT {n}") for n in nomor)


def test_a_part_asks_no_more_however_many_rows_it_has(staf):
    PerangkatDaerahFactory(nama="Dinas Pasar")
    perintah = []
    for dari, banyak in ((100, 10), (500, 60)):
        isi = (KEPALA + bernomor(dari, banyak)).encode()
        impor, _ = unggah_impor.bawa_masuk(f"{dari}.csv", isi, oleh=staf)
        siap = list(impor.baris.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as semua:
            assert len(terima_bagian(impor.pk, siap, oleh=staf)) == banyak
        perintah.append(len(semua))

    # SQLite takes only so many values in one statement.
    assert perintah[1] < perintah[0] + 10


def test_one_row_that_the_rules_refuse_takes_nothing_with_it(staf):
    PerangkatDaerahFactory(nama="Dinas Pasar")
    impor, _ = unggah_impor.bawa_masuk("a.csv", (KEPALA + bernomor(100, 5)).encode(), oleh=staf)
    buruk = impor.baris.get(nomor_baris=4)
    besok = timezone.localdate().replace(year=timezone.localdate().year + 1)
    buruk.usulan["pemantauan_terakhir"] = besok.isoformat()
    buruk.save()

    banyak, gagal = services.terima_semua_siap(impor.pk, oleh=staf)

    buruk.refresh_from_db()
    assert (banyak, len(gagal), buruk.status) == (4, 1, "perlu_ditinjau")
    assert (
        Naskah.objects.count() == JejakAudit.objects.filter(aksi="naskah.berlakukan").count() == 4
    )
    assert jejak_rusak() == ""


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_parts_entered_by_four_at_once_enter_each_row_once(staf):
    PerangkatDaerahFactory(nama="Dinas Pasar")
    impor, _ = unggah_impor.bawa_masuk("a.csv", (KEPALA + bernomor(100, 30)).encode(), oleh=staf)
    orang = PenggunaFactory.create_batch(4, staf=True)

    at_once(*[partial(services.terima_semua_siap, impor.pk, oleh=satu) for satu in orang])

    assert Naskah.objects.count() == impor.baris.filter(status="diterima").count() == 30
    assert JejakAudit.objects.filter(aksi="baris_impor.terima").count() == 30
    assert Mitra.objects.count() == 30
    assert Impor.objects.get().status == "selesai"
    assert jejak_rusak() == ""
