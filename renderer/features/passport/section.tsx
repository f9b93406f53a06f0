import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';
import type { PassportLine } from './passport.model.ts';

export function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="passport-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Lines({ lines }: { readonly lines: readonly PassportLine[] }) {
  const openPassport = useAppStore((state) => state.openPassport);
  return (
    <dl className="passport-lines">
      {lines.map(({ label, value, inner, opens }, index) => (
        <div key={`${String(index)} ${label}`} className={inner === true ? 'passport-inner' : undefined}>
          <dt>{label}</dt>
          <dd className="num">
            {opens === undefined ? (
              value
            ) : (
              <NumberButton cell={opens.cell} name={label} onOpen={() => openPassport(opens)}>
                {value}
              </NumberButton>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
