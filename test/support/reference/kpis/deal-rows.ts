import { sum, type Source } from '../cell.ts';
import type { Kpi } from './kpi.ts';

export const closedAs = (...status: readonly string[]): Source => ({ kind: 'deal', date: 'closed', where: { status } });
export const WON = closedAs('won');
export const LOST = closedAs('lost');

export const wonValue: Kpi = (cell) => sum(cell, WON, 'value');
