"""A step that fails, to see that what came before it is undone."""


class StepFailedError(Exception):
    """Raised by `fails`."""


def fails(*args, **kwargs):
    """Take the place of any function: `monkeypatch.setattr(services, "antrekan", fails)`."""
    raise StepFailedError
