import { seen } from '../people/fields.ts'
import { type Look, lookOf, maySee } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import { isOfNoUse, type Why } from '../session/why.ts'
import {
  type OwnRecord,
  RECORD_FIELDS,
  RECORD_LOG_FIELDS,
  RECORD_PAIR_FIELDS,
  RECORD_PROGRAMME_FIELDS,
  RECORD_SESSION_FIELDS,
  type RecordLog,
  type RecordPair,
  type RecordProgramme,
  type RecordSession,
} from './record.ts'

/** The record as the table lets its owner read it: in each programme and each pair for what he is there. */
export function recordAsSeen(whole: OwnRecord, executives: ReadonlyMap<string, Person>): OwnRecord {
  const own = lookOf('executive', whole.id, null)
  return seen<OwnRecord>(own, RECORD_FIELDS, {
    ...whole,
    programmes: whole.programmes.map((each) => seen<RecordProgramme>(own, RECORD_PROGRAMME_FIELDS, each)),
    pairs: whole.pairs.map((each) => pairAsSeen(each, lookAt(each, whole.id, executives))),
    answers: whole.answers.map((each) => ({ ...each, why: whyAsSeen(own, each.why) })),
  })
}

function lookAt({ id, role }: RecordPair, readerId: string, executives: ReadonlyMap<string, Person>): Look {
  return lookOf(role, readerId, executives.get(id) ?? null)
}

function pairAsSeen(pair: RecordPair, look: Look): RecordPair {
  return seen<RecordPair>(look, RECORD_PAIR_FIELDS, {
    ...pair,
    sessions: pair.sessions.map((each) =>
      seen<RecordSession>(look, RECORD_SESSION_FIELDS, {
        ...each,
        logs: each.logs.map((log) =>
          seen<RecordLog>(look, RECORD_LOG_FIELDS, { ...log, why: whyAsSeen(look, log.why) }),
        ),
      }),
    ),
  })
}

/** That it was of no use is the manager's alone, whoever said it. */
function whyAsSeen(look: Look, why: Why | null): Why | null {
  return why !== null && isOfNoUse({ code: why }) && !maySee(look, 'of-no-use', null) ? null : why
}
