// How whoever waits hears how far work is.

/**
 * Does what can be watched. Whoever hears is told 1 when it is done; `false` stops it, and so does what is thrown, which is then
 * thrown here.
 */
export function watched<Result>(hear: ((share: number) => unknown) | undefined, act: (watch: (share: number) => boolean) => Result): Result {
  if (!hear) return act(() => true);
  let goesOn = true;
  let failure: { error: unknown } | undefined;
  const tell = (share: number): boolean => {
    try {
      goesOn = hear(share) !== false;
    } catch (error) {
      failure = { error };
      goesOn = false;
    }
    return goesOn;
  };
  try {
    // Of the end it is told here, once.
    const result = act((share) => share >= 1 || tell(share));
    if (goesOn) tell(1);
    if (!failure) return result;
  } catch (error) {
    failure ??= { error };
  }
  throw failure.error;
}
