import type { Preset } from './preset.ts';

/** Pipedrive, list of deals. Headers follow the user's language: the part after the dash, else the values, tells. */
export const PIPEDRIVE_DEALS: Preset = {
  name: 'pipedrive-deals',
  kind: 'deal',
  signs: { entity: 'deal|affär|geschäft|trato|negócio|affaire|transaction|oferta|handel' },
  columns: {
    id: 'id',
    title: 'title|titel|título|titre|namn|name',
    customer: 'organization|organisation|organización|organização|företag|kund',
    rep: 'owner|ägare|besitzer|inhaber|propietario|proprietário|propriétaire|eigenaar|säljare',
    pipeline: 'pipeline|säljpipeline|embudo|funil',
    stage: 'stage|fas|steg|stadium|phase|etapa|étape|fase',
    status: 'status|estado|statut',
    value: 'value|värde|wert|valor|valeur|waarde',
    currency:
      'currency of value|value currency|currency|valuta för värde|valuta|währung des werts|währung|moneda|devise',
    probability: 'probability|deal probability|sannolikhet|wahrscheinlichkeit|probabilidad|probabilité',
    created: 'deal created|created|add time|affär skapad|skapad|deal erstellt|deal erstellt am|erstellt am|creado',
    expected_close:
      'expected close date|förväntat stängningsdatum|förväntat avslutsdatum|förväntat avslut|erwartetes abschlussdatum|voraussichtliches abschlussdatum',
    closed:
      'deal closed on|closed on|close time|affär stängd|stängd den|stängd|avslutad|deal abgeschlossen am|abgeschlossen am',
    lost_reason: 'lost reason|förlustorsak|orsak till förlust|verlustgrund|grund für verlust|motivo de pérdida',
    source: 'source|source channel|lead source|källa|quelle|origen',
    product: 'product name|products name|produktnamn|produktname|product|produkt',
  },
  values: {
    status: /^(?:open|won|lost|öppen|vunnen|förlorad|offen|gewonnen|verloren|abierto|ganado|perdido)$/i,
    currency: /^[A-Z]{3}$/,
  },
  keep: 'weighted value|viktat värde|gewichteter wert',
  more: { closed: 'won time|vunnen tid|vinsttid|gewonnen am|lost time|förlorad tid|förlusttid|verloren am' },
  roles: {
    won: 'won time|vunnen tid|vinsttid|gewonnen am',
    lost: 'lost time|förlorad tid|förlusttid|verloren am',
  },
  leaveOut: [{ rule: 'deleted', column: 'status|statut|estado', words: 'deleted|borttagen|raderad|gelöscht' }],
};
