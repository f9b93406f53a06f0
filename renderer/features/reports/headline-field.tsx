import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnread } from '#shared/report-text.ts';
import type { ReportPage } from '#shared/reports.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { withDraft, withHeadline, withoutRead, withRead } from './headline.model.ts';

/** The field's id, for those who lead to it. */
export const HEADLINE_FIELD = 'report-headline';
const MOST_HEADLINE = 300;

interface HeadlineFieldProps {
  readonly page: ReportPage;
  readonly draft: string;
  readonly onChange: (change: (page: ReportPage) => ReportPage, writing?: string) => void;
}

/** The headline: the draft until somebody writes another, and whether it has been read. */
export function HeadlineField({ page, draft, onChange }: HeadlineFieldProps) {
  const { t } = useTranslation();
  // While it is being written it may be empty; the page falls back on its draft meanwhile.
  const [typed, setTyped] = useState<string | null>(null);
  const unread = isUnread(page, draft);
  const hasMoved = page.read && unread;
  return (
    <div className="report-headline">
      <TextArea
        label={t('report:screen.headline.label')}
        id={HEADLINE_FIELD}
        rows={3}
        maxLength={MOST_HEADLINE}
        value={typed ?? page.headline ?? draft}
        onFocus={() => setTyped(page.headline ?? draft)}
        onBlur={() => setTyped(null)}
        onChange={(text) => {
          setTyped(text);
          onChange((now) => withHeadline(now, text, draft), `headline ${page.id}`);
        }}
      />
      {page.headline !== null && draft !== '' && (
        <div className="report-draft">
          <p>
            <span className="report-draft-label">{t('report:screen.headline.draft')}</span> {draft}
          </p>
          <Button look="link" onClick={() => onChange((now) => withDraft(now, draft))}>
            {t('report:screen.headline.useDraft')}
          </Button>
        </div>
      )}
      {hasMoved && <p className="report-moved">{t('report:screen.headline.moved')}</p>}
      <label className="report-check">
        <Checkbox
          label={t('report:screen.headline.read')}
          checked={!unread}
          onChange={(read) => onChange((now) => (read ? withRead(now, draft) : withoutRead(now)))}
        />
        <span>{t('report:screen.headline.read')}</span>
      </label>
    </div>
  );
}
