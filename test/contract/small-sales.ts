/**
 * Ten rows of a Swedish export, small enough to add up by hand; the last one has no date that can be read.
 * All rows 6 000,00 · 2026 4 499,50 · 2025 1 500,50 · September 2026 1 899,50 · August 2026 2 600,00
 * 2026: 5 orders, 45 units, cost 2 690, customers 4 of which 2 new, Nord 2 400,00, Öst 2 099,50.
 */
export const SMALL_SALES = `Fakturadatum;Ordernr;Kund;Säljare;Region;Produkt;Antal;Belopp;Kostnad
2025-09-01;1001;Kafé Älgen;Anna;Nord;Mörkrost;10;1000,00;600,00
2025-09-15;1002;Bageri Öst;Björn;Öst;Mörkrost;5;500,50;300,00
2026-08-03;1003;Kafé Älgen;Anna;Nord;Ljusrost;4;400,00;250,00
2026-08-03;1003;Kafé Älgen;Anna;Nord;Mörkrost;2;200,00;120,00
2026-08-20;1004;Hotell Norr;Anna;Nord;Mörkrost;20;2000,00;1200,00
2026-09-02;1005;Bageri Öst;Björn;Öst;Ljusrost;8;800,25;480,00
2026-09-14;1006;Kafé Älgen;Anna;Nord;Mörkrost;-2;-200,00;-120,00
2026-09-30;1007;Nya Krogen;Björn;Öst;Mörkrost;12;1199,25;700,00
2026-09-30;1007;Nya Krogen;Björn;Öst;Ljusrost;1;100,00;60,00
okänt;1008;Nya Krogen;Björn;Öst;Ljusrost;1;50,00;30,00
`;

export const TODAY = '2026-11-21';
