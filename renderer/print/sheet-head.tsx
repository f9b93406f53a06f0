import { useTranslation } from 'react-i18next';
import { headlineOf, type PageShown, type ReportFrame } from './blocks/blocks.model.ts';
import { headingColour } from './heading-colour.model.ts';

interface SheetHeadProps {
  readonly shown: PageShown;
  readonly frame: ReportFrame;
}

const colourOf = ({ brand }: ReportFrame): { readonly color: string } | undefined =>
  brand.colour === null ? undefined : { color: headingColour(brand.colour) };

/** What a page begins with: its headline and what it is of, or the report's own names on a cover. */
export function SheetHead({ shown, frame }: SheetHeadProps) {
  const { page, made } = shown;
  if (page.show === 'cover') return <CoverHead shown={shown} frame={frame} />;
  return (
    <header className="sheet-head">
      <h1 style={colourOf(frame)}>{headlineOf(frame.name, page, made)}</h1>
      {made.sub !== '' && <p className="sheet-sub">{made.sub}</p>}
    </header>
  );
}

/** What a page's further sheets begin with; no heading, so that a page has one bookmark. */
export function SheetHeadAgain({ shown, frame }: SheetHeadProps) {
  const { t } = useTranslation();
  const title = headlineOf(frame.name, shown.page, shown.made);
  return <p className="sheet-head-again">{t('report:print.again', { title })}</p>;
}

function CoverHead({ shown, frame }: SheetHeadProps) {
  const { t } = useTranslation();
  const { brand, company, period, against, dataAsOf, filters } = frame;
  return (
    <header className="sheet-cover">
      <div className="sheet-cover-brand">
        {brand.logo !== null && <img src={brand.logo} alt={company} />}
        <p>{company}</p>
      </div>
      <div className="sheet-cover-title" style={{ borderColor: colourOf(frame)?.color }}>
        <h1 style={colourOf(frame)}>{headlineOf(frame.name, shown.page, shown.made)}</h1>
        <p className="sheet-cover-period">
          {against === null ? period : `${period}, ${t('report:print.against', { period: against })}`}
        </p>
        <p className="muted">{dataAsOf}</p>
        {filters.map((filter) => (
          <p key={filter} className="muted">
            {filter}
          </p>
        ))}
        {brand.confidentiality !== null && <p className="sheet-cover-secret">{brand.confidentiality}</p>}
      </div>
    </header>
  );
}
