"""A made-up year of records, for a first look at reports. Nothing in it is real.

Each pairing has its events, with figures that vary as real ones do. There is no chance in it: a
record's number in the year decides what it says, so that the demo is the same everywhere.
Remainders by different numbers keep its columns from going along together.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count, cycle
from typing import NamedTuple

from cqpair.book.canonical import canonical_text, id_stem, with_ids
from cqpair.fields import BY_KEY, Activity, RecordSheet
from cqpair.model.tasks import MADE_UP, MEETING, Area, LeadKind, Status, Tasks
from cqpair.model.units import Pairing, Unit
from cqpair.names import Names, fold
from cqpair.period import ACTIVITIES, Period, parse_quarter
from cqpair.source import Grid, Row
from cqpair.values import Figure, PartialDate

_YEAR = 2022


_SEVERAL_DAYS = ("培训", "考察调研", "参观研学", "支教")


_SPREAD = (
    *("44341", "33230", "45442", "33221", "34331", "12020", "34330", "33431", "45432"),
    *("03231", "33320", "45442", "20020", "34431", "23330", "00200", "44341"),
)
"""How many records each pairing of the annex has in the year's quarters and in the one after."""


_SIZES = {  # 参与人次, 专家人次, 资金投入, 实物折价
    "联席会议": (24, 0, 3000, 0),
    "座谈会": (35, 4, 2500, 0),
    "考察调研": (18, 5, 6000, 0),
    "签约": (40, 3, 4000, 0),
    "揭牌": (60, 4, 30000, 0),
    "培训": (90, 5, 25000, 0),
    "讲座": (260, 2, 8000, 0),
    "学术交流": (120, 16, 32000, 0),
    "研讨会": (55, 12, 15000, 0),
    "科普活动": (520, 8, 28000, 6000),
    "科技志愿服务": (180, 10, 5000, 2000),
    "技术服务": (75, 6, 16000, 5000),
    "专家咨询": (30, 8, 9000, 0),
    "支农": (110, 7, 10000, 4000),
    "支医": (160, 9, 9000, 6000),
    "支教": (210, 5, 7000, 3000),
    "参观研学": (85, 3, 18000, 0),
    "捐赠": (70, 1, 5000, 26000),
    "建言献策": (12, 7, 3000, 0),
    "宣传": (300, 2, 12000, 1500),
    "其他": (45, 3, 5000, 0),
}


_LEADS = {
    LeadKind.GOVERNMENT: "{county}党委、政府",
    LeadKind.DEPARTMENT: "{county}有关部门",
    LeadKind.SOCIETY: "市级学会",
    LeadKind.COMPANY: "{partner}科技企业",
    LeadKind.OTHER: "区县农技协",
}


def made_up_year(pairings: Sequence[Pairing], names: Names, tasks: Tasks) -> dict[str, str]:
    """The record files of the year and of what is planned after it: path → canonical text."""
    areas = {measure: area for area in tasks.all_areas for measure in area.measures}
    numbers = count(1)
    files = {}
    for pairing, spread in zip(pairings, cycle(_SPREAD), strict=False):
        county, partners = names.unit(pairing.county), tuple(map(names.unit, pairing.partners))
        rest = _in_turn(pairing.no)
        for i, wanted in enumerate(map(int, spread)):
            quarter = parse_quarter(f"{_YEAR + i // 4}Q{i % 4 + 1}")
            records = []
            for event in _chosen(rest, quarter, wanted, meets=(pairing.no + i) % 2 == 0):
                n = next(numbers)
                present = _present(n, pairing.no + i, partners, event)
                area = areas[event.measure]
                records.append(_record(n, quarter, event, county, present, area))
            if records:
                named = with_ids(sorted(records, key=_day), {id_stem(records[0]): 0})
                files[records[0].path] = canonical_text(named, "\n")
    return files


_ALL_YEAR = tuple(range(1, 13))


