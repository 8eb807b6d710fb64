/** The command was called in a way that it does not know. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
