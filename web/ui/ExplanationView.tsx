import type { Explanation } from '../../engine/answers';
import { formatNumber, gradeLabel } from '../format';
import { DataTable } from './DataTable';
import css from './explanation.module.css';

/** A number's family tree: value, formula, method, and every input with its source and grade. */
export function ExplanationView({
  explanation,
  stale,
}: {
  readonly explanation: Explanation;
  readonly stale: boolean;
}) {
  return (
    <div className={stale ? css.stale : undefined} aria-busy={stale}>
      <p className={css.answer}>
        {explanation.label}: <strong>{withUnit(explanation.value, explanation.unit, 2)}</strong>
      </p>
      <p className={css.formula}>{explanation.formula}</p>
      <p className={css.note}>{explanation.method}</p>
      <DataTable
        label={`Inputs of: ${explanation.label}`}
        rows={explanation.inputs}
        keyOf={(input) => input.name}
        columns={[
          { key: 'name', label: 'Input', render: (input) => input.name },
          {
            key: 'value',
            label: 'Value',
            numeric: true,
            render: (input) => withUnit(input.value, input.unit, 4),
          },
          { key: 'source', label: 'Source', render: (input) => <span className={css.source}>{input.source}</span> },
          { key: 'grade', label: 'Grade', render: (input) => gradeLabel(input.grade) },
        ]}
      />
    </div>
  );
}

/** A value as a planner reads it: shares in per cent. */
function withUnit(value: number | string, unit: string, decimals: number): string {
  if (typeof value !== 'number') return `${value} ${unit}`.trim();
  if (!/^share\b/.test(unit)) return `${formatNumber(value, decimals)} ${unit}`.trim();
  return `${formatNumber(value * 100, 2)} % ${unit.replace(/^share ?/, '')}`.trim();
}
