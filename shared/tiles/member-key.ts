/** The key of a member's mark: members are any text, so they are told apart from Other and the unknown one. */
export function keyOf(member: string | null | undefined, other: boolean): string {
  return other ? 'other' : member === null || member === undefined ? 'unknown' : `member ${member}`;
}

/** The member a mark stands for, as filters take it; undefined for Other and for totals. */
export function memberOfKey(key: string): string | null | undefined {
  return key === 'unknown' ? null : key.startsWith('member ') ? key.slice('member '.length) : undefined;
}
