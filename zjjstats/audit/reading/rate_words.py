"""The words by which rates, and the parts that they are made of, are known."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

START = r"开工(?!业)|开[（(]复[)）]工|破土|开干|干起来|动起来|动工|动了工|复工|在建|在干|(?<!实)施工(?!业|项目)|进场|开建|上马|建设中|start|begun|began|brok\w+ ground|ground (?:has |had )?(?:been |was )?broken|under construction|under way|underway|resum|operat|commenc"
COMPLETE = r"竣工|完工|完成|建成|投产|complet|finish|spent|done|invest|execut|realis|realiz|deliver"
# In the words of a whole, these only name a kind of projects.
KINDS = re.compile(
    r"(?:计划|年内|拟|应|新|将|打算|预计|要|安排|力争|确保)[今明本]?年?(?:内|底)?(?:新)?(?:开工|竣工|投产|复工|完成|建成|动工|建)|"
    r"\b(?:should|to|will|must|shall|can|would) (?:be |have (?:been )?)?(?:newly )?(?:start|begin|began|begun|break (?:new )?ground|commenc|complet|finish)\w*|尚未\w{0,4}|\b(?:new|planned|project) starts\b(?: planned)?|\bstarts planned\b|newly started|due for completion|to be completed|to start|to begin",
    re.IGNORECASE,
)
FAMILIES = [
    (re.compile(r"开工率|复工率|动工率|start(?:ing|-up)? rate|operating rate|rate of starts|commencement rate", re.IGNORECASE), re.compile(START, re.IGNORECASE)),
    (re.compile(r"完成率|竣工率|完工率|建成率|投产率|计划|任务|目标|completion|plan\b|target|progress|进度", re.IGNORECASE), re.compile(COMPLETE, re.IGNORECASE)),
]  # fmt: skip
STEM = re.compile(r"([一-鿿]{2})(?:率|面(?=[达为是]?(?:\s|$)))|([A-Za-z]{4,})(?:ing|ed|ion)? rate\b")
PLAN = re.compile(r"计划|目标|任务|预算|plan|target|budget", re.IGNORECASE)
