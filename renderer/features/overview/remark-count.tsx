import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import './remark-count.css';

/** That there are remarks on a member or a period; what they say when it is pointed at, and to those who listen. */
export function RemarkCount({ remarks }: { readonly remarks: readonly Annotation[] }) {
  const { t } = useTranslation();
  if (remarks.length === 0) return null;
  const said = remarks.map(({ text, author }) => t('charts:annotationBy', { text, author })).join('. ');
  return (
    <span className="remark-count" role="img" title={said} aria-label={said}>
      {remarks.length}
    </span>
  );
}
