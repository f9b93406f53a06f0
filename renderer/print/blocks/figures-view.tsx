import { useTranslation } from 'react-i18next';
import type { BlockOf, ReportFigure } from '#shared/report-content.ts';
import { NO_VALUE } from '#shared/format.ts';
import { openedFigure } from '#shared/opened-number.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { OpeningNumber } from './opening-number.tsx';

interface FiguresViewProps {
  readonly block: BlockOf<'figures'>;
  /** How many stand in a row. */
  readonly across: number;
  /** Rows, the last one not included. */
  readonly from: number;
  readonly to: number;
}

/** KPIs beside each other: value, change, months, target and what there is to say. */
export function FiguresView({ block, across, from, to }: FiguresViewProps) {
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  return rows.map((row) => (
    <div
      key={row}
      data-piece
      className="sheet-figures"
      style={{ gridTemplateColumns: `repeat(${String(across)}, minmax(0, 1fr))` }}
    >
      {block.figures.slice(row * across, (row + 1) * across).map((figure, index) => (
        <Figure key={index} figure={figure} />
      ))}
    </div>
  ));
}

function Figure({ figure }: { readonly figure: ReportFigure }) {
  const { t } = useTranslation();
  const { name, value, text, unitText, reason, change, against, target, message, months } = figure;
  return (
    <div className="sheet-figure">
      <p className="sheet-figure-name">{name}</p>
      <p className="sheet-figure-value">
        {value === null ? (
          NO_VALUE
        ) : (
          <OpeningNumber opened={openedFigure(figure)} name={name} title={name} place="" text={text} scale={null} />
        )}{' '}
        {value !== null && unitText !== '' && <small>{unitText}</small>}
      </p>
      <p className="sheet-figure-change">
        {change !== null && <span className={change.tone}>{change.text} </span>}
        {against !== null && <span className="muted">{against}</span>}
      </p>
      {months.filter((month) => month !== null).length > 1 && (
        <Sparkline values={months} description={t('report:print.months', { name })} />
      )}
      {target !== null && <p className={`sheet-figure-target ${target.tone}`}>{target.text}</p>}
      {reason !== null && <p className="sheet-figure-said muted">{reason}</p>}
      {message !== null && <p className="sheet-figure-said">{message}</p>}
    </div>
  );
}
