import { Button, Loader, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { buildDisruption, type LibraryDisruption, strikeDefaults, targetGroups } from '../../../engine/disruption';
import { effectSize, type Plan } from '../../../engine/plan';
import { formatDate, gradeLabel } from '../../format';
import { useLibrary } from '../../work';
import { addDisruption } from './disruption-actions';
import { spanOf } from './disruption-span';
import css from './disruptions.module.css';
import { effectSizeText, effectWords, scopeWords } from './effect-words';
import { FigureField } from './FigureField';
import { LibraryList, LibraryPage } from './library';
import libraryCss from './library/library.module.css';
import { firstStart, isDayOf, lastDayOf } from './plan-days';

interface Props {
  readonly plan: Plan;
  readonly onAdded: (id: string, name: string) => void;
  readonly close: () => void;
}

/** Longest that can be chosen; what an entry adds to it stays within a curve's thousand days. */
const LONGEST_DAYS = 730;

/** Chooses a disruption of the library, where and when it strikes, how long and how hard; it becomes part of the plan. */
export function AddDisruptionDialog({ plan, onAdded, close }: Props) {
  const library = useLibrary();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState('lockdown');
  const [startDate, setStartDate] = useState(() => firstStart(plan.calendar));
  const entry = library?.find(({ id }) => id === picked) ?? library?.[0];
  return (
    <Modal opened onClose={close} size="62rem" title="Add disruption" closeButtonProps={{ 'aria-label': 'Close' }}>
      {!library || !entry ? (
        <Loader aria-label="Loading the library" />
      ) : (
        <div className={libraryCss.columns}>
          <LibraryList library={library} search={search} onSearch={setSearch} picked={entry.id} onPick={setPicked} />
          <div>
            <StrikeFields
              key={entry.id}
              plan={plan}
              entry={entry}
              startDate={startDate}
              setStartDate={setStartDate}
              onAdded={onAdded}
              close={close}
            />
          </div>
        </div>
      )}
    </Modal>
  );
}

interface FieldProps extends Props {
  readonly entry: LibraryDisruption;
  readonly startDate: string;
  readonly setStartDate: (date: string) => void;
}

function StrikeFields({ plan, entry, startDate, setStartDate, onAdded, close }: FieldProps) {
  const groups = useMemo(() => targetGroups(plan, entry.targets), [plan, entry]);
  const targets = groups.flatMap(({ items }) => items);
  const own = strikeDefaults(entry);
  const [picked, setPicked] = useState('');
  const [lasts, setLasts] = useState<number | null>(own.lastsDays);
  const [recovery, setRecovery] = useState<number | null>(own.recoveryDays);
  const [size, setSize] = useState<number | null>(own.size);
  const target = targets.find(({ value }) => value === picked) ?? targets[0];
  const last = lastDayOf(plan.calendar);
  const isDay = isDayOf(plan.calendar, startDate);
  const isFixed = entry.effects.every(({ stretch }) => stretch === 'none');
  const isShare = effectSize(entry.effects[0])?.of === 'share';
  const made =
    target && isDay && lasts !== null && recovery !== null && size !== null
      ? buildDisruption(plan, entry, { target, startDate, lastsDays: lasts, recoveryDays: recovery, size })
      : null;
  const end = made ? spanOf(made).end : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!made) return;
    addDisruption(made);
    onAdded(made.id, made.name);
    close();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={css.addFields}>
        <NativeSelect
          label="Where"
          className={css.wideField}
          data={groups.map(({ group, items }) => ({
            group,
            items: items.map(({ value, label }) => ({ value, label })),
          }))}
          value={target?.value ?? ''}
          error={target ? undefined : 'This plan has nothing that it could strike.'}
          disabled={!target}
          onChange={(event) => setPicked(event.currentTarget.value)}
        />
        <TextInput
          label="Start"
          type="date"
          value={startDate}
          min={plan.calendar.startDate}
          max={last}
          error={isDay ? undefined : `A day of the plan: ${formatDate(plan.calendar.startDate)} to ${formatDate(last)}`}
          onChange={(event) => setStartDate(event.currentTarget.value)}
        />
        {entry.size && (
          <FigureField
            label={entry.size.label + (isShare ? ', %' : '')}
            value={size}
            scale={isShare ? 100 : 1}
            min={0}
            max={isShare ? 1 : 50}
            decimals={isShare ? 1 : 2}
            onChange={setSize}
          />
        )}
        {!isFixed && (
          <>
            <FigureField
              label={`${entry.lasts.label}, ${entry.lasts.unit}`}
              value={lasts}
              scale={entry.lasts.unit === 'hours' ? 24 : 1}
              min={1 / 24}
              max={LONGEST_DAYS}
              decimals={1}
              onChange={setLasts}
            />
            <FigureField
              label={`${entry.recovers.label}, ${entry.lasts.unit}`}
              value={recovery}
              scale={entry.lasts.unit === 'hours' ? 24 : 1}
              min={0}
              max={LONGEST_DAYS}
              decimals={1}
              onChange={setRecovery}
            />
          </>
        )}
      </div>
      <LibraryPage entry={entry} />
      <div className={css.preview} aria-live="polite">
        {!made && <p>What would be added is shown here once every figure above can stand.</p>}
        {made && (
          <>
            <p className={css.previewName}>{made.name}</p>
            <p>
              {formatDate(made.startDate)}
              {end === made.startDate ? '' : ` to ${formatDate(end)}`}
              {end && end > last ? `, beyond the plan’s last day, ${formatDate(last)}` : ''}
            </p>
            <ul>
              {made.effects.map((effect, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: effects have no other identity
                <li key={at}>
                  <strong>
                    {effectWords(effect).replace(/, times$/, '')} {effectSizeText(effect)}
                  </strong>{' '}
                  {scopeWords(effect.scope, plan)}
                  <span className={css.sub}>
                    {effect.source} ({gradeLabel(effect.grade)})
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={css.dialogActions}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={!made}>
          Add to plan
        </Button>
      </div>
    </form>
  );
}
