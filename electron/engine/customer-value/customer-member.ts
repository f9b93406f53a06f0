import type { WorkspaceColumns } from '../ports/workspace-columns.ts';

export interface CustomerMember {
  /** What his rows are found by: `customer_id` where he has one, else `customer`. */
  readonly dimension: 'customer_id' | 'customer';
  readonly member: string;
  /** What he is called; his id where he has no name. */
  readonly name: string;
}

/** Customers by code of `customer_key`, as questions know them. Example: of id 17 and name Asp the dimension is `customer_id`, the member 17, the name Asp. */
export function customerMembers(columns: WorkspaceColumns): (key: number) => CustomerMember {
  const table = columns.table('customer');
  const keys = columns.members('customer_key');
  const rowOfKey = new Map([...(table?.codes('customer_key') ?? [])].map((key, row) => [key, row]));
  const [ids, codes] = [table?.codes('customer_id') ?? null, table?.codes('customer') ?? null];
  const names = columns.members('customer');
  return (key) => {
    const row = rowOfKey.get(key) ?? -1;
    const [member, name] = [keys[key] ?? '', names[codes?.[row] ?? 0] ?? ''];
    return {
      dimension: (ids?.[row] ?? 0) === 0 ? 'customer' : 'customer_id',
      member,
      name: name === '' ? member : name,
    };
  };
}
