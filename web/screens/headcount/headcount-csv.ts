import { HEADCOUNT_FIGURES, type HeadcountAnswer, headcountRates } from '../../../engine/answers';
import { csvText } from '../../format';

/** Every figure of every row and week, in full precision. */
export function headcountCsv({ groups, weeks }: HeadcountAnswer): string {
  const head = ['id', 'name', 'week', 'start_date', 'period', ...HEADCOUNT_FIGURES.map(snake), 'gap_fte'];
  const rows = groups.flatMap((group) =>
    weeks.map((week, at) => [
      group.id,
      group.name,
      week.label,
      week.startDate,
      week.periodLabel,
      ...HEADCOUNT_FIGURES.map((figure) => group.weekly[figure][at]),
      headcountRates(group.weekly, at).gapFte,
    ]),
  );
  return csvText([head, ...rows]);
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
