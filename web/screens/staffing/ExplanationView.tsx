import { Table } from '@mantine/core';
import type { Explanation } from '../../../engine/answers';
import { formatNumber, gradeLabel } from '../../format';
import css from './staffing.module.css';

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
        {explanation.label}: <strong>{formatNumber(explanation.value, 2)}</strong> {explanation.unit}
      </p>
      <p className={css.formula}>{explanation.formula}</p>
      <p className={css.note}>{explanation.method}</p>
      <div className={css.scroll}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Input</Table.Th>
              <Table.Th ta="right">Value</Table.Th>
              <Table.Th>Source</Table.Th>
              <Table.Th>Grade</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {explanation.inputs.map((input) => (
              <Table.Tr key={input.name}>
                <Table.Td>{input.name}</Table.Td>
                <Table.Td ta="right">
                  {typeof input.value === 'number' ? formatNumber(input.value, 4) : input.value} {input.unit}
                </Table.Td>
                <Table.Td>{input.source}</Table.Td>
                <Table.Td>{gradeLabel(input.grade)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
