"""The log of pembinaan: recorded, corrected, cancelled; never deleted."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, semua, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.kolom import KolomBerubah, isi_kolom
from inti.services.sekali import pakai_kunci
from pengawasan.domain.pembinaan import (
    BERKAS_TERBANYAK,
    Kehadiran,
    hitung_kehadiran,
    periksa_kehadiran,
    periksa_tanggal,
    periksa_ubah,
)
from pengawasan.models import (
    BerkasPembinaan,
    KeputusanTim,
    Pembinaan,
    PembinaanPerangkatDaerah,
    PesertaPembinaan,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa

    # Key of a unit -> how many came of it, as far as that was stated.
    Unit = Mapping[int, int | None]
    Peserta = Sequence[Mapping[str, Any]]


@transaction.atomic
def catat(
    data: Mapping[str, Any],
    *,
    unit: Unit,
    peserta: Peserta,
    oleh: Pengguna,
    berkas: Sequence[Diperiksa] = (),
    kunci: UUID | None = None,
) -> Pembinaan:
    """Something that was done; `data` are the columns of its content.

    Where `jumlah_peserta` is None it is counted from the units and the names.
    Raises AturanDilanggar for a day in the future and for numbers that cannot be.
    """
    pakai_kunci(kunci, oleh=oleh)
    _tahan_keputusan(data)
    hadir = _periksa(data, unit, peserta)
    pembinaan = Pembinaan.objects.create(
        **{**data, "jumlah_peserta": hadir.seluruhnya}, dicatat_oleh=oleh
    )
    _ganti_hadirin(pembinaan, hadir, peserta)
    _simpan_berkas(pembinaan, berkas, oleh=oleh)
    audit.catat(
        "pembinaan.catat",
        pembinaan,
        oleh=oleh,
        tanggal=pembinaan.tanggal_mulai,
        jumlah_peserta=hadir.seluruhnya,
        **_sebut(pembinaan),
    )
    return pembinaan


@transaction.atomic
def ubah(
    pk: int,
    data: Mapping[str, Any],
    *,
    unit: Unit,
    peserta: Peserta,
    versi: int,
    oleh: Pengguna,
    berkas: Sequence[Diperiksa] = (),
) -> Pembinaan:
    """Correct an entry that was read at `versi`; what was stays in the trail."""
    pembinaan = Pembinaan.objects.get(pk=pk)
    wajib(periksa_ubah(dibatalkan=pembinaan.dibatalkan_pada is not None))
    _tahan_keputusan(data)
    hadir = _periksa(data, unit, peserta)
    kolom = {**data, "jumlah_peserta": hadir.seluruhnya}
    beda = isi_kolom(pembinaan, kolom)
    baris = Pembinaan.objects.terlaksana().filter(pk=pk, versi=versi)
    if not baris.update(versi=F("versi") + 1, **kolom):
        raise KolomBerubah
    pembinaan.refresh_from_db()
    semula = _sebut(pembinaan)
    _ganti_hadirin(pembinaan, hadir, peserta)
    kini = _sebut(pembinaan)
    beda |= {nama: [semula[nama], kini[nama]] for nama in kini if semula[nama] != kini[nama]}
    if tersimpan := _simpan_berkas(pembinaan, berkas, oleh=oleh):
        beda["berkas"] = [[], tersimpan]
    if beda:
        audit.catat("pembinaan.ubah", pembinaan, oleh=oleh, nilai=beda)
    return pembinaan


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """It did not take place after all, or stands twice; it stays readable and counts nowhere."""
    berlaku = Pembinaan.objects.terlaksana().filter(pk=pk)
    ditulis = berlaku.update(
        dibatalkan_oleh=oleh,
        dibatalkan_pada=timezone.now(),
        alasan_batal=alasan,
        versi=F("versi") + 1,
    )
    if not ditulis:
        raise AturanDilanggar("Pembinaan ini sudah dibatalkan.")
    audit.catat("pembinaan.batalkan", Pembinaan.objects.get(pk=pk), oleh=oleh, catatan=alasan)


@transaction.atomic
def tambah_berkas(pk: int, berkas: Sequence[Diperiksa], *, oleh: Pengguna) -> None:
    """Files that came later."""
    pembinaan = _terkunci(pk)
    tersimpan = _simpan_berkas(pembinaan, berkas, oleh=oleh)
    audit.catat("pembinaan.tambah_berkas", pembinaan, oleh=oleh, berkas=tersimpan)


@transaction.atomic
def hapus_berkas(pk: int, berkas_pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Take out a file that does not belong there; the trail keeps its name and hash."""
    pembinaan = _terkunci(pk)
    satu = pembinaan.berkas.select_related("berkas").filter(pk=berkas_pk).first()
    if satu is None:
        raise AturanDilanggar("Berkas ini sudah dikeluarkan.")
    audit.catat(
        "pembinaan.hapus_berkas",
        pembinaan,
        oleh=oleh,
        catatan=alasan,
        berkas=satu.berkas.nama,
        sha256=satu.berkas.sha256,
    )
    satu.delete()


