from django.db import migrations, models

from inti.migrations._indeks import BuangIndeks, TambahIndeks


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("pelaporan", "0003_bundel_dicabut")]

    operations = [
        TambahIndeks(
            model_name="putaranlaporan",
            index=models.Index(fields=["disampaikan_pada"], name="putaran_menurut_waktu"),
        ),
        TambahIndeks(
            model_name="kewajibanlaporan",
            index=models.Index(fields=["status", "batas", "id"], name="kewajiban_menurut_batas"),
        ),
        BuangIndeks(model_name="kewajibanlaporan", name="kewajiban_terbuka"),
    ]
