"""Several people at the same moment: real threads, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from inti.putusan import AturanDilanggar


def at_once(*calls):
    """Let all begin together; what each gave, a refusal as the AturanDilanggar itself.

    Anything else that one of them raises fails the test.
    """
    start = Barrier(len(calls), timeout=30)

    def attempt(call):
        start.wait()
        try:
            return call()
        except AturanDilanggar as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(attempt, calls))


def succeeded(results):
    """How many were not refused."""
    return sum(not isinstance(r, AturanDilanggar) for r in results)
