"""Writes deploy/komponen.cdx.json: what this application is made of (CycloneDX 1.6).

From the lock (deploy/requirements.txt, with its hashes) and static/vendor/VERSIONS.md. Run after
`make kunci`: make daftar-komponen.
"""

import json
import re
import tomllib
from functools import partial

from tests.support.processes import ROOT

KOMPONEN = ROOT / "deploy" / "komponen.cdx.json"
KUNCI = ROOT / "deploy" / "requirements.txt"
VENDOR = ROOT / "static" / "vendor" / "VERSIONS.md"
POLA = partial(re.compile, flags=re.MULTILINE)
SATU = POLA(r"^([a-z0-9.-]+)(?:\[[^]]+\])?==(\S+)(?: ; (.+?))? \\\n((?:    .*\n?)+)")
DARI = POLA(r"^    # +(?:via )?([a-z0-9.-]+)(?: \(pyproject\.toml\))?$")
BAWAAN = POLA(r"^\| ([a-z]+)-([\d.]+) \| .+ \| `(\S+)` [\d.]+ \(npm\) \| (\S+) \|$")


def isi():
    """The whole document, the same for the same lock."""
    proyek = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    akar, pustaka, butuh = proyek["name"], {}, {}
    for nama, versi, syarat, sisa in SATU.findall(KUNCI.read_text()):
        pustaka[nama] = _komponen("pypi", nama, versi)
        if syarat:
            pustaka[nama]["properties"] = [{"name": "syarat", "value": syarat}]
        for pemakai in DARI.findall(sisa):
            butuh.setdefault(pemakai, []).append(pustaka[nama]["bom-ref"])
    bawaan = []
    for _, versi, nama, lisensi in BAWAAN.findall(VENDOR.read_text()):
        satu = _komponen("npm", nama.replace("@", "%40"), versi) | {"name": nama}
        bawaan.append(satu | {"licenses": [{"license": {"id": lisensi}}]})
    butuh.setdefault(akar, []).extend(satu["bom-ref"] for satu in bawaan)
    acuan = {akar: akar} | {nama: satu["bom-ref"] for nama, satu in pustaka.items()}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": akar,
                "name": akar,
                "version": proyek["version"],
            }
        },
        "components": [*pustaka.values(), *bawaan],
        "dependencies": [
            {"ref": acuan[nama], "dependsOn": sorted(butuh.get(nama, []))} for nama in acuan
        ]
        + [{"ref": satu["bom-ref"], "dependsOn": []} for satu in bawaan],
    }


def _komponen(jenis, nama, versi):
    purl = f"pkg:{jenis}/{nama}@{versi}"
    return {"type": "library", "bom-ref": purl, "name": nama, "version": versi, "purl": purl}


def tertulis():
    return json.dumps(isi(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    KOMPONEN.write_text(tertulis())
