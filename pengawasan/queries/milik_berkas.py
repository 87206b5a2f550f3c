"""What of the supervision holds a file."""

from __future__ import annotations

from inti.queries.milik_berkas import SumberMilik
from kerjasama.queries.pencarian import sebutan_naskah
from pengawasan.models import (
    BeritaAcara,
    BerkasJawaban,
    BerkasPembinaan,
    BerkasPerkembangan,
    BuktiTindakLanjut,
    FotoBeritaAcara,
    Kebijakan,
    KeputusanTim,
    Pembinaan,
    Pengendalian,
    Teguran,
    TindakLanjut,
    VersiKeputusanTim,
)
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_kebijakan,
    boleh_melihat_keputusan_tim,
    boleh_melihat_pembinaan,
    boleh_melihat_teguran,
)

SUMBER = (
    SumberMilik(
        "Foto, berita acara",
        FotoBeritaAcara.objects.all,
        "pengawasan:berita-acara-rincian",
        boleh_melihat,
        BeritaAcara.objects.terlihat_oleh,
        objek="berita_acara",
        nama=sebutan_naskah("berita_acara__kegiatan__naskah__"),
    ),
    SumberMilik(
        "Bukti, tindak lanjut",
        BuktiTindakLanjut.objects.all,
        "pengawasan:tindak-lanjut-rincian",
        boleh_melihat,
        TindakLanjut.objects.terlihat_oleh,
        objek="tindak_lanjut",
        nama=sebutan_naskah("tindak_lanjut__naskah__"),
    ),
    SumberMilik(
        "Perkembangan, tindak lanjut",
        BerkasPerkembangan.objects.all,
        "pengawasan:tindak-lanjut-rincian",
        boleh_melihat,
        TindakLanjut.objects.terlihat_oleh,
        objek="perkembangan__tindak_lanjut",
        nama=sebutan_naskah("perkembangan__tindak_lanjut__naskah__"),
    ),
    SumberMilik(
        "Pengendalian",
        Pengendalian.objects.all,
        "pengawasan:pengendalian-rincian",
        boleh_melihat,
        Pengendalian.objects.terlihat_oleh,
        nama=sebutan_naskah("naskah__"),
    ),
    SumberMilik(
        "Jawaban, teguran",
        BerkasJawaban.objects.all,
        "pengawasan:teguran-rincian",
        boleh_melihat_teguran,
        Teguran.objects.terlihat_oleh,
        objek="jawaban__surat__teguran",
        nama=sebutan_naskah("jawaban__surat__teguran__naskah__"),
    ),
    SumberMilik(
        "Pembinaan",
        BerkasPembinaan.objects.all,
        "pengawasan:pembinaan-rincian",
        boleh_melihat_pembinaan,
        Pembinaan.objects.terlihat_oleh,
        objek="pembinaan",
    ),
    SumberMilik(
        "Keputusan Tim Pembinaan dan Pengawasan",
        VersiKeputusanTim.objects.all,
        "pengawasan:keputusan-tim-rincian",
        boleh_melihat_keputusan_tim,
        KeputusanTim.objects.terlihat_oleh,
        objek="keputusan",
    ),
    SumberMilik(
        "Kebijakan pengawasan",
        Kebijakan.objects.all,
        "pengawasan:kebijakan-rincian",
        boleh_melihat_kebijakan,
        Kebijakan.objects.terlihat_oleh,
    ),
)
