import { addMonths, civilOf, isoDate, weekday, type Day } from '#shared/calendar.ts';
import { PRODUCTS, type SampleProduct } from './company.ts';
import { MONTHS, type SampleCustomer } from './customers.ts';
import { randomFrom, type Random } from './random.ts';
import { kronor, type SampleTable } from './sample-table.ts';

/** Share of a normal month, January to December: a slow July, a strong autumn. */
const SEASON = [0.93, 0.92, 1.04, 0.98, 1.06, 1.05, 0.74, 0.95, 1.1, 1.08, 1.12, 1.16] as const;

const HEADER = [
  'Fakturanr', 'Rad', 'Fakturadatum', 'Kundnr', 'Kundnamn', 'Segment', 'Säljare', 'Region', 'Land', 'Ort', 'Kanal',
  'Artikelnr', 'Artikel', 'Varugrupp', 'Antal', 'À-pris', 'Rabatt', 'Belopp exkl. moms', 'Kostnad', 'Valuta',
] as const; // prettier-ignore

interface Order {
  readonly day: Day;
  readonly customer: SampleCustomer;
  readonly growth: number;
}

function workday(day: Day): Day {
  return weekday(day) > 4 ? day - (weekday(day) - 4) : day;
}

function ordersOf(customers: readonly SampleCustomer[], start: Day): readonly Order[] {
  const random = randomFrom(2203);
  const orders: Order[] = [];
  for (let month = 0; month < MONTHS; month++) {
    const first = addMonths(start, month);
    const days = addMonths(start, month + 1) - first;
    const season = SEASON[civilOf(first).month - 1] ?? 1;
    for (const customer of customers) {
      if (month < customer.from || month > customer.to) continue;
      const growth = (1 + customer.region.growth) ** (month / 12);
      const expected = customer.pace * season * growth;
      const count = (month === customer.from && customer.from > 0 ? 1 : 0) + Math.floor(expected + random.next());
      for (let n = 0; n < count; n++) {
        orders.push({ day: Math.max(first, workday(first + random.between(0, days - 1))), customer, growth });
      }
    }
  }
  return orders.sort((a, b) => a.day - b.day || a.customer.number.localeCompare(b.customer.number));
}

/** Price in force: the list price raised twice, coffee more than the rest, while costs rose a little faster. */
function inflated(product: SampleProduct, month: number): { readonly price: number; readonly cost: number } {
  const coffee = product.category !== 'Utrustning' && product.category !== 'Te';
  const raises = (month >= 8 ? 1 : 0) + (month >= 17 ? 1 : 0);
  return {
    price: Math.round((product.price * (1 + raises * (coffee ? 0.03 : 0.015))) / 10) * 10,
    cost: Math.round(product.cost * (1 + (month / 12) * (coffee ? 0.045 : 0.02))),
  };
}

function discountOf(order: Order, random: Random): number {
  if (order.customer.pace >= 4) return 10;
  return random.chance(0.3) ? random.pick([3, 5, 5, 8]) : 0;
}

/** About 40 000 invoice lines, credit notes among them as negative rows on their own date. */
export function salesTable(customers: readonly SampleCustomer[], start: Day): SampleTable {
  const random = randomFrom(3307);
  const rows: string[][] = [];
  const end = addMonths(start, MONTHS);
  const credits: {
    readonly day: Day;
    readonly cells: readonly string[];
    readonly quantity: number;
    readonly amount: number;
    readonly cost: number;
  }[] = [];
  let invoice = 100_400;
  const startMonth = civilOf(start).year * 12 + civilOf(start).month;
  for (const order of ordersOf(customers, start)) {
    while (credits[0] !== undefined && credits[0].day <= order.day) {
      const credit = credits.shift();
      if (credit === undefined) break;
      invoice++;
      rows.push([
        `${invoice}`,
        '1',
        isoDate(credit.day),
        ...credit.cells,
        `${-credit.quantity}`,
        '',
        '',
        kronor(-credit.amount),
        kronor(-credit.cost),
        'SEK',
      ]);
    }
    invoice++;
    const { customer } = order;
    const civil = civilOf(order.day);
    const month = civil.year * 12 + civil.month - startMonth;
    const discount = discountOf(order, random);
    const lines = random.between(2, 6);
    for (let line = 1; line <= lines; line++) {
      const product = PRODUCTS[Math.floor(random.next() ** 1.4 * PRODUCTS.length)] ?? PRODUCTS[0];
      if (product === undefined) continue;
      const machine = product.price > 200_000;
      const { price, cost } = inflated(product, month);
      const quantity = machine
        ? 1
        : Math.max(1, Math.round(((customer.size * random.around(0.7) * 100_000) / product.price) * 1.25));
      const amount = Math.round((quantity * price * (100 - discount)) / 100);
      const cells = [
        customer.number, customer.name, customer.segment, random.chance(0.004) ? '' : customer.rep, customer.region.name,
        customer.region.country, customer.city, customer.channel, product.number, product.name, product.category,
      ]; // prettier-ignore
      rows.push([
        `${invoice}`, `${line}`, isoDate(order.day), ...cells, `${quantity}`, kronor(price),
        discount === 0 ? '' : `${discount} %`, kronor(amount), kronor(quantity * cost), 'SEK',
      ]); // prettier-ignore
      const back = workday(order.day + random.between(5, 25));
      if (random.chance(0.012) && back < end) {
        credits.push({ day: back, cells, quantity, amount, cost: quantity * cost });
        credits.sort((a, b) => a.day - b.day);
      }
    }
  }
  return { kind: 'sale', name: 'fakturarader.csv', header: HEADER, rows };
}
