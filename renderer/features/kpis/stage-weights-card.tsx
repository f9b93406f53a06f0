import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { cellsAt } from '#shared/tiles/answer-cells.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Table } from '../../ui/table.tsx';
import { RuleCard } from './rule-card.tsx';
import { stageLines, weightsWith } from './stage-weights.model.ts';
import { typedNumber } from './typed-number.model.ts';
import { useSettings } from './use-settings.ts';

/** By its rows the open deals of every stage are counted, also those that no weight is given for. */
const OPEN_DEALS = 'weighted-pipeline:stage-weights';

/** The chance of every stage that open deals are in, in per cent. */
export function StageWeightsCard() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings, disabled, change } = useSettings();
  const { stageWeights } = settings;
  const asked = { kpis: [OPEN_DEALS], period: 'all', rows: [{ dimension: 'stage' }] };
  const answer = useHostQuery('question.ask', asked, { keep: true }).data ?? null;
  const lines = stageLines(answer === null ? [] : cellsAt(answer, OPEN_DEALS, 1), stageWeights);
  const set = (stage: string, weight: number | null): void =>
    change(
      t('library:rule.stageWeights.changed', { stage }),
      { stageWeights: weightsWith(stageWeights, stage, weight) },
      { stageWeights },
    );
  return (
    <RuleCard rule="stageWeights">
      {lines.length === 0 ? (
        <p className="muted">{t('library:rule.stageWeights.empty')}</p>
      ) : (
        <Table
          caption={t('library:rule.stageWeights.title')}
          rows={lines}
          rowKey={({ stage }) => stage}
          className="kpi-stages"
          columns={[
            { key: 'stage', header: t('library:rule.stageWeights.stage'), rowHeader: true, cell: ({ stage }) => stage },
            {
              key: 'deals',
              header: t('library:rule.stageWeights.deals'),
              number: true,
              cell: ({ deals }) => formatNumber(deals, locale),
            },
            {
              key: 'weight',
              header: t('library:rule.stageWeights.weight'),
              number: true,
              width: '92px',
              cell: ({ stage, weight }) => (
                <WeightField
                  key={String(weight)}
                  stage={stage}
                  weight={weight}
                  disabled={disabled}
                  onSet={(next) => set(stage, next)}
                />
              ),
            },
          ]}
        />
      )}
    </RuleCard>
  );
}

interface WeightFieldProps {
  readonly stage: string;
  readonly weight: number | null;
  readonly disabled: boolean;
  readonly onSet: (weight: number | null) => void;
}

/** A chance typed in per cent. */
export function WeightField({ stage, weight, disabled, onSet }: WeightFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = weight === null ? '' : formatNumber(weight * 100, locale, 2, 0);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const set = (): void => {
    if (text.trim() === shown) return setWrong(false);
    const share = text.trim() === '' ? null : typedNumber(text, locale);
    const isWrong = text.trim() !== '' && (share === null || share < 0 || share > 100);
    setWrong(isWrong);
    if (!isWrong) onSet(share === null ? null : share / 100);
  };
  return (
    <input
      className="ui-input kpi-weight"
      aria-label={t('library:rule.stageWeights.of', { stage })}
      aria-invalid={wrong}
      title={wrong ? t('library:rule.stageWeights.wrong') : undefined}
      inputMode="decimal"
      placeholder="–"
      disabled={disabled}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={set}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set();
        if (event.key === 'Escape') setText(shown);
      }}
    />
  );
}
