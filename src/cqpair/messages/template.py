"""Making the forms that offices fill in."""

TEXTS = {
    "which": (
        "请写明是哪些单位，或用 --all 一次生成全部。",
        "Name the offices, or give --all for every one.",
    ),
    "either": (
        "单位名称和 --all 只能用一个。",
        "Give names or --all, not both.",
    ),
    "no-stdout": (
        "--output 是放文件的文件夹，不能是标准输出（-）。",
        "--output is the folder of the files; it cannot be stdout (-).",
    ),
    "exists": (
        "已经有 {names}，可能已经填过，所以没有覆盖，也没有生成别的文件；"
        "确实要重新生成，加 --force。",
        "{names} exists already and may have been filled in, so no file was written at all; to "
        "make it anew, add --force.",
    ),
    "several-exist": (
        "已经有 {names} 等{n}个文件，可能已经填过，所以没有覆盖，也没有生成别的文件；"
        "确实要重新生成，加 --force。",
        "{names} and others, {n} files in all, exist already and may have been filled in, so no "
        "file was written at all; to make them anew, add --force.",
    ),
}
