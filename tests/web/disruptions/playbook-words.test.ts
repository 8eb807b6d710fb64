import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../engine/plan';
import { libraryPlans } from '../../../scenarios';
import { usualAction } from '../../../web/screens/disruptions/playbooks/action-forms';
import { rateWords } from '../../../web/screens/disruptions/playbooks/playbook-words';

const plan = readPlan(libraryPlans.find(({ id }) => id === 'farwater')?.document);
const [struck] = plan.disruptions;
if (!struck) throw new Error('farwater has disruptions');

describe('what a playbook buys, in words', () => {
  it('gives a rate where contacts were saved, and none for money that bought a loss', () => {
    expect(rateWords({ contactsSaved: 121_672, savedPerThousand: 293.4 })).toBe('293');
    expect(rateWords({ contactsSaved: -36_156, savedPerThousand: -2_410 })).toBe('');
    expect(rateWords({ contactsSaved: 0, savedPerThousand: 0 })).toBe('');
    expect(rateWords({ contactsSaved: 100, savedPerThousand: null })).toBe('');
    expect(rateWords(null)).toBe('');
  });

  it('proposes a message that moves contacts to another channel of the same market', () => {
    const action = usualAction('shift-channel', plan, struck);
    if (action.kind !== 'shift-channel') throw new Error('another kind');
    const stream = (id: string | undefined) => plan.streams.find((each) => each.id === id);
    const to = stream(action.to);
    const from = stream(plan.streams[0]?.id);
    expect(to?.channel).not.toBe(from?.channel);
    expect([to?.market, to?.language]).toEqual([from?.market, from?.language]);
  });
});
