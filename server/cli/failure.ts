import { InputFault, Stopped } from '../../engine/units';
import { UsageFault } from './usage-fault';
import { Exit, type ExitStatus } from './verb';

/** More lines than these help nobody on a terminal; the count says how many there are. */
const MOST_LINES = 200;

/** What a failed command says, and its exit status. */
export function failure(error: unknown): { readonly status: ExitStatus; readonly text: string } {
  if (error instanceof UsageFault) return { status: Exit.wrongInput, text: `${error.message}\n` };
  if (error instanceof InputFault) return { status: Exit.wrongInput, text: issueLines(error) };
  if (isHeld(error)) return { status: Exit.wrongInput, text: `${error.message}\n` };
  if (error instanceof Stopped) return { status: Exit.ourFault, text: 'Stopped.\n' };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? `Cause: ${error.cause.message}\n` : '';
  return { status: Exit.ourFault, text: `This is a fault of Ballast, not of your input:\n${told}\n${cause}` };
}

function issueLines({ issues, message }: InputFault): string {
  if (issues.length === 0) return `${message}\n`;
  const lines = issues.slice(0, MOST_LINES).map((issue) => issue.message);
  if (issues.length > MOST_LINES) lines.push(`... and ${issues.length - MOST_LINES} more`);
  return `${lines.join('\n')}\n`;
}

/** The store's lock is asked by name, so that no verb loads the store for it. */
function isHeld(error: unknown): error is Error {
  return error instanceof Error && error.name === 'FolderHeld';
}
