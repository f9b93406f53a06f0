import { useTranslation } from 'react-i18next';
import type { Insight } from '#shared/insights.ts';
import { insightPieces, type InsightPiece, type InsightWords } from '#shared/tiles/insight-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useOpenView } from '../dashboards/use-open-view.ts';
import { Sentence } from '../overview/sentence.tsx';
import { useToldSubject } from '../passport/use-told-subject.ts';
import { exploreViewOf } from './explore-view.model.ts';

interface InsightItemProps {
  readonly insight: Insight;
  readonly words: InsightWords;
  readonly onSilence: (title: string) => void;
}

const MARKS = { good: '▲', bad: '▼', neutral: '•' } as const;

/** One insight: what it says, its numbers, and the ways to what is behind it. */
export function InsightItem({ insight, words, onSilence }: InsightItemProps) {
  const { t } = useTranslation();
  const openPassport = useAppStore((state) => state.openPassport);
  const openView = useOpenView();
  const { question, cell, tone } = insight;
  const pieces = insightPieces(insight, words);
  const title = pieces.title.map(({ text }) => text).join('');
  const subjectOf = useToldSubject();
  const named = (all: readonly InsightPiece[]) =>
    all.map(({ text, opens }) => ({ text, opens: opens === null ? null : subjectOf(opens) }));
  return (
    <li className="insight">
      <span className={`insight-mark ${tone}`} aria-hidden="true">
        {MARKS[tone]}
      </span>
      <span className="visually-hidden">{t(`insights:tone.${tone}`)}</span>
      <div className="insight-words">
        <p className="insight-title">
          <Sentence pieces={named(pieces.title)} />
        </p>
        <p className="insight-text">
          <Sentence pieces={named(pieces.text)} />
        </p>
      </div>
      <div className="insight-ways">
        {question !== null && cell !== null && (
          <>
            <Button
              look="link"
              aria-label={t('insights:rowsOf', { title })}
              onClick={() => openPassport({ question, cell, showsRows: true })}
            >
              {t('insights:rows')}
            </Button>
            <Button
              look="link"
              aria-label={t('insights:exploreOf', { title })}
              onClick={() => openView(exploreViewOf(question))}
            >
              {t('insights:explore')}
            </Button>
          </>
        )}
        <IconButton icon="close" label={t('insights:silenceOf', { title })} onClick={() => onSilence(title)} />
      </div>
    </li>
  );
}
