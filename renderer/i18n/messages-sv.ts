import { namespacesOf, type Namespaces } from './namespaces.ts';

export const namespaces = namespacesOf(
  import.meta.glob<Namespaces[string]>(
    [
      '#shared/messages/sv/*.json',
      '!#shared/messages/sv/cli.json',
      '!#shared/messages/sv/report-numbers.json',
      '!#shared/messages/sv/report-people.json',
    ],
    { eager: true, import: 'default' },
  ),
);
