"""The columns of the audit trail when it is taken away as a file."""

from __future__ import annotations

import json

from inti.lembar import Kolom

JEJAK = (
    Kolom("Waktu", lambda j: j.waktu),
    Kolom("Pelaku", lambda j: j.pelaku_nama),
    Kolom("Sebagai", lambda j: j.sebagai),
    Kolom("Tindakan", lambda j: j.kalimat),
    Kolom("Kode tindakan", lambda j: j.aksi),
    Kolom("Objek", lambda j: j.objek_nama),
    Kolom("Jenis objek", lambda j: j.objek_jenis),
    Kolom("Nomor objek", lambda j: j.objek_id),
    Kolom("Perubahan", lambda j: json.dumps(j.perubahan, ensure_ascii=False, sort_keys=True)),
    Kolom("Hash sebelumnya", lambda j: j.sebelumnya),
    Kolom("Hash", lambda j: j.hash),
)
