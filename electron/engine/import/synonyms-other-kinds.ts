import type { KindWords } from './field-words.ts';

export const DEAL: KindWords = {
  id: {
    sure: 'deal id|opportunity id|affärs id|affär id|affärsnr|affärsnummer|record id|deal no',
    check: 'id',
  },
  title: { sure: 'deal title|deal name|opportunity name|affärsnamn|affär|deal|opportunity|titel|title' },
  customer: {
    sure: 'deal organization|account name|associated company|organization|organisation|kundnamn|kund|customer|customer name|company|företag|account',
  },
  rep: { sure: 'deal owner|opportunity owner|sales agent|ägare|affärsägare|säljare|owner|rep|sales rep|ansvarig' },
  pipeline: { sure: 'deal pipeline|pipeline|säljprocess' },
  stage: { sure: 'deal stage|opportunity stage|stage|fas|steg|stadium|säljfas' },
  status: { sure: 'deal status|status|is won|utfall|vunnen' },
  value: {
    sure: 'deal value|value|amount|deal amount|affärsvärde|värde|belopp|close value|ordervärde|opportunity value|expected revenue|estimated value',
    check: 'deal weighted value|revenue|omsättning',
  },
  currency: { sure: 'deal currency of value|currency|valuta|currency code' },
  probability: { sure: 'deal probability|probability|probability %|sannolikhet|sannolikhet %|win probability' },
  created: {
    sure: 'deal deal created|deal created|create date|created date|created time|created|skapad|skapad datum|engage date|created at',
  },
  demo: { sure: 'demo|demo date|demodatum|date entered demo|demo genomförd' },
  quoted: { sure: 'quoted|quote date|offertdatum|offererad|proposal date|date entered proposal' },
  expected_close: {
    sure: 'deal expected close date|expected close date|förväntat avslut|förväntat avslutsdatum|expected close|beräknat avslut',
  },
  closed: {
    sure: 'deal deal closed on|deal closed on|close date|closing date|closed date|closed|avslutad|avslutsdatum|stängd|deal won time|won time|deal lost time',
  },
  lost_reason: { sure: 'deal lost reason|lost reason|förlustorsak|orsak till förlust|closed lost reason' },
  source: { sure: 'deal source|lead source|source|källa|affärskälla|original source' },
  product: { sure: 'deal product name|product|produkt|product name|produktnamn' },
  category: { sure: 'kategori|category|product category|produktgrupp' },
  region: { sure: 'region|distrikt|territory|område' },
  country: { sure: 'land|country' },
  cost: { sure: 'kostnad|cost|cogs' },
};

export const LEAD: KindWords = {
  created: {
    sure: 'created|created date|create date|created at|skapad|skapad datum|inkom|datum|date|lead date|lead created',
  },
  id: { sure: 'lead id|leadid|lead number|lead no|record id|id', check: 'prospect id' },
  source: { sure: 'lead source|leadkälla|source|källa|original source|kanal|channel', check: 'lead origin' },
  rep: { sure: 'lead owner|owner|rep|säljare|ansvarig|ägare|sales rep' },
  status: { sure: 'lead status|status|leadstatus' },
  qualified: { sure: 'qualified|kvalificerad|is qualified|sql|mql' },
  answered: { sure: 'answered|first response|first response time|besvarad|första svar|responded at|svarat' },
  converted: { sure: 'converted|konverterad|is converted|lead converted|has converted' },
  converted_at: {
    sure: 'converted at|converted on|converted date|conversion date|date converted|konverterad den|konverteringsdatum|konverterad datum',
  },
  value: { sure: 'value|värde|estimated value|expected revenue|annual revenue|amount' },
  customer: { sure: 'company|företag|account|customer|kund|name|namn|lead name|company name' },
  region: { sure: 'region|distrikt|territory|city' },
  country: { sure: 'country|land' },
};

