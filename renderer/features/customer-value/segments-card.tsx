import { useTranslation } from 'react-i18next';
import type { CustomerValue } from '#shared/customer-value.ts';
import { formatNumber, formatScaled, moneyScale, moneyUnit, NO_VALUE, type MoneyScale } from '#shared/format.ts';
import { BY_RFM } from '#shared/rfm.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Card } from '../../ui/card.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { NumberButton } from '../overview/number-button.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import type { GroupNames, ValueChoices } from './use-customer-value.ts';

type Line = CustomerValue['total'] & { readonly segment: string | null; readonly isTotal?: true };

interface SegmentsCardProps {
  readonly summary: CustomerValue;
  readonly choices: ValueChoices;
  readonly names: GroupNames;
  readonly scale: MoneyScale;
  readonly onOnly: (segment: string | null) => void;
}

/** Each group with what it has been and is expected to be worth; a name shows its customers alone. */
export function SegmentsCard({ summary, choices, names, scale, onOnly }: SegmentsCardProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { locale } = format;
  const dimension = choices.segment;
  const openPassport = useAppStore((state) => state.openPassport);
  const unit = moneyUnit(scale.step, format);
  const each = moneyScale(summary.total.formula ?? 0);
  const hasFormula = summary.segments.some(({ formula }) => formula !== null);
  const count = (value: number | null): string => (value === null ? NO_VALUE : formatNumber(value, locale));
  const money = (value: number | null, in_: MoneyScale = scale): string =>
    value === null ? NO_VALUE : formatScaled(value, in_, locale);
  const told = (line: Line, figure: 'customers' | 'active' | 'revenue' | 'expected' | 'value', text: string) => (
    <ToldButton
      told={
        line[figure] === null
          ? null
          : { of: 'customer', figure, ...choices, ...(line.isTotal === true ? {} : { group: line.segment }) }
      }
      name={t(`clv:figure.${figure}`)}
      place={line.isTotal === true ? t('clv:total') : names.group(line.segment)}
    >
      {text}
    </ToldButton>
  );
  const columns: readonly TableColumn<Line>[] = [
    {
      key: 'segment',
      header: names.dimension(dimension),
      rowHeader: true,
      cell: ({ segment, isTotal }) =>
        isTotal === true ? (
          t('clv:total')
        ) : (
          <button
            type="button"
            className="number-button"
            aria-label={t('clv:only', { segment: names.group(segment) })}
            onClick={() => onOnly(segment)}
          >
            {names.group(segment)}
          </button>
        ),
    },
    {
      key: 'customers',
      header: t('clv:column.customers'),
      number: true,
      cell: (line) => told(line, 'customers', count(line.customers)),
    },
    {
      key: 'active',
      header: t('clv:column.activeCustomers'),
      number: true,
      cell: (line) => told(line, 'active', count(line.active)),
    },
    {
      key: 'revenue',
      header: t('clv:column.revenue', { unit }),
      number: true,
      cell: (line) => told(line, 'revenue', money(line.revenue)),
    },
    ...(hasFormula
      ? [
          {
            key: 'formula',
            header: t('clv:column.formula', { unit: moneyUnit(each.step, format) }),
            number: true,
            cell: ({ formula, segment, isTotal }: Line) => (
              <NumberButton
                cell={formula === null ? null : { kpi: 'clv', row: isTotal === true ? [] : [segment], column: [] }}
                name={`${isTotal === true ? t('clv:total') : names.group(segment)}, ${t('clv:figure.formula')}`}
                onOpen={(cell) => openPassport({ question: { kpis: ['clv'], rows: [{ dimension }] }, cell })}
              >
                {money(formula, each)}
              </NumberButton>
            ),
          },
        ]
      : []),
    {
      key: 'expected',
      header: t('clv:column.expected'),
      number: true,
      cell: (line) => told(line, 'expected', count(line.expected)),
    },
    {
      key: 'value',
      header: t('clv:column.value', { unit }),
      number: true,
      cell: (line) => told(line, 'value', money(line.value)),
    },
  ];
  const lines: readonly Line[] = [...summary.segments, { ...summary.total, segment: null, isTotal: true }];
  return (
    <Card
      title={t('clv:segmentsTitle')}
      className="clv-segments"
      {...(dimension === BY_RFM ? { sub: t('clv:rfmAbout') } : {})}
    >
      <Table
        caption={t('clv:segmentsTitle')}
        columns={columns}
        rows={lines}
        rowKey={({ segment, isTotal }) => (isTotal === true ? 'total' : JSON.stringify(segment))}
        isTotal={({ isTotal }) => isTotal === true}
      />
    </Card>
  );
}
