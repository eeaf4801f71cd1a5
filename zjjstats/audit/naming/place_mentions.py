"""The province, the country, and the counties and other provinces that a text names: whose figures are not the city's."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.naming.names import Names
from zjjstats.audit.reading.beginnings import compiled
from zjjstats.schema import PROVINCE

NEAR = 80
PROVINCE_WORDS = "全省|湖南省?(?!日报|卫视|经视|新闻|广播|电视|大学|师范|农业大学|工业大学|科技大学|电台|在线|红网|统计局|统计年鉴)|The (?:whole |entire )?province(?:'s(?= [a-z])|’s(?= [a-z])| as a whole|(?!['’]s))|the (?:whole |entire )?province(?:'s|’s| as a whole)?|Hunan(?! (?:Daily|University|TV|Television|Normal|Agricultural University|Bureau|Statistical))(?:'s|’s)?|provincial(?: (?:average|figure|rate|level|growth|mean|median|total|share|ratio|proportion|pace))?|[Pp]rovince-?wide"
# The country's figures and those of other provinces are none of the workspace.
NATION = compiled(
    r"全国|我国|长株潭|中部(?:地区|六省)|湖北|江西|广东|贵州|(?<!重)重庆|广西|\b(?:the )?national(?: (?:average|figure|rate|level|growth|mean|median|total|share))?\b|\b(?:China|the country|the nation|Hubei|Jiangxi|Guangdong|Guizhou|Chongqing|Guangxi)\b(?:['’]s?)?"
)
SAYS_FIGURES = re.compile(
    r"(?:的)?(?:平均|水平|GDP|国内生产总值|地区生产总值|规模以上|规上|工业|固定资产|增速|增长|同比|增幅|为|是|[0-9])| (?:average|figure|GDP|industr\w+|growth|economy|output|grew|rose|fell|was|saw)"
)
# Where it begins a clause, or stands behind a period or another name, the province's own figures follow.
PROVINCE_AS_SUBJECT = re.compile(
    r"(?:^|[，。；：、（(\n\t　|*“—]|[0-9月，。] |而|时|期|年|月|度|其中|但|但是|则|此时|，与|里)$"
    r"|(?:^|[,.;:(\n|—-] ?|\b(?:for|while|whereas|and|but|of which|when|that|as|in which) )(?:the )?$",
    re.IGNORECASE,
)
AS_SCOPE = re.compile(r"\b(?<!that )(?<!those )(?:in|of|across|among|within|throughout) ?$", re.IGNORECASE)
# At the head of a sentence, as in "Across Hunan, 3,441 were completed", it is whose figures follow.
ACROSS = re.compile(r"(?:^|[.\n] ?)(?:Across|Throughout) (?:the )?$")
# Industrial investment in the province grew by 14.1%.
IN_SCOPE = re.compile(r" (?:in|across|throughout|within) (?:the )?$")
DOES = re.compile(
    r"(?:the )?(?:(?:whole |entire )?province|Hunan)(?: as a whole)? (?:grew|rose|fell|was|is|increased|expanded|climbed|came to|reached|stood at|went up|shrank|declined|averaged|gained|ran at|amounted|totalled)\b"
)
WHERE = re.compile(r", (?:where|whose) (?!(?:it|we|they|the city|our|its|this)\b)")
RANKS = re.compile(r"\b(?:rank\w*|place|position|standing|number|No\.)\b[^.;]*$")
OF_SCOPE = re.compile(r" of (?:the )?$")
# An indicator of the province, unless it is the largest or the smallest there.
OWNED = re.compile(r"\b(?:growth|rise|increase|figure|average|level|total)$", re.IGNORECASE)
MOST = re.compile(r"(?:est|most|top|first|least)\b", re.IGNORECASE)
NO_PLACE = re.compile("[地山园辖县市社片景库特各全本我该]区|[各全本我该]县|[年月日]|^城区")
# The county that speaks is not the city.
OWN_COUNTY = compiled("(?:我们?|本)(?:县|区(?!域)|镇|乡|园区)|全(?:县|镇|乡)(?!域)")
OTHER_PLACE = compiled(
    r"(?<![一-鿿])[一-鿿]{1,4}?[县区](?=的|规模|规上|工业|地区生产|生产总值|GDP|增长|固定|技改|实现|完成|园区)"
    r"|\b[A-Z][a-z]+ (?:[Cc]ounty|[Dd]istrict|[Tt]ownship|New Area)\b(?:['’]s)?"
)
# The province is only the scope of a rank in 全省第四, 全省位次 and the province's 4th.
RANKED_IN = re.compile(
    r"的?(?:各?市州)?的?(?:座次|位次|排位|排名|名次)|(?:各?市州)?(?:[排居列位]|排名|排在|位居|位列|名列|居于|处于|并列)*(?:倒数|末|垫底|前列|首位|领先|第)| [0-9]{1,2}(?:st|nd|rd|th)\b"
)


def province_mentions(text: str, names: Names) -> Iterator[Mention]:
    """Where the province is named as what figures are of, and not only as what a city is ranked in."""
    for match in re.finditer(PROVINCE_WORDS, text):
        before = text[max(0, match.start() - 24) : match.start()]
        is_scope_of = match[0].startswith("The ") and match[0].endswith(("'s", "’s"))
        if RANKED_IN.match(text, match.end()) or (is_scope_of and not names.indicator.match(text, match.end() + 1)):
            continue
        is_owner = is_of_province(text, names, match.start())
        is_head = bool(ACROSS.search(before))
        is_scope = AS_SCOPE.search(before) and match[0][-2:] not in ("'s", "’s")
        if is_scope and WHERE.match(text, match.end()):
            # 13th in the province, where the ratio is 1.2%.
            yield Mention(match.start(), match.end(), "city", PROVINCE, is_aside=True)
        if is_scope and not is_owner and not is_head:
            continue
        is_aside = match[0] == "provincial" or not (is_head or PROVINCE_AS_SUBJECT.search(before))
        yield Mention(match.start(), match.end(), "city", PROVINCE, is_aside)


def is_of_province(text: str, names: Names, place: int) -> bool:
    """Whether what stands before a province's name is an indicator of it: the GDP of the province."""
    before = text[max(0, place - NEAR) : place]
    if (scope := IN_SCOPE.search(before)) and DOES.match(text, place, place + NEAR):
        named = before[: scope.start()]
        is_ranked = MOST.search(named) or RANKS.search(named)
        return not is_ranked and any(one.end() == len(named) for one in names.indicator.finditer(named))
    if not (of := OF_SCOPE.search(before)) or MOST.search(before[: of.start()]):
        return False
    named = before[: of.start()]
    return bool(OWNED.search(named)) or any(one.end() == len(named) for one in names.indicator.finditer(named))


def other_places(text: str) -> Iterator[Mention]:
    """Counties, the country and other provinces: their figures are none of the city's."""
    for match in OTHER_PLACE.finditer(text):
        if not NO_PLACE.search(match[0]):
            yield Mention(match.start(), match.end(), "city", "")
    for match in OWN_COUNTY.finditer(text):
        yield Mention(match.start(), match.end(), "city", "")
    for match in NATION.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if not RANKED_IN.match(text, match.end()) and not AS_SCOPE.search(before):
            is_aside = not PROVINCE_AS_SUBJECT.search(before) or not SAYS_FIGURES.match(text, match.end())
            yield Mention(match.start(), match.end(), "city", "", is_aside)
