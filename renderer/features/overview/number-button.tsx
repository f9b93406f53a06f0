import type { CellRef } from '#shared/question.ts';

interface NumberButtonProps {
  /** Null for numbers without a passport: shown as text. */
  readonly cell: CellRef | null;
  /** Null on paper. */
  readonly onOpen: ((cell: CellRef) => void) | null;
  /** What the number is, for screen readers: 'Hotell Fyren, Intäkter, tkr'. */
  readonly name: string;
  readonly children: string | null;
}

/** A number that opens its passport. Looks like text until pointed at. */
export function NumberButton({ cell, onOpen, name, children }: NumberButtonProps) {
  if (cell === null || onOpen === null) return children;
  return (
    <button
      type="button"
      className="number-button"
      aria-label={`${name}: ${children ?? ''}`}
      onClick={() => onOpen(cell)}
    >
      {children}
    </button>
  );
}
