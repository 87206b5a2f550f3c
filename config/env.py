"""Every environment variable the application reads: name, type, default, meaning.

`docs/operasi.md` prints this table; a name that is not here is not read.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Variable:
    """One setting taken from the environment."""

    name: str
    type: type
    default: Any
    meaning: str


VARIABLES = (
    Variable("DEBUG", bool, False, "Halaman galat rinci dan galeri komponen. Jangan di produksi."),
    Variable("MODE_DEMO", bool, False, "Akun contoh boleh ada; surel ditulis ke berkas."),
    Variable("SECRET_KEY", str, "", "Kunci rahasia. Kosong: dibuat sekali di VAR_DIR."),
    Variable("VAR_DIR", str, str(BASE_DIR / "var"), "Tempat basis data, berkas, antrean, surel."),
    Variable("DATABASE_URL", str, "", "Basis data. Kosong: SQLite di VAR_DIR."),
    Variable("BROKER_URL", str, "filesystem://", "Antrean Celery; produksi: redis://…"),
    Variable(
        "ALLOWED_HOSTS", list, ["localhost", "127.0.0.1", "[::1]"], "Nama host yang dilayani."
    ),
    Variable("SITE_URL", str, "http://localhost:8000", "Alamat pada tautan di surel dan dokumen."),
    Variable("HTTPS", bool, False, "Wajib HTTPS: kuki aman, HSTS, pengalihan."),
    Variable(
        "PROXY_TEPERCAYA", bool, False, "Percaya X-Forwarded-Proto dan -For dari proksi di depan."
    ),
    Variable(
        "KIRIM_LEWAT_NGINX",
        str,
        "",
        "Awalan alamat X-Accel-Redirect, misalnya /berkas-privat/ (deploy/nginx.conf). Kosong: "
        "aplikasi mengirim berkasnya sendiri.",
    ),
    Variable("EMAIL_URL", str, "", "Server surel. Kosong: berkas di VAR_DIR/surel."),
    Variable("SUREL_PENGIRIM", str, "kerjasama@example.go.id", "Alamat pengirim surel."),
    Variable(
        "SUREL_AUDITOR",
        str,
        "",
        "Alamat di luar aplikasi yang setiap hari menerima kepala jejak audit. Kosong: mati.",
    ),
    Variable(
        "KONTAK_KEAMANAN",
        str,
        "",
        "Surel atau alamat https pada security.txt. Kosong: surel pemerintah daerah.",
    ),
    Variable(
        "WEBHOOK_URL",
        str,
        "",
        "Alamat https layanan pesan (misalnya WhatsApp) yang juga menerima pemberitahuan. Kosong: "
        "mati.",
    ),
    Variable("WEBHOOK_KUNCI", str, "", "Kunci tanda tangan HMAC-SHA256 untuk WEBHOOK_URL."),
    Variable(
        "WEBHOOK_DALAM",
        bool,
        False,
        "Layanan pesan itu boleh berada di jaringan dalam (alamat privat).",
    ),
    Variable(
        "TUJUAN_LAIN",
        list,
        [],
        "Tujuan keluar lain yang boleh dihubungi, host:port, dipisah koma; misalnya proksi keluar "
        "atau alamat kedua penyedia OpenID Connect. Yang disebut pengaturan lain sudah termasuk.",
    ),
    Variable("FAKTOR_KEDUA", bool, True, "Wajibkan faktor kedua bagi peran yang memutuskan."),
    Variable(
        "OIDC_ALAMAT",
        str,
        "",
        "Alamat (issuer) penyedia OpenID Connect untuk masuk tunggal. Kosong: mati.",
    ),
    Variable("OIDC_NAMA", str, "akun daerah", "Sebutan penyedia pada tombol “Masuk dengan …”."),
    Variable("OIDC_KLIEN", str, "", "Nama klien yang didaftarkan pada penyedia itu."),
    Variable("OIDC_RAHASIA", str, "", "Rahasia klien itu."),
    Variable(
        "OIDC_FAKTOR_KEDUA",
        bool,
        False,
        "Penyedia itu sendiri meminta faktor kedua; saat masuk tidak ditanyakan lagi di sini.",
    ),
    Variable(
        "AKUN_DIAM_HARI",
        int,
        400,
        "Akun yang selama ini tidak dipakai ditutup, dua pekan setelah diberi tahu; 0: tidak.",
    ),
    Variable(
        "RETENSI_AKUN_HARI",
        int,
        0,
        "Data orang pada akun yang sudah ditutup selama ini disamarkan sendiri; 0: tidak pernah.",
    ),
    Variable(
        "DIAM_MENIT",
        int,
        30,
        "Layar yang didiamkan selama ini menanyakan lagi siapa yang memakainya; 0: tidak.",
    ),
    Variable("DIAM_PEMUTUS_MENIT", int, 15, "Yang sama bagi Ketua TKKSD dan kepala daerah."),
    Variable(
        "SANDI_MODE",
        str,
        "",
        "“bssn”: susunan karakter dan masa berlaku kata sandi menurut Peraturan BSSN 4/2021. "
        "Kosong: panjang dan daftar kata sandi umum.",
    ),
    Variable("SANDI_UMUR_HARI", int, 90, "Masa berlaku kata sandi dalam mode bssn; 0: tanpa."),
    Variable(
        "SANDI_RIWAYAT",
        int,
        5,
        "Kata sandi terakhir yang tidak boleh dipakai lagi dalam mode bssn.",
    ),
    Variable("ZONA_WAKTU", str, "Asia/Jakarta", "Zona waktu pemerintah daerah."),
    Variable("BATAS_UNGGAH_MB", int, 25, "Ukuran terbesar satu berkas yang diunggah, dalam MB."),
    Variable("KUOTA_MITRA_MB", int, 2000, "Jumlah berkas laporan satu mitra, dalam MB."),
    Variable(
        "CLAMD",
        str,
        "",
        "Pemindai virus clamd: unix:/run/clamav/clamd.ctl atau tcp://host:3310. Selama tidak "
        "menjawab, unggahan ditolak dengan “coba lagi”. Kosong: berkas tidak dipindai.",
    ),
    Variable("CADANGAN_DISK_MB", int, 200, "Unggahan ditolak bila sisa disk kurang dari ini."),
    Variable(
        "PUBLIK_PER_MENIT",
        int,
        120,
        "Permintaan register publik per menit dari satu alamat; 0: tanpa batas.",
    ),
    Variable(
        "HADIR_PER_MENIT",
        int,
        600,
        "Permintaan halaman daftar hadir QR per menit dari satu alamat (satu ruang rapat sering "
        "satu alamat); 0: tanpa batas.",
    ),
    Variable(
        "API_PER_MENIT", int, 120, "Permintaan API per menit dengan satu token; 0: tanpa batas."
    ),
    Variable(
        "EKSPOR_PER_MENIT",
        int,
        30,
        "Daftar dan data yang boleh diunduh satu orang sebagai berkas per menit; 0: tanpa batas.",
    ),
    Variable(
        "DOKUMEN_PER_MENIT",
        int,
        30,
        "PDF dan ZIP yang boleh diminta satu orang per menit untuk disusun; 0: tanpa batas.",
    ),
    Variable(
        "KEASLIAN_PER_MENIT",
        int,
        60,
        "Permintaan halaman keaslian dokumen per menit dari satu alamat; 0: tanpa batas.",
    ),
    Variable("BATAS_PERIKSA_MB", int, 200, "Berkas terbesar yang diperiksa keasliannya, dalam MB."),
    Variable(
        "TANDA_TANGAN",
        str,
        "tanpa",
        "Tanda tangan elektronik: tanpa, lokal (sertifikat pada server), atau unggah (berkas yang "
        "ditandatangani di BSrE diunggah kembali).",
    ),
    Variable("TANDA_TANGAN_P12", str, "", "Berkas sertifikat dan kuncinya (PKCS#12), untuk lokal."),
    Variable("TANDA_TANGAN_SANDI", str, "", "Sandi berkas PKCS#12 itu."),
    Variable(
        "TANDA_TANGAN_AKAR",
        str,
        "",
        "Berkas PEM sertifikat induk penerbit yang dipercaya, untuk unggah.",
    ),
    Variable(
        "PERIKSA_BERKAS_MENIT",
        int,
        30,
        "Berapa menit semalam berkas yang tersimpan dibaca lagi (1–50); sisanya dilanjutkan malam "
        "berikutnya.",
    ),
    Variable("BERKAS_LENGKAP_HARI", int, 7, "Berapa hari ZIP berkas lengkap disimpan."),
    Variable("CADANGAN_DIR", str, "", "Folder cadangan. Kosong: VAR_DIR/cadangan."),
    Variable("CADANGAN_KUNCI", str, "", "Berkas kunci penyandi cadangan. Kosong: tidak disandi."),
    Variable(
        "CADANGAN_JAM",
        int,
        0,
        "/sehat/ gagal bila cadangan terakhir lebih lama dari sekian jam; 0: tidak terjadwal.",
    ),
    Variable(
        "METRIK_TOKEN",
        str,
        "",
        "Token pemantau yang membaca /metrics (pustaka prometheus-client). Kosong: tidak ada.",
    ),
    Variable("LOG_LEVEL", str, "INFO", "Tingkat pencatatan log."),
)

YA = frozenset({"1", "ya", "y", "yes", "ok", "on", "true"})
TIDAK = frozenset({"0", "tidak", "n", "no", "off", "false"})


def read(name: str) -> Any:
    """The typed value of a declared variable; an empty switch or number is its default.

    `NAME_FILE` may hold the path of a file with the value (secrets). Raises KeyError for a
    variable that is not declared above, and ImproperlyConfigured for a value that is not one.
    """
    variable = {v.name: v for v in VARIABLES}[name]
    teks = _teks(name)
    if teks is None:
        return variable.default
    if variable.type is str:
        return teks
    if variable.type is list:
        return [satu for bagian in teks.split(",") if (satu := bagian.strip())]
    if not (kata := teks.strip().lower()):
        return variable.default
    return _bool(name, kata) if variable.type is bool else _int(name, kata)


def _teks(name: str) -> str | None:
    if not (path := os.environ.get(f"{name}_FILE")):
        return os.environ.get(name)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{name}_FILE: berkas {path} tidak dapat dibaca ({error})."
        raise ImproperlyConfigured(msg) from error


def _bool(name: str, kata: str) -> bool:
    if kata not in YA | TIDAK:
        pilihan = f"{', '.join(sorted(YA))}; atau {', '.join(sorted(TIDAK))}"
        msg = f"{name}: “{kata}” tidak dikenal. Yang dikenal: {pilihan}."
        raise ImproperlyConfigured(msg)
    return kata in YA


def _int(name: str, kata: str) -> int:
    try:
        return int(kata)
    except ValueError as error:
        msg = f"{name}: “{kata}” bukan bilangan bulat."
        raise ImproperlyConfigured(msg) from error


def secret_key(var_dir: Path) -> str:
    """The configured key, or one made once and kept in `var_dir`.

    Of processes that start together one makes it, and none reads it before it is whole.
    """
    if key := read("SECRET_KEY"):
        return str(key)
    path = var_dir / "kunci_rahasia"
    if not path.exists():
        with NamedTemporaryFile("w", dir=var_dir, encoding="utf-8") as file:  # its owner's alone
            file.write(secrets.token_urlsafe(64))
            file.flush()
            with suppress(FileExistsError):
                _taruh(file.name, path)
    return path.read_text(encoding="utf-8")


def _taruh(sumber: str, path: Path) -> None:
    """Let the whole file be there at once, where the folder knows hard links; or else be written.

    Raises FileExistsError when somebody was first.
    """
    try:
        os.link(sumber, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(Path(sumber).read_text(encoding="utf-8"))
