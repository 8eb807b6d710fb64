import type { CrewMember } from '../../../engine/answers';

type Try = Parameters<CrewMember['try']>;
type Answered<Step extends keyof CrewMember> = Awaited<ReturnType<CrewMember[Step]>>;

/** What a thread is asked, in this order. */
export type ThreadQuestion =
  | { readonly kind: 'try'; readonly histories: Try[0]; readonly settings: Try[1] }
  | { readonly kind: 'finish'; readonly pools: Parameters<CrewMember['finish']>[0] };

/** What it says; progress comes any number of times before what was tried. */
export type ThreadAnswer =
  | { readonly kind: 'progress'; readonly share: number; readonly label: string }
  | { readonly kind: 'tried'; readonly scores: Answered<'try'> }
  | { readonly kind: 'finished'; readonly series: Answered<'finish'> };
