import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kerjasama.models.naskah
import pengawasan.domain.kebijakan
import pengawasan.models.hadir
from pengawasan.migrations import _berita_acara_terkunci

# mengunci: pemicu pada tabel yang dibuat di berkas ini juga dan masih kosong


class Migration(migrations.Migration):
    replaces = [
        ("pengawasan", "0001_initial"),
        ("pengawasan", "0002_berita_acara_waktu_kejadian"),
        ("pengawasan", "0003_kegiatan_dokumentasi"),
        ("pengawasan", "0004_berita_acara_terkunci"),
        ("pengawasan", "0005_tim"),
        ("pengawasan", "0006_tim_pengecualian"),
        ("pengawasan", "0007_tim_hapus_penjelasan"),
        ("pengawasan", "0008_keputusan_tim"),
        ("pengawasan", "0009_pembinaan"),
        ("pengawasan", "0010_hadir"),
        ("pengawasan", "0011_keputusan_rapat"),
        ("pengawasan", "0012_undangan_rapat"),
        ("pengawasan", "0013_harian"),
        ("pengawasan", "0014_surat_teguran_nip"),
    ]

    initial = True

    dependencies = [
        ("inti", "0001_awal"),
        ("kerjasama", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Jadwal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jadwal",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("pemantauan", "Pemantauan"), ("evaluasi", "Evaluasi")],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="giliran ke")),
                ("jatuh_tempo", models.DateField(verbose_name="jatuh tempo")),
                (
                    "tanggal_rencana",
                    models.DateField(blank=True, null=True, verbose_name="tanggal rencana"),
                ),
                (
                    "ditunda_sampai",
                    models.DateField(blank=True, null=True, verbose_name="ditunda sampai"),
                ),
                (
                    "alasan_penundaan",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan penundaan"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("menyusul", "Menyusul"),
                            ("terlaksana", "Terlaksana"),
                            ("digantikan", "Digantikan"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="terbuka",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "alasan_status",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan"),
                ),
                (
                    "dasar",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="dasar",
                    ),
                ),
            ],
            options={
                "verbose_name": "jadwal",
                "verbose_name_plural": "jadwal",
                "ordering": ("jatuh_tempo", "naskah", "ke"),
                "indexes": [
                    models.Index(fields=["status", "jatuh_tempo"], name="jadwal_terbuka"),
                    models.Index(
                        condition=models.Q(("ditunda_sampai__isnull", False)),
                        fields=["ditunda_sampai"],
                        name="jadwal_ditunda",
                    ),
                    models.Index(
                        condition=models.Q(("status", "menyusul")),
                        fields=["naskah"],
                        name="jadwal_menyusul",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["pemantauan", "evaluasi"])),
                        name="jadwal_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["terbuka", "menyusul", "terlaksana", "digantikan", "ditutup"],
                            )
                        ),
                        name="jadwal_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(fields=("naskah", "jenis", "ke"), name="jadwal_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("digantikan", "ditutup")), _negated=True),
                            models.Q(("alasan_status", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="jadwal_akhir_beralasan",
                        violation_error_message="Jadwal yang digantikan atau ditutup harus beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ditunda_sampai", None),
                            models.Q(("alasan_penundaan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="jadwal_penundaan_beralasan",
                        violation_error_message="Penundaan harus beralasan.",
                    ),
                ],
            },
            bases=(kerjasama.models.naskah.TurunanNaskah, models.Model),
        ),
        migrations.CreateModel(
            name="Kebijakan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.CharField(max_length=40, unique=True, verbose_name="versi")),
                ("dasar", models.CharField(max_length=250, verbose_name="dasar")),
                (
                    "nomor_keputusan",
                    models.CharField(blank=True, max_length=120, verbose_name="nomor keputusan"),
                ),
                (
                    "tanggal_keputusan",
                    models.DateField(blank=True, null=True, verbose_name="tanggal keputusan"),
                ),
                ("tentang", models.CharField(blank=True, max_length=500, verbose_name="tentang")),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                        verbose_name="berkas keputusan",
                    ),
                ),
                ("berlaku_mulai", models.DateField(verbose_name="berlaku mulai")),
                (
                    "status",
                    models.CharField(
                        choices=[("draf", "Draf"), ("terbit", "Terbit")],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "interval_pemantauan",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="interval pemantauan (bulan)",
                    ),
                ),
                (
                    "interval_evaluasi",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="interval evaluasi (bulan)",
                    ),
                ),
                (
                    "interval_laporan",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="interval laporan mitra (bulan)",
                    ),
                ),
                (
                    "tenggang_laporan",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[django.core.validators.MaxValueValidator(365)],
                        verbose_name="tenggang laporan (hari)",
                    ),
                ),
                (
                    "batas_tanpa_evaluasi",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="batas tanpa evaluasi (bulan)",
                    ),
                ),
                (
                    "ambang_evaluasi_akhir",
                    models.PositiveSmallIntegerField(
                        default=90,
                        validators=[django.core.validators.MaxValueValidator(365)],
                        verbose_name="usulan evaluasi akhir (hari sebelum berakhir)",
                    ),
                ),
                (
                    "ambang_klaim_lama",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[django.core.validators.MaxValueValidator(365)],
                        verbose_name="klaim tanggal lama (hari)",
                    ),
                ),
                (
                    "tenggat_tindak_lanjut",
                    models.PositiveSmallIntegerField(
                        default=90,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="tenggat tindak lanjut (hari)",
                    ),
                ),
                (
                    "interval_teguran",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="waktu menjawab teguran (hari)",
                    ),
                ),
                (
                    "tenggang_perpanjangan",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="tenggang perpanjangan (bulan)",
                    ),
                ),
                (
                    "tangga",
                    models.JSONField(
                        default=pengawasan.domain.kebijakan.tangga_baku,
                        verbose_name="tangga pengingat (hari)",
                    ),
                ),
                (
                    "diam_hari_libur",
                    models.BooleanField(
                        default=False,
                        verbose_name="tanpa pengingat pada akhir pekan dan hari libur nasional",
                    ),
                ),
                (
                    "disusun_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "diterbitkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diterbitkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diterbitkan pada"),
                ),
            ],
            options={
                "verbose_name": "kebijakan",
                "verbose_name_plural": "kebijakan",
                "ordering": ("-berlaku_mulai", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draf", "terbit"])),
                        name="kebijakan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "terbit"), _negated=True),
                            ("diterbitkan_pada__isnull", False),
                            _connector="OR",
                        ),
                        name="kebijakan_terbit_berwaktu",
                        violation_error_message="Kebijakan yang terbit harus mencatat kapan diterbitkan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbit")),
                        fields=("berlaku_mulai",),
                        name="kebijakan_mulai_sekali",
                        violation_error_message="Sudah ada versi terbit yang berlaku mulai hari itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diterbitkan_oleh", None),
                            ("disusun_oleh", None),
                            models.Q(("diterbitkan_oleh", models.F("disusun_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="kebijakan_terbit_orang_lain",
                        violation_error_message="Penyusun tidak dapat menerbitkan kebijakannya sendiri.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_pemantauan__range", (1, 60))),
                        name="kebijakan_pemantauan_wajar",
                        violation_error_message="Isi antara 1 dan 60 bulan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_evaluasi__range", (1, 60))),
                        name="kebijakan_evaluasi_wajar",
                        violation_error_message="Isi antara 1 dan 60 bulan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_laporan__range", (1, 60))),
                        name="kebijakan_laporan_wajar",
                        violation_error_message="Isi antara 1 dan 60 bulan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("batas_tanpa_evaluasi__range", (1, 60))),
                        name="kebijakan_batas_wajar",
                        violation_error_message="Isi antara 1 dan 60 bulan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal rapat")),
                ("mulai", models.TimeField(blank=True, null=True, verbose_name="mulai pukul")),
                ("selesai", models.TimeField(blank=True, null=True, verbose_name="selesai pukul")),
                ("tempat", models.CharField(blank=True, max_length=250, verbose_name="tempat")),
                ("alamat", models.CharField(blank=True, max_length=300, verbose_name="alamat")),
                (
                    "lintang",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        verbose_name="lintang",
                    ),
                ),
                (
                    "bujur",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="bujur"
                    ),
                ),
                (
                    "tautan",
                    models.URLField(blank=True, max_length=300, verbose_name="tautan rapat daring"),
                ),
                (
                    "pimpinan",
                    models.CharField(blank=True, max_length=150, verbose_name="pimpinan rapat"),
                ),
                ("agenda", models.TextField(blank=True, max_length=2000, verbose_name="agenda")),
                (
                    "urutan_kalender",
                    models.PositiveIntegerField(default=0, verbose_name="urutan kalender"),
                ),
                (
                    "nomor_undangan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.nomorsurat",
                    ),
                ),
                (
                    "urutan_undangan",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="urutan undangan"
                    ),
                ),
                (
                    "dibatalkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                ),
                (
                    "alasan_batal",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan"),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
            ],
            options={
                "verbose_name": "rapat",
                "verbose_name_plural": "rapat",
                "ordering": ("-tanggal", "-pk"),
                "indexes": [models.Index(fields=["-tanggal", "-id"], name="rapat_urutan")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="rapat_selesai_setelah_mulai",
                        violation_error_message="Waktu selesai tidak boleh sebelum waktu mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bujur", None), ("lintang", None)),
                            models.Q(("bujur__range", (-180, 180)), ("lintang__range", (-90, 90))),
                            _connector="OR",
                        ),
                        name="rapat_koordinat_berpasangan",
                        violation_error_message="Isi lintang dan bujur yang benar, atau keduanya kosong.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan_batal", ""), ("dibatalkan_pada", None)),
                            models.Q(
                                ("dibatalkan_pada__isnull", False),
                                models.Q(("alasan_batal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="rapat_batal_beralasan",
                        violation_error_message="Pembatalan wajib disertai alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nomor_undangan", None), ("urutan_undangan", None)),
                            models.Q(
                                ("nomor_undangan__isnull", False),
                                ("urutan_undangan__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="rapat_undangan_lengkap",
                        violation_error_message="Undangan harus bernomor dan menyebut rencana yang mana.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeputusanTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nomor",
                    models.CharField(
                        error_messages={"unique": "Nomor sudah tercatat."},
                        max_length=120,
                        unique=True,
                        verbose_name="nomor",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal Keputusan")),
                ("tentang", models.CharField(max_length=500, verbose_name="tentang")),
                ("mulai", models.DateField(verbose_name="berlaku mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "keputusan tim",
                "verbose_name_plural": "keputusan tim",
                "ordering": ("-mulai",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mulai",),
                        name="keputusan_tim_mulai_sekali",
                        violation_error_message="Sudah ada Keputusan yang berlaku mulai hari itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="keputusan_tim_selesai_setelah_mulai",
                        violation_error_message="Akhir masa berlaku tidak boleh sebelum mulainya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nomor", ""), _negated=True),
                            models.Q(("tentang", ""), _negated=True),
                        ),
                        name="keputusan_tim_bernomor",
                        violation_error_message="Isi nomor dan tentang.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kuesioner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.CharField(max_length=60, unique=True, verbose_name="nama versi")),
                ("dasar", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                (
                    "berlaku_mulai",
                    models.DateField(blank=True, null=True, verbose_name="berlaku mulai"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draf", "Draf"), ("terbit", "Terbit")],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("pertanyaan", models.JSONField(default=list, verbose_name="pertanyaan")),
                (
                    "disusun_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "kuesioner",
                "verbose_name_plural": "kuesioner",
                "ordering": ("-berlaku_mulai", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draf", "terbit"])),
                        name="kuesioner_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbit")),
                        fields=("berlaku_mulai",),
                        name="kuesioner_satu_per_hari",
                        violation_error_message="Sudah ada kuesioner yang berlaku mulai hari itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "terbit"), _negated=True),
                            ("berlaku_mulai__isnull", False),
                            _connector="OR",
                        ),
                        name="kuesioner_terbit_bertanggal",
                        violation_error_message="Kuesioner yang terbit harus bertanggal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"),
                            models.Q(("dasar", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="kuesioner_terbit_berdasar",
                        violation_error_message="Kuesioner yang terbit harus menyebut dasarnya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pembinaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pedoman", "Pemberian pedoman"),
                            ("sosialisasi", "Sosialisasi"),
                            ("bimbingan", "Bimbingan"),
                            ("asistensi", "Asistensi"),
                            ("diklat", "Pendidikan dan pelatihan"),
                        ],
                        max_length=20,
                        verbose_name="jenis pembinaan",
                    ),
                ),
                ("tanggal_mulai", models.DateField(verbose_name="tanggal mulai")),
                ("tanggal_selesai", models.DateField(verbose_name="tanggal selesai")),
                ("tempat", models.CharField(max_length=250, verbose_name="tempat")),
                ("materi", models.TextField(max_length=5000, verbose_name="materi")),
                (
                    "narasumber",
                    models.TextField(blank=True, max_length=1000, verbose_name="narasumber"),
                ),
                ("hasil", models.TextField(blank=True, max_length=5000, verbose_name="hasil")),
                ("jumlah_peserta", models.PositiveIntegerField(verbose_name="jumlah peserta")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
                (
                    "dibatalkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibatalkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                ),
                (
                    "alasan_batal",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan"),
                ),
            ],
            options={
                "verbose_name": "pembinaan",
                "verbose_name_plural": "pembinaan",
                "ordering": ("-tanggal_mulai", "-pk"),
                "indexes": [
                    models.Index(fields=["-tanggal_mulai", "-id"], name="pembinaan_urutan"),
                    models.Index(fields=["jenis", "-tanggal_mulai"], name="pembinaan_jenis"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                ["pedoman", "sosialisasi", "bimbingan", "asistensi", "diklat"],
                            )
                        ),
                        name="pembinaan_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tanggal_selesai__isnull", True),
                            ("tanggal_selesai__gte", models.F("tanggal_mulai")),
                            _connector="OR",
                        ),
                        name="pembinaan_selesai_setelah_mulai",
                        violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("materi", ""), _negated=True),
                            models.Q(("tempat", ""), _negated=True),
                        ),
                        name="pembinaan_berisi",
                        violation_error_message="Isi materi dan tempatnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis", "pedoman"), ("jumlah_peserta__gt", 0), _connector="OR"
                        ),
                        name="pembinaan_berpeserta",
                        violation_error_message="Isi jumlah peserta atau nama-namanya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan_batal", ""),
                                ("dibatalkan_oleh", None),
                                ("dibatalkan_pada", None),
                            ),
                            models.Q(
                                ("dibatalkan_oleh__isnull", False),
                                ("dibatalkan_pada__isnull", False),
                                models.Q(("alasan_batal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pembinaan_batal_beralasan",
                        violation_error_message="Pembatalan mencatat siapa, kapan, dan alasannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pengendalian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengendalian",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengendalian",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal")),
                ("objek", models.TextField(max_length=2000, verbose_name="yang dikendalikan")),
                ("temuan", models.TextField(max_length=5000, verbose_name="temuan")),
                (
                    "tindakan",
                    models.TextField(blank=True, max_length=5000, verbose_name="tindakan"),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "pengendalian",
                "verbose_name_plural": "pengendalian",
                "ordering": ("-tanggal", "-pk"),
                "indexes": [
                    models.Index(fields=["-tanggal", "-id"], name="pengendalian_urutan"),
                    models.Index(fields=["naskah", "-tanggal"], name="pengendalian_naskah"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("objek", ""), _negated=True),
                            models.Q(("temuan", ""), _negated=True),
                        ),
                        name="pengendalian_berisi",
                        violation_error_message="Sebutkan yang dikendalikan dan apa yang ditemukan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PengingatAkhir",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "penerima",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "jejak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.jejakaudit",
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "lampiran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="kerjasama.lampiranbertanggal",
                    ),
                ),
                ("akhir", models.DateField(verbose_name="berakhir")),
                (
                    "ambang",
                    models.PositiveSmallIntegerField(
                        verbose_name="ambang (bulan sebelum berakhir)"
                    ),
                ),
            ],
            options={
                "verbose_name": "pengingat akhir",
                "verbose_name_plural": "pengingat akhir",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("naskah__isnull", False)),
                        fields=("naskah", "akhir", "ambang", "penerima"),
                        name="pengingat_akhir_naskah_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lampiran__isnull", False)),
                        fields=("lampiran", "akhir", "ambang", "penerima"),
                        name="pengingat_akhir_lampiran_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lampiran__isnull", True), ("naskah__isnull", False)),
                            models.Q(("lampiran__isnull", False), ("naskah__isnull", True)),
                            _connector="OR",
                        ),
                        name="pengingat_akhir_satu_benda",
                        violation_error_message="Pengingat untuk satu naskah atau satu lampiran.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerataanRencana",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("baris", models.JSONField(default=list, verbose_name="baris")),
                (
                    "diterapkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diterapkan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diterapkan pada"),
                ),
                (
                    "dibatalkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibatalkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                ),
            ],
            options={
                "verbose_name": "perataan rencana",
                "verbose_name_plural": "perataan rencana",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dibatalkan_oleh", None), ("dibatalkan_pada", None)),
                            models.Q(
                                ("dibatalkan_oleh__isnull", False),
                                ("dibatalkan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="perataan_batal_lengkap",
                        violation_error_message="Pembatalan harus menyebut siapa dan kapan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TenagaProfesional",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("keahlian", models.CharField(max_length=200, verbose_name="keahlian")),
                ("instansi", models.CharField(max_length=200, verbose_name="instansi")),
                (
                    "aktif",
                    models.BooleanField(
                        default=True,
                        help_text="Hanya yang aktif dapat dipilih dalam surat tugas.",
                        verbose_name="aktif",
                    ),
                ),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "tenaga profesional",
                "verbose_name_plural": "tenaga profesional",
                "ordering": ("nama", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nama", "instansi"),
                        name="tenaga_profesional_sekali",
                        violation_error_message="Orang ini sudah tercatat pada instansi tersebut.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nama", ""), _negated=True),
                            models.Q(("keahlian", ""), _negated=True),
                            models.Q(("instansi", ""), _negated=True),
                        ),
                        name="tenaga_profesional_lengkap",
                        violation_error_message="Nama, keahlian, dan instansi wajib diisi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pengingat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ambang", models.SmallIntegerField(verbose_name="ambang (hari)")),
                (
                    "penerima",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "jejak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.jejakaudit",
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "jadwal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengingat",
                        to="pengawasan.jadwal",
                    ),
                ),
                ("tenggat", models.DateField(verbose_name="tenggat yang diingatkan")),
            ],
            options={
                "verbose_name": "pengingat",
                "verbose_name_plural": "pengingat",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jadwal", "tenggat", "ambang", "penerima"), name="pengingat_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenundaanJadwal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sampai", models.DateField(verbose_name="ditunda sampai")),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu putusan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik kembali"),
                        ],
                        default="diajukan",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diajukan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diajukan pada"),
                ),
                (
                    "diputuskan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diputuskan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                ),
                (
                    "catatan_putusan",
                    models.CharField(blank=True, max_length=300, verbose_name="catatan putusan"),
                ),
                (
                    "jadwal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="penundaan",
                        to="pengawasan.jadwal",
                    ),
                ),
                ("jatuh_tempo", models.DateField(verbose_name="jatuh tempo menurut aturan")),
            ],
            options={
                "verbose_name": "penundaan jadwal",
                "verbose_name_plural": "penundaan jadwal",
                "ordering": ("-diajukan_pada", "-pk"),
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["status", "-diajukan_pada", "-id"], name="penundaan_status"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "diajukan")),
                        fields=("jadwal",),
                        name="penundaan_satu_menunggu",
                        violation_error_message="Permintaan penundaan jadwal ini masih menunggu putusan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sampai__gt", models.F("jatuh_tempo"))),
                        name="penundaan_setelah_jatuh_tempo",
                        violation_error_message="Tanggal penundaan harus setelah jatuh tempo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["diajukan", "disetujui", "ditolak", "ditarik"])
                        ),
                        name="penundaan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True),
                        name="penundaan_beralasan",
                        violation_error_message="Penundaan harus beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("disetujui", "ditolak")), _negated=True),
                            models.Q(
                                ("diputuskan_oleh__isnull", False),
                                ("diputuskan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="penundaan_diputuskan_lengkap",
                        violation_error_message="Putusan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditolak"), _negated=True),
                            models.Q(("catatan_putusan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="penundaan_ditolak_beralasan",
                        violation_error_message="Penolakan harus beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diputuskan_oleh", None),
                            models.Q(("diputuskan_oleh", models.F("diajukan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="penundaan_diputuskan_orang_lain",
                        violation_error_message="Pengaju tidak dapat memutuskan permintaannya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JadwalNaskah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naskah",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="perencanaan",
                        to="kerjasama.naskah",
                    ),
                ),
                ("versi_fakta", models.PositiveIntegerField(verbose_name="versi fakta")),
                (
                    "kebijakan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pengawasan.kebijakan",
                    ),
                ),
                (
                    "lewat_pada",
                    models.DateField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="lewat 12 bulan tanpa evaluasi sejak",
                    ),
                ),
                ("disusun_pada", models.DateTimeField(auto_now=True, verbose_name="disusun pada")),
            ],
            options={
                "verbose_name": "perencanaan naskah",
                "verbose_name_plural": "perencanaan naskah",
            },
        ),
        migrations.CreateModel(
            name="SimulasiKebijakan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kebijakan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="simulasi",
                        to="pengawasan.kebijakan",
                    ),
                ),
                ("revisi", models.PositiveIntegerField(verbose_name="revisi draf")),
                ("per", models.DateField(verbose_name="per")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu"),
                            ("dikerjakan", "Sedang dihitung"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("persen", models.PositiveSmallIntegerField(default=0, verbose_name="persen")),
                ("ringkasan", models.JSONField(default=dict, verbose_name="ringkasan")),
                (
                    "diminta_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diminta_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diminta pada"),
                ),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "selesai_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="selesai pada"),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
                ("pesan", models.CharField(blank=True, max_length=300, verbose_name="pesan")),
            ],
            options={
                "verbose_name": "simulasi kebijakan",
                "verbose_name_plural": "simulasi kebijakan",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["antre", "dikerjakan", "selesai", "gagal"])
                        ),
                        name="simulasi_kebijakan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "selesai"), _negated=True),
                            ("selesai_pada__isnull", False),
                            _connector="OR",
                        ),
                        name="simulasi_kebijakan_selesai_berwaktu",
                        violation_error_message="Simulasi yang selesai harus mencatat waktunya.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("antre", "dikerjakan"))),
                        fields=("kebijakan",),
                        name="simulasi_kebijakan_satu_berjalan",
                        violation_error_message="Simulasi versi ini sedang dihitung.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kegiatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "jadwal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="pengawasan.jadwal",
                    ),
                ),
                (
                    "rapat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="pengawasan.rapat",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("pemantauan", "Pemantauan"), ("evaluasi", "Evaluasi")],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "sifat",
                    models.CharField(
                        choices=[("berkala", "Berkala"), ("insidental", "Insidental")],
                        default="berkala",
                        max_length=20,
                        verbose_name="sifat",
                    ),
                ),
                (
                    "metode",
                    models.CharField(
                        choices=[
                            ("dokumen", "Analisa dokumen laporan mitra"),
                            ("tinjau_lokasi", "Tinjau lokasi"),
                            ("fgd", "Forum group discussion (FGD)"),
                        ],
                        max_length=20,
                        verbose_name="metode",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("direncanakan", "Direncanakan"),
                            ("ditugaskan", "Ditugaskan"),
                            ("dilaksanakan", "Dilaksanakan"),
                            ("didokumentasikan", "Didokumentasikan"),
                            ("dilaporkan", "Dilaporkan"),
                            ("diputuskan", "Diputuskan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="direncanakan",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("tanggal_rencana", models.DateField(verbose_name="tanggal rencana")),
                ("waktu_rencana", models.TimeField(blank=True, null=True, verbose_name="pukul")),
                ("tempat", models.CharField(blank=True, max_length=250, verbose_name="tempat")),
                (
                    "tanggal_pelaksanaan",
                    models.DateField(blank=True, null=True, verbose_name="tanggal pelaksanaan"),
                ),
                (
                    "alasan",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan insidental"),
                ),
                ("peminta", models.CharField(blank=True, max_length=150, verbose_name="peminta")),
                (
                    "menggantikan_berkala",
                    models.BooleanField(
                        default=False, verbose_name="menggantikan pemantauan berkala"
                    ),
                ),
                (
                    "bersama_perpanjangan",
                    models.BooleanField(
                        default=False, verbose_name="bersamaan dengan penyusunan perpanjangan"
                    ),
                ),
                (
                    "alasan_tanpa_tinjau",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="alasan tanpa tinjau lokasi"
                    ),
                ),
                (
                    "hasil_wawancara",
                    models.TextField(blank=True, verbose_name="hasil wawancara dan dokumentasi"),
                ),
                (
                    "alasan_batal",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan"),
                ),
                (
                    "didokumentasikan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "didokumentasikan_pada",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="didokumentasikan pada"
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
            ],
            options={
                "verbose_name": "kegiatan",
                "verbose_name_plural": "kegiatan",
                "ordering": ("-tanggal_rencana", "-pk"),
                "indexes": [
                    models.Index(fields=["status", "tanggal_rencana"], name="kegiatan_status"),
                    models.Index(fields=["-tanggal_rencana", "-id"], name="kegiatan_urutan"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["pemantauan", "evaluasi"])),
                        name="kegiatan_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sifat__in", ["berkala", "insidental"])),
                        name="kegiatan_sifat_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("metode__in", ["dokumen", "tinjau_lokasi", "fgd"])),
                        name="kegiatan_metode_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "direncanakan",
                                    "ditugaskan",
                                    "dilaksanakan",
                                    "didokumentasikan",
                                    "dilaporkan",
                                    "diputuskan",
                                    "dibatalkan",
                                ],
                            )
                        ),
                        name="kegiatan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "status__in",
                                    (
                                        "dilaksanakan",
                                        "didokumentasikan",
                                        "dilaporkan",
                                        "diputuskan",
                                    ),
                                ),
                                _negated=True,
                            ),
                            ("tanggal_pelaksanaan__isnull", False),
                            _connector="OR",
                        ),
                        name="kegiatan_terlaksana_bertanggal",
                        violation_error_message="Kegiatan yang sudah dilaksanakan harus bertanggal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "didokumentasikan"), _negated=True),
                            models.Q(
                                ("didokumentasikan_oleh__isnull", False),
                                ("didokumentasikan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="kegiatan_dokumentasi_bernama",
                        violation_error_message="Dokumentasi yang lengkap harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sifat", "berkala"),
                            models.Q(
                                models.Q(("alasan", ""), _negated=True),
                                models.Q(("peminta", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="kegiatan_insidental_beralasan",
                        violation_error_message="Kegiatan insidental harus menyebut alasan dan peminta.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dibatalkan"), _negated=True),
                            models.Q(("alasan_batal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="kegiatan_batal_beralasan",
                        violation_error_message="Pembatalan wajib disertai alasan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("jadwal__isnull", False),
                            models.Q(("status", "dibatalkan"), _negated=True),
                        ),
                        fields=("jadwal",),
                        name="kegiatan_satu_per_jadwal",
                        violation_error_message="Jadwal ini sudah mempunyai kegiatan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notulensi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notulensi",
                        to="pengawasan.rapat",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal rapat")),
                ("mulai", models.TimeField(verbose_name="mulai pukul")),
                ("selesai", models.TimeField(blank=True, null=True, verbose_name="selesai pukul")),
                ("tempat", models.CharField(max_length=250, verbose_name="tempat")),
                ("pimpinan", models.CharField(max_length=150, verbose_name="pimpinan rapat")),
                ("notulis", models.CharField(max_length=150, verbose_name="notulis")),
                ("agenda", models.TextField(max_length=2000, verbose_name="agenda")),
                ("pembahasan", models.TextField(max_length=20000, verbose_name="pembahasan")),
                ("kesimpulan", models.TextField(max_length=5000, verbose_name="kesimpulan")),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(auto_now=True, verbose_name="dicatat pada")),
            ],
            options={
                "verbose_name": "notulensi",
                "verbose_name_plural": "notulensi",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="notulensi_selesai_setelah_mulai",
                        violation_error_message="Waktu selesai tidak boleh sebelum waktu mulai.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hadirin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hadirin",
                        to="pengawasan.rapat",
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("jabatan", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                ("instansi", models.CharField(max_length=200, verbose_name="instansi")),
                (
                    "unsur",
                    models.CharField(
                        choices=[
                            ("tim", "Tim Pengawasan"),
                            ("perangkat_daerah", "Perangkat Daerah"),
                            ("mitra", "Mitra"),
                            ("lainnya", "Lainnya"),
                        ],
                        max_length=20,
                        verbose_name="unsur",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "hadirin",
                "verbose_name_plural": "hadirin",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("unsur__in", ["tim", "perangkat_daerah", "mitra", "lainnya"])
                        ),
                        name="hadirin_unsur_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SesiHadir",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sesi_hadir",
                        to="pengawasan.rapat",
                    ),
                ),
                (
                    "garam",
                    models.CharField(
                        default=pengawasan.models.hadir.garam, editable=False, max_length=32
                    ),
                ),
                ("sidik", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "dibuka_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuka_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuka pada"),
                ),
                (
                    "ditutup_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditutup_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada"),
                ),
            ],
            options={
                "verbose_name": "sesi daftar hadir",
                "verbose_name_plural": "sesi daftar hadir",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ditutup_pada", None)),
                        fields=("rapat",),
                        name="sesi_hadir_satu_terbuka",
                        violation_error_message="Daftar hadir dengan QR sudah dibuka.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ditutup_oleh", None), ("ditutup_pada", None)),
                            models.Q(
                                ("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="sesi_hadir_ditutup_lengkap",
                        violation_error_message="Penutupan harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnggotaKeputusanTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "keputusan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggota",
                        to="pengawasan.keputusantim",
                    ),
                ),
                (
                    "kedudukan",
                    models.CharField(
                        choices=[
                            ("penanggung_jawab", "Penanggung jawab"),
                            ("ketua", "Ketua"),
                            ("wakil_ketua", "Wakil ketua"),
                            ("sekretaris", "Sekretaris"),
                            ("anggota", "Anggota"),
                            ("anggota_tetap", "Anggota tetap"),
                            ("anggota_tidak_tetap", "Anggota tidak tetap"),
                        ],
                        max_length=30,
                        verbose_name="kedudukan dalam tim",
                    ),
                ),
                ("jabatan", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                ("nama", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                ("instansi", models.CharField(blank=True, max_length=200, verbose_name="instansi")),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "anggota keputusan tim",
                "verbose_name_plural": "anggota keputusan tim",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kedudukan__in",
                                [
                                    "penanggung_jawab",
                                    "ketua",
                                    "wakil_ketua",
                                    "sekretaris",
                                    "anggota",
                                    "anggota_tetap",
                                    "anggota_tidak_tetap",
                                ],
                            )
                        ),
                        name="anggota_keputusan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jabatan", ""), _negated=True),
                            models.Q(("nama", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="anggota_keputusan_disebut",
                        violation_error_message="Isi jabatan, nama, atau keduanya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("perangkat_daerah", None), ("instansi", ""), _connector="OR"
                        ),
                        name="anggota_keputusan_satu_unit",
                        violation_error_message="Satu unit untuk satu anggota.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kedudukan", "ketua")),
                        fields=("keputusan",),
                        name="keputusan_tim_satu_ketua",
                        violation_error_message="Hanya satu ketua dalam satu tim.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VersiKeputusanTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "keputusan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berkas",
                        to="pengawasan.keputusantim",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="versi ke")),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "versi keputusan tim",
                "verbose_name_plural": "versi keputusan tim",
                "ordering": ("-ke",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("keputusan", "ke"),
                        name="versi_keputusan_tim_sekali",
                        violation_error_message="Versi ini sudah tercatat.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasPembinaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pembinaan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berkas",
                        to="pengawasan.pembinaan",
                    ),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas pembinaan",
                "verbose_name_plural": "berkas pembinaan",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pembinaan", "berkas"),
                        name="berkas_pembinaan_sekali",
                        violation_error_message="Berkas ini sudah tersimpan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PembinaanPerangkatDaerah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pembinaan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keikutsertaan",
                        to="pengawasan.pembinaan",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keikutsertaan_pembinaan",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                (
                    "jumlah_peserta",
                    models.PositiveIntegerField(default=0, verbose_name="jumlah peserta"),
                ),
            ],
            options={
                "verbose_name": "perangkat daerah pada pembinaan",
                "verbose_name_plural": "perangkat daerah pada pembinaan",
                "ordering": ("perangkat_daerah__nama",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pembinaan", "perangkat_daerah"),
                        name="pembinaan_perangkat_daerah_sekali",
                        violation_error_message="Perangkat daerah ini sudah disebut.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PesertaPembinaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pembinaan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="peserta",
                        to="pengawasan.pembinaan",
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("jabatan", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                ("instansi", models.CharField(blank=True, max_length=200, verbose_name="instansi")),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "peserta pembinaan",
                "verbose_name_plural": "peserta pembinaan",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nama", ""), _negated=True),
                        name="peserta_pembinaan_bernama",
                        violation_error_message="Isi nama peserta.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("instansi", ""), ("perangkat_daerah__isnull", False)),
                            models.Q(
                                ("perangkat_daerah", None),
                                models.Q(("instansi", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="peserta_pembinaan_satu_unit",
                        violation_error_message="Isi satu unit untuk setiap peserta.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BarisSimulasiKebijakan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "simulasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="pengawasan.simulasikebijakan",
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pemantauan", "Pemantauan"),
                            ("evaluasi", "Evaluasi"),
                            ("laporan", "Laporan mitra"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="giliran ke")),
                (
                    "perubahan",
                    models.CharField(
                        choices=[
                            ("bergeser", "Bergeser"),
                            ("baru", "Baru"),
                            ("hilang", "Tidak ada lagi"),
                        ],
                        max_length=20,
                        verbose_name="perubahan",
                    ),
                ),
                ("semula", models.DateField(blank=True, null=True, verbose_name="semula")),
                ("menjadi", models.DateField(blank=True, null=True, verbose_name="menjadi")),
            ],
            options={
                "verbose_name": "baris simulasi kebijakan",
                "verbose_name_plural": "baris simulasi kebijakan",
                "ordering": ("naskah", "jenis", "ke"),
                "indexes": [
                    models.Index(fields=["simulasi", "naskah", "id"], name="baris_simulasi_urutan")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["pemantauan", "evaluasi", "laporan"])),
                        name="baris_simulasi_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("perubahan__in", ["bergeser", "baru", "hilang"])),
                        name="baris_simulasi_perubahan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("simulasi", "naskah", "jenis", "ke"), name="baris_simulasi_sekali"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HasilAnalisa",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kegiatan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hasil_analisa",
                        to="pengawasan.kegiatan",
                    ),
                ),
                (
                    "laporan",
                    models.JSONField(
                        blank=True, default=list, verbose_name="laporan yang dianalisa"
                    ),
                ),
                (
                    "dokumen_lain",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="dokumen lain yang dianalisa"
                    ),
                ),
                ("ringkasan", models.TextField(max_length=10000, verbose_name="ringkasan")),
                ("permasalahan", models.TextField(max_length=10000, verbose_name="permasalahan")),
                ("kesimpulan", models.TextField(max_length=10000, verbose_name="kesimpulan")),
                ("versi", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "dianalisa_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("dianalisa_pada", models.DateTimeField(verbose_name="dianalisa pada")),
            ],
            options={
                "verbose_name": "hasil analisa",
                "verbose_name_plural": "hasil analisa",
            },
        ),
        migrations.CreateModel(
            name="BeritaAcara",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berita_acara",
                        to="pengawasan.kegiatan",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("rapat", "Berita acara rapat"),
                            ("tinjau_lokasi", "Berita acara tinjau lokasi"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berita_acara",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah",
                    ),
                ),
                (
                    "nomor",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.nomorsurat",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diajukan", "Diajukan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("diverifikasi", "Diverifikasi"),
                        ],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("tanggal_kejadian", models.DateField(verbose_name="tanggal kejadian")),
                ("waktu_kejadian", models.TimeField(blank=True, null=True, verbose_name="pukul")),
                ("tempat", models.CharField(max_length=250, verbose_name="tempat")),
                (
                    "lintang",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="lintang",
                    ),
                ),
                (
                    "bujur",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="bujur",
                    ),
                ),
                ("kunci_kirim", models.UUIDField(blank=True, editable=False, null=True)),
                ("versi", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "disusun_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diterima_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diterima pada"),
                ),
                (
                    "diverifikasi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diverifikasi_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diverifikasi pada"),
                ),
                (
                    "catatan_verifikasi",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="catatan verifikasi"
                    ),
                ),
            ],
            options={
                "verbose_name": "berita acara",
                "verbose_name_plural": "berita acara",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("disusun_oleh", "kunci_kirim"),
                        name="berita_acara_kunci_kirim_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["rapat", "tinjau_lokasi"])),
                        name="berita_acara_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "diajukan", "dikembalikan", "diverifikasi"])
                        ),
                        name="berita_acara_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"),
                            models.Q(
                                ("diajukan_oleh__isnull", False),
                                ("diterima_pada__isnull", False),
                                ("nomor__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="berita_acara_diajukan_diterima",
                        violation_error_message="Berita acara yang diajukan harus bernomor dan mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "diverifikasi"), _negated=True),
                            models.Q(
                                ("diverifikasi_oleh__isnull", False),
                                ("diverifikasi_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="berita_acara_diverifikasi_lengkap",
                        violation_error_message="Verifikasi harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diverifikasi_oleh", None),
                            models.Q(
                                models.Q(
                                    ("diverifikasi_oleh", models.F("disusun_oleh")), _negated=True
                                ),
                                models.Q(
                                    ("diverifikasi_oleh", models.F("diajukan_oleh")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="berita_acara_diverifikasi_orang_lain",
                        violation_error_message="Penyusun tidak dapat memverifikasi miliknya sendiri.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bujur", None), ("lintang", None)),
                            models.Q(("bujur__isnull", False), ("lintang__isnull", False)),
                            _connector="OR",
                        ),
                        name="berita_acara_koordinat_berpasangan",
                        violation_error_message="Isi lintang dan bujur keduanya, atau kosongkan keduanya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KertasKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kertas_kerja",
                        to="pengawasan.kegiatan",
                    ),
                ),
                (
                    "kuesioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pengawasan.kuesioner",
                    ),
                ),
                (
                    "pengisi",
                    models.CharField(
                        choices=[
                            ("tim", "Tim Pengawasan"),
                            ("perangkat_daerah", "Perangkat Daerah"),
                            ("mitra", "Mitra"),
                        ],
                        max_length=20,
                        verbose_name="pengisi",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Belum disampaikan"),
                            ("disampaikan", "Disampaikan"),
                            ("dikembalikan", "Dikembalikan"),
                        ],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "disampaikan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disampaikan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="disampaikan pada"),
                ),
                (
                    "catatan",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="catatan pengembalian"
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diminta pada"),
                ),
            ],
            options={
                "verbose_name": "kertas kerja",
                "verbose_name_plural": "kertas kerja",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pengisi__in", ["tim", "perangkat_daerah", "mitra"])),
                        name="kertas_kerja_pengisi_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draf", "disampaikan", "dikembalikan"])),
                        name="kertas_kerja_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("mitra", None), ("pengisi", "tim"), ("perangkat_daerah", None)
                            ),
                            models.Q(
                                ("mitra", None),
                                ("pengisi", "perangkat_daerah"),
                                ("perangkat_daerah__isnull", False),
                            ),
                            models.Q(
                                ("mitra__isnull", False),
                                ("pengisi", "mitra"),
                                ("perangkat_daerah", None),
                            ),
                            _connector="OR",
                        ),
                        name="kertas_kerja_pengisi_sesuai",
                        violation_error_message="Kertas kerja milik satu pihak.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pengisi", "tim")),
                        fields=("kegiatan",),
                        name="kertas_kerja_satu_tim",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pengisi", "perangkat_daerah")),
                        fields=("kegiatan", "perangkat_daerah"),
                        name="kertas_kerja_satu_unit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pengisi", "mitra")),
                        fields=("kegiatan", "mitra"),
                        name="kertas_kerja_satu_mitra",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "disampaikan"), _negated=True),
                            models.Q(
                                ("disampaikan_oleh__isnull", False),
                                ("disampaikan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="kertas_kerja_disampaikan_lengkap",
                        violation_error_message="Kertas kerja yang disampaikan harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Matrik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kegiatan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matrik",
                        to="pengawasan.kegiatan",
                    ),
                ),
                (
                    "versi_urutan",
                    models.PositiveIntegerField(default=1, verbose_name="versi urutan"),
                ),
                (
                    "disusun_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("diubah_pada", models.DateTimeField(auto_now=True, verbose_name="diubah pada")),
            ],
            options={
                "verbose_name": "matrik",
                "verbose_name_plural": "matrik",
            },
        ),
        migrations.CreateModel(
            name="SuratTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nomor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.nomorsurat",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal surat")),
                ("penanda_tangan", models.CharField(max_length=150, verbose_name="penanda tangan")),
                (
                    "jabatan_penanda_tangan",
                    models.CharField(max_length=200, verbose_name="jabatan penanda tangan"),
                ),
                (
                    "nip_penanda_tangan",
                    models.CharField(blank=True, max_length=30, verbose_name="NIP penanda tangan"),
                ),
                (
                    "diterbitkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diterbitkan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diterbitkan pada"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("berlaku", "Berlaku"),
                            ("dicabut", "Dicabut"),
                            ("digantikan", "Digantikan"),
                        ],
                        default="berlaku",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="pengawasan.surattugas",
                        verbose_name="menggantikan surat tugas",
                    ),
                ),
                (
                    "alasan_akhir",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="alasan dicabut atau digantikan"
                    ),
                ),
                (
                    "diakhiri_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diakhiri_pada",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="dicabut atau digantikan pada"
                    ),
                ),
                (
                    "kegiatan",
                    models.ManyToManyField(related_name="surat_tugas", to="pengawasan.kegiatan"),
                ),
            ],
            options={
                "verbose_name": "surat tugas",
                "verbose_name_plural": "surat tugas",
                "ordering": ("-tanggal", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["berlaku", "dicabut", "digantikan"])),
                        name="surat_tugas_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "berlaku"),
                            models.Q(
                                ("diakhiri_oleh__isnull", False), ("diakhiri_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="surat_tugas_diakhiri_lengkap",
                        violation_error_message="Pencabutan atau penggantian harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "berlaku"),
                            models.Q(("alasan_akhir", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="surat_tugas_diakhiri_beralasan",
                        violation_error_message="Pencabutan dan penggantian wajib disertai alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("menggantikan", None),
                            models.Q(("menggantikan", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="surat_tugas_tidak_menggantikan_diri",
                        violation_error_message="Surat tugas tidak dapat menggantikan dirinya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeputusanRapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notulensi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keputusan",
                        to="pengawasan.notulensi",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pengawasan.kegiatan",
                    ),
                ),
                ("uraian", models.TextField(max_length=5000, verbose_name="uraian")),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="penanggung jawab lain"
                    ),
                ),
                ("tenggat", models.DateField(blank=True, null=True, verbose_name="tenggat")),
            ],
            options={
                "verbose_name": "keputusan rapat",
                "verbose_name_plural": "keputusan rapat",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("mitra", None),
                                ("penanggung_jawab", ""),
                                ("perangkat_daerah__isnull", False),
                            ),
                            models.Q(
                                ("mitra__isnull", False),
                                ("penanggung_jawab", ""),
                                ("perangkat_daerah", None),
                            ),
                            models.Q(
                                ("mitra", None),
                                ("perangkat_daerah", None),
                                models.Q(("penanggung_jawab", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="keputusan_rapat_satu_penanggung_jawab",
                        violation_error_message="Pilih satu penanggung jawab, atau tulis namanya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaHadir",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hadirin",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tanda",
                        to="pengawasan.hadirin",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda",
                        to="pengawasan.sesihadir",
                    ),
                ),
                ("kunci", models.UUIDField(editable=False)),
                ("goresan", models.JSONField(blank=True, null=True, verbose_name="goresan")),
                (
                    "tanpa_tanda_tangan",
                    models.BooleanField(default=False, verbose_name="hadir tanpa tanda tangan"),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "tanda hadir",
                "verbose_name_plural": "tanda hadir",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sesi", "kunci"), name="tanda_hadir_sekali_per_ponsel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("goresan__isnull", True), ("tanpa_tanda_tangan", True)),
                            models.Q(("goresan__isnull", False), ("tanpa_tanda_tangan", False)),
                            _connector="OR",
                        ),
                        name="tanda_hadir_satu_cara",
                        violation_error_message="Gambar tanda tangan, atau nyatakan hadir tanpanya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KesepakatanBeritaAcara",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kesepakatan",
                        to="pengawasan.beritaacara",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("uraian", models.TextField(max_length=5000, verbose_name="uraian")),
                (
                    "penanggung_jawab",
                    models.CharField(max_length=200, verbose_name="penanggung jawab"),
                ),
                ("tenggat", models.DateField(blank=True, null=True, verbose_name="tenggat")),
            ],
            options={
                "verbose_name": "kesepakatan berita acara",
                "verbose_name_plural": "kesepakatan berita acara",
                "ordering": ("urutan", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PenandaTangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="penanda_tangan",
                        to="pengawasan.beritaacara",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("jabatan", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                ("instansi", models.CharField(blank=True, max_length=200, verbose_name="instansi")),
                (
                    "mewakili",
                    models.CharField(
                        choices=[
                            ("perangkat_daerah", "Perangkat Daerah"),
                            ("tim", "Tim Pengawasan"),
                            ("mitra", "Mitra"),
                            ("lainnya", "Pihak lain"),
                        ],
                        default="perangkat_daerah",
                        max_length=20,
                        verbose_name="mewakili",
                    ),
                ),
            ],
            options={
                "verbose_name": "penanda tangan",
                "verbose_name_plural": "penanda tangan",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mewakili__in", ["perangkat_daerah", "tim", "mitra", "lainnya"])
                        ),
                        name="penanda_tangan_mewakili_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PutaranBeritaAcara",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="putaran",
                        to="pengawasan.beritaacara",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="putaran ke")),
                ("isi", models.JSONField(verbose_name="isi saat diajukan")),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("diajukan_pada", models.DateTimeField(verbose_name="diajukan pada")),
                (
                    "hasil",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dikembalikan", "Dikembalikan"),
                            ("diverifikasi", "Diverifikasi"),
                        ],
                        max_length=20,
                        verbose_name="hasil",
                    ),
                ),
                (
                    "diperiksa_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diperiksa_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diperiksa pada"),
                ),
                ("catatan", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
                (
                    "alasan",
                    models.JSONField(blank=True, default=dict, verbose_name="alasan per isian"),
                ),
            ],
            options={
                "verbose_name": "putaran berita acara",
                "verbose_name_plural": "putaran berita acara",
                "ordering": ("-ke",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("berita_acara", "ke"), name="putaran_berita_acara_urut"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hasil", ""),
                            models.Q(
                                ("diperiksa_oleh__isnull", False),
                                ("diperiksa_pada__isnull", False),
                                ("hasil__in", ["dikembalikan", "diverifikasi"]),
                            ),
                            _connector="OR",
                        ),
                        name="putaran_berita_acara_diperiksa_lengkap",
                        violation_error_message="Hasil pemeriksaan harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Temuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="temuan",
                        to="pengawasan.beritaacara",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                ("uraian", models.TextField(max_length=10000, verbose_name="uraian")),
                (
                    "butir",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.butir",
                    ),
                ),
            ],
            options={
                "verbose_name": "temuan",
                "verbose_name_plural": "temuan",
                "ordering": ("urutan", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AngkaBeritaAcara",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="angka",
                        to="pengawasan.beritaacara",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.butir",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "nilai_tim",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="angka tim",
                    ),
                ),
                (
                    "sumber_tim",
                    models.CharField(blank=True, max_length=200, verbose_name="sumber angka tim"),
                ),
                (
                    "nilai_mitra",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="angka mitra",
                    ),
                ),
                (
                    "sumber_mitra",
                    models.CharField(blank=True, max_length=200, verbose_name="sumber angka mitra"),
                ),
            ],
            options={
                "verbose_name": "angka berita acara",
                "verbose_name_plural": "angka berita acara",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("berita_acara", "butir"), name="angka_berita_acara_sekali_per_butir"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nilai_tim__gte", 0), ("nilai_mitra__gte", 0), _connector="OR"
                        ),
                        name="angka_berita_acara_terisi",
                        violation_error_message="Isi angka tim, angka mitra, atau keduanya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FotoBeritaAcara",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "berita_acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="foto",
                        to="pengawasan.beritaacara",
                    ),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "lintang",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                (
                    "bujur",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                ("kunci", models.UUIDField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "foto berita acara",
                "verbose_name_plural": "foto berita acara",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("berita_acara", "kunci"), name="foto_berita_acara_kunci_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanKertasKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kertas_kerja",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jawaban",
                        to="pengawasan.kertaskerja",
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField(verbose_name="nomor")),
                (
                    "topik",
                    models.CharField(
                        choices=[
                            ("kesesuaian", "Kesesuaian dengan tujuan"),
                            ("waktu", "Ketepatan waktu"),
                            ("kontribusi", "Kontribusi mitra"),
                            ("koordinasi", "Koordinasi"),
                            ("indikator", "Pencapaian indikator"),
                            ("dampak", "Dampak"),
                            ("nilai_tambah", "Nilai tambah"),
                            ("kelengkapan", "Kelengkapan dokumen"),
                            ("pelaporan", "Pelaporan"),
                            ("relevansi", "Relevansi"),
                            ("kelanjutan", "Kelanjutan"),
                        ],
                        max_length=20,
                        verbose_name="topik",
                    ),
                ),
                ("pertanyaan", models.CharField(max_length=500, verbose_name="pertanyaan")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("skala", "Skala 1–5"),
                            ("ya_tidak", "Ya atau tidak"),
                            ("uraian", "Uraian"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "bobot",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="bobot",
                    ),
                ),
                ("wajib", models.BooleanField(default=True, verbose_name="wajib")),
                (
                    "nilai",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="nilai"),
                ),
                ("tidak_relevan", models.BooleanField(default=False, verbose_name="tidak relevan")),
                ("uraian", models.TextField(blank=True, max_length=2000, verbose_name="uraian")),
            ],
            options={
                "verbose_name": "jawaban kertas kerja",
                "verbose_name_plural": "jawaban kertas kerja",
                "ordering": ("nomor",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "topik__in",
                                [
                                    "kesesuaian",
                                    "waktu",
                                    "kontribusi",
                                    "koordinasi",
                                    "indikator",
                                    "dampak",
                                    "nilai_tambah",
                                    "kelengkapan",
                                    "pelaporan",
                                    "relevansi",
                                    "kelanjutan",
                                ],
                            )
                        ),
                        name="jawaban_topik_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["skala", "ya_tidak", "uraian"])),
                        name="jawaban_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("kertas_kerja", "nomor"), name="jawaban_nomor_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nilai", None),
                            models.Q(("jenis", "skala"), ("nilai__range", (1, 5))),
                            models.Q(("jenis", "ya_tidak"), ("nilai__in", (0, 1))),
                            _connector="OR",
                        ),
                        name="jawaban_nilai_wajar",
                        violation_error_message="Nilai di luar pilihan jawabannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tidak_relevan", False), ("nilai", None), _connector="OR"
                        ),
                        name="jawaban_tidak_relevan_tanpa_nilai",
                        violation_error_message="Yang tidak relevan tidak bernilai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BarisMatrik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matrik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="pengawasan.matrik",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(verbose_name="nomor")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "kunci",
                    models.UUIDField(blank=True, null=True, unique=True, verbose_name="kunci"),
                ),
                (
                    "kiriman",
                    models.UUIDField(blank=True, null=True, verbose_name="kiriman terakhir"),
                ),
                (
                    "dasar",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="dasar PKS/Kesepakatan Bersama"
                    ),
                ),
                (
                    "materi_evaluasi",
                    models.TextField(blank=True, max_length=2000, verbose_name="materi evaluasi"),
                ),
                (
                    "permasalahan",
                    models.TextField(blank=True, max_length=2000, verbose_name="permasalahan"),
                ),
                ("solusi", models.TextField(blank=True, max_length=2000, verbose_name="solusi")),
                (
                    "tindak_lanjut",
                    models.TextField(blank=True, max_length=2000, verbose_name="tindak lanjut"),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah penanggung jawab",
                    ),
                ),
                (
                    "keterangan",
                    models.TextField(blank=True, max_length=2000, verbose_name="keterangan"),
                ),
                (
                    "asal_baris",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="lanjutan",
                        to="pengawasan.barismatrik",
                    ),
                ),
                (
                    "asal_butir",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="kerjasama.butir",
                    ),
                ),
                (
                    "asal_berita_acara",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pengawasan.beritaacara",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris matrik",
                "verbose_name_plural": "baris matrik",
                "ordering": ("urutan",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("matrik", "urutan"), name="baris_matrik_urutan_sekali"
                    ),
                    models.UniqueConstraint(
                        fields=("matrik", "asal_baris"), name="baris_matrik_asal_baris_sekali"
                    ),
                    models.UniqueConstraint(
                        fields=("matrik", "asal_butir"), name="baris_matrik_asal_butir_sekali"
                    ),
                    models.UniqueConstraint(
                        fields=("matrik", "asal_berita_acara"),
                        name="baris_matrik_asal_temuan_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asal_baris", None), ("asal_butir", None)),
                            models.Q(("asal_baris", None), ("asal_berita_acara", None)),
                            models.Q(("asal_berita_acara", None), ("asal_butir", None)),
                            _connector="OR",
                        ),
                        name="baris_matrik_asal_satu",
                        violation_error_message="Sebuah baris berasal dari satu usulan saja.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("versi__gte", 1)),
                        name="baris_matrik_versi_positif",
                        violation_error_message="Versi baris dimulai dari satu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengecualianKursi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "surat_tugas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengecualian",
                        to="pengawasan.surattugas",
                    ),
                ),
                ("kode_jabatan", models.CharField(max_length=50, verbose_name="kode jabatan")),
                (
                    "kedudukan",
                    models.CharField(
                        choices=[
                            ("ketua", "Ketua"),
                            ("sekretaris", "Sekretaris"),
                            ("anggota_tetap", "Anggota tetap"),
                            ("anggota_tidak_tetap", "Anggota tidak tetap"),
                            ("tenaga_profesional", "Tenaga profesional"),
                        ],
                        max_length=30,
                        verbose_name="kedudukan dalam tim",
                    ),
                ),
                (
                    "nama_kursi",
                    models.CharField(max_length=200, verbose_name="jabatan yang kosong"),
                ),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan kosong")),
                (
                    "pengganti",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="yang menjalankan tugasnya"
                    ),
                ),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="kosong sampai")),
                (
                    "ditulis_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditulis_pada",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="ditulis pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "pengecualian kursi",
                "verbose_name_plural": "pengecualian kursi",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kedudukan__in",
                                [
                                    "ketua",
                                    "sekretaris",
                                    "anggota_tetap",
                                    "anggota_tidak_tetap",
                                    "tenaga_profesional",
                                ],
                            )
                        ),
                        name="pengecualian_kursi_kedudukan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("surat_tugas", "kode_jabatan"),
                        name="pengecualian_kursi_sekali",
                        violation_error_message="Kedudukan ini sudah mempunyai pengecualian.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan", ""), _negated=True),
                            models.Q(("kode_jabatan", ""), _negated=True),
                        ),
                        name="pengecualian_kursi_beralasan",
                        violation_error_message="Sebutkan kedudukan dan alasannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnggotaTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "surat_tugas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggota",
                        to="pengawasan.surattugas",
                    ),
                ),
                (
                    "kedudukan",
                    models.CharField(
                        choices=[
                            ("ketua", "Ketua"),
                            ("sekretaris", "Sekretaris"),
                            ("anggota_tetap", "Anggota tetap"),
                            ("anggota_tidak_tetap", "Anggota tidak tetap"),
                            ("tenaga_profesional", "Tenaga profesional"),
                        ],
                        max_length=30,
                        verbose_name="kedudukan dalam tim",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("jabatan", models.CharField(max_length=200, verbose_name="jabatan")),
                (
                    "tenaga_profesional",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to="pengawasan.tenagaprofesional",
                    ),
                ),
                ("keahlian", models.CharField(blank=True, max_length=200, verbose_name="keahlian")),
                (
                    "kode_jabatan",
                    models.CharField(blank=True, max_length=50, verbose_name="kode jabatan"),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "anggota tim",
                "verbose_name_plural": "anggota tim",
                "ordering": ("urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kedudukan__in",
                                [
                                    "ketua",
                                    "sekretaris",
                                    "anggota_tetap",
                                    "anggota_tidak_tetap",
                                    "tenaga_profesional",
                                ],
                            )
                        ),
                        name="anggota_tim_kedudukan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("surat_tugas", "nama", "kode_jabatan"),
                        name="anggota_tim_sekali",
                        violation_error_message="Orang ini sudah ada dalam tim.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rekomendasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "baris",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rekomendasi",
                        to="pengawasan.barismatrik",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("a", "Perpanjangan jangka waktu"),
                            ("b", "Penyusunan naskah baru"),
                            ("c", "Pelaksanaan addendum"),
                            ("d", "Menagih kewajiban mitra kerja sama"),
                            ("e", "Melaksanakan kewajiban pemerintah daerah yang belum terpenuhi"),
                            ("f", "Mengakhiri kerja sama daerah"),
                            ("g", "Menerbitkan surat teguran/peringatan"),
                            ("h", "Menempuh proses secara hukum"),
                            ("lainnya", "Lainnya"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("uraian", models.TextField(blank=True, max_length=2000, verbose_name="uraian")),
                (
                    "tenggat",
                    models.DateField(blank=True, null=True, verbose_name="tenggat tindak lanjut"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("saran", "Saran tim"),
                            ("diajukan", "Menunggu Ketua TKKSD"),
                            ("dikembalikan", "Dikembalikan"),
                            ("menunggu_walikota", "Menunggu kepala daerah"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Tidak disetujui kepala daerah"),
                        ],
                        default="saran",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "catatan_ketua",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="catatan Ketua TKKSD"
                    ),
                ),
                (
                    "diputuskan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diputuskan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                ),
                (
                    "catatan_walikota",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="catatan kepala daerah"
                    ),
                ),
                (
                    "walikota_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "walikota_pada",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="diputuskan kepala daerah pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "rekomendasi",
                "verbose_name_plural": "rekomendasi",
                "ordering": ("baris", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["a", "b", "c", "d", "e", "f", "g", "h", "lainnya"])
                        ),
                        name="rekomendasi_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "saran",
                                    "diajukan",
                                    "dikembalikan",
                                    "menunggu_walikota",
                                    "disetujui",
                                    "ditolak",
                                ],
                            )
                        ),
                        name="rekomendasi_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "lainnya"), _negated=True),
                            models.Q(("uraian", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rekomendasi_lainnya_beruraian",
                        violation_error_message="Rekomendasi lainnya harus diuraikan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "status__in",
                                    ("dikembalikan", "menunggu_walikota", "disetujui", "ditolak"),
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                ("diputuskan_oleh__isnull", False),
                                ("diputuskan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="rekomendasi_diputuskan_lengkap",
                        violation_error_message="Putusan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dikembalikan"), _negated=True),
                            models.Q(("catatan_ketua", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rekomendasi_dikembalikan_bercatatan",
                        violation_error_message="Pengembalian wajib disertai catatan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("jenis__in", ("f", "h")),
                                ("status__in", ("disetujui", "ditolak")),
                                _negated=True,
                            ),
                            models.Q(
                                ("walikota_oleh__isnull", False), ("walikota_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="rekomendasi_f_h_oleh_walikota",
                        violation_error_message="Rekomendasi huruf f dan h memerlukan putusan kepala daerah.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LangkahRekomendasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rekomendasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="langkah",
                        to="pengawasan.rekomendasi",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("saran", "Saran tim"),
                            ("ajukan", "Diajukan kepada Ketua TKKSD"),
                            ("setujui", "Disetujui Ketua TKKSD"),
                            ("kembalikan", "Dikembalikan Ketua TKKSD"),
                            ("setujui_walikota", "Disetujui kepala daerah"),
                            ("tolak_walikota", "Tidak disetujui kepala daerah"),
                        ],
                        max_length=20,
                        verbose_name="langkah",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("sebagai", models.CharField(blank=True, max_length=220, verbose_name="sebagai")),
                ("pada", models.DateTimeField(verbose_name="pada")),
                ("catatan", models.TextField(blank=True, max_length=2000, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "langkah rekomendasi",
                "verbose_name_plural": "langkah rekomendasi",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "saran",
                                    "ajukan",
                                    "setujui",
                                    "kembalikan",
                                    "setujui_walikota",
                                    "tolak_walikota",
                                ],
                            )
                        ),
                        name="langkah_rekomendasi_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("jenis", "saran")),
                        fields=("rekomendasi",),
                        name="langkah_saran_sekali",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TindakLanjut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rekomendasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hasil",
                        to="pengawasan.rekomendasi",
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tindak_lanjut",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tindak_lanjut",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pembaruan", "Pembaruan naskah (huruf a, b, c)"),
                            ("pemenuhan", "Pemenuhan hak dan kewajiban (huruf d, e)"),
                            ("pengakhiran", "Pengakhiran (huruf f)"),
                            ("teguran", "Surat teguran/peringatan (huruf g)"),
                            ("proses_hukum", "Proses hukum (huruf h)"),
                            ("lainnya", "Lainnya"),
                        ],
                        default="lainnya",
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("uraian", models.TextField(verbose_name="uraian")),
                ("tenggat", models.DateField(verbose_name="tenggat")),
                (
                    "dasar_tenggat",
                    models.CharField(blank=True, max_length=250, verbose_name="dasar tenggat"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("dilaporkan", "Dilaporkan selesai"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="terbuka",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "keterangan_pelaksanaan",
                    models.TextField(blank=True, max_length=5000, verbose_name="pelaksanaan"),
                ),
                (
                    "dilaporkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dilaporkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dilaporkan pada"),
                ),
                (
                    "addendum",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.addendum",
                    ),
                ),
                (
                    "naskah_pengganti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "catatan_penutup",
                    models.TextField(blank=True, max_length=2000, verbose_name="catatan"),
                ),
                (
                    "ditutup_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditutup_sebagai",
                    models.CharField(blank=True, max_length=220, verbose_name="ditutup sebagai"),
                ),
                (
                    "ditutup_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada"),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
            ],
            options={
                "verbose_name": "tindak lanjut",
                "verbose_name_plural": "tindak lanjut",
                "ordering": ("tenggat", "pk"),
                "indexes": [
                    models.Index(fields=["status", "tenggat"], name="tindak_lanjut_terbuka")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["terbuka", "dilaporkan", "ditutup"])),
                        name="tindak_lanjut_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "pembaruan",
                                    "pemenuhan",
                                    "pengakhiran",
                                    "teguran",
                                    "proses_hukum",
                                    "lainnya",
                                ],
                            )
                        ),
                        name="tindak_lanjut_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dilaporkan"), _negated=True),
                            models.Q(
                                ("dilaporkan_oleh__isnull", False),
                                ("dilaporkan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tindak_lanjut_dilaporkan_lengkap",
                        violation_error_message="Laporan pelaksanaan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditutup"), _negated=True),
                            models.Q(
                                ("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="tindak_lanjut_ditutup_lengkap",
                        violation_error_message="Penutupan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ditutup_oleh", None),
                            ("dilaporkan_oleh", None),
                            models.Q(("ditutup_oleh", models.F("dilaporkan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="tindak_lanjut_ditutup_orang_lain",
                        violation_error_message="Yang melaporkan tidak dapat menutupnya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerkembanganTindakLanjut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perkembangan",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal")),
                (
                    "persen",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="persen"),
                ),
                (
                    "tahap",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("musyawarah", "Musyawarah"),
                            ("somasi", "Somasi"),
                            ("mediasi", "Mediasi"),
                            ("arbitrase", "Arbitrase"),
                            ("gugatan", "Gugatan"),
                            ("putusan", "Putusan"),
                            ("eksekusi", "Pelaksanaan putusan"),
                        ],
                        max_length=20,
                        verbose_name="tahap",
                    ),
                ),
                ("uraian", models.TextField(max_length=5000, verbose_name="uraian")),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "perkembangan tindak lanjut",
                "verbose_name_plural": "perkembangan tindak lanjut",
                "ordering": ("-tanggal", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "tahap__in",
                                [
                                    "",
                                    "musyawarah",
                                    "somasi",
                                    "mediasi",
                                    "arbitrase",
                                    "gugatan",
                                    "putusan",
                                    "eksekusi",
                                ],
                            )
                        ),
                        name="perkembangan_tahap_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("persen", None), ("persen__range", (0, 100)), _connector="OR"
                        ),
                        name="perkembangan_persen_wajar",
                        violation_error_message="Persen antara 0 dan 100.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Teguran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teguran",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teguran",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "dasar",
                    models.CharField(
                        choices=[
                            ("rekomendasi", "Rekomendasi huruf g"),
                            ("laporan", "Laporan mitra yang terlambat"),
                            ("butir", "Kewajiban yang belum dipenuhi"),
                        ],
                        max_length=20,
                        verbose_name="dasar",
                    ),
                ),
                ("kunci_dasar", models.CharField(editable=False, max_length=60)),
                ("uraian_dasar", models.TextField(max_length=2000, verbose_name="uraian dasar")),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teguran",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                (
                    "butir",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.butir",
                    ),
                ),
                (
                    "interval_hari",
                    models.PositiveSmallIntegerField(verbose_name="waktu menjawab (hari)"),
                ),
                (
                    "sumber_interval",
                    models.CharField(max_length=250, verbose_name="dasar waktu menjawab"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("dipenuhi", "Jawaban diterima"),
                            ("dilanjutkan", "Dilanjutkan setelah SP3"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="terbuka",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "dibuka_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibuka_sebagai",
                    models.CharField(blank=True, max_length=200, verbose_name="dibuka sebagai"),
                ),
                (
                    "dibuka_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuka pada"),
                ),
                (
                    "ditutup_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditutup_sebagai",
                    models.CharField(blank=True, max_length=200, verbose_name="ditutup sebagai"),
                ),
                (
                    "ditutup_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditutup pada"),
                ),
                (
                    "catatan_penutup",
                    models.TextField(blank=True, max_length=2000, verbose_name="catatan penutup"),
                ),
            ],
            options={
                "verbose_name": "teguran",
                "verbose_name_plural": "teguran",
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["status", "-id"], name="teguran_menurut_status")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("dasar__in", ["rekomendasi", "laporan", "butir"])),
                        name="teguran_dasar_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["terbuka", "dipenuhi", "dilanjutkan", "dibatalkan"])
                        ),
                        name="teguran_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbuka")),
                        fields=("naskah", "mitra", "kunci_dasar"),
                        name="teguran_terbuka_sekali",
                        violation_error_message="Teguran atas dasar ini masih terbuka.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dasar", "rekomendasi"), ("tindak_lanjut__isnull", False)),
                            models.Q(("butir__isnull", False), ("dasar", "butir")),
                            ("dasar", "laporan"),
                            _connector="OR",
                        ),
                        name="teguran_dasar_bersumber",
                        violation_error_message="Sebutkan rekomendasi atau kewajiban yang mendasarinya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_hari__range", (1, 365))),
                        name="teguran_interval_wajar",
                        violation_error_message="Waktu menjawab antara 1 dan 365 hari.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "terbuka"),
                            models.Q(
                                ("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="teguran_ditutup_lengkap",
                        violation_error_message="Penutupan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("dilanjutkan", "dibatalkan")), _negated=True),
                            models.Q(("catatan_penutup", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="teguran_akhir_beralasan",
                        violation_error_message="Pembatalan atau kelanjutan teguran harus diterangkan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SerahTindakLanjut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="serah",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                (
                    "dari",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                (
                    "ke",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan")),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pada", models.DateTimeField(auto_now_add=True, verbose_name="pada")),
            ],
            options={
                "verbose_name": "serah tindak lanjut",
                "verbose_name_plural": "serah tindak lanjut",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("dari", models.F("ke")), _negated=True),
                        name="serah_tindak_lanjut_lain",
                        violation_error_message="Pilih perangkat daerah yang lain.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PermintaanTenggat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permintaan_tenggat",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                ("tenggat_lama", models.DateField(verbose_name="tenggat semula")),
                ("tenggat_baru", models.DateField(verbose_name="tenggat yang diminta")),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diminta", "Menunggu putusan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                        ],
                        default="diminta",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "diminta_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diminta_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diminta pada"),
                ),
                (
                    "diputuskan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diputuskan_sebagai",
                    models.CharField(blank=True, max_length=220, verbose_name="diputuskan sebagai"),
                ),
                (
                    "diputuskan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                ),
                ("catatan", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "permintaan tenggat",
                "verbose_name_plural": "permintaan tenggat",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["diminta", "disetujui", "ditolak"])),
                        name="permintaan_tenggat_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "diminta")),
                        fields=("tindak_lanjut",),
                        name="permintaan_tenggat_terbuka_satu",
                        violation_error_message="Masih ada permintaan tenggat yang belum diputuskan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tenggat_baru__gt", models.F("tenggat_lama"))),
                        name="permintaan_tenggat_mundur",
                        violation_error_message="Tenggat baru harus setelah tenggat semula.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "diminta"),
                            models.Q(
                                ("diputuskan_oleh__isnull", False),
                                ("diputuskan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="permintaan_tenggat_diputuskan",
                        violation_error_message="Putusan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diputuskan_oleh", None),
                            models.Q(("diputuskan_oleh", models.F("diminta_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="permintaan_tenggat_orang_lain",
                        violation_error_message="Yang meminta tidak memutuskan permintaannya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ButirTindakLanjut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="butir",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kerjasama.butir",
                    ),
                ),
            ],
            options={
                "verbose_name": "butir tindak lanjut",
                "verbose_name_plural": "butir tindak lanjut",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tindak_lanjut", "butir"), name="butir_tindak_lanjut_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BuktiTindakLanjut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bukti",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "bukti tindak lanjut",
                "verbose_name_plural": "bukti tindak lanjut",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="BerkasPerkembangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "perkembangan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berkas",
                        to="pengawasan.perkembangantindaklanjut",
                    ),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas perkembangan",
                "verbose_name_plural": "berkas perkembangan",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="SuratTeguran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "teguran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="surat",
                        to="pengawasan.teguran",
                    ),
                ),
                ("tingkat", models.PositiveSmallIntegerField(verbose_name="peringatan ke")),
                ("kini", models.BooleanField(default=True, editable=False)),
                (
                    "nomor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="surat_teguran",
                        to="inti.nomorsurat",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal surat")),
                ("isi", models.TextField(max_length=5000, verbose_name="isi")),
                ("batas_jawaban", models.DateField(verbose_name="batas jawaban")),
                ("penanda_tangan", models.CharField(max_length=150, verbose_name="penanda tangan")),
                (
                    "jabatan_penanda_tangan",
                    models.CharField(max_length=200, verbose_name="jabatan penanda tangan"),
                ),
                (
                    "nip_penanda_tangan",
                    models.CharField(blank=True, max_length=30, verbose_name="NIP penanda tangan"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbit", "Menunggu jawaban"),
                            ("dijawab", "Jawaban menunggu dinilai"),
                            ("diterima", "Jawaban diterima"),
                            ("tidak_cukup", "Jawaban tidak cukup"),
                            ("tanpa_jawaban", "Tidak dijawab"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="terbit",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "diterbitkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diterbitkan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diterbitkan pada"),
                ),
                (
                    "disampaikan_tanggal",
                    models.DateField(blank=True, null=True, verbose_name="disampaikan tanggal"),
                ),
                (
                    "disampaikan_cara",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("langsung", "Diserahkan langsung"),
                            ("pos", "Pos atau kurir"),
                            ("surel", "Surel"),
                            ("portal", "Portal mitra"),
                        ],
                        max_length=20,
                        verbose_name="cara penyampaian",
                    ),
                ),
                (
                    "disampaikan_kepada",
                    models.CharField(blank=True, max_length=150, verbose_name="diterima oleh"),
                ),
                (
                    "dinilai_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dinilai_sebagai",
                    models.CharField(blank=True, max_length=200, verbose_name="dinilai sebagai"),
                ),
                (
                    "dinilai_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dinilai pada"),
                ),
                (
                    "catatan_penilaian",
                    models.TextField(blank=True, max_length=2000, verbose_name="penilaian"),
                ),
                (
                    "dibatalkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibatalkan_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                ),
                (
                    "alasan_batal",
                    models.CharField(blank=True, max_length=250, verbose_name="alasan pembatalan"),
                ),
            ],
            options={
                "verbose_name": "surat teguran",
                "verbose_name_plural": "surat teguran",
                "ordering": ("teguran", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "terbit",
                                    "dijawab",
                                    "diterima",
                                    "tidak_cukup",
                                    "tanpa_jawaban",
                                    "dibatalkan",
                                ],
                            )
                        ),
                        name="surat_teguran_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disampaikan_cara__in", ["", "langsung", "pos", "surel", "portal"])
                        ),
                        name="surat_teguran_cara_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tingkat__range", (1, 3))), name="surat_teguran_tingkat"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "dibatalkan"), _negated=True),
                        fields=("teguran", "tingkat"),
                        name="surat_teguran_tingkat_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kini", True)),
                        fields=("teguran",),
                        name="surat_teguran_kini_satu",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("batas_jawaban__isnull", True),
                            ("batas_jawaban__gte", models.F("tanggal")),
                            _connector="OR",
                        ),
                        name="surat_teguran_batas",
                        violation_error_message="Batas sebelum surat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disampaikan_tanggal__isnull", True),
                            ("disampaikan_tanggal__gte", models.F("tanggal")),
                            _connector="OR",
                        ),
                        name="surat_teguran_sampai",
                        violation_error_message="Surat tidak dapat sampai sebelum tanggalnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("diterima", "tidak_cukup")), _negated=True),
                            models.Q(
                                ("dinilai_oleh__isnull", False), ("dinilai_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="surat_teguran_dinilai_lengkap",
                        violation_error_message="Penilaian harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dinilai_oleh", None),
                            models.Q(("dinilai_oleh", models.F("diterbitkan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="surat_teguran_dinilai_orang_lain",
                        violation_error_message="Penerbit surat tidak menilai jawabannya sendiri.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dibatalkan"), _negated=True),
                            models.Q(
                                models.Q(("alasan_batal", ""), _negated=True),
                                ("dibatalkan_oleh__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="surat_teguran_batal_beralasan",
                        violation_error_message="Pembatalan surat wajib disertai alasan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanTeguran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "surat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban",
                        to="pengawasan.suratteguran",
                    ),
                ),
                ("teks", models.TextField(max_length=5000, verbose_name="jawaban")),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("portal", "Melalui portal"),
                            ("surat", "Surat yang diterima di luar portal"),
                        ],
                        max_length=20,
                        verbose_name="cara",
                    ),
                ),
                (
                    "disampaikan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disampaikan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="disampaikan pada"),
                ),
                ("terlambat", models.BooleanField(default=False, verbose_name="setelah batas")),
            ],
            options={
                "verbose_name": "jawaban teguran",
                "verbose_name_plural": "jawaban teguran",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cara__in", ["portal", "surat"])),
                        name="jawaban_teguran_cara_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PengingatTenggat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ambang", models.SmallIntegerField(verbose_name="ambang (hari)")),
                (
                    "penerima",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "jejak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.jejakaudit",
                    ),
                ),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "tindak_lanjut",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pengawasan.tindaklanjut",
                    ),
                ),
                (
                    "surat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pengawasan.suratteguran",
                    ),
                ),
                ("tenggat", models.DateField(verbose_name="tenggat")),
            ],
            options={
                "verbose_name": "pengingat tenggat",
                "verbose_name_plural": "pengingat tenggat",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tindak_lanjut__isnull", False)),
                        fields=("tindak_lanjut", "tenggat", "ambang", "penerima"),
                        name="pengingat_tindak_lanjut_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("surat__isnull", False)),
                        fields=("surat", "tenggat", "ambang", "penerima"),
                        name="pengingat_surat_teguran_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("surat", None), ("tindak_lanjut__isnull", False)),
                            models.Q(("surat__isnull", False), ("tindak_lanjut", None)),
                            _connector="OR",
                        ),
                        name="pengingat_tenggat_satu_benda",
                        violation_error_message="Pengingat untuk satu tindak lanjut atau satu surat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasJawaban",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jawaban",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berkas",
                        to="pengawasan.jawabanteguran",
                    ),
                ),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas jawaban teguran",
                "verbose_name_plural": "berkas jawaban teguran",
                "ordering": ("pk",),
            },
        ),
        migrations.AddField(
            model_name="pembinaan",
            name="perangkat_daerah",
            field=models.ManyToManyField(
                related_name="pembinaan",
                through="pengawasan.PembinaanPerangkatDaerah",
                to="kerjasama.perangkatdaerah",
            ),
        ),
        migrations.RunPython(_berita_acara_terkunci.pasang, _berita_acara_terkunci.lepas),
    ]
