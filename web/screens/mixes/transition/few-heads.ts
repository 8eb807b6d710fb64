import { formatNumber, NOTHING } from '../../../format';

/** Heads to a tenth; nothing where there are none. */
export const fewHeads = (value: number) => (value < 0.05 ? NOTHING : formatNumber(value, 1));
