import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { EntryCheck } from '#shared/entry.ts';
import type { EntryDraft, EntryRows } from '../../state/entry-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import { normalised } from './draft.model.ts';

const WRITING_RESTS_MS = 200;
const NONE: Pick<EntryCheck, 'faults' | 'notices'> = { faults: [], notices: [] };

interface Checked extends Pick<EntryCheck, 'faults' | 'notices'> {
  readonly rows: EntryRows;
}

/**
 * What the host says of a table, asked when the writing rests. Cells it has read stand as they were read. What is missing is
 * only said once somebody has tried to save: a row is written cell by cell.
 */
export function useCheck(
  kind: EntryKind,
  table: EntryDraft,
  isDirty: boolean,
  update: (change: (before: EntryDraft) => EntryDraft) => void,
) {
  const host = useHost();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isTried, setTried] = useState(false);
  const { rows, mark } = table;
  const take = useCallback(
    (sent: EntryRows, check: EntryCheck) => {
      update((before) => normalised(before, sent, check.rows));
      setChecked(check);
      if (check.faults.length === 0) setTried(false);
    },
    [update],
  );
  useEffect(() => {
    if (!isDirty || checked?.rows === rows) return;
    let isOld = false;
    const timer = setTimeout(() => {
      void host.call('entry.check', { kind, mark, rows: rows.map((row) => [...row]) }).then((result) => {
        if (!isOld && result.ok) take(rows, result.value);
      });
    }, WRITING_RESTS_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [checked, host, isDirty, kind, mark, rows, take]);
  const { faults, notices } = isDirty && checked !== null ? checked : NONE;
  const shown = useMemo(() => faults.filter(({ reason }) => isTried || reason !== 'missing'), [faults, isTried]);
  return {
    faults: shown,
    notices,
    /** Faults that saving has found. */
    tried: (sent: EntryRows, check: EntryCheck) => {
      take(sent, check);
      setTried(true);
    },
  };
}
