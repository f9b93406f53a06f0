const TARGETS =
  /(?:^|[^\p{L}])(?:budget(?:en)?|mål|målen|försäljningsmål|targets?|quotas?|kvot(?:er)?|goals?)(?:[^\p{L}]|$)/iu;

/** True for a title or a sheet's name that says its numbers are wanted, not reached. Example: 'Budget 2026'. */
export function speaksOfTargets(text: string): boolean {
  return TARGETS.test(text);
}
