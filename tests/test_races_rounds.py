"""Eight at once, round after round: the doors on which a doubled effect would hurt most.

The other race tests take each door once. These look for what happens one time in a hundred.
`make uji-balapan` plays RONDE=200 rounds on both databases.
"""

import os
from functools import partial
from uuid import uuid4

import pytest

from inti.models import JejakAudit, NomorSurat
from inti.queries.integritas import jejak_rusak
from inti.services import nomor_surat
from kerjasama.models import Naskah
from kerjasama.services import impor, unggah_impor
from pelaporan.domain.putusan import Keputusan
from pelaporan.models import PutaranLaporan, TandaTerima
from pelaporan.pdf import HasilPdf
from pelaporan.services import bundel, putusan
from pelaporan.services import laporan_mitra as laporan_mitra_services
from pengawasan.models import BeritaAcara, Hadirin, TandaHadir, TindakLanjut
from pengawasan.services import hadir, lapangan
from tests.factories.inti import KlasifikasiSuratFactory, PenggunaFactory
from tests.factories.laporan import laporan_terkirim, menunggu, sha256_bundel
from tests.factories.pelaporan import LaporanMitraFactory, orang_mitra
from tests.factories.pengawasan import KegiatanFactory, SesiHadirFactory, hari
from tests.kerjasama.services.test_impor import BARIS, KEPALA
from tests.pengawasan.services.test_berita_acara import baris, isi
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
ORANG = 8
RONDE = int(os.environ.get("RONDE", "10"))


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def play(prepare, *, allowed, effects):
    """Let eight do in each round what `prepare()` gives; count what all rounds left behind.

    `effects` are (how many there are now, how many one round may add).
    """
    before = [count() for count, _ in effects]
    for ronde in range(1, RONDE + 1):
        results = at_once(*prepare())
        assert succeeded(results) == allowed, f"Round {ronde}"
        after = [b + step * ronde for b, (_, step) in zip(before, effects, strict=True)]
        assert [count() for count, _ in effects] == after, f"Round {ronde}"
    assert jejak_rusak() == ""


def test_decide(monkeypatch):
    isi_bundel = HasilPdf(b"%PDF-1.7 bundel", halaman=1)
    monkeypatch.setattr(bundel, "bundel_pdf", lambda *_: isi_bundel)
    ketua = [PenggunaFactory(ketua=True) for _ in range(2)]

    def prepare():
        laporan = laporan_terkirim(baris=1)
        putuskan = partial(
            putusan.putuskan,
            laporan.pk,
            sha256_bundel=sha256_bundel(laporan),
            keputusan={r.pk: Keputusan(setuju=True) for r in menunggu(laporan)},
        )
        return [partial(putuskan, oleh=ketua[n % 2]) for n in range(ORANG)]

    play(
        prepare,
        allowed=1,
        effects=[(partial(lines, "laporan.setujui"), 1), (TindakLanjut.objects.count, 1)],
    )


def test_number():
    KlasifikasiSuratFactory()
    oleh = PenggunaFactory()
    ambil = partial(nomor_surat.ambil, jenis="Surat tugas", perihal="x", tanggal=hari(), oleh=oleh)

    play(lambda: [ambil] * ORANG, allowed=ORANG, effects=[(NomorSurat.objects.count, ORANG)])

    urut = NomorSurat.objects.order_by("urut").values_list("urut", flat=True)
    assert list(urut) == list(range(1, ORANG * RONDE + 1))


def test_check_in():
    sesi = SesiHadirFactory()
    orang = {"nama": "Ani", "jabatan": "", "instansi": "Dinas", "unsur": "perangkat_daerah"}

    def prepare():
        return [partial(hadir.catat, sesi.pk, orang, goresan=[[0, 0, 9, 9]], kunci=uuid4())] * ORANG

    play(
        prepare,
        allowed=ORANG,
        effects=[
            (Hadirin.objects.count, 1),
            (TandaHadir.objects.count, 1),
            (partial(lines, "daftar_hadir.catat"), 1),
        ],
    )


def test_sync():
    oleh = PenggunaFactory()

    def prepare():
        kegiatan = KegiatanFactory(ditugaskan=True)
        unit = kegiatan.naskah.perangkat_daerah.first()
        kirim = partial(lapangan.terima, kegiatan.pk, isi(), baris=baris(), kunci=uuid4())
        return [partial(kirim, perangkat_daerah=unit, oleh=oleh)] * ORANG

    play(
        prepare,
        allowed=ORANG,
        effects=[(BeritaAcara.objects.count, 1), (partial(lines, "berita_acara.susun"), 1)],
    )


def test_submit():
    KlasifikasiSuratFactory()
    PenggunaFactory(staf=True)

    def prepare():
        laporan = LaporanMitraFactory()
        oleh = orang_mitra(laporan.kewajiban)
        return [partial(laporan_mitra_services.sampaikan, laporan.pk, oleh=oleh)] * ORANG

    play(
        prepare,
        allowed=1,
        effects=[
            (PutaranLaporan.objects.count, 1),
            (TandaTerima.objects.count, 3),
            (partial(lines, "laporan_mitra.sampaikan"), 1),
        ],
    )


def test_import_confirm():
    staf = [PenggunaFactory(staf=True) for _ in range(2)]
    daftar = KEPALA + "".join(BARIS.replace("12/", f"{n}/") for n in range(20, 20 + RONDE))
    masuk, _ = unggah_impor.bawa_masuk("a.csv", daftar.encode(), oleh=staf[0])
    menanti = iter(masuk.baris.order_by("nomor_baris"))

    def prepare():
        satu = next(menanti)
        return [partial(impor.terima, satu.pk, oleh=staf[n % 2]) for n in range(ORANG)]

    play(
        prepare,
        allowed=1,
        effects=[(Naskah.objects.count, 1), (partial(lines, "baris_impor.terima"), 1)],
    )
