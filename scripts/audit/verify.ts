import { createHash } from 'node:crypto'

import { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import { headOfLeaves, leafOf, type StoredLook } from '../../worker/domain/record/proof.ts'
import { instant } from '../../worker/domain/time/time.ts'

type Row = Readonly<Record<string, unknown>>
/** A database that is asked by texts: the deployed one, or that of STATE_DIR. */
export type Read = (query: string) => Promise<readonly Row[]>

export type Seal = {
  readonly upToId: number
  readonly head: string
  readonly at: number
  readonly purgeable: number
}

/** One thing that is not as it must be. `id`: the last line of a seal, or a line. */
export type Fault = {
  readonly fault:
    | 'head-does-not-fit'
    | 'kept-head-differs'
    | 'purged-too-early'
    | 'purged-beyond-a-seal'
    | 'lines-gone'
    | 'not-sealed'
    | 'seals-out-of-order'
    | 'sealed-before-written'
    | 'trigger-gone'
    | 'events-gone'
  readonly id: number
  readonly what: string
}

export type Audit = {
  readonly faults: readonly Fault[]
  /** The newest seal: whoever keeps it elsewhere can compare it later, by `--head`. */
  readonly head: Pick<Seal, 'upToId' | 'head' | 'at'> | null
  readonly lines: number
  readonly seals: number
  /** Lines since the newest seal: nothing but the triggers guards them. */
  readonly unsealed: number
}

export type Kept = { readonly head: string; readonly id: number }

const LINES_AT_ONCE = 2_000
/** Sealed each night; one may fail. */
const SEALED_WITHIN_MS = 3 * 86_400_000

/**
 * Computes the chain of the access log again from the lines that are there. `kept`: heads that somebody wrote down
 * elsewhere. `guards`: the triggers as this version has them, by name.
 */
export async function verify(
  read: Read,
  {
    now,
    kept,
    guards,
  }: { readonly now: number; readonly kept: readonly Kept[]; readonly guards: ReadonlyMap<string, string> },
): Promise<Audit> {
  const seals = (await read('SELECT up_to_id, head, at, purgeable_below FROM seals ORDER BY up_to_id')).map(
    toSeal,
  )
  const [bounds = {}] = await read(
    "SELECT coalesce(max(id), 0) AS last, count(*) AS lines, (SELECT seq FROM sqlite_sequence WHERE name = 'access_log') AS given FROM access_log",
  )
  const newest = seals.at(-1) ?? null
  const faults = [
    ...orderFaults(seals),
    ...(await chainFaults(read, seals)),
    ...purgeFaults(seals, now),
    ...kept.flatMap((each) => keptFault(seals, each)),
    ...(await tailFaults(read, {
      sealedUpTo: newest?.upToId ?? 0,
      given: Number(bounds['given'] ?? 0),
      now,
    })),
    ...(await guardFaults(read, guards)),
    ...(await eventFaults(read)),
  ]
  const [tail = {}] = await read(
    `SELECT count(*) AS unsealed FROM access_log WHERE id > ${newest?.upToId ?? 0}`,
  )
  return {
    faults,
    head: newest && { upToId: newest.upToId, head: newest.head, at: newest.at },
    ...{ lines: Number(bounds['lines'] ?? 0), seals: seals.length, unsealed: Number(tail['unsealed'] ?? 0) },
  }
}

function toSeal(row: Row): Seal {
  return {
    ...{ upToId: Number(row['up_to_id']), head: String(row['head']) },
    ...{ at: Number(row['at']), purgeable: Number(row['purgeable_below']) },
  }
}

function orderFaults(seals: readonly Seal[]): readonly Fault[] {
  return seals.flatMap(({ upToId, at }, nth) => {
    const before = seals[nth - 1]
    return before && at < before.at
      ? [
          {
            fault: 'seals-out-of-order',
            id: upToId,
            what: `the seal up to ${upToId} is older than the one before it`,
          },
        ]
      : []
  })
}

/** Each seal whose lines do not give its head; the next one is judged by the head that stands there. */
async function chainFaults(read: Read, seals: readonly Seal[]): Promise<readonly Fault[]> {
  const purgedUpTo = purgedTo(seals)
  const faults: Fault[] = []
  let last = { upToId: 0, head: '' }
  for (const seal of seals) {
    if (seal.upToId > purgedUpTo) faults.push(...(await sealFaults(read, last, seal)))
    last = seal
  }
  return faults
}

type Last = Pick<Seal, 'upToId' | 'head'>

/** The hour of a seal is not in its head; the hours of its lines are, and none was written after it was sealed. */
async function sealFaults(read: Read, last: Last, seal: Seal): Promise<readonly Fault[]> {
  const lines = await linesBetween(read, last.upToId, seal.upToId)
  const newest = Math.max(0, ...lines.map(({ at }) => at))
  const between = `lines ${last.upToId + 1} to ${seal.upToId}`
  return [
    ...((await fits(lines, last, seal))
      ? []
      : [
          {
            fault: 'head-does-not-fit' as const,
            id: seal.upToId,
            what: `${between} are not those that were sealed on ${dayOf(seal.at)}`,
          },
        ]),
    ...(newest <= seal.at
      ? []
      : [
          {
            fault: 'sealed-before-written' as const,
            id: seal.upToId,
            what: `${between} are said to be sealed before the last of them was written`,
          },
        ]),
  ]
}

/** As it is sealed now, or as the first releases sealed. */
async function fits(lines: readonly StoredLook[], last: Last, seal: Seal): Promise<boolean> {
  const leaves = await Promise.all(lines.map((line) => leafOf(line, hashOf)))
  if ((await headOfLeaves(last.head, leaves, hashOf)) === seal.head) return true
  const rows = lines.map(({ id, at, actorId, role, subjectId, route }) => [
    id,
    at,
    actorId,
    role,
    subjectId,
    route,
  ])
  return (await hashOf(JSON.stringify([last.head, ...rows]))) === seal.head
}

async function linesBetween(read: Read, above: number, upTo: number): Promise<readonly StoredLook[]> {
  const lines: StoredLook[] = []
  for (let after = above; ;) {
    const rows = await read(`SELECT id, at, actor_id, role, subject_id, route FROM access_log
      WHERE id > ${after} AND id <= ${upTo} ORDER BY id LIMIT ${LINES_AT_ONCE}`)
    for (const row of rows)
      lines.push({
        ...{
          id: Number(row['id']),
          at: instant(Number(row['at'])),
          role: String(row['role']),
          route: String(row['route']),
        },
        ...{ actorId: String(row['actor_id']), subjectId: String(row['subject_id']) },
      })
    if (rows.length < LINES_AT_ONCE) return lines
    after = Number(rows.at(-1)?.['id'])
  }
}

function purgedTo(seals: readonly Seal[]): number {
  return Math.max(0, ...seals.map(({ purgeable }) => purgeable))
}

/** Only whole seals go, and only once they are old enough. */
function purgeFaults(seals: readonly Seal[], now: number): readonly Fault[] {
  const purgedUpTo = purgedTo(seals)
  if (purgedUpTo === 0) return []
  const end = seals.find(({ upToId }) => upToId === purgedUpTo)
  if (!end)
    return [
      {
        fault: 'purged-beyond-a-seal',
        id: purgedUpTo,
        what: `lines up to ${purgedUpTo} may go, where no seal ends`,
      },
    ]
  return now - end.at < KEPT_MS.accessLog
    ? [
        {
          fault: 'purged-too-early',
          id: purgedUpTo,
          what: `lines up to ${purgedUpTo} may go since ${dayOf(end.at)}, before their year is over`,
        },
      ]
    : []
}

function keptFault(seals: readonly Seal[], { head, id }: Kept): readonly Fault[] {
  return seals.find(({ upToId }) => upToId === id)?.head === head
    ? []
    : [{ fault: 'kept-head-differs', id, what: `the head up to ${id} is not the one that you kept` }]
}

/** What is not sealed yet: a line that is missing leaves a number that was given. */
async function tailFaults(
  read: Read,
  { sealedUpTo, given, now }: { readonly sealedUpTo: number; readonly given: number; readonly now: number },
): Promise<readonly Fault[]> {
  const [tail = {}] = await read(
    `SELECT count(*) AS count, min(at) AS oldest FROM access_log WHERE id > ${sealedUpTo}`,
  )
  const missing = given - sealedUpTo - Number(tail['count'] ?? 0)
  const oldest = tail['oldest'] === null || tail['oldest'] === undefined ? now : Number(tail['oldest'])
  return [
    ...(missing === 0
      ? []
      : [
          {
            fault: 'lines-gone' as const,
            id: sealedUpTo,
            what: `${missing} lines after ${sealedUpTo} are gone`,
          },
        ]),
    ...(now - oldest <= SEALED_WITHIN_MS
      ? []
      : [
          { fault: 'not-sealed' as const, id: sealedUpTo, what: `nothing was sealed since ${dayOf(oldest)}` },
        ]),
  ]
}

async function guardFaults(read: Read, guards: ReadonlyMap<string, string>): Promise<readonly Fault[]> {
  const rows = await read("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
  const there = new Map(rows.map(({ name, sql }) => [String(name), plain(String(sql))]))
  return [...guards].flatMap(([name, sql]) =>
    there.get(name) === plain(sql)
      ? []
      : [{ fault: 'trigger-gone' as const, id: 0, what: `the trigger ${name} is not there as it was made` }],
  )
}

function plain(sql: string): string {
  return sql.replace(/\s+/g, ' ')
}

/** Events are numbered from one for each subject. */
async function eventFaults(read: Read): Promise<readonly Fault[]> {
  const rows = await read(
    'SELECT subject FROM events GROUP BY subject HAVING count(*) <> max(version) - min(version) + 1 ORDER BY subject LIMIT 20',
  )
  return rows.map(({ subject }) => ({
    ...{ fault: 'events-gone' as const, id: 0 },
    what: `events of ${String(subject)} are missing between others`,
  }))
}

function hashOf(text: string): Promise<string> {
  return Promise.resolve(createHash('sha256').update(text).digest('base64url'))
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
