"""Every address that edits an existing row, and where its second save is held up in a test.

Those of `HALAMAN` in test_bentrok_baris.py and test_bentrok_halaman.py are tested there; the rest
stands here. A new edit form that is in none of these fails `test_daftar_bentrok.py`.
"""

# Both versions are shown and nothing is lost: the file, and the test in it.
DIUJI = {
    "kerjasama:impor-baris-ubah": (
        "kerjasama/views/test_impor_isian.py",
        "test_row_that_another_withheld_and_answered_meanwhile_shows_both_and_loses_neither",
    ),
    "kerjasama:naskah-ubah": (
        "kerjasama/views/test_naskah_bentrok.py",
        "test_second_save_is_held_and_shows_both_versions",
    ),
    "kerjasama:setoran-tetapkan": (
        "test_bentrok_baris.py", "test_amount_that_another_set_meanwhile_is_not_overwritten",
    ),
    "pelaporan:analisa-ubah": (
        "pelaporan/views/test_analisa.py", "test_what_two_people_typed_stands_side_by_side",
    ),
    "pelaporan:portal-otomatis": (
        "pelaporan/views/test_portal.py", "test_otomatis_tells_when_someone_else_saved",
    ),
    "pelaporan:portal-simpan": (
        "pelaporan/views/test_portal.py",
        "test_simpan_shows_both_when_a_colleague_saved_and_saves_the_second_time",
    ),
    "pengawasan:kertas-kerja-rincian": (
        "pengawasan/views/test_kertas_kerja.py",
        "test_a_colleague_s_answer_stands_beside_what_was_typed",
    ),
    "pengawasan:matrik-baris-ubah": (
        "pengawasan/views/test_sunting_matrik.py",
        "test_autosave_of_an_older_version_gets_both_wordings",
    ),
    "pengawasan:pemangku-perbaiki": (
        "pengawasan/views/test_tim.py",
        "test_correction_that_another_overtook_is_held_and_shows_both",
    ),
}  # fmt: skip

# No version is needed, and why.
DIKECUALIKAN = {
    "kerjasama:pembayaran-koreksi": "append-only: a correction is a new row, once per row",
    "mfa_edit_webauthn": "only the owner names an own key",
    "pelaporan:portal-laporan": "GET only; portal-simpan writes",
    "pengawasan:lapangan-isi": "GET only; the device sends a new berita acara",
    "pengawasan:matrik-sunting": "GET only; each row is saved by matrik-baris-ubah",
    "pilihan-pesan": "only the owner chooses",
    "saringan-simpan": "only the owner keeps a filter",
    "saringan-ubah": "only the owner renames a filter",
}
