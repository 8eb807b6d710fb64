import { useMemo } from 'react';
import type { CurvePoint, QueueCalculation } from '../../engine/answers';
import { ChartFrame, type ChartTable, CurveChart, type CurveData } from '../charts';
import { definitionLabel, formatNumber, formatPoints } from '../format';
import { bindingWords, duration, exactShare, slopeWords } from './words';

interface Props {
  readonly answer: QueueCalculation;
  readonly stale: boolean;
  readonly order?: 2 | 3 | undefined;
}

/** The curve around the answer: what each agent more or fewer does. */
export function AgentsCurve({ answer, stale, order = 2 }: Props) {
  const { curve, slope } = answer.atHand ?? answer;
  const impatient = Number.isFinite(answer.question.patienceSeconds);
  const title = impatient ? 'Service level and abandonment by agents' : 'Service level by agents';
  const data = useMemo((): CurveData => {
    const { question, atHand } = answer;
    const middle = curve.find((point) => point.offset === 0);
    const series = [{ id: 'level', label: 'Service level', values: curve.map((point) => point.serviceLevel) }];
    if (Number.isFinite(question.patienceSeconds)) {
      series.push({ id: 'abandonment', label: 'Abandonment', values: curve.map((point) => point.abandonment) });
    }
    return {
      x: curve.map((point) => point.agents),
      xLabel: 'Agents',
      formatX: (agents) => formatNumber(agents, 2),
      series: series.map((one, at) => ({ ...one, color: at === 0 ? 1 : 2, dash: at === 0 ? 'solid' : 'dashed' })),
      limits: [
        ...(question.targetShare === 0
          ? []
          : [{ label: `target ${formatNumber(question.targetShare * 100, 2)} %`, value: question.targetShare }]),
        ...(question.maxAbandonment === null
          ? []
          : [
              {
                label: `largest abandonment ${formatNumber(question.maxAbandonment * 100, 2)} %`,
                value: question.maxAbandonment,
              },
            ]),
      ],
      mark: middle && {
        index: curve.indexOf(middle),
        label: `${formatNumber(middle.agents, 2)} ${atHand ? 'at hand' : 'needed'}`,
      },
      y: {
        label: 'Share of contacts',
        min: 0,
        max: 1,
        format: (value) => `${formatNumber(value * 100, 0)} %`,
        formatExact: exactShare,
      },
    };
  }, [answer, curve]);
  return (
    <ChartFrame
      title={title}
      order={order}
      height={250}
      description={`${slopeWords(curve, slope)} ${bindingWords(answer)}`.trim()}
      footnote={
        answer.question.channel === 'email'
          ? 'Service level: finished within the hours, of all that arrive.'
          : `Service level: ${definitionLabel(answer.question.definition)}.`
      }
      stale={stale}
      table={() => curveTable(curve)}
    >
      {(size) => <CurveChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

function curveTable(curve: readonly CurvePoint[]): ChartTable {
  return {
    columns: [
      { label: 'Agents', format: (value) => formatNumber(value, 2) },
      { label: 'Paid positions', format: (value) => formatNumber(value, 0) },
      { label: 'Service level', format: exactShare },
      { label: 'Gain', unit: 'points', format: formatPoints },
      { label: 'Average speed of answer', format: duration },
      { label: 'Abandonment', format: exactShare },
      { label: 'Occupancy', format: exactShare },
      { label: 'Keeps the targets' },
    ],
    rows: curve.map((point) => [
      point.agents,
      point.paidHeads,
      point.serviceLevel,
      point.gainPoints,
      point.asaSeconds,
      point.abandonment,
      point.occupancy,
      point.meetsTargets ? 'yes' : 'no',
    ]),
  };
}
