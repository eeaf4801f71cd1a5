"""Numbers in any script: digits of any width, Chinese numerals, English words; each with its printed decimals."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

# One character for one character, so that offsets in the folded text are offsets in the text.
WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
FOLDED = str.maketrans(WIDE | {ord(wide): plain for wide, plain in zip("％．－−﹪", "%.--%", strict=True)})

# Between full-width digits this sign parts thousands; elsewhere it ends a clause.
WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

# 1点5个百分点, as it is said: a point, and no hour.
SAID_POINT = re.compile("(?<=[0-9])点(?=[0-9]{1,2}(?:个?百分点|%|[万亿]|倍|成))")

ZH_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
# Two digits with no scale between them, and no more.
TWO_DIGITS = re.compile(
    "(?<![一二两三四五六七八九])([一二两三四五六七八])([二三四五六七八九])(?![一二两三四五六七八九])"
)
ZH_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_WORDS = {word: value for value, word in enumerate(EN_SMALL)} | {
    word: 10 * value for value, word in enumerate(EN_TENS, start=2)
}
EN_SCALES = {"hundred": 100, "thousand": 1000}
EN_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,12})?(?![0-9])|[0-9]{1,18}(?:\.[0-9]{1,12})?"
ZH = "[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{0,15}(?:点[零〇一二三四五六七八九]{1,6})?"
_SMALL = "|".join(sorted(EN_WORDS, key=len, reverse=True))
EN = rf"(?:{_SMALL}|a(?= hundred\b| thousand\b))(?:[- ](?:{'|'.join(EN_SMALL[1:10])}))?(?:[ -](?:hundred|thousand)(?: and)?(?:[ -](?:{_SMALL})){{0,2}}){{0,3}}"
_ORDINAL = "|".join(EN_ORDINALS[1:])
EN_ORDINAL = rf"(?:{_ORDINAL})"


class Number(NamedTuple):
    """A number as printed: its value, exact, and how many decimals it was printed with."""

    value: Decimal
    decimals: int


def folded(text: str) -> str:
    """The text with full-width digits, letters, percent signs and minus signs as ASCII, character for character."""
    return SAID_POINT.sub(".", WIDE_COMMA.sub(",", text).translate(FOLDED))


def read_digits(text: str) -> Number:
    """A number in folded digits, with or without separators of thousands.

    Examples
    --------
    >>> read_digits("20,739.50")
    Number(value=Decimal('20739.50'), decimals=2)
    """
    plain = text.replace(",", "")
    return Number(Decimal(plain), len(plain.partition(".")[2]))


def read_chinese(text: str) -> Number:
    """A number in Chinese numerals, up to 亿.

    Examples
    --------
    >>> read_chinese("二十二"), read_chinese("一千零五十万"), read_chinese("三点五")[0]
    (Number(value=Decimal('22'), decimals=0), Number(value=Decimal('10500000'), decimals=0), Decimal('3.5'))
    """
    whole, _, fraction = first_of_two(text).partition("点")
    if len(whole) > 1 and not any(sign in ZH_SCALES for sign in whole):
        return Number(Decimal("".join(str(ZH_DIGITS[sign]) for sign in whole)), 0)
    total = section = digit = 0
    scale = 1
    for sign in whole:
        if sign in ZH_DIGITS:
            digit = ZH_DIGITS[sign]
        elif (scale := ZH_SCALES[sign]) >= ZH_SCALES["万"]:
            # 两亿三千万: ten thousands are of what stands behind the last hundred millions.
            kept = total if scale < ZH_SCALES["亿"] and total >= ZH_SCALES["亿"] else 0
            total, section, digit = kept + (total - kept + section + digit or 1) * scale, 0, 0
        else:
            section, digit = section + (digit or 1) * scale, 0
    # 一百五 is 150 and 一万五 is 15000: a last digit without its scale is of the next one below.
    short = digit and scale > ZH_SCALES["十"] and whole[-1] in ZH_DIGITS and whole[-2:-1] in ZH_SCALES
    value = Decimal(total + section + digit * (scale // 10 if short else 1))
    decimals = "".join(str(ZH_DIGITS[sign]) for sign in fraction)
    return Number(value + Decimal(f"0.{decimals}") if decimals else value, len(decimals))


def first_of_two(text: str) -> str:
    """A Chinese number that is one of two neighbours as the first of them; any other as it is.

    Examples
    --------
    >>> [first_of_two(text) for text in ("两三", "七八十", "十七八", "二十二", "三点四五", "一二三四")]
    ['两', '七十', '十七', '二十二', '三点四五', '一二三四']
    """
    found = [match for match in TWO_DIGITS.finditer(text) if ZH_DIGITS[match[2]] == ZH_DIGITS[match[1]] + 1]
    return text[: found[0].end(1)] + text[found[0].end() :] if len(found) == 1 and "点" not in text else text


def read_english(text: str) -> Number:
    """A number in English words, cardinal or ordinal.

    Examples
    --------
    >>> [int(read_english(words).value) for words in ("fifteen", "twenty-two", "one hundred and five", "tenth")]
    [15, 22, 105, 10]
    """
    total = section = 0
    for word in re.split(r"[- ]+", text.lower()):
        if word == "hundred":
            section = (section or 1) * EN_SCALES[word]
        elif word == "thousand":
            total, section = total + (section or 1) * EN_SCALES[word], 0
        elif word in EN_WORDS:
            section += EN_WORDS[word]
        elif word in EN_ORDINALS:
            section += EN_ORDINALS.index(word)
    return Number(Decimal(total + section), 0)
