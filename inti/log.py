"""Logs as JSON lines, so that text from outside can never forge a line."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime


class JsonFormatter(logging.Formatter):
    """One JSON object a line, time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        isi = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "tingkat": record.levelname,
            "asal": record.name,
            "pesan": record.getMessage(),
        }
        if record.exc_info:
            isi["galat"] = self.formatException(record.exc_info)
        return json.dumps(isi, ensure_ascii=False)
