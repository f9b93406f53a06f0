import { readPasted } from '#engine/import/entry/read-pasted.ts';
import type { EntryReading } from '#engine/import/entry/read-entry.ts';
import type { EntryCheck } from '#shared/entry.ts';
import type { Handlers } from '../dispatcher.ts';
import { checkEntry, openEntry, saveEntry } from '../entry-tables.ts';
import type { HostClock } from '../host-clock.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'entry.open' | 'entry.paste' | 'entry.check' | 'entry.save'>;

const checkOf = ({ rows, faults, notices }: EntryReading): EntryCheck => ({ rows, faults, notices });

export function entryHandlers(workspace: OpenWorkspace, clock: HostClock): Group {
  return {
    'entry.open': ({ kind, mark }) => openEntry(workspace.store, kind, mark),
    'entry.paste': (pasted) => readPasted(pasted, workspace.store.settings().currency),
    'entry.check': (table) => checkOf(checkEntry(workspace.store, table)),
    'entry.save': (table) => {
      const { saved, ...reading } = saveEntry(workspace.store, table, clock.minute());
      return { ...checkOf(reading), saved };
    },
  };
}
