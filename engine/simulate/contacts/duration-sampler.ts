import { lognormalShape, normal, type RandomStream, standardExponential } from '../../random';
import type { Duration } from './contact-model';

/** Draws durations of one kind: exponential, constant, or lognormal. */
export class DurationSampler {
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

  draw(stream: RandomStream): number {
    if (this.kind === EXPONENTIAL) return this.mean * standardExponential(stream);
    if (this.kind === CONSTANT) return this.mean;
    return Math.exp(this.location + this.scale * normal(stream));
  }
}

const EXPONENTIAL = 0;
const CONSTANT = 1;
const LOGNORMAL = 2;
