"""Parameters written into a notebook the way a person would type them: Chinese as Chinese."""

from __future__ import annotations

from papermill.translators import PythonTranslator, papermill_translators


class ReadableTranslator(PythonTranslator):  # type: ignore[misc] # papermill is untyped
    """papermill's translator to Python, without its escapes of everything beyond ASCII."""

    @classmethod
    def translate_str(cls, val: str) -> str:
        """A Python string literal with the same value, readable in any script.

        Examples
        --------
        >>> print(ReadableTranslator.translate_str('张家界"\\\\n'))
        "张家界\\"\\\\n"
        """
        # repr chooses its own quotes; a leading apostrophe makes it choose double ones, as the formatter would.
        body = repr("'" + val)[2:-1] if '"' not in val else repr(val)[1:-1].replace("\\'", "'").replace('"', '\\"')
        return f'"{body}"'


def register() -> None:
    """Makes papermill use the translator for Python notebooks."""
    papermill_translators.register("python", ReadableTranslator)
