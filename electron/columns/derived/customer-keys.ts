import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import type { Codes, Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Who a customer is, whatever names him: keys below `firstName` are codes of ids, those from it on codes of names. */
export interface CustomerKeys {
  readonly members: number;
  readonly firstName: number;
  /** By name; 0 for none, below for several. */
  readonly idOfName: Int32Array;
  /** Of a name where no id stands beside it. */
  ofName(name: number): number;
}

const SEVERAL = -1;

/**
 * The id where the row has one; else the id seen with the row's name, when that is one id; else the name. 0 where the row has neither.
 */
export function customerKeys(fields: Fields): CustomerKeys {
  const idCount = membersIn(fields, 'sale', 'customer_id');
  const names = membersIn(fields, 'sale', 'customer');
  const firstName = idCount ?? 0;
  const nameCount = Math.max(names ?? 1, membersIn(fields, 'subscription', 'customer') ?? 1);
  const idOfName = new Int32Array(idCount === null ? 0 : (names ?? 0));
  if (idOfName.length > 0)
    for (const { fields: part } of fields.parts('sale', ['customer_id', 'customer'])) addIds(idOfName, part);
  const ofName = (name: number): number => {
    const id = idOfName[name] ?? 0;
    return id > 0 ? id : name === 0 ? 0 : firstName + name;
  };
  return { members: firstName + nameCount, firstName, idOfName, ofName };
}

/** Null where the kind has no such field. */
function membersIn(fields: Fields, kind: 'sale' | 'subscription', key: string): number | null {
  const hasField = fields.columns.table(kind)?.fields.some((field) => field.key === key && field.dimension !== null);
  return hasField === true ? fields.members(kind, key) : null;
}

function keysOf(ids: Codes | null, names: Codes | null, ofName: (name: number) => number): CodeColumn | null {
  if (ids === null || names === null) return (ids ?? names)?.codes ?? null;
  const keys = new Int32Array(ids.codes.length);
  for (let row = 0; row < keys.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    keys[row] = ids.codes[row] || ofName(names.codes[row] ?? 0);
  }
  return keys;
}

function addIds(idOfName: Int32Array, fields: Fields): void {
  const ids = fields.codes('sale', 'customer_id')?.codes ?? new Uint8Array(0);
  const names = fields.codes('sale', 'customer')?.codes ?? new Uint8Array(0);
  for (let row = 0; row < ids.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    const id = ids[row] ?? 0;
    const name = names[row] ?? 0;
    if (id === 0 || name === 0) continue;
    const known = idOfName[name] ?? 0;
    if (known === 0) idOfName[name] = id;
    else if (known !== id) idOfName[name] = SEVERAL;
  }
}

export function customerKey(fields: Fields): DerivedColumn | null {
  const { members, ofName } = fields.once(customerKeys);
  const codes = keysOf(fields.codes('sale', 'customer_id'), fields.codes('sale', 'customer'), ofName);
  return codes === null ? null : { type: 'codes', codes, members };
}

export function customerKeyCount(fields: Fields): number {
  const isNamed = ['customer', 'customer_id'].some((key) => membersIn(fields, 'sale', key) !== null);
  return isNamed ? fields.once(customerKeys).members : 1;
}

/** What a customer is called by key: his id where he has one, else his name. */
export function customerNames(fields: Fields): readonly string[] {
  const { firstName } = fields.once(customerKeys);
  const names = fields.columns.members('customer');
  return firstName === 0 ? names : [...fields.names('sale', 'customer_id'), ...names];
}
