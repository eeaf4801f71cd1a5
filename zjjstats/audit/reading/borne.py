"""Numbers that things, people and hours bear: what makes a number a label and no quantity.

A quantity stands before what it counts or bears a unit. A label stands behind what bears it (entry 47, 房间号305), is said
to be what somebody is reached by (my extension is 2206), stands in groups that no thousands have (5361 000), or
says when and how old (at 6 in the morning, turned 81). A heading that announces its own parts counts none.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from zjjstats.audit.reading import numerals

# Behind a label its clause ends or goes on; a unit or a noun would make it a quantity.
CLOSED = r"[,;)”\"\n]|\.(?![0-9])|$"
ENDED = r"(?=[,;:)”\"\n]|\.(?![0-9])|$| (?:and|or|but|for|from|on|at|if|to|when|is|in|before|after|where|until)\b)"
HOUR = r"(?:1?[0-9]|2[0-4])(?:[.:][0-5][0-9])?"
HOUR_AND = r"(?:1?[0-9]|2[0-4])[.:](?:00|15|30|45)"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
WHERE_WORKED = r"here|as an? [a-z]+(?: [a-z]+)?|(?:to|for) work|(?:left|from) (?:school|home)|(?:joined|entered|came to|began at|left) the [a-z]+"

# A word that bears its number, without the \\b before it: each of these opens with a letter.
REACHED_BY = (
    # My extension is 2206; the telephone of my office, 5361 000.
    (
        r"(?i:extension|(?:tele|mobile )?phone|mobile|fax|hotline|helpline|switchboard|pager|pin(?: code)?|passcode|password|postcode|zip code"
        r"|(?:room|serial|account|licen[cs]e|plate|card|order|case|file|registration|reference|ticket|flight|train|bus|bed|house|phone|telephone|fax|staff|badge|lot|box|index|inventory|catalogue|contract|passport) number|number to (?:call|ring|dial|text))"
        rf"(?: (?:of|for|in|at) [a-z' -]{{3,30}})?(?:,| is| was| are| remains|:)* ?[0-9][0-9 –-]{{1,14}}(?<=[0-9]){ENDED}"
    ),
    rf"(?i:my|our|his|her|its|the) (?:room|desk|office|seat|locker|counter|window|house|flat) (?:is|was)(?: number)? [0-9]{{1,4}}{ENDED}",
)
BORNE_BY_THINGS = (
    (
        r"(?i:entry|exercise|example|case|file|dossier|reference|serial|sample|module|photo|photograph|map|picture|plate|chart|diagram|graph|scene|verse|parcel|well|project|scheme|flight|train|tram|bed|footnote|endnote|(?-i:[Ss]top)|junction|kilometre|locomotive|tanker|crane|hangar|silo|shed|barn|hut|bench|dormitory|laboratory|tower|camp|gallery|theatre|motion|proposal|recommendation|objective|goal|principle|hypothesis|scenario|option|draft|version|edition|decree|statute|by-?law|patent|invoice|receipt|voucher)"
        # Project 14 is idle, but project 14 firms take part in.
        r" (?!(?:19|20)[0-9]{2}\b)[0-9]{1,9}(?:[./-][0-9]{1,3})?[a-z]?\b(?! ?%|[.,][0-9]| (?:percent|per cent|percentage|points?|places?|trillion|billion|million|thousand|hundred|yuan|tonnes|times|of (?:the|them|these|those|its|our|[0-9]))\b)(?! (?!(?:is|was|has|does|as|shows|gives|says|lists|stands|follows|leaves|stops|runs|lies|names|asks|needs|closes|opens|remains|lands|arrives|departs)\b)[a-z]+s\b)"
    ),
    r"(?:[Pp]rojects|[Ss]chemes|[Ee]ntries|[Ee]xercises|[Ee]xamples|[Cc]ases|[Ff]iles|[Pp]hotos|[Mm]aps|[Cc]harts) [0-9]{1,3}(?:, [0-9]{1,3}){0,3}(?:,? and|,? or| to|–|-) ?[0-9]{1,3}(?= (?:of the (?:list|plan|annex|table)|(?:in|on) the (?:list|annex|table)|were|are|have|had)\b)",
    r"[Pp]p?\. ?[0-9]{1,4}(?:[-–][0-9]{1,4})?\b|[Nn]n?\. ?[0-9]{1,4}(?:[-–][0-9]{1,4})?\b|(?:[Pp]aras?|[Aa]rts?|[Cc]h|[Ff]n|[Ff]igs?|[Ss]ec)\. ?[0-9]{1,4}(?:[.-][0-9]{1,4})*\b",
    # Notice (2023) 116; how many copies of a paper were printed.
    r"[A-Z][A-Za-z-]+ [(\[〔](?:19|20)[0-9]{2}[)\]〕] ?(?:[Nn]o\.? ?)?[0-9]{1,5}\b(?![.,]?[0-9]|%)|(?:Copies(?: printed)?|Rooms?|Desks?|Offices?|Seats?|Floors?|Gates?|Counters?): ?[0-9]{1,6}\b(?! ?%)",
)
HOURS_AND_AGES = (
    # Open from 9 to 5, closed between 12 and 2, rings at 6 in the morning.
    rf"(?:[Oo]pen(?:s|ed)?|[Cc]los(?:ed?|es)|[Ss]hut|[Hh]ours|[Mm]anned|[Ss]taffed|[Rr]eached|[Aa]nswered|[Ss]erves|[Cc]all|[Rr]ing)(?: [a-z]+){{0,3}}?(?: are|:|,)?(?: from| between)? {HOUR} ?(?:to|until|till|and|-|–) ?{HOUR}(?:,? and (?:from )?{HOUR} ?(?:to|-|–) ?{HOUR})?(?=[,;)\n]|\.(?![0-9])|$| (?:on|and|every|from|daily|only)\b)",
    rf"(?:[Aa]t|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round) {HOUR}(?= (?:in the (?:morning|afternoon|evening)|at night|sharp|tomorrow|tonight|every (?:day|morning|evening)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b)",
    # Between 8.30 and 17.00.
    rf"(?:[Ff]rom|[Bb]etween) {HOUR_AND} ?(?:to|until|and|-|–) ?{HOUR_AND}(?={CLOSED}| (?:on|every|daily)\b)",
    # Call between 8.30 and 11; doors at 8.30, talk from 11 to 12.30.
    rf"(?:[Ff]rom|[Bb]etween) (?:{HOUR_AND} ?(?:to|until|and|-|–) ?{HOUR}|{HOUR} ?(?:to|until|and|-|–) ?{HOUR_AND})(?={CLOSED}| (?:on|every|daily)\b)",
    rf"(?<!stood )(?<!stands )(?<!remained )(?<!was )(?<!is )(?<!were )(?<!up )(?<!down )(?<!rate )(?<!growth )(?:[Aa]t|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter) {HOUR_AND}(?:(?:, {HOUR_AND}){{0,4}},? (?:and|or) {HOUR_AND})?(?![^.;\n]{{0,60}}(?:%|per ?cent))(?={CLOSED}| (?:on|every|daily|sharp|for)\b)",
    # On the 5th, a day of the month.
    r"[Oo]n the [0-9]{1,2}(?:st|nd|rd|th)(?=[,;)]|\.(?![0-9])|$| of (?:the|this|that|last|next|each|every) month\b)",
    # Who turned 81 and came here at 19; Ms Li, 44, and her deputy, 39.
    rf"turn(?:ed|s|ing)? [1-9][0-9](?={CLOSED}| (?:on|in|this|last|next|and|but|when|years?)\b)",
    rf"(?:(?:Mr|Mrs|Ms|Dr)\.?|Miss|Madam|Old|Uncle|Auntie) [A-Z][a-z]+(?: [A-Z][a-z]+)?, [1-9][0-9](?={CLOSED})",
    rf"(?:says?|said|asks?|adds?|added|told|explains?|recalls?|according to|[Mm]anager|[Ff]oreman|[Dd]irector|[Ww]orker|[Ff]armer|[Ww]eaver|[Ee]ngineer|[Tt]eacher|[Dd]river|[Oo]wner|[Ff]ounder|[Ww]elder)(?: [a-z-]+){{0,3}} [A-Z][a-z]+(?: [A-Z][a-z]+)?, [1-9][0-9](?={CLOSED})",
    rf"(?i:his|her|my|their|whose) (?:deputy|wife|husband|sons?|daughters?|father|mother|brother|sister|apprentice|colleague|partner|foreman|assistant|successor), [1-9][0-9](?={CLOSED})",
    rf"(?:{WHERE_WORKED}) at [1-9][0-9](?={CLOSED})|At [1-9][0-9](?=, (?:he|she|I)\b)",
)
ENGLISH = "|".join((*REACHED_BY, *BORNE_BY_THINGS, *HOURS_AND_AGES))
# What a number shows by itself: no thousands are parted so, in four digits, a space and three; at 5.40 p.m.
BY_ITSELF = (
    r"(?!(?:19|20)[0-9]{2} )[0-9]{4,5} [0-9]{3,4}(?=[,;:)\n]|\.(?![0-9])|$| (?:is|or|and|from|for|on|at)\b)",
    rf"{HOUR} ?[ap]\.?m\b\.?|{HOUR_AND} ?[-–—] ?{HOUR_AND}(?={CLOSED}| (?:and|on|every|daily)\b)",
    # The ratio is 2.4 to 1.
    rf"(?<!from )[0-9]{{1,3}}(?:\.[0-9]{{1,2}})? to (?:1|one)(?={CLOSED})",
    # Between 4 and 15 July.
    rf"{DAY}(?:, {DAY}){{0,3}}(?:,? and|,? or| to| until) {DAY}(?:st|nd|rd|th)? (?:of )?{{month}}\b",
)
# On May 3, 4 and 9.
MORE_DAYS = rf"(?:, {DAY}){{0,3}}(?:,? and|,? or| to|-|–) ?{DAY}(?=[,;)\n]|\.(?![0-9])|$)"
# 服务专线96123，取件码8841，房间号305; ISBN behind Chinese.
CHINESE = (
    # 编辑室302, but 实验室12个.
    r"(?:尾号|末[一两]?位数?)[为是]?[0-9]{1,2}(?![0-9.%])|(?:(?<=[一-鿿])[室馆](?<!教室)(?<!实验室)|(?:会|办公|值班|接待|传达)室)[0-9]{3,4}(?=[，。；、！？）)\s\0]|$)|(?:专线|热线|短号|总台|前台|值班室|公众号|编号|[工学证房账卡货单书刊型序座车桌订考机群门]间?牌?号码?|[密邮条证件验编口]证?码)[号码：:是为 “]{0,4}[0-9][0-9A-Za-z—–-]{1,20}"
    r"(?![0-9.,]*[%个家户项件台人条座次名宗处所批只艘间笔位例张份场万亿元倍吨米亩])|(?<=[一-鿿])(?:ISBN|ISSN)[ :：]*[0-9][0-9X-]{1,30}"
)
# Five questions to the bureau; ## Two cities that had a poor year.
NUMBER_WORD = f"(?i:{numerals.EN})"
ANNOUNCED = (
    rf"(?:(?<=\n)|\A)[#*_ ]{{0,6}}(?:(?:{NUMBER_WORD}|[2-9]|10) (?:[a-z]+ )?(?:questions|answers|remarks|lessons|reasons|things|facts|words|charts|takeaways|notes|observations|ways|theses|myths|voices)\b"
    # What opens a line before a colon is its number: Exercise 3: why?
    r"|[A-Z][a-z]+(?<!ed)(?<!otal)(?<!gun)(?<!lan)(?<!arget)(?<!s) [0-9]{1,2}(?=: ?[A-Za-z]))"
    r"|(?:(?<=\n)#[#* ]{0,6}|\A[#* ]{0,6})(?i:two|three|four) (?:[a-z]+ )?(?:cities|counties|towns|neighbours|provinces|valleys|districts|rivals|tales|stories|places|rivers|parks|mills|harbours|villages|quarters|months)\b(?= (?:that|which|who|with|in|and|on|at|compared|side by side|apart)\b|[,:]|\n)"
)


def patterns(month: str) -> dict[str, str]:
    """By kind, what numbers that are borne look like, given what a month is called."""
    by_itself = "|".join(BY_ITSELF).replace("{month}", month)
    return {
        "borne by a word": rf"\b(?=[A-Za-z])(?:{ENGLISH})",
        "borne in Chinese": CHINESE,
        "a label by itself": rf"(?<![0-9A-Za-z.,-])(?=[0-9])(?:{by_itself})",
        "announced": ANNOUNCED,
    }
