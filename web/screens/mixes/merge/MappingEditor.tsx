import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { couldBe, MERGED_LISTS, type MergedList, type MergeMapping } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import css from './merge.module.css';

const LABELS: Readonly<Record<MergedList, string>> = {
  providers: 'Providers and owners',
  platforms: 'Platforms',
  markets: 'Markets',
  reasons: 'Contact reasons',
  sites: 'Sites',
  streams: 'Streams answered together',
};

interface Props {
  readonly plan: Plan;
  readonly second: Plan;
  readonly mapping: MergeMapping;
  readonly onChange: (mapping: MergeMapping) => void;
}

/** What of the second plan is something that the first has too; proposed, and changed here. */
export const MappingEditor = memo(function MappingEditor({ plan, second, mapping, onChange }: Props) {
  const set = (list: MergedList, id: string, same: string) => {
    const { [id]: _before, ...rest } = mapping[list] ?? {};
    onChange({ ...mapping, [list]: same === '' ? rest : { ...rest, [id]: same } });
  };
  return (
    <section aria-label="What is the same in both plans" className={css.mapping}>
      {MERGED_LISTS.map((list) => {
        const entries = second[list];
        if (entries.length === 0) return null;
        const same = mapping[list] ?? {};
        const count = Object.keys(same).length;
        return (
          <details key={list}>
            <summary>
              {LABELS[list]}: {count === 0 ? 'none' : `${count} of ${entries.length}`} the same
            </summary>
            <div className={css.pairs}>
              {entries.map((entry) => {
                const choices = couldBe(plan, list, entry);
                return (
                  <div key={entry.id} className={css.pair}>
                    <span className={css.name}>{entry.name}</span>
                    <NativeSelect
                      aria-label={`${entry.name} of ${second.name} is`}
                      size="xs"
                      data={[
                        { value: '', label: choices.length === 0 ? 'on its own: nothing like it' : 'on its own' },
                        ...choices.map(({ id, name }) => ({ value: id, label: `the same as ${name}` })),
                      ]}
                      value={same[entry.id] ?? ''}
                      disabled={choices.length === 0}
                      onChange={({ currentTarget: { value } }) => set(list, entry.id, value)}
                    />
                  </div>
                );
              })}
            </div>
          </details>
        );
      })}
    </section>
  );
});
