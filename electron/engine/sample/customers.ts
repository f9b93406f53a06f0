import { CHANNELS, customerName, REGIONS, SEGMENTS, type SampleRegion } from './company.ts';
import { randomFrom, type Random } from './random.ts';

/** Months covered: two fiscal years. */
export const MONTHS = 24;
const CUSTOMERS = 365;

export interface SampleCustomer {
  readonly number: string;
  readonly name: string;
  readonly segment: string;
  readonly region: SampleRegion;
  readonly city: string;
  readonly rep: string;
  readonly channel: string;
  /** First and last month with orders, 0 to 23; a customer from before the history starts at 0. */
  readonly from: number;
  readonly to: number;
  /** Orders a month at the start. */
  readonly pace: number;
  /** Size of a basket against the average. */
  readonly size: number;
}

function regionFor(random: Random): SampleRegion {
  let left = random.next();
  for (const region of REGIONS) {
    left -= region.weight;
    if (left < 0) return region;
  }
  return REGIONS[0];
}

/** The customers of both years: most from the start, about eight new a month, some of each lost on the way. */
export function sampleCustomers(): readonly SampleCustomer[] {
  const random = randomFrom(1101);
  return Array.from({ length: CUSTOMERS }, (_, index) => {
    const region = regionFor(random);
    const segment = SEGMENTS[index % SEGMENTS.length] ?? SEGMENTS[0];
    const from = random.chance(0.64) ? 0 : random.between(1, MONTHS - 1);
    const lost = random.chance(0.31);
    const large = random.chance(0.03);
    return {
      number: `${20_001 + index}`,
      name: customerName(segment, Math.floor(index / SEGMENTS.length)),
      segment,
      region,
      city: random.pick(region.cities),
      rep: random.pick(region.reps),
      channel: random.pick(CHANNELS),
      from,
      to: lost ? Math.min(MONTHS - 1, from + random.between(3, 16)) : MONTHS - 1,
      pace: large ? 4 : 0.7 + random.next() * 1.5,
      size: (large ? 3.2 : 0.45 + random.next()) * (segment === 'Hotell' ? 1.3 : 1),
    };
  });
}
