import { Button } from '@mantine/core';
import { memo } from 'react';
import { useLocation } from 'wouter';
import type { RiskStory } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { placeOf } from '../../address';
import { type Editable, editPlan } from '../../state';
import { Panel } from '../../ui';
import css from './risk.module.css';

interface Props {
  readonly plan: Plan;
  readonly stories: readonly RiskStory[];
}

/** The worst years, one of each kind, each to be opened as a scenario. */
export const Stories = memo(function Stories({ plan, stories }: Props) {
  const [, go] = useLocation();
  const open = (story: RiskStory) => {
    addStory(plan, story);
    go(`${placeOf(plan.id, 'disruptions')}?pick=${storyId(story)}&v=1`);
  };
  return (
    <Panel title="Worst years, told" description="The worst of all, then the middle one of each kind of bad year.">
      <ol className={css.stories}>
        {stories.map((story) => (
          <li key={story.year}>
            <p>{story.sentence}</p>
            {story.disruptions.length > 0 && (
              <Button size="compact-xs" variant="default" onClick={() => open(story)}>
                Open as a disruption<span className={css.hidden}>: sampled year {story.year + 1}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
});

const storyId = ({ year }: RiskStory) => `sampled-year-${year + 1}`;

/** Adds a year's events, demand and people as one disruption, in one step; the same year is added once. */
function addStory(plan: Plan, story: RiskStory): void {
  const id = storyId(story);
  if (plan.disruptions.some((known) => known.id === id)) return;
  editPlan(`add sampled year ${story.year + 1}`, (draft) => {
    const startDate = story.disruptions.map((one) => one.startDate).sort()[0] ?? plan.calendar.startDate;
    draft.disruptions.push({
      id,
      name: `Sampled year ${story.year + 1}`,
      description: story.sentence,
      startDate,
      effects: story.disruptions.flatMap((one) =>
        one.effects.map((effect) => {
          const delayDays = effect.curve.delayDays + daysBetween(startDate, one.startDate);
          return { ...structuredClone(effect), curve: { ...effect.curve, delayDays } };
        }),
      ),
    } as Editable<Plan['disruptions'][number]>);
  });
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
