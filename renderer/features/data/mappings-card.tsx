import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/format-period.ts';
import type { RememberedMapping } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { mappingSummary } from './mappings.model.ts';

/** Headers that the next file is known by. Forgetting works at once and can be taken back. Nothing where none is remembered. */
export function MappingsCard() {
  const { t } = useTranslation('reimport');
  const locale = useLocale();
  const { readonly } = useWorkspace();
  const mappings = useHostQuery('mapping.list', {}, { keep: true }).data ?? [];
  const forget = useHostCommand('mapping.forget');
  const restore = useHostCommand('mapping.restore');
  if (mappings.length === 0) return null;
  const forgetIt = (mapping: RememberedMapping): void =>
    forget.mutate(
      { fingerprint: mapping.fingerprint },
      {
        onSuccess: () =>
          showToast({
            title: t('mappings.forgotten', { file: mapping.file }),
            text: t('mappings.forgottenText'),
            action: { label: t('mappings.undo'), onClick: () => restore.mutate(mapping) },
          }),
      },
    );
  return (
    <Card title={t('mappings.title')} sub={t('mappings.sub')}>
      <Table
        className="data-mappings"
        caption={t('mappings.caption')}
        rows={mappings}
        rowKey={({ fingerprint }) => fingerprint}
        columns={[
          {
            key: 'file',
            header: t('mappings.file'),
            rowHeader: true,
            cell: (mapping) => (
              <>
                {mapping.file}
                <span className="data-note muted">{mappingSummary(t, mapping, locale)}</span>
              </>
            ),
          },
          { key: 'used', header: t('mappings.used'), cell: ({ usedAt }) => formatDate(usedAt.slice(0, 10), locale) },
          {
            key: 'actions',
            header: <VisuallyHidden>{t('mappings.actions')}</VisuallyHidden>,
            width: '28px',
            cell: (mapping) => (
              <IconButton
                icon="close"
                disabled={readonly || forget.isPending}
                label={t('mappings.forget', { file: mapping.file })}
                onClick={() => forgetIt(mapping)}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
