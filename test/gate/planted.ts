import { openWorkspace } from '#store/workspace-store.ts';
import type { Subject } from './subject.ts';

/** Bugs planted on purpose: a gate that lets one of them through is blind. */
export const PLANTS = {
  'a reader that drops the last row': 'silent difference',
  'a reader that takes one text for another': 'silent difference',
  'an error without a type': 'untyped',
  'an error that changes the workspace': 'has changed the workspace',
  'a name of an object taken for a place to write': 'Object.prototype',
  'a workspace that is believed unseen': 'silent difference',
  'a loop without end': 'seconds',
  'memory without end': 'MB',
} as const;
export type Plant = keyof typeof PLANTS;

/** The subject with a bug in it. */
export function plantedIn(subject: Subject, plant: Plant): Subject {
  const read: Subject['read'] = (path) => subject.read(path);
  switch (plant) {
    case 'a reader that drops the last row':
      return {
        ...subject,
        read: async (path) => {
          const whole = await read(path);
          return { ...whole, table: { ...whole.table, rows: whole.table.rows - 1 } };
        },
      };
    case 'a reader that takes one text for another':
      return {
        ...subject,
        read: async (path) => {
          const whole = await read(path);
          const columns = whole.table.columns.map((column) => ({ ...column, texts: column.texts.toReversed() }));
          return { ...whole, table: { ...whole.table, columns } };
        },
      };
    case 'an error without a type':
      return {
        ...subject,
        read: (path) => read(path).catch(() => Promise.reject(new TypeError('x is not a function'))),
      };
    case 'an error that changes the workspace':
      return {
        ...subject,
        call: async (method, input) => {
          const result = await subject.call(method, input);
          if (method.startsWith('import.') && !result.ok) await subject.call('workspace.settings', { currency: 'EUR' });
          return result;
        },
      };
    case 'a name of an object taken for a place to write':
      return {
        ...subject,
        read: async (path) => {
          Object.assign(Object.prototype, { polluted: true });
          return read(path);
        },
      };
    case 'a workspace that is believed unseen':
      return {
        ...subject,
        checkedDigest: (path) => {
          const store = openWorkspace(path);
          try {
            return store.digest();
          } finally {
            store.close();
          }
        },
      };
    case 'a loop without end':
      return {
        ...subject,
        read: () => {
          for (;;);
        },
      };
    case 'memory without end':
      return {
        ...subject,
        read: (path) => {
          const hog = Buffer.alloc(600 << 20, 1);
          return read(path).finally(() => hog.fill(2));
        },
      };
  }
}
