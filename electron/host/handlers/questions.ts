import { answer } from '#engine/question/answer.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'question.ask' | 'question.explain' | 'question.rows'>;

export function questionHandlers(workspace: OpenWorkspace): Group {
  return {
    'question.ask': (question) => answer(question, workspace.questionContext()),
    'question.explain': ({ question, cell }) => explain(question, cell, workspace.questionContext()),
    'question.rows': ({ question, cell, offset, limit }) => {
      const { kind, positions } = rowPositions(question, cell, workspace.questionContext());
      const page = [...positions.subarray(offset, offset + limit)];
      const { fields, rows } = workspace.store.rowsAt(kind, page);
      return {
        total: positions.length,
        offset,
        fields: fields.map(({ key, label, type, unit }) => ({ key, label: label ?? key, type, unit })),
        rows: rows.map(({ importId, file, sheet, fileRow, values }) => ({
          importId,
          file,
          sheet,
          fileRow,
          values: [...values],
        })),
      };
    },
  };
}
