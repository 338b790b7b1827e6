"""A made-up document with every kind of block and cell, and text that would like to act."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cqpair.render.document import (
    Annex,
    Cell,
    CellKind,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Refs,
    Signature,
    Table,
)
from cqpair.values import Figure, PartialDate

HOSTILE = (
    '=HYPERLINK("http://x","点")',
    "<script>alert(1)</script>",
    "[red]红[/red]",
    "\x1b[31m红",
    "甲|乙",
    "长" * 5000,
    "👩‍🔬实验",
    "空\x00字节\x0b\ufffe",
    "左\u202e右\u2066",
    "*星* _线_ `码` # 题 $x$ &amp; ~~删~~",
    "首行\n次行\r末行",
    "@SUM(A1)",
    "-1+1",
    "\ud800",
)
"""Titles that would act somewhere if they were not shown as text."""

_DAY = PartialDate(date(2021, 5, 13), date(2021, 5, 13))
_MONTH = PartialDate(date(2021, 5, 1), date(2021, 5, 31))
FUNDS = Decimal("30000.50")
_COUNT, _MONEY = CellKind.COUNT, CellKind.MONEY

AREAS = Table(
    (
        Column("任务领域"),
        Column("活动", _COUNT),
        Column("上季度", _COUNT),
        Column("占比", CellKind.SHARE),
        Column("参与结对", _COUNT, adds=False),
        Column("参与人次", _COUNT),
        Column("专家人次", _COUNT),
        Column("资金投入（元）", _MONEY),
        Column("实物折价（元）", _MONEY),
    ),
    (
        ("1 携手高质量服务科技工作者", 2, 1, Decimal("40.0"), 2, 300, None, FUNDS, None),
        ("4 携手助力乡村振兴", 2, 0, Decimal("40.0"), 1, Figure(1200, True), None, None, None),
        ("重点任务小计", 4, 1, Decimal("80.0"), 2, Figure(1500, True), None, FUNDS, None),
        ("保障1 切实加强组织领导", 1, 3, Decimal("20.0"), 1, 0, None, Decimal(0), None),
        ("保障措施小计", 1, 3, Decimal("20.0"), 1, 0, None, Decimal(0), None),
        ("合计", 5, 4, Decimal("100.0"), 2, Figure(1500, True), None, FUNDS, None),
    ),
    sums=(2, 4, 5),
    caption="各任务领域工作情况",
    name="分领域",
    no=1,
)  # fmt: skip

GRID = Table(
    (
        Column("序号", CellKind.ORDINAL),
        Column("“两群”区县"),
        Column("主城协同区"),
        *(Column(str(no), _COUNT, heat=True) for no in range(1, 7)),
        Column("活动", _COUNT),
    ),
    (
        (1, "万州区", "两江新区", 0, 0, 1, 0, 0, 0, 1),
        (12, "巫山县", "北碚区、铜梁区", 2, 0, 0, 2, 0, 0, 4),
        ("", "合计", "", 2, 0, 1, 2, 0, 0, 5),
    ),
    sums=(2,),
    caption="各结对区县任务覆盖情况",
    name="任务覆盖",
    no=2,
)

RECORDS = Table(
    (
        Column("编号", CellKind.ID),
        Column("开始日期", CellKind.DATE),
        Column("活动名称"),
        Column("参与人次", _COUNT),
        Column("资金投入", _MONEY),
    ),
    (
        ("2021Q2-wushan-01", _DAY, "演示数据：签约", 300, Figure(Decimal("30000.5"), False)),
        ("2021Q2-wushan-02", _MONTH, "演示数据：讲座", Figure(1200, True), None),
        *(
            (f"2021Q2-wushan-{n:02}", _DAY, f"{text}", None, Decimal(0))
            for n, text in enumerate(HOSTILE, 3)
        ),
    ),
    name="活动记录",
    is_records=True,
)

TRACE = Table(
    (Column("项目"), Column("数字"), Column("记录编号", CellKind.REFS)),
    (("合计", "活动5项", Refs(("2021Q2-wushan-01", "2021Q2-wushan-02"))),),
    caption="数字所据记录",
    name="数字溯源",
    no=3,
)

SAMPLE = Document(
    title="2021年第二季度“一区两群”区县科协对口协同发展工作情况",
    blocks=(
        Paragraph("根据《通知》（渝科协发〔2021〕7号），现将有关情况汇总如下。"),
        Paragraph("注意：1条记录有错误，未计入本报告。", alert=True),
        Heading("一、总体情况"),
        Paragraph("本季度共开展活动5项，较上季度（4项）增加1项。" * 6),
        Chart(
            ChartKind.BARS,
            Table(
                (Column("任务领域"), Column("本季度", _COUNT), Column("上季度", _COUNT)),
                (("1 服务科技工作者", 2, 1), ("2 创新驱动", 0, 0), ("4 乡村振兴", 2, 0)),
            ),
            "各任务领域活动数",
            no=1,
        ),
        Chart(
            ChartKind.LINE,
            Table(
                (Column("季度"), Column("活动数", _COUNT)),
                (("2021Q1", 4), ("2021Q2", 5)),
            ),
            "近期各季度活动数",
            no=2,
        ),
        Heading("二、重点任务进展"),
        Heading("（一）携手高质量服务科技工作者", 2),
        Paragraph("开展活动2项，资金投入30,000.5元。"),
        Heading("1. 推荐典型", 3),
        Listing(("2021Q2-wushan-01 巫山县：演示数据：签约", HOSTILE[1])),
        Listing(("第一条", "第二条"), ordered=True),
    ),
    signature=(
        Signature("填报单位（盖章）：", True),
        Signature("负责人（签字）：", True),
        Signature("2026年9月21日"),
    ),
    annexes=(
        Annex("各任务领域工作情况表", (AREAS,)),
        Annex("各结对区县任务覆盖情况表", (Paragraph("表中数字是活动数。"), GRID)),
        Annex("活动明细", (RECORDS._replace(no=4, caption="活动明细"),)),
        Annex("数字溯源", (TRACE,)),
    ),
    made_at=datetime(2026, 9, 21, 14, 13, tzinfo=UTC),
    banner="演示数据，不反映真实工作情况",
)

_AREAS = (
    ("1 携手高质量服务科技工作者", 15, 5),
    ("2 携手服务创新驱动发展", 6, 8),
    ("3 携手实施科技经济融合行动", 4, 5),
    ("4 携手助力脱贫攻坚与乡村振兴有机衔接", 4, 4),
    ("5 携手共建全域科普工作新格局", 8, 8),
    ("6 携手服务党和政府科学决策", 3, 5),
    ("保障1 切实加强组织领导", 8, 7),
    ("保障2 积极争取各项支持", 1, 1),
    ("保障3 努力营造浓厚氛围", 2, 1),
)

_PAIRS = (
    ("万州区", "两江新区"), ("黔江区", "重庆高新区"), ("开州区", "万盛经开区、江津区"),
    ("梁平区", "璧山区"), ("武隆区", "涪陵区、南川区"), ("城口县", "九龙坡区"),
    ("丰都县", "巴南区、荣昌区"), ("垫江县", "长寿区"), ("忠县", "大渡口区、大足区"),
    ("云阳县", "渝北区"), ("奉节县", "沙坪坝区"), ("巫山县", "北碚区、铜梁区"),
    ("巫溪县", "渝中区"), ("石柱县", "南岸区、綦江区"), ("秀山县", "合川区"),
    ("酉阳县", "江北区"), ("彭水县", "永川区、潼南区"),
)  # fmt: skip

_COUNTS = [[(3 * n + 5 * no) % 7 % 4 for no in range(1, 8)] for n in range(17)]

_ROWS: list[tuple[Cell, ...]] = [
    (n, *pair, *row, sum(row)) for n, (pair, row) in enumerate(zip(_PAIRS, _COUNTS, strict=True), 1)
]

_SUMS: list[Cell] = [sum(column) for column in zip(*_COUNTS, strict=True)]

WHOLE_GRID = Table(
    (*GRID.columns[:9], Column("保障措施", _COUNT), Column("活动", _COUNT)),
    (*_ROWS, ("", "合计", "", *_SUMS, sum(map(sum, _COUNTS)))),
    sums=(17,),
    caption="各结对区县任务覆盖情况",
)
"""A row for each pairing of the notice."""

DIGESTED = SAMPLE._replace(
    blocks=(
        *SAMPLE.blocks,
        Heading("四、任务进展"),
        Paragraph("6对开展6项，较上季度减少2项。" * 6, lead="（一）携手服务创新驱动发展。"),
    ),
    digest=(
        Paragraph(
            "2022年第二季度，17对结对单位中15对开展活动51项，较上季度增加7项，1至6月累计95项；其中"
            "重点任务40项、保障措施11项，科协牵头31项。参与约4530人次、专家167人次，投入资金约37.4"
            "万元、实物折价10.45万元（只含已填报的，见附件1）；两个区县没有活动记录，计划到期未见开展"
            "的有4项，下季度计划开展5项，另有零报告一份，上年同期没有活动记录，无从比较，特此说明。"
        ),
        Chart(
            ChartKind.BARS,
            Table((Column("任务领域"), Column("本季度", _COUNT), Column("上季度", _COUNT)), _AREAS),
            "各项重点任务和保障措施活动数",
        ),
        WHOLE_GRID,
        Heading("存在的问题"),
        Paragraph("一是进展不平衡，巫溪县、酉阳县没有活动记录，酉阳县已连续2个季度。" * 8),
        Heading("下一步工作"),
        Paragraph("第三季度计划开展活动5项，主要是两江新区与万州区科技成果对接会。" * 4),
    ),
    notes=("2022Q2-wushan-05 没有填牵头类别，见 activities/2022Q2/wushan.csv:6",),
    origin="由 cqpair 0.1.0 于2026年9月21日14:13生成，数据校验码 a239446c37f",
)
"""A document with all that a quarter's report has for a terminal: as long as it may be."""
