import type { CurvePoint } from '../../../engine/answers';
import { formatNumber, formatPoints, NOTHING } from '../../format';
import { duration, exactShare } from '../../queue';
import { DataTable, Panel } from '../../ui';
import css from './calculator.module.css';

interface Props {
  readonly curve: readonly CurvePoint[];
  readonly stale: boolean;
}

/** The same as the curve, agent by agent; the row of the answer is marked. */
export function CurveTable({ curve, stale }: Props) {
  const middle = curve.find((point) => point.offset === 0);
  return (
    <Panel title="Agent by agent" stale={stale}>
      <DataTable
        label="Figures by agents"
        rows={curve.filter((point) => Math.abs(point.offset - 1) <= 5)}
        keyOf={(point) => String(point.offset)}
        picked={middle ? '0' : null}
        columns={[
          {
            key: 'agents',
            label: 'Agents',
            render: (point) => (
              <span>
                {formatNumber(point.agents, 2)}{' '}
                <span className={point.meetsTargets ? css.good : css.bad}>{point.meetsTargets ? '✓' : '✗'}</span>
                <span className="visually-hidden">{point.meetsTargets ? 'keeps the targets' : 'misses a target'}</span>
              </span>
            ),
          },
          { key: 'paid', label: 'Paid', numeric: true, render: (point) => formatNumber(point.paidHeads, 0) },
          { key: 'level', label: 'Service level', numeric: true, render: (point) => exactShare(point.serviceLevel) },
          {
            key: 'gain',
            label: 'Gain',
            numeric: true,
            render: (point) => (point.gainPoints === null ? NOTHING : formatPoints(point.gainPoints)),
          },
          { key: 'asa', label: 'ASA', numeric: true, render: (point) => duration(point.asaSeconds) },
          { key: 'lost', label: 'Abandoned', numeric: true, render: (point) => exactShare(point.abandonment) },
          { key: 'busy', label: 'Occupancy', numeric: true, render: (point) => exactShare(point.occupancy) },
        ]}
      />
    </Panel>
  );
}
