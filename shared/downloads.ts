import { z } from 'zod';

/** A finished file (PDF, spreadsheet of rejected rows) waiting in the host; the shell turns the id into a save. */
export const downloadSchema = z.strictObject({
  downloadId: z.string().min(1).max(100),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});
