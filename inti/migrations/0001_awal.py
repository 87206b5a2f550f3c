import django.contrib.auth.validators
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import inti.models.pengguna
from inti.migrations import _jejak_hanya_tambah

# mengunci: pemicu pada jejak audit, yang dibuat di berkas ini juga dan masih kosong


class Migration(migrations.Migration):
    replaces = [
        ("inti", "0001_initial"),
        ("inti", "0002_jejak_hanya_tambah"),
        ("inti", "0003_tim"),
        ("inti", "0005_surat"),
        ("inti", "0006_harian"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="CatatanBerkala",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.CharField(max_length=60, unique=True, verbose_name="nama pekerjaan"),
                ),
                ("mulai_pada", models.DateTimeField(blank=True, null=True, verbose_name="mulai")),
                (
                    "selesai_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="selesai"),
                ),
                ("gagal_pada", models.DateTimeField(blank=True, null=True, verbose_name="gagal")),
                ("pesan", models.CharField(blank=True, max_length=500, verbose_name="pesan")),
            ],
            options={
                "verbose_name": "catatan berkala",
                "verbose_name_plural": "catatan berkala",
                "ordering": ("nama",),
            },
        ),
        migrations.CreateModel(
            name="TeksBerkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                ("teks", models.TextField(blank=True, verbose_name="teks")),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=200, verbose_name="keterangan"),
                ),
                (
                    "dibaca_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibaca pada"),
                ),
            ],
            options={
                "verbose_name": "teks berkas",
                "verbose_name_plural": "teks berkas",
            },
        ),
        migrations.CreateModel(
            name="UrutanSurat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(unique=True, verbose_name="tahun")),
                ("terakhir", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
            ],
            options={
                "verbose_name": "urutan surat",
                "verbose_name_plural": "urutan surat",
            },
        ),
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama lengkap")),
                ("nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                ("telepon", models.CharField(blank=True, max_length=30, verbose_name="telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                (
                    "pengantar_ditutup",
                    models.BooleanField(default=False, verbose_name="pengantar ditutup"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
                "ordering": ("nama",),
            },
            managers=[
                ("objects", inti.models.pengguna.PenggunaManager()),
            ],
        ),
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=200, verbose_name="nama jabatan")),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("staf", "Staf Bagian Kerja Sama"),
                            ("tim", "Tim Pengawasan"),
                            ("pd", "Perangkat Daerah"),
                            ("mitra", "Mitra"),
                            ("ketua", "Ketua TKKSD"),
                            ("walikota", "Kepala daerah"),
                            ("admin", "Administrator"),
                        ],
                        max_length=20,
                        verbose_name="peran",
                    ),
                ),
                ("tunggal", models.BooleanField(default=True, verbose_name="hanya satu pemangku")),
                ("urutan", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "jabatan",
                "verbose_name_plural": "jabatan",
                "ordering": ("urutan", "nama"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "peran__in",
                                ["staf", "tim", "pd", "mitra", "ketua", "walikota", "admin"],
                            )
                        ),
                        name="jabatan_peran_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KlasifikasiSurat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=30, verbose_name="kode klasifikasi")),
                ("nama", models.CharField(max_length=150, verbose_name="perihal")),
                (
                    "jenis",
                    models.CharField(blank=True, max_length=80, verbose_name="untuk jenis surat"),
                ),
                ("mulai", models.DateField(verbose_name="berlaku mulai")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
            ],
            options={
                "verbose_name": "klasifikasi surat",
                "verbose_name_plural": "klasifikasi surat",
                "ordering": ("-mulai", "kode"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="klasifikasi_sampai_setelah_mulai",
                        violation_error_message="Akhir masa berlaku kode tidak boleh sebelum mulainya.",
                    ),
                    models.UniqueConstraint(
                        fields=("kode", "jenis", "mulai"), name="klasifikasi_sekali"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sampai", None)),
                        fields=("jenis",),
                        name="klasifikasi_terbuka_sekali",
                        violation_error_message="Sudah ada kode yang masih berlaku untuk jenis surat ini.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Berkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        db_index=True,
                        max_length=64,
                        validators=[django.core.validators.RegexValidator("^[0-9a-f]{64}$")],
                        verbose_name="SHA-256",
                    ),
                ),
                ("ukuran", models.PositiveBigIntegerField(verbose_name="ukuran")),
                ("tipe", models.CharField(max_length=100, verbose_name="tipe")),
                ("nama", models.CharField(max_length=120, verbose_name="nama berkas")),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diunggah_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diunggah pada"),
                ),
            ],
            options={
                "verbose_name": "berkas",
                "verbose_name_plural": "berkas",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ukuran__gt", 0)),
                        name="berkas_ukuran_positif",
                        violation_error_message="Berkas kosong tidak dapat disimpan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JejakAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("waktu", models.DateTimeField(verbose_name="waktu")),
                (
                    "pelaku",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pelaku",
                    ),
                ),
                ("pelaku_nama", models.CharField(max_length=150, verbose_name="nama pelaku")),
                ("sebagai", models.CharField(blank=True, max_length=200, verbose_name="sebagai")),
                ("aksi", models.CharField(max_length=80, verbose_name="aksi")),
                ("objek_jenis", models.CharField(max_length=80, verbose_name="jenis objek")),
                ("objek_id", models.BigIntegerField(null=True, verbose_name="nomor objek")),
                ("objek_nama", models.CharField(max_length=300, verbose_name="objek")),
                (
                    "perubahan",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="perubahan",
                    ),
                ),
                (
                    "sebelumnya",
                    models.CharField(max_length=64, unique=True, verbose_name="hash sebelumnya"),
                ),
                ("hash", models.CharField(max_length=64, unique=True, verbose_name="hash")),
            ],
            options={
                "verbose_name": "jejak audit",
                "verbose_name_plural": "jejak audit",
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["objek_jenis", "objek_id"], name="jejak_objek")],
            },
        ),
        migrations.CreateModel(
            name="KunciFormulir",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("kunci", models.UUIDField(verbose_name="kunci")),
                (
                    "dipakai_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dipakai pada"),
                ),
            ],
            options={
                "verbose_name": "kunci formulir",
                "verbose_name_plural": "kunci formulir",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pengguna", "kunci"), name="kunci_formulir_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NomorSurat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("urut", models.PositiveIntegerField(verbose_name="nomor urut")),
                (
                    "nomor",
                    models.CharField(max_length=100, unique=True, verbose_name="nomor surat"),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal")),
                ("perihal", models.CharField(max_length=250, verbose_name="perihal")),
                ("jenis", models.CharField(max_length=80, verbose_name="jenis surat")),
                (
                    "di_luar_sistem",
                    models.BooleanField(default=False, verbose_name="surat di luar aplikasi"),
                ),
                ("tujuan", models.CharField(blank=True, max_length=250, verbose_name="tujuan")),
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
                "verbose_name": "nomor surat",
                "verbose_name_plural": "nomor surat",
                "ordering": ("-tahun", "-urut"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tahun", "urut"), name="nomor_surat_urut_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dibatalkan_pada", None),
                            models.Q(("alasan_batal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="nomor_surat_batal_beralasan",
                        violation_error_message="Pembatalan nomor wajib disertai alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("alasan_batal", ""),
                            ("dibatalkan_pada__isnull", False),
                            _connector="OR",
                        ),
                        name="nomor_surat_alasan_berwaktu",
                        violation_error_message="Alasan pembatalan hanya untuk nomor yang dibatalkan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PilihanPesan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pengguna",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pilihan_pesan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pukul",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[django.core.validators.MaxValueValidator(23)],
                        verbose_name="ringkasan harian pukul",
                    ),
                ),
                (
                    "surel_pengingat",
                    models.BooleanField(
                        default=True, verbose_name="pengingat pekerjaan melalui surel"
                    ),
                ),
                (
                    "surel_kabar",
                    models.BooleanField(default=True, verbose_name="kabar pekerjaan melalui surel"),
                ),
                (
                    "webhook",
                    models.BooleanField(default=False, verbose_name="kirim juga ke layanan pesan"),
                ),
            ],
            options={
                "verbose_name": "pilihan pesan",
                "verbose_name_plural": "pilihan pesan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pukul__lte", 23)),
                        name="pilihan_pesan_pukul",
                        violation_error_message="Pilih jam 0 sampai 23.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RingkasanHarian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu dikirim"),
                            ("mengirim", "Sedang dikirim"),
                            ("terkirim", "Terkirim"),
                            ("gagal", "Gagal"),
                            ("ditolak", "Ditolak server penerima"),
                            ("dibisukan", "Tidak disurelkan, pilihan penerima"),
                            ("tanpa_surel", "Tanpa surel"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status surel",
                    ),
                ),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "tunda_sampai",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditunda sampai"),
                ),
                (
                    "terkirim_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="terkirim pada"),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=300, verbose_name="kesalahan"),
                ),
                (
                    "diulang",
                    models.BooleanField(default=False, verbose_name="mungkin terkirim dua kali"),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ringkasan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal")),
            ],
            options={
                "verbose_name": "ringkasan harian",
                "verbose_name_plural": "ringkasan harian",
                "ordering": ("-tanggal",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "antre",
                                    "mengirim",
                                    "terkirim",
                                    "gagal",
                                    "ditolak",
                                    "dibisukan",
                                    "tanpa_surel",
                                ],
                            )
                        ),
                        name="ringkasan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("pengguna", "tanggal"), name="ringkasan_sekali_sehari"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PemangkuJabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pemangku",
                        to="inti.jabatan",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pemangku",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sifat",
                    models.CharField(
                        choices=[("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh.")],
                        default="definitif",
                        max_length=20,
                        verbose_name="sifat",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="sampai dengan")),
                (
                    "dasar",
                    models.CharField(blank=True, max_length=200, verbose_name="surat penunjukan"),
                ),
                (
                    "tanggal_dasar",
                    models.DateField(
                        blank=True, null=True, verbose_name="tanggal surat penunjukan"
                    ),
                ),
            ],
            options={
                "verbose_name": "pemangku jabatan",
                "verbose_name_plural": "pemangku jabatan",
                "ordering": ("jabatan__urutan", "-mulai"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sifat__in", ["definitif", "plt", "plh"])),
                        name="pemangku_sifat_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="pemangku_selesai_setelah_mulai",
                        violation_error_message="Akhir masa jabatan tidak boleh sebelum mulainya.",
                    ),
                    models.UniqueConstraint(
                        fields=("jabatan", "pengguna", "mulai"), name="pemangku_sekali"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("selesai", None)),
                        fields=("jabatan", "pengguna", "sifat"),
                        name="pemangku_terbuka_sekali",
                        violation_error_message="Orang ini sudah memangku jabatan tersebut.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pemerintah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama pemerintah")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("kota", "Kota"),
                            ("kabupaten", "Kabupaten"),
                            ("provinsi", "Provinsi"),
                        ],
                        default="kota",
                        max_length=20,
                        verbose_name="jenis daerah",
                    ),
                ),
                ("nama_daerah", models.CharField(max_length=100, verbose_name="nama daerah")),
                ("tempat", models.CharField(max_length=100, verbose_name="tempat penandatanganan")),
                (
                    "sekretariat",
                    models.CharField(
                        default="Sekretariat Daerah",
                        max_length=150,
                        verbose_name="nama sekretariat",
                    ),
                ),
                (
                    "unit_kerja_sama",
                    models.CharField(
                        default="Bagian Kerja Sama", max_length=150, verbose_name="unit kerja sama"
                    ),
                ),
                ("alamat", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                ("telepon", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                ("laman", models.CharField(blank=True, max_length=100, verbose_name="laman")),
                ("surel", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                (
                    "kode_unit_surat",
                    models.CharField(max_length=40, verbose_name="kode unit pada nomor surat"),
                ),
                (
                    "dasar_hukum",
                    models.CharField(max_length=250, verbose_name="dasar hukum pengawasan"),
                ),
                (
                    "lambang",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inti.berkas",
                    ),
                ),
                (
                    "ukuran_kertas",
                    models.CharField(
                        choices=[("f4", "F4 (215 × 330 mm)"), ("a4", "A4 (210 × 297 mm)")],
                        default="f4",
                        help_text="Berlaku untuk dokumen yang terbit sesudahnya; bundel laporan tetap F4.",
                        max_length=4,
                        verbose_name="ukuran kertas dokumen",
                    ),
                ),
                (
                    "register_publik",
                    models.BooleanField(
                        default=True,
                        help_text="Halaman /publik/ tanpa masuk: naskah yang berlaku atau pernah berlaku.",
                        verbose_name="tampilkan register publik",
                    ),
                ),
            ],
            options={
                "verbose_name": "identitas pemerintah",
                "verbose_name_plural": "identitas pemerintah",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["kota", "kabupaten", "provinsi"])),
                        name="pemerintah_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ukuran_kertas__in", ["f4", "a4"])),
                        name="pemerintah_kertas_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notifikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu dikirim"),
                            ("mengirim", "Sedang dikirim"),
                            ("terkirim", "Terkirim"),
                            ("gagal", "Gagal"),
                            ("ditolak", "Ditolak server penerima"),
                            ("dibisukan", "Tidak disurelkan, pilihan penerima"),
                            ("tanpa_surel", "Tanpa surel"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status surel",
                    ),
                ),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "tunda_sampai",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditunda sampai"),
                ),
                (
                    "terkirim_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="terkirim pada"),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=300, verbose_name="kesalahan"),
                ),
                (
                    "diulang",
                    models.BooleanField(default=False, verbose_name="mungkin terkirim dua kali"),
                ),
                (
                    "jejak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notifikasi",
                        to="inti.jejakaudit",
                    ),
                ),
                (
                    "kepada",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notifikasi",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("subjek", models.CharField(max_length=200, verbose_name="subjek")),
                ("isi", models.TextField(verbose_name="isi")),
                ("tautan", models.CharField(blank=True, max_length=300, verbose_name="tautan")),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "dibaca_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibaca pada"),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("resmi", "Pemberitahuan menurut peraturan"),
                            ("pengingat_resmi", "Pengingat kewajiban menurut peraturan"),
                            ("pengingat", "Pengingat pekerjaan"),
                            ("kabar", "Kabar pekerjaan"),
                        ],
                        default="resmi",
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "ringkasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pesan",
                        to="inti.ringkasanharian",
                    ),
                ),
            ],
            options={
                "verbose_name": "notifikasi",
                "verbose_name_plural": "notifikasi",
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(fields=["kepada", "dibaca_pada"], name="notifikasi_kotak"),
                    models.Index(
                        condition=models.Q(("status__in", ("antre", "mengirim"))),
                        fields=["status", "tunda_sampai"],
                        name="notifikasi_menunggu",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "antre",
                                    "mengirim",
                                    "terkirim",
                                    "gagal",
                                    "ditolak",
                                    "dibisukan",
                                    "tanpa_surel",
                                ],
                            )
                        ),
                        name="notifikasi_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["resmi", "pengingat_resmi", "pengingat", "kabar"])
                        ),
                        name="notifikasi_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(fields=("jejak", "kepada"), name="notifikasi_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "terkirim"), _negated=True),
                            ("terkirim_pada__isnull", False),
                            _connector="OR",
                        ),
                        name="notifikasi_terkirim_berwaktu",
                        violation_error_message="Pesan terkirim harus mencatat waktunya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KirimanWebhook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu dikirim"),
                            ("mengirim", "Sedang dikirim"),
                            ("terkirim", "Terkirim"),
                            ("gagal", "Gagal"),
                            ("ditolak", "Ditolak server penerima"),
                            ("dibisukan", "Tidak disurelkan, pilihan penerima"),
                            ("tanpa_surel", "Tanpa surel"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status surel",
                    ),
                ),
                (
                    "diambil_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                ),
                (
                    "tunda_sampai",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditunda sampai"),
                ),
                (
                    "terkirim_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="terkirim pada"),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=300, verbose_name="kesalahan"),
                ),
                (
                    "diulang",
                    models.BooleanField(default=False, verbose_name="mungkin terkirim dua kali"),
                ),
                (
                    "notifikasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kiriman_webhook",
                        to="inti.notifikasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "kiriman webhook",
                "verbose_name_plural": "kiriman webhook",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "antre",
                                    "mengirim",
                                    "terkirim",
                                    "gagal",
                                    "ditolak",
                                    "dibisukan",
                                    "tanpa_surel",
                                ],
                            )
                        ),
                        name="kiriman_webhook_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    )
                ],
            },
        ),
        migrations.RunPython(_jejak_hanya_tambah.pasang, _jejak_hanya_tambah.lepas),
    ]
