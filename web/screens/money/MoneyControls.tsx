import { Button, NativeSelect } from '@mantine/core';
import type { Plan } from '../../../engine/plan';
import type { ViewOf } from '../../address';
import { Segments } from '../../charts';
import css from './money.module.css';
import { CUTS, type moneyView, PERIODS } from './money-view';
import { currenciesOf } from './money-words';

type View = ViewOf<typeof moneyView>;

interface Props {
  readonly plan: Plan;
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
  readonly isReady: boolean;
  readonly onCsv: () => void;
  readonly onWorkbook: () => void;
}

/** How the cost is cut, by which periods, for which scenario, in which currency; and the ways out. */
export function MoneyControls({ plan, view, setView, isReady, onCsv, onWorkbook }: Props) {
  const scenarios = [
    { value: '', label: 'Plan as it is' },
    ...plan.scenarios.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const known = (id: string) => (plan.scenarios.some((one) => one.id === id) ? id : '');
  const currencies = currenciesOf(plan);
  return (
    <div className={css.controls}>
      <Segments label="Cost by" choices={CUTS} value={view.by} onChange={(by) => setView({ by, open: [] })} />
      <Segments
        label="A column for each"
        choices={PERIODS}
        value={view.period}
        onChange={(period) => setView({ period })}
      />
      {plan.scenarios.length > 0 && (
        <NativeSelect
          label="Scenario"
          size="xs"
          data={scenarios}
          value={known(view.scenario)}
          onChange={(event) => setView({ scenario: event.currentTarget.value })}
        />
      )}
      {known(view.scenario) !== '' && plan.scenarios.length > 1 && (
        <NativeSelect
          label="Compared with"
          size="xs"
          data={scenarios.filter(({ value }) => value !== view.scenario)}
          value={known(view.against)}
          onChange={(event) => setView({ against: event.currentTarget.value })}
        />
      )}
      {currencies.length > 1 && (
        <NativeSelect
          label="Read in"
          size="xs"
          data={currencies}
          value={currencies.includes(view.currency) ? view.currency : plan.currency}
          onChange={(event) =>
            setView({ currency: event.currentTarget.value === plan.currency ? '' : event.currentTarget.value })
          }
        />
      )}
      <Button size="xs" variant="default" disabled={!isReady} onClick={onCsv}>
        Cost tree as CSV
      </Button>
      <Button size="xs" variant="default" disabled={!isReady} onClick={onWorkbook}>
        Workbook (XLSX)
      </Button>
    </div>
  );
}
