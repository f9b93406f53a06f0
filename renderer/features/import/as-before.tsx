import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/format-period.ts';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';

interface AsBeforeProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** Says that the columns are read as in an earlier file, with the way to the guess and back. */
export function AsBefore({ inspection, options, disabled, onChange }: AsBeforeProps) {
  const { t } = useTranslation('reimport');
  const locale = useLocale();
  const { remembered } = inspection;
  const turn = (label: string, remember: boolean) => {
    const { remembered: _, ...rest } = options;
    return (
      <Button
        look="link"
        disabled={disabled}
        onClick={() => onChange(remember ? rest : { ...rest, remembered: false })}
      >
        {label}
      </Button>
    );
  };
  if (remembered !== null) {
    const date = formatDate(remembered.usedAt.slice(0, 10), locale);
    return (
      <>
        {t('remembered.asBeforeOn', { file: remembered.file, date })} {turn(t('remembered.guess'), false)}
      </>
    );
  }
  if (options.remembered !== false) return null;
  return (
    <>
      {t('remembered.guessed')} {turn(t('remembered.again'), true)}
    </>
  );
}
