import type { Finding } from '../../domain/fsck/check.ts'
import { type Hash, headOfLeaves, leafOf, type StoredLook } from '../../domain/record/proof.ts'
import { instant } from '../../domain/time/time.ts'
import type { Ask, Row } from './check.ts'

const SEALS_AT_ONCE = 30

/** Of the newest `mostSeals`, those whose lines are not the ones that were sealed; what was purged is left out. */
export async function checkAccessLog(ask: Ask, hash: Hash, mostSeals: number): Promise<readonly Finding[]> {
  const changed: string[] = []
  let below = Number.MAX_SAFE_INTEGER
  for (let read = 0; read < mostSeals; read += SEALS_AT_ONCE) {
    const [chain = []] = await ask([sealsBelow(below)])
    for (const seal of chain) {
      const [rows = []] = await ask([linesOf(seal)])
      if (!(await isSealOf(seal, rows.map(toLook), hash))) changed.push(String(seal['up_to_id']))
    }
    if (chain.length < SEALS_AT_ONCE) break
    below = Number(chain.at(-1)?.['up_to_id'])
  }
  return changed.length === 0
    ? []
    : [{ name: 'access-log-changed', count: changed.length, ids: changed.slice(0, 20) }]
}

function sealsBelow(below: number): string {
  return `SELECT * FROM (SELECT up_to_id, head, lag(up_to_id, 1, 0) OVER (ORDER BY up_to_id) AS above,
      lag(head, 1, '') OVER (ORDER BY up_to_id) AS before FROM seals)
    WHERE up_to_id > coalesce((SELECT max(purgeable_below) FROM seals), 0) AND up_to_id < ${below}
    ORDER BY up_to_id DESC LIMIT ${SEALS_AT_ONCE}`
}

function linesOf(seal: Row): string {
  return `SELECT * FROM access_log WHERE id > ${Number(seal['above'])} AND id <= ${Number(seal['up_to_id'])} ORDER BY id`
}

/** As it is made now, or as in the first releases: of the rows themselves. */
async function isSealOf(seal: Row, looks: readonly StoredLook[], hash: Hash): Promise<boolean> {
  const before = String(seal['before'])
  const leaves = await Promise.all(looks.map((look) => leafOf(look, hash)))
  if ((await headOfLeaves(before, leaves, hash)) === seal['head']) return true
  const rows = looks.map((look) => [
    ...[look.id, look.at, look.actorId, look.role, look.subjectId, look.route],
  ])
  return (await hash(JSON.stringify([before, ...rows]))) === seal['head']
}

/** Its ids as they stand there: made whole they would hide that somebody changed them. */
function toLook(row: Row): StoredLook {
  return {
    id: Number(row['id']),
    at: instant(Number(row['at'])),
    actorId: String(row['actor_id']),
    role: String(row['role']),
    subjectId: String(row['subject_id']),
    route: String(row['route']),
  }
}
