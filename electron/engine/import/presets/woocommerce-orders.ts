import type { Preset } from './preset.ts';

/** WooCommerce, the Orders report of Analytics. Headers are translated with the shop's language. */
export const WOOCOMMERCE_ORDERS: Preset = {
  name: 'woocommerce-orders',
  kind: 'sale',
  signs: {
    alone: 'n revenue formatted|n intäkter formaterat|n intäkt formaterad',
    together:
      '* #|product s|produkt er|produkt e|produit s|producto s|produto s|prodotto i|coupon s|kupong er|rabattkod er|gutschein e|code s promo|cupón es|items sold|sålda artiklar|artiklar sålda|verkaufte artikel|articles vendus|artículos vendidos|customer type|kundtyp|kundentyp|type de client|tipo de cliente|net sales|nettoförsäljning|nettoumsatz|ventes nettes|ventas netas',
    least: 3,
  },
  columns: {
    date: 'date|datum|fecha|data|dato',
    amount:
      'net sales|nettoförsäljning|nettoomsättning|nettoumsatz|ventes nettes|ventas netas|netto omzet|nettosalg|n revenue|n revenue formatted|n intäkter formaterat',
    order: 'order #|beställning #|order nr|bestellung #|commande #|pedido #|* #|# *',
    customer: 'customer|kund|kunde|client|cliente|klant',
    product: 'product s|produkt er|produkt e|produit s|producto s|produto s|prodotto i|products|produkter',
    quantity: 'items sold|sålda artiklar|artiklar sålda|verkaufte artikel|articles vendus|artículos vendidos',
    type: 'customer type|kundtyp|kundentyp|type de client|tipo de cliente',
  },
  values: { product: /^\d+\s?[×x]\s?\S/, order: /^#\d+$/ },
  keep: 'n revenue formatted|n intäkter formaterat|status|coupon s|kupong er|attribution',
  leaveOut: [
    {
      rule: 'cancelled',
      column: 'status|état|estado',
      words: 'cancelled|canceled|avbruten|avbokad|annullerad|storniert|annulée|cancelado|trash',
    },
    {
      rule: 'failed',
      column: 'status|état|estado',
      words:
        'failed|misslyckad|misslyckades|fehlgeschlagen|échouée|fallido|pending|pending payment|väntar på betalning|inväntar betalning|zahlung ausstehend|checkout draft|draft|utkast',
    },
  ],
};