export const ACTIVITY: KindWords = {
  date: {
    sure: 'activity due date|due date|activity date|aktivitetsdatum|date|datum|förfallodatum|done time|utförd datum|completed date',
  },
  type: { sure: 'activity type|type|typ|aktivitetstyp|aktivitet|activity' },
  rep: { sure: 'activity assigned to user|assigned to|owner|rep|säljare|tilldelad|ansvarig|user|användare' },
  count: { sure: 'count|antal|quantity|number of activities' },
  done: { sure: 'activity done|done|utförd|klar|completed|is done|genomförd' },
  outcome: { sure: 'outcome|utfall|resultat|result|call outcome' },
  deal: { sure: 'activity deal|deal|deal id|affär|opportunity|affärs id' },
  customer: { sure: 'activity organization|organization|customer|kund|kundnamn|company|företag|account name|contact' },
  region: { sure: 'region|distrikt|territory' },
};

export const SUBSCRIPTION: KindWords = {
  customer: {
    sure: 'customer|kund|kundnamn|customer name|account name|company|account|företag|customer id|customerid|account id',
  },
  amount: {
    sure: 'mrr|mrr amount|amount|belopp|monthly charges|monthly amount|månadsavgift|månadskostnad|price|pris|recurring amount|avgift|arr',
  },
  start: { sure: 'start date|start|startdatum|from|från|startad|subscription start|created|signup date|avtalsstart' },
  id: { sure: 'subscription id|subscriptionid|abonnemangsnummer|abonnemangs id|avtalsnr|avtalsnummer|contract id|id' },
  plan: { sure: 'plan|plan tier|abonnemang|plan name|product|produkt|tier|abonnemangstyp' },
  end: { sure: 'end date|end|slutdatum|till|canceled at|cancelled at|upphörde|avslutad|churn date|avtalsslut' },
  interval: {
    sure: 'interval|billing interval|billing frequency|faktureringsintervall|intervall|betalintervall|period',
  },
  currency: { sure: 'currency|valuta' },
  rep: { sure: 'rep|säljare|owner|sales rep|ansvarig' },
  region: { sure: 'region|distrikt|territory' },
  type: { sure: 'type|typ|subscription type|ändringstyp|change type' },
  status: { sure: 'status|churn|churned|subscription status|aktiv|active' },
  tenure_months: { sure: 'tenure|tenure months|tenure in months|antal månader|kundtid|kundtid månader' },
};

export const COST: KindWords = {
  date: { sure: 'date|datum|bokföringsdatum|fakturadatum|expense date|invoice date|verifikationsdatum' },
  amount: { sure: 'amount|belopp|cost|kostnad|expense|utgift|spend|total cost|netto|belopp exkl moms|summa' },
  category: {
    sure: 'category|kategori|cost category|kostnadskategori|kostnadsslag|cost type|expense type|konto|account|expense category|utgiftstyp',
  },
  rep: { sure: 'rep|säljare|employee|medarbetare|sales rep' },
  region: { sure: 'region|distrikt|kostnadsställe|cost center' },
  channel: { sure: 'channel|kanal|campaign|kampanj' },
  currency: { sure: 'currency|valuta' },
};

export const TARGET: KindWords = {
  value: { sure: 'target|mål|budget|målvärde|target value|goal|quota|kvot|försäljningsmål|amount|belopp|value|värde' },
  start: { sure: 'start|start date|startdatum|period|month|månad|from|från|date|datum' },
  kpi: { sure: 'kpi|nyckeltal|measure|mått|metric' },
  grain: { sure: 'grain|periodtyp|period type|upplösning' },
  end: { sure: 'end|end date|slutdatum|to|till' },
  rep: { sure: 'rep|säljare|sales rep|sales agent|owner' },
  team: { sure: 'team|avdelning|department|grupp' },
  region: { sure: 'region|distrikt|territory' },
  product: { sure: 'product|produkt|artikel' },
  category: { sure: 'category|kategori|varugrupp|produktgrupp' },
};

export const COMPETITOR_PRICE: KindWords = {
  product: { sure: 'product|produkt|product name|produktnamn|artikel|artikelbenämning|artikelnr|sku|item' },
  competitor: { sure: 'competitor|konkurrent|competitor name|konkurrentnamn' },
  price: { sure: 'competitor price|konkurrentpris|price|pris|their price|deras pris|unit price' },
  date: { sure: 'date|datum|price date|prisdatum|observed|avläst' },
  currency: { sure: 'currency|valuta' },
};
