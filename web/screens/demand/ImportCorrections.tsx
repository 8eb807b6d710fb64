import { Button, NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import type { ImportCorrections as Corrections, HistoryPreview } from '../../../engine/answers';
import css from './demand.module.css';
import { stepName } from './history-lines';

interface Props {
  /** Null while the file is refused: what doesn't depend on its columns can be corrected all the same. */
  readonly preview: HistoryPreview | null;
  readonly refused: boolean;
  readonly corrections: Corrections;
  readonly onChange: (corrections: Corrections) => void;
}

const AUTO = '';
const GRAINS = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 10_080];
const DELIMITERS = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
]);
const ORDERS = new Map([
  ['ymd', 'year, month, day'],
  ['dmy', 'day, month, year'],
  ['mdy', 'month, day, year'],
]);

/** Every guess with what was found, each open to correction by one choice. */
export function ImportCorrections(props: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? props.refused;
  const id = useId();
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setChosen(!open)}
      >
        Correct what was understood
      </Button>
      <div id={id}>{open && <Choosers {...props} />}</div>
    </>
  );
}

function Choosers({ preview, corrections, onChange }: Props) {
  const set = (change: Partial<Corrections>) => {
    const next = Object.entries({ ...corrections, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(next) as Corrections);
  };
  const columns = preview?.allColumns ?? [];
  const pick = (
    label: string,
    found: string | null,
    choices: Choices,
    value: string | undefined,
    to: (value: string | undefined) => Partial<Corrections>,
  ) => (
    <NativeSelect
      key={label}
      size="xs"
      label={label}
      data={[
        { value: AUTO, label: found === null ? 'as found' : `${found} (found)` },
        ...[...choices].map(([choice, name]) => ({ value: choice, label: name })),
      ]}
      value={value ?? AUTO}
      onChange={(event) => {
        const next = event.currentTarget.value;
        set(to(next === AUTO ? undefined : next));
      }}
    />
  );
  const names: Choices = columns.map((column) => [column, column] as const);
  return (
    <div className={css.corrections}>
      {preview && pick('Time', preview.columns.timestamp, names, corrections.timestamp, (timestamp) => ({ timestamp }))}
      {preview &&
        pick('Count', preview.columns.values.join(', '), names, one(corrections.value), (value) => ({ value }))}
      {preview && pick('Series', preview.columns.series ?? 'none', names, corrections.series, (series) => ({ series }))}
      {pick(
        'Step',
        preview ? (preview.grainMinutes === null ? 'running numbers' : stepName(preview.grainMinutes)) : null,
        GRAINS.map((minutes) => [String(minutes), stepName(minutes)] as const),
        corrections.grainMinutes === undefined ? undefined : String(corrections.grainMinutes),
        (minutes) => ({ grainMinutes: minutes === undefined ? undefined : Number(minutes) }),
      )}
      {pick(
        'Order of dates',
        preview?.dateOrder ? (ORDERS.get(preview.dateOrder) ?? null) : null,
        ORDERS,
        corrections.dateOrder,
        (order) => ({
          dateOrder: order as Corrections['dateOrder'],
        }),
      )}
      {pick(
        'Decimal mark',
        preview ? (preview.decimalMark === ',' ? 'comma' : 'point') : null,
        [
          ['.', 'point'],
          [',', 'comma'],
        ],
        corrections.decimalMark,
        (mark) => ({ decimalMark: mark as Corrections['decimalMark'] }),
      )}
      {pick(
        'Columns parted by',
        preview ? (DELIMITERS.get(preview.delimiter) ?? null) : null,
        DELIMITERS,
        corrections.delimiter,
        (delimiter) => ({
          delimiter: delimiter as Corrections['delimiter'],
        }),
      )}
      {pick(
        'First line',
        preview ? (preview.hasHeader ? 'names of columns' : 'data') : null,
        [
          ['yes', 'names of columns'],
          ['no', 'data'],
        ],
        corrections.hasHeader === undefined ? undefined : corrections.hasHeader ? 'yes' : 'no',
        (answer) => ({ hasHeader: answer === undefined ? undefined : answer === 'yes' }),
      )}
      {pick(
        'An absent time is',
        preview ? (preview.absent === 'zero' ? 'no contacts' : 'missing data') : null,
        [
          ['missing', 'missing data'],
          ['zero', 'no contacts'],
        ],
        corrections.absent,
        (absent) => ({ absent: absent as Corrections['absent'] }),
      )}
      {pick(
        'A time that stands twice',
        null,
        [
          ['refuse', 'is an error'],
          ['sum', 'is added up'],
          ['mean', 'is averaged'],
          ['first', 'counts once, the first'],
        ],
        corrections.duplicates,
        (duplicates) => ({ duplicates: duplicates as Corrections['duplicates'] }),
      )}
    </div>
  );
}

type Choices = Iterable<readonly [value: string, name: string]>;

function one(value: Corrections['value']): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
