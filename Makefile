# Dua perintah cukup: `make run` dan `make test`. Semuanya memasang sendiri yang diperlukan.
SHELL := /bin/bash
PYTHON ?= python3
PY := .venv/bin/python
PORT ?= 8000

export MODE_DEMO ?= 1
export FAKTOR_KEDUA ?= 0

PUSTAKA := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PUSTAKA_UJI := chromium poppler-utils libatomic1

UJI := $(PY) -m pytest -q -n 0

.PHONY: run test uji-setahun uji-produksi uji-systemd uji-pindah uji-compose uji-tahan-banting uji-hak-akses uji-jejak uji-balapan uji-unggahan uji-teks uji-pdf uji-kalender uji-pulih uji-surel check bench bench-halaman bench-jadwal bench-matrik bench-register bench-pdf bench-pulih bench-beban bench-scale bench-lighthouse gambar kunci daftar-komponen audit-pustaka siap siap-uji

## run: pasang yang kurang, siapkan basis data dan data contoh, lalu jalankan situs
run: siap
	@$(PY) manage.py siapkan
	@$(PY) manage.py jalan --port $(PORT)

## test: pasang yang diperlukan pengujian, lalu jalankan seluruh pengujian
test: siap-uji
	@deploy/uji.sh

## check: gaya, templat, jenis, kontrak impor, migrasi
check: .venv/.terpasang-uji
	@deploy/periksa.sh

## uji-setahun: mainkan setahun pengawasan 200 naskah melalui halamannya (sekitar satu jam)
uji-setahun: siap-uji
	@SETAHUN_NASKAH=$${SETAHUN_NASKAH:-200} $(PY) -m pytest -q -s -n 0 tests/flows

## bench: cetak angka kueri, waktu, dan ukuran, lalu angka PDF dan register (sampai 100 ribu naskah)
bench: siap-uji
	@$(PY) deploy/bench.py
	@$(PY) deploy/bench_pdf.py
	@UKURAN=$${UKURAN:-10000,100000} $(PY) deploy/bench_register.py

## bench-halaman: cetak kueri dan median setiap halaman contoh per peran (NASKAH, 200)
bench-halaman: siap-uji
	@$(PY) deploy/bench_halaman.py

## gambar: ambil ulang gambar layar README dan panduan dari data contoh
gambar: siap-uji
	@$(PY) deploy/gambar.py $(GAMBAR)

## bench-register: cetak waktu daftar, pencarian, dan ekspor pada 10 ribu sampai 1 juta naskah (PostgreSQL)
bench-register: siap-uji
	@$(PY) deploy/bench_register.py

## bench-jadwal: cetak waktu dan perintah pekerjaan malam pada 1 ribu sampai 1 juta naskah (PostgreSQL; BENCH_SQLITE=1 untuk SQLite)
bench-jadwal: siap-uji
	@$(PY) deploy/bench_jadwal.py

## bench-matrik: cetak lama tiap interaksi penyunting matrik 500 baris di peramban
bench-matrik: siap-uji
	@$(PY) deploy/bench_matrik.py

## bench-pdf: cetak lama, memori, dan byte bundel 10 sampai 1.000 baris, di samping WeasyPrint polos dan Chromium
bench-pdf: siap-uji
	@$(PY) deploy/bench_pdf.py

## bench-lighthouse: nilai Lighthouse sepuluh halaman utama di peramban sungguhan (perlu npx dan registri npm)
bench-lighthouse: siap-uji
	@$(PY) deploy/bench_lighthouse.py

## bench-pulih: cetak lama mencadangkan dan memulihkan 100.000 berkas dan sejuta baris jejak
bench-pulih: siap-uji
	@$(PY) deploy/bench_pulih.py

## bench-beban: ORANG (200) orang bekerja selama MENIT (5) di proses produksi sungguhan; cetak p50, p95, p99, galat, memori
bench-beban: siap-uji
	@ORANG=$${ORANG:-200} MENIT=$${MENIT:-5} NASKAH=$${NASKAH:-200} deploy/lokal.sh --beban

## bench-scale: cetak halaman, malam, dan putar ulang pada 10 ribu, 100 ribu, dan 1 juta naskah, di samping SQL dan view kosong (PostgreSQL)
bench-scale: siap-uji
	@$(PY) deploy/bench_skala.py
	@$(PY) deploy/bench_tetap.py
	@UKURAN=$${UKURAN:-10000,100000,1000000} $(PY) deploy/bench_jadwal.py
	@$(PY) deploy/bench_register.py

## uji-produksi: jalankan PostgreSQL, Redis, dua pekerja, penjadwal, gunicorn, dan nginx sungguhan, lalu kunjungi
uji-produksi: siap-uji
	@deploy/lokal.sh

## uji-systemd: pasang menurut docs/operasi.md di Debian kosong yang boot sendiri, kunjungi, perbarui, nyalakan ulang (perlu root, debootstrap, systemd-nspawn)
uji-systemd:
	@deploy/uji_systemd.sh

## uji-pindah: pulihkan menurut docs/operasi.md ke Debian kosong yang kedua, lalu cadangan versi lama ke versi baru (syarat yang sama)
uji-pindah:
	@deploy/uji_pindah.sh

