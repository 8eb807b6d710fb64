import { lognormalShape, normal, RandomStream, standardExponential } from '../../random';
import type { Duration } from './contact-model';

/** Durations made ahead: a tight loop over one kind costs half of drawing them one by one between other work. */
const AHEAD = 64;

/** Random durations of one kind from a source of their own: exponential, constant, or lognormal. */
export class DurationSource {
  private readonly ready = new Float64Array(AHEAD);
  private used = AHEAD;
  private stream = NO_STREAM;
  private readonly kind: number;
  private readonly mean: number;
  private readonly location: number;
  private readonly scale: number;

  constructor({ mean, cv }: Duration) {
    const endless = mean === Number.POSITIVE_INFINITY;
    this.kind = endless || cv === 0 || mean === 0 ? CONSTANT : cv === 1 ? EXPONENTIAL : LOGNORMAL;
    this.mean = mean;
    const shape = this.kind === LOGNORMAL ? lognormalShape(mean, cv) : { location: 0, scale: 0 };
    this.location = shape.location;
    this.scale = shape.scale;
  }

  /** Draws from another stream from now on; what was made ahead is forgotten. */
  drawFrom(stream: RandomStream): void {
    this.stream = stream;
    this.used = AHEAD;
  }

  next(): number {
    if (this.used === AHEAD) this.refill();
    return this.ready[this.used++]!;
  }

  private refill(): void {
    const { ready, stream, kind, mean, location, scale } = this;
    if (kind === EXPONENTIAL) for (let i = 0; i < AHEAD; i++) ready[i] = mean * standardExponential(stream);
    else if (kind === CONSTANT) ready.fill(mean);
    else for (let i = 0; i < AHEAD; i++) ready[i] = Math.exp(location + scale * normal(stream));
    this.used = 0;
  }
}

const NO_STREAM = new RandomStream(0, 0, 0, 0);
const EXPONENTIAL = 0;
const CONSTANT = 1;
const LOGNORMAL = 2;
