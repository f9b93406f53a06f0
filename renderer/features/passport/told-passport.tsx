import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_VALUE } from '#shared/format.ts';
import { needName } from '#shared/needs-words.ts';
import { numberOfTold } from '#shared/opened-number.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import type { Told, ToldNumberInput } from '#shared/told.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { ToldSubject } from '../../state/passport-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FormulaText } from './formula-text.tsx';
import { RowsDialog } from './rows-dialog.tsx';
import { InReport, NoPassport } from './told-number.tsx';
import { Lines, Section } from './section.tsx';
import { partName, toldWords } from './told-passport.model.ts';

const NONE: readonly NamedDimension[] = [];

/** The passport of a number that is no cell of a question: what the model or the forecast made it of, and the rows it goes by. */
export function ToldPassport({ subject }: { readonly subject: ToldSubject }) {
  const { t } = useTranslation();
  const close = useAppStore((state) => state.closePassport);
  const { data, error } = useHostQuery('told.explain', { number: subject.told });
  return (
    <Dialog
      open
      look="panel"
      title={subject.name}
      {...(subject.place === '' ? {} : { sub: subject.place })}
      closeLabel={t('frame:close')}
      onClose={close}
    >
      {error !== null && <NoPassport reported={subject.reported} error={error} />}
      {data === undefined && error === null && (
        <div className="passport late">
          <Skeleton width="40%" height="28px" />
          <Skeleton height="60px" />
        </div>
      )}
      {data !== undefined && <ToldBody subject={subject} told={data} />}
    </Dialog>
  );
}

function ToldBody({ subject, told }: { readonly subject: ToldSubject; readonly told: Told }) {
  const { t } = useTranslation();
  const [showsRows, setShowsRows] = useState(false);
  const said = useToldWords(subject.told, told);
  const kpi = kpiOf(subject.told);
  const words = useKpiWords();
  const { value, about, formula, live, inputs, model, scope, rowsUsed, rowsByPart, leftOut, sources } = said;
  const hasRows = told.parts.some(({ total }) => total > 0);
  return (
    <div className="passport">
      <p className="passport-value">
        {value?.number ?? NO_VALUE} {value !== null && <small>{value.unit}</small>}
      </p>
      <InReport reported={subject.reported} now={numberOfTold(told, subject.reported?.part ?? 'value')} />
      <p>{about}</p>
      {(formula !== null || inputs.length > 0) && (
        <Section title={t(formula === null ? 'told:goesIn' : 'passport:formula')}>
          {formula !== null && (
            <div className="passport-formula">
              <p>{formula}</p>
              {live !== null && <p>{live}</p>}
            </div>
          )}
          <Lines lines={inputs} />
        </Section>
      )}
      {model.length > 0 && (
        <Section title={t('told:model')}>
          <Lines lines={model} />
        </Section>
      )}
      {kpi !== null && told.formula !== null && (
        <Section title={t('told:kpi')}>
          <p>
            {words.name(kpi)}. {words.definition(kpi)}
          </p>
          <div className="passport-formula">
            <p>
              <FormulaText formula={told.formula} />
            </p>
          </div>
        </Section>
      )}
      {scope.length > 0 && (
        <Section title={t('passport:scope')}>
          <Lines lines={scope} />
        </Section>
      )}
      {told.parts.length > 0 && (
        <Section title={t('passport:rows')}>
          <Lines lines={[{ label: t('passport:rowsUsed'), value: rowsUsed }, ...rowsByPart, ...leftOut]} />
          {hasRows && (
            <p>
              <Button look="link" onClick={() => setShowsRows(true)}>
                {t('passport:showRows')}
              </Button>
            </p>
          )}
        </Section>
      )}
      {sources.length > 0 && (
        <Section title={t('passport:sources')}>
          <Lines lines={sources.map(({ text, rows }) => ({ label: text, value: rows }))} />
        </Section>
      )}
      {showsRows && (
        <RowsDialog
          subject={subject}
          name={subject.name}
          period={subject.place}
          sorts={told.parts.map(({ part, kind, total }) => ({
            key: `${part} ${kind}`,
            name: partName({ part, kind, total }, told.parts, { t }),
            kind,
            part,
            total,
          }))}
          onClose={() => setShowsRows(false)}
        />
      )}
    </div>
  );
}

function useToldWords(number: ToldNumberInput, told: Told): ReturnType<typeof toldWords> {
  const { t } = useTranslation();
  const format = useFormatContext();
  const words = useKpiWords();
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  return useMemo(
    () =>
      toldWords(number, told, {
        t,
        words,
        format,
        dimensionName: (key) => dimensionName(t, key, dimensions),
        memberName: (member, dimension) => memberName(member, t, dimension),
        needName: (need) => needName(need, t),
      }),
    [number, told, t, words, format, dimensions],
  );
}

/** The KPI whose definition a number goes by. */
function kpiOf(number: ToldNumberInput): string | null {
  if (number.of === 'history' || number.of === 'back-test') return number.kpi;
  if (number.of === 'pipeline-test') return 'won-value';
  if (number.of === 'kept') return number.forecast.kpi;
  if (number.of === 'cells') return number.cell.kpi;
  return number.of === 'goal' ? number.goal.kpi : null;
}
