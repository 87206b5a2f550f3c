"""Valid rows of reporting."""

import io
import json
from datetime import date, timedelta
from pathlib import Path

import factory
import pikepdf
from django.utils import timezone
from factory.django import DjangoModelFactory

from inti.unggahan import PDF, Diperiksa
from pelaporan.models import FormulirLaporan, KewajibanLaporan, LaporanMitra
from pelaporan.queries.formulir import butir_kewajiban
from pelaporan.services import laporan_mitra as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra

RUJUKAN = Path(__file__).parents[2] / "fixtures" / "reference" / "07_formulir.json"
BAWAAN = json.loads(RUJUKAN.read_text(encoding="utf-8"))[0]["fields"]
# Whatever the default form requires, besides what it begins with.
ISI = {
    "latar_belakang": "Kebutuhan pelayanan.",
    "maksud_tujuan": "Meningkatkan pelayanan.",
    "ruang_lingkup": "Pelayanan kesehatan.",
    "perkembangan": "Berjalan sesuai rencana.",
    "kewajiban": [{"uraian": "Menyediakan layanan", "realisasi": "Tersedia", "persen": "90"}],
    "hambatan": "Tidak ada.",
    "rencana": "Dilanjutkan.",
}


class FormulirLaporanFactory(DjangoModelFactory):
    """The shipped form."""

    class Meta:
        model = FormulirLaporan
        django_get_or_create = ("versi",)

    versi = BAWAAN["versi"]
    status = "terbit"
    dasar = BAWAAN["dasar"]
    berlaku_mulai = date.fromisoformat(BAWAAN["berlaku_mulai"])
    definisi = BAWAAN["definisi"]


class KewajibanLaporanFactory(DjangoModelFactory):
    """The first report of the first mitra of a naskah, due today; `terlambat` is past its grace."""

    class Meta:
        model = KewajibanLaporan

    class Params:
        terlambat = factory.Trait(
            jatuh_tempo=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=20))
        )
        mendatang = factory.Trait(
            jatuh_tempo=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))
        )

    naskah = factory.SubFactory(NaskahFactory)
    mitra = factory.LazyAttribute(lambda o: o.naskah.pihak.first().mitra)
    ke = 1
    jatuh_tempo = factory.LazyFunction(timezone.localdate)
    batas = factory.LazyAttribute(lambda o: o.jatuh_tempo + timedelta(days=14))
    batas_aturan = factory.SelfAttribute("batas")
    dasar = factory.LazyFunction(lambda: {"kalimat": ["Pasal 9 ayat (1): laporan ke-1."]})


class LaporanMitraFactory(DjangoModelFactory):
    """A complete draft; `disampaikan`, `diterima`, `dikembalikan` take it through the services."""

    class Meta:
        model = LaporanMitra
        skip_postgeneration_save = True

    class Params:
        disampaikan = False
        diterima = False
        dikembalikan = False

    kewajiban = factory.SubFactory(KewajibanLaporanFactory)
    formulir = factory.SubFactory(FormulirLaporanFactory)
    isi = factory.LazyAttribute(
        lambda o: ISI | {"judul": f"Laporan {o.kewajiban}"} | baris_kewajiban(o.kewajiban)
    )
    dibuat_oleh = factory.LazyAttribute(lambda o: orang_mitra(o.kewajiban))

    @classmethod
    def _generate(cls, strategy, params):
        sampai = {t for t in ("disampaikan", "diterima", "dikembalikan") if params.get(t)}
        laporan = super()._generate(strategy, params)
        if sampai:
            services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)
        if "diterima" in sampai:
            services.terima(laporan.pk, oleh=PenggunaFactory(staf=True))
        if "dikembalikan" in sampai:
            services.kembalikan(
                laporan.pk, catatan="Lengkapi bukti.", oleh=PenggunaFactory(staf=True)
            )
        return cls._meta.model.objects.get(pk=laporan.pk)


def baris_kewajiban(kewajiban):
    """A row filled in for each kewajiban that the naskah lists."""
    baris = [
        {"kewajiban": b.kunci, "realisasi": "Tersedia", "persen": "90"}
        for b in butir_kewajiban(kewajiban)
    ]
    return {"kewajiban": baris} if baris else {}


def orang_mitra(kewajiban):
    """Someone of the mitra that owes the report; the same one each time."""
    anggota = kewajiban.mitra.keanggotaan.select_related("pengguna").first()
    return anggota.pengguna if anggota else anggota_mitra(kewajiban.mitra)


def berkas_pdf(nama="laporan.pdf", teks=""):
    """A small, sound PDF as an upload that was checked; `teks` makes its bytes differ."""
    keluaran = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = teks or nama
        pdf.save(keluaran, deterministic_id=True)
    return Diperiksa(keluaran.getvalue(), PDF, nama)
