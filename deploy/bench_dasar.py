"""What the benches on large registers share: a scratch database, a register filled by SQL, people.

Import it first: it sets the environment before Django starts.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psycopg

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SERVER = os.environ.get("UJI_POSTGRES", "postgres://postgres@localhost:5432/postgres")
NAMA = os.environ.get("BENCH_BASIS_DATA", f"bench_register_{os.getpid()}")
UKURAN = [int(n) for n in os.environ.get("UKURAN", "10000,100000,1000000").split(",")]
ULANG = int(os.environ.get("ULANG", "5"))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-register-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "DATABASE_URL": f"{SERVER.rpartition('/')[0]}/{NAMA}",
    "BROKER_URL": "filesystem://",
    "LOG_LEVEL": "CRITICAL",
    "DEBUG": "1",
    "FAKTOR_KEDUA": "0",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from inti.models import Jabatan, PemangkuJabatan, Pengguna  # noqa: E402
from kerjasama.models import Keanggotaan, Mitra, PerangkatDaerah  # noqa: E402

settings.DEBUG = False  # needed no longer: it allowed to run here; queries are not kept
# As a release has them: one sheet, and names with hashes.
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "inti.storage.ModuleManifestStorage"}
}
KATA = [
    "pengelolaan", "penyediaan", "pemanfaatan", "peningkatan", "pengembangan", "pelayanan",
    "penyelenggaraan", "air", "limbah", "pasar", "parkir", "kesehatan",
    "pendidikan", "sampah", "terminal", "jalan", "gedung", "data",
    "jaringan", "perizinan", "retribusi", "pangan", "wisata", "budaya",
    "arsip", "perpustakaan", "kebersihan", "taman", "drainase",
]  # fmt: skip

# %(dari)s and %(sampai)s bound what is added; every value follows from the running number.
ISI = (
    """
    INSERT INTO kerjasama_mitra (nama, kunci, jenis, alamat, surel, telepon)
    SELECT 'PT Mitra ' || md5(i::text), 'mitra ' || i, 'perusahaan_swasta', '', '', ''
    FROM generate_series(%(dari)s / 10, %(sampai)s / 10 - 1) i
    """,
    """
    INSERT INTO kerjasama_naskah (id, jenis, sebutan, jenis_kerja_sama, nomor, kunci_nomor, judul,
        tanggal_ttd, tanggal_berakhir, jangka_waktu, status, alasan_berakhir, dasar_pengakhiran,
        maksud_tujuan, objek, ruang_lingkup, pelaksanaan, pembiayaan, penyelesaian_perselisihan,
        keadaan_kahar, pengakhiran, klausul_interval, klausul_teguran, tanda, versi_fakta,
        dibuat_oleh_id, dibuat_pada)
    SELECT i, CASE WHEN i %% 5 = 0 THEN 'kesepakatan_bersama' ELSE 'pks' END, '', '',
        '134.4/' || i || '/SETDA.Ks', '134.4/' || i || '/setda.ks',
        (%(kata)s::text[])[1 + i %% 7] || ' ' || (%(kata)s::text[])[8 + (i * 31) %% 21] || ' '
            || translate(substr(md5((i %% 50021)::text), 1, 9), '0123456789', 'ghijklmnop'),
        date '2005-01-01' + (i * 7919 %% 7800)::int, date '2010-01-01' + (i * 7919 %% 7800)::int,
        '', CASE WHEN i %% 50 = 0 THEN 'draf' WHEN i %% 3 = 0 THEN 'berakhir' ELSE 'berlaku' END,
        CASE WHEN i %% 50 <> 0 AND i %% 3 = 0 THEN 'jangka_waktu' ELSE '' END,
        '', '', '', '', '', '', '', '', '', '', '', '', 1, %(staf)s, now()
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_parapihak
        (naskah_id, mitra_id, nomor, penanda_tangan, jabatan)
    SELECT i, (SELECT min(id) FROM kerjasama_mitra) + (i * 13 %% (%(sampai)s / 10)), '', '', ''
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_naskahperangkatdaerah
        (naskah_id, perangkat_daerah_id, peran, penanda_tangan, jabatan)
    SELECT i, (%(unit)s::bigint[])[1 + i %% %(banyak_unit)s], 'pemrakarsa', '', ''
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_indeksnaskah (naskah_id, khalayak, teks, menunggu, disusun_pada)
    SELECT n.id, '', regexp_replace(lower(n.judul || ' ' || n.nomor || ' ' || m.nama),
        '[^a-z0-9]+', ' ', 'g'), false, now()
    FROM kerjasama_naskah n JOIN kerjasama_parapihak p ON p.naskah_id = n.id
        JOIN kerjasama_mitra m ON m.id = p.mitra_id
    WHERE n.id > %(dari)s
    """,
    """
    INSERT INTO kerjasama_kataindeks (kata)
    SELECT DISTINCT k FROM kerjasama_naskah n,
        unnest(string_to_array(n.judul || ' setda ks pt mitra', ' ')) k
    WHERE n.id > %(dari)s
    ON CONFLICT DO NOTHING
    """,
)
# The history of each: turns held and owed, what was carried out, what the mitra owes, the trail.
RIWAYAT = (
    """
    INSERT INTO pengawasan_jadwalnaskah (naskah_id, versi_fakta, kebijakan_id, disusun_pada)
    SELECT i, 1, (SELECT max(id) FROM pengawasan_kebijakan), now()
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO pengawasan_jadwal
        (naskah_id, jenis, ke, jatuh_tempo, alasan_penundaan, status, alasan_status, dasar)
    SELECT i, CASE WHEN ke %% 2 = 1 THEN 'pemantauan' ELSE 'evaluasi' END, (ke + 1) / 2,
        current_date - 500 + (i * 7919 %% 330)::int + 183 * (ke - 1),
        '', (ARRAY['terlaksana', 'terlaksana', 'terbuka', 'menyusul'])[ke], '', '{"kalimat": []}'
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i, generate_series(1, 4) ke
    """,
    """
    INSERT INTO pengawasan_kegiatan (naskah_id, jadwal_id, jenis, sifat, metode, status,
        tanggal_rencana, tempat, tanggal_pelaksanaan, alasan, peminta, menggantikan_berkala,
        bersama_perpanjangan, alasan_tanpa_tinjau, hasil_wawancara, alasan_batal, dibuat_oleh_id,
        dibuat_pada)
    SELECT naskah_id, id, jenis, 'berkala', 'dokumen', 'dilaksanakan', jatuh_tempo, '',
        jatuh_tempo, '', '', false, false, '', '', '', %(staf)s, now()
    FROM pengawasan_jadwal WHERE status = 'terlaksana' AND naskah_id > %(dari)s
    """,
    """
    INSERT INTO pelaporan_kewajibanlaporan (naskah_id, mitra_id, ke, perihal, jatuh_tempo, batas,
        batas_aturan, status, alasan_status, dasar)
    SELECT naskah_id, mitra_id, ke, '', hari, hari + 14, hari + 14,
        CASE WHEN ke = 1 THEN 'terpenuhi' ELSE 'terbuka' END, '', '{"kalimat": []}'
    FROM kerjasama_parapihak, generate_series(1, 2) ke,
        LATERAL (SELECT current_date - 300 + (naskah_id * 31 %% 330)::int + 183 * (ke - 1) hari) h
    WHERE naskah_id > %(dari)s
    """,
    """
    INSERT INTO inti_jejakaudit (waktu, pelaku_nama, sebagai, aksi, objek_jenis, objek_id,
        objek_nama, perubahan, sebelumnya, hash)
    SELECT now(), 'staf', 'staf', 'naskah.ubah', 'kerjasama.naskah', i, '', '{}',
        md5('s' || i || '/' || k) || md5(''), md5('h' || i || '/' || k) || md5('')
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i, generate_series(1, 3) k
    """,
)
# What follows from it, of every other naskah: a report, a matrix whose decision asks for a
# follow-up (one in three done), and the report of the mitra with its round.
LANJUTAN = (
    """
    INSERT INTO pelaporan_laporan (kegiatan_id, status, versi, pendahuluan, hasil, kesimpulan,
        alasan_tanpa_tinjau, pernyataan_tanpa_laporan, disusun_oleh_id, dibuat_pada, catatan_ketua)
    SELECT id, 'draf', 0, '', '', '', '', '', %(staf)s, now(), '' FROM pengawasan_kegiatan
    WHERE jenis = 'evaluasi' AND naskah_id %% 2 = 0 AND naskah_id > %(dari)s
    """,
    """
    INSERT INTO pengawasan_matrik (kegiatan_id, versi_urutan, disusun_oleh_id, diubah_pada)
    SELECT id, 1, %(staf)s, now() FROM pengawasan_kegiatan
    WHERE jenis = 'evaluasi' AND naskah_id %% 2 = 0 AND naskah_id > %(dari)s
    """,
    """
    INSERT INTO pengawasan_barismatrik (matrik_id, urutan, versi, dasar, materi_evaluasi,
        permasalahan, solusi, tindak_lanjut, keterangan)
    SELECT m.id, 1, 1, '', '', '', '', '', '' FROM pengawasan_matrik m
        JOIN pengawasan_kegiatan k ON k.id = m.kegiatan_id WHERE k.naskah_id > %(dari)s
    """,
    """
    INSERT INTO pengawasan_rekomendasi (baris_id, jenis, uraian, status, catatan_ketua,
        diputuskan_oleh_id, diputuskan_pada, catatan_walikota)
    SELECT b.id, 'b', '', 'disetujui', '', %(staf)s, now(), '' FROM pengawasan_barismatrik b
        JOIN pengawasan_matrik m ON m.id = b.matrik_id
        JOIN pengawasan_kegiatan k ON k.id = m.kegiatan_id WHERE k.naskah_id > %(dari)s
    """,
    """
    INSERT INTO pengawasan_tindaklanjut (rekomendasi_id, naskah_id, perangkat_daerah_id, jenis,
        uraian, tenggat, dasar_tenggat, status, keterangan_pelaksanaan, catatan_penutup,
        ditutup_sebagai, ditutup_oleh_id, ditutup_pada, dibuat_pada)
    SELECT r.id, k.naskah_id, (%(unit)s::bigint[])[1 + k.naskah_id %% %(banyak_unit)s],
        'pemenuhan', 'Melengkapi laporan', current_date - 400 + (k.naskah_id * 7919 %% 700)::int,
        '', CASE WHEN k.naskah_id %% 3 = 0 THEN 'ditutup' ELSE 'terbuka' END, '', '', '',
        CASE WHEN k.naskah_id %% 3 = 0 THEN %(staf)s END,
        CASE WHEN k.naskah_id %% 3 = 0 THEN now() END, now()
    FROM pengawasan_rekomendasi r JOIN pengawasan_barismatrik b ON b.id = r.baris_id
        JOIN pengawasan_matrik m ON m.id = b.matrik_id
        JOIN pengawasan_kegiatan k ON k.id = m.kegiatan_id WHERE k.naskah_id > %(dari)s
    """,
    """
    INSERT INTO pelaporan_laporanmitra
        (kewajiban_id, formulir_id, isi, status, putaran, dibuat_oleh_id, diubah_pada)
    SELECT id, (SELECT max(id) FROM pelaporan_formulirlaporan), '{}',
        CASE WHEN naskah_id %% 20 = 0 THEN 'disampaikan' ELSE 'diterima' END, 1, %(staf)s, now()
    FROM pelaporan_kewajibanlaporan
    WHERE status = 'terpenuhi' AND naskah_id %% 2 = 0 AND naskah_id > %(dari)s
    """,
    """
    INSERT INTO pelaporan_putaranlaporan (laporan_id, ke, isi, nomor, batas, disampaikan_oleh_id,
        disampaikan_pada, hasil, catatan)
    SELECT l.id, 1, '{}', 'TT-' || l.id, k.batas, %(staf)s,
        k.jatuh_tempo + interval '9 hours' + (l.id %% 3600) * interval '1 second', '', ''
    FROM pelaporan_laporanmitra l JOIN pelaporan_kewajibanlaporan k ON k.id = l.kewajiban_id
    WHERE k.naskah_id > %(dari)s
    """,
)
KOLOM = "id, nomor, jenis, judul, tanggal_ttd, tanggal_berakhir, status"
TERBARU = "ORDER BY tanggal_ttd DESC, id DESC LIMIT 26"
COCOK = (
    f"SELECT {KOLOM} FROM kerjasama_naskah JOIN "  # noqa: S608 - our own words
    "(SELECT naskah_id, vektor FROM kerjasama_indeksnaskah) indeks ON naskah_id = id "
    f"WHERE vektor @@ to_tsquery('simple', %s) {TERBARU}"
)


def median(kerja):
    """Milliseconds; the first time warms up."""
    waktu = []
    for _ in range(ULANG + 1):
        mulai = time.perf_counter()
        kerja()
        waktu.append((time.perf_counter() - mulai) * 1000)
    return statistics.median(waktu[1:])


def mentah(sql, nilai):
    """The hand-written SQL, its rows fetched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, nilai or None)
        return cursor.fetchall()


