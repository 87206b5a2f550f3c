"""Every address of /api/v1/."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from inti.api.galat import tidak_ada
from inti.urls import api as inti
from kerjasama.urls import api as kerjasama
from pelaporan.urls import api as pelaporan
from pengawasan.urls import api as pengawasan

app_name = "api"
urlpatterns = [
    path("", include(inti.urlpatterns)),
    path("", include(kerjasama.urlpatterns)),
    path("", include(pengawasan.urlpatterns)),
    path("", include(pelaporan.urlpatterns)),
    path("<path:sisa>", login_not_required(tidak_ada), name="tidak-ada"),
]
