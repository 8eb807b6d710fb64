import { type ReactNode, useRef, useState } from 'react';
import type { Explanation } from '../../engine/answers';
import { ExplainButton } from './ExplainButton';
import { ExplanationView } from './ExplanationView';
import { Figure, Figures } from './Figure';
import { Panel } from './Panel';

/** A figure as it reads, with its family tree where it has one. */
export interface ExplainedFigure {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly detail: ReactNode;
  readonly explanation: Explanation | null;
}

/** A row of figures; each explains itself below when it is clicked. */
export function ExplainedFigures({
  figures,
  stale,
}: {
  readonly figures: readonly ExplainedFigure[];
  readonly stale: boolean;
}) {
  const [picked, setPicked] = useState<string | null>(null);
  const explained = useRef<HTMLDivElement>(null);
  const tree = figures.find(({ name, explanation }) => name === picked && explanation)?.explanation;
  const pick = (name: string) => {
    setPicked(picked === name ? null : name);
    requestAnimationFrame(() => explained.current?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <>
      <Figures>
        {figures.map(({ name, label, text, detail, explanation }) => (
          <Figure
            key={name}
            label={label}
            stale={stale}
            detail={detail}
            value={
              explanation ? (
                <ExplainButton label={label} text={text} isPicked={picked === name} onPick={() => pick(name)} />
              ) : (
                text
              )
            }
          />
        ))}
      </Figures>
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
