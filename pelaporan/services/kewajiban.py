"""Materialising the mitra's duties to report (Pasal 9 ayat (1)): a diff, in whole batches."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from inti.models import JejakAudit
from inti.notifikasi import antrekan
from inti.putusan import wajib
from kerjasama.models import Keanggotaan, Naskah
from pelaporan.domain.laporan_mitra import periksa_pengingat
from pelaporan.enums import StatusKewajibanLaporan as Status
from pelaporan.models import KewajibanLaporan, LaporanMitra, PerencanaanLaporan
from pengawasan.domain.laporan import TempoLaporan, tempo_laporan
from pengawasan.queries.fakta import fakta_naskah, kebijakan_pada

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inti.models import Pengguna
    from pengawasan.domain.fakta import KebijakanSiklus

CAKRAWALA_BULAN = 7
SEKALI_JALAN = 2_000
UKURAN_BATCH = 200
KOLOM = ("jatuh_tempo", "batas", "dasar")


@dataclass
class Selisih:
    """What a batch changes; nothing is ever deleted. `dikerjakan` are duties with a report."""

    dikerjakan: frozenset[int]
    baru: list[KewajibanLaporan] = field(default_factory=list)
    berubah: list[KewajibanLaporan] = field(default_factory=list)
    hidup_lagi: list[KewajibanLaporan] = field(default_factory=list)
    digantikan: dict[str, list[KewajibanLaporan]] = field(default_factory=lambda: defaultdict(list))

    def per_naskah(self) -> dict[int, dict[str, list[int]]]:
        """Which turns changed in which way, for the audit lines."""
        jenis = {
            "baru": self.baru,
            "berubah": self.berubah,
            "terbuka_lagi": self.hidup_lagi,
            "digantikan": [k for baris in self.digantikan.values() for k in baris],
        }
        hasil: dict[int, dict[str, list[int]]] = defaultdict(dict)
        for nama, baris in jenis.items():
            for kewajiban in baris:
                hasil[kewajiban.naskah_id].setdefault(nama, []).append(kewajiban.ke)
        return hasil


def terbitkan(naskah_pk: int, *, per: date) -> None:
    """Bring the duties of one naskah in line with its facts, as seen on `per`."""
    _selaraskan([naskah_pk], per=per)


def susun_yang_berubah() -> int:
    """Every naskah whose facts changed since its duties were last made; returns how many."""
    berubah = Naskah.objects.filter(
        Q(perencanaan_laporan=None) | ~Q(perencanaan_laporan__versi_fakta=F("versi_fakta"))
    )
    kunci = berubah.order_by("pk").values_list("pk", flat=True)[:SEKALI_JALAN]
    return _per_batch(list(kunci))


def segarkan_semua() -> int:
    """Nightly: move the horizon on and pick up a new policy; returns how many naskah."""
    kunci = Naskah.objects.order_by("pk").values_list("pk", flat=True)
    return _per_batch(list(kunci))


def _per_batch(kunci: Sequence[int]) -> int:
    per = timezone.localdate()
    for awal in range(0, len(kunci), UKURAN_BATCH):
        _selaraskan(kunci[awal : awal + UKURAN_BATCH], per=per)
    return len(kunci)


@transaction.atomic
def _selaraskan(kunci: Sequence[int], *, per: date) -> None:
    """The same number of statements for one naskah or for a whole batch, if nothing changes.

    A duty's identity is (naskah, mitra, ke). A row with a report is never re-dated; what no
    longer applies becomes DIGANTIKAN with the reason; what applies again is opened again. Twice,
    late, or from two runners at once: the same rows.
    """
    semua = Naskah.objects.select_for_update(of=("self",)).filter(pk__in=kunci).order_by("pk")
    naskah = list(semua.prefetch_related("pihak"))
    kebijakan = kebijakan_pada(per)[1]
    ada: dict[int, dict[tuple[int, int], KewajibanLaporan]] = defaultdict(dict)
    for k in KewajibanLaporan.objects.filter(naskah__in=kunci):
        ada[k.naskah_id][k.mitra_id, k.ke] = k
    dikerjakan = LaporanMitra.objects.filter(kewajiban__naskah__in=kunci)
    selisih = Selisih(frozenset(dikerjakan.values_list("kewajiban", flat=True)))
    for satu in naskah:
        _bandingkan(satu, ada[satu.pk], kebijakan, per=per, selisih=selisih)
    _tulis(selisih)
    PerencanaanLaporan.objects.bulk_create(
        [PerencanaanLaporan(naskah=n, versi_fakta=n.versi_fakta) for n in naskah],
        update_conflicts=True,
        unique_fields=["naskah"],
        update_fields=["versi_fakta"],
    )
    terubah = selisih.per_naskah()
    for satu in naskah:
        if satu.pk in terubah:
            audit.catat("kewajiban_laporan.terbitkan", satu, oleh=None, **terubah[satu.pk])


def _bandingkan(
    naskah: Naskah,
    ada: dict[tuple[int, int], KewajibanLaporan],
    kebijakan: KebijakanSiklus,
    *,
    per: date,
    selisih: Selisih,
) -> None:
    tempo = list(_tempo(naskah, kebijakan, sampai=tambah_bulan(per, CAKRAWALA_BULAN)))
    pihak = [p.mitra_id for p in naskah.pihak.all()]
    for mitra in pihak:
        for satu in tempo:
            nilai = _nilai(naskah, satu, kebijakan)
            kewajiban = ada.pop((mitra, satu.ke), None)
            if kewajiban is None:
                baru = KewajibanLaporan(naskah=naskah, mitra_id=mitra, ke=satu.ke, **nilai)
                selisih.baru.append(baru)
            else:
                _perbarui(kewajiban, nilai, selisih)
    for sisa in ada.values():
        if sisa.status == Status.TERBUKA:
            selisih.digantikan[_alasan(naskah, sisa, pihak)].append(sisa)


def _tempo(naskah: Naskah, kebijakan: KebijakanSiklus, *, sampai: date) -> Iterable[TempoLaporan]:
    """The duties that apply; for a naskah from the backlog only those since its supervision."""
    fakta = fakta_naskah(naskah)
    if fakta is None:
        return []
    mulai = fakta.mulai_pengawasan or fakta.tanggal_ttd
    return (t for t in tempo_laporan(fakta, kebijakan, sampai=sampai) if t.jatuh_tempo >= mulai)


def _nilai(naskah: Naskah, tempo: TempoLaporan, kebijakan: KebijakanSiklus) -> dict[str, Any]:
    kalimat = [tempo.dasar, f"Kebijakan {kebijakan.versi}."]
    if naskah.mulai_pengawasan:
        mulai = tanggal_indonesia(naskah.mulai_pengawasan)
        kalimat.append(f"Hanya laporan sejak mulai pengawasan {mulai} yang diwajibkan.")
    return {
        "jatuh_tempo": tempo.jatuh_tempo,
        "batas": tempo.batas,
        "dasar": {
            "pasal": "Pasal 9 ayat (1)",
            "jangkar": naskah.tanggal_ttd.isoformat() if naskah.tanggal_ttd else "",
            "dokumen": naskah.nomor,
            "interval": naskah.interval_laporan or kebijakan.interval_laporan,
            "tenggang": kebijakan.tenggang_laporan,
            "kebijakan": kebijakan.versi,
            "kalimat": kalimat,
        },
    }


def _perbarui(kewajiban: KewajibanLaporan, nilai: dict[str, Any], selisih: Selisih) -> None:
    if kewajiban.status == Status.DIGANTIKAN:
        selisih.hidup_lagi.append(kewajiban)
    if kewajiban.pk in selisih.dikerjakan or all(getattr(kewajiban, k) == nilai[k] for k in KOLOM):
        return
    for kolom in KOLOM:
        setattr(kewajiban, kolom, nilai[kolom])
    selisih.berubah.append(kewajiban)


def _alasan(naskah: Naskah, kewajiban: KewajibanLaporan, pihak: Sequence[int]) -> str:
    """Why a duty no longer applies."""
    if kewajiban.mitra_id not in pihak:
        return "Mitra bukan lagi pihak pada naskah ini."
    fakta = fakta_naskah(naskah)
    if fakta is None:
        return "Naskah belum berlaku."
    akhir = fakta.tanggal_berakhir
    if akhir and kewajiban.jatuh_tempo > akhir:
        return f"Jatuh tempo setelah hari terakhir naskah, {tanggal_indonesia(akhir)}."
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
    anggota = Keanggotaan.objects.aktif().filter(mitra=kewajiban.mitra_id)
    orang = [a.pengguna for a in anggota.select_related("pengguna")]
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
        subjek=f"Laporan ke-{kewajiban.ke} belum disampaikan",
        isi=(
            f"Laporan pelaksanaan naskah {kewajiban.naskah} belum kami terima. Batas penyampaian: "
            f"{tanggal_indonesia(kewajiban.batas)} (Pasal 9 ayat (1))."
        ),
        tautan=reverse("pelaporan:portal-daftar"),
    )
