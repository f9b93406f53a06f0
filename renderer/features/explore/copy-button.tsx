import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useExploring } from './explore-context.ts';
import { useCopy } from './use-copy.ts';

export function CopyButton() {
  const { t } = useTranslation();
  const { view } = useExploring();
  const copy = useCopy();
  return (
    <Button disabled={view.values.length === 0} onClick={() => void copy()}>
      {t('explore:copy.button')}
    </Button>
  );
}
