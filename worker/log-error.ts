import { type D1Refusal, d1RefusalOf, ownMessage, withCauses } from './storage/d1-refusal.ts'

export type Door = 'fetch' | 'email' | 'scheduled' | 'queue'

/**
 * What an error is called in the log: a refusal by the database, a constraint that nobody expected, a schema that the
 * code does not know (a migration is missing), or a bug.
 */
export type ErrorCode = D1Refusal | 'constraint' | 'schema' | 'unexpected'

/**
 * Logs an error as one JSON line: its door, name, code and stack. Never its message: that of a failed query holds the
 * query's values. `extra` holds ids and codes only.
 */
export function logError(
  door: Door,
  error: unknown,
  extra: Readonly<Record<string, string | number | undefined>> = {},
): ErrorCode {
  const code = errorCodeOf(error)
  console.error(JSON.stringify({ door, ...extra, error: nameOf(error), code, at: stackOf(error) }))
  return code
}

/** An invariant that does not hold any more: its name and how often. The command names the ids. */
export function logBroken({ name, count }: { readonly name: string; readonly count: number }): void {
  console.error(JSON.stringify({ door: 'scheduled', job: 'check-invariants', broken: name, count }))
}

function errorCodeOf(error: unknown): ErrorCode {
  return d1RefusalOf(error) ?? otherCodeOf(error)
}

/** Whether the database refused: the same request may succeed in a moment. */
export function isD1Refusal(code: ErrorCode): boolean {
  return code !== 'constraint' && code !== 'schema' && code !== 'unexpected'
}

function otherCodeOf(error: unknown): ErrorCode {
  const messages = withCauses(error).map(ownMessage)
  if (messages.some((each) => /SQLITE_CONSTRAINT|constraint failed/i.test(each))) return 'constraint'
  if (messages.some((each) => /\bno such (?:table|column)\b|has no column named/i.test(each))) return 'schema'
  return 'unexpected'
}

/** A name that is one word: an error can call itself anything. */
function nameOf(error: unknown): string {
  return error instanceof Error && /^\w{1,60}$/.test(error.name) ? error.name : 'unknown'
}

/** The frames of the stack, innermost first. They stand behind the message, which may have any number of lines. */
function stackOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const stack = error.stack ?? ''
  const from = stack.indexOf(error.message)
  const frames = (from < 0 ? '' : stack.slice(from + error.message.length)).split('\n')
  return frames
    .map((line) => line.trim())
    .filter((line) => /^at \S+(?: .+)?$/.test(line))
    .slice(0, 6)
}
