import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Segments } from '../../charts';
import { DEFINITIONS, definitionLabel, type ServiceLevelDefinition } from '../../format';
import type { Calculation } from '../../queue';
import { CONTACT_WORDS, FIELDS, type FigureName } from '../../queue';
import { Panel } from '../../ui';
import css from './calculator.module.css';
import type { FieldFaults } from './field-faults';
import { NumberField } from './NumberField';

interface Props {
  readonly calculation: Calculation;
  readonly faults: FieldFaults;
  /** Agents required by the last answer: what "I have" starts from. */
  readonly required: number | null;
  readonly onChange: (figures: Partial<Calculation['figures']>) => void;
  readonly onDefinition: (definition: ServiceLevelDefinition) => void;
  readonly onWrong: (name: FigureName, fault: string | null) => void;
}

const MODES = [
  { value: 'need', label: 'How many do I need?' },
  { value: 'have', label: 'I have so many' },
] as const;

/** The few numbers that a calculation takes; the rarer limits fold away. */
export function CalculatorForm({ calculation, faults, required, onChange, onDefinition, onWrong }: Props) {
  const { channel, definition, figures } = calculation;
  const hasSpread = (figures.spread ?? 1) !== 1 || (figures.patienceSpread ?? 1) !== 1;
  const hasLimits = figures.abandonment !== null || figures.asa !== null || hasSpread || (figures.silent ?? 0) !== 0;
  const [open, setOpen] = useState(hasLimits);
  const field = (name: FigureName, label?: string) => {
    const facts = FIELDS[name];
    return (
      <NumberField
        key={`${channel} ${name}`}
        label={label ?? facts.label}
        unit={facts.unit}
        empty={facts.empty}
        hint={facts.hint}
        value={figures[name]}
        fault={faults.byField.get(name)}
        onValue={(value) => onChange({ [name]: value })}
        onFault={(fault) => onWrong(name, fault)}
      />
    );
  };
  return (
    <Panel title="The queue">
      <div className={css.fields}>
        {field('contacts', CONTACT_WORDS[channel])}
        {field('minutes')}
        {field('aht')}
        {channel === 'email' ? field('hours') : field('patience')}
        {channel === 'chat' && field('concurrency')}
        {channel === 'chat' && field('stretch')}
        {field('target')}
        {channel === 'email' ? field('shrinkage') : field('within')}
        {channel !== 'email' && field('shrinkage')}
        {field('occupancy')}
      </div>
      {channel !== 'email' && (
        <NativeSelect
          label="Service level counts"
          size="xs"
          mt={8}
          data={DEFINITIONS.map((value) => ({ value, label: definitionLabel(value) }))}
          value={definition}
          onChange={(event) => onDefinition(event.currentTarget.value as ServiceLevelDefinition)}
        />
      )}
      <details className={css.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>More: limits and spreads{hasLimits ? ' (set)' : ''}</summary>
        <div className={css.fields}>
          {channel !== 'email' && field('abandonment')}
          {field('asa')}
          {channel !== 'email' && field('short')}
          {channel === 'chat' && field('silent')}
          {channel !== 'chat' && field('spread')}
          {channel === 'voice' && field('patienceSpread')}
        </div>
      </details>
      <div className={css.mode}>
        <Segments
          label="What is asked"
          choices={MODES}
          value={figures.agents === null ? 'need' : 'have'}
          onChange={(mode) => onChange({ agents: mode === 'have' ? (required ?? 1) : null })}
        />
        {figures.agents !== null && field('agents')}
      </div>
    </Panel>
  );
}
