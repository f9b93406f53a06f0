import type { ChanceBasis } from '#shared/forecast.ts';
import type { DimensionRef, Filter } from '#shared/question.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';

/** The variant of the weighted pipeline that a basis is; what is learnt is none of them. */
const VARIANT: Readonly<Record<ChanceBasis, string | null>> = {
  deal: 'probability',
  stage: 'stage-weights',
  learnt: null,
};

interface DealsNumberProps {
  readonly basis: ChanceBasis;
  readonly filters: Filter[];
  readonly by: DimensionRef;
  /** Null for a number that no cell of the question is. */
  readonly member: string | null;
  readonly name: string;
  readonly children: string;
}

/** A weighted amount that opens its passport. */
export function DealsNumber({ basis, filters, by, member, name, children }: DealsNumberProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const variant = VARIANT[basis];
  if (variant === null || member === null) return children;
  const kpi = `weighted-pipeline:${variant}`;
  return (
    <NumberButton
      cell={{ kpi, row: [member], column: [] }}
      name={name}
      onOpen={(cell) => openPassport({ question: { kpis: [kpi], rows: [by], filters, period: 'all' }, cell })}
    >
      {children}
    </NumberButton>
  );
}
