"""Records told twice: what is asked, answered and kept."""

TEXTS = {
    "differs": ("  {column}：{one} ／ {other}", "  {column}: {one} / {other}"),
    "none": (
        "{quarter}没有像是同一活动报了两次、尚未认定的记录。",
        "{quarter}: no undecided records look like one event reported twice.",
    ),
    "undecided": (
        "{quarter}有{n}对记录像是同一活动报了两次。认定时运行：cqpair reconcile --quarter "
        "{quarter} "
        "--same 编号甲 编号乙 --keep 编号，或 --different 编号甲 编号乙。",
        "{quarter}: {n} {n:pair of records looks|pairs of records look} like one event "
        "reported twice. To decide: cqpair reconcile --quarter {quarter} --same ID ID --keep ID, "
        "or "
        "--different ID ID.",
    ),
    "no-id": (
        "有的记录没有编号，无法认定；请先运行 cqpair fmt 补上编号。",
        "Some of these records have no id, so nothing can be decided of them; `cqpair fmt` gives "
        "them one.",
    ),
    "no-record": (
        "没有编号为“{id}”的记录，或者这条记录有错误，或者不在这个季度前后。",
        "There is no record “{id}”, or it has an error, or its date is not in or near this "
        "quarter.",
    ),
    "one-record": (
        "两个编号都是“{id}”；请写两条记录的编号。",
        "Both ids are “{id}”; write those of two records.",
    ),
    "two-pairings": (
        "{id} 是{county}的记录，{other_id} 是{other}的记录，不会是同一活动。",
        "{id} is a record of {county} and {other_id} one of {other}: they are not one event.",
    ),
    "keep": (
        "--keep 要保留的“{id}”不是这两条之一：{first}、{second}",
        "--keep names “{id}”, which is neither {first} nor {second}",
    ),
    "keep-alone": ("--keep 只和 --same 一起用", "--keep goes with --same only"),
    "both": ("--same 和 --different 只能用一个", "Give one of --same and --different"),
    "damaged": (
        "{place} 这一行读不出来，改写这份文件会丢掉它；请先改正，什么也没有写。",
        "The row at {place} does not fit and would be lost; correct it first. Nothing was written.",
    ),
    "one-sender": (
        "{first} 和 {second} 都是{sender}报的，一家报的两行是两个活动；报重了的，请{sender}"
        "更正后重报，用 cqpair import --replace 导入。",
        "{first} and {second} were both sent by {sender}, and two rows of one office are two "
        "events; if one is a repetition, ask for a corrected return and import that with "
        "--replace.",
    ),
    "two-quarters": (
        "{first} 是{quarter}的，{second} 是{other}的；同一活动只能在一个季度，"
        "请先更正其中一条的日期。",
        "{first} is of {quarter} and {second} of {other}; one event is in one quarter, so correct "
        "the date of one of them first.",
    ),
    "same": (
        "已记下：{first} 和 {second} 是同一活动，只算 {keep}。",
        "Kept: {first} and {second} are one event, counted as {keep}.",
    ),
    "different": (
        "已记下：{first} 和 {second} 是两个活动，都算。",
        "Kept: {first} and {second} are two events; both count.",
    ),
    "heading": (
        "第{no}对，共{n}对，{score}分",
        "{no} of {n}, {score} points",
    ),
    "record": (
        "  {no}. {id}  {date}  {title}（{place}）",
        "  {no}. {id}  {date}  {title} ({place})",
    ),
    "why": ("  理由：{why}", "  Why: {why}"),
    "ask": (
        "是同一活动吗？1 是，保留第1条；2 是，保留第2条；n 不是；回车 以后再认定；q 结束：",
        "One event? 1: yes, keep the first; 2: yes, the second; n: no; Enter: later; q: quit: ",
    ),
    "again": ("请答 1、2、n、q，或直接回车。", "Please answer 1, 2, n, q or just Enter."),
}
