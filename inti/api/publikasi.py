"""The published schema, for people who are signed in and for programs with a token."""

from __future__ import annotations

from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.views import SpectacularAPIView
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated

from inti.api.autentikasi import TokenAuthentication
from inti.api.laju import LajuToken


class SkemaView(SpectacularAPIView):
    """OpenAPI 3, the same for everybody."""

    renderer_classes = [OpenApiJsonRenderer]
    authentication_classes = [TokenAuthentication, SessionAuthentication]
    permission_classes = [IsAuthenticated]
    throttle_classes = [LajuToken]
