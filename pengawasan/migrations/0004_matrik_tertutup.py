from django.db import migrations

from pengawasan.migrations import _matrik_tertutup

# mengunci: fungsi dan pemicu; baris yang ada tidak dibaca


class Migration(migrations.Migration):
    dependencies = [("pengawasan", "0003_bundel_dicabut")]

    operations = [migrations.RunPython(_matrik_tertutup.pasang, _matrik_tertutup.lepas)]
