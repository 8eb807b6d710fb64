import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber, parseNumber } from '../format';

interface Props {
  readonly label: string;
  /** What the plan holds; null where it holds nothing. */
  readonly value: number | null;
  /** What a person reads over what the plan holds: 100 for per cent. */
  readonly scale?: number;
  /** In the plan's unit. */
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
  /** An empty field takes the value away. */
  readonly isOptional?: boolean;
  readonly width?: number | undefined;
  /** In a table, whose heads say what it is: the label is for screen readers. */
  readonly isInTable?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A number in the reader's unit that becomes one step of the plan when it is left or Enter is pressed. */
export function NumberEntry(props: Props) {
  const { label, value, scale = 1, min, max, isWhole = false, isOptional = false, width, isInTable, onChange } = props;
  /** What is being typed; null when the field shows the plan's own. */
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null => {
    if (isOptional && text.trim() === '') return null;
    const found = parseNumber(text.trim().endsWith('%') ? text.trim().slice(0, -1) : text);
    if (found === null || (isWhole && !Number.isInteger(found))) return Number.NaN;
    const figure = found / scale;
    return figure >= min - 1e-12 && figure <= max + 1e-12 ? Math.min(max, Math.max(min, figure)) : Number.NaN;
  };
  const isWrong = typed !== null && Number.isNaN(read(typed) ?? 0);
  const commit = () => {
    if (typed === null || isWrong) return;
    const next = read(typed);
    setTyped(null);
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      size="xs"
      {...(isInTable ? { 'aria-label': label } : { label })}
      w={width}
      inputMode="decimal"
      value={typed ?? (value === null ? '' : written(value * scale))}
      error={
        isWrong
          ? `${isWhole ? 'a whole number, ' : ''}${formatNumber(min * scale, 2)} to ${formatNumber(max * scale, 2)}`
          : undefined
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** As the reader's locale writes it, to twelve digits, without grouping, so that it can be edited. */
function written(value: number): string {
  return new Intl.NumberFormat(undefined, { maximumSignificantDigits: 12, useGrouping: false }).format(value);
}
