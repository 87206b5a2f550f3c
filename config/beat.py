"""When Celery wakes the runner. Losing a tick delays work; it never loses any."""

from celery.schedules import crontab

BEAT_SCHEDULE = {
    # Two seconds, so that a bundle or a message asked for on a page is taken up at once.
    "antrean": {
        "task": "inti.jalankan_antrean",
        "schedule": 2.0,
        "options": {"expires": 10},
    },
    # A list that was brought in, a search index to make: they may wait a little, and take long.
    "latar": {
        "task": "inti.jalankan_latar",
        "schedule": 5.0,
        "options": {"expires": 10},
    },
    "berkala": {
        "task": "inti.jalankan_berkala",
        "schedule": crontab(hour="1", minute="15"),
        "options": {"expires": 6 * 3600},
    },
    # Hourly: whatever periodic job a stopped night has missed.
    "berkala-susulan": {
        "task": "inti.jalankan_berkala_tertinggal",
        "schedule": crontab(minute="40"),
        "options": {"expires": 1800},
    },
}
