"""Where a person is signed in, asked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna


def perangkat(pengguna: Pengguna) -> QuerySet[UserSession]:
    """The devices whose session is still there, the first one first."""
    hidup = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    semua: QuerySet[UserSession] = UserSession.objects.filter(
        user=pengguna, session_key__in=hidup
    ).order_by("created_at", "pk")
    return semua
