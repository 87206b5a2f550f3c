"""What of the supervision the search over everything finds; its lists narrow by the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Coalesce, Concat, Left, NullIf

from inti.queries.pencarian import SumberCari
from kerjasama.models import Naskah
from kerjasama.queries.pencarian import TERPANJANG, sebutan_naskah
from pengawasan.enums import JenisKegiatan
from pengawasan.models import Kegiatan, Rapat, Teguran, TindakLanjut
from pengawasan.permissions import boleh_melihat, boleh_melihat_teguran

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna


def bernaskah(teks: str, jalan: str = "naskah__") -> Q:
    """In the number or the title of the naskah."""
    return Q(**{f"{jalan}judul__icontains": teks}) | Q(**{f"{jalan}nomor__icontains": teks})


def bernaskah_atau_mitra(teks: str) -> Q:
    """In the naskah and the names of its mitra."""
    bermitra = Naskah.objects.filter(mitra__nama__icontains=teks)
    return bernaskah(teks) | Q(naskah__in=bermitra)


def rapat_memuat(teks: str, pengguna: Pengguna) -> Q:
    """In the meeting and in its naskah, of those that the reader may see."""
    kegiatan = Kegiatan.objects.terlihat_oleh(pengguna).filter(bernaskah(teks))
    isi = ("tempat", "agenda", "pimpinan")
    kata = Q(*((f"{satu}__icontains", teks) for satu in isi), _connector=Q.OR)
    return kata | Q(pk__in=kegiatan.order_by().values("rapat"))


def teguran_memuat(teks: str) -> Q:
    """In the ground, the naskah, the mitra and the number of a letter."""
    kata = Q(uraian_dasar__icontains=teks) | Q(mitra__nama__icontains=teks)
    nomor = Q(surat__nomor__nomor__icontains=teks)
    cocok = Teguran.objects.filter(kata | bernaskah(teks) | nomor)
    return Q(pk__in=cocok.order_by().values("pk"))


def tindak_lanjut_memuat(teks: str) -> Q:
    """In what is to be done and in the naskah."""
    return Q(uraian__icontains=teks) | bernaskah(teks)


def label_jenis(kolom: str, pilihan: Any) -> Combinable:
    """A fixed choice as people read it."""
    isi = (When(**{kolom: nilai}, then=Value(label)) for nilai, label in pilihan.choices)
    return Case(*isi, default=Value(""), output_field=CharField())


SUMBER = (
    SumberCari(
        "kegiatan",
        "Kegiatan",
        "clipboard-check",
        "pengawasan:kegiatan-rincian",
        boleh_melihat,
        Kegiatan.objects.terlihat_oleh,
        lambda teks, _: bernaskah_atau_mitra(teks),
        nama=Concat(label_jenis("jenis", JenisKegiatan), Value(" "), sebutan_naskah()),
        keterangan=Left("naskah__judul", TERPANJANG),
        daftar="pengawasan:kegiatan-daftar",
    ),
    SumberCari(
        "rapat",
        "Rapat",
        "users-group",
        "pengawasan:rapat-rincian",
        boleh_melihat,
        Rapat.objects.terlihat_oleh,
        rapat_memuat,
        nama=Left(
            Coalesce(NullIf(F("agenda"), Value("")), Concat(Value("Rapat di "), F("tempat"))),
            TERPANJANG,
        ),
        keterangan="tempat",
        daftar="pengawasan:rapat-daftar",
    ),
    SumberCari(
        "tindak-lanjut",
        "Tindak lanjut",
        "checklist",
        "pengawasan:tindak-lanjut-rincian",
        boleh_melihat,
        TindakLanjut.objects.terlihat_oleh,
        lambda teks, _: tindak_lanjut_memuat(teks),
        nama=Left("uraian", TERPANJANG),
        keterangan=sebutan_naskah(),
        daftar="pengawasan:tindak-lanjut-daftar",
    ),
    SumberCari(
        "teguran",
        "Teguran",
        "alert-triangle",
        "pengawasan:teguran-rincian",
        boleh_melihat_teguran,
        Teguran.objects.terlihat_oleh,
        lambda teks, _: teguran_memuat(teks),
        nama=Concat(Value("Teguran "), F("mitra__nama")),
        keterangan=sebutan_naskah(),
        daftar="pengawasan:teguran-daftar",
    ),
)
