import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { targetGroups, targetKey } from '../../../engine/disruption';
import type { Disruption, Plan } from '../../../engine/plan';
import css from './disruptions.module.css';
import { addEffect, dimensionsOf, EFFECT_FORMS, formOf, inForm, removeEffect, replaceEffect } from './effect-edits';
import { scopeWords } from './effect-words';

interface Props {
  readonly plan: Plan;
  readonly disruption: Disruption;
  /** The picked effect. */
  readonly at: number;
  readonly onPick: (at: number) => void;
}

const MOST_EFFECTS = 100;

/** What the picked effect is and where it strikes; and effects added or removed. */
export function EffectTools({ plan, disruption, at, onPick }: Props) {
  const { effects } = disruption;
  const effect = effects[at];
  const form = effect ? formOf(effect) : 'people';
  const groups = useMemo(() => targetGroups(plan, dimensionsOf(form)), [plan, form]);
  if (!effect) return null;
  const targets = groups.flatMap(({ items }) => items);
  const here = targetKey(effect.scope);
  const isListed = targets.some(({ value }) => value === here);
  const data = groups.map(({ group, items }) => ({
    group,
    items: items.map(({ value, label }) => ({ value, label })),
  }));
  return (
    <div className={css.tools}>
      <NativeSelect
        size="xs"
        label={`Effect ${at + 1}`}
        data={EFFECT_FORMS}
        value={form}
        onChange={({ currentTarget: { value } }) => {
          const next = EFFECT_FORMS.find((each) => each.value === value);
          if (next) replaceEffect(disruption, at, inForm(effect, next.value), 'kind');
        }}
      />
      <NativeSelect
        size="xs"
        label="Strikes"
        data={isListed ? data : [{ value: here, label: scopeWords(effect.scope, plan) }, ...data]}
        value={here}
        onChange={({ currentTarget: { value } }) => {
          const next = targets.find((each) => each.value === value);
          if (next) replaceEffect(disruption, at, { ...effect, scope: next.scope }, 'target');
        }}
      />
      <Button
        size="xs"
        variant="default"
        disabled={effects.length < 2}
        title={effects.length < 2 ? 'A disruption has one effect at least' : undefined}
        onClick={() => {
          removeEffect(disruption, at);
          onPick(Math.max(0, at - 1));
        }}
      >
        Remove effect {at + 1}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={effects.length >= MOST_EFFECTS}
        onClick={() => {
          addEffect(disruption, effect);
          onPick(effects.length);
        }}
      >
        Add effect
      </Button>
    </div>
  );
}
