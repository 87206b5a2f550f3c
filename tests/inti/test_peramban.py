"""A browser is told in words that its owner knows."""

import pytest

from inti.peramban import sebutan

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "kata"),
    [
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/142.0.0.0 Safari/537.36",
            "Chrome di Windows",
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/142.0 Safari/537.36 Edg/142.0",
            "Edge di Windows",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/142.0.0.0 Mobile Safari/537.36",
            "Chrome di Android",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 10) {WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Safari/537",
            "Samsung Internet di Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Safari/604.1",
            "Safari di iPhone",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Firefox/145.0", "Firefox di Mac"),
        ("Mozilla/5.0 Firefox/145.0", "Firefox"),
        ("curl/8.5.0 <b>", "curl/8.5.0 <b>"),
        ("", ""),
    ],
)
def test_sebutan(user_agent, kata):
    assert sebutan(user_agent) == kata
