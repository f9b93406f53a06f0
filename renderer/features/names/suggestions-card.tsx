import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { MergeSuggestion, NameDimension, ShownName } from '#shared/names.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { rowsWords, turned } from './names.model.ts';
import { useDecide } from './use-decide.ts';

const FIRST = 6;
const MOST = 200;

/** Names that may be the same, the surest first. Nothing where none are. */
export function SuggestionsCard({ dimension }: { readonly dimension: NameDimension }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const found = useHostQuery('names.suggestions', { dimension: dimension.key, limit: MOST }, { keep: true }).data;
  if (found === undefined || found.total === 0) return null;
  const shown = all ? found.suggestions : found.suggestions.slice(0, FIRST);
  return (
    <Card
      title={t('names:suggestions.title', { count: found.total, n: formatNumber(found.total, locale) })}
      sub={t('names:suggestions.sub')}
    >
      <ul className="names-suggestions">
        {shown.map((suggestion) => (
          <Suggestion
            key={JSON.stringify([suggestion.from.name, suggestion.into.name])}
            suggestion={suggestion}
            dimension={dimension.key}
          />
        ))}
      </ul>
      {!all && found.total > FIRST && (
        <Button look="link" onClick={() => setAll(true)}>
          {t('names:suggestions.all')}
        </Button>
      )}
    </Card>
  );
}

interface SuggestionProps {
  readonly suggestion: MergeSuggestion;
  readonly dimension: string;
}

function Suggestion({ suggestion, dimension }: SuggestionProps) {
  const { t } = useTranslation();
  const { readonly } = useWorkspace();
  const { merge, setApart, busy } = useDecide(dimension);
  const [isTurned, setTurned] = useState(false);
  const { from, into, because } = isTurned ? turned(suggestion) : suggestion;
  const disabled = busy || readonly;
  const pair = t('names:pair', { a: from.name, b: into.name });
  return (
    <li aria-label={pair}>
      <span className="names-pair">
        <Name of={from} />
        <IconButton
          icon="arrow-right"
          label={t('names:suggestions.turn', { name: from.name })}
          onClick={() => setTurned(!isTurned)}
        />
        <Name of={into} kept />
      </span>
      <span className="names-because">{t(`names:because.${because}`)}</span>
      <span className="names-actions">
        <Button disabled={disabled} onClick={() => merge([from.name], into.name)}>
          {t('names:merge')}
        </Button>
        <Button look="ghost" disabled={disabled} onClick={() => setApart([from.name, into.name], true)}>
          {t('names:apart.say')}
        </Button>
      </span>
    </li>
  );
}

function Name({ of, kept = false }: { readonly of: ShownName; readonly kept?: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <span className="names-name" title={of.name}>
      <span className={kept ? 'names-kept' : undefined}>{of.name}</span>
      <span className="names-rows">{rowsWords(t, of, locale)}</span>
    </span>
  );
}
