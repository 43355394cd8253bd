import { DrizzleQueryError } from 'drizzle-orm/errors'
import { afterEach, expect, test, vi } from 'vitest'

import { logError } from '../../worker/log-error.ts'
import { type D1Refusal, d1RefusalOf } from '../../worker/storage/d1-refusal.ts'

afterEach(() => void vi.restoreAllMocks())

/** What D1 documents, then what SQLite and the runtime say. */
const documented: readonly (readonly [D1Refusal, string])[] = [
  ['busy', 'D1 DB is overloaded. Requests queued for too long.'],
  ['busy', 'D1 DB is overloaded. Too many requests queued.'],
  ['reset', 'D1 DB reset because its code was updated.'],
  ['reset', 'Internal error while starting up D1 DB storage caused object to be reset.'],
  ['reset', 'Internal error in D1 DB storage caused object to be reset.'],
  ['reset', "D1 DB's isolate exceeded its memory limit and was reset."],
  ['timeout', 'D1 DB storage operation exceeded timeout which caused object to be reset.'],
  ['timeout', 'D1 DB exceeded its CPU time limit and was reset.'],
  ['connection-lost', 'Network connection lost.'],
  ['connection-lost', 'Cannot resolve D1 DB due to transient issue on remote node.'],
  ['connection-lost', "Can't read from request stream because client disconnected."],
  ['connection-lost', 'Replica disconnected from primary.'],
  ['internal', 'internal error; reference = 0u3odos5iotccpol68ppc0eg'],
  ['quota', "Your account has exceeded D1's free tier daily row write limit."],
  ['quota', 'Exceeded maximum DB size.'],
  ['locked', 'database is locked: SQLITE_BUSY'],
  ['locked', 'database table is locked: SQLITE_LOCKED'],
  ['quota', 'database or disk is full: SQLITE_FULL'],
  ['internal', 'disk I/O error: SQLITE_IOERR'],
]

test.each(documented)(
  '%s: “%s” is found bare, with D1’s prefix, and behind Drizzle’s error',
  (refusal, said) => {
    const bare = new Error(said)
    const prefixed = new Error(`D1_ERROR: ${said}`)
    const behind = new DrizzleQueryError('select 1', [], prefixed)
    const further = new Error('could not read', { cause: behind })

    const all = [
      bare,
      prefixed,
      behind,
      further,
      new AggregateError([new Error('no'), further], 'jobs failed'),
    ]
    expect(all.map(d1RefusalOf)).toEqual(all.map(() => refusal))
  },
)

test('the runtime’s own marks count too', () => {
  expect(d1RefusalOf(Object.assign(new Error('no'), { overloaded: true }))).toBe('busy')
  expect(d1RefusalOf(Object.assign(new Error('no'), { retryable: true }))).toBe('reset')
  expect(d1RefusalOf(new Error('D1_ERROR: the query timed out'))).toBe('timeout')
})

test('what somebody typed makes no refusal, and neither do bugs', () => {
  const typed = ['D1 DB is overloaded. Network connection lost. database is locked']
  const unique = new Error('D1_ERROR: UNIQUE constraint failed: people.id: SQLITE_CONSTRAINT')
  const bugs = [
    new DrizzleQueryError('insert into notes values (?)', typed, unique),
    new DrizzleQueryError('insert into notes values (?)', typed),
    new TypeError("Cannot read properties of undefined (reading 'id')"),
    new Error('The operation was aborted due to timeout'),
    'overloaded',
    null,
  ]
  expect(bugs.map(d1RefusalOf)).toEqual(bugs.map(() => null))
})

test('a circle of causes ends', () => {
  const one = new Error('one')
  one.cause = new Error('other', { cause: one })
  expect(d1RefusalOf(one)).toBe(null)
})

test.each([
  ['constraint', 'D1_ERROR: CHECK constraint failed: minutes: SQLITE_CONSTRAINT'],
  ['schema', 'D1_ERROR: no such table: timers: SQLITE_ERROR'],
  ['unexpected', 'something else'],
])('an error of another kind is logged as %s', (code, message) => {
  expect(linesOf(new DrizzleQueryError('select 1', [], new Error(message)))).toMatchObject([{ code }])
})

test('a log line has door, name, code, ids and frames of the stack, and no word of any message', () => {
  const canary = 'canary-4711\n    at canary-frame (canary.ts:1:1)'
  const cause = new Error(`D1_ERROR: ${canary}`)
  const failed = new DrizzleQueryError(`select '${canary}'`, [canary], cause)
  const errors = [
    failed,
    cause,
    new AggregateError([failed], canary),
    Object.assign(failed, { name: canary }),
  ]

  for (const error of errors) {
    const [line] = linesOf(error, { request: 'req_1' })
    expect(line).toMatchObject({ door: 'queue', request: 'req_1', code: 'unexpected' })
    expect(JSON.stringify(line)).not.toContain('canary')
    expect(JSON.stringify(line)).toContain('d1-refusal.test.ts')
  }
  expect(JSON.stringify(linesOf(canary))).not.toContain('canary')
})

function linesOf(error: unknown, extra: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {})
  logError('queue', error, extra)
  const lines = spy.mock.calls.map(([line]): unknown => JSON.parse(String(line)))
  spy.mockRestore()
  return lines
}
