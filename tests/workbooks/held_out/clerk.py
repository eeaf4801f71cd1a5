"""What a county clerk makes a ledger of: made-up projects, a sheet to type them into, and the faults planted in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

FAULTY = "（有错）"
AS_OF = date(2022, 3, 31)
PRODUCTS = [
    "葛根粉",
    "莓茶",
    "大鲵肽",
    "石英砂",
    "电容器",
    "线束",
    "竹纤维",
    "包装盒",
    "旅游鞋",
    "猕猴桃汁",
    "铝型材",
    "光伏支架",
    "岩板",
    "茶油",
    "腊味",
    "中药饮片",
]
KINDS = [
    "生产线建设项目",
    "加工厂扩建项目",
    "标准厂房项目",
    "智能化改造",
    "基地（一期）",
    "技改扩能项目",
    "产业园",
    "研发中心",
]
FIRMS = ["湘峰", "武陵源泉", "天子山", "茅岩河", "澧水", "宝峰", "金鞭溪", "张湘", "大庸", "湘鲵"]
TOWNS = {
    "永定区": ["阳湖坪街道", "沙堤街道", "尹家溪镇", "教字垭镇"],
    "武陵源区": ["索溪峪街道", "军地坪街道", "天子山街道", "协合乡"],
    "慈利县": ["零阳街道", "金慈街道", "江垭镇", "溪口镇"],
    "桑植县": ["澧源镇", "瑞塔铺镇", "官地坪镇", "凉水口镇"],
    "吉首市": ["河溪镇", "乾州街道", "镇溪街道", "马颈坳镇"],
    "花垣县": ["花垣镇", "边城镇", "龙潭镇", "民乐镇"],
    "永顺县": ["灵溪镇", "芙蓉镇", "石堤镇", "首车镇"],
    "张家界经开区": ["创新大道", "产业路", "兴业路", "科技路"],
}


@dataclass
class Project:
    """One made-up project as its clerk knows it; amounts in 万元."""

    name: str
    unit: str
    county: str
    town: str
    nature: str
    sector: str
    invest: int
    year_plan: int
    month_done: int
    ps: date
    pc: date
    so: date | None
    co: date | None

    @property
    def status(self) -> str:
        """Where it stands."""
        return "已竣工" if self.co else "在建" if self.so else "未开工"


def projects(seed: int, county: str, count: int, *, places: int = 1) -> list[Project]:
    """Make projects of a county up, the same ones for the same seed; `places` rounds the amounts to that many 万元."""
    rng = Random(seed)  # noqa: S311 - nothing is kept secret by it
    made: list[Project] = []
    names = [f"{product}{kind}" for product in PRODUCTS for kind in KINDS]
    for number, name in enumerate(rng.sample(names, count)):
        state = ("done", "running", "waiting", "running")[number % 4]
        start_year = 2021 if state == "done" or (state == "running" and rng.random() < 0.5) else 2022
        ps = date(start_year, rng.randint(2, 3) if start_year == 2022 else rng.randint(2, 9), rng.randint(1, 9))
        if state == "waiting":
            ps = date(2022, rng.randint(4, 9), rng.randint(1, 28))
        so = None if state == "waiting" else date(ps.year, ps.month, rng.randint(10, 28))
        pc = date(ps.year + 1, rng.randint(4, 12), rng.randint(1, 28)) if state != "done" else date(2022, 4, 20)
        co = date(2022, rng.randint(1, 3), rng.randint(1, 28)) if state == "done" else None
        invest = rng.randint(12, 480) * 100 // places * places
        town = TOWNS[county][number % 4]
        made.append(
            Project(
                name=name,
                unit=f"{rng.choice(FIRMS)}{rng.choice(('科技', '食品', '建材', '农业开发'))}有限公司",
                county=county,
                town=town,
                nature=rng.choice(("新建", "扩建", "技改", "续建")),
                sector=rng.choice(("食品加工", "新材料", "电子信息", "轻工")),
                invest=invest,
                year_plan=invest // 2,
                month_done=0 if so is None else invest // 20,
                ps=ps,
                pc=pc,
                so=so,
                co=co,
            )
        )
    return made


# The ways clerks write a date; with each, as much of the date as can be read from it.
def day_cell(day: date | None) -> object:
    """A date of Excel."""
    return day or ""


def dot(day: date | None) -> object:
    """`2022.3`."""
    return "" if day is None else f"{day.year}.{day.month}"


def dot_number(day: date | None) -> object:
    """The number 2022.3, as a clerk gets who only types it."""
    return "" if day is None else float(f"{day.year}.{day.month}")


def dot_day(day: date | None) -> object:
    """`2022.3.15`."""
    return "" if day is None else f"{day.year}.{day.month}.{day.day}"


def words(day: date | None) -> object:
    """`2022年3月`."""
    return "" if day is None else f"{day.year}年{day.month}月"


def third(day: date | None) -> object:
    """`2022年3月上旬`."""
    return "" if day is None else f"{day.year}年{day.month}月{'上中下'[min((day.day - 1) // 10, 2)]}旬"


def short(day: date | None) -> object:
    """`22/3`."""
    return "" if day is None else f"{day.year % 100}/{day.month}"


def compact(day: date | None) -> object:
    """20220315."""
    return "" if day is None else int(f"{day:%Y%m%d}")


def serial(day: date | None) -> object:
    """The day number of Excel in a cell that is not formatted as a date."""
    return "" if day is None else (day - date(1899, 12, 30)).days


DAYS = {day_cell, dot_day, compact, serial}


def known(day: date | None, way: Callable[[date | None], object]) -> str:
    """As much of the day as the way of writing tells: `2022-03-15` or `2022-03`."""
    return "" if day is None else day.isoformat() if way in DAYS else day.isoformat()[:7]


@dataclass(frozen=True)
class Fault:
    """A planted fault: what is typed where, and the cells a colleague might point at."""

    sheet: str
    cell: str
    value: object
    what: str
    named: frozenset[str]
    noted: bool = False


@dataclass
class Page:
    """One sheet."""

    title: str
    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    merges: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[str] = field(default_factory=set)
    filtered: str = ""
    top: int = 1
    left: int = 1

    def row(self, *values: object, merge: int = 0) -> int:
        """Type a row below the last, merging its first cells where asked; returns its number."""
        number = self.top
        self.top += 1
        for offset, value in enumerate(values):
            if value is not None and value != "":
                self.cells[(number, self.left + offset)] = value
        if merge > 1:
            first, last = get_column_letter(self.left), get_column_letter(self.left + merge - 1)
            self.merges.append(f"{first}{number}:{last}{number}")
        return number

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.top += rows


@dataclass
class Book:
    """A ledger: its sheets, the records that are in it, the faults that can be planted."""

    file: str
    pages: list[Page] = field(default_factory=list)
    records: list[dict[str, object]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    by_office: bool = False
    city: str = "zhangjiajie"
    follows: set[tuple[str, str]] = field(default_factory=set)

    def page(self, title: str) -> Page:
        """A new sheet."""
        made = Page(title)
        self.pages.append(made)
        return made

    def record(self, made: Project, ways: dict[str, Callable[[date | None], object]], **other: object) -> None:
        """Note what the ledger holds of a project; `ways` says how each date that has a column is written."""
        held: dict[str, object] = {"name": made.name, "county": made.county, "investment_cny_1e4": made.invest}
        keys = {"planned_start": made.ps, "planned_completion": made.pc, "started_on": made.so, "completed_on": made.co}
        held |= {key: known(keys[key], way) for key, way in ways.items()}
        self.records.append(held | other)

    def plant(self, page: Page, cell: str, value: object, what: str, *also: str, noted: bool = False) -> None:
        """Plant a fault; `also` are other cells of it that may be pointed at, `noted` that a note is enough."""
        self.faults.append(Fault(page.title, cell, value, what, frozenset({cell, *also}), noted))

    def follow(self, page: Page, *cells: str) -> None:
        """Note cells that are wrong too, or cannot be checked, as long as the planted faults stand."""
        self.follows |= {(page.title, cell) for cell in cells}

    def write(self, folder: Path, *, faulty: bool) -> Path:
        """Write the ledger by openpyxl, with or without its faults; LibreOffice saves it anew where `by_office`."""
        book = Workbook()
        book.remove(book.active)
        for page in self.pages:
            sheet = book.create_sheet(page.title)
            for (row, column), value in page.cells.items():
                sheet.cell(row, column, value)
            for fault in self.faults if faulty else []:
                if fault.sheet == page.title:
                    sheet[fault.cell] = fault.value
            dress(sheet, page)
        path = folder / f"{Path(self.file).stem}{FAULTY if faulty else ''}.xlsx"
        book.save(path)
        return path


def dress(sheet: Worksheet, page: Page) -> None:
    """Give a sheet its merged cells, hidden rows and columns, its filter, and days that look like days."""
    for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, date)):
        cell.number_format = "yyyy/m/d"
    for merge in page.merges:
        sheet.merge_cells(merge)
    for row in page.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for letter in page.hidden_columns:
        sheet.column_dimensions[letter].hidden = True
    sheet.auto_filter.ref = page.filtered or None


def total(made: Iterable[Project]) -> int:
    """The sum of their investment."""
    return sum(project.invest for project in made)
