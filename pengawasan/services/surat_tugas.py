"""Issuing, revoking and replacing a surat tugas: number, team and kegiatan in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, semua, tolak, wajib
from inti.services import nomor_surat
from inti.services.sekali import pakai_kunci
from kerjasama.enums import StatusNaskah
from pengawasan import kabar
from pengawasan.domain.pemisahan import periksa_anggota
from pengawasan.domain.surat_tugas import (
    PINDAH,
    TRANSISI,
    periksa,
    periksa_pindah,
    periksa_tanggal_pengganti,
)
from pengawasan.domain.tim import (
    KODE_KURSI,
    KURSI,
    periksa_tanggal_surat,
    periksa_tim,
)
from pengawasan.enums import AksiSuratTugas as Aksi
from pengawasan.enums import StatusKegiatan
from pengawasan.enums import StatusSuratTugas as Status
from pengawasan.models import AnggotaTim, Kegiatan, PengecualianKursi, SuratTugas
from pengawasan.queries.pemisahan import penanda_unit
from pengawasan.queries.penerima import pelaksana
from pengawasan.queries.tim import hasil_kegiatan
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services.penanda_tangan import ketua_tkksd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna
    from inti.pesan import Pesan
    from pengawasan.domain.tim import Pengecualian


@transaction.atomic
def terbitkan(
    *,
    kegiatan: Sequence[int],
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    pengecualian: Sequence[Pengecualian] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> SuratTugas:
    """One letter for one or several kegiatan; each becomes DITUGASKAN.

    `anggota` are columns of AnggotaTim (`pengguna` a person or None), in the order of the
    letter. Raises AturanDilanggar when a fixed seat is empty without an exception of its own
    (Pasal 8 ayat (2)) or not held by who is named, a member signs for a unit of the naskah,
    nobody holds the chair's seat, or a kegiatan is not waiting.
    """
    pakai_kunci(kunci, oleh=oleh)
    daftar = _kunci(kegiatan)
    _periksa(daftar, tanggal, anggota, pengecualian)
    surat = _tulis(daftar, tanggal, anggota, pengecualian, oleh=oleh)
    for satu in daftar:
        kegiatan_services.tugaskan(satu.pk, oleh=oleh, surat=str(surat))
    _kabarkan(surat, daftar, oleh=oleh)
    return surat


@transaction.atomic
def cabut(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Revoke a letter that led to nothing yet; its kegiatan wait for another one.

    The number stays in the register as cancelled. Raises AturanDilanggar once a kegiatan has a
    result.
    """
    daftar = _kunci(_kegiatan(pk))
    surat = _ambil(pk)
    hasil = hasil_kegiatan(daftar)
    wajib(periksa(Status(surat.status), Aksi.CABUT, alasan=alasan, hasil=hasil))
    # Asked while the letter is in force: its team is told.
    kepada = list(pelaksana(daftar))
    _akhiri(surat, Aksi.CABUT, alasan=alasan, oleh=oleh)
    nomor_surat.batalkan(surat.nomor_id, alasan=f"Dicabut: {alasan}"[:250], oleh=oleh)
    for satu in daftar:
        if satu.status == StatusKegiatan.DITUGASKAN:
            kegiatan_services.lepaskan(satu.pk, oleh=oleh, surat=str(surat))
    jejak = audit.catat(
        "surat_tugas.cabut",
        surat,
        oleh=oleh,
        dari=Status.BERLAKU,
        ke=Status.DICABUT,
        catatan=alasan,
    )
    _kabari(
        jejak,
        surat,
        kepada,
        kabar.SURAT_TUGAS_DICABUT.tulis(surat=surat, alasan=alasan),
    )


