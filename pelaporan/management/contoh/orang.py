"""The nine demo accounts, the other seat holders, and people of other partners and units."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password

from inti.models import Jabatan, PemangkuJabatan, Pengguna
from kerjasama.models import Keanggotaan

if TYPE_CHECKING:
    from kerjasama.models import Mitra, PerangkatDaerah

SANDI = "contoh-kerjasama"
SEJAK = date(2020, 1, 1)
# Login, full name, NIP, seat. Names belong to nobody.
AKUN = (
    ("admin", "Arum Wicaksani", "", "administrator"),
    ("staf", "Dewi Lestarini Putri", "199204152015032004", "staf-kerja-sama"),
    ("tim", "Bagas Pranotokusumo", "198706232010011007", "kasubag-pengendalian"),
    ("ketua", "Dr. Hendra Wiradinata, M.Si.", "196908121994031003", "sekda"),
    ("walikota", "Ir. Ratna Sekarwangi", "", "walikota"),
    ("pd", "Yusuf Ardiansyahputra", "198911302014021002", "pengguna-pd"),
    ("pd2", "Nurmala Khairunisa Dewi", "199001172014022001", "pengguna-pd"),
    ("mitra", "Gilang Mahardikata", "", "pengguna-mitra"),
    ("mitra2", "Sekar Ayuningdiah", "", "pengguna-mitra"),
)
PEMANGKU_LAIN = (
    ("kabag", "Drs. Surya Kencanawan, M.AP.", "197203041998031005", "kabag-kerja-sama"),
    ("kasubag1", "Intan Permatahati", "198502192009012003", "kasubag-pengembangan"),
    ("kasubag2", "Raka Adiwinatama", "198811052011011004", "kasubag-tata-kelola"),
    ("kasubag3", "Maya Kusumadiani, S.H.", "198604282010012006", "kasubag-bantuan-hukum"),
)


def buat_akun() -> dict[str, Pengguna]:
    """The demo accounts with the known password, and other seat holders without one."""
    # Made once: a hash is slow on purpose, and everybody knows the password of the demo.
    sandi = make_password(SANDI)
    orang = {baris[0]: _orang(*baris, sandi=sandi) for baris in AKUN}
    return orang | {baris[0]: _orang(*baris) for baris in PEMANGKU_LAIN}


def buat_pejabat(login: str, nama: str, nip: str) -> Pengguna:
    """Someone who can be appointed to a seat, and cannot sign in."""
    orang = Pengguna(username=login, nama=nama, nip=nip, email=f"{login}@contoh.example")
    orang.password = make_password(None)
    orang.save()
    return orang


def buat_anggota(
    nama: str, *, mitra: Mitra | None = None, pd: PerangkatDaerah | None = None
) -> Pengguna:
    """Someone of a partner or a unit, who cannot sign in."""
    kursi = "pengguna-mitra" if mitra else "pengguna-pd"
    login = f"orang-{Pengguna.objects.count() + 1}"
    orang = _orang(login, nama, "", kursi)
    daftarkan(orang, mitra=mitra, pd=pd)
    return orang


def daftarkan(
    orang: Pengguna, *, mitra: Mitra | None = None, pd: PerangkatDaerah | None = None
) -> None:
    """Membership of one mitra or one unit."""
    Keanggotaan.objects.create(pengguna=orang, mitra=mitra, perangkat_daerah=pd, mulai=SEJAK)


def _orang(login: str, nama: str, nip: str, kursi: str, *, sandi: str = "") -> Pengguna:
    """`sandi` is the hash; without one nobody can sign in as this person."""
    orang = Pengguna(username=login, nama=nama, nip=nip, email=f"{login}@contoh.example")
    orang.password = sandi or make_password(None)
    orang.save()
    PemangkuJabatan.objects.create(
        jabatan=Jabatan.objects.get(kode=kursi), pengguna=orang, mulai=SEJAK
    )
    return orang
