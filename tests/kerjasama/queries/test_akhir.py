"""When the day to ask for an extension has come: the query and the rule say the same."""

from datetime import date, timedelta
from random import Random

import pytest

from kerjasama.domain.akhir import Tenggang, batas_pengajuan, tenggang
from kerjasama.domain.batas import BULAN_PENGAJUAN
from kerjasama.enums import JenisKerjaSama
from kerjasama.models import Naskah
from kerjasama.queries.akhir import waktunya_mengajukan
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db
BAKU = Tenggang(3, "kebijakan")


def bulan(naskah):
    return tenggang(naskah.tenggang_perpanjangan, naskah.jenis_kerja_sama, baku=BAKU).bulan


@pytest.mark.parametrize("per", [date(2026, 1, 31), date(2026, 2, 28), date(2026, 8, 30)])
def test_the_day_has_come_as_the_rule_says(per):
    acak = Random(per.toordinal())
    for _ in range(40):
        sendiri = acak.choice((None, None, 1, 2, 12, 24))
        akhir = batas_pengajuan(per, -(sendiri or acak.choice((BAKU.bulan, BULAN_PENGAJUAN))))
        NaskahFactory(
            jenis_kerja_sama=acak.choice(JenisKerjaSama.values),
            tanggal_berakhir=akhir + timedelta(days=acak.randint(-3, 3)),
            tenggang_perpanjangan=sendiri,
        )
    NaskahFactory(tanggal_berakhir=per - timedelta(days=1))
    NaskahFactory(tanggal_berakhir=per)

    hasil = waktunya_mengajukan(Naskah.objects.all(), per, baku=BAKU.bulan)

    semua = Naskah.objects.filter(tanggal_berakhir__gte=per)
    harap = {n.pk: b for n in semua if batas_pengajuan(n.tanggal_berakhir, b := bulan(n)) <= per}
    assert dict(hasil.values_list("pk", "bulan_tenggang")) == harap
    assert 5 < len(harap) < semua.count()
