"""Figures found with their value, unit, span and precision; and what is none."""

# ruff: noqa: E501 - texts are read whole

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import zjjstats as zj
from zjjstats.audit import audit
from zjjstats.audit.reading.figures import read
from zjjstats.audit.reading.nonfigures import without_nonfigures
from zjjstats.audit.reading.numerals import read_chinese, read_digits, read_english

DIGITS = "零一二三四五六七八九"


def chinese(number):
    """A whole number below 100,000,000 as Chinese writes it."""
    if number >= 10_000:
        rest = number % 10_000
        return chinese(number // 10_000) + "万" + (("零" if rest < 1000 else "") + chinese(rest) if rest else "")
    for size, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            rest = number % size
            gap = "零" if rest and rest < size // 10 else ""
            return DIGITS[number // size] + name + (gap + chinese(rest) if rest else "")
    return DIGITS[number]


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_are_read_back(number):
    assert read_chinese(chinese(number)).value == number


@given(st.integers(0, 10**12), st.integers(0, 4))
def test_digits_are_read_back_with_separators_and_decimals(whole, decimals):
    text = f"{whole:,}" + ("." + "5" * decimals if decimals else "")
    assert read_digits(text) == (Decimal(text.replace(",", "")), decimals)


@pytest.mark.parametrize(
    ("words", "value"), [("fifteen", 15), ("twenty-two", 22), ("tenth", 10), ("two hundred and six", 206)]
)
def test_english_numbers_are_read(words, value):
    assert read_english(words).value == value


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("开工率６８．１８％", [("６８．１８％", 68.18, "pct", 2)]),
        ("完成投资1,750.07亿元", [("1,750.07亿元", 1750.07, "1e8_CNY", 2)]),
        ("产值1.2万亿元、300万元", [("1.2万亿元", 1.2, "1e12_CNY", 1), ("300万元", 300, "1e4_CNY", 0)]),
        ("四成企业，三成五产值", [("四成", 40, "pct", -1), ("三成五", 35, "pct", 0)]),
        ("装电梯26部，3部门联动，走访40户次", [("26部", 26, "count", 0), ("40户次", 40, "count", 0)]),
        (
            "用时1.5小时，每户两千到三千元",
            [("1.5小时", 1.5, "小时", 1), ("两千", 2000, "CNY", 0), ("三千元", 3000, "CNY", 0)],
        ),
        ("益阳1484.18亿元，第十。", [("1484.18亿元", 1484.18, "1e8_CNY", 2), ("第十", 10, "rank", 0)]),
        (
            "投资：第一，同比前进七位；又拿了第二",
            [("第一", 1, "rank", 0), ("七位", 7, "places", 0), ("第二", 2, "rank", 0)],
        ),
        ("做好工作：第一，抓项目；第二，抓用地。电话0744－8380216，尾号6631", []),
        ("二十二家企业、两个项目", [("二十二家", 22, "count", 0), ("两个", 2, "count", 0)]),
        ("排名第二，居全省首位", [("第二", 2, "rank", 0), ("首位", 1, "rank", 0)]),
        ("上升2个位次，前移11位", [("2个位次", 2, "places", 0), ("11位", 11, "places", 0)]),
        ("提高0.4个百分点，翻一番", [("0.4个百分点", 0.4, "points", 1), ("翻一番", 2, "multiple", 0)]),
        ("增长-3.5%", [("-3.5%", -3.5, "pct", 1)]),
        ("5%-8%", [("5%", 5, "pct", 0), ("8%", 8, "pct", 0)]),
        ("fifteen projects ranked tenth in the province", [("fifteen", 15, "count", 0), ("tenth", 10, "rank", 0)]),
        ("RMB 5 billion, doubled", [("5 billion", 5, "billion_yuan", 0), ("doubled", 2, "multiple", 0)]),
        ("a quarter of the firms", [("a quarter", 25, "pct", 0)]),
        ("2.0739万个项目", [("2.0739万个", 2.0739, "万个", 4)]),
    ],
)
def test_figures_are_read_with_value_unit_and_precision(text, figures):
    found = [(text[one.start : one.end], float(one.value), one.unit, one.decimals) for one in read(text)]
    assert found == figures


@pytest.mark.parametrize(
    "text",
    [
        "", "2022年4月8日9:30", "张政发〔2022〕15号", "电话0744-8222222，13800138000", "“320工程”", "320工程", "“三高四新”战略", "“十四五”规划",
        "大庸路88号A座6楼", "1. 总体情况\n2. 下一步\n（三）保障", "一季度，前三季度，3个月，两年", "第一产业，第3期", "https://example.org/2022/45",
        "8 April 2022, 8:30 a.m., No. 588", "the 14th Five-Year Plan, COVID-19, 5G", "in the first quarter of 2022", "一是抓项目，二是抓服务",
    ],
)  # fmt: skip
def test_what_looks_like_a_figure_and_is_none_is_left_alone(text):
    assert read(text) == []


@example("0月,")
@given(st.text(alphabet="0123456789.,%个一二三十百第位成年月 ，。projectsof-\n|", max_size=60))
def test_any_text_is_read_and_spans_lie_in_order_within_it(text):
    assert len(without_nonfigures(text)) == len(text)
    end = 0
    for figure in zj.audit(text).figures:
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        end = figure.end


@pytest.mark.parametrize(
    "text", ["", "12 34.5 6% 7,000 " * 50, "<script>alert(1)</script><b>15</b>个", "9" * 5000, "一" * 5000]
)
def test_odd_texts_give_an_audit(text):
    audited = audit(text)
    assert audited.text == text
    assert len(audited.frame()) == len(audited.figures)
    assert audited.summary().count("\n") == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("单位：亿元\n\n| 县 | 投资 | 企业数 |\n|---|---|---|\n| 甲 | 12.5 | 8 |\n", [(12.5, "1e8_CNY"), (8, "count")]),
        ("Unit: 100 million yuan\n\n| county | output |\n|---|---|\n| A | 12.5 |\n", [(12.5, "1e8_CNY")]),
        ("游客4125万人次，实际使用外资0.82亿美元。", [(4125, "万人次"), (0.82, "亿美元")]),
        ("It moved 1.26 million tonnes over 1,180 mu.", [(1.26, "million tonnes"), (1180, "mu")]),
        ("2016年GDP3100.87亿元，居全省第2、第3位。", [(3100.87, "1e8_CNY"), (2, "rank"), (3, "rank")]),
        ("The second-largest economy came (9th) in 2016, which put Loudi 14th.", [(2, "rank"), (9, "rank"), (14, "rank")]),
        ("Commentary no. 19: Pier 9 reopened, a fitter aged 71 said; 3 min read. 七届四次全会", []),
    ],
)  # fmt: skip
def test_a_unit_is_read_from_the_caption_the_list_or_as_printed(text, wanted):
    assert [(figure.value, figure.unit) for figure in audit(text).figures] == wanted
