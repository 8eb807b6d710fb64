import { Button, NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { CaseAnswer } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { BarChart, type BarChartData, barHeight, ChartFrame, CurveChart, type CurveData } from '../../charts';
import { formatNumber, formatShare } from '../../format';
import { ExplainedFigures, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import { addCase, measuresWithoutCase, removeCase } from './case-edits';
import css from './money.module.css';
import { amount, bandWords, type Reading } from './money-words';
import { WorthHistogram } from './WorthHistogram';

interface Props {
  readonly plan: Plan;
  readonly picked: string;
  readonly reading: Reading;
  readonly onPick: (id: string) => void;
}

/** What a measure costs against what it brings, and how likely it loses money. */
export const CasePanel = memo(function CasePanel({ plan, picked, reading, onPick }: Props) {
  const cases = plan.money?.cases ?? [];
  const found = cases.find(({ id }) => id === picked) ?? cases[0];
  const free = measuresWithoutCase(plan);
  const id = found?.id ?? '';
  const options = useMemo(() => ({ id }), [id]);
  const { data, stale, ...run } = useAnswer('businessCase', options, found !== undefined);
  return (
    <Panel
      title="Business case"
      description="Investment and running cost against the hours that a measure keeps from agents, over years and discounted. Every uncertain figure is drawn, a pilot’s effect from its own measurement."
      stale={stale}
      actions={
        <>
          {cases.length > 1 && (
            <NativeSelect
              aria-label="Business case of"
              size="xs"
              value={id}
              data={cases.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(event) => onPick(event.currentTarget.value)}
            />
          )}
          {free.length > 0 && (
            <NativeSelect
              aria-label="Add a business case for"
              size="xs"
              value=""
              data={[
                { value: '', label: 'Add a case for …' },
                ...free.map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={(event) => {
                const measure = free.find((one) => one.id === event.currentTarget.value);
                if (measure) onPick(addCase(plan, measure));
              }}
            />
          )}
          {found && (
            <Button size="compact-xs" variant="default" onClick={() => removeCase(found)}>
              Remove the case
            </Button>
          )}
        </>
      }
    >
      {!found && (
        <p className={css.note}>
          The plan has no business case.{' '}
          {free.length > 0
            ? 'Add one for a measure above; its figures are edited below, under Cases.'
            : 'A case is about one of the plan’s measures; add a measure on Demand first.'}
        </p>
      )}
      {found && <RunBar {...run} what="the business case" />}
      {found && data && <Case answer={data} reading={reading} stale={stale} />}
    </Panel>
  );
});

const months = (count: number | null) => (count === null ? 'not within them' : `${formatNumber(count, 0)} months`);

function Case({
  answer,
  reading,
  stale,
}: {
  readonly answer: CaseAnswer;
  readonly reading: Reading;
  readonly stale: boolean;
}) {
  const { netPresentValue: worth, lossProbability: loss } = answer;
  const title = `What ${answer.name} is worth today`;
  return (
    <>
      <p className={css.sentence}>{answer.sentence}</p>
      <ExplainedFigures
        stale={stale}
        figures={[
          {
            name: 'npv',
            label: 'Net present value',
            text: amount(worth.likely, reading),
            detail: bandWords(worth, (value) => amount(value, reading)),
            explanation: answer.explanation,
          },
          {
            name: 'loss',
            label: 'Draws that lose money',
            text: formatShare(loss.share),
            detail: `${formatShare(loss.low)} to ${formatShare(loss.high)} for ${formatNumber(answer.draws, 0)} draws; the mean is ${amount(worth.mean, reading)}`,
            explanation: null,
          },
          {
            name: 'payback',
            label: `Paid back, of ${answer.years * 12} months`,
            text: months(answer.paybackMonths),
            detail: `discounted: ${months(answer.discountedPaybackMonths)}`,
            explanation: null,
          },
          {
            name: 'even',
            label: 'Breaks even at',
            text: answer.breakEvenEffect === null ? '–' : `${formatShare(answer.breakEvenEffect)} of it`,
            detail: `of the effect that the measure promises; return a year ${formatShare(answer.returnPerYear)}`,
            explanation: null,
          },
        ]}
      />
      <div className={css.pair}>
        <ChartFrame
          title={title}
          description={`${formatNumber(answer.draws, 0)} draws; each is the case with every uncertain figure drawn once.`}
          height={250}
          stale={stale}
          table={() => ({
            columns: [{ label: 'From', unit: reading.code }, { label: 'To', unit: reading.code }, { label: 'Draws' }],
            rows: answer.histogram.counts.map((count, at) => [
              (answer.histogram.from + at * answer.histogram.step) * reading.perUnit,
              (answer.histogram.from + (at + 1) * answer.histogram.step) * reading.perUnit,
              count,
            ]),
          })}
        >
          {(size) => <WorthHistogram answer={answer} size={size} title={title} reading={reading} />}
        </ChartFrame>
        <CashFlow answer={answer} reading={reading} stale={stale} />
      </div>
      {answer.swings.length > 0 && <Swings answer={answer} reading={reading} stale={stale} />}
      <Source provenance={answer.provenance} />
    </>
  );
}

interface PartProps {
  readonly answer: CaseAnswer;
  readonly reading: Reading;
  readonly stale: boolean;
}

function CashFlow({ answer, reading, stale }: PartProps) {
  const title = 'Spent and earned, discounted and added up';
  const data = useMemo((): CurveData => {
    const values = Array.from(answer.cumulative, (value) => value * reading.perUnit);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const room = (high - low) * 0.05 || 1;
    return {
      x: values.map((_, month) => month),
      xLabel: 'Months',
      formatX: (month) => formatNumber(month, 0),
      series: [{ id: 'sum', label: 'So far', values, color: 1 }],
      limits: [{ label: 'even', value: 0 }],
      isSpan: true,
      y: {
        label: reading.code,
        min: low - room,
        max: high + room,
        format: (value) => amount(value / reading.perUnit, reading),
      },
    };
  }, [answer, reading]);
  return (
    <ChartFrame
      title={title}
      description="At the likeliest figures; where the line crosses even, the case has paid for itself."
      height={250}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Month' },
          { label: 'Benefit', unit: reading.code },
          { label: 'Flow', unit: reading.code },
          { label: 'So far, discounted', unit: reading.code },
        ],
        rows: Array.from(answer.flows, (flow, month) => [
          month,
          answer.benefits[month]! * reading.perUnit,
          flow * reading.perUnit,
          answer.cumulative[month]! * reading.perUnit,
        ]),
      })}
    >
      {(size) => <CurveChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

function Swings({ answer, reading, stale }: PartProps) {
  const title = 'What the outcome hangs on';
  const data: BarChartData = {
    rows: answer.swings.map(({ name, low, high, atLow, atHigh }) => ({
      id: name,
      label: `${name}, ${figure(low)} to ${figure(high)}`,
      from: Math.min(atLow, atHigh),
      value: Math.abs(atHigh - atLow),
      tone: 'normal',
    })),
    min: Math.min(0, ...answer.swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh])),
    max: Math.max(0, ...answer.swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh])),
    label: `Net present value with one figure at its least and its most, ${reading.code}; beside it the spread`,
    format: (value) => amount(value, reading),
  };
  return (
    <ChartFrame
      title={title}
      description="One figure at a time from its least to its most, the others at their likeliest; the widest first."
      height={barHeight(data.rows.length, 900)}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Figure' },
          { label: 'Least' },
          { label: 'Most' },
          { label: 'Worth at least', unit: reading.code },
          { label: 'Worth at most', unit: reading.code },
        ],
        rows: answer.swings.map(({ name, low, high, atLow, atHigh }) => [
          name,
          low,
          high,
          atLow * reading.perUnit,
          atHigh * reading.perUnit,
        ]),
      })}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
}

const figure = (value: number) => formatNumber(value, Math.abs(value) < 10 ? 3 : 0);
