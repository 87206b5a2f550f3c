from decimal import Decimal

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from kerjasama.migrations import _indeks_teks_penuh

# mengunci: kolom dan indeks pencarian pada tabel yang dibuat di berkas ini juga


class Migration(migrations.Migration):
    replaces = [
        ("kerjasama", "0001_initial"),
        ("kerjasama", "0002_indeks_teks_penuh"),
        ("kerjasama", "0003_indeks_khalayak"),
        ("kerjasama", "0004_penugasan_naskah"),
        ("kerjasama", "0005_pengakhiran"),
        ("kerjasama", "0006_tugas_portal"),
    ]

    initial = True

    dependencies = [
        ("inti", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="KataIndeks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kata", models.CharField(max_length=40, unique=True, verbose_name="kata")),
            ],
            options={
                "verbose_name": "kata indeks",
                "verbose_name_plural": "kata indeks",
            },
        ),
        migrations.CreateModel(
            name="PosisiIndeks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=20, unique=True, verbose_name="nama")),
                ("jejak", models.BigIntegerField(default=0, verbose_name="jejak terakhir")),
            ],
            options={
                "verbose_name": "posisi indeks",
                "verbose_name_plural": "posisi indeks",
            },
        ),
        migrations.CreateModel(
            name="Impor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=120, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
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
                (
                    "daftar_lembar",
                    models.JSONField(default=list, verbose_name="lembar pada berkas"),
                ),
                (
                    "lembar",
                    models.PositiveSmallIntegerField(default=0, verbose_name="lembar yang dibaca"),
                ),
                (
                    "baris_judul",
                    models.PositiveSmallIntegerField(default=0, verbose_name="baris judul kolom"),
                ),
                ("pemetaan", models.JSONField(default=list, verbose_name="pemetaan kolom")),
                (
                    "bawaan",
                    models.JSONField(default=dict, verbose_name="pilihan untuk seluruh daftar"),
                ),
                ("sidik_judul", models.CharField(blank=True, db_index=True, max_length=64)),
                ("judul_kolom", models.JSONField(default=list, verbose_name="judul kolom")),
                ("peringatan", models.JSONField(default=list, verbose_name="peringatan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pemetaan", "Menunggu pemetaan kolom"),
                            ("dibaca", "Sedang dibaca"),
                            ("ditinjau", "Sedang ditinjau"),
                            ("selesai", "Selesai"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="ditinjau",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "dibuat_oleh",
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
                    models.DateTimeField(auto_now_add=True, verbose_name="dibawa masuk pada"),
                ),
                (
                    "pekerjaan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("baca", "Membaca daftar"),
                            ("terima", "Memasukkan baris yang siap"),
                            ("batal", "Membatalkan impor"),
                        ],
                        max_length=10,
                        verbose_name="pekerjaan",
                    ),
                ),
                (
                    "pekerjaan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("persen", models.PositiveSmallIntegerField(default=0, verbose_name="persen")),
                ("langkah", models.CharField(blank=True, max_length=300, verbose_name="langkah")),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
            ],
            options={
                "verbose_name": "impor",
                "verbose_name_plural": "impor",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["pemetaan", "dibaca", "ditinjau", "selesai", "dibatalkan"],
                            )
                        ),
                        name="impor_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pekerjaan__in", ["", "baca", "terima", "batal"])),
                        name="impor_pekerjaan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("sha256", "lembar"), name="impor_lembar_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dibaca"), _negated=True),
                            ("pekerjaan", "baca"),
                            _connector="OR",
                        ),
                        name="impor_dibaca_berpekerjaan",
                        violation_error_message="Daftar yang sedang dibaca harus ada dalam antrean.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("persen__lte", 100)),
                        name="impor_persen_wajar",
                        violation_error_message="Kemajuan paling banyak 100 persen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mitra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=250, verbose_name="nama")),
                ("kunci", models.CharField(editable=False, max_length=250, unique=True)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pemerintah_daerah", "Pemerintah daerah lain"),
                            ("perusahaan_swasta", "Perusahaan swasta berbadan hukum"),
                            ("bumn", "Badan Usaha Milik Negara"),
                            ("bumd", "Badan Usaha Milik Daerah"),
                            ("koperasi", "Koperasi"),
                            ("yayasan", "Yayasan"),
                            ("lembaga_dalam_negeri", "Lembaga dalam negeri berbadan hukum"),
                            ("lembaga_luar_negeri", "Lembaga luar negeri berbadan hukum"),
                            ("lembaga_bukan_badan_hukum", "Lembaga bukan berbadan hukum"),
                            ("perorangan", "Perorangan"),
                            ("instansi_pusat", "Kementerian/lembaga dan instansi vertikal"),
                        ],
                        max_length=40,
                        verbose_name="jenis mitra",
                    ),
                ),
                ("alamat", models.TextField(blank=True, max_length=500, verbose_name="alamat")),
                ("surel", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("telepon", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                (
                    "digabung_ke",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gabungan",
                        to="kerjasama.mitra",
                        verbose_name="digabung ke",
                    ),
                ),
            ],
            options={
                "verbose_name": "mitra",
                "verbose_name_plural": "mitra",
                "ordering": ("nama",),
                "indexes": [models.Index(fields=["nama", "id"], name="mitra_menurut_nama")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "pemerintah_daerah",
                                    "perusahaan_swasta",
                                    "bumn",
                                    "bumd",
                                    "koperasi",
                                    "yayasan",
                                    "lembaga_dalam_negeri",
                                    "lembaga_luar_negeri",
                                    "lembaga_bukan_badan_hukum",
                                    "perorangan",
                                    "instansi_pusat",
                                ],
                            )
                        ),
                        name="mitra_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("digabung_ke", None),
                            models.Q(("digabung_ke", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="mitra_digabung_ke_lain",
                        violation_error_message="Mitra tidak dapat digabung dengan dirinya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Urusan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=80, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama urusan")),
                (
                    "kelompok",
                    models.CharField(
                        choices=[
                            ("wajib_dasar", "Urusan wajib pelayanan dasar"),
                            ("wajib_non_dasar", "Urusan wajib non-pelayanan dasar"),
                            ("pilihan", "Urusan pilihan"),
                        ],
                        max_length=20,
                        verbose_name="kelompok",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "urusan pemerintahan",
                "verbose_name_plural": "urusan pemerintahan",
                "ordering": ("urutan",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kelompok__in", ["wajib_dasar", "wajib_non_dasar", "pilihan"])
                        ),
                        name="urusan_kelompok_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PerangkatDaerah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=200, unique=True, verbose_name="nama")),
                (
                    "singkatan",
                    models.CharField(blank=True, max_length=40, verbose_name="singkatan"),
                ),
                (
                    "jabatan_kepala",
                    models.CharField(blank=True, max_length=200, verbose_name="jabatan kepala"),
                ),
                ("surel", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("telepon", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                ("mulai", models.DateField(blank=True, null=True, verbose_name="ada sejak")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="ada sampai")),
            ],
            options={
                "verbose_name": "perangkat daerah",
                "verbose_name_plural": "perangkat daerah",
                "ordering": ("nama",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="perangkat_daerah_sampai_setelah_mulai",
                        violation_error_message="Akhir keberadaan tidak boleh sebelum mulainya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TindakanMassal",
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
                            ("penanggung_jawab", "Tetapkan penanggung jawab"),
                            ("perangkat_daerah", "Tetapkan perangkat daerah pemrakarsa"),
                            ("tanda", "Beri tanda"),
                        ],
                        max_length=20,
                        verbose_name="tindakan",
                    ),
                ),
                ("nilai", models.CharField(max_length=250, verbose_name="menjadi")),
                (
                    "baris",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="naskah yang diubah",
                    ),
                ),
                ("dilewati", models.JSONField(default=list, verbose_name="naskah yang dilewati")),
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
                    models.DateTimeField(auto_now_add=True, verbose_name="dilakukan pada"),
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
                "verbose_name": "tindakan massal",
                "verbose_name_plural": "tindakan massal",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["penanggung_jawab", "perangkat_daerah", "tanda"])
                        ),
                        name="tindakan_massal_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dibatalkan_oleh", None), ("dibatalkan_pada", None)),
                            models.Q(
                                ("dibatalkan_oleh__isnull", False),
                                ("dibatalkan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tindakan_massal_batal_lengkap",
                        violation_error_message="Pembatalan mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamaMitra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField(blank=True, null=True, verbose_name="berlaku sejak")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("dasar", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                (
                    "mitra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat_nama",
                        to="kerjasama.mitra",
                        verbose_name="mitra",
                    ),
                ),
                ("nama", models.CharField(max_length=250, verbose_name="nama")),
                ("kunci", models.CharField(db_index=True, editable=False, max_length=250)),
                ("lain", models.BooleanField(default=False, verbose_name="nama lain")),
            ],
            options={
                "verbose_name": "nama mitra",
                "verbose_name_plural": "nama mitra",
                "ordering": (
                    "mitra",
                    "lain",
                    models.OrderBy(models.F("mulai"), descending=True, nulls_last=True),
                    "pk",
                ),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lain", False), ("sampai", None)),
                        fields=("mitra",),
                        name="nama_mitra_satu_sekarang",
                        violation_error_message="Nama yang berlaku sekarang sudah ada.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lain", False), ("mulai", None)),
                        fields=("mitra",),
                        name="nama_mitra_satu_pertama",
                        violation_error_message="Nama yang pertama sudah ada.",
                    ),
                    models.UniqueConstraint(
                        fields=("mitra", "mulai"),
                        name="nama_mitra_mulai_sekali",
                        violation_error_message="Sudah ada nama yang mulai berlaku pada hari itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="nama_mitra_sampai_setelah_mulai",
                        violation_error_message="Akhir masa nama tidak boleh sebelum mulainya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lain", False),
                            models.Q(("mulai", None), ("sampai", None)),
                            _connector="OR",
                        ),
                        name="nama_mitra_lain_tanpa_masa",
                        violation_error_message="Nama lain tidak memiliki masa berlaku.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Naskah",
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
                            ("kesepakatan_bersama", "Kesepakatan Bersama"),
                            ("pks", "Perjanjian Kerja Sama (PKS)"),
                            ("nota_kesepakatan", "Nota Kesepakatan (sinergi)"),
                            ("pernyataan_kehendak", "Pernyataan Kehendak/LoI"),
                            ("rencana_kerja_sama", "Rencana Kerja Sama"),
                            ("naskah_kerja_sama", "Naskah Kerja Sama/MoU"),
                        ],
                        max_length=30,
                        verbose_name="jenis naskah",
                    ),
                ),
                (
                    "sebutan",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="sebutan pada naskah"
                    ),
                ),
                (
                    "jenis_kerja_sama",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ksdd_wajib", "KSDD wajib"),
                            ("ksdd_sukarela", "KSDD sukarela"),
                            ("ksdpk", "KSDPK"),
                            ("ksdpl", "KSDPL"),
                            ("ksdll", "KSDLL"),
                            ("sinergi", "Sinergi"),
                        ],
                        max_length=20,
                        verbose_name="jenis kerja sama",
                    ),
                ),
                (
                    "nomor",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="nomor pemerintah daerah"
                    ),
                ),
                ("kunci_nomor", models.CharField(blank=True, editable=False, max_length=120)),
                ("judul", models.TextField(max_length=1000, verbose_name="tentang")),
                (
                    "tanggal_ttd",
                    models.DateField(blank=True, null=True, verbose_name="tanggal penandatanganan"),
                ),
                (
                    "tanggal_berakhir",
                    models.DateField(blank=True, null=True, verbose_name="tanggal berakhir"),
                ),
                (
                    "jangka_waktu",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="jangka waktu (bunyi naskah)"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("berlaku", "Berlaku"),
                            ("diperpanjang", "Diperpanjang"),
                            ("berakhir", "Berakhir"),
                            ("diputus", "Diputus"),
                            ("digantikan", "Digantikan"),
                        ],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "alasan_berakhir",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("jangka_waktu", "Jangka waktu berakhir"),
                            ("tujuan_tercapai", "Tujuan telah tercapai"),
                            ("kesepakatan", "Kesepakatan para pihak"),
                            ("perubahan_hukum", "Perubahan peraturan perundang-undangan"),
                            ("objek_hilang", "Objek kerja sama hilang"),
                            ("putusan_pengadilan", "Putusan pengadilan"),
                            ("pailit", "Mitra pailit"),
                            ("wanprestasi", "Diputus karena wanprestasi"),
                        ],
                        max_length=30,
                        verbose_name="alasan berakhir",
                    ),
                ),
                (
                    "tanggal_diakhiri",
                    models.DateField(blank=True, null=True, verbose_name="tanggal diakhiri"),
                ),
                (
                    "dasar_pengakhiran",
                    models.CharField(blank=True, max_length=500, verbose_name="dasar pengakhiran"),
                ),
                (
                    "urusan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naskah",
                        to="kerjasama.urusan",
                        verbose_name="urusan pemerintahan",
                    ),
                ),
                ("maksud_tujuan", models.TextField(blank=True, verbose_name="maksud dan tujuan")),
                ("objek", models.TextField(blank=True, verbose_name="objek")),
                ("ruang_lingkup", models.TextField(blank=True, verbose_name="ruang lingkup")),
                ("pelaksanaan", models.TextField(blank=True, verbose_name="pelaksanaan")),
                ("pembiayaan", models.TextField(blank=True, verbose_name="pembiayaan")),
                (
                    "penyelesaian_perselisihan",
                    models.TextField(blank=True, verbose_name="penyelesaian perselisihan"),
                ),
                ("keadaan_kahar", models.TextField(blank=True, verbose_name="keadaan kahar")),
                ("pengakhiran", models.TextField(blank=True, verbose_name="pengakhiran")),
                (
                    "interval_pemantauan",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
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
                        blank=True,
                        null=True,
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
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="interval laporan mitra (bulan)",
                    ),
                ),
                (
                    "klausul_interval",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="klausul dasar interval"
                    ),
                ),
                (
                    "interval_teguran",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="waktu menjawab teguran (hari)",
                    ),
                ),
                (
                    "klausul_teguran",
                    models.CharField(blank=True, max_length=200, verbose_name="klausul teguran"),
                ),
                (
                    "mulai_pengawasan",
                    models.DateField(blank=True, null=True, verbose_name="mulai pengawasan"),
                ),
                (
                    "pemantauan_terakhir",
                    models.DateField(
                        blank=True, null=True, verbose_name="pemantauan terakhir menurut daftar"
                    ),
                ),
                (
                    "evaluasi_terakhir",
                    models.DateField(
                        blank=True, null=True, verbose_name="evaluasi terakhir menurut daftar"
                    ),
                ),
                (
                    "tenggang_perpanjangan",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="tenggang perpanjangan (bulan)",
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turunan",
                        to="kerjasama.naskah",
                        verbose_name="naskah induk",
                    ),
                ),
                (
                    "menggantikan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="kerjasama.naskah",
                        verbose_name="menggantikan naskah",
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naskah_ditangani",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "tanda",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("prioritas", "Prioritas"),
                            ("periksa", "Perlu diperiksa"),
                            ("lengkapi", "Perlu dilengkapi"),
                            ("tunggu", "Menunggu pihak lain"),
                        ],
                        max_length=20,
                        verbose_name="tanda",
                    ),
                ),
                ("versi_fakta", models.PositiveIntegerField(default=1, editable=False)),
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
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
            ],
            options={
                "verbose_name": "naskah",
                "verbose_name_plural": "naskah",
                "ordering": ("-tanggal_ttd", "-pk"),
                "indexes": [
                    models.Index(
                        fields=[
                            "status",
                            "tanggal_berakhir",
                            "id",
                            "jenis_kerja_sama",
                            "tenggang_perpanjangan",
                        ],
                        name="naskah_masa",
                    ),
                    models.Index(fields=["-tanggal_ttd", "-id"], name="naskah_urutan"),
                    models.Index(
                        fields=["status", "-tanggal_ttd", "-id"], name="naskah_status_urutan"
                    ),
                    models.Index(
                        fields=["jenis", "-tanggal_ttd", "-id"], name="naskah_jenis_urutan"
                    ),
                    models.Index(fields=["status", "id"], name="naskah_menurut_status"),
                    models.Index(fields=["tanggal_berakhir", "id"], name="naskah_menurut_akhir"),
                    models.Index(fields=["nomor", "id"], name="naskah_menurut_nomor"),
                    models.Index(
                        django.db.models.functions.text.Left("judul", 100),
                        models.F("id"),
                        name="naskah_menurut_judul",
                    ),
                    models.Index(
                        condition=models.Q(("tanda", ""), _negated=True),
                        fields=["tanda", "-tanggal_ttd", "-id"],
                        name="naskah_bertanda",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "kesepakatan_bersama",
                                    "pks",
                                    "nota_kesepakatan",
                                    "pernyataan_kehendak",
                                    "rencana_kerja_sama",
                                    "naskah_kerja_sama",
                                ],
                            )
                        ),
                        name="naskah_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis_kerja_sama__in",
                                [
                                    "",
                                    "ksdd_wajib",
                                    "ksdd_sukarela",
                                    "ksdpk",
                                    "ksdpl",
                                    "ksdll",
                                    "sinergi",
                                ],
                            )
                        ),
                        name="naskah_kerja_sama_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draf",
                                    "berlaku",
                                    "diperpanjang",
                                    "berakhir",
                                    "diputus",
                                    "digantikan",
                                ],
                            )
                        ),
                        name="naskah_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tanda__in", ["", "prioritas", "periksa", "lengkapi", "tunggu"])
                        ),
                        name="naskah_tanda_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "alasan_berakhir__in",
                                [
                                    "",
                                    "jangka_waktu",
                                    "tujuan_tercapai",
                                    "kesepakatan",
                                    "perubahan_hukum",
                                    "objek_hilang",
                                    "putusan_pengadilan",
                                    "pailit",
                                    "wanprestasi",
                                ],
                            )
                        ),
                        name="naskah_alasan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tenggang_perpanjangan", None),
                            ("tenggang_perpanjangan__range", (1, 24)),
                            _connector="OR",
                        ),
                        name="naskah_tenggang_wajar",
                        violation_error_message="Tenggang perpanjangan antara 1 dan 24 bulan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tanggal_berakhir__isnull", True),
                            ("tanggal_berakhir__gte", models.F("tanggal_ttd")),
                            _connector="OR",
                        ),
                        name="naskah_berakhir_setelah_ttd",
                        violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal penandatanganan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pemantauan_terakhir__isnull", True),
                            ("pemantauan_terakhir__gte", models.F("tanggal_ttd")),
                            _connector="OR",
                        ),
                        name="naskah_pemantauan_setelah_ttd",
                        violation_error_message="Pemantauan terakhir tidak boleh sebelum tanggal penandatanganan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evaluasi_terakhir__isnull", True),
                            ("evaluasi_terakhir__gte", models.F("tanggal_ttd")),
                            _connector="OR",
                        ),
                        name="naskah_evaluasi_setelah_ttd",
                        violation_error_message="Evaluasi terakhir tidak boleh sebelum tanggal penandatanganan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"), ("tanggal_ttd__isnull", False), _connector="OR"
                        ),
                        name="naskah_berlaku_bertanggal",
                        violation_error_message="Naskah yang bukan draf harus memiliki tanggal penandatanganan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kunci_nomor", ""), _negated=True),
                        fields=("kunci_nomor",),
                        name="naskah_nomor_sekali",
                        violation_error_message="Nomor naskah ini sudah tercatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("interval_evaluasi", None),
                                ("interval_laporan", None),
                                ("interval_pemantauan", None),
                            ),
                            models.Q(("klausul_interval", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="naskah_interval_berklausul",
                        violation_error_message="Interval sendiri harus menyebut klausul naskahnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("interval_teguran", None),
                            models.Q(
                                ("interval_teguran__range", (1, 365)),
                                models.Q(("klausul_teguran", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="naskah_teguran_berklausul",
                        violation_error_message="Waktu menjawab teguran harus menyebut klausulnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("berakhir", "diputus")), _negated=True),
                            models.Q(("alasan_berakhir", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="naskah_akhir_beralasan",
                        violation_error_message="Naskah yang berakhir harus mencatat alasannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamaPerangkatDaerah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField(blank=True, null=True, verbose_name="berlaku sejak")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("dasar", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat_nama",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah",
                    ),
                ),
                ("nama", models.CharField(max_length=200, verbose_name="nama")),
            ],
            options={
                "verbose_name": "nama perangkat daerah",
                "verbose_name_plural": "nama perangkat daerah",
                "ordering": (
                    "perangkat_daerah",
                    models.OrderBy(models.F("mulai"), descending=True, nulls_last=True),
                    "pk",
                ),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sampai", None)),
                        fields=("perangkat_daerah",),
                        name="nama_pd_satu_sekarang",
                        violation_error_message="Nama yang berlaku sekarang sudah ada.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("mulai", None)),
                        fields=("perangkat_daerah",),
                        name="nama_pd_satu_pertama",
                        violation_error_message="Nama yang pertama sudah ada.",
                    ),
                    models.UniqueConstraint(
                        fields=("perangkat_daerah", "mulai"),
                        name="nama_pd_mulai_sekali",
                        violation_error_message="Sudah ada nama yang mulai berlaku pada hari itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="nama_pd_sampai_setelah_mulai",
                        violation_error_message="Akhir masa nama tidak boleh sebelum mulainya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Keanggotaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keanggotaan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keanggotaan",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keanggotaan",
                        to="kerjasama.perangkatdaerah",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="sampai dengan")),
                (
                    "penanggung_jawab",
                    models.BooleanField(default=False, verbose_name="penanggung jawab"),
                ),
            ],
            options={
                "verbose_name": "keanggotaan",
                "verbose_name_plural": "keanggotaan",
                "ordering": ("-mulai",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mitra", None), ("perangkat_daerah__isnull", False)),
                            models.Q(("mitra__isnull", False), ("perangkat_daerah", None)),
                            _connector="OR",
                        ),
                        name="keanggotaan_satu_tempat",
                        violation_error_message="Pilih satu mitra atau satu perangkat daerah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penanggung_jawab", False), ("mitra__isnull", False), _connector="OR"
                        ),
                        name="keanggotaan_penanggung_jawab_mitra",
                        violation_error_message="Penanggung jawab hanya ada pada mitra.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="keanggotaan_selesai_setelah_mulai",
                        violation_error_message="Akhir keanggotaan tidak boleh sebelum mulainya.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("mitra__isnull", False), ("selesai", None)),
                        fields=("pengguna", "mitra"),
                        name="keanggotaan_mitra_terbuka_sekali",
                        violation_error_message="Orang ini sudah memiliki akses pada mitra ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("perangkat_daerah__isnull", False), ("selesai", None)),
                        fields=("pengguna", "perangkat_daerah"),
                        name="keanggotaan_pd_terbuka_sekali",
                        violation_error_message="Orang ini sudah memiliki akses pada unit ini.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LampiranBertanggal",
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
                        related_name="lampiran",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("jaminan", "Jaminan pelaksanaan"),
                            ("asuransi", "Asuransi"),
                            ("izin", "Izin"),
                            ("lainnya", "Lainnya"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "nama",
                    models.CharField(blank=True, max_length=150, verbose_name="nama lampiran"),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lampiran",
                        to="kerjasama.mitra",
                        verbose_name="pihak",
                    ),
                ),
                ("nomor", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                ("penerbit", models.CharField(blank=True, max_length=150, verbose_name="penerbit")),
                (
                    "nilai",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="nilai (rupiah)"
                    ),
                ),
                ("berlaku_mulai", models.DateField(verbose_name="berlaku mulai")),
                ("berlaku_sampai", models.DateField(verbose_name="berlaku sampai")),
                (
                    "status",
                    models.CharField(
                        choices=[("aktif", "Aktif"), ("ditutup", "Ditutup")],
                        default="aktif",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "alasan_tutup",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan penutupan"),
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
                "verbose_name": "lampiran bertanggal",
                "verbose_name_plural": "lampiran bertanggal",
                "ordering": ("berlaku_sampai", "pk"),
                "indexes": [
                    models.Index(fields=["status", "berlaku_sampai", "id"], name="lampiran_akhir")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["jaminan", "asuransi", "izin", "lainnya"])
                        ),
                        name="lampiran_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["aktif", "ditutup"])),
                        name="lampiran_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_mulai")),
                            _connector="OR",
                        ),
                        name="lampiran_masa_berurutan",
                        violation_error_message="Berlaku sampai tidak boleh sebelum berlaku mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "lainnya"), _negated=True),
                            models.Q(("nama", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="lampiran_lainnya_bernama",
                        violation_error_message="Sebutkan nama lampirannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nilai", None), ("nilai__gt", 0), _connector="OR"),
                        name="lampiran_nilai_positif",
                        violation_error_message="Nilai harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditutup"), _negated=True),
                            models.Q(("alasan_tutup", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="lampiran_tutup_beralasan",
                        violation_error_message="Penutupan lampiran harus beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditutup"), _negated=True),
                            models.Q(
                                ("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="lampiran_tutup_bertanggal",
                        violation_error_message="Penutupan lampiran harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndeksNaskah",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indeks",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "khalayak",
                    models.CharField(
                        blank=True, default="", max_length=30, verbose_name="untuk siapa"
                    ),
                ),
                ("teks", models.TextField(verbose_name="teks")),
                (
                    "menunggu",
                    models.BooleanField(default=False, verbose_name="menunggu dokumen dibaca"),
                ),
                ("disusun_pada", models.DateTimeField(auto_now=True, verbose_name="disusun pada")),
            ],
            options={
                "verbose_name": "indeks naskah",
                "verbose_name_plural": "indeks naskah",
                "indexes": [
                    models.Index(
                        condition=models.Q(("menunggu", True)),
                        fields=["naskah"],
                        name="indeks_menunggu",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("naskah", "khalayak"), name="indeks_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="DokumenNaskah",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dokumen",
                        to="kerjasama.naskah",
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
                    "jenis",
                    models.CharField(
                        choices=[
                            ("naskah", "Naskah yang ditandatangani"),
                            ("lampiran", "Lampiran"),
                            ("lainnya", "Lainnya"),
                        ],
                        default="naskah",
                        max_length=20,
                        verbose_name="jenis dokumen",
                    ),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
            ],
            options={
                "verbose_name": "dokumen naskah",
                "verbose_name_plural": "dokumen naskah",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["naskah", "lampiran", "lainnya"])),
                        name="dokumen_naskah_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Butir",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="butir",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("hak", "Hak"),
                            ("kewajiban", "Kewajiban"),
                            ("tugas", "Tugas"),
                            ("kewenangan", "Kewenangan"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "pihak",
                    models.CharField(
                        choices=[("pemerintah", "Pemerintah daerah"), ("mitra", "Mitra")],
                        max_length=20,
                        verbose_name="pihak",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="butir",
                        to="kerjasama.mitra",
                    ),
                ),
                ("uraian", models.TextField(max_length=2000, verbose_name="uraian")),
                ("target", models.CharField(blank=True, max_length=300, verbose_name="target")),
                ("ukuran", models.CharField(blank=True, max_length=200, verbose_name="ukuran")),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "target_angka",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="target dalam angka",
                    ),
                ),
                (
                    "kekerapan",
                    models.CharField(
                        choices=[
                            ("sekali", "Sekali"),
                            ("bulanan", "Setiap bulan"),
                            ("triwulanan", "Setiap triwulan"),
                            ("semesteran", "Setiap semester"),
                            ("tahunan", "Setiap tahun"),
                        ],
                        default="sekali",
                        max_length=20,
                        verbose_name="kekerapan",
                    ),
                ),
                (
                    "jatuh_tempo_pertama",
                    models.DateField(blank=True, null=True, verbose_name="jatuh tempo pertama"),
                ),
                ("tenggat", models.DateField(blank=True, null=True, verbose_name="tenggat")),
                (
                    "sifat_uang",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("setoran", "Setoran"),
                            ("kompensasi", "Kompensasi"),
                            ("bagi_hasil", "Bagi hasil"),
                        ],
                        max_length=20,
                        verbose_name="sifat uang",
                    ),
                ),
                (
                    "jumlah",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="jumlah per periode (Rp)"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "butir hak dan kewajiban",
                "verbose_name_plural": "butir hak dan kewajiban",
                "ordering": ("naskah", "urutan", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["hak", "kewajiban", "tugas", "kewenangan"])
                        ),
                        name="butir_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pihak__in", ["pemerintah", "mitra"])),
                        name="butir_pihak_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mitra", None), ("pihak", "mitra"), _connector="OR"),
                        name="butir_mitra_bila_pihak_mitra",
                        violation_error_message="Butir pemerintah daerah tidak menyebut mitra.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kekerapan__in",
                                ["sekali", "bulanan", "triwulanan", "semesteran", "tahunan"],
                            )
                        ),
                        name="butir_kekerapan_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sifat_uang__in", ["", "setoran", "kompensasi", "bagi_hasil"])
                        ),
                        name="butir_sifat_uang_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kekerapan", "sekali"),
                            ("jatuh_tempo_pertama__isnull", False),
                            _connector="OR",
                        ),
                        name="butir_berulang_berjangkar",
                        violation_error_message="Isi jatuh tempo pertama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sifat_uang", ""),
                            models.Q(("kekerapan", "sekali"), _negated=True),
                            ("tenggat__isnull", False),
                            _connector="OR",
                        ),
                        name="butir_uang_bertanggal",
                        violation_error_message="Isi tenggat setorannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jumlah", None),
                            models.Q(("jumlah__gt", 0), ("jumlah__lt", 1000000000000000)),
                            _connector="OR",
                        ),
                        name="butir_jumlah_positif",
                        violation_error_message="Jumlah rupiah harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jumlah", None), ("sifat_uang", "")),
                            ("sifat_uang", "bagi_hasil"),
                            models.Q(
                                ("jumlah__isnull", False),
                                ("sifat_uang__in", ("setoran", "kompensasi")),
                            ),
                            _connector="OR",
                        ),
                        name="butir_jumlah_bila_uang",
                        violation_error_message="Isi jumlahnya; hanya bagi hasil yang boleh kosong.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target_angka", None), ("target_angka__gt", 0), _connector="OR"
                        ),
                        name="butir_target_positif",
                        violation_error_message="Target dalam angka harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tenggat__isnull", True),
                            ("tenggat__gte", models.F("jatuh_tempo_pertama")),
                            _connector="OR",
                        ),
                        name="butir_tenggat_setelah_pertama",
                        violation_error_message="Tenggat tidak boleh sebelum jatuh tempo pertama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BarisImpor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "impor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="kerjasama.impor",
                    ),
                ),
                ("nomor_baris", models.PositiveIntegerField(verbose_name="baris")),
                ("mentah", models.JSONField(default=dict, verbose_name="isi asli")),
                ("usulan", models.JSONField(default=dict, verbose_name="usulan")),
                ("peringatan", models.JSONField(default=list, verbose_name="peringatan")),
                ("kunci", models.CharField(max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("siap", "Siap"),
                            ("perlu_ditinjau", "Perlu ditinjau"),
                            ("duplikat", "Duplikat"),
                            ("diterima", "Diterima"),
                            ("ditolak", "Ditolak"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="baris_impor",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "kembar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="kerjasama.naskah",
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
            ],
            options={
                "verbose_name": "baris impor",
                "verbose_name_plural": "baris impor",
                "ordering": ("nomor_baris",),
                "indexes": [
                    models.Index(fields=["kunci"], name="baris_impor_kunci"),
                    models.Index(
                        fields=["impor", "status", "nomor_baris"], name="baris_impor_keadaan"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["siap", "perlu_ditinjau", "duplikat", "diterima", "ditolak"],
                            )
                        ),
                        name="baris_impor_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("impor", "nomor_baris"), name="baris_impor_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "diterima"), _negated=True),
                            ("naskah__isnull", False),
                            _connector="OR",
                        ),
                        name="baris_impor_diterima_bernaskah",
                        violation_error_message="Baris yang diterima harus menunjuk naskahnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("diterima", "ditolak")), _negated=True),
                            models.Q(
                                ("diputuskan_oleh__isnull", False),
                                ("diputuskan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="baris_impor_diputuskan",
                        violation_error_message="Baris yang diterima atau ditolak harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Addendum",
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
                        related_name="addendum",
                        to="kerjasama.naskah",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="addendum ke")),
                (
                    "nomor",
                    models.CharField(blank=True, max_length=120, verbose_name="nomor addendum"),
                ),
                ("kunci_nomor", models.CharField(blank=True, editable=False, max_length=120)),
                ("tentang", models.TextField(max_length=1000, verbose_name="tentang")),
                ("tanggal_ttd", models.DateField(verbose_name="tanggal penandatanganan")),
                (
                    "perubahan",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="perubahan",
                    ),
                ),
                (
                    "perubahan_lain",
                    models.TextField(blank=True, max_length=2000, verbose_name="perubahan lain"),
                ),
                (
                    "memperpanjang",
                    models.BooleanField(default=False, verbose_name="memperpanjang jangka waktu"),
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
                (
                    "status",
                    models.CharField(
                        choices=[("berlaku", "Berlaku"), ("dibatalkan", "Dibatalkan")],
                        default="berlaku",
                        max_length=20,
                        verbose_name="status",
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
                (
                    "alasan_batal",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan"),
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
                "verbose_name": "addendum",
                "verbose_name_plural": "addendum",
                "ordering": ("naskah", "ke", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["berlaku", "dibatalkan"])),
                        name="addendum_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "berlaku")),
                        fields=("naskah", "ke"),
                        name="addendum_sekali",
                        violation_error_message="Addendum dengan urutan ini sudah tercatat.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status", "berlaku"), models.Q(("kunci_nomor", ""), _negated=True)
                        ),
                        fields=("kunci_nomor",),
                        name="addendum_nomor_sekali",
                        violation_error_message="Nomor addendum ini sudah tercatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ke__gte", 1)),
                        name="addendum_ke_positif",
                        violation_error_message="Urutan addendum mulai dari satu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dibatalkan"), _negated=True),
                            models.Q(
                                ("dibatalkan_oleh__isnull", False),
                                ("dibatalkan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="addendum_batal_bertanggal",
                        violation_error_message="Pembatalan addendum harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "berlaku"),
                            models.Q(("alasan_batal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="addendum_batal_beralasan",
                        violation_error_message="Pembatalan addendum harus beralasan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParaPihak",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pihak",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pihak",
                        to="kerjasama.mitra",
                        verbose_name="mitra",
                    ),
                ),
                ("nomor", models.CharField(blank=True, max_length=120, verbose_name="nomor mitra")),
                (
                    "penanda_tangan",
                    models.CharField(blank=True, max_length=150, verbose_name="penanda tangan"),
                ),
                (
                    "jabatan",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="jabatan penanda tangan"
                    ),
                ),
            ],
            options={
                "verbose_name": "para pihak",
                "verbose_name_plural": "para pihak",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("naskah", "mitra"),
                        name="para_pihak_sekali",
                        violation_error_message="Mitra ini sudah menjadi pihak.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenugasanNaskah",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="penugasan",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan_naskah",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="akun",
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("jabatan", models.CharField(max_length=200, verbose_name="jabatan")),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(verbose_name="sampai dengan")),
                ("alasan", models.CharField(max_length=300, verbose_name="dasar atau alasan")),
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
                "verbose_name": "penugasan naskah",
                "verbose_name_plural": "penugasan naskah",
                "ordering": ("-selesai", "-pk"),
                "indexes": [
                    models.Index(
                        fields=["pengguna", "selesai", "naskah"], name="penugasan_naskah_akses"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="penugasan_naskah_selesai_setelah_mulai",
                        violation_error_message="Akhir penugasan tidak boleh sebelum mulainya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nama", ""), _negated=True),
                            models.Q(("alasan", ""), _negated=True),
                        ),
                        name="penugasan_naskah_beralasan",
                        violation_error_message="Sebutkan nama dan dasar penugasannya.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pengguna__isnull", False)),
                        fields=("naskah", "pengguna", "mulai"),
                        name="penugasan_naskah_sekali",
                        violation_error_message="Penugasan orang ini sudah tercatat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NaskahPerangkatDaerah",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keterlibatan",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "perangkat_daerah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keterlibatan",
                        to="kerjasama.perangkatdaerah",
                        verbose_name="perangkat daerah",
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[("pemrakarsa", "Pemrakarsa"), ("terkait", "Terkait")],
                        default="pemrakarsa",
                        max_length=20,
                        verbose_name="peran",
                    ),
                ),
                (
                    "penanda_tangan",
                    models.CharField(blank=True, max_length=150, verbose_name="penanda tangan"),
                ),
                (
                    "jabatan",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="jabatan penanda tangan"
                    ),
                ),
            ],
            options={
                "verbose_name": "perangkat daerah pada naskah",
                "verbose_name_plural": "perangkat daerah pada naskah",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("peran__in", ["pemrakarsa", "terkait"])),
                        name="keterlibatan_peran_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("naskah", "perangkat_daerah"),
                        name="keterlibatan_sekali",
                        violation_error_message="Perangkat daerah ini sudah tercatat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TundaPengingat",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tunda_pengingat",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "lampiran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tunda_pengingat",
                        to="kerjasama.lampiranbertanggal",
                    ),
                ),
                ("sampai", models.DateField(verbose_name="ditunda sampai")),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan")),
                (
                    "ditunda_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditunda_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="ditunda pada"),
                ),
                (
                    "dicabut_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dicabut_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
                ),
            ],
            options={
                "verbose_name": "tunda pengingat",
                "verbose_name_plural": "tunda pengingat",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lampiran__isnull", True), ("naskah__isnull", False)),
                            models.Q(("lampiran__isnull", False), ("naskah__isnull", True)),
                            _connector="OR",
                        ),
                        name="tunda_pengingat_satu_benda",
                        violation_error_message="Penundaan untuk satu naskah atau satu lampiran.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True),
                        name="tunda_pengingat_beralasan",
                        violation_error_message="Penundaan wajib disertai alasan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("dicabut_pada__isnull", True), ("naskah__isnull", False)
                        ),
                        fields=("naskah",),
                        name="tunda_pengingat_naskah_sekali",
                        violation_error_message="Pengingat naskah ini sudah ditunda.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("dicabut_pada__isnull", True), ("lampiran__isnull", False)
                        ),
                        fields=("lampiran",),
                        name="tunda_pengingat_lampiran_sekali",
                        violation_error_message="Pengingat lampiran ini sudah ditunda.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dicabut_pada__isnull", False), _negated=True),
                            ("dicabut_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="tunda_pengingat_dicabut_oleh",
                        violation_error_message="Pencabutan harus mencatat siapa.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VersiBerkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dokumen",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versi",
                        to="kerjasama.dokumennaskah",
                    ),
                ),
                (
                    "lampiran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versi",
                        to="kerjasama.lampiranbertanggal",
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
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                ("nomor", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                ("penerbit", models.CharField(blank=True, max_length=150, verbose_name="penerbit")),
                (
                    "nilai",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="nilai (rupiah)"
                    ),
                ),
                (
                    "berlaku_mulai",
                    models.DateField(blank=True, null=True, verbose_name="berlaku mulai"),
                ),
                (
                    "berlaku_sampai",
                    models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                ),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diunggah_pada",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="diunggah pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "versi berkas",
                "verbose_name_plural": "versi berkas",
                "ordering": ("-ke", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dokumen", "ke"),
                        name="versi_dokumen_sekali",
                        violation_error_message="Versi ini sudah tercatat.",
                    ),
                    models.UniqueConstraint(
                        fields=("lampiran", "ke"),
                        name="versi_lampiran_sekali",
                        violation_error_message="Versi ini sudah tercatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dokumen__isnull", False), ("lampiran__isnull", True)),
                            models.Q(("dokumen__isnull", True), ("lampiran__isnull", False)),
                            _connector="OR",
                        ),
                        name="versi_satu_pemilik",
                        violation_error_message="Versi milik satu dokumen atau satu lampiran.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dokumen__isnull", False), ("lampiran__isnull", True)),
                            models.Q(
                                ("berlaku_mulai__isnull", False), ("berlaku_sampai__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="versi_lampiran_bermasa",
                        violation_error_message="Versi lampiran harus menyebut masa berlakunya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_mulai")),
                            _connector="OR",
                        ),
                        name="versi_masa_berurutan",
                        violation_error_message="Berlaku sampai tidak boleh sebelum berlaku mulai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PernyataanPemenuhan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pernyataan",
                        to="kerjasama.butir",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(default=0, verbose_name="periode ke")),
                (
                    "sisi",
                    models.CharField(
                        choices=[
                            ("perangkat_daerah", "Perangkat Daerah"),
                            ("mitra", "Mitra"),
                            ("tim", "Tim Pengawasan"),
                        ],
                        max_length=20,
                        verbose_name="dinyatakan oleh",
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
                            ("belum_terpenuhi", "Belum terpenuhi"),
                            ("sebagian", "Terpenuhi sebagian"),
                            ("terpenuhi", "Terpenuhi"),
                            ("diuraikan", "Diuraikan tanpa angka"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "persen",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="persen"
                    ),
                ),
                (
                    "nilai",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="nilai"
                    ),
                ),
                (
                    "rupiah",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="dibayar menurutnya (Rp)"
                    ),
                ),
                ("uraian", models.TextField(blank=True, max_length=2000, verbose_name="uraian")),
                ("tanggal", models.DateField(verbose_name="keadaan per tanggal")),
                ("sumber", models.CharField(max_length=300, verbose_name="sumber")),
                ("kunci_sumber", models.CharField(blank=True, editable=False, max_length=80)),
                (
                    "dinyatakan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dinyatakan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dinyatakan pada"),
                ),
            ],
            options={
                "verbose_name": "pernyataan pemenuhan",
                "verbose_name_plural": "pernyataan pemenuhan",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sisi__in", ["perangkat_daerah", "mitra", "tim"])),
                        name="pernyataan_sisi_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["belum_terpenuhi", "sebagian", "terpenuhi", "diuraikan"],
                            )
                        ),
                        name="pernyataan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mitra__isnull", False), ("sisi", "mitra")),
                            models.Q(models.Q(("sisi", "mitra"), _negated=True), ("mitra", None)),
                            _connector="OR",
                        ),
                        name="pernyataan_mitra_bernama",
                        violation_error_message="Pernyataan mitra harus menyebut mitranya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("persen", None),
                            models.Q(("persen__gte", 0), ("persen__lt", 1000)),
                            _connector="OR",
                        ),
                        name="pernyataan_persen_wajar",
                        violation_error_message="Tulis persen antara 0 dan 999.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nilai", None), ("nilai__gte", 0), _connector="OR"),
                        name="pernyataan_nilai_wajar",
                        violation_error_message="Nilai tidak boleh kurang dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rupiah", None),
                            models.Q(("rupiah__gte", 0), ("rupiah__lt", 1000000000000000)),
                            _connector="OR",
                        ),
                        name="pernyataan_rupiah_wajar",
                        violation_error_message="Jumlah rupiah tidak boleh kurang dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sumber", ""), _negated=True),
                        name="pernyataan_bersumber",
                        violation_error_message="Sebutkan sumber pernyataannya.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kunci_sumber", ""), _negated=True),
                        fields=("butir", "ke", "kunci_sumber"),
                        name="pernyataan_sumber_sekali",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Setoran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="setoran",
                        to="kerjasama.butir",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="setoran ke")),
                ("jatuh_tempo", models.DateField(verbose_name="jatuh tempo")),
                (
                    "jumlah",
                    models.BigIntegerField(blank=True, null=True, verbose_name="jumlah (Rp)"),
                ),
                (
                    "alasan_jumlah",
                    models.CharField(blank=True, max_length=300, verbose_name="dasar jumlah"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("terbuka", "Berlaku"), ("digantikan", "Digantikan")],
                        default="terbuka",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "alasan_status",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan"),
                ),
                ("dibayar", models.BigIntegerField(default=0, verbose_name="dibayar (Rp)")),
                (
                    "menunggu",
                    models.BigIntegerField(default=0, verbose_name="menunggu konfirmasi (Rp)"),
                ),
            ],
            options={
                "verbose_name": "setoran",
                "verbose_name_plural": "setoran",
                "ordering": ("jatuh_tempo", "pk"),
                "indexes": [
                    models.Index(fields=["status", "jatuh_tempo", "id"], name="setoran_jatuh")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("butir", "ke"), name="setoran_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["terbuka", "digantikan"])),
                        name="setoran_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jumlah", None),
                            models.Q(("jumlah__gt", 0), ("jumlah__lt", 1000000000000000)),
                            _connector="OR",
                        ),
                        name="setoran_jumlah_positif",
                        violation_error_message="Jumlah rupiah harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dibayar__gte", 0), ("menunggu__gte", 0)),
                        name="setoran_terbayar_wajar",
                        violation_error_message="Jumlah yang dibayar tidak boleh kurang dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "digantikan"), _negated=True),
                            models.Q(("alasan_status", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="setoran_digantikan_beralasan",
                        violation_error_message="Setoran yang digantikan harus menyebut alasannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Narahubung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narahubung",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "pihak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="narahubung",
                        to="kerjasama.parapihak",
                    ),
                ),
                ("nama", models.CharField(max_length=200, verbose_name="nama")),
                ("jabatan", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                ("telepon", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                ("surel", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("utama", models.BooleanField(default=False, verbose_name="narahubung utama")),
            ],
            options={
                "verbose_name": "narahubung",
                "verbose_name_plural": "narahubung",
                "ordering": ("-utama", "nama", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mitra", None), ("pihak__isnull", False)),
                            models.Q(("mitra__isnull", False), ("pihak", None)),
                            _connector="OR",
                        ),
                        name="narahubung_satu_tempat",
                        violation_error_message="Pilih satu mitra atau satu pihak naskah.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("utama", True)),
                        fields=("mitra",),
                        name="narahubung_utama_mitra",
                        violation_error_message="Mitra ini sudah memiliki narahubung utama.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("utama", True)),
                        fields=("pihak",),
                        name="narahubung_utama_pihak",
                        violation_error_message="Pihak ini sudah memiliki narahubung utama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BuktiPernyataan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pernyataan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bukti",
                        to="kerjasama.pernyataanpemenuhan",
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
                "verbose_name": "bukti pernyataan",
                "verbose_name_plural": "bukti pernyataan",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="PembayaranSetoran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "setoran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pembayaran",
                        to="kerjasama.setoran",
                    ),
                ),
                ("tanggal", models.DateField(blank=True, null=True, verbose_name="tanggal bayar")),
                (
                    "jumlah",
                    models.BigIntegerField(blank=True, null=True, verbose_name="jumlah (Rp)"),
                ),
                (
                    "nomor_bukti",
                    models.CharField(blank=True, max_length=100, verbose_name="nomor bukti"),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=500, verbose_name="keterangan"),
                ),
                (
                    "bukti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dinyatakan", "Menunggu konfirmasi"),
                            ("dikonfirmasi", "Dikonfirmasi"),
                            ("dikoreksi", "Dikoreksi"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dinyatakan",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "mengoreksi",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="koreksi",
                        to="kerjasama.pembayaransetoran",
                    ),
                ),
                (
                    "alasan_koreksi",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan koreksi"),
                ),
                (
                    "sisi",
                    models.CharField(
                        choices=[
                            ("perangkat_daerah", "Perangkat Daerah"),
                            ("mitra", "Mitra"),
                            ("tim", "Tim Pengawasan"),
                        ],
                        max_length=20,
                        verbose_name="dinyatakan sebagai",
                    ),
                ),
                (
                    "dinyatakan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dinyatakan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dinyatakan pada"),
                ),
                (
                    "dikonfirmasi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dikonfirmasi_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dikonfirmasi pada"),
                ),
            ],
            options={
                "verbose_name": "pembayaran setoran",
                "verbose_name_plural": "pembayaran setoran",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["dinyatakan", "dikonfirmasi", "dikoreksi", "dibatalkan"],
                            )
                        ),
                        name="pembayaran_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sisi__in", ["perangkat_daerah", "mitra", "tim"])),
                        name="pembayaran_sisi_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jumlah", None),
                            models.Q(("jumlah__gt", 0), ("jumlah__lt", 1000000000000000)),
                            _connector="OR",
                        ),
                        name="pembayaran_jumlah_positif",
                        violation_error_message="Jumlah rupiah harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("jumlah", None),
                                ("mengoreksi__isnull", False),
                                ("status", "dibatalkan"),
                                ("tanggal", None),
                            ),
                            models.Q(
                                models.Q(("status", "dibatalkan"), _negated=True),
                                ("jumlah__isnull", False),
                                ("tanggal__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pembayaran_lengkap_atau_batal",
                        violation_error_message="Pembayaran harus mempunyai tanggal dan jumlah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mengoreksi", None),
                            models.Q(("alasan_koreksi", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pembayaran_koreksi_beralasan",
                        violation_error_message="Koreksi pembayaran wajib disertai alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dikonfirmasi"), _negated=True),
                            models.Q(
                                ("dikonfirmasi_oleh__isnull", False),
                                ("dikonfirmasi_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pembayaran_dikonfirmasi_lengkap",
                        violation_error_message="Konfirmasi harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dikonfirmasi_oleh", None),
                            models.Q(
                                ("dikonfirmasi_oleh", models.F("dinyatakan_oleh")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="pembayaran_dikonfirmasi_orang_lain",
                        violation_error_message="Yang mencatat tidak dapat mengonfirmasinya sendiri.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="naskah",
            name="mitra",
            field=models.ManyToManyField(
                related_name="naskah",
                through="kerjasama.ParaPihak",
                to="kerjasama.mitra",
                verbose_name="mitra",
            ),
        ),
        migrations.AddField(
            model_name="naskah",
            name="perangkat_daerah",
            field=models.ManyToManyField(
                related_name="naskah",
                through="kerjasama.NaskahPerangkatDaerah",
                to="kerjasama.perangkatdaerah",
                verbose_name="perangkat daerah",
            ),
        ),
        migrations.RunPython(_indeks_teks_penuh.pasang, _indeks_teks_penuh.lepas),
    ]
