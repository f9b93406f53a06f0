import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ranked, type FormulaName } from './completion.model.ts';
import { SIGNATURES } from './signatures.model.ts';

interface NamesCardProps {
  readonly names: readonly FormulaName[];
  readonly onInsert: (text: string) => void;
}

const KINDS = ['kpi', 'measure', 'function', 'calendar', 'dimension', 'kind', 'field'] as const;
const MOST = 60;

const writtenAs = ({ kind, text, of }: FormulaName): string =>
  kind === 'function' ? `${text}(` : kind === 'field' ? `${of ?? ''}.${text}` : text;

/** Every name a formula may hold, to be searched and put in by hand. Fields are many and are shown when they are searched for. */
export function NamesCard({ names, onInsert }: NamesCardProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const found = search.trim() === '' ? names.filter(({ kind }) => kind !== 'field') : ranked(names, search.trim());
  return (
    <Card title={t('formula:names')} className="editor-names">
      <SearchField label={t('formula:searchNames')} value={search} onChange={setSearch} />
      <div className="editor-names-list">
        {KINDS.map((kind) => {
          const shown = found.filter((name) => name.kind === kind).slice(0, search === '' ? undefined : MOST);
          if (shown.length === 0) return null;
          return (
            <section key={kind}>
              <h3>{t(`formula:kind.${kind}`)}</h3>
              <ul>
                {shown.map((name) => (
                  <li key={`${name.of ?? ''} ${name.text}`}>
                    <button
                      type="button"
                      title={
                        name.kind === 'function'
                          ? `${SIGNATURES[name.text] ?? ''}: ${t(`formula:function.${name.text}.text`)}`
                          : undefined
                      }
                      onClick={() => onInsert(writtenAs(name))}
                    >
                      <span>
                        {name.label}
                        {name.lacks === true && <small>{t('formula:lacks')}</small>}
                      </span>
                      <code>{writtenAs(name)}</code>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 && <p className="muted">{t('formula:nothing')}</p>}
      </div>
    </Card>
  );
}
