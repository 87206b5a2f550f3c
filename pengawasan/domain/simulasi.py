"""Cases of the cycle as JSON, and their answers: the stable surface of `simulasi_siklus`."""

from __future__ import annotations

from datetime import date
from typing import Any

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa
from pengawasan.domain.laporan import tempo_laporan
from pengawasan.domain.penjelasan import kalimat
from pengawasan.domain.tempo import Kewajiban, lewat_12_bulan, susun, terbuka
from pengawasan.enums import JenisKegiatan, Sifat

INTERVAL_TERBESAR = 600
BIDANG = {
    "tanggal_ttd",
    "tanggal_berakhir",
    "interval_pemantauan",
    "interval_evaluasi",
    "interval_laporan",
    "mulai_pengawasan",
    "per",
    "sampai",
    "peristiwa",
}
BIDANG_PERISTIWA = {"jenis", "tanggal", "sifat", "menggantikan"}


class KasusTidakSahError(ValueError):
    """A case that cannot be read; the message names the case and the field."""


def jawab(kasus: Any, nomor: int) -> dict[str, Any]:
    """The answer to one case. Raises KasusTidakSahError."""
    tempat = f"kasus {nomor}"
    kasus = _objek(kasus, tempat)
    fakta = _fakta(kasus, tempat)
    peristiwa = _peristiwa(kasus, tempat)
    per, sampai = _tanggal(kasus, "per", tempat), _tanggal(kasus, "sampai", tempat)
    kebijakan = KebijakanSiklus()
    jadwal = terbuka(susun(fakta, peristiwa, kebijakan, sampai=sampai))
    laporan = tempo_laporan(fakta, kebijakan, sampai=sampai)
    return {
        "jadwal": [_jadwal(kewajiban) for kewajiban in jadwal],
        "laporan": [satu.jatuh_tempo.isoformat() for satu in laporan],
        "lewat_12_bulan": lewat_12_bulan(fakta, peristiwa, kebijakan, per=per),
    }


def bidang_asing(kasus: dict[str, Any]) -> list[str]:
    """Fields that no case has, so that a misspelt one is not passed over in silence."""
    asing = set(kasus) - BIDANG
    for satu in kasus.get("peristiwa") or []:
        asing |= set(satu) - BIDANG_PERISTIWA
    return sorted(asing)


def _jadwal(kewajiban: Kewajiban) -> dict[str, Any]:
    return {
        "jenis": kewajiban.jenis.value,
        "jatuh_tempo": kewajiban.jatuh_tempo.isoformat(),
        "dasar": kalimat(kewajiban.dasar),
    }


def _fakta(kasus: dict[str, Any], tempat: str) -> FaktaNaskah:
    fakta = FaktaNaskah(
        tanggal_ttd=_tanggal(kasus, "tanggal_ttd", tempat),
        tanggal_berakhir=_tanggal_atau_tidak(kasus, "tanggal_berakhir", tempat),
        mulai_pengawasan=_tanggal_atau_tidak(kasus, "mulai_pengawasan", tempat),
        interval_pemantauan=_interval(kasus, "interval_pemantauan", tempat),
        interval_evaluasi=_interval(kasus, "interval_evaluasi", tempat),
        interval_laporan=_interval(kasus, "interval_laporan", tempat),
    )
    if fakta.tanggal_berakhir and fakta.tanggal_berakhir < fakta.tanggal_ttd:
        raise KasusTidakSahError(f"{tempat}: tanggal_berakhir tidak boleh sebelum tanggal_ttd")
    return fakta


def _peristiwa(kasus: dict[str, Any], tempat: str) -> list[Peristiwa]:
    larik = kasus.get("peristiwa")
    if larik is None:
        return []
    if not isinstance(larik, list):
        raise KasusTidakSahError(f"{tempat}: peristiwa harus berupa larik JSON")
    return [_satu_peristiwa(isi, f"{tempat}, peristiwa {n}") for n, isi in enumerate(larik, 1)]


def _satu_peristiwa(isi: Any, tempat: str) -> Peristiwa:
    isi = _objek(isi, tempat)
    return Peristiwa(
        jenis=JenisKegiatan(_pilihan(isi, "jenis", JenisKegiatan.values, tempat)),
        tanggal=_tanggal(isi, "tanggal", tempat),
        sifat=Sifat(_pilihan(isi, "sifat", Sifat.values, tempat, baku=Sifat.BERKALA)),
        menggantikan=_ya_tidak(isi, "menggantikan", tempat),
    )


def _objek(isi: Any, tempat: str) -> dict[str, Any]:
    if not isinstance(isi, dict):
        raise KasusTidakSahError(f"{tempat}: harus berupa objek JSON")
    return isi


def _tanggal_atau_tidak(isi: dict[str, Any], nama: str, tempat: str) -> date | None:
    return None if isi.get(nama) is None else _tanggal(isi, nama, tempat)


def _tanggal(isi: dict[str, Any], nama: str, tempat: str) -> date:
    nilai = isi.get(nama)
    try:
        tanggal = date.fromisoformat(str(nilai))
    except ValueError:
        tanggal = None
    if tanggal is None or tanggal.isoformat() != nilai:
        raise KasusTidakSahError(
            f"{tempat}: {nama} harus tanggal berbentuk TTTT-BB-HH, misalnya 2021-08-31"
        )
    return tanggal


def _pilihan(
    isi: dict[str, Any], nama: str, pilihan: list[str], tempat: str, *, baku: str | None = None
) -> str:
    nilai = isi.get(nama)
    if nilai is None and baku is not None:
        return baku
    if not isinstance(nilai, str) or nilai not in pilihan:
        raise KasusTidakSahError(f"{tempat}: {nama} harus salah satu dari {', '.join(pilihan)}")
    return nilai


def _ya_tidak(isi: dict[str, Any], nama: str, tempat: str) -> bool:
    nilai = isi.get(nama)
    if nilai is not None and not isinstance(nilai, bool):
        raise KasusTidakSahError(f"{tempat}: {nama} harus true atau false")
    return bool(nilai)


def _interval(isi: dict[str, Any], nama: str, tempat: str) -> int | None:
    nilai = isi.get(nama)
    if nilai is None:
        return None
    if isinstance(nilai, bool) or not isinstance(nilai, int) or not 1 <= nilai <= INTERVAL_TERBESAR:
        raise KasusTidakSahError(
            f"{tempat}: {nama} harus bilangan bulat bulan, 1 sampai {INTERVAL_TERBESAR}"
        )
    return nilai
