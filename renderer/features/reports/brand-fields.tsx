import { useTranslation } from 'react-i18next';
import type { Report } from '#shared/reports.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { contrastOnPaper } from './logo.model.ts';
import { LogoField } from './logo-field.tsx';

/** What large text needs to be read (WCAG 2.2 AA). */
const LEAST_CONTRAST = 3;
const INK = '#16191d';

interface BrandFieldsProps {
  readonly brand: Report['brand'];
  readonly onChange: (change: Partial<Report['brand']>, writing?: string) => void;
}

/** Whose report it is and how it shows. */
export function BrandFields({ brand, onChange }: BrandFieldsProps) {
  const { t } = useTranslation();
  const { name } = useWorkspace();
  const faint = brand.colour !== null && contrastOnPaper(brand.colour) < LEAST_CONTRAST;
  const lineOf = (text: string): string | null => (text.trim() === '' ? null : text);
  return (
    <Card title={t('report:screen.brand.title')} className="report-card">
      <TextField
        label={t('report:screen.brand.company')}
        value={brand.company ?? ''}
        placeholder={name}
        maxLength={200}
        onChange={(company) => onChange({ company: lineOf(company) }, 'company')}
      />
      <LogoField logo={brand.logo} onChange={(logo) => onChange({ logo })} />
      <div className="report-colour">
        <TextField
          type="color"
          label={t('report:screen.brand.colour')}
          value={brand.colour ?? INK}
          onChange={(colour) => onChange({ colour: colour.toLowerCase() }, 'colour')}
          error={faint ? t('report:screen.brand.faint') : null}
        />
        {brand.colour !== null && (
          <Button look="link" onClick={() => onChange({ colour: null })}>
            {t('report:screen.brand.usual')}
          </Button>
        )}
      </div>
      <TextField
        label={t('report:screen.brand.confidentiality')}
        value={brand.confidentiality ?? ''}
        placeholder={t('report:screen.brand.confidential')}
        maxLength={120}
        onChange={(confidentiality) => onChange({ confidentiality: lineOf(confidentiality) }, 'confidentiality')}
      />
    </Card>
  );
}
