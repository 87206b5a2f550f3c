"""Everything that a person may see of one naskah, gathered for packing."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from django.db.models import Q

from inti.models import JejakAudit
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.berkas_addendum import isi_addendum
from pelaporan.queries.berkas_impor import isi_impor
from pelaporan.queries.berkas_kewajiban import isi_kewajiban
from pelaporan.queries.berkas_lampiran import isi_lampiran
from pelaporan.queries.berkas_naskah import isi_naskah
from pelaporan.queries.berkas_pelaporan import isi_laporan, isi_laporan_mitra
from pelaporan.queries.berkas_pengawasan import isi_pengawasan
from pelaporan.queries.berkas_tambahan import isi_tambahan
from pelaporan.queries.kata_berkas import baris, catat, kata

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah

# What each part of the application knows, in the order of the index. Another kind of row that
# hangs on a naskah is one more function here; each asks for what its own pages show this reader.
SUMBER = (
    isi_naskah,
    isi_addendum,
    isi_kewajiban,
    isi_lampiran,
    isi_impor,
    isi_pengawasan,
    isi_tambahan,
    isi_laporan_mitra,
    isi_laporan,
)


def sidik_hak(pengguna: Pengguna) -> str:
    """Differs as soon as a person's roles or memberships do."""
    anggota = pengguna.keanggotaan.aktif().values_list("mitra", "perangkat_daerah")
    hak = [sorted(pengguna.peran), sorted(map(str, anggota))]
    return hashlib.sha256(json.dumps(hak).encode()).hexdigest()


def kumpulkan(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Sections, events and files, in a constant number of queries; `naskah` may be seen."""
    isi = Isi()
    for sumber in SUMBER:
        isi.gabung(sumber(naskah, pengguna))
    kepala = ("Nomor", "Tanggal", "Jenis", "Perihal", "Alasan pembatalan")
    isi.tabel("Surat", kepala, sorted(set(isi.surat)))
    _jejak(isi)
    return isi


def _jejak(isi: Isi) -> None:
    """The trail of the rows in it. Opening and packing are not of the naskah, and are left out."""
    tentang = Q(pk=None)
    for label in sorted({nama for nama, _ in isi.objek}):
        kunci = [pk for nama, pk in isi.objek if nama == label]
        tentang |= Q(objek_jenis=label, objek_id__in=kunci)
    jejak = list(JejakAudit.objects.filter(tentang).order_by("pk"))
    isi.tabel(
        "Jejak audit",
        ("Waktu", "Siapa", "Sebagai", "Melakukan", "Atas", "Catatan"),
        (
            baris(
                j.waktu,
                j.pelaku_nama,
                j.sebagai,
                j.kalimat,
                j.objek_nama,
                j.perubahan.get("catatan"),
            )
            for j in jejak
        ),
    )
    for satu in jejak:
        uraian = f"{satu.pelaku_nama} {satu.kalimat}: {kata(satu.objek_nama)}"
        catat(isi, satu.waktu, "Jejak audit", uraian, satu)
