import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { MixFrontier } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { formatCount, formatMoney, formatShare } from '../../../format';
import { editPlan } from '../../../state';
import css from './best.module.css';
import { CandidateForm } from './CandidateForm';
import { type CandidateDraft, withCandidate, withoutCandidate } from './candidate-draft';

interface Props {
  readonly plan: Plan;
  /** The study that says which are opened; null before there is one. */
  readonly study: MixFrontier | null;
}

/** Teams and sites that don't exist and could: what the search may open beside today's. */
export const Candidates = memo(function Candidates({ plan, study }: Props) {
  const [isOpen, setOpen] = useState(false);
  const teams = plan.candidates?.teams ?? [];
  const add = (draft: CandidateDraft) => {
    editPlan(`Candidate ${draft.name.trim()} added`, (edited) => {
      edited.candidates = withCandidate(plan, draft) as typeof edited.candidates;
    });
    setOpen(false);
  };
  const remove = (id: string, name: string) =>
    editPlan(`Candidate ${name} removed`, (edited) => {
      const left = plan.candidates && withoutCandidate(plan.candidates, id);
      if (left) edited.candidates = left as typeof edited.candidates;
      else delete edited.candidates;
    });
  return (
    <section aria-label="Candidates" className={css.detail}>
      <div className={css.detailHead}>
        <h3>Candidates</h3>
        {!isOpen && (
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            Add a candidate
          </Button>
        )}
      </div>
      <p className={css.hint}>
        {teams.length === 0
          ? 'Teams that don’t exist and could, here or at a new place; the search opens them where that pays.'
          : 'The search opens them where that pays; nothing else of the plan knows them.'}
      </p>
      {isOpen && <CandidateForm plan={plan} onAdd={add} onCancel={() => setOpen(false)} />}
      {teams.length > 0 && (
        <ul className={css.candidates}>
          {teams.map(({ id, name, like, site, heads, openingCost }) => (
            <li key={id}>
              <span>
                <b>{name}</b>: up to {formatCount(heads)} people like {nameOf(plan.teams, like)} at{' '}
                {nameOf([...plan.sites, ...(plan.candidates?.sites ?? [])], site)}
                {openingCost > 0 ? `, ${formatMoney(openingCost, plan.currency)} to open` : ''}.{' '}
                {openedWords(study, id)}
              </span>
              <Button size="compact-xs" variant="subtle" aria-label={`Remove ${name}`} onClick={() => remove(id, name)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

function nameOf(entries: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

/** In which mixes a candidate is opened, and how large. */
function openedWords(study: MixFrontier | null, id: string): string {
  const sizes = (study?.frontier ?? []).flatMap(({ sizes: of }) => of.filter(({ team }) => team === id));
  if (sizes.length === 0) return '';
  const opened = sizes.filter(({ size }) => size > 0.005);
  if (opened.length === 0) return `Opened in none of ${sizes.length} mixes.`;
  const most = Math.max(...opened.map(({ size }) => size));
  return `Opened in ${opened.length} of ${sizes.length} mixes, up to ${formatShare(most)} of that.`;
}
