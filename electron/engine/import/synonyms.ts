import type { RecordKind } from '#shared/record-kinds.ts';
import type { KindWords } from './field-words.ts';
import { CUSTOMER_LIST, PRODUCT_LIST, REP_LIST } from './synonyms-lists.ts';
import { ACTIVITY, COMPETITOR_PRICE, COST, DEAL, LEAD, SUBSCRIPTION, TARGET } from './synonyms-other-kinds.ts';

const SALE: KindWords = {
  date: {
    sure: 'fakturadatum|faktura datum|invoice date|invoicedate|bokföringsdatum|verifikationsdatum|försäljningsdatum|sale date|sales date|date of sale|transaction date|transaktionsdatum|köpdatum|purchase date|datum|date|paid at|created at|created utc|created date utc|fakt datum|fakt dat|day|dag',
    check: 'closing date|close date|payment date|betaldatum|timestamp|tid|created|skapad',
  },
  amount: {
    sure: 'belopp exkl moms|belopp ex moms|summa exkl moms|exkl moms|ex moms|nettobelopp|nettosumma|netto|radbelopp exkl moms|radbelopp|radsumma|net sales|n revenue formatted|net amount|nettoomsättning|nettoförsäljning|försäljning|försäljningsbelopp|försäljningsvärde|omsättning|intäkt|intäkter|sales|sales amount|total sales|revenue|net revenue|sales revenue|turnover|line total|line amount|lineprice|line price|linetotal|extended price|belopp|amount|fakturabelopp|invoice amount|amount excl vat|amount excl tax',
    check:
      'summa|delsumma|subtotal|total|totalt|total price|totalpris|total amount|totalbelopp|ordervärde|order value|order total|gross sales|bruttoförsäljning|brutto|belopp inkl moms|summa inkl moms|value|värde',
  },
  order: {
    sure: 'fakturanr|fakturanummer|faktura nr|fakturanum|faktura|invoice no|invoice number|invoice nr|invoice id|invoice #|invoice|ordernr|ordernummer|order nr|order no|order number|order id|orderid|order #|order|sales order|transaction id|transaction no|transaction number|transaction num|receipt|receipt number|kvittonr|kvittonummer|kvitto|verifikationsnummer|sales id|salesid',
    check: 'num|transaktionsid|reference|referens|document no|dokumentnr',
  },
  line: {
    sure: 'rad id|radid|radnr|radnummer|rad nr|orderrad|fakturarad|row id|rowid|row|line|line no|line number|line id|order line|lineitem id|sales line id',
    check: 'rad|pos|position',
  },
  order_date: {
    sure: 'orderdatum|order datum|order date|orderdate|beställningsdatum|date ordered|ordered at|ordered on|bestdatum',
  },
  customer: {
    sure: 'kundnamn|kund namn|customer name|customername|kund|customer|beställare|account name|client name|client|company|company name|företag|företagsnamn|köpare|buyer|billing name|faktura till|bill to|kundens namn',
    check: 'account|name|namn|konto namn',
  },
  customer_id: {
    sure: 'kundnr|kundnummer|kund nr|kundid|kund id|customer id|customerid|customer no|customer nr|customer number|client id|account id|account number|debitor|buyer id|contact id|organisationsnummer|org nr|orgnr',
    check: 'email|e post|epost',
  },
  segment: { sure: 'segment|kundsegment|customer segment|kundgrupp|kundkategori|kundtyp|customer type|customer group' },
  rep: {
    sure: 'säljare|säljarnamn|säljare namn|ansvarig säljare|vår referens|referensperson|sales rep|salesrep|rep|sales person|salesperson|sales representative|salesman|sales agent|seller|account manager|owner|säljansvarig|ansvarig|employee|consultant|konsult',
    check: 'referens|handläggare|medarbetare',
  },
  product: {
    sure: 'artikelbenämning|artikelnamn|produktnamn|product name|productname|produkt|product|benämning|artikel|item name|item|lineitem name|item description|product description|artikelbeskrivning|product service|products|vara|tjänst',
    check: 'beskrivning|description|memo description|title|modell|model|text',
  },
  product_id: {
    sure: 'artikelnr|artikelnummer|artikel nr|art nr|artnr|produktnr|produktnummer|produkt id|produktid|product id|productid|product code|product no|product number|product key|item no|item number|item id|item code|sku|lineitem sku|ean|gtin|stock code|stockcode|varunummer',
  },
  category: {
    sure: 'kategori|category|varugrupp|produktgrupp|artikelgrupp|produktkategori|product category|product group|item group|product line|productline|item category|huvudgrupp',
    check: 'department|avdelning|product type|produkttyp',
  },
  subcategory: {
    sure: 'underkategori|subkategori|undergrupp|sub category|subcategory|product subcategory|product sub category',
  },
  region: {
    sure: 'region|distrikt|district|sales region|territory|säljområde|område|area|försäljningsområde|län|marknad',
  },
  country: { sure: 'land|country|country region|lands namn|country name|billing country|land region' },
  city: { sure: 'ort|stad|city|town|postort|billing city|kundort' },
  channel: {
    sure: 'kanal|försäljningskanal|säljkanal|channel|sales channel|order channel|butik|store|store name|shop|outlet|source|källa',
  },
  quantity: {
    sure: 'antal|kvantitet|quantity|qty|units|units sold|antal enheter|antal sålda|sålda enheter|lineitem quantity|quantity ordered|quantityordered|items sold|order quantity|levererat antal|fakturerat antal|volym',
  },
  unit_price: {
    sure: 'à pris|á pris|a pris|apris|styckpris|pris per enhet|enhetspris|unit price|unitprice|price each|priceeach|pris st|pris|price|sale price|sales price|lineitem price|försäljningspris|price per unit|pris exkl moms',
    check: 'rate|item price',
  },
  discount: {
    sure: 'rabatt|rabattbelopp|discount|discounts|discount amount|rabatt kr|lineitem discount|radrabatt',
    check: 'avdrag',
  },
  discount_share: {
    sure: 'rabatt %|rabatt i %|rabattsats|rabattprocent|rabatt procent|discount %|discount percent|discount percentage|discount rate|% rabatt|% discount|discount share',
  },
  cost: {
    sure: 'kostnad|kostnader|varukostnad|inköpsvärde|inköpskostnad|kostnadsbelopp|kostnad sålda varor|ksv|cost|costs|cogs|cost of goods sold|cost of sales|total cost|cost amount|product cost',
    check: 'inköp|direct cost',
  },
  unit_cost: {
    sure: 'unit cost|unitcost|cost per unit|cost price|costprice|cost each|inköpspris|à inköpspris|inpris|styckkostnad|kostnad per enhet|kostnad per styck|kostnad st|självkostnadspris|standard cost',
    check: 'självkostnad|kalkylpris',
  },
  profit: {
    sure: 'resultat|vinst|tb|tb kr|tb1|täckningsbidrag|täckningsbidrag kr|bruttovinst|bruttoresultat|profit|profit loss|gross profit|total profit|contribution|margin amount|profit amount',
    check: 'bidrag',
  },
  currency: { sure: 'valuta|valutakod|currency|currency code|currencycode' },
  type: {
    sure: 'typ|försäljningstyp|affärstyp|type|sale type|sales type|transaction type|order type|kredit|fakturatyp|invoice type|radtyp',
  },
};

