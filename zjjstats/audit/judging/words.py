"""What an audit says: templates in both languages, no figure and no rule."""

# ruff: noqa: E501 - a phrase is read whole

from __future__ import annotations

from zjjstats.phrases import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "zh": {
        "rate": "{part} ÷ {whole} = {value}%",
        "growth": "{now} ÷ {before} − 1 = {value}%",
        "growth.added": "{added} ÷ ({now} − {added}) = {value}%",
        "multiple": "{now} ÷ {before} = {value}倍",
        "multiple.more": "{now} ÷ {before} − 1 = {value}倍",
        "sum": "{parts} = {value}",
        "difference": "{one} − {other} = {value}",
        "average": "{total} ÷ {count} = {value}",
        "product": "{one} × {count} = {value}",
        "base": "{now} ÷ (1 + {growth}%) = {value}",
        "whole": "{part} ÷ {share}% = {value}",
        "rank.of": "参加排位的只有{of}个",
        "places": "现居第{rank}位、前移{gained}位，则原居第{before}位，超出1—{of}的范围",
        "places.down": "现居第{rank}位、后移{gained}位，则原居第{before}位，超出1—{of}的范围",
        "moved": "{before}位与{now}位相差{value}位",
        "rank": "全省参加排位的只有{of}个市州",
        "implied": "由此推算原居第{before}位；须有上期位次方可核对",
        "data": "数据：{name}（{city}，{period}）= {value}；来源：{source}",
        "data.parts": "数据：{name}（{city}，{period}）= {sum} = {value}；来源：{source}",
        "readings": "数据：两种读法——{readings}；来源：{source}",
        "reading.holds": "若指{scope}位次，应为{value}，相符",
        "reading.fails": "若指{scope}位次，应为{value}，不符",
        "reading.open": "若指{scope}位次，原居第{before}位；通报未说明指哪一个",
        "but": "；文中数字推算则为：{evidence}",
        "none.range": "区间，不作核对",
        "none.approximate": "约数，不作核对",
        "none.count": "文中没有可据以重算的数字，数据中也没有对应的指标",
        "none.workspace": "文中没有写明构成它的数字；未提供数据",
        "none.doubted": "不判为不符：与最近的数字不合（{evidence}），但也可能指别的（{other}）",
        "none.far": "不判为不符：与最近的数字相差不像笔误（{evidence}），多半指的是别的",
        "none.taken": "不判为不符：这一段已另有数字与数据相合（{evidence}），这里多半指的是别的",
        "none.elsewhere": "不判为不符：这里说的是别处或一组名次，数据里的（{evidence}）不是它",
        "none.given": "不判为不符：这两个数字（{evidence}）已是另一个数字的构成，这里多半指的是别的",
        "none.others": "不判为不符：最近的数字（{evidence}）说的不是这里所说的地方，多半指的是别的",
        "none.many": "不判为不符：数据与这句话里的数字无一相合（{evidence}），多半指的是别的",
        "none.period": "文中没有写明期间或地区，无从查对数据",
        "summary": "共{n}个数字：相符{confirmed}，末位有差{last}，不符{contradicted}，有歧义{ambiguous}，未核对{unchecked}",
    },
    "en": {
        "rate": "{part} ÷ {whole} = {value}%",
        "growth": "{now} ÷ {before} − 1 = {value}%",
        "growth.added": "{added} ÷ ({now} − {added}) = {value}%",
        "multiple": "{now} ÷ {before} = {value} times",
        "multiple.more": "{now} ÷ {before} − 1 = {value} times",
        "sum": "{parts} = {value}",
        "difference": "{one} − {other} = {value}",
        "average": "{total} ÷ {count} = {value}",
        "product": "{one} × {count} = {value}",
        "base": "{now} ÷ (1 + {growth}%) = {value}",
        "whole": "{part} ÷ {share}% = {value}",
        "rank.of": "only {of} are ranked",
        "places": "now {rank}, {gained} places up: {before} before, which is outside 1 to {of}",
        "places.down": "now {rank}, {gained} places down: {before} before, which is outside 1 to {of}",
        "moved": "from place {before} to place {now}: {value} places",
        "rank": "only {of} cities of the province are ranked",
        "implied": "implies place {before} before; the earlier rank is needed to check it",
        "data": "data: {name} ({city}, {period}) = {value}; source: {source}",
        "data.parts": "data: {name} ({city}, {period}) = {sum} = {value}; source: {source}",
        "readings": "data: two readings: {readings}; source: {source}",
        "reading.holds": "of the rank in {scope}: {value}, which holds",
        "reading.fails": "of the rank in {scope}: {value}, which does not hold",
        "reading.open": "of the rank in {scope}: place {before} before; the bulletin does not say which is meant",
        "but": "; from the figures in the text: {evidence}",
        "none.range": "a range is not checked",
        "none.approximate": "an approximate figure is not checked",
        "none.count": "nothing in the text gives it, and the data hold no such figure",
        "none.workspace": "the text names no figures that it is made of, and no data were given",
        "none.doubted": "not called wrong: what stands nearest does not give it ({evidence}), yet it may be another ({other})",
        "none.far": "not called wrong: it differs from what stands nearest ({evidence}) as no slip does, so that it is likely another",
        "none.taken": "not called wrong: another figure of the paragraph tells what the data hold ({evidence}), so that this one is likely another",
        "none.elsewhere": "not called wrong: its words are about a county or a list of places, of which the data ({evidence}) hold nothing",
        "none.given": "not called wrong: its parts ({evidence}) already give another figure, so that this one is likely of others",
        "none.others": "not called wrong: the figures nearest to it ({evidence}) are not told of the place that its words name, so that it is likely of others",
        "none.many": "not called wrong: the data give none of the figures of its sentence ({evidence}), so that they are likely of another",
        "none.period": "the text tells no period or no city to look it up by",
        "summary": (
            "{n} figures: {confirmed} confirmed, {last} off in the last digit, {contradicted} contradicted, "
            "{ambiguous} ambiguous, {unchecked} not checked"
        ),
    },
}


def say(lang: Lang, phrase: str, **blanks: object) -> str:
    """A phrase with its blanks filled; what fills them is never read as a template."""
    return WORDS[lang][phrase].format(**blanks)
