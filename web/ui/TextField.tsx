import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Issue } from '../../engine/units';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly isNeeded?: boolean;
  /** The label is for those who hear the page; a column's head says it to those who see. */
  readonly isInTable?: boolean;
  /** Text of several lines, which Enter doesn't end. */
  readonly lines?: boolean;
  readonly issue: Issue | undefined;
  readonly onChange: (text: string) => void;
}

/** Text that becomes one step of the plan when it is left or Enter is pressed; Escape brings back what was there. */
export function TextField({
  label,
  value,
  longest,
  isNeeded = false,
  isInTable = false,
  lines = false,
  issue,
  onChange,
}: Props) {
  /** What is being typed; null when the field shows the plan's own. */
  const [typed, setTyped] = useState<string | null>(null);
  const isEmpty = isNeeded && typed?.trim() === '';
  const commit = () => {
    if (typed === null || isEmpty) return;
    setTyped(null);
    if (typed.trim() !== value) onChange(typed.trim());
  };
  const shared = {
    ...(isInTable ? { 'aria-label': label } : { label }),
    size: 'xs',
    maxLength: longest,
    value: typed ?? value,
    error: isEmpty
      ? `1 to ${longest} characters`
      : issue && typed === null
        ? `found ${issue.found}; allowed: ${issue.allowed}`
        : undefined,
    onBlur: commit,
  } as const;
  if (lines) {
    return (
      <Textarea
        {...shared}
        // The browser lets it grow with its words; measuring them here would hold up every drawing of the screen.
        rows={2}
        styles={{ input: { fieldSizing: 'content', minHeight: '2.2em', maxHeight: '9em' } }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
