import type { Codes, Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

const SEVERAL = -1;

/**
 * Who a sale's customer is: the id where the row has one; else the id seen with the row's name, when that is one id;
 * else the name. 0 where the row has neither.
 */
export function customerKey(fields: Fields): DerivedColumn | null {
  const ids = fields.codes('sale', 'customer_id');
  const names = fields.codes('sale', 'customer');
  if (ids === null || names === null) {
    const only = ids ?? names;
    return only === null ? null : { type: 'codes', ...only };
  }
  const idOfName = idsOfNames(ids, names);
  const keys = new Int32Array(ids.codes.length);
  for (let row = 0; row < keys.length; row++) {
    const id = ids.codes[row] ?? 0;
    const name = names.codes[row] ?? 0;
    const known = id !== 0 ? id : (idOfName[name] ?? 0);
    keys[row] = known > 0 ? known : name === 0 ? 0 : ids.members + name;
  }
  return { type: 'codes', codes: keys, members: ids.members + names.members };
}

function idsOfNames(ids: Codes, names: Codes): Int32Array {
  const idOfName = new Int32Array(names.members);
  for (let row = 0; row < ids.codes.length; row++) {
    const id = ids.codes[row] ?? 0;
    const name = names.codes[row] ?? 0;
    if (id === 0 || name === 0) continue;
    const known = idOfName[name] ?? 0;
    if (known === 0) idOfName[name] = id;
    else if (known !== id) idOfName[name] = SEVERAL;
  }
  return idOfName;
}
