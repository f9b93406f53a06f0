import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmatchedNames } from '#shared/contract.ts';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';

const FIRST = 5;

/** Names in the rows that the customer, product or rep list does not have. Nothing where every name is found. */
export function UnmatchedCard() {
  const { t } = useTranslation('data');
  const lists = useHostQuery('list.unmatched', {}, { keep: true }).data?.filter(({ total }) => total > 0) ?? [];
  if (lists.length === 0) return null;
  return (
    <Card title={t('unmatched.title')} sub={t('unmatched.sub')}>
      <div className="data-unmatched">
        {lists.map((unmatched) => (
          <List key={unmatched.list} {...unmatched} />
        ))}
      </div>
    </Card>
  );
}

function List({ list, dimension, total, names }: UnmatchedNames) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const { id: workspace, readonly } = useWorkspace();
  const { viewNames, goTo } = useAppStore.getState();
  const [all, setAll] = useState(false);
  const merge = useHostCommand('names.merge');
  const undo = useHostCommand('names.undoMerge');
  const mergeInto = (name: string, near: string): void =>
    merge.mutate(
      { dimension, names: [name], into: near },
      {
        onSuccess: ({ id }) =>
          showToast({
            title: t('unmatched.merged', { name, near }),
            action: { label: t('unmatched.undo'), onClick: () => undo.mutate({ id }) },
          }),
      },
    );
  const inList = t(`unmatched.lists.${list}`);
  const shown = all ? names : names.slice(0, FIRST);
  return (
    <section>
      <h3>{t('unmatched.list', { count: total, n: formatNumber(total, locale), list: inList })}</h3>
      <Table
        className="data-unmatched-names"
        caption={t('unmatched.caption', { list: inList })}
        rows={shown}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: t('unmatched.name'), width: '45%', rowHeader: true, cell: ({ name }) => name },
          {
            key: 'rows',
            header: t('unmatched.rows'),
            number: true,
            width: '90px',
            cell: ({ rows }) => formatNumber(rows, locale),
          },
          {
            key: 'near',
            header: t('unmatched.near'),
            cell: ({ name, near }) =>
              near !== null && (
                <Button look="link" disabled={readonly || merge.isPending} onClick={() => mergeInto(name, near)}>
                  {t('unmatched.merge', { near })}
                </Button>
              ),
          },
        ]}
      />
      {all && names.length < total && (
        <p className="data-note muted">{t('unmatched.more', { n: formatNumber(names.length, locale) })}</p>
      )}
      <p className="data-unmatched-actions">
        {!all && names.length > FIRST && (
          <Button look="link" onClick={() => setAll(true)}>
            {t('unmatched.showAll')}
          </Button>
        )}
        <Button
          look="link"
          onClick={() => {
            viewNames(workspace, dimension);
            goTo('names');
          }}
        >
          {t('names:all')}
        </Button>
      </p>
    </section>
  );
}
