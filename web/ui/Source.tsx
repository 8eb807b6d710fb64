import type { Provenance } from '../../engine/answers';
import css from './ui.module.css';

/** Where an answer comes from, and what to beware of: one line under it. */
export function Source({ provenance }: { readonly provenance: Provenance }) {
  const { method, engineVersion, planHash, zoneEdition, seed, warnings } = provenance;
  return (
    <footer className={css.source}>
      {warnings.length > 0 && (
        <ul className={css.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <p>
        Method: {method.replace(/\.$/, '')}. Engine {engineVersion}
        {planHash ? `, plan ${planHash.slice(0, 8)}` : ''}
        {zoneEdition ? `, time zones ${zoneEdition}` : ''}
        {seed === null ? '' : `, seed ${seed}`}.
      </p>
    </footer>
  );
}
