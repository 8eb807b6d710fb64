import { memo, useCallback, useMemo } from 'react';
import type { ContactsAnswer } from '../../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../../charts';
import { formatCount, formatSeconds, formatShare } from '../../../format';
import { Figure, Figures } from '../../../ui';
import { reachWords } from './estimate-words';

interface Props {
  readonly answer: ContactsAnswer;
  /** The stream shown, or all. */
  readonly stream: string;
  readonly stale: boolean;
}

/** The simulated week in four figures and a curve with its band, flow's answer beside each. */
export const ContactFigures = memo(function ContactFigures({ answer, stream, stale }: Props) {
  const one = answer.streams.find(({ id }) => id === stream);
  const figures = one?.figures ?? answer.total;
  const flow = one?.flow ?? answer.flow;
  const daily = one?.daily ?? answer.daily;
  const runs = answer.replications;
  const data = useMemo(
    (): LineChartData => ({
      x: answer.days,
      series: [
        { id: 'contacts', label: 'Contact by contact', values: daily.mean, color: 1 },
        { id: 'flow', label: 'Flow', values: flow.daily, color: 2, dash: 'dashed', weight: 'thin' },
      ],
      bands:
        runs < 2
          ? []
          : [
              {
                id: 'band',
                label: '95 % interval of the mean',
                lower: daily.lo95,
                upper: daily.hi95,
                color: 1,
                strength: 'strong',
              },
            ],
      y: { label: 'Share', min: 0, max: 1, format: formatShare },
    }),
    [answer.days, daily, flow, runs],
  );
  const table = useCallback(() => lineTable(data), [data]);
  const title = 'Served within target, a day';
  return (
    <>
      <Figures>
        <Figure
          label="Served within target"
          value={formatShare(figures.serviceLevel.mean)}
          detail={`${reachWords(figures.serviceLevel, runs, 'share')}flow: ${formatShare(flow.serviceLevel)}`}
          stale={stale}
        />
        <Figure
          label="Gave up"
          value={formatShare(figures.abandonment.mean)}
          detail={`${reachWords(figures.abandonment, runs, 'share')}flow: ${formatShare(flow.abandonment)}`}
          stale={stale}
        />
        <Figure
          label="Wait of the answered"
          value={formatSeconds(figures.asaSeconds.mean)}
          detail={`${reachWords(figures.asaSeconds, runs, 'seconds')}flow: ${formatSeconds(flow.asaSeconds)}`}
          stale={stale}
        />
        <Figure
          label="Lost for good"
          value={formatCount(figures.lost.mean)}
          detail={`${reachWords(figures.lost, runs, 'count')}contacts in these days; flow: ${formatCount(flow.lost)}`}
          stale={stale}
        />
      </Figures>
      <ChartFrame
        title={title}
        description="Mean over the runs with its 95 % interval, and what flow says for the same days."
        table={table}
        height={220}
        order={3}
        stale={stale}
      >
        {(size) => <LineChart data={data} size={size} title={title} />}
      </ChartFrame>
    </>
  );
});
