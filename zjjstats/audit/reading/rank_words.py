"""The words by which places lost are told from places gained."""

from __future__ import annotations

import re

DOWN = re.compile(
    r"后|下(?!半)|退|降|滑|落|掉|跌|丢|输|让[出掉了]|失去|down|behind|fell|fall|drop|slip|slid|worse|below|lower|lost|lose|loss|losing|cost|sank|sunk|sink",
    re.IGNORECASE,
)
UP = re.compile(
    r"(?:前|上)[移升进提]|提升|跃升|进位|[进升赶冲爬跃](?:了|至|出)?$|\b(?:up|gain(?:ed|ing)?|climb(?:ed|ing)?|rose|ris(?:en|ing)|advanc\w+|jump\w*)\b",
    re.IGNORECASE,
)
# A showing eleven places lower in the year before is eleven places gained since.
EARLIER_WAS = re.compile(
    r" (?:lower|higher|below|above|worse|better)(?:,)? (?:in|during|a year|the year|one year|last year)\b"
)
# What stands before the places in a cell of a table that were lost.
LOST = re.compile(r"[↓▼▽⬇]|\bdown\b|\blost\b|[降退]|后移|下移", re.IGNORECASE)
