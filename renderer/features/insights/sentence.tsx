import type { InsightOpens } from '#shared/insights.ts';
import type { InsightPiece } from '#shared/tiles/insight-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useToldSubject } from '../passport/use-told-subject.ts';

/** A sentence whose numbers open their passports. */
export function Sentence({ pieces }: { readonly pieces: readonly InsightPiece[] }) {
  return pieces.map(({ text, opens }, index) =>
    opens === null ? text : <SaidNumber key={index} text={text} opens={opens} />,
  );
}

function SaidNumber({ text, opens }: { readonly text: string; readonly opens: InsightOpens }) {
  const openPassport = useAppStore((state) => state.openPassport);
  const { subject, label } = useToldSubject()(opens);
  return (
    <button
      type="button"
      className="number-button said-number"
      aria-label={`${label}: ${text}`}
      onClick={() => openPassport(subject)}
    >
      {text}
    </button>
  );
}