class Event(NamedTuple):
    """A sort of event. In `title`, `place` and `outcome`, {pair} and the like are filled in.

    `months` are those it is held in; what is `lasting` is under way once it has begun.
    """

    measure: str
    title: str
    form: str
    lead_kind: str
    place: str
    outcome: str
    months: tuple[int, ...] = _ALL_YEAR
    lasting: bool = False


def _in_turn(no: int) -> list[Event]:
    """All events in an order of the pairing's own, those of one month mostly first."""
    turns = {
        event: (len(event.months) > 1 or (no + i) % 3 == 0, (i * 37 + no * 53) % 101)
        for i, event in enumerate(events())
    }
    return sorted(turns, key=turns.__getitem__)


def _chosen(rest: list[Event], quarter: Period, wanted: int, meets: bool) -> list[Event]:
    """The next events that fit the quarter, taken out of `rest`; a meeting every half-year."""
    meetings = [event for event in rest if event.form == MEETING]
    others = [e for e in rest if e.form != MEETING and _months(e, quarter)]
    if wanted < 3 or not meets:
        meetings = []
    chosen = others[: wanted - len(meetings)]
    rest[:] = [event for event in rest if event not in chosen]
    which = "一" if quarter.start.month < 7 else "二"
    return [e._replace(title=e.title.replace("{n}", which)) for e in meetings] + chosen


def _months(event: Event, quarter: Period) -> list[int]:
    """The months of the quarter that the event may be held in."""
    return [m for m in event.months if quarter.start.month <= m <= quarter.end.month]


def _present(n: int, season: int, partners: tuple[Unit, ...], event: Event) -> tuple[Unit, ...]:
    """The partners of record `n`: of two the one or both, and in some quarters the first alone."""
    if event.form == MEETING or len(partners) == 1:
        return partners
    return partners[:1] if season % 3 == 0 else (partners[:1], partners[1:], partners)[n % 3]


def _record(
    n: int, quarter: Period, event: Event, county: Unit, partners: tuple[Unit, ...], area: Area
) -> Activity:
    """The `n`th record of the year: an event of these units, with figures that follow from `n`."""
    partner = "、".join(unit.name for unit in partners)
    words = {"county": county.name, "partner": partner, "pair": f"{partner}与{county.name}"}
    words |= {"n": str(2 + n * 7 % 5), "year": str(_YEAR)}
    planned = quarter.start.year > _YEAR or n % 14 == 9
    status = Status.ONGOING if event.lasting else Status.COMPLETED
    day = _held(n, event, quarter)
    path, row = f"{ACTIVITIES}/{quarter.label}/{fold(county.pinyin)}.csv", Row(n, [])
    kind = None if n % 19 == 3 else LeadKind(event.lead_kind)
    people, experts, funding, in_kind = (None,) * 4 if planned else _figures(n, event.form)
    values: dict[str, object] = {
        "status": Status.PLANNED if planned else status,
        "date": day,
        "end_date": _ended(n, event, day),
        "county": county,
        "partners": partners,
        "area": area,
        "measure": None if n % 16 == 6 else event.measure,
        "lead": _lead(n, kind, county, partners, words),
        "lead_kind": kind,
        "title": f"【{MADE_UP}】{event.title.format_map(words)}",
        "form": event.form,
        "place": None if n % 15 == 8 else event.place.format_map(words),
        "participants": people,
        "experts": experts,
        "funding": funding,
        "in_kind": in_kind,
        "outcome": None if planned or n % 3 == 1 else event.outcome.format_map(words),
        "exemplar": not planned and n % 13 == 5,
        "note": f"{MADE_UP}，非真实活动",
        "record_sheet": RecordSheet(Grid(path, row, [], lambda _row, _i: (1, 1)), {}),
        "row": row,
    }
    return Activity(**dict.fromkeys(BY_KEY) | values)  # type: ignore[arg-type]


def _day(record: Activity) -> PartialDate:
    """The date of a record, which they are sorted by."""
    return record.date


