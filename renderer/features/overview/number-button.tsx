import type { ReactNode } from 'react';
import type { CellRef } from '#shared/question.ts';

interface NumberButtonProps {
  /** Null for numbers without a passport: shown as text. */
  readonly cell: CellRef | null;
  /** Null on paper. */
  readonly onOpen: ((cell: CellRef) => void) | null;
  readonly children: ReactNode;
}

/** A number that opens its passport. Looks like text until pointed at. */
export function NumberButton({ cell, onOpen, children }: NumberButtonProps) {
  if (cell === null || onOpen === null) return children;
  return (
    <button type="button" className="number-button" onClick={() => onOpen(cell)}>
      {children}
    </button>
  );
}
