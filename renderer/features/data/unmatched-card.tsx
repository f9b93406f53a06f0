import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmatchedNames } from '#shared/contract.ts';
import { formatNumber } from '#shared/format.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';

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

function List({ list, total, names }: UnmatchedNames) {
  const { t } = useTranslation('data');
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const inList = t(`unmatched.lists.${list}`);
  const shown = all ? names : names.slice(0, FIRST);
  return (
    <section>
      <h3>{t('unmatched.list', { count: total, n: formatNumber(total, locale), list: inList })}</h3>
      <Table
        caption={t('unmatched.caption', { list: inList })}
        rows={shown}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: t('unmatched.name'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'rows',
            header: t('unmatched.rows'),
            number: true,
            width: '90px',
            cell: ({ rows }) => formatNumber(rows, locale),
          },
        ]}
      />
      {all && names.length < total && (
        <p className="data-note muted">{t('unmatched.more', { n: formatNumber(names.length, locale) })}</p>
      )}
      {!all && names.length > FIRST && (
        <Button look="link" onClick={() => setAll(true)}>
          {t('unmatched.showAll')}
        </Button>
      )}
    </section>
  );
}