def _held(n: int, event: Event, quarter: Period) -> PartialDate:
    """When record `n` begins: a working day, or no more than the month."""
    months = _months(event, quarter)
    first = quarter.start.replace(month=months[n % len(months)])
    if n % 11 == 4:
        following = (first + timedelta(days=31)).replace(day=1)
        return PartialDate(first, following - timedelta(days=1))
    late = len(event.months) == 1  # such days of the year stand late in their month
    day = first.replace(day=16 + n * 5 % 13 if late else 10 + n * 11 % 19)
    day -= timedelta(days=max(0, day.weekday() - 4))
    return PartialDate(day, day)


def _ended(n: int, event: Event, day: PartialDate) -> PartialDate | None:
    """The last day of what takes several."""
    if event.form not in _SEVERAL_DAYS or day.first != day.last or day.first.weekday() > 2:
        return None
    last = day.first + timedelta(days=1 + n % 2)
    return PartialDate(last, last)


def _lead(
    n: int, kind: LeadKind | None, county: Unit, partners: tuple[Unit, ...], words: dict[str, str]
) -> str | None:
    """Who led record `n`: associations by their names, others by what they are."""
    if kind is not LeadKind.ASSOCIATION:
        return _LEADS[kind].format_map(words) if kind else None
    offices = [unit.office_name for unit in partners]
    led = ([*offices, county.office_name], [county.office_name], offices)[n % 3]
    return "、".join(led)


