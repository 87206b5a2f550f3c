from django.conf import settings
from django.db import migrations, models

from pengawasan.migrations import _matrik_terkunci

# mengunci: bagian dari rilis pertama (0.1.0); tabelnya kosong ketika ini diterapkan


class Migration(migrations.Migration):
    dependencies = [
        ("pengawasan", "0002_matrik_terkunci"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    # The tables are built anew on SQLite, without their triggers.
    operations = [
        migrations.RunPython(_matrik_terkunci.lepas, _matrik_terkunci.pasang),
        migrations.RemoveConstraint(
            model_name="langkahrekomendasi",
            name="langkah_rekomendasi_dikenal",
        ),
        migrations.RemoveConstraint(
            model_name="rekomendasi",
            name="rekomendasi_diputuskan_lengkap",
        ),
        migrations.RemoveConstraint(
            model_name="rekomendasi",
            name="rekomendasi_dikembalikan_bercatatan",
        ),
        migrations.AlterField(
            model_name="langkahrekomendasi",
            name="jenis",
            field=models.CharField(
                choices=[
                    ("saran", "Saran tim"),
                    ("ajukan", "Diajukan kepada Ketua TKKSD"),
                    ("setujui", "Disetujui Ketua TKKSD"),
                    ("kembalikan", "Dikembalikan Ketua TKKSD"),
                    ("tarik", "Ditarik dari Ketua TKKSD"),
                    ("setujui_walikota", "Disetujui kepala daerah"),
                    ("tolak_walikota", "Tidak disetujui kepala daerah"),
                ],
                max_length=20,
                verbose_name="langkah",
            ),
        ),
        migrations.AddConstraint(
            model_name="langkahrekomendasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "jenis__in",
                        [
                            "saran",
                            "ajukan",
                            "setujui",
                            "kembalikan",
                            "tarik",
                            "setujui_walikota",
                            "tolak_walikota",
                        ],
                    )
                ),
                name="langkah_rekomendasi_dikenal",
                violation_error_message="Pilihan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rekomendasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ("menunggu_walikota", "disetujui", "ditolak")),
                        models.Q(
                            ("status", "dikembalikan"),
                            models.Q(("catatan_ketua", ""), _negated=True),
                        ),
                        _connector="OR",
                        _negated=True,
                    ),
                    models.Q(
                        ("diputuskan_oleh__isnull", False), ("diputuskan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="rekomendasi_diputuskan_lengkap",
                violation_error_message="Putusan harus mencatat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rekomendasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "dikembalikan"), _negated=True),
                    models.Q(("catatan_ketua", ""), _negated=True),
                    models.Q(("diputuskan_oleh", None), ("diputuskan_pada", None)),
                    _connector="OR",
                ),
                name="rekomendasi_dikembalikan_bercatatan",
                violation_error_message="Pengembalian wajib disertai catatan.",
            ),
        ),
        migrations.RunPython(_matrik_terkunci.pasang, _matrik_terkunci.lepas),
    ]
