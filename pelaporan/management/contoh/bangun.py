"""Building the demo data: deterministic for a number of agreements and a seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.kalender import tambah_bulan
from kerjasama.domain.pemenuhan import jenis_butir
from kerjasama.enums import JenisNaskah, PihakButir, Tanda
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.models import Mitra, Naskah, PerangkatDaerah, Urusan
from kerjasama.services import indeks, massal
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from pelaporan.management.contoh import (
    dokumen,
    harian,
    keluarga,
    lampiran,
    laporan_mitra,
    pembinaan,
    pengendalian,
    rekap,
    siklus,
    surat,
    teguran,
    tim,
)
from pelaporan.management.contoh import kewajiban as contoh_kewajiban
from pelaporan.management.contoh.daftar import bawa_daftar
from pelaporan.management.contoh.isi import KEPALA_UNIT, MITRA, POKOK, Pokok
from pelaporan.management.contoh.mitra import lengkapi_mitra
from pelaporan.management.contoh.orang import buat_akun, buat_anggota, daftarkan
from pelaporan.management.contoh.riwayat import Pelaku
from pelaporan.management.contoh.skenario import LAMA, SKENARIO, jalankan
from pelaporan.management.contoh.waktu import pada
from pelaporan.services import berkas_lengkap, kewajiban, publikasi
from pengawasan.services import jadwal

if TYPE_CHECKING:
    from collections.abc import Callable

    from inti.models import Pengguna

PENANDA_PD = ("PENANDA-PD", "PENANDA-PD2")
NAMA_ORANG = (
    "Tri Handayaningrum",
    "Fajar Kusumawardana",
    "Lina Oktavianingsih",
    "Arif Budimanto",
    "Wulan Citraningtyas",
    "Dimas Satriawan",
    "Rina Melatiwati",
    "Eko Prasetyantoro",
)


def bangun(jumlah: int, benih: int, lapor: Callable[[str], None]) -> dict[str, Pengguna]:
    """Accounts, partners and `jumlah` agreements with their history. Needs reference data.

    Agreement 0, 2, 4 … of the first eight belong to `mitra` and `pd`, the odd ones to `mitra2`
    and `pd2`; the rest to others. Returns the accounts, by name.
    """
    acak = random.Random(benih)  # noqa: S311 - demo data, not a secret
    orang = buat_akun()
    mitra = [mitra_services.catat({"nama": n, "jenis": j}, oleh=orang["staf"]) for n, j in MITRA]
    lengkapi_mitra(mitra, oleh=orang["staf"])
    unit = {p.kode: p for p in PerangkatDaerah.objects.all()}
    wakil_mitra, wakil_pd = _wakil(mitra, unit, orang)
    berkeluarga = jumlah >= keluarga.BANYAK
    milik_mitra: list[tuple[Naskah, Pelaku]] = []
    for nomor in range(jumlah - keluarga.KERABAT if berkeluarga else jumlah):
        sisi = _sisi(nomor)
        pokok = POKOK[sisi] if sisi < 2 else POKOK[2 + nomor % (len(POKOK) - 2)]
        pihak = mitra[sisi] if sisi < 2 else mitra[2 + nomor % (len(mitra) - 2)]
        pelaku = Pelaku(
            orang=orang,
            pd=wakil_pd[pokok.pd],
            mitra=wakil_mitra[pihak.pk],
            unit=unit[pokok.pd],
            penanda=PENANDA_PD[sisi] if sisi < 2 else "",
        )
        skenario, bulan = SKENARIO[nomor % len(SKENARIO)]
        naskah = _naskah(nomor, pokok, pihak, pelaku, bulan, acak)
        contoh_kewajiban.rinci(naskah, pelaku)
        jalankan(skenario, naskah, pelaku, timezone.localdate())
        contoh_kewajiban.catat(naskah, pelaku, timezone.localdate())
        if sisi == 0:
            milik_mitra.append((naskah, pelaku))
        lapor(f"{nomor + 1}/{jumlah} {skenario}")
    if berkeluarga:
        (utama, pelaku), (adik, _) = milik_mitra[:2]
        keluarga.lengkapi(utama, adik, pelaku)
    bawa_daftar(orang["staf"])
    lampiran.lengkapi(orang["staf"])
    teguran.tegur(orang, timezone.localdate())
    pengendalian.catat(orang, timezone.localdate(), PENANDA_PD)
    jadwal.susun_yang_berubah(limit=jumlah)
    jadwal.segarkan_semua()
    kewajiban.segarkan_semua()
    siklus.lengkapi(orang)
    laporan_mitra.lengkapi(orang)
    tim.lengkapi(orang)
    pembinaan.lengkapi(orang)
    harian.lengkapi(orang)
    if jumlah:
        _bagi_tugas(orang)
    indeks.lengkapi()
    rekap.siapkan(timezone.localdate())
    surat.terbitkan(orang)
    dokumen.terbitkan(orang)
    _publikasi(orang)
    return orang


def _wakil(
    mitra: list[Mitra], unit: dict[str, PerangkatDaerah], orang: dict[str, Pengguna]
) -> tuple[dict[int, Pengguna], dict[str, Pengguna]]:
    """Who speaks for each partner, by its key, and for each unit, by its code."""
    daftarkan(orang["mitra"], mitra=mitra[0])
    daftarkan(orang["mitra2"], mitra=mitra[1])
    daftarkan(orang["pd"], pd=unit[POKOK[0].pd])
    daftarkan(orang["pd2"], pd=unit[POKOK[1].pd])
    wakil_mitra = {mitra[0].pk: orang["mitra"], mitra[1].pk: orang["mitra2"]}
    wakil_pd = {POKOK[0].pd: orang["pd"], POKOK[1].pd: orang["pd2"]}
    for i, satu in enumerate(mitra[2:]):
        wakil_mitra[satu.pk] = buat_anggota(NAMA_ORANG[i % len(NAMA_ORANG)], mitra=satu)
    for i, pokok in enumerate(POKOK[2:]):
        nama = f"{NAMA_ORANG[i % len(NAMA_ORANG)]}, S.E."
        wakil_pd[pokok.pd] = buat_anggota(nama, pd=unit[pokok.pd])
    return wakil_mitra, wakil_pd


def _sisi(nomor: int) -> int:
    """Whose agreement it is: 0 and 1 of the demo accounts, 2 of others."""
    return nomor % 2 if nomor < 8 or nomor % 5 == 0 else 2


def _publikasi(orang: dict[str, Pengguna]) -> None:
    """One naskah withheld from the public register; a berkas lengkap ready for staff and mitra."""
    semua = list(Naskah.objects.exclude(status="draf").order_by("pk")[:4])
    for satu in semua[3:]:
        alasan = "Menunggu persetujuan mitra untuk diumumkan."
        publikasi.tahan(satu.pk, alasan=alasan, oleh=orang["staf"])
    for satu in semua[:1]:
        for siapa in ("staf", "mitra"):
            berkas_lengkap.minta(satu.pk, oleh=orang[siapa])
    berkas_lengkap.kerjakan_antrean()


def _naskah(
    nomor: int, pokok: Pokok, pihak: Mitra, pelaku: Pelaku, bulan: int, acak: random.Random
) -> Naskah:
    hari_ini = timezone.localdate()
    draf = bulan == 0
    ttd = tambah_bulan(hari_ini, -bulan) - timedelta(days=acak.randint(8, 24))
    skenario = SKENARIO[nomor % len(SKENARIO)][0]
    if skenario == "jatuh_tempo":
        ttd = tambah_bulan(hari_ini, -6) + timedelta(days=acak.randint(2, 20))
    lama = LAMA.get(skenario, 60)
    with pada(ttd):
        return naskah_services.catat(
            {
                "jenis": pokok.jenis,
                "jenis_kerja_sama": pokok.kerja_sama,
                "nomor": "" if draf else f"134.4/{100 + nomor}/SETDA.Ks/{ttd.year}",
                "judul": _judul(nomor, pokok, pihak),
                "urusan": Urusan.objects.get(kode=pokok.urusan),
                "tanggal_ttd": None if draf else ttd,
                "tanggal_berakhir": None if draf else tambah_bulan(ttd, lama),
                "jangka_waktu": f"{lama // 12} tahun sejak ditandatangani",
                "maksud_tujuan": "Meningkatkan pelayanan publik dan kesejahteraan masyarakat.",
                "objek": pokok.judul,
                "ruang_lingkup": f"{pokok.judul}, pelaporan, serta pemantauan dan evaluasi.",
                "pembiayaan": "Dibebankan kepada para pihak sesuai kewenangan masing-masing.",
                "penyelesaian_perselisihan": "Musyawarah untuk mufakat.",
                "mulai_pengawasan": _mulai(ttd, bulan, hari_ini),
                "status": "draf" if draf else "berlaku",
            },
            pihak=[_pihak(nomor, pihak, pelaku, ttd)],
            perangkat_daerah=[
                {
                    "perangkat_daerah": pelaku.unit.pk,
                    "peran": "pemrakarsa",
                    "penanda_tangan": KEPALA_UNIT,
                    "jabatan": f"Kepala {pelaku.unit}",
                }
            ],
            butir=_butir(pokok),
            oleh=pelaku.orang["staf"],
        )


def _bagi_tugas(orang: dict[str, Pengguna]) -> None:
    """Some naskah have somebody who looks after them, some a mark."""
    pk = list(Naskah.objects.order_by("pk").values_list("pk", flat=True))
    staf, tanda = orang["staf"], Tanda.PERIKSA
    massal.terapkan(
        Jenis.PENANGGUNG_JAWAB,
        staf.pk,
        sebutan=str(staf),
        baris=[(satu, None) for satu in pk[::2]],
        oleh=staf,
    )
    massal.terapkan(
        Jenis.TANDA,
        tanda.value,
        sebutan=tanda.label,
        baris=[(satu, "") for satu in pk[::7]],
        oleh=staf,
    )


def _judul(nomor: int, pokok: Pokok, pihak: Mitra) -> str:
    penanda = pihak.nama.rpartition(" ")[2] if "PENANDA" in pihak.nama else ""
    tahap = "" if nomor < len(POKOK) else f" tahap {1 + nomor // len(POKOK)}"
    return f"{pokok.judul}{tahap} {penanda}".strip()


def _mulai(ttd: date, bulan: int, hari_ini: date) -> date | None:
    """Old agreements without history enter as a backlog."""
    return hari_ini - timedelta(days=90) if bulan > 30 else None


def _pihak(nomor: int, pihak: Mitra, pelaku: Pelaku, ttd: date) -> dict[str, object]:
    return {
        "mitra": pihak.pk,
        "nomor": f"{20 + nomor:03d}/KS/{ttd.year}",
        "penanda_tangan": pelaku.mitra.nama,
        "jabatan": "Direktur",
    }


def _butir(pokok: Pokok) -> list[dict[str, str]]:
    jenis = jenis_butir(JenisNaskah(pokok.jenis))[0].value
    milik_mitra = [
        {"jenis": jenis, "pihak": PihakButir.MITRA, "uraian": u, "target": "100 persen"}
        for u in pokok.kewajiban_mitra
    ]
    milik_pemerintah = [
        {"jenis": jenis, "pihak": PihakButir.PEMERINTAH, "uraian": u, "target": ""}
        for u in pokok.kewajiban_pemerintah
    ]
    return milik_mitra + milik_pemerintah
