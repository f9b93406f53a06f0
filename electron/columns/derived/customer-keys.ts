import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import type { Codes, Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Who a customer is, whatever names him: keys below `firstName` are codes of ids, those from it on codes of names. */
export interface CustomerKeys {
  /** Of every sale, 0 where it names nobody; null where none does. */
  readonly ofSales: CodeColumn | null;
  readonly members: number;
  readonly firstName: number;
  /** Of a name where no id stands beside it. */
  ofName(name: number): number;
}

const SEVERAL = -1;

/**
 * The id where the row has one; else the id seen with the row's name, when that is one id; else the name. 0 where the row has neither.
 */
export function customerKeys(fields: Fields): CustomerKeys {
  const ids = fields.codes('sale', 'customer_id');
  const names = fields.codes('sale', 'customer');
  const firstName = ids?.members ?? 0;
  const nameCount = Math.max(names?.members ?? 1, fields.codes('subscription', 'customer')?.members ?? 1);
  const idOfName = ids === null || names === null ? new Int32Array(0) : idsOfNames(ids, names);
  const ofName = (name: number): number => {
    const id = idOfName[name] ?? 0;
    return id > 0 ? id : name === 0 ? 0 : firstName + name;
  };
  return { ofSales: keysOf(ids, names, ofName), members: firstName + nameCount, firstName, ofName };
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

function idsOfNames(ids: Codes, names: Codes): Int32Array {
  const idOfName = new Int32Array(names.members);
  for (let row = 0; row < ids.codes.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    const id = ids.codes[row] ?? 0;
    const name = names.codes[row] ?? 0;
    if (id === 0 || name === 0) continue;
    const known = idOfName[name] ?? 0;
    if (known === 0) idOfName[name] = id;
    else if (known !== id) idOfName[name] = SEVERAL;
  }
  return idOfName;
}

export function customerKey(fields: Fields): DerivedColumn | null {
  const { ofSales, members } = fields.once(customerKeys);
  return ofSales === null ? null : { type: 'codes', codes: ofSales, members };
}

/** What a customer is called by key: his id where he has one, else his name. */
export function customerNames(fields: Fields): readonly string[] {
  const { firstName } = fields.once(customerKeys);
  const names = fields.columns.members('customer');
  return firstName === 0 ? names : [...fields.names('sale', 'customer_id'), ...names];
}
