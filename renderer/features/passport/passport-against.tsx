import { useTranslation } from 'react-i18next';
import { formatFull } from '#shared/format.ts';
import type { Explanation } from '#shared/question.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { benchmarkLines } from '../kpis/benchmarks.model.ts';
import { benchmarksOf } from './passport.model.ts';
import { Lines, Section } from './section.tsx';
import { levelsOf } from './use-passport.ts';

interface PassportAgainstProps {
  readonly subject: CellSubject;
  readonly explanation: Explanation;
}

/** The last and the best closed period of the same cell, and the reference value. */
export function PassportAgainst({ subject, explanation }: PassportAgainstProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const asked = benchmarksOf(explanation, levelsOf(subject));
  const { data } = useHostQuery('question.benchmarks', asked ?? { kpis: [explanation.kpi] }, {
    enabled: asked !== null,
  });
  const said = (value: number): string => formatFull(value, explanation.unit, format);
  const lines = benchmarkLines(data?.[0], asked, said, t, format.locale);
  return lines.length === 0 ? null : (
    <Section title={t('library:against.title')}>
      <Lines lines={lines} />
    </Section>
  );
}
