"""Indicators by part of their names: the audit knows them where nothing narrows them down."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

SAMPLE = {"workspace": "sample", "period": "2022M01-M09"}
TABLES = {"workspace": "published"}
SENTENCES = [
    (dict(SAMPLE, city="hengyang"), "衡阳：产值增长[[11.8%|C]]，固投增长[[17.8%|C]]，技改增长[[12.2%|C]]，分别居全省[[第5|C]]、[[第4|C]]、[[第8|C]]位。"),
    (dict(SAMPLE, city="yongzhou"), "【产值】增长[[14.7%|C]]，全省[[第1|C]]。\n【技改】增长[[32.2%|C]]，全省[[第1|C]]。"),
    # One wrong digit refutes; another figure does not.
    (dict(SAMPLE, city="yongzhou"), "技改增长[[32.3%|X]]。"),
    (dict(SAMPLE, city="yongzhou"), "技改增长[[8.1%|N]]。"),
    # Food output, loans and projects for upgrading are other quantities.
    (dict(SAMPLE, city="yongzhou"), "食品产值增长[[14.7%|N]]，技改贷款增长[[32.2%|N]]，技改项目增长[[32.2%|N]]。"),
    (dict(TABLES, city="changde", period="2008M01-M12"), "2008年常德投产率[[52.6%|C]]，列全省[[第五|C]]；交付使用率[[55.3%|C]]，列[[第三|C]]。"),
    (dict(TABLES, city="hengyang", period="2017M01-M12"), "衡阳园区增加值[[405.50亿元|C]]，排[[第8|C]]；占规模工业的比重正好[[70.0%|C]]，排[[第10|C]]。"),
    (dict(TABLES, city="yongzhou", period="2017M01-M12"), "永州园区工业增加值占比全省最高，达[[92.3%|C]]。企业研发经费占主营业务收入的比重为[[0.8%|C]]，居[[第11位|C]]。"),
    # Behind other cities, of its own: 和长沙、衡阳 are those that it shares its place with.
    (dict(SAMPLE, city="yueyang", period="2022M01-M03"), "岳阳工业固投增速[[21.2%|C]]，排在张家界、长沙之后，居[[第三|C]]。"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), SENTENCES)
def test_an_indicator_is_known_by_part_of_its_name(of, text):
    assert not misses(text, **of)
