"""Pages to PDF, by a browser of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from zjjstats.atomic import sweep, whole
from zjjstats.errors import RunError
from zjjstats.periods import Period

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = (
    "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-sync", "--disable-quic", "--no-first-run",
    "--no-default-browser-check", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
NONE_FOUND = "no Chromium found, so there is no PDF: install chromium or Google Chrome, or choose others with --formats"
SECONDS = 60
STAMPS = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}[^)]*\)")
SHOWN = 300


def browser() -> str | None:
    """The browser of this machine that can print, None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def print_page(page: Path, pdf: Path, *, dated: Period, program: str | None = None, seconds: float = SECONDS) -> None:
    """Prints a page to a PDF file, which appears whole or not at all; its date is the period's end, not the clock's.

    Raises
    ------
    RunError
        There is no browser, it takes too long, or what it leaves is no PDF.
    """
    program = program or browser()
    if program is None:
        raise RunError(NONE_FOUND)
    sweep(pdf)
    with whole(pdf) as draft, tempfile.TemporaryDirectory(prefix="zjjstats-", ignore_cleanup_errors=True) as home:
        # A sandbox of its own is what a browser cannot have when it is run by the system's owner.
        rights = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [
            program,
            *FLAGS,
            *rights,
            f"--user-data-dir={home}",
            f"--print-to-pdf={draft}",
            page.resolve().as_uri(),
        ]
        try:
            ended = subprocess.run(command, capture_output=True, check=False, timeout=seconds)  # noqa: S603 - no shell
        except subprocess.TimeoutExpired:
            raise RunError(f"{Path(program).name} did not print {page} within {seconds:g} s") from None
        except OSError as error:
            raise RunError(f"{program} cannot be started: {error.strerror}") from None
        printed = draft.read_bytes()
        if ended.returncode or not printed.startswith(b"%PDF-") or not printed.rstrip().endswith(b"%%EOF"):
            told = ended.stderr.decode("utf-8", errors="replace").strip()[-SHOWN:]
            raise RunError(f"{Path(program).name} did not print {page} (exit code {ended.returncode}): {told}")
        draft.write_bytes(without_clock(printed, dated))


def without_clock(printed: bytes, dated: Period) -> bytes:
    """The PDF with the period's end in place of the time it was made; no byte is moved."""
    day = f"D:{dated.end:%Y%m%d}000000+00'00'".encode()

    def stamped(match: re.Match[bytes]) -> bytes:
        made = b"/" + match[1] + b" (" + day + b")"
        return made if len(made) == len(match[0]) else match[0]

    return STAMPS.sub(stamped, printed)
