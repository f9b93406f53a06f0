import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { formatFull, NO_VALUE } from '#shared/format.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Lines, Section } from './section.tsx';

interface BesideSectionProps {
  readonly subject: CellSubject;
  readonly kpi: string;
  readonly variant: string;
  readonly entries: readonly KpiEntry[];
}

/** What belongs beside a number, of the same cell: the mean beside a median, the share that was answered beside a response time. */
export function BesideSection({ subject: { question, cell }, kpi, variant, entries }: BesideSectionProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const format = useFormatContext();
  const host = useHost();
  const workspace = useWorkspace();
  const subjectOf = (reference: string): CellSubject => ({
    question: { ...question, kpis: [...new Set([...question.kpis, reference])] },
    cell: { ...cell, kpi: reference },
  });
  const references = besideOf(kpi, variant, entries);
  const answers = useQueries({
    queries: references.map((reference) => hostQuery(host, workspace, 'question.explain', subjectOf(reference))),
  });
  const lines = references.flatMap((reference, index) => {
    const told = answers[index]?.data;
    if (told === undefined) return [];
    return [
      {
        label: words.name(reference),
        value: told.value === null ? NO_VALUE : formatFull(told.value, told.unit, format),
        opens: subjectOf(reference),
      },
    ];
  });
  return lines.length === 0 ? null : (
    <Section title={t('passport:beside')}>
      <Lines lines={lines} />
    </Section>
  );
}

/** What the catalogue sets beside a KPI, as far as it can be counted; the share with a known cost is part of what the number holds. */
function besideOf(kpi: string, variant: string, entries: readonly KpiEntry[]): readonly string[] {
  const known = new Map(entries.map((entry) => [entry.kpi, entry]));
  return (known.get(kpi)?.beside ?? []).filter((reference) => {
    const named = parseKpiReference(reference);
    const entry = known.get(named.kpi);
    if (entry === undefined || reference === 'cost-coverage' || reference === `${kpi}:${variant}`) return false;
    const one = entry.inVariants.find((each) => each.variant === (named.variant ?? entry.variant));
    return one?.possible === true;
  });
}
