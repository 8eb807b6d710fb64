import { memo, useMemo, useRef } from 'react';
import type { SkillAnswer } from '../../../engine/answers';
import { ChartFrame, type HeatData, type HeatHandle, Heatmap } from '../../charts';
import { formatFte, formatMonth, formatNumber, signed } from '../../format';
import { RunBar } from '../../ui';
import { useAnswer } from '../../work';
import css from './headcount.module.css';

const TITLE = 'Gap by skill and month, in FTE at full speed';

interface Props {
  /** Demand that is planned for: null for the forecast. */
  readonly percentile: number | null;
}

/** Where a skill will be short, month by month, and who is on the way to it. */
export const SkillPanel = memo(function SkillPanel({ percentile }: Props) {
  const options = useMemo(() => ({ percentile: percentile ?? undefined }), [percentile]);
  const { data, stale, ...run } = useAnswer('skills', options);
  return (
    <>
      <RunBar {...run} what="the skills" />
      {data && <SkillHeat data={data} stale={stale} />}
    </>
  );
});

function SkillHeat({ data: answer, stale }: { readonly data: SkillAnswer; readonly stale: boolean }) {
  const handle = useRef<HeatHandle>(null);
  const data = useMemo((): HeatData => {
    const { skills, months } = answer;
    const at = (row: number, month: number) => skills[row]!.months[month]!;
    const isNone = (row: number, month: number) => at(row, month).requiredFte === 0 && at(row, month).heads === 0;
    return {
      days: skills.map(({ id }) => id),
      rowLabels: skills.map(({ name }) => name),
      times: months.map((month) => formatMonth(`${month}-01`)),
      plainColumns: true,
      values: skills.map((_, row) =>
        months.map((_month, month) => (isNone(row, month) ? Number.NaN : at(row, month).gapFte)),
      ),
      scale: 'signed',
      formatCell: (value) => (Math.abs(value) < 0.05 ? '' : signed(value, (number) => formatNumber(number, 0))),
      describe: (row, month) => {
        const one = at(row, month);
        const flows = [
          `${formatFte(one.heads)} heads have it`,
          `${formatFte(one.inTraining)} in training`,
          `${formatFte(one.hired)} hired`,
          `${formatFte(one.movedIn)} moved in`,
          `${formatFte(one.movedOut)} moved out`,
          `${formatFte(one.left)} left`,
        ];
        return `${skills[row]!.name}, ${formatMonth(`${months[month]!}-01`)}: required ${formatFte(one.requiredFte)}, available ${formatFte(one.availableFte)}, gap ${signed(one.gapFte, formatFte)} FTE; ${flows.join(', ')}`;
      },
    };
  }, [answer]);
  return (
    <ChartFrame
      title={TITLE}
      order={2}
      description="What each skill’s contacts need and get, in hours at full speed over 40 a week. People with several skills count where their hours go. Point at a cell for who is hired, moves and leaves."
      stale={stale}
      height={Math.max(80, answer.skills.length * 30 + 26)}
      toSvg={() => handle.current?.toSvg() ?? null}
      table={() => ({
        columns: [
          { label: 'Skill' },
          { label: 'Month' },
          { label: 'Required', unit: 'FTE', format: formatFte },
          { label: 'Available', unit: 'FTE', format: formatFte },
          { label: 'Gap', unit: 'FTE', format: (value) => signed(value, formatFte) },
          { label: 'Heads', format: formatFte },
          { label: 'In training', format: formatFte },
          { label: 'Hired', format: formatFte },
          { label: 'Moved in', format: formatFte },
          { label: 'Moved out', format: formatFte },
          { label: 'Left', format: formatFte },
        ],
        rows: answer.skills.flatMap(({ name, months }) =>
          months.map((one) => [
            name,
            one.month,
            one.requiredFte,
            one.availableFte,
            one.gapFte,
            one.heads,
            one.inTraining,
            one.hired,
            one.movedIn,
            one.movedOut,
            one.left,
          ]),
        ),
      })}
    >
      {({ width }) => (
        <>
          <p className={css.note}>{answer.sentence}</p>
          <Heatmap data={data} width={width} title={TITLE} scaleWords={['short', 'to spare']} handle={handle} />
        </>
      )}
    </ChartFrame>
  );
}
