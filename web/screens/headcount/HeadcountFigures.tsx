import { type HeadcountAnswer, type HeadcountGroup, headcountRates } from '../../../engine/answers';
import { formatCount, formatFte, formatMoney, formatShare, signed } from '../../format';
import { Figure, Figures } from '../../ui';

interface Props {
  readonly answer: HeadcountAnswer;
  readonly group: HeadcountGroup;
  readonly name: string;
  readonly currency: string;
  readonly stale: boolean;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** The horizon of a row in a few numbers. */
export function HeadcountFigures({ answer, group, name, currency, stale }: Props) {
  const { weekly } = group;
  const gaps = answer.weeks.map((_, week) => headcountRates(weekly, week).gapFte);
  const worst = gaps.indexOf(Math.min(...gaps));
  const short = gaps.filter((gap) => gap < -0.05).length;
  const last = answer.weeks.length - 1;
  const leavers = sum(weekly.leavers);
  const heads = sum(weekly.employed) / answer.weeks.length;
  return (
    <Figures>
      <Figure
        label="Widest gap, FTE"
        value={signed(gaps[worst], formatFte)}
        detail={`${name} in ${answer.weeks[worst]?.label ?? ''}; short in ${short} of ${answer.weeks.length} weeks`}
        stale={stale}
      />
      <Figure
        label="Heads, first and last week"
        value={`${formatCount(weekly.startHeads[0])} → ${formatCount(weekly.endHeads[last])}`}
        detail={`${formatCount(sum(weekly.joined))} join, ${formatCount(leavers)} leave`}
        stale={stale}
      />
      <Figure
        label="Attrition a year"
        value={formatShare(heads > 0 ? (leavers / heads) * (365.25 / 7 / answer.weeks.length) : null)}
        detail="Leavers over mean heads, those who leave from training included"
        stale={stale}
      />
      <Figure
        label={`Labor cost, ${answer.weeks.length} weeks`}
        value={formatMoney(sum(weekly.laborCost), currency)}
        detail="Wages, benefits and overtime of own people, and providers’ bills"
        stale={stale}
      />
      <Figure
        label="Leads and other indirect roles"
        value={formatFte(weekly.indirectHeads[0])}
        detail={`${formatFte(weekly.leads[0])} team leads by span of control, in the first week`}
        stale={stale}
      />
    </Figures>
  );
}
