import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly label: string;
  /** In the plan's unit; null while what is typed can't stand. */
  readonly value: number | null;
  /** What a person reads, over what the plan holds: 100 for per cent, 24 for hours of a day. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** Told when the field is left or Enter is pressed, and not at every key. */
  readonly lazy?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A figure in the reader's unit, with what is allowed said where it can't stand. */
export function FigureField({ label, value, scale, min, max, decimals, lazy = false, onChange }: Props) {
  const [text, setText] = useState<string | number>(() => (value === null ? '' : rounded(value * scale, decimals)));
  const figureOf = (next: string | number): number | null => {
    const figure = typeof next === 'number' ? next / scale : Number.NaN;
    const slack = 1e-9;
    return figure >= min - slack && figure <= max + slack ? Math.min(max, Math.max(min, figure)) : null;
  };
  const typed = figureOf(text);
  const isWrong = value === null || (lazy && typed === null);
  const commit = () => {
    if (lazy && typed !== null && typed !== value) onChange(typed);
  };
  return (
    <NumberInput
      label={label}
      size={lazy ? 'xs' : 'sm'}
      value={text}
      step={scale === 1 && decimals === 2 ? 0.1 : 1}
      decimalScale={decimals}
      clampBehavior="none"
      error={isWrong ? `${rounded(min * scale, 2)} to ${rounded(max * scale, 2)}` : undefined}
      onChange={(next) => {
        setText(next);
        if (!lazy) onChange(figureOf(next));
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
