"""One scene in which every address of the site has something to show, and a second tenant.

What belongs to the first mitra and the first unit carries words that occur nowhere else.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from inti import antrean, audit
from inti.models import CatatanBerkala, Pemerintah, SurelAkun
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import token_api
from inti.services.saringan import simpan as simpan_saringan
from inti.unggahan import JPEG, PDF, Diperiksa
from kerjasama.models import BarisImpor, DokumenNaskah, Impor, TindakanMassal, TundaPengingat
from kerjasama.services import indeks, pembayaran, pernyataan
from kerjasama.services.contoh_lembar import KOSONG
from pelaporan.services import berkas_lengkap, laporan_mitra, publikasi
from pelaporan.services import laporan as laporan_services
from pengawasan.models import BuktiTindakLanjut
from pengawasan.services import surat_tugas, tindak_lanjut
from tests.factories import (
    adegan_dokumen,
    adegan_dokumentasi,
    adegan_harian,
    adegan_kertas_kerja,
    adegan_laporan_mitra,
    adegan_pembinaan,
    adegan_rapat,
    adegan_siklus,
    adegan_simulasi,
    adegan_teguran,
    adegan_tim,
)
from tests.factories.inti import BerkasFactory, BerkasKarantinaFactory, PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.laporan import ketua, laporan_draf
from tests.factories.pelaporan import ISI, KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    JadwalFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    RekomendasiFactory,
    SuratTugasFactory,
    foto,
    kecualikan,
    kini,
)

PENANDA = ("Zamrudwangi", "Cendanaraya", "Pelangisenja", "Kencanabiru")
_MITRA, _UNIT, _NASKAH, _ISI = PENANDA
SANDI = "sandi-uji-9"


@dataclass
class Adegan:
    """People by column of the matrix, and what each address that names an object points to.

    `alamat` has the arguments of a URL name, `kueri` what its page needs to be told besides;
    `saringan` are keys of the first tenant that lists can be narrowed to.
    """

    orang: dict[str, Any]
    alamat: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    kueri: dict[str, str] = field(default_factory=dict)
    saringan: dict[str, int] = field(default_factory=dict)


def bangun() -> Adegan:
    """The scene."""
    naskah = NaskahFactory(
        judul=f"Pengelolaan {_NASKAH}",
        nomor=f"134.4/{_NASKAH}/2024",
        mitra=[MitraFactory(nama=f"PT {_MITRA}")],
        perangkat_daerah=[PerangkatDaerahFactory(nama=f"Dinas {_UNIT}", kode="dinas-satu")],
    )
    laporan = laporan_draf(naskah=naskah, baris=1)
    adegan = Adegan(_orang(naskah, laporan))
    _naskah(adegan, naskah)
    _lampiran(adegan, naskah)
    _jadwal_dan_rencana(adegan, naskah)
    adegan_siklus.kebijakan(adegan, naskah, _ISI, BerkasFactory(nama="keputusan.pdf"))
    _berita_acara(adegan, naskah)
    _laporan(adegan, laporan)
    _tindak_lanjut(adegan, naskah)
    adegan_teguran.bangun(adegan, naskah, _ISI)
    _laporan_mitra(adegan, naskah)
    _kewajiban(adegan, naskah)
    _tetangga(adegan, naskah)
    adegan_kertas_kerja.tambah(adegan, naskah, _ISI)
    adegan_dokumen.tambah(adegan, naskah, _ISI)
    adegan_simulasi.tambah(adegan, naskah.jadwal.first())
    adegan_rapat.tambah(adegan, naskah)
    adegan_dokumentasi.tambah(adegan, naskah, _ISI)
    adegan_tim.tambah(adegan, naskah, _ISI)
    adegan_pembinaan.tambah(adegan, naskah, _ISI)
    _berkas_lengkap(adegan, naskah)
    adegan_harian.tambah(adegan, naskah)
    _inti(adegan)
    indeks.lengkapi()
    return adegan


def _orang(naskah, laporan):
    """One of each role; `pd` and `mitra` are of the naskah, `…_lain` of another one."""
    unit, mitra = naskah.perangkat_daerah.get(), naskah.mitra.get()
    orang = {
        "anon": None,
        "admin": PenggunaFactory(admin=True),
        "staf": PenggunaFactory(staf=True),
        "tim": laporan.disusun_oleh,
        "pd": anggota_pd(unit),
        "pd_lain": anggota_pd(PerangkatDaerahFactory()),
        "mitra": mitra.keanggotaan.get().pengguna,
        "mitra_lain": anggota_mitra(MitraFactory()),
        "ketua": ketua(),
        "walikota": PenggunaFactory(walikota=True),
    }
    for satu in filter(None, orang.values()):
        satu.set_password(SANDI)
        satu.save()
    return orang


def _berkas(nama, tipe=PDF):
    return BerkasFactory(isi=f"%PDF-1.4 {_ISI} {nama}".encode(), nama=f"{_ISI}-{nama}", tipe=tipe)


def _naskah(adegan, naskah):
    """The register, and a list that was brought in."""
    dokumen = DokumenNaskah.objects.create(naskah=naskah, berkas=_berkas("naskah.pdf"))
    ButirFactory(naskah=naskah, jenis="hak", uraian=f"Menyediakan {_ISI}")
    for nama in ("rincian", "ubah", "berlakukan", "akhiri", "dokumen"):
        adegan.alamat[f"kerjasama:naskah-{nama}"] = (naskah.pk,)
    adegan.alamat["kerjasama:naskah-dokumen-buka"] = (naskah.pk, dokumen.pk)
    adegan.alamat["pengawasan:naskah-rincian"] = (naskah.pk,)
    publikasi.tahan(naskah.pk, alasan=f"Rahasia {_ISI}", oleh=adegan.orang["staf"])
    adegan.alamat["pelaporan:pekerjaan-ulangi"] = ("surel", 1)
    for nama in ("rincian", "tahan", "tampilkan"):
        adegan.alamat[f"pelaporan:publikasi-{nama}"] = (naskah.pk,)
    addendum = AddendumFactory(
        naskah=naskah, tentang=f"Perluasan {_ISI}", berkas=_berkas("addendum.pdf")
    )
    for nama in ("naskah-keluarga", "naskah-hapus", "naskah-pengakhiran-batal", "addendum-tambah"):
        adegan.alamat[f"kerjasama:{nama}"] = (naskah.pk,)
    for nama in ("addendum-rincian", "addendum-batal", "addendum-berkas"):
        adegan.alamat[f"kerjasama:{nama}"] = (naskah.pk, addendum.pk)
    tanpa_berkas = AddendumFactory(naskah=naskah, ke=2, tentang=f"Pengalihan {_ISI}")
    adegan.alamat["kerjasama:addendum-lengkapi"] = (naskah.pk, tanpa_berkas.pk)
    adegan.alamat["kerjasama:naskah-versi"] = (naskah.pk, 2)
    mitra, unit = naskah.mitra.get(), naskah.perangkat_daerah.get()
    _pihak(adegan, naskah, mitra, unit)
    adegan.alamat["kerjasama:mitra-hapus"] = (mitra.pk,)
    for nama in ("rincian", "ubah"):
        adegan.alamat[f"kerjasama:mitra-{nama}"] = (mitra.pk,)
        adegan.alamat[f"kerjasama:perangkat-daerah-{nama}"] = (unit.pk,)
    massal = TindakanMassal.objects.create(
        jenis="tanda",
        nilai="Prioritas",
        baris=[{"naskah": naskah.pk, "nama": str(naskah), "dari": "", "ke": "prioritas"}],
        dibuat_oleh=PenggunaFactory(),
    )
    for nama in ("rincian", "batal"):
        adegan.alamat[f"kerjasama:naskah-massal-{nama}"] = (massal.pk,)
    contoh = [["judul", "mitra"], [_ISI, _ISI]]
    lembar = KOSONG | {"nama": "", "tersembunyi": False, "contoh": contoh, "tinggi": 2}
    impor = Impor.objects.create(nama=f"{_ISI}.csv", sha256="a" * 64, daftar_lembar=[lembar])
    baris = BarisImpor.objects.create(
        impor=impor, nomor_baris=2, kunci="b" * 64, status="siap", usulan=_usulan()
    )
    for nama in ("rincian", "kolom", "kemajuan", "terima-semua", "tahan", "batal", "sisa-csv"):
        adegan.alamat[f"kerjasama:impor-{nama}"] = (impor.pk,)
    adegan.alamat["kerjasama:impor-lembar"] = (impor.pk, 0)
    for nama in ("ubah", "terima", "tahan", "tolak", "pulihkan"):
        adegan.alamat[f"kerjasama:impor-baris-{nama}"] = (baris.pk,)
    adegan.saringan |= {"naskah": naskah.pk, "mitra": mitra.pk, "perangkat_daerah": unit.pk}


def _lampiran(adegan, naskah):
    """A guarantee with its file, a document to renew, and a postponed reminder."""
    nama = f"Jaminan {_ISI}"
    lampiran = LampiranFactory(naskah=naskah, nama=nama, berkas=_berkas("jaminan.pdf"))
    tunda = TundaPengingat.objects.create(
        naskah=naskah,
        sampai=timezone.localdate() + timedelta(days=30),
        alasan=f"Menunggu {_ISI}",
        ditunda_oleh=adegan.orang["staf"],
    )
    for nama in ("naskah-lampiran", "lampiran-tambah"):
        adegan.alamat[f"kerjasama:{nama}"] = (naskah.pk,)
    for nama in ("perbarui", "ubah", "tutup", "buka"):
        adegan.alamat[f"kerjasama:lampiran-{nama}"] = (lampiran.pk,)
    adegan.alamat["kerjasama:dokumen-perbarui"] = (naskah.pk, naskah.dokumen.get().pk)
    adegan.alamat["kerjasama:versi-buka"] = (naskah.pk, lampiran.versi.get().pk)
    adegan.alamat["akan-berakhir-tunda-naskah"] = (naskah.pk,)
    adegan.alamat["akan-berakhir-tunda-lampiran"] = (lampiran.pk,)
    adegan.alamat["akan-berakhir-cabut"] = (tunda.pk,)
    for nama in ("usulkan", "gabung"):
        adegan.alamat[f"pengawasan:perpanjangan-{nama}"] = (naskah.pk,)


def _usulan():
    """A row of a list as it was read."""
    mitra = {"nama": f"CV {_ISI}", "jenis": "perusahaan_swasta", "nomor": ""}
    return {"jenis": "pks", "judul": f"Kios {_ISI}", "nomor": "77/2024", "mitra": [mitra]}


def _jadwal_dan_rencana(adegan, naskah):
    """An obligation, an event that can still be changed, and its letter."""
    jadwal = JadwalFactory(naskah=naskah, ke=9)
    rencana = KegiatanFactory(naskah=naskah, tempat=f"Aula {_ISI}")
    surat = SuratTugasFactory(kegiatan=[KegiatanFactory(naskah=naskah, ditugaskan=True)])
    for nama in ("rincian", "tunda", "tutup"):
        adegan.alamat[f"pengawasan:jadwal-{nama}"] = (jadwal.pk,)
    for nama in ("rincian", "ubah", "batal"):
        adegan.alamat[f"pengawasan:kegiatan-{nama}"] = (rencana.pk,)
    adegan.alamat["pengawasan:surat-tugas-rincian"] = (surat.pk,)
    adegan.saringan |= {"jadwal": jadwal.pk, "kegiatan": rencana.pk}


def _berita_acara(adegan, naskah):
    """An evaluasi that takes results: submitted and returned berita acara, meeting, matrix."""
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, ditugaskan=True)
    oleh, isi = adegan.orang["pd"], {"temuan": f"Kios {_ISI} kosong."}
    berkas = _berkas("foto.jpg", "image/jpeg")
    diajukan = BeritaAcaraFactory(
        kegiatan=kegiatan, disusun_oleh=oleh, diajukan=True, foto=1, foto__berkas=berkas, **isi
    )
    kembali = BeritaAcaraFactory(kegiatan=kegiatan, disusun_oleh=oleh, dikembalikan=True, **isi)
    BeritaAcaraFactory(kegiatan=kegiatan, disusun_oleh=oleh, **isi)
    HadirinFactory(rapat__kegiatan=kegiatan, nama=f"Ibu {_ISI}")
    NotulensiFactory(rapat__kegiatan=kegiatan, pembahasan=f"Dibahas {_ISI}.")
    baris = MatrikFactory(kegiatan=kegiatan, baris=1).baris.get()
    for nama in ("rincian", "kembalikan", "verifikasi"):
        adegan.alamat[f"pengawasan:berita-acara-{nama}"] = (diajukan.pk,)
    for nama in ("ubah", "ajukan"):
        adegan.alamat[f"pengawasan:berita-acara-{nama}"] = (kembali.pk,)
    adegan.alamat["pengawasan:berita-acara-foto"] = (diajukan.pk, diajukan.foto.get().pk)
    for nama in ("foto", "selesai"):
        adegan.alamat[f"pengawasan:lapangan-{nama}"] = (kembali.pk,)
    for nama in (
        "berita-acara-tambah",
        "lapangan-isi",
        "lapangan-kirim",
        "kegiatan-unsur",
        "hadirin-ubah",
        "notulensi-ubah",
        "matrik-rincian",
        "matrik-sunting",
        "matrik-urutkan",
        "matrik-usulan-pakai",
        "matrik-tempel",
        "matrik-unduh",
        "matrik-baris-tambah",
    ):
        adegan.alamat[f"pengawasan:{nama}"] = (kegiatan.pk,)
    for nama in ("ubah", "hapus"):
        adegan.alamat[f"pengawasan:matrik-baris-{nama}"] = (kegiatan.pk, baris.pk)


def _laporan(adegan, laporan):
    """One report before the chair with its bundle, one still being written."""
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel = laporan.bundel.get()
    bundel.status, bundel.selesai_pada = "siap", timezone.now()
    bundel.berkas, bundel.halaman, bundel.persen = _berkas("bundel.pdf"), 1, 100
    bundel.save()
    kegiatan = KegiatanFactory(naskah=laporan.kegiatan.naskah, dilaksanakan=True)
    draf = laporan_services.susun(kegiatan.pk, oleh=laporan.disusun_oleh)
    belum = KegiatanFactory(naskah=laporan.kegiatan.naskah, dilaksanakan=True)
    adegan.kueri["pelaporan:laporan-tambah"] = f"?kegiatan={belum.pk}"
    for nama in ("rincian", "cabut"):
        adegan.alamat[f"pelaporan:laporan-{nama}"] = (laporan.pk,)
    adegan.alamat["pelaporan:meja-ketua-laporan"] = (laporan.pk,)
    adegan.alamat["pelaporan:meja-ketua-bundel"] = (laporan.pk,)
    for nama in ("ubah", "kirim"):
        adegan.alamat[f"pelaporan:laporan-{nama}"] = (draf.pk,)
    for nama in ("unduh", "kemajuan", "tanda", "ulangi"):
        adegan.alamat[f"pelaporan:bundel-{nama}"] = (bundel.pk,)


def _tindak_lanjut(adegan, naskah):
    """A decided evaluasi: a follow-up with evidence, and a recommendation of huruf f."""
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, dilaksanakan=True)
    matrik = MatrikFactory(kegiatan=kegiatan)
    rekomendasi = RekomendasiFactory(baris__matrik=matrik, disetujui=True, uraian=f"Tagih {_ISI}")
    butir = tindak_lanjut.terbitkan(rekomendasi, oleh=adegan.orang["ketua"])
    bukti = BuktiTindakLanjut.objects.create(tindak_lanjut=butir, berkas=_berkas("bukti.pdf"))
    huruf_f = RekomendasiFactory(
        baris=rekomendasi.baris, jenis="f", diputus=True, status="menunggu_walikota"
    )
    kini(kegiatan, "diputuskan")
    for nama in ("rincian", "lapor", "kembalikan", "tutup"):
        adegan.alamat[f"pengawasan:tindak-lanjut-{nama}"] = (butir.pk,)
    adegan_teguran.pekerjaan(adegan, butir, _ISI)
    adegan.alamat["pengawasan:tindak-lanjut-bukti"] = (butir.pk, bukti.pk)
    adegan.alamat["pelaporan:meja-walikota-putuskan"] = (huruf_f.pk,)


def _laporan_mitra(adegan, naskah):
    """A report that was submitted with a file, one being filled in, and a duty not begun."""
    oleh = adegan.orang["mitra"]
    kewajiban = KewajibanLaporanFactory(naskah=naskah, ke=2)
    isi = ISI | {"judul": "Laporan kedua", "hambatan": f"{_ISI} mahal."}
    laporan = LaporanMitraFactory(kewajiban=kewajiban, isi=isi)
    berkas = laporan_mitra.unggah(laporan.pk, diperiksa=_pdf("kirim"), oleh=oleh)
    putaran = laporan_mitra.sampaikan(laporan.pk, oleh=oleh)
    tanda = putaran.tanda_terima.get(penerima="bagian")
    draf = LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah, ke=3))
    lampiran = laporan_mitra.unggah(draf.pk, diperiksa=_pdf("draf"), oleh=oleh)
    kosong = KewajibanLaporanFactory(naskah=naskah, ke=4)
    for nama in ("rincian", "banding", "terima", "kembalikan"):
        adegan.alamat[f"pelaporan:laporan-mitra-{nama}"] = (laporan.pk,)
    adegan.alamat["pelaporan:laporan-mitra-baca"] = (laporan.pk, tanda.pk)
    terkirim = laporan.berkas.filter(putaran=1).first() or berkas
    adegan.alamat["pelaporan:laporan-mitra-berkas"] = (laporan.pk, terkirim.pk)
    adegan.alamat["pelaporan:portal-tanda-terima"] = (laporan.pk, putaran.ke)
    for nama in ("ingatkan", "tegur"):
        adegan.alamat[f"pelaporan:laporan-mitra-{nama}"] = (kosong.pk,)
    adegan.alamat["pelaporan:portal-mulai"] = (kosong.pk,)
    for nama in ("laporan", "banding", "simpan", "otomatis", "unggah", "periksa", "sampaikan"):
        adegan.alamat[f"pelaporan:portal-{nama}"] = (draf.pk,)
    for nama in ("berkas", "berkas-hapus"):
        adegan.alamat[f"pelaporan:portal-{nama}"] = (draf.pk, lampiran.pk)
    adegan_laporan_mitra.tambah(adegan, draf, _ISI)


def _pihak(adegan, naskah, mitra, unit):
    """The parties: whom to call, what they are called, who has access."""
    pihak = naskah.pihak.get()
    orang = NarahubungFactory(pihak=pihak, nama=f"Narahubung {_ISI}")
    NarahubungFactory(mitra=mitra, nama=f"Narahubung {_MITRA}")
    anggota = mitra.keanggotaan.get()
    for nama in ("nama", "nama-lama", "akses", "undang"):
        adegan.alamat[f"kerjasama:mitra-{nama}"] = (mitra.pk,)
        adegan.alamat[f"kerjasama:perangkat-daerah-{nama}"] = (unit.pk,)
    for nama in ("gabung", "narahubung"):
        adegan.alamat[f"kerjasama:mitra-{nama}"] = (mitra.pk,)
    adegan.alamat["kerjasama:naskah-pihak"] = (naskah.pk,)
    adegan.alamat["kerjasama:naskah-narahubung"] = (naskah.pk, pihak.pk)
    for nama in ("ubah", "hapus"):
        adegan.alamat[f"kerjasama:narahubung-{nama}"] = (orang.pk,)
    anggota.penanggung_jawab = True
    anggota.save()
    adegan.alamat["kerjasama:akses-tugas"] = (anggota.pk,)
    adegan.alamat["pelaporan:portal-pengguna-tugas"] = (anggota.pk,)
    adegan.alamat["kerjasama:akses-tutup"] = (anggota.pk,)


def _pdf(nama):
    return Diperiksa(f"%PDF-1.4 {_ISI} {nama}".encode(), PDF, f"{_ISI}-{nama}.pdf")


def _kewajiban(adegan, naskah):
    """An item that owes money, stated by two sides with evidence, and a payment of it."""
    setoran = SetoranFactory(butir__naskah=naskah, butir__uraian=f"Menyetor {_ISI}")
    oleh, butir = adegan.orang["mitra"], setoran.butir
    isi = {"ke": 0, "status": "sebagian", "tanggal": timezone.localdate(), "sumber": _ISI}
    sisi = {"sisi": "mitra", "mitra": naskah.mitra.get(), "bukti": [_pdf("nyata")]}
    nyata = pernyataan.nyatakan(butir.pk, isi, **sisi, oleh=oleh)
    pernyataan.nyatakan(butir.pk, isi, sisi="perangkat_daerah", oleh=adegan.orang["pd"])
    data = {"tanggal": timezone.localdate(), "jumlah": 5, "keterangan": f"Setor {_ISI}"}
    bayar = pembayaran.catat(setoran.pk, data, sisi="mitra", bukti=_pdf("setor"), oleh=oleh)
    adegan.alamat["kerjasama:kewajiban-rincian"] = (naskah.pk,)
    adegan.alamat["kerjasama:butir-tambah"] = (naskah.pk,)
    for nama in ("rincian", "ubah", "nyatakan"):
        adegan.alamat[f"kerjasama:butir-{nama}"] = (butir.pk,)
    adegan.alamat["kerjasama:butir-bukti"] = (butir.pk, nyata.bukti.get().pk)
    for nama in ("rincian", "bayar", "tetapkan"):
        adegan.alamat[f"kerjasama:setoran-{nama}"] = (setoran.pk,)
    for nama in ("konfirmasi", "koreksi", "bukti"):
        adegan.alamat[f"kerjasama:pembayaran-{nama}"] = (bayar.pk,)
    adegan.saringan["butir"] = butir.pk


def _tetangga(adegan, naskah):
    """The other tenant has a naskah of its own, and a surat tugas together with the first."""
    orang = adegan.orang
    lain = NaskahFactory(
        mitra=[orang["mitra_lain"].keanggotaan.get().mitra],
        perangkat_daerah=[orang["pd_lain"].keanggotaan.get().perangkat_daerah],
    )
    adegan.alamat["pelaporan:publik-rincian"] = (lain.pk,)
    JadwalFactory(naskah=lain)
    LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=lain), disampaikan=True)
    SetoranFactory(butir__naskah=lain)
    KewajibanLaporanFactory(naskah=lain, ke=2)
    bersama = [KegiatanFactory(naskah=n, evaluasi=True) for n in (naskah, lain)]
    anggota = {"kedudukan": "anggota_tidak_tetap", "nama": orang["tim"].nama, "jabatan": "Staf"}
    surat_tugas.terbitkan(
        kegiatan=[k.pk for k in bersama],
        tanggal=timezone.localdate(),
        anggota=[anggota | {"pengguna": orang["tim"]}],
        pengecualian=kecualikan(),
        oleh=orang["staf"],
    )
    BeritaAcaraFactory(kegiatan=bersama[1], disusun_oleh=orang["pd_lain"], diajukan=True)
    rekomendasi = RekomendasiFactory(baris__matrik__kegiatan=bersama[1], disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=orang["ketua"])


def _berkas_lengkap(adegan, naskah):
    """Everything about the first naskah, ready for the one who asked."""
    satu = berkas_lengkap.minta(naskah.pk, oleh=adegan.orang["staf"])
    berkas_lengkap.kerjakan_antrean()
    for nama in ("naskah", "minta"):
        adegan.alamat[f"pelaporan:berkas-lengkap-{nama}"] = (naskah.pk,)
    for nama in ("unduh", "kemajuan"):
        adegan.alamat[f"pelaporan:berkas-lengkap-{nama}"] = (satu.pk,)


def _inti(adegan):
    """A notice, the emblem, and periodic jobs that ran."""
    pemerintah = Pemerintah.objects.get()
    pemerintah.lambang = BerkasFactory(isi=foto().isi, nama="lambang.jpg", tipe=JPEG)
    pemerintah.save()
    jejak = audit.catat("naskah.ubah", adegan.orang["staf"], oleh=None)
    antrekan(jejak, kepada=[adegan.orang["mitra"]], pesan=Pesan(f"Kabar {_ISI}", "Isi"))
    adegan.alamat["pesan-buka"] = (adegan.orang["mitra"].notifikasi.latest("pk").pk,)
    for nama in (
        "rincian", "ubah", "undang", "aktifkan", "keluarkan", "nonaktifkan", "cabut-faktor",
        "tahan", "samarkan", "surel-ulang", "surel-batal", "jabatan-beri",
    ):  # fmt: skip
        adegan.alamat[f"akun-{nama}"] = (adegan.orang["pd"].pk,)
    kursi = adegan.orang["pd"].pemangku.get()
    adegan.alamat["akun-jabatan-akhiri"] = (kursi.pengguna_id, kursi.pk)
    simpan_saringan(
        "kerjasama:naskah-daftar", "q=pasar", nama=f"Pasar {_ISI}"[:60], bawaan=False,
        oleh=adegan.orang["mitra"],
    )  # fmt: skip
    for nama in ("saringan-ubah", "saringan-hapus"):
        adegan.alamat[nama] = (adegan.orang["mitra"].saringan.get().pk,)
    token_api.terbitkan(nama="Uji", cakupan="baca", hari=30, oleh=adegan.orang["mitra"])
    token = adegan.orang["mitra"].token_api.get()
    adegan.alamat["token-cabut"] = adegan.alamat["akun-cabut-token"] = (token.pk,)
    karantina = BerkasKarantinaFactory(nama=f"{_ISI}.pdf", diunggah_oleh=adegan.orang["mitra"])
    for nama in ("rincian", "pertahankan", "hapus"):
        adegan.alamat[f"karantina-{nama}"] = (karantina.pk,)
    adegan.alamat["kerjasama:rekan-undang"] = (adegan.orang["pd"].keanggotaan.get().pk,)
    adegan.alamat["mfa_edit_webauthn"] = adegan.alamat["mfa_remove_webauthn"] = (999_999_999,)
    adegan.alamat["openid_connect_callback"] = ("daerah",)
    SurelAkun.objects.create(pengguna=adegan.orang["pd"], jenis="bukti", surel="pd@contoh.example")
    adegan.alamat["surel-bukti"] = ("1:tautan:lama",)
    adegan.alamat["account_reset_password_from_key"] = ("zzzz", "kunci-lama")
    for nama in (*settings.BERKALA, *antrean.DIAM_TERLAMA):
        CatatanBerkala.objects.update_or_create(
            nama=nama, defaults={"selesai_pada": timezone.now()}
        )
