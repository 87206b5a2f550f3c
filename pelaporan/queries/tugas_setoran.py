"""Money that waits: payments to confirm, and what is due and not paid."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from inti.formats import rupiah
from kerjasama.enums import PihakButir, StatusPembayaran
from kerjasama.models import PembayaranSetoran, Setoran
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models.setoran import SetoranQuerySet

DAFTAR = "kerjasama:setoran-daftar"
# What was stated but not confirmed yet is not asked for again.
BELUM_DINYATAKAN = Q(jumlah=None, dibayar=0, menunggu=0) | Q(
    jumlah__gt=F("dibayar") + F("menunggu")
)


def pengawas(
    pengguna: Pengguna, hari_ini: date, naskah: QuerySet[Any] | None = None
) -> tuple[list[Petak], list[Sumber]]:
    """For those who confirm: what others stated, and what nobody has paid.

    With `naskah` only the work on these is theirs, whatever else they may see.
    """
    terlihat = Setoran.objects.terlihat_oleh(pengguna)
    menunggu = terlihat.terbuka().filter(menunggu__gt=0)
    petak = [
        Petak(
            "Pembayaran menunggu konfirmasi",
            menunggu,
            alamat(DAFTAR, "keadaan=menunggu"),
            "warning",
        ),
        _petak_terlambat(terlihat, hari_ini, "keadaan=terlambat"),
    ]
    # Nobody confirms what they recorded themselves.
    orang_lain = PembayaranSetoran.objects.filter(
        setoran=OuterRef("pk"), status=StatusPembayaran.DINYATAKAN
    ).exclude(dinyatakan_oleh=pengguna)
    baris = terlihat.terbuka().annotate(perlu_konfirmasi=Exists(orang_lain))
    lewat = Q(pk__in=_terlambat(terlihat, hari_ini).filter(BELUM_DINYATAKAN).values("pk"))
    baris = baris if naskah is None else baris.filter(butir__naskah__in=naskah)
    sumber = Sumber(
        baris.filter(Q(perlu_konfirmasi=True) | lewat)
        .select_related("butir__naskah")
        .order_by("-perlu_konfirmasi", "jatuh_tempo", "pk"),
        _periksa,
        "Pembayaran setoran muncul setelah dicatat orang lain, dan setoran setelah jatuh temponya "
        "lewat.",
        daftar=("setoran menunggu diperiksa", reverse(DAFTAR)),
    )
    return petak, [sumber]


def mitra(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """For a mitra: what it owes itself and has not paid."""
    sendiri = Setoran.objects.terlihat_oleh(pengguna).filter(butir__pihak=PihakButir.MITRA)
    lewat = _terlambat(sendiri, hari_ini).filter(BELUM_DINYATAKAN)
    saringan = f"keadaan=terlambat&pihak={PihakButir.MITRA}"
    sumber = Sumber(
        lewat.select_related("butir__naskah").order_by("jatuh_tempo", "pk"),
        partial(_tagih, tindakan="Catat pembayaran"),
        "Setoran yang lewat jatuh tempo dan belum dibayar muncul di sini.",
        daftar=("setoran terlambat", alamat(DAFTAR, saringan)),
    )
    return [_petak_terlambat(sendiri, hari_ini, saringan)], [sumber]


def _terlambat(setoran: SetoranQuerySet, hari_ini: date) -> SetoranQuerySet:
    """The day after it fell due it is late, as in the list."""
    return setoran.tunggakan_pada(hari_ini).filter(jatuh_tempo__lt=hari_ini)


def _petak_terlambat(setoran: SetoranQuerySet, hari_ini: date, saringan: str) -> Petak:
    baris = _terlambat(setoran, hari_ini)
    return Petak("Setoran terlambat", baris, alamat(DAFTAR, saringan), "danger")


def _periksa(setoran: Any) -> Tugas:
    if not setoran.perlu_konfirmasi:
        return _tagih(setoran, tindakan="Buka setoran")
    return Tugas(
        judul=_judul(setoran),
        keterangan=f"{rupiah(setoran.menunggu)} menunggu konfirmasi · {setoran.butir.naskah}",
        tautan=setoran.get_absolute_url(),
        tindakan="Konfirmasi",
    )


def _tagih(setoran: Setoran, *, tindakan: str) -> Tugas:
    sisa = setoran.angka.tunggakan
    kata = f"Belum lunas {rupiah(sisa)}" if sisa else "Jumlahnya belum ditetapkan"
    return Tugas(
        judul=_judul(setoran),
        keterangan=f"{kata} · {setoran.butir.naskah}",
        tautan=setoran.get_absolute_url(),
        tindakan=tindakan,
        tenggat=setoran.jatuh_tempo,
        terlambat=True,
    )


def _judul(setoran: Setoran) -> str:
    return f"{setoran.butir.get_sifat_uang_display()} ke-{setoran.ke}: {setoran.butir.uraian}"
