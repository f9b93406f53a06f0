import { rowFinder, type RowFinder } from '#columns/rows/row-finder.ts';
import { withOwnKpis } from '#engine/catalogue/own-kpis.ts';
import { goalTargets } from '#engine/goals/goal-targets.ts';
import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import { workspaceNames, type WorkspaceNames } from '#engine/names/workspace-names.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import { dataRangeIso, type QuestionContext } from '#engine/question/context.ts';
import { fieldsAtHand } from '#engine/question/fields-at-hand.ts';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { CountingRules } from '#shared/settings.ts';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import type { HostClock } from './host-clock.ts';
import { liveColumns, liveQueries } from './live-columns.ts';
import { recalled } from './recalled.ts';
import { filesOf, rowSources } from './row-sources.ts';
import type { WorkspaceLibrary } from './workspace-library.ts';

/** Settings of the past whose columns are kept. */
const MOST_UNDER = 4;

interface Open {
  readonly id: string;
  readonly store: WorkspaceStore;
  readonly queries: ColumnQueries;
  readonly rowFinder: RowFinder;
  /** The same columns under settings that goals have kept, the latest ones. */
  readonly under: Map<string, ColumnQueries>;
  /** Of the revision they were made for. */
  definitions: { readonly revision: number; readonly of: Definitions } | null;
  /** Of the revision it was worked out for. */
  names: { readonly revision: number; readonly of: WorkspaceNames } | null;
}

/** The one workspace that is open, if any. */
export class OpenWorkspace {
  readonly #library: WorkspaceLibrary;
  readonly #clock: HostClock;
  #open: Open | null = null;

  constructor(library: WorkspaceLibrary, clock: HostClock) {
    this.#library = library;
    this.#clock = clock;
  }

  get store(): WorkspaceStore {
    return this.#current().store;
  }

  get queries(): ColumnQueries {
    return this.#current().queries;
  }

  /** Of the workspace that is open and may be written, null without one. */
  get writablePath(): string | null {
    return this.#open === null || this.#open.store.info().readonly ? null : this.#open.store.path;
  }

  /** What a question is answered against, as of today. */
  questionContext(): QuestionContext & { readonly definitions: Definitions } {
    const { store, queries, under } = this.#current();
    const settings = store.settings();
    const { fiscalYearStart, workingDays, lapseDays, stageWeights, acquisitionCategories, officeHours } = settings;
    const inForce = { fiscalYearStart, workingDays, lapseDays, stageWeights, acquisitionCategories, officeHours };
    const context = {
      queries,
      today: this.#clock.today(),
      settings,
      definitions: this.definitions,
      sources: (kind: AnyKind, positions: Int32Array) => rowSources(store.imports(), kind, positions),
      files: (kind: AnyKind) => filesOf(store.imports(), kind),
      rules: {
        inForce,
        under: (rules: CountingRules) => {
          const key = JSON.stringify(rules);
          if (key === JSON.stringify(inForce)) return queries;
          return recalled(under, key, MOST_UNDER, () => liveQueries(store, rules));
        },
      },
    };
    return { ...context, goalTarget: goalTargets(() => store.saved('goal'), context) };
  }

  /** KPIs and measures that may be asked for, with the user's own. */
  get definitions(): Definitions {
    const open = this.#current();
    const { columns } = open.queries;
    if (open.definitions?.revision !== columns.revision) {
      const of = withOwnKpis(open.store.settings().ownKpis, fieldsAtHand(columns));
      open.definitions = { revision: columns.revision, of };
    }
    return open.definitions.of;
  }

  /** Stored rows, for the data screen. */
  get rowFinder(): RowFinder {
    return this.#current().rowFinder;
  }

  /** The names in the rows and lists, with what may be the same. */
  shownNames(): WorkspaceNames {
    const open = this.#current();
    const columns = open.store.columns();
    if (open.names?.revision !== columns.revision) {
      const apart = open.store.names.keptApart();
      const of = workspaceNames(columns, (dimension) =>
        apart.flatMap((pair) => (pair.dimension === dimension ? [pair.names] : [])),
      );
      open.names = { revision: columns.revision, of };
    }
    return open.names.of;
  }

  info(): WorkspaceInfo {
    const { id, store, queries } = this.#current();
    return { id, ...store.info(), ...dataRangeIso(queries) };
  }

  infoOrNull(): WorkspaceInfo | null {
    return this.#open === null ? null : this.info();
  }

  /** True for the open workspace's own file, by device and inode. */
  isFile(path: string): boolean {
    return this.#open?.store.isFile(path) === true;
  }

  /** Opens a file of the library; the one that was open stays so when it cannot be. */
  open(id: string): WorkspaceInfo {
    const path = this.#library.path(id);
    if (this.#open?.store.path === path) return this.info();
    return this.#take(openWorkspace(path));
  }

  create(path: string, name: string): WorkspaceInfo {
    return this.#take(createWorkspace(path, { name }));
  }

  close(): void {
    this.#open?.store.close();
    this.#open = null;
  }

  #current(): Open {
    if (this.#open === null) throw new AppError('E_NO_WORKSPACE', 'No workspace is open.');
    return this.#open;
  }

  #take(store: WorkspaceStore): WorkspaceInfo {
    this.close();
    this.#open = {
      id: this.#library.register(store.path),
      store,
      queries: liveQueries(store),
      rowFinder: rowFinder(liveColumns(store)),
      under: new Map(),
      definitions: null,
      names: null,
    };
    this.#library.opened(store.path, this.#clock.minute());
    return this.info();
  }
}
