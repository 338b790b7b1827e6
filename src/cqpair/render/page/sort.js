"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const words = new Intl.Collator("zh-CN", { numeric: true });
  const value = (cell) => cell.dataset.value ?? null;
  const compare = (one, other) =>
    value(one) !== null && value(other) !== null
      ? value(one) - value(other)
      : words.compare(one.textContent, other.textContent);
  const sort = (column, sign) =>
    body.append(
      ...[...body.rows].sort((a, b) => {
        const [one, other] = [a.cells[column], b.cells[column]];
        const blank = (cell) => cell.classList.contains("blank");
        return blank(one) - blank(other) || sign * compare(one, other);
      }),
    );
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const falls = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      sort(column, falls ? -1 : 1);
    });
  });
}
