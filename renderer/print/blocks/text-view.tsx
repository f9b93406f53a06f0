import { useTranslation } from 'react-i18next';
import { joinLines, type Stretch } from './blocks.model.ts';

interface TextViewProps {
  readonly title: string;
  /** What the page's author says of it stands beside a line. */
  readonly comment: boolean;
  readonly paragraphs: readonly string[];
  readonly lines: readonly Stretch[];
  readonly again: boolean;
}

/** Paragraphs, or as many of their lines as a sheet has room for. */
export function TextView({ title, comment, paragraphs, lines, again }: TextViewProps) {
  const { t } = useTranslation();
  return (
    <div className={comment ? 'sheet-comment' : 'sheet-text'}>
      {title !== '' &&
        (again ? (
          <p className="sheet-title">{t('report:print.again', { title })}</p>
        ) : (
          <h2 className="sheet-title">{title}</h2>
        ))}
      {joinLines(lines).map(({ paragraph, from, to, last }) => (
        <p key={paragraph} data-paragraph={paragraph} className={last ? undefined : 'sheet-goes-on'}>
          {paragraphs[paragraph]?.slice(from, to)}
        </p>
      ))}
    </div>
  );
}
