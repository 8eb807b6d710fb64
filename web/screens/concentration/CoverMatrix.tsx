import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { ConcentrationAnswer } from '../../../engine/answers';
import { Segments, Toggle } from '../../charts';
import { csvText, download, formatCount } from '../../format';
import { DataTable, Panel } from '../../ui';
import css from './concentration.module.css';
import type { ViewPart } from './concentration-view';
import { COVER_CHOICES, coverCells, coverColumns } from './cover-columns';

interface Props extends ViewPart<'cover' | 'streams'> {
  readonly answer: ConcentrationAnswer;
  readonly stale: boolean;
}

/** Who covers which work: every stream (a skill, language and channel) by owner, provider, country, metro or site. */
export const CoverMatrix = memo(function CoverMatrix({ answer, stale, view, setView }: Props) {
  const level = view.cover;
  const columns = useMemo(() => coverColumns(answer.cover, level), [answer, level]);
  const single = answer.cover.filter((row) => row.levels[level].members.length === 1);
  const rows = view.streams === 'single' ? single : answer.cover;
  const word = COVER_CHOICES.find(({ value }) => value === level)!.label.toLowerCase();
  return (
    <Panel
      title="Who covers which work"
      description="Each stream’s productive hours by who gives them. “can” marks who has the people and is routed to, and gives no hours; red marks work that hangs on one alone."
      stale={stale}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => download(csvText(coverCells(answer.cover)), 'Who covers which work', 'csv')}
        >
          Download
        </Button>
      }
    >
      <div className={css.switch}>
        <Segments label="Covered by" choices={COVER_CHOICES} value={level} onChange={(cover) => setView({ cover })} />
        <Toggle
          label="Single-source work alone"
          checked={view.streams === 'single'}
          onChange={(checked) => setView({ streams: checked ? 'single' : 'all' })}
        />
        <span className={css.quiet}>{hangingWords(single.length, answer.cover.length, word)}</span>
      </div>
      <DataTable
        key={level}
        label="Who covers which work"
        columns={columns}
        rows={rows}
        keyOf={({ stream }) => stream}
        sorted="contacts"
        maxHeight={560}
      />
    </Panel>
  );
});

function hangingWords(single: number, all: number, level: string): string {
  if (single === 0) return `No stream hangs on one ${level}.`;
  return `${formatCount(single)} of ${formatCount(all)} streams ${single === 1 ? 'hangs' : 'hang'} on one ${level}.`;
}
