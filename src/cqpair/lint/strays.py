"""S507: files below `submissions/` that nobody reads."""

from collections.abc import Iterable

from cqpair.book import Book
from cqpair.lint.rule import Finding, InWords, Manual, Rule, Sentence, Severity
from cqpair.period import folder_quarter
from cqpair.source import Place


def stray_file(book: Book) -> Iterable[Finding]:
    """A file below submissions/ that nobody reads."""
    if book.submissions is None:
        return
    for path in book.submissions.strays:
        yield Finding(Place(path), *_stray(path))


def _stray(path: str) -> tuple[dict[str, object], str]:
    """What fills the sentence of a stray file, and which one that is."""
    from difflib import get_close_matches

    from cqpair.book.submissions import FILES, ORIGINALS

    _, folder, *below = path.split("/")
    if not below or folder_quarter(f"{folder}/-") is None:
        return {"name": folder, "path": path}, "folder" if below else "file"
    if below[0] == ORIGINALS:
        return {"path": path, "list": f"submissions/{folder}/received.csv"}, "original"
    near = get_close_matches(below[-1].casefold(), FILES, 1) if len(below) == 1 else []
    return {"path": path, "near": "".join(near)}, "slip" if near else "file"


S507 = Rule(
    "S507",
    "stray-file",
    Severity.ERROR,
    stray_file,
    sentences={
        "original": Sentence(
            ("{list}里没有记着这个文件，没有读", "{list} does not name this file; it was not read"),
            fix=(
                "是报来的表，移到 submissions 外面，用 cqpair import 导入；不是的，移走",
                "if it is a return, move it out of submissions/ and take it with `cqpair import`; "
                "else move it elsewhere",
            ),
        ),
        "slip": Sentence(
            (
                "这里没有叫这个名字的文件，没有读，像是 {near} 写错了",
                "No file here has this name, so it was not read; it looks like a slip for {near}",
            ),
            fix=(
                "改名为 {near}；已有 {near} 的，核对后移走这一个",
                "rename it to {near}; if there is one already, compare both and move this one "
                "elsewhere",
            ),
        ),
        "folder": Sentence(
            (
                "文件夹“{name}”不是按季度命名的，里面的文件没有读",
                "The folder “{name}” is not named by a quarter; the file in it was not read",
            ),
            fix=(
                "文件夹按季度命名，如 2021Q2；不是报送材料的，移到 submissions 外面",
                "name the folder by its quarter, such as 2021Q2; move what was not received out "
                "of submissions/",
            ),
        ),
        "file": Sentence(
            (
                "这个文件不是 cqpair 写的，没有读",
                "cqpair did not write this file and did not read it",
            ),
            fix=(
                "是报来的表，移到 submissions 外面，用 cqpair import 导入；不是的，移走",
                "if it is a return, move it out of submissions/ and take it with `cqpair import`; "
                "else move it elsewhere",
            ),
        ),
    },
    manual=Manual(
        ("submissions 下有未读入的文件", "a file below submissions/ that nobody reads"),
        what=(
            "submissions/ 下有一个文件，既不是季度文件夹里的 received.csv、origins.csv、"
            "decisions.csv、closed.json，也不是 received.csv 记着的原件。"
            "隐藏文件和 README.md 不算。",
            "A file below submissions/ is neither received.csv, origins.csv, decisions.csv or "
            "closed.json of a quarter, nor an original that received.csv names. Hidden files and "
            "README.md are passed over.",
        ),
        why=(
            "放在这里的表没有导入，一条也不算；文件名写错的，等于没有。",
            "A return that lies here was not taken, and counts for nothing; a file under a wrong "
            "name might as well not be there.",
        ),
        example=InWords(
            wrong=(
                "报来的表直接存进 submissions/2021Q2/originals/",
                "a return saved into submissions/2021Q2/originals/ by hand",
            ),
            right=("cqpair import 报表.xlsx", "cqpair import 报表.xlsx"),
        ),
    ),
)


RULES = (S507,)
