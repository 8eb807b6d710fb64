import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Calculation, CalculatorChannel } from '../../../engine/answers';
import { placeOf, useView, writeView } from '../../address';
import { freshCalculation, linkTo } from '../../queue';
import { remember } from './CalculatorFrame';
import { inputOf, queryOf, specOf, type View } from './calculation-view';

/** What a calculation's form holds: kept in the address, with what can't be read apart. */
export function useCalculationView(calculation: Calculation) {
  const spec = useMemo(() => specOf(calculation), [calculation]);
  const [view, setView] = useView('calculator', spec);
  const [, navigate] = useLocation();
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [round, setRound] = useState(0);
  const input = useMemo(() => inputOf(calculation, view as View), [calculation, view]);
  const place = placeOf(null, 'calculator');
  const note = (name: string, found: string | null) =>
    setWrong((before) => {
      const next = new Map(before);
      if (found === null) next.delete(name);
      else next.set(name, found);
      return next;
    });
  const frame = {
    chosen: calculation.name,
    intro: calculation.about,
    onChannel: (channel: CalculatorChannel) => {
      remember(calculation.name);
      navigate(linkTo(freshCalculation(channel)));
    },
    onStartOver: () => {
      setWrong(new Map());
      setRound(round + 1);
      navigate(`${place}?${queryOf(calculation.name)}`);
    },
    address: () => `${window.location.origin}${place}?${writeView(spec, view)}`,
  };
  /** `round` is the key of a form that starts over. */
  return { view: view as View, setView, input, isWrong: wrong.size > 0, note, round, frame };
}
