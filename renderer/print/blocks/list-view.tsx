import type { BlockOf } from '#shared/report-content.ts';
import type { ContentsEntry } from './blocks.model.ts';

interface DefinitionsViewProps {
  readonly items: BlockOf<'definitions'>['items'];
}

/** KPIs with how they are counted and what they mean. */
export function DefinitionsView({ items }: DefinitionsViewProps) {
  return (
    <dl className="sheet-definitions">
      {items.map(({ name, definition, formula }, index) => (
        <div key={index} data-piece>
          <dt>{name}</dt>
          {formula !== '' && <dd className="sheet-formula">{formula}</dd>}
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ContentsViewProps {
  readonly entries: readonly ContentsEntry[];
  /** The first sheet of a page, counted from 1. */
  readonly sheetOf: (page: string) => number;
}

/** The report's pages and the sheets they begin on. */
export function ContentsView({ entries, sheetOf }: ContentsViewProps) {
  return (
    <ol className="sheet-contents">
      {entries.map(({ page, text }) => (
        <li key={page} data-piece>
          <span>{text}</span>
          <span className="sheet-leader" aria-hidden="true" />
          <span className="sheet-number">{sheetOf(page)}</span>
        </li>
      ))}
    </ol>
  );
}
