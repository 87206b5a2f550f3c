"""What Celery wakes."""

from celery import shared_task

from inti import antrean


@shared_task(name="inti.jalankan_antrean", ignore_result=True)
def jalankan_antrean() -> None:
    """One turn of the runner. Twice at once is harmless: each row has one taker."""
    antrean.jalankan_segera()


@shared_task(name="inti.jalankan_latar", ignore_result=True)
def jalankan_latar() -> None:
    """The same for what takes long."""
    antrean.jalankan_latar()


@shared_task(name="inti.jalankan_berkala", ignore_result=True)
def jalankan_berkala() -> None:
    """Nightly: every periodic job."""
    antrean.jalankan_berkala()


@shared_task(name="inti.jalankan_berkala_tertinggal", ignore_result=True)
def jalankan_berkala_tertinggal() -> None:
    """Hourly: whatever a stopped night has missed."""
    antrean.jalankan_berkala(hanya_tertinggal=True)
