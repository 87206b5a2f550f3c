"""What the mitra of the stream owe to report, and the rounds of those that did."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

from kerjasama.models import Naskah
from pelaporan.domain.laporan_mitra import nomor_tanda_terima, penerima
from pelaporan.enums import StatusKewajibanLaporan, StatusLaporanMitra
from pelaporan.management.contoh.massal.kerangka import isi as isi_dasar
from pelaporan.management.contoh.massal.tabel import Orang, Tabel
from pelaporan.models import (
    KewajibanLaporan,
    LaporanMitra,
    PerencanaanLaporan,
    PutaranLaporan,
    TandaTerima,
)

if TYPE_CHECKING:
    from datetime import date

    from pelaporan.management.contoh.massal.kerangka import Kerangka, Laporan
    from pelaporan.management.contoh.massal.konteks import Tulis
    from pelaporan.management.contoh.massal.naskah import SatuNaskah

PERENCANAAN = Tabel(PerencanaanLaporan, "naskah_id", "versi_fakta", "kebijakan_id", "berikutnya")
KEWAJIBAN = Tabel(
    KewajibanLaporan,
    *("id", "naskah_id", "mitra_id", "ke", "jatuh_tempo", "batas", "batas_aturan", "status"),
    "dasar",
)
LAPORAN = Tabel(
    LaporanMitra,
    *("id", "kewajiban_id", "formulir_id", "isi", "status", "putaran", "dibuat_oleh_id"),
    "diubah_pada",
)
PUTARAN = Tabel(
    PutaranLaporan,
    *("id", "laporan_id", "ke", "isi", "nomor", "batas", "disampaikan_oleh_id"),
    *("disampaikan_pada", "hasil", "catatan", "ditinjau_oleh_id", "ditinjau_pada"),
)
TANDA_TERIMA = Tabel(TandaTerima, "putaran_id", "penerima", "perangkat_daerah_id", "diterima_pada")
SISTEM = Orang(None, "Sistem")
CATATAN = "Lampirkan bukti setor bulan terakhir."
TINJAU = timedelta(days=3)
PERBAIKI = timedelta(days=10)
TENGGANG = timedelta(days=14)


def tulis_kewajiban(tulis: Tulis, naskah: SatuNaskah, kerangka: Kerangka, *, melapor: bool) -> None:
    """Every duty; with `melapor` the first is fulfilled where it was due long enough ago."""
    versi = 2 if naskah.nomor else 1
    kumpulan = tulis.kumpulan
    kumpulan.tambah(PERENCANAAN, naskah.pk, versi, tulis.kebijakan, kerangka.berikutnya)
    for nomor, satu in enumerate(kerangka.laporan):
        pk, batas = tulis.kunci.ambil(KewajibanLaporan), satu.batas
        status = StatusKewajibanLaporan.TERBUKA
        if melapor and not nomor and satu.jatuh_tempo + PERBAIKI + 2 * TINJAU <= tulis.per:
            batas = _laporkan(tulis, naskah, satu, pk)
            status = StatusKewajibanLaporan.TERPENUHI
        kumpulan.tambah(
            KEWAJIBAN,
            *(pk, naskah.pk, naskah.mitra.pk, satu.ke, satu.jatuh_tempo, batas, satu.batas),
            *(status.value, isi_dasar(satu.dasar, naskah.nomor, ())),
        )
    if kerangka.laporan:
        giliran = {"baru": [satu.ke for satu in kerangka.laporan]}
        aksi = "kewajiban_laporan.terbitkan"
        tulis.catat(aksi, Naskah, naskah.pk, naskah.sebutan, naskah.tercatat, SISTEM, giliran)


def _laporkan(tulis: Tulis, naskah: SatuNaskah, satu: Laporan, kewajiban: int) -> date:
    """One round, or a returned one and a second; some still wait. Returns the deadline."""
    pk, isi = tulis.kunci.ambil(LaporanMitra), _isi(naskah, satu)
    sebutan = f"Laporan ke-{satu.ke} {naskah.mitra.nama}"
    dikembalikan = naskah.urut % 16 in (2, 3)
    menunggu = not dikembalikan and naskah.urut % 20 in (4, 5)
    tanggal, batas, putaran = satu.jatuh_tempo, satu.batas, 1
    if dikembalikan:
        _putaran(tulis, naskah, satu, (pk, sebutan), 1, tanggal, batas, isi, "dikembalikan")
        batas = max(batas, tanggal + TINJAU + TENGGANG)
        tanggal, putaran = tanggal + PERBAIKI, 2
    hasil = "" if menunggu else "diterima"
    _putaran(tulis, naskah, satu, (pk, sebutan), putaran, tanggal, batas, isi, hasil)
    status = StatusLaporanMitra.DISAMPAIKAN if menunggu else StatusLaporanMitra.DITERIMA
    tulis.kumpulan.tambah(
        LAPORAN,
        *(pk, kewajiban, tulis.formulir.pk, json.dumps(isi), status.value, putaran),
        *(tulis.pelaku["mitra"].pk, tulis.waktu(tanggal if menunggu else tanggal + TINJAU)),
    )
    return batas


def _putaran(
    tulis: Tulis,
    naskah: SatuNaskah,
    satu: Laporan,
    laporan: tuple[int, str],
    ke: int,
    tanggal: date,
    batas: date,
    isi: dict[str, Any],
    hasil: str,
) -> None:
    """What was sent, to whom, and what staff answered."""
    pk, mitra, staf = tulis.kunci.ambil(PutaranLaporan), tulis.pelaku["mitra"], tulis.pelaku["staf"]
    nomor, saat = nomor_tanda_terima(laporan[0], ke, tanggal), tulis.waktu(tanggal)
    ditinjau = tulis.waktu(tanggal + TINJAU) if hasil else None
    catatan = CATATAN if hasil == "dikembalikan" else ""
    tulis.kumpulan.tambah(
        PUTARAN,
        *(pk, laporan[0], ke, _potret(tulis, naskah, satu, batas, isi), nomor, batas, mitra.pk),
        *(saat, hasil, catatan, staf.pk if hasil else None, ditinjau),
    )
    for kepada, unit in penerima([naskah.unit.pk]):
        tulis.kumpulan.tambah(TANDA_TERIMA, pk, kepada.value, unit, saat)
    dari = "dikembalikan" if ke > 1 else "draf"
    kirim = {"dari": dari, "ke": "disampaikan", "putaran": ke, "nomor": nomor}
    tulis.catat("laporan_mitra.sampaikan", LaporanMitra, *laporan, saat, mitra, kirim)
    if ditinjau:
        aksi = "kembalikan" if catatan else "terima"
        jawab = {"dari": "disampaikan", "ke": hasil, "putaran": ke, "catatan": catatan}
        tulis.catat(f"laporan_mitra.{aksi}", LaporanMitra, *laporan, ditinjau, staf, jawab)


def _isi(naskah: SatuNaskah, satu: Laporan) -> dict[str, Any]:
    """The form of the reference data, filled in."""
    return {
        "judul": f"Laporan ke-{satu.ke}: {naskah.judul}",
        "latar_belakang": "Laporan ini disampaikan setiap enam bulan.",
        "maksud_tujuan": "Menyampaikan perkembangan pelaksanaan.",
        "ruang_lingkup": "Seluruh kewajiban menurut naskah.",
        "perkembangan": "Kegiatan berjalan, capaian 80 persen.",
        "kewajiban": [
            {
                "kewajiban": str(pk),
                "target": "100 persen",
                "realisasi": "Terlaksana sebagian",
                "persen": "80",
                "bukti": "Terlampir",
            }
            for pk, _ in naskah.butir_mitra
        ],
        "penerima_manfaat": "Masyarakat sekitar.",
        "hambatan": "Pengadaan bahan terlambat dua pekan.",
        "rencana": "Menyelesaikan sisa pekerjaan pada semester berikutnya.",
    }


def _potret(
    tulis: Tulis, naskah: SatuNaskah, satu: Laporan, batas: date, isi: dict[str, Any]
) -> str:
    """What a round keeps (services.putaran_laporan); the form itself is written once."""
    nilai = {
        "isi": isi,
        "naskah": {"nomor": naskah.nomor, "judul": naskah.judul},
        "mitra": naskah.mitra.nama,
        "kewajiban": {
            "ke": satu.ke,
            "sebutan": f"Laporan ke-{satu.ke}",
            "jatuh_tempo": satu.jatuh_tempo,
            "batas": batas,
        },
        "berkas": [],
        "disampaikan_oleh": tulis.pelaku["mitra"].nama,
    }
    teks = json.dumps(nilai, cls=DjangoJSONEncoder)
    return f'{{"formulir": {tulis.formulir.teks}, {teks[1:]}'
