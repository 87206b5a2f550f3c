"""Reading what a program sends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO


class JsonParser(JSONParser):
    """JSON whose strings are text: half a character, escaped, can neither be kept nor answered."""

    def parse(
        self,
        stream: BinaryIO,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The data. Raises ParseError."""
        try:
            isi = super().parse(stream, media_type, parser_context)
            json.dumps(isi, ensure_ascii=False).encode()
        except RecursionError as error:
            raise ParseError("Isinya terlalu dalam bersarang.") from error
        except UnicodeEncodeError as error:
            raise ParseError("Isinya memuat huruf yang tidak utuh (surrogate).") from error
        return isi
