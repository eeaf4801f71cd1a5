"""The command line: a thin skin over the package's functions, which loads them only when a command needs them."""

from __future__ import annotations

import gc
import sys

import typer

from zjjstats.cli.audit import audit
from zjjstats.cli.ledgers import check, import_workbooks
from zjjstats.cli.pack import pack
from zjjstats.cli.run import run
from zjjstats.cli.tables import export, facts, ranks
from zjjstats.cli.terminal import STOPPED, say
from zjjstats.errors import ZjjstatsError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
for command in (run, pack, facts, ranks, check, audit, export):
    app.command()(command)
app.command("import")(import_workbooks)


def main() -> None:
    """The command, with every mistake of a person told in one message and an exit code."""
    try:
        app()
    except ZjjstatsError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(STOPPED)
    except OSError as error:
        say(f"error: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        sys.exit(1)
    finally:
        # At its end Python would look through all that was imported for circles, which takes longer than many commands.
        gc.freeze()
