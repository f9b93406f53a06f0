import type { Resource } from 'i18next';

type Namespace = Readonly<Record<string, unknown>>;

const files = import.meta.glob<Namespace>(['#shared/messages/*/*.json', '!#shared/messages/*/cli.json'], {
  eager: true,
  import: 'default',
});

/** Every catalogue under its language and namespace: `resources.sv.frame`. */
export const resources: Resource = {};

for (const [path, namespace] of Object.entries(files)) {
  const [, language = '', name = ''] = /([a-z]{2})\/([a-z]+)\.json$/.exec(path) ?? [];
  resources[language] = { ...resources[language], [name]: namespace };
}
