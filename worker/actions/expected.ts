/**
 * What an `If-Match` asks of the thing that is stored at the moment of the write: whether it is still what its reader
 * saw. Absent means: whatever it is.
 */
export type Expected<Stored> = (stored: Stored) => boolean | Promise<boolean>
