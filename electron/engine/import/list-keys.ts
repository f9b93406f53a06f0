import type { TypedBlock } from '#engine/ports/import-writer.ts';
import { LIST_JOINS } from '#shared/lists.ts';
import { textsOf } from './field-rules.ts';
import type { ImportPlan } from './import-plan.ts';

/** The keys of a list's rows, to count those that an earlier row of the file has already: a number, or a name without one. */
export class ListKeys {
  /** Fields with the key, the number first; none where the table is no list. */
  private readonly keys: readonly string[];
  private readonly plan: ImportPlan;
  private readonly met = new Set<string>();
  repeated = 0;
  /** The first key met again; '' while there is none. */
  example = '';

  constructor(plan: ImportPlan) {
    const join = LIST_JOINS.find(({ list }) => list === plan.kind);
    this.plan = plan;
    this.keys = join === undefined ? [] : join.id === null ? [join.name] : [join.id, join.name];
  }

  add(block: TypedBlock): void {
    if (this.keys.length === 0) return;
    const values = new Map(
      this.plan.importHeader.fields.flatMap(({ key }, place) => {
        const column = block.values[place];
        return column === undefined ? [] : [[key, column] as const];
      }),
    );
    for (let row = 0; row < block.rows; row++) {
      for (const key of this.keys) {
        const column = textsOf(values, key);
        const text = column?.texts[column.codes[row] ?? 0] ?? '';
        if (text === '') continue;
        this.meet(key, text);
        break;
      }
    }
  }

  private meet(key: string, text: string): void {
    const known = `${key} ${text}`;
    if (!this.met.has(known)) {
      this.met.add(known);
      return;
    }
    this.repeated++;
    if (this.example === '') this.example = text;
  }
}
