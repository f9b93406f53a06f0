import type { SavedKind, SavedValue } from '#store/saved.ts';
import type { Handlers } from '../dispatcher.ts';
import { writePicture } from '../write-picture.ts';
import { readShared, writeShared, type SharingDesk } from '../share-files.ts';

type Group = Pick<
  Handlers,
  | `${'dashboard' | 'view' | 'annotation' | 'silence'}.${'list' | 'save' | 'remove'}`
  | 'share.write'
  | 'share.read'
  | 'picture.write'
>;

/** Dashboards, saved views, annotations and silenced insights; every command answers with all there are then. */
export function savedHandlers(desk: SharingDesk): Group {
  const { workspace } = desk;
  const list = <K extends SavedKind>(kind: K): SavedValue<K>[] => [...workspace.store.saved(kind)];
  const save = <K extends SavedKind>(kind: K, value: SavedValue<K>): SavedValue<K>[] => {
    workspace.store.save(kind, value);
    return list(kind);
  };
  const remove = <K extends SavedKind>(kind: K, id: string): SavedValue<K>[] => {
    workspace.store.removeSaved(kind, id);
    return list(kind);
  };
  return {
    'dashboard.list': () => list('dashboard'),
    'dashboard.save': (dashboard) => save('dashboard', dashboard),
    'dashboard.remove': ({ id }) => remove('dashboard', id),
    'view.list': () => list('view'),
    'view.save': (view) => save('view', view),
    'view.remove': ({ id }) => remove('view', id),
    'annotation.list': () => list('annotation'),
    'annotation.save': (annotation) => save('annotation', annotation),
    'annotation.remove': ({ id }) => remove('annotation', id),
    'silence.list': () => list('silence'),
    'silence.save': (silence) => save('silence', silence),
    'silence.remove': ({ id }) => remove('silence', id),
    'share.write': (shared) => writeShared(shared, desk),
    'picture.write': (picture) => writePicture(picture, desk),
    'share.read': ({ fileId }) => readShared(fileId, desk),
  };
}
