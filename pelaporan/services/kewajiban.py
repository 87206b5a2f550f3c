"""Materialising the mitra's duties to report (Pasal 9 ayat (1)): a diff, in whole batches."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from inti.kendala import per_batch
from inti.models import JejakAudit
from inti.notifikasi import antrekan
from inti.putusan import wajib
from kerjasama.models import Naskah
from pelaporan import kabar
from pelaporan.domain.laporan_mitra import periksa_pengingat
from pelaporan.domain.perpanjangan_batas import batas_berlaku
from pelaporan.enums import StatusKewajibanLaporan as Status
from pelaporan.models import KewajibanLaporan, LaporanMitra, PerencanaanLaporan
from pelaporan.queries.kewajiban import CAKRAWALA_BULAN, PENYUSUNAN, yang_berubah, yang_tiba
from pelaporan.queries.penerima import orang_mitra
from pengawasan.domain.laporan import TempoLaporan, tempo_laporan
from pengawasan.models import Kebijakan
from pengawasan.queries.fakta import fakta_naskah, riwayat_kebijakan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import ParaPihak
    from pengawasan.domain.fakta import AturanSiklus

SEKALI_JALAN = 2_000
UKURAN_BATCH = 200
KOLOM = ("jatuh_tempo", "batas", "batas_aturan", "dasar")


@dataclass
class Selisih:
    """What a batch changes; nothing is ever deleted. `dikerjakan` are duties with a report."""

    dikerjakan: frozenset[int]
    baru: list[KewajibanLaporan] = field(default_factory=list)
    berubah: list[KewajibanLaporan] = field(default_factory=list)
    hidup_lagi: list[KewajibanLaporan] = field(default_factory=list)
    digantikan: dict[str, list[KewajibanLaporan]] = field(default_factory=lambda: defaultdict(list))

    def per_naskah(self) -> dict[int, dict[str, list[int | None]]]:
        """Which turns changed in which way, for the audit lines."""
        jenis = {
            "baru": self.baru,
            "berubah": self.berubah,
            "terbuka_lagi": self.hidup_lagi,
            "digantikan": [k for baris in self.digantikan.values() for k in baris],
        }
        hasil: dict[int, dict[str, list[int | None]]] = defaultdict(dict)
        for nama, baris in jenis.items():
            for kewajiban in baris:
                hasil[kewajiban.naskah_id].setdefault(nama, []).append(kewajiban.ke)
        return hasil


def terbitkan(naskah_pk: int, *, per: date) -> None:
    """Bring the duties of one naskah in line with its facts, as seen on `per`."""
    _selaraskan([naskah_pk], per=per)


def susun_yang_berubah() -> int:
    """Make anew the duties of naskah whose facts or policy changed; returns how many."""
    terakhir = Kebijakan.objects.terakhir_terbit()
    return _per_batch(yang_berubah(terakhir), terakhir, sebanyak=SEKALI_JALAN)


def segarkan_semua() -> int:
    """Nightly: the naskah of which a report comes within the horizon; returns how many.

    Each knows which date comes next, so the others are not looked at.
    """
    terakhir = Kebijakan.objects.terakhir_terbit()
    return _per_batch(yang_tiba(terakhir, timezone.localdate()), terakhir)


def _per_batch(
    naskah: QuerySet[Naskah], terakhir: Kebijakan | None, sebanyak: int | None = None
) -> int:
    """One of which they cannot be made holds up no other (inti.kendala)."""
    per = timezone.localdate()
    return per_batch(
        PENYUSUNAN,
        naskah,
        lambda kunci: _selaraskan(kunci, per=per),
        versi="versi_fakta",
        sejak=terakhir.diterbitkan_pada if terakhir else None,
        ukuran=UKURAN_BATCH,
        sebanyak=sebanyak,
    )


@transaction.atomic
def _selaraskan(kunci: Sequence[int], *, per: date) -> None:
    """The same number of statements for one naskah or for a whole batch, if nothing changes.

    A periodic duty's identity is (naskah, mitra, ke); those on request are not touched. A row
    with a report is never re-dated; what no longer applies becomes DIGANTIKAN with the reason;
    what applies again is opened again. Twice, late, or from two runners at once: the same rows.
    """
    semua = Naskah.objects.select_for_update(of=("self",)).filter(pk__in=kunci).order_by("pk")
    naskah = list(semua.prefetch_related("pihak"))
    terakhir, aturan = riwayat_kebijakan()
    sampai = tambah_bulan(per, CAKRAWALA_BULAN)
    ada: dict[int, dict[tuple[int, int | None], KewajibanLaporan]] = defaultdict(dict)
    for k in KewajibanLaporan.objects.berkala().filter(naskah__in=kunci):
        ada[k.naskah_id][k.mitra_id, k.ke] = k
    dikerjakan = LaporanMitra.objects.filter(kewajiban__naskah__in=kunci)
    selisih = Selisih(frozenset(dikerjakan.values_list("kewajiban", flat=True)))
    perencanaan = []
    for satu in naskah:
        tempo, berikutnya = tempo_wajib(satu, aturan, sampai=sampai)
        _bandingkan(satu, ada[satu.pk], tempo, selisih=selisih)
        perencanaan.append(
            PerencanaanLaporan(
                naskah=satu,
                versi_fakta=satu.versi_fakta,
                kebijakan=terakhir,
                berikutnya=berikutnya,
            )
        )
    _tulis(selisih)
    PerencanaanLaporan.objects.bulk_create(
        perencanaan,
        update_conflicts=True,
        unique_fields=["naskah"],
        update_fields=["versi_fakta", "kebijakan", "berikutnya"],
    )
    terubah = selisih.per_naskah()
    kabar = [(satu, terubah[satu.pk]) for satu in naskah if satu.pk in terubah]
    audit.catat_semua("kewajiban_laporan.terbitkan", kabar, oleh=None)


def _bandingkan(
    naskah: Naskah,
    ada: dict[tuple[int, int | None], KewajibanLaporan],
    tempo: Sequence[TempoLaporan],
    *,
    selisih: Selisih,
) -> None:
    pihak = {p.mitra_id: p for p in naskah.pihak.all()}
    for mitra, masa in pihak.items():
        for satu in tempo:
            kewajiban = ada.get((mitra, satu.ke))
            # Who comes back after leaving goes on owing what was owed before.
            terutang = kewajiban is not None and kewajiban.status != Status.DIGANTIKAN
            bergabung = None if terutang else masa.bergabung_pada
            if not satu.atas(bergabung=bergabung, keluar=masa.diakhiri_pada):
                continue
            nilai = nilai_kewajiban(naskah, satu)
            if kewajiban is None:
                baru = KewajibanLaporan(naskah=naskah, mitra_id=mitra, ke=satu.ke, **nilai)
                selisih.baru.append(baru)
            else:
                _perbarui(kewajiban, nilai, selisih)
                del ada[mitra, satu.ke]
    for sisa in ada.values():
        if sisa.status == Status.TERBUKA:
            selisih.digantikan[_alasan(naskah, sisa, pihak)].append(sisa)


def tempo_wajib(
    naskah: Naskah, aturan: AturanSiklus, *, sampai: date
) -> tuple[list[TempoLaporan], date | None]:
    """The duties that apply up to the horizon, and when the first beyond it falls due.

    For a naskah from the backlog only those since its supervision.
    """
    fakta = fakta_naskah(naskah)
    if fakta is None:
        return [], None
    mulai = fakta.mulai_pengawasan or fakta.tanggal_ttd
    tempo: list[TempoLaporan] = []
    for satu in tempo_laporan(fakta, aturan, sampai=date.max):
        if satu.jatuh_tempo > sampai:
            return tempo, satu.jatuh_tempo
        if satu.jatuh_tempo >= mulai:
            tempo.append(satu)
    return tempo, None


def nilai_kewajiban(naskah: Naskah, tempo: TempoLaporan) -> dict[str, Any]:
    """The columns of the duty that stands for a turn, before anybody was granted more time."""
    kebijakan = tempo.kebijakan
    kalimat = [tempo.dasar, f"Kebijakan {kebijakan.versi}."]
    if naskah.mulai_pengawasan:
        mulai = tanggal_indonesia(naskah.mulai_pengawasan)
        kalimat.append(f"Hanya laporan sejak mulai pengawasan {mulai} yang diwajibkan.")
    return {
        "jatuh_tempo": tempo.jatuh_tempo,
        "batas": tempo.batas,
        "batas_aturan": tempo.batas,
        "dasar": {
            "pasal": "Pasal 9 ayat (1)",
            "jangkar": naskah.tanggal_ttd.isoformat() if naskah.tanggal_ttd else "",
            "dokumen": naskah.nomor,
            "interval": tempo.interval,
            "tenggang": kebijakan.tenggang_laporan,
            "kebijakan": kebijakan.versi,
            "kalimat": kalimat,
        },
    }


def _perbarui(kewajiban: KewajibanLaporan, nilai: dict[str, Any], selisih: Selisih) -> None:
    if kewajiban.status == Status.DIGANTIKAN:
        selisih.hidup_lagi.append(kewajiban)
    nilai |= {"batas": batas_berlaku(nilai["batas_aturan"], kewajiban.diperpanjang_sampai)}
    if kewajiban.pk in selisih.dikerjakan or all(getattr(kewajiban, k) == nilai[k] for k in KOLOM):
        return
    for kolom in KOLOM:
        setattr(kewajiban, kolom, nilai[kolom])
    selisih.berubah.append(kewajiban)


def _alasan(naskah: Naskah, kewajiban: KewajibanLaporan, pihak: Mapping[int, ParaPihak]) -> str:
    """Why a duty no longer applies."""
    if (masa := pihak.get(kewajiban.mitra_id)) is None:
        return "Mitra bukan lagi pihak pada naskah ini."
    fakta = fakta_naskah(naskah)
    if fakta is None:
        return "Naskah belum berlaku."
    akhir = fakta.tanggal_berakhir
    if akhir and kewajiban.jatuh_tempo > akhir:
        return f"Jatuh tempo setelah hari terakhir naskah, {tanggal_indonesia(akhir)}."
    if masa.diakhiri_pada:
        keluar = tanggal_indonesia(masa.diakhiri_pada)
        return f"Mitra keluar dari naskah ini pada {keluar}, sebelum masa laporannya dimulai."
    return "Tidak berlaku lagi setelah tanggal atau interval naskah berubah."


def _tulis(selisih: Selisih) -> None:
    """Conditional on the state that was read, so that a report sent meanwhile is not undone."""
    # Whoever came first with the same key has written the same row.
    KewajibanLaporan.objects.bulk_create(selisih.baru, ignore_conflicts=True, batch_size=500)
    KewajibanLaporan.objects.bulk_update(selisih.berubah, KOLOM, batch_size=200)
    if selisih.hidup_lagi:
        mati = KewajibanLaporan.objects.filter(pk__in=[k.pk for k in selisih.hidup_lagi])
        mati.filter(status=Status.DIGANTIKAN).update(status=Status.TERBUKA, alasan_status="")
    for alasan, baris in selisih.digantikan.items():
        terbuka = KewajibanLaporan.objects.filter(pk__in=[k.pk for k in baris])
        terbuka.filter(status=Status.TERBUKA).update(status=Status.DIGANTIKAN, alasan_status=alasan)


@transaction.atomic
def ingatkan(pk: int, *, oleh: Pengguna) -> None:
    """Remind the people of the mitra; at most once a day, and never before the due date.

    The audit line is the proof of the reminder, for the report on a mitra that stays silent.
    """
    kewajiban = KewajibanLaporan.objects.select_for_update(of=("self",)).get(pk=pk)
    hari_ini = timezone.localdate()
    diingatkan = JejakAudit.objects.tentang(kewajiban).filter(
        aksi="kewajiban_laporan.ingatkan", waktu__date=hari_ini
    )
    orang = orang_mitra(kewajiban.mitra_id)
    wajib(
        periksa_pengingat(
            Status(kewajiban.status),
            jatuh_tempo=kewajiban.jatuh_tempo,
            hari_ini=hari_ini,
            sudah_hari_ini=diingatkan.exists(),
            ada_penerima=bool(orang),
        )
    )
    jejak = audit.catat("kewajiban_laporan.ingatkan", kewajiban, oleh=oleh, batas=kewajiban.batas)
    antrekan(
        jejak,
        kepada=orang,
        pesan=kabar.LAPORAN_BELUM_DISAMPAIKAN.tulis(
            laporan=kewajiban.sebutan,
            naskah=kewajiban.naskah,
            batas=tanggal_indonesia(kewajiban.batas),
        ),
        tautan=reverse("pelaporan:portal-daftar"),
    )
