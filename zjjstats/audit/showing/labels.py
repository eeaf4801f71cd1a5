"""What pages and tables of an audit are labelled with, in Chinese and in English."""

from __future__ import annotations

from zjjstats.audit.judging.figure import Verdict
from zjjstats.phrases import Lang

# Told apart in print and by the colour-blind: a sign beside the colour, each in the font that pages carry.
SYMBOLS: dict[Verdict, str] = {
    "confirmed": "✓",
    "last-digit": "≈",
    "contradicted": "×",
    "ambiguous": "?",
    "not-checked": "○",
}

LABELS: dict[Lang, dict[str, str]] = {
    "zh": {
        "title": "数字核对",
        "confirmed": "相符",
        "last-digit": "末位有差",
        "contradicted": "不符",
        "ambiguous": "有歧义",
        "not-checked": "未核对",
        "legend": "标记",
        "text": "原文",
        "table": "各处数字的核对结果与依据",
        "number": "序号",
        "printed": "原文数字",
        "value": "数值",
        "city": "市州",
        "period": "期间",
        "verdict": "结论",
        "expected": "应为",
        "evidence": "依据",
        "release": "公布稿",
        "claim": "说法",
        "claims": "{city}{period}已公布说法的核对",
        "claims.headline": "{city}{period}登记的说法",
        "no_releases": "所用数据中没有{city}{period}的公布稿",
        "no_claims": "所用数据中没有{city}{period}的已公布说法",
        "chart": "{city}{period}各处数字的核对结论",
        "file": "{name}（{read_as}，SHA-256 {sha256}）",
        "source": "来源：{source}",
    },
    "en": {
        "title": "Audit of figures",
        "confirmed": "confirmed",
        "last-digit": "off in the last digit",
        "contradicted": "contradicted",
        "ambiguous": "ambiguous",
        "not-checked": "not checked",
        "legend": "Marks",
        "text": "Text",
        "table": "Every figure with its verdict and evidence",
        "number": "No.",
        "printed": "Printed",
        "value": "Value",
        "city": "City",
        "period": "Period",
        "verdict": "Verdict",
        "expected": "Should be",
        "evidence": "Evidence",
        "release": "Release",
        "claim": "Claim",
        "claims": "Published claims about {city}, {period}",
        "claims.headline": "Claims about {city}, {period}",
        "no_releases": "The data holds no release about {city}, {period}",
        "no_claims": "The data holds no published claim about {city}, {period}",
        "chart": "Verdicts on the figures about {city}, {period}",
        "file": "{name} ({read_as}, SHA-256 {sha256})",
        "source": "Source: {source}",
    },
}


def labelled(verdict: Verdict, lang: Lang) -> str:
    """A verdict with its sign, in words."""
    return f"{SYMBOLS[verdict]} {LABELS[lang][verdict]}"
