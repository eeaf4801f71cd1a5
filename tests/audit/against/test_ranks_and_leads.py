"""Ranks and leads that a text tells without the words that usually go with them, against the sample and the tables."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

HUAIHUA = {"workspace": "sample", "city": "huaihua", "period": "2022M01-M12"}
CHENZHOU = {"workspace": "published", "city": "chenzhou", "period": "2016M01-M12"}
SEED = {"workspace": "published", "city": "zhangjiajie", "period": "2022M01-M03"}
SENTENCES = [
    # Bare ranks, in a list, of a group, and behind the province's figure.
    (HUAIHUA, "工业固定资产投资增速在考核小组里第二，全省第五。"),
    (HUAIHUA, "工业总产值增长方面，株洲、湘潭分别增长[[13.0%|C]]和[[13.1%|C]]，分居全省[[第三|C]]、[[第二|C]]。"),
    (HUAIHUA, "工业总产值增速，湘潭[[13.1%|C]]、娄底[[7.8%|C]]，相差[[5.3个百分点|C]]，分列全省[[第2|C]]和[[第13|X]]。"),
    (HUAIHUA, "工业技术改造投资增速为[[16.0%|C]]，全省平均为[[12.5%|C]]，居[[第三|C]]。"),
    (HUAIHUA, "株洲、湘潭工业技术改造投资增速并列全省[[第九|C]]。"),
    # A place among others than the cities of the province is none of theirs.
    (CHENZHOU, "郴州地区生产总值在全国百强城市中列[[第86位|N]]，在[[31个|N]]省会之外城市里列[[第12位|N]]。"),
    (HUAIHUA, "讲三点意见：第一，抓投资；第二，抓项目；第三，抓服务。安全第一。"),
    # An earlier rank follows from the places gained, and is not refuted by them.
    (SEED, "1—2月，工业固定资产投资由上年同期的全省[[第12位|C]]升至[[第1位|C]]。"),
    (SEED, "1—2月，工业固定资产投资由上年同期的全省[[第13位|N]]升至[[第1位|C]]。"),
    # Leads and multiples over a city that is named.
    (CHENZHOU, "郴州地区生产总值比衡阳少[[662.27亿元|C]]，是张家界的[[4.4倍|C]]。"),
    (CHENZHOU, "郴州地区生产总值比衡阳少[[662.72亿元|X]]，是张家界的[[4.8倍|N]]。"),
    (CHENZHOU, "郴州地区生产总值比衡阳的工业利润少[[123.45亿元|N]]。"),
    (CHENZHOU, "长沙地区生产总值[[9323.70亿元|C]]，占全省的比重为[[29.8%|C]]。"),
    (CHENZHOU, "郴州地区生产总值增长[[8.2%|C]]。与岳阳相比，郴州快[[0.4个百分点|C]]。"),
    (CHENZHOU, "上年郴州的地区生产总值是[[2012.07亿元|C]]。"),
    (dict(HUAIHUA, city="yueyang", period="2022M01-M09"), "2022年1—9月，岳阳工业固定资产投资居全省[[第三|C]]、考核分组[[第二|C]]；上年同期为[[第一|C]]，后退[[2位|NC]]。"),
    (CHENZHOU, "郴州地区生产总值增长[[8.2%|C]]，与全省的差距为[[0.3个百分点|C]]。"),
    # Each place is of its own year, of what its own words rank, and kept places are not gained ones.
    (dict(CHENZHOU, workspace="sample", period="2022M01-M06"), "In gross industrial output growth we went from [[3rd|C]] in the province in the first half of last year to [[8th|C]]."),
    (dict(CHENZHOU, workspace="sample", period="2022M01-M06"), "In gross industrial output growth we went from [[8th|NX]] in the province in the first half of last year to [[3rd|NX]]."),
    (dict(CHENZHOU, city="xiangtan"), "2016年湘潭市地区生产总值居全省[[第7位|C]]；地区生产总值增速居全省[[第2位|C]]。"),
    (dict(CHENZHOU, city="xiangtan"), "2016年湘潭市地区生产总值居全省[[第2位|NX]]；地区生产总值增速居全省[[第2位|C]]。"),
    (dict(CHENZHOU, city="changsha"), "长沙地区生产总值增速居全省[[第1位|C]]，位次前移[[0位|N]]。"),
    (dict(HUAIHUA, city="zhangjiajie"), "全省的座次有变化吗？工业总产值增长[[11.5%|NX]]，全省[[第九|C]]。"),
    # A place behind a figure that the workspace holds is of that figure's time: Shaoyang was 6th a year before, and is 8th.
    (dict(HUAIHUA, city="shaoyang", period="2022M01-M04"), "Industrial fixed-asset investment is middling: up [[14.4%|C]], [[8th|C]] in the province."),
    (dict(HUAIHUA, city="shaoyang", period="2022M01-M04"), "Industrial fixed-asset investment is middling: up [[14.4%|C]], [[6th|X]] in the province."),
    (dict(HUAIHUA, city="shaoyang", period="2022M01-M04"), "Industrial fixed-asset investment is up [[14.4%|C]]; a year earlier we were [[6th|C]] in the province."),
    # So are places; in the province five were lost, in the group three.
    (dict(HUAIHUA, city="changsha", period="2022M01-M06"), "工业总产值增长[[11.2%|C]]，全省列[[第9位|C]]，较上年同期后移[[5位|C]]。"),
    (dict(HUAIHUA, city="changsha", period="2022M01-M06"), "工业总产值增长[[11.2%|C]]，全省列[[第9位|C]]，较上年同期后移[[3位|X]]。"),
    # What it rose from is the place of the year before: 8th, and 3rd now.
    (dict(HUAIHUA, city="zhangjiajie"), "工业固定资产投资增长[[19.8%|C]]，居全省[[第3位|C]]，比上年前移[[5位|C]]，即从[[第8位|C]]升上来。"),
    (dict(HUAIHUA, city="zhangjiajie"), "工业固定资产投资增长[[19.8%|C]]，居全省[[第3位|C]]，比上年前移[[5位|C]]，即从[[第3位|NX]]升上来。"),
    # Level with somebody is no level.
    (dict(CHENZHOU, city="shaoyang", period="2015M01-M12"), "Shaoyang's GDP grew by [[9.6 per cent|C]], level with Xiangtan and [[second|C]] in the province."),
    # What a bracket tells of another city holds for no place behind it.
    (dict(HUAIHUA, city="zhangjiajie", period="2022M01-M06"), "Industrial fixed-asset investment grew [[28.0%|C]], [[second|C]] only to Changsha ([[35.3%|C]]) in the province; a year ago the rate was 3.4% and the place in the province [[11th|NC]]."),
    # The county that speaks is not the city.
    (SEED, "张家界320工程计划新开工[[22个|C]]。我县计划新开工[[6个|N]]，已开工[[3个|N]]，开工率[[50%|C]]。"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), SENTENCES)
def test_a_rank_or_a_lead_is_of_the_city_that_the_text_tells(of, text):
    assert not misses(text, **of)
