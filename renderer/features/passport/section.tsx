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
  return (
    <dl className="passport-lines">
      {lines.map(({ label, value, inner }, index) => (
        <div key={`${String(index)} ${label}`} className={inner === true ? 'passport-inner' : undefined}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
