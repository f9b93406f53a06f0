import type { KindWords } from './field-words.ts';

export const CUSTOMER_LIST: KindWords = {
  customer: {
    sure: 'kundnamn|kund namn|kund|customer name|customer|account name|account|accounts|company name|company|organization name|organization|organisation|företagsnamn|företag|client name|client|kundens namn',
    check: 'name|namn|full name|fullname',
  },
  customer_id: {
    sure: 'kundnr|kundnummer|kund nr|kundid|kund id|customer id|customerid|customer no|customer nr|customer number|account id|account number|account no|client id|organization id|debitor|contact id',
    check: 'organisationsnummer|org nr|orgnr|record id|id',
  },
  segment: {
    sure: 'segment|kundsegment|customer segment|kundgrupp|kundkategori|kundtyp|customer type|customer group|bransch|industry|sector|sektor|account type|tier',
    check: 'type|typ|kategori|category',
  },
  region: { sure: 'region|distrikt|district|sales region|territory|säljområde|område|area|marknad|state|län' },
  country: {
    sure: 'land|country|country region|billing country|land region',
    check: 'office location|headquarters|location',
  },
  city: { sure: 'ort|stad|city|town|postort|billing city|kundort' },
  since: {
    sure: 'kund sedan|customer since|kund från|since|first order|första köp|kundstart|signup date|created|created date|skapad|registrerad|registreringsdatum',
    check: 'startdatum|start date|datum|date',
  },
};

export const PRODUCT_LIST: KindWords = {
  product: {
    sure: 'produkt|product|produktnamn|product name|productname|artikelbenämning|artikelnamn|benämning|artikel|item name|item|vara|tjänst|service',
    check: 'name|namn|beskrivning|description|title|titel',
  },
  product_id: {
    sure: 'artikelnr|artikelnummer|artikel nr|art nr|artnr|produktnr|produktnummer|produkt id|produktid|product id|productid|product code|product no|product number|item no|item number|item id|item code|sku|ean|gtin|stock code|varunummer',
    check: 'id|record id',
  },
  category: {
    sure: 'kategori|category|varugrupp|produktgrupp|artikelgrupp|produktkategori|product category|product group|item group|product line|product family|series|serie|produktserie|huvudgrupp',
    check: 'department|avdelning|type|typ',
  },
  subcategory: {
    sure: 'underkategori|subkategori|undergrupp|sub category|subcategory|product subcategory|product sub category',
  },
  list_price: {
    sure: 'listpris|list price|katalogpris|rekommenderat pris|försäljningspris|sales price|sale price|unit price|à pris|á pris|a pris|styckpris|pris exkl moms|pris|price|standard price|retail price',
  },
  cost: {
    sure: 'inköpspris|självkostnad|självkostnadspris|kostnad per styck|unit cost|cost price|purchase price|standard cost|kostnad|cost|direct cost|kalkylpris',
  },
};

export const REP_LIST: KindWords = {
  rep: {
    sure: 'säljare|säljarnamn|sales agent|sales rep|salesrep|sales person|salesperson|sales representative|rep|seller|account manager|owner|deal owner|opportunity owner|employee|medarbetare|säljansvarig',
    check: 'name|namn|full name|user|användare',
  },
  team: { sure: 'team|säljteam|sales team|säljgrupp|grupp|avdelning|department' },
  manager: { sure: 'manager|chef|säljchef|sales manager|närmaste chef|reports to|team leader|teamledare' },
  region: {
    sure: 'region|regional office|regionkontor|distrikt|district|territory|säljområde|område|office|kontor|marknad',
  },
  start: {
    sure: 'anställd|anställd från|anställningsdatum|start date|startdatum|hired|hire date|started|började|start',
  },
  end: { sure: 'slutade|slutdatum|end date|anställd till|left|end' },
};
