"""Writing a report and sending it to the Ketua TKKSD."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services import nomor_surat
from inti.services.kolom import periksa_asal
from inti.services.sekali import pakai_kunci
from pelaporan.domain import naskah_laporan
from pelaporan.domain.kelengkapan import periksa as periksa_lengkap
from pelaporan.domain.laporan import TRANSISI, boleh_diubah, periksa
from pelaporan.enums import AksiLaporan, StatusBundel, StatusLaporan
from pelaporan.models import Bundel, Laporan
from pelaporan.queries.bahan import bahan_kelengkapan, bahan_naskah, cuplikan
from pengawasan.domain.kegiatan import periksa as periksa_kegiatan
from pengawasan.domain.kegiatan import periksa_susun_laporan
from pengawasan.enums import AksiKegiatan, JenisKegiatan, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import rekomendasi as rekomendasi_services

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def susun(kegiatan_pk: int, *, oleh: Pengguna, kunci: UUID | None = None) -> Laporan:
    """Begin the report on a kegiatan that was held, worded from its data; one per kegiatan."""
    pakai_kunci(kunci, oleh=oleh)
    kegiatan = Kegiatan.objects.select_related("naskah").get(pk=kegiatan_pk)
    wajib(periksa_susun_laporan(StatusKegiatan(kegiatan.status)))
    bahan = bahan_naskah(kegiatan)
    try:
        with transaction.atomic():
            laporan = Laporan.objects.create(
                kegiatan=kegiatan,
                disusun_oleh=oleh,
                pendahuluan=naskah_laporan.pendahuluan(bahan),
                hasil=naskah_laporan.hasil(bahan),
                kesimpulan=naskah_laporan.kesimpulan(bahan),
            )
    except IntegrityError as error:
        msg = "Laporan kegiatan ini sudah ada."
        raise AturanDilanggar(msg) from error
    audit.catat("laporan.susun", laporan, oleh=oleh)
    return laporan


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Laporan:
    """Change the text until it is sent, or after it was returned.

    Whoever states that a site visit was not needed is named.
    """
    laporan = Laporan.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(boleh_diubah(StatusLaporan(laporan.status)))
    periksa_asal(laporan, data, asal)
    if data.get("alasan_tanpa_tinjau", laporan.alasan_tanpa_tinjau) != laporan.alasan_tanpa_tinjau:
        data = data | {"tanpa_tinjau_oleh": oleh if data["alasan_tanpa_tinjau"] else None}
    for nama, nilai in data.items():
        setattr(laporan, nama, nilai)
    laporan.save(update_fields=list(data))
    audit.catat("laporan.ubah", laporan, oleh=oleh, kolom=sorted(data))
    return laporan


@transaction.atomic
def kirim(pk: int, *, oleh: Pengguna) -> Laporan:
    """Send to the Ketua TKKSD, if nothing of Pasal 10 is missing and the kegiatan is documented.

    In one transaction: the gate, the number (once), the next version, the recommendations put
    forward, the results locked, and the bundle's row with the snapshot of all it will print.
    """
    # The kegiatan too, so that nothing is taken out of it between the gate and the snapshot.
    terkunci = Laporan.objects.select_for_update(of=("self", "kegiatan"))
    laporan = terkunci.select_related("kegiatan").get(pk=pk)
    dari = StatusLaporan(laporan.status)
    wajib(periksa(dari, AksiLaporan.KIRIM))
    jenis = JenisKegiatan(laporan.kegiatan.jenis)
    wajib(periksa_lengkap(jenis, bahan_kelengkapan(laporan)))
    wajib(periksa_kegiatan(StatusKegiatan(laporan.kegiatan.status), AksiKegiatan.LAPORKAN))
    _tulis(laporan, dari, oleh=oleh)
    if jenis == JenisKegiatan.EVALUASI:
        rekomendasi_services.ajukan_semua(laporan.kegiatan_id, oleh=oleh)
    kegiatan_services.laporkan(laporan.kegiatan_id, oleh=oleh)
    audit.catat("laporan.kirim", laporan, oleh=oleh, versi=laporan.versi, nomor=str(laporan.nomor))
    kode = secrets.token_hex(16)
    Bundel.objects.create(
        laporan=laporan,
        versi=laporan.versi,
        kode=kode,
        isi=cuplikan(laporan, kode=kode),
        diminta_oleh=oleh,
        langkah="Menunggu giliran",
    )
    return laporan


@transaction.atomic
def ulangi_bundel(bundel_pk: int, *, oleh: Pengguna) -> None:
    """Queue a failed bundle again, from the same snapshot."""
    gagal = Bundel.objects.filter(pk=bundel_pk, status=StatusBundel.GAGAL)
    ulang = gagal.update(
        status=StatusBundel.ANTRE, persen=0, percobaan=0, kesalahan="", langkah="Menunggu giliran"
    )
    if not ulang:
        msg = "Bundel ini tidak sedang gagal."
        raise AturanDilanggar(msg)
    audit.catat("bundel.ulangi", Bundel.objects.get(pk=bundel_pk), oleh=oleh)


def _tulis(laporan: Laporan, dari: StatusLaporan, *, oleh: Pengguna) -> None:
    """Only one of two who send at once succeeds."""
    hari_ini = timezone.localdate()
    nomor = laporan.nomor or nomor_surat.ambil(
        jenis=f"Laporan {laporan.kegiatan.jenis}",
        perihal=str(laporan),
        tanggal=hari_ini,
        oleh=oleh,
    )
    tertulis = Laporan.objects.filter(pk=laporan.pk, status=dari, versi=laporan.versi).update(
        status=TRANSISI[dari, AksiLaporan.KIRIM],
        versi=laporan.versi + 1,
        nomor=nomor,
        tanggal=hari_ini,
        dikirim_oleh=oleh,
        dikirim_pada=timezone.now(),
        diputuskan_oleh=None,
        diputuskan_pada=None,
    )
    if not tertulis:
        msg = "Laporan ini baru saja dikirim. Muat ulang halaman."
        raise AturanDilanggar(msg)
    laporan.refresh_from_db()
