/** The command was not written as it must be. `key` names the sentence in `cli.json` under `usage`. */
export class UsageError extends Error {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;

  constructor(key: string, values: Readonly<Record<string, string>> = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
