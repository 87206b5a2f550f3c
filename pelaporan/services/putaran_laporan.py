"""Making one whole round of a mitra's report: its snapshot, its files, its receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kerjasama.models import NaskahPerangkatDaerah
from pelaporan.domain import laporan_mitra as aturan
from pelaporan.models import PutaranLaporan, TandaTerima

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.models import LaporanMitra


def buat(laporan: LaporanMitra, *, oleh: Pengguna) -> PutaranLaporan:
    """The round of a report that was just moved to its next number.

    Runs inside the caller's transaction. Addressees come from the naskah alone.
    """
    sekarang = timezone.now()
    laporan.berkas.filter(putaran=0).update(putaran=laporan.putaran)
    putaran = PutaranLaporan.objects.create(
        laporan=laporan,
        ke=laporan.putaran,
        isi=_potret(laporan, oleh),
        nomor=aturan.nomor_tanda_terima(laporan.pk, laporan.putaran, timezone.localdate()),
        batas=laporan.kewajiban.batas,
        disampaikan_oleh=oleh,
        disampaikan_pada=sekarang,
    )
    unit = NaskahPerangkatDaerah.objects.filter(naskah=laporan.kewajiban.naskah_id)
    TandaTerima.objects.bulk_create(
        TandaTerima(putaran=putaran, penerima=p, perangkat_daerah_id=pd, diterima_pada=sekarang)
        for p, pd in aturan.penerima(unit.values_list("perangkat_daerah", flat=True))
    )
    return putaran


def _potret(laporan: LaporanMitra, oleh: Pengguna) -> dict[str, Any]:
    """Every fact that the round tells, copied: it stays true when the register changes."""
    kewajiban, formulir = laporan.kewajiban, laporan.formulir
    berkas = laporan.berkas.filter(putaran=laporan.putaran).select_related("berkas")
    return {
        "formulir": {
            "versi": formulir.versi,
            "dasar": formulir.dasar,
            "definisi": formulir.definisi,
        },
        "isi": laporan.isi,
        "naskah": {"nomor": kewajiban.naskah.nomor, "judul": kewajiban.naskah.judul},
        "mitra": kewajiban.mitra.nama,
        "kewajiban": {
            "ke": kewajiban.ke,
            "sebutan": kewajiban.sebutan,
            "jatuh_tempo": kewajiban.jatuh_tempo,
            "batas": kewajiban.batas,
        },
        "berkas": [
            {"nama": b.berkas.nama, "sha256": b.berkas.sha256, "ukuran": b.berkas.ukuran}
            for b in berkas
        ],
        "disampaikan_oleh": str(oleh),
    }
