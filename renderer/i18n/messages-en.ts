import { namespacesOf, type Namespaces } from './namespaces.ts';

export const namespaces = namespacesOf(
  import.meta.glob<Namespaces[string]>(
    [
      '#shared/messages/en/*.json',
      '!#shared/messages/en/cli.json',
      '!#shared/messages/en/report-numbers.json',
      '!#shared/messages/en/report-people.json',
    ],
    { eager: true, import: 'default' },
  ),
);
