import { useTranslation } from 'react-i18next';
import { REPORT_TEMPLATES } from '#shared/report-choices.ts';
import { Menu } from '../../ui/menu.tsx';
import { useDashboardList } from '../dashboards/use-dashboards.ts';
import { useNewReport } from './use-new-report.ts';

/** One card a template, with what it holds; a report of one's own begins with a dashboard. */
export function TemplateCards({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const { list } = useDashboardList();
  const { start, starting } = useNewReport(names);
  const filled = (list ?? []).filter(({ dashboard }) => dashboard.tiles.length > 0);
  return (
    <ul className="report-templates">
      {REPORT_TEMPLATES.map((template) => {
        const card = (
          <button
            type="button"
            className="ui-card report-template"
            disabled={starting !== null || (template === 'own' && filled.length === 0)}
            aria-busy={starting === template}
            {...(template === 'own' ? {} : { onClick: () => void start(template, null) })}
          >
            <span className="report-template-name">{t(`report:template.${template}`)}</span>
            <span className="report-template-text">{t(`report:screen.start.holds.${template}`)}</span>
          </button>
        );
        return (
          <li key={template}>
            {template === 'own' ? (
              <Menu
                trigger={card}
                groups={[
                  filled.map(({ dashboard }) => ({
                    label: dashboard.name,
                    onSelect: () => void start('own', dashboard),
                  })),
                ]}
              />
            ) : (
              card
            )}
          </li>
        );
      })}
    </ul>
  );
}
