import { elementScroll, type Virtualizer } from '@tanstack/react-virtual';

/**
 * Scrolls a list that draws only its rows in sight, unless it is there already.
 *
 * For `scrollToFn` of `useVirtualizer`, which otherwise scrolls every list to its start when it appears and so forces a
 * layout in the middle of a drawing.
 */
export function scrollWhenAway<Item extends Element>(
  offset: number,
  options: { readonly adjustments?: number; readonly behavior?: ScrollBehavior },
  list: Virtualizer<HTMLDivElement, Item>,
): void {
  if (offset + (options.adjustments ?? 0) === (list.scrollOffset ?? 0)) return;
  elementScroll(offset, options, list);
}
