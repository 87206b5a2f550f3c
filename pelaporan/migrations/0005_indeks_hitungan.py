from django.db import migrations, models

from inti.migrations._indeks import BuangIndeks, TambahIndeks


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("pelaporan", "0004_indeks_daftar")]

    operations = [
        TambahIndeks(
            model_name="kewajibanlaporan",
            index=models.Index(
                fields=["status", "batas", "id", "jatuh_tempo", "mitra", "naskah"],
                name="kewajiban_terhitung",
            ),
        ),
        BuangIndeks(model_name="kewajibanlaporan", name="kewajiban_menurut_batas"),
        TambahIndeks(
            model_name="laporanmitra",
            index=models.Index(
                fields=["status", "kewajiban", "putaran"],
                condition=models.Q(("status", "diterima"), _negated=True),
                name="laporan_mitra_menunggu",
            ),
        ),
    ]
