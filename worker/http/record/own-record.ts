import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { placeShown } from '../../domain/pairing/meeting-link.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'
import { recordAsSeen } from '../../domain/record/as-seen.ts'
import type {
  OwnRecord,
  OwnRequest,
  RecordPair,
  RecordProgramme,
  RecordSession,
} from '../../domain/record/record.ts'
import { scopeOf } from '../../domain/sign-in/scope.ts'
import type { Platform } from '../../platform.ts'
import { findStage } from '../../storage/path/stage.ts'
import { listMembersOfAll } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { checkSeals } from '../../storage/record/checked-seals.ts'
import {
  findRecordNames,
  readRecord,
  type RecordExtent,
  type RecordRows,
} from '../../storage/record/record.ts'
import { openRecordRequests } from '../../storage/record/request.ts'
import { openQuestions } from '../../storage/session/question.ts'
import { listOwnAddresses } from '../../storage/sign-in/sign-in.ts'
import { rowsWithin } from './within.ts'

type Names = Awaited<ReturnType<typeof findRecordNames>>

/** His record as he may read it, and where the next page of looks begins. */
export type FoundRecord = {
  readonly record: OwnRecord
  /** As each of his programmes describes him. */
  readonly described: ReadonlyMap<ProgrammeId, Person>
  readonly earlier: number | null
}

