import { z } from 'zod';
import { RECORD_KINDS } from './record-kinds.ts';

/** Words of the watched folder: the folder, what lies in it, and what became of that. */
const id = z.string().min(1).max(100);

/** A folder by opaque id; `place` is how its owner knows it, `~/Exporter`, never used to open anything. */
export const watchedFolderSchema = z.strictObject({ id, name: z.string(), place: z.string() });

/** A file whose headers are known and whose content is new. */
export const offeredFileSchema = z.strictObject({
  fileId: id,
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  kinds: z.array(z.enum(RECORD_KINDS)),
  /** Rows it would add. */
  rows: z.int(),
  rejected: z.int(),
  /** The file that was read like this before. */
  remembered: z.string(),
  /** False where something is left for the user to settle first. */
  ready: z.boolean(),
});
export type OfferedFile = z.infer<typeof offeredFileSchema>;

/** A file that was imported because the user said so of the folder. */
export const takenFileSchema = z.strictObject({
  fileId: id,
  name: z.string(),
  rows: z.int(),
  /** One for each table. */
  imports: z.array(z.int()),
});
export type TakenFile = z.infer<typeof takenFileSchema>;

/** Why a file of the folder is not offered: its headers are new, it cannot be read, or it is not finished yet. */
export const LEFT_REASONS = ['unknown', 'unreadable', 'unfinished'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export const watchStateSchema = z.strictObject({
  /** Null where nothing is watched for the open workspace. */
  folder: watchedFolderSchema.nullable(),
  /** The folder is there now; it is looked for again when it is not. */
  present: z.boolean(),
  /** A file in which nothing is open is imported without being offered. */
  direct: z.boolean(),
  /** Folders that can be watched: named at the program's start or picked, and the one watched last. */
  choices: z.array(watchedFolderSchema),
  /** Latest first. */
  offers: z.array(offeredFileSchema),
  /** Latest first, until they are seen or undone. */
  taken: z.array(takenFileSchema),
  left: z.array(z.strictObject({ name: z.string(), why: z.enum(LEFT_REASONS) })),
});
export type WatchState = z.infer<typeof watchStateSchema>;

/** `declined` takes an offer away, `offered` brings it back, `seen` is for a file that was taken. */
export const WATCH_ANSWERS = ['declined', 'offered', 'seen'] as const;
