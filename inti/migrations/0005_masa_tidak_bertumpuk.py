from django.db import migrations

from inti.migrations import _masa_tidak_bertumpuk

# mengunci: satu fungsi dan satu pemicu; baris yang ada tidak dibaca


class Migration(migrations.Migration):
    dependencies = [("inti", "0004_sandi_dan_data_pribadi")]

    operations = [migrations.RunPython(_masa_tidak_bertumpuk.pasang, _masa_tidak_bertumpuk.lepas)]
