/** Where each line of a paragraph of plain text begins, as offsets into it. A break within a word counts as any other. */
export function lineStarts(paragraph: Element): readonly number[] {
  const text = paragraph.firstChild;
  if (!(text instanceof Text)) return [0];
  const range = document.createRange();
  const topOf = (at: number): number => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().top;
  };
  const starts = [0];
  let top = topOf(0);
  for (let at = 1; at < text.data.length; at += 1) {
    // A space that hangs at the end of a line has no place of its own.
    if (/\s/.test(text.data.charAt(at))) continue;
    const next = topOf(at);
    if (next > top + 2) {
      starts.push(at);
      top = next;
    }
  }
  return starts;
}
