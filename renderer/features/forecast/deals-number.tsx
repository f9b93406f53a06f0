import { useTranslation } from 'react-i18next';
import type { ToldOf } from '#shared/told.ts';
import { ToldButton } from '../overview/told-button.tsx';

interface DealsNumberProps extends Pick<ToldOf<'pipeline'>, 'basis' | 'filters' | 'figure' | 'part'> {
  /** Of which deals it is. */
  readonly place: string;
  /** Within running text. */
  readonly said?: boolean;
  readonly children: string;
}

/** A number of open deals that opens its passport. */
export function DealsNumber({ place, said = false, children, ...asked }: DealsNumberProps) {
  const { t } = useTranslation();
  const name = {
    deals: 'count',
    value: 'value',
    weighted: 'weighted',
    learnt: 'stages.learnt',
    'without-value': 'lacking.value',
    'without-chance': 'lacking.chance',
  }[asked.figure];
  return (
    <ToldButton told={{ of: 'pipeline', ...asked }} name={t(`forecast:${name}`)} place={place} said={said}>
      {children}
    </ToldButton>
  );
}
