from django.db import migrations, models

from inti.migrations._indeks import TambahIndeks


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("pengawasan", "0006_indeks_hitungan")]

    operations = [
        TambahIndeks(
            model_name="kegiatan",
            index=models.Index(
                fields=["tanggal_pelaksanaan", "id"],
                condition=models.Q(("status__in", ("dilaksanakan", "didokumentasikan"))),
                name="kegiatan_terlaksana",
            ),
        ),
    ]
