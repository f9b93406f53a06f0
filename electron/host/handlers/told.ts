import type { PartRows } from '#engine/told/told-answer.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { rowsPage } from '../rows-page.ts';
import { rowSources, unitedSources } from '../row-sources.ts';
import type { ToldDesk } from '../told-desk.ts';

type Group = Pick<Handlers, 'told.explain' | 'told.rows'>;

/** Passports of numbers that are no cell of a question, and the rows behind them. */
export function toldHandlers(workspace: OpenWorkspace, desk: ToldDesk): Group {
  const sourcesOf = (rows: readonly PartRows[]) =>
    unitedSources(
      rows.flatMap(({ part, kind, positions, asOf }) =>
        // A part lies within its whole.
        part === 'part' ? [] : { asOf, sources: rowSources(workspace.store.imports(asOf), kind, positions) },
      ),
    );
  return {
    'told.explain': async ({ number }, task) => {
      const { rows, ...told } = await desk.tell(number, task);
      return {
        ...told,
        parts: rows.map(({ part, kind, positions }) => ({ part, kind, total: positions.length })),
        sources: sourcesOf(rows),
      };
    },
    'told.rows': async ({ number, part, kind, offset, limit }, task) => {
      const { rows } = await desk.tell(number, task);
      const found = rows.find(
        (each) => (part === undefined || each.part === part) && (kind === undefined || each.kind === kind),
      );
      if (found === undefined)
        throw new AppError('E_NOT_FOUND', 'No row stands behind this number.', { of: number.of });
      const columns = found.columns ?? workspace.queries.columns;
      return rowsPage(workspace.store, columns, found, { offset, limit, asOf: found.asOf });
    },
  };
}
