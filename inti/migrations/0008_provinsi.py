from django.db import migrations, models

# mengunci: tabelnya satu baris, dan hanya isi_rujukan yang menambahnya


class Migration(migrations.Migration):
    dependencies = [
        ("inti", "0007_surel_akun"),
    ]

    operations = [
        migrations.AddField(
            model_name="pemerintah",
            name="provinsi",
            field=models.CharField(
                blank=True,
                help_text="Misalnya Jawa Barat; dicetak pada surat kepada Gubernur.",
                max_length=100,
                verbose_name="provinsi",
            ),
        ),
    ]
