"""Parameters written into a notebook the way a person would type them: Chinese as Chinese."""

from __future__ import annotations

import json

from papermill.translators import PythonTranslator, papermill_translators


class ReadableTranslator(PythonTranslator):
    """papermill's translator to Python, without its escapes of everything beyond ASCII."""

    @classmethod
    def translate_str(cls, val: str) -> str:
        """A Python string literal with the same value, readable in any script.

        Examples
        --------
        >>> print(ReadableTranslator.translate_str("张家界"))
        "张家界"
        """
        try:
            val.encode()
        except UnicodeEncodeError:
            # Half a surrogate pair cannot be written to a file as it is.
            return str(super().translate_str(val))
        # A JSON string is a Python string literal of the same value.
        return json.dumps(val, ensure_ascii=False)


def register() -> None:
    """Makes papermill use the translator for Python notebooks."""
    papermill_translators.register("python", ReadableTranslator)
