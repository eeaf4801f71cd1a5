"""Glue, words that say nothing new of their own; matters, words for another quantity; words that take up what was told."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

# Words that say nothing new of their own: a figure behind them is still of the indicator named before.
GLUE_ZH = re.compile(
    "考核方阵|方阵|考核队列|队列|考核(?:小?组|分组)|分组|小组|梯队|组[内里中]|方面|全省|全国|全市|全州|市州|各市|排名|排位|位次|名次|并列|分别|同比|环比|增速|增幅|涨幅|降幅|增长率|增长速度|增长|名义|现价|不变价|可比价|价格|因素|扣除|实际|按|计算|口径|规模|总量|总额|总值|绝对额|数值|"
    "上一年度?|上年度?|去年|前年|同期|全年|年度|年份|位居|位列|名列|名次|进入|跻身|首次|前移|后移|上升|下降|提升|前进|后退|提高|上涨|回落|跃升|上移|下移|下滑|滑落|跌落|倒退|较|比|在|居|列|排|占|"
    "第|位|名|为|达到?|高达|仅为|是|至|了|到|增|升|降|移|进|退|由|从|的|个|完成|实现|累计|其中|也|均|都|已|且|并|和|与|而|但|却|又|则|只|仅|有|就|继续|保持|稳居|稳|大|快|高|低|大幅|小幅|强劲|迅猛|猛|微|略|略有|明显|显著|"
    "论|速度|座次|体量|分量|数字|平均水平|平均|快于|慢于|高于|低于|领先|落后|次于|该项?(?:指标|比重|占比|增速)|这一(?:指标|比重)|今年|本年|当年|年|月|季度|上半|前|三|一|底|末|相比|相较|横向|看|全|共|市|州|省|区|"
    "中|里|内|间|同|跟|跑|出(?!口)|突破|跨过|攀升|报|录得|创|新|来|往|后|此|其|它|该|这|那|再|更|还|仍|约|近|超|过|逾|合|计|统计|初步|核算|数据|显示|表明|收(?!入)|官|我们|咱们|他们|大家|当月|单月|本月|当季|本季|首|末|尾|倒数|靠|后|最|多|少|快慢|排在|排到|排行|榜|单|成绩|一举|跃|居于|处于|处|落|跌|滑|涨|扩大|收窄|加快|放缓|减缓|减少|增加|持平|相当|不变|依旧|依然|重返|回升|反弹|转正|转负|领跑|垫底|猛增|激增|骤|陡|劲|骄人|可喜|不俗|亮眼|同步|相应|对应|依次|不过|乏力|尚可|距离|差距|相差|[还只仅尚]差|距|连续|接连|两年|再次|再度|恰好|正好|恰|才|表现|势头|站上|站在|拿下|夺得|摘得|守住|坐稳|牢牢|总体|整体"
)
GLUE_EN = re.compile(
    r"\b(?!(?:housing|manufacturing|mining|processing|farming|fishing|shipping|retailing|banking|spending|building|engineering|broadcasting|lending|logging|red|seed|shed|family|supply|assembly|monthly)\b)(?:\w+(?:ly|ed|ing)|we|us|our|they|them|he|she|you|your|me|my|i|did|do|does|how|what|why|who|whom|will|would|can|could|may|might|should|shall|must|not|nor|if|as|like|unlike|since|until|till|before|through|into|onto|off|per|via|amid|because|also|too|again|once|twice|ever|never|always|often|already|soon|later|here|elsewhere|nowhere|anywhere|everywhere|other|another|each|every|any|none|such|very|quite|rather|almost|even|faster|slower|quicker|stronger|weaker|larger|smaller|bigger|greater|fast|quick|strong|weak|large|small|big|great|same|rise|made|make|makes|gave|give|gives|got|get|gets|went|go|goes|kept|left|held|hold|won|win|lost|lose|find|found|bring\w*|brought|slid\w*|slide|shrank|shrunk|sank|sunk|spread|measures?|period|half|away|back|once|story|picture|thanks|due|the|a|an|of|in|at|to|by|and|or|on|with|from|for|it|its|this|that|which|was|were|is|are|had|has|have|been|be|rank\w*|plac\w+|came|come|comes|"
    r"stood|stands?|standing|position\w*|province|provincial\w*|assessment|group|queue|cities|city|prefectures?|hunan|ahead|behind|up|down|"
    r"above|below|higher|lower|better|worse|than|same|period|last|previous|preceding|prior|year|before|earlier|ago|compared|also|growth|grew|grow|growing|grown|"
    r"rose|risen|rise|rising|increas\w*|expan\w*|fell|fall\w*|declin\w*|drop\w*|gain\w*|advanc\w*|climb\w*|mov\w+|amount\w*|reach\w*|total\w*|worth|"
    r"level|rate|pace|s|among|all|out|there|while|where|still|only|just|merely|mere|put\w*|quarter|month\w*|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|real|terms|constant|comparable|prices|year-on-year|whole|full|first|so|thus|then|"
    r"respectively|making|made|largest|smallest|highest|lowest|fastest|slowest|biggest|best|worst|place|places|i|e|meaning|equal|tied|joint|sharing|no|even|both|provincially|nationwide|"
    r"provincewide|secured|took|taking|seized|value|kept|keep\w*|as|size|went|whose|jump\w*|surg\w*|soar\w*|leap\w*|leapt|shot|slow\w*|eas\w*|accelerat\w*|slip\w*|slid|lead\w*|led|top\w*|against|"
    r"measured|good|raised|lost|loss|current|nominal|record\w*|post\w*|register\w*|show\w*|saw|seen|see|run\w*|ran|hit|exceed\w*|account\w*|contribut\w*|deliver\w*|achiev\w*|manag\w*|"
    r"some|about|around|nearly|almost|over|more|less|most|but|though|although|however|meanwhile|yet|enough|well|far|much|little|slightly|strongly|sharply|modest\w*|strong|robust|brisk|impressive|"
    r"figure|number|reading|latest|new|now|one|two|three|four|five|peers?|average|table|league|list|overall|remain\w*|stay\w*|settl\w*|follow\w*|match\w*|beat\w*|outpac\w*|trail\w*|said|say|says|according|data|bureau|statistic\w*|calculated|reckoned|expressed|counted|when|after|these|those|their|his|her|own|next|unchanged|stable)\b",
    re.IGNORECASE,
)
# These say that what follows is of the sentence before.
REFERS = re.compile(
    r"^[\s“\"]*(?:其中|这(?!一年)|此|该|Of (?:this|these|them|that|which|the total|those)|Among (?:these|them|those)|This|That|These|In all|It\b|[Tt]he (?:[a-z]+ )?(?:drop|fall|decline|decrease|reduction|loss|rise|increase|gain|saving|difference|gap|lead|spread|rest|remainder|shortfall|surplus|deficit|balance|ratio|rate|former|latter)\b|(?:贸易)?[顺逆]差|相差|差距|两[者市地]|前者|后者)"
)
# So does this, anywhere in a sentence.
OF_IT = re.compile(r"\bof (?:it|this|these|them|which|that|the total)\b|其中|占其|占比")
# Words that name another quantity: a figure behind them is of that.
MATTER_ZH = re.compile(
    "出口|外贸|外资|内资|税|财政|预算|收入|支出|零售|消费|用电|电量|发电|贷款|存款|信贷|旅游|游客|客流|货运|运量|周转|物价|价格指数|人口|就业|岗位|居民|利润|产量|销量|销售|营收|产值|"
    "签约|合同|农业|林业|服务业|建筑业|产业|房地产|商品房|投资|固投|专利|研发|能耗|排放|增加值|企业|主体|工资|养老|参保|学生|床位|面积|里程|快递|包裹|用地|债券|基金|指数|项目|工程|"
    "成本|订单|进口|总收|电商|粮食|生猪|药品|食品|设备|园区(?!工业)|CPI|PPI"
)
MATTER_EN = re.compile(
    r"\b(?:exports?|imports?|trade|revenues?|budgets?|tax\w*|retail|sales|incomes?|spending|consumption|electricity|power|loans?|deposits?|touris[mt]s?|visitors?|passengers?|freight|cargo|"
    r"CPI|inflation|population|employment|jobs?|workers?|wages?|profits?|output|turnover|invest\w*|projects?|contracts?|patents?|R&D|farm\w*|agricultur\w*|services|housing|property|"
    r"sectors?|firms?|enterprises?|compan\w+|households?|parcels?|students?|grants?|permits?|tonnes|orders?|costs?|debts?|funds?|savings?|schools?|hospitals?|counties|parks?|industr\w+|manufactur\w+|value[- ]added|construction|mining|completion|production|capacity|arrivals?|stocks?|index)\b",
    re.IGNORECASE,
)
CHINESE, ENGLISH = re.compile("[一-鿿]"), re.compile("[A-Za-z]+")


def leftover(words: str) -> int:
    """How many words of their own a text holds besides glue: Chinese characters, or English words counted double.

    Examples
    --------
    >>> leftover("，居全省"), leftover("，财政收入增长"), leftover(", and ranked"), leftover(", exports grew by")
    (0, 4, 0, 2)
    """
    left = 0
    if CHINESE.search(words):
        left += len(CHINESE.findall(GLUE_ZH.sub("", words)))
    if ENGLISH.search(words):
        left += 2 * len(ENGLISH.findall(GLUE_EN.sub(" ", words)))
    return left
