import { useEffect, useState } from 'react';

/** True once something has been the case for a while: what is over at once needn't be shown. */
export function useLasting(isSo: boolean, milliseconds = 400): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [isSo, milliseconds]);
  return isSo && lasts;
}
