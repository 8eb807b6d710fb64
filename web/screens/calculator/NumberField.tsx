import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseNumber } from '../../format';

interface Props {
  readonly label: string;
  /** Its name for those who can't see what it stands beside; the label without it. */
  readonly name?: string | undefined;
  readonly unit: string;
  readonly value: number | null;
  /** What an empty field means; without it the field must hold a number. */
  readonly empty?: string | undefined;
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly onValue: (value: number | null) => void;
  /** Told what is wrong with the text, null when it is a number again. */
  readonly onFault: (fault: string | null) => void;
}

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 12, useGrouping: false });
const write = (value: number | null) => (value === null ? '' : plain.format(value));

/** A number as people type it, with its unit; what is no number is said at the field and not passed on. */
export function NumberField({ label, name = label, unit, value, empty, fault, hint, onValue, onFault }: Props) {
  const [typed, setTyped] = useState({ text: write(value), value });
  const [own, setOwn] = useState<string | null>(null);
  if (typed.value !== value) {
    // Changed from outside: by a link, another tab or a reset.
    setTyped({ text: write(value), value });
    setOwn(null);
  }
  const complain = (found: string | null) => {
    setOwn(found);
    if (found !== own) onFault(found);
  };
  const change = (text: string) => {
    const body = text.trim().replace(/%$/, '').trim();
    const read = body === '' ? null : parseNumber(body);
    if (body === '' && empty === undefined) {
      setTyped({ text, value });
      return complain('Found nothing; allowed: a number');
    }
    if (body !== '' && read === null) {
      setTyped({ text, value });
      return complain(`Found ${text.trim().slice(0, 24)}; allowed: a number`);
    }
    setTyped({ text, value: read });
    complain(null);
    onValue(read);
  };
  return (
    <TextInput
      label={label}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      value={typed.text}
      placeholder={empty}
      error={own ?? fault}
      description={hint}
      rightSection={unit === '' ? undefined : <span aria-hidden="true">{unit}</span>}
      aria-label={unit !== '' ? `${name}, ${UNIT_WORDS[unit] ?? unit}` : name === label ? undefined : name}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

const UNIT_WORDS: Readonly<Record<string, string>> = { s: 'seconds', min: 'minutes', h: 'hours', '%': 'per cent' };
