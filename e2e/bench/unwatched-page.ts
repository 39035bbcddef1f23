import type { Browser } from '@playwright/test';

/** A page that the test driver does not listen to. */
export interface UnwatchedPage {
  goto(url: string): Promise<void>;
  /** Value of an expression, once it is there and true. */
  until<T>(expression: string): Promise<T>;
  /** Chooses files in the input that the expression finds. */
  choose(input: string, files: readonly string[]): Promise<void>;
}

const PATIENCE_MS = 300_000;

/**
 * Opens a page in a browser context of its own that the driver does not attach to: it records every request with its
 * body, which costs an upload more than the upload itself. `script` runs before those of the page.
 */
export async function openUnwatched(browser: Browser, script: string): Promise<UnwatchedPage> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    width: 1440,
    height: 900,
  });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  const send = async (method: string, params: object = {}): Promise<Answer['result']> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.exception?.description ?? method);
    return result;
  };
  const until = async <T>(expression: string): Promise<T> => {
    const look = `new Promise((resolve, reject) => {
      const end = performance.now() + ${PATIENCE_MS};
      const look = async () => {
        const found = await (${expression});
        if (found) resolve(found);
        else if (performance.now() > end) reject(new Error('It takes too long.'));
        else setTimeout(look, 50);
      };
      void look();
    })`;
    const { result } = await send('Runtime.evaluate', {
      expression: look,
      awaitPromise: true,
      returnByValue: true,
    });
    return result?.value as T;
  };
  await send('Page.enable');
  await send('Page.addScriptToEvaluateOnNewDocument', { source: script });
  return {
    until,
    async goto(url) {
      await send('Page.navigate', { url });
    },
    async choose(input, files) {
      await until(`${input} !== null`);
      const { result } = await send('Runtime.evaluate', { expression: input });
      await send('DOM.setFileInputFiles', { files, objectId: result?.objectId });
    },
  };
}

interface Answer {
  id: number;
  error?: { message: string };
  result: {
    result?: { value?: unknown; objectId?: string };
    exceptionDetails?: { exception?: { description?: string } };
  };
}
