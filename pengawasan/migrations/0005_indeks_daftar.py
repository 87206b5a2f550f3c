from django.db import migrations, models

from inti.migrations._indeks import BuangIndeks, TambahIndeks


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("pengawasan", "0004_matrik_tertutup")]

    operations = [
        TambahIndeks(
            model_name="tindaklanjut",
            index=models.Index(
                models.Case(
                    models.When(models.Q(("status", "ditutup"), _negated=True), then="tenggat")
                ),
                models.F("id"),
                name="tindak_lanjut_urutan",
            ),
        ),
        TambahIndeks(
            model_name="jadwal",
            index=models.Index(fields=["status", "jatuh_tempo", "id"], name="jadwal_menurut_tempo"),
        ),
        BuangIndeks(model_name="jadwal", name="jadwal_terbuka"),
    ]
