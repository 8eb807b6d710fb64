import { NativeSelect } from '@mantine/core';
import type { Calculation, CalculationTable } from '../../../engine/answers';
import type { Issue } from '../../../engine/units';
import { Panel } from '../../ui';
import { type Rows, typedValue, type View } from './calculation-view';
import css from './calculator.module.css';
import { inPercent } from './field-faults';
import { NumberField } from './NumberField';
import { RowsEditor } from './RowsEditor';
import { FIELD_UNITS } from './units';

interface Props {
  readonly calculation: Calculation;
  readonly view: View;
  readonly issues: readonly Issue[];
  readonly onChange: (change: Record<string, unknown>) => void;
  readonly onWrong: (name: string, fault: string | null) => void;
}

/** The numbers, words and rows that a calculation takes. */
export function CalculationForm({ calculation, view, issues, onChange, onWrong }: Props) {
  const { fields, choices, table } = calculation;
  const groups = [...new Set(Object.values(fields).map(({ group }) => group))];
  const field = (name: string) => {
    const facts = fields[name];
    if (!facts) return null;
    const issue = issues.find(({ path }) => path === name);
    const write = facts.unit === '%' ? inPercent : (text: string) => text.replace(/^a (whole )?number /, '$1');
    return (
      <NumberField
        key={name}
        label={facts.label}
        name={facts.group === undefined ? undefined : `${facts.group.split(':')[0]}: ${facts.label}`}
        unit={FIELD_UNITS[facts.unit]}
        empty={facts.empty}
        value={typedValue(calculation, name, view)}
        fault={issue && `Found ${write(issue.found)}; allowed: ${write(issue.allowed)}`}
        onValue={(value) => onChange({ [facts.option]: value ?? 'none' })}
        onFault={(fault) => onWrong(name, fault)}
      />
    );
  };
  return (
    <Panel title="What is known">
      {table && !isWide(table) && <CalculationRows table={table} view={view} onChange={onChange} onWrong={onWrong} />}
      {groups.map((group) => (
        <fieldset key={group ?? ''} className={css.group}>
          {group !== undefined && <legend>{group}</legend>}
          <div className={css.fields}>
            {Object.keys(fields)
              .filter((name) => fields[name]?.group === group)
              .map(field)}
            {group === undefined &&
              Object.entries(choices).map(([name, choice]) => (
                <NativeSelect
                  key={name}
                  label={choice.label}
                  size="xs"
                  className={css.word}
                  data={[...choice.choices]}
                  value={String(view[choice.option])}
                  onChange={(event) => onChange({ [choice.option]: event.currentTarget.value })}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </Panel>
  );
}

/** A table of many columns needs the width of the page. */
export const isWide = (table: CalculationTable): boolean => table.columns.length > 3;

/** The rows that a calculation takes. */
export function CalculationRows({
  table,
  view,
  onChange,
  onWrong,
}: Pick<Props, 'view' | 'onChange' | 'onWrong'> & { readonly table: CalculationTable }) {
  return (
    <RowsEditor
      table={table}
      rows={(view.rows as Rows | null) ?? table.usual}
      onRows={(rows) => onChange({ rows })}
      onFault={(fault) => onWrong('rows', fault)}
    />
  );
}
