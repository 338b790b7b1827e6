"""What is said about a folder of made-up records."""

TEXTS = {
    "made": (
        "数据文件夹已建好，其中的记录全是演示数据，不是真实活动。接着可试："
        "cqpair --data {path} report --quarter {quarter}",
        "The data folder is ready. All its records are made up (演示数据). Try next: "
        "cqpair --data {path} report --quarter {quarter}",
    ),
    "readme": (
        "# 演示数据\n\n"
        "本文件夹的记录都是演示数据，由 `cqpair init --demo` 生成，不是真实活动，"
        "不得引用、上报。\n"
        "开始记录真实活动以前，请把本文件夹里的内容全部删去。\n",
        "# 演示数据 (made-up records)\n\n"
        "All records in this folder were made up by `cqpair init --demo`. None of it happened: do "
        "not quote\nor submit it. Delete everything in this folder before you record real "
        "activities.\n",
    ),
}
