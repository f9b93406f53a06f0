import { useTranslation } from 'react-i18next';
import type { Report } from '#shared/reports.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { FinalList } from './final-list.tsx';
import { ReportList } from './report-list.tsx';
import { TemplateCards } from './template-cards.tsx';
import type { Final } from './use-finals.ts';

interface ReportsStartProps {
  readonly reports: readonly Report[];
  readonly finals: readonly Final[];
  /** There are numbers to report. */
  readonly usable: boolean;
}

/** What a report can be made of, those that are being worked on, and those that are final. */
export function ReportsStart({ reports, finals, usable }: ReportsStartProps) {
  const { t } = useTranslation();
  const { readonly } = useWorkspace();
  return (
    <div className="reports-start">
      {usable && !readonly && (
        <section aria-labelledby="reports-new">
          <h2 id="reports-new" className="reports-heading">
            {t('report:screen.start.new')}
          </h2>
          <TemplateCards names={reports.map(({ name }) => name)} />
        </section>
      )}
      <div className="reports-lists">
        {usable && <ReportList reports={reports} />}
        <FinalList finals={finals} />
      </div>
    </div>
  );
}
