"""Tone and icon of each status: said by text and icon, never by colour alone. Pure data."""

from __future__ import annotations

SUCCESS, DANGER, WARNING, INFO, NEUTRAL = "success", "danger", "warning", "info", "neutral"

TONES: dict[str, tuple[str, str]] = {
    # reached
    "aktif": (SUCCESS, "circle-check"),
    "berlaku": (SUCCESS, "circle-check"),
    "diperpanjang": (SUCCESS, "calendar-plus"),
    "diputuskan": (SUCCESS, "gavel"),
    "disetujui": (SUCCESS, "circle-check"),
    "dikonfirmasi": (SUCCESS, "circle-check"),
    "diterima": (SUCCESS, "circle-check"),
    "ditutup": (SUCCESS, "circle-check"),
    "diverifikasi": (SUCCESS, "circle-check"),
    "lunas": (SUCCESS, "circle-check"),
    "selesai": (SUCCESS, "circle-check"),
    "siap": (SUCCESS, "circle-check"),
    "terbit": (SUCCESS, "circle-check"),
    "tepat_waktu": (SUCCESS, "circle-check"),
    "terkirim": (SUCCESS, "circle-check"),
    "terlaksana": (SUCCESS, "circle-check"),
    "terpenuhi": (SUCCESS, "circle-check"),
    # wrong
    "diputus": (DANGER, "ban"),
    "ditolak": (DANGER, "ban"),
    "gagal": (DANGER, "alert-circle"),
    "prioritas": (DANGER, "flag"),
    "terlambat": (DANGER, "alert-circle"),
    # someone must act
    "belum_ditetapkan": (WARNING, "alert-triangle"),
    "belum_terpenuhi": (WARNING, "alert-triangle"),
    "berbeda": (WARNING, "scale"),
    "dikembalikan": (WARNING, "rotate"),
    "duplikat": (WARNING, "copy"),
    "jatuh_tempo": (WARNING, "calendar-due"),
    "menunggu_konfirmasi": (WARNING, "hourglass"),
    "menunggu_walikota": (WARNING, "hourglass"),
    "pemetaan": (WARNING, "table"),
    "lengkapi": (WARNING, "pencil"),
    "periksa": (WARNING, "eye"),
    "perlu_ditinjau": (WARNING, "alert-triangle"),
    # on its way
    "antre": (INFO, "clock"),
    "diajukan": (INFO, "send"),
    "dibaca": (INFO, "hourglass"),
    "dikerjakan": (INFO, "hourglass"),
    "dikirim": (INFO, "send"),
    "dilaksanakan": (INFO, "clipboard-check"),
    "dilaporkan": (INFO, "file-text"),
    "dinyatakan": (INFO, "hourglass"),
    "disampaikan": (INFO, "send"),
    "ditinjau": (INFO, "eye"),
    "ditugaskan": (INFO, "users"),
    "mengirim": (INFO, "send"),
    "menyusul": (INFO, "hourglass"),
    "sebagian": (INFO, "circle-dashed"),
    "tunggu": (INFO, "hourglass"),
    "terbuka": (INFO, "clock"),
    # at rest
    "belum_dijadwalkan": (NEUTRAL, "hourglass"),
    "berakhir": (NEUTRAL, "flag"),
    "dibatalkan": (NEUTRAL, "x"),
    "digantikan": (NEUTRAL, "replace"),
    "dikoreksi": (NEUTRAL, "replace"),
    "direncanakan": (NEUTRAL, "calendar-event"),
    "diuraikan": (NEUTRAL, "file-text"),
    "draf": (NEUTRAL, "pencil"),
    "kedaluwarsa": (NEUTRAL, "trash"),
    "lewat": (NEUTRAL, "flag"),
    "mendatang": (NEUTRAL, "calendar-event"),
    "nonaktif": (NEUTRAL, "ban"),
    "saran": (NEUTRAL, "bulb"),
    "tanpa_surel": (NEUTRAL, "mail"),
}
UNKNOWN = (NEUTRAL, "dots")

ALERT_ICONS = {
    "success": "circle-check",
    "info": "info-circle",
    "warning": "alert-triangle",
    "danger": "alert-circle",
    "secondary": "info-circle",
}
