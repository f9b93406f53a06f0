import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Result } from '#shared/errors.ts';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { useAppStore } from '../../state/app-store.ts';
import { FILE_STEP, type HeldFile, type Wizard } from '../../state/import-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import type { HostBridge } from '../../transport/host-bridge.ts';
import { refreshAfterCommand } from '../../transport/use-host-query.ts';
import { afterLook, canImportTables, firstChoice, optionsOf, unseenTable } from './tables.model.ts';

const wizard = (): Wizard => useAppStore.getState().wizard;
const setWizard = (next: Wizard): void => useAppStore.getState().setWizard(next);

/** What the wizard can do. Each answer is looked at against the state it finds: a later wish or a cancel has precedence. */
export function useWizard() {
  const host = useHost();
  const client = useQueryClient();
  return useMemo(() => {
    const start = async (files: readonly File[]): Promise<void> => {
      const [file, ...waiting] = files;
      if (file === undefined) return;
      await leave(host);
      useAppStore.getState().setWaiting(waiting);
      await read(host, file);
    };
    const commit = async (): Promise<void> => {
      const now = wizard();
      if (now.step !== 'columns' || now.committing !== null) return;
      const taskId = crypto.randomUUID();
      setWizard({ ...now, committing: taskId, failure: null });
      const tables = inOrder(now).map((id) => optionsOf(now, id, now.options));
      const result = await host.call('import.commitTables', { taskId, stageId: now.inspection.stageId, tables });
      if (result.ok) {
        // The numbers that the last step leads to are then those with it.
        await refreshAfterCommand(client);
        setWizard({ step: 'done', records: result.value.filter((record) => record !== null) });
      } else {
        setWizard({ ...now, committing: null, failure: result.error });
      }
    };
    return {
      start,
      /** Starts with a file that the host has in hand; `commitAs` is the content that may be imported without another look. */
      startHeld: async (file: HeldFile, commitAs: string | null): Promise<void> => {
        await leave(host);
        await look(host, file, beginReading(file));
        const now = wizard();
        if (now.step !== 'columns' || now.file !== file) return;
        if (now.inspection.file.sha256 === commitAs && canImportTables(now)) await commit();
      },
      /** Starts with the files, or puts them behind the one in hand. */
      add: async (files: readonly File[]): Promise<void> => {
        const { step } = wizard();
        const { waiting, setWaiting } = useAppStore.getState();
        if (step === 'file' || step === 'done') await start(files);
        else setWaiting([...waiting, ...files]);
      },
      startNext: () => start(useAppStore.getState().waiting),
      changeOptions: async (options: ReadingOptions): Promise<void> => {
        await check(host, options);
        await lookAtOthers(host);
      },
      /** Shows another table of the file. */
      showTable: async (id: string): Promise<void> => {
        const now = wizard();
        if (now.step === 'columns') await check(host, optionsOf(now, id, now.options));
      },
      tickTable: async (id: string, isTicked: boolean): Promise<void> => {
        const now = wizard();
        if (now.step !== 'columns' || now.committing !== null) return;
        const others = now.ticked.filter((each) => each !== id);
        setWizard({ ...now, ticked: isTicked ? [...others, id] : others });
        await lookAtOthers(host);
      },
      /** Back to the first step; what was read is let go. */
      leave: () => leave(host),
      commit,
    };
  }, [host, client]);
}

type Reading = Extract<Wizard, { step: 'reading' }>;

function beginReading({ name, size }: Pick<HeldFile, 'name' | 'size'>): Reading {
  const reading = { step: 'reading', name, size, taskId: crypto.randomUUID() } as const;
  setWizard(reading);
  return reading;
}

async function read(host: HostBridge, file: File): Promise<void> {
  const reading = beginReading(file);
  const added = await host.addFile(file);
  if (wizard() !== reading) return;
  if (!added.ok) return setWizard({ ...FILE_STEP, failure: added.error, failedFile: file.name });
  const { fileId, name, size } = added.value;
  await look(host, { fileId, name, size }, reading);
}

async function look(host: HostBridge, held: HeldFile, reading: Reading): Promise<void> {
  const { fileId, name } = held;
  const result = await host.call('import.inspect', { taskId: reading.taskId, fileId, options: {} });
  if (wizard() !== reading) return letGo(host, result);
  setWizard(
    result.ok
      ? {
          step: 'columns',
          file: held,
          options: {},
          inspection: result.value,
          ...firstChoice(result.value, {}),
          checking: null,
          committing: null,
          failure: null,
        }
      : { step: 'file', failure: result.error, failedFile: name },
  );
  await lookAtOthers(host);
}

type Columns = Extract<Wizard, { step: 'columns' }>;

/** Ticked tables as they stand in the file. */
function inOrder({ inspection, ticked }: Columns): readonly string[] {
  return inspection.tables.map(({ id }) => id).filter((id) => ticked.includes(id));
}

/** Looks at the ticked tables that are not on screen, one after another: what they hold and what stands in their way. */
async function lookAtOthers(host: HostBridge): Promise<void> {
  for (;;) {
    const now = wizard();
    const id = now.step === 'columns' && now.committing === null ? unseenTable(now) : undefined;
    if (now.step !== 'columns' || id === undefined) return;
    const options = optionsOf(now, id, now.options);
    const result = await host.call('import.inspect', { taskId: crypto.randomUUID(), fileId: now.file.fileId, options });
    const then = wizard();
    if (then.step !== 'columns' || then.file !== now.file) return letGo(host, result);
    if (then.seen[id] !== undefined || JSON.stringify(optionsOf(then, id, then.options)) !== JSON.stringify(options))
      continue;
    setWizard(
      result.ok
        ? { ...then, seen: { ...then.seen, [id]: { inspection: result.value, options } } }
        : { ...then, ticked: then.ticked.filter((each) => each !== id) },
    );
  }
}

/** Reads the file again as the user says. A check that is overtaken by the next one is cancelled and its answer dropped. */
async function check(host: HostBridge, options: ReadingOptions): Promise<void> {
  const before = wizard();
  if (before.step !== 'columns' || before.committing !== null) return;
  const taskId = crypto.randomUUID();
  setWizard({ ...before, options, checking: taskId, failure: null });
  if (before.checking !== null) await host.call('task.cancel', { taskId: before.checking });
  const result = await host.call('import.inspect', { taskId, fileId: before.file.fileId, options });
  const now = wizard();
  if (now.step !== 'columns' || now.checking !== taskId) return letGo(host, result);
  if (!result.ok) return setWizard({ ...now, checking: null, failure: result.error });
  const choice = afterLook(now, result.value, options);
  setWizard({ ...now, ...choice, checking: null, inspection: result.value });
}

/** Drops an answer nobody waits for any more. The host keeps one stage a file: one still on screen is left alone. */
async function letGo(host: HostBridge, late: Result<Inspection>): Promise<void> {
  const now = wizard();
  if (!late.ok || (now.step === 'columns' && now.inspection.stageId === late.value.stageId)) return;
  await host.call('import.discard', { stageId: late.value.stageId });
}

async function leave(host: HostBridge): Promise<void> {
  const now = wizard();
  setWizard(FILE_STEP);
  useAppStore.getState().setWaiting([]);
  const taskId = now.step === 'reading' ? now.taskId : now.step === 'columns' ? now.checking : null;
  if (taskId !== null) await host.call('task.cancel', { taskId });
  if (now.step === 'columns') await host.call('import.discard', { stageId: now.inspection.stageId });
}
