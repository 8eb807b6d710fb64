import { useRef, useState } from 'react';
import type { CalculationAnswer } from '../../../engine/answers';
import { ExplanationView, Figure, Figures, Panel } from '../../ui';
import css from './calculator.module.css';
import { writeValue } from './units';

/** The figures of an answer; each explains itself when it is clicked. */
export function CalculationFigures({ answer, stale }: { readonly answer: CalculationAnswer; readonly stale: boolean }) {
  const [picked, setPicked] = useState<string | null>(null);
  const explained = useRef<HTMLDivElement>(null);
  const { figures } = answer;
  if (figures.length === 0) return null;
  const tree = figures.find(({ name, explanation }) => name === picked && explanation)?.explanation;
  return (
    <>
      <div className={css.figures}>
        <Figures>
          {figures.map(({ name, label, value, unit, detail, explanation }) => {
            const text = writeValue(value, unit);
            return (
              <Figure
                key={name}
                label={label}
                stale={stale}
                detail={detail}
                value={
                  explanation ? (
                    <button
                      type="button"
                      className={css.explain}
                      aria-pressed={picked === name}
                      aria-label={`${label} ${text}: how it came about`}
                      onClick={() => {
                        setPicked(picked === name ? null : name);
                        requestAnimationFrame(() => explained.current?.scrollIntoView({ block: 'nearest' }));
                      }}
                    >
                      {text}
                    </button>
                  ) : (
                    text
                  )
                }
              />
            );
          })}
        </Figures>
      </div>
      {tree && (
        <div ref={explained}>
          <Panel title="How it came about" stale={stale}>
            <ExplanationView explanation={tree} stale={false} />
          </Panel>
        </div>
      )}
    </>
  );
}
