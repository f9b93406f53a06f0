import type { Result } from '#shared/errors.ts';
import type { HostBridge } from './host-bridge.ts';

const BLOCK = 0x8000;

/** Gives a picture that was drawn here to the user, as every other file is given in the shell at hand. Says the name it has then. */
export async function savePicture(
  host: HostBridge,
  { blob, name, type }: { readonly blob: Blob; readonly name: string; readonly type: 'png' | 'svg' },
): Promise<Result<string>> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += BLOCK) letters += String.fromCharCode(...bytes.subarray(at, at + BLOCK));
  const made = await host.call('picture.write', { name, type, data: btoa(letters) });
  if (!made.ok) return made;
  const saved = await host.save(made.value);
  return saved.ok ? { ok: true, value: made.value.name } : saved;
}
