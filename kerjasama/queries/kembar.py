"""What the register already holds of the rows of a list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kerjasama.domain.baris_impor import kunci_isi
from kerjasama.domain.impor import MENUNGGU
from kerjasama.domain.kunci import kunci_nama, kunci_nomor, lipat
from kerjasama.enums import StatusBarisImpor, StatusImpor
from kerjasama.models import BarisImpor, NamaMitra, Naskah

if TYPE_CHECKING:
    from collections.abc import Collection


def baris_terbuka(kunci: Collection[str], *, kecuali: int | None) -> dict[str, BarisImpor]:
    """The same rows in other lists that are still to be decided, the earliest of each."""
    terbuka = BarisImpor.objects.filter(
        kunci__in=set(kunci),
        status__in=MENUNGGU,
        impor__status__in=(StatusImpor.DITINJAU, StatusImpor.SELESAI),
    )
    semua = terbuka.exclude(impor=kecuali).select_related("impor").order_by("-pk")
    return {b.kunci: b for b in semua.defer("usulan", "mentah", "impor__daftar_lembar")}


class RegisterKembar:
    """Looks up twins of many proposals in a constant number of queries.

    A twin has the same number; or came from the same row of another list; or has the same title,
    parties and date of signing, and not another number.
    """

    def __init__(self, usulan: Collection[dict[str, Any]], kunci: Collection[str]) -> None:
        nomor = {kunci_nomor(u.get("nomor", "")) for u in usulan} - {""}
        self._bernomor = {n.kunci_nomor: n for n in Naskah.objects.filter(kunci_nomor__in=nomor)}
        diterima = BarisImpor.objects.filter(status=StatusBarisImpor.DITERIMA, kunci__in=set(kunci))
        self._terpakai = {b.kunci: b.naskah for b in diterima.select_related("naskah")}
        nama = {kunci_nama(m["nama"]) for u in usulan for m in u.get("mitra", [])}
        lama = NamaMitra.objects.filter(kunci__in=nama, mitra__digabung_ke=None)
        self._kini = dict(lama.order_by("-pk").values_list("kunci", "mitra__kunci"))
        self._berisi = self._menurut_isi(
            {
                (str(u["tanggal_ttd"]), self._kini.get(n, n))
                for u in usulan
                if u.get("tanggal_ttd")
                for n in (kunci_nama(m["nama"]) for m in u.get("mitra", []))
            }
        )

    def cari(self, usulan: dict[str, Any], kunci: str) -> Naskah | None:
        """The naskah that the proposal repeats."""
        nomor = kunci_nomor(usulan.get("nomor", ""))
        if kembar := self._bernomor.get(nomor) or self._terpakai.get(kunci):
            return kembar
        sama = self._berisi.get(self._nama_kini(kunci_isi(usulan)), [])
        return next((n for n in sama if not nomor or not n.kunci_nomor), None)

    def tanda(self, usulan: dict[str, Any], kunci: str) -> tuple[set[Any], set[Any]]:
        """What a proposal is known by, and by what another must be known to be its twin."""
        nomor, isi = kunci_nomor(usulan.get("nomor", "")), self._nama_kini(kunci_isi(usulan))
        tanda: set[Any] = {("baris", kunci), ("isi", isi, bool(nomor))}
        awas: set[Any] = {("baris", kunci), ("isi", isi, False)}
        if nomor:
            return tanda | {("nomor", nomor)}, awas | {("nomor", nomor)}
        return tanda, awas | {("isi", isi, True)}

    def _nama_kini(self, isi: tuple[str, str, str] | None) -> tuple[str, str, str] | None:
        """With parties that go by a former name under the present one."""
        if isi is None:
            return None
        judul, pihak, tanggal = isi
        return judul, "|".join(sorted({self._kini.get(n, n) for n in pihak.split("|")})), tanggal

    @staticmethod
    def _menurut_isi(
        pasangan: set[tuple[str, str]],
    ) -> dict[tuple[str, str, str] | None, list[Naskah]]:
        """Those of a day with a party of the same proposal: few, however long the register."""
        hasil: dict[tuple[str, str, str] | None, list[Naskah]] = defaultdict(list)
        mungkin = Naskah.objects.filter(
            tanggal_ttd__in={tanggal for tanggal, _ in pasangan},
            mitra__kunci__in={pihak for _, pihak in pasangan},
        )
        # The database knows days and parties apart; which belong together is seen here.
        semua = mungkin.order_by().values_list("pk", "tanggal_ttd", "mitra__kunci")
        cocok = {pk for pk, ttd, pihak in semua.iterator() if (str(ttd), pihak) in pasangan}
        for naskah in Naskah.objects.filter(pk__in=cocok).prefetch_related("mitra"):
            kunci = "|".join(sorted({m.kunci for m in naskah.mitra.all()}))
            hasil[lipat(naskah.judul), kunci, str(naskah.tanggal_ttd)].append(naskah)
        return hasil
