import { useTranslation } from 'react-i18next';
import type { NameDecisions, NameDimension } from '#shared/names.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { rowsWords } from './names.model.ts';
import { useDecide } from './use-decide.ts';

/** What has been decided about the names, the latest first, each with its undo. */
export function DecisionsCard({ dimension }: { readonly dimension: NameDimension }) {
  const { t } = useTranslation();
  const { readonly } = useWorkspace();
  const decided = useHostQuery('names.decisions', { dimension: dimension.key }, { keep: true }).data;
  const { undoMerge, setApart, busy } = useDecide(dimension.key);
  const { merges = [], apart = [] } = decided ?? {};
  const disabled = busy || readonly;
  return (
    <Card title={t('names:decided.title')} sub={t('names:decided.sub')} className="names-decisions">
      {merges.length === 0 && <p className="muted">{t('names:decided.none')}</p>}
      <ul>
        {merges.map((merge) => (
          <li key={merge.id}>
            <Merge merge={merge} />
            <Button
              look="ghost"
              icon="undo"
              disabled={disabled}
              aria-label={t('names:decided.undo', { into: merge.into })}
              onClick={() => undoMerge(merge.id)}
            >
              {t('names:undo')}
            </Button>
          </li>
        ))}
      </ul>
      {apart.length > 0 && (
        <>
          <h3>{t('names:apart.title')}</h3>
          <ul>
            {apart.map(([a, b]) => (
              <li key={JSON.stringify([a, b])}>
                <span>{t('names:pair', { a, b })}</span>
                <Button
                  look="ghost"
                  icon="undo"
                  disabled={disabled}
                  aria-label={t('names:apart.undo', { a, b })}
                  onClick={() => setApart([a, b], false)}
                >
                  {t('names:undo')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Merge({ merge: { into, names } }: { readonly merge: NameDecisions['merges'][number] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <span className="names-merged">
      <b>{into}</b>
      {names.map(({ name, rows }) => (
        <span key={name} className="muted">
          {name}
          {rows > 0 && ` · ${rowsWords(t, { rows, listed: false }, locale)}`}
        </span>
      ))}
    </span>
  );
}
