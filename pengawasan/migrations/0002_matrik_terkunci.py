from django.db import migrations

from pengawasan.migrations import _matrik_terkunci

# mengunci: fungsi dan pemicu; baris yang ada tidak dibaca


class Migration(migrations.Migration):
    dependencies = [("pengawasan", "0001_awal")]

    operations = [migrations.RunPython(_matrik_terkunci.pasang, _matrik_terkunci.lepas)]
