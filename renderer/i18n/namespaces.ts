export type Namespaces = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The catalogues of one language by namespace, from files by path. One in parts is one namespace: `kpis-sales.json` is of `kpis`. */
export function namespacesOf(files: Namespaces): Namespaces {
  const namespaces: Record<string, Record<string, unknown>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, name = ''] = /\/([a-z]+)(?:-[a-z]+)?\.json$/.exec(path) ?? [];
    namespaces[name] = { ...namespaces[name], ...texts };
  }
  return namespaces;
}
