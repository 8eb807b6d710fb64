import { Button, Slider } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from '../disruptions.module.css';

interface Props {
  readonly first: number;
  readonly last: number;
  readonly day: number;
  readonly onDay: (day: number) => void;
  readonly dateOf: (day: number) => string;
}

const STEP_MS = 350;

/** Plays days one after the other, or goes to one by slider and arrow keys. */
export function DayPlayer({ first, last, day, onDay, dateOf }: Props) {
  const [playing, setPlaying] = useState(false);
  const isOver = day >= last;
  useEffect(() => {
    if (!playing) return;
    if (isOver) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onDay(day + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, isOver, day, onDay]);
  const play = () => {
    if (isOver) onDay(first);
    setPlaying(!playing);
  };
  return (
    <div className={css.player}>
      <Button size="compact-sm" variant="default" onClick={play} w={72}>
        {playing ? 'Pause' : 'Play'}
      </Button>
      <Slider
        className={css.playerSlider}
        min={first}
        max={last}
        step={1}
        value={day}
        label={dateOf}
        thumbLabel="Day shown on the map"
        thumbProps={{ 'aria-valuetext': dateOf(day) }}
        onChange={(next) => {
          setPlaying(false);
          onDay(next);
        }}
      />
      <span className={css.playerDate}>{dateOf(day)}</span>
    </div>
  );
}