def _figures(n: int, form: str) -> tuple[Figure | None, ...]:
    """人次, expert 人次, funding and goods of record `n`: some not reported, 0, or approximate."""
    people, experts, funding, in_kind = _SIZES[form]
    part, share = 60 + n * 17 % 81, 60 + n * 29 % 81  # percent
    heads = Figure(people * part // 100)
    if people >= 100 and n % 5 == 0:
        heads = Figure(heads.value // 10 * 10, approximate=True)
    money = Figure(funding * share // 5000 * 50)
    if n % 13 == 1:
        money = Figure(money.value // 1000 * 1000 + 1000, approximate=True)
    goods = Figure(in_kind * part // 5000 * 50)
    return (
        None if n % 12 == 7 else heads,
        None if n % 6 == 2 else Figure(experts * part // 100),
        None if n % 4 == 1 else Figure(0) if n % 9 == 5 else money,
        goods if in_kind else Figure(0) if n % 10 == 4 else None,
    )


# A measure, then its events: title | form | who leads | place | outcome | months, or 长期.
_EVENTS = """
联合举办学习班、宣讲会、座谈会
{pair}科技人才联合学习班 | 培训 | 科协 | {county} | 整理学习资料{n}份
{pair}科技工作者座谈会 | 座谈会 | 科协 | {partner} | 收集意见建议{n}条
科技人才引育长期合作
{pair}科技人才引育合作备忘录签约 | 签约 | 党委政府 | {county} | 合作备忘录1份
共建或互建教育培训基地
{county}科技工作者培训基地在{partner}揭牌 | 揭牌 | 科协 | {partner} | 培训基地1个
基层科协“三长”赋能提升
{county}基层科协“三长”赴{partner}观摩培训 | 培训 | 科协 | {partner} | 学习心得{n}篇
“三长”支农、支医、支教
{partner}“三长”赴{county}乡镇支医义诊 | 支医 | 部门 | {county}乡镇 | 建立健康档案{n}0份
{partner}“三长”赴{county}乡镇学校支教 | 支教 | 部门 | {county}学校 | 示范课{n}节 | 3 4 5 6 9 10 11
全国科技工作者日等主题活动
{pair}“全国科技工作者日”主题座谈会 | 座谈会 | 科协 | {county} | 收集意见建议{n}条 | 5
同类学会联合申报学术支持项目
{pair}同类学会联合申报学术支持项目 | 专家咨询 | 学会 | 线上 | 申报项目{n}个 | 长期
联合策划和承办学术交流活动
{pair}山地特色产业学术交流会 | 学术交流 | 学会 | {partner} | 交流论文{n}0篇
{pair}基层医疗技术学术沙龙 | 学术交流 | 学会 | {county} | 交流论文{n}篇
导入全国学会、市级学会创新资源
市级学会专家赴{county}对接创新需求 | 考察调研 | 学会 | {county} | 梳理创新需求{n}项
协同创新联盟和联合体
{pair}协同创新联合体签约 | 签约 | 企业 | {partner} | 合作协议1份
院士工作站、海智工作站资源共享合作
{county}赴{partner}对接海智工作站资源共享 | 考察调研 | 科协 | {partner} | 合作意向{n}项
“院士专家走进区县”活动
“院士专家走进区县”活动{county}报告会 | 讲座 | 科协 | {county} | 报告{n}场
科技志愿服务活动
{partner}科技志愿服务队走进{county}社区 | 科技志愿服务 | 科协 | {county}社区 | 发放资料{n}00份
{pair}科技志愿服务集市 | 科技志愿服务 | 学会 | {county}乡镇 | 接受咨询{n}0人次
做响做靓“科创中国”品牌
{pair}“科创中国”品牌联合推介 | 宣传 | 科协 | {partner} | 宣传稿件{n}篇
科技成果转移转化合作平台
{pair}科技成果转移转化对接会 | 研讨会 | 部门 | {partner} | 转化意向{n}项
与市级科技经济融合专家服务队合作
市级专家服务队走进{county}企业 | 专家咨询 | 学会 | {county}企业 | 诊断技术难题{n}项
“政产学研金服用”创新创业共同体
{pair}创新创业共同体共建 | 其他 | 党委政府 | {county} | 重点事项清单1份 | 长期
为绿色技术创新应用导入创新资源
{partner}企业赴{county}推广绿色技术 | 技术服务 | 企业 | {county}企业 | 推广绿色技术{n}项
为现代农业技术创新转化导入创新资源
{partner}专家赴{county}指导果蔬栽培 | 技术服务 | 其他 | {county}乡镇 | 示范地块{n}处
{pair}山地农机具演示 | 技术服务 | 企业 | {county}乡镇 | 演示机具{n}台
巩固科技助力精准扶贫成果帮扶机制
{pair}科技帮扶成果巩固情况调研 | 考察调研 | 科协 | {county}乡镇 | 调研报告1份
日常性帮扶措施
{partner}向{county}乡镇捐赠农技图书和种苗 | 捐赠 | 科协 | {county}乡镇 | 捐赠图书{n}00册
{pair}结对帮扶农户入户指导 | 支农 | 科协 | {county}乡镇 | 指导农户{n}0户 | 长期
“会会”合作
{pair}学会“会会”合作签约 | 签约 | 学会 | {county} | 合作协议{n}份
“村村”合作
{pair}行政村“村村”合作签约 | 签约 | 党委政府 | {county}乡镇 | 结对村{n}对
学会和行政村优势资源转移和汇聚
{partner}学会专家赴{county}田间地头指导 | 支农 | 学会 | {county}乡镇 | 解答技术问题{n}0个
区县农技协组织合作
{pair}农技协带头人培训班 | 培训 | 其他 | {county} | 技术手册{n}0册
“产供销服”跨区域一体化协作
{county}农特产品进{partner}产销对接会 | 其他 | 企业 | {partner} | 购销意向{n}份
“全国科普日”
{pair}“全国科普日”联合行动 | 科普活动 | 科协 | {county} | 展出展板{n}0块 | 9
“科普文化进万家”
“科普文化进万家”活动走进{county}乡镇 | 科普活动 | 科协 | {county}乡镇 | 演出{n}场
“社区科普文化周”
{pair}“社区科普文化周”联合活动 | 科普活动 | 科协 | {county}社区 | 互动项目{n}个
“院士专家进校园”
“院士专家进校园”活动走进{county}学校 | 讲座 | 科协 | {county}学校 | 报告{n}场 | 3 4 5 6 9 10 11
共享科普基础设施建设
{county}赴{partner}考察科普场馆共建共享 | 考察调研 | 部门 | {partner} | 共享清单1份
打造全域科普工作示范点
{county}全域科普工作示范点揭牌 | 揭牌 | 党委政府 | {county}社区 | 示范点{n}个
青少年科技教育合作
{partner}科技教师赴{county}学校送教 | 支教 | 部门 | {county}学校 | 示范课{n}节 | 3 4 5 6 9 10 11
{pair}青少年科技创新作品联展 | 科普活动 | 部门 | {county}学校 | 展出作品{n}0件 | 3 4 5 6 9 10 11
农村中小学生参观科普基地、观摩科技活动
{county}农村学生赴{partner}参观科普基地 | 参观研学 | 科协 | {partner} | 心得{n}0篇 | 4 5 6 7 8 10 11
科普资源和科普设施共享
{partner}流动科普设施{county}巡展 | 科普活动 | 科协 | {county}乡镇 | 巡展{n}站 | 长期
反邪教协会联动参与社会治理
{pair}反邪教协会联合宣传 | 宣传 | 部门 | {county}社区 | 发放资料{n}00份
对口协同发展研讨会或调研活动
{pair}对口协同发展研讨会 | 研讨会 | 科协 | {county} | 交流材料{n}篇
{pair}对口协同发展联合调研 | 考察调研 | 科协 | {partner} | 调研报告1份
组织院士专家建言献策
院士专家为{county}产业发展建言献策 | 建言献策 | 学会 | {county} | 建议{n}条
形成高质量科技工作者建议
{pair}科技工作者建议征集 | 建言献策 | 科协 | 线上 | 建议{n}条 | 长期
打造共享“智囊团”
{pair}共享“智囊团”座谈会 | 座谈会 | 科协 | {partner} | 专家名册1份
决策咨询信息交流机制
{pair}决策咨询信息交流会 | 座谈会 | 部门 | 线上 | 信息专报{n}期
建立全面合作友好关系
{pair}科协全面合作协议签约 | 签约 | 科协 | {county} | 合作协议1份
定期召开对接联席会议
{pair}科协{year}年第{n}次对接联席会议 | 联席会议 | 科协 | {partner} | 会议纪要1份
重点任务项目化推进
{pair}重点任务项目联合推进 | 其他 | 科协 | {county} | 项目清单1份 | 长期
纳入当地区县对口协同发展机制
{pair}对口协同年度任务对接会 | 座谈会 | 党委政府 | {county} | 任务清单1份 | 1 2 3 4 5
与区县相关部门沟通协调
{pair}科协与相关部门沟通协调会 | 座谈会 | 部门 | {county} | 明确协调事项{n}项
争取各方各类支持
{partner}企业支持{county}科普工作捐赠仪式 | 捐赠 | 企业 | {county} | 捐赠科普器材{n}套
协同发展工作总结
{pair}协同发展年度工作总结会 | 其他 | 科协 | {county} | 总结材料1份 | 12
可复制可推广的经验制度
{pair}协同发展经验制度研讨会 | 研讨会 | 科协 | {partner} | 制度文本{n}份
宣传先进典型
{pair}先进典型联合宣传 | 宣传 | 科协 | {county} | 宣传稿件{n}篇
遴选具有代表性的结对协同发展项目
{pair}代表性协同发展项目遴选会 | 其他 | 科协 | {county} | 推荐项目{n}个 | 10 11
"""


def events() -> Iterator[Event]:
    """Every sort of event, in the order of tasks.yaml."""
    measure = ""
    for line in _EVENTS.strip().split("\n"):
        told = [part.strip() for part in line.split("|")]
        if len(told) == 1:
            measure = line
            continue
        title, form, lead_kind, place, outcome, *when = told
        event = Event(measure, title, form, lead_kind, place, outcome)
        if when == ["长期"]:
            event = event._replace(lasting=True)
        elif when:
            event = event._replace(months=tuple(map(int, when[0].split())))
        yield event
