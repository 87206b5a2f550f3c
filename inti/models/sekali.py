"""One-use form keys: a form sent twice is one record."""

from django.db import models


class KunciFormulir(models.Model):
    """A key that a form carried and that was used."""

    pengguna = models.ForeignKey("inti.Pengguna", models.CASCADE, related_name="+")
    kunci = models.UUIDField("kunci")
    dipakai_pada = models.DateTimeField("dipakai pada", auto_now_add=True)

    class Meta:
        verbose_name = "kunci formulir"
        verbose_name_plural = "kunci formulir"
        constraints = (
            models.UniqueConstraint(name="kunci_formulir_sekali", fields=("pengguna", "kunci")),
        )

    def __str__(self) -> str:
        return str(self.kunci)
