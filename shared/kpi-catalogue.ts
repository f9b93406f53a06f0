export { KPI_CATALOGUE } from './catalogue/index.ts';
