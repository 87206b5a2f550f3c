import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# mengunci: bagian dari rilis pertama (0.1.0); tabelnya kosong ketika ini diterapkan


class Migration(migrations.Migration):
    dependencies = [
        ("inti", "0007_surel_akun"),
        ("pelaporan", "0002_pengecualian_dari_impor"),
        ("pengawasan", "0003_bundel_dicabut"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="laporan",
            name="laporan_status_dikenal",
        ),
        migrations.AddField(
            model_name="bundel",
            name="alasan_cabut",
            field=models.CharField(blank=True, max_length=300, verbose_name="alasan pencabutan"),
        ),
        migrations.AddField(
            model_name="bundel",
            name="dicabut_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="bundel",
            name="dicabut_pada",
            field=models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
        ),
        migrations.AlterField(
            model_name="laporan",
            name="status",
            field=models.CharField(
                choices=[
                    ("draf", "Draf"),
                    ("dikirim", "Menunggu Ketua TKKSD"),
                    ("dikembalikan", "Dikembalikan"),
                    ("disetujui", "Disetujui"),
                    ("dicabut", "Dicabut"),
                ],
                default="draf",
                max_length=20,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="bundel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("alasan_cabut", ""),
                    models.Q(("dicabut_oleh__isnull", False), ("dicabut_pada__isnull", False)),
                    _connector="OR",
                ),
                name="bundel_dicabut_lengkap",
                violation_error_message="Pencabutan harus mencatat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bundel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dicabut_pada", None),
                    models.Q(("alasan_cabut", ""), _negated=True),
                    _connector="OR",
                ),
                name="bundel_dicabut_beralasan",
                violation_error_message="Pencabutan wajib disertai alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["draf", "dikirim", "dikembalikan", "disetujui", "dicabut"])
                ),
                name="laporan_status_dikenal",
                violation_error_message="Pilihan tidak dikenal.",
            ),
        ),
    ]
