"""What a ledger says of a project's state in words, against its dates."""

from __future__ import annotations

from typing import Literal

from zjjstats.workbooks.days import NOT_YET
from zjjstats.workbooks.ledger import Ledger, Project
from zjjstats.workbooks.messages import Faults, address
from zjjstats.workbooks.words import fold, is_blank, shown

State = Literal["waiting", "running", "done"]
# Only words that leave nothing open; what else a column of states holds is not judged.
WORDS: dict[State, str] = {
    "waiting": "未开工 尚未开工 未动工 未开建 未启动 待开工 前期工作",
    "running": "在建 在建中 开工 已开工 建设中 正在建设 施工中 正在施工 停工 已停工 停建",
    "done": "竣工 已竣工 完工 已完工 建成 已建成 投产 已投产 竣工投产 已竣工投产 建成投产",
}
STATES: dict[str, State] = {word: state for state, words in WORDS.items() for word in words.split()}
YES, NO = frozenset({"是", "已", "√", "y", "yes", "1"}), frozenset({"否", "未", "×", "n", "no", "0"})


def check_state(ledger: Ledger, project: Project, faults: Faults) -> None:
    """Adds a state that contradicts the dates of its row, and a date that a state asks for."""
    for column in ("state", "begun", "done"):
        if column not in ledger.columns:
            continue
        state = state_of(column, fold(shown(ledger.sheet.value(project.row, ledger.columns[column]))))
        if state is not None:
            compare(column, state, ledger, project, faults)


def state_of(column: str, text: str) -> dict[str, bool] | None:
    """By date, whether the state says that it has come; None where the text says nothing certain."""
    if column == "state":
        state = STATES.get(text)
        return state and {"started_on": state != "waiting", "completed_on": state == "done"}
    if text not in YES | NO:
        return STATES.get(text) and state_of("state", text)
    return {"started_on" if column == "begun" else "completed_on": text in YES}


def compare(column: str, state: dict[str, bool], ledger: Ledger, project: Project, faults: Faults) -> None:
    """Adds each date that the state contradicts or asks for."""
    sheet, written = ledger.sheet, shown(ledger.sheet.value(project.row, ledger.columns[column]))
    for name, come in state.items():
        at = (project.row, ledger.columns.get(name, 0))
        value = shown(sheet.value(*at))
        if name in project.values.dates and not come:
            own = (project.row, ledger.columns[column])
            words = {"other": address(*at), "found": value}
            faults.add("state_not_yet", sheet.file, sheet=sheet.name, at=own, column=column, value=written, **words)
        elif come and at[1] and name not in project.values.dates and (is_blank(value) or fold(value) in NOT_YET):
            words = {"other": address(project.row, ledger.columns[column]), "found": written}
            faults.add("state_undated", sheet.file, sheet=sheet.name, at=at, column=name, value=value, **words)
