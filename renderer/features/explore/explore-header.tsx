import { useTranslation } from 'react-i18next';
import type { Answer, Comparison } from '#shared/question.ts';
import { compareName, periodName } from '#shared/tiles/tile-words.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useFormatContext } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PeriodPicker } from '../overview/period-picker.tsx';
import { CopyButton } from './copy-button.tsx';
import { useExploring } from './explore-context.ts';
import { ExportMenu } from './export-menu.tsx';
import { SaveMenu } from './save-menu.tsx';
import { EMPTY_VIEW } from './start.model.ts';
import type { useExplored } from './use-explore.ts';
import { viewTitle } from './words.model.ts';

const COMPARISONS = ['none', 'last-year', 'previous', 'target'] as const satisfies readonly Comparison[];

/** Letters that a line holds. */
const LONG = 46;

interface ExploreHeaderProps {
  readonly explored: ReturnType<typeof useExplored>;
  readonly answer: Answer | null;
}

/** What is shown, its period and comparison, back and forth, and the ways out. */
export function ExploreHeader({ explored, answer }: ExploreHeaderProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { view, edit, words, announce } = useExploring();
  const { canUndo, canRedo, undo, redo } = explored;
  const period = answer === null ? '…' : periodName(answer.period, { t, format });
  const against = answer === null ? null : compareName(answer, format);
  const isWholeYear = view.compare === 'last-year' && against !== null && /^\d{4}$/.test(against);
  const comparison =
    view.compare === 'none' || view.compare === 'target' || against === null
      ? t(view.compare === 'target' ? 'explore:compare.target' : `overview:compare.${view.compare}`)
      : isWholeYear
        ? t('overview:compare.samePeriod', { year: against })
        : against;
  const title = viewTitle(view, words);
  return (
    <ScreenHeader title={title} long={title.length > LONG}>
      <PeriodPicker
        shown={period}
        answer={answer}
        spec={view.period}
        onChange={(next) => edit((now) => ({ ...now, period: next }))}
      />
      <Menu
        align="end"
        trigger={<Chip className="self-explaining" label={t('overview:compare.label')} value={comparison} />}
        groups={[
          COMPARISONS.map((compare) => ({
            label: t(compare === 'target' ? 'explore:compare.target' : `overview:compare.${compare}`),
            checked: view.compare === compare,
            onSelect: () => edit((now) => ({ ...now, compare })),
          })),
        ]}
      />
      <span className="explore-steps">
        <IconButton
          icon="undo"
          label={t('explore:undo')}
          disabled={!canUndo}
          onClick={() => {
            undo();
            announce(t('explore:said.undone'));
          }}
        />
        <IconButton
          icon="redo"
          label={t('explore:redo')}
          disabled={!canRedo}
          onClick={() => {
            redo();
            announce(t('explore:said.redone'));
          }}
        />
        <Menu
          align="end"
          trigger={<IconButton icon="more" label={t('explore:more')} />}
          groups={[
            [
              {
                label: t('explore:reset'),
                icon: 'trash',
                disabled: view.values.length + view.rows.length + view.columns.length + view.filters.length === 0,
                onSelect: () => {
                  edit(() => EMPTY_VIEW);
                  announce(t('explore:said.reset'));
                },
              },
            ],
          ]}
        />
      </span>
      <SaveMenu />
      <CopyButton />
      <ExportMenu />
    </ScreenHeader>
  );
}
