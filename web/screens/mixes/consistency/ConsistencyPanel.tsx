import { memo } from 'react';
import { Panel, RunBar, Source } from '../../../ui';
import { useAnswer } from '../../../work';
import type { MixView } from '../mix-view';
import css from './consistency.module.css';
import { ProviderTable } from './ProviderTable';
import { SiteBars } from './SiteBars';
import { StreamTable } from './StreamTable';

interface Props {
  /** Id of the stream whose sites are shown; the one that differs most when empty. */
  readonly picked: string;
  readonly currency: string;
  /** Its turn has come: what stands above is there. */
  readonly isDue: boolean;
  readonly onChange: (next: Partial<MixView>) => void;
}

const OPTIONS = {};

/** How differently the same work is done from site to site: the spread and the worst tenth, not the mean. */
export const ConsistencyPanel = memo(function ConsistencyPanel({ picked, currency, isDue, onChange }: Props) {
  const answer = useAnswer('consistency', OPTIONS, isDue);
  const { data } = answer;
  const shown = data?.streams.find(({ id }) => id === picked) ?? data?.streams[0];
  return (
    <Panel
      title="The same customer, another site"
      description="Today’s footprint: who answers the same stream, how far sites lie apart, and how the tenth of contacts fares that is worst off. In a pool everybody waits alike; what differs is who answers."
      stale={answer.stale}
    >
      <RunBar {...answer} what="the spread between sites" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          {shown && (
            <div className={css.columns}>
              <StreamTable
                streams={data.streams}
                currency={currency}
                picked={shown.id}
                onPick={(same) => onChange({ same })}
              />
              <SiteBars stream={shown} currency={currency} />
            </div>
          )}
          <ProviderTable providers={data.providers} />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
