import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { needsText } from '../../i18n/names.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ProblemSentence } from '../formula/problem-sentence.tsx';
import { useDraft } from '../formula/use-draft.ts';
import { FormulaText } from '../passport/formula-text.tsx';
import { AgainstSection } from './against-section.tsx';
import { Value } from './kpi-value.tsx';
import { usePeriod } from './period-chip.tsx';
import { goesBy } from './rules.model.ts';
import { GoesByLines } from './goes-by-lines.tsx';
import type { Cards } from './use-cards.ts';
import { useValues } from './use-values.ts';
import { VariantsSection } from './variants-section.tsx';

interface KpiDetailProps {
  readonly entry: KpiEntry;
  readonly entries: readonly KpiEntry[];
  readonly cards: Cards;
}

/** All there is to know and choose about one KPI. */
export function KpiDetail({ entry, entries, cards }: KpiDetailProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { period, name: periodText } = usePeriod();
  const { kpi, own, possible, needs, formula, problem, inVariants, source } = entry;
  const name = words.name(kpi);
  const value = useValues(possible ? [kpi] : [], period).get(kpi);
  const shown = cards.isShown(kpi);
  const definition = words.definition(kpi);
  return (
    <Card
      title={name}
      className="kpi-detail"
      actions={own === null ? undefined : <Badge>{t('library:own')}</Badge>}
      sub={source === 'textbook' || own !== null ? undefined : t('library:detail.source.article', { source })}
    >
      {possible && (
        <p className="kpi-detail-value">
          <Value reference={kpi} name={name} value={value} period={period} />
          <span className="muted">{periodText}</span>
        </p>
      )}
      {problem !== null && (
        <p className="passport-remark">
          {t('library:problem')}. <ProblemSentence formula={formula} problem={problem} />
        </p>
      )}
      {!possible && problem === null && (
        <p className="passport-remark">{t('library:needs', { needs: needsText(needs, t) })}</p>
      )}
      {definition !== '' && <p>{definition}</p>}
      <OverviewAndOwn entry={entry} shown={shown} cards={cards} name={name} />
      {inVariants.length > 1 ? (
        <VariantsSection entry={entry} period={period} />
      ) : (
        <section className="kpi-detail-part">
          <h3>{t('library:detail.formula')}</h3>
          <div className="passport-formula">
            <FormulaText formula={formula} />
          </div>
        </section>
      )}
      <GoesByLines goesBy={goesBy(formula, entries)} />
      {possible && <AgainstSection entry={entry} period={period} />}
      <p className="kpi-detail-id">
        {t('library:detail.written')} <code>{kpi}</code>
      </p>
    </Card>
  );
}

interface OverviewAndOwnProps {
  readonly entry: KpiEntry;
  readonly shown: boolean;
  readonly cards: Cards;
  readonly name: string;
}

function OverviewAndOwn({ entry, shown, cards, name }: OverviewAndOwnProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { settings, readonly } = useWorkspace();
  const { start } = useDraft();
  const remove = useHostCommand('kpi.remove');
  const restore = useHostCommand('kpi.save');
  const { kpi, own, possible, category, direction, unit, formula } = entry;
  const saved = settings.ownKpis.find(({ id }) => id === kpi) ?? null;
  return (
    <div className="kpi-detail-actions">
      {possible && (
        <Button
          icon={shown ? 'check' : 'plus'}
          aria-pressed={shown}
          disabled={cards.disabled}
          onClick={() => cards.show(kpi, !shown)}
        >
          {t(shown ? 'library:detail.onOverview' : 'library:detail.add')}
        </Button>
      )}
      {own === null && (
        <Button
          look="ghost"
          icon="copy"
          disabled={readonly}
          onClick={() =>
            start({ saved: null, name: '', definition: words.definition(kpi), category, direction, unit, formula })
          }
        >
          {t('library:detail.copy')}
        </Button>
      )}
      {saved !== null && (
        <>
          <Button icon="pen" disabled={readonly} onClick={() => start({ saved, ...saved })}>
            {t('library:detail.edit')}
          </Button>
          <Button
            look="ghost"
            icon="trash"
            disabled={readonly || remove.isPending}
            onClick={() =>
              remove.mutate(
                { id: kpi },
                {
                  onSuccess: () =>
                    showToast({
                      title: t('library:detail.deleted', { name }),
                      action: {
                        label: t('library:undo'),
                        onClick: () => restore.mutate({ kpi: saved, replaces: false }),
                      },
                    }),
                },
              )
            }
          >
            {t('library:detail.delete')}
          </Button>
        </>
      )}
    </div>
  );
}
