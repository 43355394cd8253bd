/**
 * The check of an `If-Match`, run at the moment of the write: is the stored thing still the one its reader saw? Without
 * the header every state is accepted.
 */
export type Expected<Stored> = (stored: Stored) => boolean | Promise<boolean>
