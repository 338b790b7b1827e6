"""What offices call the columns of a record in tables of their own.

From returns, ledgers and reports of science associations; an office adds its own words in
`tasks.yaml` under `headers`. Words that mean more than one thing are not here: 完成时间 may be an
end or a deadline, 计划投入 is no outlay, 填报时间 is not the day of an event.
"""

from collections.abc import Collection, Iterable, Mapping

from cqpair.book.headings import Headers
from cqpair.fields import BY_KEY, Column
from cqpair.names import fold
from cqpair.source import Grid

SYNONYMS: Mapping[str, str] = {
    "date": "日期 时间 活动时间 活动日期 开展时间 开展日期 举办时间 举办日期 实施时间 起始日期 "
    "开始时间 实际时间 实际开展时间",
    "end_date": "结束时间 活动结束时间 截至日期",
    "county": "区县 受援区县 两群区县科协 对口区县 协同区县 结对区县",
    "partners": "主城区 主城科协 主城协同区科协 结对区 协同区",
    "area": "领域 重点任务 工作任务 任务 任务类别 所属任务 所属领域 任务领域名称",
    "measure": "举措 任务措施 具体举措 工作举措",
    "lead": "主办单位 责任单位 组织单位 承办单位 牵头部门",
    "lead_kind": "牵头单位类别 牵头性质 主办单位类别",
    "title": "活动 活动主题 活动内容 项目名称 工作内容 名称 事项 主题 活动项目",
    "form": "形式 活动类型 活动类别",
    "place": "活动地点 举办地点 地址 活动地址 开展地点",
    "participants": "参与人数 参加人数 参加人次 人数 人次 活动人数 受众人数 参与人员数 服务人次 "
    "实际参与人数 实际参加人数",
    "experts": "专家人数 专家数 专家 参与专家 专家数量",
    "funding": "投入资金 经费 经费投入 资金 金额 投入 投入经费 活动经费 资金投入金额 实际投入 "
    "实际投入资金",
    "in_kind": "折价 折算金额 折合金额 物资折价 实物折算 捐赠物资折价 物资折款",
    "purchases": "消费帮扶金额 消费扶贫 消费扶贫金额 采购金额 帮扶采购",
    "outcome": "主要成效 成效 工作成效 活动成效 取得成效 活动成果",
    "exemplar": "典型 是否典型 是否推荐典型 推荐为典型",
    "source": "资料来源 出处 链接 新闻链接",
    "note": "说明 其他说明 备注说明",
}
"""The other names of each column, by its key; ours need not be here."""


COUNTERPART = (
    "合作单位 协作单位 协同单位 对口单位 结对单位 参与单位 结对方 协同方 合作区县 帮扶单位"
)
"""Names of a column that tells the other side: for a county its partners, else its county."""


_HEAD_ROWS = 20


def names_of_columns(
    more: Mapping[str, Collection[str]], counterpart: str | None
) -> dict[str, Column]:
    """The column of every other name, folded; `more` are those of `tasks.yaml`, by key.

    `counterpart` is the key of the column that a name for the other side means, None where that
    cannot be told.
    """
    words = [(key, word) for key, text in SYNONYMS.items() for word in text.split()]
    words += [(key, word) for key, several in more.items() for word in several]
    if counterpart:
        words += [(counterpart, word) for word in COUNTERPART.split()]
    return {fold(word): BY_KEY[key] for key, word in words if key in BY_KEY}


def headers_for(
    more: Mapping[str, Collection[str]],
    counterpart: str | None,
    unread: Iterable[str],
    unit: int | None,
) -> Headers:
    """The headers of a return; `unread` are columns that go into the note, or are left out."""
    return Headers(
        names_of_columns(more, counterpart),
        [fold(word) for word in unread],
        unit,
        unknown="returns.unknown-column",
        lenient=True,
    )


def names_column(grids: Iterable[Grid], key: str, more: Mapping[str, Collection[str]]) -> bool:
    """Whether a row that may be a header names the column `key`, by whatever word."""
    names = names_of_columns(more, None)
    words = {word for word, column in names.items() if column.key == key}
    words |= {fold(BY_KEY[key].header), fold(key)}
    return any(
        fold(cell) in words
        for grid in grids
        for row in (grid.head, *grid.rows[:_HEAD_ROWS])
        for cell in row.cells
    )
