import { expect, test } from 'vitest';
import { folded, found, score, withRecent, type Command } from '../../../../renderer/features/palette/palette.model.ts';

const command = (name: string, group: Command['group'] = 'kpi', also = ''): Command => ({
  id: name,
  group,
  name,
  also,
  run: () => undefined,
});
const COMMANDS = [
  command('Intäkter', 'kpi', 'omsättning revenue försäljning'),
  command('Intäkt per kund', 'kpi'),
  command('Nya kunder', 'kpi'),
  command('Kunder', 'dashboard', 'customers'),
  command('Kundbortfall', 'kpi', 'churn'),
  command('Importera en fil', 'screen', 'läs in excel csv'),
  command('Mörkt', 'action', 'dark tema'),
];
const names = (search: string, recent: readonly string[] = []): readonly string[] =>
  found(COMMANDS, search, recent).map(({ name }) => name);

test('letters are held against each other without accents', () => {
  expect(folded('Täckningsgrad Åre É')).toBe('tackningsgrad are e');
  expect(names('mork')).toEqual(['Mörkt']);
});

test('a start goes before a word within, and a dashboard before a KPI that fits as well', () => {
  expect(names('kund')).toEqual(['Kunder', 'Kundbortfall', 'Nya kunder', 'Intäkt per kund']);
});

test('other words find it too, after those whose name says it', () => {
  expect(names('omsättning')).toEqual(['Intäkter']);
  expect(names('excel')).toEqual(['Importera en fil']);
  expect(names('churn')).toEqual(['Kundbortfall']);
});

test('several words must all be found, in any order; letters may be left out', () => {
  expect(names('kund intäkt')).toEqual(['Intäkt per kund']);
  expect(names('imprt')).toEqual(['Importera en fil']);
  expect(names('kund zebra')).toEqual([]);
  expect(score(command('Kunder'), 'xyz')).toBe(0);
});

test('those used last come first while nothing is typed, and before their equals after that', () => {
  expect(names('', ['Mörkt', 'Nya kunder'])).toEqual(['Mörkt', 'Nya kunder', 'Kunder', 'Importera en fil']);
  expect(names('kund', ['Kundbortfall'])[0]).toBe('Kundbortfall');
  expect(withRecent(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
  expect(withRecent(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toHaveLength(8);
});
