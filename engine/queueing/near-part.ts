/** Below this logarithm a probability is kept as its logarithm. */
const TINY = -690;

/**
 * Share of contacts that find j others before them and are through within the target, for j = 0, 1, 2 … in turn.
 *
 * `answered` is the share of those answered at all that is answered within target; `left` the share that has left the
 * queue within target, answered or not. Counts are Poisson without patience and negative binomial with it; both start
 * from a logarithm, so that long targets in large systems don't underflow.
 */
export class NearPart {
  answered = 0;
  left = 0;
  private logTerm: number;
  private term = 0;
  private logLeft: number;
  private leftTerm = 0;
  private sum = 0;
  private leftSum = 0;

  private constructor(
    /** Expected stages within target, or services per patience. */
    private readonly rate: number,
    /** Share of patience still left at the target; 0 means that nobody gives up. */
    private readonly stay: number,
    /** One less `stay`, without cancellation. */
    private readonly gone: number,
    /** Logarithm of `stay`, which is too near 1 to take it from when patience is long. */
    logStay: number,
  ) {
    const patient = stay > 0;
    this.logTerm = patient ? (rate + 1) * logStay : -rate;
    this.logLeft = patient ? rate * logStay : -rate;
  }

  /** Nobody gives up: within target pass `stages` services in the mean. */
  static ofStages(stages: number): NearPart {
    return new NearPart(stages, 0, 0, Number.NEGATIVE_INFINITY);
  }

  /** With patience: c services per mean patience, target in mean patiences. */
  static ofPatientStages(c: number, target: number): NearPart {
    return new NearPart(c, Math.max(Number.MIN_VALUE, Math.exp(-target)), -Math.expm1(-target), -target);
  }

  /** Moves on to the contact that finds j before it; call with j = 0, 1, 2 … */
  step(j: number): void {
    const patient = this.stay > 0;
    if (j > 0) {
      const growth = patient ? ((this.rate + j) / j) * this.gone : this.rate / j;
      const leftGrowth = patient ? ((this.rate + j - 1) / j) * this.gone : growth;
      this.term *= growth;
      this.logTerm += this.logTerm < TINY ? Math.log(growth) : 0;
      this.leftTerm *= leftGrowth;
      this.logLeft += this.logLeft < TINY ? Math.log(leftGrowth) : 0;
    }
    if (this.term === 0 && this.logTerm >= TINY) this.term = Math.exp(this.logTerm);
    if (this.leftTerm === 0 && this.logLeft >= TINY) this.leftTerm = Math.exp(this.logLeft);
    this.sum += this.term;
    this.leftSum += this.leftTerm;
    this.answered = Math.max(0, 1 - this.sum);
    const beyond = Math.min(1, this.leftSum) * (patient ? this.stay : 1);
    this.left = 1 - beyond;
  }
}
