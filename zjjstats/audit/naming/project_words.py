"""The words by which texts tell of which kind projects are, and whether they are planned or started."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading.beginnings import compiled
from zjjstats.audit.reading.rate_words import START

ANY_CASE = re.IGNORECASE
# The kinds of projects, the narrower before the wider.
KINDS = [
    (
        "other",
        compiled(
            r"续建|结转|储备|前期|农业|文旅|民生|交通|水利|carried over|carry-?overs?|\bcontinuing\b|\bolder\b|\bold ones\b|in reserve",
            ANY_CASE,
        ),
    ),
    (
        "due",
        compiled(
            r"竣工|建成|投产|完工|收尾|(?<!圆满)收官|扫尾|交账|complet(?:ion|ed\b)|to complete|finish|\bdue\b(?! to (?:start|begin|break|commence))|closing|final-year|hand(?:ed)? over",
            ANY_CASE,
        ),
    ),
    (
        "new",
        compiled(
            r"新开工?(?!发|拓|业)|新建|新上|新项目|新的|新增|新(?=[一0-9]|共|计|$)|(?:计划|应|该|要|拟|打算)(?:年内|今年)?(?:开|动)工|\bnew\b|\bnewly\b|newcomers?|fresh|this year['’]s (?:starts|intake)|starts (?:planned|promised)|planned (?:starts|for (?:this|the) year)|\b(?:to|should|must|ought to|will|were meant to|was meant to|due to) (?:be )?(?:start|begin|begun|commence|break (?:new )?ground)\w*",
            ANY_CASE,
        ),
    ),
    (
        "all",
        compiled(
            r"一共|共有|总共|总数|合计|总盘子|盘子|在册|在库(?!里)|全部(?!(?:已经?|都|均)?(?:在建|开|动工|破土|复工|进场))|所有|整体|总体|overall|altogether|\btotal\b|taken together|in all\b|all told|\bof all\b|entire|^\W*all\W*$|on (?:its|the|our) (?:list|books)|programme as a whole|\ball (?:the )?projects",
            ANY_CASE,
        ),
    ),
]
# What is only meant to be begun or finished is planned; blanked out before starts are looked for.
MEANT = compiled(
    r"(?:计划|年内|拟|应|该|将|打算|预计|要|安排|力争|确保|等着?|待)[今明本]?年?(?:内|底)?(?:新)?(?:开工?|竣工|投产|复工|完成|建成|动工|建)|"
    r"新?开工(?=项目|类|的?[0-9]|的?[一二三四五六七八九十]|的(?:里|占|是|有|共)|$)(?<=新开工)|"
    r"\b(?:should|to|will|must|shall|would|ought to) (?:be |have (?:been )?)?(?:newly )?(?:start|begin|began|begun|break (?:new )?ground|commenc|complet|finish)\w*|"
    r"\b(?:new|planned|project|promised) starts\b|\bstarts (?:planned|promised)\b|newly (?:started|begun)|\bstart(?:ing)? rates?\b|开[（(]?复?[)）]?工率|新开(?!了)|(?:start|open)(?:s|ed)? (?:the|this) year|\b(?:year|quarter|month) (?:began|begun|started)\b",
    ANY_CASE,
)
STARTED = compiled(
    START
    + r"|开了|已开|(?:^|[，、；：])开(?=[0-9])|动了|动起|启动|running|\bmoving\b|in hand|going on|in progress|at work|(?:have|has) work|broken ground|being built|off the ground|launched|\bgoing\b",
    ANY_CASE,
)
PLANNED = compiled(
    r"\b[Tt]here (?:are|were|is)\b|计划(?!竣工|开工|新)|安排|列入|纳入|盘子|\bplan(?:s|ned)?\b(?! for completion)|\blists?\b|\bholds?\b|\bcontains?\b|takes? in|\bcarries\b|comprises?|number(?:s|ed)?\b|strong\b|promised|in the programme|\bsize\b|how (?:big|large)",
    ANY_CASE,
)
# Right before the next figure a verb is of that: 64个项目开工61个.
VERB_AHEAD = re.compile(
    rf"(?:已经?|共|都|均|其中|实际|中|have|has|had|been|\s)*(?:{START}|动了|开了|动起来的?|开)(?:了|的|的有|\s)*$",
    ANY_CASE,
)
# What is not begun is the rest of a kind.
LEFT = compiled(
    r"没|未|差|剩|缺|尚待|等地|除|\bnot\b|\bn['’]t\b|waiting|remain|\bleft\b|\bother\b|missing|still to|yet to|lack|\bbut\b(?= *$)|\bstopped|delayed|\bexcept|\bmore\b|\bfewer\b|图纸|纸上|趴|按兵不动|\bon paper\b|drawing board|stalled|\bstuck\b",
    ANY_CASE,
)
# The verb is that of the words before: fifteen had been, so have the twenty.
ELLIPSIS = compiled(
    r"(?:^\W*|\b(?:how many|and) )(?:of (?:them|these|those) )?(?:had|have|has|were|was|are|did|do)(?: been| done| so| all)*(?=\s*(?:[*:,.;()?—-]|$))|\bso (?:have|has|did|are)\b|\bmanaged\b|\b[Yy]ou have\b|\bdone so\b|\bhow many (?:have|had|were|did)(?: been)?\W*$",
    ANY_CASE,
)
FORMER = re.compile(r"前者|前一[类种批]|\bthe former\b|\bthe first (?:group|kind|sort|class|set)", ANY_CASE)
LATTER = re.compile(r"后者|后一[类种批]|\bthe latter\b|\bthe second (?:group|kind|sort|class|set)", ANY_CASE)
TAKEN_UP = compiled(r"\b(?:these|those|them|which|ones?)\b|其中|这些|上述|里头|当中|of the\s*$", ANY_CASE)
# One number of another, both of one kind: 15 of the 22, 15/22, 22个中15个.
OF_NEXT = re.compile(
    r"(?: ?(?:projects?|schemes?))?,? ?(?:(?:out )?of|out of|/|from (?:among|a total of))(?: (?:the|its|these|those|all|our|a total of|planned|new|\w+['’]s?|promised))* ?",
    ANY_CASE,
)
RESPECTIVELY = re.compile(r"分别|依次|respectively|in that order", ANY_CASE)
# What another programme, place or matter is called.
OTHER = compiled(
    r"(?:文旅|农业|农村|交通|水利|民生|市政|教育|卫生|生态|环保|能源|县级|区级|乡镇|商贸|旅游|城建|房地产)[^，。；\n]{0,6}(?:项目|工程)|"
    r"\b(?!(?:[Tt]h[ei]\w*|[Oo]ur|[Ii]ts|[Ii]n|[Aa]|[Oo]f|whole|same|industrial|[Pp]rojects?|entire|city|each|new|every|under|and|big|main)\b)(?:[a-z]+|[A-Z][a-z]+) (?:programme|program|scheme|initiative|plan)\b(?! (?:for|to|of) )|\b(?:roads?|school|housing|tourism|farm\w*|transport|water|rural|railway|hospital)s? (?:projects?|schemes?)\b"
)
# A percentage behind these is the rate of what was counted right before it.
# Things that are counted like projects; a figure in whose sentence they were told last is of them.
MATTER = compiled(
    r"企业|商户|乡镇|学校|\b(?:firms|enterprises|companies|schools|villages|jobs|workers|inspectors)\b", ANY_CASE
)
PROJECT = compiled(r"项目|工程|projects?\b|schemes?\b", ANY_CASE)
MEASURES = re.compile("[家户人次名所台座条场批位]$")
NOUN_ZH = re.compile("(?:企业|乡镇|单位|部门|问题|村|县|区|园区|方面|工作)")
RATE = re.compile(r"开工|复工|\bstart|begun|under way|share|rate|率|占", ANY_CASE)
RATE_BEFORE = re.compile(
    r"(?:[（(]|[,，—:：] ?|\b(?:or|that is|i\.e\.|namely|exactly|just|即|也就是)[, ]*(?:exactly |about |just )?|--? ?)$",
    ANY_CASE,
)
REST = re.compile(r"\bother\b|\bremaining\b|\brest\b|其余|余下|剩下|剩余|leaves", ANY_CASE)
DATABASE = compiled(r"(?:项目|强基|创新)库|[入进]库|省库|基库|database|\bentries\b", ANY_CASE)
ENTERED = re.compile(r"\benter|\binto\b|列入|[入进]库", ANY_CASE)
# With these a text leaves the database for projects again.
AWAY = compiled(
    r"开工|竣工|工程|\bnew (?:ones|projects)\b|\bstart|\bdue\b|under way|under construction|programme|indust\w+|投资|增加值|产值|firms|企业",
    ANY_CASE,
)
# What may stand behind a count of projects; another noun makes it one of that.
COUNTED_EN = re.compile(
    r"\s*(?:$|[.,;:()/—|\"”’'?!*\n-]|(?:of|out|from|new|newly|due|planned|industrial|key|prefecture|projects?|schemes?|sites?|works|ones?|newcomers|that|which|whose|have|had|has|were|was|are|is|did|do|started|begun|running|under|in|on|strong|to|should|must|ought|and|or|but|at|by|against|as|count|for|so|this|while|with|starts|entries|who|had|carry|began|broke|moving|were|stop|rate|started|will|after|out|still|already|all|actually|really|the|among|resumed|being|of)\b)",
    ANY_CASE,
)
COUNTED_ZH = re.compile(
    r"\s*(?:$|[，。；、：！？,;:（(）)/|*“”\n—]|项目|工程|新|计划|竣工|要|已|开|动|在|破土|都|全|均|里|中|当|是|的(?!企|村|乡|园)|占|入|和|与|及|建|投|完|复|重点|工业|年|个个|续|一个|收|到|则|同|也|实际|左右|（|如期|按|启|外|多|少)"
)


def kind_in(words: str, *, last: bool = False) -> str:
    """The kind of projects that words tell; of several the narrower, or the one told last."""
    found = [(kind, match) for kind, pattern in KINDS for match in pattern.finditer(words)]
    if not found:
        return ""
    if last:
        narrow = [one for one in found if one[0] != "all"] or found
        return max(narrow, key=lambda one: one[1].end())[0]
    return found[0][0]


def kinds_in(words: str) -> list[str]:
    """The narrow kinds that words tell, in the order of their last place."""
    at = {kind: match.start() for kind, pattern in KINDS[1:3] for match in pattern.finditer(words)}
    return sorted(at, key=lambda kind: at[kind])


def role_in(words: str) -> str:
    """Whether words tell of projects begun, planned or left; empty where they tell neither."""
    plain = MEANT.sub(" · ", words)
    if LEFT.search(plain):
        return "left"
    if STARTED.search(plain):
        return "started"
    return "planned" if PLANNED.search(plain) or plain != words else ""
