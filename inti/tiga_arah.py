"""Two people over one page: what stood on it, what one typed, what the other stored meanwhile."""

from __future__ import annotations

from collections.abc import Mapping


def bandingkan(
    asal: Mapping[str, str], saya: Mapping[str, str], kini: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """Keys of which only the other changed the value, and those of which both did.

    What is missing is a value too: a row that one of them added or took out.
    """
    ikut: list[str] = []
    bentrok: list[str] = []
    for kunci in dict.fromkeys([*kini, *saya, *asal]):
        dulu, ketikan, tersimpan = (satu.get(kunci) for satu in (asal, saya, kini))
        if tersimpan not in (dulu, ketikan):
            (ikut if ketikan == dulu else bentrok).append(kunci)
    return ikut, bentrok
