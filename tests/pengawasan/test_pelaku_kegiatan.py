"""Who may carry a kegiatan from one state to the next: every role against every action."""

from itertools import product

import pytest

from inti.enums import Peran
from inti.roles import mampu
from pengawasan.domain.kegiatan import TRANSISI
from pengawasan.enums import AksiKegiatan as Aksi
from pengawasan.permissions import PELAKU_KEGIATAN

PELAKU = {
    Aksi.TUGASKAN: {Peran.STAF},
    Aksi.LEPASKAN: {Peran.STAF},
    Aksi.LAKSANAKAN: {Peran.STAF},
    Aksi.DOKUMENTASIKAN: {Peran.TIM},
    Aksi.BUKA_DOKUMENTASI: {Peran.TIM},
    Aksi.LAPORKAN: {Peran.TIM},
    Aksi.KEMBALIKAN: {Peran.KETUA},
    Aksi.TARIK: {Peran.TIM},
    Aksi.PUTUSKAN: {Peran.KETUA},
    Aksi.BATALKAN: {Peran.STAF, Peran.TIM},
}


@pytest.mark.parametrize(("aksi", "peran"), list(product(Aksi, Peran)))
def test_each_action_is_for_its_roles_alone(aksi, peran):
    assert mampu({peran}, PELAKU_KEGIATAN[aksi]) == (peran in PELAKU[aksi])


def test_every_action_of_the_table_has_someone_who_may_take_it():
    assert {aksi for _, aksi in TRANSISI} == set(Aksi) == set(PELAKU_KEGIATAN)
