import { Switch } from '@mantine/core';
import type { Stream } from '../../../../engine/plan';
import { NumberEntry } from '../../../ui';
import css from './routing.module.css';
import { setCallback } from './routing-edits';

/** A minute's wait and three of ten who accept: where a new offer starts, to be set by its owner. */
const USUAL = { afterSeconds: 60, acceptShare: 0.3 };

/** Whether those who wait are offered to be called back, after how long, and how many accept. */
export function CallbackFields({ stream }: { readonly stream: Stream }) {
  // Nobody waits on the line for work that is finished within hours.
  if (stream.target.kind === 'complete-within') return null;
  const offer = stream.callbackOffer;
  const set = (change: Partial<typeof USUAL>) => {
    if (offer) setCallback(stream, { afterSeconds: offer.afterSeconds, acceptShare: offer.acceptShare, ...change });
  };
  return (
    <div className={css.fields}>
      <Switch
        size="xs"
        className={css.switch}
        label="Offer to call back, keeping the place in line"
        checked={offer !== undefined}
        onChange={({ currentTarget: { checked } }) => setCallback(stream, checked ? USUAL : null)}
      />
      {offer && (
        <>
          <NumberEntry
            label="To whoever waits, s"
            value={offer.afterSeconds}
            min={0}
            max={86_400}
            width={150}
            onChange={(value) => {
              if (value !== null) set({ afterSeconds: value });
            }}
          />
          <NumberEntry
            label="Accept, %"
            value={offer.acceptShare}
            scale={100}
            min={0}
            max={1}
            width={100}
            onChange={(value) => {
              if (value !== null) set({ acceptShare: value });
            }}
          />
        </>
      )}
    </div>
  );
}
