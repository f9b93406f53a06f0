import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { isShownInWords, storedSearch } from '#shared/stored-words.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { valueOfMember } from './filters.model.ts';

const SHOWN_MEMBERS = 100;
/** Of those that are searched as they are shown: as many as the host gives. */
const MOST_TOLD = 1000;

interface FilterPickerProps {
  readonly dimension: string;
  readonly name: string;
  readonly members: readonly (string | null)[];
  /** Just added from the menu: removable before it has members. */
  readonly fresh: boolean;
  readonly onChange: (values: readonly string[]) => void;
  readonly onRemove: () => void;
}

/** Members of one dimension, searched by the host so that a hundred thousand customers are as quick as four regions. */
export function FilterPicker({ dimension, name, members, fresh, onChange, onRemove }: FilterPickerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  // Words of the program's own are few and are searched as they are shown.
  const isShown = isShownInWords(dimension);
  const asked = {
    dimension,
    search: isShown ? '' : storedSearch(dimension, search),
    limit: isShown ? MOST_TOLD : SHOWN_MEMBERS,
  };
  const { data } = useHostQuery('catalogue.members', asked, { keep: true });
  const wanted = search.trim().toLocaleLowerCase(locale);
  const isFound = (member: string | null): boolean =>
    !isShown || memberName(member, t, dimension).toLocaleLowerCase(locale).includes(wanted);
  const found = (data?.members ?? []).filter((member) => isFound(member.name));
  const total = isShown ? found.length : (data?.total ?? 0);
  const value =
    members.length === 0
      ? t('overview:filter.all')
      : members.length === 1
        ? memberName(members[0], t, dimension)
        : t('overview:filter.some', { first: memberName(members[0], t, dimension), count: members.length - 1 });
  const removable = members.length > 0 || fresh;
  return (
    <span className="filter-picker">
      <MultiSelect
        trigger={<Chip label={name} value={value} aria-label={`${name}: ${value}`} />}
        label={name}
        items={found.map((member) => ({
          value: valueOfMember(member.name),
          label: memberName(member.name, t, dimension),
          note: formatNumber(member.rows, locale),
        }))}
        selected={members.map(valueOfMember)}
        onChange={onChange}
        searchPlaceholder={t('overview:filter.search', { name: name.toLocaleLowerCase(locale) })}
        emptyText={t('overview:filter.nothing')}
        clearLabel={t('overview:filter.clear')}
        onSearch={setText}
        {...(total > found.length ? { status: t('overview:filter.status', { shown: found.length, total }) } : {})}
      />
      {removable && <IconButton icon="close" label={t('overview:filter.remove', { name })} onClick={onRemove} />}
    </span>
  );
}
