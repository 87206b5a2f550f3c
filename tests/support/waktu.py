"""Hours of the day that a test may choose."""

SIANG = 11


def zona_siang(saat):
    """The name of a zone where it is about noon at `saat` (UTC): midnight is half a day away."""
    # The sign is the other way round: Etc/GMT+5 is five hours behind.
    return f"Etc/GMT{saat.hour - SIANG:+d}"
