import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { addressOf } from '../../state/route.model.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CountedFormula } from '../passport/formula-text.tsx';
import { Lines } from '../passport/section.tsx';
import { Remarks, ValueAndChange } from '../passport/told-number.tsx';
import { usePassport } from '../passport/use-passport.ts';
import type { ToldCell } from './use-told-cell.ts';

/** A passport in short: the number, its change, formula, inputs and rows, and the ways on. */
export function InspectedNumber({ told: { subject, explanation, shown } }: { readonly told: ToldCell }) {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const openPassport = useAppStore((state) => state.openPassport);
  const viewKpis = useAppStore((state) => state.viewKpis);
  const passport = usePassport(subject, explanation);
  if (passport === null) return null;
  const { name, place, definition, formula, live, inputs, remarks, leftOut } = passport;
  const isCounted = explanation.rows.byKind.some(({ total }) => total > 0);
  return (
    <>
      <h2 className="ui-card-title">{[name, place === '' ? t('charts:total') : place].join(', ')}</h2>
      <ValueAndChange passport={passport} />
      {shown !== null && <Lines lines={[{ label: shown.name, value: shown.text }]} />}
      <Remarks remarks={remarks} />
      <CountedFormula formula={formula} live={live} />
      <Lines lines={[...inputs, { label: t('passport:rows'), value: passport.rowsUsed }]} />
      {leftOut.length > 0 && (
        <div className="inspector-left-out">
          <Lines lines={leftOut} />
        </div>
      )}
      {definition !== '' && <p className="inspector-definition">{definition}</p>}
      <p className="inspector-ways">
        {isCounted && (
          <Button look="link" onClick={() => openPassport({ ...subject, showsRows: true })}>
            {t('passport:showRows')}
          </Button>
        )}
        <Button look="link" onClick={() => openPassport(subject)}>
          {t('explore:menu.passport')}
        </Button>
        <a
          href={addressOf('kpis')}
          onClick={() => viewKpis(id, { shelf: 'all', search: '', selected: explanation.kpi })}
        >
          {t('explore:inspector.define')}
        </a>
      </p>
    </>
  );
}
