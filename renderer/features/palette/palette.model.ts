/** Something that can be done or gone to, under the one name that it has everywhere. */
export interface Command {
  /** Stable: remembered among those used last. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly name: string;
  /** Other words that people search for it by. */
  readonly also: string;
  readonly run: () => void;
}

export const COMMAND_GROUPS = ['dashboard', 'screen', 'action', 'kpi', 'view', 'field'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What is typed and what it is held against: lower case, without accents. Example: 'Täckningsgrad' is 'tackningsgrad'. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const [WHOLE, START, WORD, WITHIN, SCATTERED] = [100, 80, 60, 40, 20];
const ALSO = 0.6;

/** How well one word of the search fits a text, 0 for not at all: the whole, its start, the start of a word, within one, its letters in order. */
function fit(word: string, text: string): number {
  if (text === word) return WHOLE;
  if (text.startsWith(word)) return START;
  const at = text.indexOf(word);
  if (at > 0) return /[^\p{L}\p{N}]/u.test(text.charAt(at - 1)) || text.includes(` ${word}`) ? WORD : WITHIN;
  return word.length > 2 && isScattered(word, text) ? SCATTERED : 0;
}

/** The letters of a word in order, beginning where a word of the text begins and no more than twice as far apart. */
function isScattered(word: string, text: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => {
    if (part.charAt(0) !== word.charAt(0)) return false;
    let [found, at] = [0, 0];
    for (; at < part.length && found < word.length; at++) if (part.charAt(at) === word.charAt(found)) found++;
    return found === word.length && at <= word.length * 2;
  });
}

/** Points of a command for a search; 0 when a word of it is found nowhere. */
export function score({ name, also }: Pick<Command, 'name' | 'also'>, search: string): number {
  const [title, others] = [folded(name), folded(also)];
  const words = folded(search).trim().split(/\s+/);
  const points = words.map((word) =>
    Math.max(fit(word, title), ...others.split(' ').map((other) => (other === '' ? 0 : fit(word, other) * ALSO))),
  );
  if (points.some((each) => each === 0)) return 0;
  const whole = fit(words.join(' '), title);
  return Math.max(whole, points.reduce((sum, each) => sum + each, 0) / points.length);
}

const MOST_FOUND = 60;
const RECENT_POINTS = 15;

/**
 * Commands in the order they are shown: those used last first while nothing is typed, else by how well they fit, where one used lately
 * goes before its equals and a short name before a long one.
 */
export function found(commands: readonly Command[], search: string, recent: readonly string[]): readonly Command[] {
  const lately = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? 0 : (recent.length - at) / recent.length;
  };
  if (search.trim() === '') {
    const used = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
    const others = commands.filter(({ id, group }) => !recent.includes(id) && group !== 'kpi' && group !== 'field');
    return [...used, ...others].slice(0, MOST_FOUND);
  }
  return commands
    .map((command) => ({ command, points: score(command, search) }))
    .filter(({ points }) => points > 0)
    .map(({ command, points }) => ({ command, points: points + lately(command.id) * RECENT_POINTS }))
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        COMMAND_GROUPS.indexOf(a.command.group) - COMMAND_GROUPS.indexOf(b.command.group) ||
        a.command.name.length - b.command.name.length,
    )
    .slice(0, MOST_FOUND)
    .map(({ command }) => command);
}

const MOST_RECENT = 8;

/** Those used last with this one before them. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, MOST_RECENT);
}
