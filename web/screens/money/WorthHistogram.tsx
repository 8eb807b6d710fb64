import { scaleLinear } from 'd3';
import type { CaseAnswer } from '../../../engine/answers';
import type { ChartSize } from '../../charts';
import { formatShare } from '../../format';
import css from './money.module.css';
import { amount, type Reading } from './money-words';

interface Props {
  readonly answer: CaseAnswer;
  readonly size: ChartSize;
  readonly title: string;
  readonly reading: Reading;
}

const BOTTOM = 40;
const TOP = 34;
const LEFT = 46;

/** Draws of a case by what they are worth: losses left of zero, gains right of it, the likeliest marked. */
export function WorthHistogram({ answer, size, title, reading }: Props) {
  const { histogram, draws, netPresentValue, lossProbability } = answer;
  const { from, counts } = histogram;
  const step = histogram.step > 0 ? histogram.step : Math.max(1, Math.abs(from)) / 10;
  const start = histogram.step > 0 ? from : from - step / 2;
  const low = Math.min(0, start);
  const high = Math.max(0, start + step * counts.length);
  const width = size.width - LEFT - 14;
  const height = size.height - TOP - BOTTOM;
  const x = (value: number) => LEFT + ((value - low) / (high - low)) * width;
  const most = Math.max(...counts);
  const y = (count: number) => TOP + height * (1 - count / most);
  const ticks = scaleLinear()
    .domain([low, high])
    .ticks(Math.max(2, Math.floor(width / 100)));
  const markX = x(netPresentValue.likely);
  const isRight = markX > LEFT + width * 0.6;
  return (
    <svg
      className="chart-svg"
      data-chart
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${title}: ${formatShare(lossProbability.share)} of ${draws} draws lose money; likeliest ${amount(netPresentValue.likely, reading)}`}
    >
      <text className="chart-axis-title" x={2} y={11}>
        Share of draws
      </text>
      {[0.5, 1].map((part) => (
        <g key={part}>
          <line className="chart-grid" x1={LEFT} x2={LEFT + width} y1={y(most * part)} y2={y(most * part)} />
          <text className="chart-tick" x={LEFT - 6} y={y(most * part)} dy="0.32em" textAnchor="end">
            {formatShare((most * part) / draws)}
          </text>
        </g>
      ))}
      {counts.map((count, at) => {
        const left = start + at * step;
        const middle = left + step / 2;
        return (
          <rect
            key={left}
            className={middle < 0 ? css.loss : css.gain}
            x={x(left) + 0.5}
            y={y(count)}
            width={Math.max(1, x(left + step) - x(left) - 1)}
            height={TOP + height - y(count)}
          />
        );
      })}
      <line className="chart-axis" x1={LEFT} x2={LEFT + width} y1={TOP + height} y2={TOP + height} />
      <line className="chart-axis" x1={x(0)} x2={x(0)} y1={TOP - 4} y2={TOP + height} />
      <line className="chart-marker" x1={markX} x2={markX} y1={TOP - 10} y2={TOP + height} />
      <text
        className="chart-marker-label"
        x={markX + (isRight ? -5 : 5)}
        y={TOP - 8}
        textAnchor={isRight ? 'end' : 'start'}
      >
        likeliest {amount(netPresentValue.likely, reading)}
      </text>
      {ticks.map((value) => (
        <text key={value} className="chart-tick" x={x(value)} y={TOP + height + 15} textAnchor="middle">
          {amount(value, reading)}
        </text>
      ))}
      <text className="chart-axis-title" x={LEFT + width} y={size.height - 6} textAnchor="end">
        Net present value, {reading.code}
      </text>
    </svg>
  );
}
