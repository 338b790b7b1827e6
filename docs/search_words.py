"""How the site's search parts text: English into words as Sphinx does, Chinese into pairs.

Sphinx parts Chinese only where jieba is installed, and not what is asked: 报送情况 would find
nothing where the index has 报送 and 情况. Pairs of characters need no dictionary, and a question is
parted like the index; a page has to have all of its pairs.
"""

import re

from sphinx.search.en import SearchEnglish

_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")


class SearchPairs(SearchEnglish):
    """English words, and each two Chinese characters that stand together."""

    lang = "zh"
    js_splitter_code = r"""
function splitQuery(query) {
  const runs = query.match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}_])+/gu) || [];
  return runs.flatMap((run) =>
    /[\u3400-\u9fff]/.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
      : [run]
  );
}
"""

    def split(self, input: str) -> list[str]:  # noqa: A002 as Sphinx calls it
        """The words of a text."""
        return [word for run in _RUN.findall(input) for word in words_of(run)]


def words_of(run: str) -> list[str]:
    """A word, or the pairs of a run of Chinese characters; one alone is itself."""
    if run[0] < "\u3400" or run[0] > "\u9fff" or len(run) == 1:
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]