def _tahan_keputusan(data: Mapping[str, Any]) -> None:
    """Whoever takes the decree out at this moment waits, and then finds what was done under it."""
    mulai = KeputusanTim.objects.filter(mulai__lte=data["tanggal_mulai"]).order_by("-mulai")
    list(mulai.select_for_update(of=("self",)).values_list("pk", flat=True)[:1])


def _terkunci(pk: int) -> Pembinaan:
    pembinaan = Pembinaan.objects.select_for_update(of=("self",)).get(pk=pk)
    wajib(periksa_ubah(dibatalkan=pembinaan.dibatalkan_pada is not None))
    return pembinaan


def _periksa(data: Mapping[str, Any], unit: Unit, peserta: Peserta) -> Kehadiran:
    bernama = Counter(s["perangkat_daerah"] and s["perangkat_daerah"].pk for s in peserta)
    hadir = hitung_kehadiran(bernama, unit, data["jumlah_peserta"])
    wajib(
        semua(
            periksa_tanggal(
                data["tanggal_mulai"], data["tanggal_selesai"], hari_ini=timezone.localdate()
            ),
            periksa_kehadiran(hadir, bernama, jenis=data["jenis"]),
        )
    )
    return hadir


def _ganti_hadirin(pembinaan: Pembinaan, hadir: Kehadiran, peserta: Peserta) -> None:
    pembinaan.keikutsertaan.all().delete()
    PembinaanPerangkatDaerah.objects.bulk_create(
        PembinaanPerangkatDaerah(
            pembinaan=pembinaan, perangkat_daerah_id=unit, jumlah_peserta=jumlah
        )
        for unit, jumlah in hadir.per_unit.items()
    )
    pembinaan.peserta.all().delete()
    PesertaPembinaan.objects.bulk_create(
        PesertaPembinaan(pembinaan=pembinaan, urutan=n, **satu)
        for n, satu in enumerate(peserta, start=1)
    )


def _sebut(pembinaan: Pembinaan) -> dict[str, list[str]]:
    """Units and people as the trail keeps them."""
    ikut = pembinaan.keikutsertaan.select_related("perangkat_daerah")
    orang = pembinaan.peserta.select_related("perangkat_daerah")
    return {
        "perangkat_daerah": [f"{s.perangkat_daerah}: {s.jumlah_peserta}" for s in ikut],
        "peserta": ["; ".join(filter(None, (s.nama, s.jabatan, s.unit))) for s in orang],
    }


def _simpan_berkas(
    pembinaan: Pembinaan, berkas: Sequence[Diperiksa], *, oleh: Pengguna
) -> list[str]:
    """The names of what was stored. The same bytes are kept once."""
    ada = set(pembinaan.berkas.values_list("berkas__sha256", flat=True))
    if len(ada) + len(berkas) > BERKAS_TERBANYAK:
        raise AturanDilanggar(f"Paling banyak {BERKAS_TERBANYAK} berkas untuk satu pembinaan.")
    for diperiksa in berkas:
        sha256 = hashlib.sha256(diperiksa.isi).hexdigest()
        if sha256 in ada:
            raise AturanDilanggar(f"Berkas {diperiksa.nama} sudah tersimpan pada pembinaan ini.")
        ada.add(sha256)
        tersimpan = simpan_unggahan(diperiksa, oleh=oleh)
        BerkasPembinaan.objects.create(pembinaan=pembinaan, berkas=tersimpan)
    return [d.nama for d in berkas]
