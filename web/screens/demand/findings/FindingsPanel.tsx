import { memo } from 'react';
import type { HistoryForecast } from '../../../../engine/answers';
import type { History, Plan } from '../../../../engine/plan';
import { formatNumber } from '../../../format';
import { DataTable, Panel } from '../../../ui';
import css from '../demand.module.css';
import { DecisionTable } from './DecisionTable';
import { daysWords, decisionWords, KIND_WORDS, lastDecider, type Note } from './decision-actions';
import { FindingButtons } from './FindingButtons';
import { LeaveOutForm } from './LeaveOutForm';

interface Props {
  readonly plan: Plan;
  readonly history: History;
  readonly forecast: HistoryForecast;
  readonly stale: boolean;
}

/** What is not business as usual in a history, what became of it, and what planners decided: kept in the plan. */
export const FindingsPanel = memo(function FindingsPanel({ plan, history, forecast, stale }: Props) {
  const { cleaned } = forecast.report;
  const decisions = history.decisions ?? [];
  const author = lastDecider(plan, history);
  const decided = (note: Note) => decisions.find(({ id }) => id === note.decision);
  return (
    <Panel
      title={`Found in ${history.name}`}
      description="Days that are unlike the others, and what the models make of them. What you decide is kept in the plan with the history: it holds for every forecast, and over later uploads."
      stale={stale}
      order={3}
    >
      {cleaned.length === 0 ? (
        <p className={css.words}>Nothing unusual was found: every day is learned as it came.</p>
      ) : (
        <DataTable
          label={`Found in ${history.name}`}
          rows={cleaned}
          keyOf={(note) => note.id}
          limit={12}
          columns={[
            { key: 'days', label: 'Days', sortBy: (note) => note.from, render: (note) => daysWords(note) },
            {
              key: 'kind',
              label: 'What',
              sortBy: (note) => note.kind,
              render: (note) => KIND_WORDS[note.kind],
            },
            {
              key: 'size',
              label: 'Times the usual',
              hint: 'Contacts of these days over what was usual around them',
              numeric: true,
              sortBy: (note) => note.size,
              render: (note) => (note.kind === 'missing' ? '–' : formatNumber(note.size, 2)),
            },
            {
              key: 'action',
              label: 'Done about it',
              render: (note) => {
                const decision = decided(note);
                if (!decision) return note.kept ? 'left as it was' : note.action;
                return `${decisionWords(decision)} (${decision.author})`;
              },
            },
            {
              key: 'decide',
              label: 'Decide',
              render: (note) => (
                <FindingButtons history={history} note={note} decision={decided(note)} author={author} stale={stale} />
              ),
            },
          ]}
        />
      )}
      {decisions.length > 0 && <DecisionTable history={history} notes={cleaned} stale={stale} />}
      <LeaveOutForm key={history.id} history={history} author={author} />
    </Panel>
  );
});
