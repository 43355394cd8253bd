import { type ByPerson, type Decision, NO_CHANGE } from '../../domain/decision.ts'
import type { ImportId, PersonId } from '../../domain/ids.ts'
import type { Counts } from '../../domain/import/counts.ts'
import type { PlaceChange } from '../../domain/import/judge-pairings.ts'
import { inOne, type Judgement } from '../../domain/import/judge.ts'
import { decidePairingChange } from '../../domain/pairing/change.ts'
import { linksTakenBy } from '../../domain/pairing/meeting-link.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findImport } from '../../storage/import/import.ts'
import { findSituation } from '../../storage/situation.ts'
import { askAnewOfMany } from '../offer/ask-anew.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { whyNotChange } from '../session/change.ts'
import { type DecisionWithValue, decideAndCommit, reaches } from '../write.ts'
import { judgeNow, nameOf, type Reader } from './judge.ts'

type Options = {
  readonly reader: Reader
  /** What its reader was shown, by `nameOf`: if it would do something else now, nothing is done. */
  readonly seen?: string | undefined
}

/**
 * Does all that an import's lines say, in one batch, or nothing. Judged by the programme as it is at that moment. Asked
 * again, it answers the counts of the first time.
 */
export async function confirmImport(
  platform: Platform,
  id: ImportId,
  by: ByPerson,
  options: Options,
): Promise<Result<Counts, Refusal>> {
  let answeredAnew: readonly PersonId[] = []
  const confirmed = await decideAndCommit(platform, async () => {
    const decided = await decide(platform, id, by, options)
    answeredAnew = decided.ok ? decided.value.answeredAnew : []
    return decided
  })
  // As after a change of one person: an open offer is asked of whoever answers now.
  if (confirmed.ok) await askAnewOfMany(platform, answeredAnew, by)
  return confirmed
}

type Decided = DecisionWithValue<Counts> & Pick<Judgement, 'answeredAnew'>

async function decide(
  platform: Platform,
  id: ImportId,
  by: ByPerson,
  { reader, seen }: Options,
): Promise<Result<Decided, Refusal>> {
  const kept = await findImport(platform.db, id, platform.now())
  if (!kept || !reaches(by, kept.programmeId)) return refuse({ reason: 'not-found' })
  if (kept.confirmed) return accept({ decision: NO_CHANGE, value: kept.confirmed.counts, answeredAnew: [] })
  const closed = await whyProgrammeClosed(platform.db, kept.programmeId)
  if (closed) return refuse(closed)
  const judged = await judgeNow(platform, kept, by, reader)
  if (!judged) return refuse({ reason: 'not-found' })
  const lines = judged.files.flatMap((file) => file.lines).filter(({ errors }) => errors.length > 0).length
  if (lines > 0) return refuse({ reason: 'lines-with-errors', lines })
  if (seen !== undefined && seen !== (await nameOf(judged))) return refuse({ reason: 'import-differs' })

  const moved = await decidePlaces(platform, judged.places, by)
  if (!moved.ok) return moved
  const files = kept.files.map(({ kind, columns }) => ({ kind, name: null, columns }))
  const imported = { id, files, at: platform.now(), counts: judged.counts }
  return accept({
    decision: { ...inOne([judged.decision, ...moved.value]), imported },
    value: judged.counts,
    answeredAnew: judged.answeredAnew,
  })
}

/**
 * Where a pairing that exists meets elsewhere, a date to come may move too: decided as for one alone, after those before
 * it.
 */
async function decidePlaces(
  platform: Platform,
  places: readonly PlaceChange[],
  by: ByPerson,
): Promise<Result<readonly Decision[], Refusal>> {
  const all: Decision[] = []
  for (const { id, place } of places) {
    const situation = await findSituation(platform, id)
    if (!situation) return refuse({ reason: 'changed-meanwhile' })
    const refused = whyNotChange(situation, by)
    if (refused) return refused
    const linksTaken = [...situation.linksTaken, ...all.flatMap(linksTakenBy)]
    all.push(decidePairingChange({ ...situation, linksTaken }, { place }, by))
  }
  return accept(all)
}
