import { addMonths, isoDate, type Day } from '#shared/calendar.ts';
import { REGIONS, SEGMENTS, customerName } from './company.ts';
import { MONTHS } from './customers.ts';
import { randomFrom, type Random } from './random.ts';
import { kronor, type SampleTable } from './sample-table.ts';

const SOURCES: readonly [string, ...string[]] = ['Webb', 'Mässa', 'Rekommendation', 'Kampanj', 'Kall kontakt'];
const LOST: readonly [string, ...string[]] = ['Pris', 'Valde konkurrent', 'Inget behov', 'Svarar inte'];

interface Lead {
  readonly id: number;
  readonly day: Day;
  readonly customer: string;
  readonly source: string;
  readonly rep: string;
  readonly region: string;
  readonly qualified: boolean;
  readonly converted: Day | null;
  readonly answeredAfter: number;
}

/** Leads by the day they came, 85 to 110 a month; about 57 % qualify and 22 % become deals won. */
function leadsOf(start: Day): readonly Lead[] {
  const random = randomFrom(4409);
  const leads: Lead[] = [];
  for (let month = 0; month < MONTHS; month++) {
    const first = addMonths(start, month);
    const days = addMonths(start, month + 1) - first;
    for (let n = random.between(85, 110); n > 0; n--) {
      const region = random.pick(REGIONS);
      const segment = random.pick(SEGMENTS);
      const qualified = random.chance(0.57);
      const day = first + random.between(0, days - 1);
      leads.push({
        id: leads.length + 1,
        day,
        customer: customerName(segment, 200 + leads.length),
        source: random.pick(SOURCES),
        rep: random.pick(region.reps),
        region: region.name,
        qualified,
        converted: qualified && random.chance(0.62) ? day + random.between(2, 20) : null,
        answeredAfter: Math.round(60 * (month > 20 ? 6 : 3.5) * random.around(0.9)),
      });
    }
  }
  return leads.sort((a, b) => a.day - b.day);
}

const minute = (day: Day, minutes: number): string => {
  const total = 9 * 60 + minutes;
  const clock = total % (24 * 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoDate(day + Math.floor(total / (24 * 60)))} ${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
};

function dealRow(lead: Lead, created: Day, end: Day, random: Random): readonly string[] {
  const value = kronor(Math.round((48_000 * random.around(0.8)) / 100) * 10_000);
  const demo = random.chance(0.6) ? created + random.between(3, 14) : null;
  const quoted = random.chance(0.88) ? (demo ?? created) + random.between(2, 12) : null;
  const closing = (quoted ?? created) + random.between(8, 70);
  const known = (day: Day | null): string => (day === null || day >= end ? '' : isoDate(day));
  const won = quoted !== null && random.chance(0.72);
  const status = closing >= end ? 'Öppen' : won ? 'Vunnen' : 'Förlorad';
  const stage = status !== 'Öppen' ? status : quoted !== null && quoted < end ? 'Offert' : demo !== null && demo < end ? 'Demo' : 'Kvalificerad'; // prettier-ignore
  const probability = { Kvalificerad: '20 %', Demo: '40 %', Offert: '60 %', Vunnen: '100 %', Förlorad: '0 %' }[stage];
  return [
    `A-${lead.id}`, `${lead.customer}: helårsavtal`, lead.customer, lead.rep, 'Nykund', stage, status, value, 'SEK',
    probability ?? '', isoDate(created), known(demo), known(quoted), isoDate(closing),
    status === 'Öppen' ? '' : isoDate(closing), status === 'Förlorad' ? random.pick(LOST) : '', lead.source, lead.region,
  ]; // prettier-ignore
}

/** Leads, the deals that came of them and the activities on both. */
export function pipelineTables(start: Day): readonly SampleTable[] {
  const end = addMonths(start, MONTHS);
  const leads = leadsOf(start);
  const random = randomFrom(5501);
  const deals: (readonly string[])[] = [];
  const activities: { readonly day: Day; readonly cells: readonly string[] }[] = [];
  const act = (lead: Lead, day: Day, type: string): void => {
    if (day >= end) return;
    const outcome = type === 'Samtal' ? random.pick(['Inget svar', 'Pratat', 'Bokat demo']) : 'Genomförd';
    activities.push({
      day,
      cells: [isoDate(day), type, lead.rep, 'Ja', outcome, `A-${lead.id}`, lead.customer, lead.region],
    });
  };
  for (const lead of leads) {
    for (let n = random.between(1, 5); n > 0; n--) act(lead, lead.day + random.between(0, 21), 'Samtal');
    for (let n = random.between(1, 4); n > 0; n--) act(lead, lead.day + random.between(0, 30), 'Mejl');
    if (lead.converted === null || lead.converted >= end) continue;
    const row = dealRow(lead, lead.converted, end, random);
    deals.push(row);
    if (row[11] !== '') act(lead, lead.converted + random.between(3, 14), 'Demo');
    if (random.chance(0.5)) act(lead, lead.converted + random.between(1, 20), 'Möte');
  }
  activities.sort((a, b) => a.day - b.day);
  return [
    {
      kind: 'lead',
      name: 'leads.csv',
      header: ['Lead-id', 'Skapad', 'Källa', 'Säljare', 'Kvalificerad', 'Besvarad', 'Konverterad', 'Företag', 'Region'],
      rows: leads.map((lead) => [
        `L-${lead.id}`,
        minute(lead.day, 0),
        lead.source,
        lead.rep,
        lead.qualified ? 'Ja' : 'Nej',
        minute(lead.day, lead.answeredAfter),
        lead.converted === null || lead.converted >= end ? '' : isoDate(lead.converted),
        lead.customer,
        lead.region,
      ]),
    },
    {
      kind: 'deal',
      name: 'affärer.csv',
      header: [
        'Affärs-id', 'Affär', 'Företag', 'Säljare', 'Pipeline', 'Fas', 'Status', 'Värde', 'Valuta', 'Sannolikhet', 'Skapad',
        'Demo', 'Offert', 'Förväntat avslut', 'Stängd', 'Förlustorsak', 'Källa', 'Region',
      ], // prettier-ignore
      rows: deals,
    },
    {
      kind: 'activity',
      name: 'aktiviteter.csv',
      header: ['Datum', 'Typ', 'Säljare', 'Genomförd', 'Utfall', 'Affärs-id', 'Företag', 'Region'],
      rows: activities.map(({ cells }) => cells),
    },
  ];
}
