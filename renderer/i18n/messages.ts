import type { Resource } from 'i18next';

type Namespace = Readonly<Record<string, unknown>>;

const files = import.meta.glob<Namespace>(
  ['#shared/messages/*/*.json', '!#shared/messages/*/cli.json', '!#shared/messages/*/report-numbers.json'],
  {
    eager: true,
    import: 'default',
  },
);

/** Every catalogue under its language and namespace: `resources.sv.frame`. One in parts is one namespace: `kpis-sales.json` is of `kpis`. */
export const resources: Resource = {};

for (const [path, namespace] of Object.entries(files)) {
  const [, language = '', name = ''] = /([a-z]{2})\/([a-z]+)(?:-[a-z]+)?\.json$/.exec(path) ?? [];
  const known = resources[language] ?? {};
  resources[language] = { ...known, [name]: Object.assign({}, known[name], namespace) };
}
