import { addMonths, isoDate, type Day } from '#shared/calendar.ts';
import { COMPETITORS, PRODUCTS, REGIONS } from './company.ts';
import { MONTHS, type SampleCustomer } from './customers.ts';
import { randomFrom } from './random.ts';
import { kronor, type SampleTable } from './sample-table.ts';

const COSTS = [
  ['Säljarlöner', 268_000],
  ['Marknadsföring', 74_000],
  ['Resor', 21_000],
  ['CRM och verktyg', 9_500],
] as const;

const QUOTA = 290_000;

/** Sales costs by month, quotas by rep and month, coffee subscriptions, and competitors' prices by quarter. */
export function planTables(customers: readonly SampleCustomer[], start: Day): readonly SampleTable[] {
  const random = randomFrom(6607);
  const months = Array.from({ length: MONTHS }, (_, month) => addMonths(start, month));
  const reps = REGIONS.flatMap((region) => region.reps.map((rep) => ({ rep, region })));
  const subscribers = customers.filter((customer) => customer.segment === 'Kontor');
  return [
    {
      kind: 'cost',
      name: 'säljkostnader.csv',
      header: ['Datum', 'Kategori', 'Belopp', 'Valuta'],
      rows: months.flatMap((month) =>
        COSTS.map(([category, amount]) => [
          isoDate(addMonths(month, 1) - 1),
          category,
          kronor(Math.round(amount * random.around(0.1)) * 100),
          'SEK',
        ]),
      ),
    },
    {
      kind: 'target',
      name: 'kvoter.csv',
      header: ['Startdatum', 'Slutdatum', 'Säljare', 'Region', 'Nyckeltal', 'Mål'],
      rows: months.flatMap((month) =>
        reps.map(({ rep, region }) => [
          isoDate(month),
          isoDate(addMonths(month, 1) - 1),
          rep,
          region.name,
          'revenue',
          kronor(Math.round((QUOTA * (region.weight / region.reps.length)) / 0.16 / 1000) * 100_000),
        ]),
      ),
    },
    {
      kind: 'subscription',
      name: 'kaffeabonnemang.csv',
      header: [
        'Abonnemangs-id',
        'Kundnamn',
        'Plan',
        'Belopp',
        'Intervall',
        'Startdatum',
        'Slutdatum',
        'Säljare',
        'Region',
      ],
      rows: subscribers.map((customer, index) => {
        const yearly = index % 3 === 0;
        const ended = customer.to < MONTHS - 1;
        return [
          `P-${index + 1}`,
          customer.name,
          customer.size > 1 ? 'Kontor stor' : 'Kontor liten',
          kronor((customer.size > 1 ? 349_000 : 149_000) * (yearly ? 12 : 1)),
          yearly ? 'år' : 'månad',
          isoDate(addMonths(start, customer.from)),
          ended ? isoDate(addMonths(start, customer.to + 1) - 1) : '',
          customer.rep,
          customer.region.name,
        ];
      }),
    },
    {
      kind: 'competitor_price',
      name: 'konkurrentpriser.csv',
      header: ['Datum', 'Konkurrent', 'Artikel', 'Pris'],
      rows: Array.from({ length: MONTHS / 3 }, (_, quarter) => addMonths(start, quarter * 3)).flatMap((day) =>
        PRODUCTS.filter((product) => product.category !== 'Utrustning').flatMap((product) =>
          COMPETITORS.map((competitor) => [
            isoDate(day),
            competitor,
            product.name,
            kronor(Math.round((product.price * random.around(0.12)) / 10) * 10),
          ]),
        ),
      ),
    },
  ];
}