export const SYNONYMS: Readonly<Record<RecordKind, KindWords>> = {
  sale: SALE,
  deal: DEAL,
  lead: LEAD,
  activity: ACTIVITY,
  subscription: SUBSCRIPTION,
  cost: COST,
  target: TARGET,
  competitor_price: COMPETITOR_PRICE,
  customer_list: CUSTOMER_LIST,
  product_list: PRODUCT_LIST,
  rep_list: REP_LIST,
};

/** Words that speak for a kind wherever they stand in a header: what tells kinds apart that share most columns. */
export const KIND_SIGNS: Readonly<Record<RecordKind, string>> = {
  sale: 'faktura|fakturanr|fakturadatum|invoice|order id|ordernr|artikelnr|quantity|antal|lineitem|units sold|sales|försäljning|omsättning|revenue|net sales',
  deal: 'deal|opportunity|affär|affärsnamn|stage|pipeline|probability|sannolikhet|lost reason|is won|won time|close date|stadium|fas',
  lead: 'lead|leads|prospekt|lead source|lead status|lead origin|qualified|kvalificerad',
  activity: 'activity|aktivitet|aktivitetstyp|due date|call|meeting|samtal|möte|utförd',
  subscription: 'subscription|abonnemang|prenumeration|mrr|arr|plan|renewal|billing interval|churn|tenure|avtal',
  cost: 'expense|expenses|utgift|utgifter|kostnadsslag|kostnadsställe|cost center|cost category|kostnadskategori|leverantör|supplier|vendor name|media spend|spend',
  target: 'target|targets|budget|mål|målvärde|goal|quota|kvot|försäljningsmål',
  competitor_price: 'competitor|competitor price|konkurrent|konkurrentpris|konkurrenter',
  customer_list:
    'kundregister|kundlista|kundsegment|customer since|kund sedan|bransch|industry|sector|subsidiary of|employees',
  product_list:
    'produktregister|artikelregister|listpris|list price|sales price|inköpspris|unit cost|cost price|inventory|lager|lagersaldo',
  rep_list: 'manager|chef|säljchef|team|säljteam|sales team|regional office|anställd|hire date',
};
