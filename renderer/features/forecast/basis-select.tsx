import { useTranslation } from 'react-i18next';
import { CHANCE_BASES, type ChanceBasis } from '#shared/forecast-choices.ts';
import { Select } from '../../ui/select.tsx';

interface BasisSelectProps {
  readonly basis: ChanceBasis;
  readonly onChange: (basis: ChanceBasis) => void;
}

/** Which chance the open deals have. */
export function BasisSelect({ basis, onChange }: BasisSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('forecast:basis.label')}
      value={basis}
      onChange={onChange}
      groups={[{ options: CHANCE_BASES.map((each) => ({ value: each, label: t(`forecast:basis.${each}`) })) }]}
    />
  );
}
