import { memo, useMemo, useState } from 'react';
import { contractTerms } from '../../../../engine/answers';
import { csvText, download } from '../../../format';
import { usePlanStore } from '../../../state';
import { DataTable, Panel, RunBar, Source } from '../../../ui';
import { useAnswer } from '../../../work';
import { AskedActions } from '../AskedActions';
import css from '../concentration.module.css';
import type { ViewPart } from '../concentration-view';
import { billCells, billColumns, caseColumns, caseKey } from './bill-columns';
import { LibraryPick } from './LibraryPick';
import { termColumns } from './term-columns';
import { useStruck } from './use-struck';

interface Props extends ViewPart<'bills' | 'struck'> {
  readonly ready: boolean;
}

/** What every contract says, and what every provider bills when something goes wrong. */
export const ContractPanel = memo(function ContractPanel({ ready, view, setView }: Props) {
  const plan = usePlanStore((state) => state.plan);
  const [picked, setPicked] = useState<string | null>(null);
  const isOpen = view.bills === 'yes';
  const { others, missed, isLoading } = useStruck(view.struck);
  const answer = useAnswer(
    'bills',
    useMemo(() => ({ others }), [others]),
    ready && isOpen && !isLoading,
  );
  const { data } = answer;
  const currency = plan?.currency ?? 'USD';
  const terms = useMemo(() => (plan ? contractTerms(plan) : []), [plan]);
  const columns = useMemo(() => termColumns(currency), [currency]);
  const cases = useMemo(() => (data ? caseColumns(data, currency) : []), [data, currency]);
  if (!plan || terms.length === 0) return null;
  const chosen = data?.cases.find((each) => caseKey(each) === picked) ?? data?.cases[1] ?? data?.cases[0];
  return (
    <Panel
      title="Contracts and their bills"
      description="Every term side by side; and what each provider bills over the horizon, undisturbed and under each disruption and scenario. A bill that falls is hours not worked: what that costs in customers stands with the outages."
      stale={answer.stale}
      actions={
        <AskedActions
          ask="Work out the bills"
          leave="Leave bills out"
          isOpen={isOpen}
          onToggle={(open) => setView({ bills: open ? 'yes' : 'no' })}
          onDownload={data && (() => download(csvText(billCells(data)), 'Bills by provider and case', 'csv'))}
        />
      }
    >
      <DataTable label="Terms of contracts" columns={columns} rows={terms} keyOf={({ provider }) => provider} />
      <details className={css.sources}>
        <summary>Where the terms come from</summary>
        <ul>
          {terms.map(({ provider, name, source }) => (
            <li key={provider}>
              {name}: {source ?? 'not given'}
            </li>
          ))}
        </ul>
      </details>
      {!isOpen && (
        <p className={css.quiet}>Bills take some seconds: each disruption and scenario is a run of the plan.</p>
      )}
      {isOpen && (
        <>
          <LibraryPick plan={plan} struck={view.struck} missed={missed} onChange={(struck) => setView({ struck })} />
          <RunBar {...answer} what="the bills" />
        </>
      )}
      {isOpen && data && chosen && (
        <>
          <DataTable
            label="Bills by case"
            columns={cases}
            rows={data.cases}
            keyOf={caseKey}
            picked={caseKey(chosen)}
            onPick={setPicked}
            maxHeight={520}
          />
          <h3 className={css.subhead}>{chosen.name}: what the bills are made of</h3>
          <DataTable
            label={`Bills in ${chosen.name}`}
            columns={billColumns(chosen.providers, currency)}
            rows={chosen.providers}
            keyOf={({ provider }) => provider}
          />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
