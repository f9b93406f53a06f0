/** The table as texts, head rows first; every row as long as the widest. */
export interface TextTable {
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly TextCell[])[];
}

export interface TextCell {
  readonly text: string;
  /** A header of its row. */
  readonly header: boolean;
  readonly strong: boolean;
}

/** A minus that spreadsheets read as one. */
const readable = (text: string): string => text.replaceAll('\u2212', '-');

/** Cells by tabs, rows by line ends. Tabs and line ends inside a name become spaces. */
export function asText({ head, body }: TextTable): string {
  const cell = (text: string): string => readable(text).replaceAll(/[\t\r\n]+/g, ' ');
  return [...head, ...body.map((row) => row.map(({ text }) => text))]
    .map((row) => row.map(cell).join('\t'))
    .join('\r\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same as an HTML table: names are text, never markup; numbers stand to the right. */
export function asHtml({ head, body }: TextTable, title: string): string {
  const headRows = head.map((row) => `<tr>${row.map((text) => `<th>${escaped(text)}</th>`).join('')}</tr>`);
  const bodyRows = body.map(
    (row) =>
      `<tr>${row
        .map(({ text, header, strong }) => {
          const shown = escaped(readable(text));
          const said = strong ? `<b>${shown}</b>` : shown;
          return header ? `<th align="left">${said}</th>` : `<td align="right">${said}</td>`;
        })
        .join('')}</tr>`,
  );
  return `<table><caption>${escaped(title)}</caption><thead>${headRows.join('')}</thead><tbody>${bodyRows.join('')}</tbody></table>`;
}