def orang():
    """One account of the staff, one of a unit, one of a mitra."""
    hari_ini, klien = timezone.localdate(), {}
    for peran in ("staf", "pd", "mitra"):
        akun = Pengguna.objects.create(username=peran, nama=peran)
        jabatan = Jabatan.objects.filter(peran=peran).first() or Jabatan.objects.create(
            kode=f"bench-{peran}", nama=peran, peran=peran, tunggal=False
        )
        PemangkuJabatan.objects.create(pengguna=akun, jabatan=jabatan, mulai=hari_ini)
        klien[peran] = Client()
        klien[peran].force_login(akun)
    return klien


def isi(dari, sampai, perintah_isi=ISI):
    """Add naskah up to so many, and let the planner know."""
    unit = list(PerangkatDaerah.objects.order_by("pk").values_list("pk", flat=True))
    nilai = {
        "dari": dari,
        "sampai": sampai,
        "kata": KATA,
        "staf": Pengguna.objects.get(username="staf").pk,
        "unit": unit,
        "banyak_unit": len(unit),
    }
    mulai = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for perintah in perintah_isi:
            cursor.execute(perintah, nilai)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")
    return time.perf_counter() - mulai


def anggota():
    """The unit and the mitra whose naskah the other two accounts see."""
    hari_ini = timezone.localdate()
    Keanggotaan.objects.create(
        pengguna=Pengguna.objects.get(username="pd"),
        perangkat_daerah=PerangkatDaerah.objects.order_by("pk").first(),
        mulai=hari_ini,
    )
    Keanggotaan.objects.create(
        pengguna=Pengguna.objects.get(username="mitra"),
        mitra=Mitra.objects.order_by("pk").first(),
        mulai=hari_ini,
    )


def dengan_basis_data(jalankan):
    """A scratch database around it, which goes whatever happens."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{NAMA}"')
        try:
            call_command("collectstatic", interactive=False, verbosity=0)
            call_command("migrate", verbosity=0)
            call_command("isi_rujukan", verbosity=0)
            jalankan()
        finally:
            connection.close()
            server.execute(f'DROP DATABASE "{NAMA}" WITH (FORCE)')
