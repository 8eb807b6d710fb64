import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { gradeLabel } from '../../format';
import { type DriverDraft, emptyDriver, readValues } from './driver-drafts';
import css from './formula.module.css';

interface Props {
  readonly drivers: readonly DriverDraft[];
  readonly weeks: number;
  /** Drivers that the formula names; null while that isn't known. */
  readonly used: readonly string[] | null;
  /** What is wrong with a driver, by its place. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (drivers: readonly DriverDraft[]) => void;
}

const GRADES = ['filing', 'survey', 'opinion'] as const;
const MOST_DRIVERS = 30;

/** The drivers of a formula: name, unit, numbers, source and grade, each to be typed or pasted. */
export function DriverFields({ drivers, weeks, used, problems, onChange }: Props) {
  const change = (key: string, part: Partial<DriverDraft>) =>
    onChange(drivers.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => {
    const next = 1 + Math.max(-1, ...drivers.map(({ key }) => Number(key)));
    onChange([...drivers, emptyDriver(String(next))]);
  };
  return (
    <fieldset className={css.drivers}>
      <legend>Drivers</legend>
      {drivers.map((one, at) => {
        const read = readValues(one.values);
        const valuesProblem =
          'wrong' in read
            ? `Found ${read.wrong}; allowed is a number, or ${weeks} numbers`
            : problems.get(`drivers[${at}].values`);
        const isUnused = used !== null && one.id !== '' && !used.includes(one.id);
        return (
          <div key={one.key} className={css.driver}>
            <TextInput
              size="xs"
              label="Name in the formula"
              classNames={{ input: css.code }}
              spellCheck={false}
              maxLength={40}
              value={one.id}
              error={problems.get(`drivers[${at}].id`)}
              description={isUnused ? 'not in the formula' : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={(event) => change(one.key, { id: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="What it is"
              maxLength={120}
              value={one.name}
              onChange={(event) => change(one.key, { name: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="Unit"
              maxLength={60}
              placeholder="such as orders a week"
              value={one.unit}
              onChange={(event) => change(one.key, { unit: event.currentTarget.value })}
            />
            <Textarea
              size="xs"
              label={`One number, or ${weeks}`}
              autosize
              minRows={1}
              maxRows={4}
              value={one.values}
              error={valuesProblem}
              onChange={(event) => change(one.key, { values: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="Source"
              maxLength={4000}
              value={one.source}
              onChange={(event) => change(one.key, { source: event.currentTarget.value })}
            />
            <Select
              size="xs"
              label="Grade"
              data={[
                { value: '', label: 'not stated' },
                ...GRADES.map((grade) => ({ value: grade as string, label: gradeLabel(grade) })),
              ]}
              value={one.grade}
              onChange={(grade) => change(one.key, { grade: GRADES.find((known) => known === grade) ?? '' })}
            />
            <Button
              size="xs"
              variant="default"
              aria-label={`Remove driver ${one.id || at + 1}`}
              onClick={() => onChange(drivers.filter(({ key }) => key !== one.key))}
            >
              Remove
            </Button>
          </div>
        );
      })}
      <Button size="xs" variant="default" disabled={drivers.length >= MOST_DRIVERS} onClick={add}>
        Add a driver
      </Button>
    </fieldset>
  );
}
