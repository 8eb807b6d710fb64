import { type ReactNode, useState } from 'react';
import { CrosshairContext, createCrosshair } from './crosshair';

/** Charts inside share one crosshair: pointing at a day in one shows the same day in all. */
export function CrosshairGroup({ children }: { readonly children: ReactNode }) {
  const [crosshair] = useState(createCrosshair);
  return <CrosshairContext value={crosshair}>{children}</CrosshairContext>;
}
