"""What the register holds about one person, and what is open in that person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from inti.data_pribadi import TugasTerbuka
from inti.roles import Kemampuan
from kerjasama.models import Keanggotaan, Naskah, PenugasanNaskah

if TYPE_CHECKING:
    from inti.models import Pengguna


def bagian(pengguna: Pengguna) -> dict[str, list[dict[str, Any]]]:
    """Memberships, assignments, and the naskah that the person looks after."""
    anggota = Keanggotaan.objects.filter(pengguna=pengguna)
    penugasan = PenugasanNaskah.objects.filter(pengguna=pengguna).select_related("naskah")
    return {
        "keanggotaan": [
            {"tempat": str(a.tempat), "mulai": a.mulai, "selesai": a.selesai, "tugas": a.tugas}
            for a in anggota.select_related("mitra", "perangkat_daerah")
        ],
        "penugasan_naskah": [
            {"naskah": str(p.naskah), "jabatan": p.jabatan, "mulai": p.mulai, "selesai": p.selesai}
            for p in penugasan
        ],
        "naskah_ditangani": [
            {"naskah": str(n)} for n in Naskah.objects.filter(penanggung_jawab=pengguna)
        ],
    }


def tugas(pengguna: Pengguna) -> list[TugasTerbuka]:
    """Access to a mitra or a unit, assignments that run, and the naskah one looks after."""
    anggota = Keanggotaan.objects.aktif().filter(pengguna=pengguna)
    penugasan = PenugasanNaskah.objects.aktif().filter(pengguna=pengguna).select_related("naskah")
    semua = [
        TugasTerbuka(
            f"Akses pada {a.tempat}", a.tempat.get_absolute_url(), Kemampuan.LIHAT_SEMUA_NASKAH
        )
        for a in anggota.select_related("mitra", "perangkat_daerah")
    ]
    semua += [
        TugasTerbuka(
            f"Anggota tidak tetap untuk {p.naskah}",
            p.naskah.get_absolute_url(),
            Kemampuan.LIHAT_REGISTER,
        )
        for p in penugasan
    ]
    if ditangani := Naskah.objects.filter(penanggung_jawab=pengguna).count():
        apa = f"Penanggung jawab {ditangani} naskah; serahkan dengan “Ubah beberapa naskah”"
        daftar = reverse("kerjasama:naskah-daftar")
        semua.append(TugasTerbuka(apa, daftar, Kemampuan.LIHAT_REGISTER))
    return semua
