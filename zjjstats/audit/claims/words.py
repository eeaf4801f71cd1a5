"""What the evidence on a claim says, in Chinese and in English."""

from __future__ import annotations

from zjjstats.phrases import Lang

CLAIM_WORDS: dict[Lang, dict[str, str]] = {
    "zh": {
        "or": "；或 ",
        "readings": "有多种读法，相符的是：{holding}",
        "no_number": "原文不是数字",
        "too_long": "数字过长",
        "no_check": "没有核算式，数据表中也没有同义的数字",
        "unreadable": "核算式无法读懂：{check}",
        "zero": "分母为零",
        "no_value": "数据表中没有{city}{period}的 {indicator}",
        "no_fact": "数据表中没有{city}{period}的 {fact}",
        "of_cities": "{how}（共{n}个市州）",
        "same_source": "（数据表录自同一来源）",
    },
    "en": {
        "or": "; or ",
        "readings": "more than one reading; these hold: {holding}",
        "no_number": "what is printed is no number",
        "too_long": "the numbers are too long",
        "no_check": "it has no check, and no table holds a figure of the same meaning",
        "unreadable": "the check cannot be read: {check}",
        "zero": "the denominator is zero",
        "no_value": "no table holds {indicator} of {city} for {period}",
        "no_fact": "no table holds {fact} of {city} for {period}",
        "of_cities": "{how} (of {n} cities)",
        "same_source": " (the table was filled from the same source)",
    },
}
