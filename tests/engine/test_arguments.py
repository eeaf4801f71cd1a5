"""A kernel's arguments that were parsed ahead mean what they mean to the stock application."""

from __future__ import annotations

import pytest

from zjjstats.engine import kernel

HISTORY = "--HistoryManager.hist_file=:memory:"


@pytest.fixture(autouse=True)
def nothing_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "PARSED", {})


def parsed(*arguments: str) -> kernel.IPKernelApp:
    app = kernel.IPKernelApp()
    app.parse_command_line(list(arguments))
    return app


@pytest.mark.parametrize("arguments", [(HISTORY,), (), (HISTORY, "--InteractiveShell.colors=nocolor", "--debug")])
def test_parsed_ahead_is_as_parsed(arguments: tuple[str, ...]) -> None:
    stock = parsed("-f", "connection.json", *arguments)
    kernel.parse_ahead(arguments)
    ours = parsed("-f", "connection.json", *arguments)
    assert arguments in kernel.PARSED
    assert (ours.config, ours.cli_config, ours.argv, ours.extra_args) == (
        stock.config,
        stock.cli_config,
        stock.argv,
        stock.extra_args,
    )
    assert ours.connection_file == "connection.json"
    assert ours.log_level == stock.log_level


def test_one_kernel_leaves_nothing_to_the_next() -> None:
    kernel.parse_ahead((HISTORY,))
    first = parsed("-f", "first.json", HISTORY)
    first.cli_config.HistoryManager.enabled = False
    assert "enabled" not in parsed("-f", "second.json", HISTORY).cli_config.HistoryManager


def test_other_arguments_are_parsed_as_they_come() -> None:
    kernel.parse_ahead((HISTORY,))
    assert parsed(
        "-f", "connection.json", "--HistoryManager.hist_file=here.sqlite"
    ).config.HistoryManager.hist_file == ("here.sqlite")


def test_what_is_no_option_is_left_to_the_stock_application() -> None:
    kernel.parse_ahead(("script.py",))
    assert not kernel.PARSED
    assert parsed("-f", "connection.json", "script.py").extra_args == ["script.py"]
