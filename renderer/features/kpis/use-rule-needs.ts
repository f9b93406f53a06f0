import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import type { Rule, RuleNeeds } from './rules.model.ts';

/** What the words of these settings take. The lapse is asked for where it is among them. */
export function useRuleNeeds(rules: readonly Rule[]): RuleNeeds {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings } = useWorkspace();
  const lapse = useHostQuery('catalogue.lapse', {}, { enabled: rules.includes('lapse'), keep: true }).data;
  return { t, locale, settings, lapse };
}
