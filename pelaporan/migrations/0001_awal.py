import uuid

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kerjasama.models.naskah
import pelaporan.models.formulir


class Migration(migrations.Migration):
    replaces = [
        ("pelaporan", "0001_initial"),
        ("pelaporan", "0002_undangan_rapat"),
        ("pelaporan", "0003_verifikasi"),
        ("pelaporan", "0004_formulir"),
        ("pelaporan", "0005_rekap"),
        ("pelaporan", "0006_harian"),
    ]

    initial = True

    dependencies = [
        ("inti", "0001_awal"),
        ("kerjasama", "0001_awal"),
        ("pengawasan", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dokumen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("langkah", models.CharField(blank=True, max_length=100, verbose_name="langkah")),
                ("persen", models.PositiveSmallIntegerField(default=0, verbose_name="persen")),
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
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=500, verbose_name="kesalahan"),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("surat_tugas", "Surat tugas"),
                            ("undangan", "Undangan"),
                            ("undangan_rapat", "Undangan rapat"),
                            ("salinan_undangan", "Salinan undangan rapat"),
                            ("daftar_hadir", "Daftar hadir"),
                            ("notulensi", "Notulensi"),
                            ("berita_acara", "Berita acara"),
                            ("matrik", "Matrik hasil evaluasi"),
                            ("surat_teguran", "Surat teguran"),
                            ("tanda_terima", "Tanda terima laporan mitra"),
                            ("permintaan_laporan", "Surat permintaan laporan"),
                            ("nota_dinas", "Nota dinas rekomendasi"),
                            ("bukti_pengawasan", "Bukti pengawasan"),
                            ("rekap_semester", "Laporan semester Perangkat Daerah"),
                            ("rekap_tkksd", "Rekap TKKSD"),
                            ("rekap_gubernur", "Rekap untuk Gubernur"),
                            ("rekap_monev", "Status monev"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("objek_id", models.PositiveBigIntegerField(verbose_name="objek")),
                ("versi", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("judul", models.CharField(max_length=250, verbose_name="judul")),
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
                ("tanggal", models.DateField(verbose_name="tanggal")),
                (
                    "isi",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="isi"
                    ),
                ),
                ("sidik", models.CharField(editable=False, max_length=64)),
                (
                    "kode",
                    models.CharField(max_length=32, unique=True, verbose_name="kode verifikasi"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("dikerjakan", "Sedang disusun"),
                            ("siap", "Siap"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "halaman",
                    models.PositiveSmallIntegerField(default=0, verbose_name="jumlah halaman"),
                ),
            ],
            options={
                "verbose_name": "dokumen",
                "verbose_name_plural": "dokumen",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "surat_tugas",
                                    "undangan",
                                    "undangan_rapat",
                                    "salinan_undangan",
                                    "daftar_hadir",
                                    "notulensi",
                                    "berita_acara",
                                    "matrik",
                                    "surat_teguran",
                                    "tanda_terima",
                                    "permintaan_laporan",
                                    "nota_dinas",
                                    "bukti_pengawasan",
                                    "rekap_semester",
                                    "rekap_tkksd",
                                    "rekap_gubernur",
                                    "rekap_monev",
                                ],
                            )
                        ),
                        name="dokumen_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["antre", "dikerjakan", "siap", "gagal"])
                        ),
                        name="dokumen_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("jenis", "objek_id", "versi"), name="dokumen_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "siap"), _negated=True),
                            models.Q(("berkas__isnull", False), ("selesai_pada__isnull", False)),
                            _connector="OR",
                        ),
                        name="dokumen_siap_lengkap",
                        violation_error_message="Dokumen yang siap harus mempunyai berkas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("persen__lte", 100)),
                        name="dokumen_persen_wajar",
                        violation_error_message="Kemajuan paling banyak 100 persen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormulirLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.CharField(max_length=40, unique=True, verbose_name="versi")),
                (
                    "status",
                    models.CharField(
                        choices=[("draf", "Draf"), ("terbit", "Terbit")],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("dasar", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                (
                    "nomor_keputusan",
                    models.CharField(blank=True, max_length=80, verbose_name="nomor Keputusan"),
                ),
                (
                    "tanggal_keputusan",
                    models.DateField(blank=True, null=True, verbose_name="tanggal Keputusan"),
                ),
                (
                    "berlaku_mulai",
                    models.DateField(
                        blank=True, null=True, unique=True, verbose_name="berlaku mulai"
                    ),
                ),
                (
                    "definisi",
                    models.JSONField(
                        default=pelaporan.models.formulir.kosong, verbose_name="definisi"
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
                "verbose_name": "formulir laporan",
                "verbose_name_plural": "formulir laporan",
                "ordering": (
                    models.OrderBy(models.F("berlaku_mulai"), descending=True, nulls_first=True),
                    "-pk",
                ),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draf", "terbit"])),
                        name="formulir_laporan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"),
                            models.Q(
                                ("berlaku_mulai__isnull", False),
                                models.Q(("dasar", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="formulir_laporan_terbit_berdasar",
                        violation_error_message="Formulir yang terbit harus berdasar dan bertanggal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diterbitkan_oleh__isnull", False), _negated=True),
                            ("diterbitkan_pada__isnull", False),
                            _connector="OR",
                        ),
                        name="formulir_laporan_diterbitkan_lengkap",
                        violation_error_message="Penerbitan harus mencatat waktunya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PermintaanLaporan",
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
                        related_name="permintaan_laporan",
                        to="kerjasama.naskah",
                    ),
                ),
                ("perihal", models.CharField(max_length=150, verbose_name="perihal")),
                ("alasan", models.TextField(max_length=1000, verbose_name="alasan")),
                ("batas", models.DateField(verbose_name="batas penyampaian")),
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
                    "ditarik_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada"),
                ),
                (
                    "alasan_tarik",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan ditarik"),
                ),
            ],
            options={
                "verbose_name": "permintaan laporan",
                "verbose_name_plural": "permintaan laporan",
                "ordering": ("-diminta_pada", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("perihal", ""), _negated=True),
                            models.Q(("alasan", ""), _negated=True),
                        ),
                        name="permintaan_laporan_beralasan",
                        violation_error_message="Permintaan laporan harus berperihal dan beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ditarik_pada__isnull", False),
                                models.Q(("alasan_tarik", ""), _negated=True),
                                _connector="OR",
                                _negated=True,
                            ),
                            models.Q(
                                ("ditarik_oleh__isnull", False), ("ditarik_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="permintaan_laporan_ditarik_lengkap",
                        violation_error_message="Penarikan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ditarik_pada", None),
                            models.Q(("alasan_tarik", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="permintaan_laporan_ditarik_beralasan",
                        violation_error_message="Penarikan harus beralasan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanggananKalender",
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
                        related_name="langganan_kalender",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("nama", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "lingkup",
                    models.CharField(
                        choices=[
                            ("orang", "Semua yang dapat saya lihat"),
                            ("tim", "Pekerjaan Tim Pengawasan"),
                            ("unit", "Satu perangkat daerah"),
                            ("mitra", "Satu mitra"),
                        ],
                        default="orang",
                        max_length=20,
                        verbose_name="isi",
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
                        verbose_name="perangkat daerah",
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
                ("sidik", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "dibuat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat pada"),
                ),
                (
                    "terakhir_dipakai",
                    models.DateField(blank=True, null=True, verbose_name="terakhir dipakai"),
                ),
                (
                    "dicabut_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
                ),
            ],
            options={
                "verbose_name": "langganan kalender",
                "verbose_name_plural": "langganan kalender",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("lingkup__in", ["orang", "tim", "unit", "mitra"])),
                        name="langganan_kalender_lingkup_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lingkup", "unit"),
                                ("mitra", None),
                                ("perangkat_daerah__isnull", False),
                            ),
                            models.Q(
                                ("lingkup", "mitra"),
                                ("mitra__isnull", False),
                                ("perangkat_daerah", None),
                            ),
                            models.Q(
                                ("lingkup__in", ("orang", "tim")),
                                ("mitra", None),
                                ("perangkat_daerah", None),
                            ),
                            _connector="OR",
                        ),
                        name="langganan_kalender_satu_lingkup",
                        violation_error_message="Pilih satu perangkat daerah atau satu mitra.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Laporan",
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
                        related_name="laporan",
                        to="pengawasan.kegiatan",
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
                    "tanggal",
                    models.DateField(blank=True, null=True, verbose_name="tanggal laporan"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("dikirim", "Menunggu Ketua TKKSD"),
                            ("dikembalikan", "Dikembalikan"),
                            ("disetujui", "Disetujui"),
                        ],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("versi", models.PositiveSmallIntegerField(default=0, verbose_name="versi")),
                (
                    "pendahuluan",
                    models.TextField(blank=True, max_length=10000, verbose_name="pendahuluan"),
                ),
                (
                    "hasil",
                    models.TextField(
                        blank=True, max_length=20000, verbose_name="hasil pelaksanaan"
                    ),
                ),
                (
                    "kesimpulan",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="kesimpulan dan saran"
                    ),
                ),
                (
                    "alasan_tanpa_tinjau",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="alasan tinjau lokasi tidak diperlukan",
                    ),
                ),
                (
                    "tanpa_tinjau_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pernyataan_tanpa_laporan",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        verbose_name="pernyataan laporan mitra tidak disampaikan",
                    ),
                ),
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
                    "dikirim_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dikirim_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dikirim pada"),
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
            ],
            options={
                "verbose_name": "laporan",
                "verbose_name_plural": "laporan",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "dikirim", "dikembalikan", "disetujui"])
                        ),
                        name="laporan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"),
                            models.Q(
                                ("dikirim_oleh__isnull", False),
                                ("dikirim_pada__isnull", False),
                                ("nomor__isnull", False),
                                ("tanggal__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="laporan_dikirim_lengkap",
                        violation_error_message="Laporan yang dikirim harus bernomor dan mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("dikembalikan", "disetujui")), _negated=True),
                            models.Q(
                                ("diputuskan_oleh__isnull", False),
                                ("diputuskan_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="laporan_diputuskan_lengkap",
                        violation_error_message="Putusan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diputuskan_oleh", None),
                            models.Q(
                                models.Q(
                                    ("diputuskan_oleh", models.F("disusun_oleh")), _negated=True
                                ),
                                models.Q(
                                    ("diputuskan_oleh", models.F("dikirim_oleh")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="laporan_diputuskan_orang_lain",
                        violation_error_message="Penyusun tidak dapat memutuskan laporannya sendiri.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("alasan_tanpa_tinjau", ""),
                            ("tanpa_tinjau_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="laporan_tanpa_tinjau_bernama",
                        violation_error_message="Pernyataan tidak diperlukan harus menyebut nama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengecualianPublik",
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
                        related_name="pengecualian_publik",
                        to="kerjasama.naskah",
                    ),
                ),
                ("alasan", models.CharField(max_length=300, verbose_name="alasan")),
                (
                    "ditahan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditahan_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="ditahan pada"),
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
                "verbose_name": "pengecualian publik",
                "verbose_name_plural": "pengecualian publik",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada", None)),
                        fields=("naskah",),
                        name="pengecualian_publik_satu_berlaku",
                        violation_error_message="Naskah ini sudah ditahan dari register publik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True),
                        name="pengecualian_publik_beralasan",
                        violation_error_message="Penahanan wajib disertai alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dicabut_pada__isnull", False), _negated=True),
                            ("dicabut_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="pengecualian_publik_pencabutan_bernama",
                        violation_error_message="Pencabutan harus mencatat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerencanaanLaporan",
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
                        related_name="perencanaan_laporan",
                        to="kerjasama.naskah",
                    ),
                ),
                ("versi_fakta", models.PositiveIntegerField(verbose_name="versi fakta")),
                (
                    "kebijakan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pengawasan.kebijakan",
                    ),
                ),
                (
                    "berikutnya",
                    models.DateField(
                        blank=True, db_index=True, null=True, verbose_name="jatuh tempo berikutnya"
                    ),
                ),
            ],
            options={
                "verbose_name": "perencanaan laporan",
                "verbose_name_plural": "perencanaan laporan",
            },
        ),
        migrations.CreateModel(
            name="Rekap",
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
                            ("semester", "Laporan semester Perangkat Daerah"),
                            ("tkksd", "Rekap TKKSD"),
                            ("gubernur", "Rekap untuk Gubernur"),
                            ("monev", "Status monev"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("kode_masa", models.CharField(max_length=10, verbose_name="masa")),
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
            ],
            options={
                "verbose_name": "rekap",
                "verbose_name_plural": "rekap",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["semester", "tkksd", "gubernur", "monev"])
                        ),
                        name="rekap_jenis_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("jenis", "kode_masa", "perangkat_daerah"), name="rekap_sekali"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("perangkat_daerah", None)),
                        fields=("jenis", "kode_masa"),
                        name="rekap_sekali_semua_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "semester"), _negated=True),
                            ("perangkat_daerah__isnull", False),
                            _connector="OR",
                        ),
                        name="rekap_semester_berunit",
                        violation_error_message="Laporan semester disusun per Perangkat Daerah.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasLengkap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("langkah", models.CharField(blank=True, max_length=100, verbose_name="langkah")),
                ("persen", models.PositiveSmallIntegerField(default=0, verbose_name="persen")),
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
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=500, verbose_name="kesalahan"),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas_lengkap",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("dikerjakan", "Sedang disusun"),
                            ("siap", "Siap"),
                            ("gagal", "Gagal"),
                            ("kedaluwarsa", "Sudah dihapus"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("hak", models.CharField(blank=True, editable=False, max_length=64)),
                ("jumlah", models.PositiveIntegerField(default=0, verbose_name="jumlah isi")),
                (
                    "manifes",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256 manifes"),
                ),
                (
                    "kedaluwarsa_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="disimpan sampai"),
                ),
            ],
            options={
                "verbose_name": "berkas lengkap",
                "verbose_name_plural": "berkas lengkap",
                "ordering": ("-pk",),
                "indexes": [
                    models.Index(fields=["status", "kedaluwarsa_pada"], name="berkas_lengkap_masa")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["antre", "dikerjakan", "siap", "gagal", "kedaluwarsa"])
                        ),
                        name="berkas_lengkap_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("antre", "dikerjakan"))),
                        fields=("naskah", "diminta_oleh"),
                        name="berkas_lengkap_satu_berjalan",
                        violation_error_message="Berkas lengkap naskah ini sedang disusun untuk Anda.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "siap"), _negated=True),
                            models.Q(
                                ("berkas__isnull", False),
                                ("selesai_pada__isnull", False),
                                ("kedaluwarsa_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="berkas_lengkap_siap_lengkap",
                        violation_error_message="Berkas lengkap yang siap harus mempunyai berkas dan masa simpan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("persen__lte", 100)),
                        name="berkas_lengkap_persen_wajar",
                        violation_error_message="Kemajuan paling banyak 100 persen.",
                    ),
                ],
            },
            bases=(kerjasama.models.naskah.TurunanNaskah, models.Model),
        ),
        migrations.CreateModel(
            name="KewajibanLaporan",
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
                        related_name="kewajiban_laporan",
                        to="kerjasama.naskah",
                    ),
                ),
                (
                    "mitra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kewajiban_laporan",
                        to="kerjasama.mitra",
                    ),
                ),
                (
                    "ke",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="laporan ke"
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kewajiban",
                        to="pelaporan.permintaanlaporan",
                    ),
                ),
                ("perihal", models.CharField(blank=True, max_length=150, verbose_name="perihal")),
                ("jatuh_tempo", models.DateField(verbose_name="jatuh tempo")),
                ("batas", models.DateField(verbose_name="batas penyampaian")),
                ("batas_aturan", models.DateField(verbose_name="batas menurut aturan")),
                (
                    "diperpanjang_sampai",
                    models.DateField(blank=True, null=True, verbose_name="diperpanjang sampai"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("terpenuhi", "Terpenuhi"),
                            ("digantikan", "Digantikan"),
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
                "verbose_name": "kewajiban laporan",
                "verbose_name_plural": "kewajiban laporan",
                "ordering": ("jatuh_tempo", "pk"),
                "indexes": [models.Index(fields=["status", "batas"], name="kewajiban_terbuka")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["terbuka", "terpenuhi", "digantikan"])),
                        name="kewajiban_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("batas__isnull", True),
                            ("batas__gte", models.F("jatuh_tempo")),
                            _connector="OR",
                        ),
                        name="kewajiban_batas_setelah_jatuh_tempo",
                        violation_error_message="Batas penyampaian tidak boleh sebelum jatuh tempo.",
                    ),
                    models.UniqueConstraint(
                        fields=("naskah", "mitra", "ke"), name="kewajiban_sekali"
                    ),
                    models.UniqueConstraint(
                        fields=("permintaan", "mitra"), name="kewajiban_diminta_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ke__isnull", False), ("perihal", ""), ("permintaan", None)),
                            models.Q(
                                ("ke", None),
                                ("permintaan__isnull", False),
                                models.Q(("perihal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="kewajiban_berkala_atau_diminta",
                        violation_error_message="Kewajiban laporan bergiliran atau diminta.",
                    ),
                ],
            },
            bases=(kerjasama.models.naskah.TurunanNaskah, models.Model),
        ),
        migrations.CreateModel(
            name="Bundel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("langkah", models.CharField(blank=True, max_length=100, verbose_name="langkah")),
                ("persen", models.PositiveSmallIntegerField(default=0, verbose_name="persen")),
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
                (
                    "kesalahan",
                    models.CharField(blank=True, max_length=500, verbose_name="kesalahan"),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bundel",
                        to="pelaporan.laporan",
                    ),
                ),
                ("versi", models.PositiveSmallIntegerField(verbose_name="versi")),
                (
                    "isi",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="isi"
                    ),
                ),
                (
                    "kode",
                    models.CharField(max_length=32, unique=True, verbose_name="kode verifikasi"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("dikerjakan", "Sedang disusun"),
                            ("siap", "Siap"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "halaman",
                    models.PositiveSmallIntegerField(default=0, verbose_name="jumlah halaman"),
                ),
            ],
            options={
                "verbose_name": "bundel",
                "verbose_name_plural": "bundel",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["antre", "dikerjakan", "siap", "gagal"])
                        ),
                        name="bundel_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(fields=("laporan", "versi"), name="bundel_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "siap"), _negated=True),
                            models.Q(("berkas__isnull", False), ("selesai_pada__isnull", False)),
                            _connector="OR",
                        ),
                        name="bundel_siap_lengkap",
                        violation_error_message="Bundel yang siap harus mempunyai berkas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("persen__lte", 100)),
                        name="bundel_persen_wajar",
                        violation_error_message="Kemajuan paling banyak 100 persen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LaporanMitra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kewajiban",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan",
                        to="pelaporan.kewajibanlaporan",
                    ),
                ),
                (
                    "formulir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pelaporan.formulirlaporan",
                    ),
                ),
                (
                    "isi",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="isi",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("disampaikan", "Disampaikan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("diterima", "Diterima"),
                        ],
                        default="draf",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("putaran", models.PositiveSmallIntegerField(default=0, verbose_name="putaran")),
                (
                    "batas_perbaikan",
                    models.DateField(blank=True, null=True, verbose_name="batas perbaikan"),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("diubah_pada", models.DateTimeField(auto_now=True, verbose_name="diubah pada")),
            ],
            options={
                "verbose_name": "laporan mitra",
                "verbose_name_plural": "laporan mitra",
                "ordering": ("-kewajiban__jatuh_tempo", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "disampaikan", "dikembalikan", "diterima"])
                        ),
                        name="laporan_mitra_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "draf"), ("putaran__gt", 0), _connector="OR"),
                        name="laporan_mitra_disampaikan_berputaran",
                        violation_error_message="Laporan yang disampaikan harus mempunyai putaran.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dikembalikan"), _negated=True),
                            ("batas_perbaikan__isnull", False),
                            _connector="OR",
                        ),
                        name="laporan_mitra_dikembalikan_berbatas",
                        violation_error_message="Laporan yang dikembalikan harus mempunyai batas perbaikan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengingatLaporan",
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
                    "kewajiban",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengingat",
                        to="pelaporan.kewajibanlaporan",
                    ),
                ),
                ("tenggat", models.DateField(verbose_name="batas yang diingatkan")),
            ],
            options={
                "verbose_name": "pengingat laporan",
                "verbose_name_plural": "pengingat laporan",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kewajiban", "tenggat", "ambang", "penerima"),
                        name="pengingat_laporan_sekali",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PerpanjanganBatas",
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
                    "kewajiban",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="perpanjangan",
                        to="pelaporan.kewajibanlaporan",
                    ),
                ),
                ("batas", models.DateField(verbose_name="batas saat diminta")),
            ],
            options={
                "verbose_name": "perpanjangan batas laporan",
                "verbose_name_plural": "perpanjangan batas laporan",
                "ordering": ("-diajukan_pada", "-pk"),
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["status", "-diajukan_pada", "-id"], name="perpanjangan_status"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "diajukan")),
                        fields=("kewajiban",),
                        name="perpanjangan_satu_menunggu",
                        violation_error_message="Permintaan sebelumnya masih menunggu putusan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sampai__gt", models.F("batas"))),
                        name="perpanjangan_setelah_batas",
                        violation_error_message="Batas baru harus setelah batas yang sekarang.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["diajukan", "disetujui", "ditolak", "ditarik"])
                        ),
                        name="perpanjangan_status_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True),
                        name="perpanjangan_beralasan",
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
                        name="perpanjangan_diputuskan_lengkap",
                        violation_error_message="Putusan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditolak"), _negated=True),
                            models.Q(("catatan_putusan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="perpanjangan_ditolak_beralasan",
                        violation_error_message="Penolakan harus beralasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diputuskan_oleh", None),
                            models.Q(("diputuskan_oleh", models.F("diajukan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="perpanjangan_diputuskan_orang_lain",
                        violation_error_message="Pengaju tidak dapat memutuskan permintaannya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaTangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dokumen",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to="pelaporan.dokumen",
                    ),
                ),
                (
                    "bundel",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to="pelaporan.bundel",
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("lokal", "Sertifikat pada server"),
                            ("unggah", "Berkas yang diunggah"),
                        ],
                        max_length=20,
                        verbose_name="cara",
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
                ("nama", models.CharField(max_length=200, verbose_name="nama pada sertifikat")),
                ("penerbit", models.CharField(max_length=200, verbose_name="penerbit sertifikat")),
                ("seri", models.CharField(max_length=64, verbose_name="nomor seri sertifikat")),
                (
                    "ditandatangani_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditandatangani pada"),
                ),
                (
                    "dicatat_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="dicatat pada"),
                ),
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
            ],
            options={
                "verbose_name": "tanda tangan elektronik",
                "verbose_name_plural": "tanda tangan elektronik",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cara__in", ["lokal", "unggah"])),
                        name="tanda_tangan_cara_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dokumen", None), ("bundel", None), _connector="XOR"),
                        name="tanda_tangan_satu_berkas",
                        violation_error_message="Tanda tangan elektronik milik satu dokumen atau bundel.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cara", "unggah"), _negated=True),
                            ("diunggah_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="tanda_tangan_unggah_bernama",
                        violation_error_message="Berkas bertanda tangan yang diunggah harus mencatat siapa.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berkas",
                        to="pelaporan.laporanmitra",
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
                ("putaran", models.PositiveSmallIntegerField(default=0, verbose_name="putaran")),
            ],
            options={
                "verbose_name": "berkas laporan",
                "verbose_name_plural": "berkas laporan",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="PutaranLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat",
                        to="pelaporan.laporanmitra",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(verbose_name="putaran ke")),
                (
                    "isi",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="isi"
                    ),
                ),
                (
                    "nomor",
                    models.CharField(max_length=60, unique=True, verbose_name="nomor tanda terima"),
                ),
                ("batas", models.DateField(verbose_name="batas saat disampaikan")),
                (
                    "disampaikan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("disampaikan_pada", models.DateTimeField(verbose_name="disampaikan pada")),
                (
                    "hasil",
                    models.CharField(
                        blank=True,
                        choices=[("diterima", "Diterima"), ("dikembalikan", "Dikembalikan")],
                        max_length=20,
                        verbose_name="hasil tinjauan",
                    ),
                ),
                (
                    "catatan",
                    models.TextField(blank=True, max_length=5000, verbose_name="catatan tinjauan"),
                ),
                (
                    "ditinjau_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditinjau_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditinjau pada"),
                ),
            ],
            options={
                "verbose_name": "putaran laporan",
                "verbose_name_plural": "putaran laporan",
                "ordering": ("ke",),
                "constraints": [
                    models.UniqueConstraint(fields=("laporan", "ke"), name="putaran_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("hasil__in", ["", "diterima", "dikembalikan"])),
                        name="putaran_hasil_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hasil", ""),
                            models.Q(
                                ("ditinjau_oleh__isnull", False), ("ditinjau_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="putaran_ditinjau_lengkap",
                        violation_error_message="Tinjauan harus mencatat siapa dan kapan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hasil", "dikembalikan"), _negated=True),
                            models.Q(("catatan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="putaran_dikembalikan_bercatatan",
                        violation_error_message="Pengembalian wajib disertai catatan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnggahanBertahap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pelaporan.laporanmitra",
                    ),
                ),
                (
                    "kunci",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="nama singgah"
                    ),
                ),
                ("nama", models.CharField(max_length=120, verbose_name="nama berkas")),
                ("ukuran", models.PositiveBigIntegerField(verbose_name="ukuran")),
                (
                    "sha256",
                    models.CharField(
                        max_length=64,
                        validators=[django.core.validators.RegexValidator("^[0-9a-f]{64}$")],
                        verbose_name="SHA-256",
                    ),
                ),
                (
                    "diterima",
                    models.PositiveBigIntegerField(default=0, verbose_name="sudah diterima"),
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
                    "diubah_pada",
                    models.DateTimeField(auto_now_add=True, verbose_name="diubah pada"),
                ),
            ],
            options={
                "verbose_name": "unggahan bertahap",
                "verbose_name_plural": "unggahan bertahap",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("laporan", "sha256"), name="unggahan_bertahap_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diterima__lte", models.F("ukuran")), ("ukuran__gt", 0)
                        ),
                        name="unggahan_bertahap_tidak_lebih",
                        violation_error_message="Yang diterima tidak boleh lebih dari ukurannya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaTerima",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_terima",
                        to="pelaporan.putaranlaporan",
                    ),
                ),
                (
                    "penerima",
                    models.CharField(
                        choices=[
                            ("kepala_daerah", "Kepala daerah"),
                            ("bagian", "Unit kerja sama (tembusan)"),
                            ("perangkat_daerah", "Perangkat Daerah (tembusan)"),
                        ],
                        max_length=20,
                        verbose_name="penerima",
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
                ("diterima_pada", models.DateTimeField(verbose_name="diterima pada")),
                (
                    "dibaca_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dibaca_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dibaca pada"),
                ),
            ],
            options={
                "verbose_name": "tanda terima",
                "verbose_name_plural": "tanda terima",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penerima__in", ["kepala_daerah", "bagian", "perangkat_daerah"])
                        ),
                        name="tanda_terima_penerima_dikenal",
                        violation_error_message="Pilihan tidak dikenal.",
                    ),
                    models.UniqueConstraint(
                        fields=("putaran", "penerima", "perangkat_daerah"),
                        name="tanda_terima_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("perangkat_daerah", None)),
                        fields=("putaran", "penerima"),
                        name="tanda_terima_sekali_tanpa_pd",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("penerima", "perangkat_daerah"), _negated=True),
                            ("perangkat_daerah__isnull", False),
                            _connector="OR",
                        ),
                        name="tanda_terima_pd_bernama",
                        violation_error_message="Tembusan perangkat daerah harus menyebut unitnya.",
                    ),
                ],
            },
        ),
    ]
