"""What numbers, units, ranks and the words around them look like in Chinese and English."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading import numerals

COUNTED = "个|家|户|项|人|件|台|套|辆|条|座|次|名|宗|处|所|批|只|艘|间|笔|位|例|款|起|张|份|场|支|栋|幢|枚|株|架"
# Scales stand for numbers that are over or nearly that: 上千公里, 近百家, 千余家.
NUMBER = re.compile(
    rf"(?P<digits>(?:(?<![0-9A-Za-z.])|(?<=GDP)|(?<=RMB)|(?<=Rmb)|(?<=CNY))(?:(?<![0-9A-Za-z一-鿿%)）])[-+]|(?<=[长为速幅率降是比])-)?(?:{numerals.DIGITS})(?![0-9]))"
    rf"|(?P<zh>(?<![一-鿿]){numerals.ZH}|(?<=[一-鿿]){numerals.ZH}|(?<=(?<![以网身会晚早])上)[百千万](?=[多余]?[一-鿿])|(?<![0-9一二两三四五六七八九十百千万数几第])[百千万](?=余(?:{COUNTED}|[亩吨元])|(?<=[近过逾达超约][百千万])(?:{COUNTED}|亿元|万元)))"
    rf"|(?P<en>(?<![A-Za-z-])(?:{numerals.EN_ORDINAL}|{numerals.EN})(?![A-Za-z]))",
    re.IGNORECASE,
)
# These are measure words behind digits alone; behind a numeral in Chinese they are as often a part of a word.
COUNTED_IN_DIGITS = "轮|趟|册|组|门|块|棵|幅|篇|届|头|口|部|副|列|艇|袋|箱|瓶|盒|桶|株|孔|盏|扇|封|首|枝|根|粒|节|席"
CURRENCY = r"(?:[Yy]uan|RMB|Rmb|CNY|renminbi)"
# Of an amount nearly told: 十来亿元, 五千余万元, 3亿多元.
NEARLY = "(?:多|余|来)?"
# 8个亿 is an amount, of 8个亿元以上项目 each is one.
HUNDRED_MILLIONS = "(?:个(?!亿元(?:以上|级)?[一-鿿]{0,4}(?:项目|企业|产业|工程|园区)))?"
# What follows a number, longest first; the unit that it gives. None: the words make it no figure of their own.
UNITS: list[tuple[str, str]] = [
    (
        (
            r" ?个?百分点|(?:(?<=\.[0-9])|(?<=\.[0-9]{2}))个点(?![位钟子])|[ -]?(?:percentage|percent|per cent|pc)[ -]points?|[ -]points?\b| ?pp\b|[ -]?p?pts?\b| (?i:p?pts)\b"
            r"| of (?:a|one) (?:(?:percentage|percent|per cent) )?point\b"
        ),
        "points",
    ),
    (r" ?%|[ -]?(?:percent|per[ -]cent)\b| ?pc\b|[ -](?:pct|PCT|PERCENT|PER CENT)\b", "pct"),
    (r" ?‰| per mille?\b", "as printed"),
    (r"成(?![立功效为员本果长都人型熟品就交分])", "tenths"),
    (rf" ?{NEARLY}万亿{NEARLY}元?(?:人民币)?(?![美欧吨千])", "1e12_CNY"),
    (
        rf" ?{HUNDRED_MILLIONS}{NEARLY}亿{NEARLY}元(?:人民币)?| ?{HUNDRED_MILLIONS}{NEARLY}亿{NEARLY}(?![万千百]|美|欧|港|日元|立?方|平方|标准?箱|公[里顷斤]|吨|度|米|亩|斤|级|年|人|{COUNTED}|{COUNTED_IN_DIGITS})",
        "1e8_CNY",
    ),
    (rf" ?{NEARLY}万{NEARLY}元(?:人民币)?", "1e4_CNY"),
    (rf" ?{NEARLY}元(?![旦素宝])|[ -]{CURRENCY}\b", "CNY"),
    (rf" (?:hundred|100) million(?: {CURRENCY})?\b", "1e8_CNY"),
    (rf" (?:ten thousand|10,000) {CURRENCY}\b", "1e4_CNY"),
    (rf"(?:[ -]trillion| ?trn?| ?tn)[ -]{CURRENCY}\b", "1e12_CNY"),
    (rf"(?:[ -]billion| ?bn)[ -]{CURRENCY}\b", "billion_yuan"),
    (rf"(?:[ -]million| ?mn?)[ -]{CURRENCY}\b", "million_yuan"),
    (
        r" ?(?:bn|mn?|tn) (?:tonnes|tons|kWh|passengers|visitors|trips|parcels|square metres|cubic metres|people|litres)\b",
        "as printed",
    ),
    (r" ?bn\b", "billion"),
    (r" ?mn\b", "million"),
    (r" ?[万亿](?:美元|欧元|港元|日元)", "as printed"),
    (
        r" (?:trillion|billion|million|thousand) (?:tonnes|tons|kWh|passengers|visitors|trips|parcels|square metres|cubic metres)\b",
        "as printed",
    ),
    (r" (?:trillion|billion|million)(?: (?:US )?dollars)?\b", "as printed"),
    (
        r" ?余?(?:万亿|亿|万)?(?:千瓦时|度|立方米|平方米|平方公里|公里|千米|公斤|千克|公顷|亩|[吨人]公里|吨(?:标准煤|标煤)?|千瓦|千伏安|标准煤|米|兆瓦|标准?箱|立方|[平方](?=[，。；、）)]|$)|[kMGT]Wh?\b|[kM]?t\b|TEUs?\b|litres\b|km\b|tonnes\b|hectares\b|mu\b|ha\b|kg\b|kilomet(?:re|er)s\b|met(?:re|er)s\b|(?:kilo|mega)?watt(?:[ -]hour)?s\b|squared? (?:kilo)?met(?:re|er)s\b)",
        "as printed",
    ),
    (rf" ?[万亿](?:人次|{COUNTED}|[头羽只口棵块])", "large count"),
    (r"倍| ?times\b|[- ]?fold\b", "multiple"),
    (r"(?:多|余)?(?:个)?(?:位次|名次|席位)", "places"),
    (r"(?:st|nd|rd|th)\b", "ordinal"),
    (
        r" (?:more )?(?:places|positions|spots|notches|(?:place|position|spot)(?! (?!(?:across|less|versus|this|was|has|its|plus|thus)\b)[a-z]+s\b))\b(?! (?:are|were|is|was|will be|have been|had been)? ?(?:taken|filled|free|vacant|available|reserved|on offer|for (?:children|pupils|students|guests|cars|old))\b)",
        "places",
    ),
    # A time that something takes is a figure where it is measured; 3天 and 2小时 are dates as often.
    (
        r"(?:(?<=\.[0-9])|(?<=\.[0-9][0-9]))(?:个?小时|个?工作日|天|年|个月|分钟|秒|周| (?:hours|days|years|months|minutes|seconds|weeks)\b)",
        "as printed",
    ),
    (rf" ?(?:多|余)?(?:[户场批班件台车架]次|{COUNTED})(?!月|百(?!亿|万)|(?<=位)数)", "count"),
    (rf"(?<=[0-9])(?:多|余)?(?:{COUNTED_IN_DIGITS})(?!次|类|槛|户|径|岸|门|委|分|署|队|长|级|要|能|点|位)", "count"),
]
# A count in ten thousands is a count, in the unit that is printed.
LARGE_COUNTS = {
    f"{many}{counted}": scale for many, scale in (("万", 4), ("亿", 8)) for counted in ("人次", *COUNTED.split("|"))
}
UNIT = re.compile("|".join(f"(?P<u{number}>{pattern})" for number, (pattern, _) in enumerate(UNITS)))
UNIT_NAMES = [unit for _, unit in UNITS]
NOUN = re.compile(
    r"(?:,| ?-)?(?: (?!percent|per|points?|and\b|to\b|or\b)[A-Za-z“”\"‘’'-]+){0,5}? ?"
    r"(?:projects?|firms?|enterprises?|companies|cities|prefectures?|counties|parks?|factories|plants?|people|jobs|"
    r"households|units|entries|items|schemes?|ones|patents?|products?|workers|staff|lines|workshops|platforms|"
    r"contracts?|districts?|industries|sectors|members|villages|towns|visits|cases|groups|measures|tasks)\b"
)
# An English number without a noun of its own still counts where it is plainly counting.
BARE = re.compile(
    rf" (?:that|which|who|have|has|had|belong\w*|passed|failed|met|made|were|was|are|is|of (?:them|these|those|the|which|its|ours?|us|theirs|all|\x00+|\d+|these)|(?:out )?of (?:our |its |their )?(?:{numerals.EN})|had|started|begun|completed|new|"
    r"already|more|under way|underway|began|broke|went|came|out of|in all|in total|altogether|due|planned|resumed|"
    r"continuing|carried|entered|being|remain|got|finished|sa(?:y|id)|answered|replied|report(?:ed)?|complained|signed|applied|"
    r"exported|employ(?:ed)?|chose|expect(?:ed)?|closed|opened|moved|ran|lost|won|failed)\b|(?=[,.;:)]| and\b| or\b|/|\s*$)"
)
CURRENCY_BEFORE = re.compile(r"(?:RMB|Rmb|CNY|Yuan|¥|￥) ?$")
SCALE_AFTER = re.compile(r"[ -]?(million|billion|trillion|bn|mn?|tr?n)\b")
SCALE_UNITS = {"million": "million_yuan", "billion": "billion_yuan", "trillion": "1e12_CNY"} | {
    "bn": "billion_yuan", "m": "million_yuan", "mn": "million_yuan", "tn": "1e12_CNY", "trn": "1e12_CNY",
}  # fmt: skip
RANK_BEFORE_ZH = re.compile(
    r"(?:第|[居列](?:于)?(?:全省|全国|全市|全州|考核方阵|方阵)?|排名?(?:在)?(?:全省|全国|全市|全州|考核方阵|方阵|各市州|市州)?第?|(?<![进升退跃])位[居列次]?(?:于)?(?:全省|全国)?第?|名列(?:全省|全国)?第?)$"
)
RANK_AROUND = re.compile(
    r"(?:rank(?:s|ed|ing)?|plac(?:e|es|ed|ing)|came|come|comes|stood|stands?|standing|finish(?:ed|es|ing)?|position(?:ed)?|"
    r"sit(?:s|ting)?|sat|was|is|were|list(?:ed)?|rose|risen|climbed|moved|up|dropped|fell|slipped|to|in|at|hold(?:s|ing)?|"
    r"held|took|takes|taking|secured|and|from|province['’]s)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
RANK_AFTER = re.compile(
    r"(?: place| position| spot)?(?:[ -](?:highest|lowest|largest|smallest|biggest|fastest|slowest|best|placed|ranked)\b|,? (?:in|of|among|across|within|out of) (?:the |all |its |our |Hunan|\d)| by (?:GDP|size|growth|volume|value|output)\b"
    r"|(?: place| position| spot)\b|(?: nation| province)wide| in Hunan| provincially)"
)
ORDINAL_STOPS = re.compile(
    r" (?:quarter|half|time|batch|phase|stage|session|plenary|meeting|year|month|day|week|edition|round|group|secretary|"
    r"step|priority|five|industry|tier|line|anniversary|century|congress|floor|stor(?:e?y|eys)|road|street|avenue|ring|prize|"
    r"visit|attempt|try|row|volume|issue|generation|national|party|page|paragraph|article|draft|annual|instal+ment|and foremost|of all(?! (?:the )?(?:cit|prefect|count|district|park|fourteen|other|of|1))|in the (?:morning|evening|afternoon|end|meantime|queue|world to)|of [A-Z])\b",
    re.IGNORECASE,
)
# A cell of a table that holds nothing else.
CELL = re.compile(r"\| *[*]*#[*]* *\|")
PLACES_BEFORE = re.compile(
    r"(?:退后|前移|后移|上升|提升|前进|提高|下降|后退|上移|下移|跃升|晋升|跃进|赶超|回落|下滑|滑落|[进升退跃]位|进|退|升|降|前提|赶|掉|跌|滑|落|冲|爬|跳|蹿|窜|挪|跨|丢|靠前|靠后|高|低|领先|差)(?:了|至|出|上|着)?(?:整整|足足)?$"
)
PLACES_AFTER = re.compile(r" ?(?:个)?(?:位次|名次|位(?![数置])|名)")
# Places that are given up or won back; of people the same verbs are said with what they are: 追回2名逃犯.
TRADED_BEFORE = re.compile("(?:[让抢夺追扳挽赢]|收复|失去)(?:出|回|掉|去|了)*(?:整整|足足)?$")
TRADED_AFTER = re.compile(r" ?(?:个)?(?:位次|名次|位)(?=[，。；、！？）)\s]|$)")
APPROXIMATE = re.compile(
    r"(?:(?<![最邻附临])近|(?<![履签解违缔邀毁预])约|(?<![赶反])超过?|逾|大约|约为|将近|突破|不足|不到|至少|超出|接近|上万|跨过|越过|站上|迈[上过]|冲破|闯过|踏上|nearly|about|around|almost|over|roughly|some|"
    r"more than|less than|approximately|close to|(?<!add )(?<!adds )(?<!adding )(?<!added )up to|under|just over|just under|at least|above|below|fewer than|"
    r"well over|an? (?:little|bit|touch|shade) (?:over|above|under|below|more than|less than)|\bnear|\ba (?:good|bare|scant)|an estimated|(?:pass|cross|surpass|exceed)(?:es|s|ed|ing)?|topp(?:ed|ing)|br(?:oke|eaks?|oken|eaking) (?:through|past)|beyond|upwards of)(?:了)? ?$",
    re.IGNORECASE,
)
APPROXIMATE_AFTER = re.compile(
    r" ?(?:多(?![出于了少达0-9])|余(?![下款额])|左右|以上|以下|上下|强|or so|or more|or less)"
)
RANGE = re.compile(r" ?(?:[-—–~～至到]|to|and) ?")
LISTED = re.compile(" ?[、和与] ?| and ")
RATE_WORDS = re.compile(
    r"率|面(?=达|为|$)|完成(?=$)|rate\b|ratio\b|进度|progress|completion|started|已开工|fulfil|计划的|任务的|目标的|plan\b|target",
    re.IGNORECASE,
)
SHARE_WORDS = re.compile(
    r"占|贡献|比重|份额|share|account|make up|made up|makes up|(?:took|takes)\b(?! (?:the )?(?:[a-z0-9]+ )?(?:place|position|spot)\b)|proportion",
    re.IGNORECASE,
)
SHARE_AFTER = re.compile(rf"{SHARE_WORDS.pattern}|^ ?of (?!growth)[a-z]", re.IGNORECASE)
GROWTH_WORDS = re.compile(
    r"增(?!加值|值税)|多出|多了|少了|升|涨|降|减|回落|下滑|加快|提高|同比|环比|grow|grew|rose|rise|risen|(?<!made )(?<!make )(?<!makes )(?<!making )\bup\b(?=(?: (?:by|from|to|on|an?|some|about|nearly|over|almost|more than|just|only))* ?$| (?:by|from|on)\b)|increas|gain|fell|fall|down\b|drop|declin|"
    r"decreas|shrank|contract|faster|expan|climb|higher|more than|add(?:ed|ing)\b|lower|year on year|year-on-year|on the year",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[，,。；;！？!?\n]|\.(?= |$|[A-Z])")
