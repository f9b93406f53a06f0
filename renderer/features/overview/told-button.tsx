import type { ToldNumberInput } from '#shared/told.ts';
import { useAppStore } from '../../state/app-store.ts';

interface ToldButtonProps {
  /** Null for a number without a passport: shown as text. */
  readonly told: ToldNumberInput | null;
  readonly name: string;
  /** Of what it is; empty where its name says it. */
  readonly place?: string;
  /** Within running text, where nothing else tells that it can be opened. */
  readonly said?: boolean;
  readonly children: string;
}

/** A number that is no cell of a question, which opens its passport. Looks like text until pointed at. */
export function ToldButton({ told, name, place = '', said = false, children }: ToldButtonProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  if (told === null) return children;
  return (
    <button
      type="button"
      className={said ? 'number-button said-number' : 'number-button'}
      aria-label={`${place === '' ? name : `${place}, ${name}`}: ${children}`}
      onClick={() => openPassport({ told, name, place })}
    >
      {children}
    </button>
  );
}
