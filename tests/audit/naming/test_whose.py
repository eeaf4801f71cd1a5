"""How figures are tied to names, rule by rule: each sentence prints its figures with the verdicts that are due."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

# Of the published tables: GDP and its growth in 2015 and 2016, project counts of 2008, parks of 2017, ranks of 2022.
OF_NAMES = {
    "clauses without a matter of their own do not part a name from its figure": [
        ("2016M01-M12", "chenzhou", "2016年，郴州市经济总量再上台阶，地区生产总值跨过两千亿元门槛后继续攀升，达[[2190.75亿元|C]]，在14个市州中排[[第六|C]]。"),
        ("2012M01-M04", "changsha", "Changsha's industrial investment was all but flat: it grew by a mere [[0.2%|C]] and was [[14th|C]] of 14."),
        ("2012M01-M04", "zhangjiajie", "Nowhere did industrial fixed-asset investment rise as fast as in Zhangjiajie: by [[97.0%|C]]."),
    ],
    "a matter of its own does": [
        ("2016M01-M12", "shaoyang", "邵阳出口大幅增长[[12.4%|N]]，社会消费品零售总额增长[[11.6%|N]]，地区生产总值增长[[7.9%|C]]，财政收入增长[[7.9%|N]]。"),
        ("2016M01-M12", "shaoyang", "Exports climbed [[12.4%|N]], retail sales [[11.6%|N]] and GDP [[7.9%|C]] in Shaoyang in 2016, while budget revenue was up [[7.9%|N]]."),
        ("2016M01-M12", "shaoyang", "Digital GDP rose [[8.9%|N]] and the digital economy [[9.7%|N]]."),
    ],
    "a name may follow its figure": [
        ("2016M01-M12", "chenzhou", "Chenzhou turned out goods and services worth [[219.075 billion yuan|C]] in 2016, measured as GDP."),
        ("2016M01-M12", "chenzhou", "At [[8.2%|C]], GDP growth in Chenzhou tied with Xiangtan's for [[2nd|C]] place in the province, up from [[9th|C]] in 2015."),
        ("2016M01-M12", "huaihua", "怀化：[[1396.15亿元|C]]！这是2016年全市地区生产总值的成绩单。"),
    ],
    "a share may be told by its whole alone": [
        ("2017M01-M12", "yongzhou", "[[0.8%|C]] of main business revenue was spent on R&D by industry; parks generated [[92.3%|C]] of Yongzhou's industrial value added."),
        ("2017M01-M12", "loudi", "娄底园区规模以上工业增加值增长[[11.1%|C]]，占规模以上工业增加值比重[[68.5%|C]]。"),
    ],
    "what a city is compared with has only the figure beside it": [
        ("2012M01-M04", "zhuzhou", "1-4月，株洲市工业投资同比增长[[78%|C]]，仅次于张家界的[[97%|C]]，居全省[[第2位|C]]。"),
        ("2016M01-M12", "yueyang", "岳阳2016年GDP[[3100.87亿元|C]]，但增速只有[[7.8%|C]]，低于全省[[0.1个百分点|C]]，排名由上年的[[第6位|C]]滑落到[[第11位|C]]。"),
        ("2012M01-M04", "zhangjiajie", "Industrial fixed-asset investment soared [[97.0%|C]] in Zhangjiajie, well ahead of runner-up Zhuzhou on [[78.0%|C]]."),
    ],
    "lists are dealt out in order": [
        ("2016M01-M12", "yongzhou", "永州、怀化、张家界三市2016年地区生产总值分别为[[1565.81亿元|C]]、[[1396.15亿元|C]]和[[497.62亿元|C]]，增速分别为[[8.0%|C]]、[[8.1%|C]]、[[8.4%|X]]。"),
        ("2022M01-M02", "zhangjiajie", "1至2月，我市工业固定资产投资和工业技术改造投资分别居全省[[第1位|C]]和[[第2位|C]]，较上年同期分别前移[[11位|C]]和[[7位|C]]。"),
        ("2017M01-M12", "yongzhou", "永州市园区规模以上工业增加值[[380.46亿元|C]]、增长[[7.7%|C]]，分别居全省[[第9位|C]]、[[第10位|C]]。"),
        ("2016M01-M12", "zhuzhou", "In 2016 Hengyang and Zhuzhou had a GDP of [[285.302|C]] and [[251.251 billion yuan|C]] respectively."),
    ],
    "an earlier year is told in words": [
        ("2016M01-M12", "zhuzhou", "株洲全年生产总值[[2512.51亿元|C]]，上一年是[[2335.11亿元|C]]，按现价算多出[[177.40亿元|C]]，名义增长[[7.6%|C]]。"),
        ("2016M01-M12", "zhuzhou", "GDP grew by [[7.9%|C]], down from [[9.5%|C]] the year before; it dropped from [[4th|C]] in the province to [[8th|C]]."),
        ("2013M01-M12", "changde", "2013年，常德市地区生产总值为[[2264.94亿元|C]]；一年之后做到了[[2514.15亿元|C]]。"),
    ],
    "a lead over the province or another city is worked out": [
        ("2016M01-M12", "xiangxi", "湘西州地区生产总值同比增长[[6.9%|C]]，增幅比全省低[[1个百分点|C]]。"),
        ("2022M01-M12", "zhangjiajie", "2022年张家界GDP为[[592.39亿元|C]]，湘西为[[817.53亿元|C]]，前者比后者少[[225.14亿元|C]]。"),
    ],
    "of 15 of the 22, the second is the whole, wherever the verb stands": [
        ("2022M01-M03", "zhangjiajie", "Construction has begun on [[15|C]] of the [[22|C]] projects which the 320 Project planned to start this year."),
        ("2021M01-M09", "xiangxi", "By the end of September 2021, [[291|C]] of Xiangxi's [[316|C]] prefecture key projects, or [[92.09%|C]], had broken ground."),
    ],
    "cities named before are dealt out respectively": [
        ("2022M01-M12", "hengyang", "Hengyang produced a GDP of [[408.969 billion yuan|C]] in 2022. Zhuzhou trails it. In 2016 the GDP of the two had been [[285.302 billion yuan|C]] and [[251.251 billion yuan|C]] respectively."),
        ("2017M01-M11", "yiyang", "益阳1—11月、11月单月的规模以上工业增加值增速分别为[[7.3%|C]]和[[6.0%|X]]。"),
    ],
    "a figure of several cities together is none of theirs": [
        ("2017M01-M12", "changsha", "全省园区规模以上工业增加值为[[7610.17亿元|C]]，长株潭三市的[[3804.10亿元|C]]占了近半。"),
    ],
    "a topic is carried on to confirm what fits it, never to refute": [
        ("2008M01-M12", "chenzhou", "Chenzhou had the best project completion rate, [[68.3%|C]].\n\nAt the other end stood Xiangxi, [[14th|C]] in the province with [[31.0%|C]].\n\nIn Yueyang it was [[38.1%|N]]."),
    ],
    "the kind of projects may be told a clause earlier": [
        ("2022M01-M03", "zhangjiajie", "320工程的盘子是[[64个|C]]。先说计划新开工的，一共[[22个|C]]，动工的有[[十五个|C]]。"),
    ],
    "a period behind a rank is the rank's own": [
        ("2016M01-M12", "zhuzhou", "GDP growth put Zhuzhou [[8th|C]] in the province, having been [[4th|C]] in the province in 2015."),
    ],
    "planned and started of one kind are told as a pair, in whatever words": [
        ("2022M01-M03", "zhangjiajie", "320工程一共[[64个|C]]工业项目。年内要新上的[[22个|C]]，眼下动了[[15个|C]]；要交卷的[[20个|C]]，[[19个|C]]已经开干，只剩[[1个|C]]没动静。"),
        ("2022M01-M03", "zhangjiajie", "[[Fifteen|C]] of the [[twenty-two|C]] industrial projects that are to break ground this year under the 320 Project had done so."),
        ("2022M01-M03", "zhangjiajie", "320 Project. New projects: [[20|XN]] planned, [[15|C]] started."),
    ],
    "of two cities told alike, one and the other": [
        ("2016M01-M12", "changde", "GDP rose [[8.0%|C]] in Changde and [[7.8%|C]] in Yueyang; the one is [[6th|C]], the other [[11th|C]]."),
        ("2016M01-M12", "changde", "GDP rose [[8.0%|C]] in Changde and [[7.8%|C]] in Yueyang; the one is [[11th|N]], the other [[6th|N]]."),
    ],
    "of another indicator, the scope is told anew": [
        ("2022M01-M02", "zhangjiajie", "Gross industrial output #[[10|C]] in the province (and #[[2|C]] in the assessment group), industrial fixed-asset investment #[[1|C]] (up [[11|C]] on same period last year)."),
    ],
    "what was lower a year ago has risen since": [
        ("2022M01-M02", "zhangjiajie", "Industrial fixed-asset investment: [[1st|C]] place in the province compares with a showing [[eleven places|C]] lower in the same months of 2021."),
    ],
    "a threshold that was passed is no value": [
        ("2014M01-M12", "zhangjiajie", "2014年张家界地区生产总值首次跨过[[400亿元|N]]，为[[410.02亿元|C]]。"),
    ],
    "a verb a clause before does not tell the sign": [
        ("2012M01-M04", "xiangxi", "High-processing industry shrank in Xiangxi, by [[23.0%|C]]."),
    ],
    "the newest span of the year serves where the told one has none": [
        ("2012M01-M04", "zhangjiajie", "In the first four months of 2012 industrial profits and taxes rose by [[6.5%|C]]."),
    ],
    "a county's figures are none of the city's": [
        ("2016M01-M12", "zhangjiajie", "2016年，慈利县地区生产总值[[157.9亿元|N]]，增长[[7.5%|N]]；桑植县[[84.6亿元|N]]，增长[[8.5%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "In 2016 Cili county's GDP came to [[15.79 billion yuan|N]], up [[7.5%|N]]."),
        ("2016M01-M12", "changsha", "望城区GDP增长[[11.0%|N]]，雨花区GDP增长[[9.8%|N]]，均高于全市[[9.4%|C]]的水平。"),
    ],
    "points over something else that is named refute nothing": [
        ("2016M01-M12", "changsha", "2016年上半年，长沙市地区生产总值增长[[9.0%|N]]；全年地区生产总值增长[[9.4%|C]]，比前三季度高[[0.2个百分点|N]]。"),
    ],
    "how many more or left is no count of its own": [
        ("2022M01-M03", "zhangjiajie", "[[5个|C]]项目进入省产品创新强基项目库，比2021年全年的[[4个|C]]多[[1个|CN]]。"),
        ("2022M01-M03", "zhangjiajie", "The 320 Project counts [[64|C]] projects; [[22|C]] are new and [[20|C]] are to be completed this year, leaving [[22|CN]] others."),
    ],
    "a month told with its year is a period of its own": [
        ("2017M01-M11", "huaihua", "In the month of November 2017, industrial value added in Huaihua was [[10.4%|C]] higher than a year earlier; in Changsha it grew by [[11.0%|C]] in that month."),
        ("2017M01-M11", "huaihua", "As was announced in December 2017, industrial value added in Huaihua grew by [[6.6%|C]] from January to November."),
    ],
    "in a quarter or half of its own, in several years together, and as a target, a figure is another": [
        ("2016M01-M12", "zhangjiajie", "2016年第四季度，张家界市地区生产总值增长[[9.3%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "In the second half of 2016 the GDP of Zhangjiajie grew by [[8.8%|N]]."),
        ("2016M01-M12", "zhangjiajie", "“十二五”期间，张家界市地区生产总值年均增长[[9.1%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "2016年，张家界市地区生产总值预期目标为增长[[8.5%|N]]，实际增长[[8.1%|C]]。"),
        ("2016M01-M12", "zhangjiajie", "In 2016 the GDP of Zhangjiajie was [[33.1%|N]] higher than in 2012."),
    ],
    "the country's figures are none of the city's": [
        ("2016M01-M12", "zhangjiajie", "2016年，全国GDP增长[[6.7%|N]]，张家界市地区生产总值增长[[8.1%|C]]。"),
        ("2016M01-M12", "zhangjiajie", "GDP in Zhangjiajie grew by [[8.1%|C]] in 2016, against the national average of [[6.7%|N]]."),
    ],
    "the province owns what is called the province's, at the head of a sentence too": [
        ("2016M01-M12", "loudi", "In 2016 the GDP of Huaihua grew by [[8.1%|C]] and the GDP of the whole province by [[7.9%|C]]."),
        ("2017M01-M12", "yongzhou", "In 2017 parks made up [[92.3%|C]] of Yongzhou's industrial value added; the provincial share was [[69.7%|C]]."),
        ("2008M01-M12", "chenzhou", "Across Hunan, [[3,441|C]] of [[7,575|C]] projects were completed, or [[45.4%|C]]."),
    ],
    "behind it came another city, whose figure it is": [
        ("2016M01-M12", "loudi", "Loudi's GDP amounted to [[140.014 billion yuan|C]] in 2016. Just behind it came Huaihua with a GDP of [[139.615 billion yuan|C]]."),
    ],
    "an owner may stand behind": [
        ("2022M01-M12", "xiangtan", "The three produced a GDP of [[2,028.046 billion yuan|C]] in 2022. Of this, [[1,396.611 billion yuan|C]] was Changsha's, [[361.681 billion yuan|C]] Zhuzhou's and [[269.754 billion yuan|C]] Xiangtan's."),
    ],
    "what cities share is each one's": [
        ("2015M01-M12", "shaoyang", "2015年，邵阳市与湘潭市地区生产总值增速并列全省[[第2位|C]]，均增长[[9.6%|C]]。"),
    ],
    "most words of a name confirm what fits it, and the rank behind it": [
        ("2012M01-M04", "shaoyang", "Factories in Shaoyang raised their value added by [[18.5 percent|C]], the [[second|C]]-fastest pace in the province, figures of the industry department show. Exports rose [[18.5 percent|N]]."),
        ("2012M01-M04", "chenzhou", "高加工度产业是最大的亮点，1至4月增加值增长[[24.9%|C]]，位居全省[[首位|C]]。"),
    ],
    "a city in brackets holds up to the closing one": [
        ("2012M01-M04", "yiyang", "1—4月规模以上工业增加值增长[[17.5%|C]]（全省规模以上工业增加值增长[[15.9%|C]]），居各市州[[第四位|C]]；高加工度工业增加值增长[[22.2%|C]]，居[[第五位|C]]。"),
    ],
    "a rank behind a share is of that": [
        ("2017M01-M12", "huaihua", "The city's parks produced industrial value added of [[16.842 billion yuan|CN]]. They made up [[53.7%|CN]] of its industrial value added, [[12th|NX]] in the province."),
    ],
    "several cities together are the sum of theirs": [
        ("2022M01-M12", "zhangjiajie", "Zhangjiajie's GDP came to [[59.239 billion yuan|C]]; Xiangxi's was [[81.753 billion yuan|C]] and Huaihua's [[187.764 billion yuan|C]]. Added up, they produced [[328.756 billion yuan|CN]]."),
    ],
    "a level that something is compared with has not fallen": [
        ("2016M01-M12", "yueyang", "全年经济增长[[7.8%|C]]，较2015年的[[8.7%|C]]回落[[0.9个百分点|C]]。"),
    ],
    "what something came to is not of the time it came from": [
        ("2022M01-M09", "zhangjiajie", "产品创新强基项目库入库项目从2021年底的[[4个|C]]扩大到[[4个|N]]。"),
    ],
    "a place may be told for a city behind it": [
        ("2015M01-M12", "changsha", "Changsha's economy grew [[9.9%|C]] in 2015. [[Second|C]] place is shared by Xiangtan and Shaoyang, where growth was [[9.6%|C]]."),
    ],
    "the year that the release's months lie in is no other period": [
        ("2022M01-M02", "zhangjiajie", "Two months into 2022, gross industrial output ranks [[10th|C]] in the province."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", OF_NAMES)
def test_whose_figure_it_is(rule):
    found = [misses(text, "published", period=period, city=city) for period, city, text in OF_NAMES[rule]]
    assert not any(found), found
