/** Rejects where a store has not answered in time; the answer itself is not cancelled. */
export async function withinTime<T>(
  server: string,
  answer: Promise<T>,
  timeoutMs: number,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(
      `${server} did not answer within ${timeoutMs} ms, so it is not known whether a key is taken. Check that it runs and that the client is connected.`,
    );
    timer = setTimeout(() => reject(error), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
