/** The product's mark: previous year, actual, plan. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect x="2" y="11" width="4" height="7" fill="var(--previous)" />
      <rect x="8" y="7" width="4" height="11" fill="var(--actual)" />
      <rect x="14.5" y="2.5" width="3" height="15" fill="none" stroke="var(--actual)" />
    </svg>
  );
}
