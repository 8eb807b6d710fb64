import { Button } from '@mantine/core';
import type { Stream } from '../../../engine/plan';
import { formatNumber, gradeLabel } from '../../format';
import css from './formula.module.css';

const DIGITS = 6;

/** A stream's formula with its drivers, where its demand is one, and the way to write it. */
export function FormulaDemand({ stream, onWrite }: { readonly stream: Stream; readonly onWrite: () => void }) {
  const { demand } = stream;
  return (
    <>
      {demand.kind === 'drivers' && (
        <>
          <code className={css.formula}>{demand.formula}</code>
          <ul className={css.list} aria-label={`Drivers of ${stream.name}`}>
            {demand.drivers.map((one) => (
              <li key={one.id}>
                <code>{one.id}</code> = {valuesWords(one.values)}
                {one.unit ? ` ${one.unit}` : ''}: {one.name}. {one.source ?? 'Source not stated'}
                {one.grade ? ` (${gradeLabel(one.grade)})` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        px={0}
        aria-label={`${demand.kind === 'drivers' ? 'Change the formula' : 'Write as a formula'}: ${stream.name}`}
        onClick={onWrite}
      >
        {demand.kind === 'drivers' ? 'Change the formula' : 'Write as a formula'}
      </Button>
    </>
  );
}

function valuesWords(values: number | readonly number[]): string {
  if (typeof values === 'number') return formatNumber(values, DIGITS);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range =
    least === most ? formatNumber(least, DIGITS) : `${formatNumber(least, DIGITS)} to ${formatNumber(most, DIGITS)}`;
  return `${range} over ${values.length} weeks`;
}
