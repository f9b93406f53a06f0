import { answer } from '#engine/question/answer.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { FIELDS_BY_KIND, type RecordKind } from '#shared/record-kinds.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'question.ask' | 'question.explain' | 'question.rows'>;

/** Places of the fields in the order a person reads them: the catalogue's (date, amount, order, …), then the file's own columns. */
function readingOrder(kind: RecordKind, fields: readonly { readonly key: string }[]): readonly number[] {
  const known = FIELDS_BY_KIND[kind].map(({ key }) => key);
  const rank = fields.map(({ key }) => (known.includes(key) ? known.indexOf(key) : known.length));
  return [...fields.keys()].toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
}

export function questionHandlers(workspace: OpenWorkspace): Group {
  return {
    'question.ask': (question) => answer(question, workspace.questionContext()),
    'question.explain': ({ question, cell }) => explain(question, cell, workspace.questionContext()),
    'question.rows': ({ question, cell, offset, limit }) => {
      const { kind, positions } = rowPositions(question, cell, workspace.questionContext());
      const page = [...positions.subarray(offset, offset + limit)];
      const { fields, rows } = workspace.store.rowsAt(kind, page);
      const order = readingOrder(kind, fields);
      return {
        total: positions.length,
        offset,
        fields: order
          .flatMap((place) => fields[place] ?? [])
          .map(({ key, label, type, unit }) => ({ key, label: label ?? key, type, unit })),
        rows: rows.map(({ importId, file, sheet, fileRow, values }) => ({
          importId,
          file,
          sheet,
          fileRow,
          values: order.map((place) => values[place] ?? null),
        })),
      };
    },
  };
}