export async function findOwnRecord(
  platform: Platform,
  person: Pick<Person, 'id' | 'zone' | 'locale' | 'email' | 'aliases'>,
  extent: RecordExtent,
): Promise<FoundRecord> {
  const { db } = platform
  const now = platform.now()
  const { id } = person
  const [all, checked, apart, shared] = await Promise.all([
    readRecord(db, { id, now, extent }),
    extent.checks > 0 ? checkSeals(db, extent.checks) : new Map<number, boolean>(),
    listOwnAddresses(db, id),
    findPerson(db, id),
  ])
  const scope = shared && apart.length > 0 ? scopeOf(person.email, shared, apart) : null
  const read = scope ? rowsWithin(all, scope.opens, addressesOf(person)) : all
  const questions = await openQuestions(platform, read.asked)
  const rows = {
    ...read,
    requests: [...(await openRecordRequests(platform, read.requests))],
    asked: read.asked.flatMap((each) => {
      const words = questions.get(each.sessionId)
      return words === undefined ? [] : [{ ...each, words }]
    }),
  }
  const programmeIds = rows.member.map(({ programmeId }) => programmeId)
  const [described, everybody, stages] = await Promise.all([
    Promise.all(programmeIds.map((each) => findPerson(db, id, each))),
    listMembersOfAll(db, programmeIds),
    // All that is held of him stands here, also where a programme has switched stages off since.
    Promise.all(programmeIds.map((each) => findStage(db, { id: each, policy: DEFAULT_POLICY }, id))),
  ])
  const executives = await executivesOf(platform, rows)
  const byProgramme = new Map(
    programmeIds.flatMap((each, index) => {
      const found = described[index]
      return found ? [[each, found] as const] : []
    }),
  )
  const names = await findRecordNames(db, idsIn(rows, [...byProgramme.values()]))
  const programmes = rows.member.map(
    ({ programmeId, programme, status, purgeOn, hasPrivateNote }, index): RecordProgramme => {
      const me = byProgramme.get(programmeId)
      const ofProgramme = everybody.filter((each) => each.programmeId === programmeId)
      const chose = rows.chose.find((each) => each.programmeId === programmeId)
      const serving = rows.serving.filter((each) => each.programmeId === programmeId)
      return {
        ...{ id: programmeId, programme, status, purgeOn },
        managers: ofProgramme.filter(({ roles }) => roles.includes('manager')).map(({ name }) => name),
        roles: ofProgramme.find((each) => each.id === id)?.roles ?? [],
        ...{ name: me?.name ?? '', shortName: me?.shortName ?? null, unit: me?.unit ?? null },
        reportsTo: me?.reportsTo ? names.nameOf(programmeId, me.reportsTo) : null,
        assistants: serving
          .filter(({ executiveId }) => executiveId === id)
          .map(({ assistantId }) => names.nameOf(programmeId, assistantId)),
        answersFor: serving
          .filter(({ assistantId }) => assistantId === id)
          .map(({ executiveId }) => names.nameOf(programmeId, executiveId)),
        blockers: me?.blockers ?? [],
        blockersBy:
          me?.blockers.length && chose?.actorId
            ? { who: names.nameOf(programmeId, chose.actorId), at: chose.at }
            : null,
        ...{ rules: me?.rules ?? {}, departure: me?.departure ?? null, stage: stages[index] ?? 'curious' },
        hasPrivateNote: hasPrivateNote === 1,
      }
    },
  )
  const looks = scope
    ? rows.looks.filter(({ actorId }) => actorId === id || names.knownIn(programmeIds, actorId) !== null)
    : rows.looks
  const heads = rows.sealed.map((each) => ({ ...each, isSame: checked.get(each.upToId) ?? null }))
  const whole: OwnRecord = {
    ...{
      madeAt: now,
      id,
      addresses: [person.email, ...person.aliases],
      zone: person.zone,
      locale: person.locale,
    },
    since: rows.person?.createdAt ?? now,
    runsInstallation: rows.person?.isOwner === 1,
    hours: rows.hours,
    calendarRead: rows.busy && {
      ...{ state: rows.busy.state, since: rows.busy.since },
      byAssistant: rows.busy.assistantId !== null,
    },
    programmes,
    pairs: rows.pairs.map((pair) => pairOf(pair, id, rows, names)),
    proposals: rows.proposed.map(({ startsAt, endsAt, via, at, words }) => ({
      ...{ time: { start: startsAt, end: endsAt }, via, at, words },
    })),
    answers: rows.answered.map(({ answeredAt, answeredVia, madeAt, whyNotSuited, whySaidBy }) => ({
      ...{ at: answeredAt ?? madeAt, via: answeredVia, why: whySaidBy === id ? whyNotSuited : null },
    })),
    mails: rows.mails.map(({ sessionId: _, ...mail }) => mail),
    received: rows.came.map(({ sessionId: _, ...mail }) => mail),
    refused: rows.refused,
    links: rows.held.map(({ sessionId: _, ...link }) => link),
    signIns: rows.signedIn.map(({ id: signInId, since, until }) => ({
      id: signInId,
      since: since ?? until,
      until,
    })),
    calendarMade: rows.feed?.madeAt ?? null,
    requests: rows.requests.map((each) => requestOf(each, names)),
    erasedFrom: rows.erased.map(({ programme, at }) => ({ programme, at })),
    whoLooked: looks.slice(0, extent.looks).map(({ id: line, at, actorId, role, route }) => ({
      ...{ id: line, at, role, route, who: lookerOf(actorId, programmeIds, names) },
    })),
    head: heads[0] ?? null,
    earlierHeads: heads.slice(1),
  }
  const earlier = rows.looks.length > extent.looks ? (rows.looks[extent.looks - 1]?.id ?? null) : null
  return { record: recordAsSeen(whole, executives), described: byProgramme, earlier }
}

/** Empty: an owner of the installation, who is in none of his programmes. */
function lookerOf(actorId: PersonId, programmeIds: readonly ProgrammeId[], names: Names): string {
  return names.knownIn(programmeIds, actorId) ?? (names.isOwner(actorId) ? '' : names.ownName(actorId))
}

/** The executives of his pairs, whose rules say whether names are shown. */
async function executivesOf({ db }: Platform, { pairs }: RecordRows): Promise<ReadonlyMap<string, Person>> {
  const found = await Promise.all(
    pairs.map(
      async ({ id, programmeId, executiveId }) =>
        [id, await findPerson(db, executiveId, programmeId)] as const,
    ),
  )
  return new Map(found.flatMap(([id, executive]) => (executive ? [[id, executive] as const] : [])))
}

