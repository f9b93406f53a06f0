import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { LOGO_TYPES, logoAddress, logoProblem, type LogoProblem } from './logo.model.ts';

interface LogoFieldProps {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** A picture of the company's mark, kept in the workspace. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const take = async (picked: File): Promise<void> => {
    const bytes = new Uint8Array(await picked.arrayBuffer());
    const found = logoProblem(bytes) ?? (await canBeDrawn(picked));
    setProblem(found);
    if (found === null) onChange(logoAddress(bytes));
  };
  return (
    <div className="report-logo">
      <span className="ui-field-label">{t('report:screen.brand.logo')}</span>
      <div className="report-logo-line">
        {logo !== null && <img src={logo} alt={t('report:screen.brand.logoNow')} />}
        <Button onClick={() => file.current?.click()}>
          {t(logo === null ? 'report:screen.brand.pick' : 'report:screen.brand.change')}
        </Button>
        {logo !== null && (
          <Button look="link" onClick={() => onChange(null)}>
            {t('report:screen.brand.removeLogo')}
          </Button>
        )}
      </div>
      <span className={problem === null ? 'ui-field-note' : 'ui-field-note bad'} role="status">
        {t(problem === null ? 'report:screen.brand.logoHint' : `report:screen.brand.problem.${problem}`)}
      </span>
      <input
        ref={file}
        type="file"
        accept={LOGO_TYPES.join()}
        hidden
        aria-label={t('report:screen.brand.logo')}
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked !== undefined) void take(picked);
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** A file may begin as a picture and be none. */
async function canBeDrawn(picked: File): Promise<LogoProblem | null> {
  try {
    (await createImageBitmap(picked)).close();
    return null;
  } catch {
    return 'type';
  }
}
