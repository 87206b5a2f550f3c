from django.db import migrations, models
from django.db.models.functions import Coalesce

from inti.migrations._indeks import TambahIndeks


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("pengawasan", "0005_indeks_daftar")]

    operations = [
        TambahIndeks(
            model_name="jadwal",
            index=models.Index(
                Coalesce("ditunda_sampai", "jatuh_tempo"),
                models.F("id"),
                models.F("ditunda_sampai"),
                models.F("jatuh_tempo"),
                models.F("naskah"),
                condition=models.Q(("status", "terbuka")),
                name="jadwal_terbuka_tenggat",
            ),
        ),
        TambahIndeks(
            model_name="jadwal",
            index=models.Index(
                fields=["id", "jatuh_tempo", "ditunda_sampai"],
                condition=models.Q(("status", "terlaksana")),
                name="jadwal_terlaksana",
            ),
        ),
        TambahIndeks(
            model_name="kegiatan",
            index=models.Index(
                fields=["jadwal", "tanggal_pelaksanaan"],
                condition=models.Q(
                    ("tanggal_pelaksanaan__isnull", False),
                    models.Q(("status", "dibatalkan"), _negated=True),
                ),
                name="kegiatan_pelaksanaan",
            ),
        ),
        TambahIndeks(
            model_name="kegiatan",
            index=models.Index(
                fields=["naskah"],
                condition=models.Q(("bersama_perpanjangan", True)),
                name="kegiatan_perpanjangan",
            ),
        ),
        TambahIndeks(
            model_name="beritaacara",
            index=models.Index(
                fields=["status", "kegiatan"],
                condition=models.Q(("status", "diverifikasi"), _negated=True),
                name="berita_acara_menunggu",
            ),
        ),
        TambahIndeks(
            model_name="tindaklanjut",
            index=models.Index(fields=["jenis", "status"], name="tindak_lanjut_jenis"),
        ),
    ]
