"""The words by which a clause tells what its figure is: of when, a part, a whole, a plan, a rest, a total, a rate."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

THEN = re.compile(
    r"上年|上一年|去年|前年|(?<!今年)(?<!本年)同期|上期|上月|上季|年初|此前|原来|以前|过去|[由从](?=[^，。；]{0,12}$)|\b(?:last (?:year|spring|summer|autumn|winter|time)|year (?:earlier|ago|before)|(?:previous|preceding|prior) (?:year|month|quarter|period)|back then|had been|from|against|at New Year|start of (?:the|this) year|compared (?:with|to)|versus|relative to|earlier|before)\b",
    re.IGNORECASE,
)
# Last year, same months, 17.5 billion.
THEN_OPENS = re.compile(
    r"\s*(?:[去上前]年|上一年)[^，,。0-9]{0,6}[，,]|\s*(?:(?:In )?(?:the same (?:period|months) of )?[Ll]ast year|(?:A|One) year (?:earlier|before|ago)|The year before)[^,.0-9]{0,16},"
)
THEN_BEHIND = re.compile(
    r" ?(?:[\w’'-]+ ){0,4}(?:a year (?:earlier|ago|before)|(?:in )?(?:the )?(?:last|previous|preceding) (?:year|month|quarter)|of the (?:same|corresponding) (?:period|months|quarter|half) of (?:last year|(?:19|20)[0-9]{2})|the year before|twelve months (?:earlier|before)|one year (?:earlier|before))",
    re.IGNORECASE,
)
POINTING = re.compile(r"\b(?:that|this|which)(?:['’]s| is| was| means| makes| comes to)\b|[即这那]", re.IGNORECASE)
# 16 more than a year earlier, when there were 224.
WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
PLAN = re.compile(
    r"计划|目标|任务|预算|拟|\b(?:plan\w*|target\w*|budget\w*|quota|goal|due|scheduled|(?:were|was|are|is) to(?= [a-z]))\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?<!其中)(?:共|总|全部|合计|累计|计划|应)|\b(?:total\w*|altogether|in all|overall|whole|planned?|[Oo]f)\b"
)
PART = re.compile(
    r"其中|已|仅|单是|\b(?:of which|of them|of these|of this|of that|alone|already|including|have been|has been)\b",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"合计|共计|总计|总共|相加|加起来|合起来|加上|加在一起|放一块|之和|全部|汇总|小计|合(?:为|共)|一共|共(?!同)|总数|[两三四二](?:市|者|地|县|区|项|类|州|批|个|家|期|年)(?!月)|\b(?:together|total\w*|in all|altogether|combined|sum|add\w*|mak(?:es?|ing)|bring\w*|both|all (?:two|three|four|five)|the (?:two|three|four)|between them)\b|(?-i:\bAll\b)",
    re.IGNORECASE,
)
REST = re.compile(
    r"其余|剩|余下|还[有需要差欠]|尚|未|没|仍|另|以外|之外|除|不|缺|\b(?:rest|remain\w*|left|leav\w+|the other|another|balance|not|un\w+ed|without|still|yet|short\w*|to go|outstanding|pending|await\w*|fail\w*|miss\w*|lack\w*|never|excluding|apart)\b",
    re.IGNORECASE,
)
LEAVES = re.compile(r"其余|剩|余下|\b(?:rest|remain\w*|left|leav\w+)\b", re.IGNORECASE)
CHANGE_OF = re.compile(
    r"\b(?:loss|cut|extra|surge|slump) (?:of )?$|^\s*(?:down|up) (?:by )?$|[降涨]了?$|(?:^|[，,年比又再还就都则])[多少](?![数家年次有为达则于])[一-鿿]{1,2}了?$"
)
OR = re.compile(r",? (?:or|that is,?|i\.e\.) |[，,（(]?(?:即|也就是|合)")
LEFT_OVER = re.compile(r"(?:其余|剩下|余下)的?[，,]$|\b(?:rest|remainder), $")
REMAINS = re.compile(r"\b(?:remaining|other) $")
EACH = re.compile(r"平均|每|户均|人均|均|摊|\beach\b|\bevery\b|\bper\b|averag|apiece|mean\b", re.IGNORECASE)
# Spread over 161 borrowers, who are no more than that; turned over 12.6 billion.
SPREAD = re.compile(
    r"\b(?:spread|shared|divided|averaged|split|distributed|turned)(?: \w+)? over (?:the )?$", re.IGNORECASE
)
# Words of a unit for a power of ten.
POWERS = {"万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
MANY = re.compile(r" ?(万亿|万|亿|thousand|million|billion|trillion)(?=.)", re.IGNORECASE)
# What follows is said of something else.
OF_OTHERS = re.compile(
    r" and (?:its|their|his|the|that|in|by|I|we|they|you)\b|[,;] (?:while|whereas|but|and)\b| while\b"
)
OUT_OF = re.compile(r" (?:out )?of [\w’' ]{0,40}")
# 40,000 yuan a tonne.
A_THING = re.compile(r" an? [a-z]+(?: [a-z]+)?(?=[.,;:)]|$)")
AND = re.compile(r" and (?=[\w’' -]+$)")
# Tonnes of coal are tonnes.
OF_COAL = re.compile("(?<=吨)标准?煤")
RATIO = re.compile(
    r"率|比例|占比|比重|\b(?:rate|ratio|share|proportion|percentage|turnout|occupancy|attendance|uptake|coverage|utili[sz]ation)\b",
    re.IGNORECASE,
)
RATES = re.compile(r"率(?!先)|\b(?:rates?|ratios?|shares?)\b", re.IGNORECASE)
SHARING = re.compile(
    r"占|的?(?:份额|比重)|['’]s share\b|\b(?:took|takes?|got|gets?|accounts?|accounted|makes?|made|contribut\w+|represent\w*|holds?) "
)
FEWER = re.compile(r" (?:fewer|less|smaller|lower)\b")
FALLS = re.compile("[降跌减]幅")
WORKED_BACK = re.compile(
    r"推算|倒推|测算|反推|折算|据此|由此|\b(?:impl(?:y|ies|ied|ying)|work\w* (?:[\w’]+ ){0,3}?(?:back|out)|back out|(?:must|would) (?:then |therefore |thus )?(?:have|be)|reckon\w*|calculat\w*)\b",
    re.IGNORECASE,
)
