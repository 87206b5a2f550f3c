"""What a backup or a restore says when it cannot go on."""


class CadanganError(Exception):
    """In words for the operator (Indonesian); nothing of the site was changed."""
