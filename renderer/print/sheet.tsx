import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/format.ts';
import type { ReportFrame } from './blocks/blocks.model.ts';
import { BlockView, type SetBlock } from './blocks/block-view.tsx';
import type { PageLayout } from './measured-page.tsx';
import type { Slice } from './pack.model.ts';
import { SheetHead, SheetHeadAgain } from './sheet-head.tsx';

interface PageSheetsProps {
  readonly layout: PageLayout;
  readonly frame: ReportFrame;
  /** Of its first sheet, counted from 1. */
  readonly first: number;
  /** Sheets of the whole report. */
  readonly count: number;
  /** The sheet with the definitions, null without one. */
  readonly definitions: number | null;
  /** Where each page begins; null for a page that does not say so. */
  readonly numbers: ReadonlyMap<string, number> | null;
}

/** The sheets of a page. */
export const PageSheets = memo(function PageSheets(props: PageSheetsProps) {
  const { layout, frame, first, count, definitions, numbers } = props;
  const { t } = useTranslation();
  const { shown, columns, sheets } = layout;
  const sheetOf = (page: string): number => numbers?.get(page) ?? 0;
  const foot = [
    frame.source,
    definitions === null || definitions === first ? '' : t('report:print.definitionsOn', { page: definitions }),
  ];
  return sheets.map((slices, index) => {
    const number = first + index;
    return (
      <section
        key={index}
        className={`sheet sheet-of-${shown.page.show}`}
        data-page={shown.page.id}
        data-sheet={number}
      >
        {index === 0 ? <SheetHead shown={shown} frame={frame} /> : <SheetHeadAgain shown={shown} frame={frame} />}
        {[false, true].map((under) => (
          <div key={String(under)} className="sheet-body">
            {columns.map(
              ({ width, sets, ...column }, at) =>
                column.under === under && (
                  <div key={at} className="sheet-column" style={{ width }}>
                    {slices[at]?.map((slice) => {
                      const set = sets[slice.part];
                      return (
                        set !== undefined && (
                          <SliceView
                            key={slice.part}
                            set={set}
                            slice={slice}
                            width={width}
                            locale={frame.locale}
                            sheetOf={sheetOf}
                          />
                        )
                      );
                    })}
                  </div>
                ),
            )}
          </div>
        ))}
        <footer className="sheet-foot">
          <span className="sheet-source">{foot.filter((text) => text !== '').join(' ')}</span>
          {frame.brand.confidentiality !== null && <span>{frame.brand.confidentiality}</span>}
          <span className="sheet-count">{`${String(number)} / ${String(count)}`}</span>
        </footer>
      </section>
    );
  });
});

interface SliceViewProps {
  readonly set: SetBlock;
  readonly slice: Slice;
  readonly width: number;
  readonly locale: Locale;
  readonly sheetOf: (page: string) => number;
}

function SliceView({ set, slice, width, locale, sheetOf }: SliceViewProps) {
  const { from, to, scale } = slice;
  const view = <BlockView set={set} from={from} to={to} locale={locale} sheetOf={sheetOf} />;
  if (scale === 1) return <div>{view}</div>;
  return (
    <div className="sheet-shrunk">
      <div style={{ width, transform: `scale(${String(scale)})` }}>{view}</div>
    </div>
  );
}
