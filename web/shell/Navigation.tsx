import { Link, useLocation } from 'wouter';
import { lastQueryOf, placeOf, readPath } from '../address';
import { usePlanStore } from '../state';
import { Icon } from '../ui';
import { screens } from './screens';
import css from './shell.module.css';

/** The way to each screen, which shows what it showed last. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const [path] = useLocation();
  const planId = usePlanStore((state) => state.plan?.id);
  const address = readPath(path);
  const id = address?.planId ?? planId;
  return (
    <ul className={css.nav}>
      {screens.map(({ name, label }) => {
        const isHere = (address?.planId !== null || name === 'calculator') && address?.screen === name;
        const query = lastQueryOf(name);
        const to = `${placeOf(id, name)}${query === '' ? '' : `?${query}`}`;
        return (
          <li key={name}>
            <Link href={to} className={css.navLink ?? ''} aria-current={isHere ? 'page' : undefined} onClick={onGo}>
              <Icon name={name} size={18} />
              <span>{label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
