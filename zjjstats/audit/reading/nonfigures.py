"""What looks like a figure and is none: dates, numbers of documents and telephones, names, addresses, numbering."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading import borne, numerals

YEAR = "(?:19|20)[0-9]{2}"
DASH = "[-—–~～至到]"
CN = "[一二三四五六七八九十]"
MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = "(?:[Ww]eekdays?|[Ww]orkdays?|[Ww]orking days?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
LINE = r"(?:(?<=\n)|\A)[-*#> \t　]{0,12}"

# Things that bear a number: Room 305, desks 3 and 7.
NUMBERED = "Article|Section|Box|Room|Table|Figure|Chapter|Annex|Appendix|Page|Floor|Building|Block|Item|Copy|Clause|Paragraph|Version|Revision|Gate|Route|Phase|Unit|Suite|Line|Lot|Issue|Volume|Zone|Highway|Step|Stage|Tier|Level|Pier|Programme|Program|Terminal|Exit|Berth|Dock|Quay|Grade|Class|Team|Track|Channel|Studio|Round|Series|Model|Type|Category|Priority|Batch|Slide|Lane|Bay|Workshop|Shaft|Mine|Reactor|Day|Week|(?:Fact )?Sheet|Memo|Brief|Letter|Digest|Bulletin|Newsletter|Circular|Form|Part|Column|Episode|Lesson|Desk|Window|Counter|Booth|Stand|Platform|Station|Bus|Tram|Flight|Train|Exhibit|Slide|Seat|Avenue|Street|Row|Court|Square|Apartment|Flat|Plot|Locker|Ticket|Ward|Shelf|Rack|Cabinet|Drawer|Aisle|Rule|Regulation|Ordinance|Directive|Resolution|Question|Answer|Board|Hall|Entrance|Warehouse|Depot|Stall|Carriage|Pump|Furnace|Kiln|Turbine|Folder|Extension|Office|Note"

KINDS = {
    "address of a page or of post": r"https?://[^\s<>，。；）]+|\b[a-z0-9-]{2,40}\.(?:org|com|cn|net|gov|edu|io)\b[^\s<>，。；）]*|www\.[^\s<>，。；）]+|(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9_.-]{1,200}",
    "markup": r"</?[A-Za-z!][^<>\n]{0,300}>|&#?\w{1,8};",
    "telephone": (
        r"(?<![0-9A-Za-z.])\+[1-9][0-9]{0,2}(?:[ -]\(?[0-9]{2,4}\)?){2,4}(?![0-9%])|(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9][0-9]{9}(?![0-9])|(?<![0-9A-Za-z.])[(（]?0[0-9]{2,3}[)）]?[-—–－― ]{0,2}[2-9][0-9]{2,3}[-—–－ ]?[0-9]{3,4}(?![0-9%]|\.[0-9])|\b[0-9]{3,4}[-—–－][0-9]{3,4}[-—–－][0-9]{3,4}(?![0-9%])|(?<![0-9])[48]00[-—–－ ]?[0-9]{3}[-—–－ ]?[0-9]{4}(?![0-9])"
        r"|(?:电话|拨打|请拨|总机|热线|传真|手机|尾号|末[四4]位|座机|联系人[^0-9。；\n]{0,10}|请找[^0-9。；\n]{0,8}|咨询|内线|分机|短号|请打|致电|群号|QQ[^0-9\n]{0,6}|微信|P\.?O\.? Box|邮编|邮政编码|[Tt]el(?:ephone)?\.?|[Ff]ax|[Pp]hone|[Hh]otline|[Pp]ostcode|\b[Cc]all|\b[Rr]ing|\b[Dd]ial|\b[Tt]ext|[Ee]mergency(?: line| number)?|[Ss]witchboard|[Hh]elpline|[Ll]ine(?=:))"
        r"[号码：:是为 ]{0,4}[+0-9][0-9 —–－-]{2,20}|\b[Hh](?:ot|elp)lines?(?:,| is| was| number| on| at| of|:)* ?[(]?[0-9]{5,12}\b|(?<![0-9,.])12[0-9]{3}(?= (?:[a-z]+ ){0,2}(?:hot|help)?line\b)|(?:(?<![0-9.])[2-9][0-9]{6,7})?转[0-9]{1,6}(?![0-9个家户项%])|(?<![0-9.,])(?!(?:19|20)[0-9]{2})[2-9][0-9]{3}(?:-[0-9]{4}|[—–－]0[0-9]{3})(?![0-9%.]| ?[个家户项人件台亿万元吨亩])|(?<![0-9,.])12[0-9]{3}(?=[，。；、！？）)”\s\0]|热线|平台|$)|\b[Ee]xt(?:ension\b|\.)? ?[0-9]{1,6}\b(?: or [0-9]{1,6}\b)?"
    ),
    "document": (
        rf"[〔［\[【（(]{YEAR}[〕］\]】）)] ?第?[0-9]{{1,9}} ?号|第?[0-9]{{1,9}} ?号(?:文件?|令|公告|通知|楼|院|地块)?"
        r"|\b(?i:bulletin|newsletter|issue|edition|report|document|circular|notice|bus|route|platform|window|counter|tram) [Nn]o\.? ?[0-9]{1,9}\b|\b(?:[Bb]us|[Tt]ram|Window|Counter|Desk|Hall) [0-9]{1,4}\b(?! ?%)(?! [a-z]+s\b)|\b(?:Document|Doc\.|Decree|Order|Notice|Circular|Permit|Licen[cs]e)(?: [Nn]o\.?)? ?[0-9]{1,9}(?:[/-][0-9]{1,5})?(?: of (?:19|20)[0-9]{2})?"
        r"|(?:统一社会信用代码|证号|编号|文号|代码)[：:为 ]{0,3}[0-9A-Z-]{1,40}"
        r"|\b(?:"
        rf"{NUMBERED}|(?i:{NUMBERED})(?!s [0-9]{{1,4}} *\n)(?!s? [0-9][0-9.-]*(?:,[0-9]{{3}})*(?: and [0-9]+)? (?!(?:is|was|has|does|plus|as|this|its|across|towards|closes|opens|reopens|leaves|stops|runs|lands|arrives|departs|says|shows|gives|lists|names|explains|contains|on|of)\b)(?:[a-z]+s|people|men|women|children|staff)\b))s? [0-9]{{1,9}}(?:[./-][0-9]{{1,9}})*(?:(?:,| and| to| or|,? &) [0-9]{{1,3}}(?:[./-][0-9]{{1,3}})*)?\b(?! ?%|[.,/:-][0-9]| (?:percent|per cent|percentage|points?|places?|trillion|billion|million|thousand|hundred|yuan|tonnes|times)\b| (?:out )?of (?:the |our |its |all )?[0-9]+ [a-z])"
        r"|(?<![A-Za-z])[A-Z]{1,6}(?:[-/](?:[0-9]{1,9}|[A-Z]{1,3})){0,6}[-/][0-9]{1,9}(?![0-9%]|\.[0-9])|(?<![A-Za-z])[A-Z]{1,6}[0-9]{1,4}(?:-[0-9]{1,4}){1,4}|(?<![A-Za-z])(?:GB|ISO|IEC|DB|HG|JB|QB|YD|SJ|HJ|JT|CJ|NB|DL|YB|YS)(?:/[TZ])? ?[0-9]{2,6}(?:[-.][0-9]{1,4})*"
        r"|\b[Vv]ol(?:ume)?s?\.? [0-9]{1,4}\b|\b[Nn]os?\.? ?[0-9]{1,9}(?:[/-][0-9]{1,9})+\b|\b[0-9]{1,4}[ -](?:pages?|slides?)\b|\b(?!GDP|RMB|CNY)[A-Z]{2,6} [0-9]{1,4}(?:[-/][0-9]{1,5}){1,5}\b(?! ?[%0-9万亿元个]|[.,][0-9]|[ -](?:per|points?|places|yuan|trillion|billion|million|projects|firms)\b)"
        r"|\b[Cc]odes?(?: number| is| was| of|:)? [0-9]{3,12}\b"
        r"|\b(?:ISBN|ISSN|CN|DOI)[ :：]*[0-9][0-9X-]{1,30}|[(（]?(?:(?i:units?|in|figures in|amounts in|values in)[: ]+|单位[：:])(?:100 million|10,000|ten thousand) yuan[)）]?|[(（](?:100 million|10,000) yuan[)）]"
        r"|(?:表|图|附件|附表|专栏|型号|线路)[0-9]{1,9}(?:[—–-][0-9]{1,4})*(?![0-9.,]|[ 万余]?[条千公里米])|[0-9]{1,4}[—–-][0-9]{1,4} ?号|[0-9]{1,4}(?:路|线)(?=[，。、；)）\s]|$)|\b(?:(?:line|page|table|footnote|note|row|column|paragraph|chapter|article|section)s?(?<!s)|(?:line|page|table|footnote|note|row|column|paragraph|chapter|article|section)s(?= [0-9]{1,4}(?:-|–| and | to |, ))) (?!(?:19|20)[0-9]{2})[0-9]{1,4}(?:-[0-9]{1,4})*\b(?! ?%)|\b(?:Boeing|Airbus) [0-9]{3}\b|\[\^?[0-9]{1,9}\]|(?<![0-9])[0-9]{1,2}-[0-9]{1,2} (?:to|and|through|–) [0-9]{1,2}-[0-9]{1,2}(?![0-9%])|\b[0-9]{9,40}\b"
    ),
    "time": (
        rf"\b[0-9]{{1,2}}/[0-9]{{1,2}}/{YEAR}\b|\b{YEAR}/[0-9]{{1,2}}\b|{YEAR} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}}(?![0-9])"
        rf"|{YEAR} ?年?{DASH} ?{YEAR} ?年?"
        rf"|{YEAR} ?年(?:[0-9]{{1,2}}(?:月?{DASH}[0-9]{{1,2}})?月份?(?:[0-9]{{1,2}}日)?)?"
        rf"|[0-9]{{1,2}}月?{DASH}[0-9]{{1,2}}月份?|[0-9]{{1,2}}月份?(?:[0-9]{{1,2}}(?:日|(?![0-9.]|[^\s，。、；）)—–~～-])))?(?:{DASH}[0-9]{{1,2}}日)?|[0-9]{{1,2}}日"
        rf"|[一二〇零]{{1}}[一二三四五六七八九〇零]{{3}}年|[〇一二三四五六七八九十]{{1,3}}月(?:[一二三四五六七八九十]{{1,3}}日)?"
        rf"|(?:前|第)?[一二三四1-4](?:个)?季度|{CN}{DASH}{CN}月"
        r"|(?:(?<![0-9]\.)(?<![0-9]\.[0-9])[0-9]{1,9}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]{1,4})(?:个月|周年|个工作日|个小时|个季度|年|天|小时|分钟|周(?!边)|个年头)"
        rf"|\b[0-9]{{1,2}}/{YEAR}\b|\b24/7\b|{YEAR}[QH][1-4]|\b[QH][1-4]\b|(?<![0-9])[0-9]{{1,2}}[:：][0-9]{{2}}(?:[:：][0-9]{{2}})?(?![0-9])(?: ?[ap]\.?m\.?)?"
        r"|\b[0-9]{1,3}[- ](?:mins?|hrs?|secs?|yrs?|wks?)\b(?: read)?|\b[Aa]ge[sd]? (?:of |group (?:of )?|under |over |below |above |between |from |up to |at least )*[0-9]{1,3}(?:(?: to | and |-|–| or )[0-9]{1,3})?\b(?! ?%)|\b(?:under|over)-[0-9]{2}s\b|\b(?:[A-Z][a-z]+ [A-Z][a-z]+|(?i:mayor|director|secretary|chief|chair\w*|head|manager|engineer|farmer|founder|owner|worker|official|spokes\w+|president|governor|boss|welder|teacher|driver|resident|entrepreneur)), [1-9][0-9](?=, (?!(?:or|and|of|are|were|have|had|is|was|with|up|down)\b)[a-z]|\.(?:\s|$))|\b(?:[Ww]ho|[Hh]e|[Ss]he) (?:is|was|turned|turns|will be|has (?:just )?turned) (?:now |just |only )?[1-9][0-9](?=[.,;)\n]|$| (?:and|but|when)\b)|[0-9]{1,3}周?岁"
        r"|(?:连续|接连|一连)(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})(?:次|回|期|届|轮)|[（(][0-9]{1,2}/[0-9]{1,2}[)）]|[0-9]{1,2} ?(?:[ap]\.?m\b\.?|o['’]clock\b)|[0-9]{1,2}[时点](?:[0-9]{1,2}分|半|整|许)?(?![0-9])"
        rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?(?: ?{DASH} ?[0-9]{{1,2}})? (?:of )?{MONTH}\b(?:,? {YEAR})?"
        rf"|\b(?:{WEEKDAY}|[Oo]pen|[Dd]aily|[Ee]very day)(?:,? (?:from|between))? [0-9]{{1,2}} ?(?:to|until|till|and|{DASH}) ?[0-9]{{1,2}}(?=[,.;)\n]|$| on )"
        # By the end of June 12 had begun, in March 15: no day follows the end of a month, nor a month that something was in.
        rf"|\b{MONTH} {YEAR}|(?<!end of )(?<!\b[Ii]n )\b{MONTH}(?: (?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b(?! ?%|\.[0-9]| (?:per ?cent|percent|billion|million|yuan|projects|firms|enterprises|points)\b| of (?:them|these|those|which|its|our|the [0-9]))(?:{borne.MORE_DAYS})?(?:,? {YEAR})?)"
        r"|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -](?:quarter|half)\b"
        r"|\b(?:first|last|past|next) (?:[a-z]{2,9}|[0-9]{1,2}) (?:months?|quarters?|years?|days?|weeks?)\b"
        rf"|\b(?!three-quarters)(?!(?i:three) quarters of (?!(?:the )?(?:year|\0|last|this|(?:19|20)[0-9])))(?!(?<!\bin )(?<!within )(?<!\bfor )(?<!over )(?i:one)[- ]quarter(?= of (?!the year)[a-z]|[,.;)]))(?!(?:(?<= (?:of|by|or|is|to) )|(?<= (?:was|are|now) )|(?<=nearly )|(?<=almost ))three[- ]quarters(?=[,.;:)]))(?:(?<![0-9]\.)(?<![0-9]\.[0-9])[0-9]{{1,9}}|(?i:{numerals.EN})|several|few|many|some|half)[ -](?:years?|months?|weeks?|days?|hours?|minutes?|quarters?)(?:[- ](?:old|long))?\b"
        rf"|\bFY ?{YEAR}|\b{YEAR}[-–/][0-9]{{2}}\b(?![0-9%.])"
        rf"|(?<![0-9,.]){YEAR}(?!,[0-9])(?![0-9])(?!\.[0-9])(?! ?(?:%|万|亿|个|家|户|项|人|件|台|名|元|吨|per ?cent|projects|firms"
        r"|enterprises|companies|yuan|million|billion|people|jobs|households|new\b))"
    ),
    "ratio": (
        r"(?<![0-9.:：∶])[0-9]{1,4}(?:\.[0-9]{1,4})?(?: ?[∶:：] ?[0-9]{1,4}(?:\.[0-9]{1,4})?){2,6}(?![0-9]|\.[0-9]| ?[%个家户项件位名亿万])"
        r"|(?<![0-9.:：∶])[0-9]{1,4}(?:\.[0-9]{1,4})? ?[∶:：] ?[0-9]{1,4}(?:\.[0-9]{1,4})?(?![0-9]|\.[0-9]| ?[%个家户项件位名亿万])(?= ?(?:的?(?:比例|比率|配比|杠杆)|[，。；、,;）)]|\.(?:\s|$)|$))"
    ),
    "name": (
        r"[“\"「‘『《][^”\"」’』》\n]{0,4}[0-9一二三四五六七八九十]{1,6}[^”\"」’』》\n0-9%]{0,4}[”\"」’』》](?:工程|计划|行动|战略)?|[“\"‘](?:[A-Z][A-Za-z-]{1,20} ){1,3}[0-9]{2,5}[”\"’]"
        r"|[0-9]{1,9}(?:\+[0-9]{1,9}){1,6}|[0-9]{1,9} ?(?:工程|计划|行动|战略|国道|省道|高速)|\b[0-9]{1,9} (?:Project|PROJECT)\b"
        r"|三高四新|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次|[一二三四五六七八九十]{1,2}次(?:全会|会议|全体会议)|十[一二三四五]五|两新一重|三湘|四海|三农|五好|双百|一带一路|[一二三]次产业|三化|一二三|二氧化|两型|三去一降一补|两会"
        r"|两个(?:维护|确立|确保|百年|毫不)|四个(?:全面|自信|意识|着力)|三个(?:高地|务必)|八项规定|五位一体"
        rf"|第{CN}{{1,4}}(?:个?五年|届|产业|批|期|次|轮|条|章|节|阶段|方阵|步|书记|时间|年|大|人民|医院|中学|小学|课堂|责任|动力|线|要务)"
        r"|第[0-9]{1,9}(?:届|批|期|次|轮|条|章|节|阶段|方阵|页|届|款)"
        r"|\b(?!(?:RMB|CNY)[0-9])[A-Z]{1,6}-?[0-9]{1,9}[A-Z]?\b(?![.%0-9]|,[0-9]{3})|\bCOVID ?[-–—] ?19(?![0-9])|\b[3456]G\b|工业[0-9]\.[0-9](?![0-9]| ?[%个万亿])|[Ii]ndustry [0-9]\.[0-9](?![0-9]| ?(?:%|per|points?|trillion|billion|million))"
        r"|\b(?:[0-9]{1,9}th|[a-z]{3,7}teenth|[Ff]ourteenth|twelfth|thirteenth) (?:Five|five)[- ][Yy]ear\b(?: [Pp]lan)?"
        r"|\bFive[- ]Year\b|\b[Tt]hree [Hh]ighs?(?: and| &)? [Ff]our [Nn]ews?\b|\b[0-9]{1,9}(?:st|nd|rd|th) (?:National|Party|Congress|century)\b"
    ),
    "place": (
        r"\b[0-9]{1,9} (?:[A-Z][A-Za-z’']{0,20} ){1,4}(?:Road|Street|Avenue|Lane|Rd|St|Ave)\b(?:, [A-Z]\w+ [0-9]{6}\b)?|\b[A-Z][a-z]+ (?:Road|Boulevard|Drive|Embankment|Terrace),? [0-9]{1,4}\b(?! ?%|[.,][0-9]| of\b)(?! (?:[a-z]+ )?(?!(?:is|was|has|opens|reopens|closes|houses|stands)\b)[a-z]+s\b)|\b[A-Z][a-z]{2,15} 4[0-9]{5}\b|\b4[0-9]{5}(?:,? [A-Z])|[0-9]{1,9} ?(?:楼|栋|单元|层|幢|号院|号楼)[0-9]{1,4}室?(?![0-9.%个家户项件台人])|[0-9]{1,9} ?(?:组|栋|幢|村|队|排|巷|弄)(?=\0|[0-9]{1,4} ?号)|[0-9]{1,9} ?(?:楼|室|单元|层)(?![一-鿿]{0,8}项目)|(?:(?<=[号在到至于往区苑园城路院厦])[0-9]{1,4} ?栋|[0-9]{1,4} ?栋(?=[0-9一二三四\0]))"
        r"|(?<!ranked )(?<!ranking )(?<!placed )(?<!was )(?<!were )(?<!is )(?<!are )(?<!at )(?<!stood )(?<!came )(?<!to )(?<!rom )(?<!now )(?<!held )(?<!took )(?<!reached )\bN[oO]\. ?[0-9]{1,9}(?![0-9])(?! (?:in|among|of|nation|across|provinc|for|by|on|overall|spot|place|position))"
    ),
    "numbering": (
        rf"{LINE}(?:[0-9]{{1,2}}(?:[.．](?![0-9])|(?:\.[0-9]{{1,2}}){{1,3}}(?=[ 　]+[A-Z一-鿿])|[、)）])|[（(]?{CN}{{1,3}}[)）、.．])"
        rf"|[（(](?:[0-9]{{1,2}}|{CN}{{1,2}})[)）](?=[^\s，。；])|(?<=[.;:] )[(][0-9]{{1,2}}[)](?= [A-Z])|[一二三四五六七八九]是|(?:(?<=[：:]) ?1|(?<=[；;。]) ?[0-9]{{1,2}})[.．、](?= ?[“一-鿿A-Z])|[①-⑳]"
        r"|(?<![全一-鿿、/／])(?<![%元点位名]，)(?<!答：)第[一二三四五六七八九]，(?!(?:同比|比上?[去上]年|较|[前后上下][进移升降]|[升降进退提]))"
    ),
} | borne.patterns(MONTH)
# A place behind the label that says so is a figure: Rank in the province: No. 2; a year earlier: No. 10.
LABELLED = r"\b(?:[Rr]ank(?:ing)?|[Pp]lace|[Pp]osition|[Ss]tanding)\b(?:[^.;:\n0-9]{0,60}: ?[Nn]o\. ?[0-9]{1,2}(?![0-9/-])[,;]?){1,4}"
# One alternation, so that a text is read once; the first kind that fits at a place takes it.
ANY = re.compile(
    "|".join([f"(?P<kept>{LABELLED})", *(f"(?P<k{number}>{pattern})" for number, pattern in enumerate(KINDS.values()))])
)


def without_nonfigures(text: str) -> str:
    r"""The folded text, of the same length, with what is no figure blanked out.

    Examples
    --------
    >>> without_nonfigures("2022年3月新开工5个")
    '\x00\x00\x00\x00\x00\x00\x00新开工5个'
    """
    return ANY.sub(lambda match: match["kept"] or "\0" * len(match[0]), text)
