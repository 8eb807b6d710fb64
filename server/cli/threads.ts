import { Worker } from 'node:worker_threads';

/** Starts threads of a built script, lends them to `work`, and ends them whatever happens. */
export async function withThreads<Hand, T>(
  script: string,
  size: number,
  handOf: (thread: Worker) => Hand,
  work: (crew: readonly Hand[]) => Promise<T>,
): Promise<T> {
  const threads = Array.from({ length: size }, () => new Worker(script, { execArgv: [] }));
  try {
    return await work(threads.map(handOf));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Puts a question and waits for the message that `read` makes an answer of; a thread that breaks off rejects. */
export function asked<Question, Message, Answer>(
  thread: Worker,
  question: Question,
  read: (message: Message) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const listen = (message: Message): void => {
      const answer = read(message);
      if (answer !== undefined) end(() => resolve(answer));
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const left = (): void => fail(new Error('A thread ended before its work was done.'));
    const end = (settle: () => void): void => {
      thread.off('message', listen).off('error', fail).off('exit', left);
      settle();
    };
    thread.on('message', listen).on('error', fail).on('exit', left);
    thread.postMessage(question);
  });
}