@transaction.atomic
def gantikan(
    pk: int,
    *,
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    alasan: str,
    pengecualian: Sequence[Pengecualian] = (),
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> SuratTugas:
    """A new letter in place of one in force, which stays readable as DIGANTIKAN.

    It takes over every kegiatan that is not reported yet, in the state it is in: what the old
    team recorded stays as it is, and the new one goes on. Checks as `terbitkan` does.
    """
    pakai_kunci(kunci, oleh=oleh)
    daftar = _kunci(_kegiatan(pk))
    lama = _ambil(pk)
    wajib(
        semua(
            periksa(Status(lama.status), Aksi.GANTIKAN, alasan=alasan),
            periksa_pindah([StatusKegiatan(k.status) for k in daftar]),
            periksa_tanggal_pengganti(tanggal, lama=lama.tanggal),
        )
    )
    pindah = [k for k in daftar if k.status in PINDAH]
    _periksa(pindah, tanggal, anggota, pengecualian)
    kepada = list(pelaksana(pindah))
    _akhiri(lama, Aksi.GANTIKAN, alasan=alasan, oleh=oleh)
    surat = _tulis(pindah, tanggal, anggota, pengecualian, oleh=oleh, menggantikan=lama)
    jejak = audit.catat(
        "surat_tugas.gantikan",
        lama,
        oleh=oleh,
        dari=Status.BERLAKU,
        ke=Status.DIGANTIKAN,
        pengganti=str(surat),
        catatan=alasan,
    )
    _kabari(jejak, lama, kepada, kabar.SURAT_TUGAS_DIGANTIKAN.tulis(surat=lama, pengganti=surat))
    _kabarkan(surat, pindah, oleh=oleh)
    return surat


def _ambil(pk: int) -> SuratTugas:
    return SuratTugas.objects.select_related("nomor").get(pk=pk)


def _kegiatan(pk: int) -> list[int]:
    """The kegiatan of a letter; which these are never changes."""
    return list(
        SuratTugas.kegiatan.through.objects.filter(surattugas=pk).values_list("kegiatan", flat=True)
    )


def _akhiri(surat: SuratTugas, aksi: Aksi, *, alasan: str, oleh: Pengguna) -> None:
    """Write only if nobody was faster."""
    dari = Status(surat.status)
    baris = SuratTugas.objects.filter(pk=surat.pk, status=dari)
    if not baris.update(
        status=TRANSISI[dari, aksi],
        alasan_akhir=alasan,
        diakhiri_oleh=oleh,
        diakhiri_pada=timezone.now(),
    ):
        msg = "Surat tugas ini baru saja berubah. Muat ulang halaman."
        raise AturanDilanggar(msg)


def _tulis(
    kegiatan: Sequence[Kegiatan],
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    pengecualian: Sequence[Pengecualian],
    *,
    oleh: Pengguna,
    menggantikan: SuratTugas | None = None,
) -> SuratTugas:
    """The letter with its number and team, signed by whoever is Ketua TKKSD on its date."""
    ketua = ketua_tkksd(tanggal)
    surat = SuratTugas.objects.create(
        nomor=nomor_surat.ambil(
            jenis="Surat tugas",
            perihal=f"Penugasan Tim Pengawasan: {'; '.join(str(k) for k in kegiatan)}",
            tanggal=tanggal,
            oleh=oleh,
        ),
        tanggal=tanggal,
        penanda_tangan=ketua.pengguna.nama,
        jabatan_penanda_tangan=ketua.sebutan,
        nip_penanda_tangan=ketua.pengguna.nip,
        menggantikan=menggantikan,
        diterbitkan_oleh=oleh,
    )
    surat.kegiatan.set(kegiatan)
    AnggotaTim.objects.bulk_create(
        [AnggotaTim(surat_tugas=surat, urutan=i, **a) for i, a in enumerate(anggota, start=1)]
    )
    milik = {p.kode: p for p in pengecualian}
    PengecualianKursi.objects.bulk_create(
        PengecualianKursi(
            surat_tugas=surat,
            kode_jabatan=kursi.kode,
            kedudukan=kursi.kedudukan,
            nama_kursi=kursi.nama,
            alasan=milik[kursi.kode].alasan,
            pengganti=milik[kursi.kode].pengganti,
            sampai=milik[kursi.kode].sampai,
            ditulis_oleh=oleh,
        )
        for kursi in KURSI
        if kursi.kode in milik
    )
    return surat


def _kunci(kegiatan: Iterable[int]) -> list[Kegiatan]:
    """Lock them in the order of their keys, so that two letters never wait for each other."""
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).select_related("naskah")
    daftar = list(terkunci.filter(pk__in=kegiatan).order_by("pk"))
    if not daftar:
        wajib(tolak("Pilih sedikitnya satu kegiatan."))
    return daftar


def _periksa(
    kegiatan: Sequence[Kegiatan],
    tanggal: date,
    anggota: Sequence[dict[str, Any]],
    pengecualian: Sequence[Pengecualian],
) -> None:
    ttd = [None if k.naskah.status == StatusNaskah.DRAF else k.naskah.tanggal_ttd for k in kegiatan]
    wajib(periksa_tanggal_surat(tanggal, tanggal_ttd=ttd, hari_ini=timezone.localdate()))
    tim = [(a["nama"], a.get("kode_jabatan", "")) for a in anggota]
    wajib(periksa_tim(tim, pengecualian=pengecualian, tanggal=tanggal))
    _periksa_pemangku(tanggal, anggota)
    penanda = penanda_unit(kegiatan)
    for satu in anggota:
        orang = satu.get("pengguna")
        wajib(periksa_anggota([satu["nama"], orang.nama if orang else ""], penanda))


def _periksa_pemangku(tanggal: date, anggota: Sequence[dict[str, Any]]) -> None:
    """Whoever is named in a fixed seat holds it on the date of the letter."""
    berlaku = PemangkuJabatan.objects.berlaku_pada(tanggal).filter(jabatan__kode__in=KODE_KURSI)
    pemangku = set(berlaku.values_list("jabatan__kode", "pengguna"))
    for satu in anggota:
        kode, orang = satu.get("kode_jabatan", ""), satu.get("pengguna")
        if kode in KODE_KURSI and (kode, orang.pk if orang else None) not in pemangku:
            wajib(tolak(f"{satu['nama']} bukan {satu['jabatan']} pada tanggal surat."))


def _kabarkan(surat: SuratTugas, kegiatan: Sequence[Kegiatan], *, oleh: Pengguna) -> None:
    """Tell the team and the units of the naskah."""
    jejak = audit.catat(
        "surat_tugas.terbitkan", surat, oleh=oleh, kegiatan=[k.pk for k in kegiatan]
    )
    _kabari(
        jejak,
        surat,
        list(pelaksana(kegiatan)),
        kabar.SURAT_TUGAS_TERBIT.tulis(surat=surat, tanggal=tanggal_indonesia(surat.tanggal)),
    )


def _kabari(jejak: JejakAudit, surat: SuratTugas, kepada: Sequence[Pengguna], pesan: Pesan) -> None:
    antrekan(jejak, kepada=kepada, pesan=pesan, tautan=surat.get_absolute_url())
