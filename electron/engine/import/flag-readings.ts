const FLAGS: Readonly<Record<string, 0 | 1>> = {
  ja: 1,
  j: 1,
  yes: 1,
  y: 1,
  true: 1,
  sant: 1,
  x: 1,
  done: 1,
  completed: 1,
  klar: 1,
  utförd: 1,
  genomförd: 1,
  '1': 1,
  nej: 0,
  n: 0,
  no: 0,
  false: 0,
  falskt: 0,
  'to do': 0,
  'not done': 0,
  'att göra': 0,
  'ej klar': 0,
  'ej utförd': 0,
  '0': 0,
};

/** Yes (1) or no (0) of a text in Swedish or English; null for anything else. Example: `flagOf('Ja')` is 1. */
export function flagOf(text: string): 0 | 1 | null {
  if (text.length > 9) return null;
  const key = text.toLowerCase();
  return Object.hasOwn(FLAGS, key) ? (FLAGS[key] ?? null) : null;
}
