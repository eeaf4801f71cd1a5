"""Projects planned and started, and entries into the database, in the ways that texts by other hands tell them."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

# Planned 64; new 15 of 22, 68.18 %; due 19 of 20, 95 %. Entries 5, at the end of 2021 4.
SPRING = ("published", "2022M01-M03", "zhangjiajie")
# Of all 61 of 64 by June, 56 by March; new 20 of 22, 15 by March; due 20 of 20, 19 by March. Entries 7, 5, 4.
HALF = ("sample", "2022M01-M06", "zhangjiajie")
# Of all 62 of 64, new 21 of 22, due 20 of 20.
JULY = ("sample", "2022M01-M07", "zhangjiajie")
# Of all 63 of 64, new 22 of 22, due 19 of 20. Entries 9, by June 7, by March 5.
AUTUMN = ("sample", "2022M01-M09", "zhangjiajie")
NOVEMBER = ("sample", "2022M01-M11", "zhangjiajie")
# 291 of 316, new 145 of 170.
KEY = ("published", "2021M01-M09", "xiangxi")
TOLD = {
    "the question tells the kind or the role": [
        (SPRING, "Q: How many are in the 320 Project?\nA: [[64|C]].\nQ: How many of them are new?\nA: [[22|C]].\nQ: And how many of the new ones had been begun by 31 March?\nA: [[15|C]], or [[68.18 per cent|C]]."),
        (SPRING, "**How large is the 320 Project?**\nIt takes in [[64|C]] projects. Of these, [[22|C]] are to be begun this year.\n\n**And how many have been?**\nBy the end of March [[15|C]].\n\n**What about those due for completion?**\nThere are [[20|C]], and [[19|C]] are under way."),
        (SPRING, "问：今年320工程一共多少个？\n答：[[64个|C]]。\n问：其中新的有多少？\n答：[[22个|C]]。\n问：开了多少？\n答：到3月底[[15个|C]]。\n问：要竣工的呢？\n答：[[20个|C]]，已经开工[[19个|C]]。"),
        (KEY, "问：重点建设项目今年多少？答：[[316个|C]]。问：新的呢？答：[[170个|C]]。问：动工了多少？答：[[145个|C]]，还有[[25个|C]]没动。"),
    ],
    "each figure of a list has the words of its own side": [
        (NOVEMBER, "The [[22|C]] new projects of the 320 Project and the [[20|C]] that must be completed this year all count as started."),
        (JULY, "320 Project at the end of July: [[62|C]] out of [[64|C]] started. New: [[21|C]] out of [[22|C]]. Due: [[20|C]] out of [[20|C]]."),
        (HALF, "上半年，320工程[[64个|C]]项目开工[[61个|C]]。其中新开工项目开工[[20个|C]]，竣工项目开工[[20个|C]]。"),
        (HALF, "上半年，320工程[[64个|CN]]项目开工[[56个|N]]。其中新开工项目开工[[15个|NX]]。"),
        (SPRING, "320工程[[22个|C]]新开工项目中[[15个|C]]破土动工，[[20个|C]]竣工项目中[[19个|C]]在建，两类项目开工率分别为[[68.18%|C]]和[[95%|C]]。"),
    ],
    "the former and the latter": [
        (SPRING, "320工程共有新开工、计划竣工两类项目，前者[[22个|C]]，后者[[20个|C]]。一季度，前者开工[[15个|C]]，后者开工[[19个|C]]。"),
        (SPRING, "320工程共有新开工、计划竣工两类项目，前者[[22个|C]]，后者[[20个|C]]。一季度，前者开工[[19个|NX]]，后者开工[[15个|NX]]。"),
        (SPRING, "In the 320 Project the new ones number [[22|C]], those due [[20|C]]. Of the former [[15|C]] have been started, of the latter [[19|C]]."),
    ],
    "what is left, and what they take up": [
        (SPRING, '"Of the 64 projects of the 320 Project, [[22|C]] should be begun this year," the director said. "[[Fifteen|C]] were, by the end of March. [[Seven|C]] were not."'),
        (KEY, "Xiangxi's list of prefecture key projects runs to [[316|C]]. The new ones number [[170|C]]; [[145|C]] of them have begun, and [[25|C]] are still waiting for land."),
        (KEY, "Xiangxi's list of prefecture key projects runs to [[361|X]]. By the end of September, [[219|NX]] were moving. The new ones number [[107|X]]; [[154|X]] of them have begun."),
    ],
    "entries at the ends that words tell": [
        (AUTUMN, "The provincial product-innovation database counts [[9|C]] entries from the city. It was [[7|C]] at the end of June, [[5|C]] at the end of March and [[4|C]] at the end of 2021."),
        (AUTUMN, "The provincial product-innovation database counts [[9|C]] entries from the city. It was [[6|NX]] at the end of June, [[7|NX]] at the end of March."),
        (SPRING, "创新强基项目库里现在有几个张家界的项目？[[5个|C]]。去年底呢？[[4个|C]]。"),
        (AUTUMN, "截至三季度末，入选省创新强基项目库的有[[9个|C]]，年初只有[[4个|C]]，年中[[7个|C]]。"),
    ],
    "all but some, those carried over, and what is now behind what was": [
        (HALF, "The whole of the 320 Project is [[64|C]] strong. All but [[three|C]] have got going."),
        (KEY, "Of the prefecture's [[316|C]] key projects the [[146|C]] carried over from earlier years have all resumed; ground has been broken on [[145|C]] of the [[170|C]] new ones."),
        (KEY, "续建的[[146个|C]]州重点项目全部复工，新开工的[[170个|C]]动了[[145个|C]]。"),
        (KEY, "Ground has been broken on [[154|X]] of the [[170|C]] new key projects of the prefecture. The [[164|N]] carried over have resumed."),
        (HALF, "一季度末320工程新项目才开[[15个|C]]，如今开了[[20个|C]]，[[22个|C]]里只差[[2个|C]]。"),
        (HALF, "一季度末320工程新项目才开[[16个|NX]]，如今开了[[15个|NX]]，[[22个|CN]]里只差[[3个|NX]]。"),
        (AUTUMN, "Of the [[64|C]] schemes of the 320 Project, of which [[15|N]] are small, all [[22|C]] new ones are under way, whereas [[20|C]] had been started at the end of June."),
        (AUTUMN, "Entries in the product-innovation database rose from [[four|C]] in 2021 to [[9|C]]."),
        (SPRING, "320工程新开工、竣工项目分别为[[22个|C]]和[[20个|C]]，已开工[[15个|C]]和[[19个|C]]。"),
        (SPRING, "320工程新开工、竣工项目分别为[[20个|NX]]和[[22个|NX]]，已开工[[19个|NX]]和[[15个|NX]]。"),
    ],
    "another programme, and what is no project": [
        (SPRING, "The 320 Project has [[64|C]] projects. The roads programme has [[22|N]] new projects, of which [[14|N]] have been started."),
        (SPRING, "320工程有[[64个|C]]项目。市级文旅重点项目另有[[22个|N]]，已开工[[15个|N]]。"),
        (SPRING, "Firms in the parks: [[22|N]] new ones, [[15|N]] of which have started production. The 320 Project, for its part, has [[64|C]] projects."),
        (SPRING, "320工程专班开了[[15次|N]]会，走访[[22个|N]]企业，解决[[19个|N]]问题。"),
    ],
    "a row of all projects is of the city": [
        (SPRING, "| 320 Project | planned | started |\n|---|---|---|\n| new | [[22|C]] | [[15|C]] |\n| due for completion | [[20|C]] | [[19|C]] |\n| all | [[64|C]] | |"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", TOLD)
def test_projects_told_by_other_hands(rule):
    for (workspace, period, city), sentence in TOLD[rule]:
        assert not misses(sentence, workspace, period=period, city=city), sentence
