import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { effectSize, type Plan } from '../../../engine/plan';
import { formatDate, gradeLabel } from '../../format';
import { buildDisruption, templateDefaults } from './build-disruption';
import { addDisruption } from './disruption-actions';
import { spanOf } from './disruption-span';
import { targetGroups } from './disruption-targets';
import css from './disruptions.module.css';
import { effectSizeText, effectWords } from './effect-words';
import { FigureField } from './FigureField';
import { firstStart, isDayOf, lastDayOf } from './plan-days';
import { type DisruptionTemplate, disruptionTemplates } from './template-types';

interface Props {
  readonly plan: Plan;
  readonly onAdded: (id: string, name: string) => void;
  readonly close: () => void;
}

/** Longest that can be chosen; what a template adds to it stays within a curve's thousand days. */
const LONGEST_DAYS = 730;

const CHOICES = disruptionTemplates.map(({ id, label }) => ({ value: id, label }));

/** Chooses a template, where and when it strikes, how long and how hard; it becomes part of the plan. */
export function AddDisruptionDialog({ plan, onAdded, close }: Props) {
  const [templateId, setTemplateId] = useState(disruptionTemplates[0].id);
  const [startDate, setStartDate] = useState(() => firstStart(plan.calendar));
  const template = disruptionTemplates.find(({ id }) => id === templateId) ?? disruptionTemplates[0];
  return (
    <Modal opened onClose={close} size="lg" title="Add disruption" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NativeSelect
        label="What happens"
        data={CHOICES}
        data-autofocus
        value={template.id}
        onChange={(event) => setTemplateId(event.currentTarget.value)}
      />
      <TemplateFields
        key={template.id}
        plan={plan}
        template={template}
        startDate={startDate}
        setStartDate={setStartDate}
        onAdded={onAdded}
        close={close}
      />
    </Modal>
  );
}

interface FieldProps extends Props {
  readonly template: DisruptionTemplate;
  readonly startDate: string;
  readonly setStartDate: (date: string) => void;
}

function TemplateFields({ plan, template, startDate, setStartDate, onAdded, close }: FieldProps) {
  const groups = useMemo(() => targetGroups(plan, template.targets), [plan, template]);
  const targets = groups.flatMap(({ items }) => items);
  const own = templateDefaults(template);
  const [picked, setPicked] = useState('');
  const [lasts, setLasts] = useState<number | null>(own.lastsDays);
  const [recovery, setRecovery] = useState<number | null>(own.recoveryDays);
  const [size, setSize] = useState<number | null>(own.size);
  const target = targets.find(({ value }) => value === picked) ?? targets[0];
  const last = lastDayOf(plan.calendar);
  const isDay = isDayOf(plan.calendar, startDate);
  const isShare = effectSize(template.effects[0])?.of === 'share';
  const made =
    target && isDay && lasts !== null && recovery !== null && size !== null
      ? buildDisruption(plan, template, { target, startDate, lastsDays: lasts, recoveryDays: recovery, size })
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
        <FigureField
          label={template.size.label + (isShare ? ', %' : '')}
          value={size}
          scale={isShare ? 100 : 1}
          min={0}
          max={isShare ? 1 : 50}
          decimals={isShare ? 1 : 2}
          onChange={setSize}
        />
        <FigureField
          label={`${template.lasts.label}, ${template.lasts.unit}`}
          value={lasts}
          scale={template.lasts.unit === 'hours' ? 24 : 1}
          min={1 / 24}
          max={LONGEST_DAYS}
          decimals={1}
          onChange={setLasts}
        />
        <FigureField
          label={`${template.recovers.label}, ${template.lasts.unit}`}
          value={recovery}
          scale={template.lasts.unit === 'hours' ? 24 : 1}
          min={0}
          max={LONGEST_DAYS}
          decimals={1}
          onChange={setRecovery}
        />
      </div>
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
            <p>{made.description}</p>
            <ul>
              {made.effects.map((effect, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: effects have no other identity
                <li key={at}>
                  <strong>
                    {effectWords(effect).replace(/, times$/, '')} {effectSizeText(effect)}
                  </strong>
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
