/** SQLITE_FULL. */
const FULL = 13

/** The same error; of a full disk one that says so, and what is there now. */
export function orDiskFull(error: unknown, now: string): unknown {
  const isFull =
    error instanceof Error &&
    (('code' in error && error.code === 'ENOSPC') || ('errcode' in error && error.errcode === FULL))
  return isFull ? new Error(`The disk is full. ${now} Make room and do it again.`, { cause: error }) : error
}
