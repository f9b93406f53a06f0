import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn, ValuedCustomer } from '#shared/customer-value.ts';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber, formatPercent, formatScaled, moneyUnit, NO_VALUE, type MoneyScale } from '#shared/format.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useOpenView } from '../dashboards/use-open-view.ts';
import { exploreViewOf } from '../insights/explore-view.model.ts';
import { ToldButton } from '../overview/told-button.tsx';
import { useSettled } from '../rows/use-settled.ts';
import { customerQuestion } from './customer-question.model.ts';
import { useCustomerPages } from './use-customer-pages.ts';
import type { GroupNames, ValueChoices } from './use-customer-value.ts';

const TYPING_RESTS_MS = 200;
/** Kronor: a customer's numbers are small beside the sums. */
const EACH: MoneyScale = { step: 'one', decimals: 0 };

type Figure = 'value' | 'expected' | 'active' | 'revenue' | 'purchases' | 'recency' | 'frequency' | 'monetary';

interface CustomersCardProps {
  readonly choices: ValueChoices;
  readonly names: GroupNames;
  /** The group shown alone; absent for all. */
  readonly only: { readonly segment: string | null } | null;
  readonly onAll: () => void;
}

/** Every customer, ordered by any column, with the ways to his rows and to Explore. */
export function CustomersCard({ choices, names, only, onAll }: CustomersCardProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { locale } = format;
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<{ readonly by: CustomerColumn; readonly descending: boolean }>({
    by: 'value',
    descending: true,
  });
  const search = useSettled(typed, TYPING_RESTS_MS);
  const { by, descending } = order;
  const asked = { ...choices, order: by, descending, search, ...(only === null ? {} : { only: only.segment }) };
  const { total, isOld, shown, row, showRange } = useCustomerPages(asked);
  const { months, discount, segment } = shown;
  const openPassport = useAppStore((state) => state.openPassport);
  const openView = useOpenView();
  const columns = useMemo((): readonly TableColumn<ValuedCustomer>[] => {
    const unit = moneyUnit(EACH.step, format);
    const money = (value: number | null): string => (value === null ? NO_VALUE : formatScaled(value, EACH, locale));
    const told = (customer: ValuedCustomer, figure: Figure, text: string) => (
      <ToldButton
        told={
          text === NO_VALUE
            ? null
            : {
                of: 'customer',
                figure,
                months,
                discount,
                segment,
                customer: { dimension: customer.dimension, member: customer.member },
              }
        }
        name={t(`clv:figure.${figure}`)}
        place={customer.name}
      >
        {text}
      </ToldButton>
    );
    const sorted = (
      key: CustomerColumn,
      width: string,
      cell: (customer: ValuedCustomer) => React.ReactNode,
    ): TableColumn<ValuedCustomer> => {
      const header = t(`clv:column.${key}`, { unit });
      return {
        key,
        number: key !== 'name' && key !== 'last',
        width,
        sort: by === key ? (descending ? 'descending' : 'ascending') : undefined,
        header: (
          <button
            type="button"
            className="rows-sort"
            title={t('clv:sortBy', { column: header })}
            onClick={() => setOrder({ by: key, descending: by === key ? !descending : key !== 'name' })}
          >
            <span>{header}</span>
            {by === key && (
              <span className={descending ? 'rows-down' : 'rows-up'}>
                <Icon name="chevron-down" size={12} />
              </span>
            )}
          </button>
        ),
        cell,
      };
    };
    return [
      sorted('name', '15%', ({ name }) => <span title={name}>{name}</span>),
      {
        key: 'group',
        header: t('clv:column.segment'),
        cell: ({ segment }) => <span title={names.group(segment)}>{names.group(segment)}</span>,
      },
      sorted('value', '142px', (each) => told(each, 'value', money(each.value))),
      sorted('expected', '134px', (each) =>
        told(each, 'expected', each.expected === null ? NO_VALUE : formatNumber(each.expected, locale, 1)),
      ),
      sorted('active', '106px', (each) =>
        told(each, 'active', each.active === null ? NO_VALUE : formatPercent(each.active, locale, 0)),
      ),
      sorted('revenue', '108px', (each) => told(each, 'revenue', money(each.revenue))),
      sorted('last', '100px', ({ last }) => formatDate(last, locale)),
      sorted('purchases', '106px', (each) => told(each, 'purchases', formatNumber(each.purchases, locale))),
      {
        key: 'rfm',
        header: t('clv:column.rfm'),
        width: '104px',
        cell: (each) => (
          <span className="clv-rfm">
            {told(each, 'recency', String(each.rfm[0]))}-{told(each, 'frequency', String(each.rfm[1]))}-
            {told(each, 'monetary', String(each.rfm[2]))}
          </span>
        ),
      },
      {
        key: 'ways',
        header: '',
        width: '76px',
        cell: (customer) => (
          <span className="clv-ways">
            <IconButton
              icon="table"
              label={t('clv:rowsOf', { name: customer.name })}
              onClick={() => openPassport({ ...customerQuestion('customer_key', customer.member), showsRows: true })}
            />
            <IconButton
              icon="explore"
              label={t('clv:exploreOf', { name: customer.name })}
              onClick={() => openView(exploreViewOf(customerQuestion(customer.dimension, customer.member).question))}
            />
          </span>
        ),
      },
    ];
  }, [t, format, locale, by, descending, names, months, discount, segment, openPassport, openView]);
  return (
    <Card title={t('clv:customers')} className="clv-customers">
      <div className="clv-bar">
        <SearchField label={t('clv:search')} value={typed} onChange={setTyped} />
        {only !== null && (
          <Button icon="close" onClick={onAll}>
            {names.group(only.segment)}
          </Button>
        )}
        <p className="clv-count" role="status">
          {total !== null && t('clv:count', { count: total, n: formatNumber(total, locale) })}
        </p>
      </div>
      <VirtualTable
        caption={t('clv:customers')}
        columns={columns}
        count={total ?? 0}
        row={row}
        onRange={showRange}
        height="480px"
        busy={isOld}
        selection={JSON.stringify(asked)}
      />
      {total === 0 && <p className="clv-nothing muted">{t('clv:nothing')}</p>}
    </Card>
  );
}
