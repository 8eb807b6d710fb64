import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan, SiteKind } from '../../../../engine/plan';
import { NumberEntry } from '../../../ui';
import css from './best.module.css';
import { blankDraft, type CandidateDraft, lacks, placeLike } from './candidate-draft';

interface Props {
  readonly plan: Plan;
  readonly onAdd: (draft: CandidateDraft) => void;
  readonly onCancel: () => void;
}

const KINDS: readonly SiteKind[] = ['in-house', 'outsourced', 'offshore', 'nearshore', 'work-at-home'];
const LONGEST = 60;

/** A team once more: where, how large, what opening it costs; at a site of the plan or at a new place. */
export function CandidateForm({ plan, onAdd, onCancel }: Props) {
  const [draft, setDraft] = useState(() => blankDraft(plan));
  const set = (next: Partial<CandidateDraft>) => setDraft((before) => ({ ...before, ...next }));
  const missing = lacks(draft);
  const sites = [...plan.sites, ...(plan.candidates?.sites ?? [])];
  return (
    <form
      className={css.form}
      aria-label="A candidate"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) onAdd(draft);
      }}
    >
      <TextInput
        label="Name"
        size="xs"
        maxLength={LONGEST}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      <NativeSelect
        label="People like those of"
        size="xs"
        data={plan.teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.like}
        onChange={({ currentTarget: { value } }) => set({ like: value })}
      />
      <NativeSelect
        label="At"
        size="xs"
        data={[...sites.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'A new place' }]}
        value={draft.site}
        onChange={({ currentTarget: { value } }) => set({ site: value })}
      />
      <NumberEntry
        label="People at most"
        value={draft.heads}
        min={1}
        max={100_000}
        onChange={(heads) => set({ heads: heads ?? 1 })}
      />
      <NumberEntry
        label={`Cost of opening it, ${plan.currency}`}
        value={draft.openingCost}
        min={0}
        max={1e9}
        onChange={(openingCost) => set({ openingCost: openingCost ?? 0 })}
      />
      {draft.site === '' && <Place plan={plan} place={draft.place} onChange={(place) => set({ place })} />}
      <div className={css.formEnd}>
        <Button type="submit" size="xs" disabled={missing.length > 0}>
          Add candidate
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {missing.length > 0 && <span className={css.hint}>Missing: {missing.join(', ')}.</span>}
      </div>
    </form>
  );
}

/** What a new place has of its own; opening hours, zone, position, platforms and holidays are those of the site it is like. */
function Place(props: {
  readonly plan: Plan;
  readonly place: CandidateDraft['place'];
  readonly onChange: (place: CandidateDraft['place']) => void;
}) {
  const { plan, place, onChange } = props;
  const set = (next: Partial<CandidateDraft['place']>) => onChange({ ...place, ...next });
  const employers = plan.providers.filter(({ kind }) => kind !== 'holding');
  const isBilled = plan.providers.find(({ id }) => id === place.provider)?.contract !== undefined;
  return (
    <>
      <TextInput
        label="Name of the place"
        size="xs"
        maxLength={LONGEST}
        value={place.name}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      <NativeSelect
        label="Open, dialled in and hit like"
        size="xs"
        data={plan.sites.map(({ id, name }) => ({ value: id, label: name }))}
        value={place.like}
        onChange={({ currentTarget: { value } }) => {
          const site = plan.sites.find(({ id }) => id === value);
          if (site) onChange({ ...placeLike(site), name: place.name });
        }}
      />
      <NativeSelect
        label="Provider"
        size="xs"
        data={employers.map(({ id, name }) => ({ value: id, label: name }))}
        value={place.provider}
        onChange={({ currentTarget: { value } }) => set({ provider: value })}
      />
      <NativeSelect
        label="Kind"
        size="xs"
        data={[...KINDS]}
        value={place.kind}
        onChange={({ currentTarget: { value } }) => set({ kind: KINDS.find((kind) => kind === value) ?? place.kind })}
      />
      <TextInput
        label="Metro"
        size="xs"
        maxLength={LONGEST}
        value={place.metro}
        onChange={({ currentTarget: { value } }) => set({ metro: value })}
      />
      <TextInput
        label="Country"
        size="xs"
        maxLength={2}
        value={place.country}
        onChange={({ currentTarget: { value } }) => set({ country: value.toUpperCase() })}
      />
      {place.kind !== 'work-at-home' && (
        <NumberEntry
          label="Seats"
          value={place.seats}
          min={1}
          max={100_000}
          isWhole
          onChange={(seats) => set({ seats: seats ?? 1 })}
        />
      )}
      {isBilled ? (
        <p className={css.hint}>Paid by the provider’s contract.</p>
      ) : (
        <NumberEntry
          label={`Wage an hour, ${plan.currency}`}
          value={place.wagePerHour}
          min={0}
          max={10_000}
          onChange={(wagePerHour) => set({ wagePerHour: wagePerHour ?? 0 })}
        />
      )}
    </>
  );
}
