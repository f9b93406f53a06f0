import type { Preset } from './preset.ts';

/** Invoice lines of Fortnox, Visma, 24SevenOffice and alike: amounts without VAT before those with it. */
export const SWEDISH_INVOICING: Preset = {
  name: 'swedish-invoicing',
  kind: 'sale',
  signs: {
    together:
      'fakturanr|fakturanummer|faktura nr|fakturadatum|kundnr|kundnummer|kundnamn|beställare|vår referens|referensperson|art nr|artikelnr|artikelnummer|benämning|varugrupp|à pris|exkl moms|belopp exkl moms|summa exkl moms|täckningsbidrag|tb|tg|kredit',
    least: 4,
    with: 'fakturanr|fakturanummer|faktura nr|fakturadatum|faktura datum|kundnr|kundnummer|vår referens|belopp exkl moms|exkl moms|summa exkl moms|kredit',
  },
  columns: {
    date: 'fakturadatum|faktura datum|datum|bokföringsdatum',
    amount:
      'belopp exkl moms|summa exkl moms|radbelopp exkl moms|belopp ex moms|summa ex moms|exkl moms|nettobelopp|netto|radbelopp|radsumma|delsumma|belopp|summa',
    order: 'fakturanr|fakturanummer|faktura nr|faktura|fakt nr|löpnr',
    order_date: 'orderdatum',
    customer: 'kundnamn|kund|beställare|kundens namn',
    customer_id: 'kundnr|kundnummer|kund nr',
    rep: 'säljare|vår referens|referensperson|vår ref',
    product: 'benämning|artikel|artikelbenämning|artikelnamn|produkt',
    product_id: 'artikelnr|artikelnummer|art nr|artnr',
    category: 'varugrupp|artikelgrupp|produktgrupp',
    region: 'distrikt|region|säljdistrikt',
    quantity: 'antal|levererat antal|fakturerat antal|kvantitet',
    unit_price: 'à pris|a pris|pris|á pris|enhetspris|styckpris',
    cost: 'kostnad|självkostnad|inköpsvärde',
    profit: 'tb|täckningsbidrag|tb kr|täckningsbidrag kr',
    currency: 'valuta|valutakod',
    type: 'kredit|fakturatyp',
  },
  keep: 'moms|momsbelopp|momssats|moms %|inkl moms|belopp inkl moms|summa inkl moms|att betala|totalt|tg|tg %|tb %|täckningsgrad|enhet|er referens|ert ordernr|förfallodatum|saldo|slutbetald|status',
  grouped: true,
  leaveOut: [
    { rule: 'cancelled', column: 'status|fakturastatus', words: 'makulerad|annullerad|raderad|avbruten|utkast' },
    { rule: 'cancelled', column: 'makulerad|annullerad', words: 'ja|x|sant|true|makulerad|annullerad' },
    { rule: 'no-sale', column: 'fakturatyp|typ|dokumenttyp', words: 'offert|order|betalning|inbetalning|påminnelse' },
  ],
};
