"""Mail written as files, one message a file, for demonstration and development."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.mail import EmailMessage

_nomor = itertools.count()


class FileBackend(BaseEmailBackend):
    """Writes `<time>-<n>.eml` under settings.EMAIL_FILE_PATH."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message; returns how many."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            waktu = timezone.localtime().strftime("%Y%m%d-%H%M%S-%f")
            path = folder / f"{waktu}-{next(_nomor)}.eml"
            # Whole or not there: a writer that is killed leaves no half message.
            sementara = path.with_suffix(".sementara")
            sementara.write_bytes(message.message().as_bytes())
            sementara.replace(path)
        return len(email_messages)
