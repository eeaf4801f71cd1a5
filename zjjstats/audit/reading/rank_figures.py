"""Which numbers are ranks, by the words around them: 第10位, 10th, No. 10, rank 10."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from zjjstats.audit.reading.numerals import EN_ORDINAL, EN_ORDINALS, ZH
from zjjstats.audit.reading.patterns import CELL, ORDINAL_STOPS, RANK_AFTER, RANK_AROUND, RANK_BEFORE_ZH
from zjjstats.audit.reading.places_moved import is_move
from zjjstats.audit.reading.reading import Printed, Reading
from zjjstats.audit.reading.spelled_out import ALONE, PLACED, is_no_place, stands_as_place
from zjjstats.audit.reading.surroundings import LOWEST_RANK, ranked_word

# Before "No. 5" these say that it is a place; behind other words it is the number of a thing.
RANKS_NO = re.compile(
    r"(?:rank\w*|plac\w+|at|was|is|are|were|be|been|came|comes?|stood|stands?|the|as|to|from|['’]s|became|remain\w*|position|held|took|and|[Ff]rom|now|hit|reach\w*) (?:the )?(?:[Nn]o\.? ?|[Nn]umber )$"
)
RANK_WORD = re.compile(
    r"\b(?:[Rr]ank(?:s|ed|ings?)?|[Pp]osition|[Ss]tanding)(?:,? (?:in|within|across) (?:the |its |our )?(?:province|provincial \w+|Hunan|(?:assessment )?(?:group|queue))|,? provincially| overall| by [a-z]+)?"
    r"(?: (?:of|is|was|at|now|stands at))*:? $|(?:^|[,;:(] ?|\b(?:in|at|to|from|now|took|held|hold|holds) )[Pp]lace $|(?<=[\s(])#$|\b[Pp]lace,? (?:in|within) (?:the |its |our )?(?:province|Hunan|(?:assessment )?(?:group|queue))(?: (?:is|was|of))*: ?$"
)
# Places lost: 9.
PLACES_WORD = re.compile(
    r"\b[Pp]laces? (?:lost|gained|won|dropped|climbed|made up|up|down)(?: [a-z0-9\0 ]{1,24})?: ?$|(?:[Rr]ank|[Pp]lace)[^\n]{0,24}\b[Cc]hange: (?:up |down )?$"
)
LOWEST_OF_CITIES = 14
IS_PLACE = re.compile(r"\b(?:is|was|are|were|now|became|remains?|remained|be|been|still) $")
# An ordinal in digits that a clause ends with is a place: which put the city 14th; (9th).
ENDS = re.compile(r" in \x00| ?(?:[,.;:)]|$|\n|and\b|or\b|while\b|but\b|--|—|[|(])")
# The 2nd floor: an ordinal right before a noun is the noun's.
OF_A_NOUN = re.compile(
    rf"(?!{ALONE.pattern}) (?!(?:nation|province|city|county)wide|an?\b|the\b|their\b|its\b|one\b|both\b|[a-z]+ly\b|under\b|over\b|since\b|until\b|because\b|so\b|thanks\b|despite\b|before\b|[a-z]+(?:ing|ed)\b)[a-z]"
)
# At the 10th Games.
OF_EVENT = re.compile(
    r" (?:[A-Z][a-z]+ ){0,2}(?:Games|Expo|Fair|Festival|Forum|Congress|Session|Summit|Conference|Exhibition|Meeting|Anniversary|Army|Bureau|Division|Company|Brigade|Hospital|School|Street)\b"
)
# Plan No. 3 of the period, but No. 3 of the province's cities.
OF_DOCUMENT = re.compile(r" of the (?!(?:[0-9]|province|cit|prefect|whole))")
# To No. 3 Middle School.
OF_BUILDING = re.compile(
    r" (?:[A-Z][a-z]+ ){0,2}(?:School|Hospital|Mill|Factory|Bridge|Mine|Station|Plant|Well|Shaft|Pier|Road|Street|Lane|Building|Bureau|Company|Brigade|Team|Furnace|Kiln|Wharf|Quay)\b"
)
# No. 3 in exports, No. 12 for imports.
LISTED_IN = re.compile(" (?:in|for|by|on) (?!the )[a-z]| overall")
OPENS = re.compile(r"(?:^|[.,;:\n(]|\band|\bbut) ?(?:[Nn]o\.? ?|[Nn]umber )$")
BEHIND_LABEL = re.compile(r": ?[Nn]o\. ?$")
# 6th by volume; 2nd by speed.
LISTED_PLACE = re.compile(r"[,;:(] (?:and |but )?$")
# From first to eleventh; from 12th to second.
LEAVES = re.compile(rf" (?:place )?to (?:{EN_ORDINAL}|[0-9]{{1,2}}(?:st|nd|rd|th)\b)", re.IGNORECASE)
ARRIVES = re.compile(rf"\b[Ff]rom (?:{EN_ORDINAL}|[0-9]{{1,2}}(?:st|nd|rd|th))(?: place)? to $", re.IGNORECASE)
# No better than ninth is ninth.
NO_MORE = re.compile(r"\b[Nn]o (?:more|better|higher|further|worse|lower) than (?:the )?$")
NUMBERED = re.compile(r"\b(?:[Nn]o\.? ?|(?<!the )(?<!a )[Nn]umber )$")
FOLLOWS = re.compile(r"(?:位|名)(?!次)|(?=把交椅)")
# 排名11，上升3: places, as what moved is a rank.
RANK_MOVED = re.compile(
    r"(?:排名|位次|名次)[^。；\n]{0,20}(?:退后|前移|后移|上升|提升|前进|提高|下降|后退|上移|下移|下滑|[进退升降])了?$"
)
RANK_NOUN = re.compile("座次|位次|名次|排名|排位")
PLACE_BEFORE = re.compile(
    r"(?:[居列占排夺获得摘处在于]|位|名|省|国|市|州|阵|并列|[期年前\0]的?|[从由升降退进至到成以为]|[0-9一二三四五六七八九十]位?[、和与及/／]|[组内榜县区域园]|其中|[市州省县区][中里]|增速|增幅|速度|总[量额值]|体量|规模|分量|均|都|同|是|[拿夺得抢捧摘站坐稳守保跑冲挤][了下着到得出入住回]|[拿夺得]|(?<!争)当|我们|写)第$"
)
# A place alone in brackets behind a figure or a name, or in a cell of a table: 11.2%（第3）, | 第3 |.
ALONE_BEFORE, ALONE_AFTER = re.compile(r"(?:[%点位一-鿿][（(]|\| *[*]*)第$"), re.compile(r"[）)，,]|[*]* *\|")
# Between the ends of clauses a place alone ranks the figure or the name before it: 1484.18亿元，第十。 技改投资：第二，同比前进七位。
BETWEEN_BEFORE = re.compile(r"(?:[0-9%元点位名吨亿万倍户个家][)）]?[，,]|[一-鿿）)][：:])[ *“]*第$")
BETWEEN_AFTER = re.compile(
    r"[*”]*(?:[。；;！!）)\n]|$|[，,、](?:同比|较|比|[前后上下][进移升降]|[升降进退提])|，(?=[^，。；\n]{0,16}[0-9]))"
)
# 全省第几？第一！
ASKED = re.compile("(?:第几|[名位]次|老几)[^，。；！？]{0,8}？[\\s”]*(?:答[：:]|[^，。；：！？\\n]{1,6}[：:])?[*“]*第$")
ANSWER_ENDS = re.compile("[，。；、！!]|$")
# A place in digits right behind what it ranks: 技改第2，前移7位.
NOUN_BEFORE, CLAUSE_AFTER = re.compile("[一-鿿]{2}第$"), re.compile("[，；。）)]")
# In words it is a place behind what is ranked: 技改投资第二，比上年同期上升7个位次; 质量第一 is a maxim.
RANKED_BEFORE = re.compile(
    "(?:投资|产值|增加值|技改|增速|增幅|速度|总量|总额|规模|出口|进口|消费|零售|零售额|税收|收入|利润|用电量|产量|投产率|开工率|完成率|竣工率|交付率|排位)第$"
)
PLACE_TOLD = re.compile(
    "(?:位次|名次|排[名位]|第[0-9一二三四五六七八九十]{1,2}[位名]?[，；、])[^。；第\\n]{0,12}[一-鿿]第$"
)
RANKED_ENDS = re.compile("[，；。、！）)\n]|$")
# 居三、四位: the last of a list has the measure word of all.
PLACES_LISTED = re.compile(rf"、(?:{ZH}|[0-9]{{1,2}})(?:位|名)(?!次)")
RANK_TOLD = re.compile("(?:排名|位次|名次)[：:]? ?$")
RANK_LEFT = re.compile("(?:排名|位次|名次)[由从]$")
RANK_REACHED = re.compile("[升降提前后上下进退跌滑落跃回变移]{1,2}[至到为]")
RANK_TO = re.compile("(?:排名|位次|名次)[由从][0-9]{1,2}[位名]?[升降提前后上下进退跌滑落跃回变移]{1,2}[至到为]$")
PLACED_ZH = re.compile("[居列排]$")
PLACE_ENDS = re.compile(
    r"提[到至]|[，。；、,;:：/／！？!?”」）)（(\s]|$|和|与|，|且|的|并|[升降进退]|[前后上下][移升降进退]|提升|跃升|回落|变[为成]|(?:一路|一口气|直接)?[跌掉滑落爬冲跃窜蹿挪]|(?:一路|一口气|直接)[跑升降退进追]|[到至]第?[0-9一二三四五六七八九十]"
)


def way_of_ranking(one: Printed) -> Callable[[Printed], Reading | None] | None:  # noqa: PLR0911 - one answer per way of printing
    """How a number that is printed as ranks are is read; None where it is printed in another way."""
    if (one.script == "en" and one.number.lower() in EN_ORDINALS) or one.unit == "ordinal":
        return ordinal
    if one.before.endswith("第"):
        return ordinal_in_chinese
    is_ranked = RANK_BEFORE_ZH.search(one.before) or (
        PLACED_ZH.search(one.before) and PLACES_LISTED.match(one.text, one.end)
    )
    # 单位238家 and 床位42张 end like 排位 and count all the same.
    is_counted = one.unit == "count" and rank_in_chinese(one) is None
    is_ranked = is_ranked or RANK_LEFT.search(one.before) or RANK_TO.search(one.before)
    if is_ranked and one.unit in ("", "count") and not one.decimals and not is_counted:
        return rank_in_chinese
    if one.is_bare and one.script != "zh" and is_move(one):
        return places
    is_plain = one.script == "digits" and not one.decimals and one.is_bare
    if is_plain and RANK_MOVED.search(one.before) and CLAUSE_AFTER.match(one.text, one.end):
        return places
    if is_plain and one.value <= LOWEST_RANK and RANK_WORD.search(one.before):
        return rank
    if is_plain and PLACES_WORD.search(one.before):
        return places
    sign = NUMBERED.search(one.before)
    # The ones number 46, but number one, and number 3 in the province.
    is_low = one.value <= LOWEST_OF_CITIES and not one.text.startswith(" in all", one.end)
    is_among = is_low and RANK_AFTER.match(one.text, one.end)
    is_told = sign and (one.script == "en" or "umber" not in sign[0] or is_among)
    return numbered if is_told else None


def rank(one: Printed, stop: int = 0) -> Reading:
    """The rank that a number is, together with the sign before it."""
    begin = one.start - 1 if one.before.endswith(("第", "#")) else one.start
    if sign := NUMBERED.search(one.before):
        begin = one.start - len(sign[0])
    placed = one.reading(stop or one.end, "rank", "rank", begin=begin)
    return replace(placed, approximate=placed.approximate and not NO_MORE.search(one.before))


def places(one: Printed) -> Reading:
    """The number behind a heading that says so: Places lost: 9."""
    return one.reading(one.end, "places", "rank_change")


def ordinal(one: Printed) -> Reading | None:
    """10th, tenth, where words or the cell of a table make it a place."""
    text, before, is_in_digits = one.text, one.before, one.unit == "ordinal"
    stop = one.unit_end if is_in_digits else one.end
    if is_no_place(text, before, one.number, stop) or (is_in_digits and OF_EVENT.match(text, stop)):
        return None
    is_alone = not is_in_digits and stands_as_place(text, before, one.number, stop)
    is_low, is_last = one.value <= LOWEST_RANK, ENDS.match(text, stop)
    is_moved = (before.lower().endswith("from ") and LEAVES.match(text, stop)) or ARRIVES.search(before)
    is_place = not ORDINAL_STOPS.match(text, stop) and (
        is_moved
        or RANK_AFTER.match(text, stop)
        or (
            is_in_digits
            and is_low
            and LISTED_PLACE.search(before)
            and (LISTED_IN.match(text, stop) or ALONE.match(text, stop))
        )
        or CELL.search(text[max(0, one.start - 8) : one.start] + "#" + text[stop : stop + 8])
        or (is_in_digits and is_low and (is_last or (PLACED.search(before) and ALONE.match(text, stop))))
        or (RANK_AROUND.search(before) and is_low and not OF_A_NOUN.match(text, stop))
        or is_alone
    )
    is_said = (
        is_in_digits or is_alone or is_moved or ranked_word(text, before, stop) or (IS_PLACE.search(before) and is_last)
    )
    return rank(one, stop) if is_place and is_said else None


def ordinal_in_chinese(one: Printed) -> Reading | None:
    """第10位, 排名第二; None for other ordinals."""
    follows = FOLLOWS.match(one.text, one.end)
    if follows:
        return rank(one, follows.end())
    is_place = RANK_NOUN.search(one.before) or PLACE_BEFORE.search(one.before)
    is_alone = ALONE_BEFORE.search(one.before) and ALONE_AFTER.match(one.text, one.end)
    is_between = BETWEEN_BEFORE.search(one.before) and BETWEEN_AFTER.match(one.text, one.end)
    # 我们第五，隔壁第三: as the place told before it.
    is_place = is_place or PLACE_TOLD.search(one.before)
    is_told = is_place and PLACE_ENDS.match(one.text, one.end)
    is_asked = ASKED.search(one.before) and ANSWER_ENDS.match(one.text, one.end)
    is_behind = one.script == "digits" and NOUN_BEFORE.search(one.before) and CLAUSE_AFTER.match(one.text, one.end)
    is_ranked = RANKED_BEFORE.search(one.before) and RANKED_ENDS.match(one.text, one.end)
    return rank(one) if is_alone or is_between or is_told or is_behind or is_asked or is_ranked else None


def rank_in_chinese(one: Printed) -> Reading | None:
    """居10位, 排名11; None for a number that only follows 位 or 排."""
    # 排名11; 排名由11升至8: both ends of a move.
    is_ended = (RANK_TOLD.search(one.before) or RANK_TO.search(one.before)) and CLAUSE_AFTER.match(one.text, one.end)
    is_left = RANK_LEFT.search(one.before) and RANK_REACHED.match(one.text, one.end)
    if one.is_bare and one.value <= LOWEST_RANK and (is_ended or is_left):
        return rank(one)
    if follows := FOLLOWS.match(one.text, one.end):
        return rank(one, follows.end())
    return rank(one) if PLACES_LISTED.match(one.text, one.end) else None


def numbered(one: Printed) -> Reading | None:
    """No. 10, where words say that it is a place."""
    if OF_BUILDING.match(one.text, one.end):
        return None
    is_among = RANK_AFTER.match(one.text, one.end) and not OF_DOCUMENT.match(one.text, one.end)
    is_listed = OPENS.search(one.before) and LISTED_IN.match(one.text, one.end)
    is_labelled = BEHIND_LABEL.search(one.before)
    return rank(one) if RANKS_NO.search(one.before) or is_among or is_listed or is_labelled else None
