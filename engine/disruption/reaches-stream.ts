import type { Scope, Stream } from '../plan';

/** Whether an effect's scope reaches a stream. Parts of the footprint reach none. */
export function reachesStream(scope: Scope, stream: Stream): boolean {
  switch (scope.of) {
    case 'world':
      return true;
    case 'stream':
      return stream.id === scope.member;
    case 'market':
      return stream.market === scope.member;
    case 'channel':
      return stream.channel === scope.member;
    case 'language':
      return stream.language === scope.member;
    default:
      return false;
  }
}
