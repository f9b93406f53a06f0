import type { RecordKind } from '#shared/record-kinds.ts';
import { flagOf } from './flag-readings.ts';
import { headerWords } from './header-words.ts';

/** Turns a cell's text into the word the field is stored under; '' is missing. */
export type Rewrite = (text: string) => string;

type Words = ReadonlyMap<string, string>;

/** `word: as people write it|…`, as `headerWords` writes them. */
function wordsOf(lists: Readonly<Record<string, string>>): Words {
  return new Map(Object.entries(lists).flatMap(([word, list]) => list.split('|').map((text) => [text, word] as const)));
}

const DEAL_STATUS = wordsOf({
  won: 'won|closed won|closedwon|win|vunnen|vunnet|vunna|vann|såld|gewonnen|ganado|ganada|gagné|gagnée|ganho|vundet|vinto',
  lost: 'lost|closed lost|closedlost|loss|förlorad|förlorat|förlorade|verloren|perdido|perdida|perdu|perdue|tabt|tapt|perso',
  open: 'open|öppen|öppet|öppna|pågående|offen|abierto|abierta|aberto|ouvert|ouverte|en cours|åben|åpen|aperto|in progress',
});
const ACTIVITY_TYPE = wordsOf({
  call: 'call|calls|phone call|samtal|telefonsamtal|telefon|uppringning|anruf|llamada|appel|chamada',
  email: 'email|e mail|mail|mejl|e post|epost|correo|courriel',
  meeting: 'meeting|möte|kundmöte|besök|treffen|besprechung|reunión|réunion|reunião',
  demo: 'demo|demonstration|demosamtal|produktdemo|product demo',
  quote: 'quote|quotation|offert|offer|proposal|angebot',
  other: 'other|annat|övrigt|sonstiges',
});
const SALE_TYPE = wordsOf({
  new: 'new|new business|ny|nykund|nyförsäljning',
  repeat: 'repeat|returning|existing business|återköp',
  upsell: 'upsell|up sell|merförsäljning',
  'cross-sell': 'cross sell|crosssell|korsförsäljning',
  recurring: 'recurring|återkommande',
  refund: 'refund|refunded|return|credit|credit memo|credit note|kredit|kreditfaktura|kreditnota|retur|återbetalning',
});
const SUBSCRIPTION_STATUS = wordsOf({
  active: 'active|aktiv|aktivt|trialing|past due|live|pågående',
  ended: 'ended|inactive|canceled|cancelled|churned|expired|closed|avslutad|avslutat|uppsagd|uppsagt|inaktiv|stängd',
});
const SUBSCRIPTION_TYPE = wordsOf({
  new: 'new|ny|nytt|nytecknad|nyteckning',
  upgrade: 'upgrade|uppgradering|expansion|utökning',
  downgrade: 'downgrade|nedgradering|contraction|minskning',
});
const PERIOD = wordsOf({
  day: 'day|daily|dag|daglig',
  week: 'week|weekly|vecka|veckovis',
  month: 'month|monthly|per month|månad|månadsvis|per månad|mån|m|1 months',
  quarter: 'quarter|quarterly|per quarter|kvartal|kvartalsvis|per kvartal|q|3 months',
  year: 'year|yearly|annual|annually|per year|år|årlig|årligen|årsvis|per år|helår|y|12 months',
  '6 months': 'half year|half yearly|semiannual|semi annual|halvår|halvårsvis|per halvår',
  '24 months': 'two year|two years|2 year|2 years|2 år|två år|biennial',
  '36 months': 'three years|three year|3 year|3 years|3 år|tre år',
});
const TARGET_KPI = wordsOf({
  revenue: 'revenue|sales|intäkter|intäkt|omsättning|försäljning|net sales',
  bookings: 'bookings|bokningar|försäljningsbokningar|orderingång',
  'gross-profit': 'gross profit|täckningsbidrag|bruttovinst|tb',
  'new-customers': 'new customers|nya kunder|nykunder',
});

/** Known words become the field's own; others stay as they are, or are dropped where a rule decides better. */
function rewriteWith(words: Words, other: 'keep' | 'drop'): Rewrite {
  return (text) => words.get(headerWords(text)) ?? (other === 'keep' ? text : '');
}

function rewriteFlags(yes: string, no: string, words: Rewrite): Rewrite {
  return (text) => {
    const flag = flagOf(text);
    return flag === null ? words(text) : flag === 1 ? yes : no;
  };
}

const period: Rewrite = (text) => {
  const words = headerWords(text);
  const months = /^(\d{1,3}) ?(?:months?|mån|månader)?$/.exec(words)?.[1];
  const named = months === undefined ? words : `${months} months`;
  return PERIOD.get(named) ?? (months === undefined ? text : named);
};
const currency: Rewrite = (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text);
/** A list left at its first entry, as web forms export it. */
const unselected: Rewrite = (text) => (text.toLowerCase() === 'select' ? '' : text);

/** True for a column that says yes where a deal is won: the rest may be open or lost. Example: 'Is Won'. */
export function saysOnlyWon(header: string): boolean {
  return /(?:^| )(?:won|vunnen)(?: |$)/.test(headerWords(header));
}

/**
 * How a column's texts are stored where the field has words of its own (`won`, `call`, `ended`), or null where they stay
 * as they are. `header` tells what yes means. Example: 'Samtal' as the type of an activity is 'call'; `closedwon` as a
 * deal's status is 'won'; Yes under `Churn` is 'ended'.
 */
export function standardWords(kind: RecordKind, field: string, header: string): Rewrite | null {
  if (field === 'currency') return currency;
  switch (`${kind}.${field}`) {
    case 'deal.status': {
      const words = rewriteWith(DEAL_STATUS, 'drop');
      return saysOnlyWon(header) ? rewriteFlags('won', '', words) : words;
    }
    case 'activity.type':
      return rewriteWith(ACTIVITY_TYPE, 'keep');
    case 'sale.type': {
      const words = rewriteWith(SALE_TYPE, 'keep');
      return headerWords(header) === 'kredit' ? rewriteFlags('refund', '', words) : words;
    }
    case 'subscription.status': {
      const words = rewriteWith(SUBSCRIPTION_STATUS, 'keep');
      const yesEnds = /churn|cancel|ended|uppsag|avslut/.test(headerWords(header));
      return rewriteFlags(yesEnds ? 'ended' : 'active', yesEnds ? 'active' : 'ended', words);
    }
    case 'subscription.type':
      return rewriteWith(SUBSCRIPTION_TYPE, 'keep');
    case 'subscription.interval':
    case 'target.grain':
      return period;
    case 'target.kpi':
      return rewriteWith(TARGET_KPI, 'keep');
    default:
      return kind === 'lead' ? unselected : null;
  }
}
