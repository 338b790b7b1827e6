"""What may happen in a made-up year: events of each measure of tasks.yaml, in an office's words."""

from collections.abc import Iterator
from typing import NamedTuple

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
