import { useTranslation } from 'react-i18next';
import type { ReportPage } from '#shared/reports.ts';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { HeadlineField } from './headline-field.tsx';
import type { AtHand } from './kinds.model.ts';
import { PageChoices } from './page-choices.tsx';
import { withPageAs } from './pages.model.ts';
import type { EditReport } from './use-reports.ts';

const MOST_COMMENT = 4000;

interface PageInspectorProps {
  readonly page: ReportPage;
  /** Empty until it is known. */
  readonly draft: string;
  readonly atHand: AtHand;
  readonly edit: EditReport;
}

/** What is said over the chosen page, beside its numbers, and what it shows. */
export function PageInspector({ page, draft, atHand, edit }: PageInspectorProps) {
  const { t } = useTranslation();
  const change = (next: (page: ReportPage) => ReportPage, writing?: string): void =>
    edit((report) => withPageAs(report, page.id, next), writing);
  return (
    <>
      <Card title={t(`report:page.${page.show}`)} className="report-card">
        <HeadlineField page={page} draft={draft} onChange={change} />
        <TextArea
          label={t('report:screen.comment.label')}
          rows={5}
          maxLength={MOST_COMMENT}
          value={page.comment}
          placeholder={t('report:screen.comment.empty')}
          onChange={(comment) => change((now) => ({ ...now, comment }), `comment ${page.id}`)}
        />
      </Card>
      <PageChoices page={page} atHand={atHand} onChange={change} />
    </>
  );
}