## uji-compose: keduanya dengan Docker Compose, di Docker Engine sungguhan di dalam Debian kosong (syarat yang sama)
uji-compose:
	@deploy/uji_compose.sh

## uji-tahan-banting: matikan pekerja, broker, dan server surel selagi pekerjaan mengalir, lalu hitung
uji-tahan-banting: siap-uji
	@$(UJI) -m faults tests/faults

## uji-hak-akses: silangkan setiap alamat dan operasi dengan setiap peran dan pihak lain, lalu ikuti setiap tautan dan formulirnya
uji-hak-akses: siap-uji
	@$(UJI) tests/test_permissions.py tests/test_permissions_api.py tests/test_jelajah.py tests/browser/test_semua_halaman.py

## uji-jejak: ubah, hapus, sisipkan, dan pulihkan jejak dan dokumen 1.000 kali, lalu hitung yang ditemukan
uji-jejak: siap-uji
	@$(UJI) tests/inti/test_rantai.py tests/pengawasan/test_*_terkunci.py

## uji-balapan: delapan orang sekaligus, RONDE (200) ronde, di SQLite dan PostgreSQL (keduanya wajib menjawab)
uji-balapan: siap-uji
	@RONDE=$${RONDE:-200} DUA_BASIS_DATA=1 deploy/uji.sh tests/test_races*.py

## uji-unggahan: 94 jenis berkas jahat, dan contohnya melalui setiap unggahan; pemindai virus tiruan
uji-unggahan: siap-uji
	@$(UJI) tests/inti/test_unggahan.py tests/test_berkas_jahat.py tests/inti/test_pemindai.py tests/inti/test_karantina.py

## uji-teks: teks jahat di setiap isian dan setiap kolom; peramban sungguhan menghitung yang berjalan
uji-teks: siap-uji
	@$(UJI) tests/test_teks_jahat.py tests/test_formulir_acak.py tests/browser/test_teks_berjalan.py

## uji-pdf: dokumen yang meminta alamat luar, berkas server, atau waktu tanpa akhir
uji-pdf: siap-uji
	@$(UJI) tests/pelaporan/test_pdf.py

## uji-kalender: setiap tanggal penandatanganan selama 40 tahun, dan sifat siklus menurut riwayat acak
uji-kalender: siap-uji
	@$(UJI) tests/pengawasan/domain/test_tempo.py tests/pengawasan/domain/test_tempo_sifat.py tests/pengawasan/domain/test_tempo_setiap_hari.py

## uji-pulih: cadangkan, rusak, dan pulihkan; situs yang pulih membuktikan dirinya
uji-pulih: siap-uji
	@$(UJI) tests/inti/cadangan

## uji-surel: matikan pengirim dan server surel di tengah jalan, lalu hitung suratnya
uji-surel: siap-uji
	@$(UJI) -k "mail or surel" tests/faults

# --universal: the same lock serves every Python from 3.11.0 on (an older 3.11 needs one package more).
KUNCI_CARA := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
KUNCI := uv pip compile pyproject.toml $(KUNCI_CARA)

## kunci: kunci ulang versi pustaka Python beserta hash-nya (perlu uv)
kunci:
	@$(KUNCI) -o deploy/requirements.txt
	@$(KUNCI) --extra dev -o deploy/requirements-dev.txt
	@echo prometheus-client | uv pip compile - $(KUNCI_CARA) --constraint deploy/requirements-dev.txt -o deploy/requirements-metrics.txt

## daftar-komponen: tulis ulang daftar komponen (SBOM CycloneDX) dari kuncian pustaka dan berkas bawaan
daftar-komponen: .venv/.terpasang
	@$(PY) -m tests.support.daftar_komponen

# --strict: a library that could not be asked about is a failure, not a pass.
## audit-pustaka: tanyakan kepada PyPI celah yang diketahui pada setiap pustaka terkunci (perlu internet)
audit-pustaka: .venv/.terpasang
	@[ -x .venv/audit/bin/pip-audit ] || { $(PYTHON) -m venv .venv/audit && .venv/audit/bin/pip install --quiet pip-audit==2.10.1; }
	@.venv/audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r deploy/requirements.txt

siap: .venv/.terpasang
	@deploy/pustaka.sh $(PUSTAKA)

siap-uji: .venv/.terpasang-uji
	@deploy/pustaka.sh $(PUSTAKA) $(PUSTAKA_UJI)

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Perlu Python 3.11 atau lebih baru. Bila ada di tempat lain: make run PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || { deploy/pustaka.sh python3-venv && $(PYTHON) -m venv --clear .venv; }

# --no-deps: the lock is complete; an older pip would look for a newer release of a locked extra.
.venv/.terpasang: deploy/requirements.txt | .venv/bin/pip
	@echo "Memasang pustaka Python terkunci …"
	@.venv/bin/pip install --quiet --no-deps --require-hashes -r deploy/requirements.txt
	@touch $@

.venv/.terpasang-uji: deploy/requirements-dev.txt | .venv/bin/pip
	@echo "Memasang pustaka Python terkunci, termasuk untuk pengujian …"
	@.venv/bin/pip install --quiet --no-deps --require-hashes -r deploy/requirements-dev.txt
	@touch $@ .venv/.terpasang
