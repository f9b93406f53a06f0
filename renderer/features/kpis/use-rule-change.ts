import { useState } from 'react';
import type { Settings } from '#shared/settings.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { effectLines, isSameSetting, type EffectLine, type Values } from './rule-change.model.ts';
import { SETTING_OF, type Rule } from './rules.model.ts';
import { useSettings } from './use-settings.ts';

interface Base {
  readonly period: string;
  readonly setting: Settings[(typeof SETTING_OF)[Rule]];
  readonly values: Values;
}

interface RuleChange {
  readonly lines: readonly EffectLine[];
  readonly isChanged: boolean;
  readonly undo: (title: string) => void;
}

const NONE: Values = new Map();

/** What a setting has done to the KPIs behind it since the screen was opened or another period chosen, and the way back. */
export function useRuleChange(rule: Rule, references: readonly string[], period: string): RuleChange {
  const { settings, change } = useSettings();
  const key = SETTING_OF[rule];
  const asked = { kpis: references.length === 0 ? ['revenue'] : [...references], period };
  const answer = useHostQuery('question.ask', asked, { enabled: references.length > 0, keep: true });
  const { data, isPlaceholderData } = answer;
  const now: Values = new Map(
    (data?.kpis ?? []).flatMap(({ ref, unit }) => {
      const cell = data === undefined ? null : totalOf(data, ref);
      return cell === null ? [] : [[ref, { cell, unit }] as const];
    }),
  );
  const [base, setBase] = useState<Base | null>(null);
  if (data !== undefined && !isPlaceholderData && base?.period !== period)
    setBase({ period, setting: settings[key], values: now });
  const isChanged = base !== null && !isSameSetting(base.setting, settings[key]);
  return {
    lines: effectLines(references, now, isChanged && !isPlaceholderData ? base.values : NONE),
    isChanged,
    undo: (title) => {
      if (base !== null) change(title, { [key]: base.setting }, { [key]: settings[key] });
    },
  };
}
