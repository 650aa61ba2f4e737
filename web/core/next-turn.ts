/** Lets whatever else waits for the thread (a key, a frame) go first. Of what takes long, each part is a task of its own. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => void setTimeout(resolve, 0));
}
