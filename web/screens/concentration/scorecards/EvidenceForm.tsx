import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { KNOWN_FACTS, RISK_MODIFIERS } from '../../../../engine/answers';
import { parseNumber } from '../../../format';
import css from '../concentration.module.css';
import { addEvidence, type Evidence } from './evidence-edits';

const FACTS = [...KNOWN_FACTS, ...RISK_MODIFIERS];
const GRADES = [
  { value: 'filing', label: 'Filing' },
  { value: 'survey', label: 'Survey' },
  { value: 'opinion', label: 'Opinion' },
];

interface Props {
  readonly providerId: string;
  /** Day on which ages count; later evidence is refused. */
  readonly asOf: string;
}

/** Enters a piece of evidence on a provider's financial health: a fact that counts, its value, day, source and grade. */
export function EvidenceForm({ providerId, asOf }: Props) {
  const [fact, setFact] = useState(FACTS[0]!.fact);
  const [text, setText] = useState('');
  const [date, setDate] = useState(asOf);
  const [source, setSource] = useState('');
  const [grade, setGrade] = useState('filing');
  const known = FACTS.find((each) => each.fact === fact)!;
  const value = readValue(text);
  const counts = value === null ? null : 'rate' in known ? known.rate(value) : known.shift(value);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && date <= asOf;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === null || counts === null || !isDate) return;
    const entry = { fact, value, date, grade, ...(source.trim() ? { source: source.trim() } : {}) };
    addEvidence(providerId, entry as Evidence);
    setText('');
  };
  return (
    <form className={css.controls} onSubmit={submit} aria-label="Add evidence">
      <NativeSelect
        label="Fact"
        size="xs"
        data={FACTS.map((each) => each.fact)}
        value={fact}
        onChange={(event) => setFact(event.currentTarget.value)}
      />
      <TextInput
        label="Value"
        description={known.asks}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        size="xs"
        value={text}
        error={text !== '' && counts === null ? `“${text}” can’t be read; allowed: ${known.asks}` : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label="As of"
        type="date"
        size="xs"
        max={asOf}
        value={date}
        error={isDate ? undefined : `A day up to ${asOf}`}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label="Source"
        size="xs"
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <NativeSelect
        label="Grade"
        size="xs"
        data={GRADES}
        value={grade}
        onChange={(event) => setGrade(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={counts === null || !isDate}>
        Add evidence
      </Button>
    </form>
  );
}

/** A number where it reads as one, else the text; null where nothing was typed. */
function readValue(text: string): number | string | null {
  if (text.trim() === '') return null;
  const number = parseNumber(text);
  return number === null || Number.isNaN(number) ? text.trim() : number;
}
