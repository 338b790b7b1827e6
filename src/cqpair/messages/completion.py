"""What is told when completion is installed."""

TEXTS = {
    "script": ("补全脚本已写入 {path}", "The completion script is in {path}"),
    "line": (
        "{path} 末尾加了一行：{line}",
        "A line was added at the end of {path}: {line}",
    ),
    "line-there": (
        "{path} 里已有读取它的一行，没有改动",
        "{path} has the line that reads it already and was not changed",
    ),
    "anew": (
        "重新打开 {shell} 后生效：输入 cqpair 和空格，再按 Tab 键。",
        "It works in the next {shell} that you open: type `cqpair` and a space, then press Tab.",
    ),
    "undo": ("不要了，删去 {path} 即可。", "To undo it, delete {path}."),
    "undo-line": (
        "不要了，删去 {path} 和 {settings} 里以 # cqpair --install-completion 结尾的那一行即可。",
        "To undo it, delete {path}, and in {settings} the line that ends in "
        "`# cqpair --install-completion`.",
    ),
    "policy": (
        "如果 PowerShell 打开时说禁止运行脚本，先运行一次"
        " Set-ExecutionPolicy -Scope CurrentUser RemoteSigned。",
        "If PowerShell says at its start that running scripts is disabled, run this once: "
        "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned",
    ),
    "which-shell": (
        "看不出用的是哪种终端程序；请写明是哪一种：{shells}，如 --install-completion bash。",
        "It is not clear which shell this is; name it, one of {shells}: --install-completion bash.",
    ),
    "unknown-shell": (
        "没有给 {shell} 的补全；有的是 {shells}，请从其中一种里运行，或在选项后面写明，"
        "如 --install-completion bash。",
        "There is no completion for {shell}, only for {shells}; run it from one of these, or name "
        "one after the option: --install-completion bash.",
    ),
    "no-home": (
        "找不到个人文件夹，没有地方安装；请设置环境变量 HOME 再试，或运行"
        " cqpair --show-completion {shell}，把输出存到 {shell} 启动时读取的地方。",
        "There is no home folder to install it in; set HOME and try again, or run "
        "`cqpair --show-completion {shell}` and put what it prints where {shell} reads it.",
    ),
    "by-hand": (
        "也可以运行 cqpair --show-completion {shell}，把输出存到 {shell} 启动时读取的地方。",
        "Or run `cqpair --show-completion {shell}` and put what it prints where {shell} reads it.",
    ),
}
