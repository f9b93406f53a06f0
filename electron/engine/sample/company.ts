/** Who and what Norrland Kaffe AB is. Prices and costs in öre (hundredths of a krona) excluding VAT. */
export interface SampleProduct {
  readonly number: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
}

export interface SampleRegion {
  readonly name: string;
  readonly country: string;
  readonly cities: readonly [string, ...string[]];
  readonly reps: readonly [string, ...string[]];
  /** Share of the customers. */
  readonly weight: number;
  /** Sales growth a year. */
  readonly growth: number;
}

export const REGIONS: readonly [SampleRegion, ...SampleRegion[]] = [
  {
    name: 'Stockholm',
    country: 'Sverige',
    cities: ['Stockholm', 'Solna', 'Uppsala', 'Södertälje', 'Nacka'],
    reps: ['Anna Lindqvist', 'Mikael Ekström'],
    weight: 0.36,
    growth: 0.12,
  },
  {
    name: 'Väst',
    country: 'Sverige',
    cities: ['Göteborg', 'Borås', 'Mölndal', 'Trollhättan', 'Halmstad'],
    reps: ['Johan Nyberg', 'Sara Öhman'],
    weight: 0.25,
    growth: 0.1,
  },
  {
    name: 'Syd',
    country: 'Sverige',
    cities: ['Malmö', 'Lund', 'Helsingborg', 'Kristianstad', 'Växjö'],
    reps: ['Lars Hedman'],
    weight: 0.19,
    growth: -0.11,
  },
  {
    name: 'Norr',
    country: 'Sverige',
    cities: ['Umeå', 'Skellefteå', 'Luleå', 'Sundsvall', 'Östersund'],
    reps: ['Petra Sandell'],
    weight: 0.14,
    growth: 0.13,
  },
  {
    name: 'Export',
    country: 'Norge',
    cities: ['Oslo', 'Trondheim', 'Bodø'],
    reps: ['Karin Forsell'],
    weight: 0.06,
    growth: 0.22,
  },
];

export const SEGMENTS: readonly [string, ...string[]] = ['Kafé', 'Restaurang', 'Kontor', 'Butik', 'Hotell'];
export const CHANNELS: readonly [string, ...string[]] = ['Fältsälj', 'Webb', 'Telefon'];
export const COMPETITORS: readonly [string, ...string[]] = ['Fjällrost', 'Kaffekompaniet', 'Bönbruket'];

const FORMATS = [
  ['250 g', 0.27],
  ['500 g', 0.52],
  ['1 kg', 1],
] as const;

/** Name, category, price and cost of a kilo (or a piece) in öre. */
const RANGE = [
  ['Espresso Mörk', 'Espresso', 21_900, 12_700],
  ['Espresso Mellan', 'Espresso', 20_900, 12_400],
  ['Espresso Brasilien', 'Espresso', 22_900, 14_300],
  ['Brygg Norrsken', 'Bryggkaffe', 17_900, 11_200],
  ['Brygg Mellanrost', 'Bryggkaffe', 16_900, 10_900],
  ['Brygg Ekologisk', 'Bryggkaffe', 19_900, 12_900],
  ['Hela bönor Etiopien', 'Hela bönor', 25_900, 15_700],
  ['Hela bönor Colombia', 'Hela bönor', 24_500, 15_100],
  ['Hela bönor Guatemala', 'Hela bönor', 24_900, 15_500],
  ['Koffeinfritt', 'Bryggkaffe', 21_500, 13_900],
  ['Säsongsblandning', 'Hela bönor', 23_900, 14_200],
  ['Te Earl Grey', 'Te', 38_000, 19_900],
  ['Te Rooibos', 'Te', 36_000, 18_800],
  ['Te Grönt', 'Te', 41_000, 21_900],
] as const;

const EQUIPMENT = [
  ['Bryggare M2', 489_000, 372_000],
  ['Kvarn K1', 264_000, 201_000],
  ['Filterpapper 1000-pack', 14_900, 8_200],
  ['Rengöringstabletter', 9_900, 4_900],
  ['Pappersmugg 1000-pack', 62_900, 41_000],
] as const;

/** The whole range: 14 coffees and teas in three sizes and five pieces of equipment, 47 articles. */
export const PRODUCTS: readonly SampleProduct[] = [
  ...RANGE.flatMap(([name, category, price, cost], line) =>
    FORMATS.map(([size, share], format) => ({
      number: `${1100 + line * 10 + format}`,
      name: `${name} ${size}`,
      category,
      price: Math.round(price * share),
      cost: Math.round(cost * share),
    })),
  ),
  ...EQUIPMENT.map(([name, price, cost], line) => ({
    number: `${4100 + line * 10}`,
    name,
    category: 'Utrustning',
    price,
    cost,
  })),
];

const FIRST_WORDS = {
  Kafé: ['Kafé', 'Kafferummet', 'Konditori', 'Bageri'],
  Restaurang: ['Restaurang', 'Krog', 'Bistro', 'Matsal'],
  Kontor: ['Byrå', 'Ingenjörsfirma', 'Arkitekter', 'Redovisning'],
  Butik: ['Livs', 'Handelsbod', 'Saluhall', 'Delikatess'],
  Hotell: ['Hotell', 'Pensionat', 'Gästgård', 'Stadshotell'],
} as const;

const LAST_WORDS: readonly [string, ...string[]] = [
  'Björken', 'Strand', 'Åsen', 'Linden', 'Hamnen', 'Torget', 'Fyren', 'Kvarnen', 'Ängen', 'Furan',
  'Norden', 'Ekbacken', 'Sjövik', 'Granen', 'Källan', 'Bruket', 'Slussen', 'Udden', 'Höjden', 'Viken',
  'Rönnen', 'Alen', 'Lyktan', 'Kajen', 'Parken', 'Stationen', 'Bryggan', 'Solsidan', 'Masten', 'Tallen',
]; // prettier-ignore

/** A customer's name, distinct for every number below 600. Example: customerName('Kafé', 0) is 'Kafé Björken'. */
export function customerName(segment: string, number: number): string {
  const words = Object.entries(FIRST_WORDS).find(([key]) => key === segment)?.[1] ?? FIRST_WORDS['Kafé'];
  const first = words[number % words.length] ?? words[0];
  const last = LAST_WORDS[Math.floor(number / words.length) % LAST_WORDS.length] ?? LAST_WORDS[0];
  return `${first} ${last}`;
}