function idsIn(rows: RecordRows, me: readonly Person[]): readonly PersonId[] {
  return [
    ...rows.pairs.flatMap(({ mentorId, executiveId }) => [mentorId, executiveId]),
    ...rows.serving.flatMap(({ executiveId, assistantId }) => [executiveId, assistantId]),
    ...rows.logged.map(({ loggedBy }) => loggedBy),
    ...rows.looks.map(({ actorId }) => actorId),
    ...rows.chose.flatMap(({ actorId }) => actorId ?? []),
    ...rows.requests.flatMap(({ answeredBy }) => answeredBy ?? []),
    ...me.flatMap(({ reportsTo }) => reportsTo ?? []),
  ]
}

function requestOf(request: RecordRows['requests'][number], names: Names): OwnRequest {
  const { programmeId, kind, at, words, field, answer, answeredAt, answeredBy, answerWords } = request
  const by = answeredBy === null ? '' : names.nameOf(programmeId, answeredBy)
  return {
    ...{ programmeId, kind, at, words, field },
    answer: answer && answeredAt !== null ? { result: answer, at: answeredAt, by, words: answerWords } : null,
  }
}

type PairRow = RecordRows['pairs'][number]
type SessionRow = RecordRows['met'][number]

/** Of a pair in which he is the mentor, only what is about him or said by him: the rest is the other's record. */
function pairOf(pair: PairRow, id: PersonId, rows: RecordRows, names: Names): RecordPair {
  const { programmeId } = pair
  const isExecutive = pair.executiveId === id
  const met = rows.met.filter(({ pairingId }) => pairingId === pair.id)
  const loggerOf = (sessionId: string) =>
    rows.logged.find((each) => each.sessionId === sessionId && !each.replaced)?.loggedBy
  return {
    id: pair.id,
    role: isExecutive ? 'executive' : 'mentor',
    otherName: names.nameOf(programmeId, isExecutive ? pair.mentorId : pair.executiveId),
    ...{ kind: pair.kind, status: pair.status, since: pair.createdAt, place: pair.place },
    aim: isExecutive ? pair.aim : null,
    isInTrack: isExecutive && pair.track !== null,
    wishes: rows.wished.filter((each) => each.pairingId === pair.id).map(({ kind, at }) => ({ kind, at })),
    pulses: rows.said
      .filter((each) => each.pairingId === pair.id)
      .map(({ phase, askedAt, worth, onward, saidAt }) => ({ phase, askedAt, worth, onward, saidAt })),
    commitments: rows.agreed
      .filter((each) => isExecutive && each.pairingId === pair.id)
      .map(({ id: commitmentId, words, dueOn, done, saidDone, madeAt, sessionId }) => {
        const by = loggerOf(sessionId)
        return {
          ...{ id: commitmentId, words, dueOn, done, saidDone, madeAt },
          by: by ? names.nameOf(programmeId, by) : null,
        }
      }),
    sessions: met.map((session) => sessionOf(session, id, rows, names)),
  }
}

function sessionOf(session: SessionRow, id: PersonId, rows: RecordRows, names: Names): RecordSession {
  const { startsAt, endsAt, programmeId, minutes, status, place } = session
  const isExecutive = session.executiveId === id
  const invite = rows.invited.findLast((each) => each.sessionId === session.id)
  return {
    id: session.id,
    time: startsAt !== null && endsAt !== null ? { start: startsAt, end: endsAt } : null,
    ...{ minutes, status, place: placeShown(place), bumps: isExecutive ? session.bumps : 0 },
    answer: invite
      ? { partstat: invite.partstat, via: invite.answer?.via ?? null, at: invite.answer?.at ?? null }
      : null,
    logs: rows.logged
      .filter((each) => each.sessionId === session.id && (isExecutive || each.loggedBy === id))
      .map(({ result, benefit, evidence, needsManager, loggedAt, loggedBy, replaced, whyNotHeld }) => ({
        ...{
          result,
          needsManager,
          loggedAt,
          replaced,
          by: names.nameOf(programmeId, loggedBy),
          why: whyNotHeld,
        },
        ...(isExecutive ? { benefit, evidence } : { benefit: null, evidence: null }),
      })),
    question: isExecutive ? (rows.asked.find((each) => each.sessionId === session.id)?.words ?? null) : null,
  }
}
