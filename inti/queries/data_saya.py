"""What the kernel holds about one person, and which seats are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from inti.data_pribadi import TugasTerbuka
from inti.models import JejakAudit, Notifikasi, PilihanPesan, SurelAkun

if TYPE_CHECKING:
    from inti.models import Pengguna

Tabel = dict[str, list[dict[str, Any]]]
AKUN = ("username", "nama", "nip", "telepon", "email", "date_joined", "last_login", "is_active")
JEJAK = ("waktu", "pelaku_nama", "sebagai", "aksi", "objek_jenis", "objek_nama", "perubahan")


def bagian(pengguna: Pengguna) -> Tabel:
    """The account, how it signs in (never a secret), its seats, messages and trail."""
    jejak = JejakAudit.objects
    return {
        "akun": [{kolom: getattr(pengguna, kolom) for kolom in AKUN}],
        "jabatan": [
            {"jabatan": p.sebutan, "mulai": p.mulai, "selesai": p.selesai, "dasar": p.dasar}
            for p in pengguna.pemangku.select_related("jabatan")
        ],
        "surel_akun": [
            {
                "jenis": satu.get_jenis_display(),
                "surel": satu.surel,
                "dibuat_pada": satu.dibuat_pada,
                "ditutup_pada": satu.ditutup_pada,
            }
            for satu in SurelAkun.objects.filter(pengguna=pengguna)
        ],
        "faktor_kedua": [
            {
                "jenis": alat.get_type_display(),
                "nama": alat.data.get("name", ""),
                "dipasang": alat.created_at,
                "terakhir_dipakai": alat.last_used_at,
            }
            for alat in Authenticator.objects.filter(user=pengguna)
        ],
        "perangkat": list(
            UserSession.objects.filter(user=pengguna).values(
                "created_at", "last_seen_at", "ip", "user_agent"
            )
        ),
        "pesan": list(
            Notifikasi.objects.untuk(pengguna).values(
                "dibuat_pada", "subjek", "isi", "status", "dibaca_pada"
            )
        ),
        "pilihan_pesan": list(PilihanPesan.objects.filter(pengguna=pengguna).values()),
        "jejak_oleh_saya": list(jejak.filter(pelaku=pengguna).order_by("pk").values(*JEJAK)),
        "jejak_akun_saya": list(jejak.tentang(pengguna).values(*JEJAK)),
    }


def tugas(pengguna: Pengguna) -> list[TugasTerbuka]:
    """Seats that are held today or later.

    One that many may hold waits for no successor: once the account is closed it stands against
    nothing, gives no role any more, and ends when the person is erased.
    """
    kursi = [satu for satu in pengguna.kursi if pengguna.is_active or satu.jabatan.tunggal]
    return [TugasTerbuka(f"Memangku jabatan {satu.sebutan}") for satu in kursi]
