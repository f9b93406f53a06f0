import type { SaidPiece } from '#shared/said-pieces.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { PassportSubject } from '../../state/passport-slice.ts';

/** What a number of a sentence opens, and what it is called for those who hear it. */
export interface SaidSubject {
  readonly subject: PassportSubject;
  readonly label: string;
}

/** A number that is told, as sentences take it. */
export function saidTold(told: Extract<PassportSubject, { readonly told: unknown }>): SaidSubject {
  return { subject: told, label: told.place === '' ? told.name : `${told.place}, ${told.name}` };
}

/** A sentence whose numbers open their passports. */
export function Sentence({ pieces }: { readonly pieces: readonly SaidPiece<SaidSubject>[] }) {
  const openPassport = useAppStore((state) => state.openPassport);
  return pieces.map(({ text, opens }, index) =>
    opens === null ? (
      text
    ) : (
      <button
        key={index}
        type="button"
        className="number-button said-number"
        aria-label={`${opens.label}: ${text}`}
        onClick={() => openPassport(opens.subject)}
      >
        {text}
      </button>
    ),
  );
}
